"""Cards: adding them where they belong, and changing what they say, are and hold."""

import pytest

from desktop_app.edits import arguments, cards, criteria, perspectives, scores
from desktop_app.model.errors import RecordMissingError
from desktop_app.model.records import (
    Card,
    CardKind,
    Confidence,
    Fact,
    Override,
    PerspectiveKind,
    Premise,
    Score,
)
from desktop_app.model.rules import check_all
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk


def test_an_option_goes_under_the_first_question_unless_told_where(desk: Desk) -> None:
    loose = desk.option("loose")
    first, second = desk.question("first"), desk.question("second")
    assert loose.under is None
    assert desk.option("A").under == first.id
    assert desk.option("B", under=second).under == second.id


def test_a_note_is_parked_under_a_card_or_by_itself_without_a_stance(desk: Desk) -> None:
    question = desk.question()
    assert desk.note("free").under is None
    under = desk.note("under", under=question)
    assert under.under == question.id
    assert not desk.document.has_referring(Premise, "card", under.id)


def test_wording_a_card_anew_keeps_its_numbers(desk: Desk) -> None:
    claim = desk.claim("A")
    cards.set_plausibility(desk.document, claim.id, 0.7)
    cards.set_confidence(desk.document, claim.id, Confidence.HIGH)
    cards.set_text(desk.document, claim.id, "B")
    cards.set_notes(desk.document, claim.id, "why")
    cards.set_tags(desk.document, claim.id, ("x",))
    cards.set_assumption(desk.document, claim.id, assumption=True)
    found = desk.now(claim)
    assert (found.text, found.notes, found.tags, found.assumption) == ("B", "why", ("x",), True)
    assert (found.plausibility, found.confidence) == (0.7, Confidence.HIGH)
    cards.set_plausibility(desk.document, claim.id, None)
    assert desk.now(claim).plausibility is None


@pytest.mark.parametrize("make", ["question", "option", "note"])
def test_only_claims_and_evidence_can_be_more_or_less_true(desk: Desk, make: str) -> None:
    card = getattr(desk, make)("A")
    desk.refuses(
        lambda: cards.set_plausibility(desk.document, card.id, 0.5), "Only claims and evidence can be more or less true"
    )


def test_a_perspective_gets_the_number_and_the_map_keeps_its_own(desk: Desk) -> None:
    claim = desk.claim("A")
    cards.set_plausibility(desk.document, claim.id, 0.7)
    anna = perspectives.add_perspective(desk.document, desk.map.id, "Anna", PerspectiveKind.PERSON)
    cards.set_plausibility(desk.document, claim.id, 0.2, perspective=anna.id)
    assert desk.now(claim).plausibility == 0.7
    (override,) = desk.document.all(Override)
    assert (override.card, override.likely) == (claim.id, 0.2)
    cards.set_plausibility(desk.document, claim.id, 0.3, perspective=anna.id)
    assert [item.likely for item in desk.document.all(Override)] == [0.3]
    cards.set_plausibility(desk.document, claim.id, None, perspective=anna.id)
    assert desk.document.count(Override) == 0


def test_an_option_made_a_claim_drops_what_only_options_hold_and_keeps_its_arguments(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    cost = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    anna = perspectives.add_perspective(desk.document, desk.map.id, "Anna", PerspectiveKind.PERSON)
    scores.set_score(desk.document, option.id, cost.id, 30.0)
    scores.set_score(desk.document, option.id, cost.id, 40.0, perspective=anna.id)
    scores.set_fact(desk.document, option.id, "Price", "1 EUR")
    arguments.set_criterion(desk.document, desk.link(pro).id, cost.id)
    cards.set_kind(desk.document, option.id, CardKind.CLAIM)
    assert desk.now(option).kind is CardKind.CLAIM
    assert [desk.document.count(kind) for kind in (Score, Fact, Override)] == [0, 0, 0]
    assert desk.on(option) == [("+", "pro")]
    assert desk.link(pro).criterion is None
    check_all(desk.document)


def test_a_question_made_a_claim_lets_its_options_stand_loose(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    cards.set_kind(desk.document, question.id, CardKind.CLAIM)
    assert desk.now(option).under is None
    check_all(desk.document)


def test_a_pro_made_a_note_leaves_its_argument_and_its_number(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    cards.set_plausibility(desk.document, pro.id, 0.7)
    cards.set_kind(desk.document, pro.id, CardKind.NOTE)
    assert desk.on(option) == []
    assert desk.now(pro).plausibility is None
    cards.set_kind(desk.document, pro.id, CardKind.NOTE)
    check_all(desk.document)


def test_a_card_with_pros_and_cons_is_not_made_a_note(desk: Desk) -> None:
    claim = desk.claim("A")
    desk.pro(claim, "pro")
    desk.refuses(lambda: cards.set_kind(desk.document, claim.id, CardKind.NOTE), "A note takes no pros or cons")


def test_evidence_and_claims_change_into_each_other_in_place(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro", 0.5)
    cards.set_plausibility(desk.document, pro.id, 0.7)
    cards.set_kind(desk.document, pro.id, CardKind.EVIDENCE)
    assert desk.on(option) == [("+", "pro")]
    assert desk.now(pro).plausibility == 0.7
    note = desk.note("note", under=option)
    cards.set_kind(desk.document, note.id, CardKind.CLAIM)
    assert desk.now(note).under is None


def test_what_is_not_there_any_more_is_said(desk: Desk) -> None:
    claim = desk.claim("A")
    with desk.document.transaction(literal("Delete")):
        desk.document.delete(claim)
    with pytest.raises(RecordMissingError, match="This card is no longer there"):
        cards.set_text(desk.document, claim.id, "B")
    assert desk.document.count(Card) == 0
