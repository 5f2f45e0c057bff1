"""Lists of rows that are filled anew: the old rows go at once, so that nothing flashes or overlaps."""

from PySide6.QtWidgets import QLayout


def clear_rows(rows: QLayout) -> None:
    """Takes all widgets out of a layout and lets go of them."""
    while (item := rows.takeAt(0)) is not None:
        row = item.widget()
        if row is not None:
            row.hide()
            row.deleteLater()
