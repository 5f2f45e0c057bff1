"""Widgets in which people weigh: four pips for importance, a slider with words for plausibility."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.model.words import importance_word, plausibility_word
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import NoWheelSlider
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say, text

_PIPS: Final = 4
_PIP_PX: Final = 16
_CLEARS: Final = say("weighing.clear_spoken")


class Pips(QWidget):
    """How much something matters, in four pips; 0 to 4 and Delete by key, hollow while not weighed.

    Args:
        pip_px: how wide a pip is.

    Signals:
        chosen: the new importance 0…1, or None for not weighed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, pip_px: int = _PIP_PX) -> None:
        super().__init__(parent)
        self._pip_px = theme.px(pip_px)
        self._pitch_px = self._pip_px + self._pip_px // 2
        self._importance: float | None = None
        self.role = Role.PRO
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def show_importance(self, importance: float | None, role: Role) -> None:
        """Shows a value in a colour."""
        self._importance = importance
        self.role = role
        self.setAccessibleName(text("weighing.importance.spoken", word=importance_word(importance)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_PIPS * self._pitch_px + 4, self._pip_px + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        filled = None if self._importance is None else round(self._importance * _PIPS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for pip in range(_PIPS):
                area = QRectF(3 + pip * self._pitch_px, 4, self._pip_px, self._pip_px)
                if filled is None:
                    painter.setPen(QPen(theme.colour(Role.FAINT), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                else:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(theme.colour(self.role if pip < filled else Role.TRACK))
                painter.drawEllipse(area)
            if self.hasFocus():
                painter.setPen(QPen(theme.colour(Role.FOCUS), 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        pip = min(_PIPS, int(event.position().x() // self._pitch_px) + 1)
        current = None if self._importance is None else round(self._importance * _PIPS)
        # The first pip again says "not relevant".
        self.chosen.emit(0.0 if pip == current == 1 else pip / _PIPS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        current = 0 if self._importance is None else round(self._importance * _PIPS)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            self.chosen.emit((key - Qt.Key.Key_0) / _PIPS)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            self.chosen.emit(min(_PIPS, current + 1) / _PIPS)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self.chosen.emit(max(0, current - 1) / _PIPS)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)


class ImportanceField(QWidget):
    """Pips with their question and word."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pips = Pips()
        self._word = PlainLabel("", "value")
        self._clear = _clear_button()
        self.pips.chosen.connect(self.chosen)
        self._clear.clicked.connect(lambda: self.chosen.emit(None))
        top = QHBoxLayout()
        top.addWidget(PlainLabel(text("weighing.importance"), "fieldLabel"))
        top.addStretch()
        top.addWidget(self._word)
        bottom = QHBoxLayout()
        bottom.addWidget(self.pips)
        bottom.addStretch()
        bottom.addWidget(self._clear)
        _stack(self, top, bottom)

    @property
    def word(self) -> str:
        """The value in words."""
        return self._word.text()

    @property
    def clear(self) -> QPushButton:
        """The button that takes the value away, or a perspective's own back to the map's."""
        return self._clear

    def show_importance(
        self, importance: float | None, role: Role, *, enabled: bool, whose: str = "", back: str = ""
    ) -> None:
        """Shows a value.

        Args:
            importance: it.
            role: its colour.
            enabled: whether it can be changed.
            whose: a mark, where it is not the map's own; it can then go back to what `back` says.
            back: what the clearing button says instead of "clear"; with no mark, there is nothing to clear.
        """
        self.pips.show_importance(importance, role)
        self.pips.setEnabled(enabled)
        self._word.say(_marked(importance_word(importance), whose))
        self._clear.setText(back or text("weighing.clear"))
        self._clear.setAccessibleName(back or str(_CLEARS))
        self._clear.setVisible(enabled and (bool(whose) if back else importance is not None))


class PlausibilityField(QWidget):
    """A slider from 1 to 99 % with its question and words; where there is no value yet, it is hollow.

    Signals:
        chosen: the new plausibility 0…1, or None for not weighed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = NoWheelSlider(1, 99)
        self._slider.setPageStep(10)
        self._word = PlainLabel("", "value")
        self._clear = _clear_button()
        self._shown: float | None = None
        self._whose = ""
        self._slider.setAccessibleName(text("weighing.plausibility"))
        self._slider.valueChanged.connect(lambda value: self._say(value / 100))
        self._slider.committed.connect(lambda value: self.chosen.emit(value / 100))
        self._clear.clicked.connect(lambda: self.chosen.emit(None))
        top = QHBoxLayout()
        top.addWidget(PlainLabel(text("weighing.plausibility"), "fieldLabel"))
        top.addStretch()
        top.addWidget(self._word)
        bottom = QHBoxLayout()
        bottom.addWidget(self._slider)
        bottom.addWidget(self._clear)
        _stack(self, top, bottom)

    @property
    def slider(self) -> NoWheelSlider:
        """The slider."""
        return self._slider

    @property
    def word(self) -> str:
        """The value in words."""
        return self._word.text()

    @property
    def clear(self) -> QPushButton:
        """The button that takes the value away, or a perspective's own back to the map's."""
        return self._clear

    def show_plausibility(self, plausibility: float | None, *, enabled: bool, whose: str = "", back: str = "") -> None:
        """Shows a value; `whose` and `back` as `ImportanceField.show_importance` has them."""
        self._shown, self._whose = plausibility, whose
        self._slider.show_number(50 if plausibility is None else whole(100 * plausibility))
        self._slider.setEnabled(enabled)
        name = "hollow" if plausibility is None else ""
        if self._slider.objectName() != name:
            self._slider.setObjectName(name)
            self._slider.style().unpolish(self._slider)
            self._slider.style().polish(self._slider)
        self._say(plausibility)
        self._clear.setText(back or text("weighing.clear"))
        self._clear.setAccessibleName(back or str(_CLEARS))
        self._clear.setVisible(enabled and (bool(whose) if back else plausibility is not None))

    def _say(self, plausibility: float | None) -> None:
        word = plausibility_word(plausibility)
        words = word if plausibility is None else f"{word} · {whole(100 * plausibility)} %"
        self._word.say(_marked(words, self._whose))


def _marked(words: str, whose: str) -> str:
    return f"{words} · {whose}" if whose else words


def _clear_button() -> QPushButton:
    button = QPushButton(text("weighing.clear"))
    button.setObjectName("quiet")
    button.setAccessibleName(str(_CLEARS))
    return button


def _stack(widget: QWidget, *rows: QHBoxLayout) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for row in rows:
        layout.addLayout(row)
