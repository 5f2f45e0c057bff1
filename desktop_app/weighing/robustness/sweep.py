"""One weight from 0 to 100 while the others keep their proportions: totals as lines, and where the lead changes.

WEIGHING 2.3. On complete tables only: an option with a missing score has no line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.weighing.robustness.table import ScoreTable

# Two crossings nearer than this are one.
_APART: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Line:
    """The total of an option while the weight runs; straight.

    Attributes:
        option: its place in the table.
        at_zero: total with the weight at 0.
        at_one: total with the weight at 1.
    """

    option: int
    at_zero: float
    at_one: float

    def at(self, share: float) -> float:
        """The total where the weight has this share, 0…1."""
        return (1 - share) * self.at_zero + share * self.at_one


@dataclass(frozen=True, slots=True)
class Lead:
    """A stretch of the weight, 0…1, in which one option leads."""

    option: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sweep:
    """What one weight, or the weights of a branch together, decide.

    Attributes:
        criteria: places in the table of what is swept.
        now: the share as it is, 0…1.
        lines: of every option, in the order of the table.
        leads: from 0 to 1 without a gap; where they meet the lead changes.
    """

    criteria: tuple[int, ...]
    now: float
    lines: tuple[Line, ...]
    leads: tuple[Lead, ...]

    @property
    def switches(self) -> tuple[float, ...]:
        """The shares at which the lead changes, ascending."""
        return tuple(lead.low for lead in self.leads[1:])

    @property
    def stable(self) -> Lead:
        """The stretch around the weight as it is in which the leader stays."""
        held = [lead for lead in self.leads if lead.low <= self.now <= lead.high]
        # On a switch two leads hold; the leader is whoever comes first in the table.
        return min(held, key=lambda lead: lead.option)


def sweep(table: ScoreTable, criteria: Sequence[int]) -> Sweep | None:
    """Sweeps the weight of one criterion, or of several as a branch.

    Where none of the others has a weight, they count alike; the same within a branch without any.

    Returns:
        None when fewer than two options are complete, or nothing is left beside what is swept.
    """
    whole = table.complete()
    swept = tuple(sorted(set(criteria)))
    rest = [place for place in range(len(table.criteria)) if place not in swept]
    if len(whole.options) < 2 or not swept or not rest:
        return None
    ends = [_only(table.weights, places) for places in (rest, swept)]
    at_zero, at_one = (whole.totals(weights) for weights in ends)
    lines = tuple(Line(place, *pair) for place, pair in enumerate(zip(at_zero, at_one, strict=True)))
    now = min(1.0, sum(table.weights[place] for place in swept))
    return Sweep(swept, now, lines, _leads(lines))


def sweeps(table: ScoreTable) -> tuple[Sweep, ...]:
    """The sweep of every criterion, in order."""
    found = [sweep(table, (place,)) for place in range(len(table.criteria))]
    return tuple(item for item in found if item is not None)


def tie(one: Line, other: Line) -> float | None:
    """The share at which two lines meet; None when they do not, or lie on each other."""
    zero, end = one.at_zero - other.at_zero, one.at_one - other.at_one
    if zero == end or zero * end > 0:
        return None
    return zero / (zero - end)


def _only(weights: Sequence[float], places: Sequence[int]) -> list[float]:
    among = sum(weights[place] for place in places)
    shares = [0.0] * len(weights)
    for place in places:
        shares[place] = weights[place] / among if among > 0 else 1 / len(places)
    return shares


def _leads(lines: Sequence[Line]) -> tuple[Lead, ...]:
    """Who is on top, stretch by stretch: from the left, the line on top is left for the first that crosses it."""
    leads: list[Lead] = []
    low = 0.0
    top = max(lines, key=lambda line: (line.at_zero, line.at_one, -line.option))
    while True:
        steeper = [
            (share, -(line.at_one - line.at_zero), line.option)
            for line in lines
            if line.at_one - line.at_zero > top.at_one - top.at_zero + _APART
            and (share := tie(line, top)) is not None
            and low + _APART < share < 1 - _APART
        ]
        if not steeper:
            return (*leads, Lead(top.option, low, 1.0))
        high, _, following = min(steeper)
        leads.append(Lead(top.option, low, high))
        low, top = high, lines[following]
