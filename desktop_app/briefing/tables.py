"""Options at a glance and the matrix of criteria, as records of the brief."""

from desktop_app.briefing.content import Cell, MatrixPart, MatrixRow, OptionLine, OptionsPart
from desktop_app.drawing.faces import leaning_value
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, criteria, facts, option_letters
from desktop_app.model.records import Card, Criterion
from desktop_app.weighing.criteria import Total
from desktop_app.weighing.matrix import CellResult, CellState, NumberKind
from desktop_app.weighing.results import Results
from desktop_app.weighing.rounding import percent, signed, whole
from desktop_app.weighing.sentences import card_sentence, total_sentence, weighed_sentence


def options_part(records: Records, map_id: MapId, results: Results | None, title: str) -> OptionsPart | None:
    """The options, best first; None when the map has none."""
    letters = option_letters(records, map_id)
    if not letters:
        return None
    order = list(letters)
    if results is not None:
        ranked = [option.option for option in results.ranking]
        order = ranked + [option for option in order if option not in ranked]
    return OptionsPart(title, tuple(_option(records, results, letters, option) for option in order))


def matrix_part(records: Records, map_id: MapId, results: Results | None, title: str) -> MatrixPart | None:
    """Criteria against options; None when the map has no criterion."""
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
            row.question,
            _weight(results, row),
            tuple(_cell(results.cells[option, row.id]) for option in letters),
        )
        for row in rows
    )
    totals = tuple(_total_text(results.options[option].total) for option in letters)
    return MatrixPart(title, tuple(letters.values()), names, table, totals, _matrix_remarks(rows, letters, results))


def _option(records: Records, results: Results | None, letters: dict[CardId, str], option: CardId) -> OptionLine:
    card = records.get(Card, option)
    known = tuple((fact.name, fact.value) for fact in facts(records, option))
    if results is None:
        return OptionLine(letters[option], card.text, card.notes, "", "", None, (), known)
    result = results.options[option]
    sentences = []
    if result.total is not None:
        sentences.append(total_sentence(result.total))
    found = results.cards[option]
    if found.total:
        if found.leaning is None:
            sentences.append(card_sentence(found))
        else:
            value, _ = leaning_value(found.leaning)
            sentences.append(f"Arguments lean {value}. {weighed_sentence(found.weighed, found.total)}")
    number, share = "", None
    if result.shows is NumberKind.TOTAL and result.total is not None:
        total = result.total
        number = _total_text(total)
        share = (total.least if total.likely is None else total.likely) / 100
    elif result.leaning is not None:
        number = signed(result.leaning)
    name = result.shows.value if number else ""
    return OptionLine(letters[option], card.text, card.notes, number, name, share, tuple(sentences), known)


def _total_text(total: Total | None) -> str:
    if total is None:
        return "–"
    return str(whole(total.likely)) if total.likely is not None else f"{whole(total.least)}–{whole(total.most)}"


def _weight(results: Results | None, criterion: Criterion) -> str:
    return "" if results is None else percent(results.weights[criterion.id])


def _cell(cell: CellResult) -> Cell:
    if cell.score is None:
        return Cell("?" if cell.state is CellState.NOT_KNOWN else "–", None)
    marks = []
    if cell.state is CellState.ARGUED:
        marks.append("argued")
    if cell.disagrees:
        marks.append("contradicts its arguments")
    if cell.below_red_line:
        marks.append("below the red line")
    return Cell(str(whole(cell.score.likely)), cell.score.likely / 100, ", ".join(marks))


def _matrix_remarks(rows: list[Criterion], letters: dict[CardId, str], results: Results) -> tuple[str, ...]:
    said = []
    states = {results.cells[option, row.id].state for option in letters for row in rows}
    if states & {CellState.NOT_SCORED, CellState.NOT_ARGUED}:
        said.append("– not scored: it counts as anything from 0 to 100.")
    if CellState.NOT_KNOWN in states:
        said.append("? not known: it counts as anything from 0 to 100.")
    said.append("Scores run from 0 to 100, 100 is best. Totals come from unrounded weights and scores.")
    return tuple(said)
