"""Files of format 0.1 open as they are and become 0.2 with their first edit, whole or not at all."""

import gzip
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from desktop_app.edits import cards, criteria
from desktop_app.model import reads
from desktop_app.model.records import Card, Criterion, Record, WeightFrom
from desktop_app.session import Session
from desktop_app.store import migrating, writing
from desktop_app.store.check import check, info
from desktop_app.store.connection import unguarded
from desktop_app.store.errors import ForeignSchemaError
from desktop_app.store.interchange import workbook_from_json
from desktop_app.store.schema import EXPECTED, normalised
from desktop_app.weighing.results import weigh
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
        return connection.execute("PRAGMA user_version").fetchone()[0]


def _an_edit(session: Session) -> None:
    card = min(session.document.all(Card), key=lambda card: card.id)
    cards.set_notes(session.document, card.id, "written under 0.2")


def _but_for_notes(records: set[Record]) -> set[str]:
    return {repr(record).replace("notes='written under 0.2'", "notes=''") for record in records}


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


def test_the_first_edit_makes_it_a_file_of_this_format(old: Path) -> None:
    before = _records(old)
    with Session.open(old) as session:
        _an_edit(session)
        assert not session._file.is_outdated
        _an_edit(session)
    assert _version(old) == 2
    with plain(old) as connection:
        assert sorted(normalised(sql) for (sql,) in connection.execute("SELECT sql FROM sqlite_master")) == EXPECTED
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert set(connection.execute("SELECT weight_from FROM criterion")) == {("",)}
    assert check(old).is_sound
    assert info(old).format == "0.2"
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
    assert _version(old) == 2


def test_a_weight_that_is_set_says_where_it_comes_from_and_undo_takes_that_back(old: Path) -> None:
    with Session.open(old) as session:
        (speed,) = (item for item in session.document.all(Criterion) if item.name == "Speed")
        criteria.set_all_weights(session.document, {speed.id: 30.0}, "Weigh by swings", weight_from=WeightFrom.SWINGS)
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
    assert _version(bare) == 2


@pytest.mark.parametrize("step", ["write_row", "record_step"])
def test_a_migration_that_fails_leaves_the_old_file_and_the_next_edit_makes_up_for_it(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = _records(old)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with Session.open(old) as session:
        with monkeypatch.context() as broken:
            broken.setattr(migrating if step == "write_row" else writing.history, step, fail)
            with pytest.raises(Exception, match="old"):
                _an_edit(session)
        assert records_of(session) == before
        session._file.close()
        assert _version(old) == 1
        assert check(old).is_sound
        assert _records(old) == before
    with Session.open(old) as session:
        _an_edit(session)
    assert _version(old) == 2
    assert check(old).is_sound


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.parametrize("row", range(6))
def test_a_program_killed_in_the_middle_of_a_migration_loses_nothing(old: Path, row: int) -> None:
    before = _records(old)
    child = os.fork()
    if child == 0:
        written = 0
        write = migrating.write_row

        def write_or_die(*given: object) -> None:
            nonlocal written
            if written == row:
                os.kill(os.getpid(), signal.SIGKILL)
            written += 1
            write(*given)  # type: ignore[arg-type]

        migrating.write_row = write_or_die  # type: ignore[assignment]
        with Session.open(old) as session:
            with unguarded(session._file._db):
                # Pages go to the file in the middle of the transaction, so that the journal is needed.
                session._file._db.execute("PRAGMA cache_size = 1")
                session._file._db.execute("PRAGMA cache_spill = 1")
            if row == 5:
                writing.history.record_step = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment]
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
        assert any(card.notes == "written under 0.2" for card in session.document.all(Card))
    assert _version(old) == 2
    assert check(old).is_sound


def test_a_file_whose_number_and_tables_do_not_fit_is_foreign(old: Path) -> None:
    with plain(old) as connection:
        connection.execute("PRAGMA user_version = 2")
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
