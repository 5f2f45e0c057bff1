"""Single rows of the record tables, read, compared and written; and their parts of the content sum.

The workbook record lies as key/value rows, so that a reader sees what is what; every other record is one row.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from sqlite_utils import Database

from desktop_app.model.ids import WORKBOOK_ID
from desktop_app.model.records import Record, Workbook
from desktop_app.model.tables import TABLE_OF, TABLES, RecordTable
from desktop_app.store.checksum import Value, row_hash
from desktop_app.store.codec import CODECS, Row
from desktop_app.store.schema import USER_VERSION
from desktop_app.store.versions import lacking

WORKBOOK_KEYS: Final = TABLE_OF[Workbook].columns[1:]


def _select(table: RecordTable, version: int = USER_VERSION) -> str:
    columns = table.columns[: len(table.columns) - len(lacking(table.name, version))]
    return f"SELECT {', '.join(columns)} FROM {table.name}"  # noqa: S608  # names from our own list


def _insert(table: RecordTable) -> str:
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608


def _update(table: RecordTable) -> str:
    settings = ", ".join(f"{column} = ?" for column in table.columns[1:])
    return f"UPDATE {table.name} SET {settings} WHERE id = ?"  # noqa: S608


_TEXTS: Final[Mapping[str, tuple[str, str, str, str]]] = MappingProxyType(
    {
        table.name: (
            _select(table),
            _insert(table),
            _update(table),
            f"DELETE FROM {table.name} WHERE id = ?",  # noqa: S608
        )
        for table in TABLES
        if table.record is not Workbook
    }
)


def all_rows(db: Database, table: RecordTable, version: int = USER_VERSION) -> Iterator[Row]:
    """Every row of a table, columns in order; the workbook's key/value rows as one.

    What the file's format (its `user_version`) lacks stands there as what it means by that. A workbook that lacks a key
    yields a row with None there; unknown keys come after the known columns.
    """
    if table.record is not Workbook:
        meant = tuple(lacking(table.name, version).values())
        for row in db.execute(_select(table, version)):
            yield (*row, *meant)
        return
    values: dict[str, Value] = dict(db.execute("SELECT key, value FROM workbook"))
    known = tuple(values.pop(key, None) for key in WORKBOOK_KEYS)
    yield (WORKBOOK_ID, *known, *values)


def one_row(db: Database, table: RecordTable, record_id: int) -> Row | None:
    """The row of one record, or None."""
    if table.record is not Workbook:
        row: Row | None = db.execute(f"{_TEXTS[table.name][0]} WHERE id = ?", (record_id,)).fetchone()
        return row
    (row,) = all_rows(db, table)
    return row


def write_row(db: Database, table: RecordTable, before: Row | None, after: Row | None) -> None:
    """Inserts, updates or deletes one record's row, inside a running transaction."""
    if table.record is Workbook:
        assert after is not None, "a workbook keeps the record about itself"
        _write_workbook(db, after)
        return
    _, insert, update, delete = _TEXTS[table.name]
    if before is None:
        assert after is not None
        db.execute(insert, after)
    elif after is None:
        db.execute(delete, (before[0],))
    else:
        db.execute(update, (*after[1:], after[0]))


def _write_workbook(db: Database, after: Row) -> None:
    for key, value in zip(WORKBOOK_KEYS, after[1:], strict=True):
        db.execute(
            "INSERT INTO workbook (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )


def file_columns(table: RecordTable) -> tuple[str, ...]:
    """The columns a table has in the file."""
    return table.columns if table.record is not Workbook else ("key", "value")


def file_rows(records: Iterable[Record]) -> dict[RecordTable, list[Row]]:
    """Records as the rows they are in the file, by table."""
    rows: dict[RecordTable, list[Row]] = {table: [] for table in TABLES}
    for record in records:
        kind = type(record)
        rows[TABLE_OF[kind]].extend(_as_filed(kind, CODECS[kind].encode(record)))
    return rows


def hash_of(table: RecordTable, row: Row | None, version: int = USER_VERSION) -> int:
    """A record's part of the content sum in a file of a format; 0 for a record that is not there."""
    if row is None:
        return 0
    row = row[: len(row) - len(lacking(table.name, version))]
    return sum(row_hash(table.name, filed) for filed in _as_filed(table.record, row))


def _as_filed(kind: type[Record], row: Row) -> list[Row]:
    if kind is not Workbook:
        return [row]
    return list(zip(WORKBOOK_KEYS, row[1:], strict=True))
