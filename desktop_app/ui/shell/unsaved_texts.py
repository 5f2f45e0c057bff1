"""Texts that the workbook does not hold yet: said, tried again, and asked about before it is closed."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.ui.widgets.refused_note import RefusedNote
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.pending_texts import PendingTexts
from desktop_app.wording.sentence import text

_MOST_SHOWN = 6


class LeaveAnswer(Enum):
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
        self.answer = LeaveAnswer.STAY
        waiting = list(pending)
        self.setWindowTitle(text("unsaved.title"))
        self.words = PlainLabel(text("unsaved.what_of", count=len(waiting)), wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE + SPACE, SPACE_WIDE + SPACE, SPACE_WIDE + SPACE, SPACE_WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.words)
        for item in waiting[:_MOST_SHOWN]:
            error = item.error
            why = f" {error}" if error is not None else ""
            named = f"{item.target.name}: “{one_line(item.text, 80)}”{why}"
            column.addWidget(PlainLabel(named, "hint", wraps=True))
        if len(waiting) > _MOST_SHOWN:
            column.addWidget(PlainLabel(text("unsaved.more", count=len(waiting) - _MOST_SHOWN), "hint"))
        self.buttons: dict[LeaveAnswer, QPushButton] = {}
        line = QHBoxLayout()
        line.addStretch()
        was_refused = any(item.error is not None for item in waiting)
        for answer, words in (
            (LeaveAnswer.DISCARD, text("unsaved.discard")),
            (LeaveAnswer.STAY, text("unsaved.stay")),
            (LeaveAnswer.SAVE_COPY, text("bar.save_a_copy")),
            (LeaveAnswer.SAVE, text("unsaved.try_again") if was_refused else text("unsaved.save")),
        ):
            button = self.buttons[answer] = QPushButton(words)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
            line.addWidget(button)
        self.buttons[LeaveAnswer.SAVE].setObjectName("primary")
        self.buttons[LeaveAnswer.SAVE].setDefault(True)
        column.addLayout(line)
        self.setMinimumWidth(460)

    def _choose(self, answer: LeaveAnswer) -> None:
        self.answer = answer
        self.accept()


class UnsavedTexts(QObject):
    """What the window does about the texts of its workbook that wait.

    Args:
        window: it; the notes of refused texts float in it.

    Signals:
        failed: an `AppError` that no field shows.
        copy_asked: a copy is to be saved with them.
    """

    failed = Signal(object)
    copy_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pending: PendingTexts | None = None
        self._refusal: AppError | None = None

    def follow(self, pending: PendingTexts | None) -> None:
        """From now on these are the texts; None: no workbook is open."""
        self._pending = pending
        if pending is not None:
            pending.refused.connect(self._on_refused)
            pending.copy_asked.connect(self.copy_asked)

    def retry(self) -> None:
        """Hands over everything that waits once more."""
        if self._pending is not None:
            self._pending.retry()

    def may_leave(self) -> bool:
        """Whether the workbook may be closed: every text is in it, or the person said what becomes of the others."""
        while self._pending is not None:
            pending = self._pending
            pending.commit_written()
            if not len(pending):
                return True
            match self._ask(pending):
                case LeaveAnswer.SAVE:
                    pending.retry()
                case LeaveAnswer.SAVE_COPY:
                    self.copy_asked.emit()
                case LeaveAnswer.DISCARD:
                    pending.clear()
                case LeaveAnswer.STAY:
                    return False
        return True

    def _ask(self, pending: PendingTexts) -> LeaveAnswer:
        dialog = UnsavedDialog(pending, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def _on_refused(self, error: AppError) -> None:
        """It is said beside the field; above the page where no field shows the text any more."""
        self._refusal = error
        QTimer.singleShot(0, self._show_refusal)

    def _show_refusal(self) -> None:
        error, self._refusal = self._refusal, None
        notes = [note for note in self._window.findChildren(RefusedNote) if note.is_current]
        for note in notes:
            note.reveal()
        if error is not None and not any(note.field.isVisible() for note in notes):
            self.failed.emit(error)
