"""What may be dropped on the window: a workbook, a text file, or text itself."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.briefing.formats import CARRYING
from desktop_app.ui.widgets.file_dialogs import SUFFIX, TEXT_SUFFIXES


def taken_from(mime: QMimeData) -> tuple[Path | None, str]:
    """The first file of a drag that can be opened, or else its text."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in {SUFFIX, *TEXT_SUFFIXES, *CARRYING}:
            return path, ""
    return None, mime.text() if mime.hasText() and not mime.hasUrls() and mime.text().strip() else ""


class FileDrops(QObject):
    """Takes what is dropped on a window.

    Signals:
        file_dropped: the `Path` of a file that can be opened.
        text_dropped: a text.
    """

    file_dropped = Signal(object)
    text_dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            path, text = taken_from(event.mimeData())
            if path is not None or text:
                event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent):
                if path is not None:
                    self.file_dropped.emit(path)
                elif text:
                    self.text_dropped.emit(text)
            return True
        return super().eventFilter(watched, event)
