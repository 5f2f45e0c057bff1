"""The scores and weights of a map as one table of plain numbers; all of `robustness` works on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.reads import Records, criteria
from desktop_app.weighing.criteria import normalised
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import Results


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Options by criteria.

    Attributes:
        options: with at least one known score on a criterion that counts.
        criteria: all of the map.
        weights: normalised, unrounded; they sum to 1.
        cells: a row for each option; None where the score is missing or not known.
        shared: by criterion, whether doubt about its scores touches all options alike.
    """

    options: tuple[CardId, ...]
    criteria: tuple[CriterionId, ...]
    weights: tuple[float, ...]
    cells: tuple[tuple[Doubt | None, ...], ...]
    shared: tuple[bool, ...]

    def complete(self) -> "ScoreTable":
        """Only the options without a missing score on any criterion: what can be compared without draws."""
        rows = [
            (option, row)
            for option, row in zip(self.options, self.cells, strict=True)
            if all(score is not None for score in row)
        ]
        return replace(self, options=tuple(option for option, _ in rows), cells=tuple(row for _, row in rows))

    def likely(self) -> tuple[tuple[float, ...], ...]:
        """The likely scores of a complete table."""
        return tuple(tuple(score.likely for score in row if score is not None) for row in self.cells)

    def totals(self, weights: Sequence[float] | None = None) -> tuple[float, ...]:
        """The totals of a complete table, under its own weights or others that sum to 1."""
        shares = self.weights if weights is None else weights
        return tuple(sum(share * score for share, score in zip(shares, row, strict=True)) for row in self.likely())

    def leader(self) -> int | None:
        """The place of the option with the highest total of a complete table, the first where they tie."""
        totals = self.totals()
        return max(range(len(totals)), key=totals.__getitem__) if totals else None


def read_table(records: Records, results: Results) -> ScoreTable | None:
    """The table behind a map's results; None when no option has a total."""
    columns = criteria(records, results.map)
    rows = [option for option, result in results.options.items() if result.total is not None]
    if not rows:
        return None
    return ScoreTable(
        options=tuple(rows),
        criteria=tuple(criterion.id for criterion in columns),
        weights=tuple(normalised([results.weights[criterion.id] for criterion in columns])),
        cells=tuple(tuple(results.cells[option, criterion.id].score for criterion in columns) for option in rows),
        shared=tuple(criterion.shared_doubt for criterion in columns),
    )
