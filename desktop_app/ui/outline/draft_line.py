"""The line of the outline in which a new card is written before it is made. Knows no document."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit
from typing_extensions import override

from desktop_app.ui.drafts import Draft


class DraftLine(QLineEdit):
    """A line in which a new card is written; Enter or leaving makes it, Esc does not.

    Signals:
        committed: the text, and whether Tab ended it.
    """

    committed = Signal(str, bool)

    def __init__(self, outline: QAbstractScrollArea) -> None:
        super().__init__(outline.viewport())
        self._outline = outline
        self.draft: Draft | None = None
        self.textEdited.connect(self._on_edited)
        self.hide()

    def open(self, draft: Draft, typed: str = "") -> None:
        """Begins to write."""
        self.draft = draft
        self.setText(typed)
        self._describe(draft)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Ends writing; the caller has the text."""
        self.draft = None
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.committed.emit(self.text(), True)  # noqa: FBT003
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
            self._outline.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.committed.emit(self.text(), False)  # noqa: FBT003
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        if self.draft is not None and len(text) >= 2 and text[1] == " " and text[0] in "+->?*":
            self.draft = self.draft.signed(text[0])
            self.setText(text[2:])
            self._describe(self.draft)

    def _describe(self, draft: Draft) -> None:
        self.setPlaceholderText(draft.label)
        self.setAccessibleName(f"New card: {draft.label}")
