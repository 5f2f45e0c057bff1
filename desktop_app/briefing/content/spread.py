"""A number of the results as whole numbers, rounded once for every format, to be calculated with."""

from dataclasses import dataclass
from typing import Self

from desktop_app.weighing.criteria.totals import Total
from desktop_app.wording.rounding import whole


@dataclass(frozen=True, slots=True)
class WholeSpread:
    """A number, and from where to where it may lie.

    Attributes:
        low: the least it may be, by all that is in doubt.
        likely: the number; None where missing scores leave it open.
        high: the most it may be, by all that is in doubt.
        least: what it is with missing scores at 0; the number itself where none is missing.
        most: what it is with missing scores at 100.
    """

    low: int
    likely: int | None
    high: int
    least: int
    most: int

    @classmethod
    def of_total(cls, total: Total) -> Self:
        """That of an option's total."""
        likely = None if total.likely is None else whole(total.likely)
        return cls(whole(total.low), likely, whole(total.high), whole(total.least), whole(total.most))

    @classmethod
    def within(cls, low: float, likely: float, high: float) -> Self:
        """That of a score that is in doubt."""
        return cls(whole(low), whole(likely), whole(high), whole(likely), whole(likely))

    @classmethod
    def exactly(cls, value: float) -> Self:
        """That of a number without doubt."""
        return cls.within(value, value, value)
