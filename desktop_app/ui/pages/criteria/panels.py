"""What the panels beside the matrix are made of: a column of fields with headings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE

PANEL_PX = 372


class Panel(QWidget):
    """A column of fields."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(spoken)
        self.setFixedWidth(theme.px(PANEL_PX))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_WIDE, 12, SPACE_WIDE, SPACE_WIDE)
        self.column.setSpacing(6)

    def title(self, words: str) -> PlainLabel:
        """Puts a title."""
        label = PlainLabel("", wraps=True)
        label.say(words)
        label.setFont(theme.interface_font(14, bold=True))
        self.column.addWidget(label)
        return label

    def heading(self, words: str) -> PlainLabel:
        """Puts a small heading above what follows."""
        label = PlainLabel(words, "fieldLabel")
        label.setContentsMargins(0, SPACE, 0, 0)
        self.column.addWidget(label)
        return label
