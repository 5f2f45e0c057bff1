"""The literal schema says what the records say."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app.model.records import Workbook
from desktop_app.model.tables import TABLES, RecordTable
from desktop_app.store.codec import CODECS
from desktop_app.store.connection import authorize
from desktop_app.store.schema import EXPECTED, SCHEMA, normalised

_RECORD_TABLES = [table for table in TABLES if table.record is not Workbook]


@pytest.fixture
def built() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in SCHEMA:
            connection.execute(statement)
        yield connection


@pytest.mark.parametrize("table", _RECORD_TABLES, ids=lambda table: table.name)
def test_a_table_has_the_columns_of_its_record(built: sqlite3.Connection, table: RecordTable) -> None:
    found = [
        (name, sql_type, bool(not_null))
        for _, name, sql_type, not_null, default, *_ in built.execute(f"PRAGMA table_xinfo({table.name})")
        if default is None
    ]
    wanted = [
        (column.name, column.sql_type, not column.is_optional and column.name != "id")
        for column in CODECS[table.record].columns
    ]
    assert found == wanted


@pytest.mark.parametrize("table", _RECORD_TABLES, ids=lambda table: table.name)
def test_every_reference_is_a_deferred_foreign_key_with_an_index(built: sqlite3.Connection, table: RecordTable) -> None:
    keys = {(row[3], row[2]) for row in built.execute(f"PRAGMA foreign_key_list({table.name})")}
    names = {each.record: each.name for each in TABLES}
    assert keys == {(reference.field, names[reference.to]) for reference in table.references}
    indexed = set()
    for _, index, *_ in built.execute(f"PRAGMA index_list({table.name})"):
        indexed |= {name for _, _, name in built.execute(f"PRAGMA index_info({index})")}
    assert indexed == {reference.field for reference in table.references}
    (sql,) = built.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).fetchone()
    assert sql.count("DEFERRABLE INITIALLY DEFERRED") == len(table.references)


def test_all_tables_are_strict_and_nothing_runs_by_itself(built: sqlite3.Connection) -> None:
    assert all(strict for *_, strict in built.execute("SELECT * FROM pragma_table_list WHERE name NOT LIKE 'sqlite%'"))
    assert {kind for (kind,) in built.execute("SELECT type FROM sqlite_master")} == {"table", "index"}
    assert not any(word in statement.upper() for statement in SCHEMA for word in (" CHECK (", " DEFAULT ", "GENERATED"))


def test_what_sqlite_keeps_of_the_schema_is_what_is_compared_on_opening(built: sqlite3.Connection) -> None:
    assert sorted(normalised(sql) for (sql,) in built.execute("SELECT sql FROM sqlite_master")) == EXPECTED


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'elsewhere.db' AS elsewhere",
        "PRAGMA writable_schema = on",
        "CREATE TABLE extra (a)",
        "SELECT load_extension('evil.so')",
        "SELECT randomblob(10)",
        "CREATE TEMP TABLE hidden (a)",
        "DROP TABLE card",
    ],
)
def test_the_authorizer_refuses_what_the_program_never_asks(built: sqlite3.Connection, statement: str) -> None:
    built.set_authorizer(authorize)
    with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited"):
        built.execute(statement)


def test_the_authorizer_refuses_whatever_a_trigger_asks(built: sqlite3.Connection) -> None:
    built.execute("CREATE TRIGGER evil AFTER INSERT ON log BEGIN DELETE FROM card; END")
    built.set_authorizer(authorize)
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        built.execute("INSERT INTO log (at, label) VALUES ('', '')")
