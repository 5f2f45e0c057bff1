"""A file with a journal beside it: which of the two states counts? Tried on private copies, believed by their sums.

A killed program leaves a journal that repairs its file; a sync folder can pair a file with one of another moment,
which would damage it on opening or take back what was saved. The file itself is touched only once the outcome is
proven.
"""

import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from sqlite_utils import Database

from desktop_app.model import reads
from desktop_app.store.connection import Access, connect
from desktop_app.store.errors import StoreError, os_in_words, translate_sqlite_errors
from desktop_app.store.history_sum import history_sum, is_history_proven
from desktop_app.store.journal import Beside
from desktop_app.store.reading import kept_sum, load

_PREFIX: Final = "steelyard-trial-"
_STALE_SECONDS: Final = 7 * 24 * 3600


class Verdict(Enum):
    """What was found out about the journals beside a file."""

    BELONGS = "the file is right with them"
    STRANGER = "the file is right without them"
    UNPROVEN = "the file can be read with or without them, but its sum is wrong"


@dataclass(frozen=True, slots=True)
class Trial:
    """A verdict and the private copy that led to it; the copy lasts as long as the `trial` context."""

    verdict: Verdict
    copy: Path


@dataclass(frozen=True, slots=True)
class _State:
    """What a copy holds.

    Attributes:
        is_right: its content sum says that the records are as this program wrote them.
        is_proven: its history sum says the same of the history; False also in files that keep none.
        history: the sum of the history; None when it cannot be read.
        content: the sum of the records.
        created: when the workbook was made, which tells one from another.
    """

    is_right: bool
    is_proven: bool
    history: int | None
    content: int | None
    created: str


@contextmanager
def trial(path: Path, beside: Beside) -> Iterator[Trial]:
    """Opens private copies of a file with and without its journals.

    Args:
        path: the file, links followed.
        beside: its journals; those that are foreign are not even tried.

    Raises:
        StoreError: the file can be read neither way; says what is wrong with both together.
    """
    _sweep()
    with TemporaryDirectory(prefix=_PREFIX) as folder:
        try:
            alone = _copied(path, Path(folder) / "alone", ())
            with_journals = _copied(path, Path(folder) / "with", beside.playable) if beside.playable else None
        except OSError as error:
            raise os_in_words(error, path.name) from error
        yield _judge(with_journals, alone)


def set_aside(journals: Iterable[Path]) -> list[Path]:
    """Renames journals so that SQLite does not take them for the file's own; nothing is replaced.

    Returns:
        Their new names.

    Raises:
        StoreError: the folder cannot be written.
    """
    moved = []
    for journal in journals:
        try:
            new = next(name for name in _names_aside(journal) if not os.path.lexists(name))
            moved.append(journal.rename(new))
        except OSError as error:
            raise os_in_words(error, journal.name) from error
    return moved


def _sweep() -> None:
    """Removes private copies that a killed program left long ago."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            status = folder.lstat()
            is_mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if stat.S_ISDIR(status.st_mode) and is_mine and time.time() - status.st_mtime > _STALE_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def _names_aside(journal: Path) -> Iterator[Path]:
    yield journal.with_name(f"{journal.name}-set-aside")
    for number in count(2):
        yield journal.with_name(f"{journal.name}-set-aside-{number}")


def _copied(path: Path, folder: Path, journals: Iterable[Path]) -> Path:
    folder.mkdir()
    for source in (path, *journals):
        shutil.copyfile(source, folder / source.name)
    return folder / path.name


def _judge(with_journals: Path | None, alone: Path) -> Trial:
    """The newest state that was acknowledged: the file alone, when it is whole with its history.

    A commit ends by clearing the journal. What the file then holds alone is what was called saved, and a journal that
    came late with a synced folder would take it back. So would one of a crash in the last moment of a commit, which
    nobody was told of yet; keeping it is right there too.
    """
    trouble: list[StoreError] = []
    played = _state(with_journals, trouble) if with_journals is not None else None
    itself = _state(alone, trouble)
    if itself is not None and itself.is_right:
        if with_journals is not None and played is not None and _leads_on(played, itself):
            return Trial(Verdict.BELONGS, with_journals)
        return Trial(Verdict.STRANGER, alone)
    if with_journals is not None and played is not None:
        return Trial(Verdict.BELONGS if played.is_right else Verdict.UNPROVEN, with_journals)
    if itself is not None:
        return Trial(Verdict.UNPROVEN, alone)
    raise trouble[0]


def _leads_on(played: _State, itself: _State) -> bool:
    """Whether playing journals back may be trusted although the records of the file alone are right too."""
    if not played.is_right or played.created != itself.created:
        return False
    is_same = (played.content, played.history) == (itself.content, itself.history)
    return is_same or not itself.is_proven


def _state(copy: Path, trouble: list[StoreError]) -> _State | None:
    """What a copy holds, or None when it cannot be read; why is added to the trouble."""
    try:
        with translate_sqlite_errors(copy.name):
            db = connect(copy, Access.WRITE)
        try:
            loaded = load(db, copy.name)
            created = reads.workbook(loaded.document).created
            return _State(loaded.sum_is_right, *_history(db), kept_sum(db), created)
        finally:
            db.conn.close()
    except StoreError as error:
        trouble.append(error)
        return None


def _history(db: Database) -> tuple[bool, int | None]:
    """Whether the history is proven whole, and its sum."""
    try:
        return is_history_proven(db), history_sum(db)
    except (sqlite3.Error, UnicodeError):
        return False, None
