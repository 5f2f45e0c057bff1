"""Several people's numbers side by side: where they differ, what they come to together, how far apart they are.

A sheet is what one person's numbers lead to; nothing here replaces one. WEIGHING 4; in words in `group_sentences`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId, PerspectiveId
from desktop_app.model.reads import Records, cards, criteria, options, perspectives
from desktop_app.model.records import Argument, Card, CardKind, Method, PerspectiveKind
from desktop_app.weighing.criteria import normalised
from desktop_app.weighing.disagreement import agreement, kendall_w, mean_ranks, polarisation, standard_deviation
from desktop_app.weighing.matrix import NumberKind
from desktop_app.weighing.numbers import Numbers, read_numbers
from desktop_app.weighing.pooling import Pool, Said, mean, mean_plausibility, median, pooled
from desktop_app.weighing.results import LiveResults, Results
from desktop_app.wording.rounding import whole

PEOPLE: Final = frozenset({PerspectiveKind.PERSON, PerspectiveKind.STAKEHOLDER})
EVERY_KIND: Final = frozenset(PerspectiveKind)
_LEVELS: Final = (0.0, 25.0, 50.0, 75.0, 100.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's numbers and what they lead to; without a perspective and its kind, the map's own."""

    perspective: PerspectiveId | None
    kind: PerspectiveKind | None
    name: str
    share: float
    numbers: Numbers
    results: Results


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sheets side by side.

    Attributes:
        sheets: the map's own first.
        options: in the order of the map.
        number: totals, or leanings where no sheet has a total.
        values: by sheet, then option: totals 0…100 or leanings -100…100; None where there is none.
        ranks: by sheet, then option: 1 is first, those that round alike share it; None without a value.
        differences: by sheet, from the map's own, widest first; for the map's own empty.
        spreads: of every number that two sheets or more give and that differs, widest disagreement first.
    """

    sheets: tuple[Sheet, ...]
    options: tuple[CardId, ...]
    number: NumberKind
    values: tuple[tuple[float | None, ...], ...]
    ranks: tuple[tuple[int | None, ...], ...]
    differences: tuple[tuple[Difference, ...], ...]
    spreads: tuple[tuple[Subject, Spread], ...]


class GroupRule(StrEnum):
    """How the results of several people become one."""

    MEAN_OF_RESULTS = "mean of results"
    MEAN_OF_INPUTS = "mean of inputs"
    MEDIAN_OF_RESULTS = "median of results"
    MEDIAN_OF_INPUTS = "median of inputs"
    BORDA = "Borda"


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What several people come to together, with how far apart they are.

    Attributes:
        options: in the order of the map.
        values: totals or leanings by option, under Borda its points; None where some person has none.
        ranks: 1 is first, shared by those that round alike; None without a value.
        spreads: of the people's own totals or leanings, on 0…100; None with fewer than two.
        kendall_w: accord of their rankings, 0…1; None where it has no meaning.
        winner_spread: share of people whose own first option is the group's; None without a first.
    """

    rule: GroupRule
    number: NumberKind
    options: tuple[CardId, ...]
    values: tuple[float | None, ...]
    ranks: tuple[int | None, ...]
    spreads: tuple[Spread | None, ...]
    kendall_w: float | None
    winner_spread: float | None


def read_sheets(
    records: Records,
    map_id: MapId,
    *,
    kinds: Collection[PerspectiveKind] = EVERY_KIND,
    own_name: str = "My numbers",
    method: Method | None = None,
) -> tuple[Sheet, ...]:
    """The map's own sheet, then those of its perspectives of some kinds, in order; None is the map's method."""
    own = Sheet(None, None, own_name, 1.0, Numbers(), LiveResults(records, map_id, method=method).current)
    others = (
        Sheet(
            item.id,
            item.kind,
            item.name,
            item.share,
            read_numbers(records, item.id),
            LiveResults(records, map_id, item.id, method).current,
        )
        for item in perspectives(records, map_id)
        if item.kind in kinds
    )
    return (own, *others)


def compare(records: Records, map_id: MapId, sheets: Sequence[Sheet]) -> Comparison:
    """Lays sheets side by side; the first is what the others are compared with."""
    number = _number(sheets)
    columns = tuple(option.id for option in options(records, map_id))
    values = tuple(_values(sheet, columns, number) for sheet in sheets)
    base = _inputs(records, map_id)
    inputs = [_overlaid(records, map_id, base, sheet.numbers) for sheet in sheets]
    differences = [_differences(inputs[0], theirs) if place else () for place, theirs in enumerate(inputs)]
    spreads = []
    for subject in dict.fromkeys(subject for found in inputs for subject in found):
        said = [found.get(subject) for found in inputs]
        # Most numbers are the same for all: nothing to work out there.
        if len(set(said) - {None}) > 1:
            spread = _spread(said, [sheet.share for sheet in sheets])
            assert spread is not None
            spreads.append((subject, spread))
    return Comparison(
        sheets=tuple(sheets),
        options=columns,
        number=number,
        values=values,
        ranks=tuple(_ranks(row) for row in values),
        differences=tuple(differences),
        spreads=tuple(sorted(spreads, key=lambda pair: -pair[1].polarisation)),
    )


def group_result(
    records: Records, map_id: MapId, sheets: Sequence[Sheet], rule: GroupRule = GroupRule.MEAN_OF_RESULTS
) -> GroupResult:
    """What the people of these sheets, at least one, come to together."""
    number = _number(sheets)
    columns = tuple(option.id for option in options(records, map_id))
    own = [_values(sheet, columns, number) for sheet in sheets]
    shares = [sheet.share for sheet in sheets]
    if rule is GroupRule.BORDA:
        together = _borda(own, shares)
    elif rule in {GroupRule.MEAN_OF_RESULTS, GroupRule.MEDIAN_OF_RESULTS}:
        pool = mean if rule is GroupRule.MEAN_OF_RESULTS else median
        together = tuple(_pooled_value([row[place] for row in own], shares, pool) for place in range(len(columns)))
    else:
        is_mean = rule is GroupRule.MEAN_OF_INPUTS
        numbers = pooled(
            records,
            map_id,
            [(sheet.numbers, sheet.share) for sheet in sheets],
            mean if is_mean else median,
            mean_plausibility if is_mean else median,
        )
        method = sheets[0].results.settings.method
        as_one = LiveResults(records, map_id, method=method, numbers=numbers).current
        together = _values(Sheet(None, None, "", 1.0, numbers, as_one), columns, number)
    ranks = _ranks(together)
    return GroupResult(
        rule=rule,
        number=number,
        options=columns,
        values=together,
        ranks=ranks,
        spreads=tuple(_spread([_on_scale(row[place], number) for row in own], shares) for place in range(len(columns))),
        kendall_w=kendall_w(_rankings(own)),
        winner_spread=_winner_spread([_ranks(row) for row in own], ranks),
    )


def _number(sheets: Sequence[Sheet]) -> NumberKind:
    has_totals = any(option.total is not None for sheet in sheets for option in sheet.results.options.values())
    return NumberKind.TOTAL if has_totals else NumberKind.LEANING


def _values(sheet: Sheet, columns: Sequence[CardId], number: NumberKind) -> tuple[float | None, ...]:
    results = [sheet.results.options[option] for option in columns]
    if number is NumberKind.LEANING:
        return tuple(result.leaning for result in results)
    return tuple(None if result.total is None else result.total.likely for result in results)


def _on_scale(value: float | None, number: NumberKind) -> float | None:
    """A total as it is, a leaning from -100…100 on 0…100."""
    return value if value is None or number is NumberKind.TOTAL else (value + 100) / 2


def _ranks(values: Sequence[float | None]) -> tuple[int | None, ...]:
    known = [whole(value) for value in values if value is not None]
    return tuple(None if value is None else 1 + sum(1 for other in known if other > whole(value)) for value in values)


def _inputs(records: Records, map_id: MapId) -> dict[Subject, float]:
    """Every number of the map itself on 0…100."""
    numbers = Numbers()
    found: dict[Subject, float] = {}
    for card in sorted(cards(records, map_id), key=lambda card: (card.rank, card.id)):
        plausibility = numbers.plausibility(card)
        if plausibility is not None and card.kind in {CardKind.CLAIM, CardKind.EVIDENCE}:
            found[Subject(SubjectKind.PLAUSIBILITY, card=card.id)] = 100 * plausibility
    for argument in sorted(records.referring(Argument, "map", map_id), key=lambda item: (item.rank, item.id)):
        importance = numbers.importance(argument)
        if importance is not None:
            found[Subject(SubjectKind.IMPORTANCE, argument=argument.id)] = 100 * importance
    found |= _weights(records, map_id, numbers)
    for option in options(records, map_id):
        for criterion in criteria(records, map_id):
            score = numbers.score(records, option.id, criterion.id)
            if score is not None and score.likely is not None:
                found[Subject(SubjectKind.SCORE, card=option.id, criterion=criterion.id)] = score.likely
    return found


def _overlaid(records: Records, map_id: MapId, base: dict[Subject, float], numbers: Numbers) -> dict[Subject, float]:
    """Every number of a sheet on 0…100: those of the map with the sheet's own over them."""
    if numbers == Numbers():
        return base
    found = dict(base)
    own: list[tuple[Subject, float | None]] = [
        (Subject(SubjectKind.PLAUSIBILITY, card=card), _hundredfold(override.likely))
        for card, override in numbers.cards.items()
        if records.get(Card, card).kind in {CardKind.CLAIM, CardKind.EVIDENCE}
    ]
    own += [
        (Subject(SubjectKind.IMPORTANCE, argument=argument), _hundredfold(override.likely))
        for argument, override in numbers.arguments.items()
    ]
    own += [
        (Subject(SubjectKind.SCORE, card=option, criterion=criterion), override.likely)
        for (option, criterion), override in numbers.scores.items()
    ]
    found |= {subject: value for subject, value in own if value is not None}
    return found | _weights(records, map_id, numbers) if numbers.weights else found


def _weights(records: Records, map_id: MapId, numbers: Numbers) -> dict[Subject, float]:
    columns = criteria(records, map_id)
    shares = normalised([numbers.weight(item) for item in columns])
    return {
        Subject(SubjectKind.WEIGHT, criterion=criterion.id): 100 * share
        for criterion, share in zip(columns, shares, strict=True)
    }


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _differences(mine: dict[Subject, float], theirs: dict[Subject, float]) -> tuple[Difference, ...]:
    found = [
        Difference(subject, mine[subject], value)
        for subject, value in theirs.items()
        if subject in mine and mine[subject] != value
    ]
    return tuple(sorted(found, key=lambda item: -abs(item.theirs - item.mine)))


def _spread(values: Sequence[float | None], shares: Sequence[float]) -> Spread | None:
    said: Said = [(value, share) for value, share in zip(values, shares, strict=True) if value is not None]
    if len(said) < 2:
        return None
    known = [value for value, _ in said]
    on_levels = all(value in _LEVELS for value in known)
    return Spread(
        values=tuple(values),
        mean=mean(said),
        median=median(said),
        deviation=standard_deviation(known),
        polarisation=polarisation(known),
        agreement=agreement([known.count(level) for level in _LEVELS]) if on_levels else None,
    )


def _pooled_value(values: Sequence[float | None], shares: Sequence[float], pool: Pool) -> float | None:
    said = [(value, share) for value, share in zip(values, shares, strict=True) if value is not None]
    return pool(said) if said and len(said) == len(values) else None


def _rankings(own: Sequence[Sequence[float | None]]) -> list[list[float]]:
    """The places each person who ranks everything gives, ties shared."""
    full = [[float(whole(value)) for value in row if value is not None] for row in own if None not in row]
    return [mean_ranks(row) for row in full]


def _borda(own: Sequence[Sequence[float | None]], shares: Sequence[float]) -> tuple[float | None, ...]:
    """Σ (options − rank), each person by their share of all, times how many they are."""
    count = len(own[0])
    rankings = _rankings(own)
    counted = [share for row, share in zip(own, shares, strict=True) if None not in row]
    if not rankings:
        return (None,) * count
    return tuple(
        len(rankings) * mean([(count - ranks[place], share) for ranks, share in zip(rankings, counted, strict=True)])
        for place in range(count)
    )


def _winner_spread(own: Sequence[Sequence[int | None]], together: Sequence[int | None]) -> float | None:
    firsts = {place for place, rank in enumerate(together) if rank == 1}
    asked = [ranks for ranks in own if any(rank is not None for rank in ranks)]
    if not firsts or not asked:
        return None
    return sum(1 for ranks in asked if any(ranks[place] == 1 for place in firsts)) / len(asked)
