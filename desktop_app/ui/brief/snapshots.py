"""What work beside the window gets of the workbook: a copy that nobody changes."""

from typing import TYPE_CHECKING

from desktop_app.briefing.arranging import PROPOSED, printed
from desktop_app.edits import sections
from desktop_app.model.document import Document
from desktop_app.model.records import Section, SectionKind
from desktop_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.ui.brief.preview_job import Snapshot

# A section and its words as they are while they are being written.
Draft = tuple[Section, str]


def snapshot(workspace: Workspace, draft: Draft | None = None) -> "Snapshot":
    """The shown map, what it adds up to, and what was done where the brief says so.

    Raises:
        StoreError: what was done cannot be read.
    """
    # Fetched with the first preview, not with the window.
    from desktop_app.ui.brief.preview_job import Snapshot  # noqa: PLC0415

    document, map_id = workspace.document, workspace.map_id
    copy = Document(document.records())
    if draft is not None:
        section, body = draft
        if copy.find(Section, section.id) is not None:
            sections.write_section(copy, section.id, title=section.title, body=body)
        elif section.id == PROPOSED:
            sections.set_recommendation(copy, map_id, body)
    _, sections_printed = printed(copy, map_id)
    has_minutes = any(section.kind is SectionKind.MINUTES for section in sections_printed)
    log = workspace.session.log() if has_minutes else ()
    return Snapshot(copy, map_id, workspace.session.results(map_id), log)
