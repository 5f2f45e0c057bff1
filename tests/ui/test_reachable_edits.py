"""Edits that could only be reached by hand of a programmer before: merging, co-premises, unstated premises, maps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.edits import arguments, criteria
from desktop_app.formats.any_text import read_any
from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, CardKind, Citation, Criterion, Map, Premise, Source, Stance
from desktop_app.session import Session
from desktop_app.ui.pages.criteria.criterion_panel import CriterionPanel
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.ui.shell.actions.context_menu import Under
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.workspace.view import Page
from tests.ui.conftest import CTRL, KEYS, Hands


@pytest.fixture
def argued(hands: Hands) -> Hands:
    """A question with two pros."""
    hands.press(KEYS.Key_Tab)
    hands.write("Go?")
    for text in ("It pays", "It is paid for"):
        hands.select("Go?")
        hands.trigger("add_pro")
        hands.write(text)
    return hands


def titles(hands: Hands) -> list[str]:
    return [item.title for item in reads.maps(hands.document)]


def test_two_claims_are_merged_into_the_current_one_and_its_wording_stands(argued: Hands) -> None:
    argued.select("It is paid for")
    argued.workspace.select_also(argued.card("It pays").id)
    argued.trigger("merge_cards")
    assert argued.texts == ["Go?", "It pays"]
    assert "It is paid for" in argued.card("It pays").notes
    assert argued.selected == "It pays"
    argued.trigger("undo")
    assert sorted(argued.texts) == ["Go?", "It is paid for", "It pays"]


def test_one_claim_alone_and_a_question_cannot_be_merged(argued: Hands) -> None:
    merge = argued.window.actions_by_name["merge_cards"]
    argued.select("It pays")
    assert not merge.isEnabled()
    argued.workspace.select_also(argued.card("Go?").id)
    assert not merge.isEnabled()


@pytest.mark.parametrize("by", ["key", "sign"])
def test_a_co_premise_is_written_by_key_and_by_its_sign(argued: Hands, by: str) -> None:
    argued.select("It pays")
    if by == "key":
        argued.press(KEYS.Key_J, CTRL)
        argued.write("The price holds")
    else:
        argued.press(KEYS.Key_Tab)
        argued.write("& The price holds")
    premises = {argued.document.get(Card, item.card).text for item in argued.document.all(Premise)}
    assert premises == {"It pays", "It is paid for", "The price holds"}
    argument = reads.arguments_from(argued.document, argued.card("It pays").id)[0]
    joined = [item.card for item in reads.premises_of(argued.document, argument.id)]
    assert joined == [argued.card("It pays").id, argued.card("The price holds").id]


def test_a_card_is_used_again_as_a_co_premise(argued: Hands) -> None:
    argued.select("It is paid for")
    argued.trigger("copy_cards")
    argued.select("It pays")
    argued.trigger("link_as_premise")
    argument = reads.arguments_from(argued.document, argued.card("It pays").id)[0]
    joined = {argued.document.get(Card, item.card).text for item in reads.premises_of(argued.document, argument.id)}
    assert joined == {"It pays", "It is paid for"}


def test_a_claim_is_marked_as_an_unstated_premise_and_back(argued: Hands) -> None:
    argued.select("It pays")
    argued.trigger("toggle_assumption")
    assert argued.card("It pays").assumption
    argued.trigger("toggle_assumption")
    assert not argued.card("It pays").assumption
    argued.select("Go?")
    assert not argued.window.actions_by_name["toggle_assumption"].isEnabled()


def test_maps_are_ordered_and_deleted_and_the_next_one_is_shown(hands: Hands) -> None:
    for name in ("move_map_up", "move_map_down", "delete_map"):
        assert not hands.window.actions_by_name[name].isEnabled()
    hands.trigger("add_map")
    first, second = titles(hands)
    hands.trigger("move_map_up")
    assert titles(hands) == [second, first]
    hands.trigger("move_map_down")
    assert titles(hands) == [first, second]
    hands.trigger("delete_map")
    assert titles(hands) == [first]
    assert hands.document.get(Map, hands.workspace.map_id).title == first
    hands.trigger("undo")
    assert titles(hands) == [first, second]


def shown_menu(hands: Hands) -> list[str]:
    """What stands in the context menu, and in the menus that open from it."""
    (shown,) = [menu for menu in hands.window.findChildren(QMenu) if menu.isVisible()]
    assert len(shown.actions()) <= 14
    below = shown.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert {menu.title() for menu in below} <= {item.text() for item in hands.window.menuBar().actions()}
    names = [action.objectName() for menu in (shown, *below) for action in menu.actions() if action.objectName()]
    shown.close()
    return names


def test_a_context_menu_holds_what_is_under_the_pointer_and_can_be_done(argued: Hands) -> None:
    argued.select("It pays")
    argued.page.menu_asked.emit(Under.ARGUMENT, QPoint(0, 0))
    on_pro = shown_menu(argued)
    assert {"add_pro", "add_premise", "flip_stance", "set_major", "delete_branch"} <= set(on_pro)
    assert all(argued.window.actions_by_name[name].isEnabled() for name in on_pro)
    argued.workspace.select(None)
    argued.page.menu_asked.emit(Under.MAP, QPoint(0, 0))
    assert set(shown_menu(argued)) == {"add_child", "add_option", "add_note", "paste", "zoom_fit"}


def test_every_menu_fits_a_small_laptop_in_one_column(hands: Hands) -> None:
    for entry in hands.window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        inside = [action.menu() for action in menu.actions() if action.menu() is not None]
        for shown in (menu, *inside):
            assert isinstance(shown, QMenu)
            assert shown.actions(), shown.title()
            assert shown.sizeHint().height() <= 540, shown.title()


def test_f10_and_alt_with_a_letter_open_the_menus(hands: Hands) -> None:
    bar = hands.window.menuBar()
    hands.press(KEYS.Key_F10)
    assert bar.activeAction() is bar.actions()[0]
    for _ in range(2):  # the menu, then the bar
        hands.qtbot.keyClick(QApplication.activePopupWidget() or hands.focused, KEYS.Key_Escape)
    assert hands.focused is hands.page.canvas
    letters = [action.text().partition("&")[2][:1].casefold() for action in bar.actions()]
    assert all(letters)
    assert len(set(letters)) == len(letters)
    hands.qtbot.keyClick(hands.window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    hands.qtbot.waitUntil(lambda: any(menu.isVisible() for menu in hands.window.findChildren(QMenu)))
    opened = next(menu for menu in hands.window.findChildren(QMenu) if menu.isVisible())
    assert opened.title().replace("&", "") == "Insert"
    opened.close()


def test_tags_are_written_in_the_panel(argued: Hands) -> None:
    argued.select("It pays")
    tags = argued.page.inspector._tags
    tags.setFocus()
    argued.type("cost,  to be  checked, cost,")
    argued.press(KEYS.Key_Return)
    assert argued.card("It pays").tags == ("cost", "to be checked")
    assert tags.text() == "cost, to be checked"


def test_a_source_is_deleted_with_all_its_citations(argued: Hands) -> None:
    for text in ("It pays", "It is paid for"):
        argued.select(text)
        argued.page.inspector._sources.line.setFocus()
        argued.write("ledger")
    assert argued.document.count(Citation) == 2
    argued.click(argued.page.inspector._sources.rows()[0].delete)
    assert (argued.document.count(Citation), argued.document.count(Source)) == (0, 0)
    argued.trigger("undo")
    assert argued.document.count(Citation) == 2


def test_doubt_is_shared_by_all_options_where_the_details_of_a_criterion_say_so(hands: Hands) -> None:
    criterion = criteria.add_criterion(hands.document, hands.workspace.map_id, "Cost")
    hands.trigger("show_criteria_page")
    panel = CriterionPanel(hands.workspace, hands.workbook.commands.matrix, criterion.id)
    hands.qtbot.addWidget(panel)
    panel.show()
    panel.shared_doubt.click()
    assert hands.document.get(Criterion, criterion.id).shared_doubt
    panel.shared_doubt.click()
    assert not hands.document.get(Criterion, criterion.id).shared_doubt


def test_the_menu_key_asks_for_the_menu_of_the_selected_card_at_that_card(argued: Hands) -> None:
    argued.select("It pays")
    canvas = argued.page.canvas
    asked: list[tuple[Under, QPoint]] = []
    argued.page.menu_asked.connect(lambda under, where: asked.append((under, where)))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), canvas.mapToGlobal(QPoint(3, 3)))
    QApplication.sendEvent(canvas, event)
    for menu in argued.window.findChildren(QMenu):
        menu.close()
    ((under, where),) = asked
    area = card_area(canvas.scene, canvas.viewport.window, canvas.scene.index[argued.card("It pays").id])
    assert under is Under.ARGUMENT
    assert area.contains(canvas.mapFromGlobal(where).toPointF())
    assert argued.selected == "It pays"


def test_a_card_that_serves_twice_is_shown_and_weighed_by_the_link_it_was_selected_by(argued: Hands) -> None:
    first, second = argued.card("It pays"), argued.card("It is paid for")
    (drawn,) = reads.arguments_from(argued.document, first.id)
    again = arguments.link_card(argued.document, first.id, second.id, Stance.OPPOSES)
    arguments.set_importance(argued.document, drawn.id, 0.25)
    argued.workspace.view.select(first.id, again.id)
    importance = argued.page.inspector.importance_field
    importance.chosen.emit(1.0)
    assert argued.document.get(Argument, again.id).importance == 1
    assert argued.document.get(Argument, drawn.id).importance == 0.25
    assert importance.word.startswith("decisive")
    assert argued.page.inspector.title.text().startswith("−")


def test_what_needs_the_current_card_to_be_a_pro_or_con_is_off_while_another_is_current(argued: Hands) -> None:
    argued.select("It pays")
    argued.workspace.select_also(argued.card("Go?").id)
    for name in ("add_premise", "add_undercut", "promote", "demote"):
        assert not argued.window.actions_by_name[name].isEnabled(), name
    assert argued.window.actions_by_name["flip_stance"].isEnabled()


def test_text_that_is_edited_from_another_page_is_edited_on_the_map(argued: Hands) -> None:
    argued.select("It pays")
    argued.press(KEYS.Key_5, CTRL)
    argued.trigger("edit_text")
    assert argued.workspace.view.page is Page.MAP
    assert argued.page.canvas.editor.is_open
    argued.type("!")
    argued.press(KEYS.Key_Return)
    assert "It pays!" in argued.texts


def test_only_what_is_shown_is_zoomed_and_its_size_is_said(argued: Hands) -> None:
    names = ("zoom_in", "zoom_out", "zoom_actual", "zoom_fit")
    assert argued.window.status.zoom.text() == "100 %"
    argued.press(KEYS.Key_2, CTRL)
    assert not any(argued.window.actions_by_name[name].isEnabled() for name in names)
    assert not argued.window.status.zoom.text()
    argued.press(KEYS.Key_1, CTRL)
    assert all(argued.window.actions_by_name[name].isEnabled() for name in names)


def test_a_fact_can_be_added_once_there_is_an_option(argued: Hands) -> None:
    add = argued.window.actions_by_name["add_fact"]
    assert not add.isEnabled()
    argued.select("Go?")
    argued.trigger("add_option")
    argued.write("Stay")
    assert add.isEnabled()


def test_evidence_asked_for_on_the_balance_becomes_evidence(argued: Hands) -> None:
    argued.select("Go?")
    argued.press(KEYS.Key_2, CTRL)
    argued.workspace.select(argued.card("Go?").id)
    argued.trigger("add_evidence")
    argued.write("A study says so")
    assert argued.card("A study says so").kind is CardKind.EVIDENCE


def test_beside_a_read_only_workbook_details_are_seen_and_a_sorted_text_becomes_one_of_its_own(
    argued: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    criteria.add_criterion(argued.document, argued.workspace.map_id, "Cost")
    copy = tmp_path / "copy.steelyard"
    argued.workspace.session.save_copy(copy)
    assert argued.window.files._open(lambda: Session.open(copy, read_only=True))
    argued.press(KEYS.Key_3, CTRL)
    argued.workspace.view.focus_cell(None, reads.criteria(argued.document, argued.workspace.map_id)[0].id)
    assert argued.window.actions_by_name["show_details"].isEnabled()
    assert not argued.window.actions_by_name["lock_weight"].isEnabled()
    own = tmp_path / "own.steelyard"
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: own)
    assert argued.window.files.take_plan("Which way?", read_any("Which way?\n* Left\n* Right\n"))
    assert argued.workspace.session.path == own
    assert "Left" in argued.texts
