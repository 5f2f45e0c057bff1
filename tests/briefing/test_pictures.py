"""The drawn charts of a brief say what weighing gives, and stand only where options are ranked on criteria."""

import pytest

from desktop_app.briefing.compose import compose
from desktop_app.briefing.content import ChartsPart
from desktop_app.briefing.pdf import export_pdf
from desktop_app.drawing.shapes import Text
from desktop_app.edits import maps as map_edits
from desktop_app.model.reads import maps
from desktop_app.samples import create_example
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.pairs import tornado
from desktop_app.weighing.robustness.sentences import read_names
from desktop_app.weighing.robustness.sweep import sweeps
from desktop_app.weighing.robustness.table import read_table
from desktop_app.wording.rounding import percent, signed


@pytest.fixture
def example(tmp_path):
    with create_example(tmp_path / "example.steelyard") as session:
        yield session.document


def pictures(document, place=1, **wishes):
    map_id = maps(document)[place].id
    content = compose(document, map_id, weigh(document, map_id), **wishes)
    return [picture for part in content.parts if isinstance(part, ChartsPart) for picture in part.pictures]


def texts(picture):
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def test_the_weight_that_turns_the_ranking_soonest_is_swept(example):
    map_id = maps(example)[1].id
    table = read_table(example, weigh(example, map_id)).complete()
    names = read_names(example, map_id, table)
    distance, _, swept = min(
        (abs(share - item.now), place, item) for place, item in enumerate(sweeps(table)) for share in item.switches
    )
    picture = pictures(example)[0]
    assert distance > 0
    assert names.criteria[swept.criteria[0]] in picture.title
    assert f"now {percent(swept.now)}" in texts(picture)
    for before, after in zip(swept.leads, swept.leads[1:], strict=False):
        turn = f"{percent(after.low)}: {names.options[after.option]} overtakes {names.options[before.option]}"
        assert turn in texts(picture)
        assert turn in picture.alt
    for line in swept.lines:
        assert f"{names.options[line.option]} {round(line.at_one)}" in texts(picture)


def test_doubt_about_each_score_moves_the_lead_as_far_as_weighing_says(example):
    map_id = maps(example)[1].id
    table = read_table(example, weigh(example, map_id)).complete()
    names, totals = read_names(example, map_id, table), table.totals()
    second, first = sorted(range(len(totals)), key=totals.__getitem__)[-2:]
    lead = totals[first] - totals[second]
    picture = pictures(example)[1]
    assert f"the lead of {names.options[first]} over {names.options[second]}" in picture.title
    assert f"now {signed(lead)}" in texts(picture)
    for bar in tornado(table, first, second):
        said = f"{names.criteria[bar.criterion]} from {signed(lead + bar.low)} to {signed(lead + bar.high)}"
        assert said in picture.alt
        assert {signed(lead + bar.low), signed(lead + bar.high)} <= set(texts(picture))


def test_nothing_is_drawn_where_nothing_is_ranked_on_criteria(example):
    assert pictures(example, place=0) == []


def test_nothing_is_drawn_for_formats_of_text(example):
    assert pictures(example, draw=False) == []


def test_nothing_is_drawn_on_short_forms(example):
    assert pictures(example, preset="one-page") == []


def test_nothing_is_drawn_where_numbers_are_hidden(example):
    map_edits.hide_numbers(example, maps(example)[1].id, hidden=True)
    assert pictures(example) == []


def test_pages_with_pictures_still_follow_the_strictest_standards(example, tmp_path):
    map_id = maps(example)[1].id
    done = export_pdf(compose(example, map_id, weigh(example, map_id), preset="outline"), tmp_path / "brief.pdf")
    assert done.standards == ("ua-1", "a-2a")
    assert done.notices == ()
