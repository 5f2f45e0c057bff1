"""A workbook that can no longer be written: what the window says, what a copy holds, and what closing asks."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.model.records import Card, CardKind
from desktop_app.session import Session
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.unsaved_texts import LeaveAnswer, UnsavedDialog
from desktop_app.ui.widgets import file_dialogs
from desktop_app.wording.sentence import literal
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.refusing import fill, refusing

FULL = DiskFullError(literal("The disk is full."), literal("Free some space and try again."))


def _texts(path: Path) -> set[str]:
    with Session.open(path, read_only=True) as session:
        return {card.text for card in session.document.all(Card)}


@pytest.fixture
def copy_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dialog of *Save a copy* is told to save."""
    path = tmp_path / "rescued.steelyard"
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: path)
    return path


def _replace(path: Path) -> bytes:
    """Another file takes the place of an open one, as sync programs do it; returns its bytes."""
    other = path.with_suffix(".other")
    shutil.copyfile(path, other)
    other.replace(path)
    return path.read_bytes()


def _answering(answer: LeaveAnswer, seen: list[str]) -> None:
    """Answers the question that comes next by a click."""

    def click() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UnsavedDialog)
        seen.append(dialog.words.text())
        dialog.buttons[answer].click()

    QTimer.singleShot(0, click)


@pytest.mark.parametrize("trouble", ["replaced", "gone"])
def test_a_copy_of_a_lost_workbook_holds_the_card_being_written_and_the_window_goes_on_in_it(
    hands: Hands, tmp_path: Path, copy_to: Path, trouble: str
) -> None:
    path = tmp_path / "work.steelyard"
    hands.trigger("add_child")
    hands.write("Shall we?")
    replaced = _replace(path) if trouble == "replaced" else None
    if replaced is None:
        path.unlink()
    hands.trigger("add_child")
    hands.write("Because of the rent")
    assert hands.page.canvas.editor.is_open
    assert hands.page.canvas.editor.toPlainText() == "Because of the rent"
    assert ("Another program replaced" if trouble == "replaced" else "was moved or deleted") in hands.refusal
    assert hands.window.status.saved.startswith("Not saved.")
    note = hands.page.canvas.editor.commits.note
    assert note is not None
    hands.click(note.copy)
    assert hands.workspace.session.path == copy_to
    assert "Because of the rent" in hands.texts
    assert hands.window.status.saved == "✓ Every change saved"
    hands.page.canvas.setFocus()
    hands.select("Shall we?")
    hands.trigger("add_child")
    hands.write("And of the light")
    hands.window.files.close()
    assert _texts(copy_to) == {"Shall we?", "Because of the rent", "And of the light"}
    if replaced is not None:
        assert path.read_bytes() == replaced
    else:
        assert not path.exists()


def test_a_copy_of_a_sound_workbook_holds_what_is_being_written(hands: Hands, copy_to: Path) -> None:
    hands.trigger("add_child")
    hands.write("Shall we?")
    hands.trigger("add_child")
    hands.type("Because of the rent")
    hands.trigger("save_copy")
    assert hands.workspace.session.path == copy_to
    assert hands.texts == ["Shall we?", "Because of the rent"]
    hands.window.files.close()
    assert _texts(copy_to) == {"Shall we?", "Because of the rent"}


def test_a_copy_that_cannot_be_written_leaves_the_text_and_the_workbook(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hands.workspace.session.path
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: tmp_path / "no such folder" / "copy.steelyard")
    with refusing(hands, FULL):
        hands.trigger("add_child")
        hands.write("Shall we?")
        hands.trigger("save_copy")
        assert hands.workspace.session.path == path
        assert hands.page.canvas.editor.toPlainText() == "Shall we?"
        assert hands.page.messages.isVisible()
    hands.workspace.pending.retry()
    assert hands.texts == ["Shall we?"]


@pytest.mark.parametrize("way", ["close", "close_workbook", "open"])
def test_closing_with_a_refused_text_asks_and_stays_when_told_so(
    hands: Hands, window: MainWindow, tmp_path: Path, way: str
) -> None:
    seen: list[str] = []
    other = tmp_path / "other.steelyard"
    Session.create(other, title="Other").close()
    with refusing(hands, FULL):
        hands.trigger("add_child")
        hands.write("Shall we?")
        _answering(LeaveAnswer.STAY, seen)
        if way == "open":
            assert not window.files.open_path(other)
        elif way == "close":
            window.close()
        else:
            hands.trigger(way)
        assert seen == ["A text is not in the workbook yet. What should become of it?"]
        assert window.isVisible()
        assert hands.workspace.session.path == tmp_path / "work.steelyard"
        assert hands.page.canvas.editor.toPlainText() == "Shall we?"


def test_closing_discards_a_refused_text_only_when_told_so(hands: Hands, window: MainWindow, tmp_path: Path) -> None:
    with refusing(hands, FULL):
        hands.trigger("add_child")
        hands.write("Shall we?")
        _answering(LeaveAnswer.DISCARD, [])
        window.files.close()
    assert window.workspace is None
    assert _texts(tmp_path / "work.steelyard") == set()


def test_closing_tries_again_when_told_so(hands: Hands, window: MainWindow, tmp_path: Path) -> None:
    with refusing(hands, FULL):
        hands.trigger("add_child")
        hands.write("Shall we?")
    _answering(LeaveAnswer.SAVE, [])
    # There is room again: what was refused is saved, and nothing is asked a second time.
    hands.workspace.pending.write(
        hands.workspace.target("a line", "A line", lambda document, _: None, on_leaving=False), "typed, not entered"
    )
    window.files.close()
    assert window.workspace is None
    assert _texts(tmp_path / "work.steelyard") == {"Shall we?"}


def test_closing_saves_a_copy_when_told_so(hands: Hands, window: MainWindow, tmp_path: Path, copy_to: Path) -> None:
    with refusing(hands, FULL):
        hands.trigger("add_child")
        hands.write("Shall we?")
        _answering(LeaveAnswer.SAVE_COPY, [])
        window.files.close()
    assert window.workspace is None
    assert _texts(copy_to) == {"Shall we?"}


def test_closing_keeps_what_is_being_written_without_a_question(
    hands: Hands, window: MainWindow, tmp_path: Path
) -> None:
    hands.trigger("add_child")
    hands.type("Shall we?")
    hands.press(KEYS.Key_Q, CTRL)
    window.close()
    assert _texts(tmp_path / "work.steelyard") == {"Shall we?"}


def test_a_line_that_was_typed_but_not_entered_is_asked_about(hands: Hands, window: MainWindow) -> None:
    hands.trigger("add_child")
    hands.write("Shall we?")
    hands.press(KEYS.Key_2, CTRL)
    balance = hands.page.balance
    adder = next(iter(balance.columns.values())).adder
    fill(hands, adder, "Safer")
    seen: list[str] = []
    _answering(LeaveAnswer.SAVE, seen)
    path = hands.workspace.session.path
    window.files.close()
    assert seen
    assert _texts(path) == {"Shall we?", "Safer"}


def test_the_status_follows_the_last_write(hands: Hands) -> None:
    hands.trigger("add_child")
    hands.write("Shall we?")
    assert hands.window.status.saved == "✓ Every change saved"
    with refusing(hands, FULL):
        hands.trigger("make_note")
        assert hands.window.status.saved == "Not saved. The disk is full."
        assert hands.page.messages.isVisible()
        assert hands.card("Shall we?").kind is CardKind.QUESTION
    hands.trigger("make_note")
    assert hands.window.status.saved == "✓ Every change saved"
    assert hands.card("Shall we?").kind is CardKind.NOTE


def test_where_another_program_wrote_into_the_open_file_a_copy_is_offered(hands: Hands, tmp_path: Path) -> None:
    hands.trigger("add_child")
    hands.write("Shall we?")
    with closing(sqlite3.connect(tmp_path / "work.steelyard", isolation_level=None)) as other:
        other.execute("CREATE TABLE theirs (a)")
    hands.trigger("delete_branch")
    assert hands.texts == ["Shall we?"]
    assert hands.page.messages.isVisible()
    assert hands.page.messages.copy.isVisible()
