"""What the canvas shows of a map, as arrays: visible cards, their places and links. No widget, no painter.

It can be thrown away and rebuilt from the document, the folded cards and the branch in focus at any moment, with the
same result. Small changes of shape are spliced in, so that an edit of a large map costs what it changes.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

import numpy as np

from desktop_app.drawing.cards import CardFace, CardPicture, card_picture
from desktop_app.drawing.faces import as_done, card_face
from desktop_app.drawing.links import heads, link_look
from desktop_app.drawing.palette import Role
from desktop_app.layout.axis import AXES, RIGHTWARDS, Axis
from desktop_app.layout.edges import Links
from desktop_app.layout.tidy import TidyTree
from desktop_app.model.changes import Change, ChangeSet
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Argument, Card, CardKind, Citation, Map, Override, Premise, Source
from desktop_app.model.tree import Place, reshapes
from desktop_app.viewmodels.canvas.arrays import ROLE_NUMBER, Arrays, Indices, Measured, new_arrays, spliced
from desktop_app.viewmodels.canvas.visible import Visible, difference, visible
from desktop_app.weighing.results import Results

# A larger change than this many cards is laid out anew: each inserted card merges all its ancestors.
_MOST_SPLICED: Final = 64


class Scene:
    """The visible part of one map.

    Attributes:
        places: visible cards in the order of the tree.
        index: position of each visible card in `places` and the arrays.
        hidden: how many cards each folded card hides.
        arrays: where the cards are, and how they look from afar.
        links: the links between them.
        done: cards of tasks that are done, whatever the records say of them.
        room: left and top of the room that is kept for a card that is being written; None where none is.
        version: grows whenever a card moves or looks different from afar.
        invalidated: the cards that may look different since the last action; None: perhaps all.
    """

    def __init__(self, records: Records) -> None:
        self.version = 0
        self.room: tuple[float, float] | None = None
        self._room_node: int | None = None
        self._focus: CardId | None = None
        self.invalidated: AbstractSet[CardId] | None = None
        self.done: AbstractSet[CardId] = frozenset()
        self._records = records
        self._map: MapId | None = None
        self._results: Results | None = None
        self._letters: dict[CardId, str] = {}
        self._measured: dict[CardId, tuple[Place, Measured]] = {}
        self.clear()

    def show(
        self,
        map_id: MapId,
        all_places: Mapping[CardId, Place],
        folded: AbstractSet[CardId],
        results: Results,
        focus: CardId | None = None,
    ) -> None:
        """Shows a map anew; what was measured before is kept."""
        self.close_room()
        self._results = results
        self._letters = option_letters(self._records, map_id)
        shown = visible(all_places.values(), folded, focus)
        if map_id != self._map:
            self._map = map_id
            self._measured.clear()
            self._lay_out(shown)
        else:
            self._reshape(shown, focus)
        self._focus = focus

    def clear(self) -> None:
        """Shows nothing: there is no map."""
        self._map = None
        self._measured.clear()
        self._lay_out(Visible())

    def follow(
        self,
        change_set: ChangeSet,
        all_places: Mapping[CardId, Place],
        folded: AbstractSet[CardId],
        results: Results,
        focus: CardId | None = None,
    ) -> bool:
        """Follows an action; says whether cards may have moved."""
        self.close_room()
        is_reshaped = reshapes(change_set)
        are_results_kept = results is self._results
        is_other_perspective = self._results is not None and results.perspective != self._results.perspective
        self._results = results
        if is_reshaped:
            self._letters = option_letters(self._records, results.map)
        # Any option may get another number, and with it another row.
        affected = None if is_other_perspective else _affected(self._records, change_set, self._letters)
        self.invalidated = affected if are_results_kept and not is_reshaped else None
        if affected is None:
            self._measured.clear()
            self._lay_out(visible(all_places.values(), folded, focus))
            self._focus = focus
            return True
        if is_reshaped:
            before = len(self.places)
            self._reshape(visible(all_places.values(), folded, focus), focus)
            self._measure_again(affected)
            return bool(before or self.places)
        return self._measure_again(affected)

    def make_room(
        self, parent: CardId | None, neighbour: CardId | None, width: float, height: float, *, before: bool
    ) -> None:
        """Lets the cards make room for one that is being written, until anything else changes.

        Args:
            parent: what it will hang on; None, or a card that is not shown, for a root.
            neighbour: the sibling beside which it will stand; None: after the last that is no note.
            width: of the room, in map units.
            height: likewise.
            before: whether it stands before its neighbour.
        """
        self.close_room()
        above = self.index.get(parent, -1) if parent is not None else -1
        siblings = np.flatnonzero(self.arrays.parents == above).tolist()
        beside = self.index.get(neighbour, -1) if neighbour is not None else -1
        if beside in siblings:
            row = siblings.index(beside) + (not before)
        else:
            row = sum(self.arrays.role[position] != ROLE_NUMBER[Role.NOTE] for position in siblings)
        node = int(self._nodes[above]) if above >= 0 else -1
        self._room_node = self._tree.insert(node, row, width, height)
        self._take_places(self.arrays)

    def grow_room(self, width: float, height: float) -> None:
        """The card that is being written needs another size."""
        if self._room_node is not None:
            self._tree.resize(self._room_node, width, height)
            self._take_places(self.arrays)

    def close_room(self) -> bool:
        """Lets the cards close up again; says whether there was any room."""
        node, self._room_node = self._room_node, None
        if node is not None:
            self._tree.remove(node)
            self._take_places(self.arrays)
        return node is not None

    @property
    def axis(self) -> Axis:
        """Which way the shown map grows."""
        settings = self._records.find(Map, self._map)
        return AXES[settings.layout] if settings is not None else RIGHTWARDS

    def holds(self, card: CardId) -> bool:
        """Whether a card is visible, and known as it is now: false for some between a change and `follow`."""
        position = self.index.get(card)
        if position is None or not self.places[position].holds(self._records):
            return False
        place, results = self.places[position], self._results
        kind = self._records.get(Card, card).kind
        if results is None or kind is CardKind.NOTE:
            return True
        has_link = place.argument is None or place.argument in results.arguments
        return has_link and card in results.cards and (kind is not CardKind.OPTION or card in results.options)

    def face(self, position: int) -> CardFace:
        """What a visible card says; only where it `holds`."""
        place = self.places[position]
        face = card_face(self._records, place, self._results_shown, self._letters)
        return as_done(face) if place.card in self.done else face

    def picture(self, position: int) -> CardPicture:
        """A visible card, ready to be painted."""
        return card_picture(self.face(position))

    @property
    def results(self) -> Results | None:
        """What the map adds up to, in the perspective that is drawn; None while it hides its numbers."""
        return self._results_shown

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of all visible cards together."""
        return self._size

    def visible(self, left: float, top: float, right: float, bottom: float) -> Indices:
        """Positions of the cards that a rectangle touches, in order."""
        return self.arrays.touching(left, top, right, bottom)

    def card_at(self, x: float, y: float) -> CardId | None:
        """The card under a point of the map."""
        positions = self.visible(x, y, x, y)
        return self.places[int(positions[-1])].card if len(positions) else None

    # --- inside --------------------------------------------------------------------------------------

    @property
    def _results_shown(self) -> Results | None:
        hidden = self._map is not None and self._records.get(Map, self._map).numbers_hidden
        return None if hidden else self._results

    def _take(self, shown: Visible) -> None:
        self.places, self.hidden = shown.places, shown.hidden
        self.index = {place.card: position for position, place in enumerate(self.places)}

    def _lay_out(self, shown: Visible) -> None:
        """Lays out everything anew."""
        self._room_node = None
        self._take(shown)
        measured = [self._measure(position) for position in range(len(self.places))]
        parents = [self._parent(place) for place in self.places]
        arrays = new_arrays(measured, parents, heads(self.places))
        self._tree = TidyTree(parents, arrays.width.tolist(), arrays.height.tolist(), axis=self.axis)
        self._nodes: Indices = np.arange(len(parents))
        self._take_places(arrays)

    def _reshape(self, shown: Visible, focus: CardId | None) -> None:
        """Puts in and takes out the cards in which another choice of cards differs."""
        first, old_end, new_end = difference(self.places, shown.places)
        # With another branch in focus the same places hang on something else: its top is a root.
        is_refocused, self._focus = focus != self._focus, focus
        if is_refocused or max(old_end, new_end) - first > _MOST_SPLICED:
            self._lay_out(shown)
            return
        old_arrays = self.arrays
        self._remove(first, old_end)
        self._take(shown)
        coming = range(first, new_end)
        measured = [self._measure(position) for position in coming]
        parents = [self._parent(self.places[position]) for position in coming]
        nodes = self._insert(first, parents, measured, old_arrays.parents[:first])
        self._nodes = np.concatenate((self._nodes[:first], nodes, self._nodes[old_end:]))
        new = new_arrays(measured, parents, parents)
        self._take_places(spliced(old_arrays, first, old_end, new, heads(self.places)))

    def _parent(self, place: Place) -> int:
        return self.index.get(place.parent, -1) if place.parent is not None else -1

    def _remove(self, first: int, end: int) -> None:
        """Takes cards out of the layout, each with all that hangs on it, which lies before `end` too."""
        parents = self.arrays.parents
        for position in range(first, end):
            if parents[position] < first:
                self._tree.remove(int(self._nodes[position]))

    def _insert(self, first: int, parents: list[int], measured: list[Measured], before: Indices) -> Indices:
        """Puts cards into the layout, from position `first` on, after the siblings that stand before that."""
        nodes = list[int]()
        row: dict[int, int] = {}
        for parent, card in zip(parents, measured, strict=True):
            at = row.get(parent)
            if at is None:
                at = int(np.count_nonzero(before == parent)) if parent < first else 0
            row[parent] = at + 1
            above = -1 if parent < 0 else int(self._nodes[parent]) if parent < first else nodes[parent - first]
            nodes.append(self._tree.insert(above, at, card.width, card.height))
        return np.array(nodes, dtype=np.intp)

    def _take_places(self, arrays: Arrays) -> None:
        """Takes the places of all cards from the layout, and the links between them."""
        spots = self._tree.place()
        self.arrays = replace(arrays, x=spots.x[self._nodes], y=spots.y[self._nodes])
        node = self._room_node
        self.room = None if node is None else (float(spots.x[node]), float(spots.y[node]))
        self.links: Links = self.arrays.links(self.axis)
        right, bottom = self.arrays.right, self.arrays.bottom
        self._size = (float(np.max(right)), float(np.max(bottom))) if self.places else (0.0, 0.0)
        self.version += 1

    def _measure(self, position: int) -> Measured:
        place = self.places[position]
        known = self._measured.get(place.card)
        # A card that serves twice may get another place, and say something else there, without being changed itself.
        if known is None or (known[0] is not place and known[0] != place):
            picture = self.picture(position)
            look = link_look(self._records, place, self._results_shown)
            known = (place, Measured(picture.width, picture.height, picture.face.role, look))
            self._measured[place.card] = known
        return known[1]

    def _measure_again(self, affected: AbstractSet[CardId]) -> bool:
        """Measures some cards again; says whether any has another size."""
        arrays, tree = self.arrays, self._tree
        moved = turned = False
        for card in affected:
            known = self._measured.pop(card, None)
            position = self.index.get(card)
            if position is None:
                continue
            now = self._measure(position)
            if known is None or known[1] != now:
                if (now.width, now.height) != (arrays.width[position], arrays.height[position]):
                    moved = True
                    tree.resize(int(self._nodes[position]), now.width, now.height)
                turned = turned or now.look.is_undercut != arrays.is_undercut[position]
                arrays.put(position, now)
                self.version += 1
        if moved:
            self._take_places(arrays)
        elif turned:
            self.links = arrays.links(self.axis)
        return moved


def _affected(records: Records, change_set: ChangeSet, options: Iterable[CardId]) -> set[CardId] | None:
    """The cards that may look or measure differently after an action; None: perhaps all."""
    if change_set.kinds & {Map, Source}:
        return None
    cards = set(options)
    for change in change_set.changes:
        for record in {change.before, change.after}:
            if isinstance(record, Card):
                cards |= {record.id, *_hanging(records, record.id)} if _turned(change) else {record.id}
            elif isinstance(record, Argument):
                cards |= _around(records, record)
            elif isinstance(record, Override):
                cards |= {premise.card for premise in records.referring(Premise, "argument", record.argument or 0)}
            elif isinstance(record, Premise):
                cards.add(record.card)
                argument = records.find(Argument, record.argument)
                if argument is not None:
                    cards |= _around(records, argument)
            elif isinstance(record, Citation):
                cards.add(record.card)
    return cards


def _turned(change: Change) -> bool:
    """Whether a card is of another kind now; what hangs directly on options and questions is wider."""
    before, after = change.before, change.after
    return isinstance(before, Card) and isinstance(after, Card) and before.kind is not after.kind


def _hanging(records: Records, card: CardId) -> set[CardId]:
    """What hangs on a card."""
    cards = {item.id for item in records.referring(Card, "under", card)}
    for argument in records.referring(Argument, "target_card", card):
        cards |= {premise.card for premise in records.referring(Premise, "argument", argument.id)}
    return cards


def _around(records: Records, argument: Argument) -> set[CardId]:
    """An argument's premises, its target, and what speaks to its premises ("answers the con")."""
    cards = {premise.card for premise in records.referring(Premise, "argument", argument.id)}
    for card in tuple(cards):
        for above in records.referring(Argument, "target_card", card):
            cards |= {premise.card for premise in records.referring(Premise, "argument", above.id)}
    if argument.target_card is not None:
        cards.add(argument.target_card)
    return cards
