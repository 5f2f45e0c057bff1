"""The drawn charts of a brief say what weighing gives, and stand only where options are ranked on criteria."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, Unpack

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefPicture, ChartsPart
from desktop_app.drawing.shapes import Text
from desktop_app.edits import cards, scores
from desktop_app.edits import maps as map_edits
from desktop_app.model.document import Document
from desktop_app.model.reads import maps, options
from desktop_app.samples import create_example
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from desktop_app.wording.rounding import percent, signed, whole
from tests.briefing.papers import export_pdf
from tests.sure import sure


class Wanted(TypedDict, total=False):
    """How a brief is composed."""

    draw: bool
    preset: str


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Document]:
    with create_example(tmp_path / "example.steelyard") as session:
        yield session.document


def pictures(document: Document, place: int = 1, **composing: Unpack[Wanted]) -> list[BriefPicture]:
    map_id = maps(document)[place].id
    content = compose(document, map_id, weigh(document, map_id), **composing)
    return [picture for part in content.parts if isinstance(part, ChartsPart) for picture in part.pictures]


def texts(picture: BriefPicture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def test_the_weight_that_turns_the_ranking_soonest_is_swept(example: Document) -> None:
    map_id = maps(example)[1].id
    found = sure(report(example, weigh(example, map_id)))
    swept, names = found.turns[0].sweep, found.names
    picture = pictures(example)[0]
    assert names.criteria[swept.criterion] in picture.title
    assert f"now {percent(swept.now)}" in texts(picture)
    (sentence,) = (str(item) for item in found.sentences if item.key == "weight.turn")
    (turn,) = re.findall(r": (above .* on top);", sentence)
    assert turn in texts(picture)
    assert turn in picture.alt
    for line in swept.lines:
        assert f"{names.options[line.option]} {whole(line.at_one[0])}" in texts(picture)


def test_doubt_about_each_score_moves_the_lead_as_far_as_weighing_says(example: Document) -> None:
    map_id = maps(example)[1].id
    found = sure(report(example, weigh(example, map_id)))
    names, totals = found.names, [least for least, _ in found.table.totals()]
    second, first = sorted(range(len(totals)), key=totals.__getitem__)[-2:]
    lead = totals[first] - totals[second]
    picture = pictures(example)[1]
    assert f"the lead of {names.options[first]} over {names.options[second]}" in picture.title
    assert f"now {signed(lead)}" in texts(picture)
    for bar in found.bars:
        said = f"{names.criteria[bar.criterion]} from {signed(lead + bar.low)} to {signed(lead + bar.high)}"
        assert said in picture.alt
        assert {signed(lead + bar.low), signed(lead + bar.high)} <= set(texts(picture))


def test_charts_say_who_stands_outside_them(example: Document) -> None:
    map_id = maps(example)[1].id
    cards.add_option(example, map_id, "Not thought about yet")
    assert all(picture.title.endswith(" E is not scored and stands outside.") for picture in pictures(example))


def test_value_against_cost_says_who_has_no_amount_and_nothing_else(example: Document) -> None:
    map_id = maps(example)[1].id
    a, b, c, d = options(example, map_id)
    for option, cost in ((a, "£1m"), (b, "£2m"), (c, "£9m"), (d, "not known")):
        scores.set_fact(example, option.id, "Cost (less is better)", cost)
    (title,) = (picture.title for picture in pictures(example) if "Cost" in picture.title)
    _, *sentences = title.split(". ")
    assert len(sentences) == 1
    assert "D" in sentences[0]
    assert not {"A", "B", "C"} & set(re.findall(r"\b[A-D]\b", sentences[0]))


def test_nothing_is_drawn_where_nothing_is_ranked_on_criteria(example: Document) -> None:
    assert pictures(example, place=0) == []


def test_nothing_is_drawn_for_formats_of_text(example: Document) -> None:
    assert pictures(example, draw=False) == []


def test_nothing_is_drawn_on_short_forms(example: Document) -> None:
    assert pictures(example, preset="one-page") == []


def test_nothing_is_drawn_where_numbers_are_hidden(example: Document) -> None:
    map_edits.hide_numbers(example, maps(example)[1].id, hidden=True)
    assert pictures(example) == []


def test_pages_with_pictures_still_follow_the_strictest_standards(example: Document, tmp_path: Path) -> None:
    map_id = maps(example)[1].id
    done = export_pdf(compose(example, map_id, weigh(example, map_id), preset="outline"), tmp_path / "brief.pdf")
    assert done.standards == ("ua-1", "a-2a")
    assert done.notices == ()
