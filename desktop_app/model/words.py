"""What a link is called on screen: relative to the card directly above, in a sign and words (MODEL "Words")."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.model.kinds import KINDS, MINUS, PLUS, QUOTE, STANCES
from desktop_app.model.reads import Records, premises_of
from desktop_app.model.records import Argument, Card, CardKind, Premise, Stance
from desktop_app.wording.sentence import say, text

# As the grammar of texts has them, in any language.
IMPORTANCE_WORDS: Final = ("not relevant", "minor", "moderate", "major", "decisive")
# WEIGHING 1.4: the middle of each word's band.
PLAUSIBILITY_VALUES: Final = (0.1, 0.3, 0.5, 0.7, 0.9)
IMPORTANCE_VALUES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


class Does(StrEnum):
    """What a link does to what stands above it."""

    STRENGTHENS = "strengthens"
    ANSWERS = "answers"
    EVIDENCE = "evidence"
    NOT_RELEVANT = "not_relevant"


_KEYS: Final = {
    Does.STRENGTHENS: "link.strengthens",
    Does.ANSWERS: "link.answers",
    Does.EVIDENCE: "link.evidence",
    Does.NOT_RELEVANT: "link.not_relevant",
}
_IMPORTANCE_KEYS: Final = (
    "importance.not_relevant",
    "importance.minor",
    "importance.moderate",
    "importance.major",
    "importance.decisive",
)
# WEIGHING 1.4: each word with the end of its band.
_PLAUSIBILITY_KEYS: Final = (
    ("plausibility.very_unlikely", 0.2),
    ("plausibility.unlikely", 0.45),
    ("plausibility.even", 0.55),
    ("plausibility.likely", 0.8),
    ("plausibility.very_likely", 1.0),
)


@dataclass(frozen=True, slots=True)
class LinkWords:
    """How a link is named: a sign and words ("−", "Answers the con")."""

    sign: str
    words: str


def link_words(records: Records, argument: Argument) -> LinkWords:
    """What an argument does to the card above it.

    On an option, a question or a free-standing claim it is simply a pro or a con; deeper down it answers or
    strengthens the pro or con above; evidence is named as such; an undercut says "not relevant".
    """
    above = _argument_above(records, records.get(Card, argument.target_card)) if argument.target_card else None
    sign, does, side = link_role(records, argument, above)
    if side is None:
        naming = KINDS[CardKind.EVIDENCE] if does is Does.EVIDENCE else STANCES[argument.stance]
        return LinkWords(sign, str(naming.label))
    return LinkWords(sign, text(_KEYS[does], side=say("link.side.pro" if side == "pro" else "link.side.con")))


def link_role(records: Records, argument: Argument, above: Argument | None) -> tuple[str, Does, str | None]:
    """What an argument does where it stands: a sign, what, and to which side.

    Args:
        records: the workbook.
        argument: the link.
        above: by which the card it bears on hangs there, since a card may serve twice; None: that stands by itself.

    Returns:
        The side is "pro" or "con"; None where it bears on what stands by itself.
    """
    if argument.target_argument is not None:
        return MINUS, Does.NOT_RELEVANT, _role(records.get(Argument, argument.target_argument))
    supports = argument.stance is Stance.SUPPORTS
    side = None if above is None else _role(above)
    if supports and _is_evidence(records, argument):
        return QUOTE, Does.EVIDENCE, side
    return (PLUS, Does.STRENGTHENS, side) if supports else (MINUS, Does.ANSWERS, side)


def importance_word(importance: float | None) -> str:
    """The nearest of the five words, or that it is not weighed."""
    if importance is None:
        return text("not_weighed")
    return text(_IMPORTANCE_KEYS[round(importance * 4)])


def plausibility_word(plausibility: float | None) -> str:
    """The word whose band holds the value (WEIGHING 1.4: 5–20, 20–45, 45–55, 55–80, 80–95 %)."""
    if plausibility is None:
        return text("not_weighed")
    for key, upper in _PLAUSIBILITY_KEYS:
        if plausibility < upper or (key == "plausibility.even" and plausibility == upper):
            return text(key)
    return text(_PLAUSIBILITY_KEYS[-1][0])


def _role(argument: Argument) -> str:
    return STANCES[argument.stance].role


def _argument_above(records: Records, card: Card) -> Argument | None:
    """The argument by which a card serves; None for what stands by itself."""
    served = [records.get(Argument, premise.argument) for premise in records.referring(Premise, "card", card.id)]
    return min(served, key=lambda argument: (argument.rank, argument.id)) if served else None


def _is_evidence(records: Records, argument: Argument) -> bool:
    premises = premises_of(records, argument.id)
    return bool(premises) and records.get(Card, premises[0].card).kind is CardKind.EVIDENCE
