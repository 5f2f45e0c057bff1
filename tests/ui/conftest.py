"""A window over a workbook of the test's own, and hands to work it with."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import SupportsIndex

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.edits import cards, criteria
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Card
from desktop_app.ui.pages.present import displays
from desktop_app.ui.pages.present.waiting_bar import WaitingBar
from desktop_app.ui.shell.bug_report import BugReport, BugReporter
from desktop_app.ui.shell.garbage_collection import collect_if_due
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.refused_note import RefusedNote
from desktop_app.ui.workspace.workspace import Workspace
from tests.ui.desktop import Desktop
from tests.ui.fresh_screens import assert_fresh

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Works a window as a person would: by real key and mouse events to whatever has the keyboard."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def workbook(self) -> OpenWorkbook:
        assert self.window.workbook is not None
        return self.window.workbook

    @property
    def document(self) -> Document:
        return self.workspace.document

    @property
    def page(self) -> WorkPage:
        assert self.window.work_page is not None
        return self.window.work_page

    @property
    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def has_keyboard(self, widget: QWidget) -> bool:
        return self.focused is widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focused, key, modifiers)
        # Item views commit their editors by a queued call.
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for character in text:
            self.qtbot.keyClicks(self.focused, character)

    def write(self, text: str) -> None:
        """Types a text and commits it with Enter."""
        self.type(text)
        self.press(KEYS.Key_Return)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def trigger(self, action: str) -> None:
        self.window.actions_by_name[action].trigger()

    @property
    def refusal(self) -> str:
        """What is said beside the field whose text was refused; empty where nothing is."""
        notes = self.window.findChildren(RefusedNote)
        return next((note.words.text() for note in notes if note.isVisible()), "")

    def card(self, text: str) -> Card:
        return next(card for card in self.document.all(Card) if card.text == text)

    @property
    def texts(self) -> list[str]:
        """The cards of the shown map in the order of the tree."""
        return [self.document.get(Card, card).text for card in self.workspace.places]

    @property
    def selected(self) -> str:
        selected = self.workspace.view.selected
        return self.document.get(Card, selected).text if selected is not None else ""

    def select(self, text: str) -> None:
        self.workspace.select(self.card(text).id)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Qt reads the environment once only; without this, tests would share their settings."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def garbage_waits() -> Iterator[None]:
    """As in the program, no thread that draws a brief meets garbage of windows; it is collected after the test."""
    gc.disable()
    yield
    collect_if_due()
    gc.enable()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, garbage_waits: None) -> Iterator[MainWindow]:
    if not qapp.styleSheet() or theme.current().name != "light":
        theme.apply(qapp, "light")
    made = MainWindow(Settings())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    # It has fitted itself to the offscreen platform's screen of 800×800 by now; what is tested needs more room.
    made.resize(1400, 900)
    yield made
    try:
        if made.isVisible():
            if made.work_page is not None:
                made.work_page.canvas.finish_animation()
            assert_fresh(made)
    finally:
        if made.workspace is not None:
            # A text that a test left behind would be asked about.
            made.workspace.pending.clear()
        made.close()
        made.deleteLater()


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Hands:
    """A window over a new, empty workbook; the canvas has the keyboard."""
    assert window.files.create_at(tmp_path / "work.steelyard")
    made = Hands(qtbot, window)
    made.page.canvas.setFocus()
    return made


@pytest.fixture
def example(qtbot: QtBot, window: MainWindow) -> Hands:
    """A window over the example, at its second map."""
    window.files.open_example()
    made = Hands(qtbot, window)
    made.workspace.view.show_map(reads.maps(made.document)[-1].id)
    made.page.canvas.finish_animation()
    made.page.canvas.setFocus()
    return made


@pytest.fixture
def town(hands: Hands) -> Hands:
    """Two options on two criteria, the first with a scale; the first cell has the keyboard."""
    document, map_id = hands.document, hands.workspace.map_id
    cards.add_question(document, map_id, "What to do with the bridge?")
    for text in ("Leave it", "Repair it"):
        cards.add_option(document, map_id, text)
    cost = criteria.add_criterion(document, map_id, "Cost", question="What is spent?")
    criteria.set_levels(document, cost.id, [(0, "ruinous"), (25, "dear"), (50, "fair"), (75, "cheap"), (100, "free")])
    criteria.add_criterion(document, map_id, "Speed")
    hands.press(KEYS.Key_3, CTRL)
    return hands


@pytest.fixture
def desktop(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop(window.presenting)
    monkeypatch.setattr(displays, "displays", made.displays)
    return made


@pytest.fixture
def waiting_bar(window: MainWindow) -> WaitingBar:
    (found,) = window.findChildren(WaitingBar)
    return found


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def reports(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The words of the reports that come, each with its traceback; they are read and closed at once."""
    shown: list[str] = []

    def show(report: BugReport) -> None:
        text = report.findChild(QPlainTextEdit)
        assert text is not None
        shown.append(f"{report.words.text()}\n{text.toPlainText()}")

    monkeypatch.setattr(BugReport, "exec", show)
    reporter = BugReporter(window)
    window.document_changed.connect(reporter.follow)
    reporter.follow(window.workspace.document if window.workspace is not None else None)
    before = sys.excepthook
    sys.excepthook = reporter.report
    yield _Awaited(shown, qtbot)
    sys.excepthook = before


class _Awaited(list[str]):
    """The reports; asking for the last one waits for it."""

    def __init__(self, shown: list[str], qtbot: QtBot) -> None:
        super().__init__()
        self._shown = shown
        self._qtbot = qtbot

    @override
    def __getitem__(self, index: SupportsIndex) -> str:  # type: ignore[override]  # single ones are asked for
        self._qtbot.waitUntil(lambda: bool(self._shown))
        return self._shown[index]

    @override
    def __len__(self) -> int:
        return len(self._shown)

    def __bool__(self) -> bool:
        return bool(self._shown)
