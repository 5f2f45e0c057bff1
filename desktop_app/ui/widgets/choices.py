"""Choices in a row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Choices(QWidget):
    """Buttons in a row of which one is down; arrows move along them.

    Signals:
        chosen: the value of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, spoken: str, choices: Sequence[tuple[str, object]]) -> None:
        super().__init__()
        self.setObjectName("choices")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(spoken)
        self._group = QButtonGroup(self)
        self._values = [value for _, value in choices]
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(2)
        for number, (words, _) in enumerate(choices):
            button = QPushButton(words)
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAccessibleName(f"{spoken}: {words}")
            self._group.addButton(button, number)
            line.addWidget(button, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def show_choice(self, value: object, *, enabled: bool) -> None:
        """Shows which is chosen; a value that is no choice leaves all up."""
        self._group.setExclusive(False)
        for number, known in enumerate(self._values):
            self._group.button(number).setChecked(known == value)
        self._group.setExclusive(True)
        self.setEnabled(enabled)

    def button(self, value: object) -> QPushButton:
        """The button of a value."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, QPushButton)
        return button
