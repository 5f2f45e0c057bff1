"""Word and PowerPoint files, read back by the libraries that officials' tools agree with."""

import io
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as WordDocument
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.slide import Slide

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.exporting import ExportOptions, OptionNotOfferedError, export_map
from desktop_app.briefing.office.docx import docx
from desktop_app.briefing.office.docx_changes import PreviousUnreadableError
from desktop_app.briefing.office.pptx import pptx
from desktop_app.briefing.text.html import html
from desktop_app.drawing.palette import Role, palette
from desktop_app.edits import arguments, cards, criteria, maps, scores, sections, sources
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.reads import criteria as read_criteria
from desktop_app.model.reads import options
from desktop_app.model.records import Card, CitationStyle, Confidence, Paper
from desktop_app.weighing.results import weigh
from tests.briefing.test_logo import PNG
from tests.sample_maps import empty, seminar, summit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def composed(document: Document, map_id: MapId, preset: str = "outline") -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=False, preset=preset)


def words_of(data: bytes) -> str:
    document = WordDocument(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def slides_of(data: bytes) -> list[Slide]:
    return list(Presentation(io.BytesIO(data)).slides)


def said_on(slide: Slide) -> str:
    said = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            said.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            said += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(said)


# --- Word ------------------------------------------------------------------------------------------------


def test_a_word_brief_has_real_headings_lists_and_tables_with_a_repeated_header() -> None:
    document = WordDocument(io.BytesIO(docx(composed(*seminar()))))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[:3] == ["Recommendation", "Options at a glance", "Criteria matrix"]
    assert {"Heading 2", "List Bullet", "Title"} <= {p.style.name for p in document.paragraphs}
    assert all(table.rows[0]._tr.find(f".//{W}tblHeader") is not None for table in document.tables)
    assert any(table._tbl.find(f".//{W}shd") is not None for table in document.tables)


@pytest.mark.parametrize("sample", [seminar, summit])
def test_a_word_brief_holds_every_card(sample: Callable[[], tuple[Document, MapId]]) -> None:
    document, map_id = sample()
    words = words_of(docx(composed(document, map_id)))
    assert all(card.text in words for card in document.all(Card))


def test_the_map_in_word_is_a_picture_with_words_for_who_cannot_see_it(tmp_path: Path) -> None:
    document, map_id = seminar()
    export_map(document, map_id, weigh(document, map_id), tmp_path / "a.docx")
    shown = WordDocument(str(tmp_path / "a.docx")).inline_shapes
    assert len(shown) == 1
    assert "Argument map of" in shown[0]._inline.docPr.get("descr")


def test_word_and_slides_have_the_same_bytes_at_another_time() -> None:
    content = composed(*seminar())
    before = docx(content), pptx(content)
    time.sleep(2.1)  # zip archives state times to two seconds
    assert (docx(content), pptx(content)) == before


def test_title_author_language_and_paper_are_those_of_the_brief() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, language="ar", paper=Paper.LETTER, author="M", date="2026-01-02")
    written = WordDocument(io.BytesIO(docx(composed(document, map_id, "memo"))))
    properties = written.core_properties
    assert (properties.author, properties.language, properties.created.date().isoformat()) == ("M", "ar", "2026-01-02")
    assert round(written.sections[0].page_width.mm) == 216
    # By which a word processor spells and reads aloud.
    spelled = written.styles.element.find(f".//{W}rPrDefault//{W}lang")
    assert (spelled.get(f"{W}val"), spelled.get(f"{W}bidi")) == ("ar", "ar")
    assert written.paragraphs[-1]._p.find(f".//{W}bidi") is not None
    assert "موافق" in words_of(docx(composed(document, map_id, "memo")))


def test_files_of_a_brief_whose_date_is_in_words_are_stamped_with_the_day_of_the_workbook() -> None:
    content = replace(composed(*seminar()), date="Easter", created="2025-08-19")
    for properties in (
        WordDocument(io.BytesIO(docx(content))).core_properties,
        Presentation(io.BytesIO(pptx(content))).core_properties,
    ):
        assert properties.created.date().isoformat() == "2025-08-19"


def test_only_safe_addresses_become_links_in_word() -> None:
    document, map_id = seminar()
    sources.add_source(document, key="bad", title="Bad", url="javascript:alert(1)")
    written = WordDocument(io.BytesIO(docx(composed(document, map_id))))
    targets = [relation.target_ref for relation in written.part.rels.values() if relation.is_external]
    assert targets
    assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)
    assert "javascript:alert(1)" in words_of(docx(composed(document, map_id)))


def test_sources_are_cited_by_author_and_year_when_that_is_wished() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, citations=CitationStyle.AUTHOR_DATE)
    assert "(Working group, " in words_of(docx(composed(document, map_id)))


def test_what_changed_since_an_earlier_export_is_listed_once() -> None:
    document, map_id = seminar()
    earlier = docx(composed(document, map_id))
    assert "Changes since" not in words_of(docx(composed(document, map_id), previous=earlier))
    old = options(document, map_id)[0]
    cards.set_text(document, old.id, "A treaty with teeth")
    later = docx(composed(document, map_id), previous=earlier)
    words = words_of(later)
    assert "Changes since the last export" in words
    after = words[words.index("Changes since") :]
    assert "A treaty with teeth" in after
    assert old.text in after
    assert "Changes since" not in words_of(docx(composed(document, map_id), previous=later))


def test_an_earlier_export_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    document, map_id = seminar()
    with pytest.raises(PreviousUnreadableError, match="no Word document"):
        docx(composed(document, map_id), previous=b"PK nonsense")
    with pytest.raises(OptionNotOfferedError, match="Only a Word export"):
        export_map(document, map_id, weigh(document, map_id), tmp_path / "a.md", options=ExportOptions(previous=b""))
    with pytest.raises(OptionNotOfferedError, match="Only a PDF"):
        export_map(document, map_id, weigh(document, map_id), tmp_path / "a.md", options=ExportOptions(attach=True))


def test_a_logo_stands_above_the_title() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, logo=PNG, organisation="Board")
    shown = WordDocument(io.BytesIO(docx(composed(document, map_id, "minutes")))).inline_shapes
    assert shown[0]._inline.docPr.get("descr") == "Board"


# --- slides ----------------------------------------------------------------------------------------------


def test_there_is_a_slide_for_every_branch_with_at_most_eight_cards() -> None:
    slides = slides_of(pptx(composed(*seminar())))
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0].startswith("How should Ukraine’s security")
    assert {"1 Treaty-based mutual defence", "2 Political assurances", "3 Monitored force on the ground"} <= set(titles)
    for slide in slides:
        drawn = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
        assert len(drawn) <= 9


def test_charts_on_slides_are_native_and_can_be_edited() -> None:
    slides = slides_of(pptx(composed(*seminar())))
    charts = [shape.chart for slide in slides for shape in slide.shapes if getattr(shape, "has_chart", False)]
    assert list(charts[0].plots[0].categories) == [
        "A  Treaty-based mutual defence", "C  Monitored force on the ground", "B  Political assurances",
    ]  # fmt: skip
    most, least = charts[0].plots[0].series
    assert (most.values, least.values) == ((68, 73, 32), (68, 58, 32))
    assert charts[0].part.chart_workbook.xlsx_part is not None


def test_who_has_no_bar_on_the_slide_of_the_options_is_named_beneath() -> None:
    document, map_id = seminar()
    assert not any("stands outside" in said_on(slide) for slide in slides_of(pptx(composed(document, map_id))))
    for criterion in read_criteria(document, map_id):
        scores.clear_score(document, options(document, map_id)[1].id, criterion.id)
    slides = slides_of(pptx(composed(document, map_id)))
    (glance,) = [slide for slide in slides if said_on(slide).startswith("Options at a glance")]
    assert "B is not scored and stands outside." in said_on(glance)


def test_a_long_branch_goes_on_on_further_slides_and_no_card_is_lost() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "Go?").id
    top = arguments.add_pro(document, question, "Because").id
    for number in range(20):
        below = arguments.add_con(document, top, f"Answer {number}").id
        arguments.add_con(document, below, f"Reply {number} " + "very long " * 30)
    slides = slides_of(pptx(composed(document, map_id)))
    words = "\n".join(said_on(slide) for slide in slides)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    assert all(f"Answer {number}" in words and f"Reply {number} very" in words for number in range(20))
    assert f"Reply 19 {'very long ' * 30}".strip() in notes


def test_slides_without_a_map_in_words_show_what_speaks_to_each_option() -> None:
    slides = slides_of(pptx(composed(*seminar(), "memo")))
    assert any("Names who must act" in said_on(slide) for slide in slides)
    assert any("draft" in slide.notes_slide.notes_text_frame.text.lower() for slide in slides if slide.has_notes_slide)


def test_a_memo_in_word_ends_the_lines_to_agree_to_with_a_place_to_sign() -> None:
    document, map_id = seminar()
    sections.set_recommendation(document, map_id, "We ask for:\n\n- a text\n- talks")
    words = words_of(docx(composed(document, map_id, "memo")))
    assert words.index("talks") < words.index("_" * 40)
    assert words[words.index("_" * 40) :].split("\n")[1].startswith("Signature")


def test_links_on_slides_have_the_colours_of_pros_and_cons_on_the_map() -> None:
    slides = slides_of(pptx(composed(*seminar(), "memo")))
    links = [shape for slide in slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    drawn = {f"#{shape.line.color.rgb}".lower() for shape in links}
    colours = palette("light")
    assert {colours[Role.PRO].lower(), colours[Role.CON].lower()} <= drawn


def test_slides_of_a_question_without_options_list_criteria() -> None:
    words = "\n".join(said_on(slide) for slide in slides_of(pptx(composed(*summit()))))
    assert "Specificity" in words


def test_a_wide_table_of_a_web_page_moves_by_itself_and_breaks_no_range() -> None:
    page = html(composed(*seminar()))
    tables = re.findall(r'(<div class="wide" tabindex="0" role="region" aria-label="[^"]+">\n)?<table aria-label', page)
    assert tables
    assert all(tables)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page)
    ranges = [cell for cell in cells if re.search(r"\d–\d", cell)]
    assert ranges
    assert all(re.search(r"<span class=whole>\d+–\d+</span>", cell) for cell in ranges)


def test_scores_on_a_web_page_are_tinted_each_by_its_height() -> None:
    document, map_id = seminar()
    tinted = re.findall(r"background: (#[0-9a-f]{6})", html(composed(document, map_id)), re.IGNORECASE)
    assert len(set(tinted)) > 4


def test_tables_on_slides_end_above_the_foot_and_lose_no_row() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "Which?").id
    for number in range(12):
        cards.add_option(document, map_id, f"Option {number}", under=question)
    for number in range(10):
        added = criteria.add_criterion(document, map_id, f"Criterion {number}", question="What is it for? " * 6)
        for option in options(document, map_id):
            scores.set_score(document, option.id, added.id, 10 * number, confidence=Confidence.LOW)
    slides = slides_of(pptx(composed(document, map_id)))
    tables = [shape for slide in slides for shape in slide.shapes if getattr(shape, "has_table", False)]
    assert len(tables) > 1
    for shape in tables:
        wide = [column.width.inches - 0.2 for column in shape.table.columns]
        # Eleven letters of 13 points make an inch, five lines with their air a little more.
        tall = [
            max(0.22 * -(-len(cell.text) // int(11 * room)) + 0.1 for cell, room in zip(row.cells, wide, strict=True))
            for row in shape.table.rows
        ]
        assert shape.top.inches + max(sum(tall), shape.height.inches) <= 7.1
    names = [row.cells[0].text for shape in tables for row in shape.table.rows]
    found = [name.split(":")[0] for name in names if name.startswith("Criterion ")]
    assert found == [f"Criterion {number} 10 %" for number in range(10)]


def test_long_lines_on_slides_go_on_on_further_slides() -> None:
    document, map_id = seminar()
    sections.set_recommendation(document, map_id, "\n\n".join(f"{number}. {'word ' * 70}" for number in range(12)))
    slides = slides_of(pptx(composed(document, map_id)))
    boxes = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame and "word word" in shape.text]
    texts = [[line.text for line in box.text_frame.paragraphs] for box in boxes]
    # At twelve points some fifteen lines of 350 letters would have to stand on a slide with room for twenty-five.
    assert all(sum(-(-len(line) // 150) for line in lines) <= 25 for lines in texts)
    assert [line.split(".")[0] for lines in texts for line in lines if "word" in line] == list(map(str, range(12)))
