"""The workbook as a whole."""

from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID
from desktop_app.model.records import Workbook


def rename_workbook(document: Document, title: str) -> None:
    """Gives the workbook another title."""
    with document.transaction("Rename workbook"):
        document.change(document.get(Workbook, WORKBOOK_ID), title=title)


def set_author(document: Document, author: str) -> None:
    """Says who wrote the workbook."""
    with document.transaction("Set author"):
        document.change(document.get(Workbook, WORKBOOK_ID), author=author)


def set_language(document: Document, language: str) -> None:
    """Sets the language of the workbook's words, an IETF tag such as ``en`` or ``uk``."""
    with document.transaction("Set language"):
        document.change(document.get(Workbook, WORKBOOK_ID), language=language)
