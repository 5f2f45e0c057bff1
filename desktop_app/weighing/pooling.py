"""The numbers of several people made one: means and medians of what they gave, and of what it led to (WEIGHING 4)."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId, OverrideId, PerspectiveId
from desktop_app.model.reads import Records, cards, criteria, options
from desktop_app.model.records import Argument, CardKind, Override, ScoreMode
from desktop_app.weighing.criteria import normalised
from desktop_app.weighing.numbers import Doubt, Numbers, spread

# (value, share of who gave it); shares need not sum to anything.
Said = Sequence[tuple[float, float]]
Pool = Callable[[Said], float]
# Nobody's certainty settles the matter for a group that is not certain.
_LEAST, _MOST = 0.01, 0.99
_NOBODY: Final = PerspectiveId(0)
_JUDGED: Final = frozenset({CardKind.CLAIM, CardKind.EVIDENCE})


def mean(said: Said) -> float:
    """The mean by shares; the plain one where nobody has a share."""
    whole = math.fsum(share for _, share in said)
    if whole <= 0:
        return math.fsum(value for value, _ in said) / len(said)
    return math.fsum(value * share for value, share in said) / whole


def median(said: Said) -> float:
    """The value with half the shares on either side; between two, their middle."""
    ordered = sorted(said if math.fsum(share for _, share in said) > 0 else [(value, 1.0) for value, _ in said])
    half = math.fsum(share for _, share in ordered) / 2
    below = 0.0
    for place, (value, share) in enumerate(ordered):
        below += share
        if math.isclose(below, half):
            following = [later for later, counted in ordered[place + 1 :] if counted > 0]
            return (value + following[0]) / 2 if following else value
        if below > half:
            return value
    return ordered[-1][0]


def geometric_mean(said: Said) -> float:
    """The mean of ratios, which keeps them reciprocal (AIJ: Aczel & Saaty 1983)."""
    return math.exp(mean([(math.log(value), share) for value, share in said]))


def mean_plausibility(said: Said) -> float:
    """The mean of log-odds, as a plausibility; 0 and 1 only where all say so."""
    values = {value for value, _ in said}
    if len(values) == 1:
        return values.pop()
    kept = [(min(max(value, _LEAST), _MOST), share) for value, share in said]
    odds = geometric_mean([(value / (1 - value), share) for value, share in kept])
    return odds / (1 + odds)


def pooled(
    records: Records, map_id: MapId, sheets: Sequence[tuple[Numbers, float]], pool: Pool, pool_plausibility: Pool
) -> Numbers:
    """The numbers of a group that acts as one.

    What only some gave is pooled over them. Cells that everybody leaves to their arguments stay argued.

    Args:
        records: the workbook.
        map_id: the map.
        sheets: the numbers of each person and their share.
        pool: makes one number of importances, normalised weights, and scores.
        pool_plausibility: makes one of plausibilities.
    """
    claims: dict[CardId, Override] = {}
    for card in cards(records, map_id):
        said = _given([(numbers.plausibility(card), share) for numbers, share in sheets])
        if said and card.kind in _JUDGED:
            claims[card.id] = Override(OverrideId(0), _NOBODY, card=card.id, likely=pool_plausibility(said))
    arguments: dict[ArgumentId, Override] = {}
    for argument in records.referring(Argument, "map", map_id):
        said = _given([(numbers.importance(argument), share) for numbers, share in sheets])
        if said:
            arguments[argument.id] = Override(OverrideId(0), _NOBODY, argument=argument.id, likely=pool(said))
    columns = criteria(records, map_id)
    shares = [normalised([numbers.weight(item) for item in columns]) for numbers, _ in sheets]
    weights = {
        criterion.id: Override(
            OverrideId(0),
            _NOBODY,
            criterion=criterion.id,
            likely=100 * pool([(own[place], share) for own, (_, share) in zip(shares, sheets, strict=True)]),
        )
        for place, criterion in enumerate(columns)
    }
    scores = {
        (option.id, criterion.id): override
        for option in options(records, map_id)
        for criterion in columns
        if (override := _pooled_score(records, option.id, criterion.id, sheets, pool)) is not None
    }
    return Numbers(claims, arguments, weights, scores)


def _pooled_score(
    records: Records, option: CardId, criterion: CriterionId, sheets: Sequence[tuple[Numbers, float]], pool: Pool
) -> Override | None:
    judged: list[tuple[Doubt, float]] = []
    for numbers, share in sheets:
        given = numbers.score(records, option, criterion)
        if given is not None and given.mode is ScoreMode.JUDGED and given.likely is not None:
            judged.append((spread(given.likely, given.low, given.high, given.confidence), share))
    if not judged:
        return None
    return Override(
        OverrideId(0),
        _NOBODY,
        option=option,
        criterion=criterion,
        low=pool([(doubt.low, share) for doubt, share in judged]),
        likely=pool([(doubt.likely, share) for doubt, share in judged]),
        high=pool([(doubt.high, share) for doubt, share in judged]),
    )


def _given(said: Sequence[tuple[float | None, float]]) -> list[tuple[float, float]]:
    return [(value, share) for value, share in said if value is not None]
