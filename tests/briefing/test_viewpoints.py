"""The section that lays perspectives side by side: what it says is said of all of them, not of the rows shown."""

from collections.abc import Sequence

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import TablePart
from desktop_app.edits import perspectives, scores
from desktop_app.model.document import Document
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.results import weigh
from tests.weighing.maps import MAP
from tests.weighing.test_criteria import matrix_map


def _table(document: Document) -> TablePart:
    parts = compose(document, MAP, weigh(document, MAP), preset="options", draw=False).parts
    return next(part for part in parts if isinstance(part, TablePart) and part.kind == "perspectives")


def _people(own: Sequence[Sequence[float | None]], theirs: Sequence[float]) -> Document:
    """Two options on two criteria of equal weight, and perspectives with another score of A on the first."""
    built = matrix_map(["A", "B"], ["K1", "K2"], [50, 50], likely=own)
    document = built.document()
    for number, value in enumerate(theirs):
        person = perspectives.add_perspective(document, MAP, f"Group {number + 1}", PerspectiveKind.PERSON)
        scores.set_score(document, built.card_ids["A"], built.criterion_ids["K1"], value, perspective=person.id)
    return document


def test_fourteen_perspectives_are_counted_though_twelve_rows_are_drawn() -> None:
    table = _table(_people(((60, 50), (40, 50)), [61.0] * 12 + [5.0] * 2))
    assert len(table.rows) == 13
    assert [row[-1] for row in table.rows] == ["A"] * 13
    assert "A comes first in 13 of 15 perspectives, B in 2; the map’s own numbers are one of the 15." in table.sentences
    assert not any("every perspective" in sentence for sentence in table.sentences)
    assert table.sentences[-1] == "2 more perspectives are in the workbook."


def test_a_leader_who_misses_a_score_is_not_dropped_and_a_range_stands_for_it() -> None:
    table = _table(_people(((95, None), (20, 20)), [90.0]))
    (mine, theirs) = table.rows
    assert mine == ("My numbers", "48–98", "20", "A")
    assert theirs == ("Group 1", "45–95", "20", "A")


def test_numbers_that_nobody_set_have_no_row() -> None:
    document = _people(((None, None), (None, None)), [])
    for name, kind in (("Weak", PerspectiveKind.STAKEHOLDER), ("Strong", PerspectiveKind.STAKEHOLDER)):
        added = perspectives.add_perspective(document, MAP, name, kind)
        for option in weigh(document, MAP).options:
            for criterion in weigh(document, MAP).weights:
                perspectives.set_score_number(document, added.id, option, criterion, likely=float(option % 7))
    assert [row[0] for row in _table(document).rows] == ["Weak", "Strong"]
