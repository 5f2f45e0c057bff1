"""The few things of a Word document that its library has no word for, each made of elements, never of text."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from desktop_app.briefing.content.clean import visible


def describe(shown: InlineShape | Table, text: str) -> None:
    """Says what a picture or a table shows, for who cannot see it."""
    if isinstance(shown, InlineShape):
        shown._inline.docPr.set("descr", visible(text))  # noqa: SLF001
        return
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), visible(text))
    shown._tbl.tblPr.append(described)  # noqa: SLF001


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Adds a link to a web or mail address."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def page_number(paragraph: Paragraph) -> None:
    """Adds a field with the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def shade(cell: _Cell, colour: str) -> None:
    """Fills a cell with a colour (``#rrggbb``)."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), colour.removeprefix("#")[:6].upper())
    cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001


def frame(paragraph: Paragraph, fill: str, edge: str) -> None:
    """Tints a paragraph and draws a bar before it."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    borders = OxmlElement("w:pBdr")
    bar = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "6"), ("color", edge.removeprefix("#")[:6].upper())):
        bar.set(qn(f"w:{name}"), value)
    borders.append(bar)
    tint = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill.removeprefix("#")[:6].upper())):
        tint.set(qn(f"w:{name}"), value)
    # The schema wants them in this order, before spacing and indentation.
    for element in (tint, borders):
        properties.insert_element_before(
            element, "w:shd" if element is borders else "w:tabs", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def keep_whole(row: _Row) -> None:
    """Keeps a row of a table on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def set_language(document: Document, language: str) -> None:
    """Sets the language of all text, so that it is spelled and read aloud in it."""
    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if properties is None:
        return
    element: _Element | None = properties.find(qn("w:lang"))
    if element is None:
        element = OxmlElement("w:lang")
        properties.append(element)
    element.set(qn("w:val"), language)
    element.set(qn("w:bidi"), language)


def turn_right_to_left(paragraph: Paragraph) -> None:
    """Sets a paragraph from right to left."""
    direction = OxmlElement("w:bidi")
    paragraph._p.get_or_add_pPr().append(direction)  # noqa: SLF001
