"""Copies: whole, checked, put in place at the end; with or without history."""

from pathlib import Path

import pytest

from desktop_app.edits import cards
from desktop_app.model.records import Card, CardKind
from desktop_app.session import Session
from desktop_app.store.connection import unguarded
from desktop_app.store.errors import AlreadyOpenError, DiskFullError, StoreError
from tests.store.workbooks import plain, records_of, unchanged


def test_a_copy_holds_the_records_and_the_history(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        report = session.save_copy(tmp_path / "b.steelyard")
        assert report.has_history
        labels, before = (session.undo_label, session.redo_label), records_of(session)
    with Session.open(tmp_path / "b.steelyard") as session:
        assert (session.undo_label, session.redo_label) == labels
        assert records_of(session) == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["b.steelyard"]


def test_a_copy_without_history_holds_no_deleted_text(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        question = next(card for card in session.document.all(Card) if card.kind is CardKind.QUESTION)
        cards.set_text(session.document, question.id, "Deliberately secret wording")
        cards.set_text(session.document, question.id, "Harmless")
        session.save_copy(tmp_path / "with.steelyard")
        report = session.save_copy(tmp_path / "without.steelyard", with_history=False)
    assert not report.has_history
    assert b"secret" in (tmp_path / "with.steelyard").read_bytes()
    assert b"secret" not in (tmp_path / "without.steelyard").read_bytes()
    with plain(tmp_path / "without.steelyard") as connection:
        for table in ("step", "change", "log"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    with Session.open(tmp_path / "without.steelyard") as session:
        assert session.undo_label is None
        assert not session.is_read_only


def test_a_copy_takes_the_place_of_a_file_and_of_one_left_half_done(path: Path, tmp_path: Path) -> None:
    destination = tmp_path / "b.steelyard"
    destination.write_bytes(b"an older file")
    (tmp_path / "b.steelyard.part").write_bytes(b"left by a kill")
    with Session.open(path) as session:
        session.save_copy(destination)
    Session.open(destination).close()
    assert not (tmp_path / "b.steelyard.part").exists()


def test_the_open_workbook_is_not_its_own_copy(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        content = path.read_bytes()
        with pytest.raises(AlreadyOpenError):
            session.save_copy(path)
        assert path.read_bytes() == content
        path.unlink()
        with pytest.raises(AlreadyOpenError):
            session.save_copy(path)


def test_a_copy_that_cannot_be_written_leaves_the_destination_whole(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        with pytest.raises(StoreError):
            session.save_copy(tmp_path / "none" / "b.steelyard")
        folder = tmp_path / "folder.steelyard"
        folder.mkdir()
        with pytest.raises(StoreError):
            session.save_copy(folder)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.steelyard", "work", "xdg"]


def test_a_copy_of_a_workbook_on_a_full_disk_works_elsewhere(path: Path, tmp_path: Path) -> None:
    with Session.open(path) as session:
        db = session._file._db
        with unguarded(db):
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count = {pages}")
        card = next(iter(session.document.all(Card)))
        with pytest.raises(DiskFullError):
            cards.set_notes(session.document, card.id, "x" * 20_000)
        assert session.save_copy(tmp_path / "b.steelyard").has_history


def test_a_read_only_workbook_can_be_copied(path: Path, tmp_path: Path) -> None:
    with unchanged(path), Session.open(path, read_only=True) as session:
        assert session.save_copy(tmp_path / "b.steelyard").has_history
    with Session.open(tmp_path / "b.steelyard") as session:
        assert not session.is_read_only
