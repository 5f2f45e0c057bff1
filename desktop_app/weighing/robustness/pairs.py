"""Two options against each other, and the single scores that matter: points, doubt, ties (WEIGHING 2.3, DEPTH 1.4).

Options and criteria by their places in the table. Missing scores are intervals: a difference is then one, too.
"""

from dataclasses import dataclass

from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.table import ScoreTable

_NOTHING: Interval = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """How one option stands against another.

    Attributes:
        points: by criterion, weight · (score of one − score of the other), least and most; they add up to the lead.
        lead: least and most by which one is ahead of the other.
        missing: criteria that count on which `one`, and on which `other`, has no known score.
    """

    one: int
    other: int
    points: tuple[Interval, ...]
    lead: Interval
    missing: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def is_certain(self) -> bool:
        """Whether neither misses a score that counts."""
        return not any(self.missing)


@dataclass(frozen=True, slots=True)
class DoubtBar:
    """How far doubt about one criterion can move a lead: from `low` to `high` points, 0 between them."""

    criterion: int
    low: float
    high: float

    @property
    def span(self) -> float:
        """The length of the bar."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Doubted:
    """What a lead is at the worst end of the doubt about one criterion.

    Attributes:
        puts_on_top: the lead is gone, ranges on that criterion take part in it, and could leave nobody with a higher
            total than the rival.
    """

    criterion: int
    rival: int
    lead: float
    puts_on_top: bool


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


def head_to_head(table: ScoreTable, one: int, other: int) -> HeadToHead:
    """Compares two options criterion by criterion."""
    points = []
    for place, weight in enumerate(table.weights):
        (least, most), (other_least, other_most) = table.bounds(one, place), table.bounds(other, place)
        points.append((weight * (least - other_most), weight * (most - other_least)))
    low, high = (sum(ends) for ends in zip(*points, strict=True))
    return HeadToHead(one, other, tuple(points), (low, high), (table.missing(one), table.missing(other)))


def doubt_bars(table: ScoreTable, one: int, other: int) -> tuple[DoubtBar, ...]:
    """How far the ranges of the scores move the least lead of one option over another, longest first.

    Where doubt touches all options alike, both scores of a pair move together; else each to its own worst end. A
    missing score moves the lead from its worst to its best end.
    """
    bars = []
    for place, weight in enumerate(table.weights):
        low, high = _shift(table, place, one, other)
        bars.append(DoubtBar(place, weight * low, weight * high))
    return tuple(sorted(bars, key=lambda bar: (-bar.span, bar.criterion)))


def worst_doubts(table: ScoreTable, first: int) -> tuple[Doubted, ...]:
    """The least lead of an option over every other at the worst end of each criterion's ranges, least first."""
    totals = table.totals()
    doubts = [
        Doubted(place, rival, lead, low < -NOISE and lead < -NOISE and _could_be_on_top(table, place, rival))
        for place in table.counted
        for rival in range(len(table.options))
        if rival != first
        for low, _ in (_shift(table, place, first, rival, with_missing=False),)
        for lead in (totals[first][0] - totals[rival][1] + table.weights[place] * low,)
    ]
    return tuple(sorted(doubts, key=lambda item: (item.lead, item.criterion, item.rival)))


def _could_be_on_top(table: ScoreTable, place: int, option: int) -> bool:
    """Whether nobody's total is higher than an option's at some ends of the ranges on one criterion."""
    totals = table.totals()

    def moved(one: int, end: str) -> float:
        cell = table.cells[one][place]
        return 0.0 if cell is None else table.weights[place] * (getattr(cell, end) - cell.likely)

    shared = (("low", "low"), ("likely", "likely"), ("high", "high"))
    for own, theirs in shared if table.shared[place] else (("high", "low"),):
        most = totals[option][1] + moved(option, own)
        others = (totals[other][0] + moved(other, theirs) for other in range(len(table.options)) if other != option)
        if all(most >= least - NOISE for least in others):
            return True
    return False


def holds_at_worst(table: ScoreTable, first: int) -> bool:
    """Whether an option is on top with every score at its worst end for it, missing ones too."""

    def total(option: int, missing: float, end: str) -> float:
        cells = zip(table.weights, table.cells[option], strict=True)
        return sum(weight * (missing if cell is None else getattr(cell, end)) for weight, cell in cells)

    worst = total(first, 0.0, "low")
    return all(worst >= total(rival, 100.0, "high") - NOISE for rival in range(len(table.options)) if rival != first)


def score_ties(table: ScoreTable, option: int, other: int) -> tuple[ScoreTie, ...]:
    """For each criterion that counts, the score of `option` at which it ties with `other`; neither misses a score."""
    totals = table.totals()
    gap = totals[other][0] - totals[option][0]
    ties = []
    for place in table.counted:
        now, _ = table.bounds(option, place)
        needed = now + gap / table.weights[place]
        reachable = -NOISE <= needed <= 100 + NOISE
        ties.append(ScoreTie(option, place, now, min(max(needed, 0.0), 100.0) if reachable else None))
    return tuple(ties)


def nearest_tie(ties: tuple[ScoreTie, ...]) -> ScoreTie | None:
    """The one that needs the smallest change; None where no single score does it."""
    reachable = [(abs(item.needed - item.now), item.criterion, item) for item in ties if item.needed is not None]
    return min(reachable)[2] if reachable else None


def _shift(table: ScoreTable, place: int, one: int, other: int, *, with_missing: bool = True) -> Interval:
    """How far the doubt about one criterion moves the least difference of two scores, before weights."""
    mine, theirs = table.cells[one][place], table.cells[other][place]
    falls, rises = _NOTHING if mine is None else (mine.low - mine.likely, mine.high - mine.likely)
    other_falls, other_rises = _NOTHING if theirs is None else (theirs.low - theirs.likely, theirs.high - theirs.likely)
    if table.shared[place]:
        ends = falls - other_falls, rises - other_rises
        # Between the ends the two may part and meet again; at the likely value nothing moves.
        low, high = min(0.0, *ends), max(0.0, *ends)
    else:
        low, high = falls - other_rises, rises - other_falls
    missing = 100 * ((mine is None) + (theirs is None)) if with_missing else 0
    return low, high + missing
