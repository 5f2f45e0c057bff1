"""A brief as a Word document that an official can edit: real headings and tables. User text is text, never XML."""

import io
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from desktop_app.briefing.content.citing import mark
from desktop_app.briefing.content.clean import safe_url, visible
from desktop_app.briefing.content.logo import is_png
from desktop_app.briefing.content.parts import BriefChart, BriefContent, PointSide
from desktop_app.briefing.content.words import Words, is_from_right, words_in
from desktop_app.briefing.office.docx_changes import changes
from desktop_app.briefing.office.docx_xml import (
    add_link,
    describe,
    frame,
    keep_whole,
    page_number,
    set_language,
    shade,
    turn_right_to_left,
)
from desktop_app.briefing.office.packing import without_times
from desktop_app.briefing.office.properties import set_properties
from desktop_app.briefing.text.flow import (
    Drawing,
    FlowBlock,
    FlowHeading,
    FlowStyle,
    FlowTable,
    FlowText,
    Items,
    Signing,
    Span,
    Spans,
    flow,
)
from desktop_app.drawing.palette import Role, mixed, palette
from desktop_app.model.records import Margins, Paper

_PAGE_MM: Final = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4), Paper.A3: (297.0, 420.0)}
_MARGIN_MM: Final = {Margins.NARROW: 16.0, Margins.NORMAL: 22.0, Margins.WIDE: 32.0}
_STEP_MM: Final = 6.0
_DEEPEST: Final = 8
_CHARACTERS_KEPT: Final = 500  # a table of no more stays on one page
_NARROWEST, _WIDEST_NUMBER, _WIDEST = 16, 22, 48  # characters of a column, for its share of the width
_SIDES: Final = {
    PointSide.PRO: Role.PRO,
    PointSide.CON: Role.CON,
    PointSide.EVIDENCE: Role.EVIDENCE,
    PointSide.NOTE: Role.NOTE,
}
_STYLES: Final = ("Title", "Heading 1", "Heading 2", "List Bullet")
_BOX: Final = "\N{BALLOT BOX}"


def docx(content: BriefContent, picture: bytes | None = None, previous: bytes | None = None) -> bytes:
    """The brief as a .docx; the same content gives the same bytes.

    Args:
        content: of the brief.
        picture: the drawn map as a PNG; None leaves it out.
        previous: an earlier export of the brief; what changed since is then listed at the end.

    Raises:
        PreviousUnreadableError: the earlier export is no Word document.
    """
    writer = _WordWriter(content, picture)
    writer.head()
    for block in flow(content, writer.words):
        writer.add(block)
    for block in changes(writer.document, previous, writer.words) if previous is not None else ():
        writer.add(block)
    written = io.BytesIO()
    writer.document.save(written)
    return without_times(written.getvalue())


class _WordWriter:
    """Writes blocks of the flow into one document."""

    def __init__(self, content: BriefContent, picture: bytes | None) -> None:
        self.content = content
        self.words: Words = words_in(content.language)
        self.document: WordDocument = Document()
        self._picture = picture
        self._colours = palette("light")
        self._is_rtl = is_from_right(content.language)
        self._width = self._set_page()  # of the text, in millimetres
        self._set_properties()
        self._styles = {name: self.document.styles[name].style_id for name in _STYLES}

    def head(self) -> None:
        """Kicker, title and title-page fields; page number and classification on every page."""
        content = self.content
        if content.logo is not None and is_png(content.logo):
            logo = self.document.add_paragraph().add_run().add_picture(io.BytesIO(content.logo), height=Mm(12))
            describe(logo, content.organisation or content.author)
        self._small(" · ".join(filter(None, (content.kicker.upper(), content.date, content.context))))
        self._paragraph("Title").add_run(visible(" ".join(content.title.split())))
        facts = (
            (self.words["by"], content.author),
            (self.words["for"], content.organisation),
            (self.words["classification"], content.classification),
        )
        self._small(" · ".join(f"{name} {value}" for name, value in facts if value))
        if content.decision_by:
            self._paragraph().add_run(visible(f"{self.words['decision_by']}: {content.decision_by}")).bold = True
        section = self.document.sections[0]
        footing = section.footer.paragraphs[0]
        left = " · ".join(filter(None, (content.author, content.organisation)))
        footing.add_run(visible(f"{left}\t\t{self.words['page']} "))
        page_number(footing)
        if content.marking:
            for place in (section.header.paragraphs[0], section.footer.add_paragraph()):
                place.alignment = WD_ALIGN_PARAGRAPH.CENTER
                place.add_run(visible(content.marking)).bold = True

    def add(self, block: FlowBlock) -> None:
        """Writes one block."""
        match block:
            case FlowHeading():
                self._paragraph(f"Heading {block.level}").add_run(visible(block.text))
            case FlowText():
                self._text(block)
            case Items():
                self._items(block)
            case FlowTable():
                self._table(block)
            case Signing():
                self._signing(block)
            case Drawing():
                self._drawing(block)
            case _:
                self._chart(block)

    # --- inside --------------------------------------------------------------------------------------

    def _set_page(self) -> float:
        width, height = _PAGE_MM[self.content.paper]
        margin = _MARGIN_MM[self.content.margins]
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(margin)
        section.top_margin = section.bottom_margin = Mm(21)
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(5)
        for name, size in (("Title", 20), ("Heading 1", 13), ("Heading 2", 11)):
            style = self.document.styles[name]
            style.font.size = Pt(size)
            style.font.color.rgb = self._colour(Role.INK)
        set_language(self.document, self.content.language or "en")
        return width - 2 * margin

    def _set_properties(self) -> None:
        set_properties(self.document.core_properties, self.content)
        self.document.core_properties.comments = ""

    def _paragraph(self, style: str = "Normal", *, level: int = 0) -> Paragraph:
        paragraph = self.document.add_paragraph()
        if style != "Normal":
            # By id: the library looks a name up among all styles, which takes longer than all else together.
            paragraph._p.style = self._styles[style]  # noqa: SLF001
        if level:
            paragraph.paragraph_format.left_indent = Mm(_STEP_MM * min(level, _DEEPEST))
        if self._is_rtl:
            turn_right_to_left(paragraph)
        return paragraph

    def _text(self, block: FlowText) -> None:
        paragraph = self._paragraph()
        if block.style is FlowStyle.RECOMMENDATION:
            frame(paragraph, self._colours[Role.OPTION_TINT], self._colours[Role.OPTION])
        self._write(paragraph, block.spans, is_small=block.style is FlowStyle.SMALL)

    def _items(self, block: Items) -> None:
        for item in block.items:
            paragraph = self._paragraph("Normal" if item.is_marked else "List Bullet", level=item.depth)
            paragraph.paragraph_format.space_after = Pt(2)
            self._write(paragraph, item.spans)
            for note in item.notes:
                self._paragraph(level=item.depth + 1).add_run(visible(note)).font.size = Pt(9)

    def _write(self, paragraph: Paragraph, spans: Spans, *, is_small: bool = False) -> None:
        for span in spans:
            if span.cites:
                run = paragraph.add_run(visible(mark(self.content, span.cites)))
                run.font.superscript = mark(self.content, span.cites).startswith("[")
                continue
            if safe_url(span.link):
                add_link(paragraph, visible(span.text), span.link)
                continue
            run = paragraph.add_run(visible(span.text))
            run.bold, run.italic = span.is_bold or None, span.is_italic or None
            if span.side is not None:
                run.font.color.rgb = self._colour(_SIDES[span.side])
            if span.is_small or is_small:
                run.font.size = Pt(9)
                run.font.color.rgb = self._colour(Role.MUTED)

    def _small(self, text: str) -> None:
        if text:
            self._write(self._paragraph(), (Span(text),), is_small=True)

    def _table(self, block: FlowTable) -> None:
        table = self.document.add_table(rows=1, cols=len(block.header), style="Table Grid")
        table.autofit = False
        describe(table, block.title)
        for cell, name in zip(table.rows[0].cells, block.header, strict=True):
            cell.paragraphs[0].add_run(visible(name)).bold = True
        header = OxmlElement("w:tblHeader")
        header.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 (the library offers no other way)
        widths = _widths(block)
        is_short = sum(len(text) for row in block.rows for text in row) <= _CHARACTERS_KEPT
        for index, row in enumerate(block.rows):
            is_total = block.has_total and index == len(block.rows) - 1
            cells = table.add_row().cells
            for column, text in enumerate(row):
                paragraph = cells[column].paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(1)
                paragraph.paragraph_format.keep_with_next = is_short and index < len(block.rows) - 1
                paragraph.add_run(visible(text)).bold = is_total or None
                if block.numeric[column]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                heat = block.heat[index][column] if block.heat else None
                if heat is not None:
                    shade(cells[column], mixed(self._colours[Role.HEAT_LOW], self._colours[Role.HEAT_HIGH], heat))
        for column, share in zip(table.columns, widths, strict=True):
            column.width = Mm(self._width * share)
        for row in table.rows:
            keep_whole(row)
            for cell, share in zip(row.cells, widths, strict=True):
                cell.width = Mm(self._width * share)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _chart(self, chart: BriefChart) -> None:
        """As a table: its numbers can then be edited, which a picture of it could not."""
        rows = tuple((bar.label, bar.number) for bar in chart.bars)
        title = self._paragraph()
        title.add_run(visible(chart.title)).bold = True
        title.paragraph_format.keep_with_next = True
        self._table(FlowTable(chart.alt, (self.words["what"], self.words["number"]), rows, (False, True)))

    def _signing(self, block: Signing) -> None:
        for line in block.lines:
            self._paragraph().add_run(visible(line))
            ticks = "     ".join(f"{self.words[key]} {_BOX}" for key in ("agreed", "not_agreed", "discuss"))
            self._paragraph().add_run(ticks).bold = True
        self._paragraph().add_run(f"\n{'_' * 40}\n{self.words['signature']}")

    def _drawing(self, block: Drawing) -> None:
        if self._picture is None:
            return
        shown = self.document.add_paragraph().add_run().add_picture(io.BytesIO(self._picture))
        tallest = _PAGE_MM[self.content.paper][1] - 70
        share = min(Mm(self._width) / shown.width, Mm(tallest) / shown.height, 1.0)
        shown.width, shown.height = Emu(int(shown.width * share)), Emu(int(shown.height * share))
        describe(shown, block.alt)

    def _colour(self, role: Role) -> RGBColor:
        return RGBColor.from_string(self._colours[role].removeprefix("#").upper()[:6])


def _widths(block: FlowTable) -> list[float]:
    """The share of the width of each column, by its longest text; numbers stay narrow."""
    longest = [max(len(row[column]) for row in (block.header, *block.rows)) for column in range(len(block.header))]
    weights = [
        min(max(length, _NARROWEST), _WIDEST_NUMBER if is_number else _WIDEST)
        for length, is_number in zip(longest, block.numeric, strict=True)
    ]
    return [weight / sum(weights) for weight in weights]
