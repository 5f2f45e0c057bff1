"""The table of what each option comes to in each perspective. Enter in a column chooses its perspective."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line, visible
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import PerspectiveId
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.swatch import swatch
from desktop_app.ui.widgets.text import isolated
from desktop_app.viewmodels.compare.standing import StandingCell, StandingHead, StandingRow
from desktop_app.wording.sentence import text

_NAMES_PX: Final = 236
_COLUMN_PX: Final = 98
_ROW_PX: Final = 34
_HEAD_PX: Final = 48  # two lines of a name
_PADDING_PX: Final = 18  # in a room, at either side of what is written
_SWATCH_PX: Final = 24
_ACCESSIBLE: Final = Qt.ItemDataRole.AccessibleTextRole


class StandingTable(QTableWidget):
    """Options in rows, perspectives in columns, what they come to together last.

    Signals:
        chosen: the perspective of a column, or None for the map's own numbers.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._perspectives: list[PerspectiveId | None] = []
        self.setObjectName("standing")
        self.setAccessibleName(text("compare.table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(_COLUMN_PX)
        across.setFixedHeight(_HEAD_PX)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        across.setHighlightSections(False)
        across.sectionClicked.connect(self._choose)
        down.setFixedWidth(_NAMES_PX)
        down.setDefaultSectionSize(_ROW_PX)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if theme.is_room():
            wrapped = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
            down.setDefaultAlignment(down.defaultAlignment() | wrapped)
            across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cellDoubleClicked.connect(lambda _row, column: self._choose(column))

    def show_rows(
        self,
        heads: Sequence[StandingHead],
        rows: Sequence[StandingRow],
        chosen: PerspectiveId | None,
        together: str = "",
    ) -> None:
        """Shows what each perspective comes to; the cell with the keyboard keeps it.

        Args:
            heads: the perspectives, the map's own first.
            rows: options and questions.
            chosen: the perspective in which the window shows numbers.
            together: the head of a last column, of what a group comes to; empty: there is none.
        """
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._perspectives = [head.perspective for head in heads]
        self.setRowCount(len(rows))
        self.setColumnCount(len(heads) + bool(together))
        metrics = self.fontMetrics()
        for number, head in enumerate(heads):
            self._head(number, head.name, head.colour, is_chosen=head.perspective == chosen)
        if together:
            self._head(len(heads), together, "", is_chosen=False)
        names = [*(head.name for head in heads), together]
        for place, shown in enumerate(rows):
            words = visible(shown.name)
            if not theme.is_room():
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _NAMES_PX - 40)
            self.setVerticalHeaderItem(place, QTableWidgetItem(isolated(words)))
            for number in range(self.columnCount()):
                cell = shown.cells[number] if number < len(shown.cells) else StandingCell()
                self._fill(place, number, cell, f"{shown.name}, {names[number]}")
        self.setCurrentCell(min(row, self.rowCount() - 1), min(column, self.columnCount() - 1))
        self._fit_room()
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()
        # Whether a bar is needed below changes the height.
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wide else 0
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(400, self.horizontalHeader().height() + rows + 2 + bar)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentColumn())
        else:
            super().keyPressEvent(event)

    @property
    def _is_wide(self) -> bool:
        """Whether not all columns have room."""
        if theme.is_room():
            columns = sum(self.columnWidth(column) for column in range(self.columnCount()))
            return self.verticalHeader().width() + columns > self.width()
        return _NAMES_PX + _COLUMN_PX * self.columnCount() > self.width()

    def _fit_room(self) -> None:
        """In a room: columns as wide as their longest word, rows as high as their names, and nothing ends in "…"."""
        if not theme.is_room() or not self.columnCount():
            return
        heads = QFontMetrics(theme.interface_font(theme.TEXT_PX, bold=True))
        columns, names = (
            range(self.columnCount()),
            [_text_of(self.verticalHeaderItem(row)) for row in range(self.rowCount())],
        )
        titles = [_text_of(self.horizontalHeaderItem(column)) for column in columns]
        widths = [
            max(
                _longest_word(titles[column], heads) + _SWATCH_PX,
                *(heads.horizontalAdvance(_text_of(self.item(row, column))) for row in range(self.rowCount())),
            )
            + 2 * _PADDING_PX
            for column in columns
        ]
        least = max((_longest_word(name, heads) for name in names), default=0) + 2 * _PADDING_PX
        whole = max((heads.horizontalAdvance(name) for name in names), default=0) + 2 * _PADDING_PX
        left = self.width() - sum(widths) - 2
        name_width = max(least, min(whole, left))
        more = max(0, left - name_width) // len(widths)
        widths = [width + more for width in widths]
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.setFixedWidth(name_width)
        for column in columns:
            across.resizeSection(column, widths[column])
        tall = [_height(titles[column], widths[column] - _SWATCH_PX, heads) for column in columns]
        across.setFixedHeight(max(tall) + _PADDING_PX)
        for row, name in enumerate(names):
            down.resizeSection(row, max(theme.px(_ROW_PX), _height(name, name_width, heads) + _PADDING_PX))

    def _choose(self, column: int) -> None:
        if 0 <= column < len(self._perspectives):
            self.chosen.emit(self._perspectives[column])

    def _head(self, column: int, name: str, colour: str, *, is_chosen: bool) -> None:
        shown = one_line(name, 60)
        if not theme.is_room():
            room = round(1.6 * (_COLUMN_PX - 20))
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        item = QTableWidgetItem(f"✓ {isolated(shown)}" if is_chosen else isolated(shown))
        item.setData(_ACCESSIBLE, text("compare.column.chosen", name=name) if is_chosen else name)
        if colour:
            item.setIcon(swatch(colour))
        self.setHorizontalHeaderItem(column, item)

    def _fill(self, row: int, column: int, cell: StandingCell, about: str) -> None:
        item = QTableWidgetItem("   ".join(part for part in (cell.words, cell.place) if part) or "–")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        words = ", ".join(part for part in (cell.words, cell.place) if part)
        item.setData(_ACCESSIBLE, f"{about}: {words or text('compare.no_number_yet')}")
        item.setFont(theme.interface_font(theme.TEXT_PX, bold=cell.is_first))
        if cell.is_first:
            item.setBackground(theme.colour(Role.OPTION_TINT))
        item.setForeground(theme.colour(Role.INK if cell.is_first else Role.MUTED))
        self.setItem(row, column, item)


def _text_of(item: QTableWidgetItem | None) -> str:
    return item.text() if item is not None else ""


def _longest_word(text: str, metrics: QFontMetrics) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def _height(text: str, width: int, metrics: QFontMetrics) -> int:
    """How high a text is, wrapped in a section of some width."""
    room = QRect(0, 0, width - 2 * _PADDING_PX, 0)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
