"""Strengths of many draws at once: `methods` and `solving` again, on arrays with one entry per draw."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from desktop_app.model.records import PremiseRule
from desktop_app.weighing.arguments import methods
from desktop_app.weighing.arguments.graph import Graph, Node
from desktop_app.weighing.arguments.loops import Floats, settle
from desktop_app.weighing.arguments.solving import SolvingOrder

Drawn = dict[Node, Floats]
# Beyond this the logistic is 0 or 1 in double precision, and exp would overflow.
_EXTREME: Final = 700.0


def drawn_values(graph: Graph, order: SolvingOrder, bases: Mapping[Node, Floats]) -> Drawn:
    """The value of each node in every draw; empty when a loop does not settle in one of them.

    Args:
        graph: what rests on what.
        order: of all nodes wanted and all below them.
        bases: of every card among them, and of every premise.
    """
    values: Drawn = {}
    for node in order.first:
        values[node] = _value(graph, node, bases, values)
    for component in order.then:
        if len(component) == 1:
            values[component[0]] = _value(graph, component[0], bases, values)
        elif not _settle(graph, component, bases, values):
            return {}
    return values


def drawn_strength(graph: Graph, base: Floats, arguments: Iterable[Node], values: Mapping[Node, Floats]) -> Floats:
    """The strength that weighed arguments make of a base, in every draw."""
    semantics = graph.semantics
    pros: list[Floats] = []
    cons: list[Floats] = []
    for argument in sorted(arguments):
        (pros if graph.links[argument].sign > 0 else cons).append(values[argument])
    energy = _AGGREGATIONS[semantics.aggregate](pros, cons, np.zeros_like(base))
    return _INFLUENCES[semantics.influence](base, graph.gain * energy if semantics.has_gain else energy)


def _value(graph: Graph, node: Node, bases: Mapping[Node, Floats], values: Drawn) -> Floats:
    if node > 0:
        arguments = list(graph.inputs(node))
        return drawn_strength(graph, bases[node], arguments, values) if arguments else bases[node]
    return _effective(graph, node, values, len(next(iter(bases.values())))) * _body(graph, node, bases, values)


def _body(graph: Graph, argument: Node, bases: Mapping[Node, Floats], values: Drawn) -> Floats:
    strengths = values if graph.semantics.propagates else bases
    bodies = np.stack([strengths[premise] for premise in sorted(graph.links[argument].premises)])
    body: Floats = bodies.min(axis=0) if graph.rule is PremiseRule.WEAKEST else bodies.prod(axis=0)
    return body


def _effective(graph: Graph, argument: Node, values: Drawn, draws: int) -> Floats:
    effective = np.full(draws, graph.links[argument].importance or 0.0)
    for undercut in sorted(graph.arguments_on(argument)):
        if graph.links[undercut].importance is not None:
            effective *= 1 - values[undercut]
    return effective


def _settle(graph: Graph, component: tuple[Node, ...], bases: Mapping[Node, Floats], values: Drawn) -> bool:
    cards = [node for node in component if node > 0]
    arguments = [node for node in component if node < 0]
    draws = len(next(iter(bases.values())))

    def weigh_arguments(state: Sequence[Floats]) -> None:
        values.update(zip((*cards, *arguments), state, strict=True))
        for node in arguments:
            # The state holds importances; what they become with their bodies is what others see.
            values[node] = values[node] * _body(graph, node, bases, values)

    def target(state: list[Floats]) -> list[Floats]:
        weigh_arguments(state)
        strengths = [drawn_strength(graph, bases[node], graph.inputs(node), values) for node in cards]
        return strengths + [_effective(graph, node, values, draws) for node in arguments]

    start = [bases[node] for node in cards]
    settled = settle([*start, *(np.full(draws, graph.links[node].importance or 0.0) for node in arguments)], target)
    if settled is None:
        return False
    weigh_arguments(settled)
    return True


# --- the methods -----------------------------------------------------------------------------------------


def _added(pros: Sequence[Floats], cons: Sequence[Floats], nothing: Floats) -> Floats:
    return sum(pros, nothing) - sum(cons, nothing)


def _multiplied(pros: Sequence[Floats], cons: Sequence[Floats], nothing: Floats) -> Floats:
    without_cons, without_pros = nothing + 1, nothing + 1
    for weight in cons:
        without_cons = without_cons * (1 - weight)
    for weight in pros:
        without_pros = without_pros * (1 - weight)
    return without_cons - without_pros


def _compared(pros: Sequence[Floats], cons: Sequence[Floats], nothing: Floats) -> Floats:
    for_it, against = sum(pros, nothing), sum(cons, nothing)
    return (for_it - against) / (for_it + against + 1)


def _logistic(base: Floats, energy: Floats) -> Floats:
    is_open = (base > 0) & (base < 1)
    odds = np.where(is_open, base, 0.5)
    log_odds = np.clip(np.log(odds / (1 - odds)) + energy, -_EXTREME, _EXTREME)
    return np.where(is_open, 1 / (1 + np.exp(-log_odds)), base)


def _linear(base: Floats, energy: Floats) -> Floats:
    return base - base * np.maximum(0, -energy) + (1 - base) * np.maximum(0, energy)


def _quadratic(base: Floats, energy: Floats) -> Floats:
    square = energy * energy
    return _linear(base, np.copysign(square / (1 + square), energy))


def _euler(base: Floats, energy: Floats) -> Floats:
    return 1 - (1 - base * base) / (1 + base * np.exp(energy))


def _balance(_base: Floats, energy: Floats) -> Floats:
    return 0.5 + energy / 2


_AGGREGATIONS: Final[Mapping[methods.Aggregation, Callable[[Sequence[Floats], Sequence[Floats], Floats], Floats]]] = {
    methods.added: _added,
    methods.multiplied: _multiplied,
    methods.compared: _compared,
}
_INFLUENCES: Final[Mapping[methods.Influence, Callable[[Floats, Floats], Floats]]] = {
    methods.logistic_influence: _logistic,
    methods.linear_influence: _linear,
    methods.quadratic_influence: _quadratic,
    methods.euler_influence: _euler,
    methods.balance_influence: _balance,
}
