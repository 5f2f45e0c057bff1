"""One action on several cards is one step of undo."""

import pytest

from desktop_app.edits import arguments, cards, many, maps
from desktop_app.edits.many import Hanging
from desktop_app.model.changes import ChangeSet
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import CardId
from desktop_app.model.records import Argument, Card, CardKind, Stance
from tests.sample_maps import empty, link


class Pros:
    """A claim with two pros, an answer to the first and an undercut of it."""

    def __init__(self) -> None:
        self.document = empty()
        map_id = maps.add_map(self.document, "M").id
        claim = cards.add_claim(self.document, map_id, "Claim")
        self.pros = [arguments.add_pro(self.document, claim.id, text).id for text in ("First", "Second")]
        self.answer = arguments.add_con(self.document, self.pros[0], "Answer").id
        self.undercut = arguments.add_undercut(self.document, link(self.document, self.pros[0]), "Beside it").id
        self.steps: list[ChangeSet] = []
        self.document.subscribe(self.steps.append)

    def at(self, *ids: CardId) -> list[Hanging]:
        return [Hanging(card, link(self.document, card)) for card in ids]

    def stance(self, card: CardId) -> Stance:
        return self.document.get(Argument, link(self.document, card)).stance


@pytest.fixture
def pros() -> Pros:
    return Pros()


def test_stances_and_importance_of_many_are_one_step(pros: Pros) -> None:
    many.set_stances(pros.document, pros.at(*pros.pros, pros.undercut), Stance.OPPOSES)
    assert [pros.stance(card) for card in pros.pros] == [Stance.OPPOSES] * 2
    many.flip_stances(pros.document, pros.at(*pros.pros, pros.undercut))
    assert [pros.stance(card) for card in pros.pros] == [Stance.SUPPORTS] * 2
    assert pros.stance(pros.undercut) is Stance.OPPOSES
    many.set_importances(pros.document, pros.at(*pros.pros), 0.75)
    assert {pros.document.get(Argument, link(pros.document, card)).importance for card in pros.pros} == {0.75}
    assert [str(step.step) for step in pros.steps] == [
        "Make it a con (3 cards)",
        "Swap pro/con (3 cards)",
        "Set how much it matters (2 cards)",
    ]


def test_one_alone_is_told_why_it_cannot_support_an_argument(pros: Pros) -> None:
    with pytest.raises(RuleError, match="not relevant"):
        many.set_stances(pros.document, pros.at(pros.undercut), Stance.SUPPORTS)


def test_a_branch_and_a_card_of_it_go_together_once(pros: Pros) -> None:
    many.delete_branches(pros.document, pros.at(pros.pros[0], pros.answer, pros.pros[1]))
    assert [card.text for card in pros.document.all(Card)] == ["Claim"]
    assert len(pros.steps) == 1


def test_cards_go_and_what_hangs_on_them_moves_up(pros: Pros) -> None:
    many.delete_keeping_children(pros.document, pros.at(*pros.pros))
    assert {card.text for card in pros.document.all(Card)} == {"Claim", "Answer", "Beside it"}
    assert len(pros.steps) == 1


def test_kinds_of_many_change_together_or_not_at_all(pros: Pros) -> None:
    many.set_kinds(pros.document, pros.at(*pros.pros), CardKind.EVIDENCE)
    assert {pros.document.get(Card, card).kind for card in pros.pros} == {CardKind.EVIDENCE}
    with pytest.raises(RuleError):
        many.set_kinds(pros.document, pros.at(pros.pros[1], pros.pros[0]), CardKind.NOTE)
    assert {pros.document.get(Card, card).kind for card in pros.pros} == {CardKind.EVIDENCE}
