"""One number as several people give it: a named dot for each on a scale, those that agree on one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import CAPTION, GAP, DrawnChart, straight, words
from desktop_app.drawing.measure import elide, text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Dot, Shape
from desktop_app.wording.sentence import text

_RADIUS: Final = 5.0
_LEAST_RADIUS: Final = 2.2
_TALLEST: Final = 120.0  # of a stack; its dots shrink rather than the chart grows
_LABEL: Final = 18.0  # from one line of names to the next
_LONGEST_LABEL: Final = 300.0
_MOST_NAMED: Final = 8
_AXIS: Final = 24.0  # beneath the dots, with its words


@dataclass(frozen=True, slots=True)
class NamedDot:
    """What one person says.

    Attributes:
        name: theirs.
        value: on the scale, 0…100.
        shown: the value as it is written.
        is_own: whether it is the map's own number, drawn hollow.
    """

    name: str
    value: float
    shown: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class _Stack:
    x: float
    dots: tuple[NamedDot, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    stack: _Stack
    text: str
    x: float
    end: float
    level: int
    has_pole: bool = True


def dot_chart(
    dots: Sequence[NamedDot],
    ticks: Sequence[tuple[float, str]],
    middle: tuple[float, str],
    role: Role,
    width: float,
    *,
    whole_names: bool = False,
) -> DrawnChart:
    """Dots over an axis; with few people their names stand above them.

    Args:
        dots: at least one.
        ticks: places on the scale, 0…100 and in order, with their words.
        middle: the place that has half of them on either side, and how it is written.
        role: the colour of the dots.
        width: of the chart.
        whole_names: whether no name may be cut.
    """
    left, inner = 2 * _RADIUS, width - 4 * _RADIUS
    stacks = _stacks(dots, left, inner)
    highest = max(len(stack.dots) for stack in stacks)
    radius = max(_LEAST_RADIUS, min(_RADIUS, _TALLEST / (2 * highest)))
    labels = _labels(stacks, width, whole_names=whole_names) if len(dots) <= _MOST_NAMED else []
    lines = 1 + max((label.level for label in labels), default=-1)
    axis = lines * _LABEL + max(2 * radius * highest, 2 * _RADIUS) + GAP
    shapes: list[Shape] = [straight(0, axis, width, axis, Role.LINE)]
    at = left + inner * middle[0] / 100
    shapes.append(straight(at, axis, at, axis + 6, Role.INK, 2.0))
    for stack in stacks:
        for level, dot in enumerate(stack.dots):
            y = axis - 2 - radius * (2 * level + 1)
            shapes.append(Dot(stack.x, y, radius, Role.CARD if dot.is_own else role, Role.INK if dot.is_own else role))
    for label in labels:
        height, x = (lines - 1 - label.level + 0.5) * _LABEL, label.stack.x
        top = axis - 2 - 2 * radius * len(label.stack.dots)
        if label.level and label.has_pole:
            shapes.append(straight(x, height + _LABEL / 2, x, top - 1, Role.LINE))
        shapes.append(words(label.x, height, label.text, Role.MUTED))
    shapes += _tick_words(ticks, left, inner, axis + _AXIS / 2 + 3, width)
    alt = "; ".join(f"{dot.name} {dot.shown}" for dot in dots)
    return DrawnChart(width, axis + _AXIS, tuple(shapes), text("chart.alt.middle", dots=alt, middle=middle[1]))


def _stacks(dots: Sequence[NamedDot], left: float, inner: float) -> list[_Stack]:
    """Dots that would cover each other stand on one another, the map's own at the bottom; from left to right."""
    gathered: list[list[NamedDot]] = []
    for dot in sorted(dots, key=lambda item: item.value):
        if gathered and inner * (dot.value - gathered[-1][0].value) / 100 < 2 * _RADIUS:
            gathered[-1].append(dot)
        else:
            gathered.append([dot])
    return [
        _Stack(
            left + inner * sum(dot.value for dot in group) / len(group) / 100,
            tuple(sorted(group, key=lambda item: not item.is_own)),
        )
        for group in gathered
    ]


def _labels(stacks: Sequence[_Stack], width: float, *, whole_names: bool) -> list[_Label]:
    """The names over each stack, like flags: each above those it would cover, so that no pole crosses a name."""
    made: list[_Label] = []
    for stack in reversed(stacks):
        names, room = ", ".join(dot.name for dot in stack.dots), min(_LONGEST_LABEL, width)
        lines = wrap(names, CAPTION, room) if whole_names else (elide(names, CAPTION, room),)
        # The last line stands lowest: only beneath it there is a pole.
        for number, line in enumerate(reversed(lines)):
            long = text_width(line, CAPTION)
            x = min(stack.x - _RADIUS, width - long)
            covered = [label.level for label in made if label.x < x + long + GAP and x < label.end + GAP]
            made.append(_Label(stack, line, x, x + long, 1 + max(covered, default=-1), has_pole=not number))
    return made


def _tick_words(
    ticks: Sequence[tuple[float, str]], left: float, inner: float, middle: float, width: float
) -> list[Shape]:
    made: list[Shape] = []
    end = -GAP
    for number, (value, tick) in enumerate(ticks):
        long = text_width(tick, CAPTION)
        at = left + inner * value / 100
        is_last = number == len(ticks) - 1
        x = 0.0 if not number else width - long if is_last else at - long / 2
        if x >= end + GAP:
            made.append(words(width if is_last else x, middle, tick, Role.MUTED, CAPTION, _anchor(is_last=is_last)))
            end = x + long
    return made


def _anchor(*, is_last: bool) -> Anchor:
    return Anchor.END if is_last else Anchor.START
