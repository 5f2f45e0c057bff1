"""The exports of one open workbook: asks where, takes a snapshot, and hands it to the runner."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import AppError
from desktop_app.base.text_file import read_file
from desktop_app.briefing.errors import ExportRunningError
from desktop_app.briefing.formats import ExportChoice, Extra
from desktop_app.ui.shell.export_runner import ExportRunner
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.brief.snapshots import BriefSnapshot, snapshot
from desktop_app.wording.sentence import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LOG = logging.getLogger(__name__)


class Exports:
    """What an open workbook can be written as.

    Args:
        workspace: the workbook.
        runner: does the work.
        window: the parent of dialogs.
    """

    def __init__(self, workspace: Workspace, runner: ExportRunner, window: QWidget) -> None:
        self._workspace = workspace
        self._runner = runner
        self._window = window

    def ask(self, choice: ExportChoice) -> None:
        """Asks where, and whatever else a choice of the menus asks for, and exports; not while another export runs."""
        if self._is_busy():
            return
        try:
            if choice.asks & Extra.PREVIOUS:
                self._ask_since(choice)
            elif choice.asks & Extra.SCALE:
                self._ask_size()
            else:
                self._ask_where(choice)
        except AppError as error:
            self._runner.failed.emit(error)

    def export_to(self, path: Path, *, attach: bool = False, previous: bytes | None = None, scale: float = 2.0) -> None:
        """Exports the shown map in the format its ending names; does nothing while another export runs.

        Args:
            path: where to.
            attach: whether a PDF carries the workbook.
            previous: an earlier Word export; what changed since is then listed.
            scale: pixels a map unit, for PNG.
        """
        from desktop_app.ui.shell.export_job import ExportJob  # noqa: PLC0415

        if self._runner.is_running or (given := self._snapshot(path)) is None:
            return
        changed = self._workspace.session.is_changed_outside
        job = ExportJob(given, path, attach=attach, previous=previous, scale=scale, is_changed_outside=changed)
        self._runner.run_export(job, path)

    def print_brief(self) -> None:
        """Prints the brief by the system's dialog; not while an export runs."""
        if self._is_busy():
            return
        from desktop_app.ui.pages.brief.printing import ask_printer  # noqa: PLC0415

        printer = ask_printer(self._window)
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Prints the brief of the shown map on a printer that was chosen."""
        from desktop_app.ui.pages.brief.preview_job import PreviewJob  # noqa: PLC0415
        from desktop_app.ui.pages.brief.printing import fineness_for  # noqa: PLC0415

        if not self._runner.is_running and (given := self._snapshot(None)) is not None:
            self._runner.run_print(PreviewJob(given, fineness_for(printer)), printer)

    def _is_busy(self) -> bool:
        """Whether another export or print runs; that is then said."""
        if self._runner.is_running:
            self._runner.failed.emit(ExportRunningError(say("error.export.running"), say("remedy.wait_or_cancel")))
        return self._runner.is_running

    def _snapshot(self, path: Path | None) -> BriefSnapshot | None:
        """A copy for the job; None where it cannot be, or the path is the workbook's own: that is said."""
        try:
            if path is not None:
                self._workspace.session.refuse_as_destination(path)
            return snapshot(self._workspace)
        except AppError as error:
            _LOG.warning("no export or print was begun: %s", error.code)
            self._runner.failed.emit(error)
            return None

    def _ask_where(self, choice: ExportChoice, previous: bytes | None = None) -> None:
        folder, title = self._workspace.session.path.parent, self._workspace.map_title
        path = file_dialogs.ask_export_path(self._window, folder, title, choice.format)
        if path is not None:
            self.export_to(path, attach=bool(choice.asks & Extra.ATTACH), previous=previous)

    def _ask_since(self, choice: ExportChoice) -> None:
        earlier = file_dialogs.ask_previous_export(self._window)
        if earlier is not None:
            self._ask_where(choice, read_file(earlier))

    def _ask_size(self) -> None:
        folder, title = self._workspace.session.path.parent, self._workspace.map_title
        asked = file_dialogs.ask_picture_path(self._window, folder, title)
        if asked is not None:
            self.export_to(asked[0], scale=asked[1])
