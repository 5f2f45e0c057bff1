"""A form that is asked for is laid out anew, whatever was ticked; nothing written is lost and no page is empty."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.briefing.content.arranging import arrangement, laid_out
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import ArgumentsPart, BriefContent, MapPart, OutlinePart, WordsPart
from desktop_app.briefing.content.presets import preset_named, presets
from desktop_app.briefing.exporting import ExportOptions, export_map
from desktop_app.edits import cards, maps, sections
from desktop_app.formats.markup import Paragraph
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import SectionKind
from desktop_app.samples import create_example
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.briefing.papers import export_pdf
from tests.sample_maps import empty, seminar, summit
from tests.sure import sure

NAMES = [preset.name for preset in presets()]
RUNNING = 8  # words of the lines at head and foot of a page that holds nothing
WRITTEN = "Take the treaty, and say so by spring."


def chosen_in_the_window(document: Document, map_id: MapId, *names: str) -> None:
    """What choosing one form after another leaves in the file."""
    for name in names:
        sections.settle_sections(document, map_id, laid_out(document, map_id, preset_named(name)), preset=name)


def untick_everything(document: Document, map_id: MapId) -> None:
    form = preset_named(sure(reads.brief(document, map_id)).preset)
    sections.settle_sections(document, map_id, arrangement(document, map_id, form))
    for section in reads.sections(document, map_id):
        sections.include_section(document, section.id, included=False)


def composed(document: Document, map_id: MapId, preset: str | None = None, *, draw: bool = False) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=draw, preset=preset)


def pages(content: BriefContent, path: Path) -> list[str]:
    export_pdf(content, path)
    return [page.extract_text() for page in PdfReader(path).pages]


def bare(map_id_of: Callable[[Document], MapId]) -> tuple[Document, MapId]:
    """A workbook whose map is made by a function of its document."""
    document = empty()
    with document.transaction(literal("Make")):
        map_id = map_id_of(document)
    return document, map_id


def empty_map() -> tuple[Document, MapId]:
    return bare(lambda document: maps.add_map(document, "Nothing on it").id)


def question_only() -> tuple[Document, MapId]:
    def make(document: Document) -> MapId:
        made = maps.add_map(document, "One question").id
        cards.add_question(document, made, "Which way?")
        return made

    return bare(make)


def everything_unticked() -> tuple[Document, MapId]:
    document, map_id = seminar()
    sections.set_recommendation(document, map_id, WRITTEN)
    chosen_in_the_window(document, map_id, "outline")
    untick_everything(document, map_id)
    return document, map_id


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("others", [("poster",), ("outline", "poster", "memo"), ("minutes", "one-page")])
def test_a_form_that_is_asked_for_is_the_same_whatever_form_was_chosen_before(
    name: str, others: tuple[str, ...]
) -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, preset="outline")
    fresh = composed(document, map_id, name)
    chosen_in_the_window(document, map_id, *others)
    assert composed(document, map_id, name) == fresh
    untick_everything(document, map_id)
    assert composed(document, map_id, name) == fresh


@pytest.mark.parametrize("name", NAMES)
def test_choosing_a_form_gives_what_asking_for_it_gives(name: str) -> None:
    document, map_id = seminar()
    chosen_in_the_window(document, map_id, "teacher", name)
    assert composed(document, map_id) == composed(document, map_id, name)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "poster"])
def test_the_recommendation_and_own_words_outlive_every_tick(name: str) -> None:
    document, map_id = everything_unticked()
    content = composed(document, map_id, name)
    assert WRITTEN in "".join(
        run.text for block in content.recommendation if isinstance(block, Paragraph) for run in block.runs
    )
    if SectionKind.WORDS in preset_named(name).sections:
        assert [part for part in content.parts if isinstance(part, WordsPart)]


def test_ticks_hold_where_no_form_is_asked_for() -> None:
    document, map_id = seminar()
    chosen_in_the_window(document, map_id, "outline")
    drawn = next(item for item in reads.sections(document, map_id) if item.kind is SectionKind.MAP)
    sections.include_section(document, drawn.id, included=False)
    assert not [part for part in composed(document, map_id).parts if isinstance(part, MapPart)]
    assert [part for part in composed(document, map_id, "outline").parts if isinstance(part, MapPart)]


def test_a_form_of_a_newer_program_keeps_its_ticks() -> None:
    document, map_id = seminar()
    chosen_in_the_window(document, map_id, "outline")
    sections.set_up_brief(document, map_id, preset="novel")
    gone = next(item for item in reads.sections(document, map_id) if item.kind is SectionKind.OUTLINE)
    sections.include_section(document, gone.id, included=False)
    assert not [part for part in composed(document, map_id).parts if isinstance(part, OutlinePart)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("made", [empty_map, question_only, summit, everything_unticked])
def test_no_form_of_any_map_prints_an_empty_page(
    name: str, made: Callable[[], tuple[Document, MapId]], tmp_path: Path
) -> None:
    document, map_id = made()
    for text in pages(composed(document, map_id, name, draw=True), tmp_path / "brief.pdf"):
        assert len(text.split()) > RUNNING, text


@pytest.mark.parametrize("name", NAMES)
def test_no_form_of_the_example_prints_an_empty_page_after_a_poster_was_chosen(name: str, tmp_path: Path) -> None:
    with create_example(tmp_path / "example.steelyard") as session:
        for a_map in reads.maps(session.document):
            chosen_in_the_window(session.document, a_map.id, "poster", "minutes")
            content = composed(session.document, a_map.id, name, draw=True)
            assert all(len(text.split()) > RUNNING for text in pages(content, tmp_path / "brief.pdf"))


@pytest.mark.parametrize("ending", ["pdf", "html", "md", "docx", "pptx"])
@pytest.mark.parametrize("name", NAMES)
def test_a_brief_with_everything_left_out_says_so(name: str, ending: str, tmp_path: Path) -> None:
    document, map_id = question_only()
    chosen_in_the_window(document, map_id, name)
    untick_everything(document, map_id)
    out = tmp_path / f"brief.{ending}"
    export_map(document, map_id, weigh(document, map_id), out, options=ExportOptions())
    assert "Nothing stands in this brief yet" in " ".join(read(out).split())


def read(path: Path) -> str:
    if path.suffix == ".pdf":
        return PdfReader(path).pages[0].extract_text()
    if path.suffix == ".docx":
        from docx import Document

        return " ".join(paragraph.text for paragraph in Document(path).paragraphs)
    if path.suffix == ".pptx":
        from pptx import Presentation

        frames = (shape for slide in Presentation(path).slides for shape in slide.shapes if shape.has_text_frame)
        return " ".join(shape.text_frame.text for shape in frames)
    return path.read_text(encoding="utf-8")


def test_a_switch_that_was_turned_is_kept_in_every_form() -> None:
    document, map_id = seminar()
    chosen_in_the_window(document, map_id, "outline")
    argued = next(item for item in reads.sections(document, map_id) if item.kind is SectionKind.ARGUMENTS)
    sections.set_section_options(document, argued.id, ("no-notes",))
    parts = [part for part in composed(document, map_id, "options").parts if isinstance(part, ArgumentsPart)]
    assert parts
    assert not any(point.notes for part in parts for point in (*part.pros, *part.cons))
