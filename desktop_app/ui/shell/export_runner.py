"""One export or print at a time, beside the window: shows how far it is, can stop it, says how it ended.

It outlives the workbook whose snapshot is exported.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.wording.sentence import text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    # What sets a brief is a large part of all that the window imports; it is fetched with the first export.
    from desktop_app.briefing.exporting import ExportReport
    from desktop_app.ui.pages.brief.preview_job import DrawnBrief, PreviewJob
    from desktop_app.ui.shell.export_job import ExportJob

_LOG = logging.getLogger(__name__)


class ExportRunner(QObject):
    """Runs the exports of one window.

    Signals:
        failed: the `AppError` that stopped an export.
    """

    failed = Signal(object)

    def __init__(self, status: StatusBar, window: QWidget) -> None:
        super().__init__(window)
        self._status = status
        self._job: ExportJob | PreviewJob | None = None
        status.cancel_asked.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def run_export(self, job: "ExportJob", path: Path) -> None:
        """Runs a job that writes a file."""
        job.done.connect(lambda report: self._on_exported(report, path))
        self._start(job)

    def run_print(self, job: "PreviewJob", printer: "QPrinter") -> None:
        """Runs a job that draws pages, and prints them."""
        job.done.connect(lambda brief: self._on_drawn(brief, printer))
        self._start(job)

    def cancel(self) -> None:
        """Asks the running export to stop."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Stops the running export and waits until it has."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _start(self, job: "ExportJob | PreviewJob") -> None:
        assert self._job is None, "one export at a time"
        job.setParent(self)
        job.progressed.connect(self._status.show_progress)
        job.failed.connect(self._on_failed)
        job.finished.connect(lambda: self._on_finished(job))
        self._job = job
        self._status.show_progress(0.0, text("export.setting"))
        job.start()

    def _on_exported(self, report: "ExportReport", path: Path) -> None:
        self._end(" ".join((text("export.done", name=one_line(path.name)), *report.notices)))

    def _on_drawn(self, brief: "DrawnBrief", printer: "QPrinter") -> None:
        from desktop_app.ui.pages.brief.printing import print_pages  # noqa: PLC0415

        try:
            count = print_pages(brief, printer)
        except AppError as error:
            self._on_failed(error)
            return
        _LOG.info("printed %d pages", count)
        self._end(text("export.printed", count=count))

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, ExportCancelledError):
            self._end(text("export.cancelled"))
            return
        _LOG.warning("an export or print failed: %s", error.code)
        self._end("")
        self.failed.emit(error)

    def _on_finished(self, job: "ExportJob | PreviewJob") -> None:
        """One that ended without a word had a fault, which is reported as any is: the next may begin."""
        if job is self._job:
            self._end("")

    def _end(self, words: str) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self._status.end_progress()
        self._status.show_message(words)
