"""The first screen, templates, files and texts that are dropped, and the sorting of a text by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import samples
from desktop_app.formats.plan_parts import Home, parts_of
from desktop_app.model import reads
from desktop_app.model.records import Card
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.widgets.buttons import CardButton, RowButton
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.moments import place_words, when_words
from tests.ui.conftest import KEYS, Hands
from tests.ui.texts import ARTICLE

TEXT = "Which way?\n* By the river\n  + Flat [major]\n  - Floods in spring\n"


def _drop(window: MainWindow, mime: QMimeData) -> bool:
    where = QPointF(300, 300)
    actions, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt 6.12 takes the exact place, and deprecates the rounded one that earlier versions take.
    entered = where if PySide6.__version_info__ >= (6, 12) else where.toPoint()
    enter = QDragEnterEvent(entered, actions, mime, buttons, none)  # type: ignore[arg-type]  # as above
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(where, actions, mime, buttons, none)
    QApplication.sendEvent(window, drop)
    return drop.isAccepted()


def _files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_workbook_that_is_dropped_opens(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "dropped.steelyard"
    assert window.files.create_at(path)
    window.files.close()
    assert _drop(window, _files(tmp_path / "picture.png", path))
    assert window.workspace is not None
    assert window.workspace.session.path == path


def test_a_text_file_and_a_text_that_are_dropped_are_sorted_first(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "ways.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert _drop(window, _files(path))
    page = window.pages.over
    assert isinstance(page, PastePage)
    assert page.question.text() == "Which way?"
    window.pages.leave()
    mime = QMimeData()
    mime.setText(TEXT)
    assert _drop(window, mime)
    assert isinstance(window.pages.over, PastePage)


def test_what_cannot_be_opened_is_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not _drop(window, _files(tmp_path / "picture.png"))
    mime = QMimeData()
    mime.setText("   ")
    assert not _drop(window, mime)


def test_a_text_file_that_is_no_text_is_refused_in_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"\xff\xfe\x00D")
    assert not window.files.open_path(path)
    assert "UTF-8" in window.welcome.messages.text
    assert not window.files.open_path(tmp_path / "none.txt")
    assert "cannot be read" in window.welcome.messages.text


@pytest.mark.parametrize("template", samples.templates(), ids=lambda template: template.name)
def test_each_template_opens_from_its_card_on_its_page_with_nothing_to_undo(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: samples.Template
) -> None:
    path = tmp_path / "new.steelyard"
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: path)
    card = next(
        card for card in window.welcome.findChildren(CardButton) if card.accessibleName().endswith(template.title)
    )
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert window.workspace is not None
    assert window.workspace.view.page is Page(template.page)
    assert window.workspace.session.undo_label is None


def test_the_templates_are_offered_over_an_open_workbook_and_left_with_escape(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hands.workspace.session.path
    hands.trigger("choose_template")
    hands.press(KEYS.Key_Escape)
    assert hands.window.pages.over is None
    assert hands.workspace.session.path == before
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: tmp_path / "next.steelyard")
    hands.trigger("choose_template")
    hands.press(KEYS.Key_Space)
    assert hands.workspace.session.path == tmp_path / "next.steelyard"
    assert hands.workspace.view.page is Page.BALANCE


def test_a_template_that_is_not_given_a_place_makes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: None)
    window.files.new_from_template(samples.templates()[0])
    window.files.new()
    assert window.workspace is None


def test_cards_of_templates_show_their_words_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.width() == 1000)
    cards = window.welcome.findChildren(CardButton)
    assert len({card.width() for card in cards}) <= 2
    assert all(card.height() >= card.heightForWidth(card.width()) for card in cards)


def test_recent_workbooks_say_when_and_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "again.steelyard"
    assert window.files.create_at(path)
    window.files.close()
    row = next(button for button in window.welcome.findChildren(QPushButton) if button.accessibleName() == "Open again")
    assert row.accessibleDescription() == "Last opened just now"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.workspace is not None


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=1, seconds=3), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(days=1, hours=7), "yesterday"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=22), "3 weeks ago"),
        (timedelta(days=400), "2023-11-07"),
        (timedelta(seconds=-90), "just now"),
    ],
)
def test_times_are_said_as_people_do(ago: timedelta, words: str) -> None:
    now = datetime(2024, 12, 11, 22, 0, tzinfo=UTC).astimezone()
    assert when_words(now - ago, now) == words


def test_places_are_said_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place_words(tmp_path / "Documents" / "Term 2") == "Documents / Term 2"
    assert place_words(tmp_path) == "Home"
    assert place_words(Path("/media/stick")) == str(Path("/media/stick"))


# --- sorting a text by hand ------------------------------------------------------------------------------


def _page(window: MainWindow, text: str) -> PastePage:
    window.overlays.sort_text(text)
    page = window.pages.over
    assert isinstance(page, PastePage)
    return page


def _counts(page: PastePage) -> dict[Home, int]:
    parts = parts_of(page._plan())
    return {home: sum(1 for part in parts if part.home is home) for home in Home}


def test_a_headline_that_does_not_ask_leaves_the_question_to_the_person(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, ARTICLE)
    assert page.question.text() == ""
    assert not page._make.isEnabled()
    hands = Hands(qtbot, window)
    hands.type("Repair the bridge?")
    assert page._make.isEnabled()


def test_parts_go_elsewhere_by_the_menu_of_their_row(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, ARTICLE)
    before = _counts(page)
    button = next(item for item in page.findChildren(QPushButton) if item.accessibleName().startswith("2 cons"))
    entry = next(action for action in button.menu().actions() if action.text() == "Move all 2 to pros")
    entry.trigger()
    qtbot.waitUntil(lambda: _counts(page)[Home.CON] == 0)
    assert _counts(page)[Home.PRO] == before[Home.PRO] + 2
    page._again.click()
    assert _counts(page) == before


def test_a_list_is_chosen_as_the_criteria_and_one_of_them_moved(window: MainWindow) -> None:
    page = _page(window, ARTICLE.replace("For any plan", "What matters\n\nFor any plan"))
    choose = next(item for item in page.findChildren(QPushButton) if item.text() == "choose a list")
    choose.menu().actions()[0].trigger()
    assert _counts(page)[Home.CRITERION] == 2
    cost = next(part for part in parts_of(page._plan()) if part.home is Home.CRITERION)
    page.send([cost], Home.NOTE)
    assert _counts(page)[Home.CRITERION] == 1


def test_what_was_sorted_by_hand_is_what_is_made_and_undo_takes_it_back(hands: Hands) -> None:
    hands.window.overlays.sort_text(ARTICLE)
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    page.question.setFocus()
    hands.type("Repair it?")
    pros = [part for part in parts_of(page._plan()) if part.home is Home.PRO]
    page.send(pros[:1], Home.CON)
    page.question.setFocus()
    hands.press(KEYS.Key_Return)
    made = hands.document.all(Card)
    assert {"Repair it?", "Safer bridge"} <= {card.text for card in made}
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(hands.document.all(Card)) == []
    assert len(reads.maps(hands.document)) == 1


def test_escape_leaves_the_sorting(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, TEXT)
    page.question.setFocus()
    qtbot.keyClick(page.question, Qt.Key.Key_Escape)
    assert window.pages.over is None


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QApplication.clipboard().setText("  ")
    window.actions_by_name["paste_text"].trigger()
    assert window.status.message == "There is no text on the clipboard."
    QApplication.clipboard().setText(TEXT)
    window.actions_by_name["paste_text"].trigger()
    assert isinstance(window.pages.over, PastePage)


def test_a_row_to_choose_shows_its_name_what_belongs_to_it_and_its_end(window: MainWindow) -> None:
    row = RowButton("Summit", "in Documents", "yesterday", window)
    assert [label.text() for label in row.findChildren(QLabel)] == ["Summit", "in Documents", "yesterday"]
