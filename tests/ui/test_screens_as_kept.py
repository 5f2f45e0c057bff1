"""Every screen shows and tells what it did: texts, names and help for who cannot see, what can be used.

What a screen holds is kept as a file of lines in `screens` beside this one; a change that is meant is written by
`STEELYARD_WRITE_CASES=1` and read in the diff. Places, sizes and colours are not looked at.
"""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
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
from pytestqt.qtbot import QtBot

from desktop_app.model import reads
from desktop_app.model.records import SectionKind
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from tests.brief_screens import is_drawn
from tests.ui.conftest import Hands

KEPT = Path(__file__).parent / "screens"
CON = "Ratification may fail or take years in several parliaments"
_TELLS = (
    (Qt.ItemDataRole.DisplayRole, "text"),
    (Qt.ItemDataRole.AccessibleTextRole, "name"),
    (Qt.ItemDataRole.AccessibleDescriptionRole, "description"),
    (Qt.ItemDataRole.ToolTipRole, "tip"),
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="keys and dialogs are named differently elsewhere")


def _map(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.MAP)


def _card(hands: Hands) -> None:
    _map(hands)
    hands.select(CON)


def _option(hands: Hands) -> None:
    _map(hands)
    hands.workspace.select(reads.options(hands.document, hands.workspace.map_id)[0].id)


def _several(hands: Hands) -> None:
    _map(hands)
    hands.trigger("select_all")


def _balance(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.BALANCE)


def _criteria(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.CRITERIA)


def _cell(hands: Hands) -> None:
    _criteria(hands)
    option, criterion = _first(hands)
    hands.page.criteria.table.opened.emit((option, criterion), False)


def _criterion(hands: Hands) -> None:
    _criteria(hands)
    hands.page.criteria.table.opened.emit((None, _first(hands)[1]), False)


def _first(hands: Hands) -> tuple[int, int]:
    document, map_id = hands.document, hands.workspace.map_id
    return reads.options(document, map_id)[0].id, reads.criteria(document, map_id)[0].id


def _weights(way: WeightsWay) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        _criteria(hands)
        hands.page.criteria.find_weights(way)

    return show


def _naming(hands: Hands) -> None:
    _criteria(hands)
    hands.trigger("add_criterion")


def _compare(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.COMPARE)


def _person(hands: Hands) -> None:
    hands.workspace.view.choose_perspective(reads.perspectives(hands.document, hands.workspace.map_id)[0].id)
    _card(hands)


def _hidden(hands: Hands) -> None:
    _card(hands)
    hands.trigger("hide_numbers")


def _brief(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.BRIEF)
    hands.qtbot.waitUntil(lambda: is_drawn(hands.page.brief), timeout=60_000)


def _section(kind: SectionKind) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        _brief(hands)
        brief = hands.page.brief
        row = next(row for row, item in enumerate(brief.commands.sections) if item.kind is kind)
        brief.sections.setCurrentRow(row)

    return show


def _triggered(action: str, page: Callable[[Hands], None] = _map) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        page(hands)
        hands.trigger(action)

    return show


def _pasted(hands: Hands) -> None:
    hands.window.overlays.sort_text(
        "Which way?\n\n* By the river\n  + Flat [major]\n  - Floods in spring\n\nMore words here."
    )


def _palette(hands: Hands) -> None:
    _map(hands)
    _forget_recent(hands)
    hands.trigger("open_palette")


def _welcome(hands: Hands) -> None:
    _forget_recent(hands)
    hands.window.files.close()


def _forget_recent(hands: Hands) -> None:
    """Where a test's folder lies is another in each run."""
    hands.window._settings._keep("recent", {})


SCREENS: dict[str, Callable[[Hands], None]] = {
    "map": _map,
    "card": _card,
    "option": _option,
    "several cards": _several,
    "numbers of a person": _person,
    "hidden numbers": _hidden,
    "balance": _balance,
    "criteria": _criteria,
    "cell": _cell,
    "criterion": _criterion,
    "new criterion": _naming,
    **{f"weights by {way.name.lower()}": _weights(way) for way in WeightsWay},
    "compare": _compare,
    "brief": _brief,
    "options of the brief": _section(SectionKind.OPTIONS),
    "find": _triggered("find_cards"),
    "weighing one after another": _triggered("weigh_rest"),
    "settings": _triggered("open_settings"),
    "keys": _triggered("show_keys"),
    "templates": _triggered("choose_template"),
    "palette": _palette,
    "pasted text": _pasted,
    "welcome": _welcome,
}


def _lines(widget: QWidget, depth: int = 0) -> Iterator[str]:
    """What a widget shows and tells, then what is inside it, as it is seen."""
    told = dict(_told(widget))
    if told:
        state = "" if widget.isEnabledTo(widget.window()) else " (off)"
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


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_shows_and_tells_what_it_did(qtbot: QtBot, example: Hands, tmp_path: Path, screen: str) -> None:
    SCREENS[screen](example)
    QApplication.processEvents()
    trials = example.page.criteria.analysis.trials if example.window.workspace is not None else None
    if trials is not None:
        qtbot.waitUntil(lambda: not trials.is_running, timeout=60_000)
    words = "\n".join(_lines(example.window)).replace(str(tmp_path), "…") + "\n"
    case = KEPT / f"{screen}.txt"
    if os.environ.get("STEELYARD_WRITE_CASES"):
        case.write_text(words, encoding="utf-8")
    assert words == case.read_text(encoding="utf-8")


def test_no_two_screens_are_kept_alike() -> None:
    kept = sorted(path.read_text(encoding="utf-8") for path in KEPT.iterdir())
    assert len(kept) == len(SCREENS)
    assert all(one != other for one, other in pairwise(kept))
