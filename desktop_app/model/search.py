"""Finds cards by the words in them, over all maps, fast enough for every key pressed. Knows no results, no screens."""

import re
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Final

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, maps
from desktop_app.model.records import Card, Map

_LEAST_LOOSE: Final = 3
_GAP: Final = ".{0,2}?"  # letters that may lie between two typed ones


@dataclass(frozen=True, slots=True)
class _Entry:
    """One card as it is searched: its words in one case, and its place among all cards."""

    card: Card
    text: str
    notes: str
    place: tuple[int, str, int]


class CardSearch:
    """The words of all cards, kept up to date by `follow`."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._entries: dict[CardId, _Entry] = {}
        self._order: list[_Entry] | None = None
        self._read_all()
        # Before the first key is pressed.
        self._in_order()

    def follow(self, change_set: ChangeSet) -> None:
        """Follows an action that the records already show."""
        if Map in change_set.kinds:
            self._read_all()
            return
        for change in change_set.of(Card):
            if isinstance(change.after, Card):
                self._entries[change.after.id] = self._entry(change.after)
            elif isinstance(change.before, Card):
                self._entries.pop(change.before.id, None)
            self._order = None

    def find(self, text: str, *, most: int | None = None) -> list[Card]:
        """The cards that hold every word of `text`, whatever its case.

        Cards that hold them in their text come before those that hold some in their notes; each part in the order
        of the maps, then of the cards' ranks.

        Args:
            text: words, or parts of them.
            most: how many are wanted; None for all.
        """
        words = text.casefold().split()
        if not words:
            return []
        first: list[Card] = []
        second: list[Card] = []
        # The longest word is the rarest: most cards fall at it.
        rarest, *others = sorted(words, key=len, reverse=True)
        for entry in self._in_order():
            if rarest in entry.text and all(word in entry.text for word in others):
                first.append(entry.card)
                if len(first) == most:
                    return first
            elif entry.notes and all(word in entry.text or word in entry.notes for word in words):
                second.append(entry.card)
        return (first + second)[:most]

    def _in_order(self) -> list[_Entry]:
        if self._order is None:
            self._order = sorted(self._entries.values(), key=attrgetter("place"))
        return self._order

    def _read_all(self) -> None:
        self._numbers = {item.id: number for number, item in enumerate(maps(self._records))}
        self._entries = {card.id: self._entry(card) for card in self._records.all(Card)}
        self._order = None

    def _entry(self, card: Card) -> _Entry:
        return _Entry(card, card.text.casefold(), card.notes.casefold(), (self._numbers[card.map], card.rank, card.id))

    def find_loosely(self, text: str, *, most: int) -> list[Card]:
        """Cards whose text holds the letters of `text` in order and near each other ("brdg" finds "bridge").

        Args:
            text: what was typed; fewer than three letters find nothing.
            most: how many are wanted.
        """
        letters = "".join(text.casefold().split())
        if len(letters) < _LEAST_LOOSE:
            return []
        near = re.compile(_GAP.join(re.escape(letter) for letter in letters)).search
        return [entry.card for entry in islice((entry for entry in self._in_order() if near(entry.text)), most)]
