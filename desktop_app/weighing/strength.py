"""The default strength: log-odds that add up (MLP-based semantics, Potyka 2021; WEIGHING 1.4), on a weighing graph.

    logit strength(card) = logit base(card) + gain · Σ sign · weight(argument)
    weight(argument)     = effective importance · body
    effective importance = importance · Π (1 - weight(undercut))
    body                 = least strength of its premises, or their product

Loops are not solved here: a card in a loop, or resting on one, has no value (None).
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import MapId, PerspectiveId
from desktop_app.model.reads import Records
from desktop_app.model.records import PremiseRule
from desktop_app.weighing.graph import Graph, Node

Values = dict[Node, float | None]
Changed = Mapping[Node, float | None]
_AS_IT_IS: Final[Changed] = {}


def logit(share: float) -> float:
    """Log-odds of a share strictly between 0 and 1."""
    return math.log(share / (1 - share))


def logistic(log_odds: float) -> float:
    """The share of given log-odds; never overflows."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


class StrengthGraph:
    """The weighing graph of a map together with what it adds up to; follows change sets.

    Attributes:
        graph: bases and links.
        values: by node: a card's strength 0…1, an argument's weight 0…1 (effective importance · body; 0 when it
            is not weighed). None: no stable result, because of a loop.
    """

    def __init__(self, records: Records, map_id: MapId, perspective: PerspectiveId | None = None) -> None:
        self.graph = Graph(records, map_id, perspective)
        self.values: Values = {}
        _solve(self.graph, set(self.graph.nodes()), self.values, self.values, _AS_IT_IS)

    def update(self, change_set: ChangeSet) -> set[Node]:
        """Follows an action that the records already show, recomputing only what rests on what it changed.

        Returns:
            The nodes that were recomputed or are gone.
        """
        affected = self.graph.above(self.graph.update(change_set))
        gone = {
            node
            for change in change_set.changes
            for node in (change.record.id, -change.record.id)
            if node in self.values and node not in self.graph.base and node not in self.graph.links
        }
        for node in gone:
            del self.values[node]
        _solve(self.graph, affected, self.values, self.values, _AS_IT_IS)
        return affected | gone

    def what_if(self, card: Node, changed: Changed) -> float | None:
        """The strength a card would have if some numbers were others; nothing is kept.

        Args:
            card: the node asked about.
            changed: bases of cards and importances of arguments by node; an importance of None takes the
                argument out.
        """
        scratch: Values = {}
        affected = self.graph.above(changed)
        _solve(self.graph, affected, self.values, scratch, changed)
        return scratch[card] if card in scratch else self.values[card]

    def effective_importance(self, argument: Node) -> float | None:
        """What undercuts leave of an argument's importance; None when not weighed or not stable."""
        importance = self.graph.links[argument].importance
        if importance is None:
            return None
        return _after_undercuts(self.graph, argument, importance, self.values, self.values)

    def body(self, argument: Node) -> float | None:
        """The strength of what an argument rests on, 0…1; None when not stable."""
        return _body(self.graph, argument, self.values, self.values)

    def points(self, argument: Node) -> float | None:
        """What an argument adds to the card it targets: log-odds · 100, signed.

        None when it is not weighed, not stable, targets an argument, or its card is locked.
        """
        link = self.graph.links[argument]
        weight = self.values[argument]
        if link.importance is None or weight is None or link.target < 0 or self.graph.is_locked(link.target):
            return None
        return 100 * self.graph.gain * link.sign * weight


def in_order(graph: Graph, nodes: set[Node]) -> tuple[list[Node], set[Node]]:
    """Nodes in an order in which each comes after those of them it rests on, and those left over.

    What is left over is in a loop or rests on one.
    """
    waiting: dict[Node, int] = {}
    ordered: list[Node] = []
    for node in nodes:
        count = sum(1 for source in graph.inputs(node) if source in nodes)
        if count:
            waiting[node] = count
        else:
            ordered.append(node)
    # The list grows while it is walked: whoever is complete is appended.
    for node in ordered:
        if node < 0 and graph.links[node].importance is None:
            continue
        for fed in graph.feeds(node):
            count = waiting.get(fed, 0)
            if count == 1:
                del waiting[fed]
                ordered.append(fed)
            elif count:
                waiting[fed] = count - 1
    return ordered, set(waiting)


def _solve(graph: Graph, nodes: set[Node], known: Values, found: Values, changed: Changed) -> None:
    """Computes nodes.

    Args:
        graph: what rests on what.
        nodes: the nodes to compute; with each node also all it bears on.
        known: values of all other nodes.
        found: takes the values.
        changed: numbers to be taken instead of the graph's.
    """
    ordered, looped = in_order(graph, nodes)
    for node in ordered:
        found[node] = _value(graph, node, known, found, changed)
    for node in looped:
        found[node] = None


def _value(graph: Graph, node: Node, known: Values, found: Values, changed: Changed) -> float | None:
    if node > 0:
        return _strength(graph, node, known, found, changed)
    importance = changed[node] if node in changed else graph.links[node].importance
    if importance is None:
        return 0.0
    body = _body(graph, node, known, found)
    effective = _after_undercuts(graph, node, importance, known, found)
    return None if body is None or effective is None else effective * body


def _strength(graph: Graph, card: Node, known: Values, found: Values, changed: Changed) -> float | None:
    base = changed.get(card, graph.base[card])
    assert base is not None
    if base in {0.0, 1.0}:
        return base
    terms = []
    for argument in graph.arguments_on(card):
        link = graph.links[argument]
        if link.importance is None:
            continue
        weight = found[argument] if argument in found else known[argument]
        if weight is None:
            return None
        terms.append(link.sign * weight)
    # fsum: the same to the last bit in whatever order the arguments come.
    return logistic(logit(base) + graph.gain * math.fsum(terms))


def _body(graph: Graph, argument: Node, known: Values, found: Values) -> float | None:
    strengths = _all_of(graph.links[argument].premises, known, found)
    if strengths is None:
        return None
    if graph.rule is PremiseRule.WEAKEST:
        return min(strengths)
    return math.prod(sorted(strengths))


def _after_undercuts(graph: Graph, argument: Node, importance: float, known: Values, found: Values) -> float | None:
    undercuts = (node for node in graph.arguments_on(argument) if graph.links[node].importance is not None)
    weights = _all_of(undercuts, known, found)
    if weights is None:
        return None
    return importance * math.prod(sorted(1 - weight for weight in weights))


def _all_of(nodes: Iterable[Node], known: Values, found: Values) -> list[float] | None:
    """The values of nodes; None as soon as one has none."""
    values = []
    for node in nodes:
        value = found[node] if node in found else known[node]
        if value is None:
            return None
        values.append(value)
    return values
