"""The levels of a scale: chosen by click or by the keys 1, 2, 3 …, each with its text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.wording.sentence import say, text


class LevelButton(QPushButton):
    """One level: its key, its text, its value."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.setObjectName("level")
        self.setCheckable(True)
        number = PlainLabel(str(key), "hint")
        number.setFixedWidth(theme.px(14))
        self.label = PlainLabel("", wraps=True)
        self.label.setFont(theme.interface_font(theme.SMALL_PX))
        self.value = PlainLabel("", "value")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 8, 5)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        line.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)
        for label in (number, self.label, self.value):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()


class LevelRows(QWidget):
    """The levels of a scale to choose from; keys 1, 2, 3 … choose too.

    Signals:
        chosen: the value of a level.
    """

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._values: list[float] = []
        self._current: float | None = None
        self._buttons: list[LevelButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the chosen level, else the worst."""
        chosen = next((button for button in self._buttons if button.isChecked()), None)
        return chosen or next(iter(self._buttons), self)

    @property
    def buttons(self) -> Sequence[LevelButton]:
        """One button a level, worst first."""
        return self._buttons

    def show_levels(self, levels: Sequence[tuple[float, str]], current: float | None, *, enabled: bool) -> None:
        """Shows a scale.

        Args:
            levels: value and label, worst first.
            current: the score; the level of just this value is marked.
            enabled: whether one can be chosen.
        """
        if len(levels) != len(self._buttons):
            for button in self._buttons:
                button.hide()
                button.deleteLater()
            self._buttons = [self._make(number) for number in range(len(levels))]
        self._values = [value for value, _ in levels]
        self._current = current
        for number, (button, (value, label)) in enumerate(zip(self._buttons, levels, strict=True), start=1):
            button.label.say(label or text("card.no_text_yet"))
            button.value.setText(f"{value:g}")
            button.setChecked(value == current)
            button.setAccessibleName(
                text("level.spoken", number=number, value=f"{value:g}", label=label or say("level.no_text"))
            )
        self.setEnabled(enabled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < min(9, len(self._values)):
            self.chosen.emit(self._values[number])
        else:
            super().keyPressEvent(event)

    def _make(self, number: int) -> LevelButton:
        button = LevelButton(number + 1)
        button.clicked.connect(lambda _checked: self._on_clicked(number))
        self._rows.addWidget(button)
        return button

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])
        # A click on the level that is chosen, or one that was refused, changes nothing.
        for button, value in zip(self._buttons, self._values, strict=True):
            button.setChecked(value == self._current)
