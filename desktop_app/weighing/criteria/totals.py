"""Criteria: weights normalised, weighted totals with ranges, and places in the ranking. Pure arithmetic on numbers.

Missing scores are intervals, never middle scores (WEIGHING 2.4). Scales are fixed, so that adding an option never
changes another's total.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.weighing.numbers import Doubt

# Values less than this apart are level, in points of 100.
LEVEL: Final = 1.0
# Two ways to the same total may differ in the last digits.
NOISE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Total:
    """What an option's scores add up to, 0…100, from unrounded weights and scores.

    Attributes:
        low: every score at its low end, missing ones at 0.
        likely: every score at its likely value; None when one that counts is missing.
        high: every score at its high end, missing ones at 100.
        least: known scores at their likely value, missing ones at 0.
        most: known scores at their likely value, missing ones at 100.
    """

    low: float
    likely: float | None
    high: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in the ranking, 1 is first; best and worst differ where missing scores leave it open."""

    best: int
    worst: int

    @property
    def is_certain(self) -> bool:
        """Whether missing scores cannot move it."""
        return self.best == self.worst


def normalised(weights: Sequence[float]) -> list[float]:
    """Weights that sum to 1; all 0 when none of them counts."""
    whole_weight = math.fsum(weights)
    if whole_weight == 0:
        return [0.0] * len(weights)
    return [weight / whole_weight for weight in weights]


def weighted_total(
    shares: Sequence[float], scores: Sequence[Doubt | None], *, is_in_play: bool = False
) -> Total | None:
    """The weighted sum of scores.

    Args:
        shares: normalised weights.
        scores: one per criterion, 0…100; None where it is missing or not known.
        is_in_play: the option is compared although no score of it is known: it may come to anything.

    Returns:
        None when no score is known on a criterion that counts, or no criterion counts.
    """
    counting = [(share, score) for share, score in zip(shares, scores, strict=True) if share > 0]
    known = [(share, score) for share, score in counting if score is not None]
    if not known and not (is_in_play and counting):
        return None
    low = math.fsum(share * score.low for share, score in known)
    likely = math.fsum(share * score.likely for share, score in known)
    high = math.fsum(share * score.high for share, score in known)
    missing = 100 * math.fsum(share for share, score in counting if score is None)
    return Total(
        low=low,
        likely=None if missing else likely,
        high=high + missing,
        least=likely,
        most=likely + missing,
    )


def ranks(intervals: Sequence[tuple[float, float]]) -> list[Rank]:
    """Places by value, higher is better; an option stands behind another only if it is a full point less.

    A distance, not a rounding border: best = 1 + the number of options that are a point ahead for certain, worst =
    1 + the number that may be. Totals and leanings alike.

    Args:
        intervals: least and most of each option, the same where it is certain.
    """
    return [
        Rank(
            best=1 + sum(1 for other_least, _ in intervals if is_ahead(other_least, most)),
            worst=1 + sum(1 for place, (_, other) in enumerate(intervals) if place != own and is_ahead(other, least)),
        )
        for own, (least, most) in enumerate(intervals)
    ]


def is_ahead(one: float, other: float) -> bool:
    """Whether one value is at least a point more than another, unrounded; less apart they are level."""
    return one - other >= LEVEL - NOISE


def scores_disagree(score: float, argued: float) -> bool:
    """Whether a score and what its arguments add up to are on opposite sides of 50 and at least 20 apart."""
    return (score - 50) * (argued - 50) < 0 and abs(score - argued) >= 20
