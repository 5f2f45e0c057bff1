"""Every screen shows and tells what it did: texts, names and help for who cannot see, what can be used.

What a screen holds is kept as a file of lines in `screens` beside this one, what it looks like as a small picture in
`pictures`; a change that is meant is written by `STEELYARD_WRITE_CASES=1` and read in the diff.
"""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from desktop_app.session import Session
from desktop_app.ui.workspace.view import Page
from tests.brief_screens import is_drawn
from tests.kept import assert_kept
from tests.small_maps import small_map
from tests.ui.conftest import Hands
from tests.ui.kept_pictures import assert_looks_kept
from tests.ui.screens_shown import SCREENS, SMALL, settled

KEPT = Path(__file__).parent / "screens"
PICTURES = Path(__file__).parent / "pictures"
_TELLS = (
    (Qt.ItemDataRole.DisplayRole, "text"),
    (Qt.ItemDataRole.AccessibleTextRole, "name"),
    (Qt.ItemDataRole.AccessibleDescriptionRole, "description"),
    (Qt.ItemDataRole.ToolTipRole, "tip"),
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="keys and dialogs are named differently elsewhere")


def _lines(widget: QWidget, depth: int = 0) -> Iterator[str]:
    """What a widget shows and tells, then what is inside it, as it is seen."""
    told = dict(_told(widget))
    if told:
        state = "" if widget.isEnabledTo(widget.window()) else " (off)"
        state += " (keyboard)" if widget.hasFocus() else ""
        words = "; ".join(f"{key}: {_one(value)}" for key, value in told.items() if value)
        yield f"{'  ' * depth}{_kind(widget)}{state} {words}".rstrip()
        depth += 1
    if isinstance(widget, QListView):
        yield from (f"{'  ' * depth}- {line}" for line in _rows(widget))
        return
    if isinstance(widget, QComboBox | QPlainTextEdit):
        return
    inside = [child for child in widget.children() if isinstance(child, QWidget)]
    for child in inside:
        if child.isVisible() and not child.isWindow():
            yield from _lines(child, depth)


def _kind(widget: QWidget) -> str:
    match widget:
        case QLabel():
            return "label"
        case QAbstractButton():
            return "button"
        case QLineEdit() | QPlainTextEdit():
            return "field"
        case QComboBox():
            return "choice"
        case QAbstractSlider():
            return "slider"
        case QListView():
            return "list"
        case _:
            return "part"


def _told(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "text", widget.text()
            yield "hint", widget.placeholderText()
        case QPlainTextEdit():
            yield "text", widget.toPlainText()
            yield "hint", widget.placeholderText()
        case QComboBox():
            yield "text", " | ".join(widget.itemText(row) for row in range(widget.count()))
            yield "chosen", widget.currentText()
        case QAbstractSlider() if type(widget).__name__ != "QScrollBar":
            yield "value", str(widget.value())
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        yield "checked", "yes" if widget.isChecked() else "no"
    if widget.accessibleName():
        yield "name", widget.accessibleName()
    if widget.accessibleDescription():
        yield "description", widget.accessibleDescription()
    if widget.toolTip():
        yield "tip", widget.toolTip()


def _rows(view: QListView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        yield "; ".join(f"{key}: {_one(str(index.data(role)))}" for role, key in _TELLS if index.data(role))


def _one(text: str) -> str:
    return " ".join(text.split())


class _Windows(QObject):
    """Windows that are shown besides the main one, if only for a moment."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.shown: list[str] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_shows_and_tells_what_it_did(qapp: QApplication, example: Hands, tmp_path: Path, screen: str) -> None:
    qapp.setCursorFlashTime(0)
    example.window.resize(1280, 800)
    flashes = _Windows(qapp)
    SCREENS[screen](example)
    settled(example)
    qapp.removeEventFilter(flashes)
    assert not flashes.shown
    shown = QApplication.activeWindow()
    assert shown is not None
    lines = (f"window {shown.windowTitle()!r}", *_lines(shown))
    assert_kept(KEPT / f"{screen}.txt", (line.replace(str(tmp_path), "…") for line in lines))
    assert_looks_kept(PICTURES / f"{screen}.png", shown.grab().toImage())


@pytest.mark.parametrize("screen", SMALL)
def test_a_screen_looks_as_it_did_in_a_small_dark_window(qapp: QApplication, example: Hands, screen: str) -> None:
    qapp.setCursorFlashTime(0)
    example.window.themes.use("dark")
    example.window.resize(960, 540)
    try:
        SMALL[screen](example)
        settled(example)
        assert_looks_kept(PICTURES / f"small, {screen}.png", example.window.grab().toImage())
    finally:
        example.window.room.leave()
        example.window.themes.use("light")


@pytest.mark.parametrize(
    "name",
    ["claims_alone", "half_scored", "long_texts", "nothing", "numbers_hidden", "options_alone", "people_at_odds",
     "red_lines", "scenarios", "several_questions", "unweighed_reasons"],
)  # fmt: skip
def test_every_page_shows_of_a_small_map_what_it_did(hands: Hands, tmp_path: Path, name: str) -> None:
    path = tmp_path / "small.steelyard"
    Session.create_from(path, small_map(name)[0].records()).close()
    hands.window.files.open_path(path)

    def lines() -> Iterator[str]:
        for page in Page:
            hands.workspace.view.show_page(page)
            if page is Page.BRIEF:
                hands.qtbot.waitUntil(lambda: is_drawn(hands.page.brief), timeout=60_000)
            if page is Page.MAP and hands.workspace.places:
                hands.workspace.select(next(iter(hands.workspace.places)))
            settled(hands)
            yield f"== {page.name}"
            yield from _lines(hands.window)

    assert_kept(KEPT.parent / "small" / f"{name}.txt", (line.replace(str(tmp_path), "…") for line in lines()))


def test_no_two_screens_are_kept_alike() -> None:
    kept = sorted(path.read_text(encoding="utf-8") for path in KEPT.iterdir())
    assert len(kept) == len(SCREENS)
    assert all(one != other for one, other in pairwise(kept))
