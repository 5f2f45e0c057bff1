"""Opens and creates workbook files, in the order that keeps a stranger's file harmless and every file unchanged."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from sqlite_utils import Database

from desktop_app.model.document import Document
from desktop_app.model.records import Record
from desktop_app.model.rules import Soundness
from desktop_app.store.building import build_file
from desktop_app.store.connection import Access, connect, guard, make_durable, tidy_journal
from desktop_app.store.errors import BusyError, HistoryDamagedError, JournalNotBelieved, translate_sqlite_errors
from desktop_app.store.header import Header, read_header
from desktop_app.store.history import NO_MARKS, HistoryMarks, read_marks
from desktop_app.store.journal import look_beside
from desktop_app.store.lock import (
    FileKey,
    NoLockFolderError,
    OpenHere,
    claim,
    file_key,
    is_anothers,
    links_followed,
    refuse_if_open_here,
    release,
)
from desktop_app.store.read_only import (
    ASKED,
    CHANGED,
    ELSEWHERE,
    HISTORY,
    NO_LOCK,
    OTHER_JOURNAL,
    PLACE,
    ReadOnlyReason,
)
from desktop_app.store.reading import load
from desktop_app.store.recovery import Verdict, set_aside, trial
from desktop_app.store.workbook_file import WorkbookFile
from desktop_app.wording.sentence import Value, say

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open workbook: its file, its records, and what is unusual in them.

    Attributes:
        notice: what opening did with a journal that was not believed, to be said once.
        format: the file's `user_version`; an earlier one becomes this program's with the first edit.
    """

    file: WorkbookFile
    document: Document
    soundness: Soundness
    notice: JournalNotBelieved | None
    format: int


def create_workbook(path: Path, records: Iterable[Record]) -> Opened:
    """Makes a new workbook file, never over one that is there, and opens it; its history begins after these records.

    Args:
        path: where to.
        records: what it holds to begin with, the `Workbook` among them; checked when it is opened.

    Raises:
        StoreError: the file exists or cannot be written.
    """
    path = path.absolute()
    build_file(path, records)
    _LOG.info("made a workbook")
    return open_workbook(path)


def open_workbook(path: Path, *, read_only: bool = False) -> Opened:
    """Opens a workbook file; its bytes stay as they are, unless its own journal is proven to repair it.

    Args:
        path: the file; links are followed.
        read_only: asks for no lock and never writes.

    Raises:
        StoreError: which of its kinds says what is wrong with the file.
    """
    path = links_followed(path)
    key = file_key(path)
    refuse_if_open_here(key, path.name)
    header = read_header(path)
    with ExitStack() as resources:
        resources.callback(OpenHere(key).release)
        is_frozen = header.is_wal or not _can_be_written(path)
        if read_only:
            reason: ReadOnlyReason | None = ASKED
        elif is_frozen:
            reason = OTHER_JOURNAL if header.is_wal else PLACE
        else:
            reason = _lock(key, resources)
        way = _plan_connection(path, key, header, reason, resources, is_frozen=is_frozen)
        with translate_sqlite_errors(path.name):
            db = connect(way.path, way.access)
            resources.callback(db.conn.close)
            loaded = load(db, path.name)
            if not loaded.sum_is_right:
                reason = CHANGED
            marks, reason = _marks(db, reason)
            if way.access is Access.WRITE:
                _restrict(db, path, reason, leftover=way.leftover)
            if reason is None:
                resources.callback(_tidy, db, path, key)
        file = WorkbookFile(
            path, key, db, version=loaded.version, marks=marks, reason=reason, resources=resources.pop_all()
        )
    state = reason.code if reason is not None else "editable"
    count = sum(1 for _ in loaded.document.records())
    _LOG.info("opened a workbook: format %d, %d records, %s", loaded.format, count, state)
    if way.notice is not None:
        _LOG.warning("a journal lay beside it: %s", way.notice.code)
    return Opened(file, loaded.document, loaded.soundness, way.notice, loaded.format)


def _restrict(db: Database, path: Path, reason: ReadOnlyReason | None, *, leftover: Path | None) -> None:
    """Makes a connection that can write durable, or unable to write when checking found a reason.

    Args:
        db: the connection.
        path: its file.
        reason: why the file is only read, or None.
        leftover: a journal whose writing was not finished. Its end would become the end of the next journal.
    """
    db.conn.set_authorizer(None)
    if reason is None:
        if leftover is not None:
            # Under SQLite's own lock: it could also be the journal of a program that is just writing it.
            tidy_journal(db)
            if leftover.exists():
                raise BusyError(say("error.store.in_use", name=path.name), say("remedy.try_again_in_moment"))
        make_durable(db, path.name)
    else:
        # This also keeps a sum or a history that is wrong out of copies: they are made from the records then.
        db.execute("PRAGMA query_only = on")
    guard(db)


def _tidy(db: Database, path: Path, key: FileKey) -> None:
    if not is_anothers(path, key):
        tidy_journal(db)


@dataclass(frozen=True, slots=True)
class _WayIn:
    """Which file is connected to, and how: the workbook itself, or a private copy of it."""

    path: Path
    access: Access
    notice: JournalNotBelieved | None = None
    leftover: Path | None = None


def _can_be_written(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


def _lock(key: FileKey, resources: ExitStack) -> ReadOnlyReason | None:
    """Keeps other programs out; why that fails, or None when it is done."""
    try:
        lock = claim(key)
    except NoLockFolderError:
        return NO_LOCK
    if lock is None:
        return ELSEWHERE
    resources.callback(release, lock)
    return None


def _plan_connection(
    path: Path,
    key: FileKey,
    header: Header,
    reason: ReadOnlyReason | None,
    resources: ExitStack,
    *,
    is_frozen: bool,
) -> _WayIn:
    may_write = reason is None
    access = Access.WRITE if may_write else Access.FROZEN if is_frozen else Access.READ
    beside = look_beside(path, header)
    if beside.is_clear or _is_in_use(key, reason):
        return _WayIn(path, access, leftover=beside.unfinished)
    with ExitStack() as attempt:
        outcome = attempt.enter_context(trial(path, beside))
        if outcome.verdict is Verdict.STRANGER:
            strangers = (*beside.playable, *beside.foreign)
            if may_write:
                aside = set_aside(strangers)
                return _WayIn(path, Access.WRITE, _journal_notice(strangers, aside), beside.unfinished)
            return _WayIn(path, Access.FROZEN, _journal_notice(strangers, ()))
        if outcome.verdict is Verdict.BELONGS and may_write and not beside.foreign:
            return _WayIn(path, Access.WRITE)
        # Read from the private copy, where the journal has done its work; the file stays as it is.
        resources.enter_context(attempt.pop_all())
        return _WayIn(outcome.copy, Access.FROZEN)


def _journal_notice(journals: Iterable[Path], aside: Iterable[Path]) -> JournalNotBelieved:
    """What is said of journals that were not believed."""
    names = _listed(journals)
    kept = _listed(aside)
    if not kept:
        return JournalNotBelieved(say("notice.journal_not_used", journals=names))
    return JournalNotBelieved(say("notice.journal_renamed", journals=names, kept=kept))


def _listed(paths: Iterable[Path]) -> Value:
    names: Iterator[Value] = (f'"{path.name}"' for path in paths)
    return reduce(lambda so_far, name: say("list.and", so_far=so_far, last=name), names, next(names, ""))


def _is_in_use(key: FileKey, reason: ReadOnlyReason | None) -> bool:
    """Whether the journal may be that of another program at work."""
    if reason is None:
        return False
    if reason is ELSEWHERE:
        return True
    try:
        lock = claim(key)
    except NoLockFolderError:
        return False
    if lock is None:
        return True
    release(lock)
    return False


def _marks(db: Database, reason: ReadOnlyReason | None) -> tuple[HistoryMarks, ReadOnlyReason | None]:
    if reason is not None:
        return NO_MARKS, reason
    try:
        return read_marks(db), None
    except HistoryDamagedError:
        return NO_MARKS, HISTORY
