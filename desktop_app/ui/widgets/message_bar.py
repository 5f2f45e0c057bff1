"""Trouble said inline: one sentence with its remedy above the page, until it is dismissed or something succeeds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.base.errors import AppError
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.wording.sentence import text


class MessageBar(QWidget):
    """Shows the latest trouble.

    Signals:
        copy_asked: the person wants to save a copy of their work.
    """

    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = PlainLabel("", wraps=True)
        self.copy = QPushButton(text("bar.save_a_copy"))
        dismiss = QPushButton(text("bar.dismiss"))
        self.copy.clicked.connect(self.copy_asked)
        dismiss.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, SPACE)
        line.addWidget(self._words, 1)
        line.addWidget(self.copy)
        line.addWidget(dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, error: AppError, *, offers_copy: bool) -> None:
        """Shows trouble.

        Args:
            error: what it is.
            offers_copy: whether saving a copy of the workbook helps.
        """
        self._words.say(str(error))
        self.setAccessibleName(str(error))
        self.copy.setVisible(offers_copy)
        self.show()
