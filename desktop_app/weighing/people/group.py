"""Several people's numbers side by side and together: what they are made of.

A sheet is what one person's numbers lead to; nothing here replaces one (WEIGHING 4, ROOM 2). Who is in the room is said
in `room`, how sheets differ in `comparing`, what they come to in `together`, and all of it in words in
`group_sentences`.
"""

import statistics
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, PerspectiveId
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.results import Results

EVERY_KIND: Final = frozenset(PerspectiveKind)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's numbers and what they lead to; without a perspective and its kind, the map's own.

    Attributes:
        share: its part in what a group comes to.
        has_weights: its weights are known; where others were asked for theirs and this one gave none, they are not.
        is_somebody: they hold a number of their own, an outlook perhaps only the map's; one that holds none counts
            nowhere.
    """

    perspective: PerspectiveId | None
    kind: PerspectiveKind | None
    name: str
    share: float
    numbers: Numbers
    results: Results
    has_weights: bool = True
    is_somebody: bool = True

    @property
    def is_person(self) -> bool:
        """Whether it is one of the people in the room: a person or the map's own numbers, holding any."""
        return self.is_somebody and self.kind in {None, PerspectiveKind.PERSON}

    def interval(self, option: CardId, number: NumberKind) -> Interval | None:
        """What an option may come to here: a total 0…100 or a leaning -100…100; None where nothing is known of it."""
        result = self.results.options[option]
        if number is NumberKind.LEANING:
            return None if result.leaning is None else (result.leaning, result.leaning)
        if self.has_weights:
            return None if result.total is None else (result.total.least, result.total.most)
        scores = [cell.score for key, cell in self.results.cells.items() if key[0] == option]
        if not any(scores):
            return None
        return (
            min(0.0 if score is None else score.likely for score in scores),
            max(100.0 if score is None else score.likely for score in scores),
        )

    def value(self, option: CardId, number: NumberKind) -> float | None:
        """What an option comes to here; None where missing numbers leave that open."""
        interval = self.interval(option, number)
        return interval[0] if interval is not None and interval[0] == interval[1] else None


class SubjectKind(StrEnum):
    """Which number people may differ about."""

    PLAUSIBILITY = "plausibility"
    IMPORTANCE = "importance"
    WEIGHT = "weight"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Subject:
    """A number of the map: of a card, an argument, a criterion, or an option (`card`) on a criterion."""

    kind: SubjectKind
    card: CardId | None = None
    argument: ArgumentId | None = None
    criterion: CriterionId | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Where somebody differs from the map's own numbers; both 0…100, weights normalised."""

    subject: Subject
    mine: float
    theirs: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How far apart people are about one number, 0…100.

    Attributes:
        values: by sheet; None where nobody said.
        agreement: van der Eijk's A over the five levels; None unless all stand on them.
    """

    values: tuple[float | None, ...]
    mean: float
    median: float
    deviation: float
    polarisation: float
    agreement: float | None

    @property
    def count(self) -> int:
        """How many gave it."""
        return sum(value is not None for value in self.values)

    @property
    def middle_half(self) -> tuple[float, float]:
        """The quartiles between which half of them lie."""
        known = [value for value in self.values if value is not None]
        low, _, high = statistics.quantiles(known, n=4, method="inclusive")
        return low, high


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sheets side by side.

    Attributes:
        sheets: the map's own first.
        options: in the order of the map.
        number: totals, or leanings where no sheet has a total.
        intervals: by sheet, then option: totals 0…100 or leanings -100…100; None where nothing is known.
        ranks: by sheet, then option; None where the sheet or everybody knows nothing of it.
        differences: by sheet, from the map's own, widest first; for the map's own empty.
        spreads: of every number that two sheets or more give and that differs, widest disagreement first.
        firsts: what comes first, over all that hold numbers, the map's own among them.
    """

    sheets: tuple[Sheet, ...]
    options: tuple[CardId, ...]
    number: NumberKind
    intervals: tuple[tuple[Interval | None, ...], ...]
    ranks: tuple[tuple[Rank | None, ...], ...]
    differences: tuple[tuple[Difference, ...], ...]
    spreads: tuple[tuple[Subject, Spread], ...]
    firsts: "FirstChoices"


class GroupRule(StrEnum):
    """How the results of several people become one; the first is the one that paper prints and screens begin with."""

    MEAN_OF_INPUTS = "mean of inputs"
    MEDIAN_OF_INPUTS = "median of inputs"
    MEAN_OF_RESULTS = "mean of results"
    MEDIAN_OF_RESULTS = "median of results"
    BORDA = "Borda"


class GroupWeights(StrEnum):
    """What a group says of how much criteria count."""

    KNOWN = "known"
    UNSET = "unset"  # nobody has set one: all count alike
    MISSING = "missing"  # nobody has set all of them: totals are open
    NONE = "none"  # everybody has, but taken together they leave no criterion any


@dataclass(frozen=True, slots=True)
class FirstChoices:
    """What several people put first; those for whom missing numbers leave it open are in none of the counts.

    Attributes:
        alone: by option, how many put it first alone.
        tied: by option, how many have it level with others in front.
        tying: how many people have several in front.
        size: how many people there are.
    """

    alone: tuple[int, ...]
    tied: tuple[int, ...]
    tying: int
    size: int

    @property
    def counted(self) -> int:
        """For how many it is certain what comes first."""
        return sum(self.alone) + self.tying

    @property
    def open(self) -> int:
        """For how many it is not."""
        return self.size - self.counted


@dataclass(frozen=True, slots=True)
class UnsupportedLead:
    """That what comes first together is ahead of another option is not borne out by those who have a value for both.

    Attributes:
        other: the other option.
        count: how many have a value for both; not everybody.
        lead: of the other over the first among them, in points, more than -1; None where they are fewer than two.
    """

    other: CardId
    count: int
    lead: float | None


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What several people come to together, with how far apart they are.

    Attributes:
        options: in the order of the map.
        size: how many people there are.
        counts: by option, over how many it is reckoned; under rules of inputs, how many gave its rarest number.
        values: totals or leanings by option, under Borda its points; None where it stands on nothing.
        stands: by option, whether at least half of them, and two, have a value for it; else it is open.
        possible: by option, the least and the most it may come to once everybody has given all; None where nobody has
            said anything of it: it stands outside.
        ranks: shared by those that are level or of which nobody can say; open options and those beside them may have
            a best and a worst. None for options that stand outside, and under Borda for open ones.
        divided: options that share a place because it depends on who is counted which of them is ahead.
        spreads: of the people's own totals or leanings, on 0…100; None with fewer than two.
        rankers: how many rank all that stand.
        kendall_w: accord of their rankings, 0…1; None where it has no meaning.
        firsts: what they put first by themselves.
        weights: what is known of how much criteria count.
        scored: by option, whether anybody has scored it, be it on a criterion without weight.
        unsupported_leads: under rules of inputs, options over which the lead depends on who is counted.
        counted: how many of them say anything of any option.
        has_shares: whether some of them count more than others.
    """

    rule: GroupRule
    number: NumberKind
    options: tuple[CardId, ...]
    size: int
    counts: tuple[int, ...]
    values: tuple[float | None, ...]
    stands: tuple[bool, ...]
    possible: tuple[Interval | None, ...]
    ranks: tuple[Rank | None, ...]
    divided: tuple[tuple[CardId, ...], ...]
    spreads: tuple[Spread | None, ...]
    rankers: int
    kendall_w: float | None
    firsts: FirstChoices
    weights: "GroupWeights"
    scored: tuple[bool, ...]
    unsupported_leads: tuple[UnsupportedLead, ...]
    counted: int
    has_shares: bool

    @property
    def first(self) -> tuple[int, ...]:
        """Places in `options` of what comes first for certain, more than one where they share it; none: open.

        Nobody is first while an open option may come within a point of it.
        """
        may = [place for place, rank in enumerate(self.ranks) if rank is not None and rank.best == 1]
        sure = [place for place in may if (rank := self.ranks[place]) is not None and rank.worst == 1]
        return tuple(sure) if sure == may else ()
