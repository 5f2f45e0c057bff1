"""Which sections a brief has and in which order: what its author arranged, completed by what the preset proposes."""

from dataclasses import replace
from typing import Final

from desktop_app.briefing.presets import Preset
from desktop_app.model.ids import MapId, SectionId
from desktop_app.model.reads import Records, brief, sections
from desktop_app.model.records import Section, SectionKind

# The id of sections that are proposed and not in the file; it is never written.
PROPOSED: Final = SectionId(0)


def arrangement(records: Records, map_id: MapId, preset: Preset) -> tuple[Section, ...]:
    """All sections of a map's brief in order, those that are left out too (`included` says which print).

    In the form that the author chose, their order holds, and a drawn section they never touched stands where the
    preset has it. In another form the preset's order holds for everything.

    Args:
        records: the workbook.
        map_id: the map.
        preset: the form.
    """
    stored = sections(records, map_id)
    chosen = brief(records, map_id)
    if chosen is not None and chosen.preset != preset.name:
        return _proposed(map_id, preset, stored)
    return _completed(map_id, preset, stored)


def _proposed(map_id: MapId, preset: Preset, stored: list[Section]) -> tuple[Section, ...]:
    found: list[Section] = []
    for kind in preset.sections:
        same = [section for section in stored if section.kind is kind]
        found += same or ([] if kind is SectionKind.WORDS else [_drawn(map_id, kind)])
    others = [replace(section, included=False) for section in stored if section not in found]
    return (*found, *others)


def _completed(map_id: MapId, preset: Preset, stored: list[Section]) -> tuple[Section, ...]:
    present = {section.kind for section in stored}
    kinds = preset.sections
    middle = kinds.index(SectionKind.WORDS) if SectionKind.WORDS in kinds else len(kinds)
    before, after = (
        [_drawn(map_id, kind) for kind in part if kind not in present and kind is not SectionKind.WORDS]
        for part in (kinds[:middle], kinds[middle:])
    )
    opening = [section for section in stored[:1] if section.kind is SectionKind.RECOMMENDATION]
    return (*opening, *before, *stored[len(opening) :], *after)


def _drawn(map_id: MapId, kind: SectionKind) -> Section:
    return Section(id=PROPOSED, map=map_id, kind=kind, title="", rank="")
