"""The scores and weights of a map as one table of plain numbers; all of `robustness` works on it.

A missing score is an interval, never a middle score: it counts as 0 in the least an option can have, as 100 in
the most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.reads import Records, criteria
from desktop_app.weighing.criteria.standing import Interval, Standing, standing
from desktop_app.weighing.criteria.totals import normalised
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import Results


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Options in play by criteria.

    Attributes:
        options: with at least one known score on a criterion that counts, or in play without; at least one.
        criteria: all of the map.
        weights: normalised, unrounded; they sum to 1.
        cells: a row for each option; None where the score is missing or not known.
        shared: by criterion, whether doubt about its scores touches all options alike.
        locked: by criterion, whether its weight is to stay.
        outside: all others; nothing can be said of them.
        uncounted: the criteria without a weight on which somebody outside has a score.
    """

    options: tuple[CardId, ...]
    criteria: tuple[CriterionId, ...]
    weights: tuple[float, ...]
    cells: tuple[tuple[Doubt | None, ...], ...]
    shared: tuple[bool, ...]
    locked: tuple[bool, ...]
    outside: tuple[CardId, ...] = ()
    uncounted: tuple[int, ...] = ()

    @property
    def counted(self) -> tuple[int, ...]:
        """The places of the criteria that have a weight."""
        return tuple(place for place, weight in enumerate(self.weights) if weight > 0)

    def bounds(self, option: int, criterion: int) -> Interval:
        """A likely score twice; 0 and 100 where it is missing."""
        cell = self.cells[option][criterion]
        return (0.0, 100.0) if cell is None else (cell.likely, cell.likely)

    def totals(self, weights: Sequence[float] | None = None) -> tuple[Interval, ...]:
        """The least and the most of every option, under the table's weights or others that sum to 1."""
        shares = self.weights if weights is None else weights
        return tuple(self._total(row, shares) for row in self.cells)

    def standing(self) -> Standing:
        """How the options stand by their totals."""
        ranking = standing(self.totals())
        assert ranking is not None
        return ranking

    def missing(self, option: int) -> tuple[int, ...]:
        """The criteria that count and on which an option has no known score."""
        return tuple(place for place in self.counted if self.cells[option][place] is None)

    def has_doubt(self) -> bool:
        """Whether some known score on a criterion that counts has a range."""
        return any(
            score is not None and not score.is_certain
            for row in self.cells
            for score in (row[place] for place in self.counted)
        )

    @staticmethod
    def _total(row: Sequence[Doubt | None], shares: Sequence[float]) -> Interval:
        known, missing = 0.0, 0.0
        for share, score in zip(shares, row, strict=True):
            if score is None:
                missing += 100 * share
            else:
                known += share * score.likely
        return known, known + missing


def read_table(records: Records, results: Results) -> ScoreTable | None:
    """The table behind a map's results; None when no option has a total."""
    columns = criteria(records, results.map)
    rows = [option for option, result in results.options.items() if result.total is not None]
    if not rows:
        return None
    outside = tuple(option for option, result in results.options.items() if result.total is None)
    return ScoreTable(
        options=tuple(rows),
        criteria=tuple(criterion.id for criterion in columns),
        weights=tuple(normalised([results.weights[criterion.id] for criterion in columns])),
        cells=tuple(tuple(results.cells[option, criterion.id].score for criterion in columns) for option in rows),
        shared=tuple(criterion.shared_doubt for criterion in columns),
        locked=tuple(criterion.locked for criterion in columns),
        outside=outside,
        uncounted=tuple(
            place
            for place, criterion in enumerate(columns)
            if any(results.cells[option, criterion.id].score is not None for option in outside)
        ),
    )
