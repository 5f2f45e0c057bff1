"""The places of one map, kept up to date while it is edited: what did not change is not read again.

The result equals `tree.places` at every moment; a property test holds the two together.
"""

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.reads import Records, by_rank, cards
from desktop_app.model.records import Argument, Card, Premise
from desktop_app.model.tree import Place, children, is_root


class PlacedMap:
    """Where every card of a map hangs.

    Args:
        records: the workbook.
        map_id: the map.
    """

    def __init__(self, records: Records, map_id: MapId) -> None:
        self._records = records
        self._map = map_id
        all_cards = cards(records, map_id)
        self._cards = {card.id for card in all_cards}
        self._roots = {card.id for card in all_cards if is_root(records, card)}
        # What hangs on a place. Places are made once, so that an unchanged one is known by identity.
        self._hanging: dict[CardId, tuple[Place, tuple[Place, ...]]] = {}
        self._stale: set[CardId] = set()
        self._tops: dict[CardId, Place] = {}

    def follow(self, change_set: ChangeSet) -> None:
        """Takes notice of an action."""
        for change in change_set.changes:
            for record in (change.before, change.after):
                if isinstance(record, Card):
                    self._look_again(record.id)
                    if record.under is not None:
                        self._stale.add(record.under)
                elif isinstance(record, Argument):
                    self._doubt_target(record)
                elif isinstance(record, Premise):
                    self._look_again(record.card)
                    argument = self._records.find(Argument, record.argument)
                    if argument is not None:
                        self._doubt_target(argument)

    def places(self) -> list[Place]:
        """Every card of the map once, parents before children, siblings in order (preorder)."""
        preorder: list[Place] = []
        placed: set[CardId] = set()
        roots = by_rank(self._records.get(Card, root) for root in self._roots)
        self._place([root.id for root in roots], placed, preorder)
        if len(placed) < len(self._cards):
            # Cards of a loop hang on each other only: what is left starts trees of its own.
            left = by_rank(self._records.get(Card, card) for card in self._cards - placed)
            self._place([card.id for card in left], placed, preorder)
        self._stale.clear()
        return preorder

    # --- inside --------------------------------------------------------------------------------------

    def _look_again(self, card_id: CardId) -> None:
        card = self._records.find(Card, card_id)
        is_here = card is not None and card.map == self._map
        (self._cards.add if is_here else self._cards.discard)(card_id)
        stands_alone = card is not None and is_here and is_root(self._records, card)
        (self._roots.add if stands_alone else self._roots.discard)(card_id)
        if not is_here:
            self._hanging.pop(card_id, None)

    def _doubt_target(self, argument: Argument) -> None:
        if argument.target_card is not None:
            self._stale.add(argument.target_card)
        elif argument.target_argument is not None:
            self._stale.update(self._premises(argument.target_argument))

    def _premises(self, argument: ArgumentId) -> set[CardId]:
        return {premise.card for premise in self._records.referring(Premise, "argument", argument)}

    def _place(self, tops: list[CardId], placed: set[CardId], preorder: list[Place]) -> None:
        hanging, stale = self._hanging, self._stale
        for top in tops:
            stack = [self._top(top)]
            while stack:
                place = stack.pop()
                card = place.card
                if card in placed:
                    continue
                placed.add(card)
                preorder.append(place)
                known = hanging.get(card)
                if known is None or known[0] is not place or card in stale:
                    known = self._read(place, known)
                if known[1]:
                    stack.extend(known[1][::-1])

    def _top(self, card: CardId) -> Place:
        place = self._tops.get(card)
        if place is None:
            place = self._tops[card] = Place(card, None, None, 0, is_joined=False)
        return place

    def _read(self, place: Place, known: tuple[Place, tuple[Place, ...]] | None) -> tuple[Place, tuple[Place, ...]]:
        before = {item.card: item for item in known[1]} if known is not None else {}
        now = []
        for child in children(self._records, place):
            old = before.get(child.card)
            now.append(old if old == child else child)
        read = self._hanging[place.card] = (place, tuple(now))
        return read
