"""Widgets in rows and columns whose first row and column stay in sight; arrows walk from one to the next."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.editable import EditableText

_HEAD_PX: Final = 262
_NARROW_HEAD_PX: Final = 216
_NARROW_PAGE_PX: Final = 1000
_LEAST_COLUMN_PX: Final = 172
_LINE_PX: Final = 1
_ROOM_HEAD: Final = 0.27  # of the width of a page for a room

_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridCell(QWidget):
    """A place of the grid that can have the keyboard.

    Attributes:
        is_wired: whoever listens to its signals does so.

    Signals:
        walked: an arrow key asks for the next place: rows down, columns to the right.
        opened: Enter asks for its details.
        cleared: Delete asks to empty or delete it.
    """

    walked = Signal(int, int)
    opened = Signal()
    cleared = Signal()

    def __init__(self, role: Role = Role.CARD) -> None:
        super().__init__()
        self._ground = role
        self.is_wired = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def begin(self, typed: str) -> None:
        """Begins to edit with a typed character; a place without a text has nothing to edit."""

    @property
    def editable_texts(self) -> list[EditableText]:
        """What in it can be edited in place."""
        return self.findChildren(EditableText)

    @property
    def ground(self) -> str:
        """The colour it lies on."""
        return theme.current()[self._ground]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.ground)
            if self.hasFocus():
                # Four filled edges: the ring must not blur into the neighbours.
                width, height = self.width(), self.height()
                for edge in (
                    QRect(0, 0, width, 2),
                    QRect(0, height - 2, width, 2),
                    QRect(0, 0, 2, height),
                    QRect(width - 2, 0, 2, height),
                ):
                    painter.fillRect(edge, theme.colour(Role.FOCUS))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and key in _STEPS:
            self.walked.emit(*_STEPS[key])
        elif not plain or not self.hasFocus():
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        elif key is Qt.Key.Key_F2:
            self.begin("")
        elif event.text().isprintable() and event.text().strip():
            self.begin(event.text())
        else:
            super().keyPressEvent(event)


class _Sheet(QWidget):
    """What scrolls; its ground shows between the cells as lines."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour(Role.LINE))


class MatrixGrid(QScrollArea):
    """A table of widgets; it is as high as its rows, and scrolls beyond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[QWidget]] = []
        self._heads = 1
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setObjectName("matrix")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self._keep_in_sight())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._keep_in_sight())

    @property
    def rows(self) -> Sequence[Sequence[QWidget]]:
        """Its widgets as they stand."""
        return self._rows

    def arrange(self, rows: Sequence[Sequence[QWidget]], heads: int) -> None:
        """Puts widgets in their places; those that are no longer there are let go of.

        Args:
            rows: all of one length; the first rows and the first of each row stay in sight.
            heads: how many rows do.
        """
        self._heads = heads
        wanted = {widget for row in rows for widget in row}
        for widget in (widget for row in self._rows for widget in row if widget not in wanted):
            widget.hide()
            widget.deleteLater()
        self._rows = [list(row) for row in rows]
        for row in rows:
            for widget in row:
                if widget.parent() is not self._sheet:
                    widget.setParent(self._sheet)
                widget.show()
        for row in rows:
            row[0].raise_()
        for row in reversed(rows[:heads]):
            for widget in reversed(row):
                widget.raise_()
        in_order = [widget for row in rows for widget in row]
        for earlier, later in pairwise(in_order):
            QWidget.setTabOrder(earlier, later)
        self.relayout()

    def relayout(self) -> None:
        """Gives every widget the room it needs now."""
        if not self._rows:
            self._sheet.resize(0, 0)
            self.setMaximumHeight(0)
            return
        width = self.viewport().width()
        widths = self._column_widths(width)
        whole = sum(widths) + _LINE_PX * (len(widths) - 1)
        y = 0
        for row in self._rows:
            height = max(_height(widget, column) for widget, column in zip(row, widths, strict=True))
            x = 0
            for widget, column in zip(row, widths, strict=True):
                left = whole - x - column if self.isRightToLeft() else x
                widget.setGeometry(left, y, column, height)
                x += column + _LINE_PX
            y += height + _LINE_PX
        self._sheet.resize(whole, y - _LINE_PX)
        frame = 2 * self.frameWidth()
        bar = self.horizontalScrollBar().sizeHint().height() if whole > width else 0
        self.setMaximumHeight(y - _LINE_PX + frame + bar)
        self._keep_in_sight()

    def walk(self, start: QWidget, down: int, right: int) -> bool:
        """Gives the keyboard to the next place in a direction that can have it; says whether there is one.

        Args:
            start: where it is.
            down: rows, up when negative.
            right: columns on the screen, to the left when negative.
        """
        right = -right if self.isRightToLeft() else right
        for row_number, row in enumerate(self._rows):
            if start in row:
                place = (row_number + down, row.index(start) + right)
                while 0 <= place[0] < len(self._rows) and 0 <= place[1] < len(row):
                    target = self._rows[place[0]][place[1]]
                    if target.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                        target.setFocus(Qt.FocusReason.OtherFocusReason)
                        return True
                    place = (place[0] + down, place[1] + right)
        return False

    def reveal(self, widget: QWidget) -> None:
        """Scrolls so that a place is not hidden, nor lies beneath what stays in sight."""
        row = next((row for row in self._rows if widget in row), None)
        if row is None:
            return
        area, view, corner = widget.geometry(), self.viewport().size(), self._rows[0][0].size()
        corner.setHeight(sum(head[0].height() + _LINE_PX for head in self._rows[: self._heads]) - _LINE_PX)
        if self.isRightToLeft():
            # Scrolling counts from the right then, and so do we.
            area.moveLeft(self._sheet.width() - area.right() - 1)
        if widget is not row[0]:
            near, far = area.left() - corner.width() - _LINE_PX, area.right() + 1 - view.width()
            _scroll_between(self.horizontalScrollBar(), near, far)
        if row not in self._rows[: self._heads]:
            near, far = area.top() - corner.height() - _LINE_PX, area.bottom() + 1 - view.height()
            _scroll_between(self.verticalScrollBar(), near, far)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relayout()

    def _column_widths(self, width: int) -> list[int]:
        if theme.is_room():
            return self._room_widths(width)
        head = _HEAD_PX if width >= _NARROW_PAGE_PX else _NARROW_HEAD_PX
        count = len(self._rows[0]) - 1
        if not count:
            return [max(head, width)]
        room = width - head - _LINE_PX * count
        column = max(_LEAST_COLUMN_PX, room // count)
        last = max(column, room - column * (count - 1))
        return [head, *[column] * (count - 1), last]

    def _room_widths(self, width: int) -> list[int]:
        """Columns wide enough for the longest word in each, and as wide as each other where they can be."""
        least = [max(row[place].minimumSizeHint().width() for row in self._rows) for place in range(len(self._rows[0]))]
        room = width - _LINE_PX * (len(least) - 1)
        if sum(least) >= room or len(least) == 1:
            return [max(least[0], room), *least[1:]] if len(least) == 1 else least
        head = min(max(least[0], round(room * _ROOM_HEAD)), room - sum(least[1:]))
        room -= head
        wider: set[int] = set()
        share = room // (len(least) - 1)
        while more := {place for place in range(1, len(least)) if place not in wider and least[place] > share}:
            wider |= more
            share = (room - sum(least[place] for place in wider)) // (len(least) - 1 - len(wider))
        widths = [least[place] if place in wider else share for place in range(1, len(least))]
        return [head + room - sum(widths), *widths]

    def _keep_in_sight(self) -> None:
        along, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for row in self._rows:
            left = self._sheet.width() - along - row[0].width() if self.isRightToLeft() else along
            row[0].move(left, row[0].y())
        for row in self._rows[: self._heads]:
            for widget in row:
                widget.move(widget.x(), top)
            top += row[0].height() + _LINE_PX


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


def _scroll_between(bar: QScrollBar, near: int, far: int) -> None:
    """Scrolls as little as shows both ends of something; where both do not fit, its beginning."""
    if bar.value() > near:
        bar.setValue(near)
    elif bar.value() < far:
        bar.setValue(min(far, near))
