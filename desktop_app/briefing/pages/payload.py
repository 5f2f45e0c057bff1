"""Turns a brief's content into the JSON that the page template reads. Keys are the template's; nothing is computed."""

import re
from typing import Final

from desktop_app.briefing.content.clean import Json, safe_url
from desktop_app.briefing.content.logo import is_png
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OutlinePart,
    Part,
    SourcesPart,
    WordsPart,
    iso_day,
)
from desktop_app.briefing.content.presets import MapForm
from desktop_app.briefing.content.words import Words, words_in
from desktop_app.briefing.pages.payload_map import map_part
from desktop_app.briefing.pages.payload_parts import arguments, matrix, plain_part, point, source
from desktop_app.drawing.fonts import SANS, SERIF
from desktop_app.drawing.palette import Palette, Role, palette
from desktop_app.formats.markup import Block, Paragraph, Run

_LABELS: Final = [
    "page",
    "pros",
    "cons",
    "criterion",
    "asks",
    "weight",
    "total",
    "sheet",
    "section.recommendation",
    "overview",
    "too_large",
    "see_outline",
    "see_above",
    "agreed",
    "not_agreed",
    "discuss",
    "signature",
    "marks",
    "section.outline",
]
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_WORDS_OF_REMINDER: Final = 6
_LONGEST_RUNNING: Final = 90
_LONGEST_MARKING: Final = 200
_CITING: Final = frozenset({"sources", "s"})


def payload(content: BriefContent) -> dict[str, Json]:
    """Everything the template prints, not yet cleaned."""
    colours = palette("light")
    day = content.day
    shown_date = _spelled(content)
    lang, _, region = content.language.partition("-")
    words = words_in(content.language)
    form = content.form
    is_poster = form.map is MapForm.POSTER and any(isinstance(part, MapPart) for part in content.parts)
    # On a poster, which is the map alone, and where room is short, how the numbers came about stands at the foot.
    has_foot = is_poster or form.compact
    notes = [part for part in content.parts if has_foot and isinstance(part, MethodPart) and not part.title]
    fields: dict[str, Json] = {
        "title": " ".join(content.title.split()) or content.context,
        "title_pt": _title_size(content.title),
        "description": content.kicker,
        "keywords": [words["section.map"], words["section.arguments"]],
        "author": content.author,
        "date": [day.year, day.month, day.day],
        "lang": lang.lower() if re.fullmatch("[A-Za-z]{2,3}", lang) else "en",
        "region": region.upper() if re.fullmatch("[A-Za-z]{2}", region) else None,
        "paper": content.paper.value,
        "kicker": content.kicker,
        "running": _reminder(content.title),
        "dateline": " · ".join(filter(None, (shown_date, _elided(content.context)))),
        "dated": shown_date,
        "footing": _elided(" · ".join(filter(None, (content.author, content.organisation)))),
        "note": " ".join(sentence for part in notes for sentence in part.sentences),
        "marking": _elided(content.marking, _LONGEST_MARKING),
        "decision": f"{words['decision_by']}: {content.decision_by}" if content.decision_by else "",
        "facts": [
            [name, value]
            for name, value in (
                (words["by"], content.author),
                (words["for"], content.organisation),
                # Screen readers skip the head and foot of pages, where it stands as well.
                (words["classification"], content.classification),
            )
            if value
        ],
        "recommendation": _blocks(content.recommendation, content.source_numbers),
        "leads": list(content.leads),
        "against": _against(content, words),
        "notice": content.notice,
        "parts": [_part(part, content, colours, words) for part in content.parts if part not in notes],
        "has_sources": any(isinstance(part, SourcesPart) for part in content.parts),
        "labels": {label.rpartition(".")[2]: words[label] for label in _LABELS},
        "labels_lang": words.language,
        "form": {
            "size": form.size,
            "leading": form.leading,
            "marks": form.marks,
            "compact": form.compact,
            "poster": is_poster,
        },
        "margins": content.margins.value,
        "citations": content.citations.value,
        "cited": [{**source(item), "short": item.short} for item in content.sources],
        "logo": None if content.logo is None else logo_name(content.logo),
        "attached": None,
        "colours": {role.value: colours[role] for role in Role},
        "sans": list(SANS),
        "serif": list(SERIF),
    }
    marked = _with_first(fields, set())
    assert isinstance(marked, dict)
    return marked


def _against(content: BriefContent, words: Words) -> Json:
    if content.against is None:
        return None
    name, con = content.against
    return {
        "name": words.say("strongest_against", name=name).rstrip() if name else words["strongest_against_it"],
        "text": con.text,
        "sources": list(con.sources),
    }


def logo_name(logo: bytes) -> str:
    """What the file of the logo is called beside the template."""
    return "logo.png" if is_png(logo) else "logo.svg"


def _part(part: Part, content: BriefContent, colours: Palette, words: Words) -> Json:
    title = " ".join(part.title.split())
    match part:
        case WordsPart():
            return {"kind": "words", "title": title, "blocks": _blocks(part.blocks, content.source_numbers)}
        case MatrixPart():
            return matrix(part, title, colours)
        case ArgumentsPart():
            return arguments(part, title, words)
        case MapPart():
            return map_part(part, title, words)
        case NotesPart():
            return {"kind": "notes", "title": title, "notes": [point(item) for item in part.notes]}
        case OutlinePart():
            return {"kind": "outline", "title": title, "words": [point(item) for item in part.points]}
        case _:
            return plain_part(part, title)


def _blocks(blocks: tuple[Block, ...], numbers: dict[str, int]) -> list[Json]:
    return [
        {"kind": "paragraph", "runs": _runs(block.runs, numbers)}
        if isinstance(block, Paragraph)
        else {"kind": "list", "items": [_runs(item, numbers) for item in block.items]}
        for block in blocks
    ]


def _runs(runs: tuple[Run, ...], numbers: dict[str, int]) -> list[Json]:
    json_runs: list[Json] = []
    for run, follower in zip(runs, (*runs[1:], None), strict=True):
        number = numbers.get(run.cites) if run.cites else None
        text = f"[@{run.cites}]" if run.cites and number is None else run.text
        if follower is not None and follower.cites in numbers:
            text = text.rstrip(" ")  # the raised number stands close to what it is about
        json_runs.append({"t": text, "b": run.is_bold, "i": run.is_italic, "u": safe_url(run.link), "s": number})
    return json_runs


def _title_size(title: str) -> int:
    for longest, size in ((70, 20), (130, 17), (300, 13)):
        if len(title) <= longest:
            return size
    return 11


def _reminder(text: str) -> str:
    """The first words of a text: what stands at the edge of pages is skipped by screen readers and says nothing new."""
    words = text.split()
    first = " ".join(words[:_WORDS_OF_REMINDER])
    return _elided(first if len(words) <= _WORDS_OF_REMINDER else f"{first}…")


def _elided(text: str, longest: int = _LONGEST_RUNNING) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _spelled(content: BriefContent) -> str:
    """The date as it is read: spelled out in English, else as it stands."""
    day = iso_day(content.date)
    if day is None or not content.language.startswith("en"):
        return content.date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _with_first(value: Json, seen: set[int]) -> Json:
    """Replaces the number of a cited source by the number and whether it is cited first there, in print order."""
    if isinstance(value, list):
        return [_with_first(item, seen) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _cited(item, seen) if key in _CITING else _with_first(item, seen) for key, item in value.items()}


def _cited(value: Json, seen: set[int]) -> Json:
    """Numbers with their `first`; a list of sources is no citation and stays."""
    if isinstance(value, int):
        is_first = value not in seen
        seen.add(value)
        return [value, is_first]
    if isinstance(value, list) and all(isinstance(item, int) for item in value):
        return [_cited(item, seen) for item in value]
    return _with_first(value, seen)
