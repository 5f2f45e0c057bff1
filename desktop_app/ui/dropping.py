"""What may be dropped on the window: a workbook, a text file, or text itself."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop_app.ui.asking import CARRYING_SUFFIXES, SUFFIX, TEXT_SUFFIXES


def can_take(mime: QMimeData) -> bool:
    """Whether there is something in a drag that the window can open or sort."""
    path, text = taken_from(mime)
    return path is not None or bool(text)


def taken_from(mime: QMimeData) -> tuple[Path | None, str]:
    """The first file of a drag that can be opened, or else its text."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in {SUFFIX, *TEXT_SUFFIXES, *CARRYING_SUFFIXES}:
            return path, ""
    return None, mime.text() if mime.hasText() and not mime.hasUrls() and mime.text().strip() else ""
