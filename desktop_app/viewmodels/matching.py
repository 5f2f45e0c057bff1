"""How well typed letters fit a name. Pure; knows no things that are named."""

from typing import Final

_START: Final = 400
_WORD_START: Final = 300
_INSIDE: Final = 200
_SPREAD: Final = 100


def fit(typed: str, name: str) -> int | None:
    """How well typed letters fit a name; more is better, None is not at all.

    Every typed word must be found. One that begins the name fits best, then one that begins a word, then one inside
    a word, then letters that stand in the name in this order; a short name fits better than a long one.

    Args:
        typed: lower case (casefolded).
        name: likewise.
    """
    score = 0
    for word in typed.split():
        part = _fit_word(word, name)
        if part is None:
            return None
        score += part
    return score - min(len(name), 80)


def _fit_word(word: str, name: str) -> int | None:
    if name.startswith(word):
        return _START
    at = name.find(word)
    while at > 0:
        if not name[at - 1].isalnum():
            return _WORD_START
        later = name.find(word, at + 1)
        if later < 0:
            return _INSIDE
        at = later
    return _fit_letters(word, name)


def _fit_letters(word: str, name: str) -> int | None:
    """Letters in order, each at the next place: the fewer letters lie between, the better."""
    at, first = -1, -1
    for letter in word:
        at = name.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return max(1, _SPREAD - (at - first + 1 - len(word)))
