"""The tables a room sees: options judged on criteria, and what that adds up to. The order is the map's, always."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.briefing.content.words import Words
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.weighing.criteria.totals import Rank
from desktop_app.weighing.people.group import GroupResult
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import percent, range_text, signed, whole
from desktop_app.wording.sentence import Ordinal, text

_NONE = "–"
_WIDEST_TOTAL = "00–100"


@dataclass(frozen=True, slots=True)
class SlideRow:
    """A line: what it is about, its numbers, a bar.

    Attributes:
        letter: of the option it is about.
        weight: of a criterion.
        numbers: one for each column.
        share: of the bar beneath it, 0…1; None without one.
        reach: how far the bar may go, where missing scores leave that open.
    """

    name: str
    numbers: tuple[str, ...]
    letter: str = ""
    weight: str = ""
    share: float | None = None
    reach: float | None = None


@dataclass(frozen=True, slots=True)
class SlideTable:
    """Rows with numbers in columns.

    Attributes:
        heads: letters of the options above the columns; empty where the columns have none.
        weight_head: what stands above the weights; empty where there are none.
        widest: for each column what its numbers have room for, whatever they are: a column that is wider or narrower
            would tell of numbers that are hidden.
        has_bars: each row has room for a bar.
    """

    rows: tuple[SlideRow, ...]
    heads: tuple[str, ...] = ()
    weight_head: str = ""
    widest: tuple[str, ...] = ()
    has_bars: bool = False


def matrix_table(records: Records, results: Results, letters: Mapping[CardId, str], words: Words) -> SlideTable:
    """A row for each criterion, a column for each option, then the totals."""
    rows = []
    for criterion in reads.criteria(records, results.map):
        cells = [results.cells[option, criterion.id].score for option in letters]
        numbers = tuple(_NONE if cell is None else str(whole(cell.likely)) for cell in cells)
        rows.append(SlideRow(criterion.name, numbers, weight=percent(results.weights[criterion.id])))
    totals = [results.options[option].total for option in letters]
    shown = tuple(_NONE if total is None else range_text(total.least, total.most) for total in totals)
    rows.append(SlideRow(words["total"], shown))
    return SlideTable(tuple(rows), tuple(letters.values()), words["weight"], widest=(_WIDEST_TOTAL,) * len(letters))


def result_table(
    records: Records, results: Results, letters: Mapping[CardId, str], words: Words, room: GroupResult | None
) -> SlideTable:
    """A row for each option in the order of the map: its place, over how many people, its number, a bar.

    Args:
        records: the workbook.
        results: what is printed: the map's own or the room's.
        letters: of the options that are shown.
        words: the language of places and counts.
        room: what the people come to; None where the numbers are the map's own.
    """
    counts = dict(zip(room.options, room.counts, strict=True)) if room is not None else {}
    # Of one option alone there is no first.
    is_ranked = sum(results.options[option].rank is not None for option in letters) > 1
    rows = []
    for option, letter in letters.items():
        result = results.options[option]
        number, place, share, reach = _NONE, "", None, None
        if result.rank is not None:
            place = _place(result.rank, words) if is_ranked else ""
            if result.total is not None:
                least, most = result.total.least, result.total.most
                number, share = range_text(least, most), least / 100
                reach = most / 100 if least < most else None
            elif result.leaning is not None:
                number = signed(result.leaning)
        counted = (words.say("room.of", count=counts[option], size=room.size),) if room is not None else ()
        name = records.get(Card, option).text
        rows.append(SlideRow(name, (place, *counted, number), letter, share=share, reach=reach))
    lowest = max(1, len(letters))
    widest_place = _place(Rank(max(1, lowest - 1), lowest), words)
    counted = ("",) if room is not None else ()
    return SlideTable(tuple(rows), widest=(widest_place, *counted, _WIDEST_TOTAL), has_bars=True)


def _place(rank: Rank, words: Words) -> str:
    ends = (rank.best,) if rank.is_certain else (rank.best, rank.worst)
    if words.language == "en":
        return "–".join(text("place", place=Ordinal(end)) for end in ends)
    return words.say("room.place", place="–".join(map(str, ends)))
