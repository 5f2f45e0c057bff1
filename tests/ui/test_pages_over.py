"""A page that lies over the workbook stays when the look changes, with all that was done on it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.edits import workbooks
from desktop_app.formats.plan_parts import Home, parts_of
from desktop_app.model import reads
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.settings_page import SettingsPage
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.wording.sentence import literal
from tests.ui.conftest import KEYS, Hands
from tests.ui.refusing import refusing

TEXT = "Should it run?\n\n## Pros\n\n- Quick\n- Cheap\n\n## Cons\n\n- Loud\n- Slow\n\nSome further words."

Change = Callable[[Hands], None]
_SETTLED_MS = 300  # a window that became as large as the screen is looked at once more


def _choose_dark(hands: Hands) -> None:
    hands.trigger("dark_theme")


def _turn_desktop_dark(_hands: Hands) -> None:
    """No look was chosen: that of the desktop is followed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "wanted_by_system", lambda: "dark")
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def _enter_room(hands: Hands) -> None:
    hands.press(KEYS.Key_F11)


@pytest.fixture(autouse=True)
def ordinary_size(window: MainWindow) -> Iterator[None]:
    yield
    window.room.leave()


def _begin_sorting(hands: Hands) -> PastePage:
    """Parts of a text were sent elsewhere, and a word of the question is about to be written over."""
    hands.window.overlays.sort_text(TEXT)
    page = hands.window.pages.over
    assert isinstance(page, PastePage)
    page.send([part for part in parts_of(page._plan()) if part.home is Home.PRO], Home.CON)
    page.question.selectAll()
    hands.type("Should the mill run?")
    page.question.setSelection(11, 4)
    return page


def _homes(page: PastePage) -> list[tuple[Home, str]]:
    return [(part.home, part.title) for part in parts_of(page._plan())]


@pytest.mark.parametrize("change", [_choose_dark, _turn_desktop_dark, _enter_room])
def test_a_sorting_that_is_under_way_stays_with_the_word_that_is_being_written(example: Hands, change: Change) -> None:
    window, beneath = example.window, example.window.work_page
    page = _begin_sorting(example)
    homes = _homes(page)
    change(example)
    QApplication.processEvents()
    assert window.work_page is not beneath
    assert window.pages.currentWidget() is page
    assert page.isVisible()
    assert _homes(page) == homes
    assert Home.PRO not in {home for home, _ in homes}
    assert example.has_keyboard(page.question)
    assert page.question.selectedText() == "mill"
    example.write("ferry")
    assert window.pages.over is None
    assert example.workspace.map_title == "Should the ferry run?"
    assert example.page.isVisible()


@pytest.mark.parametrize("change", [_turn_desktop_dark, _enter_room])
def test_a_sorting_for_a_new_workbook_stays_too(window: MainWindow, qtbot: QtBot, change: Change) -> None:
    hands = Hands(qtbot, window)
    page = _begin_sorting(hands)
    homes = _homes(page)
    change(hands)
    QApplication.processEvents()
    assert window.pages.currentWidget() is page
    assert (_homes(page), page.question.selectedText()) == (homes, "mill")
    assert hands.has_keyboard(page.question)


@pytest.mark.parametrize("change", [_turn_desktop_dark, _enter_room])
def test_a_setting_that_is_being_written_is_written_on_where_it_belongs(example: Hands, change: Change) -> None:
    example.trigger("open_settings")
    page = example.window.pages.over
    assert isinstance(page, SettingsPage)
    page.author.setFocus()
    example.type("Anna Ko")
    change(example)
    example.write("valenko")
    assert Settings().author == "Anna Kovalenko"
    page.title.setFocus()
    page.title.selectAll()
    example.type("Town ")
    _choose_dark(example)
    QApplication.processEvents()
    example.write("reserve")
    assert example.window.pages.over is page
    assert reads.workbook(example.document).title == "Town reserve"
    assert page.look.currentData() == "dark"
    page.language.setCurrentIndex(page.language.findData("uk"))
    page.language.activated.emit(page.language.currentIndex())
    assert reads.workbook(example.document).language == "uk"


def test_a_setting_that_was_refused_waits_in_its_field_in_another_look(example: Hands) -> None:
    title = reads.workbook(example.document).title
    example.trigger("open_settings")
    page = example.window.pages.over
    assert isinstance(page, SettingsPage)
    page.title.setFocus()
    page.title.selectAll()
    with refusing(example, DiskFullError(literal("The disk is full."), literal("Free some space."))):
        example.write("Town reserve")
        refusal = example.refusal
        assert refusal
        _choose_dark(example)
        QApplication.processEvents()
    assert (page.title.text(), example.refusal) == ("Town reserve", refusal)
    example.press(KEYS.Key_Escape)
    assert (page.title.text(), example.refusal) == (title, "")
    assert len(example.workspace.pending) == 0


def _picture(page: ColumnPage) -> QImage:
    QApplication.processEvents()
    page.setFocus()
    page.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    return page.grab().toImage()


@pytest.mark.parametrize(("change", "language"), [(_choose_dark, "en"), (_enter_room, "ar")])
@pytest.mark.parametrize("action", ["paste_text", "choose_template", "open_settings", "show_keys"])
def test_a_page_that_stays_looks_as_one_that_is_opened_in_that_look(
    hands: Hands, change: Change, language: str, action: str
) -> None:
    workbooks.set_language(hands.document, language)
    hands.window.show_anew()
    QApplication.clipboard().setText(TEXT)
    hands.trigger(action)
    page = hands.window.pages.over
    assert isinstance(page, ColumnPage)
    before = _picture(page)
    change(hands)
    hands.qtbot.wait(_SETTLED_MS)
    kept = _picture(page)
    assert hands.window.pages.over is page
    hands.window.pages.leave()
    hands.trigger(action)
    made = hands.window.pages.over
    assert isinstance(made, ColumnPage)
    assert made is not page
    assert kept == _picture(made)
    assert kept != before


def test_the_workbook_beneath_shows_what_it_showed(example: Hands) -> None:
    page = example.page
    page.canvas.viewport.zoom_by(-3)
    page.canvas.pan(-120, 40)
    page.splitter.setSizes([300, 700, 400])
    example.select(example.texts[2])
    shown, widths, selected = page.canvas.viewport.window, page.widths, example.selected
    _begin_sorting(example)
    for look in ("dark_theme", "light_theme"):
        example.trigger(look)
        QApplication.processEvents()
    example.press(KEYS.Key_Escape)
    QApplication.processEvents()
    assert example.page is not page
    assert example.has_keyboard(example.page.canvas)
    assert (example.page.canvas.viewport.window, example.page.widths) == (shown, widths)
    assert example.selected == selected
