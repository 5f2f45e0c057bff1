"""Dots and small multiples: everybody is there once, nothing covers a name, and the words say it all."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.drawing.charts.dots import NamedDot, dot_chart
from desktop_app.drawing.charts.multiples import Multiple, SmallBar, small_multiples
from desktop_app.drawing.charts.picture import DrawnChart
from desktop_app.drawing.charts.shares import Strip, strips
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Curve, Dot, Text

TICKS = ((0.0, "not relevant"), (25.0, "minor"), (50.0, "moderate"), (75.0, "major"), (100.0, "decisive"))
VALUES = st.lists(st.integers(0, 100).map(float), min_size=1, max_size=40)


def _people(values: list[float]) -> list[NamedDot]:
    return [NamedDot(f"Person {number}", value, f"{value:g}", is_own=not number) for number, value in enumerate(values)]


def _draw(values: list[float], width: float = 700.0) -> DrawnChart:
    return dot_chart(_people(values), TICKS, (50.0, "moderate"), Role.PRO, width)


def _dots(chart: DrawnChart) -> list[Dot]:
    return [shape for shape in chart.shapes if isinstance(shape, Dot)]


def _spans(chart: DrawnChart) -> list[tuple[float, float, float]]:
    """Every text as (line, left, right)."""
    found = []
    for shape in chart.shapes:
        if isinstance(shape, Text):
            long = text_width(shape.text, shape.style)
            left = shape.x - long if shape.anchor is Anchor.END else shape.x
            found.append((shape.y, left, left + long))
    return found


@given(VALUES, st.floats(300, 1200))
def test_every_person_has_a_dot_inside_the_chart_and_no_two_cover_each_other(values: list[float], width: float) -> None:
    chart = _draw(values, width)
    dots = _dots(chart)
    assert len(dots) == len(values)
    for dot in dots:
        assert dot.x - dot.radius >= 0
        assert dot.x + dot.radius <= width
        assert dot.y - dot.radius >= 0
        assert dot.y + dot.radius <= chart.height
    by_column: dict[float, list[float]] = {}
    for dot in dots:
        by_column.setdefault(dot.x, []).append(dot.y)
    assert all(len(set(heights)) == len(heights) for heights in by_column.values())
    assert all(f"Person {number} {value:g}" in chart.words for number, value in enumerate(values))


@given(VALUES.map(lambda values: values[:8]), st.floats(400, 1200))
def test_no_text_covers_another(values: list[float], width: float) -> None:
    spans = _spans(_draw(values, width))
    for number, (line, left, right) in enumerate(spans):
        assert left >= -0.5
        assert right <= width + 0.5
        for other_line, other_left, other_right in spans[:number]:
            assert line != other_line or right <= other_left + 0.5 or other_right <= left + 0.5


def test_few_people_are_named_and_many_are_not() -> None:
    named = _draw([0.0, 100.0])
    assert {"Person 0", "Person 1"} <= {shape.text for shape in named.shapes if isinstance(shape, Text)}
    crowd = _draw([float(number) for number in range(40)])
    assert not any(shape.text.startswith("Person") for shape in crowd.shapes if isinstance(shape, Text))


def test_the_maps_own_number_is_a_ring_beneath_the_others() -> None:
    own, other = _dots(_draw([50.0, 50.0]))
    assert (own.fill, own.stroke) == (Role.CARD, Role.INK)
    assert other.fill is Role.PRO
    assert own.y > other.y


def test_a_tall_stack_shrinks_its_dots_instead_of_the_room_above() -> None:
    few, many = _draw([50.0] * 9), _draw([50.0] * 60)
    assert _dots(many)[0].radius < _dots(few)[0].radius
    assert many.height < 3 * few.height


def test_a_pole_leads_to_a_name_that_stands_above_another() -> None:
    chart = _draw([50.0, 53.0])
    poles = [shape for shape in chart.shapes if isinstance(shape, Curve) and shape.points[0] == shape.points[6]]
    assert len(poles) == 2  # the middle's mark, and one pole


def test_words_of_the_scale_give_way_where_there_is_no_room() -> None:
    narrow = [shape.text for shape in _draw([50.0], 240.0).shapes if isinstance(shape, Text)]
    assert "not relevant" in narrow
    assert "moderate" not in narrow or "minor" not in narrow


@given(st.integers(1, 9), st.integers(1, 5), st.floats(200, 1200))
def test_multiples_stay_inside_and_say_every_number(people: int, options: int, width: float) -> None:
    bars = tuple(SmallBar(chr(65 + place), 20.0 * place, str(20 * place)) for place in range(options))
    chart = small_multiples([Multiple(f"Person {number}", bars) for number in range(people)], width)
    for shape in chart.shapes:
        if isinstance(shape, Box):
            assert shape.x >= 0
            assert shape.x + shape.width <= width + 0.5
            assert shape.y + shape.height <= chart.height
    assert all(f"Person {number}: A 0" in chart.words for number in range(people))


def test_no_multiples_draw_nothing() -> None:
    assert small_multiples([], 400.0) == DrawnChart(400.0, 0.0, (), "")


def test_strips_say_values_as_they_are_written() -> None:
    row = Strip("A", (62.0, 48.0), 55.0, "+10", ("+24", "−4"))
    assert strips([row], 600.0).words == "A: +24, −4 (+10)."


def test_a_crowd_on_one_strip_stays_in_its_row() -> None:
    few, crowd = Strip("B", (50.0, 60.0), 55.0, "2 say"), Strip("A", (50.0,) * 60, 50.0, "60 say")
    chart = strips([few, crowd], 600.0)
    tracks = [shape.points[1] for shape in chart.shapes if isinstance(shape, Curve) and shape.role is Role.TRACK]
    above = _dots(chart)[:2]
    stack = _dots(chart)[2:]
    assert len(stack) == 60
    assert all(dot.y == tracks[0] for dot in above)
    assert min(dot.y - dot.radius for dot in stack) >= max(dot.y + dot.radius for dot in above)
    assert max(dot.y for dot in stack) == tracks[1]
    assert chart.height < 120
