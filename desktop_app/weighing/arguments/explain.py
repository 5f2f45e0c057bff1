"""Why a card comes out as it does: points and removal, with the single changes of `tipping_points`.

Numbers only; what they say in words is in `sentences`, whether pros and cons are independent in `leaning_on`, shares
of deep arguments in `shapley`.
"""

from dataclasses import dataclass

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.arguments.graph import argument_of
from desktop_app.weighing.arguments.leaning_on import ByNumber, Contribution, by_number
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.tipping_points import TippingPoint, tipping_points


@dataclass(frozen=True, slots=True)
class Removal:
    """Without this argument, what? Leanings -100…100."""

    argument: ArgumentId
    leaning_without: float
    difference: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a card comes out as it does.

    Attributes:
        leaning: -100…100; None when nothing on it is weighed or there is no stable result. The rest is then empty.
        contributions: of the arguments directly on the card, largest first; none under a method without points.
        removals: of the same arguments, largest difference first; without those that leave no stable result.
        tipping_points: smallest change first; empty when no single change does it.
        evens: how many claims that nobody has weighed take part, counted as even.
        number: when the heaviest point stands on the losing side and only many lighter ones outweigh it.
    """

    card: CardId
    leaning: float | None
    contributions: tuple[Contribution, ...] = ()
    removals: tuple[Removal, ...] = ()
    tipping_points: tuple[TippingPoint, ...] = ()
    evens: int = 0
    number: ByNumber | None = None


def explain(strengths: StrengthGraph, card: CardId) -> Explanation:
    """Explains one card; the cost grows with the number of arguments below it."""
    weighed = [node for node in strengths.graph.inputs(card) if node < 0]
    strength = strengths.values[card]
    if strength is None or not weighed:
        return Explanation(card, None)
    leaning = _leaning(strength)
    contributions = [
        Contribution(argument_of(node), points) for node in weighed if (points := strengths.points(node)) is not None
    ]
    removals = [effect for node in weighed if (effect := removal(strengths, card, argument_of(node))) is not None]
    return Explanation(
        card=card,
        leaning=leaning,
        contributions=tuple(sorted(contributions, key=lambda item: (-abs(item.points), item.argument))),
        removals=tuple(sorted(removals, key=lambda item: (-abs(item.difference), item.argument))),
        tipping_points=tipping_points(strengths, card),
        evens=_evens(strengths, card),
        number=by_number(contributions, leaning),
    )


def _evens(strengths: StrengthGraph, card: CardId) -> int:
    graph = strengths.graph
    return sum(1 for node in graph.resting_on(card) - {card} if node > 0 and node not in graph.given)


def removal(strengths: StrengthGraph, card: CardId, argument: ArgumentId) -> Removal | None:
    """What the card would lean without an argument, anywhere below it; None when it then had no stable result.

    The card must have a stable result.
    """
    now, without = strengths.values[card], strengths.what_if(card, {-argument: None})
    assert now is not None
    return None if without is None else Removal(argument, _leaning(without), _leaning(now) - _leaning(without))


def _leaning(strength: float) -> float:
    return 100 * (2 * strength - 1)
