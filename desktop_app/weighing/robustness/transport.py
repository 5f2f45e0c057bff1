"""The least weight that must change hands for another option to draw level (DEPTH 1.4).

Weight goes from the criteria on which the leader gains most to the one on which it gains least: a fractional knapsack,
and so exact. Locked weights stay.
"""

from dataclasses import dataclass

from desktop_app.weighing.criteria import NOISE
from desktop_app.weighing.robustness.table import ScoreTable


@dataclass(frozen=True, slots=True)
class Move:
    """The least move of weight at which a rival draws level.

    Attributes:
        leader: who comes first; at its worst where a score of the pair is missing.
        rival: who draws level.
        to: the criterion that receives.
        donors: criteria and the share of all weight each gives, 0…1, largest gain of the leader first.
        is_worst: whether a score of the pair is missing.
    """

    leader: int
    rival: int
    to: int
    donors: tuple[tuple[int, float], ...]
    is_worst: bool

    @property
    def share(self) -> float:
        """How much weight changes hands, 0…1."""
        return sum(share for _, share in self.donors)


def least_move(table: ScoreTable, leader: int, rival: int, *, with_locks: bool = True) -> Move | None:
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
    donors: list[tuple[int, float]] = []
    left = lead
    for place in sorted(free, key=lambda place: (-gains[place], place)):
        worth = gains[place] - gains[to]
        if left <= NOISE or worth <= 0:
            break
        given = min(table.weights[place], left / worth)
        if given > 0:
            donors.append((place, given))
            left -= given * worth
    if left > NOISE or not donors:
        return None
    is_worst = any(
        table.cells[option][place] is None for option in (leader, rival) for place in {*table.counted, *free}
    )
    return Move(leader, rival, to, tuple(donors), is_worst)


def nearest_move(table: ScoreTable, leader: int, *, with_locks: bool = True) -> Move | None:
    """The least move over all rivals; None when no rival has one."""
    found = [
        least_move(table, leader, rival, with_locks=with_locks)
        for rival in range(len(table.options))
        if rival != leader
    ]
    return min((item for item in found if item is not None), key=lambda item: (item.share, item.rival), default=None)


def whole_points(move: Move) -> tuple[int, tuple[tuple[int, int], ...]]:
    """How many of 100 points of weight change hands, rounded up, and each donor's part by largest remainder."""
    exact = [(place, 100 * share) for place, share in move.donors]
    total = _ceiling(sum(share for _, share in exact))
    parts = {place: int(share + NOISE) for place, share in exact}
    by_remainder = sorted(exact, key=lambda item: (-(item[1] - parts[item[0]]), item[0]))
    for place, _ in by_remainder[: total - sum(parts.values())]:
        parts[place] += 1
    return total, tuple((place, parts[place]) for place, _ in exact if parts[place])


def _ceiling(value: float) -> int:
    return -int(-(value - NOISE) // 1)
