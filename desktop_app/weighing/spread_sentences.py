"""How far people are apart about one number, in words: the number as its kind is read, and whether they agree."""

from typing import Final

from desktop_app.model.words import IMPORTANCE_VALUES, IMPORTANCE_WORDS, importance_word, plausibility_word
from desktop_app.weighing.group import Spread, SubjectKind
from desktop_app.wording.rounding import percent, whole

# A standard deviation of 10 and of 25 of 100 points, as polarisation.
_AGREES: Final = 0.04
_SPREADS: Final = 0.25


def value_words(kind: SubjectKind, value: float) -> str:
    """A number 0…100 as its kind is read: "major", "likely, 70 %", "22 %", "85"."""
    if kind is SubjectKind.IMPORTANCE:
        share = value / 100
        word = importance_word(share)
        return word if share in IMPORTANCE_VALUES else f"{word} ({whole(value)})"
    if kind is SubjectKind.PLAUSIBILITY:
        return f"{plausibility_word(value / 100)}, {percent(value / 100)}"
    return percent(value / 100) if kind is SubjectKind.WEIGHT else str(whole(value))


def accord_words(polarisation: float) -> str:
    """Whether people agree, by how polarised they are."""
    if polarisation < _AGREES:
        return "close together"
    return "some spread" if polarisation < _SPREADS else "split"


def spread_words(kind: SubjectKind, spread: Spread) -> str:
    """How many said something, the middle, half of them and whether they agree.

    "6 say · middle: between moderate and major · half: minor to major · some spread".
    """
    low, high = spread.middle_half
    half = middle_words(kind, low) if low == high else f"{middle_words(kind, low)} to {middle_words(kind, high)}"
    middle = middle_words(kind, spread.median)
    return f"{spread.count} say · middle: {middle} · half: {half} · {accord_words(spread.polarisation)}"


def middle_words(kind: SubjectKind, value: float) -> str:
    """As `value_words`; an importance between two levels is named so: "between moderate and major"."""
    share = value / 100
    if kind is not SubjectKind.IMPORTANCE or share in IMPORTANCE_VALUES:
        return value_words(kind, value)
    above = next(place for place, level in enumerate(IMPORTANCE_VALUES) if level > share)
    return f"between {IMPORTANCE_WORDS[above - 1]} and {IMPORTANCE_WORDS[above]}"


def scale_words(kind: SubjectKind) -> tuple[tuple[float, str], ...]:
    """The ends of a kind's scale, and what lies between, as (place 0…100, word)."""
    if kind is SubjectKind.IMPORTANCE:
        return tuple((100 * value, word) for value, word in zip(IMPORTANCE_VALUES, IMPORTANCE_WORDS, strict=True))
    if kind is SubjectKind.PLAUSIBILITY:
        return ((0.0, "certainly false"), (50.0, "even"), (100.0, "certainly true"))
    if kind is SubjectKind.WEIGHT:
        return ((0.0, "0 %"), (50.0, "50 %"), (100.0, "100 % of all weight"))
    return ((0.0, "0: worst"), (50.0, "50"), (100.0, "100: best"))
