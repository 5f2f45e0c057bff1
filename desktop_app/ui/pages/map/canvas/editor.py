"""The editor in place: one card's text, on the canvas or where a new card will stand. Knows no document."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from desktop_app.edits.drafts import SIGNS, Draft
from desktop_app.model.ids import CardId
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text_commit import TextCommit
from desktop_app.ui.workspace.pending_texts import TextTarget


class CardEditor(QPlainTextEdit):
    """Edits a text until Enter or leaving commits it, or Esc takes it back.

    Signals:
        ended: writing is over; whether Tab ended it, which asks for a card below.
        left: the keyboard went elsewhere.
        cancelled: nothing is to be changed.
        grew: the text needs another height.
        sign_typed: a sign of the grammar and a space stand first; they are taken out.
    """

    ended = Signal(bool)
    left = Signal()
    cancelled = Signal()
    grew = Signal()
    sign_typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvasEditor")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.subject: CardId | Draft | None = None
        self.commits = TextCommit(self, self.toPlainText, self.setPlainText)
        self.textChanged.connect(self._on_text_changed)
        self.hide()

    def open(
        self,
        subject: CardId | Draft,
        text: str,
        target: TextTarget,
        *,
        typed: str = "",
        size_px: int = theme.TEXT_PX,
    ) -> None:
        """Begins to edit; what was refused before for the same target comes back.

        Args:
            subject: the card, or the draft of one.
            text: what it says now.
            target: where what is written goes.
            typed: a first character that was typed on the canvas; it goes to the end.
            size_px: of the letters, at the zoom of the canvas.
        """
        self.subject = subject
        self.setFont(theme.letters(size_px))
        self.show()
        self.commits.show(text, target)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.insertPlainText(typed)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grew.emit()

    @property
    def is_open(self) -> bool:
        """Whether something is being edited."""
        return self.subject is not None

    @property
    def wanted_height(self) -> int:
        """The height in which all its lines can be seen, in pixels."""
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines * self.fontMetrics().lineSpacing() + 2 * theme.SPACE + 4

    def close_editor(self) -> None:
        """Ends editing; what waits in it waits on."""
        self.subject = None
        self.commits.show("")
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.ended.emit(False)  # noqa: FBT003  # signals take no keywords
        elif event.key() == Qt.Key.Key_Tab:
            self.ended.emit(True)  # noqa: FBT003
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel moves and zooms the map, also above the card that is being written.
        event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        # Tab belongs to the text being written, not to the order of focus.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete}
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        popup = event.reason() in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.is_open and not popup:
            self.left.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if not isinstance(self.subject, Draft) or self.textCursor().selectionStart() or not source.hasText():
            super().insertFromMimeData(source)
            return
        # The bullet of a list from elsewhere is no sign: nobody has said which side it is on.
        text = source.text().lstrip()
        while len(text) > 1 and text[0] in SIGNS and text[1] == " ":
            text = text[2:].lstrip()
        self.insertPlainText(text)

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if isinstance(self.subject, Draft) and len(text) >= 2 and text[0] in SIGNS and text[1] == " ":
            self.setPlainText(text[2:])
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
            self.sign_typed.emit(text[0])
        self.commits.note_written()
        self.grew.emit()
