"""A brief as slides for classes and workshops: shapes, tables and charts that can be edited; sources in the notes."""

import io
import math
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import east_asian_width

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length, Pt

from desktop_app.briefing.content.clean import visible
from desktop_app.briefing.content.facts import fact_sentences
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefChart,
    BriefContent,
    ChartsPart,
    GroupsPart,
    MatrixPart,
    MethodPart,
    OptionsPart,
    Part,
    SignPart,
    TablePart,
    WordsPart,
)
from desktop_app.briefing.content.spread import WholeSpread
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.office.packing import without_times
from desktop_app.briefing.office.pptx_branches import add_branch, branches
from desktop_app.briefing.office.pptx_charts import NativeBar, SlideChart, add_chart
from desktop_app.briefing.office.properties import set_properties
from desktop_app.briefing.text.flow import FlowTable, part_flow
from desktop_app.briefing.text.word_count import block_texts
from desktop_app.drawing.palette import Role
from desktop_app.formats.markup import Bullets, Run
from desktop_app.wording.full_stops import ended

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_MARGIN: Final = Inches(0.6)
_TITLE_ONLY, _TITLE_SLIDE = 5, 0  # layouts of the library's own template
_ROWS_A_SLIDE: Final = 8
_LINES_A_SLIDE: Final = 9
_LONGEST_LINE: Final = 400
_LONGEST_CELL: Final = 160
_CELL_PT: Final = 13
_INSET: Final = Inches(0.1)  # of a cell, all round
_TALL: Final = Inches(5.4)  # what stands under a title
_NOTE_TALL: Final = Inches(0.5)
_LONGEST_NOTE: Final = 160  # letters that fit on a line at the foot
_WIDE: Final = WIDTH - 2 * _MARGIN - 2 * _INSET
_AFTER_LINE: Final = Pt(8)
_LONGEST_TITLE: Final = 140


def pptx(content: BriefContent) -> bytes:
    """The brief as a .pptx; the same content gives the same bytes."""
    writer = _SlideWriter(content)
    writer.opening()
    for part in content.parts:
        writer.add(part)
    for branch in branches(content):
        for shown in branch.slides():
            slide = writer.slide(shown.title)
            add_branch(slide, shown)
            writer.note(slide, [*shown.texts(), *writer.sources_of(shown.sources())])
    writer.closing()
    written = io.BytesIO()
    writer.deck.save(written)
    return without_times(written.getvalue())


class _SlideWriter:
    """Adds slides to one deck."""

    def __init__(self, content: BriefContent) -> None:
        self.content = content
        self.words = words_in(content.language)
        self.deck: Deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = WIDTH, HEIGHT
        self._set_properties()

    def slide(self, title: str) -> Slide:
        """A slide with a title and nothing else."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_TITLE_ONLY])
        shown = slide.shapes.title
        assert shown is not None
        shown.left, shown.top, shown.width, shown.height = _MARGIN, Inches(0.35), WIDTH - 2 * _MARGIN, Inches(0.9)
        frame = shown.text_frame
        frame.word_wrap = True
        frame.text = visible(_shortened(title, _LONGEST_TITLE))
        frame.paragraphs[0].font.size = Pt(26 if len(title) < 60 else 20)
        frame.paragraphs[0].font.bold = True
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self._mark(slide)
        return slide

    def opening(self) -> None:
        """Title slide, then the recommendation with the lead and the strongest point against."""
        content = self.content
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_TITLE_SLIDE])
        title = slide.shapes.title
        assert title is not None
        title.left, title.top, title.width, title.height = _MARGIN, Inches(2.2), WIDTH - 2 * _MARGIN, Inches(1.8)
        title.text_frame.text = visible(_shortened(content.title, _LONGEST_TITLE))
        title.text_frame.paragraphs[0].font.size = Pt(34)
        title.text_frame.paragraphs[0].font.bold = True
        below = slide.placeholders[1]
        below.left, below.top, below.width, below.height = _MARGIN, Inches(4.2), WIDTH - 2 * _MARGIN, Inches(1.4)
        facts = (content.kicker, content.date, content.context, content.author, content.organisation)
        below.text_frame.text = visible(" · ".join(filter(None, facts)))
        below.text_frame.paragraphs[0].font.size = Pt(16)
        if content.decision_by:
            decision = below.text_frame.add_paragraph()
            decision.text = visible(f"{self.words['decision_by']}: {content.decision_by}")
            decision.font.size, decision.font.bold = Pt(16), True
        self._mark(slide)
        lines = ["".join(run.text for run in runs if not run.cites) for runs in _runs(content)]
        lines += content.leads
        if content.against is not None:
            name, con = content.against
            label = self.words.say("strongest_against", name=name) if name else self.words["strongest_against_it"]
            lines.append(f"{label}: {con.text}")
        # Without words of the author nothing is recommended.
        self._lines(self.words["section.recommendation"] if content.recommendation else content.kicker, lines)
        self._lines(content.kicker, [content.notice])

    def add(self, part: Part) -> None:
        """The slides of one part; what the branches show is left to them."""
        match part:
            case OptionsPart() if any(option.share is not None for option in part.options):
                self._options(part)
            case OptionsPart() | MatrixPart() | TablePart():
                # Whom the table leaves out, and how to read its signs.
                remarks = part.remarks if isinstance(part, MatrixPart) else ()
                remarks = part.sentences if isinstance(part, TablePart) else remarks
                note = " ".join(remarks) if sum(map(len, remarks)) < _LONGEST_NOTE else ""
                for block in part_flow(part, self.content, self.words):
                    if isinstance(block, FlowTable):
                        self._table(part.title, block, note)
                if not note:
                    self._lines(part.title, list(remarks))
            case ArgumentsPart() if not any(isinstance(item, OptionsPart) for item in self.content.parts):
                # What the arguments on an option come to stands beside its total.
                self._lines(part.title or self.words["section.method"], list(part.sentences))
            case ChartsPart():
                for chart in part.charts:
                    self._chart(part.title, chart)
            case WordsPart() | GroupsPart() | SignPart():
                blocks = part_flow(part, self.content, self.words)
                self._lines(part.title, [line for block in blocks for line in block_texts(block)])
            case _:
                return

    def closing(self) -> None:
        """Sources and method."""
        content = self.content
        lines = [f"{source.number}. {source.text}" for source in content.sources]
        self._lines(self.words["section.sources"], lines)
        for part in content.parts:
            if isinstance(part, MethodPart):
                self._lines(part.title or self.words["section.method"], list(part.sentences))

    def sources_of(self, numbers: set[int]) -> list[str]:
        """The sources with these numbers, for the notes of a slide."""
        cited = (line for line in self.content.sources if line.number in numbers)
        return [f"[{line.number}] {line.text} {line.url}".rstrip() for line in cited]

    def note(self, slide: Slide, lines: list[str]) -> None:
        """What the speaker sees under a slide."""
        frame = slide.notes_slide.notes_text_frame if lines else None
        if frame is not None:
            frame.text = "\n".join(visible(line) for line in lines)

    # --- inside --------------------------------------------------------------------------------------

    def _mark(self, slide: Slide) -> None:
        """Puts the classification at the head and foot of a slide."""
        for top in (Inches(0.06), HEIGHT - Inches(0.4)) if self.content.marking else ():
            box = slide.shapes.add_textbox(_MARGIN, top, WIDTH - 2 * _MARGIN, Inches(0.34))
            box.name = self.words["classification"]
            paragraph = box.text_frame.paragraphs[0]
            paragraph.text = visible(self.content.marking)
            paragraph.font.size, paragraph.font.bold = Pt(12), True
            paragraph.alignment = PP_ALIGN.CENTER

    def _set_properties(self) -> None:
        set_properties(self.deck.core_properties, self.content)

    def _lines(self, title: str, lines: list[str]) -> None:
        """Slides with a few lines each."""
        full_lines = [line for line in lines if line.strip()]
        total = sum(map(len, full_lines[:_LINES_A_SLIDE]))
        size = 20 if total < 500 else 15 if total < 1_200 else 12
        shown = [_shortened(line, _LONGEST_LINE) for line in full_lines]
        heights = [_height(line, size, _WIDE) + _AFTER_LINE for line in shown]
        start = 0
        for count in _counts(heights, _LINES_A_SLIDE):
            slide = self.slide(title if start == 0 else self.words.say("slide_continued", title=title))
            box = slide.shapes.add_textbox(_MARGIN, Inches(1.5), WIDTH - 2 * _MARGIN, _TALL)
            frame = box.text_frame
            frame.word_wrap = True
            for index, line in enumerate(shown[start : start + count]):
                paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
                paragraph.text = visible(line)
                paragraph.font.size = Pt(size)
                paragraph.space_after = Pt(8)
            some = full_lines[start : start + count]
            if any(len(line) > _LONGEST_LINE for line in some):
                self.note(slide, some)
            start += count

    def _options(self, part: OptionsPart) -> None:
        bars = tuple(
            NativeBar(f"{item.letter}  {_shortened(item.name, 40)}", item.spread, item.number, Role.OPTION)
            for item in part.options
            if item.share is not None and item.spread is not None
        )
        alt = f"{part.title}: {'; '.join(f'{item.letter} {item.number}' for item in part.options)}."
        slide = self._with_chart(part.title, SlideChart(part.title, alt, bars, self._ends(), is_share=True))
        if part.outside:
            self._beneath(slide, part.outside)
        option_lines = [
            (f"{item.letter}  {item.name}", *filter(None, (item.notes, *item.sentences, *fact_sentences(item.facts))))
            for item in part.options
        ]
        self.note(slide, [" ".join(map(ended, lines)) if len(lines) > 1 else lines[0] for lines in option_lines])

    def _chart(self, title: str, chart: BriefChart) -> None:
        # Bars that go one way only are of options; those that go both ways are pros and cons.
        told_apart = bool(chart.names[0])
        bars = tuple(
            NativeBar(
                _shortened(bar.label, 40),
                WholeSpread.exactly(bar.value),
                bar.number,
                Role.OPTION if not told_apart else Role.PRO if bar.value >= 0 else Role.CON,
            )
            for bar in chart.bars
        )
        slide = self._with_chart(title, SlideChart(chart.title, chart.alt, bars, self._ends()))
        box = slide.shapes.add_textbox(_MARGIN, Inches(1.15), WIDTH - 2 * _MARGIN, Inches(0.4))
        box.text_frame.text = visible(chart.title)
        box.text_frame.paragraphs[0].font.size = Pt(14)
        if chart.note:
            self._beneath(slide, chart.note)

    def _beneath(self, slide: Slide, note: str) -> None:
        """What must be said with a chart, at its foot."""
        box = slide.shapes.add_textbox(_MARGIN, HEIGHT - Inches(0.78), WIDTH - 2 * _MARGIN, Inches(0.4))
        box.text_frame.word_wrap = True
        box.text_frame.text = visible(note)
        box.text_frame.paragraphs[0].font.size = Pt(12)

    def _ends(self) -> tuple[str, str]:
        return self.words["at_least"], self.words["at_most"]

    def _with_chart(self, title: str, chart: SlideChart) -> Slide:
        slide = self.slide(title)
        add_chart(slide, chart, (_MARGIN, Inches(1.6), Length(WIDTH - 2 * _MARGIN), _TALL))
        return slide

    def _table(self, title: str, block: FlowTable, note: str = "") -> None:
        width = WIDTH - 2 * _MARGIN
        first = int(width * 0.4) if len(block.header) > 1 else int(width)
        rest = (int(width) - first) // max(len(block.header) - 1, 1)
        widths = [first, *(rest for _ in block.header[1:])]
        header, *rows = (tuple(_shortened(text, _LONGEST_CELL) for text in row) for row in (block.header, *block.rows))
        heights = [max(map(_cell_height, row, widths)) for row in (header, *rows)]
        start = 0
        room = _TALL - heights[0] - (_NOTE_TALL if note else 0)
        for count in _counts(heights[1:], _ROWS_A_SLIDE, room):
            slide = self.slide(title if start == 0 else self.words.say("slide_continued", title=title))
            some = (header, *rows[start : start + count])
            tall = (heights[0], *heights[1 + start : 1 + start + count])
            place = (_MARGIN, Inches(1.6), width, Emu(sum(tall)))
            table = slide.shapes.add_table(len(some), len(header), *place).table
            for column, wide in enumerate(widths):
                table.columns[column].width = Emu(wide)
            for index, row in enumerate(some):
                table.rows[index].height = Emu(tall[index])
                for column, text in enumerate(row):
                    cell = table.cell(index, column)
                    cell.text = visible(text)
                    for paragraph in cell.text_frame.paragraphs:
                        paragraph.font.size = Pt(_CELL_PT)
            if note:
                self._beneath(slide, note)
            start += count


def _counts(heights: Sequence[int], most: int, room: int = _TALL) -> Iterator[int]:
    """How many of some things stand on each slide: no more than may, nor than there is room for, but one at least."""
    count, filled = 0, 0
    for height in heights:
        if count and (count == most or filled + height > room):
            yield count
            count, filled = 0, 0
        count, filled = count + 1, filled + height
    if count:
        yield count


def _height(text: str, size: int, width: int) -> int:
    """About how tall a text is; letters are half as wide as tall, those of Chinese as wide."""
    ems = sum(1.0 if east_asian_width(letter) in "WF" else 0.52 for letter in text)
    # No line is filled to its end: words are not broken.
    lines = math.ceil(1.1 * ems * Pt(size) / width)
    return int(max(lines, 1) * 1.2 * Pt(size))


def _cell_height(text: str, width: int) -> int:
    return int(max(_height(text, _CELL_PT, width - 2 * _INSET) + 2 * _INSET, Inches(0.5)))


def _runs(content: BriefContent) -> Iterator[tuple[Run, ...]]:
    for block in content.recommendation:
        yield from block.items if isinstance(block, Bullets) else (block.runs,)


def _shortened(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
