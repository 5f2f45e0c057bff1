"""Hostile text in every format: it prints as typed, controls show as a sign, nothing is read as markup."""

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop_app.briefing.content.clean import REPLACEMENT
from desktop_app.briefing.exporting import export_map
from desktop_app.briefing.formats import ENDINGS
from desktop_app.edits import arguments, cards, criteria, maps, perspectives, sections, sources
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.results import weigh
from tests.sample_maps import empty, link

PLAIN = ('#eval("1+1")', "<script>alert(1)</script>", "=cmd()|' /C calc'!A0", "$x^2$ @label *b* `r`", "&amp; <b>&lt;")
UNSEEN = "bell\x07 nul\x00 over\u202eride"
SHOWN = f"bell{REPLACEMENT} nul{REPLACEMENT} over{REPLACEMENT}ride"
ENDLESS = "x" * 20_000


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    document = empty(PLAIN[0])
    map_id = maps.add_map(document, PLAIN[1]).id
    question = cards.add_question(document, map_id, " ".join(PLAIN)).id
    option = cards.add_option(document, map_id, PLAIN[2], under=question).id
    cards.set_notes(document, option, UNSEEN)
    cards.add_option(document, map_id, UNSEEN, under=question)
    criteria.add_criterion(document, map_id, PLAIN[1], question=PLAIN[0])
    for text in (*PLAIN, UNSEEN):
        arguments.set_importance(document, link(document, arguments.add_con(document, option, text).id), 0.5)
    arguments.add_pro(document, option, ENDLESS)
    sources.add_source(document, key="k", title=PLAIN[1], author=PLAIN[2], url='javascript:alert("x")')
    perspectives.add_perspective(document, map_id, PLAIN[1], PerspectiveKind.PERSON)
    sections.set_recommendation(document, map_id, f"{PLAIN[1]} [x](javascript:alert(1)) {UNSEEN}")
    sections.add_section(document, map_id, PLAIN[2], body=PLAIN[0])
    sections.set_up_brief(document, map_id, author=PLAIN[1], organisation=UNSEEN, classification=PLAIN[2])
    folder = tmp_path_factory.mktemp("hostile")
    for ending in ENDINGS:
        export_map(document, map_id, weigh(document, map_id), folder / f"a{ending}")
    return folder


def flat(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def test_the_pdf_prints_it_as_typed(written: Path) -> None:
    reader = PdfReader(written / "a.pdf")
    words = flat(" ".join(page.extract_text() for page in reader.pages))
    for text in (*PLAIN, SHOWN):
        assert flat(text) in words
    assert words.count("x" * 100) or words.count("x") > 19_000
    actions = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for page in reader.pages
        for annotation in page.get("/Annots", [])
    ]
    assert not any("javascript" in str(action) for action in actions)
    assert "/JavaScript" not in str(reader.trailer["/Root"])


def test_word_holds_it_as_text(written: Path) -> None:
    document = Document(str(written / "a.docx"))
    words = "\n".join(
        [p.text for p in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    for text in (*PLAIN, SHOWN):
        assert flat(text) in flat(words)
    assert "\x00" not in words
    assert not any(relation.is_external for relation in document.part.rels.values())


def test_slides_hold_it_as_text(written: Path) -> None:
    slides = Presentation(str(written / "a.pptx")).slides
    words = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    for text in (*PLAIN, SHOWN):
        assert flat(text) in flat(words)


@pytest.mark.parametrize("ending", [".docx", ".pptx"])
def test_every_part_of_an_office_file_is_sound_xml(written: Path, ending: str) -> None:
    with zipfile.ZipFile(written / f"a{ending}") as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))


def test_no_cell_behind_a_chart_is_a_formula(written: Path) -> None:
    with zipfile.ZipFile(written / "a.pptx") as archive:
        for name in (name for name in archive.namelist() if name.endswith(".xlsx")):
            with zipfile.ZipFile(io.BytesIO(archive.read(name))) as book:
                sheet = book.read("xl/worksheets/sheet1.xml")
                assert b"<f>" not in sheet
                assert b"hyperlink" not in sheet


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_has_no_script_and_no_address_that_runs(written: Path) -> None:
    found = Tags()
    found.feed((written / "a.html").read_text(encoding="utf-8"))
    assert not found.tags & {"script", "iframe", "object", "link", "b"}
    assert not any(name.startswith("on") for name, _ in found.attributes)
    assert not any(name == "href" and "javascript" in (value or "") for name, value in found.attributes)
    words = flat("".join(found.words))
    for text in (*PLAIN, SHOWN):
        assert flat(text) in words


def test_markdown_escapes_it(written: Path) -> None:
    text = (written / "a.md").read_text(encoding="utf-8")
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert SHOWN in text
    assert "\x00" not in text


def test_no_cell_of_the_table_is_a_formula(written: Path) -> None:
    rows = list(csv.reader(io.StringIO((written / "a.csv").read_text(encoding="utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert f"'{PLAIN[2]}" in cells
    assert not any(cell.startswith(("=", "@", "\t")) for cell in cells)
    assert any(SHOWN in cell for cell in cells)


def test_json_keeps_it_exactly(written: Path) -> None:
    found = json.loads((written / "a.json").read_text(encoding="utf-8"))
    texts = {row["text"] for row in found["workbook"]["tables"]["card"]}
    assert {*PLAIN[2:], UNSEEN, ENDLESS} <= texts


def test_the_drawing_is_sound_xml(written: Path) -> None:
    text = (written / "a.svg").read_text(encoding="utf-8")
    assert ET.fromstring(text) is not None
    assert "<script" not in text
