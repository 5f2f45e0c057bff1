"""How far people are apart about one number, in words: the number as its kind is read, and whether they agree."""

from typing import Final

from desktop_app.model.words import IMPORTANCE_VALUES, importance_word, plausibility_word
from desktop_app.weighing.people.group import Spread, SubjectKind
from desktop_app.wording.sentence import Percent, Sentence, Whole, say, text

# A standard deviation of 10 and of 25 of 100 points, as polarisation.
_AGREES: Final = 0.04
_SPREADS: Final = 0.25


def value_words(kind: SubjectKind, value: float) -> Sentence:
    """A number 0…100 as its kind is read: "major", "likely, 70 %", "22 %", "85"."""
    share = value / 100
    if kind is SubjectKind.IMPORTANCE:
        word = importance_word(share)
        is_level = share in IMPORTANCE_VALUES
        return say("value", value=word) if is_level else say("value.importance", word=word, value=Whole(value))
    if kind is SubjectKind.PLAUSIBILITY:
        return say("value.plausibility", word=plausibility_word(share), share=Percent(share))
    return say("value", value=Percent(share) if kind is SubjectKind.WEIGHT else Whole(value))


def accord_words(polarisation: float) -> Sentence:
    """Whether people agree, by how polarised they are."""
    if polarisation < _AGREES:
        return say("accord.close")
    return say("accord.some" if polarisation < _SPREADS else "accord.split")


def spread_words(kind: SubjectKind, spread: Spread) -> Sentence:
    """How many said something, the middle, half of them and whether they agree.

    "6 say · middle: between moderate and major · half: minor to major · some spread".
    """
    low, high = (middle_words(kind, end) for end in spread.middle_half)
    middle, accord = middle_words(kind, spread.median), accord_words(spread.polarisation)
    if low == high:
        return say("spread.level", count=spread.count, middle=middle, half=low, accord=accord)
    return say("spread", count=spread.count, middle=middle, low=low, high=high, accord=accord)


def middle_words(kind: SubjectKind, value: float) -> Sentence:
    """As `value_words`; an importance between two levels is named so: "between moderate and major"."""
    share = value / 100
    if kind is not SubjectKind.IMPORTANCE or share in IMPORTANCE_VALUES:
        return value_words(kind, value)
    above = next(place for place, level in enumerate(IMPORTANCE_VALUES) if level > share)
    return say("value.between", below=_importance(above - 1), above=_importance(above))


def scale_words(kind: SubjectKind) -> tuple[tuple[float, str], ...]:
    """The ends of a kind's scale, and what lies between, as (place 0…100, word)."""
    if kind is SubjectKind.IMPORTANCE:
        return tuple((100 * value, importance_word(value)) for value in IMPORTANCE_VALUES)
    if kind is SubjectKind.PLAUSIBILITY:
        return ((0.0, text("scale.false")), (50.0, text("plausibility.even")), (100.0, text("scale.true")))
    if kind is SubjectKind.WEIGHT:
        return ((0.0, "0 %"), (50.0, "50 %"), (100.0, text("scale.all_weight")))
    return ((0.0, text("scale.worst")), (50.0, "50"), (100.0, text("scale.best")))


def _importance(level: int) -> str:
    return importance_word(IMPORTANCE_VALUES[level])
