"""Charts: one scale for all bars, nothing outside the picture, and the same said in words."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.drawing.charts.bars import (
    RangeBar,
    SignedBar,
    WaterfallStep,
    range_bars,
    signed_bars,
    waterfall,
)
from desktop_app.drawing.charts.picture import DrawnChart
from desktop_app.drawing.charts.scatter import ValueAtCost, scatter
from desktop_app.drawing.charts.shares import RankShares, Strip, rank_chart, strips
from desktop_app.drawing.charts.sweep import SweepLine, SweepSwitch, sweep_chart
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Curve, Dot, Text

NUMBERS = st.floats(-100, 100).map(lambda value: round(value, 1))


def _boxes(chart: DrawnChart) -> list[Box]:
    return [shape for shape in chart.shapes if isinstance(shape, Box)]


def _texts(chart: DrawnChart) -> list[str]:
    return [shape.text for shape in chart.shapes if isinstance(shape, Text)]


def _assert_inside(chart: DrawnChart) -> None:
    for shape in chart.shapes:
        if isinstance(shape, Text):
            wide = text_width(shape.text, shape.style)
            left = shape.x - wide if shape.anchor is Anchor.END else shape.x
            assert left >= -0.5
            assert left + wide <= chart.width + 0.5
        elif isinstance(shape, Box):
            assert shape.x >= -0.5
            assert shape.x + shape.width <= chart.width + 0.5
        elif isinstance(shape, Dot):
            assert 0 <= shape.x <= chart.width
        else:
            assert isinstance(shape, Curve)
            assert all(-0.5 <= x <= chart.width + 0.5 for x in shape.points[::2])


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.floats(300, 1200))
def test_signed_bars_share_one_scale_and_stay_inside(values: list[float], width: float) -> None:
    bars = [SignedBar(f"Criterion {number}", value, f"{value:+.0f}") for number, value in enumerate(values)]
    chart = signed_bars(bars, width)
    _assert_inside(chart)
    scales = [box.width / abs(value) for box, value in zip(_boxes(chart), values, strict=True) if abs(value) > 5]
    assert all(scale == pytest.approx(scales[0], rel=1e-6) for scale in scales)
    for bar in bars:
        assert f"{bar.name} {bar.shown}" in chart.words


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.floats(300, 1200))
def test_each_step_of_a_waterfall_begins_where_the_one_before_ended(values: list[float], width: float) -> None:
    steps = [WaterfallStep(f"Part {number}", value, f"{value:+.0f}", Role.PRO) for number, value in enumerate(values)]
    steps.append(WaterfallStep("Together", sum(values), f"{sum(values):+.0f}", Role.INK, is_total=True))
    chart = waterfall(steps, width)
    _assert_inside(chart)
    boxes = _boxes(chart)
    before_last, last = boxes[-2], boxes[-1]
    end = before_last.x + before_last.width if values[-1] >= 0 else before_last.x
    total_end = last.x + last.width if sum(values) >= 0 else last.x
    assert end == pytest.approx(total_end, abs=1.0)


def test_a_tornado_puts_the_widest_doubt_first() -> None:
    bars = [RangeBar("Narrow", 58, 62, "58", "62"), RangeBar("Wide", 40, 80, "40", "80")]
    chart = range_bars(bars, 60, "now 60", 500)
    _assert_inside(chart)
    wide, narrow = _boxes(chart)
    assert wide.width > narrow.width
    assert "Wide from 40 to 80" in chart.words


def test_a_sweep_tells_options_apart_by_dashes_and_keeps_their_letters_apart() -> None:
    lines = [SweepLine(letter, (50.0, 50.0), (60.0, 60.0)) for letter in "ABCDE"]
    switch = SweepSwitch(0.39, 55.0, "above 39 % C is on top")
    chart = sweep_chart(lines, 0.25, [switch], "Enforceability", 560, 220)
    _assert_inside(chart)
    dashes = [shape.dash for shape in chart.shapes if isinstance(shape, Curve) and shape.thickness == 2.0]
    assert len(set(dashes)) == 5
    middles = sorted(shape.y for shape in chart.shapes if isinstance(shape, Text) and shape.text.endswith(" 60"))
    assert all(after - before >= 14 for before, after in itertools.pairwise(middles))
    assert "above 39 % C is on top" in chart.words


def test_the_words_of_a_switch_stand_beside_the_lines_that_cross_there() -> None:
    lines = [
        SweepLine(letter, (start, start), (end, end))
        for letter, start, end in (("C", 75, 50), ("D", 54, 75), ("A", 21, 15))
    ]
    chart = sweep_chart(lines, 0.22, [SweepSwitch(0.46, 63.6, "above 46 % D is on top")], "Specificity", 640, 220)
    said = next(shape for shape in chart.shapes if isinstance(shape, Text) and "on top" in shape.text)
    top, bottom = said.y - said.style.size * 0.75, said.y
    for line in (shape.points for shape in chart.shapes if isinstance(shape, Curve) and shape.thickness == 2.0):
        slope = (line[7] - line[1]) / (line[6] - line[0])
        ends = (said.x, said.x + text_width(said.text, said.style))
        heights = [line[1] + slope * (across - line[0]) for across in ends]
        assert max(heights) < top or min(heights) > bottom


def test_a_sweep_without_a_switch_says_its_totals_and_nothing_of_a_turn() -> None:
    chart = sweep_chart([SweepLine("A", (10, 10), (20, 20))], 0.5, [], "Scope", 400, 200)
    assert chart.words == "Totals over the weight of Scope: A from 10 to 20."


def test_an_option_that_misses_a_score_is_a_band_between_the_least_and_the_most() -> None:
    lines = [SweepLine("A", (20, 50), (30, 90)), SweepLine("B", (40, 40), (10, 10))]
    chart = sweep_chart(lines, 0.5, [], "Scope", 400, 200)
    _assert_inside(chart)
    assert "A from 20–50 to 30–90; B from 40 to 10" in chart.words
    assert len([shape for shape in chart.shapes if isinstance(shape, Curve) and shape.thickness == 2.0]) == 3
    assert any(shape.text == "A 30–90" for shape in chart.shapes if isinstance(shape, Text))


def test_a_value_that_is_not_known_is_a_hollow_bar_from_its_least_to_its_most() -> None:
    chart = signed_bars([SignedBar("Open", 30, "−10 to +30", -10), SignedBar("Known", 20, "+20")], 500)
    _assert_inside(chart)
    hollow, full = _boxes(chart)
    assert (hollow.fill, full.stroke) == (None, None)
    assert hollow.width == pytest.approx(2 * full.width)
    assert "Open −10 to +30" in chart.words


def test_ranks_fill_the_same_length_and_name_first_places() -> None:
    chart = rank_chart([RankShares("A", (0.85, 0.15)), RankShares("B", (0.15, 0.85))], 500)
    _assert_inside(chart)
    assert "first in 85 of 100" in _texts(chart)
    first, second = _boxes(chart)[:2], _boxes(chart)[2:]
    assert sum(box.width for box in first) == pytest.approx(sum(box.width for box in second))


def test_equal_values_in_a_strip_stand_on_one_another() -> None:
    chart = strips([Strip("Claim", (50.0, 50.0, 90.0), 60.0, "wide apart")], 500)
    _assert_inside(chart)
    dots = [shape for shape in chart.shapes if isinstance(shape, Dot)]
    assert len({(round(dot.x, 3), round(dot.y, 3)) for dot in dots}) == 3
    assert "Claim: 50, 50, 90 (wide apart)" in chart.words


def test_the_frontier_joins_what_none_beats() -> None:
    points = [
        ValueAtCost("A", (60, 60), 10, "10 m", is_efficient=True),
        ValueAtCost("B", (40, 60), 20, "20 m", is_efficient=False),
        ValueAtCost("C", (90, 90), 30, "30 m", is_efficient=True),
    ]
    chart = scatter(points, "Cost", 400, 240)
    _assert_inside(chart)
    assert len([shape for shape in chart.shapes if isinstance(shape, Curve) and shape.dash]) == 1
    assert "B: value 40–60 at 20 m, beaten" in chart.words
