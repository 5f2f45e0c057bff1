"""A journal beside the file: the file's own repairs it, a stranger's is set aside, and doubt opens for reading."""

import os
import random
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.edits import arguments
from desktop_app.model.records import Card, Record
from desktop_app.session import Session
from desktop_app.store.connection import unguarded
from desktop_app.store.errors import FileReplacedError, StoreError
from tests.store.workbooks import plain, records_of, sample, unchanged


def _hot_pair(path: Path, folder: Path) -> Path:
    """File and journal as they lie when a program is killed inside a commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE card SET notes = hex(zeroblob(3000))")
    connection.execute("UPDATE workbook SET value = 'torn'")
    folder.mkdir()
    for name in (path.name, path.name + "-journal"):
        shutil.copy(path.with_name(name), folder / name)
    connection.execute("ROLLBACK")
    connection.close()
    assert (folder / (path.name + "-journal")).stat().st_size > 0
    return folder / path.name


@pytest.fixture
def hot(path: Path, tmp_path: Path) -> Path:
    return _hot_pair(path, tmp_path / "hot")


def test_a_file_and_its_own_journal_open_as_before_the_kill(path: Path, hot: Path) -> None:
    with Session.open(path) as session:
        before = records_of(session)
    with Session.open(hot) as session:
        assert not session.is_read_only
        assert records_of(session) == before
    assert list(hot.parent.iterdir()) == [hot]


def test_the_journal_of_a_file_that_took_the_place_is_left_alone(path: Path, hot: Path, tmp_path: Path) -> None:
    """SQLite finds journals by name: the connection to the old file must not touch the new one's."""
    with Session.open(path) as session:
        before = records_of(session)
        for each in (hot, hot.with_name(hot.name + "-journal")):
            shutil.copy(each, tmp_path / "moving")
            (tmp_path / "moving").replace(path.with_name(each.name))
        with unchanged(path):
            with pytest.raises(FileReplacedError):
                session.undo()
            assert session.is_outdated
            assert not session.save_copy(tmp_path / "copy.steelyard").has_history
            session.close()
    for each in (path, tmp_path / "copy.steelyard"):
        with Session.open(each) as session:
            assert not session.is_read_only
            assert records_of(session) == before


def test_a_header_ahead_of_its_file_is_no_fault_while_the_journal_can_put_it_right(path: Path, hot: Path) -> None:
    content = bytearray(hot.read_bytes())
    content[28:32] = (len(content) // 4096 + 9).to_bytes(4, "big")
    content[92:96] = content[24:28]
    hot.write_bytes(content)
    with Session.open(path) as session:
        before = records_of(session)
    with Session.open(hot) as session:
        assert records_of(session) == before


def test_opened_for_reading_only_the_pair_is_recovered_in_a_private_copy(path: Path, hot: Path) -> None:
    with Session.open(path) as session:
        before = records_of(session)
    with unchanged(hot), Session.open(hot, read_only=True) as session:
        assert records_of(session) == before
        session.save_copy(hot.parent.parent / "copy.steelyard")
    with Session.open(hot.parent.parent / "copy.steelyard") as session:
        assert records_of(session) == before


def test_a_journal_of_another_moment_is_set_aside(path: Path, hot: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        while session.undo() is not None:
            pass
        before = records_of(session)
    mixed = tmp_path / "mixed" / path.name
    mixed.parent.mkdir()
    shutil.copy(path, mixed)
    shutil.copy(hot.with_name(hot.name + "-journal"), mixed.with_name(mixed.name + "-journal"))
    with unchanged(mixed), Session.open(mixed, read_only=True) as session:
        assert records_of(session) == before
    with Session.open(mixed) as session:
        assert not session.is_read_only
        assert records_of(session) == before
    assert sorted(mixed.parent.iterdir()) == [mixed, mixed.with_name(mixed.name + "-journal-set-aside")]


@dataclass(frozen=True)
class _Moment:
    """A workbook at rest, and its file and journal inside a transaction a little later."""

    records: frozenset[Record]
    at_rest: bytes
    torn: bytes
    journal: bytes


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[_Moment]:
    path = tmp_path_factory.mktemp("moments") / "a.steelyard"
    found = []
    sample(path)
    with Session.open(path) as session:
        db, draw = session._file._db, random.Random(3)
        for number in range(8):
            card = draw.choice(sorted(session.document.all(Card), key=lambda card: card.id))
            arguments.add_pro(session.document, card.id, f"Pro {number} " * draw.randrange(1, 400))
            at_rest = path.read_bytes()
            with unguarded(db):
                db.execute("PRAGMA cache_size = 1")
                db.execute("BEGIN IMMEDIATE")
                db.execute("UPDATE card SET notes = 'torn ' || text")
                for row in range(draw.randrange(1, 40)):
                    db.execute("INSERT INTO tombstone VALUES (?, ?, 1)", (2**53 + row, "x" * 3000))
                torn = path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()
                db.execute("ROLLBACK")
                db.execute("PRAGMA cache_size = -2000")
            found.append(_Moment(frozenset(session.document.records()), at_rest, *torn))
    return found


def _opened_pair(folder: Path, content: bytes, journal: bytes) -> frozenset[Record] | None:
    """The records of a sound workbook, or None when it was refused or is only for reading."""
    path = folder / "pair.steelyard"
    path.write_bytes(content)
    path.with_name(path.name + "-journal").write_bytes(journal)
    try:
        with unchanged(path), Session.open(path, read_only=True):
            pass
        with Session.open(path) as session:
            return None if session.is_read_only else frozenset(session.document.records())
    except StoreError:
        return None
    finally:
        for each in folder.iterdir():
            each.unlink()


def test_files_and_journals_of_different_moments_never_give_a_state_that_never_was(
    moments: list[_Moment], tmp_path: Path
) -> None:
    states = {moment.records for moment in moments}
    folder = tmp_path / "pair"
    folder.mkdir()
    for file in moments:
        for journal in moments:
            # At rest the file alone is right, so no journal may keep it from opening.
            assert _opened_pair(folder, file.at_rest, journal.journal) in states
            found = _opened_pair(folder, file.torn, journal.journal)
            if file is journal:
                assert found == file.records
            else:
                assert found is None or found in states


def test_when_neither_way_has_the_right_sum_it_opens_for_reading(path: Path, tmp_path: Path) -> None:
    with plain(path) as connection:
        connection.execute("UPDATE workbook SET value = 'slipped in' WHERE key = 'title'")
    hot = _hot_pair(path, tmp_path / "hot")
    with unchanged(hot), Session.open(hot) as session:
        assert session.read_only_reason is not None
        assert session.read_only_reason.code == "changed-outside"
        assert session.document.count(Card) == 15


def test_when_neither_way_can_be_read_it_says_so(hot: Path) -> None:
    content = bytearray(hot.read_bytes())
    content[5000:] = bytes(len(content) - 5000)
    hot.write_bytes(content)
    journal = hot.with_name(hot.name + "-journal")
    journal.write_bytes(b"\xff" * 5000)
    with unchanged(hot), pytest.raises(StoreError):
        Session.open(hot)


def test_a_write_ahead_log_from_elsewhere_is_read_in_a_private_copy(path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("UPDATE card SET said = 5")
    folder = tmp_path / "wal"
    folder.mkdir()
    for name in (path.name, path.name + "-wal"):
        shutil.copy(path.with_name(name), folder / name)
    connection.close()
    taken = folder / path.name
    with unchanged(taken), Session.open(taken) as session:
        assert session.is_read_only
        # The log's content was found right in itself, but the sum tells that another program wrote it.
        assert session.read_only_reason is not None
        assert session.read_only_reason.code in {"changed-outside", "other-journal"}


def test_private_copies_that_a_killed_program_left_long_ago_are_swept(
    hot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = tmp_path / "temporary"
    places.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(places))
    old, new, other = (places / name for name in ("steelyard-trial-old", "steelyard-trial-new", "of-another"))
    for folder in (old, new, other):
        (folder / "alone").mkdir(parents=True)
        (folder / "alone" / "a.steelyard").write_text("text")
    for folder in (old, other):
        os.utime(folder, (1, 1))
    Session.open(hot).close()
    assert sorted(places.iterdir()) == [other, new]
