"""The numbers of several people made one: means and medians of what they gave, and of what it led to (WEIGHING 4)."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, MapId, OverrideId, PerspectiveId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records, cards, criteria, options
from desktop_app.model.records import Argument, Override, ScoreMode
from desktop_app.weighing.criteria.matrix import CellKey, NumberKind
from desktop_app.weighing.criteria.totals import normalised
from desktop_app.weighing.numbers import Doubt, Missing, Numbers, spread
from desktop_app.weighing.people.group import Sheet

# (value, share of who gave it); shares need not sum to anything.
WeightedValues = Sequence[tuple[float, float]]
Pool = Callable[[WeightedValues], float]
# Nobody's certainty settles the matter for a group that is not certain.
_LEAST, _MOST = 0.01, 0.99
_NOBODY: Final = PerspectiveId(0)


def mean(pairs: WeightedValues) -> float:
    """The mean by shares; the plain one where nobody has a share."""
    whole = math.fsum(share for _, share in pairs)
    if whole <= 0:
        return math.fsum(value for value, _ in pairs) / len(pairs)
    return math.fsum(value * share for value, share in pairs) / whole


def median(pairs: WeightedValues) -> float:
    """The value with half the shares on either side; between two, their middle."""
    ordered = sorted(pairs if math.fsum(share for _, share in pairs) > 0 else [(value, 1.0) for value, _ in pairs])
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


def geometric_mean(pairs: WeightedValues) -> float:
    """The mean of ratios, which keeps them reciprocal (AIJ: Aczel & Saaty 1983)."""
    return math.exp(mean([(math.log(value), share) for value, share in pairs]))


def mean_plausibility(pairs: WeightedValues) -> float:
    """The mean of log-odds, as a plausibility; 0 and 1 only where all say so."""
    values = {value for value, _ in pairs}
    if len(values) == 1:
        return values.pop()
    kept = [(min(max(value, _LEAST), _MOST), share) for value, share in pairs]
    odds = geometric_mean([(value / (1 - value), share) for value, share in kept])
    return odds / (1 + odds)


def pooled(
    records: Records, map_id: MapId, sheets: Sequence[Sheet], pool: Pool, pool_plausibility: Pool
) -> tuple[Numbers, Mapping[CellKey, int]]:
    """The numbers of a group that acts as one, and by cell how many gave a score.

    What only some gave is pooled over them; a score that fewer than half gave is not known, but an option anybody has
    scored stays in play. Cells that everybody leaves to their arguments stay argued.

    Args:
        records: the workbook.
        map_id: the map.
        sheets: of each person.
        pool: makes one number of importances, normalised weights, and scores.
        pool_plausibility: makes one of plausibilities.
    """
    claims: dict[CardId, Override] = {}
    # What none of them gave is nobody's, though the map has a number.
    silent_cards: set[CardId] = set()
    for card in (card for card in cards(records, map_id) if card.kind in STATEMENTS):
        pairs = _given([(sheet.numbers.plausibility(card), sheet.share) for sheet in sheets])
        if pairs:
            claims[card.id] = Override(OverrideId(0), _NOBODY, card=card.id, likely=pool_plausibility(pairs))
        else:
            silent_cards.add(card.id)
    arguments: dict[ArgumentId, Override] = {}
    silent_arguments: set[ArgumentId] = set()
    for argument in records.referring(Argument, "map", map_id):
        pairs = _given([(sheet.numbers.importance(argument), sheet.share) for sheet in sheets])
        if pairs:
            arguments[argument.id] = Override(OverrideId(0), _NOBODY, argument=argument.id, likely=pool(pairs))
        else:
            silent_arguments.add(argument.id)
    columns = criteria(records, map_id)
    weighed = [
        (normalised([sheet.numbers.weight(item) for item in columns]), sheet.share)
        for sheet in sheets
        if sheet.has_weights
    ]
    weights = {
        criterion.id: Override(
            OverrideId(0),
            _NOBODY,
            criterion=criterion.id,
            likely=100 * pool([(own[place], share) for own, share in weighed]),
        )
        for place, criterion in enumerate(columns)
        if weighed
    }
    scores: dict[CellKey, Override] = {}
    counts: dict[CellKey, int] = {}
    missing: set[CellKey] = set()
    for key in ((option.id, criterion.id) for option in options(records, map_id) for criterion in columns):
        judged = _judged(records, key, sheets)
        is_argued = any(_is_argued(records, key, sheet) for sheet in sheets)
        counts[key] = len(sheets) if is_argued else len(judged)
        if judged and 2 * len(judged) >= len(sheets):
            scores[key] = _pooled_score(key, judged, pool)
        elif judged and not is_argued:
            option, criterion = key
            scores[key] = Override(OverrideId(0), _NOBODY, option=option, criterion=criterion)
        elif not is_argued:
            missing.add(key)
    in_play = frozenset(
        option.id
        for option in options(records, map_id)
        if any(sheet.interval(option.id, NumberKind.TOTAL) is not None for sheet in sheets)
    )
    silent = Missing(frozenset(silent_cards), frozenset(silent_arguments), frozenset(missing))
    return Numbers(claims, arguments, weights, scores, silent, in_play), counts


def _judged(records: Records, key: CellKey, sheets: Sequence[Sheet]) -> list[tuple[Doubt, float]]:
    judged: list[tuple[Doubt, float]] = []
    for sheet in sheets:
        given = sheet.numbers.score(records, *key)
        if given is not None and given.mode is ScoreMode.JUDGED and given.likely is not None:
            judged.append((spread(given.likely, given.low, given.high, given.confidence), sheet.share))
    return judged


def _is_argued(records: Records, key: CellKey, sheet: Sheet) -> bool:
    given = sheet.numbers.score(records, *key)
    return given is not None and given.mode is ScoreMode.ARGUED


def _pooled_score(key: CellKey, judged: Sequence[tuple[Doubt, float]], pool: Pool) -> Override:
    option, criterion = key
    return Override(
        OverrideId(0),
        _NOBODY,
        option=option,
        criterion=criterion,
        low=pool([(doubt.low, share) for doubt, share in judged]),
        likely=pool([(doubt.likely, share) for doubt, share in judged]),
        high=pool([(doubt.high, share) for doubt, share in judged]),
    )


def _given(pairs: Sequence[tuple[float | None, float]]) -> list[tuple[float, float]]:
    return [(value, share) for value, share in pairs if value is not None]
