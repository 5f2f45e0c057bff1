"""Briefs on paper, from content that a test composed."""

from pathlib import Path

from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.exporting import ExportReport
from desktop_app.briefing.formats import Cancelled, never, silent
from desktop_app.briefing.pages.pdf import typeset_pdf
from desktop_app.briefing.put_in_place import replace_file


def export_pdf(
    content: BriefContent, path: Path, *, attachment: bytes | None = None, cancelled: Cancelled = never
) -> ExportReport:
    """Writes a brief as PDF."""
    made = typeset_pdf(content, attachment=attachment, cancelled=cancelled, progress=silent)
    replace_file(path, made.content)
    return ExportReport(made.standards, made.notices)
