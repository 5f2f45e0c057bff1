"""What the first 100 bytes of a file say, read before SQLite sees it. Changes nothing, needs no SQLite code."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.store.errors import (
    CutOffError,
    DamagedError,
    EmptyFileError,
    NewerFormatError,
    NotAFileError,
    NotAWorkbookError,
    TooLargeError,
    os_in_words,
)
from desktop_app.store.schema import APPLICATION_ID, USER_VERSION
from desktop_app.wording.sentence import say

LARGEST_FILE_BYTES: Final = 512 * 1024 * 1024
_HEADER_BYTES: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_UTF_8: Final = 1
_WAL: Final = 2


@dataclass(frozen=True, slots=True)
class Header:
    """What was read: `page_size` in bytes, `is_wal` a journal mode not ours."""

    user_version: int
    page_size: int
    is_wal: bool


def read_header(path: Path) -> Header:
    """Reads and judges the first bytes of a file.

    Raises:
        StoreError: one of its kinds, for a file that is missing, empty, foreign, newer, cut off or too large.
    """
    name = path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(say("error.store.no_file", name=name), say("remedy.choose_workbook_file"))
        if status.st_size > LARGEST_FILE_BYTES:
            raise TooLargeError(say("error.store.too_large", name=name))
        head = _first_bytes(path)
        has_journal = any(path.with_name(path.name + ending).exists() for ending in ("-journal", "-wal"))
    except OSError as error:
        raise os_in_words(error, path.name) from error
    if not head:
        raise EmptyFileError(say("error.store.empty", name=name), say("remedy.fetch_again"))
    magic = head[: len(_MAGIC)]
    if magic != _MAGIC[: len(magic)]:
        raise NotAWorkbookError(
            say("error.store.no_workbook", name=name),
            say("remedy.choose_workbook_file_or_open_backup"),
        )
    if len(head) < _HEADER_BYTES:
        raise CutOffError(say("error.store.cut_off", name=name), say("remedy.fetch_or_copy_it_again"))
    _judge(name, head, size=status.st_size, has_journal=has_journal)
    return Header(
        user_version=_number(head, 60),
        page_size=_page_size(head),
        is_wal=_WAL in (head[18], head[19]),
    )


def _first_bytes(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_HEADER_BYTES)


def page_count(head: bytes) -> int | None:
    """How many pages the first 100 bytes of a file say it has; None when they do not vouch for it."""
    is_valid = len(head) >= _HEADER_BYTES and head[24:28] == head[92:96]
    return _number(head, 28) if is_valid else None


def _page_size(head: bytes) -> int:
    page_size = int.from_bytes(head[16:18], "big")
    return 65536 if page_size == 1 else page_size


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


def _judge(name: str, head: bytes, *, size: int, has_journal: bool) -> None:
    page_size = _page_size(head)
    if page_size < 512 or page_size & (page_size - 1):
        raise DamagedError(say("error.store.first_bytes", name=name), say("remedy.open_backup_or_another_copy"))
    if _number(head, 68) != APPLICATION_ID:
        raise NotAWorkbookError(say("error.store.other_program", name=name), say("remedy.choose_workbook_file"))
    if _number(head, 60) > USER_VERSION:
        raise NewerFormatError(say("error.store.newer", name=name), say("remedy.update_program_to_open_it"))
    if _number(head, 56) != _UTF_8:
        raise DamagedError(say("error.store.first_bytes", name=name), say("remedy.open_backup_or_another_copy"))
    # With a journal beside it the header may be ahead of the file, and SQLite can still put that right.
    if not has_journal and (page_count(head) or 0) * page_size > size:
        raise CutOffError(say("error.store.cut_off", name=name), say("remedy.fetch_or_copy_it_again"))
