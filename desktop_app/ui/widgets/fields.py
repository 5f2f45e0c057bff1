"""Text fields that hand over when they are left or Enter (Ctrl+Enter) is pressed; Esc restores what was there.

How a text gets into the workbook, and what happens when it is refused, is `text_commit`'s business.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.model.amounts import plain_number
from desktop_app.ui.widgets.text_commit import TextCommit
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.wording.sentence import say, text

_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class NumberNotReadError(AppError):
    """What was typed is no number."""

    default_code = "number-not-read"


class _Committing:
    """What the fields have in common: `commits`, and two short words for it."""

    commits: TextCommit

    def show_text(self, text: str, target: TextTarget | None = None) -> None:
        """Shows what the workbook says, and where what is written over it goes."""
        self.commits.show(text, target)

    def commit(self) -> bool:
        """Hands over what was written; says whether it was taken."""
        return self.commits.commit()


class CommittingText(_Committing, QPlainTextEdit):
    """A text of several lines, as high as its text up to a limit.

    Signals:
        committed: the text, once it is taken; only when it differs from what was shown.
    """

    committed = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.commits = TextCommit(self, self.toPlainText, self.setPlainText)
        self.commits.committed.connect(self.committed)
        self.textChanged.connect(self.commits.note_written)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.commits.show_note()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commits.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif event.key() != Qt.Key.Key_Escape or not self.commits.revert():
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Lines break elsewhere in another width.
        self._fit()

    def _fit(self) -> None:
        lines = max(self._least_lines, min(int(self.document().size().height()), 12))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 26)


class CommittingLine(_Committing, QLineEdit):
    """One line of text.

    Signals:
        committed: the text, once it is taken; only when it differs from what was shown.
    """

    committed = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clears: bool = False,
        check: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.commits = TextCommit(self, self.text, self._set_text, clears=clears, check=check)
        self.commits.committed.connect(self.committed)
        self.textChanged.connect(self.commits.note_written)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.commits.show_note()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.commits.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
            # What Enter means around the field is for who is around it.
            event.ignore()
        elif event.key() != Qt.Key.Key_Escape or not self.commits.revert():
            super().keyPressEvent(event)

    def _set_text(self, text: str) -> None:
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)


class AdderLine(CommittingLine):
    """A line in which something new is typed: Enter hands it over, Esc empties it. Nothing is made before Enter.

    Signals:
        left_upwards: the arrow key asks for what stands above.
    """

    left_upwards = Signal()

    def __init__(self) -> None:
        super().__init__(clears=True)

    def ask(self, target: TextTarget | None) -> None:
        """Asks for something new; what was begun for the same target stays."""
        self.show_text("", target)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.commit()
        elif event.key() == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


class NumberLine(CommittingLine):
    """A number to be typed, or stepped by the arrow keys; cut to its range, and what is no number is refused.

    Args:
        name: for who cannot see it.
        least: the smallest it takes.
        most: the largest.
        step: of the arrow keys.

    Attributes:
        read: the number in a text, cut to the range (`number_within`); knows no widget.

    Signals:
        changed: the number that was taken.
    """

    changed = Signal(float)

    def __init__(self, name: str, least: float, most: float, step: float) -> None:
        self.read = partial(number_within, least=least, most=most)
        super().__init__(check=self.read)
        self._least, self._most, self._step = least, most, step
        self.setAccessibleName(text("field.number_spoken", name=name, least=_written(least), most=_written(most)))
        self.committed.connect(self._on_committed)

    @property
    def number(self) -> float:
        """What it shows: the number that holds, not one that is being typed."""
        return self.read(self.commits.shown) if self.commits.shown else self._least

    def show_number(self, number: float, target: TextTarget | None = None) -> None:
        """Shows the number that holds, and where another one goes."""
        self.show_text(_written(number), target)

    def take(self, number: float) -> None:
        """Takes a number as if it were typed, cut to the range."""
        self.setText(_written(min(self._most, max(self._least, number))))
        self.commit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        key = Qt.Key(event.key())
        if key in steps:
            self.take(self.number + steps[key])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _on_committed(self, text: str) -> None:
        number = self.read(text)
        self.show_number(number, self.commits.target)
        self.changed.emit(number)


def number_within(text: str, *, least: float, most: float) -> float:
    """The number in a text, cut to a range.

    Raises:
        NumberNotReadError: there is none.
    """
    number = plain_number(text.strip())
    if number is None:
        remedy = say("remedy.type_number_between", least=_written(least), most=_written(most))
        raise NumberNotReadError(say("error.field.no_number", text=text[:40]), remedy)
    return min(most, max(least, number))


def _written(number: float) -> str:
    return f"{round(number):,}" if number == round(number) else f"{number:g}"
