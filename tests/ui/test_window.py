"""Opening, making, pasting, exporting, and what the window says when something fails."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.drawing.palette import palette
from desktop_app.edits import maps
from desktop_app.formats.any_text import read_any
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.session import Session
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.shell import window_placement
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.widgets import theme
from tests.store.journals import journal_of, journal_path, super_journal
from tests.ui.conftest import CTRL, KEYS, Hands

TEXT = "Which way?\n* By the river\n  + Flat [major]\n  - Floods in spring\n"


def test_the_example_opens_from_the_welcome_screen_and_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.files.open_example()
    hands = Hands(qtbot, window)
    assert len(reads.maps(hands.document)) == 2
    path = hands.workspace.session.path
    window.files.close()
    assert window.workspace is None
    window.files.open_example()
    assert hands.workspace.session.path == path


def test_a_map_too_large_to_be_read_whole_is_first_seen_at_its_question(qtbot: QtBot, window: MainWindow) -> None:
    window.files.open_example()
    canvas = Hands(qtbot, window).page.canvas
    assert canvas.viewport.zoom == 1
    assert canvas.rect().contains(card_area(canvas.scene, canvas.viewport.window, 0).toAlignedRect())


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.steelyard"
    path.write_text("Dear Sir or Madam, " * 40, encoding="utf-8")
    before = path.read_bytes()
    assert not window.files.open_path(path)
    assert window.welcome.messages.isVisible()
    assert window.welcome.messages.text
    assert path.read_bytes() == before


def test_a_journal_that_was_not_believed_is_said_once_when_the_workbook_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path, journal = tmp_path / "a.steelyard", tmp_path / "a.steelyard-journal"
    assert window.files.create_at(path)
    window.files.close()
    journal.write_bytes(b"not a journal")
    assert window.files.open_path(path)
    messages = Hands(qtbot, window).page.messages
    assert "a.steelyard-journal-set-aside" in messages.text
    assert messages.isVisible()
    window.files.close()
    assert window.files.open_path(path)
    assert not Hands(qtbot, window).page.messages.isVisible()


def test_opening_a_workbook_deletes_no_file_that_its_journal_names(window: MainWindow, tmp_path: Path) -> None:
    path, victim = tmp_path / "gift.steelyard", tmp_path / "notes.txt"
    assert window.files.create_at(path)
    window.files.close()
    victim.write_text("mine")
    content = path.read_bytes()
    journal_path(path).write_bytes(journal_of(content, tail=super_journal(os.fsencode(victim))))
    assert window.files.open_path(path)
    window.files.close()
    assert victim.read_text() == "mine"
    assert path.read_bytes() == content


def test_recent_workbooks_say_when_they_are_gone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "gone.steelyard"
    assert window.files.create_at(path)
    window.files.close()
    path.unlink()
    window.show_welcome()
    names = [button.accessibleName() for button in window.welcome.findChildren(type(window.status._cancel))]
    assert "Open gone, not there now" in names


def test_a_short_text_pasted_on_a_card_becomes_cards_in_one_step(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    QApplication.clipboard().setText("+ Flat [major]\n- Floods in spring")
    hands.press(KEYS.Key_V, CTRL)
    assert hands.texts == ["Which way?", "Flat", "Floods in spring"]
    hands.press(KEYS.Key_Z, CTRL)
    assert hands.texts == ["Which way?"]


def test_a_long_text_is_sorted_before_it_becomes_a_map(hands: Hands) -> None:
    QApplication.clipboard().setText(TEXT + "".join(f"* Way {number}\n" for number in range(12)))
    hands.trigger("paste")
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    assert page.question.text() == "Which way?"
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    page.refresh()
    QApplication.processEvents()
    assert [label.text() for label in page.findChildren(QLabel) if label.isVisible()] == words
    page.question.setFocus()
    hands.press(KEYS.Key_Return)
    assert len(reads.options(hands.document, hands.workspace.map_id)) == 13
    hands.press(KEYS.Key_Z, CTRL)
    assert len(reads.maps(hands.document)) == 1


def test_a_pasted_text_can_be_left_without_making_anything(hands: Hands) -> None:
    before = set(hands.document.records())
    hands.window.overlays.sort_text(TEXT * 5)
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    page.cancelled.emit()
    assert set(hands.document.records()) == before
    assert hands.window.pages.currentWidget() is hands.page


def test_a_text_becomes_a_workbook_of_its_own(window: MainWindow, tmp_path: Path) -> None:
    from desktop_app.formats.any_text import read_any

    path = tmp_path / "ways.steelyard"
    assert window.files.make_from_plan(path, "Which way?", read_any(TEXT))
    window.files.close()
    with Session.open(path) as session:
        assert {card.kind for card in session.document.all(Card)} >= {CardKind.QUESTION, CardKind.OPTION}


def test_the_brief_is_exported_beside_the_window(qtbot: QtBot, example: Hands, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    example.workbook.exports.export_to(path)
    qtbot.waitUntil(lambda: not example.window.export_runner.is_running, timeout=60_000)
    assert path.read_bytes().startswith(b"%PDF-")
    assert example.window.status.message == "Exported brief.pdf."
    # What was said of a workbook is not said of the next.
    example.window.files.close()
    assert not example.window.status.message


def test_a_cancelled_export_leaves_the_old_file_whole(qtbot: QtBot, example: Hands, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"the old brief")
    example.workbook.exports.export_to(path)
    example.window.export_runner.cancel()
    qtbot.waitUntil(lambda: not example.window.export_runner.is_running, timeout=60_000)
    assert path.read_bytes() == b"the old brief"
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith("brief")] == ["brief.pdf"]


def test_an_export_to_a_place_that_cannot_be_written_says_so(qtbot: QtBot, example: Hands, tmp_path: Path) -> None:
    example.workbook.exports.export_to(tmp_path / "no such folder" / "brief.pdf")
    qtbot.waitUntil(lambda: not example.window.export_runner.is_running, timeout=60_000)
    assert example.page.messages.isVisible()


def test_both_themes_keep_page_and_map(example: Hands) -> None:
    shown = example.workspace.map_id
    example.trigger("dark_theme")
    assert theme.current() == palette("dark")
    assert example.workspace.map_id == shown
    example.trigger("light_theme")
    assert theme.current() == palette("light")
    assert example.page.canvas.scene.places


def test_undo_shows_the_map_in_which_the_step_was_made(example: Hands) -> None:
    first, second = reads.maps(example.document)
    example.workspace.view.show_map(second.id)
    example.press(KEYS.Key_Home)
    example.trigger("add_note")
    example.write("On the second map")
    example.workspace.view.show_map(first.id)
    example.trigger("undo")
    assert example.workspace.map_id == second.id


def test_deleting_everything_from_the_maps_leaves_a_window_that_works(example: Hands) -> None:
    from desktop_app.edits import maps

    first, second = reads.maps(example.document)
    maps.delete_map(example.document, second.id)
    assert example.workspace.map_id == first.id
    example.trigger("undo")
    assert example.document.find(Map, second.id) is not None


def test_a_workbook_made_from_a_text_begins_with_it_and_undo_takes_nothing_away(hands: Hands, tmp_path: Path) -> None:
    assert hands.window.files.make_from_plan(tmp_path / "ways.steelyard", "Which way?", read_any(TEXT))
    made = hands.texts
    assert len(made) == 4
    assert hands.workspace.session.undo_label is None
    hands.trigger("undo")
    assert hands.texts == made
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Z, CTRL)
    assert hands.texts == made


def test_a_workbook_whose_only_map_was_undone_can_be_written_on_again(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "ways.steelyard"
    with Session.create(path, title="Ways") as session:
        maps.add_map(session.document, "Which way?")
    assert hands.window.files.open_path(path)
    hands.trigger("undo")
    assert reads.maps(hands.document) == []
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    assert hands.texts == ["Which way?"]


def test_the_wheel_zooms_at_the_pointer_and_pans(example: Hands) -> None:
    canvas = example.page.canvas
    at = QPointF(300, 200)
    before = canvas.viewport.window.to_map(at)
    zoom = canvas.viewport.zoom
    _wheel(canvas, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.viewport.zoom > zoom
    after = canvas.viewport.window.to_map(at)
    assert abs(after[0] - before[0]) < 2
    assert abs(after[1] - before[1]) < 2
    top = canvas.viewport.window.top
    _wheel(canvas, at, -120, Qt.KeyboardModifier.NoModifier)
    assert canvas.viewport.window.top > top


def test_dragging_the_empty_canvas_pans_and_a_click_lets_go(example: Hands, qtbot: QtBot) -> None:
    canvas = example.page.canvas
    example.press(KEYS.Key_Home)
    empty = canvas.rect().bottomLeft() + (canvas.rect().topRight() - canvas.rect().bottomLeft()) * 0.01
    left = canvas.viewport.window.left
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=empty)
    qtbot.mouseMove(canvas, empty + canvas.rect().center() * 0.2)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=empty + canvas.rect().center() * 0.2)
    assert canvas.viewport.window.left != left
    assert example.selected
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=empty)
    assert example.selected == ""


def test_clicking_a_card_selects_it_and_a_double_click_edits_it(example: Hands, qtbot: QtBot) -> None:
    canvas = example.page.canvas
    example.select("Ratified mutual-defence treaty clause")
    position = canvas.scene.index[example.card("Ratified mutual-defence treaty clause").id]
    from desktop_app.ui.pages.map.canvas.overlay import card_area

    centre = card_area(canvas.scene, canvas.viewport.window, position).center().toPoint()
    example.workspace.view.select(None)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=centre)
    assert example.selected == "Ratified mutual-defence treaty clause"
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=centre)
    assert canvas.editor.isVisible()
    assert canvas.editor.toPlainText() == "Ratified mutual-defence treaty clause"


def _wheel(canvas: QObject, at: QPointF, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QPoint

    event = QWheelEvent(
        at,
        at,
        QPoint(0, 0),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_a_window_opens_where_and_as_large_as_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    window.setGeometry(QRect(40, 50, 700, 600))
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    assert again.size() == QSize(700, 600)


@pytest.mark.parametrize(
    "left_at", [QRect(5000, 4000, 500, 400), QRect(-900, -700, 500, 400), QRect(60, 90, 500, 400)], ids=str
)
def test_a_window_that_was_left_elsewhere_comes_wholly_onto_the_screen(qtbot: QtBot, left_at: QRect) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(left_at)
    window_placement.fit(window)
    screen = window.screen().availableGeometry()
    assert screen.contains(window.geometry())
    assert window.size() == left_at.size()
    if screen.contains(left_at):
        assert window.geometry() == left_at


def test_a_workbook_opens_again_with_panels_as_wide_as_they_were_left(hands: Hands) -> None:
    path = hands.workspace.session.path
    hands.page.splitter.setSizes([420, 480, 380])
    left = hands.page.splitter.sizes()
    hands.window.files.close()
    assert hands.window.files.open_path(path)
    QApplication.processEvents()
    assert hands.page.splitter.sizes() == left


@pytest.mark.parametrize("page", ["map", "balance", "criteria", "compare", "brief"])
def test_every_button_that_shows_no_words_has_a_name_for_who_cannot_see_it(example: Hands, page: str) -> None:
    example.trigger(f"show_{page}_page")
    QApplication.processEvents()
    every = example.window.findChildren(QAbstractButton)
    # The corner of a table, which does nothing, has no class of its own.
    shown = [button for button in every if button.isVisible() and type(button) is not QAbstractButton]
    assert len(shown) > 10
    names = {button: QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) for button in shown}
    assert [button.toolTip() for button, name in names.items() if not name] == []
