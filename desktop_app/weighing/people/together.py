"""What several people come to together: over those who have said something, with their number beside it (ROOM 2.2)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, criteria, options
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank, is_ahead, ranks
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.people.comparing import filled, first_choices, number_of, places_in_play, spread_of
from desktop_app.weighing.people.disagreement import kendall_w
from desktop_app.weighing.people.group import GroupResult, GroupRule, GroupWeights, Sheet, UnsupportedLead
from desktop_app.weighing.people.pooling import Pool, mean, mean_plausibility, median, pooled
from desktop_app.weighing.people.room import are_weights_set
from desktop_app.weighing.results import LiveResults, Results

_OF_INPUTS: Final = frozenset({GroupRule.MEAN_OF_INPUTS, GroupRule.MEDIAN_OF_INPUTS})
_OF_MEDIANS: Final = frozenset({GroupRule.MEDIAN_OF_RESULTS, GroupRule.MEDIAN_OF_INPUTS})
_LEAST_PEOPLE: Final = 2
# Sums of the same places in another order may differ in the last digits.
_NOISE: Final = 1e-9


def group_result(
    records: Records, map_id: MapId, sheets: Sequence[Sheet], rule: GroupRule = GroupRule.MEAN_OF_INPUTS
) -> GroupResult:
    """What the people of these sheets, at least one, come to together."""
    number = number_of(sheets)
    if not any(sheet.value(option.id, number) is not None for sheet in sheets for option in options(records, map_id)):
        # Where nothing is known yet, options on criteria wait for scores.
        number = NumberKind.TOTAL if criteria(records, map_id) else number
    columns = tuple(option.id for option in options(records, map_id))
    people = _People(
        columns=columns,
        number=number,
        shares=[sheet.share for sheet in sheets],
        rows=[[sheet.interval(option, number) for option in columns] for sheet in sheets],
        values=[[sheet.value(option, number) for option in columns] for sheet in sheets],
        pool=median if rule in _OF_MEDIANS else mean,
    )
    stood = _of_inputs(records, map_id, sheets, people) if rule in _OF_INPUTS else _of_results(people)
    standing = [place for place in people.in_play if stood.stands[place]]
    rankers = [own for own in people.values if all(own[place] is not None for place in standing)] if standing else []
    places = [_mean_ranks([own[place] or 0.0 for place in standing]) for own in rankers]
    if rule is GroupRule.BORDA:
        counted = [
            share
            for own, share in zip(people.values, people.shares, strict=True)
            if standing and all(own[place] is not None for place in standing)
        ]
        stood = _by_borda(stood, standing, places, counted)
    return GroupResult(
        rule=rule,
        number=number,
        options=columns,
        size=len(sheets),
        counts=tuple(stood.counts),
        values=tuple(stood.values),
        stands=tuple(stood.stands),
        possible=tuple(stood.possible),
        ranks=tuple(stood.ranks),
        divided=tuple(tuple(columns[place] for place in run) for run in stood.divided),
        spreads=tuple(
            spread_of([_on_scale(own[place], number) for own in people.values], people.shares)
            for place in range(len(columns))
        ),
        rankers=len(rankers),
        kendall_w=kendall_w(places),
        firsts=first_choices(people.rows, people.in_play, number),
        weights=GroupWeights.NONE if stood.is_weightless else _weights(records, map_id, sheets),
        scored=tuple(any(_has_scored(sheet, option) for sheet in sheets) for option in columns),
        unsupported_leads=tuple(stood.unsupported_leads),
        counted=sum(any(row) for row in people.rows),
        has_shares=len(set(people.shares)) > 1,
    )


@dataclass(frozen=True, slots=True)
class _People:
    """What options come to for each person: `rows` and `values` by person, then option."""

    columns: tuple[CardId, ...]
    number: NumberKind
    shares: Sequence[float]
    rows: Sequence[Sequence[Interval | None]]
    values: Sequence[Sequence[float | None]]
    pool: Pool

    @property
    def in_play(self) -> list[int]:
        """The options of which anybody says something."""
        return places_in_play(self.rows)

    def with_value(self, place: int) -> frozenset[int]:
        """Who has a value for an option."""
        return frozenset(person for person, own in enumerate(self.values) if own[place] is not None)

    def pooled(self, place: int, among: frozenset[int]) -> float:
        """What an option comes to over some people who all have a value for it."""
        pairs = [
            (own, self.shares[person]) for person in sorted(among) if (own := self.values[person][place]) is not None
        ]
        return self.pool(pairs)

    def possible(self, place: int) -> Interval:
        """What an option may come to over all of them."""
        ends = [filled(row, self.number)[place] for row in self.rows]
        low, high = (
            self.pool([(interval[end], share) for interval, share in zip(ends, self.shares, strict=True)])
            for end in (0, 1)
        )
        return low, high


@dataclass(frozen=True, slots=True)
class _Stood:
    """What options come to together, each list by option."""

    counts: Sequence[int]
    values: Sequence[float | None]
    stands: Sequence[bool]
    possible: Sequence[Interval | None]
    ranks: Sequence[Rank | None]
    divided: Sequence[Sequence[int]] = ()
    is_weightless: bool = False
    unsupported_leads: Sequence[UnsupportedLead] = ()


def _of_results(people: _People) -> _Stood:
    """Each option over those who have a value for it, and compared over those who have one for both."""
    everybody = range(len(people.columns))
    least = max(_LEAST_PEOPLE, math.ceil(len(people.rows) / 2))
    raters = [people.with_value(place) for place in everybody]
    values = [people.pooled(place, raters[place]) if raters[place] else None for place in everybody]
    stands = [len(members) >= least for members in raters]
    possible = [people.possible(place) if place in people.in_play else None for place in everybody]
    placed = _placed(values, stands, possible)
    standing = [place for place in people.in_play if stands[place]]
    divided = _divided(people, raters, sorted(standing, key=lambda place: -(values[place] or 0.0)))
    for run in divided:
        for place in run:
            placed[place] = placed[run[0]]
    return _Stood([len(members) for members in raters], values, stands, possible, placed, divided)


def _placed(
    values: Sequence[float | None], stands: Sequence[bool], possible: Sequence[Interval | None]
) -> list[Rank | None]:
    """Places by what stands and by what open options may come to."""
    known = {
        place: (value, value) if stands[place] and value is not None else interval
        for place, (value, interval) in enumerate(zip(values, possible, strict=True))
        if interval is not None
    }
    rank_by_place = dict(zip(known, ranks(list(known.values())), strict=True))
    return [rank_by_place.get(place) for place in range(len(values))]


def _divided(people: _People, raters: Sequence[frozenset[int]], ordered: Sequence[int]) -> list[tuple[int, ...]]:
    """Runs in the order of values within which it depends on who is counted which option is ahead.

    Args:
        people: what options come to for each.
        raters: by option, who has a value for it.
        ordered: the options that stand, the highest first.
    """
    ends = list(range(len(ordered)))
    for first, above in enumerate(ordered):
        for last, below in enumerate(ordered[first + 1 :], start=first + 1):
            if not is_ahead(people.pooled(above, raters[above]), people.pooled(below, raters[below])):
                continue
            both = raters[above] & raters[below]
            is_borne_out = len(both) >= _LEAST_PEOPLE and is_ahead(
                people.pooled(above, both), people.pooled(below, both)
            )
            if not is_borne_out:
                ends[first] = last
    runs: list[tuple[int, ...]] = []
    start = 0
    while start < len(ordered):
        end, here = ends[start], start
        while here <= end:
            end = max(end, ends[here])
            here += 1
        if end > start:
            runs.append(tuple(ordered[start : end + 1]))
        start = end + 1
    return runs


def _of_inputs(records: Records, map_id: MapId, sheets: Sequence[Sheet], people: _People) -> _Stood:
    """The results of the numbers of all made one."""
    is_median = people.pool is median
    numbers, given = pooled(records, map_id, sheets, *_pools(is_median))
    method = sheets[0].results.settings.method
    results = LiveResults(records, map_id, method=method, numbers=numbers).current
    has_weights = any(sheet.has_weights for sheet in sheets)
    together = Sheet(None, None, "", 1.0, numbers, results, has_weights)
    is_weightless = has_weights and people.number is NumberKind.TOTAL and not any(results.weights.values())
    possible = [
        filled([together.interval(option, people.number)], people.number)[0] if place in people.in_play else None
        for place, option in enumerate(people.columns)
    ]
    known = [interval is not None and interval[0] == interval[1] for interval in possible]
    values = [
        interval[0] if interval is not None and is_one else None
        for interval, is_one in zip(possible, known, strict=True)
    ]
    if people.number is NumberKind.LEANING:
        counts = [len(people.with_value(place)) for place in range(len(people.columns))]
    else:
        counting = [criterion for criterion, share in results.weights.items() if share > 0 or not has_weights]
        counts = [min((given[option, item] for item in counting), default=len(sheets)) for option in people.columns]
    placed = _placed(values, known, possible)
    unsupported_leads = (
        () if is_weightless else tuple(_unsupported_leads(records, map_id, sheets, people, placed, known))
    )
    return _Stood(
        counts, values, known, possible, placed, is_weightless=is_weightless, unsupported_leads=unsupported_leads
    )


def _unsupported_leads(
    records: Records,
    map_id: MapId,
    sheets: Sequence[Sheet],
    people: _People,
    placed: Sequence[Rank | None],
    known: Sequence[bool],
) -> Iterator[UnsupportedLead]:
    """Over which options the lead of what comes first alone depends on who is counted (ROOM 2.2, the rule for pairs).

    Each number of the whole is that of those who gave it; a pair is compared over those who have a value for both.
    """
    may = [place for place, rank in enumerate(placed) if rank is not None and rank.best == 1]
    first = may[0] if len(may) == 1 else None
    rank = None if first is None else placed[first]
    if first is None or rank is None or rank.worst > 1 or not known[first]:
        return
    numbers_of: dict[frozenset[int], Results] = {}
    for other, option in enumerate(people.columns):
        both = people.with_value(first) & people.with_value(other)
        if other == first or not known[other] or len(both) == len(sheets):
            continue
        if len(both) < _LEAST_PEOPLE:
            yield UnsupportedLead(option, len(both), None)
            continue
        if both not in numbers_of:
            some = [sheets[person] for person in sorted(both)]
            numbers, _ = pooled(records, map_id, some, *_pools(people.pool is median))
            method = sheets[0].results.settings.method
            numbers_of[both] = LiveResults(records, map_id, method=method, numbers=numbers).current
        together = Sheet(None, None, "", 1.0, Numbers(), numbers_of[both])
        one, two = (together.value(item, people.number) for item in (people.columns[first], option))
        if one is not None and two is not None and not is_ahead(one, two):
            yield UnsupportedLead(option, len(both), two - one)


def _by_borda(
    stood: _Stood, standing: Sequence[int], places: Sequence[Sequence[float]], shares: Sequence[float]
) -> _Stood:
    """Σ (options − rank) of those that stand, each person by their share of all, times how many rank them all."""
    count = len(standing)
    points = {
        place: len(places) * mean([(count - own[at], share) for own, share in zip(places, shares, strict=True)])
        for at, place in enumerate(standing)
        if places
    }
    reach = [
        interval for place, interval in enumerate(stood.possible) if interval is not None and place not in standing
    ]
    borda_ranks: list[Rank | None] = [None] * len(stood.values)
    for place, own in points.items():
        value = stood.values[place]
        assert value is not None
        best = 1 + sum(other > own + _NOISE for other in points.values())
        borda_ranks[place] = Rank(best, best + sum(not is_ahead(value, most) for _, most in reach))
    values = [points.get(place) for place in range(len(stood.values))]
    return replace(stood, values=values, ranks=borda_ranks, divided=())


def _pools(is_median: bool) -> tuple[Pool, Pool]:  # noqa: FBT001  # of numbers, and of plausibilities
    return (median, median) if is_median else (mean, mean_plausibility)


def _mean_ranks(values: Sequence[float]) -> list[float]:
    """The place of each, the highest first; what is level shares."""
    return [
        1
        + sum(
            1.0 if is_ahead(other, value) else 0.5 if not is_ahead(value, other) else 0.0
            for at, other in enumerate(values)
            if at != own
        )
        for own, value in enumerate(values)
    ]


def _weights(records: Records, map_id: MapId, sheets: Sequence[Sheet]) -> GroupWeights:
    if not any(sheet.has_weights for sheet in sheets):
        return GroupWeights.MISSING
    is_set = are_weights_set(records, map_id) or any(sheet.numbers.weights for sheet in sheets)
    return GroupWeights.KNOWN if is_set or len(criteria(records, map_id)) < 2 else GroupWeights.UNSET


def _has_scored(sheet: Sheet, option: CardId) -> bool:
    return any(cell.score is not None for (card, _), cell in sheet.results.cells.items() if card == option)


def _on_scale(value: float | None, number: NumberKind) -> float | None:
    """A total as it is, a leaning from -100…100 on 0…100."""
    return value if value is None or number is NumberKind.TOTAL else (value + 100) / 2
