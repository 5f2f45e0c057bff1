"""Sheets side by side: what each comes to, what each puts first, where they differ and how far apart they are."""

from collections.abc import Sequence
from typing import Final

from desktop_app.model.ids import MapId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records, cards, criteria, options
from desktop_app.model.records import Argument, Card
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank, normalised, ranks
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.people.disagreement import agreement, polarisation, standard_deviation
from desktop_app.weighing.people.group import Comparison, Difference, FirstChoices, Sheet, Spread, Subject, SubjectKind
from desktop_app.weighing.people.pooling import WeightedValues, mean, median
from desktop_app.weighing.people.room import are_weights_set

_LEVELS: Final = (0.0, 25.0, 50.0, 75.0, 100.0)
_ANYTHING: Final = {NumberKind.TOTAL: (0.0, 100.0), NumberKind.LEANING: (-100.0, 100.0)}


def compare(records: Records, map_id: MapId, sheets: Sequence[Sheet]) -> Comparison:
    """Lays sheets side by side; the first is what the others are compared with."""
    number = number_of(sheets)
    columns = tuple(option.id for option in options(records, map_id))
    intervals = tuple(tuple(sheet.interval(option, number) for option in columns) for sheet in sheets)
    counted = [row for sheet, row in zip(sheets, intervals, strict=True) if sheet.is_somebody]
    in_play = places_in_play(counted)
    base = _inputs(records, map_id)
    inputs = [_given(records, map_id, base, sheet) for sheet in sheets]
    differences = [_differences(inputs[0], theirs) if place else () for place, theirs in enumerate(inputs)]
    spreads = []
    statements = [_statement(records, map_id, base, sheet) for sheet in sheets]
    for subject in dict.fromkeys(subject for statement in statements for subject in statement):
        values = [statement.get(subject) for statement in statements]
        # Most numbers are the same for all: nothing to work out there.
        if len(set(values) - {None}) > 1:
            spread = spread_of(values, [sheet.share for sheet in sheets])
            assert spread is not None
            spreads.append((subject, spread))
    return Comparison(
        sheets=tuple(sheets),
        options=columns,
        number=number,
        intervals=intervals,
        ranks=tuple(_ranks(row, in_play, number) for row in intervals),
        differences=tuple(differences),
        spreads=tuple(sorted(spreads, key=lambda pair: -pair[1].polarisation)),
        firsts=first_choices(counted, in_play, number),
    )


def number_of(sheets: Sequence[Sheet]) -> NumberKind:
    """What options are compared by: totals, or leanings where no sheet has any."""
    has_totals = any(option.total is not None for sheet in sheets for option in sheet.results.options.values())
    return NumberKind.TOTAL if has_totals else NumberKind.LEANING


def places_in_play(rows: Sequence[Sequence[Interval | None]]) -> list[int]:
    """The options of which anybody knows something, by place; all others stand outside.

    Args:
        rows: by person, then option.
    """
    return [place for place in range(len(rows[0])) if any(row[place] is not None for row in rows)] if rows else []


def first_choices(
    rows: Sequence[Sequence[Interval | None]], in_play: Sequence[int], number: NumberKind
) -> FirstChoices:
    """What people put first, each alone or level with others, where that is certain (ROOM 2.2).

    Nobody puts anything first where there is nothing to compare it with.

    Args:
        rows: by person, then option.
        in_play: the places of options that are compared; what a person says nothing of may be anything.
        number: what they are compared by.
    """
    count = len(rows[0]) if rows else 0
    alone, tied, tying = [0] * count, [0] * count, 0
    for row in rows if len(in_play) > 1 else ():
        firsts = _firsts(_ranks(row, in_play, number))
        if len(firsts) == 1:
            alone[firsts[0]] += 1
        elif firsts:
            tying += 1
            for place in firsts:
                tied[place] += 1
    return FirstChoices(tuple(alone), tuple(tied), tying, len(rows))


def spread_of(values: Sequence[float | None], shares: Sequence[float]) -> Spread | None:
    """How far apart people are about one number; None where fewer than two say it."""
    pairs: WeightedValues = [(value, share) for value, share in zip(values, shares, strict=True) if value is not None]
    if len(pairs) < 2:
        return None
    known = [value for value, _ in pairs]
    on_levels = all(value in _LEVELS for value in known)
    return Spread(
        values=tuple(values),
        mean=mean(pairs),
        median=median(pairs),
        deviation=standard_deviation(known),
        polarisation=polarisation(known),
        agreement=agreement([known.count(level) for level in _LEVELS]) if on_levels else None,
    )


def filled(row: Sequence[Interval | None], number: NumberKind) -> list[Interval]:
    """What each option may come to: what nothing is said of, anything."""
    return [_ANYTHING[number] if interval is None else interval for interval in row]


def _ranks(row: Sequence[Interval | None], in_play: Sequence[int], number: NumberKind) -> tuple[Rank | None, ...]:
    """Places among the options in play; none at all where this one says nothing of any of them."""
    if all(row[place] is None for place in in_play):
        return (None,) * len(row)
    possible = filled(row, number)
    rank_by_place = dict(zip(in_play, ranks([possible[place] for place in in_play]), strict=True))
    return tuple(rank_by_place.get(place) for place in range(len(row)))


def _firsts(places: Sequence[Rank | None]) -> list[int]:
    """What comes first for certain; nothing where that is open."""
    may = [place for place, rank in enumerate(places) if rank is not None and rank.best == 1]
    sure = [place for place in may if (rank := places[place]) is not None and rank.worst == 1]
    return sure if sure == may else []


def _inputs(records: Records, map_id: MapId) -> dict[Subject, float]:
    """Every number of the map itself but its weights, on 0…100."""
    numbers = Numbers()
    value_by_subject: dict[Subject, float] = {}
    for card in sorted(cards(records, map_id), key=lambda card: (card.rank, card.id)):
        plausibility = numbers.plausibility(card)
        if plausibility is not None and card.kind in STATEMENTS:
            value_by_subject[Subject(SubjectKind.PLAUSIBILITY, card=card.id)] = 100 * plausibility
    for argument in sorted(records.referring(Argument, "map", map_id), key=lambda item: (item.rank, item.id)):
        importance = numbers.importance(argument)
        if importance is not None:
            value_by_subject[Subject(SubjectKind.IMPORTANCE, argument=argument.id)] = 100 * importance
    for option in options(records, map_id):
        for criterion in criteria(records, map_id):
            score = numbers.score(records, option.id, criterion.id)
            if score is not None and score.likely is not None:
                value_by_subject[Subject(SubjectKind.SCORE, card=option.id, criterion=criterion.id)] = score.likely
    return value_by_subject


def _given(records: Records, map_id: MapId, base: dict[Subject, float], sheet: Sheet) -> dict[Subject, float]:
    """Every number of a sheet on 0…100: those of the map with the sheet's own over them, but for what is missing.

    Nothing of somebody who holds no number: the map's own are not theirs.
    """
    if not sheet.is_somebody:
        return {}
    numbers = sheet.numbers
    own = _own(records, sheet)
    value_by_subject = base | {subject: value for subject, value in own if value is not None}
    missing = [
        # "Don't know" is no number, and none of the map's either.
        *(subject for subject, value in own if value is None),
        *(Subject(SubjectKind.PLAUSIBILITY, card=card) for card in numbers.missing.cards),
        *(Subject(SubjectKind.IMPORTANCE, argument=argument) for argument in numbers.missing.arguments),
        *(Subject(SubjectKind.SCORE, card=card, criterion=item) for card, item in numbers.missing.scores),
    ]
    for subject in missing:
        value_by_subject.pop(subject, None)
    return value_by_subject | _weights(records, map_id, sheet)


def _statement(records: Records, map_id: MapId, base: dict[Subject, float], sheet: Sheet) -> dict[Subject, float]:
    """The numbers that this one gave: what only the map says counts as said by the map alone."""
    if sheet.perspective is None or not sheet.is_somebody:
        return _given(records, map_id, base, sheet)
    value_by_subject = {subject: value for subject, value in _own(records, sheet) if value is not None}
    return value_by_subject | (_weights(records, map_id, sheet) if sheet.numbers.weights else {})


def _own(records: Records, sheet: Sheet) -> list[tuple[Subject, float | None]]:
    """What a perspective sets of judgements and scores on 0…100; None where it is said not to be known."""
    numbers = sheet.numbers
    own: list[tuple[Subject, float | None]] = [
        (Subject(SubjectKind.PLAUSIBILITY, card=card), _hundredfold(override.likely))
        for card, override in numbers.cards.items()
        if records.get(Card, card).kind in STATEMENTS
    ]
    own += [
        (Subject(SubjectKind.IMPORTANCE, argument=argument), _hundredfold(override.likely))
        for argument, override in numbers.arguments.items()
    ]
    own += [
        (Subject(SubjectKind.SCORE, card=option, criterion=criterion), override.likely)
        for (option, criterion), override in numbers.scores.items()
    ]
    return own


def _weights(records: Records, map_id: MapId, sheet: Sheet) -> dict[Subject, float]:
    if not (sheet.has_weights and sheet.is_somebody and (sheet.numbers.weights or are_weights_set(records, map_id))):
        return {}
    columns = criteria(records, map_id)
    shares = normalised([sheet.numbers.weight(item) for item in columns])
    return {
        Subject(SubjectKind.WEIGHT, criterion=criterion.id): 100 * share
        for criterion, share in zip(columns, shares, strict=True)
    }


def _hundredfold(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _differences(mine: dict[Subject, float], theirs: dict[Subject, float]) -> tuple[Difference, ...]:
    differences = [
        Difference(subject, mine[subject], value)
        for subject, value in theirs.items()
        if subject in mine and mine[subject] != value
    ]
    return tuple(sorted(differences, key=lambda item: -abs(item.theirs - item.mine)))
