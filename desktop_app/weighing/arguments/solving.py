"""Computes strengths on a weighing graph: in order where nothing runs in a circle, as a settling system where it does.

    strength(card)       = method(base, weights of its pros, weights of its cons)
    weight(argument)     = effective importance · body
    effective importance = importance · Π (1 - weight(undercut))
    body                 = least strength of its premises, or their product

Pure functions; who keeps the values is `strength`.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.model.records import PremiseRule
from desktop_app.weighing.arguments.graph import Graph, Node
from desktop_app.weighing.arguments.loops import components, iterate, settle

Values = dict[Node, float | None]
Changed = Mapping[Node, float | None]
AS_IT_IS: Final[Changed] = {}
# Well below the 4 at which distances stop shrinking, so that few rounds do.
_SURELY_SHRINKING: Final = 3.0


@dataclass(frozen=True, slots=True)
class SolvingOrder:
    """Nodes in an order in which each comes after those it rests on.

    Attributes:
        first: those that rest on no loop, one by one.
        then: what is in a loop or rests on one, by component; more than one node: they rest on each other.
    """

    first: tuple[Node, ...]
    then: tuple[tuple[Node, ...], ...]


def in_order(graph: Graph, nodes: set[Node]) -> SolvingOrder:
    """Some nodes in the order in which they can be computed."""
    # Counted from below: a card may have thousands of inputs of which one is among the nodes.
    waiting: dict[Node, int] = {}
    for node in nodes:
        for fed in graph.outputs(node):
            if fed in nodes:
                waiting[fed] = waiting.get(fed, 0) + 1
    ordered = [node for node in nodes if node not in waiting]
    # The list grows while it is walked: whoever is complete is appended.
    for node in ordered:
        for fed in graph.outputs(node):
            count = waiting.get(fed, 0)
            if count == 1:
                del waiting[fed]
                ordered.append(fed)
            elif count:
                waiting[fed] = count - 1
    # Sorted, so that the same loop is always computed in the same way.
    looped = components(sorted(waiting), graph.inputs) if waiting else []
    return SolvingOrder(tuple(ordered), tuple(tuple(sorted(component)) for component in looped))


def solve(graph: Graph, nodes: set[Node], known: Values, solution: Values, changed: Changed = AS_IT_IS) -> SolvingOrder:
    """Computes nodes; returns the order in which it did.

    Args:
        graph: what rests on what.
        nodes: the nodes to compute; with each node also all it bears on.
        known: values of all other nodes.
        solution: takes the values; None where a loop does not settle.
        changed: bases of cards and importances of arguments to be taken instead of the graph's.
    """
    order = in_order(graph, nodes)
    evaluate(graph, order, known, solution, changed)
    return order


def evaluate(graph: Graph, order: SolvingOrder, known: Values, solution: Values, changed: Changed) -> None:
    """Computes nodes in an order that is known already; as `solve`."""
    for node in order.first:
        solution[node] = _value(graph, node, known, solution, changed)
    for component in order.then:
        if len(component) == 1 and component[0] not in graph.inputs(component[0]):
            solution[component[0]] = _value(graph, component[0], known, solution, changed)
        else:
            _settle(graph, component, known, solution, changed)


def effective_importance(
    graph: Graph, argument: Node, known: Values, solution: Values, changed: Changed = AS_IT_IS
) -> float | None:
    """What undercuts leave of an argument's importance; None when not weighed or not stable."""
    importance = changed[argument] if argument in changed else graph.links[argument].importance
    if importance is None:
        return None
    undercuts = (node for node in graph.arguments_on(argument) if graph.links[node].importance is not None)
    weights = _all_of(undercuts, known, solution)
    if weights is None:
        return None
    return importance * math.prod(sorted(1 - weight for weight in weights))


def body(graph: Graph, argument: Node, known: Values, solution: Values, changed: Changed = AS_IT_IS) -> float | None:
    """The strength of what an argument rests on, 0…1; None when not stable."""
    premises = graph.links[argument].premises
    if graph.semantics.propagates:
        strengths = _all_of(premises, known, solution)
    else:
        strengths = [_base(graph, premise, changed) for premise in premises]
    if strengths is None:
        return None
    if graph.rule is PremiseRule.WEAKEST:
        return min(strengths)
    return math.prod(sorted(strengths))


def _value(graph: Graph, node: Node, known: Values, solution: Values, changed: Changed) -> float | None:
    if node > 0:
        return _strength(graph, node, known, solution, changed)
    if graph.links[node].importance is None and node not in changed:
        return 0.0
    if node in changed and changed[node] is None:
        return 0.0
    weight, effective = body(graph, node, known, solution, changed), None
    if weight is not None:
        effective = effective_importance(graph, node, known, solution, changed)
    return None if weight is None or effective is None else effective * weight


def _strength(graph: Graph, card: Node, known: Values, solution: Values, changed: Changed) -> float | None:
    base, semantics = _base(graph, card, changed), graph.semantics
    if not graph.is_moved(card) or (semantics.locks_ends and base in {0.0, 1.0}):
        return base
    pros: list[float] = []
    cons: list[float] = []
    for argument in graph.arguments_on(card):
        link = graph.links[argument]
        if link.importance is None:
            continue
        weight = solution[argument] if argument in solution else known[argument]
        if weight is None:
            return None
        (pros if link.sign > 0 else cons).append(weight)
    if not pros and not cons:
        return base
    return semantics.strength(base, pros, cons, graph.gain)


def _base(graph: Graph, card: Node, changed: Changed) -> float:
    base = changed[card] if card in changed else graph.base[card]
    assert base is not None
    return base


def _settle(graph: Graph, component: tuple[Node, ...], known: Values, solution: Values, changed: Changed) -> None:
    """Computes nodes that rest on each other: strengths, and importances that undercuts among them lower."""
    among = set(component)
    cards = [node for node in component if node > 0]
    arguments = [node for node in component if node < 0]
    # Without an undercut in the loop an argument's importance holds still while the loop settles.
    undercut = [node for node in arguments if any(other in among for other in graph.arguments_on(node))]
    steady = {
        node: effective_importance(graph, node, known, solution, changed) for node in set(arguments) - set(undercut)
    }
    outside = {source for node in component for source in graph.inputs(node) if source not in among}
    if any((solution[node] if node in solution else known[node]) is None for node in outside):
        solution.update(dict.fromkeys(component))
        return

    def weigh_arguments(state: list[float]) -> None:
        solution.update(zip(cards, state, strict=False))
        importances = dict(zip(undercut, state[len(cards) :], strict=True))
        for node in arguments:
            effective = importances[node] if node in importances else steady[node]
            rests_on = body(graph, node, known, solution, changed)
            solution[node] = 0.0 if effective is None or rests_on is None else effective * rests_on

    def target(state: list[float]) -> list[float]:
        weigh_arguments(state)
        strengths = [_strength(graph, node, known, solution, changed) for node in cards]
        importances = [effective_importance(graph, node, known, solution, changed) for node in undercut]
        return [value or 0.0 for value in (*strengths, *importances)]

    start = [_base(graph, node, changed) for node in cards]
    start += [(changed[node] if node in changed else graph.links[node].importance) or 0.0 for node in undercut]
    is_gentle = not undercut and _is_contraction(graph, arguments, changed)
    settled = iterate(start, target) if is_gentle else settle(start, target)
    if settled is None:
        solution.update(dict.fromkeys(component))
    else:
        weigh_arguments(settled)


def _is_contraction(graph: Graph, arguments: Iterable[Node], changed: Changed) -> bool:
    """Whether plain iteration is known to settle, and where the whole system does: at the only place there is.

    A logistic is nowhere steeper than 1/4, so with less than 4 of weight on each card distances shrink (WEIGHING 1.6).
    """
    if not graph.semantics.has_gain:
        return False
    weight: dict[Node, float] = {}
    for argument in arguments:
        link = graph.links[argument]
        if graph.rule is PremiseRule.PRODUCT and len(link.premises) > 1:
            return False
        importance = changed.get(argument, link.importance)
        weight[link.target] = weight.get(link.target, 0.0) + graph.gain * (importance or 0.0)
    return max(weight.values()) <= _SURELY_SHRINKING


def _all_of(nodes: Iterable[Node], known: Values, solution: Values) -> list[float] | None:
    """The values of nodes; None as soon as one has none."""
    values = []
    for node in nodes:
        value = solution[node] if node in solution else known[node]
        if value is None:
            return None
        values.append(value)
    return values
