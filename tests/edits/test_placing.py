"""Hanging cards elsewhere: as what, between which, and what is refused."""

import pytest

from desktop_app.edits import arguments, cards, maps, placing
from desktop_app.edits.many import Hanging
from desktop_app.edits.placing import HangAs
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.tree import places
from tests.sample_maps import empty, link


class Board:
    """A map with a question, two options and a few points, and what hangs where on it."""

    def __init__(self) -> None:
        self.document: Document = empty()
        self.map_id = maps.add_map(self.document, "M").id
        question = cards.add_question(self.document, self.map_id, "What now?")
        first = cards.add_option(self.document, self.map_id, "Stay", under=question.id)
        second = cards.add_option(self.document, self.map_id, "Go", under=question.id)
        arguments.add_pro(self.document, first.id, "Cheap")
        arguments.add_con(self.document, first.id, "Dull")
        arguments.add_pro(self.document, second.id, "New")
        cards.add_note(self.document, self.map_id, "Ask Ann", under=question.id)
        cards.add_claim(self.document, self.map_id, "Loose")

    def card(self, text: str) -> Card:
        return next(card for card in self.document.all(Card) if card.text == text)

    def at(self, text: str) -> Hanging:
        place = next(item for item in places(self.document, self.map_id) if item.card == self.card(text).id)
        return Hanging(place.card, place.argument)

    def under(self, text: str) -> str | None:
        place = next(item for item in places(self.document, self.map_id) if item.card == self.card(text).id)
        return self.document.get(Card, place.parent).text if place.parent is not None else None

    def stance(self, text: str) -> Stance:
        argument = self.at(text).link
        assert argument is not None
        return self.document.get(Argument, argument).stance

    @property
    def texts(self) -> list[str]:
        return [self.document.get(Card, place.card).text for place in places(self.document, self.map_id)]


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.mark.parametrize(("part", "stance"), [(HangAs.PRO, Stance.SUPPORTS), (HangAs.CON, Stance.OPPOSES)])
def test_a_loose_claim_becomes_a_pro_or_a_con_of_what_it_is_hung_on(board: Board, part: HangAs, stance: Stance) -> None:
    placing.hang(board.document, [board.at("Loose")], board.card("Go"), part)
    assert board.under("Loose") == "Go"
    assert board.stance("Loose") is stance


def test_as_evidence_it_supports_and_is_evidence_and_as_a_pro_again_it_is_a_claim(board: Board) -> None:
    placing.hang(board.document, [board.at("Dull")], board.card("New"), HangAs.EVIDENCE)
    assert board.card("Dull").kind is CardKind.EVIDENCE
    assert board.stance("Dull") is Stance.SUPPORTS
    assert placing.part_of(board.document, board.at("Dull")) is HangAs.EVIDENCE
    placing.hang(board.document, [board.at("Dull")], board.card("New"), HangAs.PRO)
    assert board.card("Dull").kind is CardKind.CLAIM


def test_a_pro_becomes_a_note_and_a_note_a_con(board: Board) -> None:
    placing.hang(board.document, [board.at("New")], board.card("Stay"), HangAs.NOTE)
    assert (board.card("New").kind, board.under("New")) == (CardKind.NOTE, "Stay")
    placing.hang(board.document, [board.at("Ask Ann")], board.card("Stay"), HangAs.CON)
    assert (board.card("Ask Ann").kind, board.stance("Ask Ann")) == (CardKind.CLAIM, Stance.OPPOSES)


def test_a_claim_becomes_an_option_of_a_question_and_of_nothing_else(board: Board) -> None:
    placing.hang(board.document, [board.at("Loose")], board.card("What now?"), HangAs.OPTION)
    assert (board.card("Loose").kind, board.under("Loose")) == (CardKind.OPTION, "What now?")
    with pytest.raises(RuleError, match="under a question"):
        placing.hang(board.document, [board.at("New")], board.card("Stay"), HangAs.OPTION)
    assert board.under("New") == "Go"


def test_several_cards_move_in_one_step_and_none_when_one_may_not(board: Board) -> None:
    steps: list[ChangeSet] = []
    board.document.subscribe(steps.append)
    placing.hang(board.document, [board.at("Cheap"), board.at("Dull")], board.card("Go"), HangAs.CON)
    assert len(steps) == 1
    assert str(steps[0].step) == "Move (2 cards)"
    assert {board.under("Cheap"), board.under("Dull")} == {"Go"}
    with pytest.raises(RuleError, match="can't serve"):
        placing.hang(board.document, [board.at("Cheap"), board.at("Stay")], board.card("New"), HangAs.PRO)
    assert board.under("Cheap") == "Go"


def test_used_again_a_card_stays_where_it_is_and_serves_twice(board: Board) -> None:
    placing.hang_again(board.document, [board.at("Cheap")], board.card("Go"), HangAs.CON)
    assert board.under("Cheap") == "Stay"
    assert len(board.document.referring(Argument, "target_card", board.card("Go").id)) == 2
    with pytest.raises(RuleError, match="used again"):
        placing.hang_again(board.document, [board.at("Cheap")], board.card("Go"), HangAs.NOTE)


def test_between_siblings_it_keeps_its_stance_and_takes_the_place(board: Board) -> None:
    placing.hang_beside(board.document, [board.at("New")], board.at("Dull"), before=True)
    assert board.texts[1:5] == ["Stay", "Cheap", "New", "Dull"]
    assert board.stance("New") is Stance.SUPPORTS
    placing.hang_beside(board.document, [board.at("Loose")], board.at("Dull"), before=False)
    assert board.stance("Loose") is Stance.OPPOSES
    assert board.texts[1:6] == ["Stay", "Cheap", "New", "Dull", "Loose"]


def test_several_keep_their_order_between_siblings(board: Board) -> None:
    arguments.add_pro(board.document, board.card("Stay").id, "Known")
    moved = [board.at("Dull"), board.at("Known")]
    placing.hang_beside(board.document, moved, board.at("Cheap"), before=True)
    assert board.texts[2:5] == ["Dull", "Known", "Cheap"]


def test_options_change_places_and_only_options_stand_among_them(board: Board) -> None:
    placing.hang_beside(board.document, [board.at("Go")], board.at("Stay"), before=True)
    assert board.texts[1] == "Go"
    for refused in ("Cheap", "Ask Ann"):
        with pytest.raises(RuleError, match="Only options"):
            placing.hang_beside(board.document, [board.at(refused)], board.at("Stay"), before=True)


def test_notes_stand_beside_notes_and_roots_beside_roots(board: Board) -> None:
    cards.add_note(board.document, board.map_id, "Ask Bob", under=board.card("Go").id)
    placing.hang_beside(board.document, [board.at("Ask Bob")], board.at("Ask Ann"), before=True)
    assert board.under("Ask Bob") == "What now?"
    with pytest.raises(RuleError, match="Only notes"):
        placing.hang_beside(board.document, [board.at("Cheap")], board.at("Ask Ann"), before=True)
    placing.hang_beside(board.document, [board.at("Cheap")], board.at("Loose"), before=True)
    assert board.under("Cheap") is None
    assert board.texts[-2:] == ["Cheap", "Loose"]


def test_the_first_of_what_holds_only_together_takes_the_others_along_and_a_later_one_leaves(board: Board) -> None:
    pro = board.at("Cheap")
    assert pro.link is not None
    arguments.add_premise(board.document, pro.link, "For now")
    placing.hang_beside(board.document, [pro], board.at("Dull"), before=False)
    assert board.texts[2:5] == ["Dull", "Cheap", "For now"]
    placing.hang_beside(board.document, [board.at("For now")], board.at("Cheap"), before=True)
    assert board.texts[2:5] == ["Dull", "For now", "Cheap"]
    placing.hang_beside(board.document, [board.at("Cheap")], board.at("Dull"), before=True)
    assert board.texts[2:5] == ["Cheap", "Dull", "For now"]
    assert board.at("Cheap").link != board.at("For now").link


def test_nothing_but_what_says_not_relevant_stands_among_such(board: Board) -> None:
    undercut = arguments.add_undercut(board.document, link(board.document, board.card("Cheap").id), "Beside the point")
    with pytest.raises(RuleError, match="not relevant"):
        placing.hang_beside(board.document, [board.at("New")], board.at(undercut.text), before=True)


def test_a_card_may_not_hang_in_its_own_branch(board: Board) -> None:
    with pytest.raises(RuleError):
        placing.hang(board.document, [board.at("Cheap")], board.card("Cheap"), HangAs.PRO)


def test_what_a_card_is_where_it_hangs(board: Board) -> None:
    found = {text: placing.part_of(board.document, board.at(text)) for text in ("Go", "Ask Ann", "Cheap", "Dull")}
    assert list(found.values()) == [HangAs.OPTION, HangAs.NOTE, HangAs.PRO, HangAs.CON]
    assert placing.part_of(board.document, board.at("Loose"), HangAs.CON) is HangAs.CON
    cards.set_kind(board.document, board.card("Loose").id, CardKind.EVIDENCE)
    assert placing.part_of(board.document, board.at("Loose")) is HangAs.EVIDENCE
