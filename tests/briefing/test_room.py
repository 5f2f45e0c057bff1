"""Where people scored and the facilitator did not, no form of the brief says that nobody did, or who did."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent, MatrixPart, MethodPart, OptionsPart, TablePart
from desktop_app.briefing.content.presets import presets
from desktop_app.briefing.content.room import read_whose
from desktop_app.briefing.exporting import ExportOptions, export_map
from desktop_app.edits import arguments, cards, criteria, perspectives, scores
from desktop_app.edits.maps import add_map, hide_numbers
from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, MapId, PerspectiveId
from desktop_app.model.reads import arguments_from, options
from desktop_app.model.reads import criteria as read_criteria
from desktop_app.model.reads import perspectives as read_perspectives
from desktop_app.model.records import PerspectiveKind, Workbook
from desktop_app.weighing.people.group_sentences import lead_sentences
from desktop_app.weighing.people.room import are_weights_set, read_sheets, room
from desktop_app.weighing.people.together import group_result
from desktop_app.weighing.results import weigh

NAMES = ("Amina Quill", "Boris Vex", "Carla Wren", "Dmytro Zed")
OPTIONS = ("Old fire station", "School annex", "Container village")
# What one person scores, by option and criterion; None for a box that was left empty.
Table = Sequence[Sequence[float | None]]
# By person, option, criterion; one box was left empty.
SCORES = (
    ((80, 40), (50, 70), (20, 90)),
    ((60, 50), (40, 80), (30, 80)),
    ((70, 30), (50, 60), (10, None)),
    ((90, 60), (60, 70), (20, 70)),
)
WEIGHTS = ((60, 40), (50, 50), (80, 20), (72, 28))
MEANS = ((75, 45), (50, 70), (20, 80))
PEOPLE = (
    "The numbers are those of the room (mean of their numbers): each is the mean over those of 4 people who gave it."
)


def shelter() -> tuple[Document, MapId]:
    document = Document([Workbook(WORKBOOK_ID, "Shelter", "", "en", "2026-01-01T00:00:00Z")])
    map_id = add_map(document, "Shelter").id
    question = cards.add_question(document, map_id, "Where shall people sleep?")
    made = [cards.add_option(document, map_id, name, under=question.id) for name in OPTIONS]
    links = []
    for option in made:
        pro = arguments.add_pro(document, option.id, f"It suits: {option.text}")
        links += arguments_from(document, pro.id)
    rows = [criteria.add_criterion(document, map_id, name) for name in ("Distance", "Cost")]
    for name, table, weights in zip(NAMES, SCORES, WEIGHTS, strict=True):
        person = perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON)
        for option, values in zip(made, table, strict=True):
            for row, value in zip(rows, values, strict=True):
                if value is not None:
                    scores.set_score(document, option.id, row.id, float(value), perspective=person.id)
        perspectives.set_weights(
            document, person.id, {row.id: float(raw) for row, raw in zip(rows, weights, strict=True)}
        )
        for link in links:
            perspectives.set_argument_number(document, person.id, link.id, 0.75)
    return document, map_id


def expected() -> list[float]:
    """The totals of mean scores by mean shares of weight."""
    distance = sum(first / (first + second) for first, second in WEIGHTS) / len(WEIGHTS)
    return [distance * first + (1 - distance) * second for first, second in MEANS]


def everything(content: BriefContent) -> str:
    return repr(content)


@pytest.mark.parametrize("preset", [item.name for item in presets()])
def test_no_form_says_that_nobody_scored_or_names_who_did(preset: str) -> None:
    document, map_id = shelter()
    content = compose(document, map_id, weigh(document, map_id), preset=preset, draw=False)
    words = everything(content)
    for false in ("not scored", "Not scored", "No option is scored", "weighed yet", "Not weighed", "0 of 3 arguments"):
        assert false not in words, false
    assert not any(name in words for name in NAMES)
    for part in content.parts:
        if isinstance(part, MatrixPart):
            assert part.totals == tuple(str(round(total)) for total in expected())
            assert part.remarks[-1] == (
                "Of 4 people, each option is scored by: A 4, B 4 and C 3 (on the criterion that fewest scored)."
            )
        if isinstance(part, OptionsPart):
            found = {line.letter: (line.number, line.sentences[-1]) for line in part.options}
            assert found["A"] == (str(round(expected()[0])), "Scored by 4 of 4 in the room.")
            assert found["C"] == (
                str(round(expected()[2])),
                "Each of its scores is given by at least 3 of 4 in the room.",
            )
        if isinstance(part, TablePart) and part.kind == "perspectives":
            (row,) = part.rows
            assert row[0] == "The room, 4 of 4 · mean of their numbers"
            assert row[1:4] == tuple(
                f"{round(total)} ({count} of 4)" for total, count in zip(expected(), (4, 4, 3), strict=True)
            )
    if content.leads:
        assert content.leads[0] == PEOPLE
        assert content.leads[1].startswith("Old fire station (A) comes first with")


def test_the_printed_pages_hold_the_totals_and_no_name(tmp_path: Path) -> None:
    document, map_id = shelter()
    for preset in ("one-page", "memo", "options", "outline"):
        out = tmp_path / f"{preset}.pdf"
        export_map(document, map_id, weigh(document, map_id), out, options=ExportOptions(preset=preset))
        words = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
        assert not any(part in words for name in NAMES for part in name.split())
        assert "not scored" not in words
        assert str(round(expected()[0])) in words
        assert "4 people" in words


def test_the_other_formats_say_the_same(tmp_path: Path) -> None:
    document, map_id = shelter()
    results = weigh(document, map_id)
    for ending in ("md", "html", "csv", "svg"):
        out = tmp_path / f"brief.{ending}"
        export_map(document, map_id, results, out, options=ExportOptions())
        words = out.read_text(encoding="utf-8-sig")
        assert not any(name in words for name in NAMES), ending
        assert "not scored" not in words, ending
        assert str(round(expected()[0])) in words, ending
    out = tmp_path / "brief.json"
    export_map(document, map_id, results, out, options=ExportOptions())
    written = json.loads(out.read_text(encoding="utf-8"))
    assert not any(name in json.dumps(written["brief"]) for name in NAMES)
    totals = [option["total"]["likely"] for option in written["results"]["options"]]
    assert totals == pytest.approx(expected())
    # The workbook itself is carried as it is.
    assert not written["workbook"]["tables"]["score"]


def test_numbers_of_the_maps_own_are_printed_as_before() -> None:
    document, map_id = shelter()
    option = options(document, map_id)[0]
    row = next(iter(weigh(document, map_id).weights))
    scores.set_score(document, option.id, row, 10.0)
    content = compose(document, map_id, weigh(document, map_id), preset="options", draw=False)
    assert not any("the room" in lead for lead in content.leads)
    (table,) = (part for part in content.parts if isinstance(part, TablePart) and part.kind == "perspectives")
    assert [row[0] for row in table.rows] == ["My numbers", *NAMES]


def test_hidden_numbers_stay_hidden() -> None:
    document, map_id = shelter()
    hide_numbers(document, map_id, hidden=True)
    words = everything(compose(document, map_id, weigh(document, map_id), preset="options", draw=False))
    assert "of the room" not in words
    assert "in the room" not in words


def test_one_person_alone_is_the_room() -> None:
    document, map_id = shelter()
    for person in perspectives_but_the_first(document, map_id):
        perspectives.delete_perspective(document, person)
    content = compose(document, map_id, weigh(document, map_id), preset="one-page", draw=False)
    assert content.leads[0] == "The numbers are those of 1 person in the room."
    (matrix,) = (part for part in content.parts if isinstance(part, MatrixPart))
    assert matrix.remarks[-1] == "All scores are those of 1 person."
    assert NAMES[0] not in everything(content)


def two_rows(*people: Table, kinds: Sequence[PerspectiveKind] | None = None) -> tuple[Document, MapId]:
    """A map of three options on two criteria of equal weight; by person, option, criterion, a score or None."""
    document = Document([Workbook(WORKBOOK_ID, "Room", "", "en", "2026-01-01T00:00:00Z")])
    map_id = add_map(document, "Room").id
    question = cards.add_question(document, map_id, "Which?")
    made = [cards.add_option(document, map_id, name, under=question.id) for name in OPTIONS]
    rows = [criteria.add_criterion(document, map_id, name) for name in ("Distance", "Cost")]
    for number, table in enumerate(people):
        kind = PerspectiveKind.PERSON if kinds is None else kinds[number]
        person = perspectives.add_perspective(document, map_id, f"Person {number}", kind)
        for option, values in zip(made, table, strict=True):
            for row, value in zip(rows, values, strict=True):
                if value is not None:
                    scores.set_score(document, option.id, row.id, float(value), perspective=person.id)
    return document, map_id


NOTHING = (None, None)
# One of four scored the last option, higher than anybody anything.
GAPS = [((70, 60), (30, 40), (99, 98)), *[((70 + more, 60), NOTHING, NOTHING) for more in (1, 2, 3)]]


@pytest.mark.parametrize("preset", [item.name for item in presets()])
def test_nothing_is_first_on_paper_while_an_option_that_few_scored_may_be(preset: str) -> None:
    document, map_id = two_rows(*GAPS)
    content = compose(document, map_id, weigh(document, map_id), preset=preset, draw=False)
    words = everything(content)
    assert "A comes first with" not in words
    assert "stands outside" not in words
    assert "C is not scored" not in words
    if content.leads:
        assert content.leads[1].startswith("Who comes first is open: ")
        assert "C) (0–100)" in content.leads[1]
    for part in content.parts:
        if isinstance(part, MatrixPart):
            assert part.totals[2] == "0–100"
            assert part.remarks[-1] == "A score that fewer than half of them gave is taken as not known."
    # Somebody does know it.
    assert "don't know" not in words


def test_paper_and_comparison_have_one_number_for_an_option_few_scored() -> None:
    document, map_id = two_rows(*GAPS)
    content = compose(document, map_id, weigh(document, map_id), preset="options", draw=False)
    (table,) = (part for part in content.parts if isinstance(part, TablePart) and part.kind == "perspectives")
    assert table.rows[0][3:] == ("0–100 (1 of 4)", "open")
    found = group_result(document, map_id, room(read_sheets(document, map_id)))
    assert found.possible[2] == (0.0, 100.0)
    assert found.first == ()


@pytest.mark.parametrize("seed", range(40))
def test_what_the_brief_rests_on_is_what_the_room_is_said_to_come_to(seed: int) -> None:
    draw = random.Random(seed)
    gap = draw.random()
    count = draw.randint(1, 5)

    def score() -> int | None:
        return None if draw.random() < gap else draw.randint(0, 100)

    document, map_id = two_rows(*[[(score(), score()) for _ in OPTIONS] for _ in range(count)])
    found = read_whose(document, map_id, weigh(document, map_id))
    if found.room is None:
        assert not room(read_sheets(document, map_id))
        return
    together = group_result(document, map_id, room(read_sheets(document, map_id)))
    results = [found.results.options[option] for option in together.options]
    for result, ends in zip(results, together.possible, strict=True):
        assert (result.rank is None) is (ends is None)
        assert ends is None or result.interval == pytest.approx(ends)
    assert [result.rank for result in results] == list(together.ranks)


def test_an_option_that_nobody_in_the_room_scored_stays_outside() -> None:
    document, map_id = two_rows(*[((70, 60), (30, 40), NOTHING)] * 2)
    content = compose(document, map_id, weigh(document, map_id), preset="one-page", draw=False)
    assert "C) is not scored and stands outside." in " ".join(content.leads)


@pytest.mark.parametrize("given", ["weights", "likelihood", "importance"])
def test_a_facilitator_who_scored_nothing_leaves_the_result_to_those_who_did(given: str) -> None:
    document, map_id = two_rows(*[((70, 60), (30, 40), (20, 20))] * 4)
    if given == "weights":
        for row, weight in zip(weigh(document, map_id).weights, (60.0, 40.0), strict=True):
            criteria.set_weight(document, row, weight)
    else:
        pro = arguments.add_pro(document, options(document, map_id)[0].id, "It is near")
        if given == "likelihood":
            cards.set_plausibility(document, pro.id, 0.7)
        else:
            arguments.set_importance(document, arguments_from(document, pro.id)[0].id, 0.75)
    content = compose(document, map_id, weigh(document, map_id), preset="one-page", draw=False)
    (matrix,) = (part for part in content.parts if isinstance(part, MatrixPart))
    assert matrix.totals == (("66", "34", "20") if given == "weights" else ("65", "35", "20"))
    assert "(A) comes first with" in " ".join(content.leads)
    if given == "weights":
        assert [row.weight for row in matrix.rows] == ["60 %", "40 %"]
        method = next(part for part in compose_options(document, map_id).parts if isinstance(part, MethodPart))
        assert "by hand 2" in " ".join(method.sentences)


def test_what_a_stakeholder_scored_is_not_said_to_be_scored_by_nobody() -> None:
    person, stakeholder = PerspectiveKind.PERSON, PerspectiveKind.STAKEHOLDER
    scored = ((70, 60), (30, 40), NOTHING)
    document, map_id = two_rows(scored, scored, (NOTHING, NOTHING, (99, 99)), kinds=[person, person, stakeholder])
    content = compose(document, map_id, weigh(document, map_id), preset="options", draw=False)
    (table,) = (part for part in content.parts if isinstance(part, TablePart) and part.kind == "perspectives")
    assert [row[3] for row in table.rows] == ["–", "99"]
    assert "C is scored by nobody in the room and stands outside." in table.sentences
    everybody = read_sheets(document, map_id)[1:]
    said = [str(item) for item in lead_sentences("ABC", group_result(document, map_id, everybody[:2]), is_room=False)]
    assert "C is scored by none of these 2 and stands outside." in said


def compose_options(document: Document, map_id: MapId) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), preset="options", draw=False)


def perspectives_but_the_first(document: Document, map_id: MapId) -> list[PerspectiveId]:
    from desktop_app.model.reads import perspectives as read_perspectives

    return [item.id for item in read_perspectives(document, map_id)][1:]


def test_paper_says_whom_those_who_scored_both_put_ahead_of_the_first() -> None:
    # ROOM 2.2, "gap, no order": over all B leads, and over those who scored both it does not.
    table = ((60, 70, None), (50, 40, 45), (80, 62, 70), (30, None, 55), (55, 58, 52))
    document, map_id = two_rows(*(tuple((value, value) for value in row) for row in table))
    leads = compose(document, map_id, weigh(document, map_id), draw=False).leads
    assert "comes first with 58 of 100" in leads[1]
    assert leads[2].startswith("Of the 4 who have a full total for both, ")
    assert leads[2].endswith("(A) is 4 points ahead of B.")
    assert leads[3] == "Of the 3 who have a full total for both, C is 2 points ahead of B."


def test_shares_of_people_are_said_on_paper() -> None:
    document, map_id = two_rows(((80, 80), (60, 60), NOTHING), ((20, 20), (70, 70), NOTHING))
    assert "by the share of each person" not in everything(
        compose(document, map_id, weigh(document, map_id), draw=False)
    )
    perspectives.set_share(document, read_perspectives(document, map_id)[0].id, 3.0)
    content = compose(document, map_id, weigh(document, map_id), draw=False)
    assert "by the share of each person" in content.leads[0]


def test_how_many_scored_an_option_is_said_of_its_rarest_score() -> None:
    document, map_id = two_rows(
        ((80, 80), (60, 60), NOTHING), ((20, 20), (70, None), NOTHING), ((30, 20), (60, 40), NOTHING)
    )
    part = next(
        part
        for part in compose(document, map_id, weigh(document, map_id), draw=False).parts
        if isinstance(part, OptionsPart)
    )
    said = {line.letter: line.sentences[-1] for line in part.options}
    assert said == {
        "A": "Scored by 3 of 3 in the room.",
        "B": "Each of its scores is given by at least 2 of 3 in the room.",
        "C": "Scored by none of 3 in the room.",
    }


def test_weights_that_everybody_gave_alike_do_not_read_as_if_nobody_had_set_them() -> None:
    document, map_id = shelter()
    rows = [row.id for row in read_criteria(document, map_id)]
    assert not are_weights_set(document, map_id)
    for person in read_perspectives(document, map_id):
        perspectives.set_weights(document, person.id, dict.fromkeys(rows, 50.0))
    found = read_whose(document, map_id, weigh(document, map_id))
    assert found.room is not None
    assert are_weights_set(found.records, map_id)
