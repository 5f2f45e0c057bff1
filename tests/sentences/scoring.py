"""Totals read from the raw records and compared by trying every end of what is missing; exact fractions throughout."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Criterion, Score, ScoreMode
from desktop_app.weighing.results import weigh
from tests.sentences.strengths import WIDTH, argued_ends, argued_score
from tests.sentences.words import FalsehoodError
from tests.sure import sure
from tests.weighing.maps import MAP

ONE = Fraction(1)


@dataclass(frozen=True)
class Cell:
    """A known score with its range."""

    low: Fraction
    likely: Fraction
    high: Fraction


@dataclass
class Scores:
    """Options on criteria, by letter and name.

    Attributes:
        cells: what is known; a cell that is not here is missing.
        whose_weights: how keys of sentences about weights end that are not the author's own; empty: the author's, or
            nobody's where all are alike.
        shares: of every criterion, 0 among them.
        raw: the weights as they were given.
    """

    options: list[str]
    criteria: list[str]
    shares: dict[str, Fraction]
    cells: dict[tuple[str, str], Cell]
    locked: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    argued: set[tuple[str, str]] = field(default_factory=set)
    red_lines: dict[str, Fraction] = field(default_factory=dict)
    whose_weights: str = ""
    raw: dict[str, Fraction] = field(default_factory=dict)

    @cached_property
    def counted(self) -> list[str]:
        return [name for name in self.criteria if self.shares[name] > 0]

    @cached_property
    def in_play(self) -> list[str]:
        return [a for a in self.options if any((a, name) in self.cells for name in self.counted)]

    @cached_property
    def outside(self) -> list[str]:
        return [a for a in self.options if a not in self.in_play]

    @cached_property
    def uncounted(self) -> set[str]:
        """Criteria without weight on which somebody outside is scored."""
        return {name for a, name in self.cells if a in self.outside}

    def missing(self, option: str) -> list[str]:
        return [name for name in self.counted if (option, name) not in self.cells]

    def least(self, option: str, criterion: str) -> Fraction:
        known = self.cells.get((option, criterion))
        return known.likely if known else Fraction(0)

    def most(self, option: str, criterion: str) -> Fraction:
        known = self.cells.get((option, criterion))
        return known.likely if known else Fraction(100)

    def low(self, option: str, shares: Mapping[str, Fraction] | None = None) -> Fraction:
        weights = shares or self.shares
        return sum((w * self.least(option, name) for name, w in weights.items()), Fraction(0))

    def high(self, option: str, shares: Mapping[str, Fraction] | None = None) -> Fraction:
        weights = shares or self.shares
        return sum((w * self.most(option, name) for name, w in weights.items()), Fraction(0))

    @cached_property
    def totals(self) -> dict[str, tuple[Fraction, Fraction]]:
        return {a: (self.low(a), self.high(a)) for a in self.in_play}

    @cached_property
    def ranks(self) -> dict[str, tuple[int, int]]:
        return ranks_of(self.totals)

    @cached_property
    def first(self) -> str:
        """F: of those that can come first, the one whose two ends sum highest."""
        able = [a for a in self.in_play if self.ranks[a][0] == 1]
        return max(able, key=lambda a: (sum(self.totals[a]), -self.options.index(a)))

    @cached_property
    def rival(self) -> str | None:
        others = [a for a in self.in_play if a != self.first]
        return max(others, key=lambda a: (self.totals[a][1], -self.options.index(a))) if others else None

    @cached_property
    def is_alone(self) -> bool:
        """F comes first and nobody can be level with it."""
        least = self.totals[self.first][0]
        return all(least - self.totals[b][1] >= 1 for b in self.in_play if b != self.first)

    def comes_first(self, option: str) -> bool:
        return self.ranks[option][1] == 1

    def is_level_now(self, one: str, other: str) -> bool:
        (low, high), (least, most) = self.totals[one], self.totals[other]
        return high - least < 1 and most - low < 1

    def sweep(self, criterion: str, share: Fraction) -> dict[str, Fraction] | None:
        """All shares if only this one changed; others without any weight count alike. None where there are none."""
        rest, others = ONE - self.shares[criterion], len(self.criteria) - 1
        if not others:
            return None
        return {
            name: share if name == criterion else (w / rest if rest else Fraction(1, others)) * (ONE - share)
            for name, w in self.shares.items()
        }

    def swept(self) -> list[str]:
        """Those whose weight alone can change while who stands outside stays there."""
        found = [name for name in self.criteria if self.sweep(name, ONE) is not None]
        return [name for name in found if name not in self.uncounted]

    def is_on_top(self, option: str, criterion: str, share: Fraction, *, certain: bool) -> bool:
        """Whether nobody's total is higher at one place of a sweep, for certain or possibly."""
        return margin(self, option, criterion, share, certain=certain) >= 0

    def completions(self, options: list[str]) -> Iterator[dict[str, Fraction]]:
        """Totals at every corner of what is missing: each option at one end of its own."""
        ends = [sorted(set(self.totals[a])) for a in options]
        for corner in itertools.product(*ends):
            yield dict(zip(options, corner, strict=True))


def margin(scores: Scores, option: str, criterion: str, share: Fraction, *, certain: bool) -> Fraction:
    """By how much an option is on top at one place of a sweep; negative: it is not."""
    weights = scores.sweep(criterion, share)
    assert weights is not None
    own, other = (scores.low, scores.high) if certain else (scores.high, scores.low)
    value = own(option, weights)
    return min((value - other(b, weights) for b in scores.in_play if b != option), default=Fraction(0))


def stretch(scores: Scores, option: str, criterion: str, *, certain: bool) -> tuple[Fraction, Fraction] | None:
    """Where an option is on top: each rival allows one half of the scale, and what all allow is the stretch."""
    start, end = Fraction(0), ONE
    at = {share: scores.sweep(criterion, share) for share in (Fraction(0), ONE)}
    own, other = (scores.low, scores.high) if certain else (scores.high, scores.low)
    for rival in scores.in_play:
        if rival == option:
            continue
        left, right = (own(option, at[share]) - other(rival, at[share]) for share in (Fraction(0), ONE))
        if left < 0 and right < 0:
            return None
        if left < 0:
            start = max(start, left / (left - right))
        elif right < 0:
            end = min(end, left / (left - right))
    return (start, end) if start <= end else None


def ranks_of(totals: dict[str, tuple[Fraction, Fraction]]) -> dict[str, tuple[int, int]]:
    """Best and worst place of each, from who is a full point ahead at every corner that matters to it."""
    found = {}
    for a, (least, most) in totals.items():
        others = [ends for b, ends in totals.items() if b != a]
        places = [1 + sum(1 for ends in others if ends[high] - own >= 1) for own in {least, most} for high in (0, 1)]
        found[a] = (min(places), max(places))
    return found


def read_scores(document: Document) -> Scores:
    """The table of a document, from its records alone."""
    rows = reads.criteria(document, MAP)
    letters = reads.option_letters(document, MAP)
    whole = sum(Fraction(row.weight) for row in rows)
    found = Scores(
        options=list(letters.values()),
        criteria=[row.name for row in rows],
        shares={row.name: Fraction(row.weight) / whole if whole else Fraction(0) for row in rows},
        cells={},
        locked={row.name for row in rows if row.locked},
        shared={row.name for row in rows if row.shared_doubt},
        red_lines={row.name: Fraction(row.red_line) for row in rows if row.red_line is not None},
        raw={row.name: Fraction(row.weight) for row in rows},
    )
    for score in document.all(Score):
        place = letters[score.option], document.get(Criterion, score.criterion).name
        if score.mode is ScoreMode.ARGUED:
            likely = argued_score(document, score.option, score.criterion)
            if likely is not None:
                found.argued.add(place)
                found.cells[place] = _argued(document, score, likely)
        elif score.likely is not None:
            found.cells[place] = _cell(score)
    return found


def _argued(document: Document, score: Score, likely: Fraction) -> Cell:
    """An argued score; the ends of its range, which are drawn, are the program's where draws of our own agree."""
    ends = argued_ends(document, score.option, score.criterion)
    known = weigh(document, MAP).cells[score.option, score.criterion].score
    assert known is not None
    own = (float(likely), float(likely)) if ends is None else ends
    tolerance = 1e-6 + (own[1] - own[0]) / 10
    if abs(known.low - own[0]) > tolerance or abs(known.high - own[1]) > tolerance:
        raise FalsehoodError(f"an argued score runs from {own[0]} to {own[1]}, not from {known.low} to {known.high}")
    return (
        Cell(min(Fraction(known.low), likely), likely, max(Fraction(known.high), likely))
        if ends
        else Cell(*[likely] * 3)
    )


def _cell(score: Score) -> Cell:
    width = WIDTH[score.confidence] if score.confidence is not None else 0
    likely = Fraction(sure(score.likely))
    low = max(Fraction(0), likely - width) if score.low is None else Fraction(score.low)
    high = min(Fraction(100), likely + width) if score.high is None else Fraction(score.high)
    return Cell(low, likely, high)
