"""Copies: whole, checked, put in place at the end; with or without history."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.edits import cards
from desktop_app.model.records import Card, CardKind
from desktop_app.session import Session
from desktop_app.store.connection import unguarded
from desktop_app.store.errors import AlreadyOpenError, DiskFullError, StoreError
from tests.store.journals import journal_of, journal_path
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


@pytest.mark.parametrize("with_history", [True, False])
def test_a_copy_takes_the_place_of_a_file_and_leaves_own_files_and_links_beside_it(
    path: Path, tmp_path: Path, with_history: bool
) -> None:
    destination, own, victim = tmp_path / "b.steelyard", tmp_path / "b.steelyard.part", tmp_path / "victim"
    destination.write_bytes(b"an older file")
    victim.write_text("mine")
    with Session.open(path) as session:
        own.write_text("mine")
        session.save_copy(destination, with_history=with_history)
        assert own.read_text() == "mine"
        own.unlink()
        own.symlink_to(victim)
        session.save_copy(destination, with_history=with_history)
    assert victim.read_text() == "mine"
    Session.open(destination).close()
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == [destination.name, own.name, "victim"]


def test_the_journal_of_the_file_that_a_copy_replaces_is_not_taken_for_its_own(path: Path, tmp_path: Path) -> None:
    destination = tmp_path / "b.steelyard"
    destination.write_bytes(path.read_bytes())
    journal_path(destination).write_bytes(journal_of(path.read_bytes()))
    with Session.open(path) as session:
        session.save_copy(destination)
    assert not journal_path(destination).exists()
    assert (tmp_path / "b.steelyard-journal-set-aside").exists()


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_nothing_is_written_where_sqlite_keeps_the_journal(path: Path, ending: str) -> None:
    place = path.with_name(path.name + ending)
    with Session.open(path) as session:
        with pytest.raises(AlreadyOpenError):
            session.save_copy(place)
        with pytest.raises(AlreadyOpenError):
            session.refuse_as_destination(place)


def test_a_link_to_another_file_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "there.steelyard", tmp_path / "here.steelyard"
    target.write_bytes(b"old")
    link.symlink_to(target)
    with Session.open(path) as session:
        session.save_copy(link)
    assert link.is_symlink()
    Session.open(target).close()


def test_a_new_workbook_does_not_inherit_the_journal_of_an_earlier_file_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.steelyard"
    journal_path(path).write_bytes(b"mine, whatever it is")
    Session.create(path, title="New").close()
    assert (tmp_path / "a.steelyard-journal-set-aside").read_bytes() == b"mine, whatever it is"
    with Session.open(path) as session:
        assert session.take_notice() is None


def test_a_copy_holds_what_is_in_memory_where_another_program_wrote_over_the_source(path: Path, tmp_path: Path) -> None:
    another = tmp_path / "another.steelyard"
    Session.create(another, title="Not this one").close()
    with Session.open(path) as session:
        before = records_of(session)
        path.write_bytes(another.read_bytes())
        report = session.save_copy(tmp_path / "copy.steelyard")
    assert not report.has_history
    with Session.open(tmp_path / "copy.steelyard") as session:
        assert records_of(session) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there, folders are not flushed")
def test_a_copy_is_on_the_disk_before_it_takes_its_place_and_its_name_right_after(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = tmp_path / "copy.steelyard"
    destination.write_bytes(b"old")
    flushed = []
    flush = os.fsync

    def noting(descriptor: int) -> None:
        flush(descriptor)
        flushed.append((os.fstat(descriptor).st_ino, destination.read_bytes() == b"old"))

    with Session.open(path) as session:
        monkeypatch.setattr(os, "fsync", noting)
        session.save_copy(destination)
    assert (destination.stat().st_ino, True) in flushed
    assert flushed[-1] == (tmp_path.stat().st_ino, False)


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
