"""How options stand to one another when each has a value or a range of values: who comes first, who may, who cannot.

Totals 0…100 and leanings -100…100 alike. Every sentence about a lead starts from here, so that none of them speaks of
some options as if they were all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.weighing.criteria.totals import Rank, is_ahead, ranks

Interval = tuple[float, float]
_DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """Options that have a value, by their places; at least one.

    Attributes:
        intervals: least and most of each, the same where it is certain. Those of different options are free of each
            other.
        ranks: best and worst place of each.
        first: who comes first, or is likeliest to: of those that may, the one with the largest middle.
        rival: of the others the one that may have most; None where there is no other.
    """

    intervals: tuple[Interval, ...]
    ranks: tuple[Rank, ...]
    first: int
    rival: int | None

    @property
    def comes_first(self) -> bool:
        """Whether `first` comes first for certain, alone or level with others."""
        return self.ranks[self.first].worst == 1

    @property
    def is_alone(self) -> bool:
        """Whether `first` comes first for certain and is a point ahead of everybody."""
        return sum(rank.best == 1 for rank in self.ranks) == 1

    @property
    def may(self) -> tuple[int, ...]:
        """Who may come first, the likeliest before the others."""
        return tuple(sorted((place for place, rank in enumerate(self.ranks) if rank.best == 1), key=self._order))

    @property
    def is_certain(self) -> bool:
        """Whether every value is known."""
        return all(least == most for least, most in self.intervals)

    def lead(self, one: int, other: int) -> Interval:
        """The least and the most by which one is ahead of another."""
        (least, most), (other_least, other_most) = self.intervals[one], self.intervals[other]
        return least - other_most, most - other_least

    def is_level(self, one: int, other: int) -> bool:
        """Whether two are less than a point apart, whatever is missing."""
        low, high = self.lead(one, other)
        return not is_ahead(high, 0.0) and not is_ahead(-low, 0.0)

    def _order(self, place: int) -> tuple[float, int]:
        return _falling(sum(self.intervals[place])), place


def _falling(total: float) -> float:
    """A key that puts high totals first, and keeps those alike that only differ by how they were added up."""
    return -round(total, _DIGITS)


def standing(intervals: Sequence[Interval]) -> Standing | None:
    """How options stand; None without any."""
    if not intervals:
        return None
    placed = tuple(ranks(intervals))
    everybody = range(len(intervals))
    first = min(
        (place for place in everybody if placed[place].best == 1), key=lambda p: (_falling(sum(intervals[p])), p)
    )
    rival = min(
        (place for place in everybody if place != first), key=lambda p: (_falling(intervals[p][1]), p), default=None
    )
    return Standing(tuple(intervals), placed, first, rival)
