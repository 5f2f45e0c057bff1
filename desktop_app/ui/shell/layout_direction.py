"""Which way the interface runs: from the right where the workbook or the system is written that way."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication


def mirror_for(language: str) -> None:
    """Turns the window round for a workbook's language, an IETF tag; ``""`` when none is open."""
    from_right = Qt.LayoutDirection.RightToLeft
    is_mirrored = QLocale.system().textDirection() is from_right or (
        bool(language) and QLocale(language).textDirection() is from_right
    )
    QApplication.setLayoutDirection(from_right if is_mirrored else Qt.LayoutDirection.LeftToRight)
