"""Names of steps that depend on what is added, changed or chosen, as their keys in the catalog."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from desktop_app.model.records import CardKind, Stance
from desktop_app.wording.sentence import Sentence, say

_ADDED: Final[Mapping[CardKind, str]] = MappingProxyType(
    {
        CardKind.QUESTION: "step.add_question",
        CardKind.OPTION: "step.add_option",
        CardKind.CLAIM: "step.add_claim",
        CardKind.EVIDENCE: "step.add_evidence",
        CardKind.NOTE: "step.add_note",
    }
)
_CHANGED: Final[Mapping[CardKind, str]] = MappingProxyType(
    {
        CardKind.QUESTION: "step.change_to_question",
        CardKind.OPTION: "step.change_to_option",
        CardKind.CLAIM: "step.change_to_claim",
        CardKind.EVIDENCE: "step.change_to_evidence",
        CardKind.NOTE: "step.change_to_note",
    }
)


def adding(kind: CardKind) -> Sentence:
    """A card is added that is no pro or con."""
    return say(_ADDED[kind])


def adding_argument(stance: Stance, kind: CardKind = CardKind.CLAIM) -> Sentence:
    """A pro, a con or evidence is added."""
    if kind is CardKind.EVIDENCE:
        return say("step.add_evidence")
    return say("step.add_pro" if stance is Stance.SUPPORTS else "step.add_con")


def changing_to(kind: CardKind) -> Sentence:
    """A card becomes something else."""
    return say(_CHANGED[kind])


def turning(stance: Stance) -> Sentence:
    """An argument becomes a pro or a con."""
    return say("step.make_it_a_pro" if stance is Stance.SUPPORTS else "step.make_it_a_con")


def of_several(step: Sentence, chosen: Sequence[object]) -> Sentence:
    """A step on several cards at once says how many."""
    return step if len(chosen) == 1 else say("step.several", step=step, count=len(chosen))
