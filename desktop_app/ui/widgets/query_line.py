"""A line whose text is no part of a workbook: a search, or the question of a page that makes one later."""

from PySide6.QtWidgets import QLineEdit


class QueryLine(QLineEdit):
    """A line that only asks. Whatever a workbook holds is written in fields with a `TextCommit`."""
