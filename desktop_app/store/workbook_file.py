"""An open workbook file: writes change sets, plays steps back and forth, saves copies. One thread.

How it came to be open is `opening`'s business; what a transaction writes is `writing`'s.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from desktop_app.model.changes import ChangeSet
from desktop_app.model.log import LogEntry
from desktop_app.model.records import Record
from desktop_app.store import history, writing
from desktop_app.store.changed_outside import require_still_there
from desktop_app.store.copying import CopyReport, copy_workbook
from desktop_app.store.errors import (
    BusyError,
    ReadOnlyError,
    StoreError,
    translate_sqlite_errors,
)
from desktop_app.store.history import Find, HistoryMarks, NamedStep
from desktop_app.store.journal import names_beside
from desktop_app.store.lock import FileKey, is_anothers
from desktop_app.store.read_only import ReadOnlyReason
from desktop_app.store.reading import data_version
from desktop_app.wording.sentence import say

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecordedStep:
    """A step that can be played: what it does now, and how that is written."""

    change_set: ChangeSet
    write: Callable[[ChangeSet], None]


class WorkbookFile:
    """A workbook file that is open.

    Args:
        path: where it lies.
        key: device and inode it had when it was opened.
        db: the connection; writes unless `reason` is given.
        version: the `data_version` its records were read under.
        marks: what can be undone and redone.
        reason: why it is open for reading only.
        resources: what is given back on closing (lock, private copy).
    """

    def __init__(
        self,
        path: Path,
        key: FileKey,
        db: Database,
        *,
        version: int,
        marks: HistoryMarks,
        reason: ReadOnlyReason | None,
        resources: ExitStack,
    ) -> None:
        self.path = path
        self.read_only_reason = reason
        self._key = key
        self._db = db
        self._version = version
        self._marks = marks
        self._resources = resources
        self._has_failed = False

    @property
    def is_read_only(self) -> bool:
        """Whether writing is refused."""
        return self.read_only_reason is not None

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return str(self._marks.undo.name) if self._marks.undo is not None else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        return str(self._marks.redo.name) if self._marks.redo is not None else None

    def log(self) -> tuple[LogEntry, ...]:
        """The minutes, from the beginning.

        Raises:
            StoreError: the file cannot be read.
        """
        with translate_sqlite_errors(self.path.name):
            return history.read_log(self._db)

    @property
    def is_outdated(self) -> bool:
        """Whether another program has written to the file since it was read.

        Raises:
            StoreError: the file cannot be asked.
        """
        if is_anothers(self.path, self._key) or self._is_joined_by_journals:
            return True
        with translate_sqlite_errors(self.path.name):
            return data_version(self._db) != self._version

    def write(self, change_set: ChangeSet) -> None:
        """Puts an action on disk as one step; returns when it would survive a power cut.

        Raises:
            StoreError: nothing was written.
        """
        with self._writing():
            self._marks = writing.write_edit(self._db, change_set, self._version)
        _LOG.info("wrote a step: %s", _counts(change_set))

    def recorded_undo(self, find: Find) -> RecordedStep | None:
        """The last step taken back, as it would change the records now; None when there is none.

        Raises:
            StoreError: the workbook is read-only, or the history is damaged.
        """
        return self._recorded(self._marks.undo, find, backwards=True)

    def recorded_redo(self, find: Find) -> RecordedStep | None:
        """The next step done again, as it would change the records now; None when there is none.

        Raises:
            StoreError: the workbook is read-only, or the history is damaged.
        """
        return self._recorded(self._marks.redo, find, backwards=False)

    def save_copy(self, destination: Path, records: Iterable[Record], *, with_history: bool) -> CopyReport:
        """Writes a copy of these records, with undo steps and minutes when wanted and still readable.

        Raises:
            StoreError: the copy cannot be written; what was at the destination is as it was.
        """
        db = None if is_anothers(self.path, self._key) or self._is_joined_by_journals else self._db
        return copy_workbook(db, self.path, destination, list(records), with_history=with_history)

    def close(self) -> None:
        """Lets the file go; leaves nothing beside it."""
        self._resources.close()
        _LOG.info("closed a workbook")

    def _recorded(self, step: NamedStep | None, find: Find, *, backwards: bool) -> RecordedStep | None:
        self._require_writable()
        if step is None:
            return None
        self._require_still_there()
        with translate_sqlite_errors(self.path.name):
            change_set = history.rebuild(self._db, step, find, backwards=backwards)

        def write(played: ChangeSet) -> None:
            with self._writing():
                self._marks = writing.write_move(self._db, played, step, self._version, backwards=backwards)
            _LOG.info("%s a step: %s", "undid" if backwards else "redid", _counts(played))

        return RecordedStep(change_set, write)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._require_writable()
        self._require_still_there()
        try:
            with translate_sqlite_errors(self.path.name):
                yield
        except StoreError as error:
            _LOG.warning("wrote nothing: %s", error.code)
            # Taking it back may have failed too; then a journal of our own lies there, which SQLite plays next.
            self._has_failed = True
            raise
        self._has_failed = False

    def _strange_journals(self) -> list[Path]:
        """Journals that appeared beside the file while it was open for writing; ours is empty between two writes.

        SQLite would play them back before it does anything else, unseen by what judges them when a file is opened.

        Raises:
            StoreError: a link, a pipe or a folder has the name of a journal.
        """
        return [] if self.is_read_only or self._has_failed else names_beside(self.path)

    @property
    def _is_joined_by_journals(self) -> bool:
        try:
            return bool(self._strange_journals())
        except StoreError:
            return True

    def _require_writable(self) -> None:
        if self.read_only_reason is not None:
            raise ReadOnlyError(self.read_only_reason.says, self.read_only_reason.advises)

    def _require_still_there(self) -> None:
        require_still_there(self.path, self._key)
        for journal in self._strange_journals():
            raise BusyError(
                say("error.store.journal_appeared", name=journal.name),
                say("remedy.close_and_open_again"),
            )


def _counts(change_set: ChangeSet) -> str:
    """How many records of each kind changed, without a word of them."""
    kinds = Counter(type(change.record).__name__ for change in change_set.changes)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
