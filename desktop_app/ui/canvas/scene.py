"""What the canvas shows of a map, as arrays: visible cards, their places and links. No widget, no painter.

It can be thrown away and rebuilt from the document and the folded cards at any moment, with the same result.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.drawing.cards import CardFace, CardPicture, card_picture
from desktop_app.drawing.display import link_look
from desktop_app.drawing.faces import card_face
from desktop_app.drawing.palette import Role
from desktop_app.layout.edges import Links, links
from desktop_app.layout.tidy import TidyTree
from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Argument, Card, Citation, Map, Premise, Source
from desktop_app.model.tree import Place, reshapes
from desktop_app.weighing.results import Results

Floats = NDArray[np.float64]
ROLES: Final = tuple(Role)
_ROLE_NUMBER: Final = {role: number for number, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Arrays:
    """Places of all visible cards, in map units; index i is the i-th visible card."""

    x: Floats
    y: Floats
    width: Floats
    height: Floats
    role: NDArray[np.uint8]
    parents: NDArray[np.intp]

    @property
    def right(self) -> Floats:
        """Right edges."""
        return self.x + self.width

    @property
    def bottom(self) -> Floats:
        """Bottom edges."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class LinkArrays:
    """Every visible link: its ends, and how it looks."""

    links: Links
    role: NDArray[np.uint8]
    thickness: Floats
    is_dashed: NDArray[np.bool_]


class Scene:
    """The visible part of one map.

    Attributes:
        places: visible cards in the order of the tree.
        index: position of each visible card in `places` and the arrays.
        hidden: how many cards each folded card hides.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._map: MapId | None = None
        self._results: Results | None = None
        self._letters: dict[CardId, str] = {}
        self._sizes: dict[CardId, tuple[float, float, int]] = {}
        self._tree = TidyTree([], [], [])
        self.places: list[Place] = []
        self.index: dict[CardId, int] = {}
        self.hidden: dict[CardId, int] = {}
        self.arrays = _no_arrays()
        self.link_arrays = _no_links()

    def show(
        self, map_id: MapId, all_places: Mapping[CardId, Place], folded: AbstractSet[CardId], results: Results
    ) -> None:
        """Shows a map anew; sizes of cards that were measured before are kept."""
        if map_id != self._map:
            self._map = map_id
            self._sizes.clear()
        self._results = results
        self._letters = option_letters(self._records, map_id)
        self._choose_visible(all_places.values(), folded)
        self._lay_out()

    def clear(self) -> None:
        """Shows nothing: there is no map."""
        self._map = None
        self.places, self.index, self.hidden = [], {}, {}
        self.arrays, self.link_arrays = _no_arrays(), _no_links()

    def follow(
        self,
        change_set: ChangeSet,
        all_places: Mapping[CardId, Place],
        folded: AbstractSet[CardId],
        results: Results,
    ) -> bool:
        """Follows an action; says whether cards may have moved."""
        self._results = results
        is_reshaped = reshapes(change_set)
        if is_reshaped:
            self._letters = option_letters(self._records, results.map)
        # Any option may get another number, and with it another row.
        affected = _affected(self._records, change_set, self._letters)
        if affected is None:
            self._sizes.clear()
        elif is_reshaped:
            for card in affected:
                self._sizes.pop(card, None)
        else:
            return self._resize(affected)
        self._choose_visible(all_places.values(), folded)
        self._lay_out()
        return True

    def face(self, position: int) -> CardFace:
        """What a visible card says."""
        return card_face(self._records, self.places[position], self._results_shown, self._letters)

    def picture(self, position: int) -> CardPicture:
        """A visible card, ready to be painted."""
        return card_picture(self.face(position))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of all visible cards together."""
        if not self.places:
            return 0.0, 0.0
        return float(self.arrays.right.max()), float(self.arrays.bottom.max())

    def visible(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.intp]:
        """Positions of the cards that a rectangle touches, in order."""
        arrays = self.arrays
        inside = (arrays.x < right) & (arrays.right > left) & (arrays.y < bottom) & (arrays.bottom > top)
        return np.flatnonzero(inside)

    def visible_links(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.intp]:
        """Positions of the links whose box a rectangle touches."""
        starts, ends = self.link_arrays.links.starts, self.link_arrays.links.ends
        inside = (
            (starts[:, 0] < right)
            & (ends[:, 0] > left)
            & (np.minimum(starts[:, 1], ends[:, 1]) < bottom)
            & (np.maximum(starts[:, 1], ends[:, 1]) > top)
        )
        return np.flatnonzero(inside)

    def card_at(self, x: float, y: float) -> CardId | None:
        """The card under a point of the map."""
        found = self.visible(x, y, x, y)
        return self.places[int(found[-1])].card if len(found) else None

    # --- inside --------------------------------------------------------------------------------------

    @property
    def _results_shown(self) -> Results | None:
        hidden = self._map is not None and self._records.get(Map, self._map).numbers_hidden
        return None if hidden else self._results

    def _choose_visible(self, all_places: Iterable[Place], folded: AbstractSet[CardId]) -> None:
        self.places = []
        self.hidden = {}
        fold_of: dict[CardId, CardId] = {}
        for place in all_places:
            fold = fold_of.get(place.parent) if place.parent is not None else None
            if fold is not None:
                self.hidden[fold] = self.hidden.get(fold, 0) + 1
            else:
                self.places.append(place)
            if fold is not None or place.card in folded:
                fold_of[place.card] = fold if fold is not None else place.card
        self.index = {place.card: position for position, place in enumerate(self.places)}

    def _lay_out(self) -> None:
        sizes = [self._size(position) for position in range(len(self.places))]
        index = self.index
        parents = [-1 if place.parent is None else index[place.parent] for place in self.places]
        widths, heights, roles = zip(*sizes, strict=True) if sizes else ((), (), ())
        self._tree = TidyTree(parents, widths, heights)
        found = self._take_places(
            np.array(widths, dtype=float),
            np.array(heights, dtype=float),
            np.array(roles, dtype=np.uint8),
            np.array(parents, dtype=np.intp),
        )
        looks = [link_look(self._records, self.places[child]) for child in found.children.tolist()]
        self.link_arrays = LinkArrays(
            found,
            np.array([_ROLE_NUMBER[role] for role, _, _ in looks], dtype=np.uint8),
            np.array([thickness for _, thickness, _ in looks]),
            np.array([bool(dash) for _, _, dash in looks], dtype=bool),
        )

    def _take_places(
        self, widths: Floats, heights: Floats, roles: NDArray[np.uint8], parents: NDArray[np.intp]
    ) -> Links:
        """Takes the places of all cards from the tree; returns the links between them."""
        spots = self._tree.place()
        self.arrays = Arrays(spots.x, spots.y, widths, heights, roles, parents)
        return links(parents, spots.x, spots.y, widths, heights)

    def _size(self, position: int) -> tuple[float, float, int]:
        card = self.places[position].card
        known = self._sizes.get(card)
        if known is None:
            picture = self.picture(position)
            known = (picture.width, picture.height, _ROLE_NUMBER[picture.face.role])
            self._sizes[card] = known
        return known

    def _resize(self, affected: AbstractSet[CardId]) -> bool:
        """Measures some cards again; says whether any changed its size, role or link."""
        arrays = self.arrays
        moved = False
        for card in affected:
            position = self.index.get(card)
            if position is None:
                self._sizes.pop(card, None)
                continue
            before = self._sizes.pop(card, None)
            now = self._size(position)
            if now != before:
                moved = True
                arrays.width[position], arrays.height[position], arrays.role[position] = now
                self._tree.resize(position, now[0], now[1])
        if moved:
            found = self._take_places(arrays.width, arrays.height, arrays.role, arrays.parents)
            # The same links in the same order: how the others look is known.
            self.link_arrays = replace(self.link_arrays, links=found)
        self._refresh_looks(affected)
        return moved

    def _refresh_looks(self, affected: AbstractSet[CardId]) -> None:
        """Thickness, colour and dashes of the links that lead to some cards."""
        found = self.link_arrays
        for card in affected:
            position = self.index.get(card)
            if position is None or self.places[position].parent is None:
                continue
            at = int(np.searchsorted(found.links.children, position))
            role, thickness, dash = link_look(self._records, self.places[position])
            found.role[at], found.thickness[at], found.is_dashed[at] = _ROLE_NUMBER[role], thickness, bool(dash)


def _affected(records: Records, change_set: ChangeSet, options: Iterable[CardId]) -> set[CardId] | None:
    """The cards that may look or measure differently after an action; None: perhaps all."""
    if change_set.kinds & {Map, Source}:
        return None
    found = set(options)
    for change in change_set.changes:
        for record in {change.before, change.after}:
            if isinstance(record, Card):
                found.add(record.id)
            elif isinstance(record, Argument):
                found |= _around(records, record)
            elif isinstance(record, Premise):
                found.add(record.card)
                argument = records.find(Argument, record.argument)
                if argument is not None:
                    found |= _around(records, argument)
            elif isinstance(record, Citation):
                found.add(record.card)
    return found


def _around(records: Records, argument: Argument) -> set[CardId]:
    """An argument's premises, its target, and what speaks to its premises ("answers the con")."""
    found = {premise.card for premise in records.referring(Premise, "argument", argument.id)}
    for card in tuple(found):
        for above in records.referring(Argument, "target_card", card):
            found |= {premise.card for premise in records.referring(Premise, "argument", above.id)}
    if argument.target_card is not None:
        found.add(argument.target_card)
    return found


def _no_arrays() -> Arrays:
    nothing = np.zeros(0)
    return Arrays(nothing, nothing, nothing, nothing, np.zeros(0, np.uint8), np.zeros(0, np.intp))


def _no_links() -> LinkArrays:
    none = Links(np.zeros(0, np.intp), np.zeros((0, 2)), np.zeros((0, 2)))
    return LinkArrays(none, np.zeros(0, np.uint8), np.zeros(0), np.zeros(0, bool))
