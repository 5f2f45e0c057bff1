"""A file with a journal beside it: does the journal belong? Tried on private copies, believed by the content sum.

A killed program leaves a journal that repairs its file; a sync folder can pair a file with one of another moment,
which would damage it on opening. The file itself is touched only once the outcome is proven.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.store.connection import Access, connect
from desktop_app.store.errors import StoreError, os_in_words, said
from desktop_app.store.header import journals_beside
from desktop_app.store.reading import load


class Verdict(Enum):
    """What was found out about a journal."""

    BELONGS = "the file is right with it"
    STRANGER = "the file is right without it"
    UNPROVEN = "the file can be read with or without it, but its sum is wrong"


@dataclass(frozen=True, slots=True)
class Trial:
    """A verdict and the private copy that led to it; the copy lasts as long as the `trial` context."""

    verdict: Verdict
    copy: Path


@contextmanager
def trial(path: Path) -> Iterator[Trial]:
    """Opens private copies of a file with and without its journal.

    Raises:
        StoreError: the file can be read neither way; says what is wrong with both together.
    """
    with TemporaryDirectory(prefix="steelyard-") as folder:
        try:
            with_journal = _copied(path, Path(folder) / "with", journals_beside(path))
            alone = _copied(path, Path(folder) / "alone", [])
        except OSError as error:
            raise os_in_words(error, path.name) from error
        yield _judge(with_journal, alone)


def set_aside(path: Path) -> None:
    """Renames the journals beside a file so that SQLite does not take them for the file's own.

    Raises:
        StoreError: the folder cannot be written.
    """
    for journal in journals_beside(path):
        try:
            journal.replace(journal.with_name(journal.name + "-set-aside"))
        except OSError as error:
            raise os_in_words(error, journal.name) from error


def _copied(path: Path, folder: Path, journals: list[Path]) -> Path:
    folder.mkdir()
    for source in (path, *journals):
        shutil.copyfile(source, folder / source.name)
    return folder / path.name


def _judge(with_journal: Path, alone: Path) -> Trial:
    trouble: StoreError | None = None
    readable: Path | None = None
    for copy, verdict in ((with_journal, Verdict.BELONGS), (alone, Verdict.STRANGER)):
        try:
            if _sum_is_right(copy):
                return Trial(verdict, copy)
        except StoreError as error:
            trouble = trouble or error
        else:
            readable = readable or copy
    if readable is None:
        assert trouble is not None
        raise trouble
    return Trial(Verdict.UNPROVEN, readable)


def _sum_is_right(copy: Path) -> bool:
    with said(copy.name):
        db = connect(copy, Access.WRITE)
    try:
        return load(db, copy.name).sum_is_right
    finally:
        db.conn.close()
