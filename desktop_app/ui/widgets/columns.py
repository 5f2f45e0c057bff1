"""Pages that are one column of limited width in the middle, and scroll: welcome, paste, settings, keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE_WIDE


class ColumnPage(QScrollArea):
    """A page with one column and a place above it where trouble is said.

    Args:
        width_px: the most the column takes.
        top_px: how far from the top it begins.
        parent: the widget it lives in.

    Attributes:
        column: what the page holds.
        messages: where trouble is said.
    """

    def __init__(self, width_px: int, top_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.messages = MessageBar()
        self._width_px = width_px
        self._inside = inside = QWidget()
        inside.setMaximumWidth(theme.px(width_px))
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_WIDE)
        body = QWidget()
        body.setObjectName("page")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.messages)
        middle = QHBoxLayout()
        middle.setContentsMargins(32, top_px, 32, 32)
        middle.addStretch(1)
        middle.addWidget(inside, 40)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(body)

    def restyle(self) -> None:
        """Brings what the page measures itself to the look that holds now; the style sheet does the rest."""
        self._inside.setMaximumWidth(theme.px(self._width_px))
        for label in self.findChildren(PlainLabel):
            label.restyle()
