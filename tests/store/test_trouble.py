"""Trouble from below, said in words: SQLite's and the system's errors, limits of work, disks without room."""

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlite_utils import Database

from desktop_app.edits import sections
from desktop_app.model.ids import WORKBOOK_ID, TombstoneId
from desktop_app.model.records import Map, Record, Tombstone, Workbook
from desktop_app.session import Session
from desktop_app.store import connection, writing
from desktop_app.store.building import build_file
from desktop_app.store.check import check
from desktop_app.store.connection import (
    LARGEST_VALUE_BYTES,
    Access,
    connect,
    guard,
    make_durable,
    work_limit,
    write_transaction,
)
from desktop_app.store.errors import (
    DamagedError,
    DiskFullError,
    FileExistsAlreadyError,
    MissingFileError,
    NoPermissionError,
    NotAFileError,
    StorageError,
    StoreError,
    TooLargeError,
    UnusableFileError,
    os_in_words,
    to_store_error,
)
from desktop_app.wording.sentence import literal
from tests.store.workbooks import records_of, unchanged

resource = pytest.importorskip("resource", reason="limits on file sizes are set otherwise here")


@contextmanager
def _room_for(size_bytes: int) -> Iterator[None]:
    """No file can grow beyond this: what a full disk or a quota looks like from a program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_new_workbook_without_room_leaves_nothing(tmp_path: Path) -> None:
    with _room_for(20_000), pytest.raises(StoreError):
        Session.create(tmp_path / "a.steelyard", title="New")
    assert not (tmp_path / "a.steelyard").exists()
    Session.create(tmp_path / "a.steelyard", title="New").close()


def test_a_copy_without_room_leaves_the_older_copy_whole(path: Path) -> None:
    older = path.with_name("b.steelyard")
    older.write_bytes(path.read_bytes())
    with Session.open(path) as session:
        before = records_of(session)
        content = older.read_bytes()
        with _room_for(20_000), pytest.raises(StoreError):
            session.save_copy(older)
        assert older.read_bytes() == content
        assert not path.with_name("b.steelyard.part").exists()
        assert records_of(session) == before


def test_a_bug_while_building_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Record]:
        yield Workbook(WORKBOOK_ID, "New", "", "en", "")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build_file(tmp_path / "a.steelyard", broken())
    assert not (tmp_path / "a.steelyard").exists()


def test_a_workbook_that_is_built_lies_alone_in_its_folder(path: Path) -> None:
    (path.parent / "new").mkdir()
    build_file(path.parent / "new" / "a.steelyard", [Workbook(WORKBOOK_ID, "New", "", "en", "")])
    assert [each.name for each in (path.parent / "new").iterdir()] == ["a.steelyard"]


def _stop_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("monotonic", "time", "perf_counter", "process_time", "thread_time"):
        monkeypatch.setattr(time, name, lambda: 0.0)


def test_a_statement_that_never_ends_is_stopped_by_its_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stop_the_clock(monkeypatch)
    db = connect(path, Access.READ)
    endless = "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r"
    with work_limit(db), pytest.raises(sqlite3.OperationalError) as caught:
        db.execute(endless)
    assert isinstance(to_store_error(caught.value, path.name), TooLargeError)
    db.close()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("SELECT " + "1 + " * 60 + "1", "Expression tree is too large"),
        (" UNION ALL ".join(["SELECT 1"] * 11), "too many terms in compound SELECT"),
        (f"SELECT 1 -- {'x' * 100_000}", "query string is too large"),
        (f"SELECT zeroblob({LARGEST_VALUE_BYTES + 1})", "string or blob too big"),
        ("ATTACH ':memory:' AS other", "too many attached databases"),
    ],
    ids=["deep", "many", "long", "large", "attached"],
)
def test_a_statement_beyond_what_a_workbook_needs_is_refused(path: Path, statement: str, words: str) -> None:
    with closing(sqlite3.connect(":memory:")) as usual:
        usual.execute(statement)
    db = connect(path, Access.READ)
    with closing(db.conn), pytest.raises((sqlite3.Error, sqlite3.DataError), match=words):
        db.execute(statement)


def test_a_sound_file_opens_however_long_the_machine_pauses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "many.steelyard"
    graves = (Tombstone(TombstoneId(number), "card", number) for number in range(1, 20_001))
    build_file(path, [Workbook(WORKBOOK_ID, "Many", "", "en", ""), *graves])
    hours = count(0.0, 3600.0)
    for name in ("monotonic", "time", "perf_counter"):
        monkeypatch.setattr(time, name, lambda: next(hours))
    with Session.open(path, read_only=True) as session:
        assert session.document.count(Tombstone) == 20_000
    assert check(path).is_sound


def test_a_workbook_never_grows_beyond_what_is_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session.open(path) as session:
        before = records_of(session)
        size = path.stat().st_size
        monkeypatch.setattr(connection, "LARGEST_FILE_BYTES", size + 100_000)
        (a_map,) = session.document.all(Map)
        refused = None
        while refused is None:
            before = records_of(session)
            try:
                sections.add_section(session.document, a_map.id, "More", body="x" * 20_000)
            except TooLargeError as error:
                refused = error
        assert records_of(session) == before
    assert path.stat().st_size <= size + 100_000
    with Session.open(path) as session:
        assert records_of(session) == before
    with pytest.raises(TooLargeError):
        build_file(
            path.with_name("new.steelyard"),
            [*before, *(Tombstone(TombstoneId(n), "card", 1) for n in range(1, 40_000))],
        )
    assert not path.with_name("new.steelyard").exists()


def test_an_sqlite_without_strict_tables_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST_SQLITE", (99, 0, 0))
    with unchanged(path), pytest.raises(StorageError, match="too old"):
        Session.open(path)


def test_settings_that_do_not_take_are_an_error(path: Path) -> None:
    with unchanged(path):
        db = connect(path, Access.FROZEN)
        db.execute("BEGIN")
        with pytest.raises((StorageError, sqlite3.OperationalError)):
            make_durable(db, path.name)
        db.execute("ROLLBACK")
        db.close()


def test_an_interrupted_transaction_is_taken_back(path: Path) -> None:
    db = connect(path, Access.WRITE)
    guard(db)
    with pytest.raises(KeyboardInterrupt):
        _interrupted(db)
    assert not db.conn.in_transaction
    assert db.execute("SELECT count(*) FROM workbook").fetchone() == (4,)
    db.close()


def _interrupted(db: Database) -> None:
    with write_transaction(db):
        db.execute("DELETE FROM workbook")
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FileNotFoundError(errno.ENOENT, "none"), MissingFileError),
        (FileExistsError(errno.EEXIST, "there"), FileExistsAlreadyError),
        (IsADirectoryError(errno.EISDIR, "folder"), NotAFileError),
        (PermissionError(errno.EACCES, "no"), NoPermissionError),
        (OSError(errno.ENOSPC, "full"), DiskFullError),
        (OSError(errno.EIO, "broken"), StorageError),
        (OSError("no number"), StorageError),
    ],
)
def test_the_systems_errors_are_said_in_words(error: OSError, kind: type[StoreError]) -> None:
    said = os_in_words(error, "a.steelyard")
    assert type(said) is kind
    assert said.sentence.startswith(('"a.steelyard"', "The disk", "There is no permission"))
    assert said.remedy


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Could not decode to UTF-8 column 'text' with text 'x'", DamagedError),
        ("database disk image is malformed", DamagedError),
        ("something unheard of", UnusableFileError),
    ],
)
def test_errors_of_sqlite_without_a_name_are_told_by_their_words(words: str, kind: type[StoreError]) -> None:
    assert type(to_store_error(sqlite3.OperationalError(words), "a.steelyard")) is kind


def test_a_closed_session_says_that_it_cannot_write(path: Path) -> None:
    session = Session.open(path)
    session.close()
    session.close()
    (workbook,) = session.document.all(Workbook)
    with pytest.raises(StoreError), session.document.transaction(literal("Late")) as document:
        document.change(workbook, title="Late")
    assert session.document.get(Workbook, workbook.id) == workbook


def test_a_write_that_fails_is_logged_by_its_code_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError(f"database disk image is malformed: {path}")

    with Session.open(path) as session:
        (workbook,) = session.document.all(Workbook)
        monkeypatch.setattr(writing, "write_edit", refuse)
        with pytest.raises(DamagedError), session.document.transaction(literal("Rename")) as document:
            document.change(workbook, title="Another")
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "wrote nothing: damaged"
    ]
