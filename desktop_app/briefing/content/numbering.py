"""Numbers the cards of a map as an outline: the same on the drawn card and in the text ("2.1")."""

from collections.abc import Sequence

from desktop_app.model.ids import CardId
from desktop_app.model.tree import Place


def outline_numbers(places: Sequence[Place]) -> dict[CardId, str]:
    """The number of each placed card, parents before children; a single root needs none and has none."""
    is_single = sum(1 for place in places if place.depth == 0) == 1
    counts: list[int] = []
    number_by_card: dict[CardId, str] = {}
    for place in places:
        depth = place.depth - is_single
        if depth < 0:
            continue
        del counts[depth + 1 :]
        counts += [0] * (depth + 1 - len(counts))
        counts[depth] += 1
        number_by_card[place.card] = ".".join(map(str, counts))
    return number_by_card
