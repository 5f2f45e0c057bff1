"""Numbers as they are shown: whole, halves away from zero, signed with a real minus. Nothing is computed from these."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_MINUS: Final = "\N{MINUS SIGN}"
# Two ways to the same total may differ in the sixteenth digit; they must not round apart.
_NOISE_DIGITS: Final = 9


def whole(value: float) -> int:
    """The nearest whole number, halves away from zero."""
    return int(Decimal(round(value, _NOISE_DIGITS)).to_integral_value(ROUND_HALF_UP))


def signed(value: float, decimals: int = 0) -> str:
    """The number with its sign, whole or with one decimal: "+21", "−3", "+0.4"; zero has none."""
    shown = tenth(value) if decimals else _minus(whole(value))
    return shown if shown in {"0", "0.0"} or shown.startswith(_MINUS) else f"+{shown}"


def tenth(value: float) -> str:
    """The number with one decimal, halves away from zero: "69.4", "−0.1"; a real minus."""
    rounded = Decimal(str(round(value, _NOISE_DIGITS))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:.1f}".replace("-", _MINUS) if rounded else "0.0"


def range_text(low: float, high: float) -> str:
    """A number that may lie anywhere between two, whole: "37–70"; one number where both are shown alike."""
    ends = _minus(whole(low)), _minus(whole(high))
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def hundreds(shares: Sequence[float]) -> list[int]:
    """Shares that sum to 1 as counts of 100 trials, by largest remainder: they sum to 100, or less where shares tie.

    A share that is not nothing counts 1 at least, and one that is not everything 99 at most.
    """
    counts = [int(100 * share + 10**-_NOISE_DIGITS) for share in shares]
    counts = [max(count, 1) if share > 0 else 0 for count, share in zip(counts, shares, strict=True)]
    lacks = [100 * share - count for share, count in zip(shares, counts, strict=True)]
    order = sorted(range(len(shares)), key=lambda place: -lacks[place])
    missing = 100 - sum(counts)
    given, left = order[: max(missing, 0)], order[max(missing, 0) :]
    for place in given:
        # Of those whose shares tie none gets more than the others: three thirds are 33 each.
        if not any(abs(shares[place] - shares[other]) < 10**-_NOISE_DIGITS for other in left):
            counts[place] += 1
    for _ in range(-missing):
        # So many have next to nothing that those who have most make room for them.
        counts[max(range(len(counts)), key=counts.__getitem__)] -= 1
    return counts


def of_hundred(share: float) -> int:
    """A share of 1 as a count of 100 trials; 0 and 100 only where it is exactly that."""
    count = whole(100 * share)
    return min(max(count, 1), 99) if 0 < share < 1 else count


def percent(share: float) -> str:
    """A share of 1 as whole percents: "37 %"; never 0 % or 100 % unless it is exactly that."""
    rounded = whole(100 * share)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"


def _minus(number: int) -> str:
    return str(number).replace("-", _MINUS)
