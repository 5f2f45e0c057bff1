"""The palette: type a few letters of anything, press Enter. Laid over the page while it is open; keyboard first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.model.records import Card, Map
from desktop_app.ui.shell.command_palette.items import PaletteItem
from desktop_app.ui.widgets.card_rows import card_row
from desktop_app.ui.widgets.query_line import QueryLine
from desktop_app.ui.widgets.result_list import ResultList, ResultRow
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.matching import fit
from desktop_app.wording.sentence import text

_WIDTH_PX, _TOP_PX, _ROWS = 680, 72, 11
# Cards that only hold the letters somewhere near each other are worth showing when few hold the words.
_FEW, _MOST_LOOSE = 8, 30
# Whoever wants to see more of them than this looks with Find.
_MOST_CARDS = 200


class CommandPalette(QFrame):
    """One list over everything.

    Args:
        items: everything but cards.
        recent: keys of what was chosen before, the latest first.
        workspace: whose cards are searched; None: no workbook is open.
        parent: what it is laid over.

    Signals:
        chosen: the key of what was chosen; the palette is closed already.
        left: it was closed, with or without a choice.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self, items: Sequence[PaletteItem], recent: Sequence[str], workspace: Workspace | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._items = [(item, item.row.title.casefold()) for item in items]
        self._recent = {key: number for number, key in enumerate(recent)}
        self._workspace = workspace
        self._shown: list[PaletteItem | Card] = []
        self.setObjectName("palette")
        self.setAccessibleName(text("palette.title"))
        self.line = QueryLine()
        self.line.setPlaceholderText(text("palette.hint"))
        self.line.setAccessibleName(text("palette.title"))
        self.results = ResultList(_ROWS, text("palette.results"))
        self.nothing = PlainLabel(text("palette.nothing"), "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE // 2)
        for widget in (self.line, self.results, self.nothing):
            column.addWidget(widget)
        self.line.textChanged.connect(lambda _: self._match())
        self.line.installEventFilter(self)
        self.results.clicked.connect(lambda _: self._choose())
        parent.installEventFilter(self)
        self._match()

    def open(self) -> None:
        """Shows the palette, with the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Closes it; nothing is chosen."""
        self.hide()
        self.left.emit()

    @property
    def shown(self) -> list[str]:
        """The titles in the list, from the top."""
        return [self._row(thing).title for thing in self._shown]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.leave()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    # --- inside --------------------------------------------------------------------------------------

    def _take(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Tab}:
            self.results.step(1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Backtab}:
            self.results.step(-1)
        elif key == Qt.Key.Key_PageDown:
            self.results.go_to(min(self.results.row + _ROWS - 1, len(self._shown) - 1))
        elif key == Qt.Key.Key_PageUp:
            self.results.go_to(max(self.results.row - _ROWS + 1, 0))
        else:
            return False
        return True

    def _match(self) -> None:
        typed = self.line.text().casefold().strip()
        self._shown = [*self._matching_items(typed), *self._matching_cards(typed)]
        self.results.show_things(self._shown, self._row)
        self.nothing.setVisible(not self._shown)
        self.setFixedHeight(self.sizeHint().height())

    def _matching_items(self, typed: str) -> list[PaletteItem]:
        """What fits, best first; of what fits alike, what was chosen lately comes first."""
        if not typed:
            return sorted((item for item, _ in self._items), key=self._age)
        fits = [(fit(typed, name), item) for item, name in self._items]
        scored = [(score, item) for score, item in fits if score is not None]
        return [item for _, item in sorted(scored, key=lambda pair: (-_coarse(pair[0]), self._age(pair[1]), -pair[0]))]

    def _matching_cards(self, typed: str) -> list[Card]:
        if self._workspace is None:
            return []
        session = self._workspace.session
        hits = session.search(typed, most=_MOST_CARDS)
        if not typed:
            return []
        if len(hits) < _FEW:
            known = {card.id for card in hits}
            hits += [card for card in session.search_loosely(typed, most=_MOST_LOOSE) if card.id not in known]
        return hits

    def _age(self, item: PaletteItem) -> int:
        return self._recent.get(item.key, len(self._recent))

    def _row(self, thing: PaletteItem | Card) -> ResultRow:
        if isinstance(thing, PaletteItem):
            return thing.row
        assert self._workspace is not None
        document = self._workspace.document
        on = document.find(Map, thing.map)
        return card_row(document, thing, text("palette.card_on", map=one_line(on.title, 40)) if on is not None else "")

    def _choose(self) -> None:
        row = self.results.row
        if not 0 <= row < len(self._shown):
            return
        thing = self._shown[row]
        if isinstance(thing, PaletteItem) and not thing.row.is_possible:
            return
        self.leave()
        if isinstance(thing, PaletteItem):
            self.chosen.emit(thing.key)
            thing.choose()
        elif self._workspace is not None:
            self._workspace.show_card(thing.id)

    def _place(self) -> None:
        under = self.parentWidget()
        if under is not None:
            width = min(_WIDTH_PX, under.width() - 4 * SPACE)
            self.setFixedWidth(width)
            self.move((under.width() - width) // 2, min(_TOP_PX, under.height() // 8))


def _coarse(score: int) -> int:
    """Fits that differ by little count as alike, so that what was chosen lately can come first."""
    return score // 100
