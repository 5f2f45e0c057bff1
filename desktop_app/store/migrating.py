"""Turns a file of an earlier format into one of this: inside the transaction of its first edit, all of it or nothing.

Opening writes nothing; an old file is read as it is (`versions`). Its undo steps stay as they were written.
"""

from sqlite_utils import Database

from desktop_app.model.tables import TABLES
from desktop_app.store.checksum import as_text
from desktop_app.store.connection import unguarded
from desktop_app.store.reading import format_of, kept_sum
from desktop_app.store.rows import all_rows, hash_of, write_row
from desktop_app.store.schema import INDEXES, RECORD_TABLES, USER_VERSION
from desktop_app.store.versions import lacking


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
    total = kept_sum(db)
    for table in TABLES:
        if not lacking(table.name, version):
            continue
        rows = list(all_rows(db, table, version))
        with unguarded(db):
            # References are checked at the commit, when the rows are back.
            db.execute(f"DROP TABLE {table.name}")
            for statement in (*RECORD_TABLES, *INDEXES):
                if statement.startswith(f"CREATE TABLE {table.name} ") or f" ON {table.name}(" in statement:
                    db.execute(statement)
        for row in rows:
            write_row(db, table, None, row)
        if total is not None:
            total += sum(hash_of(table, row) - hash_of(table, row, version) for row in rows)
    with unguarded(db):
        db.execute(f"PRAGMA user_version = {USER_VERSION}")
    if total is not None:
        db.execute("UPDATE state SET value = ? WHERE key = 'sum'", (as_text(total),))
