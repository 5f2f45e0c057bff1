"""What a brief still lacks, as prompts for the screen. They never print: an empty section is absent on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.briefing.content.arranging import printed_sections
from desktop_app.formats.markup import parse_body
from desktop_app.model.ids import MapId, SectionId
from desktop_app.model.reads import Records, brief, criteria, option_letters, perspectives, sources
from desktop_app.model.records import Argument, Section, SectionKind
from desktop_app.wording.sentence import say, text


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to be written or set.

    Attributes:
        kind: of the section it belongs to; None for the document as a whole.
        section: the section, where it is in the file; else None.
        words: what is missing and what to do, in a sentence.
    """

    kind: SectionKind | None
    section: SectionId | None
    words: str


_NEEDS_RECOMMENDATION = say("missing.sign")


def missing(records: Records, map_id: MapId, preset: str | None = None) -> tuple[Prompt, ...]:
    """What is missing from the brief of a map, in the order of its sections.

    Args:
        records: the workbook.
        map_id: the map.
        preset: name of a form to be laid out anew; None takes the brief's own, as its author arranged it.
    """
    brief_record = brief(records, map_id)
    form, arranged = printed_sections(records, map_id, preset)
    prompts = [prompt for section in arranged for prompt in _of_section(records, map_id, section, arranged)]
    if brief_record is None or not brief_record.date:
        prompts.append(Prompt(None, None, text("missing.date")))
    if SectionKind.SIGNATURES in form.sections and (brief_record is None or not brief_record.decision_by):
        prompts.append(Prompt(None, None, text("missing.decision_by")))
    return tuple(prompts)


def _of_section(records: Records, map_id: MapId, section: Section, arranged: Sequence[Section]) -> Iterator[Prompt]:
    words = _words(records, map_id, section, arranged)
    if words:
        yield Prompt(section.kind, section.id or None, words)


def _words(records: Records, map_id: MapId, section: Section, arranged: Sequence[Section]) -> str:
    match section.kind:
        case SectionKind.RECOMMENDATION:
            return "" if parse_body(section.body) else text("missing.recommendation")
        case SectionKind.WORDS:
            return "" if parse_body(section.body) else text("missing.words", title=section.title)
        case SectionKind.SIGNATURES:
            opening = [item for item in arranged if item.kind is SectionKind.RECOMMENDATION]
            return "" if any(parse_body(item.body) for item in opening) else str(_NEEDS_RECOMMENDATION)
        case _:
            return _of_drawn(records, map_id, section.kind)


def _of_drawn(records: Records, map_id: MapId, kind: SectionKind) -> str:
    """What the map lacks for a part that is drawn from it."""
    match kind:
        case SectionKind.OPTIONS if not option_letters(records, map_id):
            return text("missing.options")
        case SectionKind.MATRIX if not criteria(records, map_id):
            return text("missing.criteria")
        case SectionKind.ARGUMENTS if not records.has_referring(Argument, "map", map_id):
            return text("missing.arguments")
        case SectionKind.PERSPECTIVES if not perspectives(records, map_id):
            return text("missing.perspectives")
        case SectionKind.SOURCES if not sources(records):
            return text("missing.sources")
        case _:
            return ""
