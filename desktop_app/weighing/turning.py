"""The single numbers that would turn a result, and those it is most sensitive to (WEIGHING 1.7)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.gradient import gradients
from desktop_app.weighing.graph import EVEN, Graph, Node, argument_of
from desktop_app.weighing.strength import StrengthGraph

# Plausibility 0 and 1 are locked; a change that turns a result stays this far inside.
_OPEN_END: Final = 1e-9
_HALVINGS: Final = 48
# Where a number acts both for and against, or through a loop, its ends do not tell what happens between.
_SCANNED: Final = 16
# Half the width of a difference quotient through a loop, which settles to nine digits only; and the gradients below
# which a number moves nothing.
_NUDGE: Final = 1e-3
_NOTHING, _NOTHING_IN_LOOPS = 1e-9, 1e-5
_TENTH: Final = 0.1
Number = tuple["TurningKind", Node, float, float, float]
_Gradient = Callable[[StrengthGraph, CardId, Node, float], float]


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
class Sensitivity:
    """How much one number below a card moves it.

    Attributes:
        card: whose plausibility, for that kind; not weighed counts as even.
        argument: whose importance, for that kind.
        now: the number as it is, 0…1.
        gradient: change of the card's strength per change of the number; local.
        tried: the number a tenth higher, or a tenth lower where it stands above 0.9.
        leaning_then: what the card would lean with it, -100…100.
    """

    kind: TurningKind
    card: CardId | None
    argument: ArgumentId | None
    now: float
    gradient: float
    tried: float
    leaning_then: float


def turnings(strengths: StrengthGraph, card: CardId) -> tuple[Turning, ...]:
    """Every single number below a card that could bring it to even, smallest change first.

    Only numbers somebody has given are tried, each over its whole range. A card that stands even has none.
    """
    now = strengths.values[card]
    if now is None or now == EVEN or not strengths.graph.is_moved(card):
        return ()
    found = []
    signs = _signs(strengths.graph, card)
    able = _able(strengths, card) & _near_enough(strengths, card)
    for kind, node, value, low, high in _numbers(strengths, card):
        if node not in able or (node > 0 and node not in strengths.graph.given):
            continue
        is_plain = len(signs[node]) == 1 and node not in strengths.circular
        needed = _crossing(partial(_tried, strengths, card, node), value, (low, high), 1 if is_plain else _SCANNED)
        if needed is not None:
            found.append(Turning(kind, *_subject(kind, node), value, needed))
    return tuple(sorted(found, key=lambda item: (item.change, item.kind, item.card or item.argument or 0)))


def sensitivities(strengths: StrengthGraph, card: CardId, most: int | None = None) -> tuple[Sensitivity, ...]:
    """The numbers below a card by how much they move the card, most sensitive first.

    Numbers nobody has given yet count as well: they say where weighing matters. Those that move nothing are left
    out.

    Args:
        strengths: of the map.
        card: any card.
        most: how many are wanted; None for all. Each costs a what-if.
    """
    if strengths.values[card] is None or not strengths.graph.is_moved(card):
        return ()
    gradient_of = _looped_gradient if card in strengths.circular else _plain_gradient(strengths, card)
    nothing = _NOTHING_IN_LOOPS if card in strengths.circular else _NOTHING
    moving = [
        (-abs(gradient), kind, node, value, gradient)
        for kind, node, value, _, _ in _numbers(strengths, card)
        if abs(gradient := gradient_of(strengths, card, node, value)) > nothing
    ]
    found = []
    for _, kind, node, value, gradient in sorted(moving)[:most]:
        tried = value + _TENTH if value <= 1 - _TENTH else value - _TENTH
        then = strengths.what_if(card, {node: tried})
        if then is not None:
            leaning_then = 100 * (2 * then - 1)
            found.append(Sensitivity(kind, *_subject(kind, node), value, gradient, tried, leaning_then))
    return tuple(found)


def _plain_gradient(strengths: StrengthGraph, card: CardId) -> _Gradient:
    found = gradients(strengths, card)

    def gradient_of(_strengths: StrengthGraph, _card: CardId, node: Node, _value: float) -> float:
        return (found.bases if node > 0 else found.importances).get(node, 0.0)

    return gradient_of


def _looped_gradient(strengths: StrengthGraph, card: CardId, node: Node, value: float) -> float:
    """By trying: through a loop everything moves everything."""
    least, most = max(_OPEN_END, value - _NUDGE), min(1 - _OPEN_END, value + _NUDGE)
    below, above = (strengths.what_if(card, {node: number}) for number in (least, most))
    return 0.0 if below is None or above is None else (above - below) / (most - least)


def _subject(kind: TurningKind, node: Node) -> tuple[CardId | None, ArgumentId | None]:
    return (CardId(node), None) if kind is TurningKind.PLAUSIBILITY else (None, argument_of(node))


def _numbers(strengths: StrengthGraph, card: CardId) -> Iterator[Number]:
    """Kind, node, value and range of every number below a card that can be another; given or not."""
    graph = strengths.graph
    for node in sorted(graph.resting_on(card) - {card}):
        if node < 0:
            importance = graph.links[node].importance
            if importance is not None:
                yield TurningKind.IMPORTANCE, node, importance, 0.0, 1.0
        elif not graph.is_locked(node):
            yield TurningKind.PLAUSIBILITY, node, graph.base[node], _OPEN_END, 1 - _OPEN_END


def _able(strengths: StrengthGraph, card: CardId) -> set[Node]:
    """Nodes below a card that are not ruled out by how much the direct arguments they act through can do at all.

    The weight of a direct argument stays between nothing and its importance, whatever happens below it.
    """
    graph = strengths.graph
    through: dict[Node, set[Node]] = {}
    for argument in graph.inputs(card):
        for node in graph.resting_on(argument):
            through.setdefault(node, set()).add(argument)
    able: dict[tuple[frozenset[Node], Node | None], bool] = {}
    for node, direct in through.items():
        key = (frozenset(direct), node if node in direct else None)
        if key not in able:
            able[key] = _reaches_even(strengths, card, *key)
    return {node for node, direct in through.items() if able[frozenset(direct), node if node in direct else None]}


def _near_enough(strengths: StrengthGraph, card: CardId) -> set[Node]:
    """Nodes below a card that are not ruled out by the cards above them, even taken as certain or rejected.

    A card that turns nothing at either end of its strength shields all that acts through it alone. Elsewhere, in
    loops, under methods that move such ends, and for what acts on several paths, nothing is ruled out.
    """
    graph = strengths.graph
    below = graph.resting_on(card)
    if not (graph.semantics.locks_ends and graph.semantics.propagates) or card in strengths.circular:
        return below
    side = 1 if (strengths.values[card] or 0.0) > EVEN else -1
    found: set[Node] = set()
    for node in below:
        if node not in found and sum(1 for fed in graph.outputs(node) if fed in below) > 1:
            found |= graph.below(node)
    pending = list(graph.inputs(card))
    while pending:
        node = pending.pop()
        if node in found:
            continue
        if node > 0 and not any(
            strength is None or side * (strength - EVEN) <= _OPEN_END
            for strength in (strengths.what_if(card, {node: end}) for end in (0.0, 1.0))
        ):
            continue
        found.add(node)
        pending.extend(graph.inputs(node))
    return found


def _reaches_even(strengths: StrengthGraph, card: CardId, moved: frozenset[Node], free: Node | None) -> bool:
    """Whether a card reaches even with some of its arguments at their ends; `free` may take any importance."""
    graph = strengths.graph
    side = 1 if (strengths.values[card] or 0.0) > EVEN else -1
    weights: dict[int, list[float]] = {1: [], -1: []}
    for argument in graph.inputs(card):
        link, weight = graph.links[argument], strengths.values[argument] or 0.0
        if argument in moved:
            most = 1.0 if argument == free else link.importance or 0.0
            weight = 0.0 if link.sign == side else most
        weights[link.sign].append(weight)
    strength = graph.semantics.strength(graph.base[card], weights[1], weights[-1], graph.gain)
    return side * (strength - EVEN) <= _OPEN_END


def _signs(graph: Graph, card: CardId) -> dict[Node, set[int]]:
    """Which way each node below a card acts on it: +1, -1, or both, on different paths."""
    signs: dict[Node, set[int]] = {card: {1}}
    pending: list[Node] = [card]
    while pending:
        node = pending.pop()
        for source in (*graph.inputs(node), *(graph.links[node].premises if node < 0 else ())):
            # What bears on a card has its own sign; an undercut lowers; a premise carries.
            factor = 1 if source > 0 else graph.links[source].sign if node > 0 else -1
            wanted = {factor * sign for sign in signs[node]} | signs.get(source, set())
            if wanted != signs.get(source):
                signs[source] = wanted
                pending.append(source)
    return signs


def _tried(strengths: StrengthGraph, card: CardId, node: Node, number: float) -> float | None:
    strength = strengths.what_if(card, {node: number})
    return None if strength is None else strength - EVEN


def _crossing(
    offset: Callable[[float], float | None], value: float, ends: tuple[float, float], steps: int
) -> float | None:
    """Where `offset` passes 0 nearest to a value between the ends of its range; None: nowhere.

    Where there is no stable result, nothing is said to be passed.
    """
    start = offset(value)
    if start is None:
        return None
    side = start > 0
    found = []
    for end in ends:
        near = value
        for step in range(1, steps + 1):
            far = end if step == steps else value + (end - value) * step / steps
            there = offset(far)
            if there is not None and ((there > 0) != side or there == 0):
                found.append(_halved(offset, near, far, is_above=side))
                break
            near = far
    return min(found, key=lambda needed: abs(needed - value)) if found else None


def _halved(offset: Callable[[float], float | None], near: float, far: float, *, is_above: bool) -> float:
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        there = offset(middle)
        if there is not None and (there > 0) == is_above:
            near = middle
        else:
            far = middle
    return far
