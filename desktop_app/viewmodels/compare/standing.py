"""The rows of the comparison: what options and questions come to in each perspective and together, as written."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.ids import PerspectiveId
from desktop_app.model.records import Card, CardKind
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.weighing.arguments.sentences import rank_words
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank
from desktop_app.weighing.people.group import Comparison, GroupResult, GroupRule, Sheet
from desktop_app.weighing.people.group_leaning import GroupLeaning
from desktop_app.weighing.people.group_sentences import points
from desktop_app.wording.rounding import signed, whole
from desktop_app.wording.sentence import text


@dataclass(frozen=True, slots=True)
class StandingHead:
    """A perspective over its column; the map's own has none."""

    perspective: PerspectiveId | None
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class StandingCell:
    """A number and its place among the others, as they are written; empty where there is none."""

    words: str = ""
    place: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class StandingRow:
    """An option or a question, with a cell for each perspective and perhaps one for what they come to together."""

    name: str
    cells: tuple[StandingCell, ...]


def heads(shown: ShownMap, sheets: Sequence[Sheet]) -> list[StandingHead]:
    """The perspectives with their colours."""
    colours = {item.id: item.colour for item in reads.perspectives(shown.document, shown.map_id)}
    return [
        StandingHead(sheet.perspective, sheet.name, colours[sheet.perspective] if sheet.perspective is not None else "")
        for sheet in sheets
    ]


def option_rows(shown: ShownMap, comparison: Comparison, together: GroupResult | None) -> list[StandingRow]:
    """A row for each option, with what a group comes to as its last cell."""
    rows = []
    letters = reads.option_letters(shown.document, shown.map_id)
    for place, option in enumerate(comparison.options):
        cells = [
            _cell(ends[place], ranks[place], comparison.number)
            for ends, ranks in zip(comparison.intervals, comparison.ranks, strict=True)
        ]
        if together is not None:
            cells.append(_together(together, place))
        text = one_line(shown.document.get(Card, option).text, 80)
        rows.append(StandingRow(f"{letters[option]}  {text}", tuple(cells)))
    return rows


def argued_questions(shown: ShownMap) -> list[Card]:
    """The questions of the map that arguments speak to."""
    all_cards = reads.by_rank(reads.cards(shown.document, shown.map_id))
    cards = shown.results.cards
    return [card for card in all_cards if card.kind is CardKind.QUESTION and cards[card.id].total]


def question_rows(
    questions: Sequence[Card], sheets: Sequence[Sheet], together: Sequence[GroupLeaning]
) -> list[StandingRow]:
    """A row for each question: how its arguments lean, and for a group in the last cell."""
    grouped = {item.card: StandingCell(signed(item.together)) for item in together}
    return [
        StandingRow(
            f"?  {one_line(card.text, 80)}",
            (*(_leaning(sheet, card) for sheet in sheets), grouped.get(card.id, StandingCell())),
        )
        for card in questions
    ]


def row_sentence(row: StandingRow, columns: Sequence[StandingHead]) -> str:
    """A row in words: "?  Should we go?: My numbers +21; European allies −3."."""
    missing = text("compare.no_number")
    entries = "; ".join(f"{head.name} {cell.words or missing}" for head, cell in zip(columns, row.cells, strict=False))
    return f"{row.name}: {entries}."


def _leaning(sheet: Sheet, card: Card) -> StandingCell:
    leaning = sheet.results.cards[card.id].leaning
    return StandingCell(signed(leaning)) if leaning is not None else StandingCell()


def _cell(ends: Interval | None, rank: Rank | None, number: NumberKind) -> StandingCell:
    """A total or leaning with its place; one that missing numbers leave open as the range it lies in."""
    if ends is None or rank is None:
        return StandingCell()
    least, most = ends
    if least != most:
        return StandingCell(
            f"{_words(least, number)}–{_words(most, number)}", text("rank.undecided"), is_first=rank.worst == 1
        )
    return StandingCell(_words(least, number), rank_words(rank), is_first=rank.worst == 1)


def _together(group: GroupResult, place: int) -> StandingCell:
    """What an option comes to for a group, with how many are counted where that is not everybody."""
    ends, rank, value = group.possible[place], group.ranks[place], group.values[place]
    if ends is None:
        return StandingCell()
    count = group.rankers if group.rule is GroupRule.BORDA else group.counts[place]
    counted = "" if count == group.size else text("compare.of_size", count=count, size=group.size)
    if value is None or not group.stands[place]:
        if group.rule is GroupRule.BORDA:
            return StandingCell(f"–{counted}", text("rank.undecided"))
        return StandingCell(
            f"{_words(ends[0], group.number)}–{_words(ends[1], group.number)}{counted}", text("rank.undecided")
        )
    is_borda = group.rule is GroupRule.BORDA
    words = text("group.points.short", points=points(value)) if is_borda else _words(value, group.number)
    return StandingCell(
        f"{words}{counted}", rank_words(rank) if rank is not None else "", is_first=place in group.first
    )


def _words(value: float, number: NumberKind) -> str:
    return signed(value) if number is NumberKind.LEANING else str(whole(value))
