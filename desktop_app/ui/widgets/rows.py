"""Rows: what stands beside each other where there is room, and lists of rows that are filled anew.

Old rows of a list go at once, so that nothing flashes or overlaps.
"""

from PySide6.QtWidgets import QBoxLayout, QLayout

from desktop_app.ui.widgets import theme


def beside() -> QBoxLayout:
    """A row; in room size, where little stands beside anything, a column."""
    way = QBoxLayout.Direction.TopToBottom if theme.is_room() else QBoxLayout.Direction.LeftToRight
    return QBoxLayout(way)


def clear_rows(rows: QLayout) -> None:
    """Takes all widgets out of a layout and lets go of them."""
    while (item := rows.takeAt(0)) is not None:
        row = item.widget()
        if row is not None:
            row.hide()
            row.deleteLater()
