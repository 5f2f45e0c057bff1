"""Writing: one action, one transaction; failures leave nothing half done; undo and redo outlive the program."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desktop_app.edits import arguments, cards, deleting, maps, workbooks
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.session import Session
from desktop_app.store import history
from desktop_app.store.connection import authorize, unguarded
from desktop_app.store.errors import (
    BusyError,
    ConflictError,
    DiskFullError,
    FileGoneError,
    FileReplacedError,
    HistoryDamagedError,
    StoreError,
)
from desktop_app.store.reading import content_sum, kept_sum
from tests.store.workbooks import plain, records_of


def _rows(session: Session, sql: str) -> list[tuple[Any, ...]]:
    return session._file._db.execute(sql).fetchall()


def _undo_all(session: Session) -> None:
    while session.undo() is not None:
        pass


def _question(session: Session) -> Card:
    return next(card for card in session.document.all(Card) if card.kind is CardKind.QUESTION)


def test_an_action_is_in_the_file_when_it_returns(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        arguments.add_pro(session.document, _question(session).id, "At once")
        shutil.copy(path, tmp_path / "taken.steelyard")
        expected = records_of(session)
    with Session.open(tmp_path / "taken.steelyard") as session:
        assert not session.is_read_only
        assert records_of(session) == expected


def test_an_action_writes_one_step_one_log_line_and_the_right_sum(path: Path) -> None:
    with Session.open(path) as session:
        steps = len(_rows(session, "SELECT id FROM step"))
        lines = len(_rows(session, "SELECT id FROM log"))
        cards.set_text(session.document, _question(session).id, "Changed")
        assert len(_rows(session, "SELECT id FROM step")) == steps + 1
        (*_, (before, after)) = _rows(session, "SELECT before, after FROM change ORDER BY step, seq")
        assert (before, after) == ('{"text":"How should it be given?"}', '{"text":"Changed"}')
        assert len(_rows(session, "SELECT id FROM log")) == lines + 1
        assert kept_sum(session._file._db) == content_sum(session._file._db)


def test_an_action_that_changes_nothing_writes_nothing(path: Path) -> None:
    with Session.open(path) as session:
        label = session.undo_label
        question = _question(session)
        cards.set_text(session.document, question.id, question.text)
        assert session.undo_label == label


def test_undo_and_redo_are_named_and_lead_back_and_forth_across_restarts(path: Path) -> None:
    states = []
    with Session.open(path) as session:
        states.append(records_of(session))
        while session.undo() is not None:
            states.append(records_of(session))
        assert session.undo_label is None
        assert session.redo_label == "Add map"
        assert len(states[-1]) == 1
    for before in reversed(states[:-1]):
        with Session.open(path) as session:
            change_set = session.redo()
            assert change_set is not None
            assert session.undo_label == str(change_set.step)
            assert records_of(session) == before
    with Session.open(path) as session:
        assert session.redo() is None
        assert session.redo_label is None


def test_undo_after_a_new_action_passes_by_what_was_taken_back_before_it(path: Path) -> None:
    with Session.open(path) as session:
        undone_before, before = session.undo_label, records_of(session)
        maps.add_map(session.document, "Taken back")
        session.undo()
        maps.add_map(session.document, "New")
        session.undo()
        assert session.undo_label == undone_before
        assert records_of(session) == before


def test_a_new_action_drops_what_could_be_redone_and_its_ids_are_not_used_again(path: Path) -> None:
    with Session.open(path) as session:
        (highest,) = _rows(session, "SELECT max(id) FROM step")[0]
        session.undo()
        session.undo()
        workbooks.rename_workbook(session.document, "Other")
        assert session.redo_label is None
        assert _rows(session, "SELECT max(id) FROM step") == [(highest + 1,)]
        session.undo()
        assert session.redo_label == "Rename workbook"


def test_the_log_keeps_what_was_undone(path: Path) -> None:
    with Session.open(path) as session:
        workbooks.rename_workbook(session.document, "Other")
        session.undo()
        session.redo()
        last = [entry.label for entry in session.log()[-3:]]
        rows = _rows(session, "SELECT label, args FROM log ORDER BY id DESC LIMIT 3")
    assert last == ["Rename workbook", "Undo Rename workbook", "Redo Rename workbook"]
    step = '{"step":{"key":"step.rename_workbook","args":{}}}'
    assert rows == [("step.redo", step), ("step.undo", step), ("step.rename_workbook", "{}")]


def test_the_history_keeps_the_last_steps_and_always_the_newest(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 3)
    with Session.open(path) as session:
        lines = _rows(session, "SELECT count(*) FROM log")[0][0]
        for number in range(5):
            workbooks.rename_workbook(session.document, f"Title {number}")
        assert _rows(session, "SELECT count(*) FROM step") == [(3,)]
        assert _rows(session, "SELECT count(*) FROM change WHERE step NOT IN (SELECT id FROM step)") == [(0,)]
        assert _rows(session, "SELECT count(*) FROM log") == [(lines + 5,)]
        monkeypatch.setattr(history, "MOST_BYTES", 10)
        cards.set_text(session.document, _question(session).id, "long " * 100)
        assert _rows(session, "SELECT count(*) FROM step") == [(1,)]
        assert session.undo() is not None
        assert session.undo() is None


def test_deleting_a_map_and_undoing_it_brings_everything_back(path: Path) -> None:
    with Session.open(path) as session:
        a_map = next(iter(session.document.all(Map)))
        maps.add_map(session.document, "Another")
        before = records_of(session)
        maps.delete_map(session.document, a_map.id)
        assert session.document.count(Card) == 0
        session.undo()
        assert records_of(session) == before


def test_deleting_leaves_a_tombstone_in_the_file(path: Path) -> None:
    with Session.open(path) as session:
        question = _question(session)
        deleting.delete_branch(session.document, question.id)
        assert _rows(session, f"SELECT kind FROM tombstone WHERE record = {question.id}") == [("card",)]


@pytest.mark.parametrize("nth", range(1, 40))
def test_a_failure_at_any_statement_leaves_memory_and_file_as_they_were(path: Path, nth: int) -> None:
    with Session.open(path) as session:
        before, label = records_of(session), session.undo_label
        asked = 0

        def deny(action: int, first: str | None, second: str | None, database: str | None, asker: str | None) -> int:
            nonlocal asked
            asked += 1
            return sqlite3.SQLITE_DENY if asked == nth else authorize(action, first, second, database, asker)

        session._file._db.conn.set_authorizer(deny)
        failed = False
        try:
            cards.set_text(session.document, _question(session).id, "Never")
        except StoreError:
            failed = True
        session._file._db.conn.set_authorizer(authorize)
        assert failed is (asked >= nth)
        assert (records_of(session) == before) is failed
        assert (session.undo_label == label) is failed
        assert not session._file._db.conn.in_transaction
        in_memory = records_of(session)
    with Session.open(path) as session:
        assert not session.is_read_only
        assert records_of(session) == in_memory


def test_a_full_disk_is_said_and_the_session_goes_on(path: Path) -> None:
    with Session.open(path) as session:
        before = records_of(session)
        db = session._file._db
        with unguarded(db):
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError, match="The disk is full"):
            cards.set_notes(session.document, _question(session).id, "x" * 20_000)
        assert records_of(session) == before
        with unguarded(db):
            db.execute("PRAGMA max_page_count = 1073741823")
        cards.set_notes(session.document, _question(session).id, "x" * 20_000)


def test_a_file_that_was_deleted_is_not_written_and_can_be_saved_elsewhere(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        path.unlink()
        with pytest.raises(FileGoneError):
            workbooks.rename_workbook(session.document, "Lost")
        assert not path.exists()
        report = session.save_copy(tmp_path / "kept.steelyard")
        assert report.has_history
        before = records_of(session)
    with Session.open(tmp_path / "kept.steelyard") as session:
        assert records_of(session) == before


def test_a_file_that_was_replaced_is_not_written(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        shutil.copy(path, tmp_path / "other")
        (tmp_path / "other").replace(path)
        content = path.read_bytes()
        with pytest.raises(FileReplacedError):
            session.undo()
        assert path.read_bytes() == content


def test_a_file_that_was_overwritten_in_place_is_saved_from_memory(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        path.write_bytes(b"overwritten" * 1000)
        with pytest.raises(StoreError):
            workbooks.rename_workbook(session.document, "Lost")
        assert path.read_bytes() == b"overwritten" * 1000
        before = records_of(session)
        report = session.save_copy(tmp_path / "kept.steelyard")
        assert not report.has_history
    with Session.open(tmp_path / "kept.steelyard") as session:
        assert records_of(session) == before


@pytest.mark.parametrize("statement", ["UPDATE card SET said = said + 1", "DELETE FROM level", "VACUUM"])
def test_a_change_by_another_program_while_open_is_a_conflict(path: Path, statement: str) -> None:
    with Session.open(path) as session:
        before = records_of(session)
        with plain(path) as other:
            other.execute(statement)
        assert session.is_outdated
        with pytest.raises(ConflictError):
            workbooks.rename_workbook(session.document, "Mine")
        assert records_of(session) == before


def test_a_row_that_is_not_as_remembered_is_a_conflict(path: Path) -> None:
    with Session.open(path) as session:
        question = _question(session)
        session._file._db.execute("UPDATE card SET said = 9 WHERE id = ?", (question.id,))
        assert not session.is_outdated
        with pytest.raises(ConflictError):
            cards.set_text(session.document, question.id, "Mine")
        assert session.document.get(Card, question.id) == question


def test_a_file_held_by_another_program_is_busy_and_then_writes(path: Path) -> None:
    with Session.open(path) as session:
        with unguarded(session._file._db):
            session._file._db.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="at this moment"):
            workbooks.rename_workbook(session.document, "Mine")
        other.execute("ROLLBACK")
        workbooks.rename_workbook(session.document, "Mine")
        assert reads.workbook(session.document).title == "Mine"
        other.close()


_WHOLE = '{"title":"t","rank":"a"}'


@pytest.mark.parametrize(
    ("kind", "record", "before", "after"),
    [
        ("card; ATTACH 'evil' AS x", 1, None, "{}"),
        ("sqlite_master", 1, None, "{}"),
        ("state", 1, '{"value":"1"}', '{"value":"2"}'),
        ("card", 1, None, "[" * 100_000),
        ("card", 1, None, "[1]"),
        ("card", 1, None, _WHOLE),
        ("card", 2**60, None, "{}"),
        ("workbook", 1, '{"title":NaN}', '{"title":"x"}'),
        ("workbook", 1, '{"title":"Sample"}', '{"title":5}'),
        ("workbook", 1, '{"title":"Sample"}', '{"title":["x"]}'),
        ("workbook", 1, '{"title":"Sample"}', '{"id":2}'),
        ("workbook", 1, '{"title":"Sample"}', '{"elsewhere":2}'),
        ("workbook", 1, '{"title":"Not so"}', '{"title":"x"}'),
        ("workbook", 1, '{"title":"Sample","author":"","language":"en","created":"CREATED"}', None),
        ("workbook", 1, None, '{"title":"x","author":"","language":"","created":""}'),
        ("workbook", 1, None, None),
        ("map", 3, '{"draws":1e999}', '{"draws":1}'),
        ("map", 3, '{"title":"x"}', '{"title":"y"}'),
        ("map", 3, '{"title":"x","rank":"a"}', None),
    ],
)
def test_a_forged_history_is_refused_and_changes_nothing(
    path: Path, kind: str, record: int, before: str | None, after: str | None
) -> None:
    with plain(path) as connection:
        (next_step,) = connection.execute("SELECT max(id) + 1 FROM step").fetchone()
        (created,) = connection.execute("SELECT value FROM workbook WHERE key = 'created'").fetchone()
        before = before and before.replace("CREATED", created)
        connection.execute("INSERT INTO step VALUES (?, 'forged', '', 0, '{}')", (next_step,))
        connection.execute("INSERT INTO change VALUES (?, 0, ?, ?, ?, ?)", (next_step, kind, record, before, after))
        connection.execute("UPDATE state SET value = ? WHERE key = 'next_step'", (str(next_step + 1),))
    with Session.open(path) as session:
        in_memory = records_of(session)
        assert session.redo_label == "forged"
        with pytest.raises(HistoryDamagedError):
            session.redo()
        assert records_of(session) == in_memory
        workbooks.rename_workbook(session.document, "Goes on")
        assert session.redo_label is None


def test_a_forged_history_that_breaks_a_rule_is_refused_as_history(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("DELETE FROM change WHERE step = 3 AND kind = 'card'")
    with Session.open(path) as session:
        states = [records_of(session)]
        session.document.subscribe(lambda _: states.append(records_of(session)))
        with pytest.raises(HistoryDamagedError):
            _undo_all(session)
        assert len(states) > 2
        assert records_of(session) == states[-1]


def test_an_empty_step_is_no_step(path: Path) -> None:
    with plain(path) as connection:
        connection.execute("DELETE FROM change")
    with Session.open(path) as session, pytest.raises(HistoryDamagedError):
        session.undo()
