"""How fast a card's strength moves with every number below it, all in one pass from the card downwards (chain rule).

For what rests on no loop; cost as one weighing of what lies below.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.model.records import PremiseRule
from desktop_app.weighing.arguments.graph import Graph, Node
from desktop_app.weighing.arguments.methods import Semantics, added, compared, multiplied
from desktop_app.weighing.arguments.solving import Values, effective_importance, in_order
from desktop_app.weighing.arguments.strength import StrengthGraph

_NUDGE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Gradients:
    """Change of a card's strength per change of a number, by node.

    Attributes:
        bases: of cards, of what they start from.
        importances: of weighed arguments.
    """

    bases: Mapping[Node, float]
    importances: Mapping[Node, float]


def gradients(strengths: StrengthGraph, card: CardId) -> Gradients:
    """The gradients of all numbers below a card that is not circular, its own base among them."""
    graph, values = strengths.graph, strengths.values
    slopes: dict[Node, float] = {card: 1.0}
    bases: dict[Node, float] = {}
    importances: dict[Node, float] = {}
    for node in reversed(in_order(graph, graph.below(card)).first):
        slope = slopes.get(node, 0.0)
        if node > 0:
            arguments = list(graph.inputs(node))
            by_base, by_argument = _of_card(graph, node, arguments, values) if arguments else (1.0, {})
            bases[node] = bases.get(node, 0.0) + slope * by_base
            below = by_argument
        else:
            importances[node], below, by_premise = _of_argument(graph, node, values)
            importances[node] *= slope
            # Where nothing propagates, a premise counts by its base alone.
            target = slopes if graph.semantics.propagates else bases
            for premise, part in by_premise.items():
                target[premise] = target.get(premise, 0.0) + slope * part
        for source, part in below.items():
            slopes[source] = slopes.get(source, 0.0) + slope * part
    return Gradients(bases, importances)


def _of_card(graph: Graph, card: Node, arguments: Sequence[Node], values: Values) -> tuple[float, dict[Node, float]]:
    """By its base, and by the weight of each argument on it."""
    semantics = graph.semantics
    weights = {node: values[node] or 0.0 for node in arguments}
    pros = {node: weight for node, weight in weights.items() if graph.links[node].sign > 0}
    cons = {node: weight for node, weight in weights.items() if graph.links[node].sign < 0}
    gain = graph.gain if semantics.has_gain else 1.0
    energy, base = gain * semantics.aggregate(tuple(pros.values()), tuple(cons.values())), graph.base[card]
    low, high = max(0.0, base - _NUDGE), min(1.0, base + _NUDGE)
    by_base = (semantics.influence(high, energy) - semantics.influence(low, energy)) / (high - low)
    by_energy = (semantics.influence(base, energy + _NUDGE) - semantics.influence(base, energy - _NUDGE)) / (2 * _NUDGE)
    parts = _of_energy(semantics, pros, cons)
    return by_base, {node: by_energy * gain * part for node, part in parts.items()}


def _of_energy(semantics: Semantics, pros: Mapping[Node, float], cons: Mapping[Node, float]) -> dict[Node, float]:
    """How the energy moves with each weight."""
    if semantics.aggregate is multiplied:
        return {**_left_by_others(pros), **{node: -rest for node, rest in _left_by_others(cons).items()}}
    if semantics.aggregate is compared:
        for_it, against = math.fsum(pros.values()), math.fsum(cons.values())
        both = (for_it + against + 1) ** 2
        return {**dict.fromkeys(pros, (2 * against + 1) / both), **dict.fromkeys(cons, -(2 * for_it + 1) / both)}
    assert semantics.aggregate is added
    return {**dict.fromkeys(pros, 1.0), **dict.fromkeys(cons, -1.0)}


def _left_by_others(weights: Mapping[Node, float]) -> dict[Node, float]:
    """For each weight, Π (1 − other); by running products from either side, as some may be 1."""
    nodes, before = list(weights), [1.0]
    for node in nodes:
        before.append(before[-1] * (1 - weights[node]))
    after, products = 1.0, {}
    for place in range(len(nodes) - 1, -1, -1):
        products[nodes[place]] = before[place] * after
        after *= 1 - weights[nodes[place]]
    return products


def _of_argument(graph: Graph, node: Node, values: Values) -> tuple[float, dict[Node, float], dict[Node, float]]:
    """By its importance, by the weight of each undercut, and by the strength of each premise."""
    link = graph.links[node]
    importance = link.importance or 0.0
    strengths = {
        premise: (values[premise] or 0.0) if graph.semantics.propagates else graph.base[premise]
        for premise in link.premises
    }
    body = min(strengths.values()) if graph.rule is PremiseRule.WEAKEST else math.prod(strengths.values())
    undercuts = {other: values[other] or 0.0 for other in graph.arguments_on(node) if other in values}
    weighed = {other: weight for other, weight in undercuts.items() if graph.links[other].importance is not None}
    left = math.prod(1 - weight for weight in weighed.values())
    by_undercut = {other: -importance * body * rest for other, rest in _left_by_others(weighed).items()}
    effective = effective_importance(graph, node, values, values) or 0.0
    if graph.rule is PremiseRule.WEAKEST:
        weakest = [premise for premise, strength in strengths.items() if strength == body]
        # Of several that are alike, one alone moves the least strength downwards only.
        part = effective if len(weakest) == 1 else effective / 2
        return left * body, by_undercut, dict.fromkeys(weakest, part)
    others = {
        premise: effective * math.prod(strength for other, strength in strengths.items() if other != premise)
        for premise in strengths
    }
    return left * body, by_undercut, others
