"""Finds the workbook that a brief carries along, in a PDF that may come from a stranger."""

import io
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from desktop_app.base.errors import AppError
from desktop_app.briefing.pages.pdf import ATTACHMENT
from desktop_app.wording.sentence import say

_LARGEST: Final = 300_000_000  # bytes


class AttachmentMissingError(AppError):
    """A PDF carries no workbook."""

    default_code = "no-attachment"


def attached_workbook(document: bytes, name: str) -> str:
    """The JSON of the workbook that was attached to a brief.

    Args:
        document: the PDF.
        name: of its file, for what is said.

    Raises:
        AttachmentMissingError: it is no PDF, or no workbook is attached to it.
    """
    try:
        attachments = (
            PdfReader(io.BytesIO(document)).attachments.get(ATTACHMENT, []) if len(document) <= _LARGEST else []
        )
        texts = [content.decode("utf-8") for content in attachments]
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, OSError, RecursionError) as error:
        # The library meets a stranger's bytes; each of these is its way of saying that they make no sense.
        raise AttachmentMissingError(say("error.export.no_pdf", name=name), say("remedy.export_it_again")) from error
    if not texts:
        raise AttachmentMissingError(
            say("error.export.nothing_attached", name=name), say("remedy.export_brief_with_workbook_attached")
        )
    return texts[0]
