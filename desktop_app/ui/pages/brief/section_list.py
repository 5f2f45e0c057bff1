"""The sections of a brief as a list: chosen by keys, dragged into another order, ticked to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import isolated
from desktop_app.wording.sentence import text

_ROW_PX: Final = 42
_GRIP_PX, _TICK_PX = 28, 32
_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SectionRow:
    """How a section is listed.

    Attributes:
        title: of the section.
        whence: where its words come from.
        is_printed: whether it is in the brief.
        lacks: what it still lacks, in a sentence; empty for nothing.
    """

    title: str
    whence: str
    is_printed: bool
    lacks: str


class SectionList(QListWidget):
    """The list.

    Signals:
        picked: the place of the section that is now current.
        moved: from which place to which.
        ticked: the place of a section whose tick was clicked.
        opened: the place of a section that was double-clicked.
    """

    picked = Signal(int)
    moved = Signal(int, int)
    ticked = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAccessibleName(text("brief.sections"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_SectionDelegate(self))
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))
        self._rows: tuple[SectionRow, ...] = ()
        self._pressed_tick = -1

    def show_rows(self, rows: Sequence[SectionRow], current: int) -> None:
        """Shows the sections; nothing is told to anybody."""
        self.blockSignals(True)  # noqa: FBT003
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            for place, row in enumerate(rows):
                if place >= self.count():
                    self.addItem(QListWidgetItem())
                self._fill(self.item(place), row)
        self.setCurrentRow(current)
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._tick_at(event.position().toPoint())
        self._pressed_tick = place
        if place < 0 or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # A tick that is held does not drag its section.
        if self._pressed_tick < 0:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, self._pressed_tick = self._pressed_tick, -1
        if place < 0:
            super().mouseReleaseEvent(event)
        elif place == self._tick_at(event.position().toPoint()):
            self.ticked.emit(place)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._tick_at(event.position().toPoint()) < 0:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        start = self.currentRow()
        end = self._place_of_drop(event.position().toPoint())
        # The list is filled anew from the workbook; its own moving would do it twice.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.viewport().update()
        if start >= 0:
            self.moved.emit(start, end - 1 if end > start else end)

    def tick_rect(self, place: int) -> QRect:
        """Where the tick of a section is, in the list's viewport."""
        return _ends(self.visualItemRect(self.item(place)), is_from_right=self.isRightToLeft())[1]

    def _tick_at(self, point: QPoint) -> int:
        place = self.indexAt(point).row()
        return place if place >= 0 and self.tick_rect(place).contains(point) else -1

    def _place_of_drop(self, point: QPoint) -> int:
        """Before which section a drop at a point puts what is dragged."""
        for place in range(self.count()):
            if point.y() < self.visualItemRect(self.item(place)).center().y():
                return place
        return self.count()

    def _fill(self, item: QListWidgetItem, row: SectionRow) -> None:
        title = one_line(row.title, 120) or text("map.no_title")
        item.setText(isolated(title))
        item.setData(_ROLE, row)
        item.setToolTip(title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
        printed = text("brief.printed") if row.is_printed else text("brief.left_out")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {row.whence}, {printed}")
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.lacks)

    def _on_current(self, place: int) -> None:
        if place >= 0:
            self.picked.emit(place)


class _SectionDelegate(QStyledItemDelegate):
    """Draws a section as a card with a grip, its name, where it comes from, and a tick."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _ROW_PX)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: SectionRow = index.data(_ROLE)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        widget: QWidget = option.widget
        is_from_right = widget.isRightToLeft()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        box = rect.adjusted(1, 2, -1, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Role.FOCUS if is_chosen and widget.hasFocus() else Role.INK if is_chosen else Role.LINE
        pen = QPen(theme.colour(Role.FAINT if is_hovered and not is_chosen else edge))
        pen.setWidth(2 if is_chosen else 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour(Role.CARD if row.is_printed else Role.PANEL))
        painter.drawRoundedRect(box, 6, 6)
        grip, tick, words = _ends(rect, is_from_right=is_from_right)
        self._draw_grip(painter, grip)
        self._draw_tick(painter, tick.center(), is_on=row.is_printed)
        self._draw_words(painter, words, row, str(index.data()), is_from_right=is_from_right)
        painter.restore()

    @staticmethod
    def _draw_grip(painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.FAINT))
        centre = rect.center()
        for across in (-2, 3):
            for down in (-5, 0, 5):
                painter.drawEllipse(centre + QPoint(across, down), 1, 1)

    @staticmethod
    def _draw_tick(painter: QPainter, centre: QPoint, *, is_on: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not is_on:
            painter.setPen(QPen(theme.colour(Role.FAINT)))
            painter.drawRoundedRect(QRect(centre.x() - 6, centre.y() - 6, 13, 13), 3, 3)
            return
        painter.setPen(QPen(theme.colour(Role.INK), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([centre + QPoint(-5, 0), centre + QPoint(-2, 4), centre + QPoint(5, -5)])

    @staticmethod
    def _draw_words(painter: QPainter, rect: QRect, row: SectionRow, title: str, *, is_from_right: bool) -> None:
        # The name is at the side the interface runs from, whatever its script: a painter would go by its own direction.
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        first, last = Qt.AlignmentFlag.AlignLeft | absolute, Qt.AlignmentFlag.AlignRight | absolute
        if is_from_right:
            first, last = last, first
        small = theme.interface_font(11)
        painter.setFont(small)
        needed = painter.fontMetrics().horizontalAdvance(row.whence) + 8
        painter.setPen(theme.colour(Role.WARNING if row.lacks and row.is_printed else Role.MUTED))
        painter.drawText(rect, int(last), row.whence)
        font = theme.interface_font(theme.TEXT_PX)
        painter.setFont(font)
        painter.setPen(theme.colour(Role.INK if row.is_printed else Role.MUTED))
        room = rect.adjusted(needed, 0, 0, 0) if is_from_right else rect.adjusted(0, 0, -needed, 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(first), shown)


def _ends(rect: QRect, *, is_from_right: bool) -> tuple[QRect, QRect, QRect]:
    """Where grip, tick and words of a row are."""
    left, right = QRect(rect), QRect(rect)
    left.setWidth(_TICK_PX if is_from_right else _GRIP_PX)
    right.setLeft(rect.right() - (_GRIP_PX if is_from_right else _TICK_PX) + 1)
    words = QRect(rect)
    words.setLeft(left.right() + 1)
    words.setRight(right.left() - 1)
    return (right, left, words) if is_from_right else (left, right, words)
