"""A brief's content as a plain flow of headings, paragraphs, lists, tables and charts, for formats that flow.

Word, HTML, the word count and the list of changes all read this one; the order is that of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.briefing.content.facts import fact_sentences
from desktop_app.briefing.content.parts import (
    BULLET,
    ArgumentsPart,
    BriefChart,
    BriefContent,
    BriefPoint,
    ChartsPart,
    GroupsPart,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionLine,
    OptionsPart,
    OutlinePart,
    Part,
    PointSide,
    SignPart,
    SourcesPart,
    TablePart,
    WordsPart,
)
from desktop_app.briefing.content.source_line import SourceLine
from desktop_app.briefing.content.words import Words
from desktop_app.formats.markup import Block, Bullets, Run
from desktop_app.wording.full_stops import ended
from desktop_app.wording.sentence import text


class FlowStyle(StrEnum):
    """What a paragraph is for; formats decide how it looks."""

    BODY = "body"
    RECOMMENDATION = "recommendation"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one look.

    Attributes:
        link: where it leads, if the format finds that safe.
        cites: number of the source it cites, 0 for none; the text is then empty.
        side: decides its colour; None for none.
        is_small: quieter than the rest.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str = ""
    cites: int = 0
    side: PointSide | None = None
    is_small: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FlowHeading:
    """A heading; level 1 is that of a part."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class FlowText:
    """A paragraph."""

    spans: Spans
    style: FlowStyle = FlowStyle.BODY


@dataclass(frozen=True, slots=True)
class FlowItem:
    """A line of a list; `depth` 0 is the outermost. `notes` are paragraphs under it; `is_marked`: it has a sign."""

    depth: int
    spans: Spans
    notes: tuple[str, ...] = ()
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[FlowItem, ...]


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table under a header row.

    Attributes:
        title: what it is about, for who cannot see it.
        numeric: which columns hold numbers.
        heat: tint of each cell, 0…1 or None; rows as in `rows`.
        has_total: the last row sums up.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    heat: tuple[tuple[float | None, ...], ...] = ()
    has_total: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines to be ticked and signed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where the drawn map stands."""

    alt: str


FlowBlock = FlowHeading | FlowText | Items | FlowTable | BriefChart | Signing | Drawing


def flow(content: BriefContent, words: Words) -> Iterator[FlowBlock]:
    """Everything under the title, in order."""
    if content.recommendation:
        yield FlowHeading(1, words["section.recommendation"])
        yield from _blocks(content.recommendation, content, FlowStyle.RECOMMENDATION)
    if content.leads:
        yield FlowText((Span(" ".join(content.leads)),), FlowStyle.SMALL)
    if content.against is not None:
        name, con = content.against
        label = words.say("strongest_against", name=name) if name else words["strongest_against_it"]
        yield FlowText((Span(f"{label}: ", is_bold=True, side=PointSide.CON), Span(con.text), *_cited(con)))
    if content.notice:
        yield FlowText((Span(content.notice),), FlowStyle.SMALL)
    for part in content.parts:
        # The note on the method has no heading of its own on forms without that part.
        if part.title:
            yield FlowHeading(1, " ".join(part.title.split()))
        yield from part_flow(part, content, words)


def part_flow(part: Part, content: BriefContent, words: Words) -> Iterator[FlowBlock]:
    """One part without its heading."""
    match part:
        case WordsPart():
            yield from _blocks(part.blocks, content, FlowStyle.BODY)
        case OptionsPart():
            yield _options(part, words)
        case MatrixPart():
            yield _matrix(part, words)
            yield from _sentences(part.remarks)
        case ArgumentsPart():
            yield from _sentences(part.sentences)
            sides = ((words["pros"], part.pros, part.pros_left_out), (words["cons"], part.cons, part.cons_left_out))
            for name, points, left_out in sides:
                if points:
                    yield FlowHeading(2, name)
                    yield _points(points, words)
                    yield from _sentences((words.say("more", count=left_out),) if left_out else ())
        case _:
            yield from _further_flow(part, words)


def _further_flow(part: Part, words: Words) -> Iterator[FlowBlock]:
    match part:
        case ChartsPart():
            yield Items(tuple(FlowItem(0, (Span(sentence),)) for sentence in part.sentences))
            for chart in part.charts:
                yield chart
                if chart.note:
                    yield FlowText((Span(chart.note),), FlowStyle.SMALL)
        case TablePart():
            yield FlowTable(part.title, part.header, part.rows, part.numeric)
            yield from _sentences(part.sentences)
        case GroupsPart():
            for group in part.groups:
                if group.name:
                    yield FlowHeading(2, group.name)
                yield Items(tuple(FlowItem(0, (Span(item),)) for item in group.items))
        case SignPart():
            yield Signing(part.lines)
        case _:
            yield from _closing_flow(part, words)


def _closing_flow(part: Part, words: Words) -> Iterator[FlowBlock]:
    match part:
        case NotesPart():
            yield _points(part.notes, words)
        case OutlinePart():
            yield _points(part.points, words)
        case MapPart():
            yield Drawing(part.alt)
            if part.words:
                yield FlowHeading(2, words["section.outline"])
                yield _points(part.words, words)
        case SourcesPart():
            yield Items(tuple(_source(source) for source in part.sources))
        case MethodPart():
            yield FlowText((Span(" ".join(part.sentences)),), FlowStyle.SMALL)
        case _:
            raise AssertionError(f"{type(part).__name__} does not flow")


def _options(part: OptionsPart, words: Words) -> FlowTable:
    rows = []
    for option in part.options:
        basis = " ".join(filter(None, (ended(option.notes), *option.sentences, *fact_sentences(option.facts))))
        rows.append((f"{option.letter}  {option.name}", basis, number_words(option)))
    return _filled(part.title, (words["option"], words["basis"], words["number"]), rows)


def number_words(option: OptionLine) -> str:
    """The number of an option with what it is: "total 69"; empty where it has none."""
    return f"{text(f'number.{option.number_name}')} {option.number}" if option.number else ""


def _filled(title: str, names: tuple[str, str, str], rows: Sequence[tuple[str, str, str]]) -> FlowTable:
    """A table of names, words and numbers without columns that have nothing in them."""
    columns = [0, *(column for column in (1, 2) if any(row[column] for row in rows))]
    kept = tuple(tuple(row[column] for column in columns) for row in rows)
    return FlowTable(title, tuple(names[column] for column in columns), kept, tuple(column == 2 for column in columns))


def _matrix(part: MatrixPart, words: Words) -> FlowTable:
    if not part.letters:
        return _filled(
            part.title,
            (words["criterion"], words["asks"], words["weight"]),
            [(row.criterion, row.question, row.weight) for row in part.rows],
        )
    rows = []
    for row in part.rows:
        cells = (" ".join(filter(None, (cell.text, cell.range, cell.remark))) for cell in row.cells)
        name = f"{row.criterion} {row.weight}".rstrip()
        rows.append((f"{name}: {row.question}" if row.question else name, *cells))
    heat = tuple((None, *(cell.heat for cell in row.cells)) for row in part.rows)
    if part.totals:
        rows.append((words["total"], *part.totals))
        heat = (*heat, (None,) * (len(part.letters) + 1))
    numeric = (False, *(True for _ in part.letters))
    return FlowTable(
        part.title, (words["criterion"], *part.letters), tuple(rows), numeric, heat, has_total=bool(part.totals)
    )


def _points(points: Sequence[BriefPoint], words: Words) -> Items:
    return Items(tuple(_point(point, words) for point in points))


def _point(point: BriefPoint, words: Words) -> FlowItem:
    spans = []
    if point.number:
        spans.append(Span(f"{point.number} ", is_small=True))
    if point.sign not in {"", BULLET}:
        spans.append(Span(f"{point.sign} ", is_bold=True, side=point.side))
    if point.label:
        spans.append(Span(f"{point.label}: ", is_bold=True, side=point.side))
    spans += [Span(point.text), *_cited(point)]
    remarks = " · ".join((*point.remarks, *((words["see_above"],) if point.is_again else ())))
    if remarks:
        spans.append(Span(f" ({remarks})", is_small=True))
    notes = tuple(line.strip() for line in point.notes.split("\n") if line.strip())
    return FlowItem(point.depth, tuple(spans), notes, is_marked=point.sign not in {"", BULLET} or bool(point.number))


def _cited(point: BriefPoint) -> Spans:
    return tuple(Span("", cites=number) for number in point.sources)


def _source(source: SourceLine) -> FlowItem:
    spans = [Span(f"{source.number}. ", is_bold=True), Span(source.text)]
    if source.url:
        spans += [Span(" "), Span(source.url, link=source.url)]
    if source.grade:
        spans.append(Span(f" {source.grade}", is_small=True))
    return FlowItem(0, tuple(spans), source.places, is_marked=True)


def _sentences(sentences: Sequence[str]) -> Iterator[FlowText]:
    if sentences:
        yield FlowText((Span(" ".join(sentences)),), FlowStyle.SMALL)


def _blocks(blocks: tuple[Block, ...], content: BriefContent, style: FlowStyle) -> Iterator[FlowBlock]:
    for block in blocks:
        if isinstance(block, Bullets):
            yield Items(tuple(FlowItem(0, _runs(item, content)) for item in block.items))
        else:
            yield FlowText(_runs(block.runs, content), style)


def _runs(runs: tuple[Run, ...], content: BriefContent) -> Spans:
    return tuple(_run(run, content) for run in runs)


def _run(run: Run, content: BriefContent) -> Span:
    if run.cites:
        number = content.source_numbers.get(run.cites, 0)
        return Span("", cites=number) if number else Span(f"[@{run.cites}]")
    return Span(run.text, run.is_bold, run.is_italic, run.link)
