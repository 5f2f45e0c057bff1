"""Whether exported files are what their endings say, read by other means than those that wrote them."""

import base64
import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from typing_extensions import override

from desktop_app.model.records import Record
from desktop_app.self_test.errors import REMEDY, SelfTestError, expect
from desktop_app.store.interchange import workbook_from_json
from desktop_app.wording.sentence import say

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
# What the readers raise where a file makes no sense to them.
_UNREADABLE: Final = (PyPdfError, zipfile.BadZipFile, zlib.error, ET.ParseError, csv.Error, ValueError, LookupError)
_OFFICE: Final = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml"}


def check_output(ending: str, content: bytes, title: str, logo: bytes) -> None:
    """Looks into an exported file.

    Args:
        ending: of the file, with its dot.
        content: of the file.
        title: of the brief, which every format but drawings prints.
        logo: a PNG or SVG picture that the brief bears.

    Raises:
        SelfTestError: it is not what its ending says, or lacks the title or the logo.
    """
    expect(bool(content), say("self_test.came_out_empty", ending=ending))
    try:
        _CHECKS[ending](content, title, logo)
    except _UNREADABLE as error:
        raise SelfTestError(say("error.self_test.unreadable", ending=ending, error=str(error)), REMEDY) from error


def check_same_workbook(text: str, records: Sequence[Record], where: str) -> None:
    """Whether JSON holds the workbook from which it was exported.

    Raises:
        SelfTestError: it holds another one.
        InterchangeError: it holds none.
    """
    expect(
        set(workbook_from_json(text, where)) == set(records),
        say("self_test.workbook_in_is_not_one_exported", where=where),
    )


def _pdf(content: bytes, title: str, logo: bytes) -> None:
    expect(content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"), say("self_test.pdf_is_none"))
    pages = PdfReader(io.BytesIO(content), strict=True).pages
    text = " ".join(page.extract_text() for page in pages)
    expect("".join(title.split()) in "".join(text.split()), say("self_test.pdf_does_not_say_its_title"))
    if _is_png(logo):
        expect(bool(pages[0].images), say("self_test.pdf_shows_no_logo"))


def _office(ending: str) -> Callable[[bytes, str, bytes], None]:
    def check(content: bytes, title: str, logo: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            expect(archive.testzip() is None, say("self_test.part_of_is_damaged", ending=ending))
            names = archive.namelist()
            expect(
                _OFFICE[ending] in names and "[Content_Types].xml" in names, say("self_test.no_document", ending=ending)
            )
            # Our own output: nothing in it can expand or fetch anything.
            trees = [ET.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))]  # noqa: S314
            texts = ["".join(tree.itertext()) for tree in trees]
            expect(any(title in text for text in texts), say("self_test.does_not_say_its_title", ending=ending))
            if ending == ".docx" and _is_png(logo):
                pictures = [archive.read(name) for name in names if name.startswith("word/media/")]
                expect(logo in pictures, say("self_test.word_document_shows_no_logo"))

    return check


class _Pictures(HTMLParser):
    """The sources of pictures and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[str] = []
        self.text: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.sources.append(dict(attrs).get("src") or "")

    @override
    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _html(content: bytes, title: str, logo: bytes) -> None:
    text = content.decode("utf-8")
    expect(
        text.lower().startswith("<!doctype html>") and text.rstrip().endswith("</html>"),
        say("self_test.web_page_is_none"),
    )
    page = _Pictures()
    page.feed(text)
    expect(title in " ".join(page.text), say("self_test.web_page_does_not_say_its"))
    encoded = base64.b64encode(logo).decode("ascii")
    expect(
        any(source.endswith(f";base64,{encoded}") for source in page.sources), say("self_test.web_page_shows_no_logo")
    )


def _svg(content: bytes, _title: str, _logo: bytes) -> None:
    root = ET.fromstring(content)  # noqa: S314
    expect(root.tag == "{http://www.w3.org/2000/svg}svg", say("self_test.drawing_is_no_svg"))
    expect(len(list(root.iter())) > 10, say("self_test.drawing_is_empty"))


def _png(content: bytes, _title: str, _logo: bytes) -> None:
    expect(_is_png(content), say("self_test.picture_is_no_png"))
    at, kinds, packed = len(PNG_SIGNATURE), [], b""
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        checksum = int.from_bytes(content[at + 8 + length : at + 12 + length], "big")
        expect(zlib.crc32(kind + data) == checksum, say("self_test.part_of_picture_is_damaged"))
        kinds.append(kind)
        packed += data if kind == b"IDAT" else b""
        at += 12 + length
    expect(kinds[0] == b"IHDR" and kinds[-1] == b"IEND", say("self_test.picture_is_not_whole"))
    expect(len(set(zlib.decompress(packed))) > 2, say("self_test.picture_is_empty"))


def _markdown(content: bytes, title: str, _logo: bytes) -> None:
    lines = content.decode("utf-8").splitlines()
    expect(
        any(line.startswith("# ") and title in line for line in lines), say("self_test.markdown_does_not_say_its_title")
    )


def _csv(content: bytes, title: str, _logo: bytes) -> None:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    expect(len(rows) > 2 and len({len(row) for row in rows}) == 1, say("self_test.table_has_no_rows_of_one"))
    expect(any(title in cell for row in rows for cell in row), say("self_test.table_does_not_say_its_title"))


def _json(content: bytes, title: str, _logo: bytes) -> None:
    document = json.loads(content)
    expect(
        isinstance(document, dict) and document["brief"]["title"] == title, say("self_test.json_does_not_say_its_title")
    )


def _is_png(picture: bytes) -> bool:
    return picture.startswith(PNG_SIGNATURE)


_CHECKS: Final[Mapping[str, Callable[[bytes, str, bytes], None]]] = {
    ".pdf": _pdf,
    ".docx": _office(".docx"),
    ".pptx": _office(".pptx"),
    ".html": _html,
    ".svg": _svg,
    ".png": _png,
    ".md": _markdown,
    ".csv": _csv,
    ".json": _json,
}
