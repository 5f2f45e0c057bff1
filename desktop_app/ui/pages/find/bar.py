"""The find bar: results of all maps while typing; Enter walks, Esc goes back to where one was, folding and all."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.model.ids import ArgumentId, CardId, MapId, PerspectiveId
from desktop_app.model.records import Card, Map
from desktop_app.ui.widgets.card_rows import card_row
from desktop_app.ui.widgets.query_line import QueryLine
from desktop_app.ui.widgets.result_list import ResultList, ResultRow
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text

_ROWS = 7
# More than this nobody reads through: they are listed as they are found.
_MOST_ORDERED = 2000


@dataclass(frozen=True, slots=True)
class _Before:
    """Where the person was when they began to look."""

    map_id: MapId | None
    perspective: PerspectiveId | None
    page: Page
    selected: CardId | None
    link: ArgumentId | None
    folded: frozenset[CardId]
    focus: CardId | None


class FindBar(QFrame):
    """Finds cards of a workspace.

    Signals:
        left: the person is done; the keyboard goes back to the page.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._hits: list[Card] = []
        self._before: _Before | None = None
        self._is_shown = False
        self.setObjectName("findBar")
        self.line = QueryLine()
        self.line.setPlaceholderText(text("find.hint"))
        self.line.setAccessibleName(text("find.hint"))
        self.line.setClearButtonEnabled(True)
        self.count = PlainLabel("", "hint")
        self.results = ResultList(_ROWS, text("find.found"))
        self._lay_out()
        self.line.textChanged.connect(lambda _: self._search())
        self.line.installEventFilter(self)
        self.results.clicked.connect(lambda _: self._show_current())
        self.hide()

    def open(self) -> None:
        """Shows the bar and lets a word be typed; what was found before is found again."""
        if not self.isVisible():
            view = self._workspace.view
            self._before = _Before(
                view.map_id,
                view.perspective,
                view.page,
                view.selected,
                view.link,
                frozenset(view.folded),
                view.focus,
            )
            self.show()
            self._search()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def walk(self, by: int) -> None:
        """Shows the next (1) or previous (-1) card on its map; the first time, the current one."""
        if self._is_shown:
            self.results.step(by)
        self._show_current()

    def stay(self) -> None:
        """Closes the bar; the card that was found stays selected."""
        self._close()

    def go_back(self) -> None:
        """Closes the bar; everything is as it was: map, folding, selection."""
        before, view = self._before, self._workspace.view
        if before is not None and self._is_shown:
            # What was found is selected no longer before its branch folds: nobody needs to see it go.
            view.select(None)
            view.show_map(before.map_id)
            view.focus_on(before.focus)
            view.fold_only(before.folded)
            view.choose_perspective(before.perspective)
            view.select(before.selected, before.link)
            view.show_page(before.page)
        self._close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event)) or (
            super().eventFilter(watched, event)
        )

    # --- inside --------------------------------------------------------------------------------------

    def _take(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                self._show_current()
                self.stay()
            else:
                self.walk(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Down:
            self.walk(1)
        elif key == Qt.Key.Key_Up:
            self.walk(-1)
        elif key == Qt.Key.Key_Escape:
            self.go_back()
        else:
            return False
        return True

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.line, 1)
        line.addWidget(self.count)
        for words, name, act in (
            ("‹", text("find.previous"), lambda: self.walk(-1)),
            ("›", text("find.next"), lambda: self.walk(1)),
            (text("find.done"), text("find.done.spoken"), self.stay),
        ):
            button = QPushButton(words)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(line)
        column.addWidget(self.results)

    def _search(self) -> None:
        self._hits = self._in_reading_order(self._workspace.session.search(self.line.text()))
        self._is_shown = False
        self.results.show_things(self._hits, self._row)
        self._count()

    def _in_reading_order(self, cards: list[Card]) -> list[Card]:
        """What is on the shown map first, as it is read there; the other maps' cards as the session found them."""
        if len(cards) > _MOST_ORDERED:
            return cards
        order = {card: number for number, card in enumerate(self._workspace.places)}
        here = [card for card in cards if card.id in order]
        return sorted(here, key=lambda card: order[card.id]) + [card for card in cards if card.id not in order]

    def _row(self, card: Card) -> ResultRow:
        a_map = self._workspace.document.find(Map, card.map)
        return card_row(self._workspace.document, card, one_line(a_map.title, 40) if a_map is not None else "")

    def _count(self) -> None:
        number = len(self._hits)
        if not self.line.text().strip():
            self.count.setText("")
        elif not number:
            self.count.setText(text("find.nothing"))
        else:
            self.count.setText(text("find.place", place=self.results.row + 1, count=number))

    def _show_current(self) -> None:
        row = self.results.row
        if not 0 <= row < len(self._hits):
            return
        workspace, view = self._workspace, self._workspace.view
        card = workspace.document.find(Card, self._hits[row].id)
        if card is not None:
            self._is_shown = True
            if self._before is not None and view.map_id == self._before.map_id:
                # Only what leads to this card is open, not what led to the one before.
                view.select(None)
                view.fold_only(self._before.folded)
            workspace.show_card(card.id)
            self.line.setFocus()
        self._count()

    def _close(self) -> None:
        self._before = None
        self._is_shown = False
        self.hide()
        self.left.emit()
