"""When the workbook does not take a text: it stays, marked, can be tried again, and nothing is said to be saved."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.edits import perspectives, scores, sources
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind, PerspectiveKind, Source
from desktop_app.store.errors import DiskFullError, FileGoneError, FileReplacedError, ReadOnlyError, StoreError
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.widgets.refused_note import RefusedNote
from desktop_app.ui.widgets.text_commit import CommitState, TextCommit
from desktop_app.ui.workspace.view import Page
from desktop_app.wording.sentence import literal
from tests.sure import sure
from tests.ui.conftest import KEYS, Hands
from tests.ui.refusing import (
    PLACES,
    commits_of,
    fill,
    hand_over,
    is_query,
    marker_for,
    name_of,
    records_of,
    refusing,
    text_fields,
)

REFUSALS: dict[str, StoreError] = {
    "full disk": DiskFullError(literal("The disk is full."), literal("Free some space and try again.")),
    "file gone": FileGoneError(literal("The file was moved."), literal("Save a copy to keep your work.")),
    "file replaced": FileReplacedError(
        literal("Another program replaced it."), literal("Save a copy to keep your work.")
    ),
    "read only": ReadOnlyError(
        literal("It cannot be written where it lies."), literal("Save a copy elsewhere to keep your work.")
    ),
}
# Every place with a full disk, and three with each other refusal: their kinds are the store's. `thorough` tries all.
_WITH_EACH = {"map, a card in the panel", "criteria, a cell", "balance"}
_IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
CASES = [
    (place, refusal)
    for place in PLACES
    for refusal in REFUSALS
    if refusal == "full disk" or place in _WITH_EACH or _IS_THOROUGH
]
# What is written there is not the workbook's: the person's own name, and proposals that are used by a button.
NOT_THE_WORKBOOKS = ("Your name", "What lifting")


@pytest.fixture
def full(example: Hands) -> Hands:
    """The example, with a source, a perspective and a fact, so that every field has something to show."""
    document, map_id = example.document, example.workspace.map_id
    option = reads.options(document, map_id)[0].id
    source = sources.add_source(document, "zz", "A source")
    sources.cite(document, option, source.id)
    perspectives.add_perspective(document, map_id, "Participant 1", PerspectiveKind.PERSON)
    scores.set_fact(document, option, "Price", "3")
    return example


def _fields(root: QWidget) -> list[QLineEdit | QPlainTextEdit | QTextEdit]:
    """The fields that are the workbook's; one that has no protocol and asks for nothing fails."""
    fields = []
    for field in text_fields(root):
        commits = commits_of(field)
        if is_query(field):
            continue
        assert commits is not None, f"{name_of(field)} commits by no protocol"
        if field.accessibleName().startswith(NOT_THE_WORKBOOKS):
            continue
        assert commits.target is not None, f"{name_of(field)} goes nowhere"
        fields.append(field)
    return fields


def _commits(field: QWidget) -> TextCommit:
    found = commits_of(field)
    assert found is not None
    return found


@pytest.mark.parametrize(("place", "refusal"), CASES)
def test_a_refused_text_stays_marked_in_its_field_and_is_saved_by_retry(
    full: Hands, place: str, refusal: str, qtbot: QtBot
) -> None:
    number = 0
    while True:
        root = PLACES[place](full)
        QApplication.processEvents()
        fields = _fields(root)
        if number >= len(fields):
            break
        field = fields[number]
        number += 1
        commits, about = _commits(field), name_of(field)
        marker = marker_for(field)
        before = records_of(full.document)
        with refusing(full, REFUSALS[refusal]):
            fill(full, field, marker)
            hand_over(full, field)
            assert commits.state is CommitState.REFUSED, about
            assert commits._text() == marker, about
            assert field.property("refused") is True, about
            assert "Not saved" in field.accessibleDescription(), about
            assert records_of(full.document) == before, about
            assert "✓" not in full.window.status.saved, about
            assert not full.page.messages.isVisible(), about
            qtbot.waitUntil(lambda: full.refusal.startswith("Not saved."), timeout=2000)
        note = next(note for note in full.window.findChildren(RefusedNote) if note.isVisible())
        assert note.retry.isVisible(), about
        full.click(note.retry)
        now = records_of(full.document)
        assert any(marker in record for record in now - before), about
        assert not len(full.workspace.pending), about
        assert full.window.status.saved == ("" if place == "settings" else "✓ Every change saved"), about
        full.workspace.undo()
        assert records_of(full.document) == before, about


def test_a_refused_text_that_is_given_up_waits_no_more(full: Hands) -> None:
    full.workspace.view.show_page(Page.MAP)
    full.workspace.select(next(iter(full.workspace.places)))
    field = full.page.inspector.text_field
    before = field.toPlainText()
    with refusing(full, REFUSALS["full disk"]):
        fill(full, field, "Another text")
        hand_over(full, field)
    assert len(full.workspace.pending)
    field.setFocus()
    full.press(KEYS.Key_Escape)
    assert field.toPlainText() == before
    assert not len(full.workspace.pending)


def test_what_only_shows_texts_takes_none(full: Hands) -> None:
    """The walk above stands on this: whatever takes the keyboard and a text is a field of one of the known kinds."""
    for place, opening in PLACES.items():
        opening(full)
        QApplication.processEvents()
        for field in text_fields(full.window):
            assert is_query(field) or commits_of(field) is not None, f"{place}: {name_of(field)}"
        full.workspace.pending.clear()


def test_a_text_being_sorted_stays_on_its_page_until_the_workbook_takes_it(full: Hands) -> None:
    full.window.overlays.sort_text("Which way?\n* By the river\n  + Flat [major]\n")
    page = full.window.pages.over
    assert isinstance(page, PastePage)
    before = records_of(full.document)
    fill(full, page.question, "Which way to school?")
    with refusing(full, REFUSALS["full disk"]):
        hand_over(full, page.question)
        shown = full.window.pages.over
        assert shown is page
        assert page.question.text() == "Which way to school?"
        assert page.messages.text.startswith("The disk is full.")
        assert records_of(full.document) == before
    hand_over(full, page.question)
    assert full.window.pages.over is None
    assert "Which way to school?" in full.texts


def test_a_text_that_a_rule_refuses_says_so_beside_its_field_and_offers_no_retry(full: Hands) -> None:
    PLACES["criteria"](full)
    option = reads.options(full.document, full.workspace.map_id)[0].id
    criterion = reads.criteria(full.document, full.workspace.map_id)[0].id
    line = full.page.criteria.cell(option, criterion).line
    fill(full, line, "6030")
    hand_over(full, line)
    assert "Type a number from 0 to 100" in full.refusal
    note = line.commits.note
    assert note is not None
    assert not note.retry.isVisible()
    assert full.window.status.saved == "1 text not saved"
    full.click(note.revert)
    assert line.commits.state is CommitState.SHOWN
    assert not full.refusal
    assert full.window.status.saved == "✓ Every change saved"


def test_a_score_goes_to_the_person_for_whom_it_was_begun(full: Hands) -> None:
    document, map_id = full.document, full.workspace.map_id
    first = perspectives.add_perspective(document, map_id, "Amina", PerspectiveKind.PERSON).id
    second = perspectives.add_perspective(document, map_id, "Boris", PerspectiveKind.PERSON).id
    full.workspace.view.choose_perspective(first)
    PLACES["criteria"](full)
    option = reads.options(document, map_id)[0].id
    criterion = reads.criteria(document, map_id)[0].id
    cell = full.page.criteria.cell(option, criterion)
    before = full.workspace.session.live_results(map_id, second).strengths.graph.numbers.score(
        document, option, criterion
    )
    cell.setFocus()
    full.type("33")
    full.workspace.view.choose_perspective(second)
    full.press(KEYS.Key_Return)
    numbers = {
        who: full.workspace.session.live_results(map_id, who).strengths.graph.numbers.score(document, option, criterion)
        for who in (first, second)
    }
    assert numbers[first] is not None
    assert sure(numbers[first]).likely == 33
    assert numbers[second] == before


def test_a_refused_score_waits_for_its_person_and_is_not_shown_to_the_next(full: Hands) -> None:
    document, map_id = full.document, full.workspace.map_id
    first = perspectives.add_perspective(document, map_id, "Amina", PerspectiveKind.PERSON).id
    second = perspectives.add_perspective(document, map_id, "Boris", PerspectiveKind.PERSON).id
    full.workspace.view.choose_perspective(first)
    PLACES["criteria"](full)
    option = reads.options(document, map_id)[0].id
    line = full.page.criteria.cell(option, reads.criteria(document, map_id)[0].id).line
    shown = line.text()
    fill(full, line, "6030")
    hand_over(full, line)
    full.workspace.view.choose_perspective(second)
    state = line.commits.state
    assert state is CommitState.SHOWN
    assert line.text() != "6030"
    full.workspace.view.choose_perspective(first)
    assert line.text() == "6030"
    assert line.commits.state is CommitState.REFUSED
    line.setFocus()
    full.press(KEYS.Key_Escape)
    full.page.criteria.setFocus()
    assert line.text() == shown


def test_a_source_that_was_being_named_is_not_cited_on_another_card(full: Hands) -> None:
    cards = [card.id for card in reads.cards(full.document, full.workspace.map_id) if card.kind is CardKind.CLAIM]
    full.workspace.select(cards[0])
    line = full.page.inspector.sources_field.line
    fill(full, line, "Depot study")
    full.workspace.select(cards[1])
    assert line.text() == ""
    hand_over(full, line)
    assert "Depot study" not in _cited(full, cards[1])
    full.workspace.select(cards[0])
    assert line.text() == "Depot study"
    hand_over(full, line)
    assert "Depot study" in _cited(full, cards[0])


def _cited(hands: Hands, card: CardId) -> set[str]:
    return {hands.document.get(Source, item.source).title for item in reads.citations_of(hands.document, card)}


def test_refused_notes_come_back_with_their_card(full: Hands) -> None:
    cards = [card.id for card in reads.cards(full.document, full.workspace.map_id) if card.kind is CardKind.CLAIM]
    full.workspace.select(cards[0])
    notes = full.page.inspector._notes
    with refusing(full, REFUSALS["full disk"]):
        fill(full, notes, "In doubt")
        full.workspace.select(cards[1])
        assert notes.toPlainText() != "In doubt"
        state = notes.commits.state
        assert state is CommitState.SHOWN
        full.workspace.select(cards[0])
        assert notes.toPlainText() == "In doubt"
        assert notes.commits.state is CommitState.REFUSED
        assert [pending.text for pending in full.workspace.pending.not_taken] == ["In doubt"]
    full.click(full.window.status.retry)
    assert next(card for card in reads.cards(full.document, full.workspace.map_id) if card.id == cards[0]).notes == (
        "In doubt"
    )


def test_leaving_a_refused_text_once_there_is_room_saves_it(full: Hands) -> None:
    card = next(card for card in reads.cards(full.document, full.workspace.map_id) if card.kind is CardKind.CLAIM)
    full.workspace.select(card.id)
    full.page.canvas.setFocus()
    full.page.canvas.edit(" AAAA")
    with refusing(full, REFUSALS["full disk"]):
        hand_over(full, full.page.canvas.editor)
        assert full.page.canvas.editor.commits.state is CommitState.REFUSED
    full.page.side.outline.setFocus()
    assert full.document.get(Card, card.id).text == f"{card.text} AAAA"
    assert not full.page.canvas.editor.isVisible()
    assert not len(full.workspace.pending)


@pytest.mark.parametrize("place", ["map, a card on the canvas", "outline, a row"])
def test_leaving_a_refused_text_while_there_is_no_room_leaves_it_in_sight(full: Hands, place: str) -> None:
    (field,) = _fields(PLACES[place](full))
    with refusing(full, REFUSALS["full disk"]):
        fill(full, field, "AAAA")
        full.page.inspector.setFocus()
        QApplication.processEvents()
        assert _commits(field).state is CommitState.REFUSED
        assert field.isVisible()
        assert _commits(field)._text() == "AAAA"


def test_a_text_for_a_card_that_is_gone_is_kept_and_asked_about(full: Hands) -> None:
    card = next(card for card in reads.cards(full.document, full.workspace.map_id) if card.kind is CardKind.CLAIM)
    full.workspace.select(card.id)
    with refusing(full, REFUSALS["full disk"]):
        fill(full, full.page.inspector._notes, "In doubt")
        full.workspace.select(None)
    full.workspace.select(card.id)
    full.page.canvas.setFocus()
    full.workspace.pending.refuse(sure(full.page.inspector._notes.commits.target), "In doubt", REFUSALS["full disk"])
    full.trigger("delete_branch")
    assert [pending.text for pending in full.workspace.pending] == ["In doubt"]
    full.click(full.window.status.retry)
    (waiting,) = full.workspace.pending
    assert str(waiting.error).startswith("This card is no longer there.")
    full.trigger("undo")
    full.workspace.pending.retry()
    assert full.document.get(Card, card.id).notes == "In doubt"


def test_a_text_that_waits_outlives_another_look(full: Hands) -> None:
    card = next(card for card in reads.cards(full.document, full.workspace.map_id) if card.kind is CardKind.CLAIM)
    full.workspace.select(card.id)
    with refusing(full, REFUSALS["full disk"]):
        fill(full, full.page.inspector._notes, "In doubt")
        hand_over(full, full.page.inspector._notes)
        full.window.themes.use("dark")
        full.workspace.select(card.id)
        assert full.page.inspector._notes.toPlainText() == "In doubt"
        assert full.page.inspector._notes.commits.state is CommitState.REFUSED
    full.window.themes.use("light")


def test_typing_at_the_title_of_the_balance_words_the_subject_and_no_point(full: Hands) -> None:
    document = full.document
    subject = reads.options(document, full.workspace.map_id)[0]
    full.workspace.select(subject.id)
    full.workspace.view.show_page(Page.BALANCE)
    points = {card.id: card.text for card in document.all(Card) if card.id != subject.id}
    title = full.page.balance.bar.title
    full.qtbot.mouseDClick(title, Qt.MouseButton.LeftButton)
    full.focused.selectAll()  # type: ignore[attr-defined]
    full.write("Another name")
    assert document.get(Card, subject.id).text == "Another name"
    assert {card.id: card.text for card in document.all(Card) if card.id != subject.id} == points


def test_buttons_of_a_note_leave_the_keyboard_in_the_field(full: Hands) -> None:
    PLACES["map, the map in the panel"](full)
    title = full.page.inspector.summary._title
    with refusing(full, REFUSALS["full disk"]):
        fill(full, title, "Another title")
        hand_over(full, title)
        note = title.commits.note
        assert note is not None
        for button in note.findChildren(QPushButton):
            if button is note.retry:
                full.click(button)
        assert full.focused is title
        assert title.commits.state is CommitState.REFUSED
