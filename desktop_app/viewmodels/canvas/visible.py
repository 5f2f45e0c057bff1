"""Which cards of a map a canvas shows: not those under a folded card, and of a branch in focus only its own."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from desktop_app.model.ids import CardId
from desktop_app.model.tree import Place


@dataclass(slots=True)
class Visible:
    """Visible cards in the order of the tree, and how many cards each folded one hides."""

    places: list[Place] = field(default_factory=list)
    hidden: dict[CardId, int] = field(default_factory=dict)


def visible(all_places: Iterable[Place], folded: AbstractSet[CardId], focus: CardId | None) -> Visible:
    """Chooses the visible cards.

    Args:
        all_places: of the map, parents before children.
        folded: cards whose branch is hidden.
        focus: the card whose branch alone is shown, even when it is folded; None for the whole map.
    """
    visible_cards = Visible()
    shown, hidden = visible_cards.places, visible_cards.hidden
    fold_of: dict[CardId, CardId] = {}
    inside = focus is None
    depth = -1
    for place in all_places:
        if focus is not None:
            if place.card == focus:
                inside, depth = True, place.depth
            elif inside and place.depth <= depth:
                break
            if not inside:
                continue
        fold = fold_of.get(place.parent) if place.parent is not None and fold_of else None
        if fold is not None:
            hidden[fold] = hidden.get(fold, 0) + 1
            fold_of[place.card] = fold
        else:
            shown.append(place)
            if place.card in folded and place.card != focus:
                fold_of[place.card] = place.card
    return visible_cards


def difference(old: Sequence[Place], new: Sequence[Place]) -> tuple[int, int, int]:
    """Where two orders of places differ: first position, end in the old and end in the new one.

    No place after the ends hangs on one between them.
    """
    first, shorter = 0, min(len(old), len(new))
    while first < shorter and (old[first] is new[first] or old[first] == new[first]):
        first += 1
    after = 0
    while after < shorter - first and (old[-1 - after] is new[-1 - after] or old[-1 - after] == new[-1 - after]):
        after += 1
    old_end, new_end = len(old) - after, len(new) - after
    between = {place.card for place in old[first:old_end]}
    while old_end < len(old) and old[old_end].parent in between:
        between.add(old[old_end].card)
        old_end, new_end = old_end + 1, new_end + 1
    return first, old_end, new_end
