"""Argued cells: what the pros and cons that speak to a criterion of an option add up to, with their range.

The range is simulated: claims are drawn from the triangle that confidence in them spans, with a stream of random
numbers per card, so that a result can be had again from the map's seed.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card, PremiseRule
from desktop_app.weighing.graph import Graph, Node
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.strength import StrengthGraph, in_order, logistic

Floats = NDArray[np.float64]
DRAWS: Final = 2_000
_PERCENTILES: Final = (5.0, 95.0)
# Beyond this the logistic is 0 or 1 in double precision, and exp would overflow.
_EXTREME: Final = 700.0


def argued_score(records: Records, strengths: StrengthGraph, arguments: Sequence[Node], seed: int) -> Doubt | None:
    """The score 0…100 that weighed arguments make of a cell, with the 5th and 95th percentile of its draws.

    None when there is no weighed argument, or one of them has no stable result.
    """
    graph = strengths.graph
    weighed = [node for node in sorted(arguments) if graph.links[node].importance is not None]
    weights = [strengths.values[node] for node in weighed]
    terms = [
        graph.links[node].sign * weight for node, weight in zip(weighed, weights, strict=True) if weight is not None
    ]
    if not weighed or len(terms) < len(weighed):
        return None
    likely = 100 * logistic(graph.gain * sum(terms))
    drawn = _drawn_weights(records, graph, weighed, seed)
    if drawn is None:
        return Doubt(likely, likely, likely)
    energy = sum((graph.links[node].sign * drawn[node] for node in weighed), np.zeros(DRAWS))
    low, high = np.percentile(100 * _logistic(graph.gain * energy), _PERCENTILES)
    # The likely value is no percentile: with lopsided triangles it may lie just outside.
    return Doubt(min(float(low), likely), likely, max(float(high), likely))


def triangular(doubt: Doubt, quantiles: Floats) -> Floats:
    """Draws from the triangle low, likely, high at these quantiles (the inverse of its distribution function)."""
    width = doubt.high - doubt.low
    rise, fall = doubt.likely - doubt.low, doubt.high - doubt.likely
    below = doubt.low + np.sqrt(quantiles * width * rise)
    above = doubt.high - np.sqrt((1 - quantiles) * width * fall)
    return np.where(quantiles * width < rise, below, above)


def _drawn_weights(records: Records, graph: Graph, arguments: Iterable[Node], seed: int) -> dict[Node, Floats] | None:
    """The weight of each argument in every draw; None when no claim below them is doubted."""
    nodes = set[Node]().union(*(graph.below(argument) for argument in arguments))
    bases = {node: _drawn_base(records, graph, CardId(node), seed) for node in nodes if node > 0}
    if all(base is None for base in bases.values()):
        return None
    ordered, looped = in_order(graph, nodes)
    assert not looped, "a cell with a stable result rests on no loop"
    values: dict[Node, Floats] = {}
    for node in ordered:
        if node > 0:
            drawn = bases[node]
            base = np.full(DRAWS, graph.base[node]) if drawn is None else drawn
            values[node] = _strengths(graph, node, base, values)
        else:
            values[node] = _weights(graph, node, values)
    return values


def _drawn_base(records: Records, graph: Graph, card_id: CardId, seed: int) -> Floats | None:
    if graph.is_locked(card_id):
        return None
    doubt = graph.numbers.plausibility_doubt(records.get(Card, card_id))
    if doubt is None or doubt.is_certain:
        return None
    quantiles = np.random.default_rng((seed, card_id)).random(DRAWS)
    # A draw is never quite 0 or 1: those are locked, which doubt is not.
    return np.clip(triangular(doubt, quantiles), 1e-9, 1 - 1e-9)


def _strengths(graph: Graph, card: Node, base: Floats, values: dict[Node, Floats]) -> Floats:
    if graph.is_locked(card):
        return base
    energy = np.zeros(DRAWS)
    for argument in sorted(graph.inputs(card)):
        energy += graph.links[argument].sign * values[argument]
    return _logistic(np.log(base / (1 - base)) + graph.gain * energy)


def _weights(graph: Graph, argument: Node, values: dict[Node, Floats]) -> Floats:
    link = graph.links[argument]
    if link.importance is None:
        return np.zeros(DRAWS)
    bodies = np.stack([values[premise] for premise in sorted(link.premises)])
    body: Floats = bodies.min(axis=0) if graph.rule is PremiseRule.WEAKEST else bodies.prod(axis=0)
    effective = np.full(DRAWS, link.importance)
    for undercut in sorted(graph.arguments_on(argument)):
        if graph.links[undercut].importance is not None:
            effective *= 1 - values[undercut]
    return effective * body


def _logistic(log_odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(log_odds, -_EXTREME, _EXTREME)))
