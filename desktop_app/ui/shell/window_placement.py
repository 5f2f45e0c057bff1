"""Where a window opens: as it was left, as far as that lies on a screen there is now."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

# What the desktop puts round a window, in pixels: known only once the window is shown.
_FRAME: Final = QMargins(4, 34, 4, 4)
FILLING: Final = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


def place(window: QWidget, kept: QByteArray | None, first: QSize) -> None:
    """Gives a window its place before it is shown.

    Args:
        window: a window with everything in it.
        kept: what `saveGeometry` gave; None, or what cannot be read, counts as a first time.
        first: its size, in pixels, the first time; less where the screen is smaller.
    """
    window.resize(first)
    if kept is not None:
        window.restoreGeometry(kept)
    fit(window)
    window.installEventFilter(_OnceActive(window))


def fit(window: QWidget) -> None:
    """Makes a window no larger than its screen, and brings it wholly onto it; one that fills a screen stays."""
    if window.windowState() & FILLING:
        return
    screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
    frame = _frame_of(window)
    room = screen.availableGeometry().marginsRemoved(frame)
    wanted = window.geometry()
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    fitting = QRect(left, top, size.width(), size.height())
    if fitting != wanted:
        window.setGeometry(fitting)


class _OnceActive(QObject):
    """Fits a window again when it has the keyboard for the first time: only then the desktop has framed it."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and isinstance(watched, QWidget):
            fit(watched)
            watched.removeEventFilter(self)
            self.deleteLater()
        return False


def _frame_of(window: QWidget) -> QMargins:
    inner, outer = window.geometry(), window.frameGeometry()
    if outer == inner and not window.isVisible():
        return _FRAME
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
