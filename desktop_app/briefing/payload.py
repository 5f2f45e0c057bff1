"""Turns a brief's content into the JSON that the page template reads. Keys are the template's; nothing is computed."""

import re
from datetime import date
from typing import Final

from desktop_app.briefing.clean import Json, safe_url
from desktop_app.briefing.content import (
    ArgumentsPart,
    BriefContent,
    Cell,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionLine,
    OptionsPart,
    Part,
    Point,
    Side,
    SourceLine,
    SourcesPart,
    WordsPart,
)
from desktop_app.drawing.display import DisplayList
from desktop_app.drawing.fonts import SANS, SERIF
from desktop_app.drawing.palette import Palette, Role, mixed, palette
from desktop_app.drawing.shapes import Anchor, Box, Dot, Shape, Text
from desktop_app.formats.markup import Block, Paragraph, Run

LABELS: Final[dict[str, str]] = {
    "page": "Page",
    "recommendation": "Recommendation",
    "pros": "For",
    "cons": "Against",
    "criterion": "Criterion",
    "asks": "What it asks",
    "weight": "Weight",
    "total": "Total",
    "sheet": "Sheet",
    "in_words": "The map in words",
    "overview": "An overview. Every card follows in words.",
    "too_large": "The map is too large for a page; export it as SVG. Every card follows in words.",
}
_ROLES: Final = {Side.PRO: Role.PRO, Side.CON: Role.CON, Side.EVIDENCE: Role.EVIDENCE, Side.NOTE: Role.NOTE}
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_LONGEST_RUNNING: Final = 90
_COLUMNS_OF_A_TABLE: Final = 7
_ROWS_KEPT: Final = 12
_CHARACTERS_KEPT: Final = 1_500
# Two columns of points look well up to about this many characters a side and this ratio between them.
_LONGEST_KEPT: Final = 1_200  # characters
_LONGEST_BESIDE: Final = 6_000
_LEAST_EVEN: Final = 0.3


def payload(content: BriefContent) -> dict[str, Json]:
    """Everything the template prints, not yet cleaned."""
    colours = palette("light")
    day = _day(content.date) or _day(content.created) or date(2000, 1, 1)
    shown_date = _spelled(content)
    lang, _, region = content.language.partition("-")
    against = content.against
    has_sources = any(isinstance(part, SourcesPart) for part in content.parts)
    return {
        "title": " ".join(content.title.split()) or content.context,
        "title_pt": _title_size(content.title),
        "description": content.kicker,
        "keywords": ["argument map", "pros and cons"],
        "author": content.author,
        "date": [day.year, day.month, day.day],
        "lang": lang.lower() if re.fullmatch("[A-Za-z]{2,3}", lang) else "en",
        "region": region.upper() if re.fullmatch("[A-Za-z]{2}", region) else None,
        "paper": content.paper.value,
        "kicker": content.kicker,
        "running": _elided(content.title),
        "dateline": " · ".join(filter(None, (shown_date, _elided(content.context)))),
        "footing": _elided(" · ".join(filter(None, (content.author, content.organisation, content.classification)))),
        "facts": [
            [name, value]
            for name, value in (
                ("By", content.author),
                ("For", content.organisation),
                ("Decision by", content.decision_by),
                ("Classification", content.classification),
            )
            if value
        ],
        "recommendation": _blocks(content.recommendation, content.source_numbers),
        "leads": list(content.leads),
        "against": None
        if against is None
        else {
            "name": f"Strongest point against {against[0]}".rstrip(),
            "text": against[1].text,
            "sources": list(against[1].sources),
        },
        "parts": [_part(part, content, colours) for part in content.parts],
        "has_sources": has_sources,
        "labels": dict(LABELS),
        "colours": {role.value: colours[role] for role in Role},
        "sans": list(SANS),
        "serif": list(SERIF),
    }


def _part(part: Part, content: BriefContent, colours: Palette) -> Json:
    title = " ".join(part.title.split())
    match part:
        case WordsPart():
            return {"kind": "words", "title": title, "blocks": _blocks(part.blocks, content.source_numbers)}
        case OptionsPart():
            return {"kind": "options", "title": title, "options": [_option(option) for option in part.options]}
        case MatrixPart():
            return _matrix(part, title, colours)
        case ArgumentsPart():
            return _arguments(part, title)
        case NotesPart():
            return {"kind": "notes", "title": title, "notes": [_point(point) for point in part.notes]}
        case MapPart():
            return _map(part, title)
        case SourcesPart():
            return {"kind": "sources", "title": title, "sources": [_source(source) for source in part.sources]}
        case MethodPart():
            return {"kind": "method", "title": title, "sentences": list(part.sentences)}


def _matrix(part: MatrixPart, title: str, colours: Palette) -> Json:
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


def _cell(cell: Cell, colours: Palette) -> Json:
    tint = None if cell.heat is None else mixed(colours[Role.HEAT_LOW], colours[Role.HEAT_HIGH], cell.heat)
    return {"text": cell.text, "remark": cell.remark, "fill": tint}


def _arguments(part: ArgumentsPart, title: str) -> Json:
    shorter, longer = sorted(sum(map(_length, points)) for points in (part.pros, part.cons))
    return {
        "kind": "arguments",
        "title": title,
        "sentences": list(part.sentences),
        "pros": [_point(point) for point in part.pros],
        "cons": [_point(point) for point in part.cons],
        "beside": longer <= _LONGEST_BESIDE and shorter >= _LEAST_EVEN * longer,
    }


def _map(part: MapPart, title: str) -> Json:
    sheets = part.sheets
    return {
        "kind": "map",
        "title": title,
        "alt": part.alt,
        "landscape": sheets is not None and sheets.is_landscape,
        "overview": sheets is not None and sheets.is_overview,
        "scale": 1.0 if sheets is None else sheets.scale,
        "sheets": [] if sheets is None else [_drawing(sheet) for sheet in sheets.sheets],
        "words": [_point(point) for point in part.words],
    }


def _option(option: OptionLine) -> Json:
    facts = [f"{name}: {value}." for name, value in option.facts]
    notes = f"{option.notes.rstrip('.')}." if option.notes else ""
    return {
        "letter": option.letter,
        "name": option.name,
        "number": option.number,
        "number_name": option.number_name,
        "share": option.share,
        "said": " ".join(filter(None, (notes, *option.sentences, *facts))),
    }


def _point(point: Point) -> Json:
    return {
        # Deeper answers keep the last indentation, so that their column stays wide enough to be read.
        "depth": min(point.depth, 6),
        "role": _ROLES[point.side].value,
        "sign": point.sign,
        "label": point.label,
        "text": point.text,
        "notes": [paragraph for paragraph in point.notes.split("\n") if paragraph.strip()],
        "remarks": " · ".join(point.remarks),
        "sources": list(point.sources),
        "again": "see above" if point.is_again else "",
        # A claim and its notes stay on one page, unless they are as long as a page themselves.
        "keep": _length(point) <= _LONGEST_KEPT,
    }


def _length(point: Point) -> int:
    return len(point.text) + len(point.notes) + 40


def _source(source: SourceLine) -> Json:
    return {
        "number": source.number,
        "text": source.text,
        "url": safe_url(source.url),
        "shown": source.url,
        "grade": source.grade,
        "places": list(source.places),
    }


def _blocks(blocks: tuple[Block, ...], numbers: dict[str, int]) -> list[Json]:
    return [
        {"kind": "paragraph", "runs": _runs(block.runs, numbers)}
        if isinstance(block, Paragraph)
        else {"kind": "list", "items": [_runs(item, numbers) for item in block.items]}
        for block in blocks
    ]


def _runs(runs: tuple[Run, ...], numbers: dict[str, int]) -> list[Json]:
    found: list[Json] = []
    for run, follower in zip(runs, (*runs[1:], None), strict=True):
        number = numbers.get(run.cites) if run.cites else None
        text = f"[@{run.cites}]" if run.cites and number is None else run.text
        if follower is not None and follower.cites in numbers:
            text = text.rstrip(" ")  # the raised number stands close to what it is about
        found.append({"t": text, "b": run.is_bold, "i": run.is_italic, "u": safe_url(run.link), "s": number})
    return found


def _drawing(drawn: DisplayList) -> Json:
    return {"w": _n(drawn.width), "h": _n(drawn.height), "shapes": [_shape(shape) for shape in drawn.shapes()]}


def _shape(shape: Shape) -> Json:
    if isinstance(shape, Text):
        look: dict[str, Json] = {"k": "t", "t": shape.text, "z": shape.style.size, "w": shape.style.weight}
        return look | {"x": _n(shape.x), "y": _n(shape.y), "c": shape.role.value, "e": shape.anchor is Anchor.END}
    if isinstance(shape, Box):
        place: dict[str, Json] = {
            "k": "b",
            "x": _n(shape.x),
            "y": _n(shape.y),
            "w": _n(shape.width),
            "h": _n(shape.height),
        }
        ink: dict[str, Json] = {"r": _n(shape.radius), "f": shape.fill, "s": shape.stroke, "l": shape.thickness}
        return place | ink
    if isinstance(shape, Dot):
        return {"k": "d", "x": _n(shape.x), "y": _n(shape.y), "r": shape.radius, "f": shape.fill, "s": shape.stroke}
    points: list[Json] = [_n(point) for point in shape.points]
    return {"k": "c", "p": points, "c": shape.role.value, "l": shape.thickness, "d": list(shape.dash)}


def _n(value: float) -> float:
    return round(value, 2)


def _title_size(title: str) -> int:
    for longest, size in ((70, 20), (130, 17), (300, 13)):
        if len(title) <= longest:
            return size
    return 11


def _elided(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_RUNNING else flat[: _LONGEST_RUNNING - 1].rstrip() + "…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _spelled(content: BriefContent) -> str:
    """The date as it is read: spelled out in English, else as it stands."""
    day = _day(content.date)
    if day is None or not content.language.startswith("en"):
        return content.date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
