"""An export that runs beside the window: it gets a snapshot, shows progress, can be cancelled; touches no widget."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.briefing.content import BriefContent
from desktop_app.briefing.pdf import ExportReport, export_pdf


class ExportJob(QThread):
    """Writes one brief.

    Signals:
        progressed: a share 0…1 and what is being done.
        done: the `ExportReport`.
        failed: the `AppError`.
    """

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, content: BriefContent, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.path = path
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Asks the export to stop; what was at the path before stays whole."""
        self._cancelled.set()

    @override
    def run(self) -> None:
        try:
            report: ExportReport = export_pdf(
                self._content, self.path, cancelled=self._cancelled.is_set, progress=self._tell
            )
        except AppError as error:
            self.failed.emit(error)
            return
        self.done.emit(report)

    def _tell(self, share: float, step: str) -> None:
        self.progressed.emit(share, step)
