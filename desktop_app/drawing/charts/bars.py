"""Bars from a common zero line: what each criterion gives one option over another, tornado, waterfall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import BAR, CAPTION, GAP, NUMBER, ROW, DrawnChart, named_rows, straight, words
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Shape
from desktop_app.wording.sentence import text

_NAMES: Final = 0.36  # of the width
_LEAST_SCALE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class SignedBar:
    """One bar to the right of zero or to the left, with its number as it is shown.

    Attributes:
        low: where the value is not known, the least it can be; `value` is then the most, and the bar is hollow.
    """

    name: str
    value: float
    shown: str
    low: float | None = None


@dataclass(frozen=True, slots=True)
class RangeBar:
    """A bar from low to high around now (a line at each end says how it is shown)."""

    name: str
    low: float
    high: float
    low_shown: str
    high_shown: str


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """A part of a sum; steps build on one another, the last is the sum itself."""

    name: str
    value: float
    shown: str
    role: Role
    is_total: bool = False


def signed_bars(
    bars: Sequence[SignedBar],
    width: float,
    *,
    right: Role = Role.OPTION,
    left: Role = Role.EVIDENCE,
    whole_names: bool = False,
) -> DrawnChart:
    """Bars to both sides of one zero line, all on one scale."""
    rows = named_rows([(bar.name, CAPTION) for bar in bars], width, _NAMES, [ROW] * len(bars), whole_names=whole_names)
    names = rows.left
    room = max(text_width(bar.shown, NUMBER) for bar in bars) + GAP if bars else 0.0
    most_right = max((bar.value for bar in bars), default=0.0)
    most_left = max((-(bar.value if bar.low is None else bar.low) for bar in bars), default=0.0)
    reach = max(most_right, 0.0) + max(most_left, 0.0)
    scale = (width - names - 2 * room) / max(reach, _LEAST_SCALE)
    zero = names + room + max(most_left, 0.0) * scale
    shapes = list(rows.shapes)
    for bar, middle in zip(bars, rows.middles, strict=True):
        role = right if bar.value >= 0 else left
        start, end = sorted((zero + (bar.value if bar.low is None else bar.low) * scale, zero + bar.value * scale))
        if bar.low is None:
            start, end = min(start, zero), max(end, zero)
        drawn = (None, role) if bar.low is not None else (role, None)
        shapes.append(Box(start, middle - BAR / 2, max(end - start, 0.5), BAR, 1.0, *drawn))
        if bar.value >= 0:
            shapes.append(words(end + GAP / 2, middle, bar.shown, Role.INK, NUMBER))
        else:
            shapes.append(words(start - GAP / 2, middle, bar.shown, Role.INK, NUMBER, Anchor.END))
    height = rows.height
    stretches = rows.stretches(0.0, ROW)
    shapes += [straight(zero, top, zero, bottom, Role.INK, 1.5) for top, bottom in stretches]
    alt = "; ".join(f"{bar.name} {bar.shown}" for bar in bars)
    return DrawnChart(width, height, tuple(shapes), f"{alt}." if alt else "")


def range_bars(
    bars: Sequence[RangeBar], now: float, now_shown: str, width: float, *, whole_names: bool = False
) -> DrawnChart:
    """Bars around one value, the widest first: how far each doubt moves it (a tornado).

    Args:
        bars: of each doubt.
        now: the value they move.
        now_shown: in words, with its number: "now +11", "at worst +36".
        width: of the chart.
        whole_names: whether no name may be cut.
    """
    ordered = sorted(bars, key=lambda item: item.low - item.high)
    named = [(bar.name, CAPTION) for bar in ordered]
    rows = named_rows(named, width, _NAMES, [ROW] * len(named), whole_names=whole_names, top=ROW)
    names = rows.left
    room = 40.0
    low = min([now, *(bar.low for bar in bars)])
    high = max([now, *(bar.high for bar in bars)])
    scale = (width - names - 2 * room) / max(high - low, _LEAST_SCALE)

    def x(value: float) -> float:
        return names + room + (value - low) * scale

    start = min(x(now), width - text_width(now_shown, CAPTION)) if whole_names else x(now)
    shapes: list[Shape] = [words(start, ROW / 2, now_shown, Role.MUTED)]
    shapes += rows.shapes
    for bar, middle in zip(ordered, rows.middles, strict=True):
        left, right = x(bar.low), x(bar.high)
        shapes.append(Box(left, middle - BAR / 2, max(right - left, 0.5), BAR, 1.0, Role.OPTION))
        shapes.append(words(left - GAP / 2, middle, bar.low_shown, Role.INK, NUMBER, Anchor.END))
        shapes.append(words(right + GAP / 2, middle, bar.high_shown, Role.INK, NUMBER))
    height = rows.height
    stretches = rows.stretches(ROW * 0.9, ROW)
    shapes += [straight(x(now), top, x(now), bottom, Role.INK, 1.5, (3.0, 2.0)) for top, bottom in stretches]
    alt = "; ".join(text("chart.alt.range", name=bar.name, low=bar.low_shown, high=bar.high_shown) for bar in bars)
    return DrawnChart(width, height, tuple(shapes), f"{now_shown[:1].upper()}{now_shown[1:]}. {alt}.")


def waterfall(steps: Sequence[WaterfallStep], width: float, *, whole_names: bool = False) -> DrawnChart:
    """Parts that add up to a sum, each beginning where the one before ended."""
    named = [(step.name, NUMBER if step.is_total else CAPTION) for step in steps]
    rows = named_rows(named, width, _NAMES, [ROW] * len(named), whole_names=whole_names)
    names = rows.left
    room = 44.0
    ends: list[tuple[float, float]] = []
    at = 0.0
    for step in steps:
        start = 0.0 if step.is_total else at
        at = step.value if step.is_total else at + step.value
        ends.append((start, at))
    low = min([0.0, *(value for pair in ends for value in pair)])
    high = max([0.0, *(value for pair in ends for value in pair)])
    scale = (width - names - 2 * room) / max(high - low, _LEAST_SCALE)

    def x(value: float) -> float:
        return names + room + (value - low) * scale

    shapes = list(rows.shapes)
    for number, (step, (start, end), middle) in enumerate(zip(steps, ends, rows.middles, strict=True)):
        left, right = sorted((x(start), x(end)))
        shapes.append(Box(left, middle - BAR / 2, max(right - left, 0.5), BAR, 1.0, step.role))
        if end >= start:
            shapes.append(words(right + GAP / 2, middle, step.shown, Role.INK, NUMBER))
        else:
            shapes.append(words(left - GAP / 2, middle, step.shown, Role.INK, NUMBER, Anchor.END))
        if number + 1 < len(steps) and not rows.are_above:
            shapes.append(straight(x(end), middle + BAR / 2, x(end), middle + ROW - BAR / 2, Role.LINE))
    height = rows.height
    shapes += [straight(x(0.0), top, x(0.0), bottom, Role.INK) for top, bottom in rows.stretches(0.0, ROW)]
    alt = "; ".join(f"{step.name} {step.shown}" for step in steps)
    return DrawnChart(width, height, tuple(shapes), f"{alt}.")
