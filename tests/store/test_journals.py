"""Journals beside a workbook: none deletes, grows, hangs or turns back anything, and a real one still repairs."""

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.edits import arguments, cards, deleting, maps
from desktop_app.model.ids import WORKBOOK_ID
from desktop_app.model.records import Card, CardKind, Record, Workbook
from desktop_app.session import Session
from desktop_app.store.check import check, info
from desktop_app.store.errors import BusyError, DamagedError, StoreError, StrayJournalError
from tests.store.journals import (
    Pair,
    journal_of,
    journal_path,
    late_pairs,
    super_journal,
    whole_journal_of,
)
from tests.store.workbooks import plain, records_of, sample, unchanged

_ROOT = Path(__file__).resolve().parents[2]


def _look(path: Path) -> None:
    Session.open(path, read_only=True).close()


def _edit(path: Path) -> None:
    """Opens for editing, edits, fails at an edit and closes."""
    with Session.open(path) as session:
        card = next(iter(session.document.all(Card)))
        cards.set_text(session.document, card.id, "edited")
        session.undo()


_WAYS: list[Callable[[Path], object]] = [check, info, _look, _edit]


@pytest.fixture
def records(path: Path) -> set[Record]:
    with Session.open(path, read_only=True) as session:
        return records_of(session)


# --- journals made for harm ------------------------------------------------------------------------------


@pytest.mark.parametrize("act", _WAYS)
@pytest.mark.parametrize("is_relative", [False, True])
def test_a_file_that_a_journal_names_is_never_deleted(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], object], is_relative: bool
) -> None:
    victim = tmp_path / "notes.txt"
    victim.write_text("mine")
    monkeypatch.chdir(tmp_path)
    name = b"notes.txt" if is_relative else os.fsencode(victim)
    journal_path(path).write_bytes(journal_of(path.read_bytes(), tail=super_journal(name)))
    act(path)
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("magic", [bytes(8), b"\0" + bytes.fromhex("d505f920a163d7")])
def test_a_file_named_at_the_end_of_a_journal_that_is_still_asleep_is_never_deleted(
    path: Path, tmp_path: Path, magic: bytes
) -> None:
    """SQLite writes its own journal over the beginning, and would believe the end when it takes something back."""
    victim = tmp_path / "notes.txt"
    victim.write_text("mine")
    asleep = journal_of(path.read_bytes(), magic=magic, tail=bytes(400_000) + super_journal(os.fsencode(victim)))
    journal_path(path).write_bytes(asleep)
    with Session.open(path) as session:
        db = session._file._db
        for statement in ("BEGIN IMMEDIATE", "DELETE FROM log", "ROLLBACK"):
            db.conn.set_authorizer(None)
            db.execute("PRAGMA cache_spill = 1")
            db.execute("PRAGMA cache_size = 1")
            db.execute(statement)
    assert victim.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_that_a_journal_names_is_not_waited_for(path: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    journal_path(path).write_bytes(journal_of(path.read_bytes(), tail=super_journal(os.fsencode(pipe))))
    for verb in ("info", "check", "weigh"):
        _run(verb, str(path))
    assert pipe.exists()


@pytest.mark.parametrize("pages", [2**31 - 1, 2**32 - 1, 200_000, 100, 1, 0])
def test_a_journal_with_another_number_of_pages_never_changes_the_size_of_a_file(
    path: Path, records: set[Record], pages: int
) -> None:
    content = path.read_bytes()
    assert pages != len(content) // 4096
    forged = bytearray(content[:4096])
    # Also when the page that the journal holds agrees with it.
    forged[28:32] = pages.to_bytes(4, "big")
    for first_page in (None, bytes(forged)):
        journal_path(path).write_bytes(journal_of(content, pages=pages, changed_first_page=first_page))
        with Session.open(path) as session:
            assert not session.is_read_only
            assert records_of(session) == records
        assert path.read_bytes() == content


def test_a_journal_of_other_pages_is_not_played(path: Path) -> None:
    content = path.read_bytes()
    for page_size in (512, 65536, 0, 1000):
        journal_path(path).write_bytes(journal_of(content, page_size=page_size))
        Session.open(path).close()
        assert path.read_bytes() == content


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.parametrize("kind", ["pipe", "link", "dangling link", "folder"])
@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as on Unix")
def test_what_cannot_be_a_journal_is_named_and_nothing_is_done(
    path: Path, tmp_path: Path, kind: str, ending: str
) -> None:
    stray = path.with_name(path.name + ending)
    target = tmp_path / "target"
    if kind == "pipe":
        os.mkfifo(stray)
    elif kind == "folder":
        stray.mkdir()
    else:
        if kind == "link":
            target.write_bytes(journal_of(path.read_bytes()))
        stray.symlink_to(target)
    before = path.read_bytes()
    for act in (info, _look, _edit):
        with pytest.raises(StrayJournalError, match=f"a.steelyard{ending}"):
            act(path)
    assert [finding.code for finding in check(path).findings] == ["stray-journal"]
    assert path.read_bytes() == before
    assert target.exists() is (kind == "link")
    assert os.path.lexists(stray)


def test_a_log_of_writes_beside_a_file_that_keeps_none_is_set_aside(path: Path, records: set[Record]) -> None:
    """SQLite would believe it, although the file says that it has none."""
    other = path.with_name("other.steelyard")
    shutil.copy(path, other)
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    for step in ("said + 1", "said - 1"):
        # Forth and back: with the log the records are as right as without it.
        connection.execute(f"UPDATE card SET said = {step}")
    log = other.with_name(other.name + "-wal").read_bytes()
    connection.close()
    assert len(log) > 4096
    for content in (log, b""):
        path.with_name(path.name + "-wal").write_bytes(content)
        with Session.open(path) as session:
            assert records_of(session) == records
            assert "a.steelyard-wal" in str(session.take_notice())
        assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.parametrize("field", [0, 4], ids=["the page", "the number of pages"])
@pytest.mark.parametrize("is_last", [False, True])
def test_a_log_of_writes_that_would_grow_the_private_copy_is_not_read(path: Path, field: int, *, is_last: bool) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    for weighed in (5, 6):
        connection.execute(f"UPDATE card SET said = {weighed}")
    taken = path.parent.parent / path.name
    shutil.copy(path, taken)
    log = bytearray(path.with_name(path.name + "-wal").read_bytes())
    connection.close()
    frame = len(log) - 24 - 4096 if is_last else 32
    log[frame + field : frame + field + 4] = (2**31 - 1).to_bytes(4, "big")
    taken.with_name(taken.name + "-wal").write_bytes(log)
    with unchanged(taken), Session.open(taken) as session:
        assert session.is_read_only
        assert "-wal" in str(session.take_notice())


# --- of two right states, the newest that was called saved -----------------------------------------------


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    path = tmp_path_factory.mktemp("pairs") / "a.steelyard"
    sample(path)

    def typing(number: int) -> Callable[[Session], object]:
        def edit(session: Session) -> object:
            every = sorted(session.document.all(Card), key=lambda card: card.id)
            card = every[number % len(every)]
            claims = [card for card in every if card.kind is CardKind.CLAIM]
            match number % 6:
                case 0:
                    cards.set_text(session.document, card.id, f"edited {number}")
                    return None
                case 1:
                    return session.undo()
                case 2:
                    return session.redo()
                case 3:
                    return arguments.add_pro(session.document, claims[0].id, "long " * 100 * number)
                case 4:
                    return maps.add_map(session.document, f"map {number}")
                case _:
                    deleting.delete_branch(session.document, claims[-1].id)
                    return None

        return edit

    return list(late_pairs(path, map(typing, range(38))))


def test_a_saved_edit_is_kept_beside_the_journal_that_would_take_it_back(pairs: list[Pair], tmp_path: Path) -> None:
    kept = 0
    for number, pair in enumerate(pairs):
        path = tmp_path / str(number) / "a.steelyard"
        path.parent.mkdir()
        path.write_bytes(pair.after)
        with Session.open(path, read_only=True) as session:
            saved, log, label = records_of(session), session.log(), session.undo_label
        journal_path(path).write_bytes(pair.journal)
        with unchanged(path), Session.open(path, read_only=True) as session:
            assert records_of(session) == saved
            assert "is as it was last saved" in str(session.take_notice())
        with Session.open(path) as session:
            assert not session.is_read_only
            kept += records_of(session) == saved and session.log() == log
            assert "-journal-set-aside" in str(session.take_notice())
            assert session.take_notice() is None, "it is said once"
        assert path.read_bytes() == pair.after
        assert path.with_name(path.name + "-journal-set-aside").read_bytes() == pair.journal
        with Session.open(path) as session:
            assert session.take_notice() is None
            assert label is None
    assert kept == len(pairs) == 38


def test_played_by_sqlite_itself_the_same_journals_do_take_the_edit_back(pairs: list[Pair], tmp_path: Path) -> None:
    """What makes the test above worth something: the pairs are real."""
    for number, pair in enumerate(pairs):
        path = tmp_path / f"{number}.steelyard"
        path.write_bytes(pair.after)
        journal_path(path).write_bytes(pair.journal)
        with plain(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert path.read_bytes() != pair.after
        with Session.open(path) as session:
            assert not session.is_read_only


def test_the_whole_journal_of_another_workbook_does_not_turn_a_file_into_that(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.steelyard"
    sample(other, claims=9)
    content = path.read_bytes()
    journal_path(path).write_bytes(whole_journal_of(other.read_bytes(), pages=len(content) // 4096))
    with Session.open(path) as session:
        assert not session.is_read_only
        assert session.take_notice() is not None
    assert path.read_bytes() == content


def test_nor_a_file_of_version_0_1_0_which_cannot_prove_its_history(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.steelyard"
    sample(other, claims=1)
    content = old.read_bytes()
    journal_path(old).write_bytes(whole_journal_of(other.read_bytes(), pages=len(content) // 4096))
    with Session.open(old) as session:
        assert session.document.get(Workbook, WORKBOOK_ID).title == "Kept by version 0.1.0"
        assert session.take_notice() is not None
    assert old.read_bytes() == content


def test_journals_set_aside_never_replace_each_other(path: Path) -> None:
    for number in range(3):
        journal_path(path).write_bytes(b"not a journal %d" % number)
        Session.open(path).close()
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "a.steelyard",
        "a.steelyard-journal-set-aside",
        "a.steelyard-journal-set-aside-2",
        "a.steelyard-journal-set-aside-3",
    ]


def test_a_journal_that_leads_to_the_same_state_is_cleared_without_a_word(path: Path) -> None:
    """A program was killed between putting the journal on the disk and changing the file."""
    content = path.read_bytes()
    journal_path(path).write_bytes(journal_of(content))
    with Session.open(path) as session:
        assert session.take_notice() is None
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_journal_whose_writing_was_not_finished_is_cleared_without_a_word(path: Path) -> None:
    content = path.read_bytes()
    for unfinished in (journal_of(content, magic=bytes(8)).replace(b"\0\0\0\1", bytes(4), 1), bytes(600)):
        journal_path(path).write_bytes(unfinished)
        assert check(path).is_sound
        with Session.open(path) as session:
            assert session.take_notice() is None
            assert not journal_path(path).exists()
        assert path.read_bytes() == content


def test_a_history_that_is_not_whole_does_not_make_the_file_alone_right(path: Path, tmp_path: Path) -> None:
    """The records are those after the edit, the minutes those before it: the edit was not finished."""
    (pair,) = late_pairs(path, [lambda session: maps.add_map(session.document, "another")])
    before = tmp_path / "before.steelyard"
    before.write_bytes(pair.after)
    journal_path(before).write_bytes(pair.journal)
    with plain(before) as connection:
        connection.execute("SELECT 1 FROM card").fetchone()
    torn = bytearray(pair.after)
    with plain(before) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'step'").fetchone()
    torn[(page - 1) * 4096 : page * 4096] = before.read_bytes()[(page - 1) * 4096 : page * 4096]
    path.write_bytes(torn)
    journal_path(path).write_bytes(pair.journal)
    with Session.open(before, read_only=True) as session:
        expected = records_of(session)
    with Session.open(path) as session:
        assert not session.is_read_only
        assert records_of(session) == expected
    assert list(path.parent.iterdir()) == [path]


def test_a_journal_that_appears_while_the_workbook_is_open_is_not_played(path: Path, tmp_path: Path) -> None:
    (pair,) = late_pairs(path, [lambda session: maps.add_map(session.document, "another")])
    with Session.open(path) as session:
        records = records_of(session)
        journal_path(path).write_bytes(pair.journal)
        assert session.is_outdated
        session.save_copy(tmp_path / "copy.steelyard")
        with pytest.raises(BusyError, match="appeared beside"):
            maps.add_map(session.document, "more")
        with pytest.raises(BusyError, match="appeared beside"):
            session.undo()
        assert records_of(session) == records
        assert path.read_bytes() == pair.after
        journal_path(path).rename(tmp_path / "kept")
        journal_path(path).symlink_to(tmp_path / "kept")
        with pytest.raises(StrayJournalError):
            maps.add_map(session.document, "more")
        session.save_copy(tmp_path / "copy.steelyard")
        journal_path(path).unlink()
        maps.add_map(session.document, "more")
    with Session.open(path) as session:
        assert records < records_of(session)


# --- files of version 0.1.0, which keep no sum of their history ------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "old.steelyard"
    path.parent.mkdir()
    packed = Path(__file__).parent / "samples" / "without-history-sum.steelyard.gz"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return path


def _kept_sum(path: Path) -> str | None:
    with plain(path) as connection:
        row = connection.execute("SELECT value FROM state WHERE key = 'history_sum'").fetchone()
    return None if row is None else row[0]


def test_a_file_without_a_history_sum_opens_unchanged_and_gets_one_with_its_first_edit(old: Path) -> None:
    with unchanged(old), Session.open(old) as session:
        assert not session.is_read_only
        assert (session.undo_label, session.redo_label) == ("Edit text", "Edit text")
        assert len(records_of(session)) == 23
    assert check(old).is_sound
    assert _kept_sum(old) is None
    with Session.open(old) as session:
        session.redo()
    assert _kept_sum(old) is not None
    assert check(old).is_sound


def test_beside_a_file_without_a_history_sum_a_journal_is_believed_as_before(old: Path) -> None:
    (pair,) = late_pairs(old, [lambda session: session.redo()])
    with plain(old) as connection:
        connection.execute("DELETE FROM state WHERE key = 'history_sum'")
    content = bytearray(old.read_bytes())
    journal_path(old).write_bytes(pair.journal)
    with Session.open(old) as session:
        assert not session.is_read_only
        assert session.redo_label == "Edit text"
    assert old.read_bytes() != content


def test_an_edit_by_version_0_1_0_does_not_make_the_history_look_damaged(path: Path) -> None:
    """It adjusts the content sum and knows nothing of the other; the line it adds to the minutes tells."""
    with plain(path) as connection:
        connection.execute("INSERT INTO log (at, label, args) VALUES ('2026-01-01T00:00:00.000Z', 'Add map', '{}')")
    assert check(path).is_sound
    _edit(path)
    assert check(path).is_sound


# --- the history sum -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE step SET label = 'other' WHERE id = (SELECT max(id) FROM step)",
        "DELETE FROM change WHERE seq = 1",
        "UPDATE log SET label = 'other' WHERE id = 1",
        "UPDATE state SET value = '3' WHERE key = 'cursor'",
    ],
)
def test_a_change_of_the_history_from_outside_is_found_by_check(path: Path, statement: str) -> None:
    with plain(path) as connection:
        assert connection.execute(statement).rowcount
    assert "bad-history" in {finding.code for finding in check(path).findings}


def test_the_history_sum_stays_right_through_edits_undo_redo_and_dropped_and_trimmed_steps(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.history.MOST_STEPS", 12)
    with Session.open(path) as session:
        first = next(iter(session.document.all(Card)))
        for number in range(30):
            cards.set_text(session.document, first.id, f"text {number}")
            if number % 5 == 4:
                session.undo()
                session.undo()
                session.redo()
    assert check(path).is_sound
    with plain(path) as connection:
        assert connection.execute("SELECT count(*) FROM step").fetchone()[0] <= 12


# --- what the commands say -------------------------------------------------------------------------------


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=60)


def test_commands_say_of_a_journal_that_it_was_not_used(path: Path) -> None:
    journal_path(path).write_bytes(b"not a journal")
    for verb in (["info"], ["weigh"], ["weigh", "--json"]):
        done = _run(*verb, str(path))
        assert done.returncode == 0
        assert done.stderr.count("\n") == 1
        assert '"a.steelyard-journal"' in done.stderr
    assert _run("check", str(path)).returncode == 1


def test_a_damaged_file_beside_a_foreign_journal_is_refused_and_stays(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "notes.txt"
    victim.write_text("mine")
    content = bytearray(path.read_bytes())
    content[9000:] = bytes(len(content) - 9000)
    path.write_bytes(content)
    journal_path(path).write_bytes(journal_of(bytes(content), tail=super_journal(os.fsencode(victim))))
    with unchanged(path), pytest.raises((DamagedError, StoreError)):
        Session.open(path)
    assert victim.read_text() == "mine"
