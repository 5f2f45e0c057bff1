"""Small documents to test edits and rules on, and what tests ask of them."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from desktop_app.edits import arguments, cards, maps
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import WORKBOOK_ID
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Map, Premise, Record, Score, Stance, Workbook
from desktop_app.model.rules import check_all


@dataclass
class Desk:
    """A document with one map, and short ways to fill and to question it."""

    document: Document
    map: Map

    def question(self, text: str = "Which way?") -> Card:
        return cards.add_question(self.document, self.map.id, text)

    def option(self, text: str, under: Card | None = None) -> Card:
        return cards.add_option(self.document, self.map.id, text, under=under.id if under is not None else None)

    def claim(self, text: str) -> Card:
        return cards.add_claim(self.document, self.map.id, text)

    def note(self, text: str, under: Card | None = None) -> Card:
        return cards.add_note(self.document, self.map.id, text, under=under.id if under is not None else None)

    def pro(self, to: Card, text: str, importance: float | None = None) -> Card:
        return self._add(to, Stance.SUPPORTS, text, importance)

    def con(self, to: Card, text: str, importance: float | None = None) -> Card:
        return self._add(to, Stance.OPPOSES, text, importance)

    def undercut(self, of: Card, text: str) -> Card:
        return arguments.add_undercut(self.document, self.link(of).id, text)

    def again(self, card: Card) -> Card | None:
        """What has become of a card; None when it is gone."""
        return self.document.find(Card, card.id)

    def now(self, card: Card) -> Card:
        """What has become of a card that is still there."""
        return self.document.get(Card, card.id)

    def score(self, option: Card, criterion: Criterion) -> Score:
        """The score of an option on a criterion, which has one."""
        found = reads.score(self.document, option.id, criterion.id)
        assert found is not None
        return found

    def link(self, card: Card) -> Argument:
        """The one argument that a card serves."""
        (found,) = reads.arguments_from(self.document, card.id)
        return found

    def on(self, card: Card) -> list[tuple[str, str]]:
        """The arguments on a card in order, as (stance, texts of their premises)."""
        return [self._said(argument) for argument in reads.arguments_on(self.document, card.id)]

    def undercuts(self, card: Card) -> list[tuple[str, str]]:
        """What says that a card's argument is not relevant."""
        return [self._said(argument) for argument in reads.undercuts_of(self.document, self.link(card).id)]

    def notes_under(self, card: Card) -> list[str]:
        return [note.text for note in reads.cards_under(self.document, card.id, CardKind.NOTE)]

    def texts(self) -> set[str]:
        return {card.text for card in self.document.all(Card)}

    def state(self) -> set[Record]:
        return set(self.document.records())

    def refuses(self, act: Callable[[], object], match: str) -> None:
        """An action is refused in words and changes nothing."""
        before = self.state()
        with pytest.raises(RuleError, match=match) as caught:
            act()
        assert caught.value.sentence.endswith(".")
        assert self.state() == before
        check_all(self.document)

    def _add(self, to: Card, stance: Stance, text: str, importance: float | None) -> Card:
        made = arguments.add_argument(self.document, to.id, stance, text)
        if importance is not None:
            arguments.set_importance(self.document, self.link(made).id, importance)
        return made

    def _said(self, argument: Argument) -> tuple[str, str]:
        premises = reads.premises_of(self.document, argument.id)
        words = " & ".join(self.document.get(Card, premise.card).text for premise in premises)
        return ("+" if argument.stance is Stance.SUPPORTS else "-", words)


def new_desk() -> Desk:
    workbook = Workbook(WORKBOOK_ID, "Test", "", "en", "2026-01-01T00:00:00Z")
    document = Document([workbook], source_of_ids=random.Random(1))
    return Desk(document, maps.add_map(document, "Map"))


def premise_of(desk: Desk, card: Card) -> Premise:
    """The one premise that a card is."""
    (found,) = desk.document.referring(Premise, "card", card.id)
    return found
