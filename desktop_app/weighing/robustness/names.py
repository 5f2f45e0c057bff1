"""What options and criteria are called in sentences about a ranking, and whose weights it rests on."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Criterion
from desktop_app.weighing.criteria.lead import Field
from desktop_app.weighing.people.room import are_weights_set
from desktop_app.weighing.robustness.table import ScoreTable
from desktop_app.wording.sentence import Letter


class WeightsOf(Enum):
    """Whose weights a ranking rests on; the value ends the keys of sentences about them."""

    OWN = ""
    NOBODYS = ".equal"  # all count alike
    GIVEN = ".given"  # of several people as one


@dataclass(frozen=True, slots=True)
class Names(Field):
    """What options and criteria of a table are called, by their places, and who stands outside it.

    Attributes:
        weights: whose they are.
    """

    criteria: tuple[str, ...]
    weights: WeightsOf = WeightsOf.OWN


def read_names(records: Records, map_id: MapId, table: ScoreTable, *, is_room: bool = False) -> Names:
    """The letters of the options and the names of the criteria of a table.

    Args:
        records: the workbook.
        map_id: the map.
        table: of its options.
        is_room: the numbers are those of several people as one.
    """
    letters = option_letters(records, map_id)
    return Names(
        options=tuple(Letter(letters[option]) for option in table.options),
        outside=tuple(Letter(letters[option]) for option in table.outside),
        criteria=tuple(records.get(Criterion, criterion).name for criterion in table.criteria),
        weights=_whose(records, map_id, table, is_room=is_room),
        has_ranges=table.has_doubt(),
        is_outside_scored=bool(table.uncounted),
    )


def _whose(records: Records, map_id: MapId, table: ScoreTable, *, is_room: bool) -> WeightsOf:
    are_alike = len({table.weights[place] for place in table.counted}) == 1
    if are_alike and not are_weights_set(records, map_id):
        return WeightsOf.NOBODYS
    return WeightsOf.GIVEN if is_room else WeightsOf.OWN
