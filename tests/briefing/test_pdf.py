"""The brief as PDF, read back."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject, Destination, TextStringObject
from PySide6.QtWidgets import QApplication

from desktop_app.base.resources import resource
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.errors import ExportCancelledError, ExportWriteError, TypesettingError
from desktop_app.briefing.exporting import ExportReport, export_map
from desktop_app.briefing.pages import pdf as pdf_module
from desktop_app.briefing.pages import worker
from desktop_app.edits import arguments, cards, criteria, maps, scores, sections, sources
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Card, Criterion, Stance
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.briefing.papers import export_pdf
from tests.briefing.tagged_pdf import dictionary, root_of
from tests.briefing.test_sheets import wide_map
from tests.sample_maps import _point, empty, link, seminar, summit
from tests.sure import sure

# The outline of a PDF: a list after an entry holds those below it.
Outline: TypeAlias = Sequence["Destination | Outline"]


def exported(sample: tuple[Document, MapId], folder: Path) -> tuple[Path, ExportReport]:
    document, map_id = sample
    path = folder / "brief.pdf"
    report = export_pdf(compose(document, map_id, weigh(document, map_id)), path)
    return path, report


def words_of(path: Path) -> str:
    reader = PdfReader(path)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split())


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> tuple[Path, ExportReport]:
    return exported(seminar(), tmp_path_factory.mktemp("brief"))


def language_of(reader: PdfReader) -> str:
    said = root_of(reader)["/Lang"]
    assert isinstance(said, TextStringObject)
    return said


def outline_titles(outline: Outline) -> Iterator[str]:
    for item in outline:
        if isinstance(item, Destination):
            yield sure(item.title)
        else:
            yield from outline_titles(item)


def test_it_follows_the_strictest_standards(brief: tuple[Path, ExportReport]) -> None:
    assert brief[1].standards == ("ua-1", "a-2a")
    assert brief[1].notices == ()


@pytest.mark.parametrize("sample", [seminar, summit])
def test_it_holds_every_card_and_criterion(sample: Callable[[], tuple[Document, MapId]], tmp_path: Path) -> None:
    document, map_id = sample()
    path, _ = exported((document, map_id), tmp_path)
    words = words_of(path)
    for text in [card.text for card in document.all(Card)] + [item.name for item in document.all(Criterion)]:
        assert text in words


def test_it_has_a_title_a_language_an_author_and_tags(brief: tuple[Path, ExportReport]) -> None:
    reader = PdfReader(brief[0])
    root = root_of(reader)
    assert language_of(reader) == "en"
    marked = dictionary(root["/MarkInfo"])["/Marked"]
    assert isinstance(marked, BooleanObject)
    assert marked.value
    assert "/StructTreeRoot" in root
    metadata = sure(reader.metadata)
    assert sure(metadata.title).startswith("How should Ukraine’s security")
    assert metadata.author == "R. Researcher"
    assert sure(metadata.creation_date).date().isoformat() == "2026-03-02"


def test_its_bookmarks_are_its_headings(brief: tuple[Path, ExportReport]) -> None:
    titles = list(outline_titles(PdfReader(brief[0]).outline))
    assert titles[:3] == ["Options at a glance", "Criteria matrix", "Pros and cons of A: Treaty-based mutual defence"]
    assert {"Argument map", "The map in words", "Sources", "Method"} <= set(titles)


def test_no_page_is_empty_and_each_says_its_number(brief: tuple[Path, ExportReport]) -> None:
    pages = PdfReader(brief[0]).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"Page {number} / {len(pages)}" in " ".join(text.split())
        assert len(text) > 200


def test_the_map_is_vector_with_text_and_no_picture(brief: tuple[Path, ExportReport]) -> None:
    pages = [page for page in PdfReader(brief[0]).pages if "QUESTION" in page.extract_text()]
    assert pages
    assert all(not page.images for page in pages)


def test_every_font_is_embedded(brief: tuple[Path, ExportReport]) -> None:
    for page in PdfReader(brief[0]).pages:
        for font in dictionary(dictionary(page["/Resources"])["/Font"]).values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_empty_sections_are_absent_in_print(brief: tuple[Path, ExportReport]) -> None:
    assert "Call to action" not in words_of(brief[0])


def test_the_same_content_gives_the_same_bytes(brief: tuple[Path, ExportReport], tmp_path: Path) -> None:
    path, _ = exported(seminar(), tmp_path)
    assert path.read_bytes() == brief[0].read_bytes()


def test_text_is_never_markup_and_every_script_is_set(tmp_path: Path) -> None:
    document = empty('Book #x *y* "z"')
    with document.transaction(literal("Make")):
        map_id = maps.add_map(document, "M").id
        question = cards.add_question(document, map_id, '#eval("1+1") *bold* $x$ `raw` @label \\ <b>& // http://a.b').id
        option = cards.add_option(document, map_id, "A" * 200, under=question).id
        arabic = _point(document, option, "+", "مرحبا بالعالم 123", 0.5, 0.5)
        _point(document, option, "-", "应该如何保证", 0.5, 0.5)
        _point(document, option, "+", "עברית", 0.5, 0.5)
        arguments.add_undercut(document, link(document, arabic), "😀 Not so")
        other = cards.add_option(document, map_id, "B", under=question).id
        arguments.link_card(document, arabic, other, Stance.OPPOSES)
        for number in range(9):
            cards.add_option(document, map_id, f"Option {number}", under=question)
        criterion = criteria.add_criterion(document, map_id, "Is #it *good*?")
        scores.set_score(document, option, criterion.id, 50)
        sections.set_recommendation(document, map_id, "- [@nobody]\n- **b**\n\n[x](javascript:alert(1))")
        source = sources.add_source(document, "k", "#title", url="javascript:alert(1)")
        sources.cite(document, arabic, source.id, quote="#quoted")
    path, report = exported((document, map_id), tmp_path)
    words = words_of(path)
    for text in ('#eval("1+1") *bold* $x$ `raw` @label \\ <b>& // http://a.b', "Is #it *good*?", "#title", "#quoted"):
        assert text in words
    assert "应该如何保证" in words
    assert report.standards == ("ua-1", "a-2a")
    assert any("U+1F600" in notice for notice in report.notices)
    links = [
        annotation.get_object()["/A"].get("/URI", "")
        for page in PdfReader(path).pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation.get_object()
    ]
    assert not any(str(link).startswith("javascript") for link in links)


def test_criteria_that_ask_nothing_have_no_column_for_it(tmp_path: Path) -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    for name, weight in (("Speed", 20), ("Cost", 60)):
        criteria.set_weight(document, criteria.add_criterion(document, map_id, name).id, weight)
    words = words_of(exported((document, map_id), tmp_path)[0])
    assert "Speed 25 % Cost 75 %" in words
    assert "What it asks" not in words


def test_intervals_read_from_left_to_right_in_a_brief_that_does_not(tmp_path: Path) -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, language="ar")
    path, _ = exported((document, map_id), tmp_path)
    assert language_of(PdfReader(path)) == "ar"
    words = words_of(path)
    assert "58–73" in words
    assert "73–58" not in words


def test_an_overview_and_a_map_too_large_say_so(tmp_path: Path) -> None:
    for branches, depth, words in ((30, 4, "An overview"), (300, 2, "too large for a page")):
        path, _ = exported(wide_map(branches, depth), tmp_path)
        assert words in words_of(path)


def test_a_stopped_export_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    document, map_id = seminar()
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    seen = []

    def cancelled() -> bool:
        seen.append(True)
        return len(seen) > 1

    with pytest.raises(ExportCancelledError):
        export_pdf(compose(document, map_id, weigh(document, map_id)), path, cancelled=cancelled)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir() if item.suffix in {".pdf", ".part"}] == ["brief.pdf"]


def test_progress_rises_from_nothing_to_all(tmp_path: Path) -> None:
    document, map_id = summit()
    shares = []
    export_map(
        document,
        map_id,
        weigh(document, map_id),
        tmp_path / "brief.pdf",
        progress=lambda share, step: shares.append(share),
    )
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_a_place_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    document, map_id = summit()
    with pytest.raises(ExportWriteError, match="Choose another folder"):
        export_pdf(compose(document, map_id, weigh(document, map_id)), tmp_path / "missing" / "brief.pdf")


def test_a_worker_that_dies_is_an_error_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, map_id = summit()
    monkeypatch.setattr(pdf_module, "worker_command", lambda root: ["/bin/false"])
    with pytest.raises(TypesettingError, match="stopped before"):
        export_pdf(compose(document, map_id, weigh(document, map_id)), tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()


def test_a_frozen_program_starts_itself_as_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert pdf_module.worker_command(Path("x"))[1:] == [pdf_module.WORKER_ARGUMENT, "x"]


def job(
    folder: Path, template: str, *, fonts: bool = True, families: Sequence[str] = ("Steelyard Sans",)
) -> tuple[int, dict[str, Any]]:
    (folder / "main.typ").write_text(template, encoding="utf-8")
    paths = [str(resource("fonts"))] if fonts else [str(folder)]
    (folder / "job.json").write_text(
        json.dumps({"fonts": paths, "families": list(families), "timestamp": 0}), encoding="utf-8"
    )
    code = worker.main(str(folder))
    return code, json.loads((folder / "report.json").read_text(encoding="utf-8"))


def test_what_the_strict_standards_refuse_is_written_plainly_and_said(tmp_path: Path) -> None:
    # PDF/UA-1 refuses a document without a title.
    code, report = job(tmp_path, '#set text(font: "Steelyard Sans")\nno title')
    assert code == 0
    assert report["standards"] == []
    assert [notice.split(" was refused")[0] for notice in report["notices"]] == ["ua-1+a-2a", "ua-1"]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_template_that_cannot_be_set_is_reported(tmp_path: Path) -> None:
    code, report = job(tmp_path, "#nothing")
    assert code == 1
    assert "unknown variable" in report["error"]


def test_missing_fonts_are_an_error_and_not_a_document_without_text(tmp_path: Path) -> None:
    code, report = job(tmp_path, "text", fonts=False)
    assert code == 1
    assert "fonts are missing: Steelyard Sans" in report["error"]
    code, report = job(tmp_path, '#set text(font: "Nonesuch")\ntext')
    assert code == 1
    assert "unknown font family" in report["error"]


@pytest.mark.parametrize(
    ("standards", "notice"),
    [((), "PDF/UA-1"), (("ua-1",), "PDF/A"), (("ua-1", "a-2a"), None)],
)
def test_what_was_not_reached_is_said(standards: tuple[str, ...], notice: str | None) -> None:
    said = pdf_module._standard_notices(standards)
    assert said == () if notice is None else notice in said[0]
