"""Journals as they lie beside workbooks: made by hand for harm, and as two moments of one workbook."""

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.session import Session

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_PAGE = 4096


def journal_path(path: Path) -> Path:
    """Where SQLite looks for the journal of a file."""
    return path.with_name(path.name + "-journal")


def journal_of(
    content: bytes,
    *,
    pages: int | None = None,
    page_size: int = _PAGE,
    magic: bytes = _MAGIC,
    tail: bytes = b"",
    changed_first_page: bytes | None = None,
) -> bytes:
    """A journal that SQLite plays back: one record, the first page of a file as it is or as given.

    Args:
        content: the file.
        pages: how many pages the journal says the file had; by default as many as it has.
        page_size: what the journal says of it.
        magic: its first bytes.
        tail: what stands at its end.
        changed_first_page: the page it holds.
    """
    first = changed_first_page or content[:_PAGE]
    nonce = 12345
    header = struct.pack(">8sIIIII", magic, 1, nonce, len(content) // _PAGE if pages is None else pages, 512, page_size)
    checksum = (nonce + sum(first[_PAGE - 200 : 0 : -200])) % 2**32
    return header.ljust(512, b"\0") + struct.pack(">I", 1) + first + struct.pack(">I", checksum) + tail


def super_journal(name: bytes) -> bytes:
    """The record that has SQLite delete a file after it has played a journal back."""
    number = 0x40000000 // _PAGE + 1
    return struct.pack(">I", number) + name + struct.pack(">II", len(name), sum(name) % 2**32) + _MAGIC


def whole_journal_of(content: bytes, *, pages: int) -> bytes:
    """A journal that turns a file of so many pages into a whole other one."""
    return _journal_of_pages(content, list(range(len(content) // _PAGE)), pages=pages)


@dataclass(frozen=True)
class Pair:
    """A file after a commit with the journal as it stood just before that commit cleared it."""

    after: bytes
    journal: bytes


def late_pairs(path: Path, edits: Iterable[Callable[[Session], object]]) -> Iterator[Pair]:
    """Pairs as a sync folder makes them that is late with the deletion of a journal: one for each edit.

    Before it changes pages, SQLite puts them into the journal as they were.
    """
    with Session.open(path) as session:
        for edit in edits:
            before = path.read_bytes()
            edit(session)
            after = path.read_bytes()
            starts = range(0, len(before), _PAGE)
            changed = [at // _PAGE for at in starts if before[at : at + _PAGE] != after[at : at + _PAGE]]
            yield Pair(after, _journal_of_pages(before, changed))


def _journal_of_pages(content: bytes, numbers: list[int], *, pages: int | None = None) -> bytes:
    """A journal of some pages (counted from 0) of a file that had so many pages, by default its own."""
    count = len(content) // _PAGE if pages is None else pages
    parts = [struct.pack(">8sIIIII", _MAGIC, len(numbers), 99, count, 512, _PAGE).ljust(512, b"\0")]
    for number in numbers:
        page = content[number * _PAGE :][:_PAGE]
        checksum = (99 + sum(page[_PAGE - 200 : 0 : -200])) % 2**32
        parts.append(struct.pack(">I", number + 1) + page + struct.pack(">I", checksum))
    return b"".join(parts)
