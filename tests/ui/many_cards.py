"""The records of a map with very many cards, made without a document."""

import random
from collections.abc import Iterator

from desktop_app.model.ids import WORKBOOK_ID, CardId, MapId
from desktop_app.model.records import Card, CardKind, Map, Record, Workbook

_WORDS = "river spring bridge council reserve flood winter grant road season market view plan".split()  # noqa: SIM905


def many_cards(number: int) -> Iterator[Record]:
    """A workbook with one map of so many loose claims."""
    chance = random.Random(1)
    yield Workbook(WORKBOOK_ID, "Many", "", "en", "2025-01-01T00:00:00Z")
    yield Map(MapId(1), "Many", "a")
    for place in range(number):
        text = " ".join(chance.choices(_WORDS, k=12))
        yield Card(CardId(place + 2), MapId(1), CardKind.CLAIM, text, f"{place:06}5")
