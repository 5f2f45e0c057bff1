"""What a brief says, as plain records in the order in which it is printed. No layout, no markup, nothing computed.

Texts are the authors' own, uncleaned; numbers are already rounded and in words.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop_app.briefing.content.clean import as_marking
from desktop_app.briefing.content.map_on_paper.records import MapSheets
from desktop_app.briefing.content.presets import Preset
from desktop_app.briefing.content.source_line import SourceLine
from desktop_app.briefing.content.spread import WholeSpread
from desktop_app.drawing.shapes import Shape
from desktop_app.formats.markup import Block
from desktop_app.model.records import CitationStyle, Margins, Paper

BULLET: Final = "•"  # the sign of what has no stance


class PointSide(StrEnum):
    """What a point does to what it hangs on; decides its colour, never alone."""

    PRO = "pro"
    CON = "con"
    EVIDENCE = "evidence"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class BriefPoint:
    """A statement in a list of pros and cons.

    Attributes:
        depth: 0 for what speaks directly to the option or question, 1 for its answers, and so on.
        sign: "+", "−", … never left out.
        label: "Answers the con"; empty where the heading of the list says it.
        notes: the card's notes.
        remarks: importance, strength, points, criterion, in words.
        sources: numbers of the sources it cites, ascending.
        is_again: printed before; what hangs on it is not repeated.
        number: its place in the outline, as the map shows it ("2.1"); empty for none.
    """

    depth: int
    side: PointSide
    sign: str
    label: str
    text: str
    notes: str = ""
    remarks: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    is_again: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option at a glance.

    Attributes:
        letter: tells it apart ("A").
        number: "68", "58–73", "+21"; empty where it has none.
        number_name: "total" or "leaning", which `number` is.
        spread: the same number to be calculated with; None where it has none.
        share: length of its bar, 0…1; None for no bar.
        reach: how far missing scores may lengthen it, 0…1; None where it is certain.
        sentences: what its number rests on.
        facts: name and value, beside the total, never in it.
    """

    letter: str
    name: str
    notes: str
    number: str
    number_name: str
    share: float | None
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    reach: float | None = None
    spread: WholeSpread | None = None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the matrix.

    Attributes:
        text: the score, or what stands in its place ("–" not scored, "?" don't know).
        heat: 0…1 for its tint; None for none.
        remark: what is odd about it, in words; empty for nothing.
        range: within which the score lies ("74–90"); empty where it is certain or not shown.
        spread: score and range to be calculated with; None where there is no score.
    """

    text: str
    heat: float | None
    remark: str = ""
    range: str = ""
    spread: WholeSpread | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A criterion: what it asks, its share of the weight ("30 %"), and one cell per option."""

    criterion: str
    question: str
    weight: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class WordsPart:
    """The author's own words."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class OptionsPart:
    """The options at a glance, best first where there is a ranking.

    Attributes:
        outside: names those without a number where others have one, for formats that draw numbers only.
    """

    title: str
    options: tuple[OptionLine, ...]
    outside: str = ""


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """Criteria against options. Without options only what the criteria are; `totals` is then empty.

    Attributes:
        letters: of the options, one per column.
        totals: one per column, named totals.
        remarks: sentences under the table.
    """

    title: str
    letters: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArgumentsPart:
    """Pros and cons of one option, question or claim: ranked, each followed by its answers.

    Attributes:
        sentences: what they come to.
        pros_left_out: how many further pros the form of the brief has no room for.
        cons_left_out: the same of cons.
    """

    title: str
    sentences: tuple[str, ...]
    pros: tuple[BriefPoint, ...]
    cons: tuple[BriefPoint, ...]
    pros_left_out: int = 0
    cons_left_out: int = 0


@dataclass(frozen=True, slots=True)
class NotesPart:
    """Open points: what was parked without a stance."""

    title: str
    notes: tuple[BriefPoint, ...]


@dataclass(frozen=True, slots=True)
class BriefBar:
    """A bar of a chart.

    Attributes:
        label: what it is of.
        number: its value in words ("+5").
        value: its length on the chart's scale; negative to the other side of the chart's zero.
        side: decides its colour; None for that of options.
    """

    label: str
    number: str
    value: float
    side: PointSide | None = None


@dataclass(frozen=True, slots=True)
class BriefChart:
    """Bars on one scale, to be drawn natively by each format.

    Attributes:
        title: what is measured, with its unit.
        alt: the same in a sentence for who cannot see it, at most 400 characters.
        names: what a bar to the left and to the right of zero says; empty where all go one way.
        bars: from the top.
        note: what must be said with it: how its unit is to be read, who stands outside.
    """

    title: str
    alt: str
    names: tuple[str, str]
    bars: tuple[BriefBar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BriefPicture:
    """A drawn chart, for pages; other formats have the sentences that say the same.

    Attributes:
        title: what it shows.
        alt: the same in words for who cannot see it, at most 400 characters.
        width: of the drawing, in its own units.
        height: of the drawing.
        shapes: from back to front.
    """

    title: str
    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ChartsPart:
    """What the ranking hangs on: sentences, then charts, then drawn charts where they were asked for."""

    title: str
    sentences: tuple[str, ...]
    charts: tuple[BriefChart, ...]
    pictures: tuple[BriefPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePart:
    """A plain table: perspectives, minutes.

    Attributes:
        kind: the part's name in data formats.
        header: names of the columns.
        rows: each as long as the header.
        numeric: which columns hold numbers.
        sentences: under the table.
    """

    kind: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Short statements under a name; the name may be empty."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """Caveats, or where scores and arguments disagree. `kind` is the part's name in data formats."""

    kind: str
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SignPart:
    """Recommendations as lines to be ticked and signed."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """The map as an indented text, numbered as it is drawn."""

    title: str
    points: tuple[BriefPoint, ...]


@dataclass(frozen=True, slots=True)
class MapPart:
    """The map, drawn and in words.

    Attributes:
        alt: the drawing in a sentence or two, at most 400 characters.
        words: the same tree as text, in the map's order; empty where the outline is a part of its own.
        sheets: the drawing cut for paper; None where nobody asked for it.
    """

    title: str
    alt: str
    words: tuple[BriefPoint, ...]
    sheets: MapSheets | None = None


@dataclass(frozen=True, slots=True)
class SourcesPart:
    """The sources, by number."""

    title: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class MethodPart:
    """How the numbers came about."""

    title: str
    sentences: tuple[str, ...]


Part = (
    WordsPart
    | OptionsPart
    | MatrixPart
    | ArgumentsPart
    | ChartsPart
    | TablePart
    | GroupsPart
    | SignPart
    | NotesPart
    | OutlinePart
    | MapPart
    | SourcesPart
    | MethodPart
)


def iso_day(text: str) -> dt.date | None:
    """The day of an ISO 8601 date; None where the text is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class BriefContent:
    """Everything a brief says.

    Attributes:
        title: the question, or the map's title where it has none.
        kicker: what kind of document it is.
        context: the workbook it is from.
        date: the day the document bears: ISO 8601, or as the author wrote it.
        created: ISO 8601, the day the workbook was made; stands in the file where `date` is no day.
        language: an IETF tag.
        recommendation: the author's words; empty: absent in print.
        leads: what the ranking says, in sentences.
        against: name of the option and its strongest con; None where there is none.
        source_numbers: the number of each cited source key.
        form: the preset that it follows.
        sources: the cited sources by number, whether or not they are listed.
        logo: a PNG or SVG picture; None for none.
        notice: that nothing stands in the brief, where that is so; else empty.
    """

    title: str
    kicker: str
    context: str
    author: str
    organisation: str
    classification: str
    decision_by: str
    date: str
    created: str
    language: str
    paper: Paper
    recommendation: tuple[Block, ...]
    leads: tuple[str, ...]
    against: tuple[str, BriefPoint] | None
    parts: tuple[Part, ...]
    form: Preset
    source_numbers: dict[str, int] = field(default_factory=dict)
    sources: tuple[SourceLine, ...] = ()
    margins: Margins = Margins.NORMAL
    citations: CitationStyle = CitationStyle.NUMBERS
    logo: bytes | None = None
    notice: str = ""

    @property
    def day(self) -> dt.date:
        """The day with which files of it are stamped."""
        return iso_day(self.date) or iso_day(self.created) or dt.date(2000, 1, 1)

    @property
    def has_map(self) -> bool:
        """Whether the drawn map is among its parts."""
        return any(isinstance(part, MapPart) for part in self.parts)

    @property
    def marking(self) -> str:
        """The classification as it stands at head and foot of every page: in capitals, on one line; empty for none."""
        return as_marking(self.classification)
