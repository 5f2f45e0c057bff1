"""Value against cost: a dot per option, and the frontier of those that none beats on both."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop_app.drawing.charts.picture import CAPTION, NUMBER, DrawnChart, straight, words
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Dot, Shape
from desktop_app.wording.full_stops import ended
from desktop_app.wording.rounding import range_text
from desktop_app.wording.sentence import text

_LEFT: Final = 36.0
_RIGHT: Final = 24.0
_TOP: Final = 16.0
_BOTTOM: Final = 46.0


@dataclass(frozen=True, slots=True)
class ValueAtCost:
    """An option: its letter, least and most of its total 0…100, amount of the cost, whether it is on the frontier."""

    letter: str
    value: tuple[float, float]
    cost: float
    cost_shown: str
    is_efficient: bool


def scatter(points: Sequence[ValueAtCost], cost_name: str, width: float, height: float) -> DrawnChart:
    """Draws options by cost (from the cheapest at the left) and value."""
    inner, tall = width - _LEFT - _RIGHT, height - _TOP - _BOTTOM
    low = min((point.cost for point in points), default=0.0)
    high = max((point.cost for point in points), default=1.0)
    spread = high - low or 1.0

    def x(cost: float) -> float:
        return _LEFT + inner * (0.06 + 0.88 * (cost - low) / spread)

    def y(value: float) -> float:
        return _TOP + tall * (1 - value / 100)

    shapes: list[Shape] = [
        straight(_LEFT, _TOP, _LEFT, _TOP + tall, Role.LINE),
        straight(_LEFT, _TOP + tall, _LEFT + inner, _TOP + tall, Role.LINE),
    ]
    shapes += [words(_LEFT - 6, y(value), str(value), Role.MUTED, CAPTION, Anchor.END) for value in (0, 50, 100)]
    figures = {point.cost: point.cost_shown for point in points if point.cost in {low, high}}
    for cost, shown in figures.items():
        anchor = Anchor.START if cost == low else Anchor.END
        shapes.append(words(x(cost), _TOP + tall + 14, shown, Role.MUTED, CAPTION, anchor))
    label = f"{cost_name} →"
    shapes.append(words(_LEFT + inner - text_width(label, CAPTION), _TOP + tall + 30, label, Role.MUTED))
    frontier = sorted((point for point in points if point.is_efficient), key=lambda point: point.cost)
    for one, other in pairwise(frontier):
        ends = x(one.cost), y(_middle(one)), x(other.cost), y(_middle(other))
        shapes.append(straight(*ends, Role.OPTION, 1.5, (4.0, 3.0)))
    for point in points:
        fill = Role.OPTION if point.is_efficient else Role.CARD
        least, most = point.value
        if least < most:
            shapes.append(straight(x(point.cost), y(least), x(point.cost), y(most), Role.OPTION, 1.0))
        shapes.append(Dot(x(point.cost), y(_middle(point)), 5.0, fill, Role.OPTION))
        shapes.append(words(x(point.cost) + 8, y(_middle(point)) - 8, point.letter, Role.INK, NUMBER))
    alt = "; ".join(
        text(
            "chart.alt.cost" if point.is_efficient else "chart.alt.cost.beaten",
            option=point.letter,
            value=range_text(*point.value),
            cost=point.cost_shown,
        )
        for point in points
    )
    return DrawnChart(width, height, tuple(shapes), ended(alt))


def _middle(point: ValueAtCost) -> float:
    return sum(point.value) / 2
