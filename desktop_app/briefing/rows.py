"""A brief as a table (CSV) and as JSON. No cell can become a formula in a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Final

from desktop_app.briefing.clean import visible
from desktop_app.briefing.content import (
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
from desktop_app.model.records import Record
from desktop_app.store.interchange import KEY as WORKBOOK_KEY
from desktop_app.store.interchange import workbook_as_json
from desktop_app.weighing.results import Results
from desktop_app.weighing.results_json import results_json

_HEADER: Final = ("part", "depth", "kind", "text", "number", "details", "notes", "sources")
_FORMULA: Final = re.compile(r"[\s]*[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")

FORMAT: Final = 1  # of the JSON document

Row = tuple[str, str, str, str, str, str, str, str]


def csv_table(content: BriefContent) -> str:
    """Options, criteria, scores, pros and cons, and open points, one a row, under a line of column names."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_HEADER)
    marking = [("classification", content.marking)] if content.marking else []
    decision = [("decision needed by", content.decision_by)] if content.decision_by else []
    head = [_head_row(kind, text) for kind, text in (*marking, ("title", content.title), *decision)]
    foot = [_head_row(kind, text) for kind, text in marking]
    for row in (*head, *(row for part in content.parts for row in _rows(part)), *foot):
        writer.writerow([_harmless(visible(cell)) for cell in row])
    return written.getvalue()


def brief_json(
    content: BriefContent, results: Results, records: Iterable[Record], *, is_changed_outside: bool = False
) -> str:
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
    # Escaped: what has no sense outside the program, such as half a character, then harms no reader.
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _fields(part: Part) -> dict[str, object]:
    if isinstance(part, MapPart):
        # How it is drawn on paper says nothing about the map.
        fields = asdict(replace(part, sheets=None))
        del fields["sheets"]
        return fields
    return asdict(part)


def _head_row(kind: str, text: str) -> Row:
    return "Title", "0", kind, text, "", "", "", ""


def _rows(part: Part) -> Iterator[Row]:
    title = part.title
    match part:
        case OptionsPart():
            for option in part.options:
                said = " ".join((*option.sentences, *(f"{name}: {value}." for name, value in option.facts)))
                yield title, "0", "option", f"{option.letter} {option.name}", option.number, said, option.notes, ""
        case MatrixPart():
            for row in part.rows:
                yield title, "0", "criterion", row.criterion, row.weight, row.question, "", ""
                for letter, cell in zip(part.letters, row.cells, strict=bool(row.cells)):
                    yield title, "1", "score", f"{letter} on {row.criterion}", cell.text, cell.remark, "", ""
        case ArgumentsPart():
            for point in (*part.pros, *part.cons):
                details = "; ".join(filter(None, (point.label, *point.remarks, "see above" if point.is_again else "")))
                sources = " ".join(map(str, point.sources))
                yield title, str(point.depth), point.side.value, point.text, "", details, point.notes, sources
        case _:
            yield from _further_rows(part)


def _further_rows(part: Part) -> Iterator[Row]:
    title = part.title
    match part:
        case ChartsPart():
            bars = ((chart, bar) for chart in part.charts for bar in chart.bars)
            yield from ((title, "0", "bar", bar.label, bar.number, chart.title, "", "") for chart, bar in bars)
        case TablePart():
            for line in part.rows:
                cells = (f"{name}: {cell}" for name, cell in zip(part.header[1:], line[1:], strict=True))
                yield title, "0", part.kind, line[0], "", "; ".join(cells), "", ""
        case GroupsPart():
            items = ((group, item) for group in part.groups for item in group.items)
            yield from ((title, "0", part.kind, item, "", group.name, "", "") for group, item in items)
        case NotesPart():
            for note in part.notes:
                yield title, str(note.depth), "note", note.text, "", "", note.notes, " ".join(map(str, note.sources))
        case MethodPart():
            for sentence in part.sentences:
                yield title, "0", "method", sentence, "", "", "", ""
        case _:
            return


def _harmless(cell: str) -> str:
    """The cell, with a quote before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
