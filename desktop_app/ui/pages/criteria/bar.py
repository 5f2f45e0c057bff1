"""Small pictures of the matrix: a score as a bar with its range and red line; counts of pros and cons to click."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.model.kinds import MINUS, PLUS
from desktop_app.ui.widgets import theme
from desktop_app.weighing.numbers import Doubt
from desktop_app.wording.sentence import say, text

_GAP_PX: Final = 8
_TALL_PX: Final = 12


class ScoreBar(QWidget):
    """A score from 0 to 100 as a bar, with its range as a line; all bars of a table share one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: Doubt | None = None
        self._red_line: float | None = None
        self.setMinimumWidth(theme.px(60))

    def show_score(self, score: Doubt | None, red_line: float | None = None) -> None:
        """Shows a score, or an empty track; where there is a red line, also that."""
        if (score, red_line) != (self._score, self._red_line):
            self._score, self._red_line = score, red_line
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(_TALL_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scale = theme.scale()
        width, middle = self.width() / scale - 2, _TALL_PX / 2
        with QPainter(self) as painter:
            if self.isRightToLeft():
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            painter.scale(scale, scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.TRACK))
            painter.drawRoundedRect(QRectF(1, middle - 2.5, width, 5), 2.5, 2.5)
            if self._score is not None:
                self._paint_score(painter, self._score, width, middle)
            if self._red_line is not None:
                at = 1 + width * self._red_line / 100
                painter.fillRect(QRectF(at - 1, 0, 2, _TALL_PX), theme.colour(Role.WARNING))

    def _paint_score(self, painter: QPainter, score: Doubt, width: float, middle: float) -> None:
        painter.setBrush(theme.colour(Role.OPTION))
        painter.drawRoundedRect(QRectF(1, middle - 2.5, width * score.likely / 100, 5), 2.5, 2.5)
        if score.is_certain:
            return
        low, high = 1 + width * score.low / 100, 1 + width * score.high / 100
        painter.setPen(QPen(theme.colour(Role.INK), 1.0))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - 3), QPointF(end, middle + 3))


class CountsButton(QAbstractButton):
    """How many pros and cons speak to a cell, in their colours; a click lists them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pros = self._cons = 0
        self.setFont(theme.interface_font(12, bold=True))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The cell's details list them too, for the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_counts(self, pros: int, cons: int, name: str) -> None:
        """Shows how many there are; `name` is the cell, for who cannot see it."""
        self.setAccessibleName(
            text("cell.counts.spoken", name=name, pros=say("cell.pros", count=pros), cons=say("cell.cons", count=cons))
        )
        if (pros, cons) != (self._pros, self._cons):
            self._pros, self._cons = pros, cons
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """What stands on it."""
        return "  ".join(self._parts)

    @property
    def _parts(self) -> tuple[str, str]:
        return f"{PLUS}{self._pros}", f"{MINUS}{self._cons}"

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = sum(metrics.horizontalAdvance(part) for part in self._parts) + _GAP_PX + 2
        return QSize(width, metrics.height() + 4)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        base = (self.height() + metrics.ascent() - metrics.descent()) // 2
        x = 1
        with QPainter(self) as painter:
            # A sign stands before its number in every language.
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            for part, role in zip(self._parts, (Role.PRO, Role.CON), strict=True):
                painter.setPen(theme.colour(role))
                painter.drawText(x, base, part)
                advance = metrics.horizontalAdvance(part)
                if self.underMouse():
                    painter.fillRect(x, base + 2, advance, 1, theme.colour(role))
                x += advance + _GAP_PX
