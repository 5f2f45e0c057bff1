"""Draws the pages of a brief beside the window: it gets a snapshot, can be stopped at any time, touches no widget."""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent, MapPart
from desktop_app.briefing.pages.page_counts import pages_sentence
from desktop_app.briefing.pages.preview import Preview, draw_pages
from desktop_app.briefing.text.word_count import WordCount, word_count
from desktop_app.model.records import Paper
from desktop_app.viewmodels.brief.snapshots import BriefSnapshot


@dataclass(frozen=True, slots=True)
class DrawnBrief:
    """What there is to be seen, and to be said of it; `map` is how many pages the drawing takes, in a sentence."""

    preview: Preview
    words: WordCount
    paper: Paper
    map: str


class PreviewJob(QThread):
    """Draws one brief.

    Signals:
        progressed: a share 0…1 and what is being done.
        done: the `DrawnBrief`.
        failed: the `AppError`, also that it was cancelled. After a fault of the program neither comes; it goes to
            `sys.excepthook`.
    """

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, snapshot: BriefSnapshot, pixels_per_inch: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._pixels_per_inch = pixels_per_inch
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stops it; its child process is killed."""
        self._cancelled.set()

    @override
    def run(self) -> None:
        given = self._snapshot
        try:
            content = compose(given.records, given.map_id, given.results, log=given.log)
            preview = draw_pages(
                content, self._pixels_per_inch, cancelled=self._cancelled.is_set, progress=self.progressed.emit
            )
        except AppError as error:
            self.failed.emit(error)
        else:
            self.done.emit(DrawnBrief(preview, word_count(content), content.paper, _map_pages(content)))


def _map_pages(content: BriefContent) -> str:
    sheets = next((part.sheets for part in content.parts if isinstance(part, MapPart)), None)
    return "" if sheets is None else pages_sentence(sheets)
