"""Text fields that commit once: when the field is left or Ctrl+Enter is pressed; Esc restores what was there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override


class CommittingText(QPlainTextEdit):
    """A text of several lines, as high as its text up to a limit.

    Signals:
        committed: the text, only when it differs from what was shown.
    """

    committed = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._least_lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows a text, unless the person is writing and it is what they began with."""
        if self.hasFocus() and text == self._shown:
            return
        self._shown = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Hands over what was written."""
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Lines break elsewhere in another width.
        self._fit()

    def _fit(self) -> None:
        lines = max(self._least_lines, min(int(self.document().size().height()), 12))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 26)


class CommittingLine(QLineEdit):
    """One line of text.

    Signals:
        committed: the text, only when it differs from what was shown.
    """

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = self._before = ""
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Shows a text, unless it is what was shown before: what somebody wrote over it meanwhile stays."""
        if text == self._shown:
            return
        self._shown = text
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def commit(self) -> None:
        """Hands over what was written."""
        if self.text() != self._shown:
            self._before, self._shown = self._shown, self.text()
            self.committed.emit(self._shown)

    def refuse(self) -> None:
        """Says that what was handed over was not accepted: it stays, and Esc brings back what was there."""
        self._shown = self._before

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)
