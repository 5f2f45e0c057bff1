"""The matrix of a map: every option on every criterion, judged or argued, with totals and places."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.model.ids import CardId, CriterionId, MapId
from desktop_app.model.reads import Records, criteria, options
from desktop_app.model.records import Argument, Criterion, Score, ScoreMode
from desktop_app.weighing.arguments.graph import Link, Node, argument_node
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.criteria.argued import argued_score
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank, Total, normalised, ranks, scores_disagree, weighted_total
from desktop_app.weighing.numbers import Doubt, spread

CellKey = tuple[CardId, CriterionId]


class CellState(StrEnum):
    """Where the score of a cell comes from."""

    JUDGED = "judged"
    ARGUED = "argued"
    NOT_SCORED = "not scored"
    NOT_KNOWN = "don't know"
    NOT_ARGUED = "nothing weighed"  # to be argued, but no weighed argument with a stable result speaks to it


class NumberKind(StrEnum):
    """Which number an option shows; the two are never mixed in one ranking."""

    TOTAL = "total"
    LEANING = "leaning"


@dataclass(frozen=True, slots=True)
class CellResult:
    """An option on a criterion.

    Attributes:
        score: 0…100 with its range; None unless judged or argued. It then counts as 0…100.
        argued: what the tagged arguments alone make of it, 0…100; None when none of them is weighed.
        disagrees: the judged score contradicts its arguments.
        below_red_line: the score is under the criterion's red line.
    """

    state: CellState
    score: Doubt | None
    argued: Doubt | None
    pros: int
    cons: int
    weighed: int
    disagrees: bool
    below_red_line: bool


@dataclass(frozen=True, slots=True)
class OptionResult:
    """The number of an option, always named.

    Attributes:
        shows: which of its numbers stands on it.
        total: None when no criterion that counts has a known score, unless its numbers have it in play: then 0 to 100.
        leaning: -100…100; None when nothing for or against it is weighed, or there is no stable result.
        rank: None when it shows another number than the ranking is by.
    """

    option: CardId
    shows: NumberKind
    total: Total | None
    leaning: float | None
    rank: Rank | None

    @property
    def interval(self) -> Interval:
        """The least and the most of the number it is ranked by; raises where it has no rank."""
        if self.total is not None:
            return self.total.least, self.total.most
        assert self.leaning is not None
        return self.leaning, self.leaning


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells of a map.

    Attributes:
        weights: normalised weight of each criterion, in order; all 0 when no criterion counts.
        cells: every option on every criterion.
        totals: of each option in order.
    """

    weights: Mapping[CriterionId, float]
    cells: Mapping[CellKey, CellResult]
    totals: Mapping[CardId, Total | None]


def read_matrix(
    records: Records, map_id: MapId, strengths: StrengthGraph, seed: int, kept: Mapping[CellKey, Doubt | None]
) -> Matrix:
    """Scores every cell.

    Args:
        records: the workbook.
        map_id: the map.
        strengths: what its arguments add up to.
        seed: of the draws behind argued ranges.
        kept: argued scores that are known to hold still.
    """
    columns = criteria(records, map_id)
    numbers = strengths.graph.numbers
    shares = normalised([numbers.weight(criterion) for criterion in columns])
    cells: dict[CellKey, CellResult] = {}
    totals: dict[CardId, Total | None] = {}
    for option in options(records, map_id):
        tagged: dict[CriterionId, list[Node]] = {}
        for argument in records.referring(Argument, "target_card", option.id) if columns else ():
            if argument.criterion is not None:
                tagged.setdefault(argument.criterion, []).append(argument_node(argument.id))
        for criterion in columns:
            key = (option.id, criterion.id)
            nodes = tagged.get(criterion.id, [])
            argued = kept[key] if key in kept else argued_score(records, strengths, nodes, seed)
            links = [strengths.graph.links[node] for node in nodes]
            cells[key] = _cell(numbers.score(records, *key), criterion, links, argued)
        row = [cells[option.id, criterion.id].score for criterion in columns]
        totals[option.id] = weighted_total(shares, row, is_in_play=option.id in numbers.in_play)
    weights = {criterion.id: share for criterion, share in zip(columns, shares, strict=True)}
    return Matrix(weights, cells, totals)


def option_results(matrix: Matrix, leanings: Mapping[CardId, float | None]) -> dict[CardId, OptionResult]:
    """The number and place of every option: ranked by total where any has one, else by leaning."""
    by_total = any(total is not None for total in matrix.totals.values())
    ranked: dict[CardId, Interval] = {}
    for option, total in matrix.totals.items():
        leaning = leanings[option]
        if total is not None:
            ranked[option] = (total.least, total.most)
        elif not by_total and leaning is not None:
            ranked[option] = (leaning, leaning)
    places = dict(zip(ranked, ranks(list(ranked.values())), strict=True))
    return {
        option: OptionResult(
            option=option,
            shows=NumberKind.LEANING if total is None else NumberKind.TOTAL,
            total=total,
            leaning=leanings[option],
            rank=places.get(option),
        )
        for option, total in matrix.totals.items()
    }


def _cell(given: Score | None, criterion: Criterion, links: list[Link], argued: Doubt | None) -> CellResult:
    state, score = CellState.NOT_SCORED, None
    if given is not None and given.mode is ScoreMode.ARGUED:
        state, score = (CellState.NOT_ARGUED, None) if argued is None else (CellState.ARGUED, argued)
    elif given is not None and given.likely is None:
        state = CellState.NOT_KNOWN
    elif given is not None and given.likely is not None:
        state, score = CellState.JUDGED, spread(given.likely, given.low, given.high, given.confidence)
    return CellResult(
        state=state,
        score=score,
        argued=argued,
        pros=sum(1 for link in links if link.sign > 0),
        cons=sum(1 for link in links if link.sign < 0),
        weighed=sum(1 for link in links if link.importance is not None),
        disagrees=score is not None and argued is not None and scores_disagree(score.likely, argued.likely),
        below_red_line=score is not None and criterion.red_line is not None and score.likely < criterion.red_line,
    )
