"""Files of earlier formats open as they are and become one of this with their first edit, whole or not at all."""

import gzip
import logging
import os
import signal
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from desktop_app.edits import cards, criteria
from desktop_app.model import reads
from desktop_app.model.records import Card, Criterion, Record, WeightFrom
from desktop_app.model.tables import RecordTable
from desktop_app.session import Session
from desktop_app.store import history, migrating, rows
from desktop_app.store.check import check, info
from desktop_app.store.codec import Row
from desktop_app.store.connection import unguarded
from desktop_app.store.errors import ForeignSchemaError
from desktop_app.store.interchange import workbook_from_json
from desktop_app.store.schema import EXPECTED, USER_VERSION, format_name, normalised
from desktop_app.weighing.results import weigh
from desktop_app.wording import language
from desktop_app.wording.pseudo import disguised
from desktop_app.wording.sentence import say
from tests.store.journals import journal_path, late_pairs
from tests.store.workbooks import plain, records_of, unchanged

_SAMPLES = Path(__file__).parent / "samples"
# As the program that wrote the sample showed them.
_TOTALS = {
    "School annex": (58.23529411764706, 58.23529411764706),
    "Old fire station": (48.82352941176471, 48.82352941176471),
    "Containers": (32.94117647058823, 85.88235294117646),
}
_RECORDS = 47


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "old.steelyard"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress((_SAMPLES / "format-0.1.steelyard.gz").read_bytes()))
    return path


def _version(path: Path) -> int:
    with plain(path) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def _an_edit(session: Session) -> None:
    card = min(session.document.all(Card), key=lambda card: card.id)
    cards.set_notes(session.document, card.id, "written later")


def _but_for_notes(records: set[Record]) -> set[str]:
    return {repr(record).replace("notes='written later'", "notes=''") for record in records}


def _records(path: Path) -> set[Record]:
    with Session.open(path, read_only=True) as session:
        return records_of(session)


def test_an_old_file_is_read_as_it_is(old: Path) -> None:
    with unchanged(old), Session.open(old) as session:
        assert not session.is_read_only
        assert (session.undo_label, session.redo_label) == ("Delete criterion", "Add criterion")
        assert len(records_of(session)) == _RECORDS
        assert {item.weight_from for item in session.document.all(Criterion)} == {WeightFrom.NOT_RECORDED}
        (found,) = (
            {
                session.document.get(Card, option).text: (result.total.least, result.total.most)
                for option, result in weigh(session.document, a_map.id).options.items()
                if result.total is not None
            }
            for a_map in reads.maps(session.document)
            if a_map.title.startswith("Shelter")
        )
        assert found == {name: pytest.approx(total) for name, total in _TOTALS.items()}
    with unchanged(old):
        assert check(old).is_sound
        assert info(old).format == "0.1"


def test_reading_only_leaves_an_old_file_alone(old: Path) -> None:
    old.chmod(0o444)
    with unchanged(old), Session.open(old, read_only=True) as session:
        assert len(records_of(session)) == _RECORDS


def test_the_first_edit_makes_it_a_file_of_this_format(old: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = _records(old)
    with caplog.at_level(logging.INFO), Session.open(old) as session:
        _an_edit(session)
        assert "migrating" in caplog.text
        assert not session._file.is_outdated
        caplog.clear()
        _an_edit(session)
        assert not caplog.records  # nothing is migrated a second time
    assert _version(old) == USER_VERSION
    with plain(old) as connection:
        assert sorted(normalised(sql) for (sql,) in connection.execute("SELECT sql FROM sqlite_master")) == EXPECTED
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert set(connection.execute("SELECT weight_from FROM criterion")) == {("",)}
    assert check(old).is_sound
    assert info(old).format == format_name(USER_VERSION)
    assert _but_for_notes(_records(old)) == _but_for_notes(before)
    assert [each.name for each in old.parent.iterdir()] == [old.name]


def test_steps_written_under_the_old_format_are_taken_back_and_done_again(old: Path) -> None:
    with Session.open(old) as session:
        before = records_of(session)
        while session.redo() is not None:
            pass
        ahead = records_of(session)
        undone = 0
        while session.undo() is not None:
            undone += 1
        assert undone == 54
        assert session.document.count(Criterion) == 0
        while session.redo() is not None:
            pass
        assert records_of(session) == ahead != before
    assert check(old).is_sound
    assert _version(old) == USER_VERSION


def test_a_weight_that_is_set_says_where_it_comes_from_and_undo_takes_that_back(old: Path) -> None:
    with Session.open(old) as session:
        (speed,) = (item for item in session.document.all(Criterion) if item.name == "Speed")
        criteria.set_all_weights(
            session.document, {speed.id: 30.0}, say("step.weigh_by_swings"), weight_from=WeightFrom.SWINGS
        )
        assert session.document.get(Criterion, speed.id).weight_from is WeightFrom.SWINGS
        criteria.set_weight(session.document, speed.id, 31.0)
        assert session.document.get(Criterion, speed.id).weight_from is WeightFrom.TYPED
        session.undo()
        session.undo()
        assert session.document.get(Criterion, speed.id) == speed
        session.redo()
    with Session.open(old) as session:
        assert session.document.get(Criterion, speed.id).weight_from is WeightFrom.SWINGS


def test_copies_hold_what_the_old_file_holds(old: Path, tmp_path: Path) -> None:
    whole, bare = tmp_path / "whole.steelyard", tmp_path / "bare.steelyard"
    with Session.open(old) as session:
        assert session.save_copy(whole).has_history
        session.save_copy(bare, with_history=False)
        records = records_of(session)
    assert _records(whole) == _records(bare) == records
    assert check(whole).is_sound
    assert check(bare).is_sound
    assert _version(bare) == USER_VERSION


@pytest.mark.parametrize("step", ["write_row", "record_step"])
def test_a_migration_that_fails_leaves_the_old_file_and_the_next_edit_makes_up_for_it(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = _records(old)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with Session.open(old) as session:
        with monkeypatch.context() as broken:
            broken.setattr(migrating if step == "write_row" else history, step, fail)
            with pytest.raises(Exception, match="old"):
                _an_edit(session)
        assert records_of(session) == before
        session._file.close()
        assert _version(old) == 1
        assert check(old).is_sound
        assert _records(old) == before
    with Session.open(old) as session:
        _an_edit(session)
    assert _version(old) == USER_VERSION
    assert check(old).is_sound


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.parametrize("row", range(6))
def test_a_program_killed_in_the_middle_of_a_migration_loses_nothing(old: Path, row: int) -> None:
    before = _records(old)
    child = os.fork()
    if child == 0:
        written = 0
        write = rows.write_row

        def write_or_die(db: Database, table: RecordTable, before: Row | None, after: Row | None) -> None:
            nonlocal written
            if written == row:
                os.kill(os.getpid(), signal.SIGKILL)
            written += 1
            write(db, table, before, after)

        vars(migrating)["write_row"] = write_or_die
        with Session.open(old) as session:
            with unguarded(session._file._db):
                # Pages go to the file in the middle of the transaction, so that the journal is needed.
                session._file._db.execute("PRAGMA cache_size = 1")
                session._file._db.execute("PRAGMA cache_spill = 1")
            if row == 5:
                vars(history)["record_step"] = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            _an_edit(session)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    journal = old.with_name(old.name + "-journal")
    assert journal.exists()
    assert journal.stat().st_size > 0
    assert [finding.code for finding in check(old).findings] == ["journal"]
    with Session.open(old) as session:
        assert not session.is_read_only
        assert records_of(session) == before
        _an_edit(session)
    assert _but_for_notes(_records(old)) == _but_for_notes(before)
    assert check(old).is_sound
    assert [each.name for each in old.parent.iterdir()] == [old.name]


def test_a_late_journal_of_the_old_format_does_not_take_a_migration_back(old: Path) -> None:
    (pair,) = late_pairs(old, [_an_edit])
    journal_path(old).write_bytes(pair.journal)
    with Session.open(old) as session:
        assert not session.is_read_only
        assert any(card.notes == "written later" for card in session.document.all(Card))
    assert _version(old) == USER_VERSION
    assert check(old).is_sound


def test_a_file_whose_number_and_tables_do_not_fit_is_foreign(old: Path) -> None:
    with plain(old) as connection:
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    with unchanged(old), pytest.raises(ForeignSchemaError):
        Session.open(old)
    with plain(old) as connection:
        connection.execute("PRAGMA user_version = 0")
    with unchanged(old), pytest.raises(ForeignSchemaError):
        Session.open(old)


def test_a_change_from_outside_is_noticed_in_an_old_file_too(old: Path) -> None:
    with plain(old) as connection:
        connection.execute("UPDATE criterion SET weight = 99.0")
    with Session.open(old) as session:
        assert session.is_changed_outside
    assert [finding.code for finding in check(old).findings] == ["changed-outside"]


def test_json_exported_by_the_old_program_is_read(old: Path) -> None:
    text = gzip.decompress((_SAMPLES / "format-0.1.json.gz").read_bytes()).decode()
    assert set(workbook_from_json(text, "old.json")) == _records(old)


# --- format 0.2: names of steps were English words ---

_LOG_OF_0_2 = (
    *("Add option", "Add pro", "Add con", "Add evidence", "Add criterion", "Set weight", "Weigh by swings"),
    *("Set score", "Edit notes", "Set how much it matters (2 cards)", "Swap pro/con (2 cards)", "Swap pro/con"),
    *("Add “not relevant”", "Add claim", "Move", "Delete", "Change to evidence", "Add claim", "Set fact"),
    *("Hide numbers", "Add perspective", "Undo Add perspective", "Undo Hide numbers", "Undo Set fact"),
    "Redo Set fact",
)


@pytest.fixture
def named(tmp_path: Path) -> Path:
    path = tmp_path / "named" / "named.steelyard"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress((_SAMPLES / "format-0.2.steelyard.gz").read_bytes()))
    return path


def _names(session: Session) -> list[str]:
    return [entry.label for entry in session.log()]


def _names_and_args(path: Path, table: str) -> list[tuple[str, str]]:
    with plain(path) as connection:
        return connection.execute(f"SELECT label, args FROM {table} ORDER BY id").fetchall()


def test_names_of_an_old_file_read_the_same_before_and_after_its_first_edit(named: Path) -> None:
    with unchanged(named), Session.open(named) as session:
        assert (session.undo_label, session.redo_label) == ("Set fact", "Hide numbers")
        assert _names(session) == [*_LOG_OF_0_2]
    with unchanged(named):
        assert check(named).is_sound
        assert info(named).format == "0.2"
    with Session.open(named) as session:
        session.undo()
        assert _names(session) == [*_LOG_OF_0_2, "Undo Set fact"]
        assert (session.undo_label, session.redo_label) == ("Add claim", "Set fact")
        session.redo()
        assert (session.undo_label, session.redo_label) == ("Set fact", "Hide numbers")
    assert _version(named) == USER_VERSION
    assert check(named).is_sound
    steps, lines = _names_and_args(named, "step"), _names_and_args(named, "log")
    assert ("Set how much it matters (2 cards)", "{}") in steps
    assert lines[: len(_LOG_OF_0_2)] == [(label, "{}") for label in _LOG_OF_0_2]
    assert lines[len(_LOG_OF_0_2) :] == [("step.undo", '{"step":"Set fact"}'), ("step.redo", '{"step":"Set fact"}')]
    with plain(named) as connection:
        assert sorted(normalised(sql) for (sql,) in connection.execute("SELECT sql FROM sqlite_master")) == EXPECTED
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_step_of_an_old_file_is_taken_back_and_done_again_after_it_changed(named: Path) -> None:
    with Session.open(named) as session:
        while session.redo() is not None:
            pass
        ahead = records_of(session)
        undone = 0
        while session.undo() is not None:
            undone += 1
        assert undone == 21
        while session.redo() is not None:
            pass
        assert records_of(session) == ahead
    assert check(named).is_sound


def test_new_steps_of_an_old_file_stand_by_key_and_are_named_in_the_language_of_who_reads(named: Path) -> None:
    with Session.open(named) as session:
        _an_edit(session)
        session.undo()
        with language.spoken_in(language.PSEUDO):
            assert _names(session)[:2] == ["Add option", "Add pro"]
            assert _names(session)[-1] == f"{disguised('Undo')} {disguised('Edit notes')}"
            assert session.redo_label == disguised("Edit notes")
        assert session.redo_label == "Edit notes"
    assert _names_and_args(named, "step")[-1] == ("step.edit_notes", "{}")
    assert _names_and_args(named, "log")[-1] == ("step.undo", '{"step":{"key":"step.edit_notes","args":{}}}')


def test_names_that_are_no_text_keep_nobody_from_editing_an_old_file(named: Path) -> None:
    with plain(named) as connection:
        connection.execute("UPDATE log SET label = CAST(x'ff41' AS TEXT) WHERE id = 3")
    with Session.open(named) as session:
        _an_edit(session)
    assert _version(named) == USER_VERSION
    with plain(named) as connection:
        assert connection.execute("SELECT CAST(label AS BLOB), args FROM log WHERE id = 3").fetchone() == (
            b"\xffA",
            "{}",
        )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.parametrize("table", ["step", "log"])
def test_a_program_killed_while_names_are_moved_loses_nothing(named: Path, table: str) -> None:
    before = _records(named)
    child = os.fork()
    if child == 0:
        make_anew = migrating._make_anew

        def make_anew_and_die(db: object, name: str) -> None:
            make_anew(db, name)  # type: ignore[arg-type]
            if name == table:
                os.kill(os.getpid(), signal.SIGKILL)

        migrating._make_anew = make_anew_and_die  # type: ignore[assignment]
        with Session.open(named) as session:
            with unguarded(session._file._db):
                session._file._db.execute("PRAGMA cache_size = 1")
                session._file._db.execute("PRAGMA cache_spill = 1")
            _an_edit(session)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    with Session.open(named) as session:
        assert not session.is_read_only
        assert records_of(session) == before
        assert _names(session) == [*_LOG_OF_0_2]
        _an_edit(session)
    assert check(named).is_sound
