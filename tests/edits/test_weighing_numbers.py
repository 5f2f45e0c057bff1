"""Criteria, scores, facts and perspectives: the numbers beside the arguments."""

import pytest

from desktop_app.edits import cards, criteria, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.ids import FactId
from desktop_app.model.records import (
    Confidence,
    Criterion,
    Fact,
    Judgement,
    Level,
    Override,
    Perspective,
    PerspectiveKind,
    Score,
    ScoreMode,
)
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk


def person(desk: Desk, name: str = "Anna") -> Perspective:
    return perspectives.add_perspective(desk.document, desk.map.id, name, PerspectiveKind.PERSON)


def add(desk: Desk, *names: str) -> list[Criterion]:
    return [criteria.add_criterion(desk.document, desk.map.id, name) for name in names]


def now(desk: Desk, criterion: Criterion) -> Criterion:
    return desk.document.get(Criterion, criterion.id)


def test_a_criterion_is_named_asked_weighed_and_ordered(desk: Desk) -> None:
    cost, speed = add(desk, "Cost", "Speed")
    document = desk.document
    criteria.rename_criterion(document, cost.id, "Price")
    criteria.set_question(document, cost.id, "How dear is it?")
    criteria.set_direction(document, cost.id, "lower is better")
    criteria.set_red_line(document, cost.id, 20.0)
    criteria.share_doubt(document, cost.id, shared=True)
    criteria.set_weight(document, cost.id, 80.0)
    found = now(desk, cost)
    assert (found.name, found.question, found.direction) == ("Price", "How dear is it?", "lower is better")
    assert (found.red_line, found.shared_doubt, found.weight) == (20.0, True, 80.0)
    assert now(desk, speed).weight == 50.0
    criteria.move_criterion(document, speed.id, beside=cost.id, before=True)
    assert [item.name for item in reads.criteria(document, desk.map.id)] == ["Speed", "Price"]


def test_a_locked_weight_is_refused_until_it_is_unlocked(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    criteria.lock_weight(desk.document, cost.id, locked=True)
    desk.refuses(lambda: criteria.set_weight(desk.document, cost.id, 10.0), "The weight of Cost is locked")
    criteria.lock_weight(desk.document, cost.id, locked=False)
    criteria.set_weight(desk.document, cost.id, 10.0)
    assert now(desk, cost).weight == 10.0


def test_a_new_scale_makes_a_weight_given_before_stale_until_it_is_given_again(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    criteria.set_levels(desk.document, cost.id, [(0.0, "much"), (50.0, "some"), (100.0, "none")])
    assert not now(desk, cost).stale
    criteria.set_levels(desk.document, cost.id, [(100.0, "none"), (0.0, "much"), (50.0, "some")])
    assert not now(desk, cost).stale
    criteria.set_levels(desk.document, cost.id, [(0.0, "ruin"), (100.0, "none")])
    assert now(desk, cost).stale
    assert [(level.value, level.label) for level in reads.levels(desk.document, cost.id)] == [
        (0.0, "ruin"),
        (100.0, "none"),
    ]
    criteria.set_weight(desk.document, cost.id, 60.0)
    assert not now(desk, cost).stale


def test_deleting_a_criterion_takes_its_scale_scores_and_comparisons_along(desk: Desk) -> None:
    cost, speed = add(desk, "Cost", "Speed")
    option = desk.option("A")
    criteria.set_levels(desk.document, cost.id, [(0.0, "much")])
    scores.set_score(desk.document, option.id, cost.id, 30.0)
    criteria.set_judgement(desk.document, cost.id, speed.id, 3.0)
    criteria.delete_criterion(desk.document, cost.id)
    assert [desk.document.count(kind) for kind in (Level, Score, Judgement)] == [0, 0, 0]
    assert desk.document.count(Criterion) == 1


def test_two_criteria_have_one_comparison_whichever_way_it_was_given(desk: Desk) -> None:
    cost, speed, _ = add(desk, "Cost", "Speed", "Scope")
    criteria.set_judgement(desk.document, cost.id, speed.id, 3.0)
    criteria.set_judgement(desk.document, speed.id, cost.id, 5.0)
    (found,) = desk.document.all(Judgement)
    assert (found.first, found.second, found.ratio) == (speed.id, cost.id, 5.0)
    criteria.set_judgement(desk.document, cost.id, speed.id, None)
    assert desk.document.count(Judgement) == 0
    desk.refuses(lambda: criteria.set_judgement(desk.document, cost.id, cost.id, 2.0), "compared with another one")


def test_not_scored_dont_know_and_a_score_are_three_different_things(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    option = desk.option("A")
    assert reads.score(desk.document, option.id, cost.id) is None
    scores.set_score(desk.document, option.id, cost.id, None)
    assert desk.score(option, cost).likely is None
    scores.set_score(desk.document, option.id, cost.id, 40.0, low=20.0, high=60.0, confidence=Confidence.LOW)
    found = desk.score(option, cost)
    assert (found.low, found.likely, found.high, found.confidence) == (20.0, 40.0, 60.0, Confidence.LOW)
    assert desk.document.count(Score) == 1
    scores.clear_score(desk.document, option.id, cost.id)
    scores.clear_score(desk.document, option.id, cost.id)
    assert reads.score(desk.document, option.id, cost.id) is None


def test_a_judged_number_is_kept_while_arguments_decide(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    option = desk.option("A")
    scores.set_score(desk.document, option.id, cost.id, 40.0)
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.ARGUED)
    scores.set_score_note(desk.document, option.id, cost.id, "because")
    found = desk.score(option, cost)
    assert (found.mode, found.likely, found.note) == (ScoreMode.ARGUED, 40.0, "because")
    scores.set_score(desk.document, option.id, cost.id, 50.0)
    found = desk.score(option, cost)
    assert (found.mode, found.likely, found.note) == (ScoreMode.JUDGED, 50.0, "because")


def test_a_fact_stands_beside_an_option_until_it_is_emptied(desk: Desk) -> None:
    option = desk.option("A")
    scores.set_fact(desk.document, option.id, "Cost", "2 m EUR")
    scores.set_fact(desk.document, option.id, "Cost", "3 m EUR")
    (found,) = desk.document.all(Fact)
    assert (found.value, found.amount) == ("3 m EUR", 3.0)
    scores.set_fact(desk.document, option.id, "Cost", "not before 2030")
    assert [fact.amount for fact in desk.document.all(Fact)] == [None]
    scores.set_fact(desk.document, option.id, "Cost", "")
    scores.set_fact(desk.document, option.id, "Timing", "")
    assert desk.document.count(Fact) == 0
    claim = desk.claim("claim")
    desk.refuses(lambda: scores.set_fact(desk.document, claim.id, "Cost", "much"), "Only options have scores and facts")


def test_a_perspective_overlays_all_raw_weights_or_none(desk: Desk) -> None:
    cost, speed, scope = add(desk, "Cost", "Speed", "Scope")
    criteria.set_weight(desk.document, scope.id, 20.0)
    anna = person(desk)
    criteria.set_weight(desk.document, cost.id, 90.0, perspective=anna.id)
    numbers = {item.criterion: item.likely for item in desk.document.all(Override)}
    assert numbers == {cost.id: 90.0, speed.id: 50.0, scope.id: 20.0}
    assert now(desk, cost).weight == 50.0
    criteria.set_weight(desk.document, speed.id, 10.0, perspective=anna.id)
    numbers = {item.criterion: item.likely for item in desk.document.all(Override)}
    assert numbers == {cost.id: 90.0, speed.id: 10.0, scope.id: 20.0}
    perspectives.set_weights(desk.document, anna.id, {})
    assert desk.document.count(Override) == 0


def test_a_perspective_scores_without_touching_the_maps_score(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    option = desk.option("A")
    scores.set_score(desk.document, option.id, cost.id, 40.0)
    anna, ben = person(desk), person(desk, "Ben")
    scores.set_score(desk.document, option.id, cost.id, 70.0, low=60.0, high=80.0, perspective=anna.id)
    scores.set_score(desk.document, option.id, cost.id, 10.0, confidence=Confidence.HIGH, perspective=ben.id)
    assert desk.score(option, cost).likely == 40.0
    numbers = {item.perspective: (item.low, item.likely, item.high) for item in desk.document.all(Override)}
    assert numbers == {anna.id: (60.0, 70.0, 80.0), ben.id: (None, 10.0, None)}
    scores.set_score(desk.document, option.id, cost.id, None, perspective=anna.id)
    assert [item.perspective for item in desk.document.all(Override)] == [ben.id]


def test_a_perspective_is_named_coloured_shared_and_deleted_with_its_numbers_alone(desk: Desk) -> None:
    claim = desk.claim("A")
    cards.set_plausibility(desk.document, claim.id, 0.6)
    anna, ben = person(desk), person(desk, "Ben")
    for who in (anna, ben):
        cards.set_plausibility(desk.document, claim.id, 0.1, perspective=who.id)
    perspectives.rename_perspective(desk.document, anna.id, "Anna B.")
    perspectives.set_share(desk.document, anna.id, 2.5)
    perspectives.set_colour(desk.document, anna.id, "#005a8c")
    found = desk.document.get(Perspective, anna.id)
    assert (found.name, found.share, found.colour, found.kind) == ("Anna B.", 2.5, "#005a8c", PerspectiveKind.PERSON)
    perspectives.delete_perspective(desk.document, anna.id)
    assert [item.perspective for item in desk.document.all(Override)] == [ben.id]
    assert desk.now(claim).plausibility == 0.6


def test_a_weight_is_confirmed_although_the_scale_changed(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    criteria.set_levels(desk.document, cost.id, [(0.0, "much")])
    criteria.set_levels(desk.document, cost.id, [(0.0, "ruin")])
    assert now(desk, cost).stale
    criteria.confirm_weight(desk.document, cost.id)
    assert not now(desk, cost).stale


def test_a_cell_that_was_only_ever_argued_is_not_scored_once_it_is_judged_by_hand(desk: Desk) -> None:
    (cost,) = add(desk, "Cost")
    option = desk.option("A")
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.JUDGED)
    assert reads.score(desk.document, option.id, cost.id) is None
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.ARGUED)
    assert desk.score(option, cost).mode is ScoreMode.ARGUED
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.JUDGED)
    assert reads.score(desk.document, option.id, cost.id) is None
    scores.set_score(desk.document, option.id, cost.id, 40.0)
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.ARGUED)
    scores.set_score_mode(desk.document, option.id, cost.id, ScoreMode.JUDGED)
    assert desk.score(option, cost).likely == 40.0


def test_a_fact_is_renamed_and_deleted_on_every_option_of_its_map(desk: Desk) -> None:
    document, map_id = desk.document, desk.map.id
    first, second = desk.option("A"), desk.option("B")
    for option in (first, second):
        scores.set_fact(document, option.id, "Cost", "some")
    scores.set_fact(document, second.id, "Timing", "soon")
    scores.rename_fact(document, map_id, "Cost", "  Price   now ")
    scores.rename_fact(document, map_id, "Price now", "Price now")
    assert [fact.name for fact in reads.facts(document, second.id)] == ["Price now", "Timing"]
    desk.refuses(lambda: scores.rename_fact(document, map_id, "Price now", "Timing"), "of this name already")
    desk.refuses(lambda: scores.rename_fact(document, map_id, "Price now", " "), "A fact needs a name")
    scores.delete_fact(document, map_id, "Price now")
    assert [fact.name for fact in document.all(Fact)] == ["Timing"]


def test_perspectives_move_among_each_other_and_stop_at_the_ends(desk: Desk) -> None:
    names = ["Anna", "Ben", "Cem"]
    anna, _, cem = (person(desk, name) for name in names)

    def order() -> list[str]:
        return [item.name for item in reads.perspectives(desk.document, desk.map.id)]

    perspectives.move_perspective(desk.document, cem.id, -1)
    assert order() == ["Anna", "Cem", "Ben"]
    perspectives.move_perspective(desk.document, anna.id, 5)
    assert order() == ["Cem", "Ben", "Anna"]
    before = desk.document.get(Perspective, cem.id)
    perspectives.move_perspective(desk.document, cem.id, -1)
    assert desk.document.get(Perspective, cem.id) == before


def test_a_perspective_becomes_of_another_kind(desk: Desk) -> None:
    anna = person(desk, "Anna")
    perspectives.set_kind(desk.document, anna.id, PerspectiveKind.SCENARIO)
    assert desk.document.get(Perspective, anna.id).kind is PerspectiveKind.SCENARIO


def test_the_amounts_of_a_row_are_in_one_unit_and_never_differ_from_their_texts(desk: Desk) -> None:
    """A cost retyped goes stale nowhere: neither in its own cell nor in those counted in its unit."""
    options = [desk.option(name) for name in "ABC"]
    for option, text in zip(options, ("£24m", "41", "£0.5bn"), strict=True):
        scores.set_fact(desk.document, option.id, "Cost", text)

    def amounts() -> dict[str, float | None]:
        return {fact.value: fact.amount for fact in desk.document.all(Fact)}

    assert amounts() == {"£24m": 24, "41": 41, "£0.5bn": 500}
    scores.set_fact(desk.document, options[0].id, "Cost", "£2bn")
    assert amounts() == {"£2bn": 2, "41": 41, "£0.5bn": 0.5}
    scores.set_fact(desk.document, options[0].id, "Cost", "unknown")
    assert amounts() == {"unknown": None, "41": 41, "£0.5bn": 0.5}


@pytest.mark.parametrize("text", ["500000", "€9m"])
def test_an_amount_goes_when_what_is_typed_beside_it_makes_it_compare_no_more(desk: Desk, text: str) -> None:
    options = [desk.option(name) for name in "ABC"]
    scores.set_fact(desk.document, options[2].id, "Cost", text)
    assert [fact.amount for fact in desk.document.all(Fact)] != [None]
    for option in options[:2]:
        scores.set_fact(desk.document, option.id, "Cost", "£24m")
    assert {fact.value: fact.amount for fact in desk.document.all(Fact)} == {"£24m": 24, text: None}


def test_an_amount_that_came_with_a_file_stays_where_its_text_is_none(desk: Desk) -> None:
    first, second = desk.option("A"), desk.option("B")
    with desk.document.transaction(literal("As imported")):
        desk.document.add(Fact(FactId(desk.document.new_id(Fact)), first.id, "Cost", "about forty", 40.0))
    scores.set_fact(desk.document, second.id, "Cost", "24")
    assert {fact.value: fact.amount for fact in desk.document.all(Fact)} == {"about forty": 40, "24": 24}
