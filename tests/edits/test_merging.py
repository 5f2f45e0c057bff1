"""Merging cards that say the same: one wording stands, nothing else is lost (MODEL "Merging cards")."""

import pytest

from desktop_app.edits import arguments, cards, maps, perspectives, sources
from desktop_app.edits.merging import merge_cards
from desktop_app.model.changes import ChangeSet
from desktop_app.model.records import Argument, Citation, Confidence, Override, PerspectiveKind
from desktop_app.model.rules import check_all
from tests.small_workbooks import Desk


def test_the_other_wordings_go_to_the_notes_with_how_often_it_was_said(desk: Desk) -> None:
    kept, second, third = desk.claim("Prices rise"), desk.claim("It gets dearer"), desk.claim("prices RISE")
    cards.set_notes(desk.document, kept.id, "mine")
    cards.set_notes(desk.document, second.id, "theirs")
    merge_cards(desk.document, second.id, [third.id])
    assert desk.now(second).said == 2
    merge_cards(desk.document, kept.id, [kept.id, second.id])
    merged = desk.now(kept)
    assert merged.text == "Prices rise"
    assert merged.said == 3
    assert merged.notes.splitlines() == ["mine", "Also: It gets dearer (said 2×)", "theirs", "Also: prices RISE"]
    assert desk.texts() == {"Prices rise"}


def test_merging_is_one_step(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    kept, other = desk.claim("A"), desk.claim("B")
    desk.pro(other, "below")
    desk.document.subscribe(heard.append)
    merge_cards(desk.document, kept.id, [other.id])
    assert [str(change_set.step) for change_set in heard] == ["Merge cards"]


def test_links_of_both_are_united(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    kept, other = desk.pro(first, "kept"), desk.con(second, "other")
    desk.pro(kept, "mine")
    desk.con(other, "theirs")
    note = desk.note("parked", under=other)
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.on(first) == [("+", "kept")]
    assert desk.on(second) == [("-", "kept")]
    assert desk.on(kept) == [("+", "mine"), ("-", "theirs")]
    assert desk.now(note).under == kept.id
    check_all(desk.document)


def test_two_arguments_that_now_say_the_same_become_one_with_their_undercuts(desk: Desk) -> None:
    option = desk.option("A")
    kept, other = desk.pro(option, "kept"), desk.pro(option, "other", 0.75)
    desk.undercut(kept, "not mine"), desk.undercut(other, "not theirs")
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.on(option) == [("+", "kept")]
    assert {words for _, words in desk.undercuts(kept)} == {"not mine", "not theirs"}
    assert desk.link(kept).importance == 0.75
    assert not desk.link(kept).check_again


def test_where_importances_clash_the_chosen_holds_and_is_to_be_checked_again(desk: Desk) -> None:
    option = desk.option("A")
    kept, other = desk.pro(option, "kept", 0.25), desk.pro(option, "other", 0.75)
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.link(kept).importance == 0.25
    assert desk.link(kept).check_again


def test_where_plausibilities_clash_the_chosen_holds_and_its_new_links_are_to_be_checked_again(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    kept, other = desk.pro(first, "kept"), desk.pro(second, "other")
    cards.set_plausibility(desk.document, kept.id, 0.3)
    cards.set_plausibility(desk.document, other.id, 0.9)
    cards.set_confidence(desk.document, other.id, Confidence.LOW)
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.now(kept).plausibility == 0.3
    assert desk.now(kept).confidence is Confidence.LOW
    checked = {argument.target_card: argument.check_again for argument in desk.document.all(Argument)}
    assert checked == {first.id: False, second.id: True}


def test_a_number_only_the_other_has_is_taken_over(desk: Desk) -> None:
    kept, other = desk.claim("kept"), desk.claim("other")
    cards.set_plausibility(desk.document, other.id, 0.9)
    cards.set_tags(desk.document, kept.id, ("a", "b"))
    cards.set_tags(desk.document, other.id, ("b", "c"))
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.now(kept).plausibility == 0.9
    assert desk.now(kept).tags == ("a", "b", "c")


def test_citations_are_united_and_the_same_one_is_kept_once(desk: Desk) -> None:
    kept, other = desk.claim("kept"), desk.claim("other")
    source = sources.add_source(desk.document, "smith", "A study")
    for card, page in ((kept, "p. 1"), (other, "p. 1"), (other, "p. 2")):
        sources.cite(desk.document, card.id, source.id, quote="so", locator=page)
    merge_cards(desk.document, kept.id, [other.id])
    cited = desk.document.referring(Citation, "card", kept.id)
    assert sorted(item.locator for item in cited) == ["p. 1", "p. 2"]
    assert desk.document.count(Citation) == 2


def test_other_peoples_numbers_are_united_and_theirs_on_the_chosen_card_hold(desk: Desk) -> None:
    option = desk.option("A")
    kept, other = desk.pro(option, "kept"), desk.pro(option, "other")
    anna, ben = (
        perspectives.add_perspective(desk.document, desk.map.id, name, PerspectiveKind.PERSON)
        for name in ("Anna", "Ben")
    )
    cards.set_plausibility(desk.document, kept.id, 0.1, perspective=anna.id)
    cards.set_plausibility(desk.document, other.id, 0.8, perspective=anna.id)
    cards.set_plausibility(desk.document, other.id, 0.7, perspective=ben.id)
    arguments.set_importance(desk.document, desk.link(kept).id, 0.5, perspective=anna.id)
    arguments.set_importance(desk.document, desk.link(other).id, 1.0, perspective=anna.id)
    arguments.set_importance(desk.document, desk.link(other).id, 0.25, perspective=ben.id)
    merge_cards(desk.document, kept.id, [other.id])
    link = desk.link(kept)
    numbers = {
        (item.perspective, "card" if item.card else "argument"): item.likely for item in desk.document.all(Override)
    }
    assert numbers == {
        (anna.id, "card"): 0.1,
        (ben.id, "card"): 0.7,
        (anna.id, "argument"): 0.5,
        (ben.id, "argument"): 0.25,
    }
    assert {item.argument for item in desk.document.all(Override)} == {None, link.id}


def test_premises_of_one_argument_that_are_merged_become_one(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    second = arguments.add_premise(desk.document, desk.link(first).id, "second")
    merge_cards(desk.document, first.id, [second.id])
    assert desk.on(claim) == [("+", "first")]
    check_all(desk.document)


def test_an_argument_of_several_premises_is_not_united_with_one_of_a_single(desk: Desk) -> None:
    option = desk.option("A")
    kept, other = desk.pro(option, "kept"), desk.pro(option, "other")
    arguments.add_premise(desk.document, desk.link(other).id, "and")
    merge_cards(desk.document, kept.id, [other.id])
    assert desk.on(option) == [("+", "kept"), ("+", "kept & and")]


@pytest.mark.parametrize("make", ["option", "question", "note"])
def test_only_claims_and_evidence_are_merged(desk: Desk, make: str) -> None:
    kept, other = desk.claim("kept"), getattr(desk, make)("other")
    desk.refuses(lambda: merge_cards(desk.document, kept.id, [other.id]), "Only claims and evidence of one map")
    desk.refuses(lambda: merge_cards(desk.document, other.id, [kept.id]), "Only claims and evidence of one map")


def test_cards_of_different_maps_are_not_merged(desk: Desk) -> None:
    elsewhere = maps.add_map(desk.document, "Other")
    stranger = cards.add_claim(desk.document, elsewhere.id, "stranger")
    kept = desk.claim("kept")
    desk.refuses(lambda: merge_cards(desk.document, kept.id, [stranger.id]), "of one map")


def test_a_card_is_not_merged_with_what_speaks_for_it(desk: Desk) -> None:
    kept = desk.claim("kept")
    other = desk.pro(kept, "other")
    desk.refuses(lambda: merge_cards(desk.document, kept.id, [other.id]), "can't speak for or against itself")
    below = desk.con(other, "below")
    desk.refuses(lambda: merge_cards(desk.document, kept.id, [below.id]), "in a loop")
