"""Pros, cons, evidence, undercuts and co-premises: adding, weighing and turning them."""

from collections.abc import Callable

import pytest

from desktop_app.edits import arguments, criteria, perspectives
from desktop_app.model.errors import RecordMissingError
from desktop_app.model.records import Argument, CardKind, Criterion, Override, PerspectiveKind, Stance
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk


def test_each_way_of_adding_makes_a_card_an_argument_and_the_step_says_which(desk: Desk) -> None:
    heard = []
    option = desk.option("A")
    desk.document.subscribe(lambda change_set: heard.append(str(change_set.step)))
    arguments.add_pro(desk.document, option.id, "pro")
    arguments.add_con(desk.document, option.id, "con")
    evidence = arguments.add_evidence(desk.document, option.id, "evidence")
    arguments.add_undercut(desk.document, desk.link(evidence).id, "not relevant")
    arguments.add_premise(desk.document, desk.link(evidence).id, "and")
    assert desk.on(option) == [("+", "pro"), ("-", "con"), ("+", "evidence & and")]
    assert desk.undercuts(evidence) == [("-", "not relevant")]
    assert desk.now(evidence).kind is CardKind.EVIDENCE
    assert heard == ["Add pro", "Add con", "Add evidence", "Add “not relevant”", "Add “only together”"]


def test_new_arguments_are_not_weighed(desk: Desk) -> None:
    pro = desk.pro(desk.option("A"), "pro")
    assert desk.link(pro).importance is None
    assert desk.now(pro).plausibility is None


def test_undercuts_of_undercuts_work_the_same(desk: Desk) -> None:
    pro = desk.pro(desk.option("A"), "pro")
    undercut = desk.undercut(pro, "not relevant")
    desk.undercut(undercut, "it is")
    assert desk.undercuts(undercut) == [("-", "it is")]


def test_supporting_an_argument_is_not_offered(desk: Desk) -> None:
    pro = desk.pro(desk.option("A"), "pro")
    undercut = desk.undercut(pro, "not relevant")
    desk.refuses(lambda: arguments.flip_stance(desk.document, desk.link(undercut).id), "only say that it is not rel")


def test_an_existing_card_becomes_a_further_premise_or_serves_again(desk: Desk) -> None:
    option, other = desk.option("A"), desk.option("B")
    pro, loose = desk.pro(option, "pro"), desk.claim("loose")
    link = desk.link(pro)
    arguments.join_premise(desk.document, link.id, loose.id)
    assert desk.on(option) == [("+", "pro & loose")]
    arguments.link_card(desk.document, pro.id, other.id, Stance.OPPOSES)
    arguments.link_undercut(desk.document, loose.id, desk.link(desk.con(other, "con")).id)
    assert desk.on(other) == [("-", "pro"), ("-", "con")]
    desk.refuses(lambda: arguments.join_premise(desk.document, link.id, loose.id), "serves an argument once")


def test_flipping_turns_a_pro_into_a_con_and_back_and_keeps_its_numbers(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro", 0.75)
    arguments.flip_stance(desk.document, desk.link(pro).id)
    assert desk.on(option) == [("-", "pro")]
    assert desk.link(pro).importance == 0.75
    arguments.flip_stance(desk.document, desk.link(pro).id)
    assert desk.on(option) == [("+", "pro")]


def test_whoever_weighs_or_confirms_an_argument_has_checked_it(desk: Desk) -> None:
    pro, con = desk.pro(desk.option("A"), "pro"), desk.con(desk.option("B"), "con")
    with desk.document.transaction(literal("Mark")):
        for card in (pro, con):
            desk.document.change(desk.link(card), check_again=True)
    arguments.set_importance(desk.document, desk.link(pro).id, 0.5)
    arguments.confirm(desk.document, desk.link(con).id)
    assert not desk.link(pro).check_again
    assert not desk.link(con).check_again
    arguments.set_importance(desk.document, desk.link(pro).id, None)
    assert desk.link(pro).importance is None


def test_a_perspective_weighs_an_argument_without_touching_the_maps_number(desk: Desk) -> None:
    pro = desk.pro(desk.option("A"), "pro", 0.25)
    anna = perspectives.add_perspective(desk.document, desk.map.id, "Anna", PerspectiveKind.PERSON)
    arguments.set_importance(desk.document, desk.link(pro).id, 1.0, perspective=anna.id)
    assert desk.link(pro).importance == 0.25
    (override,) = desk.document.all(Override)
    assert (override.argument, override.likely) == (desk.link(pro).id, 1.0)


def test_a_pro_of_an_option_speaks_to_a_criterion_and_deeper_ones_do_not(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    below = desk.pro(pro, "below")
    cost = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    arguments.set_criterion(desk.document, desk.link(pro).id, cost.id)
    assert desk.link(pro).criterion == cost.id
    desk.refuses(
        lambda: arguments.set_criterion(desk.document, desk.link(below).id, cost.id), "Only a pro or con of an option"
    )
    arguments.set_criterion(desk.document, desk.link(pro).id, None)
    assert desk.link(pro).criterion is None
    arguments.set_criterion(desk.document, desk.link(pro).id, cost.id)
    criteria.delete_criterion(desk.document, cost.id)
    assert desk.link(pro).criterion is None
    assert desk.document.find(Argument, desk.link(pro).id) is not None
    assert desk.document.find(Criterion, cost.id) is None


def test_arguments_of_one_target_change_places_and_others_do_not(desk: Desk) -> None:
    option = desk.option("A")
    first, last = desk.pro(option, "first"), desk.con(option, "last")
    arguments.move_argument_beside(desk.document, desk.link(last).id, desk.link(first).id, before=True)
    assert desk.on(option) == [("-", "last"), ("+", "first")]
    one, two = desk.undercut(first, "one"), desk.undercut(first, "two")
    arguments.move_argument_beside(desk.document, desk.link(one).id, desk.link(two).id, before=False)
    assert desk.undercuts(first) == [("-", "two"), ("-", "one")]
    desk.refuses(
        lambda: arguments.move_argument_beside(desk.document, desk.link(one).id, desk.link(last).id, before=True),
        "Only what belongs to the same thing",
    )


@pytest.mark.parametrize("add", [arguments.add_pro, arguments.add_undercut, arguments.add_premise])
def test_nothing_speaks_for_or_against_what_is_not_there(desk: Desk, add: Callable[..., object]) -> None:
    desk.option("A")
    before = desk.state()
    with pytest.raises(RecordMissingError, match="no longer there"):
        add(desk.document, 404, "text")
    assert desk.state() == before


def test_dragging_between_columns_turns_an_argument_and_puts_it_in_its_place_in_one_step(desk: Desk) -> None:
    heard = []
    option = desk.option("A")
    pro, con, last = desk.pro(option, "pro", 0.75), desk.con(option, "con"), desk.con(option, "last")
    desk.document.subscribe(lambda change_set: heard.append(str(change_set.step)))
    moved = desk.link(pro).id
    arguments.put_in_column(desk.document, moved, Stance.OPPOSES, beside=desk.link(last).id, before=True)
    assert desk.on(option) == [("-", "con"), ("-", "pro"), ("-", "last")]
    assert desk.link(pro).importance == 0.75
    arguments.put_in_column(desk.document, moved, Stance.OPPOSES, beside=desk.link(con).id, before=True)
    arguments.put_in_column(desk.document, moved, Stance.SUPPORTS, beside=None, before=False)
    assert desk.on(option) == [("+", "pro"), ("-", "con"), ("-", "last")]
    assert heard == ["Make it a con", "Move", "Make it a pro"]
