"""A brief as Markdown: everything the PDF says but the drawing. User text is escaped, never markup."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.briefing.content.clean import safe_url, visible
from desktop_app.briefing.content.facts import fact_sentences
from desktop_app.briefing.content.parts import (
    BULLET,
    ArgumentsPart,
    BriefChart,
    BriefContent,
    BriefPoint,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionsPart,
    OutlinePart,
    Part,
    SourcesPart,
    WordsPart,
)
from desktop_app.briefing.content.words import Words, words_in
from desktop_app.briefing.text.flow import FlowBlock, FlowHeading, FlowTable, Items, Signing, number_words, part_flow
from desktop_app.briefing.text.word_count import block_texts
from desktop_app.formats.markup import Block, Paragraph, Run

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~])")
_BLOCK_SIGN: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def markdown(content: BriefContent) -> str:
    """The brief as CommonMark with tables."""
    words = words_in(content.language)
    marking = [f"**{_escaped(content.marking)}**", ""] if content.marking else []
    lines = [*marking, f"# {_escaped(content.title)}", ""]
    facts = (content.kicker, content.date, content.context, content.author, content.organisation)
    lines += [_escaped(" · ".join(filter(None, facts))), ""]
    if content.decision_by:
        lines += [f"**{words['decision_by']}:** {_escaped(content.decision_by)}", ""]
    if content.recommendation:
        lines += [f"## {words['section.recommendation']}", "", *_blocks(content.recommendation, content.source_numbers)]
    if content.leads:
        lines += [_escaped(" ".join(content.leads)), ""]
    if content.against is not None:
        option, point = content.against
        label = words.say("strongest_against", name=option) if option else words["strongest_against_it"]
        lines += [f"**{_escaped(label)}:** {_escaped(point.text)}", ""]
    if content.notice:
        lines += [_escaped(content.notice), ""]
    for part in content.parts:
        body = list(_part(part, content, words))
        if any(body):
            # A map that is only drawn has nothing to say here.
            lines += [*([f"## {_escaped(part.title)}", ""] if part.title else []), *body]
    return "\n".join((*lines, *marking)).rstrip("\n") + "\n"


def _part(part: Part, content: BriefContent, words: Words) -> Iterator[str]:
    match part:
        case WordsPart():
            yield from _blocks(part.blocks, content.source_numbers)
        case OptionsPart():
            yield from _options(part)
        case MatrixPart():
            yield from _matrix(part, words)
        case ArgumentsPart():
            yield from _paragraphs(part.sentences)
            sides = (("pros", part.pros, part.pros_left_out), ("cons", part.cons, part.cons_left_out))
            for name, points, left_out in sides:
                if points:
                    yield from (f"### {words[name]}", "", *_points(points, words), "")
                    yield from _paragraphs((words.say("more", count=left_out),) if left_out else ())
        case NotesPart() | OutlinePart() | MapPart():
            yield from (*_points(_listed(part), words), "")
        case SourcesPart():
            yield from _sources(part)
        case MethodPart():
            yield from _paragraphs(part.sentences)
        case _:
            # The rest is said as the flow says it.
            for block in part_flow(part, content, words):
                yield from _flowing(block, words)


def _listed(part: NotesPart | OutlinePart | MapPart) -> tuple[BriefPoint, ...]:
    match part:
        case NotesPart():
            return part.notes
        case OutlinePart():
            return part.points
        case MapPart():
            return part.words


def _flowing(block: FlowBlock, words: Words) -> Iterator[str]:
    """A part that Markdown says as the flow does."""
    match block:
        case FlowHeading():
            yield from (f"{'#' * (block.level + 1)} {_escaped(block.text)}", "")
        case Items():
            yield from (f"- {_escaped(''.join(span.text for span in item.spans))}" for item in block.items)
            yield ""
        case FlowTable():
            yield _row(block.header)
            yield _row(["---"] * len(block.header))
            yield from (_row(row) for row in block.rows)
            yield ""
        case Signing():
            ticks = " · ".join(f"{words[key]} ☐" for key in ("agreed", "not_agreed", "discuss"))
            for line in block.lines:
                yield from (_escaped(line), "", ticks, "")
        case BriefChart():
            yield from (f"**{_escaped(block.title)}**", "")
            yield from (f"- {_escaped(bar.label)}: {_escaped(bar.number)}" for bar in block.bars)
            yield ""
        case _:
            yield from (_escaped(line) for line in block_texts(block))
            yield ""


def _options(part: OptionsPart) -> Iterator[str]:
    for option in part.options:
        number = f" — {number_words(option)}" if option.number else ""
        details = " ".join((*option.sentences, *fact_sentences(option.facts)))
        yield f"- **{option.letter}** {_escaped(option.name)}{_escaped(number)}"
        yield from (f"  {_escaped(line)}" for line in (option.notes, details) if line)
    yield ""


def _sources(part: SourcesPart) -> Iterator[str]:
    for source in part.sources:
        url = f" <{source.url}>" if safe_url(source.url) else f" {_escaped(source.url)}".rstrip()
        details = " ".join(filter(None, (source.grade, *source.places)))
        yield f"{source.number}. {_escaped(source.text)}{url} {_escaped(details)}".rstrip()
    yield ""


def _matrix(part: MatrixPart, words: Words) -> Iterator[str]:
    if not part.letters:
        # A column with nothing in it says nothing.
        named = [
            (words["criterion"], [row.criterion for row in part.rows]),
            (words["asks"], [row.question for row in part.rows]),
            (words["weight"], [row.weight for row in part.rows]),
        ]
        columns = [(name, cells) for name, cells in named if any(cells)]
        yield _row([name for name, _ in columns])
        yield _row(["---"] * len(columns))
        yield from (_row(cells) for cells in zip(*(cells for _, cells in columns), strict=True))
        yield ""
        yield from _paragraphs(part.remarks)
        return
    yield _row([words["criterion"], *part.letters])
    yield _row(["---"] * (1 + len(part.letters)))
    for row in part.rows:
        name = f"{row.criterion} {row.weight}".rstrip()
        cells = [" ".join(filter(None, (cell.text, _bracketed(cell.range), cell.remark))) for cell in row.cells]
        yield _row([name, *cells])
    if part.totals:
        yield _row([words["total"], *part.totals])
    yield ""
    yield from _paragraphs(part.remarks)


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if cell == '---' else _escaped(cell) for cell in cells)} |"


def _points(points: Sequence[BriefPoint], words: Words) -> Iterator[str]:
    for point in points:
        indent = "  " * point.depth
        label = f"**{_escaped(point.label)}:** " if point.label else ""
        remarks = (*point.remarks, *([words["see_above"]] if point.is_again else []))
        remark = f" ({_escaped(' · '.join(remarks))})" if remarks else ""
        cited = "".join(f" [{number}]" for number in point.sources)
        sign = _escaped(f"{point.sign} ") if point.sign not in {"", BULLET} else ""
        yield f"{indent}- {sign}{label}{_escaped(point.text)}{cited}{remark}"
        for line in filter(None, map(str.strip, point.notes.split("\n"))):
            yield ""
            yield f"{indent}  {_escaped(line)}"


def _paragraphs(sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield from (_escaped(" ".join(sentences)), "")


def _blocks(blocks: tuple[Block, ...], numbers: dict[str, int]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _runs(block.runs, numbers)
        else:
            yield from (f"- {_runs(item, numbers)}" for item in block.items)
        yield ""


def _runs(runs: tuple[Run, ...], numbers: dict[str, int]) -> str:
    return "".join(_run(run, numbers) for run in runs)


def _run(run: Run, numbers: dict[str, int]) -> str:
    if run.cites:
        return _escaped(f"[{numbers.get(run.cites, '@' + run.cites)}]")
    text = _escaped(run.text)
    marks = "**" * run.is_bold + "*" * run.is_italic
    # Emphasis with a space inside its marks is none.
    inner = text.strip()
    if marks and inner:
        text = text.replace(inner, f"{marks}{inner}{marks[::-1]}", 1)
    return f"[{text}](<{run.link}>)" if safe_url(run.link) else text


def _escaped(text: str) -> str:
    flat = " ".join(visible(text).split("\n"))
    return _BLOCK_SIGN.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", flat))
