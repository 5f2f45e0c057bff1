"""What the main window says while a show waits for its screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.pages.present.show import Show
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.wording.sentence import text


class WaitingBar(QWidget):
    """Says where a show waits, and offers to show it here; to be seen only then."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = PlainLabel("", wraps=True)
        self.show_here = QPushButton(text("present.show_here"))
        self.end = QPushButton(text("present.end"))
        self.end.setAccessibleName(text("present.end.spoken"))
        self.show_here.clicked.connect(show.show_here)
        self.end.clicked.connect(show.end)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, SPACE)
        line.addWidget(self._words, 1)
        line.addWidget(self.show_here)
        line.addWidget(self.end)
        show.changed.connect(self._follow)
        self._follow()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _follow(self) -> None:
        presentation = self._show.presentation
        if self._show.waits and presentation is not None:
            words = text("present.waits", step=presentation.number)
            if words != self._words.text():
                self._words.say(words)
                self.setAccessibleName(words)
        self.setVisible(self._show.waits)


def under_bar(bar: QWidget, page: QWidget) -> QWidget:
    """A page with a bar above it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(page, 1)
    return whole
