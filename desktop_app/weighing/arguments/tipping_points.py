"""The single numbers that would turn a result, and those it is most sensitive to (WEIGHING 1.7)."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.arguments.gradient import gradients
from desktop_app.weighing.arguments.graph import EVEN, Graph, Node, argument_of
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.wording.rounding import whole

# Plausibility 0 and 1 are locked; a change that turns a result stays this far inside.
_OPEN_END: Final = 1e-9
# A leaning shows a side from here on, of 100.
_SHOWS: Final = 0.5
# Half the width of a difference quotient through a loop, which settles to nine digits only; and the gradients below
# which a number moves nothing.
_NUDGE: Final = 1e-3
_NOTHING, _NOTHING_IN_LOOPS = 1e-9, 1e-5
_TENTH: Final = 0.1
_TRIED: Final = 100
_NOISE: Final = 1e-9
Number = tuple["TurningKind", Node, float, float, float]
_Gradient = Callable[[StrengthGraph, CardId, Node, float], float]


class TurningKind(StrEnum):
    """Which number a turning changes."""

    PLAUSIBILITY = "plausibility"
    IMPORTANCE = "importance"


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """One number that, changed alone, would make the card lean the other way for all to see.

    Attributes:
        card: whose plausibility, for that kind.
        argument: whose importance, for that kind.
        now: the number as it is, 0…1.
        needed: the nearest whole hundredth at which the leaning shows the other side (half a point of 100 or more).
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
        tried: the number a tenth higher or lower, whichever changes more.
        leaning_then: what the card would lean with it, -100…100.
    """

    kind: TurningKind
    card: CardId | None
    argument: ArgumentId | None
    now: float
    gradient: float
    tried: float
    leaning_then: float


def tipping_points(strengths: StrengthGraph, card: CardId) -> tuple[TippingPoint, ...]:
    """Every single number below a card that could turn it, smallest change first.

    Only numbers somebody has given are tried, at every whole value: 1…99 % likely, 0…100 for how much an argument
    matters. A card that shows no side has none.
    """
    now = strengths.values[card]
    if now is None or abs(_leaning(now)) < _SHOWS or not strengths.graph.is_moved(card):
        return ()
    points = []
    signs = _signs(strengths.graph, card)
    able = _able(strengths, card) & _near_enough(strengths, card)
    side = 1 if now > EVEN else -1
    for kind, node, value, _, _ in _numbers(strengths, card):
        if node not in able or (node > 0 and node not in strengths.graph.given):
            continue
        turned = partial(_turned, strengths.trying(card, node), side)
        way = -side * next(iter(signs[node])) if len(signs[node]) == 1 and node not in strengths.circular else None
        needed = _nearest(turned, value, (0, 100) if node < 0 else (1, 99), way)
        if needed is not None:
            points.append(TippingPoint(kind, *_subject(kind, node), value, needed / 100))
    return tuple(sorted(points, key=lambda item: (round(item.change, 9), item.kind, item.card or item.argument or 0)))


def sensitivities(strengths: StrengthGraph, card: CardId, most: int | None = None) -> tuple[Sensitivity, ...]:
    """The numbers below a card by how much a tenth more or less of each changes what the card is seen to lean.

    Numbers nobody has given yet count as well: they say where weighing matters. Those that move nothing are left
    out.

    Args:
        strengths: of the map.
        card: any card.
        most: how many are wanted; None for all. Then only the `_TRIED` steepest are tried: each costs two what-ifs.
    """
    now = strengths.values[card]
    if now is None or not strengths.graph.is_moved(card):
        return ()
    gradient_of = _looped_gradient if card in strengths.circular else _plain_gradient(strengths, card)
    nothing = _NOTHING_IN_LOOPS if card in strengths.circular else _NOTHING
    moving = [
        (-abs(gradient), kind, node, value, gradient)
        for kind, node, value, _, _ in _numbers(strengths, card)
        if abs(gradient := gradient_of(strengths, card, node, value)) > nothing
    ]
    effects = []
    shown = whole(_leaning(now))
    for _, kind, node, value, gradient in sorted(moving)[: None if most is None else _TRIED]:
        tries = [
            (abs(whole(_leaning(then)) - shown), tried, _leaning(then))
            for tried in (round(value + _TENTH, 9), round(value - _TENTH, 9))
            if _is_open(kind, tried) and (then := strengths.what_if(card, {node: tried})) is not None
        ]
        if tries:
            # Of two changes that look alike the rise is named.
            _, tried, leaning_then = max(tries)
            effects.append(Sensitivity(kind, *_subject(kind, node), value, gradient, tried, leaning_then))
    effects.sort(key=lambda item: (-abs(whole(item.leaning_then) - shown), -abs(item.leaning_then - _leaning(now))))
    return tuple(effects[:most])


def _is_open(kind: TurningKind, number: float) -> bool:
    """Whether a number may stand there: 0 and 1 lock a claim, and nothing lies beyond."""
    return 0 < number < 1 if kind is TurningKind.PLAUSIBILITY else 0 <= number <= 1


def _plain_gradient(strengths: StrengthGraph, card: CardId) -> _Gradient:
    slopes = gradients(strengths, card)

    def gradient_of(_strengths: StrengthGraph, _card: CardId, node: Node, _value: float) -> float:
        return (slopes.bases if node > 0 else slopes.importances).get(node, 0.0)

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
    nodes: set[Node] = set()
    for node in below:
        if node not in nodes and sum(1 for fed in graph.outputs(node) if fed in below) > 1:
            nodes |= graph.below(node)
    pending = list(graph.inputs(card))
    while pending:
        node = pending.pop()
        if node in nodes:
            continue
        if node > 0 and not any(
            strength is None or side * (strength - EVEN) <= _OPEN_END
            for strength in (strengths.what_if(card, {node: end}) for end in (0.0, 1.0))
        ):
            continue
        nodes.add(node)
        pending.extend(graph.inputs(node))
    return nodes


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


def _leaning(strength: float) -> float:
    return 100 * (2 * strength - 1)


def _turned(tried: Callable[[float], float | None], side: int, hundredth: int) -> bool:
    """Whether a card shows the other side with a number at so many hundredths; not without a stable result."""
    strength = tried(hundredth / 100)
    return strength is not None and -side * _leaning(strength) >= _SHOWS - _NOISE


def _nearest(turned: Callable[[int], bool], value: float, ends: tuple[int, int], way: int | None) -> int | None:
    """The whole hundredth nearest to a value at which something turns; None: at none.

    Args:
        turned: whether it does.
        value: 0…1.
        ends: of the hundredths there are.
        way: +1 or -1 where more that way never turns it back, so that halving finds the place; None tries them all.
    """
    least, most = ends
    below, above = math.ceil(100 * value - _NOISE) - 1, math.floor(100 * value + _NOISE) + 1
    if way is None:
        tried = sorted(
            (*range(least, min(below, most) + 1), *range(max(above, least), most + 1)),
            key=lambda hundredth: abs(hundredth - 100 * value),
        )
        return next((hundredth for hundredth in tried if turned(hundredth)), None)
    near, end = (above, most) if way > 0 else (below, least)
    if way * (end - near) < 0 or not turned(end):
        return None
    if turned(near):
        return near
    while abs(end - near) > 1:
        middle = (near + end) // 2
        near, end = (near, middle) if turned(middle) else (middle, end)
    return end
