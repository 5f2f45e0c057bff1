"""A brief as one HTML file: no scripts, nothing fetched, its own print style. User text is escaped, never markup."""

import base64
import html as markup
import re
from collections.abc import Iterator
from typing import Final

from desktop_app.base.resources import resource
from desktop_app.briefing.content.citing import mark
from desktop_app.briefing.content.clean import safe_url, visible
from desktop_app.briefing.content.logo import is_png
from desktop_app.briefing.content.parts import BriefChart, BriefContent
from desktop_app.briefing.content.words import Words, is_from_right, words_in
from desktop_app.briefing.text.flow import (
    Drawing,
    FlowBlock,
    FlowHeading,
    FlowItem,
    FlowTable,
    FlowText,
    Items,
    Signing,
    Span,
    Spans,
    flow,
)
from desktop_app.drawing.palette import Role, mixed, palette

_DEEPEST: Final = 12
# A range is never broken at its dash.
_RANGE: Final = re.compile(r"\d+–\d+")
_WHOLE: Final = r"<span class=whole>\g<0></span>"
# Nothing in the file may load or run anything, whatever a reader's browser would do with it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(content: BriefContent, drawing: str = "") -> str:
    """The brief as a page.

    Args:
        content: of the brief.
        drawing: the map as SVG; empty leaves it out.
    """
    return "\n".join(_lines(content, drawing)) + "\n"


def _lines(content: BriefContent, drawing: str) -> Iterator[str]:
    words = words_in(content.language)
    direction = "rtl" if is_from_right(content.language) else "ltr"
    title = " ".join(content.title.split())
    yield "<!doctype html>"
    yield f'<html lang="{_told(content.language or "en")}" dir="{direction}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="author" content="{_told(content.author)}">'
    yield f"<title>{_told(title)}</title>"
    yield f"<style>\n{_style()}</style>"
    yield "</head>"
    looks = " ".join(filter(None, ("marks" if content.form.marks else "", "classified" if content.marking else "")))
    yield f'<body class="{looks}">' if looks else "<body>"
    marking = f"<p class=marking>{_told(content.marking)}</p>"
    if content.marking:
        yield marking
    yield from _head(content, title, words)
    yield "<main>"
    for block in flow(content, words):
        yield from _block(block, content, words, drawing)
    yield "</main>"
    if content.marking:
        yield marking
    yield "</body>"
    yield "</html>"


def _style() -> str:
    colours = palette("light")
    named = " ".join(f"--{role.value.replace('_', '-')}: {colours[role]};" for role in Role)
    return f":root {{ {named} }}\n{resource('briefing', 'brief.css').read_text(encoding='utf-8')}"


def _head(content: BriefContent, title: str, words: Words) -> Iterator[str]:
    yield "<header>"
    if content.logo is not None:
        kind = "png" if is_png(content.logo) else "svg+xml"
        data = base64.b64encode(content.logo).decode("ascii")
        named = _told(content.organisation or content.author)
        yield f'<img class="logo" src="data:image/{kind};base64,{data}" alt="{named}">'
    yield f"<p class=small>{_told(' · '.join(filter(None, (content.kicker, content.date, content.context))))}</p>"
    yield f"<h1>{_told(title)}</h1>"
    facts = (
        (words["by"], content.author),
        (words["for"], content.organisation),
        (words["classification"], content.classification),
    )
    shown = " · ".join(f"{name} {value}" for name, value in facts if value)
    if shown:
        yield f"<p class=small>{_told(shown)}</p>"
    if content.decision_by:
        yield f"<p><strong>{_told(words['decision_by'])}: {_told(content.decision_by)}</strong></p>"
    yield "</header>"


def _block(block: FlowBlock, content: BriefContent, words: Words, drawing: str) -> Iterator[str]:
    match block:
        case FlowHeading():
            level = min(block.level + 1, 6)
            yield f"<h{level}>{_told(block.text)}</h{level}>"
        case FlowText():
            yield f'<p class="{block.style.value}" dir="auto">{_spans(block.spans, content)}</p>'
        case Items():
            yield from _items(block, content)
        case FlowTable():
            yield from _table(block)
        case Signing():
            yield from _signing(block, words)
        case Drawing():
            if drawing:
                # As a picture the drawing can neither run nor inherit anything; its text stays in its data.
                data = base64.b64encode(drawing.encode("utf-8", "replace")).decode("ascii")
                yield f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{_told(block.alt)}"></figure>'
        case _:
            yield from _chart(block)


def _items(block: Items, content: BriefContent) -> Iterator[str]:
    yield '<ul class="plain">' if all(item.is_marked for item in block.items) else "<ul>"
    for item in block.items:
        yield _item(item, content)
    yield "</ul>"


def _item(item: FlowItem, content: BriefContent) -> str:
    notes = "".join(f'<p class="note" dir="auto">{_told(note)}</p>' for note in item.notes)
    depth = min(item.depth, _DEEPEST)
    deep = f' style="--depth: {depth}"' if depth else ""
    return f'<li dir="auto"{deep}>{_spans(item.spans, content)}{notes}</li>'


def _table(block: FlowTable) -> Iterator[str]:
    colours = palette("light")
    # A table that is wider than the window moves by itself, by keys too; the page around it stays.
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{_told(block.title)}">'
    yield f'<table aria-label="{_told(block.title)}">'
    names = (
        f'<th scope="col"{" class=number" if is_number else ""}>{_told(name)}</th>'
        for name, is_number in zip(block.header, block.numeric, strict=True)
    )
    yield f"<thead><tr>{''.join(names)}</tr></thead>"
    yield "<tbody>"
    for index, row in enumerate(block.rows):
        is_total = block.has_total and index == len(block.rows) - 1
        cells = [f'<th scope="row" dir="auto">{_told(row[0])}</th>']
        for column, text in enumerate(row[1:], start=1):
            heat = block.heat[index][column] if block.heat else None
            look = " class=number" if block.numeric[column] else ""
            if heat is not None:
                look += f' style="background: {mixed(colours[Role.HEAT_LOW], colours[Role.HEAT_HIGH], heat)}"'
            cells.append(f'<td dir="auto"{look}>{_RANGE.sub(_WHOLE, _told(text))}</td>')
        yield f"<tr{' class=total' if is_total else ''}>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _chart(chart: BriefChart) -> Iterator[str]:
    low = min(0.0, *(bar.value for bar in chart.bars))
    span = (max(0.0, *(bar.value for bar in chart.bars)) - low) or 1.0
    yield f'<table class="chart" aria-label="{_told(chart.title)}"><caption>{_told(chart.title)}</caption><tbody>'
    for bar in chart.bars:
        start = 100 * (min(0.0, bar.value) - low) / span
        width = 100 * abs(bar.value) / span
        side = bar.side.value if bar.side is not None else "option"
        drawn = f'<span class="bar {side}" style="margin-inline-start: {start:.1f}%; width: {width:.1f}%"></span>'
        yield f'<tr><th scope="row" dir="auto">{_told(bar.label)}</th><td>{drawn}</td>'
        yield f"<td class=number>{_told(bar.number)}</td></tr>"
    yield "</tbody></table>"


def _signing(block: Signing, words: Words) -> Iterator[str]:
    ticks = " &emsp; ".join(f"{_told(words[key])} &#9744;" for key in ("agreed", "not_agreed", "discuss"))
    for line in block.lines:
        yield f'<div class="sign"><p dir="auto">{_told(line)}</p><p><strong>{ticks}</strong></p></div>'
    yield f"<p class=signature>{_told(words['signature'])}</p>"


def _spans(spans: Spans, content: BriefContent) -> str:
    return "".join(_span(span, content) for span in spans)


def _span(span: Span, content: BriefContent) -> str:
    if span.cites:
        cited = mark(content, span.cites)
        return f"<sup>{_told(cited)}</sup>" if cited.startswith("[") else _told(cited)
    text = _told(span.text)
    if span.side is not None:
        text = f'<span class="{span.side.value}">{text}</span>'
    if span.is_small:
        text = f"<small>{text}</small>"
    if span.is_bold:
        text = f"<strong>{text}</strong>"
    if span.is_italic:
        text = f"<em>{text}</em>"
    return f'<a href="{markup.escape(span.link)}" rel="noreferrer">{text}</a>' if safe_url(span.link) else text


def _told(text: str) -> str:
    return markup.escape(visible(text))
