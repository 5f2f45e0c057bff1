"""The history sum: 64 bits over undo steps, minutes and where undo stands, so that a file can prove its history whole.

The content sum says that the records are right; beside a journal that is not enough, because a file can hold the new
records with part of the old history. Adjusted by each transaction, looked at where a journal must be judged.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sqlite_utils import Database

from desktop_app.store.checksum import Value, added, as_text, from_text, row_hash
from desktop_app.store.reading import format_of
from desktop_app.store.versions import lacking

KEY: Final = "history_sum"
_POSITION: Final = "SELECT key, value FROM state WHERE key IN ('cursor', 'next_step')"
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "step": ("id", "label", "at", "size", "args"),
        "change": ("step", "seq", "kind", "record", "before", "after"),
        "log": ("id", "at", "label", "step", "checkpoint", "args"),
    }
)

Row = Sequence[Value]


def history_sum(db: Database) -> int:
    """The history sum of the rows as they stand in the file.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    version = format_of(db)
    state = (row_hash("state", row) for row in db.execute(_POSITION))
    rows = (row_hash(table, row) for table in COLUMNS for row in db.execute(_select(table, version)))
    return added(0, (*state, *rows))


def kept_history_sum(db: Database) -> int | None:
    """The history sum the file says it has.

    Returns:
        None when it says none: version 0.1.0 kept none, and what it added to the minutes since is not in it either.
    """
    row = db.execute("SELECT value FROM state WHERE key = ?", (KEY,)).fetchone()
    total, _, newest = row[0].partition("-") if row is not None else ("", "", "")
    return from_text(total) if newest == str(newest_line(db)) else None


def is_history_proven(db: Database) -> bool:
    """Whether the file's history is whole, as its own sum says.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    kept = kept_history_sum(db)
    return kept is not None and kept == history_sum(db)


def newest_line(db: Database) -> int:
    """The id of the newest line of the minutes, 0 when there is none."""
    (newest,) = db.execute("SELECT max(id) FROM log").fetchone()
    return newest or 0


def text_of(total: int, newest: int) -> str:
    """The sum as it is kept: 16 hex digits, a hyphen, and the id of the newest line of the minutes it covers."""
    return f"{as_text(total)}-{newest}"


class Tally:
    """Adjusts the history sum by what one transaction does; `write` puts it into the file at the end."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._total = self._known()

    def _known(self) -> int | None:
        kept = kept_history_sum(self._db)
        if kept is not None:
            return kept
        try:
            return history_sum(self._db)
        except (sqlite3.Error, UnicodeError):
            # A history that cannot be read is no reason to refuse an edit; undo will say so when it meets it.
            return None

    def add(self, table: str, row: Row) -> None:
        """A row comes to the history."""
        if self._total is not None:
            self._total = added(self._total, (row_hash(table, row),))

    def remove(self, table: str, row: Row) -> None:
        """A row leaves it."""
        if self._total is not None:
            self._total = added(self._total, (-row_hash(table, row),))

    def remove_all(self, table: str, rows: Iterable[Row]) -> None:
        """Rows leave it; they are read only when somebody counts them."""
        if self._total is not None:
            for row in rows:
                self.remove(table, row)

    def write(self) -> None:
        """Keeps the sum, inside the same transaction."""
        keep_history_sum(self._db, self._total)


def keep_history_sum(db: Database, total: int | None) -> None:
    """Puts the history sum into the file, or takes it away, inside a running transaction."""
    if total is None:
        db.execute("DELETE FROM state WHERE key = ?", (KEY,))
        return
    db.execute(
        "INSERT INTO state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (KEY, text_of(total, newest_line(db))),
    )


def sum_of_no_history(position: Iterable[tuple[str, str]]) -> str:
    """The sum of a file that has no steps yet, as it is kept.

    Args:
        position: the rows of `state` that tell where undo stands.
    """
    return text_of(added(0, _hashes("state", position)), 0)


def _select(table: str, version: int) -> str:
    missing = lacking(table, version)
    return f"SELECT {', '.join(name for name in COLUMNS[table] if name not in missing)} FROM {table}"  # noqa: S608


def _hashes(table: str, rows: Iterable[Row]) -> Iterator[int]:
    return (row_hash(table, row) for row in rows)
