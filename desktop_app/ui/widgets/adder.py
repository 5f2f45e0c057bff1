"""A line in which something new is typed: Enter hands it over, Esc empties it. Nothing is made before Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class AdderLine(QLineEdit):
    """A line in which something new is typed.

    Signals:
        written: a text was ended by Enter; the line keeps it until it is cleared.
        left_upwards: the arrow key asks for what stands above.
    """

    written = Signal(str)
    left_upwards = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.written.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
