"""What a link is called on screen: relative to the card directly above, in a sign and words (MODEL "Words")."""

from dataclasses import dataclass
from typing import Final

from desktop_app.model.reads import Records, premises_of
from desktop_app.model.records import Argument, Card, CardKind, Premise, Stance

PLUS: Final = "+"
MINUS: Final = "\N{MINUS SIGN}"
QUOTE: Final = "\N{HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT}"

IMPORTANCE_WORDS: Final = ("not relevant", "minor", "moderate", "major", "decisive")
PLAUSIBILITY_WORDS: Final = ("very unlikely", "unlikely", "even", "likely", "very likely")
# WEIGHING 1.4: the middle of each word's band.
PLAUSIBILITY_VALUES: Final = (0.1, 0.3, 0.5, 0.7, 0.9)
IMPORTANCE_VALUES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


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
    sign = PLUS if argument.stance is Stance.SUPPORTS else MINUS
    if argument.target_argument is not None:
        return LinkWords(MINUS, f"Not relevant: the {_role(records.get(Argument, argument.target_argument))}")
    target = records.get(Card, argument.target_card or 0)
    above = _argument_above(records, target)
    supports = argument.stance is Stance.SUPPORTS
    if supports and _is_evidence(records, argument):
        words = "Evidence" if above is None else f"Evidence for the {_role(above)}"
        return LinkWords(QUOTE, words)
    if above is None:
        return LinkWords(sign, "Pro" if supports else "Con")
    verb = "Strengthens" if supports else "Answers"
    return LinkWords(sign, f"{verb} the {_role(above)}")


def importance_word(importance: float | None) -> str:
    """The nearest of the five words, or that it is not weighed."""
    if importance is None:
        return "not weighed"
    return IMPORTANCE_WORDS[round(importance * 4)]


def plausibility_word(plausibility: float | None) -> str:
    """The word whose band holds the value (WEIGHING 1.4: 5–20, 20–45, 45–55, 55–80, 80–95 %)."""
    if plausibility is None:
        return "not weighed"
    for word, upper in zip(PLAUSIBILITY_WORDS, (0.2, 0.45, 0.55, 0.8), strict=False):
        if plausibility < upper or (word == "even" and plausibility == upper):
            return word
    return PLAUSIBILITY_WORDS[-1]


def _role(argument: Argument) -> str:
    return "pro" if argument.stance is Stance.SUPPORTS else "con"


def _argument_above(records: Records, card: Card) -> Argument | None:
    """The argument by which a card serves; None for what stands by itself."""
    served = [records.get(Argument, premise.argument) for premise in records.referring(Premise, "card", card.id)]
    return min(served, key=lambda argument: (argument.rank, argument.id)) if served else None


def _is_evidence(records: Records, argument: Argument) -> bool:
    premises = premises_of(records, argument.id)
    return bool(premises) and records.get(Card, premises[0].card).kind is CardKind.EVIDENCE
