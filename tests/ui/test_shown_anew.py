"""What is under way outlives a change of look, which makes the screens anew: what is cut, chosen, ticked off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.records import Argument, Card, CardKind, SectionKind, Stance
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.workspace.view import Page
from desktop_app.wording.sentence import literal
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.refusing import refusing

Change = Callable[[Hands], None]


def _choose_dark(hands: Hands) -> None:
    hands.trigger("dark_theme")
    QApplication.processEvents()


def _enter_room(hands: Hands) -> None:
    hands.press(KEYS.Key_F11)
    QApplication.processEvents()


both = pytest.mark.parametrize("change", [_choose_dark, _enter_room])


@pytest.fixture(autouse=True)
def ordinary_size(window: MainWindow) -> Iterator[None]:
    yield
    window.room.leave()


@pytest.fixture
def sites(hands: Hands) -> Hands:
    """A question with two options; a pro with a note hangs on the first, which is selected."""
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "Where?")
    mill, _ = (cards.add_option(document, map_id, text, under=question.id) for text in ("Mill", "Depot"))
    pro = arguments.add_pro(document, mill.id, "Central")
    cards.add_note(document, map_id, "See the plan", under=pro.id)
    hands.select("Mill")
    return hands


@both
def test_cards_that_were_cut_are_moved_by_pasting(sites: Hands, change: Change) -> None:
    sites.select("Central")
    sites.press(KEYS.Key_X, CTRL)
    before = {card.id for card in sites.document.all(Card)}
    change(sites)
    sites.select("Depot")
    sites.press(KEYS.Key_V, CTRL)
    assert {card.id for card in sites.document.all(Card)} == before
    (link,) = sites.document.all(Argument)
    assert link.target_card == sites.card("Depot").id
    assert sites.texts == ["Where?", "Mill", "Depot", "Central", "See the plan"]
    assert sites.workbook.commands.clipboard.cut == ()


def test_cards_that_were_copied_are_used_again(sites: Hands) -> None:
    sites.select("Central")
    sites.press(KEYS.Key_C, CTRL)
    _choose_dark(sites)
    sites.select("Depot")
    sites.trigger("paste_as_con")
    assert [card.text for card in sites.document.all(Card)].count("Central") == 1
    assert sorted(link.stance.value for link in sites.document.all(Argument)) == ["opposes", "supports"]


def test_cards_that_were_cut_are_moved_in_the_copy_in_which_work_goes_on(
    sites: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = sites.workspace.session.path.with_name("copy.steelyard")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    sites.select("Central")
    sites.press(KEYS.Key_X, CTRL)
    sites.trigger("save_copy")
    assert sites.workspace.session.path == copy
    sites.select("Depot")
    sites.press(KEYS.Key_V, CTRL)
    assert sites.texts == ["Where?", "Mill", "Depot", "Central", "See the plan"]


@both
def test_cards_that_were_selected_together_stay_selected(sites: Hands, change: Change) -> None:
    for text in ("Depot", "Central"):
        sites.workspace.select_also(sites.card(text).id)
    chosen = sites.workspace.view.chosen
    change(sites)
    assert sites.selected == "Central"
    assert sites.workspace.view.chosen == chosen == {sites.card(text).id for text in ("Mill", "Depot", "Central")}
    sites.press(KEYS.Key_Delete)
    assert sites.texts == ["Where?"]


def test_a_card_that_serves_twice_stays_selected_where_it_was(sites: Hands) -> None:
    central, depot = sites.card("Central"), sites.card("Depot")
    again = arguments.link_card(sites.document, central.id, depot.id, Stance.OPPOSES)
    sites.workspace.view.select(central.id, again.id)
    _choose_dark(sites)
    assert (sites.workspace.view.selected, sites.workspace.view.link) == (central.id, again.id)


@both
def test_the_next_argument_is_what_the_last_one_was(sites: Hands, change: Change) -> None:
    sites.trigger("add_con")
    sites.write("Noisy")
    sites.select("Depot")
    change(sites)
    sites.page.canvas.setFocus()
    sites.press(KEYS.Key_Tab)
    sites.write("Damp")
    (made,) = (link for link in sites.document.all(Argument) if link.target_card == sites.card("Depot").id)
    assert made.stance is Stance.OPPOSES


@both
def test_a_task_of_the_tutorial_stays_ticked_off(window: MainWindow, sites: Hands, change: Change) -> None:
    window.files.open_tutorial()
    sites.page.canvas.setFocus()
    sites.press(KEYS.Key_F, CTRL)
    sites.type("sleep")
    sites.press(KEYS.Key_Escape)
    assert [sites.document.get(Card, card).tags[0] for card in sites.workspace.view.done] == ["find"]
    done = sites.workspace.view.done
    change(sites)
    assert sites.workspace.view.done == done
    sites.workspace.view.fold(sites.card("Should school start an hour later?").id, folded=True)
    assert sites.workspace.view.done > done


def test_a_map_that_was_unfolded_is_not_folded_again(sites: Hands) -> None:
    first = sites.workspace.map_id
    large = maps.add_map(sites.document, "Large")
    question = cards.add_question(sites.document, large.id, "Which?")
    option = cards.add_option(sites.document, large.id, "This", under=question.id)
    with sites.document.transaction(literal("many")):
        for number in range(100):
            pro = arguments.add_pro(sites.document, option.id, f"Pro {number}")
            cards.add_note(sites.document, large.id, f"Note {number}", under=pro.id)
    sites.workspace.view.show_map(large.id)
    assert sites.workspace.view.folded
    sites.workspace.view.fold_only(set())
    sites.workspace.view.show_map(first)
    _choose_dark(sites)
    sites.workspace.view.show_map(large.id)
    assert sites.workspace.view.folded == set()


def test_the_section_that_was_chosen_stays(sites: Hands) -> None:
    sites.workspace.view.show_page(Page.BRIEF)
    section = next(item for item in sites.page.brief.commands.sections if item.kind is SectionKind.MATRIX)
    sites.page.brief.commands.choose(section)
    _choose_dark(sites)
    chosen = sites.page.brief.commands.chosen
    assert chosen is not None
    assert chosen.kind is SectionKind.MATRIX


def test_that_the_last_write_failed_is_still_said(sites: Hands) -> None:
    with refusing(sites, DiskFullError(literal("The disk is full."), literal("Free some space."))):
        sites.workspace.run(lambda document: cards.set_text(document, sites.card("Mill").id, "Old mill"))
        said = sites.window.status.saved
        assert said.startswith("Not saved")
        _choose_dark(sites)
        assert sites.window.status.saved == said
    sites.workspace.run(lambda document: cards.set_text(document, sites.card("Mill").id, "Old mill"))
    assert sites.window.status.saved != said


def test_what_was_cut_and_is_gone_is_let_go(sites: Hands) -> None:
    sites.select("Central")
    sites.press(KEYS.Key_X, CTRL)
    clipboard = sites.workbook.commands.clipboard
    cut = clipboard.cut
    sites.press(KEYS.Key_Delete)
    clipboard.cut = cut  # as after a fault that kept it from following
    _choose_dark(sites)
    assert sites.workbook.commands.clipboard.cut == ()
    assert {card.kind for card in sites.document.all(Card)} == {CardKind.QUESTION, CardKind.OPTION}
