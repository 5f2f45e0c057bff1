"""The switches of a section of the brief: what can be turned on or off in it. A section keeps only what was turned."""

from dataclasses import dataclass
from typing import Final

from desktop_app.model.records import Section, SectionKind
from desktop_app.wording.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class SectionSwitch:
    """Something a section can show or leave out.

    Attributes:
        name: in `Section.options`, there preceded by ``no-`` when it is turned off.
        says: what it is called on the screen.
        is_on: what it is by itself.
    """

    name: str
    says: Sentence
    is_on: bool

    @property
    def words(self) -> str:
        """The same in the active language."""
        return str(self.says)


LEAD: Final = SectionSwitch("lead", say("switch.lead"), is_on=True)
AGAINST: Final = SectionSwitch("against", say("switch.against"), is_on=True)
FACTS: Final = SectionSwitch("facts", say("switch.facts"), is_on=True)
REASONS: Final = SectionSwitch("reasons", say("switch.reasons"), is_on=True)
RANGES: Final = SectionSwitch("ranges", say("switch.ranges"), is_on=True)
HEAT: Final = SectionSwitch("heat", say("switch.heat"), is_on=True)
NOTES: Final = SectionSwitch("notes", say("switch.notes"), is_on=True)
STRONGEST: Final = SectionSwitch("strongest", say("switch.strongest"), is_on=False)
CHARTS: Final = SectionSwitch("charts", say("switch.charts"), is_on=True)
BRANCHES: Final = SectionSwitch("branches", say("switch.branches"), is_on=False)
POSTER: Final = SectionSwitch("poster", say("switch.poster"), is_on=False)
GRADES: Final = SectionSwitch("grades", say("switch.grades"), is_on=True)

SWITCHES: Final[dict[SectionKind, tuple[SectionSwitch, ...]]] = {
    SectionKind.RECOMMENDATION: (LEAD, AGAINST),
    SectionKind.OPTIONS: (REASONS, FACTS),
    SectionKind.MATRIX: (RANGES, HEAT),
    SectionKind.ARGUMENTS: (NOTES, STRONGEST),
    SectionKind.HANGS_ON: (CHARTS,),
    SectionKind.MAP: (BRANCHES, POSTER),
    SectionKind.SOURCES: (GRADES,),
}


def is_on(section: Section, switch: SectionSwitch) -> bool:
    """Whether a section has a switch on."""
    if f"no-{switch.name}" in section.options:
        return False
    return switch.is_on or switch.name in section.options


def turned(section: Section, switch: SectionSwitch, *, on: bool) -> tuple[str, ...]:
    """The options of the section with a switch turned; for `edits.sections.set_section_options`."""
    others = tuple(name for name in section.options if name not in {switch.name, f"no-{switch.name}"})
    if on == switch.is_on:
        return others
    return (*others, switch.name if on else f"no-{switch.name}")
