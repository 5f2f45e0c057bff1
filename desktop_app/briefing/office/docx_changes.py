"""What changed between an earlier Word export and now, as blocks to be appended: lines added and lines removed."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml.etree import XMLSyntaxError

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.words import Words
from desktop_app.briefing.text.flow import FlowBlock, FlowHeading, FlowItem, Items, Span
from desktop_app.wording.sentence import say

_SHORTEST: Final = 4  # shorter lines are numbers and signs
_LARGEST: Final = 50_000_000


class PreviousUnreadableError(AppError):
    """The earlier export cannot be compared with."""

    default_code = "previous-unreadable"


def changes(current: WordDocument, previous: bytes, words: Words) -> tuple[FlowBlock, ...]:
    """A part that lists which lines are new and which are gone; nothing where the same is said.

    Args:
        current: what is said now.
        previous: the earlier .docx, as it was written or since edited.
        words: in the language of the brief.

    Raises:
        PreviousUnreadableError: it is no Word document.
    """
    heading = words["changes"]
    before, now = Counter(_lines(_opened(previous), heading)), Counter(_lines(current, heading))
    added, removed = now - before, before - now
    blocks: list[FlowBlock] = []
    for name, lines in ((words["added"], [*added]), (words["removed"], [*removed])):
        if lines:
            blocks += [FlowHeading(2, name), Items(tuple(FlowItem(0, (Span(line),)) for line in lines))]
    return (FlowHeading(1, heading), *blocks) if blocks else ()


def _opened(previous: bytes) -> WordDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(previous)) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size <= _LARGEST:
            return Document(io.BytesIO(previous))
    except (zipfile.BadZipFile, OpcError, XMLSyntaxError, KeyError, ValueError) as error:
        raise PreviousUnreadableError(
            say("error.export.earlier_no_docx"), say("remedy.name_file_that_was_exported_as_docx")
        ) from error
    raise PreviousUnreadableError(say("error.export.earlier_too_large"), say("remedy.name_another_file"))


def _lines(document: WordDocument, heading: str) -> Iterator[str]:
    """The text of a document, up to its own list of changes; what is too short to tell anything is left out."""
    every = [paragraph.text for paragraph in document.paragraphs]
    body = every[: every.index(heading)] if heading in every else every
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for text in (*body, *cells):
        line = " ".join(text.split())
        if len(line) >= _SHORTEST:
            yield line
