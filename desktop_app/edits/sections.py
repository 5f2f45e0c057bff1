"""The brief: its sections and how it is printed."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.edits.siblings import put_beside, rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import BriefId, MapId, SectionId
from desktop_app.model.ranks import ranks_after
from desktop_app.model.records import Brief, CitationStyle, Margins, Paper, Section, SectionKind
from desktop_app.wording.sentence import say


def add_section(
    document: Document, map_id: MapId, title: str, *, body: str = "", kind: SectionKind = SectionKind.WORDS
) -> Section:
    """Adds a part to the end of a map's brief."""
    with document.transaction(say("step.add_section")):
        rank = rank_at_end(reads.sections(document, map_id))
        new_id = SectionId(document.new_id(Section))
        return document.add(Section(new_id, map_id, kind, title, rank, body))


def write_section(document: Document, section_id: SectionId, *, title: str, body: str) -> None:
    """Writes the title and the own words of a section."""
    with document.transaction(say("step.edit_section")):
        document.change(document.get(Section, section_id), title=title, body=body)


def include_section(document: Document, section_id: SectionId, *, included: bool) -> None:
    """Prints a section, or leaves it out and keeps its words."""
    with document.transaction(say("step.include_section" if included else "step.leave_section_out")):
        document.change(document.get(Section, section_id), included=included)


def move_section(document: Document, section_id: SectionId, *, beside: SectionId, before: bool) -> None:
    """Puts a section directly before or after another."""
    with document.transaction(say("step.move_section")):
        section = document.get(Section, section_id)
        put_beside(document, section_id, reads.sections(document, section.map), beside, before=before)


def delete_section(document: Document, section_id: SectionId) -> None:
    """Deletes a section with its words."""
    with document.transaction(say("step.delete_section")):
        document.delete(document.get(Section, section_id))


def set_section_options(document: Document, section_id: SectionId, options: Sequence[str]) -> None:
    """Turns the switches of a section (`briefing/content/switches` knows their names)."""
    with document.transaction(say("step.change_section")):
        document.change(document.get(Section, section_id), options=tuple(options))


def settle_sections(document: Document, map_id: MapId, arranged: Sequence[Section], *, preset: str = "") -> None:
    """Keeps an arrangement of the brief: its order, what is printed, and a record for what was only proposed.

    Args:
        document: the workbook.
        map_id: the map.
        arranged: the sections in their order (see `arranging`); those not in the file yet are added.
        preset: the form of the brief they are for; empty leaves it as it is.
    """
    with document.transaction(say("step.arrange_brief")):
        if preset:
            set_up_brief(document, map_id, preset=preset)
        for wanted, rank in zip(arranged, ranks_after(None, len(arranged)), strict=True):
            existing = document.find(Section, wanted.id)
            if existing is None:
                new_id = SectionId(document.new_id(Section))
                document.add(replace(wanted, id=new_id, map=map_id, rank=rank))
            else:
                document.change(existing, rank=rank, included=wanted.included, options=wanted.options)


def set_recommendation(document: Document, map_id: MapId, body: str) -> None:
    """Writes the recommendation, in the author's words; it stands first in the brief."""
    with document.transaction(say("step.edit_recommendation")):
        ordered = reads.sections(document, map_id)
        for section in ordered:
            if section.kind is SectionKind.RECOMMENDATION:
                document.change(section, body=body)
                return
        added = add_section(document, map_id, "Recommendation", body=body, kind=SectionKind.RECOMMENDATION)
        if ordered:
            move_section(document, added.id, beside=ordered[0].id, before=True)


def begin_brief(document: Document, map_id: MapId) -> None:
    """Makes the brief of a map where it has none; it speaks the language of the workbook."""
    if reads.brief(document, map_id) is None:
        set_up_brief(document, map_id, language=reads.workbook(document).language)


def set_up_brief(
    document: Document,
    map_id: MapId,
    *,
    preset: str | None = None,
    paper: Paper | None = None,
    language: str | None = None,
    author: str | None = None,
    organisation: str | None = None,
    date: str | None = None,
    classification: str | None = None,
    decision_by: str | None = None,
    numbers: bool | None = None,
    margins: Margins | None = None,
    citations: CitationStyle | None = None,
    logo: str | None = None,
) -> None:
    """Sets how a map is printed and what its title page says; None leaves a field as it is."""
    given = {
        "preset": preset,
        "paper": paper,
        "language": language,
        "author": author,
        "organisation": organisation,
        "date": date,
        "classification": classification,
        "decision_by": decision_by,
        "numbers": numbers,
        "margins": margins,
        "citations": citations,
        "logo": logo,
    }
    with document.transaction(say("step.set_up_brief")):
        brief = reads.brief(document, map_id) or document.add(Brief(BriefId(document.new_id(Brief)), map_id))
        changed = {name: value for name, value in given.items() if value is not None}
        document.change(brief, **changed)
