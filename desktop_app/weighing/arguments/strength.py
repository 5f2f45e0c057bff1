"""The strengths of one map, kept up to date change set by change set; how they are computed is in `solving`."""

import copy
from collections.abc import Callable
from typing import Self

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import MapId, PerspectiveId
from desktop_app.model.reads import Records
from desktop_app.weighing.arguments import solving
from desktop_app.weighing.arguments.graph import Graph, Node
from desktop_app.weighing.arguments.methods import Semantics, logistic, logit
from desktop_app.weighing.arguments.solving import AS_IT_IS, Changed, Values
from desktop_app.weighing.numbers import Numbers

__all__ = ["StrengthGraph", "logistic", "logit"]


class StrengthGraph:
    """The weighing graph of a map together with what it adds up to; follows change sets.

    Attributes:
        graph: bases and links.
        values: by node: a card's strength 0…1, an argument's weight 0…1 (effective importance · body; 0 when it
            is not weighed). None: no stable result, because of a loop that does not settle.
        circular: nodes that are in a loop or rest on one.
    """

    def __init__(
        self,
        records: Records,
        map_id: MapId,
        perspective: PerspectiveId | None = None,
        semantics: Semantics | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        self.graph = Graph(records, map_id, perspective, semantics, numbers)
        self.values: Values = {}
        self.circular: set[Node] = set()
        self._solve(set(self.graph.nodes()))

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
            self.circular.discard(node)
        self._solve(affected)
        return affected | gone

    def copied(self) -> Self:
        """A copy that another thread can ask while this one follows the map; not to be updated."""
        other = copy.copy(self)
        other.graph = self.graph.copied()
        other.values, other.circular = dict(self.values), set(self.circular)
        return other

    def what_if(self, card: Node, changed: Changed) -> float | None:
        """The strength a card would have if some numbers were others; nothing is kept.

        Args:
            card: the node asked about.
            changed: bases of cards and importances of arguments by node; an importance of None takes the
                argument out.
        """
        scratch: Values = {}
        affected = self.graph.above(changed)
        if card in affected:
            solving.solve(self.graph, affected, self.values, scratch, changed)
        return scratch[card] if card in scratch else self.values[card]

    def trying(self, card: Node, node: Node) -> Callable[[float], float | None]:
        """What a card would be with a number at many values, one after another; what lies between is ordered once.

        Args:
            card: the node asked about, which rests on the other.
            node: whose base or importance is tried.

        Returns:
            The strength of the card for a value of that number; None without a stable result.
        """
        between = self.graph.above((node,)) & (self.graph.resting_on(card) | {card})
        order = solving.in_order(self.graph, between)

        def strength(value: float) -> float | None:
            solution: Values = {}
            solving.evaluate(self.graph, order, self.values, solution, {node: value})
            return solution[card] if card in solution else self.values[card]

        return strength

    def effective_importance(self, argument: Node) -> float | None:
        """What undercuts leave of an argument's importance; None when not weighed or not stable."""
        return solving.effective_importance(self.graph, argument, self.values, self.values)

    def body(self, argument: Node) -> float | None:
        """The strength of what an argument rests on, 0…1; None when not stable."""
        return solving.body(self.graph, argument, self.values, self.values)

    def points(self, argument: Node) -> float | None:
        """What an argument adds to the energy of the card it targets, · 100, signed; log-odds under the default.

        None when it is not weighed, not stable, targets an argument, its card is not moved by arguments, or the
        method has no points that add up.
        """
        graph, link, weight = self.graph, self.graph.links[argument], self.values[argument]
        if link.importance is None or weight is None or link.target < 0 or not graph.is_moved(link.target):
            return None
        if not graph.semantics.adds_up:
            return None
        return 100 * (graph.gain if graph.semantics.has_gain else 1.0) * link.sign * weight

    def base_points(self, card: Node) -> float | None:
        """What a card brings before its pros and cons, in the same points; None when they cannot move it.

        Only under the default are they points; elsewhere the base bends what they do, and counts as 0 of them.
        """
        if not self.graph.is_moved(card):
            return None
        return 100 * logit(self.graph.base[card]) if self.graph.semantics.has_gain else 0.0

    def _solve(self, nodes: set[Node]) -> None:
        order = solving.solve(self.graph, nodes, self.values, self.values, AS_IT_IS)
        self.circular -= nodes
        for component in order.then:
            self.circular.update(component)
        if self.circular:
            for node in order.first:
                if any(source in self.circular for source in self.graph.inputs(node)):
                    self.circular.add(node)
