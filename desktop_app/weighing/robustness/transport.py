"""The least weight that must change hands for another option to draw level (DEPTH 1.4).

Weight goes from the criteria on which the leader gains most to the one on which it gains least: a fractional knapsack,
and so exact. Locked weights stay.
"""

import math
from dataclasses import dataclass

from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.table import ScoreTable


@dataclass(frozen=True, slots=True)
class Move:
    """The least move of weight at which a rival draws level.

    Attributes:
        leader: who comes first; at its worst where a score of the pair is missing.
        rival: who draws level.
        to: the criterion that receives.
        donors: criteria and the share of all weight each gives, 0…1, largest gain of the leader first.
        lead: of the leader, in points; what the move takes away.
        givers: every criterion that could give, in the order of the donors: its share of all weight, and how much of
            the lead goes with all the weight there is.
        is_worst: whether a score of the pair is missing.
    """

    leader: int
    rival: int
    to: int
    donors: tuple[tuple[int, float], ...]
    lead: float
    givers: tuple[tuple[int, float, float], ...]
    is_worst: bool

    @property
    def share(self) -> float:
        """How much weight changes hands, 0…1."""
        return sum(share for _, share in self.donors)


def least_move(table: ScoreTable, leader: int, rival: int, *, with_locks: bool) -> Move | None:
    """The least move of weight that lets a rival draw level with who comes first.

    Args:
        table: of the options in play.
        leader: comes first for certain.
        rival: any other.
        with_locks: whether locked weights stay.

    Returns:
        None when no move does it.
    """
    places = range(len(table.weights))
    gains = [table.bounds(leader, place)[0] - table.bounds(rival, place)[1] for place in places]
    free = [place for place in places if not (with_locks and table.locked[place])]
    lead = sum(weight * gain for weight, gain in zip(table.weights, gains, strict=True))
    if not free:
        return None
    to = min(free, key=lambda place: (gains[place], place))
    ordered = sorted(free, key=lambda place: (-gains[place], place))
    givers = tuple(
        (place, table.weights[place], gains[place] - gains[to])
        for place in ordered
        if gains[place] > gains[to] and table.weights[place] > 0
    )
    donors: list[tuple[int, float]] = []
    left = lead
    for place, weight, worth in givers:
        given = min(weight, left / worth)
        if left > NOISE:
            donors.append((place, given))
            left -= given * worth
    if left > NOISE or not donors:
        return None
    is_worst = any(
        table.cells[option][place] is None for option in (leader, rival) for place in {*table.counted, *free}
    )
    return Move(leader, rival, to, tuple(donors), lead, givers, is_worst)


def nearest_move(table: ScoreTable, leader: int, *, with_locks: bool = True) -> Move | None:
    """The least move over all rivals; None when no rival has one."""
    moves = [
        least_move(table, leader, rival, with_locks=with_locks)
        for rival in range(len(table.options))
        if rival != leader
    ]
    return min((item for item in moves if item is not None), key=lambda item: (item.share, item.rival), default=None)


def whole_points(move: Move) -> tuple[float, tuple[tuple[int, float], ...]] | None:
    """How many of 100 points of weight change hands, and each donor's part, in numbers that can be said.

    Whole numbers; tenths where whole ones do not do it. No part is more than its donor has, and together they end the
    lead: what a part lacks to its exact size, the next donor gives.

    Returns:
        None where tenths do not do it either.
    """
    for steps in (1, 10):
        parts: list[tuple[int, float]] = []
        left = move.lead
        for place, weight, worth in move.givers:
            given = min(math.floor(100 * steps * weight + NOISE), math.ceil(100 * steps * left / worth - NOISE))
            if left > NOISE and given:
                parts.append((place, given if steps == 1 else given / steps))
                left -= given * worth / (100 * steps)
        if left <= NOISE:
            return sum(given for _, given in parts), tuple(parts)
    return None
