"""The workbook around the arguments: maps, sources, the brief."""

from dataclasses import replace

from desktop_app.edits import maps, sections, sources, workbooks
from desktop_app.model import reads
from desktop_app.model.ids import SectionId
from desktop_app.model.records import (
    Brief,
    Card,
    Citation,
    Map,
    Method,
    Paper,
    PremiseRule,
    Section,
    SectionKind,
    Source,
    Verification,
)
from tests.small_workbooks import Desk


def test_a_map_is_renamed_moved_and_set_up(desk: Desk) -> None:
    document, map_id = desk.document, desk.map.id
    question = desk.question("Q")
    maps.rename_map(document, map_id, "Better")
    maps.set_sharpness(document, map_id, 2.0)
    maps.allow_loops(document, map_id, allowed=True)
    maps.set_premise_rule(document, map_id, PremiseRule.PRODUCT)
    maps.hide_numbers(document, map_id, hidden=True)
    maps.set_simulation(document, map_id, seed=7, draws=500)
    found = document.get(Map, map_id)
    assert (found.title, found.sharpness, found.loops_allowed, found.numbers_hidden) == ("Better", 2.0, True, True)
    assert (found.premise_rule, found.seed, found.draws) == (PremiseRule.PRODUCT, 7, 500)
    assert desk.now(question).text == "Q"
    last, first = maps.add_map(document, "Last"), maps.add_map(document, "First")
    maps.move_map(document, first.id, beside=map_id, before=True)
    assert [item.title for item in reads.maps(document)] == ["First", "Better", "Last"]
    assert last in reads.maps(document)


def test_deleting_a_map_takes_everything_on_it_and_leaves_sources_and_other_maps(desk: Desk) -> None:
    other = maps.add_map(desk.document, "Other")
    claim = desk.claim("A")
    desk.pro(claim, "pro")
    source = sources.add_source(desk.document, "smith", "A study")
    sources.cite(desk.document, claim.id, source.id)
    sections.add_section(desk.document, desk.map.id, "Context")
    sections.set_up_brief(desk.document, desk.map.id, author="R.")
    maps.delete_map(desk.document, desk.map.id)
    assert [desk.document.count(kind) for kind in (Card, Citation, Section, Brief)] == [0, 0, 0, 0]
    assert list(desk.document.all(Map)) == [other]
    assert list(desk.document.all(Source)) == [source]


def test_the_workbook_has_a_title_an_author_and_a_language(desk: Desk) -> None:
    workbooks.rename_workbook(desk.document, "Guarantees")
    workbooks.set_author(desk.document, "R. Researcher")
    workbooks.set_language(desk.document, "uk")
    found = reads.workbook(desk.document)
    assert (found.title, found.author, found.language) == ("Guarantees", "R. Researcher", "uk")


def test_a_source_is_described_graded_and_verified(desk: Desk) -> None:
    source = sources.add_source(desk.document, "smith", "A study", author="Smith", publisher="P", date="2024", url="u")
    assert (source.author, source.publisher, source.date, source.url) == ("Smith", "P", "2024", "u")
    assert (source.reliability, source.credibility, source.verification) == (None, None, Verification.UNVERIFIED)
    sources.describe_source(desk.document, source.id, title="Another study", accessed="2026-01-01")
    sources.grade_source(desk.document, source.id, "B", 2)
    sources.verify_source(desk.document, source.id, Verification.TRACED)
    found = desk.document.get(Source, source.id)
    assert (found.key, found.title, found.author, found.accessed) == ("smith", "Another study", "Smith", "2026-01-01")
    assert (found.reliability, found.credibility, found.verification) == ("B", 2, Verification.TRACED)
    sources.add_source(desk.document, "other", "B")
    desk.refuses(lambda: sources.describe_source(desk.document, source.id, key="other"), "can't share the key other")
    desk.refuses(lambda: sources.describe_source(desk.document, source.id, key=""), "needs a key")


def test_citing_again_at_the_same_place_changes_the_quote_and_elsewhere_adds_one(desk: Desk) -> None:
    claim = desk.claim("A")
    source = sources.add_source(desk.document, "smith", "A study")
    first = sources.cite(desk.document, claim.id, source.id, quote="so", locator="p. 1")
    again = sources.cite(desk.document, claim.id, source.id, quote="thus", locator="p. 1")
    other = sources.cite(desk.document, claim.id, source.id, locator="p. 2")
    assert again.id == first.id
    assert again.quote == "thus"
    assert other.id != first.id
    sources.change_citation(desk.document, other.id, quote="hence", locator="p. 3")
    assert desk.document.get(Citation, other.id).locator == "p. 3"
    sources.remove_citation(desk.document, other.id)
    assert [item.id for item in reads.citations_of(desk.document, claim.id)] == [first.id]
    sources.delete_source(desk.document, source.id)
    assert desk.document.count(Citation) == 0
    assert desk.again(claim) is not None


def test_the_recommendation_stands_first_and_is_written_in_place(desk: Desk) -> None:
    sections.add_section(desk.document, desk.map.id, "Context", body="Long ago")
    sections.set_recommendation(desk.document, desk.map.id, "Do A.")
    sections.set_recommendation(desk.document, desk.map.id, "Do B.")
    found = reads.sections(desk.document, desk.map.id)
    assert [(item.kind, item.body) for item in found] == [
        (SectionKind.RECOMMENDATION, "Do B."),
        (SectionKind.WORDS, "Long ago"),
    ]


def test_sections_are_written_moved_left_out_and_deleted(desk: Desk) -> None:
    document, map_id = desk.document, desk.map.id
    first, last = sections.add_section(document, map_id, "First"), sections.add_section(document, map_id, "Last")
    sections.move_section(document, last.id, beside=first.id, before=True)
    sections.write_section(document, last.id, title="Now first", body="Words")
    sections.include_section(document, last.id, included=False)
    found = reads.sections(document, map_id)
    assert [(item.title, item.body, item.included) for item in found] == [
        ("Now first", "Words", False),
        ("First", "", True),
    ]
    sections.delete_section(document, first.id)
    assert [item.title for item in reads.sections(document, map_id)] == ["Now first"]


def test_setting_up_the_brief_changes_only_what_is_named(desk: Desk) -> None:
    sections.set_up_brief(desk.document, desk.map.id, author="R.", paper=Paper.LETTER)
    sections.set_up_brief(desk.document, desk.map.id, numbers=False, date="2026-03-02")
    found = reads.brief(desk.document, desk.map.id)
    assert found is not None
    assert (found.author, found.paper, found.numbers, found.date) == ("R.", Paper.LETTER, False, "2026-03-02")
    assert desk.document.count(Brief) == 1


def test_the_last_map_is_not_deleted_and_methods_are_set(desk: Desk) -> None:
    desk.refuses(lambda: maps.delete_map(desk.document, desk.map.id), "keeps at least one map")
    maps.set_method(desk.document, desk.map.id, Method.LOG_ODDS)
    assert desk.document.get(Map, desk.map.id).method is Method.LOG_ODDS


def test_an_arrangement_of_the_brief_is_kept_with_what_was_only_proposed(desk: Desk) -> None:
    document, map_id = desk.document, desk.map.id
    mine = sections.add_section(document, map_id, "Mine", body="Words")
    sections.set_section_options(document, mine.id, ["short"])
    proposed = Section(SectionId(404), map_id, SectionKind.MATRIX, "Matrix", "V")
    hidden = replace(document.get(Section, mine.id), included=False)
    sections.settle_sections(document, map_id, [proposed, hidden], preset="memo")
    found = reads.sections(document, map_id)
    assert [(item.title, item.included, item.options) for item in found] == [
        ("Matrix", True, ()),
        ("Mine", False, ("short",)),
    ]
    assert found[0].id != proposed.id
    brief = reads.brief(document, map_id)
    assert brief is not None
    assert brief.preset == "memo"
    sections.settle_sections(document, map_id, list(reversed(found)))
    assert [item.title for item in reads.sections(document, map_id)] == ["Mine", "Matrix"]
    brief = reads.brief(document, map_id)
    assert brief is not None
    assert brief.preset == "memo"
