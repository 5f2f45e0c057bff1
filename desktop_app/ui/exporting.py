"""One export at a time, beside the window: starts it, shows how far it is, says how it ended."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import AppError
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace

if TYPE_CHECKING:
    # What sets a brief is a large part of all that the window imports; it is fetched with the first export.
    from desktop_app.briefing.pdf import ExportReport
    from desktop_app.ui.export_job import ExportJob


class Exporting(QObject):
    """The exports of one window.

    Signals:
        failed: the `AppError` that stopped an export.
    """

    failed = Signal(object)

    def __init__(self, status: StatusBar) -> None:
        super().__init__(status)
        self._status = status
        self._job: ExportJob | None = None
        status.cancel_asked.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def start(self, workspace: Workspace, path: Path) -> None:
        """Exports the brief of the shown map; does nothing while another export runs."""
        from desktop_app.briefing.compose import compose  # noqa: PLC0415
        from desktop_app.ui.export_job import ExportJob  # noqa: PLC0415

        if self._job is not None:
            return
        content = compose(workspace.document, workspace.map_id, workspace.session.results(workspace.map_id))
        job = ExportJob(content, path, self)
        job.progressed.connect(self._status.export_running)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        self._job = job
        self._status.export_running(0.0, "Setting the brief")
        job.start()

    def cancel(self) -> None:
        """Asks the running export to stop."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Stops the running export and waits until it has."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _on_done(self, report: "ExportReport") -> None:
        assert self._job is not None
        words = f"Exported {one_line(self._job.path.name)}."
        self._end(" ".join((words, *report.notices)))

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
        self._status.export_over(words)
