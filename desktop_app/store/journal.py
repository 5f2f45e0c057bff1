"""What lies beside a workbook under the names of SQLite's journals, judged before SQLite sees it. Changes nothing.

SQLite believes a journal: it gives the file the size that the journal tells, deletes the file that a "super-journal"
record names, and waits for a pipe. So only what may be this very file's own journal is ever shown to it.
"""

import os
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.store.errors import StrayJournalError, os_in_words
from desktop_app.store.header import LARGEST_FILE_BYTES, Header, page_count
from desktop_app.wording.sentence import say

JOURNAL: Final = "-journal"
WRITE_AHEAD_LOG: Final = "-wal"

_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_SEGMENT: Final = struct.Struct(">8sIIIII")  # magic, records, nonce, pages before, bytes of a sector, of a page
_SUPER_JOURNAL: Final = struct.Struct(">II8s")  # at the very end: length of a name, sum of its bytes, magic
_UNCOUNTED: Final = 0xFFFFFFFF  # as many records as the journal has room for
_LOCK_BYTE: Final = 0x40000000  # the page that holds it is never in a journal
_MOST_SECTOR_BYTES: Final = 65536
_LARGEST_JOURNAL_BYTES: Final = 2 * LARGEST_FILE_BYTES  # each page once, with little around it

_WAL_MAGICS: Final = frozenset({0x377F0682, 0x377F0683})
_WAL_HEADER: Final = struct.Struct(">4I16x")  # magic, version, bytes of a page, checkpoint
_WAL_FRAME: Final = struct.Struct(">2I16x")  # page, pages of the file after a commit
_WAL_VERSION: Final = 3_007_000


class _Kind(Enum):
    PLAYABLE = "SQLite may be shown it beside a private copy of the file"
    UNFINISHED = "its writing was not finished; SQLite plays nothing of it"
    FOREIGN = "not this file's"


@dataclass(frozen=True, slots=True)
class Beside:
    """The journals beside a file.

    Attributes:
        playable: may be the file's own; whether they are shows when they are tried on a copy.
        foreign: are not, and must never be seen by SQLite.
        unfinished: is nothing to SQLite until it writes into it: a killed program had not finished it.
    """

    playable: tuple[Path, ...] = ()
    foreign: tuple[Path, ...] = ()
    unfinished: Path | None = None

    @property
    def is_clear(self) -> bool:
        """Whether SQLite may simply be let at the file."""
        return not self.playable and not self.foreign


def look_beside(path: Path, header: Header) -> Beside:
    """Judges the journals beside a workbook.

    Args:
        path: the workbook, links followed.
        header: what its first bytes say.

    Raises:
        StrayJournalError: a link, a pipe or a folder has the name of a journal.
        StoreError: a journal cannot be read.
    """
    journals_by_kind: dict[_Kind, list[Path]] = {kind: [] for kind in _Kind}
    for ending, judge in ((JOURNAL, _judge_journal), (WRITE_AHEAD_LOG, _judge_log)):
        journal = path.with_name(path.name + ending)
        try:
            size = _size_of(journal)
            if size is None or (size == 0 and ending == JOURNAL):
                continue
            if size > _LARGEST_JOURNAL_BYTES:
                journals_by_kind[_Kind.FOREIGN].append(journal)
                continue
            with _opened(journal) as stream:
                journals_by_kind[judge(stream, size, path, header)].append(journal)
        except OSError as error:
            raise os_in_words(error, journal.name) from error
    unfinished = journals_by_kind[_Kind.UNFINISHED]
    return Beside(
        tuple(journals_by_kind[_Kind.PLAYABLE]),
        tuple(journals_by_kind[_Kind.FOREIGN]),
        unfinished[0] if unfinished else None,
    )


def names_beside(path: Path) -> list[Path]:
    """The files of journal names beside a file or a place for one, empty ones left out.

    Raises:
        StrayJournalError: a link, a pipe or a folder has such a name.
        StoreError: the name leaves no room for that of a journal.
    """
    every = (path.with_name(path.name + ending) for ending in (JOURNAL, WRITE_AHEAD_LOG))
    return [journal for journal in every if _size_of(journal)]


def _size_of(journal: Path) -> int | None:
    """The bytes of a journal, None when there is none."""
    try:
        status = journal.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise os_in_words(error, journal.name.removesuffix(JOURNAL)) from error
    if not stat.S_ISREG(status.st_mode):
        raise StrayJournalError(
            say("error.store.strange_journal", name=journal.name),
            say("remedy.move_it_away_and_try_again"),
        )
    return status.st_size


def _opened(journal: Path) -> BinaryIO:
    careful = ("O_BINARY", "O_NONBLOCK", "O_NOFOLLOW")
    flags = os.O_RDONLY
    for name in careful:
        flags |= getattr(os, name, 0)
    return os.fdopen(os.open(journal, flags), "rb")


def _judge_journal(stream: BinaryIO, size: int, path: Path, header: Header) -> _Kind:
    """See `docs/adr/0013-journals.md` for why these are the rules."""
    if _names_a_super_journal(stream, size):
        return _Kind.FOREIGN
    stream.seek(0)
    head = stream.read(_SEGMENT.size)
    if head[:1] == b"\0":
        return _Kind.UNFINISHED if _is_unfinished(head, header.page_size) else _Kind.FOREIGN
    if head[: len(_MAGIC)] != _MAGIC[: len(head)] or len(head) < _SEGMENT.size:
        return _Kind.FOREIGN
    _, _, _, pages, sector_bytes, page_bytes = _SEGMENT.unpack(head)
    if page_bytes != header.page_size or not _is_size(sector_bytes, 32, _MOST_SECTOR_BYTES):
        return _Kind.FOREIGN
    first_page = _first_page(stream, size, page_bytes, sector_bytes)
    if first_page is None:
        # Not in the journal, so not changed yet: it is the one in the file.
        with path.open("rb") as file:
            first_page = file.read(100)
    least, most = max(page_count(first_page) or 1, 1), path.stat().st_size // page_bytes
    return _Kind.PLAYABLE if least <= pages <= most else _Kind.FOREIGN


def _names_a_super_journal(stream: BinaryIO, size: int) -> bool:
    """Whether playing this journal would have SQLite look for another file, and delete it."""
    if size < _SUPER_JOURNAL.size:
        return False
    stream.seek(size - _SUPER_JOURNAL.size)
    return stream.read(_SUPER_JOURNAL.size).endswith(_MAGIC)


def _is_unfinished(head: bytes, page_size: int) -> bool:
    """Whether a journal is one that SQLite had begun and not yet put on the disk, or one that it had cleared."""
    if len(head) < _SEGMENT.size:
        return not any(head)
    magic, records, _, _, _, page_bytes = _SEGMENT.unpack(head)
    return not any(head) or (not any(magic) and records == 0 and page_bytes == page_size)


def _is_size(number: int, least: int, most: int) -> bool:
    return least <= number <= most and number & (number - 1) == 0


def _first_page(stream: BinaryIO, size: int, page_bytes: int, sector_bytes: int) -> bytes | None:
    """What the first page of the file was before the transaction; None when the journal does not hold it."""
    for number, content in _pages(stream, size, page_bytes, sector_bytes):
        if number == 1:
            return content
    return None


def _pages(stream: BinaryIO, size: int, page_bytes: int, sector_bytes: int) -> Iterator[tuple[int, bytes]]:
    """The pages that SQLite would play back, as far as it would go."""
    record_bytes = page_bytes + 8
    offset = 0
    while offset + sector_bytes <= size:
        stream.seek(offset)
        magic, count, nonce, *_ = _SEGMENT.unpack(stream.read(_SEGMENT.size))
        if magic != _MAGIC:
            return
        offset += sector_bytes
        stream.seek(offset)
        for _ in range((size - offset) // record_bytes if count == _UNCOUNTED else count):
            record = stream.read(record_bytes)
            if len(record) < record_bytes:
                return
            number, content = int.from_bytes(record[:4], "big"), record[4:-4]
            # SQLite adds up every 200th byte, from the end, to tell whole records from torn ones.
            checksum = (nonce + sum(content[page_bytes - 200 : 0 : -200])) % 2**32
            if number in (0, _LOCK_BYTE // page_bytes + 1) or checksum != int.from_bytes(record[-4:], "big"):
                return
            yield number, content
            offset += record_bytes
        offset = -(-offset // sector_bytes) * sector_bytes


def _judge_log(stream: BinaryIO, size: int, _path: Path, header: Header) -> _Kind:
    """A write-ahead log is never ours; that of a file which another program keeps so can be read beside a copy."""
    if not header.is_wal or size < _WAL_HEADER.size:
        return _Kind.FOREIGN
    magic, version, page_bytes, _ = _WAL_HEADER.unpack(stream.read(_WAL_HEADER.size))
    if magic not in _WAL_MAGICS or version != _WAL_VERSION or page_bytes != header.page_size:
        return _Kind.FOREIGN
    most = LARGEST_FILE_BYTES // page_bytes
    for offset in range(_WAL_HEADER.size, size - _WAL_FRAME.size - page_bytes + 1, _WAL_FRAME.size + page_bytes):
        stream.seek(offset)
        number, pages = _WAL_FRAME.unpack(stream.read(_WAL_FRAME.size))
        if number > most or pages > most:
            return _Kind.FOREIGN
    return _Kind.PLAYABLE
