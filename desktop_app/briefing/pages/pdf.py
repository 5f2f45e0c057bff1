"""A brief as PDF: cleaned, and typeset by a child process that can be killed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from calendar import timegm
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import desktop_app
from desktop_app.base.resources import resource
from desktop_app.briefing.content.clean import Cleaner, Json
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.errors import ExportCancelledError, TypesettingError
from desktop_app.briefing.formats import Cancelled, ExportedFile, Progress
from desktop_app.briefing.pages.payload import logo_name, payload
from desktop_app.drawing.fonts import SANS, SERIF, has_glyph
from desktop_app.wording.sentence import say, text

# A frozen program runs itself with this argument and a folder; its entry point hands them to `worker.main`.
WORKER_ARGUMENT: Final = "--export-worker"
# What the attached content of the workbook is called in the PDF; the template knows the name too.
ATTACHMENT: Final = "workbook.json"
_POLL_S: Final = 0.03
_TYPICAL_S: Final = 4.0


@dataclass(frozen=True, slots=True)
class WorkerReport:
    """What the worker said: the standards that the engine enforced, and notices, one sentence each."""

    standards: tuple[str, ...]
    notices: tuple[str, ...]


def typeset_pdf(
    content: BriefContent, *, attachment: bytes | None = None, cancelled: Cancelled, progress: Progress
) -> ExportedFile:
    """The brief as a PDF; the same content gives the same bytes.

    Args:
        content: of the brief, composed with its map drawn.
        attachment: JSON of the workbook, kept in the PDF as a file; the PDF is then PDF/A-3a, because A-2a has none.
        cancelled: asked many times a second; True stops the export.
        progress: told a share 0…1 and what is being done.

    Raises:
        ExportCancelledError: it was stopped.
        TypesettingError: the document cannot be made.
    """
    cleaner = Cleaner(has_glyph)
    fields = payload(content)
    if attachment is not None:
        fields["attached"] = words_in(content.language)["attached"]
    cleaned = cleaner.everything(fields)
    assert isinstance(cleaned, dict)
    del fields  # of a large map, both take hundreds of megabytes
    # The parent owns the folder: a killed child cannot clean up. A private folder is all the engine can read.
    with tempfile.TemporaryDirectory(prefix="steelyard-brief-", ignore_cleanup_errors=True) as folder:
        root = Path(folder).resolve()
        write_job(root, cleaned, logo=content.logo, attachment=attachment)
        cleaned.clear()
        progress(0.1, text("progress.setting"))
        run_worker(root, cancelled, progress)
        report = read_report(root)
        made = (root / "out.pdf").read_bytes()
    notices = (*_glyph_notices(cleaner), *_standard_notices(report.standards), *report.notices)
    return ExportedFile(made, notices, report.standards)


def worker_command(root: Path) -> list[str]:
    """How the worker is started: the frozen program itself, or this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT, str(root)]
    return [sys.executable, "-m", "desktop_app.briefing.pages.worker", str(root)]


def write_job(
    root: Path,
    data: dict[str, Json],
    *,
    logo: bytes | None = None,
    attachment: bytes | None = None,
    pixels_per_inch: int = 0,
) -> None:
    """Lays out in a folder all that the worker needs to typeset cleaned data.

    Args:
        root: the folder.
        data: for the template.
        logo: PNG or SVG.
        attachment: kept in the PDF as a file.
        pixels_per_inch: for pictures of the pages; 0 for the PDF.
    """
    for template in resource("briefing").glob("*.typ"):
        shutil.copyfile(template, root / ("main.typ" if template.name == "brief.typ" else template.name))
    if logo is not None:
        (root / logo_name(logo)).write_bytes(logo)
    if attachment is not None:
        (root / ATTACHMENT).write_bytes(attachment)
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    (root / "data.json").write_text(text, encoding="utf-8")
    year, month, day = (int(str(part)) for part in _list(data["date"]))
    job = {
        "fonts": [str(resource("fonts"))],
        "families": [SANS[0], SERIF[0]],
        "timestamp": timegm(date(year, month, day).timetuple()),
        "attaches": attachment is not None,
        "pixels_per_inch": pixels_per_inch,
    }
    (root / "job.json").write_text(json.dumps(job), encoding="utf-8")


def run_worker(root: Path, cancelled: Cancelled, progress: Progress) -> None:
    """Lets a child process do the job that lies in a folder; a child that is not wanted any more is killed.

    Raises:
        ExportCancelledError: `cancelled` said so.
    """
    environment = dict(os.environ)
    # The child must find this package however the parent found it.
    parent = str(Path(desktop_app.__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (parent, environment.get("PYTHONPATH"))))
    child = subprocess.Popen(  # noqa: S603 (our own program, our own folder)
        worker_command(root),
        env=environment,
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    started = time.monotonic()
    try:
        while child.poll() is None:
            if cancelled():
                raise ExportCancelledError(say("error.export.cancelled"))
            waited = time.monotonic() - started
            progress(0.1 + 0.8 * waited / (waited + _TYPICAL_S), text("progress.setting"))
            time.sleep(_POLL_S)
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()


def read_report(root: Path) -> WorkerReport:
    """What the worker said about its job.

    Raises:
        TypesettingError: it could not do it.
    """
    path = root / "report.json"
    if not path.exists():
        raise TypesettingError(say("error.export.engine_stopped"), say("remedy.close_other_programs_and_try_again"))
    report = json.loads(path.read_text(encoding="utf-8"))
    if "error" in report:
        raise TypesettingError(
            say("error.export.pdf_not_set", reason=report["error"]),
            say("remedy.export_as_markdown_and_report_this"),
        )
    return WorkerReport(tuple(map(str, report["standards"])), tuple(map(str, report["notices"])))


def _glyph_notices(cleaner: Cleaner) -> tuple[str, ...]:
    if not cleaner.missing:
        return ()
    listed = " ".join(f"{character} (U+{ord(character):04X})" for character in sorted(cleaner.missing))
    return (text("notice.no_glyphs", characters=listed),)


def _standard_notices(standards: tuple[str, ...]) -> tuple[str, ...]:
    if "ua-1" not in standards:
        return (text("notice.no_tags"),)
    is_archival = {"a-2a", "a-3a"} & set(standards)
    return () if is_archival else (text("notice.no_archiving"),)


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list)
    return value
