"""Sources where they are cited: fields, grades and quotes edited in place; and several cards weighed at once."""

from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, cards, sources
from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, Citation, Source, Verification
from desktop_app.session import Session
from desktop_app.ui.pages.map.inspector.citation import CitationRow
from tests.ui.conftest import CTRL, KEYS, Hands


def _cited(hands: Hands) -> CitationRow:
    claim = cards.add_claim(hands.document, hands.workspace.map_id, "It is flat")
    source = sources.add_source(hands.document, "survey", "A survey")
    sources.cite(hands.document, claim.id, source.id)
    hands.workspace.select(claim.id)
    QApplication.processEvents()  # rows are shown once they are laid out
    (row,) = hands.page.inspector.sources_field.rows()
    return row


def _source(hands: Hands) -> Source:
    (source,) = hands.document.all(Source)
    return source


def test_a_row_opens_and_closes_by_keys(hands: Hands) -> None:
    row = _cited(hands)
    row.toggle.setFocus()
    hands.press(KEYS.Key_Space)
    assert row.quote.isVisible()
    assert row.toggle.accessibleName() == "Close survey"
    row.place.setFocus()
    hands.press(KEYS.Key_Escape)
    assert not row.quote.isVisible()
    assert hands.focused is row.toggle


def test_quote_and_place_are_set_and_shown_on_the_row(hands: Hands) -> None:
    row = _cited(hands)
    row.open(is_open=True)
    row.place.setFocus()
    hands.write("p. 4")
    row.quote.setFocus()
    hands.type("The valley is flat.")
    hands.press(KEYS.Key_Return, CTRL)
    (citation,) = hands.document.all(Citation)
    assert (citation.quote, citation.locator) == ("The valley is flat.", "p. 4")
    assert row._details.text() == "p. 4 · not checked yet"


def test_fields_grade_and_verification_are_each_one_step_and_the_row_stays_open(hands: Hands) -> None:
    row = _cited(hands)
    row.open(is_open=True)
    author = row.texts["author"]
    author.setFocus()
    hands.type("The council")
    # Leaving the field commits it; the next field keeps the keyboard.
    hands.press(KEYS.Key_Tab)
    assert _source(hands).author == "The council"
    assert hands.focused is row.texts["publisher"]
    assert row.reliability.currentText() == row.credibility.currentText() == "cannot be judged"
    row.reliability.setCurrentIndex(row.reliability.findData("B"))
    row.reliability.activated.emit(row.reliability.currentIndex())
    row.credibility.setCurrentIndex(row.credibility.findData(2))
    row.credibility.activated.emit(row.credibility.currentIndex())
    row.verification.setCurrentIndex(row.verification.findData(Verification.TRACED))
    row.verification.activated.emit(row.verification.currentIndex())
    source = _source(hands)
    assert (source.reliability, source.credibility, source.verification) == ("B", 2, Verification.TRACED)
    assert row._grade.text() == "B2"
    assert row.quote.isVisible()
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Z, CTRL)
    assert _source(hands).verification is Verification.UNVERIFIED
    assert row.verification.currentData() == Verification.UNVERIFIED


def test_a_key_that_is_taken_is_refused_and_stays_marked_until_it_is_given_up(hands: Hands) -> None:
    row = _cited(hands)
    sources.add_source(hands.document, "other", "Another")
    row.open(is_open=True)
    key = row.texts["key"]
    key.setFocus()
    key.selectAll()
    hands.write("other")
    assert hands.refusal
    hands.page.canvas.setFocus()
    assert key.text() == "other"
    assert key.property("refused")
    key.setFocus()
    hands.press(KEYS.Key_Escape)
    assert key.text() == "survey"


def test_a_citation_is_removed_and_the_source_stays(hands: Hands) -> None:
    row = _cited(hands)
    hands.click(row._remove)
    assert hands.page.inspector.sources_field.rows() == []
    assert _source(hands).title == "A survey"


def test_a_read_only_workbook_shows_sources_and_lets_nothing_be_changed(hands: Hands) -> None:
    _cited(hands)
    path = hands.workspace.session.path
    hands.window.files.close()
    hands.window.files._open(lambda: Session.open(path, read_only=True))
    hands.select("It is flat")
    (row,) = hands.page.inspector.sources_field.rows()
    assert row.texts["title"].isReadOnly()
    assert not row.reliability.isEnabled()
    assert row._remove.isHidden()


def _three(hands: Hands) -> list[Card]:
    question = cards.add_question(hands.document, hands.workspace.map_id, "Which way?")
    made = [arguments.add_pro(hands.document, question.id, text) for text in ("Flat", "Short", "Safe")]
    links = [hands.workspace.place_of(card.id) for card in made]
    assert links[0] is not None
    hands.workspace.view.select(made[0].id, links[0].argument, others={card.id for card in made[1:]})
    return made


def test_several_cards_are_weighed_together_in_one_step(hands: Hands) -> None:
    made = _three(hands)
    many = hands.page.inspector.many
    assert many._title.text() == "3 cards selected"
    assert many._counts.text() == "3 claims"
    many.importance.chosen.emit(0.75)
    many.plausibility.chosen.emit(0.9)
    assert {item.importance for item in hands.document.all(Argument)} == {0.75}
    assert {hands.document.get(Card, card.id).plausibility for card in made} == {0.9}
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Z, CTRL)
    assert {hands.document.get(Card, card.id).plausibility for card in made} == {None}
    assert {item.importance for item in hands.document.all(Argument)} == {0.75}


def test_one_card_again_shows_that_card(hands: Hands) -> None:
    made = _three(hands)
    assert hands.page.inspector.many.isVisible()
    hands.workspace.select(made[1].id)
    assert not hands.page.inspector.many.isVisible()
    assert hands.page.inspector.text_field.toPlainText() == "Short"


def test_what_cannot_be_weighed_offers_no_numbers(hands: Hands) -> None:
    notes = [cards.add_note(hands.document, hands.workspace.map_id, text) for text in ("One", "Two")]
    hands.workspace.view.select(notes[0].id, others={notes[1].id})
    many = hands.page.inspector.many
    assert many._counts.text() == "2 notes"
    assert many.importance.isHidden()
    assert many.plausibility.isHidden()
    assert reads.cards(hands.document, hands.workspace.map_id)
