"""Rows of a name and its number, in the colour of what it speaks for; of points and of shares."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE


class FigureRows(QFrame):
    """A box of rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(10, 8, 10, 8)
        self._rows.setSpacing(SPACE - 2)

    @property
    def words(self) -> list[str]:
        """Each row in words."""
        items = (self._rows.itemAt(row) for row in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [" ".join(label.text() for label in row.findChildren(PlainLabel)) for row in widgets if row is not None]

    def clear(self) -> None:
        """Takes all rows out."""
        clear_rows(self._rows)

    def add(self, words: str, number: str, role: Role = Role.INK, *, bold: bool = False) -> None:
        """Adds a row beneath the others."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        left, right = PlainLabel("", wraps=True), PlainLabel(number)
        left.say(words)
        palette = left.palette()
        palette.setColor(left.foregroundRole(), theme.colour(role))
        for label in (left, right):
            label.setPalette(palette)
            label.setFont(theme.interface_font(theme.TEXT_PX, bold=bold or label is right))
        line.addWidget(left, 1)
        line.addWidget(right)
        self._rows.addWidget(row)
