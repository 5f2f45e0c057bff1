"""Which cards to fold so that a map is shown down to some depth. Pure: places in, cards out."""

from collections.abc import Mapping
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.model.tree import Place

# A map of more cards than these opens folded, so that its shape can be seen.
_MOST_OPEN: Final = 200
_OPEN_DEPTH: Final = 2


def folded_from(places: Mapping[CardId, Place], depth: int) -> set[CardId]:
    """The cards at a depth, or deeper, on which something hangs; roots are at depth 0."""
    parents = {place.parent for place in places.values() if place.parent is not None}
    return {place.card for place in places.values() if place.depth >= depth and place.card in parents}


def folded_at_first(places: Mapping[CardId, Place]) -> set[CardId]:
    """What is folded when a map is shown for the first time: a large one is open down to its pros and cons."""
    return folded_from(places, _OPEN_DEPTH) if len(places) > _MOST_OPEN else set()
