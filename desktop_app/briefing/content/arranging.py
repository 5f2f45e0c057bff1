"""Which sections a brief has and in which order: what its author arranged, completed by what the preset proposes."""

from dataclasses import replace
from typing import Final

from desktop_app.briefing.content.presets import Preset, preset_named, preset_or_default
from desktop_app.model.ids import MapId, SectionId
from desktop_app.model.reads import Records, brief, sections
from desktop_app.model.records import Section, SectionKind

# The id of sections that are proposed and not in the file; it is never written.
PROPOSED: Final = SectionId(0)


def arrangement(records: Records, map_id: MapId, preset: Preset) -> tuple[Section, ...]:
    """All sections of a map's brief as its author arranged them, those left out too (`included` says which print).

    Their order holds, and a drawn section that they never touched stands where the form has it.

    Args:
        records: the workbook.
        map_id: the map.
        preset: the form of the brief, in which the author ticked and moved its sections.
    """
    stored = sections(records, map_id)
    present = {section.kind for section in stored}
    kinds = preset.sections
    middle = kinds.index(SectionKind.WORDS) if SectionKind.WORDS in kinds else len(kinds)
    before, after = (
        [_drawn(map_id, kind) for kind in part if kind not in present and kind is not SectionKind.WORDS]
        for part in (kinds[:middle], kinds[middle:])
    )
    opening = [section for section in stored[:1] if section.kind is SectionKind.RECOMMENDATION]
    return (*opening, *before, *stored[len(opening) :], *after)


def laid_out(records: Records, map_id: MapId, preset: Preset) -> tuple[Section, ...]:
    """All sections of a map's brief in a form that is taken anew: its sections print in its order, the others do not.

    What was ticked belongs to the form it was ticked in. Words, titles and switches are kept.

    Args:
        records: the workbook.
        map_id: the map.
        preset: the form.
    """
    stored = sections(records, map_id)
    included: list[Section] = []
    for kind in preset.sections:
        same = [replace(section, included=True) for section in stored if section.kind is kind]
        included += same or ([] if kind is SectionKind.WORDS else [_drawn(map_id, kind)])
    others = [replace(section, included=False) for section in stored if section.kind not in preset.sections]
    return (*included, *others)


def printed_sections(records: Records, map_id: MapId, preset: str | None = None) -> tuple[Preset, tuple[Section, ...]]:
    """The form of a map's brief, and the sections that it prints in their order.

    Args:
        records: the workbook.
        map_id: the map.
        preset: name of a form to be laid out anew; None takes the brief's own, as its author arranged it.

    Raises:
        PresetMissingError: no form has that name.
    """
    if preset is not None:
        form = preset_named(preset)
        every = laid_out(records, map_id, form)
    else:
        brief_record = brief(records, map_id)
        form = preset_or_default("" if brief_record is None else brief_record.preset)
        every = arrangement(records, map_id, form)
    return form, tuple(section for section in every if section.included)


def _drawn(map_id: MapId, kind: SectionKind) -> Section:
    return Section(id=PROPOSED, map=map_id, kind=kind, title="", rank="")
