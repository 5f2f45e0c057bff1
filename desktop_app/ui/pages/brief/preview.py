"""Keeps the pages of the brief up to date while they are seen: waits for a pause, draws beside the window."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.base.errors import AppError
from desktop_app.ui.pages.brief.pages_view import PagesView
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.brief.snapshots import SectionDraft, snapshot
from desktop_app.wording.sentence import say, text

if TYPE_CHECKING:
    from desktop_app.ui.pages.brief.preview_job import DrawnBrief, PreviewJob

_PAUSE_MS: Final = 400
NO_MAP: Final = say("brief.no_map")


class LivePreview(QObject):
    """Feeds the pages.

    Signals:
        drawn: the `DrawnBrief` that is shown now.
    """

    drawn = Signal(object)

    def __init__(self, workspace: Workspace, pages: PagesView) -> None:
        super().__init__(pages)
        self._workspace = workspace
        self._pages = pages
        self._is_seen = False
        self._is_outdated = True
        self._job: PreviewJob | None = None
        self._fineness = 0
        self._draft: SectionDraft | None = None
        # Those that were cancelled and have not ended yet.
        self._leaving: list[PreviewJob] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        pages.fineness_changed.connect(self.outdate)

    def set_draft(self, draft: SectionDraft | None) -> None:
        """Draws words that are still being written as if they were kept."""
        self._draft = draft

    def outdate(self) -> None:
        """Something changed: the pages are drawn anew after a pause, if they are seen."""
        self._is_outdated = True
        self._drop_job()
        if self._is_seen:
            self._timer.start()

    def show_now(self, *, is_seen: bool) -> None:
        """The pages are seen from now on, or no longer."""
        self._is_seen = is_seen
        self._timer.stop()
        if not is_seen:
            self._is_outdated = self._is_outdated or self._job is not None
            self._drop_job()
        elif self._is_outdated:
            self._timer.start(0 if self._pages.count == 0 else _PAUSE_MS)

    def release(self) -> None:
        """Stops everything and waits until it has."""
        self.show_now(is_seen=False)
        for job in list(self._leaving):
            job.wait()

    def _draw(self) -> None:
        from desktop_app.ui.pages.brief.preview_job import PreviewJob  # noqa: PLC0415

        self._timer.setInterval(_PAUSE_MS)
        self._drop_job()
        if self._workspace.view.map_id is None:
            self._is_outdated = False
            self._pages.show_words(str(NO_MAP))
            return
        try:
            given = snapshot(self._workspace, self._draft)
        except AppError as error:
            self._on_failed(error)
            return
        self._is_outdated = False
        self._fineness = self._pages.fineness
        job = PreviewJob(given, self._fineness, self)
        job.done.connect(lambda brief, job=job: self._on_done(job, brief))
        job.failed.connect(lambda error, job=job: self._on_job_failed(job, error))
        job.finished.connect(lambda job=job: self._on_finished(job))
        self._job = job
        job.start()

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._leaving.append(self._job)
            self._job = None

    def _on_done(self, job: "PreviewJob", brief: "DrawnBrief") -> None:
        if job is not self._job:
            return
        self._job = None
        self._leaving.append(job)
        self._pages.show_pages(brief.preview, self._fineness)
        self.drawn.emit(brief)

    def _on_job_failed(self, job: "PreviewJob", error: AppError) -> None:
        if job is self._job:
            self._job = None
            self._leaving.append(job)
            self._on_failed(error)

    def _on_failed(self, error: AppError) -> None:
        self._pages.show_words(text("brief.cannot_draw", error=str(error)))

    def _on_finished(self, job: "PreviewJob") -> None:
        job.wait()
        if job is self._job:
            # It ended without a word: a fault, which is reported as any is.
            self._job = None
            self._is_outdated = True
            self._pages.show_words(text("brief.cannot_draw", error=text("bug_report.fault")))
        elif job in self._leaving:
            self._leaving.remove(job)
        job.deleteLater()
