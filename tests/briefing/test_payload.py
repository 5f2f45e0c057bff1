"""What the page template is given."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.pages.payload import payload
from desktop_app.edits import arguments, cards, maps, scores, sections
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.reads import criteria, options
from desktop_app.weighing.results import weigh
from tests.sample_maps import empty, seminar, summit


def content_of(document: Document, map_id: MapId) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=False)


def given(content: BriefContent) -> dict[str, Any]:
    """What the template is given, as JSON has it."""
    return payload(content)


@pytest.fixture(scope="module")
def content() -> BriefContent:
    return content_of(*seminar())


@pytest.mark.parametrize(
    ("date", "language", "shown", "stored"),
    [
        ("2026-03-02", "en-GB", "2 March 2026", [2026, 3, 2]),
        ("2026-03-02", "de", "2026-03-02", [2026, 3, 2]),
        ("Spring 2026", "en", "Spring 2026", [2026, 3, 1]),
    ],
)
def test_a_date_is_spelled_in_english_and_else_printed_as_it_stands(
    content: BriefContent, date: str, language: str, shown: str, stored: list[int]
) -> None:
    found = given(replace(content, date=date, language=language))
    assert found["dateline"] == f"{shown} · Summit seminar"
    assert found["date"] == stored


def test_without_any_date_the_file_still_bears_one(content: BriefContent) -> None:
    assert given(replace(content, date="", created="?"))["date"] == [2000, 1, 1]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("uk-UA", ("uk", "UA")), ("en", ("en", None)), ("x", ("en", None)), ("de-Latn", ("de", None))],
)
def test_a_language_is_given_as_the_engine_takes_it(
    content: BriefContent, language: str, expected: tuple[str | None, ...]
) -> None:
    found = given(replace(content, language=language))
    assert (found["lang"], found["region"]) == expected


def test_longer_titles_are_set_smaller_and_shortened_only_at_the_head_of_pages(content: BriefContent) -> None:
    sizes = [given(replace(content, title="word " * count))["title_pt"] for count in (5, 20, 50, 200)]
    assert sizes == sorted(sizes, reverse=True)
    found = given(replace(content, title="word " * 200))
    assert found["running"].endswith("…")
    assert len(found["title"]) > 900


def test_a_citation_of_an_unknown_source_stays_text_and_of_a_known_one_becomes_its_number() -> None:
    document, map_id = seminar()
    sections.set_recommendation(document, map_id, "So [@draft2025] and [@nobody].")
    runs = given(content_of(document, map_id))["recommendation"][0]["runs"]
    assert [(run["t"], run["s"]) for run in runs] == [
        ("So", None), ("draft2025", [1, True]), (" and ", None), ("[@nobody]", None), (".", None),
    ]  # fmt: skip


def test_many_options_are_spread_over_several_tables() -> None:
    document, map_id = seminar()
    question = options(document, map_id)[0].under
    for number in range(8):
        added = cards.add_option(document, map_id, f"Option {number}", under=question)
        scores.set_score(document, added.id, criteria(document, map_id)[0].id, 10 * number)
    matrix = next(part for part in given(content_of(document, map_id))["parts"] if part["kind"] == "matrix")
    assert [table["letters"] for table in matrix["tables"]] == [list("ABCDEFG"), list("HIJK")]
    assert all(len(row["cells"]) == len(table["letters"]) for table in matrix["tables"] for row in table["rows"])


def test_pros_and_cons_stand_side_by_side_only_where_both_have_something_to_say() -> None:
    balanced = given(content_of(*summit()))["parts"][1]
    assert balanced["beside"] is True
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "Go?").id
    arguments.add_con(document, question, "No")
    for number in range(9):
        arguments.add_pro(document, question, f"Reason {number} that is put in more than a few words")
    assert given(content_of(document, map_id))["parts"][0]["beside"] is False


def test_the_head_names_who_wrote_it_for_whom_and_by_when(content: BriefContent) -> None:
    found = given(replace(content, organisation="Board", classification="Internal", decision_by="May"))
    assert found["facts"] == [
        ["By", "R. Researcher"], ["For", "Board"], ["Classification", "Internal"],
    ]  # fmt: skip
    assert (found["decision"], found["marking"]) == ("Decision needed by: May", "INTERNAL")
    assert found["footing"] == "R. Researcher · Board"
