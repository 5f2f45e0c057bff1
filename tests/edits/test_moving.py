"""Moving: under another card, beside it, up and down, out and in. Numbers go along, to be checked again."""

from collections.abc import Callable
from functools import partial

from desktop_app.edits import arguments, cards, criteria, maps, sections
from desktop_app.edits.moving import (
    demote,
    hang_under,
    make_root,
    move_down,
    move_root_beside,
    move_under,
    move_up,
    promote,
)
from desktop_app.model import reads
from desktop_app.model.ids import CardId, CriterionId, MapId, SectionId
from desktop_app.model.records import CardKind, Premise, Stance
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk


def test_a_card_moved_under_another_keeps_its_numbers_to_be_checked_again(desk: Desk) -> None:
    first, second = desk.option("A"), desk.option("B")
    pro = desk.pro(first, "pro", 0.75)
    cards.set_plausibility(desk.document, pro.id, 0.6)
    desk.con(second, "there already")
    link = desk.link(pro)
    moved = move_under(desk.document, pro.id, second.id, Stance.OPPOSES, link=link.id)
    assert moved.id == link.id
    assert desk.on(first) == []
    assert desk.on(second) == [("-", "there already"), ("-", "pro")]
    assert desk.link(pro).importance == 0.75
    assert desk.link(pro).check_again
    assert desk.now(pro).plausibility == 0.6


def test_dropped_where_it_hung_a_card_only_changes_its_stance(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro", 0.75)
    move_under(desk.document, pro.id, option.id, Stance.OPPOSES, link=desk.link(pro).id)
    assert desk.on(option) == [("-", "pro")]
    assert not desk.link(pro).check_again


def test_turned_round_where_it_hangs_an_argument_is_still_to_be_checked_again(desk: Desk) -> None:
    first, second = desk.option("A"), desk.option("B")
    pro = desk.pro(first, "pro", 0.75)
    move_under(desk.document, pro.id, second.id, Stance.SUPPORTS, link=desk.link(pro).id)
    move_under(desk.document, pro.id, second.id, Stance.OPPOSES, link=desk.link(pro).id)
    assert desk.link(pro).check_again


def test_a_criterion_goes_along_to_another_option_and_is_dropped_elsewhere(desk: Desk) -> None:
    first, second, claim = desk.option("A"), desk.option("B"), desk.claim("claim")
    pro = desk.pro(first, "pro")
    cost = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    arguments.set_criterion(desk.document, desk.link(pro).id, cost.id)
    move_under(desk.document, pro.id, second.id, Stance.SUPPORTS, link=desk.link(pro).id)
    assert desk.link(pro).criterion == cost.id
    move_under(desk.document, pro.id, claim.id, Stance.SUPPORTS, link=desk.link(pro).id)
    assert desk.link(pro).criterion is None


def test_a_note_or_a_loose_claim_becomes_a_pro_or_con_of_what_it_is_moved_under(desk: Desk) -> None:
    option = desk.option("A")
    note, claim = desk.note("note", under=option), desk.claim("claim")
    move_under(desk.document, note.id, option.id, Stance.SUPPORTS)
    move_under(desk.document, claim.id, option.id, Stance.OPPOSES)
    assert desk.on(option) == [("+", "note"), ("-", "claim")]
    assert desk.now(note).kind is CardKind.CLAIM
    assert desk.now(note).under is None


def test_a_premise_moved_away_leaves_the_others_it_held_together_with(desk: Desk) -> None:
    option, other = desk.option("A"), desk.option("B")
    first = desk.pro(option, "first")
    second = arguments.add_premise(desk.document, desk.link(first).id, "second")
    link = desk.link(second)
    move_under(desk.document, second.id, other.id, Stance.OPPOSES, link=link.id)
    assert desk.on(option) == [("+", "first")]
    assert desk.on(other) == [("-", "second")]


def test_an_undercut_moved_under_a_card_speaks_about_the_card(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    undercut = desk.undercut(pro, "not relevant")
    move_under(desk.document, undercut.id, option.id, Stance.OPPOSES, link=desk.link(undercut).id)
    assert desk.undercuts(pro) == []
    assert desk.on(option) == [("+", "pro"), ("-", "not relevant")]


def test_options_and_questions_do_not_become_pros_and_a_card_is_not_moved_below_itself(desk: Desk) -> None:
    question = desk.question()
    option = desk.option("A", under=question)
    pro = desk.pro(option, "pro")
    below = desk.con(pro, "below")
    for card in (question, option):
        desk.refuses(
            partial(move_under, desk.document, card.id, pro.id, Stance.SUPPORTS), "can't serve as pros or cons"
        )
    link = desk.link(pro).id
    desk.refuses(lambda: move_under(desk.document, pro.id, below.id, Stance.SUPPORTS, link=link), "in a loop")
    desk.refuses(lambda: move_under(desk.document, pro.id, pro.id, Stance.SUPPORTS, link=link), "itself")
    note = desk.note("note")
    desk.refuses(lambda: move_under(desk.document, pro.id, note.id, Stance.SUPPORTS, link=link), "takes no pros")


def test_a_card_taken_off_stands_last_among_the_roots(desk: Desk) -> None:
    option = desk.option("A")
    pro = desk.pro(option, "pro")
    note = desk.note("note", under=option)
    make_root(desk.document, pro.id, link=desk.link(pro).id)
    make_root(desk.document, note.id)
    assert desk.on(option) == []
    assert desk.now(note).under is None
    roots = [card for card in reads.by_rank(reads.cards(desk.document, desk.map.id)) if card.under is None]
    assert [card.text for card in roots] == ["A", "pro", "note"]


def test_options_and_notes_move_under_another_card_last_of_their_kind(desk: Desk) -> None:
    first, second = desk.question("first"), desk.question("second")
    option, note = desk.option("A", under=first), desk.note("note", under=first)
    desk.option("B", under=second)
    hang_under(desk.document, option.id, second.id)
    hang_under(desk.document, note.id, option.id)
    assert [card.text for card in reads.cards_under(desk.document, second.id, CardKind.OPTION)] == ["B", "A"]
    assert desk.notes_under(option) == ["note"]
    desk.refuses(lambda: hang_under(desk.document, option.id, note.id), "stands under a question")
    claim = desk.claim("claim")
    desk.refuses(lambda: hang_under(desk.document, claim.id, first.id), "Only options and notes hang")


def test_up_and_down_change_places_with_the_sibling_and_stop_at_the_ends(desk: Desk) -> None:
    option = desk.option("A")
    first, second = desk.pro(option, "first"), desk.con(option, "second")
    assert not move_up(desk.document, first.id, link=desk.link(first).id)
    assert move_down(desk.document, first.id, link=desk.link(first).id)
    assert desk.on(option) == [("-", "second"), ("+", "first")]
    assert not move_down(desk.document, first.id, link=desk.link(first).id)
    assert move_up(desk.document, first.id, link=desk.link(first).id)
    assert desk.on(option) == [("+", "first"), ("-", "second")]
    assert move_up(desk.document, second.id, link=desk.link(second).id)


def test_up_and_down_move_options_roots_undercuts_and_joined_premises_alike(desk: Desk) -> None:
    question = desk.question("Q")
    first, second = desk.option("A", under=question), desk.option("B", under=question)
    assert move_up(desk.document, second.id)
    assert [card.text for card in reads.cards_under(desk.document, question.id, CardKind.OPTION)] == ["B", "A"]
    desk.claim("root")
    assert move_down(desk.document, question.id)
    pro = desk.pro(first, "one")
    one, two = desk.undercut(pro, "first doubt"), desk.undercut(pro, "second doubt")
    assert move_up(desk.document, two.id, link=desk.link(two).id)
    assert desk.undercuts(pro) == [("-", "second doubt"), ("-", "first doubt")]
    assert not move_down(desk.document, one.id, link=desk.link(one).id)
    link = desk.link(pro).id
    middle = arguments.add_premise(desk.document, link, "two")
    arguments.add_premise(desk.document, link, "three")
    assert move_down(desk.document, middle.id, link=link)
    assert desk.on(first) == [("+", "one & three & two")]


def test_promoting_puts_a_pro_right_after_the_one_it_hung_on(desk: Desk) -> None:
    option = desk.option("A")
    first = desk.pro(option, "first")
    desk.con(option, "last")
    below = desk.con(first, "below")
    assert promote(desk.document, below.id, link=desk.link(below).id)
    assert desk.on(option) == [("+", "first"), ("-", "below"), ("-", "last")]
    assert not promote(desk.document, below.id, link=desk.link(below).id)
    undercut = desk.undercut(first, "not relevant")
    assert not promote(desk.document, undercut.id, link=desk.link(undercut).id)
    under_it = desk.pro(undercut, "because")
    assert not promote(desk.document, under_it.id, link=desk.link(under_it).id)


def test_demoting_puts_a_pro_under_the_sibling_above_it(desk: Desk) -> None:
    option = desk.option("A")
    first, second = desk.pro(option, "first"), desk.con(option, "second")
    assert not demote(desk.document, first.id, link=desk.link(first).id)
    assert demote(desk.document, second.id, link=desk.link(second).id)
    assert desk.on(option) == [("+", "first")]
    assert desk.on(first) == [("-", "second")]
    undercut = desk.undercut(first, "not relevant")
    assert not demote(desk.document, undercut.id, link=desk.link(undercut).id)


def test_roots_are_put_before_and_after_each_other(desk: Desk) -> None:
    first, second, third = desk.claim("1"), desk.claim("2"), desk.claim("3")
    move_root_beside(desk.document, third.id, first.id, before=True)
    move_root_beside(desk.document, first.id, second.id, before=False)
    found = reads.by_rank(reads.cards(desk.document, desk.map.id))
    assert [card.text for card in found] == ["3", "2", "1"]


def test_siblings_that_share_a_rank_after_two_copies_were_merged_can_still_be_parted(desk: Desk) -> None:
    option = desk.option("A")
    made = [desk.pro(option, text) for text in "123"]
    with desk.document.transaction(literal("Same rank")):
        for card in made:
            desk.document.change(desk.link(card), rank="V")
    order = [words for _, words in desk.on(option)]
    last = next(card for card in made if card.text == order[2])
    assert move_up(desk.document, last.id, link=desk.link(last).id)
    assert desk.on(option)[0] == ("+", order[2])
    assert desk.document.count(Premise) == 3


def test_one_of_several_siblings_that_share_a_rank_can_be_put_below_them(desk: Desk) -> None:
    option = desk.option("A")
    made = [desk.pro(option, text) for text in "123"]
    with desk.document.transaction(literal("Same rank")):
        for card in made:
            desk.document.change(desk.link(card), rank="V")
    order = [words for _, words in desk.on(option)]
    first = next(card for card in made if card.text == order[0])
    assert move_down(desk.document, first.id, link=desk.link(first).id)
    assert desk.on(option)[-1] == ("+", order[0])


def test_an_option_moves_past_the_next_option_whatever_notes_hang_between_them(desk: Desk) -> None:
    question = desk.question("Q")
    first = desk.option("A", under=question)
    desk.note("between", under=question)
    desk.option("B", under=question)
    assert move_down(desk.document, first.id)
    assert [card.text for card in reads.options(desk.document, desk.map.id)] == ["B", "A"]
    assert not move_down(desk.document, first.id)


def test_beside_itself_everything_stays_and_beside_what_is_elsewhere_nothing_goes(desk: Desk) -> None:
    document, map_id = desk.document, desk.map.id
    other = maps.add_map(document, "Other").id
    pairs: list[tuple[Callable[[int, int], None], int, int]] = [
        (
            lambda moved, beside: move_root_beside(document, CardId(moved), CardId(beside), before=True),
            desk.claim("root").id, desk.note("below", under=desk.question("Q")).id,
        ),
        (
            lambda moved, beside: criteria.move_criterion(
                document, CriterionId(moved), beside=CriterionId(beside), before=True
            ),
            criteria.add_criterion(document, map_id, "Here").id, criteria.add_criterion(document, other, "There").id,
        ),
        (
            lambda moved, beside: sections.move_section(
                document, SectionId(moved), beside=SectionId(beside), before=True
            ),
            sections.add_section(document, map_id, "Here").id, sections.add_section(document, other, "There").id,
        ),
        (
            lambda moved, beside: maps.move_map(document, MapId(moved), beside=MapId(beside), before=True),
            map_id, 12345,
        ),
    ]  # fmt: skip
    for move, moved, elsewhere in pairs:
        before = desk.state()
        move(moved, moved)
        assert desk.state() == before
        desk.refuses(partial(move, moved, elsewhere), "Only what belongs to the same thing")
