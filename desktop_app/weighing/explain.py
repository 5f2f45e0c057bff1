"""Why a card comes out as it does: points, removal, and the single changes that would turn it (WEIGHING 1.7).

Numbers only; what they say in words is in `sentences`.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, MapId, PerspectiveId
from desktop_app.model.reads import Records
from desktop_app.weighing.graph import EVEN, Node, argument_of
from desktop_app.weighing.strength import StrengthGraph, logit

# Plausibility 0 and 1 are locked; a change that turns a result stays this far inside.
_OPEN_END: Final = 1e-9
_HALVINGS: Final = 48


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an argument directly on the card adds: log-odds · 100; all of a card add up with its base points."""

    argument: ArgumentId
    points: float


@dataclass(frozen=True, slots=True)
class Removal:
    """Without this argument, what? Leanings -100…100."""

    argument: ArgumentId
    leaning_without: float
    difference: float


class TurningKind(StrEnum):
    """Which number a turning changes."""

    PLAUSIBILITY = "plausibility"
    IMPORTANCE = "importance"


@dataclass(frozen=True, slots=True)
class Turning:
    """One number that, changed alone, would bring the card to even.

    Attributes:
        card: whose plausibility, for that kind.
        argument: whose importance, for that kind.
        now: the number as it is, 0…1.
        needed: the number at which the card stands even; beyond it, it turns.
    """

    kind: TurningKind
    card: CardId | None
    argument: ArgumentId | None
    now: float
    needed: float

    @property
    def change(self) -> float:
        """How far the number would have to move."""
        return abs(self.needed - self.now)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a card comes out as it does.

    Attributes:
        leaning: -100…100; None when nothing on it is weighed or there is no stable result. The rest is then empty.
        contributions: of the arguments directly on the card, largest first.
        removals: of the same arguments, largest difference first.
        turnings: smallest change first; empty when no single change does it.
    """

    card: CardId
    leaning: float | None
    contributions: tuple[Contribution, ...] = ()
    removals: tuple[Removal, ...] = ()
    turnings: tuple[Turning, ...] = ()


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
    removals = [removal(strengths, card, argument_of(node)) for node in weighed]
    return Explanation(
        card=card,
        leaning=leaning,
        contributions=tuple(sorted(contributions, key=lambda item: (-abs(item.points), item.argument))),
        removals=tuple(sorted(removals, key=lambda item: (-abs(item.difference), item.argument))),
        turnings=turnings(strengths, card),
    )


def explain_card(
    records: Records, map_id: MapId, card: CardId, perspective: PerspectiveId | None = None
) -> Explanation:
    """Explains one card from the records; where a `StrengthGraph` is at hand, `explain` is cheaper."""
    return explain(StrengthGraph(records, map_id, perspective), card)


def removal(strengths: StrengthGraph, card: CardId, argument: ArgumentId) -> Removal:
    """What the card would lean without an argument, anywhere below it. The card must have a stable result."""
    now, without = strengths.values[card], strengths.what_if(card, {-argument: None})
    assert now is not None
    # Taking an argument out of what has a stable result leaves no loop.
    assert without is not None
    return Removal(argument, _leaning(without), _leaning(now) - _leaning(without))


def turnings(strengths: StrengthGraph, card: CardId) -> tuple[Turning, ...]:
    """Every single number below a card that could bring it to even, smallest change first.

    Only numbers somebody has given are tried, each over its whole range. A card that stands even has none.
    """
    now = strengths.values[card]
    if now is None or now == EVEN or strengths.graph.is_locked(card):
        return ()
    found = []
    for kind, node, value, low, high in _numbers_below(strengths, card):
        needed = _crossing(partial(_tried, strengths, card, node), value, low, high)
        if needed is not None:
            by_card = kind is TurningKind.PLAUSIBILITY
            found.append(
                Turning(kind, CardId(node) if by_card else None, None if by_card else argument_of(node), value, needed)
            )
    return tuple(sorted(found, key=lambda item: (item.change, item.kind, item.card or item.argument or 0)))


def _numbers_below(strengths: StrengthGraph, card: CardId) -> Iterator[tuple[TurningKind, Node, float, float, float]]:
    """Kind, node, value and range of every number given below a card that might turn it."""
    graph = strengths.graph
    for node in sorted(_strong_enough(strengths, card)):
        if node < 0:
            importance = graph.links[node].importance
            if importance is not None:
                yield TurningKind.IMPORTANCE, node, importance, 0.0, 1.0
        elif node in graph.given and not graph.is_locked(node):
            yield TurningKind.PLAUSIBILITY, node, graph.base[node], _OPEN_END, 1 - _OPEN_END


def _strong_enough(strengths: StrengthGraph, card: CardId) -> set[Node]:
    """Nodes below a card that are not ruled out by how much the direct arguments they act through can add at all.

    A direct argument adds between nothing and gain · importance, whatever happens below it.
    """
    graph = strengths.graph
    direct = list(graph.inputs(card))
    terms = {node: graph.links[node].sign * graph.gain * (strengths.values[node] or 0.0) for node in direct}
    log_odds = logit(graph.base[card]) + math.fsum(terms.values())
    side = 1 if log_odds > 0 else -1
    # How far towards the other side each node could move the log-odds.
    room: dict[Node, float] = {}
    for argument, term in terms.items():
        link = graph.links[argument]
        for node in graph.below(argument):
            importance = 1.0 if node == argument else link.importance or 0.0
            ends = (0.0, link.sign * graph.gain * importance)
            room[node] = room.get(node, 0.0) + max(side * (term - end) for end in ends)
    return {node for node, reach in room.items() if reach >= abs(log_odds) - _OPEN_END}


def _tried(strengths: StrengthGraph, card: CardId, node: Node, number: float) -> float:
    strength = strengths.what_if(card, {node: number})
    assert strength is not None
    return strength - EVEN


def _crossing(offset: Callable[[float], float], value: float, low: float, high: float) -> float | None:
    """Where `offset` passes 0 between a value and either end of its range, by halving; None: nowhere."""
    side = offset(value) > 0
    for end in (low, high):
        if (offset(end) > 0) == side and offset(end) != 0:
            continue
        near, far = value, end
        for _ in range(_HALVINGS):
            middle = (near + far) / 2
            if (offset(middle) > 0) == side:
                near = middle
            else:
                far = middle
        return far
    return None


def _leaning(strength: float) -> float:
    return 100 * (2 * strength - 1)
