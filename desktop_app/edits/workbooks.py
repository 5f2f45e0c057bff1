"""The workbook as a whole."""

from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID
from desktop_app.model.records import Workbook
from desktop_app.wording.sentence import say


def rename_workbook(document: Document, title: str) -> None:
    """Gives the workbook another title."""
    with document.transaction(say("step.rename_workbook")):
        document.change(document.get(Workbook, WORKBOOK_ID), title=title)


def set_author(document: Document, author: str) -> None:
    """Says who wrote the workbook."""
    with document.transaction(say("step.set_author")):
        document.change(document.get(Workbook, WORKBOOK_ID), author=author)


def set_language(document: Document, language: str) -> None:
    """Sets the language of the workbook's words, an IETF tag such as ``en`` or ``uk``."""
    with document.transaction(say("step.set_language")):
        document.change(document.get(Workbook, WORKBOOK_ID), language=language)
