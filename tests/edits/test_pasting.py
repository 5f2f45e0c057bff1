"""Plans carried out: what a text was read into becomes cards, in one step or not at all."""

import pytest

from desktop_app.edits import criteria, sources
from desktop_app.edits.pasting import new_map_from_plan, paste_plan
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.plans import (
    Plan,
    PlannedCard,
    PlannedCitation,
    PlannedCriterion,
    PlannedLink,
    PlannedSection,
    PlannedSource,
)
from desktop_app.model.records import Card, CardKind, Citation, Criterion, Section, SectionKind, Source
from desktop_app.model.rules import check_all
from tests.small_workbooks import Desk

CLAIM, OPTION, NOTE, QUESTION = CardKind.CLAIM, CardKind.OPTION, CardKind.NOTE, CardKind.QUESTION

WHOLE = Plan(
    cards=(
        PlannedCard(QUESTION, "Q?", PlannedLink.ROOT),
        PlannedCard(OPTION, "A", PlannedLink.UNDER, parent=0, notes="the first"),
        PlannedCard(CLAIM, "pro", PlannedLink.SUPPORTS, parent=1, plausibility=0.7, importance=0.75, criterion="cost"),
        PlannedCard(CLAIM, "and", PlannedLink.JOINED, parent=2),
        PlannedCard(CLAIM, "so what", PlannedLink.UNDERCUTS, parent=2, importance=0.5),
        PlannedCard(
            CardKind.EVIDENCE, "a study", PlannedLink.SUPPORTS, parent=2, citations=(PlannedCitation("smith", "so"),)
        ),
        PlannedCard(NOTE, "parked", PlannedLink.UNDER, parent=1),
        PlannedCard(OPTION, "B", PlannedLink.UNDER, parent=0),
        PlannedCard(CLAIM, "", PlannedLink.OPPOSES, parent=7, uses=2, criterion="Speed"),
    ),
    criteria=(PlannedCriterion("Cost", "How dear?"),),
    sections=(PlannedSection("Context", "Long ago"), PlannedSection("Matrix", "", SectionKind.MATRIX)),
    sources=(PlannedSource("smith", "A study", author="Smith", date="2024"),),
)


def test_a_plan_becomes_a_map_in_one_step(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    made = new_map_from_plan(desk.document, "From a text", WHOLE)
    assert [str(change_set.step) for change_set in heard] == ["New map from text"]
    assert made.title == "From a text"
    by_text = {card.text: card for card in reads.cards(desk.document, made.id)}
    assert set(by_text) == {"Q?", "A", "pro", "and", "so what", "a study", "parked", "B"}
    assert desk.on(by_text["A"]) == [("+", "pro & and")]
    assert desk.on(by_text["B"]) == [("-", "pro")]
    assert desk.on(by_text["pro"]) == [("+", "a study")]
    link = reads.arguments_on(desk.document, by_text["A"].id)[0]
    assert link.importance == 0.75
    assert [item.importance for item in reads.undercuts_of(desk.document, link.id)] == [0.5]
    assert by_text["pro"].plausibility == 0.7
    assert by_text["A"].notes == "the first"
    assert desk.notes_under(by_text["A"]) == ["parked"]
    names = {item.id: item.name for item in desk.document.all(Criterion)}
    assert sorted(names.values()) == ["Cost", "Speed"]
    assert link.criterion is not None
    assert names[link.criterion] == "Cost"
    (citation,) = desk.document.all(Citation)
    assert (citation.card, citation.quote) == (by_text["a study"].id, "so")
    assert [item.title for item in desk.document.all(Section)] == ["Context", "Matrix"]
    assert desk.document.get(Source, citation.source).author == "Smith"
    check_all(desk.document)


def test_what_the_workbook_has_already_is_not_made_again(desk: Desk) -> None:
    mine = sources.add_source(desk.document, "smith", "Mine")
    cost = criteria.add_criterion(desk.document, desk.map.id, "COST")
    paste_plan(desk.document, desk.map.id, WHOLE)
    assert [item.title for item in desk.document.all(Source)] == ["Mine"]
    assert {item.name for item in desk.document.all(Criterion)} == {"COST", "Speed"}
    assert {item.source for item in desk.document.all(Citation)} == {mine.id}
    assert cost in desk.document.all(Criterion)


def test_cards_without_a_parent_hang_where_they_are_pasted(desk: Desk) -> None:
    claim = desk.claim("claim")
    plan = Plan(
        cards=(
            PlannedCard(CLAIM, "pro", PlannedLink.SUPPORTS),
            PlannedCard(CLAIM, "con", PlannedLink.OPPOSES),
            PlannedCard(NOTE, "note", PlannedLink.UNDER),
        )
    )
    made = paste_plan(desk.document, desk.map.id, plan, under=claim.id)
    assert desk.on(claim) == [("+", "pro"), ("-", "con")]
    assert desk.notes_under(claim) == ["note"]
    assert [desk.document.get(Card, card).text for card in made] == ["pro", "con", "note"]


def test_without_a_place_cards_stand_by_themselves(desk: Desk) -> None:
    plan = Plan(
        cards=(
            PlannedCard(CLAIM, "pro", PlannedLink.SUPPORTS),
            PlannedCard(NOTE, "note", PlannedLink.UNDER),
            PlannedCard(OPTION, "A", PlannedLink.ROOT),
            PlannedCard(CardKind.EVIDENCE, "a study", PlannedLink.ROOT),
            PlannedCard(CLAIM, "", PlannedLink.ROOT, uses=0),
        )
    )
    made = paste_plan(desk.document, desk.map.id, plan)
    found = [desk.document.get(Card, card) for card in made]
    assert [card.kind for card in found] == [CLAIM, NOTE, OPTION, CardKind.EVIDENCE, CLAIM]
    assert all(card.under is None for card in found)
    assert made[4] == made[0]


def test_a_card_used_again_joins_and_undercuts_like_a_new_one(desk: Desk) -> None:
    plan = Plan(
        cards=(
            PlannedCard(CLAIM, "root", PlannedLink.ROOT),
            PlannedCard(CLAIM, "one", PlannedLink.SUPPORTS, parent=0),
            PlannedCard(CLAIM, "two", PlannedLink.ROOT),
            PlannedCard(CLAIM, "", PlannedLink.JOINED, parent=1, uses=2),
            PlannedCard(CLAIM, "three", PlannedLink.OPPOSES, parent=0),
            PlannedCard(CLAIM, "", PlannedLink.UNDERCUTS, parent=4, uses=2),
        )
    )
    made = paste_plan(desk.document, desk.map.id, plan)
    root = desk.document.get(Card, made[0])
    assert desk.on(root) == [("+", "one & two"), ("-", "three")]
    assert desk.undercuts(desk.document.get(Card, made[4])) == [("-", "two")]


@pytest.mark.parametrize(
    ("card", "sentence"),
    [
        (PlannedCard(CLAIM, "x", PlannedLink.UNDERCUTS, parent=0), "needs a pro or con above it"),
        (PlannedCard(CLAIM, "x", PlannedLink.JOINED, parent=0), "needs a pro or con beside it"),
        (
            PlannedCard(CLAIM, "x", PlannedLink.ROOT, citations=(PlannedCitation("nobody"),)),
            "No source has the key nobody",
        ),
        (PlannedCard(CLAIM, "x", PlannedLink.SUPPORTS, parent=0, criterion="Cost"), "Only a pro or con of an option"),
    ],
)
def test_a_plan_that_breaks_a_rule_makes_nothing_at_all(desk: Desk, card: PlannedCard, sentence: str) -> None:
    plan = Plan(cards=(PlannedCard(CLAIM, "root", PlannedLink.ROOT), card), sources=(PlannedSource("a", "A"),))
    desk.refuses(lambda: paste_plan(desk.document, desk.map.id, plan), sentence)
