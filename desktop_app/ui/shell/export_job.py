"""An export that runs beside the window: it gets a snapshot, shows progress, can be cancelled; touches no widget."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.briefing.exporting import ExportOptions, ExportReport, export_map
from desktop_app.viewmodels.brief.snapshots import BriefSnapshot


class ExportJob(QThread):
    """Writes one brief, in the format the ending of its file names, with what else is wished (`ExportOptions`).

    Signals:
        progressed: a share 0…1 and what is being done.
        done: the `ExportReport`.
        failed: the `AppError`. After a fault of the program neither comes; it goes to `sys.excepthook`.
    """

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        snapshot: BriefSnapshot,
        path: Path,
        parent: QObject | None = None,
        *,
        attach: bool,
        previous: bytes | None = None,
        scale: float = 2.0,
        is_changed_outside: bool,
    ) -> None:
        super().__init__(parent)
        self._options = ExportOptions(
            attach=attach,
            previous=previous,
            scale=scale,
            log=snapshot.log,
            is_changed_outside=is_changed_outside,
        )
        self._snapshot = snapshot
        self.path = path
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Asks the export to stop; what was at the path before stays whole."""
        self._cancelled.set()

    @override
    def run(self) -> None:
        given = self._snapshot
        try:
            report: ExportReport = export_map(
                given.records,
                given.map_id,
                given.results,
                self.path,
                options=self._options,
                cancelled=self._cancelled.is_set,
                progress=self.progressed.emit,
            )
        except AppError as error:
            self.failed.emit(error)
            return
        self.done.emit(report)
