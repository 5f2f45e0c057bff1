"""Forms of a brief: their data, what they propose, and that each prints."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from desktop_app.briefing.content.arranging import arrangement, laid_out
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    MapPart,
    OutlinePart,
    SignPart,
    TablePart,
    WordsPart,
)
from desktop_app.briefing.content.presets import PresetMissingError, preset_named, preset_or_default, presets
from desktop_app.briefing.content.switches import (
    AGAINST,
    BRANCHES,
    FACTS,
    GRADES,
    HEAT,
    LEAD,
    NOTES,
    RANGES,
    REASONS,
    STRONGEST,
    SWITCHES,
    SectionSwitch,
    is_on,
    turned,
)
from desktop_app.briefing.text.word_count import word_count
from desktop_app.edits import arguments, cards, sections
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.log import LogEntry
from desktop_app.model.reads import brief, maps, options
from desktop_app.model.reads import sections as read_sections
from desktop_app.model.records import Paper, Section, SectionKind
from desktop_app.samples import create_example
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.briefing.papers import export_pdf
from tests.sample_maps import seminar
from tests.sure import sure

NAMES = [preset.name for preset in presets()]
LOG = (LogEntry("2026-03-01T10:00:05Z", literal("Add pro")), LogEntry("2026-03-01T10:00:25Z", literal("Add pro")))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Document]:
    with create_example(tmp_path_factory.mktemp("example") / "example.steelyard") as session:
        yield session.document


def composed(document: Document, map_id: MapId, preset: str, *, draw: bool = False) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=draw, preset=preset, log=LOG)


def test_there_are_seven_forms_and_an_unknown_one_names_them() -> None:
    assert NAMES == ["one-page", "memo", "options", "minutes", "poster", "outline", "teacher"]
    with pytest.raises(PresetMissingError, match="one-page, memo"):
        preset_named("novel")
    assert preset_or_default("novel").name == "outline"


@pytest.mark.parametrize("name", NAMES)
def test_each_form_of_the_example_is_an_accessible_archive_pdf_without_an_empty_page(
    name: str, example: Document, tmp_path: Path
) -> None:
    for a_map in maps(example):
        path = tmp_path / f"{a_map.id}.pdf"
        report = export_pdf(composed(example, a_map.id, name, draw=True), path)
        assert report == type(report)(("ua-1", "a-2a"), ())
        assert all(len(page.extract_text()) > 60 for page in PdfReader(path).pages)


def test_one_page_is_one_page_and_a_memo_of_options_two(example: Document, tmp_path: Path) -> None:
    for a_map in maps(example):
        export_pdf(composed(example, a_map.id, "one-page", draw=True), tmp_path / "a.pdf")
        assert len(PdfReader(tmp_path / "a.pdf").pages) == 1
    export_pdf(composed(example, maps(example)[1].id, "memo", draw=True), tmp_path / "b.pdf")
    pages = PdfReader(tmp_path / "b.pdf").pages
    assert len(pages) == 2
    # What is to be ticked and where to sign stand together.
    (page,) = (words for words in (page.extract_text() for page in pages) if "Agreed" in words)
    assert "Signature" in page


@pytest.mark.parametrize("name", ["one-page", "memo", "options"])
def test_the_example_keeps_the_word_cap(name: str, example: Document) -> None:
    for a_map in maps(example):
        count = word_count(composed(example, a_map.id, name))
        assert 100 < count.words <= count.cap
        assert not count.is_over


def test_a_form_without_a_cap_is_never_over() -> None:
    document, map_id = seminar()
    count = word_count(composed(document, map_id, "outline"))
    assert count.cap == 0
    assert not count.is_over


def test_a_short_form_lists_the_strongest_points_of_those_that_may_come_first_and_counts_the_rest() -> None:
    document, map_id = seminar()
    parts = [part for part in composed(document, map_id, "one-page").parts if isinstance(part, ArgumentsPart)]
    assert [part.title for part in parts] == [
        "Pros and cons of A: Treaty-based mutual defence",
        "Pros and cons of C: Monitored force on the ground",
    ]
    assert all(point.depth <= 1 and not point.notes for point in (*parts[0].pros, *parts[0].cons))


@pytest.mark.parametrize(("points", "left_out"), [(2, 0), (3, 0), (4, 1), (7, 4)])
def test_a_short_form_says_how_many_points_it_has_no_room_for(points: int, left_out: int) -> None:
    document, map_id = seminar()
    added = cards.add_option(document, map_id, "Another", under=options(document, map_id)[0].under)
    for place in range(points):
        arguments.add_con(document, added.id, f"Con {place}")
    sections.add_section(document, map_id, "", kind=SectionKind.ARGUMENTS)
    section = read_sections(document, map_id)[-1]
    sections.set_section_options(document, section.id, (STRONGEST.name,))
    part = next(
        part for part in composed(document, map_id, "outline").parts if getattr(part, "title", "").endswith("Another")
    )
    assert isinstance(part, ArgumentsPart)
    assert len([point for point in part.cons if point.depth == 0]) == points - left_out
    assert (part.pros_left_out, part.cons_left_out) == (0, left_out)


def test_another_form_takes_its_own_order_and_leaves_out_what_it_does_not_name() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, preset="outline")
    kinds = [type(part) for part in composed(document, map_id, "minutes").parts]
    assert TablePart in kinds
    assert kinds.index(TablePart) < kinds.index(WordsPart)
    assert MapPart not in kinds
    arranged = laid_out(document, map_id, preset_named("one-page"))
    assert all(not section.included for section in arranged if section.kind is SectionKind.WORDS)


def test_an_arrangement_that_is_kept_becomes_the_authors_own_and_takes_one_step() -> None:
    document, map_id = seminar()
    steps: list[ChangeSet] = []
    document.subscribe(steps.append)
    arranged = arrangement(document, map_id, preset_named("memo"))
    sections.settle_sections(document, map_id, arranged, preset="memo")
    assert len(steps) == 1
    assert sure(brief(document, map_id)).preset == "memo"
    assert [item.kind for item in read_sections(document, map_id)] == [item.kind for item in arranged]
    assert all(item.id for item in arrangement(document, map_id, preset_named("memo")))
    sections.settle_sections(document, map_id, list(reversed(read_sections(document, map_id))))
    assert [item.kind for item in read_sections(document, map_id)] == [item.kind for item in reversed(arranged)]


def test_lines_to_sign_are_the_bullets_of_the_recommendation_or_its_paragraphs() -> None:
    document, map_id = seminar()
    sections.set_recommendation(document, map_id, "We ask for:\n\n- a text\n- talks [@draft2025]")
    assert [p.lines for p in composed(document, map_id, "memo").parts if isinstance(p, SignPart)] == [
        ("a text", "talks")
    ]
    sections.set_recommendation(document, map_id, "")
    assert not [part for part in composed(document, map_id, "memo").parts if isinstance(part, SignPart)]


def test_minutes_draw_runs_of_one_action_together() -> None:
    document, map_id = seminar()
    table = next(part for part in composed(document, map_id, "minutes").parts if isinstance(part, TablePart))
    assert table.rows == (("2026-03-01 10:00", "Add pro (2×)"),)


def test_a_poster_asks_for_large_paper_and_numbers_are_those_of_the_outline() -> None:
    document, map_id = seminar()
    assert composed(document, map_id, "poster").paper is Paper.A3
    content = composed(document, map_id, "outline", draw=True)
    outline = next(part for part in content.parts if isinstance(part, OutlinePart))
    drawn = sure(next(part for part in content.parts if isinstance(part, MapPart)).sheets)
    by_text = {point.text: point.number for point in outline.points}
    for sheet in drawn.sheets:
        for card in sheet.cards:
            assert card.picture.face.number == by_text[card.picture.face.text]
    assert [point.number for point in outline.points][:4] == ["", "1", "1.1", "1.1.1"]


@pytest.mark.parametrize(
    ("kind", "switch", "shows"),
    [
        (SectionKind.RECOMMENDATION, LEAD, lambda content: bool(content.leads)),
        (SectionKind.RECOMMENDATION, AGAINST, lambda content: content.against is not None),
        (SectionKind.OPTIONS, REASONS, lambda content: any(item.sentences for item in content.parts[0].options)),
        (SectionKind.OPTIONS, FACTS, lambda content: any(item.facts for item in content.parts[0].options)),
        (SectionKind.MATRIX, RANGES, lambda content: any(cell.range for cell in content.parts[1].rows[0].cells)),
        (SectionKind.MATRIX, HEAT, lambda content: content.parts[1].rows[0].cells[0].heat is not None),
        (SectionKind.SOURCES, GRADES, lambda content: any(item.grade for item in content.parts[-2].sources)),
    ],
)
def test_a_switch_shows_something_or_leaves_it_out(
    kind: SectionKind, switch: SectionSwitch, shows: Callable[[BriefContent], bool], example: Document
) -> None:
    a_map = maps(example)[1]
    arranged = arrangement(example, a_map.id, preset_named("outline"))
    before = [item for item in arranged if item.kind is kind]
    assert shows(composed(example, a_map.id, "outline"))
    with_it_off = [
        item if item not in before else type(item)(**fields(item) | {"options": turned(item, switch, on=False)})
        for item in arranged
    ]
    sections.settle_sections(example, a_map.id, with_it_off)
    try:
        assert not shows(composed(example, a_map.id, "outline"))
    finally:
        for item in read_sections(example, a_map.id):
            if item.kind is kind:
                sections.set_section_options(example, item.id, ())


def fields(record: Section) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}


def test_switches_keep_only_what_was_turned() -> None:
    section = arrangement(*_map(), preset_named("outline"))[0]
    assert turned(section, LEAD, on=True) == ()
    off = type(section)(**fields(section) | {"options": turned(section, LEAD, on=False)})
    assert not is_on(off, LEAD)
    assert turned(off, LEAD, on=True) == ()
    strongest = type(section)(**fields(section) | {"options": turned(section, STRONGEST, on=True)})
    assert is_on(strongest, STRONGEST)
    assert not is_on(section, BRANCHES)
    assert all(switch.words for switches in SWITCHES.values() for switch in switches)


def test_pros_and_cons_can_do_without_notes_and_with_the_strongest_only() -> None:
    document, map_id = seminar()
    added = sections.add_section(document, map_id, "", kind=SectionKind.ARGUMENTS)
    sections.set_section_options(document, added.id, (f"no-{NOTES.name}", STRONGEST.name))
    parts = [part for part in composed(document, map_id, "outline").parts if isinstance(part, ArgumentsPart)]
    assert not any(point.notes for part in parts for point in (*part.pros, *part.cons))


def _map() -> tuple[Document, MapId]:
    document, map_id = seminar()
    return document, map_id


@pytest.mark.parametrize("name", NAMES)
def test_how_the_numbers_came_about_stands_on_every_paper_that_has_some(
    name: str, example: Document, tmp_path: Path
) -> None:
    for a_map in maps(example):
        path, content = tmp_path / f"{a_map.id}.pdf", composed(example, a_map.id, name, draw=True)
        if name in {"minutes", "teacher"} and not content.leads:
            continue  # the outline has no numbers
        export_pdf(content, path)
        words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
        assert "less than a point apart" in words
        assert "independent" in words
