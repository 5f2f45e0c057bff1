"""The weighing graph of one map: bases, links and what feeds what, as plain dicts that follow change sets.

A node is a whole number: a card's id, or an argument's id below zero (ids are unique within a type only). What
the graph adds up to is computed in `strength`.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import ArgumentId, CardId, MapId, PerspectiveId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, CardKind, Map, Override, Premise, PremiseRule, Record, Stance
from desktop_app.weighing.arguments.methods import SEMANTICS, Semantics
from desktop_app.weighing.numbers import Numbers, read_numbers

Node = int
Step = Callable[[int], Iterable[int]]
EVEN: Final = 0.5
_NO_NODES: Final[frozenset[Node]] = frozenset()
_WITHOUT_PLAUSIBILITY: Final = frozenset({CardKind.QUESTION, CardKind.OPTION})


@dataclass(frozen=True, slots=True)
class Link:
    """An argument in the graph.

    Attributes:
        sign: +1 supports, -1 opposes.
        importance: 0…1; None: not weighed, the argument stays out of every result.
        target: the card, or the argument it undercuts.
        premises: the cards it rests on.
    """

    sign: int
    importance: float | None
    target: Node
    premises: tuple[Node, ...]


def argument_node(argument: ArgumentId) -> Node:
    """The node of an argument."""
    return -argument


def argument_of(node: Node) -> ArgumentId:
    """The argument of a node below zero."""
    return ArgumentId(-node)


class Graph:
    """What bears on what in one map.

    Attributes:
        semantics: the method: the map's own, or another to compare it with.
        gain: sharpness of the map.
        rule: how strong premises are that hold only together.
        base: plausibility of every card that can be argued about (0.5 where there is none); notes are left out.
        given: the cards whose plausibility somebody has given.
        links: every argument.
        numbers: the map's own, or those of the perspective.
    """

    def __init__(
        self,
        records: Records,
        map_id: MapId,
        perspective: PerspectiveId | None = None,
        semantics: Semantics | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        self._records = records
        self._map_id = map_id
        self._perspective = perspective
        self._semantics = semantics
        self.base: dict[Node, float] = {}
        self.given: set[Node] = set()
        self.links: dict[Node, Link] = {}
        # Lists, not sets: nearly all hold one node or two, and a set takes four times the memory.
        self._on: dict[Node, list[Node]] = {}
        self._served: dict[Node, list[Node]] = {}
        self.numbers = read_numbers(records, perspective) if numbers is None else numbers
        self._read_settings()
        for card in records.referring(Card, "map", map_id):
            self._read_card(card.id)
        for argument in records.referring(Argument, "map", map_id):
            self._read_argument(argument.id)

    def under(self, semantics: Semantics) -> Self:
        """The same map under another method, as it stands now; not to be updated."""
        other = copy.copy(self)
        other.semantics = semantics
        return other

    def copied(self) -> Self:
        """The same map as it stands now, untouched by what happens to this one; not to be updated."""
        other = copy.copy(self)
        other.base, other.given, other.links = dict(self.base), set(self.given), dict(self.links)
        other._on = {node: list(arguments) for node, arguments in self._on.items()}  # noqa: SLF001 (its own class)
        other._served = {node: list(arguments) for node, arguments in self._served.items()}  # noqa: SLF001
        return other

    def nodes(self) -> Iterator[Node]:
        """Every node, in no particular order."""
        yield from self.base
        yield from self.links

    def arguments_on(self, node: Node) -> Iterable[Node]:
        """The arguments for and against a card, or the undercuts of an argument, weighed or not."""
        return self._on.get(node, _NO_NODES)

    def is_locked(self, node: Node) -> bool:
        """Whether a card is taken as given or rejected, so that no argument moves it."""
        return self.semantics.locks_ends and self.base[node] in {0.0, 1.0}

    def is_moved(self, node: Node) -> bool:
        """Whether arguments bear on a card's strength at all."""
        return not self.is_locked(node) and (self.semantics.propagates or node not in self.given)

    def inputs(self, node: Node) -> Iterator[Node]:
        """What a node's value is computed from; arguments that are not weighed are not among it."""
        if node > 0:
            if not self.is_moved(node):
                return
        elif self.semantics.propagates:
            yield from self.links[node].premises
        for argument in self.arguments_on(node):
            if self.links[argument].importance is not None:
                yield argument

    def outputs(self, node: Node) -> Iterable[Node]:
        """The nodes whose value is computed from this one's: `inputs`, seen from the other side."""
        if node > 0:
            return self._served.get(node, _NO_NODES) if self.semantics.propagates else _NO_NODES
        link = self.links[node]
        bears = link.importance is not None and (link.target < 0 or self.is_moved(link.target))
        return (link.target,) if bears else ()

    def feeds(self, node: Node) -> Iterable[Node]:
        """The nodes that a node may bear on directly."""
        return self._served.get(node, _NO_NODES) if node > 0 else (self.links[node].target,)

    def above(self, nodes: Iterable[Node]) -> set[Node]:
        """These nodes and everything they bear on, however far up."""
        return self._closure(nodes, self.feeds)

    def below(self, node: Node) -> set[Node]:
        """A node and everything its value rests on."""
        return self._closure((node,), self.inputs)

    def resting_on(self, node: Node) -> set[Node]:
        """As `below`, with the premises whose base alone counts where nothing propagates."""
        reached = self.below(node)
        return reached.union(*(self.links[other].premises for other in reached if other < 0))

    def update(self, change_set: ChangeSet) -> set[Node]:
        """Follows an action that the records already show.

        Returns:
            The nodes whose own number or links may have changed; nodes that are gone are not among them.
        """
        if Override in change_set.kinds:
            self.numbers = read_numbers(self._records, self._perspective)
        cards, arguments = self._named_in(change_set)
        touched: set[Node] = set(cards)
        for card in cards:
            self._read_card(card)
        for argument in arguments:
            touched |= self._read_argument(argument)
        if any(change.record.id == self._map_id for change in change_set.of(Map)) and self._read_settings():
            touched.update(self.nodes())
        return {node for node in touched if node in self.base or node in self.links}

    # --- inside --------------------------------------------------------------------------------------

    @staticmethod
    def _closure(start: Iterable[Node], step: Step) -> set[Node]:
        reached: set[Node] = set()
        pending = list(start)
        while pending:
            node = pending.pop()
            if node not in reached:
                reached.add(node)
                pending.extend(step(node))
        return reached

    def _named_in(self, change_set: ChangeSet) -> tuple[set[CardId], set[ArgumentId]]:
        """The cards and arguments whose numbers or links an action may have changed."""
        cards: set[CardId] = set()
        arguments: set[ArgumentId] = set()
        for change in change_set.changes:
            for record in (change.before, change.after):
                if isinstance(record, Card):
                    if _weighing_part(change.before) != _weighing_part(change.after):
                        cards.add(record.id)
                elif isinstance(record, Argument):
                    arguments.add(record.id)
                elif isinstance(record, Premise):
                    arguments.add(record.argument)
                elif isinstance(record, Override) and record.perspective == self._perspective:
                    cards.update(() if record.card is None else (record.card,))
                    arguments.update(() if record.argument is None else (record.argument,))
        return cards, arguments

    def _read_settings(self) -> bool:
        """Reads what holds for the whole map; returns whether it changed."""
        settings = self._records.find(Map, self._map_id)
        before = self._settings()
        if settings is not None:
            self.semantics: Semantics = self._semantics or SEMANTICS[settings.method]
            self.gain: float = settings.sharpness
            self.rule: PremiseRule = settings.premise_rule
        return before != self._settings()

    def _settings(self) -> tuple[object, ...]:
        return tuple(getattr(self, name, None) for name in ("semantics", "gain", "rule"))

    def _read_card(self, card_id: CardId) -> None:
        card = self._records.find(Card, card_id)
        if card is None or card.map != self._map_id or card.kind is CardKind.NOTE:
            self.base.pop(card_id, None)
            self.given.discard(card_id)
            return
        plausibility = None if card.kind in _WITHOUT_PLAUSIBILITY else self.numbers.plausibility(card)
        self.base[card_id] = EVEN if plausibility is None else plausibility
        (self.given.discard if plausibility is None else self.given.add)(card_id)

    def _read_argument(self, argument_id: ArgumentId) -> set[Node]:
        """Reads an argument anew; returns it with its targets before and now."""
        node = argument_node(argument_id)
        touched = {node}
        old = self.links.pop(node, None)
        if old is not None:
            touched.add(old.target)
            self._on[old.target].remove(node)
            for premise in old.premises:
                self._served[premise].remove(node)
        argument = self._records.find(Argument, argument_id)
        if argument is None or argument.map != self._map_id:
            return touched
        if argument.target_card is not None:
            target: Node = argument.target_card
        else:
            assert argument.target_argument is not None
            target = argument_node(argument.target_argument)
        premises = self._records.referring(Premise, "argument", argument_id)
        link = Link(
            sign=1 if argument.stance is Stance.SUPPORTS else -1,
            importance=self.numbers.importance(argument),
            target=target,
            premises=tuple(premise.card for premise in premises),
        )
        self.links[node] = link
        self._on.setdefault(target, []).append(node)
        for card in link.premises:
            self._served.setdefault(card, []).append(node)
        return touched | {target}


def _weighing_part(record: Record | None) -> tuple[object, ...]:
    """What of a card bears on results: neither its words nor its place."""
    if not isinstance(record, Card):
        return ()
    return record.map, record.kind, record.plausibility, record.confidence
