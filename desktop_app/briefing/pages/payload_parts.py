"""Parts of a brief as the JSON that the page template reads; see `payload`. Keys are the template's."""

from typing import Final

from desktop_app.briefing.content.clean import Json, safe_url
from desktop_app.briefing.content.facts import fact_sentences
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefChart,
    BriefPicture,
    BriefPoint,
    ChartsPart,
    GroupsPart,
    MatrixCell,
    MatrixPart,
    MethodPart,
    OptionLine,
    OptionsPart,
    Part,
    PointSide,
    SignPart,
    SourcesPart,
    TablePart,
)
from desktop_app.briefing.content.source_line import SourceLine
from desktop_app.briefing.content.words import Words
from desktop_app.briefing.pages.payload_shapes import rounded, shape_json
from desktop_app.drawing.palette import Palette, Role, mixed
from desktop_app.wording.full_stops import ended
from desktop_app.wording.sentence import text

_ROLES: Final = {
    PointSide.PRO: Role.PRO,
    PointSide.CON: Role.CON,
    PointSide.EVIDENCE: Role.EVIDENCE,
    PointSide.NOTE: Role.NOTE,
}
_COLUMNS_OF_A_TABLE: Final = 7
_ROWS_KEPT: Final = 12
_CHARACTERS_KEPT: Final = 1_500
# Two columns of points look well up to about this many characters a side and this ratio between them.
_LONGEST_KEPT: Final = 1_200  # characters
_LONGEST_BESIDE: Final = 6_000
_LEAST_EVEN: Final = 0.3
_DEEPEST: Final = 6  # deeper answers keep the last indentation, so that their column stays wide enough to be read


def plain_part(part: Part, title: str) -> Json:
    """A part whose record and JSON differ in little but names."""
    match part:
        case OptionsPart():
            return {"kind": "options", "title": title, "options": [_option(option) for option in part.options]}
        case ChartsPart():
            charts: list[Json] = [_chart(chart) for chart in part.charts]
            pictures: list[Json] = [_picture(picture) for picture in part.pictures]
            sentences: list[Json] = list(part.sentences)
            return {"kind": "charts", "title": title, "sentences": sentences, "charts": charts, "pictures": pictures}
        case TablePart():
            return {
                "kind": "table",
                "title": title,
                "header": list(part.header),
                "rows": [list(row) for row in part.rows],
                "numeric": list(part.numeric),
                "said": " ".join(part.sentences),
                "keep": len(part.rows) <= _ROWS_KEPT,
            }
        case GroupsPart():
            groups: list[Json] = [{"name": group.name, "items": list(group.items)} for group in part.groups]
            return {"kind": "groups", "title": title, "groups": groups}
        case SignPart():
            return {"kind": "sign", "title": title, "lines": list(part.lines)}
        case SourcesPart():
            return {"kind": "sources", "title": title, "sources": [source(item) for item in part.sources]}
        case MethodPart():
            return {"kind": "method", "title": title, "sentences": list(part.sentences)}
        case _:
            raise AssertionError(f"{type(part).__name__} is not plain")


def matrix(part: MatrixPart, title: str, colours: Palette) -> Json:
    """A table for every few options, or the criteria alone where there are none."""
    if not part.letters:
        rows: list[Json] = [
            {"name": row.criterion, "question": row.question, "weight": row.weight} for row in part.rows
        ]
        return {
            "kind": "criteria",
            "title": title,
            "rows": rows,
            "weighted": len({row.weight for row in part.rows}) > 1,
            "asked": any(row.question for row in part.rows),
            "keep": _is_short(part),
        }
    starts = range(0, len(part.letters), _COLUMNS_OF_A_TABLE)
    tables = [_table(part, slice(start, start + _COLUMNS_OF_A_TABLE), colours) for start in starts]
    return {"kind": "matrix", "title": title, "tables": tables, "remarks": " ".join(part.remarks)}


def arguments(part: ArgumentsPart, title: str, words: Words) -> Json:
    """Pros and cons, beside one another where both columns look well."""
    shorter, longer = sorted(sum(map(_length, points)) for points in (part.pros, part.cons))
    return {
        "kind": "arguments",
        "title": title,
        "sentences": list(part.sentences),
        "pros": [point(item) for item in part.pros],
        "cons": [point(item) for item in part.cons],
        "more_pros": words.say("more", count=part.pros_left_out) if part.pros_left_out else "",
        "more_cons": words.say("more", count=part.cons_left_out) if part.cons_left_out else "",
        "beside": longer <= _LONGEST_BESIDE and shorter >= _LEAST_EVEN * longer,
    }


def point(item: BriefPoint) -> Json:
    """A statement of a list."""
    return {
        "depth": min(item.depth, _DEEPEST),
        "role": _ROLES[item.side].value,
        "number": item.number,
        "sign": item.sign,
        "label": item.label,
        "text": item.text,
        "notes": [paragraph for paragraph in item.notes.split("\n") if paragraph.strip()],
        "remarks": " · ".join(item.remarks),
        "sources": list(item.sources),
        "again": item.is_again,
        # A claim and its notes stay on one page, unless they are as long as a page themselves.
        "keep": _length(item) <= _LONGEST_KEPT,
    }


def source(line: SourceLine) -> dict[str, Json]:
    """A source of the list; also the text of a footnote."""
    return {
        "number": line.number,
        "text": line.text,
        "url": safe_url(line.url),
        "shown": line.url,
        "grade": line.grade,
        "places": list(line.places),
    }


def _chart(chart: BriefChart) -> Json:
    """Bars as shares of the chart's width: from where to where, so that the template computes nothing."""
    low = min(0.0, *(bar.value for bar in chart.bars))
    high = max(0.0, *(bar.value for bar in chart.bars))
    span = (high - low) or 1.0
    bars: list[Json] = [
        {
            "label": bar.label,
            "number": bar.number,
            "from": round((min(0.0, bar.value) - low) / span, 4),
            "to": round((max(0.0, bar.value) - low) / span, 4),
            "role": Role.OPTION.value if bar.side is None else _ROLES[bar.side].value,
        }
        for bar in chart.bars
    ]
    zero = round(-low / span, 4)
    names: list[Json] = [*chart.names]
    return {"title": chart.title, "alt": chart.alt, "names": names, "bars": bars, "zero": zero, "note": chart.note}


def _picture(picture: BriefPicture) -> Json:
    """As the template draws a map that is not cut into tiles."""
    return {
        "title": picture.title,
        "alt": picture.alt,
        "w": rounded(picture.width),
        "h": rounded(picture.height),
        "cut": None,
        "shapes": [shape_json(shape) for shape in picture.shapes],
    }


def _table(part: MatrixPart, columns: slice, colours: Palette) -> Json:
    return {
        "keep": _is_short(part),
        "letters": list(part.letters[columns]),
        "totals": list(part.totals[columns]),
        "rows": [
            {
                "name": row.criterion,
                "question": row.question,
                "weight": row.weight,
                "cells": [_cell(cell, colours) for cell in row.cells[columns]],
            }
            for row in part.rows
        ],
    }


def _is_short(part: MatrixPart) -> bool:
    """Whether a table surely fits on a page, so that it need not be broken."""
    written = sum(len(row.criterion) + len(row.question) for row in part.rows)
    return len(part.rows) <= _ROWS_KEPT and written <= _CHARACTERS_KEPT


def _cell(cell: MatrixCell, colours: Palette) -> Json:
    tint = None if cell.heat is None else mixed(colours[Role.HEAT_LOW], colours[Role.HEAT_HIGH], cell.heat)
    return {"text": cell.text, "range": cell.range, "remark": cell.remark, "fill": tint}


def _option(option: OptionLine) -> Json:
    return {
        "letter": option.letter,
        "name": option.name,
        "number": option.number,
        "number_name": text(f"number.{option.number_name}") if option.number_name else "",
        "share": option.share,
        "reach": option.reach,
        "said": " ".join(filter(None, (ended(option.notes), *option.sentences, *fact_sentences(option.facts)))),
    }


def _length(item: BriefPoint) -> int:
    return len(item.text) + len(item.notes) + 40
