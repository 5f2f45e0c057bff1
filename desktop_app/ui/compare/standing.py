"""The rows of the comparison: what options and questions come to in each perspective and together, as written."""

from collections.abc import Sequence

from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.compare.table import Cell, Head, Row
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace
from desktop_app.weighing.criteria import Rank
from desktop_app.weighing.group import Comparison, GroupResult, GroupRule, Sheet
from desktop_app.weighing.group_leaning import GroupLeaning
from desktop_app.weighing.matrix import NumberKind
from desktop_app.weighing.sentences import rank_words
from desktop_app.wording.rounding import signed, whole


def heads(workspace: Workspace, sheets: Sequence[Sheet]) -> list[Head]:
    """The perspectives with their colours."""
    colours = {item.id: item.colour for item in reads.perspectives(workspace.document, workspace.map_id)}
    return [
        Head(sheet.perspective, sheet.name, colours[sheet.perspective] if sheet.perspective is not None else "")
        for sheet in sheets
    ]


def option_rows(workspace: Workspace, comparison: Comparison, together: GroupResult | None) -> list[Row]:
    """A row for each option, with what a group comes to as its last cell."""
    rows = []
    letters = reads.option_letters(workspace.document, workspace.map_id)
    for place, option in enumerate(comparison.options):
        cells = [
            _cell(values[place], ranks[place], comparison.number) if values[place] is not None else _open(sheet, option)
            for sheet, values, ranks in zip(comparison.sheets, comparison.values, comparison.ranks, strict=True)
        ]
        if together is not None:
            cells.append(_cell(together.values[place], together.ranks[place], together.number, together.rule))
        text = one_line(workspace.document.get(Card, option).text, 80)
        rows.append(Row(f"{letters[option]}  {text}", tuple(cells)))
    return rows


def asked(workspace: Workspace) -> list[Card]:
    """The questions of the map that arguments speak to."""
    found = reads.by_rank(reads.cards(workspace.document, workspace.map_id))
    cards = workspace.results.cards
    return [card for card in found if card.kind is CardKind.QUESTION and cards[card.id].total]


def question_rows(questions: Sequence[Card], sheets: Sequence[Sheet], together: Sequence[GroupLeaning]) -> list[Row]:
    """A row for each question: how its arguments lean, and for a group in the last cell."""
    grouped = {item.card: Cell(signed(item.together)) for item in together}
    return [
        Row(
            f"?  {one_line(card.text, 80)}",
            (*(_leaning(sheet, card) for sheet in sheets), grouped.get(card.id, Cell())),
        )
        for card in questions
    ]


def row_sentence(row: Row, columns: Sequence[Head]) -> str:
    """A row in words: "?  Should we go?: My numbers +21; European allies −3."."""
    said = "; ".join(f"{head.name} {cell.words or 'no number'}" for head, cell in zip(columns, row.cells, strict=False))
    return f"{row.name}: {said}."


def _leaning(sheet: Sheet, card: Card) -> Cell:
    leaning = sheet.results.cards[card.id].leaning
    return Cell(signed(leaning)) if leaning is not None else Cell()


def _open(sheet: Sheet, option: CardId) -> Cell:
    """A total that missing scores leave open, as the range it lies in."""
    total = sheet.results.options[option].total
    return Cell(f"{whole(total.least)}–{whole(total.most)}", "open") if total is not None else Cell()


def _cell(value: float | None, rank: int | None, number: NumberKind, rule: GroupRule | None = None) -> Cell:
    if value is None or rank is None:
        return Cell()
    if rule is GroupRule.BORDA:
        words = f"{value:.3g} pts"
    else:
        words = signed(value) if number is NumberKind.LEANING else str(whole(value))
    return Cell(words, rank_words(Rank(rank, rank)), is_first=rank == 1)
