"""Reading a document in the words of the field: always in the order shown."""

import pytest

from desktop_app.edits import arguments, criteria, maps, moving, perspectives, scores, sections, sources
from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import CardKind, PerspectiveKind, SectionKind, Stance
from tests.small_workbooks import Desk


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_options_go_from_a_to_z_and_on_with_two_letters(position: int, letters: str) -> None:
    assert reads.letter(position) == letters


def test_options_are_lettered_question_by_question_and_loose_ones_last(desk: Desk) -> None:
    document = desk.document
    loose = desk.option("loose")
    first, second = desk.question("first"), desk.question("second")
    late = desk.option("late", under=second)
    early, next_one = desk.option("early", under=first), desk.option("next", under=first)
    assert list(reads.option_letters(document, desk.map.id).items()) == [
        (early.id, "A"),
        (next_one.id, "B"),
        (late.id, "C"),
        (loose.id, "D"),
    ]
    moving.move_up(document, next_one.id)
    assert reads.option_letters(document, desk.map.id)[next_one.id] == "A"


def test_criteria_and_sources_are_found_by_name_and_key(desk: Desk) -> None:
    document = desk.document
    cost = criteria.add_criterion(document, desk.map.id, "Legal basis")
    assert reads.criterion_named(document, desk.map.id, " legal BASIS ") == cost
    assert reads.criterion_named(document, desk.map.id, "Cost") is None
    second, first = sources.add_source(document, "beta", "B"), sources.add_source(document, "Alpha", "A")
    assert reads.sources(document) == [first, second]
    assert reads.source_with_key(document, "beta") == second
    assert reads.source_with_key(document, "Beta") is None


def test_what_hangs_on_what_is_told_in_order(desk: Desk) -> None:
    document = desk.document
    option = desk.option("A")
    pro, con = desk.pro(option, "pro"), desk.con(option, "con")
    arguments.link_card(document, con.id, pro.id, Stance.OPPOSES)
    assert [item.target_card for item in reads.arguments_from(document, con.id)] == [pro.id, option.id]
    desk.note("later", under=option)
    sooner = desk.note("sooner", under=option)
    moving.move_up(document, sooner.id)
    assert desk.notes_under(option) == ["sooner", "later"]
    assert reads.cards_under(document, option.id, CardKind.OPTION) == []


def test_scores_facts_levels_and_citations_come_sorted(desk: Desk) -> None:
    document = desk.document
    option = desk.option("A")
    cost = criteria.add_criterion(document, desk.map.id, "Cost")
    criteria.set_levels(document, cost.id, [(100.0, "none"), (0.0, "much")])
    assert [level.label for level in reads.levels(document, cost.id)] == ["much", "none"]
    assert reads.score(document, option.id, cost.id) is None
    scores.set_score(document, option.id, cost.id, 30.0)
    assert desk.score(option, cost).likely == 30.0
    assert reads.score(document, option.id, CriterionId(404)) is None
    for name in ("timing", "Cost"):
        scores.set_fact(document, option.id, name, "some")
    assert [fact.name for fact in reads.facts(document, option.id)] == ["Cost", "timing"]
    z, a = sources.add_source(document, "z", "Z"), sources.add_source(document, "a", "A")
    for source in (z, a):
        sources.cite(document, option.id, source.id)
    assert [item.source for item in reads.citations_of(document, option.id)] == [a.id, z.id]


def test_maps_perspectives_and_sections_stand_in_their_order(desk: Desk) -> None:
    document = desk.document
    second = maps.add_map(document, "Second")
    maps.move_map(document, second.id, beside=desk.map.id, before=True)
    assert [item.title for item in reads.maps(document)] == ["Second", "Map"]
    people = [perspectives.add_perspective(document, desk.map.id, name, PerspectiveKind.PERSON) for name in "AB"]
    assert reads.perspectives(document, desk.map.id) == people
    first = sections.add_section(document, desk.map.id, "Context")
    matrix = sections.add_section(document, desk.map.id, "Matrix", kind=SectionKind.MATRIX)
    sections.move_section(document, matrix.id, beside=first.id, before=True)
    assert [item.title for item in reads.sections(document, desk.map.id)] == ["Matrix", "Context"]
    assert reads.brief(document, desk.map.id) is None
    assert reads.workbook(document).title == "Test"
