"""Prompts for what a brief lacks, words counted, and pages announced."""

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.map_on_paper.cutting import map_sheets
from desktop_app.briefing.content.map_on_paper.records import MapSheets
from desktop_app.briefing.content.missing import missing
from desktop_app.briefing.content.parts import MapPart
from desktop_app.briefing.content.presets import MapForm
from desktop_app.briefing.pages.page_counts import pages_sentence
from desktop_app.briefing.text.word_count import word_count
from desktop_app.edits import maps, sections
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Paper, SectionKind
from desktop_app.model.tree import places
from desktop_app.weighing.results import weigh
from tests.briefing.test_sheets import wide_map
from tests.sample_maps import empty, seminar, summit
from tests.sure import sure


def test_an_empty_map_lacks_everything_and_says_so_in_order() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    said = [prompt.words for prompt in missing(document, map_id, "memo")]
    assert said[0] == "Write the recommendation in your own words."
    assert {
        "The map has no options to show at a glance.",
        "The map has no criteria for a matrix.",
        "The map has no pros and cons yet.",
        "There is nothing to sign yet: write the recommendation first.",
        "No sources are cited.",
        "Say by when the decision is needed.",
    } <= set(said)


def test_an_empty_section_of_own_words_is_a_prompt_that_never_prints() -> None:
    document, map_id = seminar()
    prompt = next(prompt for prompt in missing(document, map_id) if prompt.kind is SectionKind.WORDS)
    assert prompt.words == "“Call to action” has no words yet."
    assert prompt.section is not None
    content = compose(document, map_id, weigh(document, map_id), draw=False)
    assert "Call to action" not in {part.title for part in content.parts}


def test_what_is_written_is_no_longer_missing() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, date="2026-01-02", decision_by="May", preset="memo")
    kinds = {prompt.kind for prompt in missing(document, map_id)}
    assert None not in kinds
    assert SectionKind.RECOMMENDATION not in kinds
    assert "There are no perspectives to compare with your numbers." in {
        prompt.words for prompt in missing(document, map_id, "options")
    }


def test_words_are_counted_and_scripts_without_spaces_by_character() -> None:
    document = empty()
    map_id = maps.add_map(document, "Go?").id
    sections.add_section(document, map_id, "Before", body="Some words")
    before = word_count(compose(document, map_id, weigh(document, map_id), draw=False)).words
    sections.add_section(document, map_id, "Two words", body="It’s three words. 应该如何")
    after = word_count(compose(document, map_id, weigh(document, map_id), draw=False)).words
    assert after - before == 2 + 3 + 4


def on_paper(document: Document, map_id: MapId, form: MapForm, paper: Paper = Paper.A4) -> MapSheets:
    return map_sheets(document, map_id, places(document, map_id), weigh(document, map_id), paper, form)


def test_pages_are_announced_as_they_are_printed() -> None:
    for document, map_id in (seminar(), summit()):
        content = compose(document, map_id, weigh(document, map_id))
        sheets = sure(next(part for part in content.parts if isinstance(part, MapPart)).sheets)
        assert pages_sentence(sheets) == f"{len(sheets.sheets)} pages"
    one = on_paper(*wide_map(2, 2), MapForm.FITTING)
    assert pages_sentence(one) == "1 page"


def test_branches_after_an_overview_are_said_and_a_map_that_cannot_be_drawn_takes_no_page() -> None:
    sheets = on_paper(*wide_map(40, 4), MapForm.BRANCHES)
    assert len(sheets.sheets) > 40
    assert pages_sentence(sheets) == f"{len(sheets.sheets)} pages, the first an overview"
    assert "too large" in pages_sentence(on_paper(*wide_map(700, 1), MapForm.FITTING))


def test_larger_paper_takes_fewer_pages() -> None:
    document, map_id = wide_map(40, 4)
    small, large = (on_paper(document, map_id, MapForm.POSTER, paper).pages for paper in (Paper.A4, Paper.A3))
    assert large < small
