"""Choices, sliders and numbers that a wheel passing over them leaves alone: scrolling a page must set nothing."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSlider
from typing_extensions import override


class SteadyCombo(QComboBox):
    """A choice that leaves the wheel to the page, and is never wider than its room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_value(self, value: object) -> None:
        """Shows the choice with this value."""
        self.setCurrentIndex(max(0, self.findData(value)))


class SteadySlider(QSlider):
    """A slider that leaves the wheel to the page.

    Signals:
        committed: where it stands once a gesture is over: let go, a key, a click.
    """

    committed = Signal(int)

    def __init__(self, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(least, most)
        self.setFixedHeight(22)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sliderReleased.connect(lambda: self.committed.emit(self.value()))
        self.valueChanged.connect(self._on_changed)

    def show_number(self, number: int) -> None:
        """Shows a number without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003
        self.setValue(number)
        self.blockSignals(False)  # noqa: FBT003

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_changed(self, number: int) -> None:
        if not self.isSliderDown():
            self.committed.emit(number)


class NumberLine(QLineEdit):
    """A number to be typed, or stepped by the arrow keys; what is no number within the range is not taken.

    Args:
        name: for who cannot see it.
        least: the smallest it takes.
        most: the largest.
        step: of the arrow keys.

    Signals:
        committed: the number, once it is left, by Enter or by a step; only when it differs from what was shown.
    """

    committed = Signal(float)

    def __init__(self, name: str, least: float, most: float, step: float) -> None:
        super().__init__()
        self._least, self._most, self._step = least, most, step
        self._shown = least
        self.setAccessibleName(f"{name}, {_written(least)} to {_written(most)}")
        self.editingFinished.connect(self._on_finished)

    @property
    def number(self) -> float:
        """What it shows."""
        return self._shown

    def show_number(self, number: float) -> None:
        """Shows a number."""
        self._shown = number
        self.setText(_written(number))

    def take(self, number: float) -> None:
        """Takes a number as if it were typed, cut to the range."""
        number = min(self._most, max(self._least, number))
        differs = number != self._shown
        self.show_number(number)
        if differs:
            self.committed.emit(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        key = Qt.Key(event.key())
        if key in steps:
            self.take(self._shown + steps[key])
        elif key is Qt.Key.Key_Escape and self.text() != _written(self._shown):
            self.show_number(self._shown)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _on_finished(self) -> None:
        typed = self.text().replace(",", "").replace(" ", "")
        try:
            number = float(typed)
        except ValueError:
            self.show_number(self._shown)
            return
        # Infinity, and what is not a number at all, are read as floats too.
        self.take(number if math.isfinite(number) else self._shown)


def _written(number: float) -> str:
    return f"{round(number):,}" if number == round(number) else f"{number:g}"
