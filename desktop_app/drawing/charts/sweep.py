"""If one weight changed: the total of every option over a weight from 0 to 100 %, with the points where they cross."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing.charts.picture import CAPTION, NUMBER, Chart, line_of, straight, words
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Dot, Shape

_LEFT: Final = 32.0
_RIGHT: Final = 64.0
_TOP: Final = 14.0
_BOTTOM: Final = 34.0
_LABEL_GAP: Final = 15.0


@dataclass(frozen=True, slots=True)
class SweepLine:
    """An option's total at a weight of nothing and of everything; straight between."""

    letter: str
    at_none: float
    at_all: float


@dataclass(frozen=True, slots=True)
class Switch:
    """Where the lead changes: the share 0…1, the total there, and what happens in words ("39 %: C overtakes A")."""

    share: float
    total: float
    words: str


def sweep_chart(
    lines: Sequence[SweepLine], now: float, switches: Sequence[Switch], criterion: str, width: float, height: float
) -> Chart:
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
    label = f"weight of {criterion}"
    middle = _LEFT + inner / 2 - text_width(label, CAPTION) / 2
    shapes.append(words(middle, beneath, label, Role.MUTED))
    shapes.append(straight(x(now), _TOP, x(now), _TOP + tall, Role.INK, 1.0, (3.0, 3.0)))
    shapes.append(words(x(now) + 4, _TOP + 2, f"now {round(100 * now)} %"))
    for position, line in enumerate(lines):
        shapes.append(straight(x(0), y(line.at_none), x(1), y(line.at_all), Role.OPTION, 2.0, line_of(position)))
    shapes += _ends(lines, x(1) + 6, y)
    for switch in switches:
        shapes.append(Dot(x(switch.share), y(switch.total), 4.0, Role.CARD, Role.INK))
        at_end = switch.share > 0.6
        anchor = Anchor.END if at_end else Anchor.START
        shift = -8 if at_end else 8
        shapes.append(words(x(switch.share) + shift, y(switch.total) + 14, switch.words, Role.INK, NUMBER, anchor))
    said = "; ".join(f"{line.letter} from {round(line.at_none)} to {round(line.at_all)}" for line in lines)
    turns = ". ".join(switch.words for switch in switches) or "The lead does not change"
    return Chart(width, height, tuple(shapes), f"Totals over the weight of {criterion}: {said}. {turns}.")


def _ends(lines: Sequence[SweepLine], left: float, y: Callable[[float], float]) -> list[Shape]:
    """The letters at the right, moved apart where they would overlap."""
    wanted = sorted((y(line.at_all), f"{line.letter} {round(line.at_all)}") for line in lines)
    placed: list[Shape] = []
    last = -_LABEL_GAP
    for middle, text in wanted:
        last = max(middle, last + _LABEL_GAP)
        placed.append(words(left, last, text, Role.OPTION, NUMBER))
    return placed
