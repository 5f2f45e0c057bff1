"""Argued cells: what the pros and cons that speak to a criterion of an option add up to, with their range.

The range is simulated: claims are drawn from the triangle that confidence in them spans, with a stream of random
numbers per card, so that a result can be had again from the map's seed.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.weighing.arguments.drawn import Drawn, drawn_strength, drawn_values
from desktop_app.weighing.arguments.graph import EVEN, Graph, Node
from desktop_app.weighing.arguments.loops import Floats
from desktop_app.weighing.arguments.solving import in_order
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.numbers import Doubt

DRAWS: Final = 2_000
_PERCENTILES: Final = (5.0, 95.0)


def argued_score(records: Records, strengths: StrengthGraph, arguments: Sequence[Node], seed: int) -> Doubt | None:
    """The score 0…100 that weighed arguments make of a cell, with the 5th and 95th percentile of its draws.

    None when there is no weighed argument, or one of them has no stable result.
    """
    graph = strengths.graph
    weighed = [node for node in sorted(arguments) if graph.links[node].importance is not None]
    weights = {node: weight for node in weighed if (weight := strengths.values[node]) is not None}
    if not weighed or len(weights) < len(weighed):
        return None
    pros = [weight for node, weight in weights.items() if graph.links[node].sign > 0]
    cons = [weight for node, weight in weights.items() if graph.links[node].sign < 0]
    likely = 100 * graph.semantics.strength(EVEN, pros, cons, graph.gain)
    drawn = drawn_below(records, graph, weighed, seed, DRAWS)
    if drawn is None:
        return Doubt(likely, likely, likely)
    if not drawn:
        return Doubt(0.0, likely, 100.0)
    scores = 100 * drawn_strength(graph, np.full(DRAWS, EVEN), weighed, drawn)
    low, high = np.percentile(scores, _PERCENTILES)
    # The likely value is no percentile: with lopsided triangles it may lie just outside.
    return Doubt(min(float(low), likely), likely, max(float(high), likely))


def triangular(doubt: Doubt, quantiles: Floats) -> Floats:
    """Draws from the triangle low, likely, high at these quantiles (the inverse of its distribution function)."""
    width = doubt.high - doubt.low
    rise, fall = doubt.likely - doubt.low, doubt.high - doubt.likely
    below = doubt.low + np.sqrt(quantiles * width * rise)
    above = doubt.high - np.sqrt((1 - quantiles) * width * fall)
    return np.where(quantiles * width < rise, below, above)


def drawn_below(records: Records, graph: Graph, tops: Sequence[Node], seed: int, draws: int) -> Drawn | None:
    """The value of some cards or arguments, and of all below them, in every draw.

    Returns:
        None when no claim among them is doubted; empty where a loop does not settle in every draw.
    """
    nodes = set[Node]().union(*(graph.below(top) for top in tops))
    claims = {node for top in tops for node in graph.resting_on(top) if node > 0}
    bases = {node: _drawn_base(records, graph, CardId(node), seed, draws) for node in claims}
    if all(base is None for base in bases.values()):
        return None
    drawn = {node: np.full(draws, graph.base[node]) if base is None else base for node, base in bases.items()}
    return drawn_values(graph, in_order(graph, nodes), drawn)


def _drawn_base(records: Records, graph: Graph, card_id: CardId, seed: int, draws: int) -> Floats | None:
    if graph.is_locked(card_id):
        return None
    doubt = graph.numbers.plausibility_doubt(records.get(Card, card_id))
    if doubt is None or doubt.is_certain:
        return None
    quantiles = np.random.default_rng((seed, card_id)).random(draws)
    # A draw is never quite 0 or 1: those are locked, which doubt is not.
    return np.clip(triangular(doubt, quantiles), 1e-9, 1 - 1e-9)
