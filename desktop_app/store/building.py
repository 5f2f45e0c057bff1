"""Builds a workbook file from records: never over a file that is there."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlite_utils import Database

from desktop_app.model.records import Record
from desktop_app.model.tables import TABLE_OF
from desktop_app.store.checksum import Value, added, as_text
from desktop_app.store.codec import CODECS
from desktop_app.store.connection import Access, connect, make_durable, refuse_what_is_not_opened, tidy_journal
from desktop_app.store.durable import flush_folder
from desktop_app.store.errors import os_in_words, translate_sqlite_errors
from desktop_app.store.history import Position
from desktop_app.store.history_sum import sum_of_no_history
from desktop_app.store.journal import names_beside
from desktop_app.store.recovery import set_aside
from desktop_app.store.rows import file_columns, file_rows, hash_of
from desktop_app.store.schema import APPLICATION_ID, SCHEMA, USER_VERSION


def build_file(path: Path, records: Iterable[Record]) -> None:
    """Makes a workbook file that holds these records and no history; on failure nothing is left.

    Raises:
        FileExistsAlreadyError: there is a file of this name.
        StoreError: the file cannot be written.
    """
    # What an earlier file of this name left beside it would be taken for the new one's.
    set_aside(names_beside(path))
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    except OSError as error:
        raise os_in_words(error, path.name) from error
    try:
        with translate_sqlite_errors(path.name):
            db = connect(path, Access.WRITE)
            try:
                _fill(db, path.name, list(records))
                tidy_journal(db)
            finally:
                db.conn.close()
        flush_folder(path.parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def content_sum_of(records: Iterable[Record]) -> int:
    """The content sum these records have in a file."""
    return added(0, (hash_of(TABLE_OF[type(record)], CODECS[type(record)].encode(record)) for record in records))


def _fill(db: Database, name: str, records: list[Record]) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    make_durable(db, name)
    db.execute("BEGIN EXCLUSIVE")
    for statement in SCHEMA:
        db.execute(statement)
    for table, rows in file_rows(records).items():
        if rows:
            # sqlite-utils takes rows in bulk as lists, the first of them the names of the columns.
            lines: list[Sequence[Value]] = [file_columns(table), *rows]
            db.table(table.name).insert_all(lines)
    state = dict(Position(cursor=0, next_step=1).as_rows())
    state |= {"history_sum": sum_of_no_history(state.items()), "sum": as_text(content_sum_of(records))}
    db.table("state").insert_all({"key": key, "value": value} for key, value in state.items())
    db.execute(f"PRAGMA user_version = {USER_VERSION}")
    refuse_what_is_not_opened(db)
    db.execute("COMMIT")
