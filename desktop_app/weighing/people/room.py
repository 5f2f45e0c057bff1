"""Who is in the room, and which numbers are in force for them (ROOM 2.1); stakeholders and outlooks are no people.

Somebody's own number counts; where people were asked, that is where any of them gave a number, and this one gave none,
it is missing; where nobody was asked, the map's own stands for all.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.model.ids import CardId, CriterionId, MapId, PerspectiveId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records, cards, criteria, options, perspectives
from desktop_app.model.reads import score as read_score
from desktop_app.model.records import (
    Argument,
    Card,
    Method,
    Perspective,
    PerspectiveKind,
    ScoreMode,
    WeightFrom,
)
from desktop_app.weighing.criteria.matrix import CellKey
from desktop_app.weighing.numbers import Missing, Numbers, read_numbers
from desktop_app.weighing.people.group import EVERY_KIND, Sheet
from desktop_app.weighing.results import LiveResults, Results
from desktop_app.wording.sentence import text


def are_weights_set(records: Records, map_id: MapId) -> bool:
    """Whether anybody has set the map's own weights: one says where it comes from, or, in older files, they differ."""
    all_criteria = criteria(records, map_id)
    is_recorded = any(item.weight_from is not WeightFrom.NOT_RECORDED for item in all_criteria)
    return is_recorded or len({item.weight for item in all_criteria}) > 1


def own_numbers_suffice(records: Records, map_id: MapId, people: Sequence[Sheet]) -> bool:
    """Whether the map's own numbers suffice to say what comes first: nobody has a more telling kind than they have.

    Scores tell most, since options are ranked by totals where anybody scored; then how much arguments matter; then all
    other numbers. A facilitator who only set weights leaves the result to the people who scored.

    Args:
        records: the workbook.
        map_id: the map.
        people: in the room.
    """
    own = [sheet.numbers for sheet in people if sheet.perspective is not None]
    if any(_has_score(records, *key) for key in _cells(records, map_id)):
        return True
    if any(numbers.scores for numbers in own):
        return False
    if any(argument.importance is not None for argument in records.referring(Argument, "map", map_id)):
        return True
    return not any(numbers.arguments for numbers in own) and holds_numbers(records, map_id)


def holds_numbers(records: Records, map_id: MapId) -> bool:
    """Whether the map's own numbers are anybody's: a likelihood, an importance, a score or a weight is set."""
    return (
        are_weights_set(records, map_id)
        or any(card.plausibility is not None and card.kind in STATEMENTS for card in cards(records, map_id))
        or any(argument.importance is not None for argument in records.referring(Argument, "map", map_id))
        or any(_has_score(records, *key) for key in _cells(records, map_id))
    )


def room(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The people among some sheets that hold a number of their own."""
    return tuple(sheet for sheet in sheets if sheet.is_person)


def read_sheets(
    records: Records,
    map_id: MapId,
    *,
    kinds: Collection[PerspectiveKind] = EVERY_KIND,
    own_name: str | None = None,
    method: Method | None = None,
    known: Callable[[PerspectiveId | None], Results] | None = None,
) -> tuple[Sheet, ...]:
    """The map's own sheet, then those of its perspectives of some kinds, in order.

    Args:
        records: the workbook.
        map_id: the map.
        kinds: of the perspectives; those of other kinds are not read.
        own_name: of the map's own numbers; None for that of the window.
        method: None is the map's.
        known: results of a perspective under the map's method, where somebody keeps them.
    """
    all_perspectives = perspectives(records, map_id)
    asked = _asked(records, map_id, [item for item in all_perspectives if item.kind is PerspectiveKind.PERSON])

    def sheet(item: Perspective | None) -> Sheet:
        numbers = read_numbers(records, item.id if item is not None else None)
        own = Numbers() if item is None else numbers
        has_weights, is_somebody = True, True
        if item is None:
            is_somebody = holds_numbers(records, map_id)
            has_weights = are_weights_set(records, map_id) or not asked.weights
        else:
            # An outlook without numbers of its own is as the map expects.
            is_somebody = _holds(own) or (item.kind is PerspectiveKind.SCENARIO and holds_numbers(records, map_id))
        if item is not None and item.kind is PerspectiveKind.PERSON:
            numbers = replace(numbers, missing=asked.but_for(own))
            has_weights = not asked.weights or set(own.weights) >= asked.criteria
        chosen = item.id if item is not None else None
        if numbers.missing != Missing():
            results = LiveResults(records, map_id, chosen, method, numbers=numbers).current
        elif known is not None:
            results = known(chosen)
        else:
            results = LiveResults(records, map_id, chosen, method).current
        name = own_name or text("numbers.own") if item is None else item.name
        share = 1.0 if item is None else item.share
        kind = None if item is None else item.kind
        return Sheet(chosen, kind, name, share, numbers, results, has_weights, is_somebody)

    return tuple(sheet(item) for item in (None, *(item for item in all_perspectives if item.kind in kinds)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What any person was asked for and the map has a number for, too; where one gave none, it is missing."""

    numbers: Missing
    weights: bool
    criteria: frozenset[CriterionId]

    def but_for(self, own: Numbers) -> Missing:
        """What somebody with these numbers did not give."""
        return Missing(
            self.numbers.cards - set(own.cards),
            self.numbers.arguments - set(own.arguments),
            self.numbers.scores - set(own.scores),
        )


def _asked(records: Records, map_id: MapId, people: Sequence[Perspective]) -> _Asked:
    given = [read_numbers(records, person.id) for person in people]
    return _Asked(
        numbers=Missing(
            frozenset(
                key for numbers in given for key in numbers.cards if records.get(Card, key).plausibility is not None
            ),
            frozenset(
                key
                for numbers in given
                for key in numbers.arguments
                if records.get(Argument, key).importance is not None
            ),
            frozenset(key for numbers in given for key in numbers.scores if _has_score(records, *key)),
        ),
        weights=any(numbers.weights for numbers in given),
        criteria=frozenset(item.id for item in criteria(records, map_id)),
    )


def _holds(numbers: Numbers) -> bool:
    return bool(numbers.cards or numbers.arguments or numbers.weights or numbers.scores)


def _cells(records: Records, map_id: MapId) -> Iterable[CellKey]:
    return ((option.id, item.id) for option in options(records, map_id) for item in criteria(records, map_id))


def _has_score(records: Records, option: CardId, criterion: CriterionId) -> bool:
    score = read_score(records, option, criterion)
    return score is not None and (score.mode is ScoreMode.ARGUED or score.likely is not None)
