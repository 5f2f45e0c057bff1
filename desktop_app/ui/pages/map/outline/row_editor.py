"""The line of the outline in which a row's text, or a new card, is written. Knows no document."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit
from typing_extensions import override

from desktop_app.edits.drafts import Draft
from desktop_app.model.ids import CardId
from desktop_app.ui.widgets.text_commit import TextCommit
from desktop_app.ui.workspace.pending_texts import TextTarget

_OWN_KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Delete})
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class RowEditor(QLineEdit):
    """A line over the outline; Enter, Tab or leaving hands its text over, Esc does not. A refused text stays.

    Attributes:
        subject: the card whose text it is, or the draft of one; None while it is closed.
        commits: how its text gets into the workbook.

    Signals:
        ended: writing is over; whether Tab ended it, which asks for a card below.
        left: the keyboard went elsewhere.
        cancelled: nothing is to be changed.
        written: the text changed by hand.
    """

    ended = Signal(bool)
    left = Signal()
    cancelled = Signal()
    written = Signal(str)

    def __init__(self, outline: QAbstractScrollArea) -> None:
        super().__init__(outline.viewport())
        self.setObjectName("rowEditor")
        self.subject: CardId | Draft | None = None
        self.commits = TextCommit(self, self.text, self.setText)
        self.textChanged.connect(self.commits.note_written)
        self.textEdited.connect(self.written)
        self.hide()

    def open(self, subject: CardId | Draft, text: str, target: TextTarget, typed: str = "") -> None:
        """Begins to write at the end of a text; what was refused before for the same target comes back."""
        self.subject = subject
        self.show()
        self.commits.show(text, target)
        self.end(False)  # noqa: FBT003  # Qt's own
        self.insert(typed)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Ends writing; what waits in it waits on."""
        self.subject = None
        self.commits.show("")
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        # What is being written keeps its keys from the shortcuts around it; Tab is not for the order of focus.
        if isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self.ended.emit(True)  # noqa: FBT003  # signals take no keywords
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ended.emit(False)  # noqa: FBT003
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.subject is not None and event.reason() not in _STAYS:
            self.left.emit()
