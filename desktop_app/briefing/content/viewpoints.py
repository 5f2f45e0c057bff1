"""The same map in the numbers of its perspectives, beside one another; what is said of them is said of all."""

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.briefing.content.parts import TablePart
from desktop_app.briefing.content.words import Words
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import CardKind
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import Comparison, GroupResult, Sheet
from desktop_app.weighing.people.group_sentences import (
    disagreement_sentences,
    lead_sentences,
    perspectives_sentence,
    whose_sentence,
)
from desktop_app.weighing.people.room import read_sheets
from desktop_app.wording.rounding import signed, whole
from desktop_app.wording.sentence import text

_MOST: Final = 12
_NOTHING: Final = "–"


def perspectives_part(
    records: Records,
    map_id: MapId,
    letters: Mapping[CardId, str],
    title: str,
    words: Words,
    room: GroupResult | None = None,
) -> TablePart | None:
    """A row for the map's own numbers and for each perspective; None where there is no other perspective.

    Args:
        records: the workbook.
        map_id: the map.
        letters: of its options; without any, its only question is compared.
        title: of the part.
        words: of the brief.
        room: what the people come to, where the brief prints that instead of the map's own: one row without names.
    """
    sheets = read_sheets(records, map_id, own_name=words["my_numbers"])
    if len(sheets) == 1:
        return None
    comparison = compare(records, map_id, sheets)
    shown = [place for place, sheet in enumerate(sheets) if sheet.is_somebody and not (room and sheet.is_person)]
    sentences = [str(sentence) for sentence in perspectives_sentence(list(letters.values()), comparison)]
    if letters:
        header = (words["perspective"], *letters.values(), words["first"])
        numeric = (False, *(True for _ in letters), False)
        rows = [_row(comparison, place, list(letters.values())) for place in shown]
        if room is not None:
            rows.insert(0, _room_row(room, list(letters.values())))
            sentences = [*map(str, lead_sentences(list(letters.values()), room)), *sentences]
    else:
        asked = _asked(sheets[0])
        if asked is None:
            return None
        header, numeric = (words["perspective"], text("viewpoints.leaning")), (False, True)
        rows = [(sheets[place].name, _leaning(sheets[place], asked)) for place in shown]
    if not rows:
        return None
    sentences += [str(sentence) for sentence in disagreement_sentences(records, comparison)]
    left = len(rows) - _MOST - 1
    if left > 0:
        sentences.append(text("group.rows.left", count=left))
    return TablePart("perspectives", title, header, tuple(rows[: _MOST + 1]), numeric, tuple(sentences))


def _row(comparison: Comparison, place: int, letters: Sequence[str]) -> tuple[str, ...]:
    number, ranks = comparison.number, comparison.ranks[place]
    cells = (_words(ends, number) for ends in comparison.intervals[place])
    return (comparison.sheets[place].name, *cells, _first(ranks, letters))


def _room_row(room: GroupResult, letters: Sequence[str]) -> tuple[str, ...]:
    """The people as one, each option with how many are counted."""
    cells = [
        _NOTHING
        if ends is None
        else text("viewpoints.counted", number=_words(ends, room.number), count=count, size=room.size)
        for ends, count in zip(room.possible, room.counts, strict=True)
    ]
    return (str(whose_sentence(text("weigh.room"), room)), *cells, _first(room.ranks, letters))


def _words(ends: Interval | None, number: NumberKind) -> str:
    """A total or leaning, or the range in which missing numbers leave it."""
    if ends is None:
        return _NOTHING
    least, most = (signed(end) if number is NumberKind.LEANING else str(whole(end)) for end in ends)
    return least if least == most else f"{least}–{most}"


def _first(ranks: Sequence[Rank | None], letters: Sequence[str]) -> str:
    """What comes first, several where they are level; "open" where missing numbers leave it open."""
    may = [letter for letter, rank in zip(letters, ranks, strict=True) if rank is not None and rank.best == 1]
    sure = [letter for letter, rank in zip(letters, ranks, strict=True) if rank is not None and rank.worst == 1]
    if not may:
        return _NOTHING
    return " = ".join(may) if may == sure else text("rank.undecided")


def _asked(sheet: Sheet) -> CardId | None:
    """The first question that arguments speak to."""
    questions = (card.card for card in sheet.results.cards.values() if card.kind is CardKind.QUESTION and card.total)
    return next(questions, None)


def _leaning(sheet: Sheet, card: CardId) -> str:
    leaning = sheet.results.cards[card].leaning
    return _NOTHING if leaning is None else signed(leaning)
