"""The quick pass asks for every number that is missing, by keys alone; a map can hide its numbers until then."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.ids import ArgumentId
from desktop_app.model.records import Argument, Card, Map, Stance
from desktop_app.ui.workspace.view import Page
from tests.ui.conftest import KEYS, SHIFT, Hands


@pytest.fixture
def town(hands: Hands) -> Hands:
    """A question with a pro, a con, and an answer to the con; nothing is weighed."""
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "Repair the bridge?")
    arguments.add_pro(document, question.id, "It is safer")
    con = arguments.add_con(document, question.id, "It is dear")
    arguments.add_con(document, con.id, "A grant pays half")
    return hands


def _importance(hands: Hands) -> list[float | None]:
    return [argument.importance for argument in sorted(hands.document.all(Argument), key=lambda item: item.id)]


def test_digits_weigh_every_pro_con_and_claim_and_esc_is_not_needed_before_the_end(town: Hands) -> None:
    town.press(KEYS.Key_F7)
    bar = town.page.quick_pass
    assert bar.count.text() == "6 left"
    for key in (KEYS.Key_4, KEYS.Key_5, KEYS.Key_2, KEYS.Key_3, KEYS.Key_1, KEYS.Key_1):
        town.press(key)
    assert bar.count.text() == "3 of 3 weighed."
    assert {town.card(text).plausibility for text in ("It is safer", "It is dear", "A grant pays half")} == {
        0.9,
        0.5,
        0.1,
    }
    assert sorted(value for value in _importance(town) if value is not None) == [0.25, 0.5, 1.0]
    assert bar.done.hasFocus()
    town.press(KEYS.Key_Escape)
    assert not bar.isVisible()
    assert town.page.canvas.hasFocus()


def test_enter_skips_and_comes_back_to_what_was_skipped(town: Hands) -> None:
    town.press(KEYS.Key_F7)
    bar = town.page.quick_pass
    town.press(KEYS.Key_Return)
    assert bar.plausibility.slider.hasFocus()
    town.press(KEYS.Key_Return, SHIFT)
    assert bar.importance.pips.hasFocus()
    town.press(KEYS.Key_Return)
    for key in (KEYS.Key_5, KEYS.Key_2, KEYS.Key_3, KEYS.Key_1, KEYS.Key_1):
        town.press(key)
    assert bar.count.text() == "1 left"
    assert bar.text.text() == "It is safer"
    assert bar.about.text() == "+ Pro of “Repair the bridge?”"


def test_each_answer_is_one_step_and_the_card_asked_about_is_selected(town: Hands) -> None:
    town.press(KEYS.Key_F7)
    assert town.selected == "It is safer"
    town.press(KEYS.Key_3)
    town.trigger("undo")
    assert town.document.all(Argument)
    assert _importance(town) == [None, None, None]


def test_each_use_of_a_card_is_selected_when_it_is_asked_about(town: Hands) -> None:
    pro, con = town.card("It is safer"), town.card("It is dear")
    again = arguments.link_card(town.document, pro.id, con.id, Stance.OPPOSES)
    uses = {argument.id for argument in town.document.all(Argument)}
    assert again.id in uses
    town.press(KEYS.Key_F7)
    asked: set[ArgumentId | None] = set()
    while uses - asked:
        if town.page.quick_pass.importance.pips.hasFocus():
            asked.add(town.workspace.view.link)
        before = town.page.quick_pass.count.text()
        town.press(KEYS.Key_3)
        assert town.page.quick_pass.count.text() != before
    assert asked == uses


def test_esc_ends_in_the_middle_and_a_deleted_card_is_passed_over(town: Hands) -> None:
    town.press(KEYS.Key_F7)
    bar = town.page.quick_pass
    town.trigger("delete_branch")
    assert bar.text.text() == "It is dear"
    town.press(KEYS.Key_Escape)
    assert not bar.isVisible()
    assert town.workspace.results.weighed == 0


def test_the_status_bar_counts_what_is_weighed(example: Hands) -> None:
    results = example.workspace.results
    words = " ".join(label.text() for label in example.window.status.findChildren(QLabel))
    assert f"{results.weighed} of {len(results.arguments)} weighed" in words


# --- hidden numbers ----------------------------------------------------------------------------------


def _shown_words(root: QWidget) -> str:
    """Everything the window says just now: labels and accessible names of what can be seen."""
    QApplication.processEvents()
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, QLabel):
                found.append(widget.text())
            found.append(widget.accessibleName())
    return "\n".join(found)


@pytest.fixture
def hidden(example: Hands) -> Hands:
    """The example with its numbers hidden."""
    maps.hide_numbers(example.document, example.workspace.map_id, hidden=True)
    return example


def test_a_map_that_hides_its_numbers_shows_none_on_any_page_until_weigh_is_pressed(hidden: Hands) -> None:
    told = re.compile(
        r"[+−]\d+|\d+ %|\d+ of \d+|[Ll]eans|[Ss]trength \d|[Tt]otal \d|Ranked|decisive|major|moderate|minor|likely"
    )
    option = next(card for card in hidden.document.all(Card) if card.kind.value == "option")
    for page in (Page.MAP, Page.BALANCE, Page.CRITERIA):
        for card in (None, option.id, hidden.card("Ratification may fail or take years in several parliaments").id):
            hidden.workspace.select(card)
            hidden.workspace.view.show_page(page)
            shown = _shown_words(hidden.page)
            # What people wrote themselves may hold any number or word.
            for written in hidden.document.all(Card):
                shown = shown.replace(written.text, "").replace(written.notes, "")
            assert not told.findall(shown), (page, told.findall(shown), shown)


def test_weigh_shows_the_numbers_again_and_goes_away(hidden: Hands) -> None:
    button = next(widget for widget in hidden.page.findChildren(QWidget) if widget.objectName() == "weigh")
    assert button.isVisible()
    hidden.click(button)
    assert not hidden.document.get(Map, hidden.workspace.map_id).numbers_hidden
    assert not button.isVisible()


def test_nothing_can_be_weighed_blindly(hidden: Hands) -> None:
    hidden.select("Ratification may fail or take years in several parliaments")
    for name in ("set_major", "weigh_rest", "weigh_by_swings", "hide_numbers"):
        assert not hidden.window.actions_by_name[name].isEnabled()
    assert hidden.window.actions_by_name["show_numbers"].isEnabled()
