"""`docs/file-format.md` says what is in the file, and other tools read it as it says."""

import json
import sqlite3
from hashlib import blake2b
from pathlib import Path

import pytest
import sqlite_utils

from desktop_app.model.tables import TABLES, RecordTable
from desktop_app.session import Session
from desktop_app.store.connection import unguarded
from desktop_app.store.schema import APPLICATION_ID, HISTORY_TABLE_NAMES, USER_VERSION, format_name
from tests.store.workbooks import plain, unchanged

_DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "file-format.md"


@pytest.fixture(scope="module")
def document() -> str:
    return _DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_is_documented_in_its_order(document: str, table: RecordTable) -> None:
    (line,) = (line for line in document.splitlines() if line.startswith(f"| `{table.name}` |"))
    columns = line.split("|")[3]
    places = [columns.find(name) for name in table.columns if name != "id"]
    assert -1 not in places, table.columns
    assert places == sorted(places)


def test_the_numbers_in_the_header_are_documented(document: str) -> None:
    assert f"{APPLICATION_ID:#010x}".upper().replace("X", "x") in document
    assert f"`{USER_VERSION}` for {format_name(USER_VERSION)}" in document
    assert all(f"| `{name}` |" in document for name in HISTORY_TABLE_NAMES)


def test_sqlite_utils_reads_a_workbook_as_documented(path: Path) -> None:
    with unchanged(path):
        db = sqlite_utils.Database(path)
        rows = list(
            db.query("""
                SELECT argument.stance, card.text FROM argument
                JOIN premise ON premise.argument = argument.id
                JOIN card ON card.id = premise.card
            """)
        )
        assert {"stance": "supports", "text": "Reason 0 — причина"} in rows
        assert {row["key"] for row in db["workbook"].rows} == {"title", "author", "language", "created"}
        premises = db["premise"]
        assert isinstance(premises, sqlite_utils.db.Table)
        assert {key.other_table for key in premises.foreign_keys} == {"argument", "card"}
        db.close()


def test_the_content_sum_can_be_computed_from_the_documentation_alone(path: Path) -> None:
    with plain(path) as connection:
        total = 0
        for table in (name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")):
            if table in {"state", "step", "change", "log"}:
                continue
            for row in connection.execute(f"SELECT * FROM {table}"):
                text = json.dumps([table, *row], ensure_ascii=False, separators=(",", ":"))
                total += int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
        kept = connection.execute("SELECT value FROM state WHERE key = 'sum'").fetchone()
    assert kept == (f"{total % 2**64:016x}",)


def test_the_history_sum_can_be_computed_from_the_documentation_alone(path: Path) -> None:
    with plain(path) as connection:
        total = 0
        for table in ("step", "change", "log", "state"):
            where = " WHERE key IN ('cursor', 'next_step')" if table == "state" else ""
            for row in connection.execute(f"SELECT * FROM {table}{where}"):
                text = json.dumps([table, *row], ensure_ascii=False, separators=(",", ":"))
                total += int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
        kept = connection.execute("SELECT value FROM state WHERE key = 'history_sum'").fetchone()
        (newest,) = connection.execute("SELECT max(id) FROM log").fetchone()
    assert kept == (f"{total % 2**64:016x}-{newest}",)


def test_an_open_workbook_is_kept_as_durably_as_promised(path: Path) -> None:
    with Session.open(path) as session, unguarded(session._file._db):
        settings = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "mmap_size")
        found = [session._file._db.execute(f"PRAGMA {name}").fetchone() for name in settings]
    assert found == [("truncate",), (2,), (1,), (1,), (0,), (0,)]


def test_a_new_file_reads_without_this_program(tmp_path: Path) -> None:
    Session.create(tmp_path / "new.steelyard", title="Neu: größer").close()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["new.steelyard"]
    connection = sqlite3.connect(tmp_path / "new.steelyard")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert ("title", "Neu: größer") in connection.execute("SELECT key, value FROM workbook").fetchall()
    connection.close()
