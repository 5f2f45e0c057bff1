"""One weight from 0 to 100 while the others keep their proportions: totals as lines, and who is on top where.

WEIGHING 2.3. An option that misses a score has two lines, the least and the most it can have; between them lies a band.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.weighing.criteria.standing import Interval, Standing
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.table import ScoreTable

# A stretch shorter than this is a point: lines that only touch turn nothing.
_A_POINT: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """The least and the most an option's total can be while the weight runs; both straight.

    Attributes:
        option: its place in the table.
        at_zero: with the weight at 0.
        at_one: with the weight at 1.
    """

    option: int
    at_zero: Interval
    at_one: Interval

    @property
    def is_certain(self) -> bool:
        """Whether it is one line."""
        return self.at_zero[0] == self.at_zero[1] and self.at_one[0] == self.at_one[1]

    def at(self, share: float) -> Interval:
        """Least and most where the weight has this share, 0…1."""
        low, high = ((1 - share) * zero + share * one for zero, one in zip(self.at_zero, self.at_one, strict=True))
        return low, high


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one share of the weight to another, 0…1; longer than a point."""

    low: float
    high: float

    def holds(self, share: float) -> bool:
        """Whether it reaches over a share."""
        return self.low - NOISE <= share <= self.high + NOISE


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one weight, or the weights of a branch together, decide.

    Attributes:
        criteria: places in the table of what is swept: one, or a branch together.
        now: the share as it is, 0…1.
        lines: of every option, in the order of the table.
        certain: by option, where it is on top (nobody's total is higher) whatever is missing.
        possible: by option, where it may be.
    """

    criteria: tuple[int, ...]
    now: float
    lines: tuple[Line, ...]
    certain: tuple[Stretch | None, ...]
    possible: tuple[Stretch | None, ...]

    @property
    def criterion(self) -> int:
        """The place of what is swept, or of the first of it."""
        return self.criteria[0]

    def is_always_on_top(self, option: int) -> bool:
        """Whether an option is on top for certain whatever the weight is."""
        held = self.certain[option]
        return held is not None and held.low == 0 and held.high == 1


@dataclass(frozen=True, slots=True)
class Turn:
    """Another option on top than now, if the weight lay on another stretch.

    Attributes:
        options: who is; more than one only where their totals are the same there.
        certain: where they are for certain; None: nowhere, or on a stretch that holds now.
        possible: where they may be, if that is more than `certain` and does not hold now.
    """

    sweep: Sweep
    options: tuple[int, ...]
    certain: Stretch | None
    possible: Stretch | None

    @property
    def distance(self) -> float:
        """How far the weight would have to move, 0…1."""
        stretch = self.possible or self.certain
        assert stretch is not None
        return max(stretch.low - self.sweep.now, self.sweep.now - stretch.high)


def sweep(table: ScoreTable, *criteria: int) -> Sweep | None:
    """Sweeps the weight of one criterion, or of several as a branch.

    Where none of the others has a weight, they count alike; the same within a branch without any.

    Returns:
        None when fewer than two options are in play, nothing is left beside what is swept, or somebody who stands
        outside has a score on it: with some weight on it they would be in play.
    """
    rest = [place for place in range(len(table.criteria)) if place not in criteria]
    if len(table.options) < 2 or not rest or not criteria or set(criteria) & set(table.uncounted):
        return None
    at_zero, at_one = (table.totals(_only(table.weights, places)) for places in (rest, criteria))
    lines = tuple(Line(place, *pair) for place, pair in enumerate(zip(at_zero, at_one, strict=True)))
    return Sweep(
        criteria,
        min(1.0, sum(table.weights[place] for place in criteria)),
        lines,
        certain=tuple(_stretch(line, lines, 0, 1) for line in lines),
        possible=tuple(_stretch(line, lines, 1, 0) for line in lines),
    )


def _only(weights: Sequence[float], places: Sequence[int]) -> list[float]:
    among = sum(weights[place] for place in places)
    shares = [0.0] * len(weights)
    for place in places:
        shares[place] = weights[place] / among if among > NOISE else 1 / len(places)
    return shares


def sweeps(table: ScoreTable) -> tuple[Sweep, ...]:
    """The sweep of every criterion, in order."""
    by_criterion = [sweep(table, place) for place in range(len(table.criteria))]
    return tuple(item for item in by_criterion if item is not None)


def turns(swept: Sweep, now: Standing) -> tuple[Turn, ...]:
    """Where another option than now is on top, or may be, nearest first.

    Options that are level with the first now turn nothing: they are on top as much as it is.
    """
    options_by_stretches: dict[tuple[Stretch | None, Stretch | None], list[int]] = {}
    for option in range(len(swept.lines)):
        is_first = option == now.first and now.comes_first
        if is_first or (option != now.first and now.is_level(option, now.first)):
            continue
        certain, possible = swept.certain[option], swept.possible[option]
        if possible is None or (certain is not None and certain.holds(swept.now)):
            continue
        if possible.holds(swept.now) or (certain is not None and _is_same(certain, possible)):
            possible = None
        if certain is not None or possible is not None:
            options_by_stretches.setdefault((certain, possible), []).append(option)
    made = [Turn(swept, tuple(options), *stretches) for stretches, options in options_by_stretches.items()]
    return tuple(sorted(made, key=lambda item: (item.distance, item.options)))


def _is_same(one: Stretch, other: Stretch) -> bool:
    return abs(one.low - other.low) <= NOISE and abs(one.high - other.high) <= NOISE


def _stretch(line: Line, lines: Sequence[Line], own: int, others: int) -> Stretch | None:
    """Where one end (0 least, 1 most) of a line is at least the given end of all others; None where at most a point."""
    low, high = 0.0, 1.0
    for other in lines:
        if other is line:
            continue
        zero, one = line.at_zero[own] - other.at_zero[others], line.at_one[own] - other.at_one[others]
        zero, one = (0.0 if abs(end) <= NOISE else end for end in (zero, one))
        if zero >= 0 and one >= 0:
            continue
        if zero <= 0 and one <= 0:
            return None
        crossing = zero / (zero - one)
        low, high = (max(low, crossing), high) if one > 0 else (low, min(high, crossing))
    return Stretch(low, high) if high - low > _A_POINT else None
