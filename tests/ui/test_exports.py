"""Exports by the window in every format, away from the window's thread, and printing."""

import json
import ntpath
import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from desktop_app.briefing.content.presets import presets
from desktop_app.briefing.formats import CHOICES, ENDINGS, PDF, WORD, Extra
from desktop_app.cli import main
from desktop_app.edits import sections
from desktop_app.model import reads
from desktop_app.model.records import SectionKind
from desktop_app.ui.pages.brief import preview_job, printing
from desktop_app.ui.shell import export_job
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets import file_dialogs
from tests.ui.conftest import KEYS, Hands

WAIT_MS = 60_000
ACTIONS = {choice.format.ending: choice.id for choice in CHOICES if not choice.asks & (Extra.ATTACH | Extra.PREVIOUS)}


def ended(qtbot: QtBot, window: MainWindow) -> str:
    qtbot.waitUntil(lambda: not window.export_runner.is_running, timeout=WAIT_MS)
    return window.status.message


def test_every_format_has_an_action() -> None:
    assert set(ACTIONS) == set(ENDINGS)


@pytest.mark.parametrize(("ending", "action"), ACTIONS.items())
def test_an_action_writes_its_format_and_adds_the_ending(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, action: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "brief 2.1 for all"), ""))
    example.trigger(action)
    said = ended(qtbot, example.window)
    made = tmp_path / f"brief 2.1 for all{ending}"
    assert said.startswith(f"Exported {made.name}.")
    assert made.stat().st_size > 100


def test_a_dialog_that_is_closed_exports_nothing(
    example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    example.trigger("export_word")
    assert not example.window.export_runner.is_running


def test_the_name_that_is_offered_has_the_title_and_the_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def ask(*given: object) -> tuple[str, str]:
        offered.append(str(given[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert file_dialogs.ask_export_path(None, Path("/tmp"), "Either/or", WORD) is None  # type: ignore[arg-type]
    assert offered == [str(Path("/tmp") / "Either-or.docx")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Should the summit go ahead?", "Should the summit go ahead"),
        ('Plan: the "long" way <or> not | *', "Plan – the long way or not -"),
        ("Either/or\\and 12:30", "Either-or-and 12-30"),
        ("What then ...", "What then"),
        ("???", "Brief"),
        ("", "Brief"),
        ("nul", "Brief"),
        ("Чи варто?", "Чи варто"),
    ],
)
def test_a_name_that_is_offered_can_be_written_on_windows_too(
    title: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Path] = []

    def ask(*given: object) -> tuple[str, str]:
        offered.append(Path(str(given[2])))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    file_dialogs.ask_export_path(None, Path("/tmp"), title, PDF)  # type: ignore[arg-type]
    file_dialogs.ask_picture_path(None, Path("/tmp"), title)  # type: ignore[arg-type]
    assert [path.name for path in offered] == [f"{name}.pdf", f"{'Map' if name == 'Brief' else name}.png"]
    # Python's own knowledge of what Windows refuses, from 3.13 on.
    assert not any(getattr(ntpath, "isreserved", lambda _: False)(path.name) for path in offered)


def test_an_export_takes_the_workbook_as_it_was_when_it_began(qtbot: QtBot, example: Hands, tmp_path: Path) -> None:
    workspace = example.workspace
    example.workbook.exports.export_to(tmp_path / "brief.md")
    workspace.run(lambda d: sections.set_recommendation(d, workspace.map_id, "Something quite different."))
    ended(qtbot, example.window)
    assert "Something quite different" not in (tmp_path / "brief.md").read_text(encoding="utf-8")


def test_closing_the_window_waits_until_a_running_export_has_stopped(
    qtbot: QtBot, example: Hands, tmp_path: Path
) -> None:
    example.workbook.exports.export_to(tmp_path / "brief.pdf")
    jobs = [job for job in example.window.findChildren(QThread) if job.isRunning()]
    assert jobs
    example.window.close()
    assert not any(job.isRunning() for job in jobs)
    assert list(tmp_path.glob("*brief*")) == []


def test_a_fault_of_an_export_is_reported_and_the_next_export_is_written(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    (progress,) = example.window.status.findChildren(QProgressBar)
    with monkeypatch.context() as patch:
        patch.setattr(export_job, "export_map", lambda *_, **__: 1 / 0)
        example.workbook.exports.export_to(tmp_path / "brief.md")
        assert progress.isVisible()
        qtbot.waitUntil(lambda: not example.window.export_runner.is_running)
    assert "ZeroDivisionError" in reports[-1]
    assert progress.isHidden()
    assert example.window.status.message == ""
    example.workbook.exports.export_to(tmp_path / "brief.md")
    assert ended(qtbot, example.window) == "Exported brief.md."
    assert progress.isHidden()
    assert len(reports) == 1


def test_a_fault_of_a_print_is_reported_and_the_next_print_comes_out(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    for of, name in ((preview_job, "compose"), (printing, "print_pages")):
        with monkeypatch.context() as patch:
            patch.setattr(of, name, lambda *_, **__: 1 / 0)
            example.workbook.exports.print_on(printer)
            assert ended(qtbot, example.window) == ""
    qtbot.waitUntil(lambda: len(reports) == 2)
    example.workbook.exports.print_on(printer)
    assert ended(qtbot, example.window).startswith("Printed ")


def test_the_minutes_list_what_was_done(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    hands.trigger("add_option")
    hands.write("Wait")
    hands.page.brief.commands.use_preset("minutes")
    hands.workbook.exports.export_to(tmp_path / "minutes.md")
    ended(qtbot, hands.window)
    assert "Add option" in (tmp_path / "minutes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [form.name for form in presets()])
def test_window_and_command_line_export_the_same_brief_minutes_too(
    qtbot: QtBot, example: Hands, tmp_path: Path, form: str
) -> None:
    example.workspace.view.show_map(reads.maps(example.document)[0].id)
    commands = example.page.brief.commands
    commands.use_preset("poster" if form != "poster" else "memo")
    commands.use_preset(form)
    if form == "outline":
        commands.add(SectionKind.MINUTES)
    example.workbook.exports.export_to(tmp_path / "window.json")
    ended(qtbot, example.window)
    # The window holds its own file; every action stands in it by now.
    workbook = str(shutil.copy(example.workspace.session.path, tmp_path / "copy.steelyard"))
    assert main(["export", workbook, str(tmp_path / "line.json")]) == 0
    assert main(["export", workbook, str(tmp_path / "anew.json"), "--preset", form]) == 0
    by_window, by_line, anew = (
        json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("window", "line", "anew")
    )
    assert by_window == by_line
    if form != "outline":
        assert anew["brief"] == by_window["brief"]
    has_minutes = any(part.get("kind") == "minutes" for part in by_window["brief"]["parts"])
    assert has_minutes == (form in {"minutes", "outline"})


def test_the_brief_is_printed_page_by_page(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(printing, "ask_printer", lambda _: printer)
    example.page.brief.commands.use_preset("memo")
    example.trigger("print_brief")
    said = ended(qtbot, example.window)
    assert said.startswith("Printed")
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert said == f"Printed {len(pages)} pages."
    assert len(pages) == 2
    assert float(pages[0].mediabox.width) == pytest.approx(595, abs=2)


@pytest.mark.qt_log_ignore(r"QPainter::begin")
def test_a_printer_that_takes_nothing_is_said(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    monkeypatch.setattr(printing, "ask_printer", lambda _: printer)
    example.trigger("print_brief")
    ended(qtbot, example.window)
    assert example.page.messages.isVisible()


def test_printing_can_be_cancelled_and_declined(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask_printer", lambda _: None)
    example.trigger("print_brief")
    assert not example.window.export_runner.is_running
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(printing, "ask_printer", lambda _: printer)
    example.trigger("print_brief")
    example.window.export_runner.cancel()
    assert ended(qtbot, example.window) == "Export cancelled; nothing was changed."
    assert not (tmp_path / "printed.pdf").exists()


def test_a_pdf_can_carry_the_workbook_from_which_it_is_made_again(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "whole.pdf"), ""))
    example.trigger("export_whole")
    ended(qtbot, example.window)
    before = set(example.document.records())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "again.steelyard"), ""))
    assert example.window.files.open_path(tmp_path / "whole.pdf")
    assert set(example.document.records()) == before


def test_a_word_file_ends_with_what_changed_since_an_earlier_one(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, later = tmp_path / "earlier.docx", tmp_path / "later.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(earlier), ""))
    example.trigger("export_word")
    ended(qtbot, example.window)
    workspace = example.workspace
    workspace.run(lambda d: sections.set_recommendation(d, workspace.map_id, "Something quite different."))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(earlier), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(later), ""))
    example.trigger("export_changes")
    ended(qtbot, example.window)
    with zipfile.ZipFile(later) as opened:
        written = opened.read("word/document.xml").decode()
    # In its place, and among what was added.
    assert written.count("Something quite different.") == 2


def test_an_earlier_export_that_cannot_be_read_is_said(
    example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "gone.docx"), ""))
    example.trigger("export_changes")
    assert example.page.messages.isVisible()
    assert not example.window.export_runner.is_running


def test_a_picture_of_the_map_is_as_large_as_was_chosen(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths = []
    for place in (1, 0):
        path = tmp_path / f"map{place}.png"

        def chosen(*given: object, path: Path = path, place: int = place) -> tuple[str, str]:
            return str(path), str(given[3]).split(";;")[place]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
        example.trigger("export_png")
        ended(qtbot, example.window)
        widths.append(QImage(str(path)).width())
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)


def test_a_pdf_without_a_workbook_is_refused_in_one_sentence(
    qtbot: QtBot, example: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.workbook.exports.export_to(tmp_path / "plain.pdf")
    ended(qtbot, example.window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "again.steelyard"), ""))
    assert not example.window.files.open_path(tmp_path / "plain.pdf")
    assert example.page.messages.isVisible()
    assert not (tmp_path / "again.steelyard").exists()


def test_an_export_of_a_workbook_that_another_tool_changed_says_so(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    path = hands.workspace.session.path
    hands.window.files.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE card SET text = 'slipped in'")
        connection.commit()
    assert hands.window.files.open_path(path)
    hands.workbook.exports.export_to(tmp_path / "brief.md")
    assert "Something outside this program changed this workbook" in ended(qtbot, hands.window)


@pytest.mark.skipif(not hasattr(os, "link"), reason="no hard links here")
def test_an_export_over_the_workbook_itself_is_refused(hands: Hands, tmp_path: Path) -> None:
    path, out = hands.workspace.session.path, tmp_path / "brief.json"
    os.link(path, out)
    before = path.read_bytes()
    hands.workbook.exports.export_to(out)
    assert not hands.window.export_runner.is_running
    assert "is open already" in hands.page.messages.text
    assert path.read_bytes() == before


def test_a_file_that_gets_its_ending_from_us_is_replaced_only_after_the_dialog_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "plan.docx"
    there.write_bytes(b"mine")
    offered: list[str] = []
    typed = [str(tmp_path / "plan"), str(tmp_path / "other")]

    def ask(*given: object) -> tuple[str, str]:
        offered.append(str(given[2]))
        return typed.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    chosen = file_dialogs.ask_export_path(None, tmp_path, "Title", WORD)  # type: ignore[arg-type]
    assert offered == [str(tmp_path / "Title.docx"), str(there)]
    assert chosen == tmp_path / "other.docx"


def test_a_second_export_is_refused_in_words_while_one_runs(qtbot: QtBot, example: Hands, tmp_path: Path) -> None:
    example.workbook.exports.export_to(tmp_path / "brief.pdf")
    assert example.window.export_runner.is_running
    for action in ("export_word", "print_brief"):
        example.page.messages.hide()
        example.trigger(action)
        assert "Another export is being written. Wait" in example.page.messages.text
    assert ended(qtbot, example.window).startswith("Exported brief.pdf.")
