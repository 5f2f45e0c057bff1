"""If one weight changed: the total of every option over a weight from 0 to 100 %, with the points where they cross."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import CAPTION, GAP, NUMBER, DrawnChart, line_of, straight, words
from desktop_app.drawing.measure import text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Dot, Shape
from desktop_app.wording.rounding import percent, range_text
from desktop_app.wording.sentence import text

_LEFT: Final = 32.0
_RIGHT: Final = 72.0
_TOP: Final = 14.0
_BOTTOM: Final = 34.0
_LABEL_GAP: Final = 15.0
_HALF: Final = 7.0  # of the height of a label
_STROKES: Final = 40  # in a band

_Straight = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(frozen=True, slots=True)
class SweepLine:
    """An option's total at a weight of nothing and of everything; straight between.

    Attributes:
        at_none: least and most, the same where no score is missing; else a band is drawn.
        at_all: the same.
    """

    letter: str
    at_none: tuple[float, float]
    at_all: tuple[float, float]


@dataclass(frozen=True, slots=True)
class SweepSwitch:
    """Where another option comes on top: the share 0…1, the total there, and what holds ("above 46 % D is on top")."""

    share: float
    total: float
    words: str


def sweep_chart(
    lines: Sequence[SweepLine], now: float, switches: Sequence[SweepSwitch], criterion: str, width: float, height: float
) -> DrawnChart:
    """Draws a sweep.

    Args:
        lines: of the options, in their order, which gives them their dashes.
        now: the weight as it is, 0…1.
        switches: where the lead changes.
        criterion: whose weight it is.
        width: of the chart.
        height: of the chart.
    """
    inner = width - _LEFT - _RIGHT
    tall = height - _TOP - _BOTTOM

    def x(share: float) -> float:
        return _LEFT + inner * share

    def y(total: float) -> float:
        return _TOP + tall * (1 - total / 100)

    shapes: list[Shape] = [
        straight(_LEFT, _TOP, _LEFT, _TOP + tall, Role.LINE),
        straight(_LEFT, _TOP + tall, _LEFT + inner, _TOP + tall, Role.LINE),
    ]
    shapes += [words(_LEFT - 6, y(total), str(total), Role.MUTED, CAPTION, Anchor.END) for total in (0, 50, 100)]
    beneath = _TOP + tall + 14
    shapes.append(words(_LEFT, beneath, "0 %", Role.MUTED))
    shapes.append(words(_LEFT + inner, beneath, "100 %", Role.MUTED, CAPTION, Anchor.END))
    label = text("sweep.weight", criterion=criterion)
    middle = _LEFT + inner / 2 - text_width(label, CAPTION) / 2
    ends = text_width("100 %", CAPTION) + GAP
    if text_width(label, CAPTION) > inner - 2 * ends:
        # Between the ends of the axis there is no room for a long name.
        written = wrap(label, CAPTION, width)
        for number, part in enumerate(written, start=1):
            shapes.append(words(0, beneath + CAPTION.line * number, part, Role.MUTED))
        height += CAPTION.line * len(written)
    else:
        shapes.append(words(middle, beneath, label, Role.MUTED))
    shapes.append(straight(x(now), _TOP, x(now), _TOP + tall, Role.INK, 1.0, (3.0, 3.0)))
    shapes.append(words(x(now) + 4, _TOP + 2, text("sweep.now", share=percent(now))))
    for position, line in enumerate(lines):
        shapes += _band(line, x, y)
        for zero, one in dict.fromkeys(zip(line.at_none, line.at_all, strict=True)):
            shapes.append(straight(x(0), y(zero), x(1), y(one), Role.OPTION, 2.0, line_of(position)))
    shapes += _ends(lines, x(1) + 6, y)
    for switch in switches:
        shapes.append(Dot(x(switch.share), y(switch.total), 4.0, Role.CARD, Role.INK))
    drawn = [
        (x(0), y(zero), x(1), y(one)) for line in lines for zero, one in zip(line.at_none, line.at_all, strict=True)
    ]
    shapes += _turns([(x(item.share), y(item.total), item.words) for item in switches], drawn)
    alt = "; ".join(
        text("chart.alt.range", name=line.letter, low=range_text(*line.at_none), high=range_text(*line.at_all))
        for line in lines
    )
    turns = "".join(f" {switch.words}." for switch in switches)
    return DrawnChart(width, height, tuple(shapes), text("sweep.alt", criterion=criterion, lines=alt) + turns)


def _band(line: SweepLine, x: Callable[[float], float], y: Callable[[float], float]) -> list[Shape]:
    """Fine strokes between the least and the most of an option that misses a score."""
    if line.at_none[0] == line.at_none[1] and line.at_all[0] == line.at_all[1]:
        return []
    shapes: list[Shape] = []
    for number in range(_STROKES + 1):
        share = number / _STROKES
        low, high = ((1 - share) * zero + share * one for zero, one in zip(line.at_none, line.at_all, strict=True))
        shapes.append(straight(x(share), y(low), x(share), y(high), Role.LINE))
    return shapes


def _turns(turns: Sequence[tuple[float, float, str]], lines: Sequence[_Straight]) -> list[Shape]:
    """What happens at each switch, beside it where the fewest lines and words are crossed."""
    shapes: list[Shape] = []
    taken: list[tuple[float, float, float]] = []
    end = max((line[2] for line in lines), default=0.0)
    for across, down, label in turns:
        wide = text_width(label, NUMBER)
        places = [
            (left, down + shift, left + wide)
            for shift in (14.0, -14.0, 24.0, -24.0)
            for left in (across + 8, across - 8 - wide)
            if left >= _LEFT and left + wide <= end and down + shift > _TOP
        ] or [(max(_LEFT, across - 8 - wide), down + 14, across - 8)]
        best = min(places, key=lambda place: _crossed(place, lines, taken))
        taken.append(best)
        shapes.append(words(best[0], best[1], label, Role.INK, NUMBER))
    return shapes


def _crossed(
    place: tuple[float, float, float], lines: Sequence[_Straight], taken: Sequence[tuple[float, float, float]]
) -> int:
    """How many lines run through a label from left to right around a height, and how many labels lie there."""
    left, middle, right = place
    through = 0
    for x1, y1, x2, y2 in lines:
        slope = (y2 - y1) / (x2 - x1)
        heights = sorted((y1 + slope * (left - x1), y1 + slope * (right - x1)))
        through += heights[0] < middle + _HALF and heights[1] > middle - _HALF
    return through + sum(left < other[2] and right > other[0] and abs(middle - other[1]) < 2 * _HALF for other in taken)


def _ends(lines: Sequence[SweepLine], left: float, y: Callable[[float], float]) -> list[Shape]:
    """The letters at the right, moved apart where they would overlap."""
    wanted = sorted((y(sum(line.at_all) / 2), f"{line.letter} {range_text(*line.at_all)}") for line in lines)
    placed: list[Shape] = []
    last = -_LABEL_GAP
    for middle, label in wanted:
        last = max(middle, last + _LABEL_GAP)
        placed.append(words(left, last, label, Role.OPTION, NUMBER))
    return placed
