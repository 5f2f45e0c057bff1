"""The beam: two pans that sink with what lies on them, and the words of which way it leans. It computes nothing."""

from math import cos, radians, sin
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.viewmodels.balance.beam_words import BeamWords
from desktop_app.wording.sentence import text

_STEEPEST_DEGREES: Final = 10.0  # at a leaning of ±100
_TILT_MS: Final = 180
_HALF_PX: Final = 350
_PIVOT_Y: Final = 66
_ROPE_PX: Final = 36
_PAN: Final = QSize(168, 60)
_HANGS_AT: Final = 0.855  # of the half beam, from the pivot
_FIGURE_PX: Final = (24, 18)  # on the pans, the second where the words are long
_LONG: Final = 11
# In a room the beam takes little of the page: what it says is to be read, with the points beneath it.
_ROOM_PIVOT_Y: Final = 44
_ROOM_ROPE_PX: Final = 24
_ROOM_STEEPEST_DEGREES: Final = 5.0


class Beam(QWidget):
    """A balance beam with words under its pivot.

    Attributes:
        sentences: why it leans so, and what would turn it; whoever has another place for them may take them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._degrees = 0.0
        self._pans = (text("balance.pros"), text("balance.cons"))
        self._tilt = QVariantAnimation(self)
        self._tilt.setDuration(_TILT_MS)
        self._tilt.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._tilt.valueChanged.connect(self._on_tilted)
        self._leaning = PlainLabel("", "leaning", self, wraps=True)
        self.sentences = PlainLabel("", "hint", self, wraps=True)
        for label in (self._leaning, self.sentences):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def words(self) -> str:
        """What stands under the pivot."""
        return f"{self._leaning.text()} {self.sentences.text()}".strip()

    @property
    def pans(self) -> tuple[str, str]:
        """What stands on the pans."""
        return self._pans

    @property
    def degrees(self) -> float:
        """How far it will have tilted, clockwise: down on the side of the cons."""
        running = self._tilt.state() is QVariantAnimation.State.Running
        return float(self._tilt.endValue()) if running else self._degrees

    def show_balance(self, shown: BeamWords, *, swings: bool) -> None:
        """Shows a balance.

        Args:
            shown: what it leans and says.
            swings: whether it may swing there; else it stands at once.
        """
        self._pans = shown.pans
        self._leaning.say(shown.words)
        self.sentences.say(shown.sentences)
        self.setAccessibleName(" ".join(part for part in (*shown.pans, shown.words, shown.sentences) if part))
        steepest = _ROOM_STEEPEST_DEGREES if theme.is_room() else _STEEPEST_DEGREES
        wanted = -(shown.leaning or 0.0) / 100 * steepest
        self._tilt.stop()
        if swings and self.isVisible() and wanted != self._degrees:
            self._tilt.setStartValue(self._degrees)
            self._tilt.setEndValue(wanted)
            self._tilt.start()
        else:
            self._degrees = wanted
        self._arrange()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        pivot = QPointF(self.width() / 2, self._pivot_y)
        half = self._half
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.INK))
            painter.drawPolygon(QPolygonF([pivot + QPointF(-16, -36), pivot + QPointF(16, -36), pivot + QPointF(0, 2)]))
            painter.save()
            painter.translate(pivot)
            painter.rotate(self._degrees)
            # Filled shapes: wide antialiased pens are dear.
            painter.drawRoundedRect(QRectF(-half, -2.5, 2 * half, 5), 2.5, 2.5)
            painter.restore()
            painter.drawEllipse(pivot, 10.5, 10.5)
            painter.setBrush(theme.colour(Role.CARD))
            painter.drawEllipse(pivot, 7, 7)
            for side, role, words in zip((-1, 1), (Role.PRO, Role.CON), self._pans, strict=True):
                self._paint_pan(painter, self._hook(side), role, words)

    def _paint_pan(self, painter: QPainter, hook: QPointF, role: Role, words: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(hook.x() - 0.75, hook.y(), 1.5, self._rope_px), theme.colour(Role.INK))
        size = self._pan
        pan = QRectF(hook.x() - size.width() / 2, hook.y() + self._rope_px, size.width(), size.height())
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(pan, 9, 9)
        painter.setPen(theme.colour(Role.CARD))
        painter.setFont(_pan_font(words))
        painter.drawText(pan, Qt.AlignmentFlag.AlignCenter, words)

    def _hook(self, side: int) -> QPointF:
        reach, turned = side * self._half * _HANGS_AT, radians(self._degrees)
        return QPointF(self.width() / 2 + reach * cos(turned), self._pivot_y + reach * sin(turned))

    @property
    def _pivot_y(self) -> int:
        return _ROOM_PIVOT_Y if theme.is_room() else _PIVOT_Y

    @property
    def _rope_px(self) -> int:
        return _ROOM_ROPE_PX if theme.is_room() else _ROPE_PX

    @property
    def _pan(self) -> QSize:
        """How large a pan is; in a room, as large as its words need."""
        if not theme.is_room():
            return _PAN
        written = [QFontMetrics(_pan_font(words)).boundingRect(words) for words in self._pans]
        width, height = max(area.width() for area in written), max(area.height() for area in written)
        return QSize(width, height) + QSize(theme.px(16), theme.px(4))

    @property
    def _half(self) -> float:
        return min(theme.px(_HALF_PX), (self.width() - self._pan.width()) / 2 - 4)

    def _arrange(self) -> None:
        """Puts the words between the pans; the beam is as high as they and a steep tilt need."""
        room = max(160, int(2 * self._half * _HANGS_AT) - self._pan.width() - 32)
        left, top = (self.width() - room) // 2, self._pivot_y + (16 if theme.is_room() else 30)
        deepest = int(self._half * _HANGS_AT * self._deepest) + self._pivot_y + self._rope_px + self._pan.height() + 4
        for label in (self._leaning, self.sentences):
            if label.parent() is not self:
                continue
            if theme.is_room() and label.fontMetrics().horizontalAdvance(label.text()) > room:
                left, top, room = 0, deepest, self.width()
            height = label.heightForWidth(room) if label.text() else 0
            label.setGeometry(left, top, room, height)
            top += height + 4
        self.setFixedHeight(max(top, deepest))

    @property
    def _deepest(self) -> float:
        """How far a pan sinks at the most, in lengths of its arm."""
        return 0.09 if theme.is_room() else 0.18

    def _on_tilted(self, value: float) -> None:
        self._degrees = value
        self.update()


def _pan_font(words: str) -> QFont:
    large, small = _FIGURE_PX
    return theme.interface_font(large if len(words) < _LONG else small, bold=True)
