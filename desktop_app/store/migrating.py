"""Turns a file of an earlier format into one of this: inside the transaction of its first edit, all of it or nothing.

Opening writes nothing; an old file is read as it is (`versions`). Its undo steps stay as they were written, and so do
their names.
"""

import logging
import sqlite3
from collections.abc import Mapping

from sqlite_utils import Database

from desktop_app.model.tables import TABLES
from desktop_app.store.checksum import Value, added, as_text, row_hash
from desktop_app.store.connection import unguarded
from desktop_app.store.history_sum import COLUMNS, keep_history_sum, kept_history_sum
from desktop_app.store.reading import format_of, kept_sum
from desktop_app.store.rows import all_rows, hash_of, write_row
from desktop_app.store.schema import SCHEMA, USER_VERSION
from desktop_app.store.versions import lacking

_LOG = logging.getLogger(__name__)


def migrate(db: Database) -> None:
    """Brings the file to this format, inside a running transaction; nothing to do for one that has it.

    Each table that grew is made anew from its literal statement and gets its rows back: what SQLite keeps of an altered
    table is not, word for word, what is compared on opening.

    Raises:
        sqlite3.Error: the transaction must be taken back.
    """
    version = format_of(db)
    if version == USER_VERSION:
        return
    _LOG.info("migrating from format %d to %d", version, USER_VERSION)
    _migrate_history(db, version)
    total = kept_sum(db)
    for table in TABLES:
        if not lacking(table.name, version):
            continue
        rows = list(all_rows(db, table, version))
        _make_anew(db, table.name)
        for row in rows:
            write_row(db, table, None, row)
        if total is not None:
            total += sum(hash_of(table, row) - hash_of(table, row, version) for row in rows)
    with unguarded(db):
        db.execute(f"PRAGMA user_version = {USER_VERSION}")
    if total is not None:
        db.execute("UPDATE state SET value = ? WHERE key = 'sum'", (as_text(total),))


def _make_anew(db: Database, table: str) -> None:
    """An empty table of this format in place of the one there is."""
    with unguarded(db):
        # References are checked at the commit, when the rows are back.
        db.execute(f"DROP TABLE {table}")
        for statement in SCHEMA:
            if statement.startswith(f"CREATE TABLE {table} ") or f" ON {table}(" in statement:
                db.execute(statement)


def _migrate_history(db: Database, version: int) -> None:
    """Steps and minutes: moved by SQLite itself, because their texts may be anything, even bytes that are no text."""
    grown = {table: missing for table in COLUMNS if (missing := lacking(table, version))}
    total = _history_sum_with(db, grown)
    for table, missing in grown.items():
        with unguarded(db):
            db.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table}")  # noqa: S608  # from our own list
        _make_anew(db, table)
        with unguarded(db):
            rows = f"SELECT *, {', '.join('?' * len(missing))} FROM kept ORDER BY id"  # noqa: S608
            db.execute(f"INSERT INTO main.{table} {rows}", (*missing.values(),))
            db.execute("DROP TABLE kept")
    if grown:
        keep_history_sum(db, total)


def _history_sum_with(db: Database, grown: Mapping[str, Mapping[str, Value]]) -> int | None:
    """The history sum the file keeps, as it is with further columns; None without one, or where rows are no text."""
    total = kept_history_sum(db)
    if total is None:
        return None
    try:
        for table, missing in grown.items():
            kept = ", ".join(name for name in COLUMNS[table] if name not in missing)
            for row in db.execute(f"SELECT {kept} FROM {table}"):  # noqa: S608  # from our own list
                more = row_hash(table, (*row, *missing.values())) - row_hash(table, row)
                total = added(total, (more,))
    except (sqlite3.Error, UnicodeError):
        return None
    return total
