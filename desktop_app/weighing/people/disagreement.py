"""How far people are apart, as numbers (WEIGHING 4). Pure statistics on what they said."""

import math
import statistics
from collections.abc import Sequence
from itertools import combinations
from typing import Final

# Variance of half the people at 0 and half at 100.
_MOST_APART: Final = 2_500.0


def standard_deviation(values: Sequence[float]) -> float:
    """√ mean (x − x̄)², of everybody asked."""
    return statistics.pstdev(values)


def polarisation(values: Sequence[float]) -> float:
    """Variance on a scale 0…100 as a share of the largest there is: 0 all equal, 1 half at either end."""
    return statistics.pvariance(values) / _MOST_APART


def agreement(frequencies: Sequence[float]) -> float | None:
    """Agreement A of van der Eijk (2001) on an ordered scale: 1 one level, 0 even over all, −1 split at the ends.

    Args:
        frequencies: how many chose each level, in order; at least three levels.

    Returns:
        None when nobody chose.
    """
    rest, total = list(frequencies), sum(frequencies)
    if total <= 0:
        return None
    overall = 0.0
    while sum(rest) > 0:
        # A layer: as much of every level still used as the least used of them has.
        height = min(level for level in rest if level > 0)
        pattern = [level > 0 for level in rest]
        overall += height * sum(pattern) / total * _agreement_of_layer(pattern)
        rest = [level - height if level > 0 else 0.0 for level in rest]
    return overall


def kendall_w(ranks: Sequence[Sequence[float]]) -> float | None:
    """Kendall's W with its correction for ties: 0 no accord, 1 all rank alike.

    Args:
        ranks: by person, of the same things; things that share a place have its mean rank.

    Returns:
        None with fewer than two people or things, or when everybody ties everything.
    """
    people = len(ranks)
    things = len(ranks[0]) if ranks else 0
    if people < 2 or things < 2:
        return None
    sums = [math.fsum(person[thing] for person in ranks) for thing in range(things)]
    mean = math.fsum(sums) / things
    spread = math.fsum((total - mean) ** 2 for total in sums)
    ties = sum(_ties(person) for person in ranks)
    most = people * people * (things**3 - things) - people * ties
    return 12 * spread / most if most > 0 else None


def _agreement_of_layer(pattern: Sequence[bool]) -> float:
    levels, used = len(pattern), sum(pattern)
    if used == 1:
        return 1.0
    one_peak = two_peaks = 0
    for left, middle, right in combinations(pattern, 3):
        one_peak += (left and middle and not right) + (not left and middle and right)
        two_peaks += left and not middle and right
    unimodality = 1.0
    if one_peak + two_peaks:
        unimodality = ((levels - 2) * one_peak - (levels - 1) * two_peaks) / ((levels - 2) * (one_peak + two_peaks))
    return unimodality * (1 - (used - 1) / (levels - 1))


def _ties(person: Sequence[float]) -> int:
    return sum(count**3 - count for count in (list(person).count(rank) for rank in set(person)))
