"""A brief as Markdown: everything the PDF says but the drawing. User text is escaped, never markup."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.briefing.clean import safe_url
from desktop_app.briefing.content import (
    BULLET,
    ArgumentsPart,
    BriefContent,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionsPart,
    Part,
    Point,
    SourcesPart,
    WordsPart,
)
from desktop_app.formats.markup import Block, Paragraph, Run

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~])")
_BLOCK_SIGN: Final = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def markdown(content: BriefContent) -> str:
    """The brief as CommonMark with tables."""
    lines = [f"# {_escaped(content.title)}", ""]
    facts = (content.kicker, content.date, content.context, content.author, content.organisation)
    lines += [_escaped(" · ".join(filter(None, facts))), ""]
    if content.recommendation:
        lines += ["## Recommendation", "", *_blocks(content.recommendation, content.source_numbers)]
    if content.leads:
        lines += [_escaped(" ".join(content.leads)), ""]
    if content.against is not None:
        option, point = content.against
        lines += [f"**{_escaped(f'Strongest point against {option}'.rstrip())}:** {_escaped(point.text)}", ""]
    for part in content.parts:
        lines += [f"## {_escaped(part.title)}", "", *_part(part, content)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(part: Part, content: BriefContent) -> Iterator[str]:
    match part:
        case WordsPart():
            yield from _blocks(part.blocks, content.source_numbers)
        case OptionsPart():
            yield from _options(part)
        case MatrixPart():
            yield from _matrix(part)
        case ArgumentsPart():
            yield from _paragraphs(part.sentences)
            for name, points in (("For", part.pros), ("Against", part.cons)):
                if points:
                    yield from (f"### {name}", "", *_points(points), "")
        case NotesPart():
            yield from (*_points(part.notes), "")
        case MapPart():
            yield from (*_points(part.words), "")
        case SourcesPart():
            yield from _sources(part)
        case MethodPart():
            yield from _paragraphs(part.sentences)


def _options(part: OptionsPart) -> Iterator[str]:
    for option in part.options:
        number = f" — {option.number_name} {option.number}" if option.number else ""
        said = " ".join((*option.sentences, *(f"{name}: {value}." for name, value in option.facts)))
        yield f"- **{option.letter}** {_escaped(option.name)}{_escaped(number)}"
        yield from (f"  {_escaped(line)}" for line in (option.notes, said) if line)
    yield ""


def _sources(part: SourcesPart) -> Iterator[str]:
    for source in part.sources:
        url = f" <{source.url}>" if safe_url(source.url) else f" {_escaped(source.url)}".rstrip()
        said = " ".join(filter(None, (source.grade, *source.places)))
        yield f"{source.number}. {_escaped(source.text)}{url} {_escaped(said)}".rstrip()
    yield ""


def _matrix(part: MatrixPart) -> Iterator[str]:
    header = ("Criterion", *part.letters) if part.letters else ("Criterion", "What it asks", "Weight")
    yield _row(header)
    yield _row(["---"] * len(header))
    for row in part.rows:
        name = f"{row.criterion} {row.weight}".rstrip()
        cells = [f"{cell.text} {cell.remark}".rstrip() for cell in row.cells]
        yield _row([name, *cells] if part.letters else [row.criterion, row.question, row.weight])
    if part.totals:
        yield _row(["Total", *part.totals])
    yield ""
    yield from _paragraphs(part.remarks)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if cell == '---' else _escaped(cell) for cell in cells)} |"


def _points(points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        indent = "  " * point.depth
        label = f"**{_escaped(point.label)}:** " if point.label else ""
        remarks = (*point.remarks, *(["see above"] if point.is_again else []))
        remark = f" ({_escaped(' · '.join(remarks))})" if remarks else ""
        cited = "".join(f" [{number}]" for number in point.sources)
        sign = f"{_escaped(point.sign)} " if point.sign not in {"", BULLET} else ""
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
    flat = " ".join(text.split("\n"))
    return _BLOCK_SIGN.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", flat))
