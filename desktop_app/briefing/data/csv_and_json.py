"""A brief as a table (CSV) and as JSON. No cell can become a formula in a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Final, NamedTuple, Self

from desktop_app.briefing.content.clean import visible
from desktop_app.briefing.content.facts import fact_sentences
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    ChartsPart,
    GroupsPart,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionsPart,
    Part,
    TablePart,
)
from desktop_app.briefing.content.spread import WholeSpread
from desktop_app.model.records import Record
from desktop_app.store.interchange import KEY as WORKBOOK_KEY
from desktop_app.store.interchange import workbook_as_json
from desktop_app.weighing.as_json.results_json import results_json
from desktop_app.weighing.results import Results

_FORMULA: Final = re.compile(r"[\s]*[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")

_ABSENT: Final = {"?": "not known", "–": "not scored"}

FORMAT: Final = 1  # of the JSON document


class CsvRow(NamedTuple):
    """A line of the table; `docs/brief-csv.md` says what stands in it. Numbers are whole and plain."""

    part: str
    depth: int
    kind: str
    text: str
    low: int | str = ""
    likely: int | str = ""
    high: int | str = ""
    least: int | str = ""
    most: int | str = ""
    weight: str = ""
    measure: str = ""
    details: str = ""
    notes: str = ""
    sources: str = ""

    def numbered(self, spread: WholeSpread | None) -> Self:
        """The line with a number; as it is where there is none."""
        if spread is None:
            return self
        likely = "" if spread.likely is None else spread.likely
        return self._replace(low=spread.low, likely=likely, high=spread.high, least=spread.least, most=spread.most)


def csv_table(content: BriefContent) -> str:
    """Options, criteria, scores, pros and cons, and open points, one a row, under a line of column names."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(CsvRow._fields)
    marking = [CsvRow("Title", 0, "classification", content.marking)] if content.marking else []
    decision = [CsvRow("Title", 0, "decision needed by", content.decision_by)] if content.decision_by else []
    head = [*marking, CsvRow("Title", 0, "title", content.title), *decision]
    for row in (*head, *(row for part in content.parts for row in _rows(part)), *marking):
        writer.writerow([_harmless(visible(cell)) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue()


def brief_json(content: BriefContent, results: Results, records: Iterable[Record], *, is_changed_outside: bool) -> str:
    """Everything: the content as printed, the results with their settings, and the whole workbook, as indented JSON.

    `docs/brief-json.md` describes it; `store.interchange` makes a workbook of it again.
    """
    head = asdict(replace(content, logo=None, parts=()))
    del head["logo"]
    head["parts"] = [
        {"part": type(part).__name__.removesuffix("Part").lower(), **_fields(part)} for part in content.parts
    ]
    whole = {
        "format": FORMAT,
        "changed_outside": is_changed_outside,
        "brief": head,
        "results": results_json(results),
        WORKBOOK_KEY: workbook_as_json(records),
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _fields(part: Part) -> dict[str, object]:
    if isinstance(part, MapPart):
        # How it is drawn on paper says nothing about the map.
        fields = asdict(replace(part, sheets=None))
        del fields["sheets"]
        return fields
    return asdict(part)


def _rows(part: Part) -> Iterator[CsvRow]:
    title = part.title
    match part:
        case OptionsPart():
            for option in part.options:
                details = " ".join((*option.sentences, *fact_sentences(option.facts)))
                name = f"{option.letter} {option.name}"
                line = CsvRow(title, 0, "option", name, measure=option.number_name, details=details, notes=option.notes)
                yield line.numbered(option.spread)
        case MatrixPart():
            for row in part.rows:
                weight = row.weight.removesuffix(" %")
                yield CsvRow(title, 0, "criterion", row.criterion, weight=weight, details=row.question)
                for letter, cell in zip(part.letters, row.cells, strict=bool(row.cells)):
                    details = cell.remark if cell.spread is not None else _ABSENT.get(cell.text, cell.text)
                    name = f"{letter} on {row.criterion}"
                    measure = "" if cell.spread is None else "score"
                    line = CsvRow(title, 1, "score", name, weight=weight, measure=measure, details=details)
                    yield line.numbered(cell.spread)
        case ArgumentsPart():
            yield from (CsvRow(title, 0, "result", sentence) for sentence in part.sentences)
            for point in (*part.pros, *part.cons):
                details = "; ".join(filter(None, (point.label, *point.remarks, "see above" if point.is_again else "")))
                sources = " ".join(map(str, point.sources))
                yield CsvRow(
                    title,
                    point.depth,
                    point.side.value,
                    point.text,
                    details=details,
                    notes=point.notes,
                    sources=sources,
                )
        case _:
            yield from _further_rows(part)


def _further_rows(part: Part) -> Iterator[CsvRow]:
    title = part.title
    match part:
        case ChartsPart():
            sentences = (*part.sentences, *(chart.note for chart in part.charts if chart.note))
            yield from (CsvRow(title, 0, "result", sentence) for sentence in sentences)
            bars = ((chart, bar) for chart in part.charts for bar in chart.bars)
            for chart, bar in bars:
                yield CsvRow(title, 0, "bar", bar.label, measure=chart.title).numbered(WholeSpread.exactly(bar.value))
        case TablePart():
            for line in part.rows:
                cells = (f"{name}: {cell}" for name, cell in zip(part.header[1:], line[1:], strict=True))
                yield CsvRow(title, 0, part.kind, line[0], details="; ".join(cells))
        case GroupsPart():
            items = ((group, item) for group in part.groups for item in group.items)
            yield from (CsvRow(title, 0, part.kind, item, details=group.name) for group, item in items)
        case NotesPart():
            for note in part.notes:
                sources = " ".join(map(str, note.sources))
                yield CsvRow(title, note.depth, "note", note.text, notes=note.notes, sources=sources)
        case MethodPart():
            yield from (CsvRow(title, 0, "method", sentence) for sentence in part.sentences)
        case _:
            return


def _harmless(cell: str) -> str:
    """The cell, with a quote before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
