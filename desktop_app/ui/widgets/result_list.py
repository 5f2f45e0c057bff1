"""A list of things that were found: each a title with a sign before it and something short at its end.

Rows are made as they are shown, so that a list of 50,000 costs no more than a screenful.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import isolated

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_ROW_PX: Final = 32
_SIGN_PX: Final = 26
_MARGIN_PX: Final = 12
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """How one thing is shown.

    Attributes:
        title: what it is, on one line.
        end: what belongs to it: its map, its shortcut.
        sign: a character before it.
        role: colour of the sign.
        is_possible: whether it can be chosen now; else `end` says why not.
    """

    title: str
    end: str = ""
    sign: str = ""
    role: Role = Role.MUTED
    is_possible: bool = True


class ResultModel(QAbstractListModel):
    """Things that were found, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._things: Sequence[object] = ()
        self._row_of: Callable[[Any], ResultRow] = lambda thing: ResultRow(str(thing))

    def show(self, things: Sequence[T], row_of: Callable[[T], ResultRow]) -> None:
        """Shows other things."""
        self.beginResetModel()
        self._things, self._row_of = things, row_of
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._things)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, _ROW_ROLE}:
            return None
        row = self._row_of(self._things[index.row()])
        if role == _ROW_ROLE:
            return row
        return ", ".join(filter(None, (row.title, row.end)))


class ResultList(QListView):
    """Shows a `ResultModel`; the keyboard stays with the line above, which moves it.

    Args:
        most_rows: how many rows are seen at once at the most.
        name: its accessible name.
        parent: the widget it lives in.
    """

    def __init__(self, most_rows: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_rows = most_rows
        self.results = ResultModel()
        self.setModel(self.results)
        self.setItemDelegate(_RowDelegate(self))
        self.setObjectName("results")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_things(self, things: Sequence[T], row_of: Callable[[T], ResultRow]) -> None:
        """Shows other things; the first is current."""
        self.results.show(things, row_of)
        self.setFixedHeight(min(len(things), self._most_rows) * theme.px(_ROW_PX) + 8)
        self.setVisible(bool(things))
        self.go_to(0)

    def go_to(self, row: int) -> None:
        """Makes a row the current one, where there is such a row."""
        if 0 <= row < self.results.rowCount():
            self.setCurrentIndex(self.results.index(row))

    def step(self, by: int) -> None:
        """Moves the current row, round at the ends."""
        count = self.results.rowCount()
        if count:
            self.go_to((self.currentIndex().row() + by) % count)

    @property
    def row(self) -> int:
        """The current row; -1 when there is none."""
        return self.currentIndex().row()


class _RowDelegate(QStyledItemDelegate):
    """Paints a row: sign, title, end."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, theme.px(_ROW_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        if not isinstance(row, ResultRow):
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.TRACK))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        inside = area.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        self._text(painter, direction, inside, row.sign, row.role, bold=True)
        body = inside.adjusted(_SIGN_PX, 0, 0, 0)
        metrics = painter.fontMetrics()
        end = metrics.elidedText(isolated(row.end), Qt.TextElideMode.ElideRight, body.width() // 2)
        ends_at = body.width() - metrics.horizontalAdvance(end)
        title_area = QRect(body.left(), body.top(), ends_at - _MARGIN_PX, body.height())
        self._text(
            painter,
            direction,
            title_area,
            isolated(row.title),
            Role.INK if row.is_possible else Role.FAINT,
            within=inside,
        )
        end_area = QRect(body.left() + ends_at, body.top(), body.width() - ends_at, body.height())
        self._text(painter, direction, end_area, end, Role.MUTED, within=inside)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        direction: Qt.LayoutDirection,
        area: QRect,
        words: str,
        role: Role,
        *,
        within: QRect | None = None,
        bold: bool = False,
    ) -> None:
        """Writes into a part of the row, mirrored where the interface runs from the right."""
        font = theme.interface_font(theme.TEXT_PX, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        place = QStyle.visualRect(direction, within if within is not None else area, area)
        leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)
