"""Two options against each other, and the single scores that matter: points, tornado, ties (WEIGHING 2.3).

On complete tables only; options and criteria by their places in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.weighing.robustness.table import ScoreTable

_HALVINGS: Final = 200
# Two ways to the same total may differ in the last digits.
_NOISE: Final = 1e-9
_FARTHEST: Final = 1e12


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """How one option beats another.

    Attributes:
        points: by criterion, weight · (score of one − score of the other); they add up to the difference.
        difference: of the totals.
    """

    one: int
    other: int
    points: tuple[float, ...]
    difference: float


@dataclass(frozen=True, slots=True)
class Bar:
    """How far doubt about one criterion can move a total, or the difference of two: from `low` to `high` points."""

    criterion: int
    low: float
    high: float

    @property
    def span(self) -> float:
        """The length of the bar."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class ScoreTie:
    """The score at which an option ties with another, all else as it is.

    Attributes:
        needed: 0…100; None when no score on this criterion does it.
    """

    option: int
    criterion: int
    now: float
    needed: float | None


@dataclass(frozen=True, slots=True)
class WeightChange:
    """The smallest change of all weights together that lets two options tie.

    Attributes:
        weights: normalised, at the tie.
        shifted: points of 100 that change hands: half the sum of all changes.
    """

    leader: int
    rival: int
    weights: tuple[float, ...]
    shifted: float


def head_to_head(table: ScoreTable, one: int, other: int) -> HeadToHead:
    """Compares two options criterion by criterion."""
    rows = table.likely()
    points = tuple(
        weight * (mine - theirs) for weight, mine, theirs in zip(table.weights, rows[one], rows[other], strict=True)
    )
    return HeadToHead(one, other, points, sum(points))


def tornado(table: ScoreTable, one: int, other: int | None = None) -> tuple[Bar, ...]:
    """The bars of an option's total, or of its lead over another, longest first.

    Where doubt touches all options alike, both scores of a pair move together; else each to its own worst end.
    """
    bars = []
    for place, weight in enumerate(table.weights):
        mine = table.cells[one][place]
        theirs = None if other is None else table.cells[other][place]
        assert mine is not None
        falls, rises = mine.low - mine.likely, mine.high - mine.likely
        if theirs is not None and table.shared[place]:
            ends = sorted((falls - (theirs.low - theirs.likely), rises - (theirs.high - theirs.likely)))
            # Between the ends the two may part and meet again; at the likely value nothing moves.
            falls, rises = min(0.0, ends[0]), max(0.0, ends[1])
        elif theirs is not None:
            falls, rises = falls - (theirs.high - theirs.likely), rises - (theirs.low - theirs.likely)
        bars.append(Bar(place, weight * falls, weight * rises))
    return tuple(sorted(bars, key=lambda bar: (-bar.span, bar.criterion)))


def score_ties(table: ScoreTable, option: int, other: int) -> tuple[ScoreTie, ...]:
    """For each criterion, the score of `option` at which it ties with `other`."""
    totals, row = table.totals(), table.likely()[option]
    gap = totals[other] - totals[option]
    found = []
    for place, (weight, now) in enumerate(zip(table.weights, row, strict=True)):
        needed = now + gap / weight if weight > 0 else None
        if needed is not None:
            needed = min(max(needed, 0.0), 100.0) if -_NOISE <= needed <= 100 + _NOISE else None
        found.append(ScoreTie(option, place, now, needed))
    return tuple(found)


def smallest_weight_change(table: ScoreTable, leader: int, rival: int) -> WeightChange | None:
    """The weights nearest to the stated ones (by the sum of squares) at which a rival ties with the leader.

    No weight goes below 0: the ones that would stay there and the others are solved again, here as the projection on
    the simplex of weights along the difference of the scores.

    Returns:
        None when no weights do it: the leader is better on every criterion.
    """
    rows = table.likely()
    differences = [mine - theirs for mine, theirs in zip(rows[leader], rows[rival], strict=True)]
    if min(differences) > 0 or max(differences) < 0:
        return None
    low, high = _bracket(table.weights, differences)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _lead(_along(table.weights, differences, middle), differences) > 0:
            high = middle
        else:
            low = middle
    weights = _along(table.weights, differences, low)
    shifted = 50 * sum(abs(new - old) for new, old in zip(weights, table.weights, strict=True))
    return WeightChange(leader, rival, weights, shifted)


def nearest_turn(table: ScoreTable) -> WeightChange | None:
    """The smallest change of weights that lets any rival tie with the leader; None when none does."""
    leader = table.leader()
    if leader is None:
        return None
    found = [smallest_weight_change(table, leader, rival) for rival in range(len(table.options)) if rival != leader]
    return min((item for item in found if item is not None), key=lambda item: (item.shifted, item.rival), default=None)


def _lead(weights: Sequence[float], differences: Sequence[float]) -> float:
    return sum(weight * difference for weight, difference in zip(weights, differences, strict=True))


def _bracket(weights: Sequence[float], differences: Sequence[float]) -> tuple[float, float]:
    """How far to go along the differences for a lead of at most 0, and of more than 0 or as near as there is."""
    low, high = 0.0, 0.0
    step = 1e-4
    while _lead(_along(weights, differences, low), differences) > 0 and step < _FARTHEST:
        low, step = -step, step * 2
    step = 1e-4
    while _lead(_along(weights, differences, high), differences) <= 0 and step < _FARTHEST:
        high, step = step, step * 2
    return low, high


def _along(weights: Sequence[float], differences: Sequence[float], distance: float) -> tuple[float, ...]:
    """The weights nearest to `weights` + distance · differences that are none below 0 and sum to 1."""
    moved = [weight + distance * difference for weight, difference in zip(weights, differences, strict=True)]
    ordered = sorted(moved, reverse=True)
    together, level = 0.0, 0.0
    for count, value in enumerate(ordered, start=1):
        together += value
        if value - (together - 1) / count > 0:
            level = (together - 1) / count
    return tuple(max(0.0, value - level) for value in moved)
