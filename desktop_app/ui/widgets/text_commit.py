"""How what is written in a field gets into the workbook: the one protocol of every field that takes a text.

Three states. SHOWN: the field says what the workbook says. WRITTEN: a person wrote something else, and it waits under
the target that was shown when they began. REFUSED: it was handed over and not accepted; it stays, marked, with the
reason and what can be done beside it, until it is accepted, changed or given up. Nothing is ever taken for saved that
the workbook did not take.
"""

from collections.abc import Callable, Hashable
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import AppError
from desktop_app.ui.widgets.refused_note import RefusedNote
from desktop_app.ui.workspace.pending_texts import PendingText, TextTarget
from desktop_app.wording.sentence import text


class CommitState(Enum):
    """How the text of a field stands to the workbook."""

    SHOWN = "shown"
    WRITTEN = "written"
    REFUSED = "refused"


class TextCommit(QObject):
    """The protocol for one field.

    Args:
        field: the widget in which is written; it is marked and described while its text is refused.
        text: reads what stands in the field.
        set_text: puts a text into the field.
        check: raises `AppError` for a text that nobody could take.
        clears: whether the field is empty again once its text is taken: it asks for something new.

    Signals:
        committed: the text that was taken: by the workbook, or by the field's owner where there is no target.
        state_changed: the state is another, or the reason of a refusal.
    """

    committed = Signal(str)
    state_changed = Signal()

    def __init__(
        self,
        field: QWidget,
        text: Callable[[], str],
        set_text: Callable[[str], None],
        *,
        check: Callable[[str], object] | None = None,
        clears: bool = False,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._text = text
        self._set_text = set_text
        self._check = check
        self._clears = clears
        self._shown = ""
        self._target: TextTarget | None = None
        self._error: AppError | None = None
        self._is_setting = False
        self._note: RefusedNote | None = None

    @property
    def state(self) -> CommitState:
        """How the text stands to the workbook."""
        if self._error is not None:
            return CommitState.REFUSED
        return CommitState.SHOWN if self._text() == self._shown else CommitState.WRITTEN

    @property
    def error(self) -> AppError | None:
        """Why the text was refused, or None."""
        return self._error

    @property
    def target(self) -> TextTarget | None:
        """Where the text goes; None: its owner listens to `committed`."""
        return self._target

    @property
    def shown(self) -> str:
        """What the workbook says, as far as the field was told."""
        return self._shown

    @property
    def note(self) -> RefusedNote | None:
        """What stands beside the field while its text is refused."""
        return self._note if self._error is not None else None

    def show(self, text: str, target: TextTarget | None = None) -> None:
        """Shows what the workbook says; what is being written for the same target stays.

        Of another target, what waits for it is shown in place of its text: a draft comes back with its card, and what
        was written for the one before waits where it belongs.
        """
        is_same = _key(target) == _key(self._target)
        keeps = is_same and self.state is not CommitState.SHOWN and self._text() != text
        self._follow(target)
        self._shown = text
        waiting = self._waiting()
        if waiting is not None and waiting.text == text:
            # The workbook came to say the same by another way.
            waiting.target.pending.drop(waiting.target.key)
            waiting = None
        if waiting is not None:
            self._put(waiting.text)
            self._set_error(waiting.error)
        elif not keeps:
            self._put(text)
            self._set_error(None)

    def note_written(self) -> None:
        """To be called when the text of the field changed; one that a person wrote waits under the target."""
        if self._is_setting:
            return
        self._set_error(None)
        if self._target is None:
            return
        if self._text() == self._shown:
            self._target.pending.drop(self._target.key)
        else:
            self._target.pending.write(self._target, self._text())

    def commit(self) -> bool:
        """Hands over what was written; says whether that was taken, or nothing was written."""
        written = self._text()
        if written == self._shown:
            self._give_up_waiting()
            return True
        try:
            if self._check is not None:
                self._check(written)
        except AppError as error:
            if self._target is not None:
                self._target.pending.refuse(self._target, written, error)
            self._set_error(error)
            return False
        if self._target is None:
            self._take(written)
            return True
        refusal = self._target.commit(written)
        if refusal is not None:
            self._set_error(refusal)
        return refusal is None

    def leave(self) -> None:
        """To be called when the field loses the keyboard: hands over, unless a rule refused the very same."""
        if self._target is not None and not self._target.on_leaving:
            return
        waiting = self._waiting()
        if self._error is None or (waiting is not None and waiting.can_be_retried):
            self.commit()

    def revert(self) -> bool:
        """Gives up what was written and shows what the workbook says; says whether there was anything."""
        if self.state is CommitState.SHOWN:
            return False
        self._put(self._shown)
        self._set_error(None)
        self._give_up_waiting()
        return True

    def show_note(self) -> None:
        """Shows beside the field why its text was refused; hides it where it was not."""
        if self._error is None:
            if self._note is not None:
                self._note.close_note()
            return
        if self._note is None or self._note.window() is not self._field.window():
            self._note = RefusedNote(self._field)
            self._note.retry_asked.connect(self.commit)
            self._note.copy_asked.connect(self._on_copy_asked)
            self._note.revert_asked.connect(self.revert)
        waiting = self._waiting()
        self._note.say(self._error, can_be_retried=waiting is not None and waiting.can_be_retried)

    # --- inside --------------------------------------------------------------------------------------

    def _follow(self, target: TextTarget | None) -> None:
        before = self._target.pending if self._target is not None else None
        pending = target.pending if target is not None else None
        self._target = target
        if pending is not before:
            if before is not None:
                before.changed.disconnect(self._on_pending_changed)
                before.committed.disconnect(self._on_pending_committed)
            if pending is not None:
                pending.changed.connect(self._on_pending_changed)
                pending.committed.connect(self._on_pending_committed)

    def _waiting(self) -> PendingText | None:
        return self._target.pending.find(self._target.key) if self._target is not None else None

    def _give_up_waiting(self) -> None:
        if self._target is not None:
            self._target.pending.drop(self._target.key)

    def _take(self, written: str) -> None:
        """The text is where it belongs."""
        if self._text() == written:
            self._shown = "" if self._clears else written
            self._put(self._shown)
        self._set_error(None)
        self.committed.emit(written)

    def _put(self, text: str) -> None:
        if self._text() != text:
            self._is_setting = True
            self._set_text(text)
            self._is_setting = False

    def _on_pending_committed(self, key: Hashable, text: str) -> None:
        if key == _key(self._target):
            self._take(text)

    def _on_pending_changed(self, key: Hashable) -> None:
        """What waits was refused or given up, perhaps elsewhere: by Retry in the status bar, on closing."""
        if key != _key(self._target):
            return
        waiting = self._waiting()
        if waiting is None:
            if self._text() != self._shown:
                self._put(self._shown)
            self._set_error(None)
        elif waiting.text == self._text():
            self._set_error(waiting.error)

    def _set_error(self, error: AppError | None) -> None:
        if error is self._error:
            return
        self._error = error
        self._field.setProperty("refused", error is not None)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        self._field.setAccessibleDescription(text("field.not_saved", error=str(error)) if error is not None else "")
        self.show_note()
        self.state_changed.emit()

    def _on_copy_asked(self) -> None:
        if self._target is not None:
            self._target.pending.copy_asked.emit()


def _key(target: TextTarget | None) -> Hashable:
    return target.key if target is not None else None
