"""Thresholds that are literally true: rounded away from where things stand, to the next number at which they hold."""

import math

from desktop_app.wording.sentence import Tenth, Whole

# Two ways to the same threshold may differ in the last digits.
_NOISE = 1e-9


def upwards(value: float, end: float, *, holds_at_end: bool = False) -> Whole | Tenth | None:
    """The next whole number from a threshold on; a tenth where that is the end of the scale.

    Args:
        value: from where on, or above which, something holds.
        end: of the scale.
        holds_at_end: whether it can be said of the end itself ("is 100"), and not only of what lies beyond a number.

    Returns:
        None where no number below the end does it.
    """
    whole = math.ceil(value - _NOISE)
    if whole < end:
        return Whole(whole)
    tenth = math.ceil(10 * (value - _NOISE)) / 10
    if tenth < end:
        return Tenth(tenth)
    return Whole(end) if holds_at_end and value <= end + _NOISE else None


def downwards(value: float, end: float, *, holds_at_end: bool = False) -> Whole | Tenth | None:
    """The same towards the lower end of a scale."""
    mirrored = upwards(-value, -end, holds_at_end=holds_at_end)
    return None if mirrored is None else type(mirrored)(-mirrored.value)


def least(value: float) -> Whole:
    """A bound for "at least": no more than the value."""
    return Whole(math.floor(value + _NOISE))


def most(value: float) -> Whole:
    """A bound for "at most": no less than the value."""
    return Whole(math.ceil(value - _NOISE))


def least_tenth(value: float) -> Tenth:
    """`least` to a tenth."""
    return Tenth(math.floor(10 * value + 10 * _NOISE) / 10)


def most_tenth(value: float) -> Tenth:
    """`most` to a tenth."""
    return Tenth(math.ceil(10 * value - 10 * _NOISE) / 10)
