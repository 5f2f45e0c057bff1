"""A window in the pseudo-language, over a workbook without a Latin letter: what it still says in plain English.

Run in a process of its own, since a language is one a process: `python -m tests.ui.pseudo_window FOLDER`. Writes JSON.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, sources
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Confidence, PerspectiveKind
from desktop_app.session import Session
from desktop_app.ui.shell.actions.context_menu import Under
from desktop_app.ui.shell.app import make_application
from desktop_app.ui.shell.bug_report import BugReport
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from desktop_app.wording import language
from tests.ui.reader import read_all, switched_on

LEAST = (960, 540)
# A word of English: three Latin letters or more, one of them a vowel, for the pseudo-language accents all vowels.
_WORD = re.compile(r"[A-Za-z]{3,}")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")
# What is no text of the program: its name, the names of keys, those of languages in themselves.
_NAMES = frozenset(
    {
        *("Steelyard", "PDF", "English", "Deutsch", "Italiano", "Polski", "Portugu", "Espa", "Fran", "ais"),
        *("Alt", "Shift", "Esc", "Enter", "Return", "Home", "End", "Tab", "Space", "Backspace", "Ins", "Del"),
        *("PgUp", "PgDn", "Up", "Down", "Left", "Right"),
    }
)
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def fill(document: Document) -> None:
    """A map with everything on it, in words of no Latin letter."""
    shown = maps.add_map(document, "Чи варто?")
    maps.add_map(document, "Інше")
    question = cards.add_question(document, shown.id, "Чи варто йти далі?")
    first = cards.add_option(document, shown.id, "Йти", under=question.id)
    second = cards.add_option(document, shown.id, "Чекати", under=question.id)
    pro = first
    for option in (first, second):
        pro = arguments.add_pro(document, option.id, "Дешевше")
        con = arguments.add_con(document, option.id, "Повільніше")
        arguments.add_pro(document, con.id, "Так каже досвід")
        for card, importance in ((pro, 0.75), (con, 0.5)):
            (argument,) = reads.arguments_from(document, card.id)
            arguments.set_importance(document, argument.id, importance)
        arguments.add_con(document, option.id, "Не зважено")
    (argument,) = reads.arguments_from(document, pro.id)
    arguments.add_premise(document, argument.id, "Лише разом")
    arguments.add_undercut(document, argument.id, "Не стосується")
    cards.set_plausibility(document, pro.id, 0.8)
    cards.set_notes(document, pro.id, "Примітка")
    cards.set_tags(document, pro.id, ("кошти",))
    cards.add_note(document, shown.id, "Нотатка", under=question.id)
    found = sources.add_source(document, "дж1", "Звіт")
    sources.grade_source(document, found.id, "B", 2)
    sources.cite(document, pro.id, found.id, quote="Слова", locator="12")
    price, quality = (criteria.add_criterion(document, shown.id, name) for name in ("Ціна", "Якість"))
    for criterion in (price, quality):
        for option, score in ((first, 70), (second, 40)):
            scores.set_score(document, option.id, criterion.id, score, confidence=Confidence.MEDIUM)
    criteria.set_red_line(document, quality.id, 50)
    for number, option in enumerate((first, second)):
        scores.set_fact(document, option.id, "Кошти", str(10 + number))
    for name, kind in (("Оля", PerspectiveKind.PERSON), ("Громада", PerspectiveKind.STAKEHOLDER)):
        made = perspectives.add_perspective(document, shown.id, name, kind)
        perspectives.set_argument_number(document, made.id, argument.id, 0.25)
        perspectives.set_score_number(document, made.id, first.id, criterion.id, likely=20)


def english(text: str) -> list[str]:
    """The words of plain English in a text, without names."""
    bare = re.sub(r"&(\w)", r"\1", text)
    return [word for word in _WORD.findall(bare) if _VOWEL.search(word) and word not in _NAMES]


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of one widget, each with what it is."""
    yield "tooltip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield "text", widget.text()
        case QPlainTextEdit() | QTextEdit():
            yield "text", widget.toPlainText()
        case QGroupBox():
            yield "title", widget.title()
        case QTabBar():
            yield from (("tab", widget.tabText(at)) for at in range(widget.count()))
        case QComboBox():
            yield from (("choice", widget.itemText(at)) for at in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _rows_of(widget)
        case _:
            pass
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()


def _rows_of(view: QAbstractItemView, parent: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    """What stands in a list, a table or a tree, and what is said of it."""
    model, above = view.model(), parent or QModelIndex()
    columns = 1 if isinstance(view, QListView) else model.columnCount(above)
    for row in range(model.rowCount(above)):
        for column in range(columns):
            index = model.index(row, column, above)
            said = (index.data(role) for role in _SAID)
            yield from (("row", words) for words in said if isinstance(words, str))
        if not isinstance(view, QListView):
            yield from _rows_of(view, model.index(row, 0, above))
    if isinstance(view, QTableView):
        heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(columns)]
        yield from (("head", words) for words in heads if isinstance(words, str))


class Reader:
    """Reads everything that a window shows and says."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.too_wide: dict[str, str] = {}

    def read(self, where: str, root: QWidget) -> None:
        """Reads what is visible below a widget, and what a screen reader is told of it."""
        QApplication.processEvents()
        for widget in [root, *root.findChildren(QWidget)]:
            if widget.isVisible():
                for what, text in texts_of(widget):
                    self.take(f"{where}: {type(widget).__name__} {what}", text)
                if isinstance(widget, QPushButton | QToolButton) and widget.menu() is not None:
                    self.actions(f"{where}: menu of a button", widget.menu().actions())
        for name in read_all(root):
            self.take(f"{where}: heard", name)
        if root.isWindow() and (root.width() > LEAST[0] or root.height() > LEAST[1]):
            self.too_wide[where] = f"{root.width()} × {root.height()}"

    def actions(self, where: str, actions: list[QAction]) -> None:
        """Reads the entries of a menu, and of those beneath."""
        for action in actions:
            self.take(f"{where}: action", action.text())
            self.take(f"{where}: tooltip", action.toolTip())
            menu = action.menu()
            if isinstance(menu, QMenu):
                self.actions(where, menu.actions())

    def take(self, where: str, text: str) -> None:
        """Keeps a text that is in plain English, with where it was met first."""
        if english(text):
            self.found.setdefault(text, where)


def read_window(folder: Path) -> Reader:
    """Goes through the screens of a window as small as it gets."""
    app = make_application(["steelyard"])
    reader = Reader()
    with switched_on():
        path = folder / "робота.steelyard"
        Session.make(path, fill, title="Робота", language="uk").close()
        window = MainWindow(Settings())
        window.show()
        window.resize(*LEAST)
        reader.actions("menus", window.menuBar().actions())
        assert window.files.open_path(path)
        _read_pages(reader, window)
        _read_overlays(reader, window)
        _read_show_and_room(reader, window)
        window.files.close()
        window.close()
    app.processEvents()
    return reader


def _read_pages(reader: Reader, window: MainWindow) -> None:
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    document, view = workspace.document, workspace.view
    all_cards = reads.cards(document, workspace.map_id)
    for shown in Page:
        view.show_page(shown)
        reader.read(shown.value, window)
    view.show_page(Page.MAP)
    for card in all_cards:
        workspace.select(card.id)
        reader.read(f"map, {card.text}", window)
        for under in Under:
            page.menu_asked.emit(under, QPoint(0, 0))
            (menu,) = (menu for menu in window.findChildren(QMenu) if menu.isVisible())
            reader.actions(f"menu of {under.name}", menu.actions())
            menu.close()
            QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)
    view.choose_perspective(reads.perspectives(document, workspace.map_id)[0].id)
    for shown in (Page.MAP, Page.BALANCE, Page.CRITERIA, Page.COMPARE):
        view.show_page(shown)
        reader.read(f"{shown.value} of another", window)
    view.choose_perspective(None)
    _read_criteria(reader, window)
    view.show_page(Page.MAP)
    for action in ("select_all", "find_cards", "weigh_rest", "toggle_fold", "hide_numbers"):
        window.actions_by_name[action].trigger()
        reader.read(action, window)
    for shown in Page:
        view.show_page(shown)
        reader.read(f"{shown.value} without numbers", window)
    window.actions_by_name["show_numbers"].trigger()
    view.show_page(Page.BRIEF)
    for row in range(page.brief.sections.count()):
        page.brief.sections.setCurrentRow(row)
        reader.read(f"section {row}", window)


def _read_criteria(reader: Reader, window: MainWindow) -> None:
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    document = workspace.document
    workspace.view.show_page(Page.CRITERIA)
    option = reads.options(document, workspace.map_id)[0]
    criterion = reads.criteria(document, workspace.map_id)[0]
    matrix = page.criteria.table
    matrix.opened.emit((option.id, criterion.id), False)
    reader.read("cell", window)
    matrix.opened.emit((None, criterion.id), False)
    reader.read("criterion", window)
    for way in WeightsWay:
        page.criteria.find_weights(way)
        reader.read(f"weights, {way.value}", window)
    page.criteria.popover.close_panel()


def _read_overlays(reader: Reader, window: MainWindow) -> None:
    for name in ("open_settings", "show_keys", "open_palette", "about"):
        window.actions_by_name[name].trigger()
        reader.read(name, window)
        while window.pages.over is not None:
            window.pages.leave()
    window.overlays.sort_text("Чи варто?\n+ Так\n- Ні\n\nЩе слова, досить довгі.\n* Перше\n* Друге")
    reader.read("paste", window)
    window.pages.leave()
    report = BugReport("", is_saved=True, has_workbook=True)
    report.resize(*LEAST)
    report.show()
    for label in report.findChildren(QLabel):
        reader.take("bug report", label.text())
    for button in report.findChildren(QAbstractButton):
        reader.take("bug report", button.text())
    report.close()


def _read_show_and_room(reader: Reader, window: MainWindow) -> None:
    window.actions_by_name["present"].trigger()
    QApplication.processEvents()
    presentation = window.presenting.presentation
    assert presentation is not None
    for step in presentation.steps:
        reader.take("step", step.spoken)
    for shown in QApplication.topLevelWidgets():
        if shown is not window and shown.isVisible():
            reader.take("show", f"{shown.windowTitle()} {shown.accessibleName()}")
    window.presenting.end()
    window.actions_by_name["room_size"].trigger()
    for page in Page:
        # In another size the screens are made anew, and the view with them.
        workspace = window.workspace
        assert workspace is not None
        workspace.view.show_page(page)
        reader.read(f"{page.value} in room size", window.pages)
    window.actions_by_name["room_size"].trigger()


def main(folder: Path) -> None:
    """Writes what was found, as JSON."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    language.use_from(os.environ)
    reader = read_window(folder)
    json.dump({"english": reader.found, "too_wide": reader.too_wide}, sys.stdout, ensure_ascii=False)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
