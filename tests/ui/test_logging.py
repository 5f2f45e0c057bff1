"""What the program logs of a session: what was done and what was refused, and never a word of the workbook's."""

import gzip
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.base.log_tail import LogTail
from desktop_app.edits import cards
from desktop_app.formats.any_text import read_any
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.shell.bug_report import BugReport, BugReporter
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.workspace.pasting import paste_short
from desktop_app.wording.sentence import literal
from tests.sure import sure
from tests.ui.conftest import Hands
from tests.ui.refusing import refusing

WAIT_MS = 60_000
# In every text, file name and setting of these tests.
SECRET = "Zanzibar"
SAMPLE = Path(__file__).resolve().parents[1] / "store" / "samples" / "format-0.1.steelyard.gz"


class Everything(logging.Handler):
    """Keeps all that the program logs, however little it matters, with all that a record carries along."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def said(self) -> list[str]:
        """Each line after the name of its module, without the folders above."""
        return [f"{record.name.rpartition('.')[2]}: {record.getMessage()}" for record in self.records]

    @property
    def carried(self) -> str:
        """Everything that any handler could write of the records."""
        parts: list[object] = []
        for record in self.records:
            parts += [record.getMessage(), record.msg, record.args, record.exc_text, record.stack_info]
            if record.exc_info is not None:
                parts += traceback.format_exception(*record.exc_info)
        return "\n".join(map(repr, parts))


@pytest.fixture
def log() -> Iterator[Everything]:
    program = logging.getLogger("desktop_app")
    level, kept = program.level, Everything()
    program.addHandler(kept)
    program.setLevel(logging.DEBUG)
    yield kept
    program.removeHandler(kept)
    program.setLevel(level)


def _ended(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.export_runner.is_running, timeout=WAIT_MS)


def test_a_whole_session_is_logged_without_a_word_of_texts_and_file_names(
    log: Everything, qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / f"folder of {SECRET}"
    folder.mkdir()
    hands = Hands(qtbot, window)
    assert window.files.create_at(folder / f"{SECRET}.steelyard")
    hands.trigger("add_child")
    hands.write(f"Shall we sail to {SECRET}?")
    hands.workspace.run(lambda document: cards.add_question(document, hands.workspace.map_id, SECRET * 10_000))
    with refusing(hands, DiskFullError(literal(f'"{SECRET}" is full.'), literal(f"Save {SECRET} elsewhere."))):
        hands.workspace.run(lambda document: cards.set_text(document, hands.card(hands.texts[0]).id, SECRET))
    paste_short(hands.workspace, f"+ {SECRET} is warm [major]\n- {SECRET} is far [minor]\n", as_lines=True)
    hands.workspace.undo()
    hands.workspace.redo()

    for ending in ("md", "json", "pdf", SECRET):
        sure(window.workbook).exports.export_to(folder / f"brief of {SECRET}.{ending}")
        _ended(qtbot, window)
    sure(window.workbook).exports.export_to(folder / f"{SECRET}-gone" / f"{SECRET}.md")
    _ended(qtbot, window)
    sure(window.workbook).exports.export_to(hands.workspace.session.path)
    sure(window.workbook).exports.export_to(folder / f"another of {SECRET}.pdf")
    window.export_runner.cancel()
    _ended(qtbot, window)
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: folder / f"copy of {SECRET}.steelyard")
    assert window.files.save_copy()
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: folder / f"{SECRET}-gone" / "copy.steelyard")
    window.files.save_copy()
    window.files.close()

    (folder / f"bad {SECRET}.steelyard").write_text(f"{SECRET} is no workbook at all. " * 100)
    assert not window.files.open_path(folder / f"bad {SECRET}.steelyard")
    assert not window.files.open_path(folder / f"no {SECRET}.steelyard")
    monkeypatch.setattr(file_dialogs, "ask_workbook_path", lambda *_: folder / f"again {SECRET}.steelyard")
    assert window.files.open_path(folder / f"brief of {SECRET}.json")
    window.files.close()
    plan = read_any(f"{SECRET}?\n+ It is warm\n- It is far\n", as_lines=True)
    assert window.files.make_from_plan(folder / f"text of {SECRET}.steelyard", SECRET, plan)
    window.files.close()
    old = folder / f"old {SECRET}.steelyard"
    old.write_bytes(gzip.decompress(SAMPLE.read_bytes()))
    assert window.files.open_path(old)
    hands.workspace.run(lambda document: cards.add_question(document, hands.workspace.map_id, SECRET))
    old.unlink()
    hands.workspace.run(lambda document: cards.add_question(document, hands.workspace.map_id, SECRET))
    window.files.close()

    said = "\n".join(log.said)
    for words in (
        "opening: made a workbook",
        "opening: opened a workbook: format",
        "workbook_file: wrote a step: 1 Card",
        "workspace: an edit was refused: too-long",
        "workspace: an edit was refused: disk-full",
        "workbook_file: undid a step: 2 Argument, 2 Card, 2 Premise",
        "workbook_file: redid a step: 2 Argument, 2 Card, 2 Premise",
        "any_text: reading 53 characters as lines",
        "exporting: exporting .md: map",
        "exporting: exported .pdf: ",
        "export_runner: an export or print failed: unknown-ending",
        "exporting: export of .md failed: ",
        "exports: no export or print was begun: already-open",
        "exporting: export of .pdf was cancelled",
        "copying: saved a copy: ",
        "session: saving a copy was refused: missing",
        "session: opening a workbook was refused: not-a-workbook",
        "session: opening a workbook was refused: missing",
        "new_workbook: importing a workbook from ",
        "new_workbook: importing a text: 3 cards",
        "migrating: migrating from format",
        "workspace: an edit was refused: gone",
        "workbook_file: closed a workbook",
    ):
        assert words in said, said
    assert SECRET.lower() not in log.carried.lower()
    assert str(tmp_path).lower() not in log.carried.lower()


def test_settings_that_cannot_be_read_are_logged_by_their_name_alone(log: Everything, tmp_path: Path) -> None:
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "steelyard", "steelyard")
    path = tmp_path / f"{SECRET}.steelyard"
    Settings().keep_view(path, {"page": 1})
    store.sync()
    for key in store.allKeys():
        store.setValue(key, f"{{{SECRET}")
    store.sync()
    settings = Settings()
    assert settings.recent == []
    assert settings.view_of(path) is None
    assert log.said == ["settings: a setting cannot be read: views"]
    assert SECRET not in log.carried


def test_the_report_of_a_fault_ends_in_the_last_lines_of_the_log(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[str] = []

    def show(report: BugReport) -> None:
        (view,) = report.findChildren(QPlainTextEdit)
        shown.append(view.toPlainText())

    monkeypatch.setattr(BugReport, "exec", show)
    tail = LogTail()
    program = logging.getLogger("desktop_app")
    level = program.level
    program.addHandler(tail)
    program.setLevel(logging.INFO)
    try:
        reporter = BugReporter(window, log=tail)
        assert window.files.create_at(tmp_path / f"{SECRET}.steelyard")
        error = KeyError("what the fault itself names")
        reporter.report(KeyError, error, None)
        qtbot.waitUntil(lambda: bool(shown))
    finally:
        program.removeHandler(tail)
        program.setLevel(level)
    before, after = shown[0].split("Last log lines:\n")
    assert "KeyError: 'what the fault itself names'" in before
    lines = after.splitlines()
    assert any("opening: opened a workbook" in line for line in lines)
    assert lines[-1].endswith("bug_report: unexpected error: KeyError")
    assert "what the fault itself names" not in after
    assert SECRET not in shown[0]
    assert "KeyError: 'what the fault itself names'" in capsys.readouterr().err
