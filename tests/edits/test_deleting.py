"""Deleting: with the branch, or one card with what hangs on it kept (MODEL "Deleting")."""

from desktop_app.edits import arguments, cards, criteria, sources
from desktop_app.edits.deleting import delete_branch, delete_keeping_children
from desktop_app.model.records import Argument, Card, CardKind, Citation, Premise, Stance
from desktop_app.model.rules import check_all
from tests.small_workbooks import Desk


def test_a_branch_goes_with_everything_that_hangs_on_it(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    pro = desk.pro(option, "pro")
    desk.undercut(pro, "not relevant")
    desk.con(desk.con(pro, "con"), "answer")
    desk.note("parked", under=option)
    desk.option("B", under=question)
    delete_branch(desk.document, option.id)
    assert desk.texts() == {"Q", "B"}
    assert desk.document.count(Argument) == desk.document.count(Premise) == 0
    check_all(desk.document)


def test_a_card_that_also_serves_elsewhere_survives_a_deleted_branch(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    shared = desk.pro(first, "shared")
    desk.pro(shared, "below")
    arguments.link_card(desk.document, shared.id, second.id, Stance.OPPOSES)
    delete_branch(desk.document, first.id)
    assert desk.texts() == {"second", "shared", "below"}
    assert desk.on(second) == [("-", "shared")]


def test_deleting_one_use_of_a_card_takes_only_that_link(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    shared = desk.pro(first, "shared")
    link = arguments.link_card(desk.document, shared.id, second.id, Stance.OPPOSES)
    delete_branch(desk.document, shared.id, link=link.id)
    assert desk.on(second) == []
    assert desk.on(first) == [("+", "shared")]
    delete_branch(desk.document, shared.id, link=desk.link(shared).id)
    assert desk.texts() == {"first", "second"}


def test_deleting_a_joined_premise_leaves_the_others_and_their_argument(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    second = arguments.add_premise(desk.document, desk.link(first).id, "second")
    delete_branch(desk.document, first.id)
    assert desk.on(claim) == [("+", "second")]
    delete_branch(desk.document, second.id)
    assert desk.on(claim) == []
    assert desk.document.count(Argument) == 0


def test_what_speaks_against_an_argument_goes_only_with_its_last_premise(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    second = arguments.add_premise(desk.document, desk.link(first).id, "second")
    desk.undercut(first, "not relevant")
    delete_branch(desk.document, first.id)
    assert "not relevant" in desk.texts()
    delete_branch(desk.document, second.id)
    assert desk.texts() == {"claim"}


def test_citations_go_with_their_card_and_sources_stay(desk: Desk) -> None:
    claim = desk.claim("claim")
    source = sources.add_source(desk.document, "smith", "A study")
    sources.cite(desk.document, claim.id, source.id)
    delete_branch(desk.document, claim.id)
    assert desk.document.count(Citation) == 0
    assert desk.document.find(type(source), source.id) == source


def test_a_con_of_a_con_becomes_a_pro_when_the_con_between_is_deleted_and_is_to_be_checked_again(desk: Desk) -> None:
    option = desk.option("A")
    con = desk.con(option, "con")
    answer, strengthening = desk.con(con, "answer", 0.75), desk.pro(con, "strengthening")
    delete_keeping_children(desk.document, con.id)
    assert desk.on(option) == [("+", "answer"), ("-", "strengthening")]
    for card in (answer, strengthening):
        assert desk.link(card).check_again
    assert desk.link(answer).importance == 0.75
    assert "con" not in desk.texts()


def test_children_of_a_pro_keep_their_stance_when_the_pro_between_is_deleted(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    desk.pro(pro, "for"), desk.con(pro, "against")
    delete_keeping_children(desk.document, pro.id, link=desk.link(pro).id)
    assert desk.on(option) == [("+", "for"), ("-", "against")]


def test_arguments_of_a_root_stand_by_themselves_when_it_is_deleted(desk: Desk) -> None:
    claim = desk.claim("claim")
    pro = desk.pro(claim, "pro")
    desk.con(pro, "con")
    delete_keeping_children(desk.document, claim.id)
    assert desk.texts() == {"pro", "con"}
    assert desk.on(pro) == [("-", "con")]
    assert not desk.document.has_referring(Premise, "card", pro.id)


def test_arguments_on_an_option_move_to_its_question(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    desk.pro(option, "pro"), desk.con(option, "con")
    note = desk.note("parked", under=option)
    delete_keeping_children(desk.document, option.id)
    assert desk.on(question) == [("+", "pro"), ("-", "con")]
    assert desk.now(note).under == question.id


def test_options_of_a_deleted_question_stand_loose(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    delete_keeping_children(desk.document, question.id)
    assert desk.now(option).under is None


def test_what_would_support_an_argument_becomes_a_note_beside_it(desk: Desk) -> None:
    claim = desk.claim("claim")
    pro = desk.pro(claim, "pro")
    undercut = desk.undercut(pro, "not relevant")
    support, attack = desk.pro(undercut, "because"), desk.con(undercut, "it is")
    cards.set_plausibility(desk.document, attack.id, 0.9)
    delete_keeping_children(desk.document, undercut.id)
    # An undercut's pro opposes what the undercut opposes; its con would support it.
    assert desk.undercuts(pro) == [("-", "because")]
    assert desk.notes_under(pro) == ["it is"]
    assert desk.now(attack).kind is CardKind.NOTE
    assert desk.now(attack).plausibility is None
    assert desk.link(support).check_again
    check_all(desk.document)


def test_what_spoke_against_a_deleted_argument_is_parked_as_a_note(desk: Desk) -> None:
    claim = desk.claim("claim")
    pro = desk.pro(claim, "pro")
    undercut = desk.undercut(pro, "not relevant")
    delete_keeping_children(desk.document, pro.id)
    assert desk.notes_under(claim) == ["not relevant"]
    assert desk.now(undercut).under == claim.id


def test_a_parked_card_with_pros_and_cons_of_its_own_stands_by_itself_instead(desk: Desk) -> None:
    claim = desk.claim("claim")
    pro = desk.pro(claim, "pro")
    undercut = desk.undercut(pro, "not relevant")
    desk.pro(undercut, "because")
    delete_keeping_children(desk.document, pro.id)
    assert desk.now(undercut).kind is CardKind.CLAIM
    assert desk.now(undercut).under is None
    assert desk.on(undercut) == [("+", "because")]


def test_keeping_children_of_one_use_takes_only_that_link(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    shared = desk.pro(first, "shared")
    desk.pro(shared, "below")
    link = arguments.link_card(desk.document, shared.id, second.id, Stance.OPPOSES)
    delete_keeping_children(desk.document, shared.id, link=link.id)
    assert desk.on(second) == []
    assert desk.on(shared) == [("+", "below")]


def test_a_joined_premise_deleted_alone_leaves_the_argument_and_its_undercuts(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    arguments.add_premise(desk.document, desk.link(first).id, "second")
    desk.undercut(first, "not relevant")
    desk.pro(first, "for the first")
    delete_keeping_children(desk.document, first.id)
    assert desk.on(claim) == [("+", "second"), ("+", "for the first")]
    second = next(card for card in desk.document.all(Card) if card.text == "second")
    assert desk.undercuts(second) == [("-", "not relevant")]


def test_a_criterion_stays_only_with_what_still_speaks_to_an_option(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    pro = desk.pro(option, "pro")
    cost = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    arguments.set_criterion(desk.document, desk.link(pro).id, cost.id)
    delete_keeping_children(desk.document, option.id)
    assert desk.on(question) == [("+", "pro")]
    assert desk.link(pro).criterion is None
