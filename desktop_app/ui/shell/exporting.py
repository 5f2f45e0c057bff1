"""One export or print at a time, beside the window: starts it, shows how far it is, says how it ended."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.base.text_file import read_file
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.brief.snapshots import snapshot

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    # What sets a brief is a large part of all that the window imports; it is fetched with the first export.
    from desktop_app.briefing.pages.pdf import ExportReport
    from desktop_app.ui.pages.brief.preview_job import DrawnBrief, PreviewJob
    from desktop_app.ui.shell.export_job import ExportJob


class Exporting(QObject):
    """The exports of one window.

    Attributes:
        workspace: the open workbook, if there is one; the window keeps it right.

    Signals:
        failed: the `AppError` that stopped an export.
    """

    failed = Signal(object)

    def __init__(self, status: StatusBar, window: QWidget) -> None:
        super().__init__(window)
        self.workspace: Workspace | None = None
        self._window = window
        self._status = status
        self._job: ExportJob | PreviewJob | None = None
        status.cancel_asked.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    # --- actions of the table ------------------------------------------------------------------------

    def export_brief(self) -> None:
        """Asks where, and exports the brief of the shown map as PDF."""
        self._ask(".pdf")

    def export_word(self) -> None:
        """Asks where, and exports the brief as a document for Word."""
        self._ask(".docx")

    def export_whole(self) -> None:
        """Asks where, and exports the brief as a PDF that carries the workbook, from which it can be made again."""
        self._ask(".pdf", attach=True)

    def export_changes(self) -> None:
        """Asks since which Word export and where, and exports for Word what changed, too."""
        if self.workspace is None or self._job is not None:
            return
        earlier = file_dialogs.which_export(self._window)
        if earlier is None:
            return
        try:
            previous = read_file(earlier)
        except AppError as error:
            self.failed.emit(error)
            return
        self._ask(".docx", previous=previous)

    def export_slides(self) -> None:
        """Asks where, and exports the brief as slides."""
        self._ask(".pptx")

    def export_html(self) -> None:
        """Asks where, and exports the brief as one web page."""
        self._ask(".html")

    def export_markdown(self) -> None:
        """Asks where, and exports the brief as Markdown."""
        self._ask(".md")

    def export_svg(self) -> None:
        """Asks where, and exports the drawing of the map."""
        self._ask(".svg")

    def export_png(self) -> None:
        """Asks where and how large, and exports the map as a picture."""
        workspace = self.workspace
        if workspace is None or self._job is not None:
            return
        asked = file_dialogs.where_to_draw(self._window, workspace.session.path.parent, workspace.map_title)
        if asked is not None:
            self.export_to(asked[0], scale=asked[1])

    def export_csv(self) -> None:
        """Asks where, and exports matrix and arguments as a table."""
        self._ask(".csv")

    def export_json(self) -> None:
        """Asks where, and exports everything as data."""
        self._ask(".json")

    def print_brief(self) -> None:
        """Prints the brief by the system's dialog."""
        if self.workspace is None or self._job is not None:
            return
        from desktop_app.ui.pages.brief.printing import ask_printer  # noqa: PLC0415

        printer = ask_printer(self._window)
        if printer is not None:
            self.print_on(printer)

    # --- work ----------------------------------------------------------------------------------------

    def export_to(self, path: Path, *, attach: bool = False, previous: bytes | None = None, scale: float = 2.0) -> None:
        """Exports the shown map in the format its ending names; does nothing while another export runs.

        Args:
            path: where to.
            attach: whether a PDF carries the workbook.
            previous: an earlier Word export; what changed since is then listed.
            scale: pixels a map unit, for PNG.
        """
        from desktop_app.ui.shell.export_job import ExportJob  # noqa: PLC0415

        if self._job is not None or self.workspace is None:
            return
        try:
            self.workspace.session.refuse_as_destination(path)
            given = snapshot(self.workspace)
        except AppError as error:
            self.failed.emit(error)
            return
        changed = self.workspace.session.is_changed_outside
        job = ExportJob(given, path, self, attach=attach, previous=previous, scale=scale, is_changed_outside=changed)
        job.done.connect(lambda report: self._on_done(report, path))
        self._start(job)

    def print_on(self, printer: "QPrinter") -> None:
        """Prints the brief of the shown map on a printer that was chosen."""
        from desktop_app.ui.pages.brief.preview_job import PreviewJob  # noqa: PLC0415
        from desktop_app.ui.pages.brief.printing import fineness_for  # noqa: PLC0415

        if self._job is not None or self.workspace is None:
            return
        try:
            given = snapshot(self.workspace)
        except AppError as error:
            self.failed.emit(error)
            return
        job = PreviewJob(given, fineness_for(printer), self)
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

    # --- inside --------------------------------------------------------------------------------------

    def _ask(self, ending: str, *, attach: bool = False, previous: bytes | None = None) -> None:
        workspace = self.workspace
        if workspace is None or self._job is not None:
            return
        path = file_dialogs.where_to_export(self._window, workspace.session.path.parent, workspace.map_title, ending)
        if path is not None:
            self.export_to(path, attach=attach, previous=previous)

    def _start(self, job: "ExportJob | PreviewJob") -> None:
        job.progressed.connect(self._status.show_progress)
        job.failed.connect(self._on_failed)
        self._job = job
        self._status.show_progress(0.0, "Setting the brief")
        job.start()

    def _on_done(self, report: "ExportReport", path: Path) -> None:
        self._end(" ".join((f"Exported {one_line(path.name)}.", *report.notices)))

    def _on_drawn(self, brief: "DrawnBrief", printer: "QPrinter") -> None:
        from desktop_app.ui.pages.brief.printing import print_pages  # noqa: PLC0415

        try:
            count = print_pages(brief, printer)
        except AppError as error:
            self._on_failed(error)
            return
        self._end(f"Printed {count} {'page' if count == 1 else 'pages'}.")

    def _on_failed(self, error: AppError) -> None:
        if isinstance(error, ExportCancelledError):
            self._end("Export cancelled; nothing was changed.")
            return
        self._end("")
        self.failed.emit(error)

    def _end(self, words: str) -> None:
        if self._job is not None:
            self._job.wait()
            self._job.deleteLater()
            self._job = None
        self._status.end_progress()
        self._status.show_message(words)
