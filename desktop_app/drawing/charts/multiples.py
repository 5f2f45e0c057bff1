"""Small multiples: the same few bars once for each person, all on one scale, to be compared at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import BAR, CAPTION, GAP, NUMBER, DrawnChart, words
from desktop_app.drawing.measure import elide, text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Shape

_LEAST_WIDTH: Final = 190.0
_ROW: Final = 20.0
_BETWEEN: Final = 24.0


@dataclass(frozen=True, slots=True)
class SmallBar:
    """One bar, 0…100, with its number as it is shown."""

    name: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Multiple:
    """The bars of one person, in the order they are drawn; the first is set off."""

    name: str
    bars: tuple[SmallBar, ...]


def small_multiples(multiples: Sequence[Multiple], width: float, *, whole_names: bool = False) -> DrawnChart:
    """As many beside each other as have room."""
    if not multiples:
        return DrawnChart(width, 0.0, (), "")
    columns = max(1, min(len(multiples), int((width + _BETWEEN) // (_LEAST_WIDTH + _BETWEEN))))
    each = (width - _BETWEEN * (columns - 1)) / columns
    heads = [wrap(item.name, NUMBER, each) if whole_names else (elide(item.name, NUMBER, each),) for item in multiples]
    lines = max(len(head) for head in heads)
    tall = _ROW * (max(len(item.bars) for item in multiples) + lines)
    shapes: list[Shape] = []
    for number, item in enumerate(multiples):
        left, top = (number % columns) * (each + _BETWEEN), (number // columns) * (tall + GAP)
        for place, line in enumerate(heads[number]):
            shapes.append(words(left, top + _ROW * (place + 0.5), line, Role.INK, NUMBER))
        shapes += _bars(item, left, top + _ROW * lines, each)
    rows = -(-len(multiples) // columns)
    alt = ". ".join(f"{item.name}: {', '.join(f'{bar.name} {bar.shown}' for bar in item.bars)}" for item in multiples)
    return DrawnChart(width, rows * (tall + GAP) - GAP, tuple(shapes), f"{alt}.")


def _bars(item: Multiple, left: float, top: float, width: float) -> list[Shape]:
    names = max((text_width(bar.name, NUMBER) for bar in item.bars), default=0.0) + GAP
    numbers = max((text_width(bar.shown, NUMBER) for bar in item.bars), default=0.0) + GAP
    inner = width - names - numbers
    made: list[Shape] = []
    for number, bar in enumerate(item.bars):
        middle = top + _ROW * (number + 0.5)
        made.append(words(left, middle, bar.name, Role.INK, CAPTION if number else NUMBER))
        made.append(Box(left + names, middle - BAR / 2, inner, BAR, 1.0, Role.TRACK))
        role = Role.MUTED if number else Role.OPTION
        made.append(Box(left + names, middle - BAR / 2, max(inner * bar.value / 100, 0.5), BAR, 1.0, role))
        made.append(words(left + width, middle, bar.shown, Role.INK, CAPTION if number else NUMBER, Anchor.END))
    return made
