"""A text that is read until somebody edits it in place: Enter, F2, a double click or typing opens its editor."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import breakable, one_line
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.text_commit import CommitState, TextCommit
from desktop_app.ui.workspace.pending_texts import TextTarget

_MOST_LINES = 10
_OWN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Delete})


class InlineEditor(QPlainTextEdit):
    """An editor that grows with its text; Enter or leaving commits, Shift+Enter breaks the line, Esc cancels."""

    committed = Signal()
    left = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inlineEditor")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self.hide()

    def open(self, *, takes_focus: bool = True) -> None:
        """Begins to edit at the end of its text."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        if takes_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        # What is being written keeps its keys from the shortcuts around it.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.committed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def _fit(self) -> None:
        lines = max(1, min(int(self.document().size().height()), _MOST_LINES))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 14)


class EditableText(QWidget):
    """A text with an editor behind it.

    A refused text stays in the editor, which then stays open.

    Args:
        font: of text and editor.
        name: object name of the label, which the style sheet knows.
        shown_most: how many characters are shown while it is only read; the editor always has all.
        takes_focus: whether it can be reached by Tab; else its owner opens it.

    Signals:
        grew: it needs another height.
        closed: editing is over; the owner may take the keyboard.
        committed: the text, once it is taken.
    """

    grew = Signal()
    closed = Signal()
    committed = Signal(str)

    def __init__(
        self,
        font: QFont,
        *,
        name: str = "",
        placeholder: str = "",
        shown_most: int = 400,
        takes_focus: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._placeholder = placeholder
        self._shown_most = shown_most
        self._is_closing = False
        self._can_edit = True
        self._name = ""
        self.setObjectName("editable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_focus else Qt.FocusPolicy.NoFocus)
        self.label = PlainLabel("", name, wraps=True)
        self.label.setFont(font)
        self.editor = InlineEditor(self)
        self.editor.setFont(font)
        self.commits = TextCommit(self.editor, self._written, self.editor.setPlainText)
        self.commits.committed.connect(self._on_committed)
        self.commits.state_changed.connect(self._on_state_changed)
        self.editor.textChanged.connect(self.commits.note_written)
        self.editor.committed.connect(self.commit)
        self.editor.left.connect(self._on_left)
        self.editor.cancelled.connect(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 1, 4, 1)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.editor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The text as it is kept."""
        return self._text

    @property
    def is_editing(self) -> bool:
        """Whether its editor is open."""
        return not self.editor.isHidden()

    def show_text(self, text: str, spoken: str, target: TextTarget | None = None, *, can_edit: bool = True) -> None:
        """Shows a text; what is being written stays.

        Args:
            text: what it says.
            spoken: what it is, for who cannot see it.
            target: where another text goes; None: the owner listens to `committed`.
            can_edit: whether it can be edited.
        """
        self._text, self._can_edit = text, can_edit
        shown = one_line(text, self._shown_most)
        words = breakable(shown) or self._placeholder
        if self.label.text() != words:
            self.label.setText(words)
        self.setAccessibleName(f"{spoken}: {shown}" if shown else spoken)
        self.editor.setAccessibleName(spoken)
        self.commits.show(text, target)
        if self.commits.state is CommitState.REFUSED and not self.is_editing:
            # It was refused when it was last shown, perhaps by another widget.
            self._open(takes_focus=False)

    def set_font(self, font: QFont) -> None:
        """Sets the type of text and editor."""
        if self.label.font() != font:
            self.label.setFont(font)
            self.editor.setFont(font)

    def begin(self, typed: str = "") -> None:
        """Opens the editor; a typed character goes to the end of the text."""
        if self._can_edit and not self.is_editing:
            self._open()
            self.editor.insertPlainText(typed)

    def commit(self) -> None:
        """Hands over what was written; a refused text stays."""
        if not self._is_closing and self.is_editing and self.commits.commit():
            self._close()

    def cancel(self) -> None:
        """Shows again what was there."""
        self.commits.revert()
        self._close()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        # In a room a column must hold the longest word: what is cut is lost there.
        return least if theme.is_room() else QSize(40, least.height())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and plain:
            self.begin()
        elif plain and event.text().isprintable() and event.text().strip():
            self.begin(event.text())
        else:
            super().keyPressEvent(event)

    def _written(self) -> str:
        return self.editor.toPlainText().strip()

    def _open(self, *, takes_focus: bool = True) -> None:
        self.label.hide()
        if self.commits.state is CommitState.SHOWN:
            self.editor.setPlainText(self._text)
        self.editor.open(takes_focus=takes_focus)
        self.grew.emit()

    def _on_left(self) -> None:
        if not self._is_closing and self.is_editing:
            self.commits.leave()
            if self.commits.state is CommitState.SHOWN:
                self._close()

    def _on_committed(self, text: str) -> None:
        self.committed.emit(text)
        if self.is_editing:
            self._close()

    def _on_state_changed(self) -> None:
        """What was refused is settled elsewhere: nobody edits here any more."""
        if self.commits.state is CommitState.SHOWN and self.is_editing and not self.editor.hasFocus():
            self._close()

    def _close(self) -> None:
        # Losing the keyboard would commit.
        self._is_closing = True
        if self.editor.hasFocus():
            if self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                self.setFocus()
            self.closed.emit()
        self.editor.hide()
        self.label.show()
        self._is_closing = False
        self.grew.emit()
