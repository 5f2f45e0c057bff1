"""The beam: two pans that sink with what lies on them, and the words of which way it leans. It computes nothing."""

from math import cos, radians, sin
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui import theme
from desktop_app.ui.balance.words import BeamWords
from desktop_app.ui.widgets.text import PlainLabel

_STEEPEST_DEGREES: Final = 10.0  # at a leaning of ±100
_TILT_MS: Final = 180
_HALF_PX: Final = 350
_PIVOT_Y: Final = 66
_ROPE_PX: Final = 36
_PAN: Final = QSize(168, 60)
_HANGS_AT: Final = 0.855  # of the half beam, from the pivot


class Beam(QWidget):
    """A balance beam with words under its pivot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._degrees = 0.0
        self._pans = ("Pros", "Cons")
        self._tilt = QVariantAnimation(self)
        self._tilt.setDuration(_TILT_MS)
        self._tilt.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._tilt.valueChanged.connect(self._on_tilted)
        self._leaning = PlainLabel("", "leaning", self, wraps=True)
        self._sentences = PlainLabel("", "hint", self, wraps=True)
        for label in (self._leaning, self._sentences):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def words(self) -> str:
        """What stands under the pivot."""
        return f"{self._leaning.text()} {self._sentences.text()}".strip()

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
        self._sentences.say(shown.sentences)
        self.setAccessibleName(" ".join(part for part in (*shown.pans, shown.words, shown.sentences) if part))
        wanted = -(shown.leaning or 0.0) / 100 * _STEEPEST_DEGREES
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
        pivot = QPointF(self.width() / 2, _PIVOT_Y)
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
        painter.fillRect(QRectF(hook.x() - 0.75, hook.y(), 1.5, _ROPE_PX), theme.colour(Role.INK))
        pan = QRectF(hook.x() - _PAN.width() / 2, hook.y() + _ROPE_PX, _PAN.width(), _PAN.height())
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(pan, 9, 9)
        painter.setPen(theme.colour(Role.CARD))
        painter.setFont(theme.interface_font(24 if len(words) < 11 else 18, bold=True))
        painter.drawText(pan, Qt.AlignmentFlag.AlignCenter, words)

    def _hook(self, side: int) -> QPointF:
        reach, turned = side * self._half * _HANGS_AT, radians(self._degrees)
        return QPointF(self.width() / 2 + reach * cos(turned), _PIVOT_Y + reach * sin(turned))

    @property
    def _half(self) -> float:
        return min(_HALF_PX, (self.width() - _PAN.width()) / 2 - 4)

    def _arrange(self) -> None:
        """Puts the words between the pans; the beam is as high as they and a steep tilt need."""
        room = max(160, int(2 * self._half * _HANGS_AT) - _PAN.width() - 32)
        left, top = (self.width() - room) // 2, _PIVOT_Y + 30
        for label in (self._leaning, self._sentences):
            height = label.heightForWidth(room) if label.text() else 0
            label.setGeometry(left, top, room, height)
            top += height + 4
        deepest = int(self._half * _HANGS_AT * 0.18) + _PIVOT_Y + _ROPE_PX + _PAN.height() + 4
        self.setFixedHeight(max(top, deepest))

    def _on_tilted(self, value: float) -> None:
        self._degrees = value
        self.update()
