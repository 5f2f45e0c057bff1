"""Fractional ranks: texts ordered by code point, between any two of which another fits.

A rank is one or more of `0-9A-Za-z` and never ends in `0`, so there is always room before it. Inserting or
moving one sibling changes that sibling only.
"""

from typing import Final

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE: Final = len(_DIGITS)
_STEP: Final = 4
# Appending steps by a few so that later insertions stay short.


def is_rank(text: str) -> bool:
    """Whether a text is a well-formed rank."""
    return bool(text) and text[-1] != "0" and all(character in _VALUE for character in text)


def rank_between(before: str | None, after: str | None) -> str:
    """A rank strictly between two ranks; None stands for the open end.

    Raises:
        ValueError: `before` does not sort before `after`.
    """
    if before is not None and after is not None and before >= after:
        message = f"no rank fits between {before!r} and {after!r}"
        raise ValueError(message)
    if after is None:
        return _after(before)
    return _midpoint(before or "", after)


def ranks_after(before: str | None, count: int) -> list[str]:
    """`count` ascending ranks, all after `before`."""
    ranks: list[str] = []
    last = before
    for _ in range(count):
        last = _after(last)
        ranks.append(last)
    return ranks


def _after(before: str | None) -> str:
    """A rank after `before` that grows in length only every dozen or so appends."""
    if before is None:
        return _DIGITS[_STEP]
    for place in range(len(before)):
        value = _VALUE[before[place]] + _STEP
        if value < _BASE:
            return before[:place] + _DIGITS[value]
    return before + _DIGITS[_STEP]


def _midpoint(low: str, high: str) -> str:
    prefix: list[str] = []
    place = 0
    bounded = True
    while True:
        floor = _VALUE[low[place]] if place < len(low) else 0
        ceiling = _VALUE[high[place]] if bounded and place < len(high) else _BASE
        if ceiling - floor > 1:
            prefix.append(_DIGITS[(floor + ceiling) // 2])
            return "".join(prefix)
        prefix.append(_DIGITS[floor])
        if ceiling != floor:
            # From here on only the lower bound counts.
            bounded = False
        place += 1
