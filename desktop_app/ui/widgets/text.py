"""The only makers of labels: a user's text is plain text, never markup, and hidden direction marks are shown."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import isolate, one_line, runs_left, visible
from desktop_app.ui.widgets import theme

_SPACE_PX: Final = 4  # between two words

_FROM_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FROM_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def for_menu(text: str) -> str:
    """A text as a menu entry or button: ampersands do not become shortcuts."""
    return isolated(one_line(text, 60).replace("&", "&&"))


def isolated(text: str) -> str:
    """A text that keeps its own direction, beside others or in a painter that goes by that of the window.

    Without this its last "?" would not stay its last, and numbers, brackets and words of another script would change
    places.
    """
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return isolate(text) if is_mirrored or runs_left(text) else text


class PlainLabel(QLabel):
    """A label that shows text as typed.

    Args:
        text: what it says.
        name: object name, which the style sheet knows.
        parent: the widget it lives in.
    """

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if name:
            self.setObjectName(name)
        self.setWordWrap(wraps)
        if wraps and theme.is_room():
            self.restyle()
        self._follow_direction()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._follow_direction()

    def restyle(self) -> None:
        """Leaves the room at its side that the look which holds now asks for."""
        if self.wordWrap():
            # Qt hangs the space at which a line was broken out at the right, and so moves the line to the left.
            space = theme.px(_SPACE_PX) if theme.is_room() and self.isRightToLeft() else 0
            self.setContentsMargins(space, 0, 0, 0)

    def say(self, text: str) -> None:
        """Shows a user's text, with hidden marks made visible."""
        self.setText(visible(text))

    def _follow_direction(self) -> None:
        """Begins at the side the interface runs from; Qt would go by the words, which may be in another script."""
        if self.alignment() in {_FROM_LEFT, _FROM_RIGHT}:
            is_from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.setAlignment(_FROM_RIGHT if is_from_right else _FROM_LEFT)


class ShortLabel(PlainLabel):
    """A label on one line that never widens what it is in: what does not fit ends in "…" and is said in the tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self.text() if shown != self.text() else "")
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter,
                self.contentsRect(),
                int(self.alignment()),
                self.palette(),
                self.isEnabled(),
                isolated(shown),
                self.foregroundRole(),
            )
