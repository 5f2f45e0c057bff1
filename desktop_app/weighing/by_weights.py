"""The ranking by each person's weights over the same scores: whether weights are worth arguing about (WEIGHING 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import CardId, PerspectiveId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Card
from desktop_app.weighing.group import Sheet
from desktop_app.weighing.robustness.table import read_table
from desktop_app.wording.rounding import whole


@dataclass(frozen=True, slots=True)
class RankingByWeights:
    """The first sheet's scores under one sheet's weights.

    Attributes:
        totals: by option, the highest first.
    """

    perspective: PerspectiveId | None
    name: str
    totals: tuple[tuple[CardId, float], ...]

    @property
    def firsts(self) -> tuple[CardId, ...]:
        """The options in front, more than one where they round alike."""
        return tuple(option for option, total in self.totals if whole(total) == whole(self.totals[0][1]))


def rankings_by_weights(records: Records, sheets: Sequence[Sheet]) -> tuple[RankingByWeights, ...]:
    """One ranking for the first sheet and each with other weights, of the options that the first has fully scored.

    Returns:
        Nothing where fewer than two options can be ranked, or nobody gives other weights than the first.
    """
    table = read_table(records, sheets[0].results)
    complete = table.complete() if table is not None else None
    own = sheets[0].results.weights
    if complete is None or len(complete.options) < 2 or all(sheet.results.weights == own for sheet in sheets):
        return ()
    made = []
    for sheet in (sheets[0], *(sheet for sheet in sheets[1:] if sheet.results.weights != own)):
        totals = complete.totals([sheet.results.weights[criterion] for criterion in complete.criteria])
        ranked = sorted(zip(complete.options, totals, strict=True), key=lambda pair: -pair[1])
        made.append(RankingByWeights(sheet.perspective, sheet.name, tuple(ranked)))
    return tuple(made)


def by_weights_sentence(records: Records, rankings: Sequence[RankingByWeights]) -> str:
    """Whether the weights people give change what comes first."""
    if not rankings:
        return "Nobody gives weights other than the map’s."
    letters = option_letters(records, records.get(Card, rankings[0].totals[0][0]).map)
    groups: dict[tuple[CardId, ...], int] = {}
    for ranking in rankings:
        groups[ranking.firsts] = groups.get(ranking.firsts, 0) + 1
    named = {" and ".join(letters[option] for option in firsts): count for firsts, count in groups.items()}
    if len(named) == 1:
        return f"By everybody’s weights {next(iter(named))} comes first: the weights are not what divides them."
    said = ", ".join(f"{name} by {count}" for name, count in sorted(named.items(), key=lambda pair: -pair[1]))
    return f"What comes first depends on whose weights count: {said} of {len(rankings)}."
