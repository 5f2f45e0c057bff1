"""Connections to a workbook file: opened without creating anything, hardened, watched by an authorizer.

A stranger's file is data: nothing inside it (trigger, view, CHECK) may ask for anything.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import quote

from sqlite_utils import Database

from desktop_app.model.tables import TABLE_NAMED
from desktop_app.store.errors import StorageError, TooLargeError
from desktop_app.store.header import LARGEST_FILE_BYTES
from desktop_app.store.schema import HISTORY_TABLE_NAMES
from desktop_app.wording.sentence import say

BUSY_MS: Final = 2000
LEAST_STEPS: Final = 10_000_000
STEPS_A_BYTE: Final = 10
# Steps of SQLite's machine: the rows that take the most of them for their bytes (60,000 tombstones) took 0.7 a byte.
_STEPS_BETWEEN_LOOKS: Final = 20_000
LARGEST_VALUE_BYTES: Final = 4 * 1024 * 1024
OLDEST_SQLITE: Final = (3, 37, 0)
# STRICT tables came with it; older versions would quietly make ordinary ones.


class Access(Enum):
    """How a file is opened; never so that a missing one is made."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    # No locks, no journal: for places that cannot be written, where SQLite otherwise fails.
    FROZEN = "mode=ro&immutable=1"


_ACTIONS: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_TABLE_ACTIONS: Final = frozenset(
    {sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
)
_PRAGMAS: Final = frozenset(
    {
        "data_version",
        "foreign_key_check",
        "foreign_keys",
        "integrity_check",
        "page_count",
        "page_size",
        "quick_check",
        "synchronous",
    }
)
_FUNCTIONS: Final = frozenset({"count", "max", "min", "total"})
_TABLES: Final = frozenset({*TABLE_NAMED, *HISTORY_TABLE_NAMES, "sqlite_master", "sqlite_schema"})


def authorize(action: int, first: str | None, second: str | None, database: str | None, asker: str | None) -> int:
    """SQLite's question whether something may be done. `asker` is the trigger or view behind it, None for us."""
    if asker is not None:
        allowed = False
    elif action == sqlite3.SQLITE_FUNCTION:
        allowed = second in _FUNCTIONS
    elif action in _TABLE_ACTIONS:
        allowed = first in _TABLES and database in ("main", None)
    elif action == sqlite3.SQLITE_PRAGMA:
        # The format may be asked for; only a migration, which lifts this, sets it.
        allowed = first in _PRAGMAS or (first == "user_version" and second is None)
    else:
        allowed = action in _ACTIONS
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def connect(path: Path, access: Access) -> Database:
    """A hardened connection without an authorizer yet; the file is not read by this.

    Raises:
        sqlite3.Error: the file cannot be opened.
        StorageError: the SQLite in use is too old.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(say("error.store.old_sqlite", version=sqlite3.sqlite_version), say("remedy.newer_sqlite"))
    uri = f"{as_uri(path.absolute())}?{access.value}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, cached_statements=256)
    try:
        _harden(connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def guard(db: Database) -> None:
    """From here on only what `authorize` allows runs on this connection."""
    db.conn.set_authorizer(authorize)


@contextmanager
def unguarded(db: Database, *, attached: int = 0) -> Iterator[None]:
    """Lifts the authorizer for statements of our own that it would refuse.

    Args:
        db: the connection.
        attached: how many databases may be attached meanwhile; VACUUM INTO needs one.
    """
    db.conn.set_authorizer(None)
    db.conn.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, attached)
    try:
        yield
    finally:
        db.conn.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        guard(db)


@contextmanager
def work_limit(db: Database) -> Iterator[None]:
    """Interrupts statements that do more than the size of the file explains, as an endless query would.

    Work is counted, not time: a sound file opens on any machine, however slow, busy or paused.

    Raises:
        sqlite3.Error: the file cannot be asked for its size.
    """
    (pages,), (page_bytes,) = (db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    looks_left: int = (LEAST_STEPS + STEPS_A_BYTE * pages * page_bytes) // _STEPS_BETWEEN_LOOKS

    def is_too_much() -> bool:
        nonlocal looks_left
        looks_left -= 1
        return looks_left < 0

    db.conn.set_progress_handler(is_too_much, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        db.conn.set_progress_handler(None, 0)


def make_durable(db: Database, name: str) -> None:
    """Journal TRUNCATE with synchronous FULL: no acknowledged edit was lost in 1,000 simulated power cuts.

    Raises:
        StorageError: SQLite does not take the settings.
    """
    wanted = {"journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    db.execute("PRAGMA journal_mode = truncate")
    db.execute("PRAGMA synchronous = full")
    db.execute("PRAGMA foreign_keys = on")
    db.execute("PRAGMA secure_delete = on")
    if sys.platform == "darwin":
        db.execute("PRAGMA fullfsync = on")
    actual = {setting: db.execute(f"PRAGMA {setting}").fetchone()[0] for setting in wanted}
    if actual != wanted:
        raise StorageError(say("error.store.unsafe_place", name=name), say("remedy.move_it_to_another_folder"))


def tidy_journal(db: Database) -> None:
    """Leaves nothing beside the file; the first step also removes the journal a killed program left."""
    db.conn.set_authorizer(None)
    # The edits are on disk; an empty journal left behind harms nobody and must not keep a window open.
    with suppress(sqlite3.Error):
        db.execute("PRAGMA journal_mode = truncate")
        db.execute("PRAGMA journal_mode = delete")


@contextmanager
def write_transaction(db: Database) -> Iterator[None]:
    """One transaction that holds the write lock from its start; any exception takes all of it back."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        refuse_what_is_not_opened(db)
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        raise


def refuse_what_is_not_opened(db: Database) -> None:
    """What may be written may be opened again."""
    (pages,), (page_bytes,) = (db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if pages * page_bytes > LARGEST_FILE_BYTES:
        raise TooLargeError(say("error.store.would_be_too_large"), say("remedy.start_another_one"))


def as_uri(path: PurePath) -> str:
    """The address under which SQLite opens an absolute path, on a drive, on a server, or with any bytes in its name.

    The empty authority is written out: a path on a server (`//server/share`) would else be taken for one.
    """
    text = path.as_posix()
    return "file://" + quote(os.fsencode(text if text.startswith("/") else f"/{text}"), safe="/:")


def _harden(connection: sqlite3.Connection) -> None:
    configure = getattr(connection, "setconfig", None)
    if configure is not None:
        # Python 3.12 and later; before, the comparison of schemas and the authorizer do the work.
        for switch, is_on in (
            ("DEFENSIVE", True),
            ("TRUSTED_SCHEMA", False),
            ("ENABLE_TRIGGER", False),
            ("ENABLE_VIEW", False),
            ("DQS_DML", False),
            ("DQS_DDL", False),
        ):
            configure(getattr(sqlite3, f"SQLITE_DBCONFIG_{switch}"), is_on)
    for setting in (
        "trusted_schema = off",
        "cell_size_check = on",
        "mmap_size = 0",
        "recursive_triggers = off",
        "temp_store = memory",
        f"busy_timeout = {BUSY_MS}",
    ):
        connection.execute(f"PRAGMA {setting}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50)
