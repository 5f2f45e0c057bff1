"""Opening: what each kind of file says, and that none of them is changed."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from desktop_app.edits import cards
from desktop_app.model.records import Card
from desktop_app.session import Session
from desktop_app.store.check import check
from desktop_app.store.errors import (
    AlreadyOpenError,
    CutOffError,
    DamagedError,
    EmptyFileError,
    FileExistsAlreadyError,
    ForeignSchemaError,
    MissingFileError,
    NewerFormatError,
    NotAFileError,
    NotAWorkbookError,
    ReadOnlyError,
    StoreError,
    TooLargeError,
)
from desktop_app.store.header import LARGEST_FILE_BYTES
from desktop_app.store.opening import open_workbook
from tests.store.workbooks import plain, records_of, unchanged


def _patched(content: bytes, at: int, value: int, length: int = 4) -> bytes:
    return content[:at] + value.to_bytes(length, "big") + content[at + length :]


def test_opening_and_closing_changes_nothing(path: Path) -> None:
    with unchanged(path), Session.open(path) as session:
        assert not session.is_read_only
        assert session.read_only_reason is None
        assert session.document.count(Card) == 15


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b"SQLite form", CutOffError),
        (b"SQLite format 3\0" + bytes(60), CutOffError),
        (b"%PDF-1.7 something else entirely", NotAWorkbookError),
        (b"Pros:\n+ cheap\n" * 50, NotAWorkbookError),
    ],
)
def test_a_file_that_is_no_workbook_says_what_it_is(tmp_path: Path, content: bytes, error: type[StoreError]) -> None:
    path = tmp_path / "b.steelyard"
    path.write_bytes(content)
    with unchanged(path), pytest.raises(error) as caught:
        Session.open(path)
    assert '"b.steelyard"' in caught.value.sentence
    assert caught.value.remedy
    assert caught.value.code == error.default_code


@pytest.mark.parametrize(
    ("at", "value", "length", "error"),
    [
        (16, 3, 2, DamagedError),
        (16, 100, 2, DamagedError),
        (56, 2, 4, DamagedError),
        (60, 4, 4, NewerFormatError),
        (60, 1000, 4, NewerFormatError),
        (68, 0, 4, NotAWorkbookError),
        (68, 0x12345678, 4, NotAWorkbookError),
    ],
)
def test_the_first_bytes_tell_foreign_newer_and_damaged_files(
    path: Path, at: int, value: int, length: int, error: type[StoreError]
) -> None:
    path.write_bytes(_patched(path.read_bytes(), at, value, length))
    with unchanged(path), pytest.raises(error):
        Session.open(path)


def test_a_file_that_is_cut_off_says_so(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with unchanged(path), pytest.raises(CutOffError, match="Part of"):
        Session.open(path)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        Session.open(tmp_path / "none.steelyard")
    assert not (tmp_path / "none.steelyard").exists()


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFileError):
        Session.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.steelyard"
    os.mkfifo(pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(NotAFileError):
        Session.open(pipe)


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.steelyard"
    path.touch()
    os.truncate(path, LARGEST_FILE_BYTES + 1)
    with pytest.raises(TooLargeError):
        Session.open(path)


def test_a_file_is_not_opened_twice_by_one_program(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.steelyard"
    link.symlink_to(path)
    with Session.open(path):
        for name in (path, link):
            with pytest.raises(AlreadyOpenError):
                Session.open(name)
    Session.open(link).close()


@pytest.mark.parametrize(
    "name", ["a b.steelyard", "50%20?x=1#y&z.steelyard", "Größe ваги 天秤.steelyard", "[*]'.steelyard", "plain"]
)
def test_any_name_a_file_can_have_is_that_of_one_file(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "odd ?#% names"
    folder.mkdir()
    Session.create(folder / name, title="Odd").close()
    with Session.open(folder / name) as session:
        session.save_copy(folder / f"copy of {name}")
    assert sorted(each.name for each in folder.iterdir()) == sorted([name, f"copy of {name}"])


def test_a_failed_opening_gives_the_file_back(path: Path) -> None:
    good = path.read_bytes()
    path.write_bytes(good[:8192] + bytes(len(good) - 8192))
    for _ in range(2):
        with pytest.raises(DamagedError):
            Session.open(path)
    path.write_bytes(good)
    with Session.open(path) as session:
        assert not session.is_read_only


def test_a_new_workbook_never_takes_the_place_of_a_file(path: Path) -> None:
    with unchanged(path), pytest.raises(FileExistsAlreadyError):
        Session.create(path, title="New")


def test_a_new_workbook_in_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        Session.create(tmp_path / "none" / "a.steelyard", title="New")


def test_opened_for_reading_only_it_refuses_edits_and_keeps_the_records(path: Path) -> None:
    with unchanged(path), Session.open(path, read_only=True) as session:
        assert session.is_read_only
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "asked"
        before = records_of(session)
        card = next(iter(session.document.all(Card)))
        with pytest.raises(ReadOnlyError):
            cards.set_text(session.document, card.id, "other")
        with pytest.raises(ReadOnlyError):
            session.undo()
        assert records_of(session) == before


def test_a_change_from_outside_is_noticed_and_opens_for_reading(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("UPDATE card SET text = 'slipped in' WHERE kind = 'question'")
    with unchanged(path), Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "changed-outside"
        assert "save a copy to accept it as it is" in str(session.read_only_reason)
        before = records_of(session)
        with pytest.raises(ReadOnlyError, match="Something outside this program"):
            cards.set_text(session.document, next(iter(session.document.all(Card))).id, "other")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            session._file._db.execute("DELETE FROM log")
        assert records_of(session) == before
        session.save_copy(path.with_name("accepted.steelyard"))
        path.with_name("accepted.steelyard").replace(path.parent.parent / "accepted.steelyard")
    with Session.open(path.parent.parent / "accepted.steelyard") as session:
        assert not session.is_read_only
        assert any(card.text == "slipped in" for card in session.document.all(Card))


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("UPDATE card SET kind = 'prophecy'", DamagedError),
        ("UPDATE card SET plausibility = 7.0", DamagedError),
        ("UPDATE card SET plausibility = 9e999", DamagedError),
        ("UPDATE card SET rank = ''", DamagedError),
        ("UPDATE card SET tags = '{'", DamagedError),
        ("UPDATE card SET map = 5", DamagedError),
        ("UPDATE argument SET target_card = NULL", DamagedError),
        ("UPDATE argument SET check_again = 7", DamagedError),
        ("DELETE FROM premise", DamagedError),
        ("DELETE FROM workbook", DamagedError),
        ("DELETE FROM workbook WHERE key = 'title'", DamagedError),
        ("INSERT INTO workbook VALUES ('more', 'x')", DamagedError),
        ("UPDATE card SET text = CAST(x'ff41' AS TEXT)", DamagedError),
        ("UPDATE card SET text = replace(hex(zeroblob(3000000)), '0', 'x')", TooLargeError),
        ("UPDATE card SET id = -1 WHERE kind = 'question'", DamagedError),
    ],
)
def test_values_no_workbook_can_hold_are_refused(path: Path, statement: str, error: type[StoreError]) -> None:
    with plain(path) as connection:
        connection.execute(statement)
    with unchanged(path), pytest.raises(error):
        Session.open(path)


_ENDLESS_VIEW = """CREATE VIEW state AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)
    SELECT 'k' || i AS key, 'v' AS value FROM r"""
_DEAR_CHECK = """CREATE TABLE fact (id INTEGER PRIMARY KEY, option INTEGER, name TEXT, value TEXT, amount REAL,
    CHECK (length(hex(zeroblob(1000000))) > 0)) STRICT"""


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER evil AFTER UPDATE ON card BEGIN UPDATE card SET text = 'hacked'; END"],
        ["CREATE VIEW extra AS SELECT * FROM card"],
        ["CREATE TABLE extra (a)"],
        ["CREATE VIRTUAL TABLE words USING fts5(text)"],
        ["CREATE INDEX extra ON card(text)"],
        ["DROP INDEX card_map"],
        ["DROP TABLE tombstone"],
        ["DROP TABLE state", _ENDLESS_VIEW],
        ["ALTER TABLE card ADD COLUMN more TEXT"],
        ["ALTER TABLE card RENAME COLUMN notes TO remarks"],
        ["DROP TABLE level", "CREATE TABLE level (id INTEGER PRIMARY KEY, criterion, value REAL, label TEXT)"],
        ["DROP TABLE fact", _DEAR_CHECK],
    ],
)
def test_a_schema_that_is_not_ours_word_for_word_is_refused_and_not_run(path: Path, statements: list[str]) -> None:
    with plain(path) as connection:
        for statement in statements:
            connection.execute(statement)
    with unchanged(path), pytest.raises(ForeignSchemaError):
        Session.open(path)


_NEW_TRIGGER = """INSERT INTO sqlite_master
    VALUES ('trigger', 't', 'card', 0, 'create trigger t after insert on card begin select 1; end')"""
_EXCHANGED_PAGES = """UPDATE sqlite_master
    SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'premise') WHERE name = 'card'"""


@pytest.mark.parametrize(
    "statement",
    [
        _NEW_TRIGGER,
        _EXCHANGED_PAGES,
        "UPDATE sqlite_master SET sql = replace(sql, 'text TEXT NOT NULL', 'text TEXT AS (1)') WHERE name = 'card'",
        "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'card'",
        "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'step'",
        "UPDATE sqlite_master SET sql = 7 WHERE name = 'card'",
        "UPDATE sqlite_master SET name = CAST(x'c54142' AS TEXT) WHERE name = 'card_map'",
    ],
)
def test_a_forged_schema_is_refused(path: Path, statement: str) -> None:
    with plain(path) as connection:
        connection.execute("PRAGMA writable_schema = on")
        connection.execute(statement)
    with unchanged(path), pytest.raises((ForeignSchemaError, DamagedError)):
        Session.open(path)
    with unchanged(path):
        assert not check(path).is_sound


def test_damage_to_pages_that_reading_never_meets_is_found(path: Path) -> None:
    with plain(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'card_map'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)
    with unchanged(path), pytest.raises(DamagedError):
        Session.open(path)


def test_a_file_another_program_put_into_wal_mode_opens_for_reading(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    with unchanged(path), Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "other-journal"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE state SET value = 'abc' WHERE key = 'cursor'",
        "UPDATE state SET value = '99999999999999999999' WHERE key = 'cursor'",
        "UPDATE state SET value = '-1' WHERE key = 'cursor'",
        "UPDATE state SET value = '1' WHERE key = 'next_step'",
        "DELETE FROM state WHERE key = 'cursor'",
    ],
)
def test_a_forged_cursor_opens_for_reading_and_a_copy_without_history_is_free_again(path: Path, statement: str) -> None:
    with plain(path) as connection:
        connection.execute(statement)
    copy = path.parent.parent / "copy.steelyard"
    with unchanged(path), Session.open(path) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "bad-history"
        session.save_copy(copy, with_history=False)
        before = records_of(session)
    with Session.open(copy) as session:
        assert not session.is_read_only
        assert records_of(session) == before


def test_a_lost_sum_counts_as_wrong(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("DELETE FROM state WHERE key = 'sum'")
    opened = open_workbook(path)
    assert opened.file.read_only_reason is not None
    assert opened.file.read_only_reason.code == "changed-outside"
    opened.file.close()
