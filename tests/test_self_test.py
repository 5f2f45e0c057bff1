"""The self-test finds an export that is not what its ending says."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import samples
from desktop_app.base.resources import resource
from desktop_app.briefing.content.logo import as_logo
from desktop_app.briefing.exporting import ExportOptions, export_map
from desktop_app.briefing.formats import ENDINGS
from desktop_app.edits import cards, sections
from desktop_app.model import reads
from desktop_app.model.records import CardKind
from desktop_app.self_test.errors import SelfTestError
from desktop_app.self_test.outputs import check_output, check_same_workbook
from desktop_app.store.errors import StoreError

TITLE = "Is this what it says?"
SVG = resource("icons", "app.svg").read_bytes()
OTHER_SVG = SVG.replace(b"#e0a458", b"#e0a459")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> dict[str, bytes]:
    """One map in every format, by ending."""
    folder = tmp_path_factory.mktemp("exported")
    with samples.create_example(folder / "example.steelyard") as session:
        map_id = reads.maps(session.document)[-1].id
        every = reads.cards(session.document, map_id)
        cards.set_text(session.document, next(c.id for c in every if c.kind is CardKind.QUESTION), TITLE)
        sections.set_up_brief(session.document, map_id, logo=as_logo(SVG))
        for ending in ENDINGS:
            options = ExportOptions(attach=ending == ".pdf")
            export_map(session.document, map_id, session.results(map_id), folder / f"a{ending}", options=options)
    return {ending: (folder / f"a{ending}").read_bytes() for ending in ENDINGS}


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_that_is_what_its_ending_says_passes(exported: dict[str, bytes], ending: str) -> None:
    check_output(ending, exported[ending], TITLE, SVG)


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending not in {".svg", ".png"}])
def test_an_export_of_another_brief_is_found(exported: dict[str, bytes], ending: str) -> None:
    with pytest.raises(SelfTestError, match="does not say its title"):
        check_output(ending, exported[ending], "Something else?", SVG)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_export_is_found(ending: str) -> None:
    with pytest.raises(SelfTestError, match="empty"):
        check_output(ending, b"", TITLE, SVG)


def test_a_web_page_with_another_logo_is_found(exported: dict[str, bytes]) -> None:
    with pytest.raises(SelfTestError, match="logo"):
        check_output(".html", exported[".html"], TITLE, OTHER_SVG)


def test_a_pdf_and_a_word_document_without_their_picture_are_found(exported: dict[str, bytes]) -> None:
    png = exported[".png"]
    for ending in (".pdf", ".docx"):
        with pytest.raises(SelfTestError, match="no logo"):
            check_output(ending, exported[ending], TITLE, png)


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _one_byte_changed(content: bytes) -> bytes:
    at = len(content) // 2
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize(
    ("ending", "spoil"),
    [(".pdf", _cut), (".png", _one_byte_changed), (".html", _cut), (".docx", _one_byte_changed)],
)
def test_a_spoilt_export_is_found(exported: dict[str, bytes], ending: str, spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(SelfTestError):
        check_output(ending, spoil(exported[ending]), TITLE, SVG)


def test_a_zip_that_is_no_document_is_found() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    for ending in (".docx", ".pptx"):
        with pytest.raises(SelfTestError, match="no document"):
            check_output(ending, packed.getvalue(), TITLE, SVG)


def test_another_workbook_than_the_exported_one_is_found(exported: dict[str, bytes], tmp_path: Path) -> None:
    text = exported[".json"].decode("utf-8")
    with samples.create_example(tmp_path / "example.steelyard") as session:
        with pytest.raises(SelfTestError, match="not the one exported"):
            check_same_workbook(text, list(session.document.records()), "a.json")
        with pytest.raises(StoreError):
            check_same_workbook("{}", list(session.document.records()), "a.json")
