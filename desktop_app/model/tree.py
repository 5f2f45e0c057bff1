"""The map as a tree to draw and to list: each card once, at the first place where it serves.

The model is a graph. A card that serves several arguments is placed under the first of them; its other uses are
`Use`s, drawn as cross links and counted in a badge ("used 2×"). Loops are broken the same way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.reads import Records, by_rank, cards
from desktop_app.model.records import Argument, Card, CardKind, Premise, Record


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card hangs.

    Attributes:
        parent: the card it is drawn under; None for a root.
        argument: the argument by which it hangs; None for roots, options and notes. An undercut hangs under
            the first premise of the argument it undercuts.
        is_joined: it is a further premise of that argument ("only together" with the sibling before it).
    """

    card: CardId
    parent: CardId | None
    argument: ArgumentId | None
    depth: int
    is_joined: bool

    def holds(self, records: Records) -> bool:
        """Whether the card still hangs there: false between a change and the next look for the places."""
        if records.find(Card, self.card) is None:
            return False
        return self.argument is None or any(
            premise.argument == self.argument for premise in records.referring(Premise, "card", self.card)
        )


@dataclass(frozen=True, slots=True)
class Use:
    """A further use of a card, beside the place where it is drawn."""

    card: CardId
    argument: ArgumentId


def places(records: Records, map_id: MapId) -> list[Place]:
    """Every card of a map once, parents before children, siblings in order (preorder)."""
    preorder: list[Place] = []
    placed: set[CardId] = set()
    everything = by_rank(cards(records, map_id))
    roots = [card for card in everything if is_root(records, card)]
    # Cards of a loop hang on each other only: what is left unplaced starts a tree of its own.
    for root in (*roots, *everything):
        if root.id not in placed:
            _place_branch(records, Place(root.id, None, None, 0, is_joined=False), placed, preorder)
    return preorder


def branch(records: Records, top: CardId) -> list[Place]:
    """A card and all that is drawn under it, as if it were a root."""
    preorder: list[Place] = []
    _place_branch(records, Place(top, None, None, 0, is_joined=False), set(), preorder)
    return preorder


def uses(records: Records, map_places: Sequence[Place]) -> list[Use]:
    """The arguments that placed cards serve beyond the one they hang by."""
    further: list[Use] = []
    for place in map_places:
        served = sorted(premise.argument for premise in records.referring(Premise, "card", place.card))
        further.extend(Use(place.card, argument) for argument in served if argument != place.argument)
    return further


def children(records: Records, place: Place) -> Iterator[Place]:
    """What hangs directly on a placed card: options, arguments in order, undercuts of its own link, notes."""
    card_id, depth = place.card, place.depth + 1
    under = by_rank(records.referring(Card, "under", card_id))
    for card in under:
        if card.kind is not CardKind.NOTE:
            yield Place(card.id, card_id, None, depth, is_joined=False)
    arguments = by_rank(records.referring(Argument, "target_card", card_id))
    if place.argument is not None and not place.is_joined:
        arguments += by_rank(records.referring(Argument, "target_argument", place.argument))
    for argument in arguments:
        joined = False
        for premise in by_rank(records.referring(Premise, "argument", argument.id)):
            yield Place(premise.card, card_id, argument.id, depth, joined)
            joined = True
    for card in under:
        if card.kind is CardKind.NOTE:
            yield Place(card.id, card_id, None, depth, is_joined=False)


def is_root(records: Records, card: Card) -> bool:
    """Whether a card hangs on nothing."""
    return card.under is None and not records.has_referring(Premise, "card", card.id)


def _place_branch(records: Records, top: Place, placed: set[CardId], preorder: list[Place]) -> None:
    stack = [top]
    while stack:
        place = stack.pop()
        if place.card in placed:
            continue
        placed.add(place.card)
        preorder.append(place)
        stack.extend(reversed(tuple(children(records, place))))


def reshapes(change_set: ChangeSet) -> bool:
    """Whether a change set alters which cards there are or where they hang; if not, the places stay as they were."""
    return any(_shape(change.before) != _shape(change.after) for change in change_set.changes)


def _shape(record: Record | None) -> tuple[object, ...]:
    if isinstance(record, Card):
        return record.id, record.kind, record.under, record.rank, record.map
    if isinstance(record, Argument):
        return record.id, record.target_card, record.target_argument, record.rank
    if isinstance(record, Premise):
        return record.id, record.argument, record.card, record.rank
    return ()
