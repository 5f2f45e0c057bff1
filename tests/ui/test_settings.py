"""What is kept between sessions: settings, looks, the view on each workbook, what was open; and mirroring."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.drawing import palette
from desktop_app.edits import workbooks
from desktop_app.model import reads
from desktop_app.session import Session
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.shell import app as app_module
from desktop_app.ui.shell.actions.action import Action
from desktop_app.ui.shell.actions.action_table import ACTIONS
from desktop_app.ui.shell.actions.menu_tree import Scope
from desktop_app.ui.shell.keys_page import KeysPage
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import BACK_ROWS, Settings
from desktop_app.ui.shell.settings_page import LOOKS, SettingsPage
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.handled_keys import HANDLED_KEYS
from tests.ui.conftest import CTRL, KEYS, Hands


def _settings_page(window: MainWindow) -> SettingsPage:
    window.actions_by_name["open_settings"].trigger()
    page = window.pages.over
    assert isinstance(page, SettingsPage)
    return page


def test_settings_hold_at_once_and_are_there_the_next_time(window: MainWindow, qtbot: QtBot) -> None:
    hands = Hands(qtbot, window)
    page = _settings_page(window)
    page.author.setFocus()
    hands.write("Anna Kovalenko")
    page.reopens_last.click()
    page.back_row.setCurrentIndex(len(BACK_ROWS) - 1)
    page.back_row.activated.emit(len(BACK_ROWS) - 1)
    kept = Settings()
    assert (kept.author, kept.reopens_last, kept.back_row) == ("Anna Kovalenko", True, BACK_ROWS[-1])
    hands.press(KEYS.Key_Escape)
    assert window.pages.over is None


def test_a_new_workbook_gets_the_persons_name_as_its_author(window: MainWindow, tmp_path: Path) -> None:
    window._settings.author = "Anna"
    assert window.files.create_at(tmp_path / "new.steelyard")
    assert window.workspace is not None
    assert reads.workbook(window.workspace.document).author == "Anna"


def test_the_workbook_is_renamed_signed_and_given_a_language(hands: Hands) -> None:
    page = _settings_page(hands.window)
    page.title.setFocus()
    page.title.selectAll()
    hands.write("Town reserve")
    page.workbook_author.setFocus()
    page.workbook_author.selectAll()
    hands.write("The council")
    page.language.setCurrentIndex(page.language.findData("uk"))
    page.language.activated.emit(page.language.currentIndex())
    workbook = reads.workbook(hands.document)
    assert (workbook.title, workbook.author, workbook.language) == ("Town reserve", "The council", "uk")
    hands.press(KEYS.Key_Escape)
    assert hands.window.windowTitle() == "Town reserve – Steelyard"


def test_a_read_only_workbook_shows_its_settings_and_refuses_none_silently(hands: Hands) -> None:
    workbooks.set_language(hands.document, "sv")
    path = hands.workspace.session.path
    hands.window.files.close()
    hands.window.files._open(lambda: Session.open(path, read_only=True))
    page = _settings_page(hands.window)
    assert page.title.isReadOnly()
    assert not page.language.isEnabled()
    assert page.language.currentData() == "sv"


@pytest.mark.parametrize("name", palette.NAMES)
def test_every_palette_is_chosen_from_the_view_menu_and_kept(example: Hands, name: str) -> None:
    shown = example.workspace.map_id
    example.trigger(f"{name.replace('-', '_')}_theme")
    assert theme.current().name == name
    assert Settings().theme == name
    assert example.window.actions_by_name[f"{name.replace('-', '_')}_theme"].isChecked()
    assert example.workspace.map_id == shown


def test_the_look_of_the_system_is_followed_until_another_is_chosen(example: Hands) -> None:
    example.trigger("projector_theme")
    example.window.themes._on_system_changed()
    assert theme.current().name == "projector"
    example.trigger("system_theme")
    assert theme.current().name == theme.wanted_by_system()
    example.window.themes._on_system_changed()
    assert Settings().theme == ""


def test_the_look_is_chosen_on_the_settings_page_which_stays(example: Hands) -> None:
    page = _settings_page(example.window)
    row = [name for name, _ in LOOKS].index("dark")
    page.look.setCurrentIndex(row)
    page.look.activated.emit(row)
    assert theme.current().name == "dark"
    assert isinstance(example.window.pages.over, SettingsPage)
    assert example.window.workspace is not None


def test_the_view_on_a_workbook_is_as_it_was_left(example: Hands) -> None:
    workspace, page = example.workspace, example.page
    first = reads.maps(example.document)[0]
    workspace.view.show_map(first.id)
    page.canvas.finish_animation()
    example.select("A new mediator may break the deadlock")
    workspace.view.fold(example.card("It could end in written guarantees for Ukraine").id, folded=True)
    perspective = reads.perspectives(example.document, first.id)[2]
    workspace.view.choose_perspective(perspective.id)
    page.canvas.finish_animation()
    page.canvas.viewport.zoom_by(-3)
    page.splitter.setSizes([300, 700, 400])
    sizes, part = page.splitter.sizes(), page.canvas.viewport.window
    folded = set(workspace.view.folded)
    workspace.view.show_page(Page.CRITERIA)
    example.window.files.close()
    example.window.files.open_example()
    view = example.workspace.view
    assert (view.map_id, view.page, view.perspective) == (first.id, Page.CRITERIA, perspective.id)
    assert example.selected == "A new mediator may break the deadlock"
    assert view.folded == folded
    view.show_page(Page.MAP)
    assert example.page.canvas.viewport.window == part
    assert example.page.widths == sizes


def test_the_balance_that_was_left_is_the_one_that_opens_unless_its_card_has_gone(example: Hands) -> None:
    example.workspace.view.show_page(Page.BALANCE)
    shown = example.page.balance.subject
    other = next(card.id for card in reads.options(example.document, example.workspace.map_id) if card.id != shown)
    example.page.balance.show_subject(other)
    path = example.workspace.session.path
    example.window.files.close()
    example.window.files.open_path(path)
    assert example.page.balance.subject == other
    kept = Settings().view_of(path)
    assert isinstance(kept, dict)
    example.window.files.close()
    Settings().keep_view(path, {**kept, "balance": 10**9})
    example.window.files.open_path(path)
    assert example.page.balance.isVisible()
    assert example.page.balance.subject in example.workspace.places


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"map": "1", "page": "Nowhere", "folded": [7, "x", None], "window": [1, 2], "splitter": [1]},
        {"map": 99, "selected": 99, "perspective": 99, "window": [10**12, 0, 1.0], "splitter": ["a", "b", "c"]},
        {"map": True, "window": [0, 0, 1e9], "folded": "x", "page": ["Map"]},
        {"others": [[1], "x", True, 7], "link": "1", "stance": ["opposes"], "section": ["nowhere", 1]},
        {"others": 7, "link": [1], "stance": 1, "section": [["matrix"], "1", 2]},
    ],
)
def test_what_was_kept_and_does_not_fit_is_left_out(example: Hands, kept: object) -> None:
    path = example.workspace.session.path
    example.window.files.close()
    example.window._settings.keep_view(path, kept)
    example.window.files.open_example()
    assert example.workspace.view.page is Page.MAP
    assert example.workspace.view.selected is None


def test_settings_that_cannot_be_read_count_as_not_there(tmp_path: Path) -> None:
    settings = Settings()
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "steelyard", "steelyard")
    for name, value in (
        ("recent", "{"),
        ("back_row", '"far"'),
        ("recent_choices", "[1, null]"),
        ("view_order", "3"),
        ("geometry", "x"),
    ):
        store.setValue(name, value)
    assert settings.recent == []
    assert settings.back_row in BACK_ROWS
    assert settings.recent_choices == []
    assert settings.geometry is None
    settings.keep_view(tmp_path, {"map": 1})
    assert settings.view_of(tmp_path) == {"map": 1}


def test_views_of_many_workbooks_are_kept_and_the_oldest_let_go(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(70):
        settings.keep_view(tmp_path / str(number), number)
    assert settings.view_of(tmp_path / "69") == 69
    assert settings.view_of(tmp_path / "0") is None


def test_what_was_open_is_opened_again_where_the_person_wants_that(
    qapp: QApplication, qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.files.create_at(tmp_path / "work.steelyard")
    window._settings.reopens_last = True
    window.close()
    opened: list[str] = []

    def looked_at() -> int:
        # What was open is opened once the window shows.
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.isVisible():
                opened.append(widget.windowTitle())
                widget.close()
                widget.deleteLater()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(looked_at))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert app_module.run(None, example=False) == 0
    assert app_module.run(tmp_path / "work.steelyard", example=False) == 0
    assert app_module.run(None, example=True) == 0
    assert opened == ["work – Steelyard", "work – Steelyard", "Summit seminar – Steelyard"]


# --- keys, faults, direction -----------------------------------------------------------------------------


def test_the_cheat_sheet_lists_every_key_of_the_table(example: Hands) -> None:
    example.press(KEYS.Key_F1)
    page = example.window.pages.over
    assert isinstance(page, KeysPage)
    said = {label.text() for label in page.findChildren(PlainLabel)}
    for row in ACTIONS:
        if row.keys:
            assert row.text.rstrip("…") in said, row.id
    for key in HANDLED_KEYS:
        assert str(key.text) in said
    example.press(KEYS.Key_Escape)
    assert example.window.pages.over is None
    assert example.focused is example.page.canvas


def test_no_two_actions_share_a_key_in_one_place() -> None:
    taken: dict[str, list[Action]] = {}
    for row in ACTIONS:
        for key in row.keys:
            for other in taken.get(key, []):
                apart = row.scope is not other.scope and Scope.WINDOW not in {row.scope, other.scope}
                assert apart, f"{key}: {row.id} and {other.id}"
            taken.setdefault(key, []).append(row)


@pytest.mark.parametrize("language", ["ar", "he"])
def test_the_window_runs_from_the_right_for_a_workbook_in_such_a_language(hands: Hands, language: str) -> None:
    workbooks.set_language(hands.document, language)
    path = hands.workspace.session.path
    hands.window.files.close()
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    hands.window.files.open_path(path)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert hands.page.side.mapTo(hands.window, hands.page.side.rect().topLeft()).x() > hands.window.width() / 2
    hands.window.files.close()
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_settings_file_is_json_inside(window: MainWindow, tmp_path: Path) -> None:
    window.files.create_at(tmp_path / "a.steelyard")
    window.files.close()
    view = window._settings.view_of(tmp_path / "a.steelyard")
    assert json.loads(json.dumps(view)) == view


def test_ctrl_comma_opens_the_settings(example: Hands) -> None:
    example.press(KEYS.Key_Comma, CTRL)
    assert isinstance(example.window.pages.over, SettingsPage)


# --- dialogs ---------------------------------------------------------------------------------------------


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person answers to the next file dialogs, the first last; what was offered is put in their place."""
    given: list[str] = []

    def answer(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        reply = given.pop()
        given.insert(0, start)
        return reply, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return given


def test_workbooks_get_their_ending_and_nothing_is_made_without_an_answer(
    window: MainWindow, tmp_path: Path, answers: list[str]
) -> None:
    answers.append("")
    window.actions_by_name["new_workbook"].trigger()
    unanswered = window.workspace
    assert unanswered is None
    answers.append(str(tmp_path / "plan.v2"))
    window.actions_by_name["new_workbook"].trigger()
    assert window.workspace is not None
    assert window.workspace.session.path == tmp_path / "plan.v2.steelyard"
    answers.append(str(tmp_path / "copy.steelyard"))
    window.actions_by_name["save_copy"].trigger()
    assert window.status.message == "Saved a copy as copy.steelyard. You work in the copy now."
    assert window.workspace.session.path == tmp_path / "copy.steelyard"
    answers.append(str(tmp_path / "plan.v2.steelyard"))
    window.actions_by_name["open_workbook"].trigger()
    assert window.workspace.session.path == tmp_path / "plan.v2.steelyard"
    for name in ("save_copy", "open_workbook", "export_brief"):
        answers.append("")
        window.actions_by_name[name].trigger()
    assert window.workspace.session.path == tmp_path / "plan.v2.steelyard"


def test_a_brief_is_offered_the_title_of_its_map_as_its_name(example: Hands, answers: list[str]) -> None:
    answers.append("")
    example.trigger("export_brief")
    assert Path(answers[0]).name == "Security guarantees.pdf"


def test_a_sorted_text_asks_where_its_workbook_goes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, answers: list[str]
) -> None:
    window.overlays.sort_text("Which way?\n+ Flat\n")
    answers.append("")
    page = window.pages.over
    assert isinstance(page, PastePage)
    qtbot.keyClick(page.question, Qt.Key.Key_Return)
    assert window.pages.over is page
    answers.append(str(tmp_path / "ways"))
    qtbot.keyClick(page.question, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.session.undo_label is None


def test_the_version_is_said_and_the_window_fills_the_screen_and_leaves_it(example: Hands) -> None:
    example.trigger("about")
    assert example.window.status.message.startswith("Steelyard ")
    example.trigger("room_size")
    assert example.window.isFullScreen()
    example.trigger("room_size")
    assert not example.window.isFullScreen()
    example.trigger("quit")
    assert example.window.workspace is None
    assert Settings().left_open is not None
