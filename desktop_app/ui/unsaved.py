"""Asks what becomes of texts that the workbook does not hold, before it is closed."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.pending_texts import PendingTexts
from desktop_app.ui.theme import SPACE, SPACE_WIDE
from desktop_app.ui.widgets.text import PlainLabel, one_line

_MOST_SHOWN = 6


class Answer(Enum):
    """What becomes of them."""

    SAVE = auto()
    SAVE_COPY = auto()
    DISCARD = auto()
    STAY = auto()


class UnsavedDialog(QDialog):
    """Lists the texts that wait, with why; Esc stays.

    Attributes:
        answer: what was chosen.
    """

    def __init__(self, pending: PendingTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.answer = Answer.STAY
        waiting = list(pending)
        self.setWindowTitle("Not saved yet")
        one = len(waiting) == 1
        count, them = ("A text is", "it") if one else (f"{len(waiting)} texts are", "them")
        self.words = PlainLabel(f"{count} not in the workbook yet. What should become of {them}?", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE + SPACE, SPACE_WIDE + SPACE, SPACE_WIDE + SPACE, SPACE_WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.words)
        for text in waiting[:_MOST_SHOWN]:
            why = f" {text.error}" if text.error is not None else ""
            column.addWidget(PlainLabel(f"{text.target.name}: “{one_line(text.text, 80)}”{why}", "hint", wraps=True))
        if len(waiting) > _MOST_SHOWN:
            column.addWidget(PlainLabel(f"… and {len(waiting) - _MOST_SHOWN} more", "hint"))
        self.buttons: dict[Answer, QPushButton] = {}
        line = QHBoxLayout()
        line.addStretch()
        was_refused = any(text.error is not None for text in waiting)
        for answer, words in (
            (Answer.DISCARD, "Discard"),
            (Answer.STAY, "Stay"),
            (Answer.SAVE_COPY, "Save a copy…"),
            (Answer.SAVE, "Try again" if was_refused else "Save"),
        ):
            button = self.buttons[answer] = QPushButton(words)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
            line.addWidget(button)
        self.buttons[Answer.SAVE].setObjectName("primary")
        self.buttons[Answer.SAVE].setDefault(True)
        column.addLayout(line)
        self.setMinimumWidth(460)

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()


def ask_about(pending: PendingTexts, parent: QWidget) -> Answer:
    """Asks what becomes of the texts that wait."""
    dialog = UnsavedDialog(pending, parent)
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    return answer
