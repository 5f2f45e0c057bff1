"""Numbers as they are shown: whole, halves away from zero, signed with a real minus. Nothing is computed from these."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_MINUS: Final = "\N{MINUS SIGN}"
# Two ways to the same total may differ in the sixteenth digit; they must not round apart.
_NOISE_DIGITS: Final = 9


def whole(value: float) -> int:
    """The nearest whole number, halves away from zero."""
    return int(Decimal(round(value, _NOISE_DIGITS)).to_integral_value(ROUND_HALF_UP))


def signed(value: float) -> str:
    """The whole number with its sign: "+21", "−3"; zero has none."""
    rounded = whole(value)
    if rounded < 0:
        return f"{_MINUS}{-rounded}"
    return f"+{rounded}" if rounded else "0"


def tenth(value: float) -> str:
    """The number with one decimal, halves away from zero: "69.4", "−0.1"; a real minus."""
    rounded = Decimal(str(round(value, _NOISE_DIGITS))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:.1f}".replace("-", _MINUS) if rounded else "0.0"


def percent(share: float) -> str:
    """A share of 1 as whole percents: "37 %"; never 0 % or 100 % unless it is exactly that."""
    rounded = whole(100 * share)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"
