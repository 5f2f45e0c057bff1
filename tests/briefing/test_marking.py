"""The classification stands in bold capitals at head and foot of every page; the head says by when to decide."""

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop_app.briefing.content.presets import presets
from desktop_app.briefing.exporting import ExportOptions, export_map
from desktop_app.briefing.formats import ENDINGS
from desktop_app.edits import sections
from desktop_app.weighing.results import weigh
from tests.sample_maps import seminar
from tests.sure import sure

MARK = "OFFICIAL-SENSITIVE ЛИШЕ STRASSE"
WHEN = "8 December, to meet the tender"
SAID = f"Decision needed by: {WHEN}"
NAMES = [preset.name for preset in presets()]
# Exported files by ending, form and whether they are marked.
Files = dict[tuple[str, str, bool], Path]

PAGE_LESS = (".html", ".md", ".csv")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Files:
    folder = tmp_path_factory.mktemp("marked")
    made: Files = {}
    for is_marked in (True, False):
        document, map_id = seminar()
        if is_marked:
            sections.set_up_brief(
                document, map_id, classification=" Official-Sensitive\nлише  straße", decision_by=WHEN
            )
        results = weigh(document, map_id)
        for ending in ENDINGS:
            for name in NAMES if ending == ".pdf" else ["outline"]:
                path = folder / f"{name}-{is_marked}{ending}"
                export_map(document, map_id, results, path, options=ExportOptions(preset=name))
                made[ending, name, is_marked] = path
    return made


def lines_of(page: PageObject) -> list[tuple[float, str]]:
    """The lines of a page that are the mark: how far up their letters stand, as a share, and the font's name."""
    pieces: list[tuple[int, str, str]] = []

    def visit(
        text: str, turned: Sequence[float], placed: Sequence[float], font: DictionaryObject | None, _size: float
    ) -> None:
        if text.strip():
            y = placed[5] * turned[3] + turned[5]
            pieces.append((round(y), text, str(font["/BaseFont"]) if font else ""))

    page.extract_text(visitor_text=visit)
    height = float(page.mediabox.height)
    found: dict[tuple[int, str], tuple[str, str]] = {}
    for y, text, font in pieces:
        words, _ = found.get((y, font), ("", font))
        found[y, font] = (words + text, font)
    return [(y / height, font) for (y, font), (words, _) in found.items() if " ".join(words.split()) == MARK]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_a_pdf_has_it_in_bold_at_head_and_foot(name: str, files: Files) -> None:
    for page in PdfReader(files[".pdf", name, True]).pages:
        places = lines_of(page)
        assert len(places) == 2
        assert all("Bold" in font for _, font in places)
        lower, upper = sorted(share for share, _ in places)
        assert lower < 0.08
        assert upper > 0.92
        assert SAID in " ".join(PdfReader(files[".pdf", name, True]).pages[0].extract_text().split())


def test_every_page_of_a_word_document_has_it_in_bold_at_head_and_foot(files: Files) -> None:
    document = WordDocument(files[".docx", "outline", True])
    (section,) = document.sections
    assert not section.different_first_page_header_footer
    for place in (section.header, section.footer):
        (line,) = [paragraph for paragraph in place.paragraphs if paragraph.text == MARK]
        assert line.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert all(run.bold for run in line.runs)
    assert SAID in [paragraph.text for paragraph in document.paragraphs]


def test_every_slide_has_it_in_bold_at_head_and_foot(files: Files) -> None:
    slides = list(Presentation(files[".pptx", "outline", True]).slides)
    assert len(slides) > 3
    for slide in slides:
        boxes = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == MARK]
        head, foot = sorted(boxes, key=lambda box: box.top)
        assert head.top + head.height < Inches(0.5)
        assert foot.top > Inches(7)
        for box in (head, foot):
            line = box.text_frame.paragraphs[0]
            assert line.alignment == PP_ALIGN.CENTER
            assert line.font.bold
    texts = [line.text for shape in slides[0].shapes for line in shape.text_frame.paragraphs]
    assert SAID in texts


class Body(HTMLParser):
    """The paragraphs directly in the body, before and after its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.order: list[list[str]] = []
        self.style = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"meta", "img", "br"}:
            return
        self.open.append(tag)
        if self.open[:2] == ["html", "body"] and len(self.open) == 3:
            self.order.append([tag, dict(attrs).get("class") or "", ""])

    @override
    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    @override
    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        elif self.open[:2] == ["html", "body"] and self.order:
            self.order[-1][2] += data


def test_a_web_page_has_it_above_and_below_everything_and_on_every_printed_page(files: Files) -> None:
    body = Body()
    body.feed(files[".html", "outline", True].read_text(encoding="utf-8"))
    assert [tag for tag, _, _ in body.order] == ["p", "header", "main", "p"]
    assert [body.order[index][2].strip() for index in (0, -1)] == [MARK, MARK]
    assert SAID in " ".join(body.order[1][2].split())
    printing = body.style.partition("@media print")[2]
    assert "table-header-group" in printing
    assert "table-footer-group" in printing


def test_markdown_begins_and_ends_with_it(files: Files) -> None:
    lines = files[".md", "outline", True].read_text(encoding="utf-8").splitlines()
    assert lines[0] == lines[-1] == f"**{MARK}**"
    assert f"**Decision needed by:** {WHEN}" in lines


def test_a_table_begins_and_ends_with_it_in_its_own_columns(files: Files) -> None:
    text = files[".csv", "outline", True].read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert (rows[0]["kind"], rows[0]["text"]) == ("classification", MARK)
    assert (rows[-1]["kind"], rows[-1]["text"]) == ("classification", MARK)
    assert [row["text"] for row in rows if row["kind"] == "decision needed by"] == [WHEN]
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_drawing_has_it_in_its_margins_and_carries_the_day_along(files: Files) -> None:
    root = ET.fromstring(files[".svg", "outline", True].read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    marks = [item for item in root.iter(f"{space}text") if item.text == MARK]
    tall = float(root.attrib["height"])
    first, last = sorted(float(mark.attrib["y"]) for mark in marks)
    assert 0 < first < 20
    assert tall - 20 < last < tall
    assert all(int(mark.attrib["font-weight"]) >= 600 for mark in marks)
    assert SAID in sure(root.findtext(f"{space}desc"))
    plain = files[".png", "outline", False].read_bytes()
    assert files[".png", "outline", True].read_bytes() != plain


@pytest.mark.parametrize("ending", PAGE_LESS)
def test_without_one_nothing_is_said_of_it(ending: str, files: Files) -> None:
    text = files[ending, "outline", False].read_text(encoding="utf-8").lower()
    assert "decision needed by" not in text
    assert not [said for said in ("class=marking", "title,0,classification", "****") if said in text]
