"""Reads a whole workbook through an open connection and checks all of it: schema, pages, values, rules, sum.

Nothing is written; the order matters: the file's own CHECKs and views must never get to run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Record, Workbook
from desktop_app.model.rules import MAX_RECORDS, Soundness, check_all
from desktop_app.model.tables import TABLES
from desktop_app.store.checksum import added, from_text
from desktop_app.store.codec import CODECS, UnreadableRowError
from desktop_app.store.connection import guard, work_limit
from desktop_app.store.errors import DamagedError, ForeignSchemaError, TooLargeError, translate_sqlite_errors
from desktop_app.store.rows import WORKBOOK_KEYS, all_rows, hash_of
from desktop_app.store.schema import EXPECTED_OF, USER_VERSION, normalised
from desktop_app.wording.sentence import say

_SPARE_KEYS: Final = 100  # which a later version may add; they are named when the file is refused


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workbook in memory.

    `sum_is_right` is False when something outside this program changed the file; `version` is what
    `data_version` said while it was read, `format` the file's `user_version`.
    """

    document: Document
    soundness: Soundness
    sum_is_right: bool
    version: int
    format: int


def load(db: Database, name: str) -> Loaded:
    """Checks and reads everything, within a limit of work.

    Args:
        db: a hardened connection; it is guarded from here on.
        name: the file's name, for what is said.

    Raises:
        StoreError: the file is damaged, foreign in its schema, or too large.
    """
    guard(db)
    with translate_sqlite_errors(name), work_limit(db):
        # One transaction: another program's edit cannot fall between two tables.
        db.execute("BEGIN")
        try:
            return _load(db, name)
        finally:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")


def check_schema(db: Database, name: str) -> int:
    """The schema must be ours, word for word; returns the file's `user_version`, which says of which format.

    Raises:
        ForeignSchemaError: it is not.
    """
    version = format_of(db)
    statements = sorted(normalised(sql) for (sql,) in db.execute("SELECT sql FROM sqlite_master"))
    if statements != EXPECTED_OF.get(version):
        raise ForeignSchemaError(
            say("error.store.foreign_parts", name=name),
            say("remedy.ask_where_from"),
        )
    return version


def format_of(db: Database) -> int:
    """The file's `user_version`: format major × 1000 + minor."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def content_sum(db: Database, version: int = USER_VERSION) -> int:
    """The content sum of the rows as they stand in a file of this format."""
    rows = ((table, row) for table in TABLES for row in all_rows(db, table, version))
    return added(0, (hash_of(table, row, version) for table, row in rows))


def kept_sum(db: Database) -> int | None:
    """The content sum the file says it has; None when it says nothing readable."""
    row = db.execute("SELECT value FROM state WHERE key = 'sum'").fetchone()
    return from_text(row[0]) if row is not None else None


def data_version(db: Database) -> int:
    """A number that changes when another connection has written to the file."""
    version: int = db.execute("PRAGMA data_version").fetchone()[0]
    return version


def _load(db: Database, name: str) -> Loaded:
    version = check_schema(db, name)
    verdict = [line for (line,) in db.execute("PRAGMA quick_check(5)")]
    if verdict != ["ok"]:
        raise DamagedError(say("error.store.damaged", name=name), say("remedy.open_backup_or_another_copy_of_it"))
    rows = {table.record: _count(db, table.name) for table in TABLES}
    # The record about the workbook lies in several rows.
    if sum(rows.values()) - rows[Workbook] + 1 > MAX_RECORDS or rows[Workbook] > len(WORKBOOK_KEYS) + _SPARE_KEYS:
        raise TooLargeError(say("error.store.holds_too_much", name=name))
    total = 0

    def records() -> Iterator[Record]:
        nonlocal total
        for table in TABLES:
            codec = CODECS[table.record]
            for row in all_rows(db, table, version):
                record = codec.decode(row)
                total = added(total, (hash_of(table, row, version),))
                yield record

    try:
        document = Document(records())
        soundness = check_all(document)
    except UnreadableRowError as error:
        raise DamagedError(
            say("error.store.bad_value", name=name, error=str(error)), say("remedy.open_backup"), code="bad-value"
        ) from error
    except RuleError as error:
        raise DamagedError(
            say("error.store.breaks_rule", name=name, rule=error.says), say("remedy.see_check"), code="bad-value"
        ) from error
    return Loaded(document, soundness, sum_is_right=kept_sum(db) == total, version=data_version(db), format=version)


def _count(db: Database, table: str) -> int:
    count: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  # from our own list
    return count
