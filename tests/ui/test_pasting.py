"""Pasting: a text from elsewhere has no side but where it says so; lines of this program keep their signs."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.formats.plan_parts import Home, parts_of
from desktop_app.model.records import Argument, CardKind, Stance
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.widgets.choices import Choices
from desktop_app.ui.workspace.pasting import mime_of_lines
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands
from tests.ui.own_process import run_script


@pytest.fixture
def on_option(hands: Hands) -> Hands:
    """A question with an option, which is selected."""
    hands.press(KEYS.Key_Tab)
    hands.write("Where?")
    hands.press(KEYS.Key_Tab)
    hands.write("Old mill")
    assert hands.card("Old mill").kind is CardKind.OPTION
    hands.select("Old mill")
    return hands


def _paste(hands: Hands, text: str) -> None:
    QApplication.clipboard().setText(text)
    hands.press(KEYS.Key_V, CTRL)


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. "])
def test_bullets_pasted_on_a_card_are_notes_under_it_and_marks_are_words(on_option: Hands, bullet: str) -> None:
    _paste(on_option, f"{bullet}Cuts it by ~30%\n{bullet}Costs [minor]")
    assert on_option.texts == ["Where?", "Old mill", "Cuts it by ~30%", "Costs [minor]"]
    for text in ("Cuts it by ~30%", "Costs [minor]"):
        card = on_option.card(text)
        assert (card.kind, card.under, card.plausibility) == (CardKind.NOTE, on_option.card("Old mill").id, None)
    assert on_option.selected == "Cuts it by ~30%"
    assert list(on_option.document.all(Argument)) == []
    on_option.press(KEYS.Key_Z, CTRL)
    assert on_option.texts == ["Where?", "Old mill"]


def test_what_pasting_does_not_know_stays_text_and_is_said(on_option: Hands) -> None:
    _paste(on_option, "+ Cheap #none")
    assert on_option.selected == "Cheap #none"
    assert on_option.window.status.message == "Line 1: “#none” is not known here, so it stays text."


def test_plus_signs_alone_are_bullets_too(on_option: Hands) -> None:
    _paste(on_option, "+ Quick\n+ Cheap")
    assert on_option.texts == ["Where?", "Old mill", "Quick", "Cheap"]
    assert list(on_option.document.all(Argument)) == []


def test_a_sentence_pasted_on_a_card_is_a_note_under_it_and_no_second_question(on_option: Hands) -> None:
    _paste(on_option, "It stood empty since 1990.")
    assert on_option.card("It stood empty since 1990.").under == on_option.card("Old mill").id


def test_lists_under_headings_pasted_on_a_card_speak_for_and_against_it(on_option: Hands) -> None:
    _paste(on_option, "## Pros\n\n- Central ~30%\n\n## Cons\n\n- Damp\n- None")
    made = on_option.document.all(Argument)
    assert {argument.target_card for argument in made} == {on_option.card("Old mill").id}
    assert sorted(argument.stance.value for argument in made) == ["opposes", "supports"]
    assert on_option.card("Central ~30%").plausibility is None
    assert on_option.card("None").kind is CardKind.NOTE


def test_lines_copied_here_keep_their_signs_wherever_they_are_pasted(on_option: Hands) -> None:
    on_option.press(KEYS.Key_Tab)
    on_option.write("- Damp")
    on_option.select("Damp")
    on_option.press(KEYS.Key_C, CTRL)
    copied = QApplication.clipboard().mimeData()
    assert copied.text().strip() == "- Damp"
    # As another window of the program finds it.
    on_option.page.canvas.commands.clipboard.clear()
    on_option.trigger("paste_text")
    page = on_option.window.pages.over
    assert isinstance(page, PastePage)
    assert page.reading.button(value=True).isChecked()


def test_a_program_that_ends_with_copied_lines_on_the_clipboard_does_not_crash() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop_app.ui.workspace.pasting import are_lines, mime_of_lines\n"
        "app = QApplication([])\n"
        "app.clipboard().setMimeData(mime_of_lines('- Damp'))\n"
        "print(app.clipboard().text(), are_lines(app.clipboard().mimeData()))\n"
        "app.clipboard().setMimeData(mime_of_lines('- Dry'))\n"
    )
    assert run_script(code).stdout.strip() == "- Damp True"


def test_what_is_pasted_as_pro_loses_its_bullet_and_keeps_its_words(on_option: Hands) -> None:
    QApplication.clipboard().setText("- Cuts it by ~30%\n• Quiet // at night\n3. =x")
    on_option.trigger("paste_as_pro")
    assert on_option.texts[2:] == ["Cuts it by ~30%", "Quiet // at night", "=x"]
    assert {argument.stance for argument in on_option.document.all(Argument)} == {Stance.SUPPORTS}
    assert on_option.card("Cuts it by ~30%").plausibility is None
    QApplication.clipboard().setMimeData(mime_of_lines("- Ours ~30%"))
    on_option.trigger("paste_as_pro")
    assert on_option.card("Ours").plausibility == 0.3
    on_option.select("Old mill")
    QApplication.clipboard().setText("* A note ~30%")
    on_option.trigger("paste_as_note")
    assert on_option.card("A note ~30%").kind is CardKind.NOTE


@pytest.mark.parametrize("pasted", ["- Damp", "  - Damp", "+ Damp", "* Damp", "> Damp", "- - Damp"])
def test_a_bullet_pasted_into_a_new_card_is_no_sign(on_option: Hands, pasted: str) -> None:
    on_option.press(KEYS.Key_Tab)
    _paste(on_option, pasted)
    before = on_option.focused.accessibleName()
    on_option.press(KEYS.Key_Return)
    assert before == "New card: Pro"
    assert on_option.card("Damp").kind is CardKind.CLAIM
    assert [argument.stance for argument in on_option.document.all(Argument)] == [Stance.SUPPORTS]


def test_a_sign_that_is_typed_into_a_new_card_is_one(on_option: Hands) -> None:
    on_option.press(KEYS.Key_Tab)
    on_option.write("- Damp")
    assert [argument.stance for argument in on_option.document.all(Argument)] == [Stance.OPPOSES]


# --- the page that sorts a text --------------------------------------------------------------------------


def _homes(page: PastePage) -> dict[Home, list[str]]:
    found: dict[Home, list[str]] = {}
    for part in parts_of(page._plan()):
        found.setdefault(part.home, []).append(part.title)
    return found


def test_the_page_reads_bullets_as_notes_and_as_lines_when_that_is_asked_for_by_keyboard(hands: Hands) -> None:
    hands.window.overlays.sort_text("Should it run?\n- Slow\n- Loud ~30%")
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    assert _homes(page) == {Home.NOTE: ["Slow", "Loud ~30%"]}
    choices = page.findChild(Choices)
    assert choices is not None
    assert choices.accessibleName() == "Read it as"
    names = [button.accessibleName() for button in choices.findChildren(QPushButton)]
    assert names == ["Read it as: text", "Read it as: lines with signs"]

    def reach() -> None:
        for _ in range(20):
            if choices.isAncestorOf(hands.focused):
                return
            hands.press(KEYS.Key_Tab)
        raise AssertionError("Tab does not lead to the switch")

    page.question.setFocus()
    reach()
    hands.press(KEYS.Key_Right)
    hands.press(KEYS.Key_Space)
    assert choices.button(value=True).isChecked()
    assert choices.isAncestorOf(hands.focused)
    assert _homes(page) == {Home.CON: ["Slow", "Loud"]}
    page.send(parts_of(page._plan())[:1], Home.PRO)
    hands.press(KEYS.Key_Left)
    hands.press(KEYS.Key_Space)
    assert _homes(page) == {Home.NOTE: ["Slow", "Loud ~30%"]}


def test_a_question_of_ones_own_stays_when_the_text_is_read_otherwise(hands: Hands) -> None:
    hands.window.overlays.sort_text("The ferry\n+ Quick [major]\n- Dear")
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    assert page.question.text() == "The ferry"
    page.read_as(as_lines=False)
    assert page.question.text() == "The ferry"
    page.question.clear()
    page.question.setFocus()
    hands.type("Run it?")
    page.read_as(as_lines=True)
    assert page.question.text() == "Run it?"
    assert _homes(page) == {Home.PRO: ["Quick"], Home.CON: ["Dear"]}


def test_the_page_sorts_anew_by_the_question_that_is_typed(hands: Hands) -> None:
    """Arguments for closing the library are none for keeping it."""
    headings = ("Arguments for closing the library", "Arguments against closing the library")
    hands.window.overlays.sort_text(
        f"Closing the library\n\nIt was said last week.\n\n{headings[0]}\n\n- Cheap\n\n{headings[1]}\n\n- Far"
    )
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    argued = {Home.PRO: ["Cheap"], Home.CON: ["Far"]}
    assert {home: titles for home, titles in _homes(page).items() if home in argued} == argued
    page.question.setFocus()
    hands.type("Should the library stay?")
    assert page._asked_anew.isActive()
    assert page._shown == parts_of(page._plan()), "what is shown is what would be made"
    page._asked_anew.timeout.emit()
    assert not argued.keys() & _homes(page).keys()
    assert page._shown == parts_of(page._plan())
    page.question.selectAll()
    hands.type("Should the library close?")
    page._asked_anew.timeout.emit()
    assert {home: titles for home, titles in _homes(page).items() if home in argued} == argued
    page.send([part for part in parts_of(page._plan()) if part.title == "Far"], Home.PRO)
    page.question.selectAll()
    hands.type("Should the library stay?")
    page._asked_anew.timeout.emit()
    assert _homes(page)[Home.PRO] == ["Cheap", "Far"], "what a person has sorted stays"


def test_what_a_text_pasted_on_a_card_speaks_of_may_be_the_card(on_option: Hands) -> None:
    _paste(on_option, "Advantages of a mill:\n\n- Central\n\nDisadvantages of a castle:\n\n- Damp")
    (made,) = on_option.document.all(Argument)
    assert (made.stance, made.target_card) == (Stance.SUPPORTS, on_option.card("Old mill").id)
    assert on_option.card("Damp").kind is CardKind.NOTE


def test_a_text_that_cannot_be_read_as_lines_stays_text_and_says_why(hands: Hands) -> None:
    deep = "Should it?\n" + "".join(f"{' ' * depth}- {depth}\n" for depth in range(300))
    hands.window.overlays.sort_text(deep)
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    page.read_as(as_lines=True)
    assert page.reading.button(value=False).isChecked()
    assert "nested" in page.messages.text


def test_start_from_the_copied_text_reads_a_list_as_text(hands: Hands) -> None:
    QApplication.clipboard().setText("Should it run?\n- Slow\n- Loud")
    hands.press(KEYS.Key_V, CTRL | SHIFT)
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    assert page.reading.button(value=False).isChecked()
    assert _homes(page) == {Home.NOTE: ["Slow", "Loud"]}


@pytest.mark.parametrize("before", ["", "It "])
def test_marks_pasted_into_the_field_of_a_new_card_are_words_and_typed_ones_count(
    on_option: Hands, before: str
) -> None:
    QApplication.clipboard().setText("cuts traffic by ~30%\n")
    on_option.press(KEYS.Key_Tab)
    on_option.type(before)
    on_option.press(KEYS.Key_V, CTRL)
    on_option.press(KEYS.Key_Return)
    card = on_option.card(f"{before}cuts traffic by ~30%")
    assert card.plausibility is None
    on_option.press(KEYS.Key_Return)
    on_option.press(KEYS.Key_V, CTRL)
    on_option.type(" by 2030 ~70%")
    on_option.press(KEYS.Key_Return)
    assert on_option.card("cuts traffic by ~30% by 2030").plausibility == 0.7


def test_a_clipboard_that_holds_nothing_gives_no_card(on_option: Hands) -> None:
    before = list(on_option.texts)
    QApplication.clipboard().clear()
    for action in ("paste_as_pro", "paste_as_note"):
        on_option.trigger(action)
    assert on_option.texts == before
