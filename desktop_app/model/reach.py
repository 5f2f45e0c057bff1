"""What can influence what: loops, and how deep cards are nested. Iterative, because files can be deep.

A node is a card or an argument. A card influences the arguments it is a premise of; an argument influences its
target. "Under" (options, notes) nests cards without influence.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, Premise

MAX_DEPTH: Final = 500

# ("card" or "argument", id): ids are unique within a type only.
Node = tuple[type[Card] | type[Argument], int]


def closes_loop(records: Records, argument: Argument) -> bool:
    """Whether an argument can be reached from its own target, so that it bears on itself."""
    start: Node = (Argument, argument.id)
    pending = list(_influenced(records, start))
    seen: set[Node] = set()
    while pending:
        node = pending.pop()
        if node == start:
            return True
        if node not in seen:
            seen.add(node)
            pending.extend(_influenced(records, node))
    return False


def depth_around(records: Records, arguments: Iterable[int], cards: Iterable[Card]) -> int:
    """Cards on the longest path through any of these arguments and hanging cards, from root to leaf."""
    starts: list[Node] = [(Argument, argument) for argument in arguments]
    starts += [(Card, card.id) for card in cards]
    above = _Longest(lambda node: _above(records, node))
    below = _Longest(lambda node: _below(records, node))
    # A card is on both its paths; an argument is on neither count.
    return max((above.of(node) + below.of(node) - (node[0] is Card) for node in starts), default=0)


def depths_and_loops(records: Records) -> tuple[int, frozenset[MapId]]:
    """The deepest nesting in cards, and the maps in which arguments run in a loop."""
    above = _Longest(lambda node: _above(records, node))
    deepest = max((above.of((Card, card.id)) for card in records.all(Card)), default=0)
    looped = {
        (records.get(Card, node_id) if kind is Card else records.get(Argument, node_id)).map
        for kind, node_id in above.looped
    }
    return deepest, frozenset(looped)


class _Longest:
    """Longest paths over a graph, remembered; an edge that closes a loop counts as absent and is noted."""

    def __init__(self, neighbours: Callable[[Node], Iterator[Node]]) -> None:
        self._neighbours = neighbours
        self._known: dict[Node, int] = {}
        self.looped: set[Node] = set()

    def of(self, start: Node) -> int:
        """Cards on the longest path from a node, itself included."""
        known = self._known
        if start in known:
            return known[start]
        open_nodes: set[Node] = {start}
        stack: list[tuple[Node, Iterator[Node], int]] = [(start, self._neighbours(start), 0)]
        while stack:
            node, pending, longest = stack.pop()
            for neighbour in pending:
                if neighbour in open_nodes:
                    self.looped.add(neighbour)
                elif neighbour in known:
                    longest = max(longest, known[neighbour])
                else:
                    # Come back to this node once the neighbour is known.
                    stack.append((node, pending, longest))
                    open_nodes.add(neighbour)
                    stack.append((neighbour, self._neighbours(neighbour), 0))
                    break
            else:
                known[node] = longest + (node[0] is Card)
                open_nodes.discard(node)
                if stack:
                    parent, rest, best = stack[-1]
                    stack[-1] = (parent, rest, max(best, known[node]))
        return known[start]


def _influenced(records: Records, node: Node) -> Iterator[Node]:
    kind, node_id = node
    if kind is Card:
        for premise in records.referring(Premise, "card", node_id):
            yield Argument, premise.argument
        return
    argument = records.get(Argument, node_id)
    if argument.target_card is not None:
        yield Card, argument.target_card
    elif argument.target_argument is not None:
        yield Argument, argument.target_argument


def _above(records: Records, node: Node) -> Iterator[Node]:
    yield from _influenced(records, node)
    kind, node_id = node
    if kind is Card:
        under = records.get(Card, node_id).under
        if under is not None:
            yield Card, under


def _below(records: Records, node: Node) -> Iterator[Node]:
    kind, node_id = node
    if kind is Card:
        for argument in records.referring(Argument, "target_card", node_id):
            yield Argument, argument.id
        for card in records.referring(Card, "under", node_id):
            yield Card, card.id
        return
    for premise in records.referring(Premise, "argument", node_id):
        yield Card, premise.card
    for undercut in records.referring(Argument, "target_argument", node_id):
        yield Argument, undercut.id
