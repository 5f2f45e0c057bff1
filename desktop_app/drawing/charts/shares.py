"""How often: ranks in a hundred trials as stacked bars, and one person's value beside another's as strips of dots."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import BAR, CAPTION, GAP, ROW, DrawnChart, named_rows, straight, words
from desktop_app.drawing.measure import elide, text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Dot, Shape
from desktop_app.wording.rounding import hundreds, whole
from desktop_app.wording.sentence import text

_NAMES: Final = 0.36
_STRIP: Final = 30.0
_DOT: Final = 4.5
_TALLEST: Final = 44.0  # from the strip to the top of its highest stack


@dataclass(frozen=True, slots=True)
class RankShares:
    """In how many of 100 trials an option came first, second …; `shares` sum to 1."""

    name: str
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Values of one thing, one per person.

    Attributes:
        values: places on the scale, 0…100.
        middle: the group's place; None: it has none.
        label: how far they differ.
        shown: the values as they are written; without, their places as whole numbers.
    """

    name: str
    values: tuple[float, ...]
    middle: float | None
    label: str
    shown: tuple[str, ...] = ()


def rank_chart(options: Sequence[RankShares], width: float, *, whole_names: bool = False) -> DrawnChart:
    """First places as full bars, later ones ever lighter (by width of the bar, not by colour alone)."""
    named = [(option.name, CAPTION) for option in options]
    rows = named_rows(named, width, _NAMES, [ROW] * len(named), whole_names=whole_names)
    names = rows.left
    room = text_width(text("chart.first.count", count=100), CAPTION) + GAP
    inner = width - names - room
    shapes = list(rows.shapes)
    firsts = hundreds([option.shares[0] if option.shares else 0.0 for option in options])
    for number, (option, middle) in enumerate(zip(options, rows.middles, strict=True)):
        at = names
        for rank, share in enumerate(option.shares):
            long = inner * share
            tall = BAR * max(0.25, 1 - 0.28 * rank)
            if long >= 0.5:
                shapes.append(Box(at, middle - tall / 2, long, tall, 0.0, Role.OPTION if rank == 0 else Role.LINE))
            at += long
        count = text("chart.first.count", count=firsts[number])
        shapes.append(words(width, middle, count, Role.MUTED, CAPTION, Anchor.END))
    alt = "; ".join(
        text("chart.first", option=option.name, count=count) for option, count in zip(options, firsts, strict=True)
    )
    return DrawnChart(width, rows.height, tuple(shapes), f"{alt}.")


def strips(rows: Sequence[Strip], width: float, *, whole_names: bool = False) -> DrawnChart:
    """A dot per person on one scale from 0 to 100, with the group's value as a line."""
    names = width * _NAMES
    is_long = any(text_width(row.name, CAPTION) > names - GAP for row in rows)
    above = [wrap(row.name, CAPTION, width) if whole_names and is_long else () for row in rows]
    names = 0.0 if any(above) else names
    room = max((text_width(row.label, CAPTION) for row in rows), default=0.0) + 2 * GAP
    inner = width - names - room - 2 * _DOT
    left = names + _DOT
    shapes: list[Shape] = []
    top = 0.0
    for row, lines in zip(rows, above, strict=True):
        for line in lines:
            shapes.append(words(0, top + CAPTION.line / 2, line))
            top += CAPTION.line
        dots = _levels(row, inner)
        highest = max((level for _, level in dots), default=0)
        # Equal values stand on one another; a crowd makes the row higher, then its dots close up.
        step = min(1.1 * _DOT, (_TALLEST - _DOT) / max(highest, 1))
        middle = top + max(_STRIP / 2, _DOT + step * highest)
        if not lines:
            shapes.append(words(0, middle, elide(row.name, CAPTION, names - GAP)))
        shapes.append(straight(left, middle, left + inner, middle, Role.TRACK, 2.0))
        if row.middle is not None:
            at = left + inner * row.middle / 100
            shapes.append(straight(at, middle - 9, at, middle + 9, Role.INK, 2.0))
        shapes += [Dot(left + x, middle - level * step, _DOT, Role.OPTION, Role.CARD) for x, level in dots]
        shapes.append(words(width, middle, row.label, Role.MUTED, CAPTION, Anchor.END))
        top = middle + _STRIP / 2
    alt = "; ".join(f"{row.name}: {', '.join(_shown(row))} ({row.label})" for row in rows)
    return DrawnChart(width, top, tuple(shapes), f"{alt}." if alt else "")


def _levels(row: Strip, inner: float) -> list[tuple[float, int]]:
    """Where each dot stands along the strip, and on how many others."""
    stacked: dict[int, int] = {}
    dots = []
    for value in sorted(row.values):
        x = inner * value / 100
        column = round((x + _DOT) / (2 * _DOT))
        dots.append((x, stacked.get(column, 0)))
        stacked[column] = dots[-1][1] + 1
    return dots


def _shown(row: Strip) -> tuple[str, ...]:
    return row.shown or tuple(str(whole(value)) for value in row.values)
