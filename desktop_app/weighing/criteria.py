"""Criteria: weights normalised, weighted totals with ranges, and places in the ranking. Pure arithmetic on numbers.

Missing scores are intervals, never middle scores (WEIGHING 2.4). Scales are fixed, so that adding an option never
changes another's total.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.weighing.numbers import Doubt
from desktop_app.wording.rounding import whole


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


def weighted_total(shares: Sequence[float], scores: Sequence[Doubt | None]) -> Total | None:
    """The weighted sum of scores.

    Args:
        shares: normalised weights.
        scores: one per criterion, 0…100; None where it is missing or not known.

    Returns:
        None when no score is known on a criterion that counts.
    """
    counting = [(share, score) for share, score in zip(shares, scores, strict=True) if share > 0]
    known = [(share, score) for share, score in counting if score is not None]
    if not known:
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
    """Places by value, higher is better; values that round alike share a place.

    Args:
        intervals: least and most of each option, the same where it is certain.
    """
    rounded = [(whole(least), whole(most)) for least, most in intervals]
    return [
        Rank(
            best=1 + sum(1 for other_least, _ in rounded if other_least > most),
            worst=1 + sum(1 for place, (_, other_most) in enumerate(rounded) if place != own and other_most > least),
        )
        for own, (least, most) in enumerate(rounded)
    ]


def scores_disagree(score: float, argued: float) -> bool:
    """Whether a score and what its arguments add up to are on opposite sides of 50 and at least 20 apart."""
    return (score - 50) * (argued - 50) < 0 and abs(score - argued) >= 20
