"""Options at a glance and the matrix of criteria, as records of the brief."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from desktop_app.briefing.content.parts import MatrixCell, MatrixPart, MatrixRow, OptionLine, OptionsPart
from desktop_app.briefing.content.spread import WholeSpread
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, criteria, facts, option_letters
from desktop_app.model.records import Card, Criterion
from desktop_app.weighing.arguments.sentences import card_sentences, total_sentence
from desktop_app.weighing.criteria.lead import outside_sentence, read_lead
from desktop_app.weighing.criteria.matrix import CellResult, CellState, NumberKind
from desktop_app.weighing.criteria.totals import Total
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import percent, range_text, signed
from desktop_app.wording.sentence import say, spoken, text

_SIGNS: Final = ("*", "†", "‡", "§", "‖")


def options_part(
    records: Records,
    map_id: MapId,
    results: Results | None,
    title: str,
    *,
    with_reasons: bool,
    with_facts: bool,
) -> OptionsPart | None:
    """The options, best first; None when the map has none.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; None leaves numbers out.
        title: of the part.
        with_reasons: whether to say what each number rests on.
        with_facts: whether facts stand beside it.
    """
    letters = option_letters(records, map_id)
    if not letters:
        return None
    order = list(letters)
    if results is not None:
        ranked = [option.option for option in results.ranking]
        order = ranked + [option for option in order if option not in ranked]
    lines = (_option(records, results, letters, option) for option in order)
    if not with_reasons:
        lines = (replace(line, sentences=(), notes="") for line in lines)
    if not with_facts:
        lines = (replace(line, facts=()) for line in lines)
    return OptionsPart(title, tuple(lines), _outside(results, letters))


def _outside(results: Results | None, letters: Mapping[CardId, str]) -> str:
    if results is None:
        return ""
    lead = read_lead(results, letters)
    if not lead.options:
        return ""
    return spoken(outside_sentence(lead.field, by_leaning=lead.number is NumberKind.LEANING))


def matrix_part(
    records: Records,
    map_id: MapId,
    results: Results | None,
    title: str,
    *,
    with_questions: bool,
    with_ranges: bool,
    with_heat: bool,
) -> MatrixPart | None:
    """Criteria against options; None when the map has no criterion.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; None leaves numbers out.
        title: of the part.
        with_questions: whether what a criterion asks stands under its name.
        with_ranges: whether the range of a score stands beside it.
        with_heat: whether cells are tinted by score.
    """
    rows = criteria(records, map_id)
    if not rows:
        return None
    letters = option_letters(records, map_id)
    names = tuple(records.get(Card, option).text for option in letters)
    if results is None or not letters:
        plain = tuple(MatrixRow(row.name, row.question, _weight(results, row), ()) for row in rows)
        return MatrixPart(title, (), (), plain, (), ())
    table = tuple(
        MatrixRow(
            row.name,
            row.question if with_questions else "",
            _weight(results, row),
            tuple(
                _cell(results.cells[option, row.id], with_range=with_ranges, with_heat=with_heat) for option in letters
            ),
        )
        for row in rows
    )
    totals = tuple(total_text(results.options[option].total) for option in letters)
    return MatrixPart(title, tuple(letters.values()), names, table, totals, _matrix_remarks(rows, letters, results))


def compacted(part: MatrixPart) -> MatrixPart:
    """The matrix with a sign in place of each remark, and the remarks said once beneath."""
    remarks = dict.fromkeys(cell.remark for row in part.rows for cell in row.cells if cell.remark)
    signs = {remark: _SIGNS[min(index, len(_SIGNS) - 1)] for index, remark in enumerate(remarks)}
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, text=f"{cell.text}{signs[cell.remark]}", remark="") if cell.remark else cell
                for cell in row.cells
            ),
        )
        for row in part.rows
    )
    return replace(part, rows=rows, remarks=(*(f"{sign} {remark}." for remark, sign in signs.items()), *part.remarks))


def _option(records: Records, results: Results | None, letters: dict[CardId, str], option: CardId) -> OptionLine:
    card = records.get(Card, option)
    known = tuple((fact.name, fact.value) for fact in facts(records, option))
    if results is None:
        return OptionLine(letters[option], card.text, card.notes, "", "", None, (), known)
    result = results.options[option]
    sentences = [total_sentence(result.total)] if result.total is not None else []
    card_result = results.cards[option]
    if card_result.total:
        sentences += card_sentences(card_result)
    number, share, reach, spread = "", None, None, None
    if result.shows is NumberKind.TOTAL and result.total is not None:
        total = result.total
        number = total_text(total)
        spread = WholeSpread.of_total(total)
        share = (total.least if total.likely is None else total.likely) / 100
        reach = total.most / 100 if total.likely is None else None
    elif result.leaning is not None:
        number = signed(result.leaning)
        spread = WholeSpread.exactly(result.leaning)
    name = result.shows.value if number else ""
    named = (letters[option], card.text, card.notes)
    return OptionLine(*named, number, name, share, tuple(map(str, sentences)), known, reach, spread)


def total_text(total: Total | None) -> str:
    """A total as it stands in tables: a number, a range where scores are missing, or a dash."""
    if total is None:
        return "–"
    return range_text(total.least, total.most)


def _weight(results: Results | None, criterion: Criterion) -> str:
    return "" if results is None else percent(results.weights[criterion.id])


def _cell(cell: CellResult, *, with_range: bool, with_heat: bool) -> MatrixCell:
    if cell.score is None:
        return MatrixCell("?" if cell.state is CellState.NOT_KNOWN else "–", None)
    marks = []
    if cell.state is CellState.ARGUED:
        marks.append(text("remark.argued"))
    if cell.disagrees:
        marks.append(text("remark.contradicts"))
    if cell.below_red_line:
        marks.append(text("remark.below_red_line"))
    spread = WholeSpread.within(cell.score.low, cell.score.likely, cell.score.high)
    within = f"{spread.low}–{spread.high}" if with_range and spread.low != spread.high else ""
    heat = cell.score.likely / 100 if with_heat else None
    return MatrixCell(str(spread.likely), heat, ", ".join(marks), within, spread)


def _matrix_remarks(rows: list[Criterion], letters: dict[CardId, str], results: Results) -> tuple[str, ...]:
    remarks = []
    inside = {option for option in letters if results.options[option].total is not None}
    empty = {
        option
        for option in letters
        for row in rows
        if results.cells[option, row.id].state in (CellState.NOT_SCORED, CellState.NOT_ARGUED)
    }
    if empty:
        is_inside, is_outside = bool(empty & inside), bool(empty - inside)
        remarks.append(say(f"matrix.missing{'' if not is_outside else '.both' if is_inside else '.outside'}"))
    if any(results.cells[option, row.id].state is CellState.NOT_KNOWN for option in inside for row in rows):
        remarks.append(say("matrix.unknown"))
    remarks.append(say("matrix.scale"))
    return tuple(str(sentence) for sentence in remarks)
