"""Texts that people have written and the workbook does not hold: still being written, or refused when handed over.

Each knows where it goes (card, perspective, field) from the moment writing began, so that it lands there and nowhere
else, whatever is selected by then. Knows no widgets.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import AppError
from desktop_app.model.document import Document
from desktop_app.store.errors import StoreError

Edit = Callable[[Document, str], object]


@dataclass(frozen=True, slots=True)
class TextTarget:
    """Where a text goes.

    Attributes:
        pending: where it waits until the workbook holds it.
        key: of which record, field and perspective it is; texts of equal keys are the same text.
        name: what it is, in words, for the list of what is not saved: "Notes of “Two depots”".
        edit: puts the text into a document; raises `AppError`. Knows no widgets: those may be gone by then.
        on_leaving: whether leaving the field hands the text over; else only Enter does.
        then: told what the edit returned, once it is on disk.
    """

    pending: "PendingTexts"
    key: Hashable
    name: str
    edit: Edit
    on_leaving: bool
    then: Callable[[object], None] = lambda _: None

    def commit(self, text: str) -> AppError | None:
        """Puts a text into the workbook; says why not."""
        return self.pending.commit(self, text)


@dataclass(frozen=True, slots=True)
class PendingText:
    """A text that waits: `error` says why it was refused; None while it is being written."""

    target: TextTarget
    text: str
    error: AppError | None = None

    @property
    def can_be_retried(self) -> bool:
        """Whether the same text may be accepted later: the store refused it, not a rule."""
        return isinstance(self.error, StoreError)


class PendingTexts(QObject):
    """The texts of one workbook that wait.

    Args:
        run: carries out an edit of the workbook; raises `AppError`, and then nothing is changed.
        action: during which screens wait, so that what follows an edit is seen with it at once.

    Signals:
        changed: the key of a text that waits now, is given up, or waits for another reason.
        committed: the key of a text that the workbook has taken, and the text; it waits no longer.
        refused: why the workbook did not take a text.
        copy_asked: somebody wants to save a copy with them.
    """

    changed = Signal(object)
    committed = Signal(object, str)
    refused = Signal(object)
    copy_asked = Signal()

    def __init__(
        self,
        run: Callable[[Callable[[Document], object]], object],
        action: Callable[[], AbstractContextManager[None]],
    ) -> None:
        super().__init__()
        self._run = run
        self._action = action
        self._texts: dict[Hashable, PendingText] = {}
        self._committing: set[Hashable] = set()

    def __iter__(self) -> Iterator[PendingText]:
        return iter(tuple(self._texts.values()))

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def not_taken(self) -> list[PendingText]:
        """Those that were handed over and refused."""
        return [pending for pending in self if pending.error is not None]

    def find(self, key: Hashable) -> PendingText | None:
        """The text that waits for this key; None: nothing does, or it is being put into the workbook just now."""
        return self._texts.get(key) if key not in self._committing else None

    def write(self, target: TextTarget, text: str) -> None:
        """Keeps a text that is being written."""
        self._put(PendingText(target, text))

    def refuse(self, target: TextTarget, text: str, error: AppError) -> None:
        """Keeps a text that was refused before the workbook was asked."""
        self._put(PendingText(target, text, error))

    def drop(self, key: Hashable) -> None:
        """Gives a text up."""
        if self._texts.pop(key, None) is not None:
            self.changed.emit(key)

    def clear(self) -> None:
        """Gives all of them up."""
        for key in tuple(self._texts):
            self.drop(key)

    def adopt(self, other: "PendingTexts") -> None:
        """Takes over what waits elsewhere, such as in the workbook of which this one is the copy."""
        for pending in other:
            target = pending.target
            moved = TextTarget(self, target.key, target.name, target.edit, on_leaving=target.on_leaving)
            self._put(PendingText(moved, pending.text, pending.error))

    def commit(self, target: TextTarget, text: str) -> AppError | None:
        """Puts a text into the workbook; a refused one waits here, with the reason, which is returned."""
        if target.key in self._committing:
            return None
        self._committing.add(target.key)
        with self._action():
            try:
                result = self._run(lambda document: target.edit(document, text))
            except AppError as error:
                self._committing.discard(target.key)
                self._put(PendingText(target, text, error))
                self.refused.emit(error)
                return error
            finally:
                self._committing.discard(target.key)
            self._texts.pop(target.key, None)
            self.committed.emit(target.key, text)
            target.then(result)
        return None

    def commit_written(self) -> None:
        """Hands over what is being written in fields that do so when they are left; refused texts keep waiting."""
        for pending in self:
            if pending.error is None and pending.target.on_leaving:
                pending.target.commit(pending.text)

    def retry(self) -> None:
        """Hands over everything that waits once more."""
        for pending in self:
            pending.target.commit(pending.text)

    def _put(self, pending: PendingText) -> None:
        if self._texts.get(pending.target.key) != pending:
            self._texts[pending.target.key] = pending
            self.changed.emit(pending.target.key)
