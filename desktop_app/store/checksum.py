"""The content sum: 64 bits over every row of the record tables, in any order, so that an edit adjusts it cheaply.

SQLite has no checksums; most flipped bits and stale pages pass its own checks. No SQL here.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

Value = str | int | float | None

_MODULUS: Final = 1 << 64
_compact: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def row_hash(table: str, values: Sequence[Value]) -> int:
    """One row's part: blake2b-64 (big-endian) of the compact JSON array of the table's name and its columns."""
    text = _compact([table, *values])
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def added(total: int, hashes: Iterable[int]) -> int:
    """The sum with further parts."""
    return (total + sum(hashes)) % _MODULUS


def as_text(total: int) -> str:
    """A sum as it is kept in the file: 16 hex digits."""
    return f"{total % _MODULUS:016x}"


def from_text(text: str | None) -> int | None:
    """A kept sum, or None when it is not one."""
    if text is None or len(text) != 16:
        return None
    try:
        return int(text, 16)
    except ValueError:
        return None
