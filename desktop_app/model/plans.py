"""Plans: what a text says should be made, before it is made. `formats` writes them, `edits.pasting` carries them out.

Flat lists with indices instead of nesting, so that a deep text needs no recursion.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.model.records import CardKind, SectionKind, Stance
from desktop_app.wording.sentence import Sentence


class PlannedLink(StrEnum):
    """How a planned card hangs on its parent."""

    ROOT = "root"  # on nothing
    UNDER = "under"  # an option under its question, a note under any card
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    JOINED = "joined"  # a further premise of its parent's argument: holds only together with it
    UNDERCUTS = "undercuts"  # speaks against the argument by which its parent hangs

    @classmethod
    def of(cls, stance: Stance) -> "PlannedLink":
        """How a pro or a con hangs."""
        return cls.SUPPORTS if stance is Stance.SUPPORTS else cls.OPPOSES

    @property
    def stance(self) -> Stance | None:
        """The side it takes on its parent; None: it is no pro or con of it."""
        return {PlannedLink.SUPPORTS: Stance.SUPPORTS, PlannedLink.OPPOSES: Stance.OPPOSES}.get(self)


@dataclass(frozen=True, slots=True)
class PlannedCitation:
    """A source a planned card cites, by its key."""

    key: str
    quote: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """One card to be made and how it hangs.

    Attributes:
        parent: index of the parent in `Plan.cards`, always smaller than its own; None hangs it where the
            plan is pasted.
        uses: index of an earlier card that serves again here instead of a new one (`=label` in the grammar);
            then text, notes, plausibility and citations are empty.
        importance: of the argument it makes, 0…1.
        criterion: name of the criterion its argument speaks to.
    """

    kind: CardKind
    text: str
    link: PlannedLink
    parent: int | None = None
    notes: str = ""
    plausibility: float | None = None
    importance: float | None = None
    criterion: str | None = None
    citations: tuple[PlannedCitation, ...] = ()
    uses: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedCriterion:
    """A criterion to be made, unless the map has one of that name."""

    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A part of the brief; `body` in the fixed subset of Markdown."""

    title: str
    body: str
    kind: SectionKind = SectionKind.WORDS


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """A source to be made, unless the workbook has one of that key."""

    key: str
    title: str
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a text asks for. `notices` say what was taken as plain text or left out, and why."""

    cards: tuple[PlannedCard, ...] = ()
    criteria: tuple[PlannedCriterion, ...] = ()
    sections: tuple[PlannedSection, ...] = ()
    sources: tuple[PlannedSource, ...] = ()
    notices: tuple[Sentence, ...] = field(default=())
