"""What work beside the window gets of the workbook: a copy that nobody changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.briefing.content.arranging import PROPOSED, printed_sections
from desktop_app.edits import sections
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.log import LogEntry
from desktop_app.model.records import Section, SectionKind
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.weighing.results import Results


@dataclass(frozen=True, slots=True)
class BriefSnapshot:
    """Everything a brief is made of; nobody else has the records.

    Attributes:
        records: of the workbook.
        map_id: of the map.
        results: what it adds up to.
        log: what was done, for minutes.
    """

    records: Document
    map_id: MapId
    results: Results
    log: Sequence[LogEntry]


# A section and its words as they are while they are being written.
SectionDraft = tuple[Section, str]


def snapshot(shown: ShownMap, draft: SectionDraft | None = None) -> BriefSnapshot:
    """The shown map, what it adds up to, and what was done where the brief says so.

    Raises:
        StoreError: what was done cannot be read.
    """
    document, map_id = shown.document, shown.map_id
    copy = Document(document.records())
    if draft is not None:
        section, body = draft
        if copy.find(Section, section.id) is not None:
            sections.write_section(copy, section.id, title=section.title, body=body)
        elif section.id == PROPOSED:
            sections.set_recommendation(copy, map_id, body)
    _, sections_printed = printed_sections(copy, map_id)
    has_minutes = any(section.kind is SectionKind.MINUTES for section in sections_printed)
    log = shown.session.log() if has_minutes else ()
    return BriefSnapshot(copy, map_id, shown.session.results(map_id), log)
