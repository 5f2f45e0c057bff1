"""The document: transactions that happen whole or not at all, and who hears of them when."""

import random

import pytest

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.changes import Change, ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.errors import (
    ChangeNotFollowedError,
    HistoryMismatchError,
    OutsideTransactionError,
    RecordMissingError,
)
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Argument, Card, CardKind, Map, Premise, Record, Stance, Tombstone
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk


def card_in(record: Record | None) -> Card:
    assert isinstance(record, Card)
    return record


def test_writing_outside_a_transaction_raises_and_changes_nothing(desk: Desk) -> None:
    claim = desk.claim("A")
    before = desk.state()
    with pytest.raises(OutsideTransactionError):
        desk.document.change(claim, text="B")
    with pytest.raises(OutsideTransactionError):
        desk.document.delete(claim)
    with pytest.raises(OutsideTransactionError):
        desk.document.add(Card(CardId(5), desk.map.id, CardKind.CLAIM, "C", "V"))
    assert desk.state() == before


def test_a_write_that_fails_rolls_everything_back_and_nobody_hears_of_it(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    option = desk.option("A")
    heard.clear()
    before = desk.state()

    def fail(change_set: ChangeSet) -> None:
        raise OSError("disk full")

    desk.document.connect_store(fail)
    with pytest.raises(OSError, match="disk full"):
        arguments.add_pro(desk.document, option.id, "It is cheap")
    assert desk.state() == before
    assert not heard
    assert desk.document.referring(Argument, "target_card", option.id) == []
    desk.document.connect_store(lambda change_set: None)
    arguments.add_pro(desk.document, option.id, "It is cheap")
    assert len(heard) == 1


def test_subscribers_hear_of_a_change_only_once_it_is_stored(desk: Desk) -> None:
    order = []
    desk.document.connect_store(lambda change_set: order.append("stored"))
    end = desk.document.subscribe(lambda change_set: order.append(str(change_set.step)))
    desk.claim("A")
    assert order == ["stored", "Add claim"]
    end()
    desk.claim("B")
    assert order == ["stored", "Add claim", "stored"]


def test_a_subscriber_that_fails_keeps_nobody_from_following_and_the_failure_says_the_change_is_there(
    desk: Desk,
) -> None:
    order: list[str] = []

    def fail(_change_set: ChangeSet) -> None:
        order.append("failing")
        raise ZeroDivisionError

    desk.document.subscribe(fail)
    desk.document.subscribe(lambda change_set: order.append(str(change_set.step)))
    revision = desk.document.revision
    with pytest.raises(ChangeNotFollowedError, match='"Add claim" is saved') as caught:
        desk.claim("A")
    assert order == ["failing", "Add claim"]
    assert [type(error) for error in caught.value.exceptions] == [ZeroDivisionError]
    assert [card.text for card in desk.document.all(Card)] == ["A"]
    assert desk.document.revision == revision + 1
    assert not desk.document.is_publishing


def test_failures_of_subscribers_can_be_reported_so_that_the_action_ends_as_it_should(desk: Desk) -> None:
    reported: list[ChangeNotFollowedError] = []
    desk.document.report_failures(reported.append)

    def fail(_change_set: ChangeSet) -> None:
        raise ZeroDivisionError

    desk.document.subscribe(fail)
    assert desk.claim("A").text == "A"
    assert len(reported) == 1


def test_a_transaction_inside_another_joins_it_and_the_outer_one_names_the_step(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    with desk.document.transaction(literal("Both")):
        desk.claim("A")
        desk.claim("B")
        assert not heard
    (change_set,) = heard
    assert str(change_set.step) == "Both"
    assert {card_in(change.after).text for change in change_set.of(Card)} == {"A", "B"}


def test_an_error_inside_a_joined_transaction_takes_the_outer_one_back(desk: Desk) -> None:
    before = desk.state()

    def add_one_and_change_what_is_not_there() -> None:
        with desk.document.transaction(literal("Both")):
            desk.claim("A")
            cards.set_text(desk.document, CardId(404), "B")

    with pytest.raises(RecordMissingError):
        add_one_and_change_what_is_not_there()
    assert desk.state() == before


def test_changes_that_cancel_out_are_no_step(desk: Desk) -> None:
    claim = desk.claim("A")
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    with desk.document.transaction(literal("Nothing")):
        cards.set_text(desk.document, claim.id, "B")
        cards.set_text(desk.document, claim.id, "A")
        extra = desk.claim("C")
        desk.document._remove(extra)
    cards.set_text(desk.document, claim.id, "A")
    assert not heard


def test_several_changes_of_one_record_are_one_change_of_the_step(desk: Desk) -> None:
    claim = desk.claim("A")
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    with desk.document.transaction(literal("Edit")):
        cards.set_text(desk.document, claim.id, "B")
        cards.set_notes(desk.document, claim.id, "why")
    (change,) = heard[0].changes
    before, after = card_in(change.before), card_in(change.after)
    assert (before.text, after.text, after.notes) == ("A", "B", "why")


def test_a_record_that_is_gone_is_said_to_be_gone(desk: Desk) -> None:
    with pytest.raises(RecordMissingError, match="This card is no longer there"):
        desk.document.get(Card, 404)
    assert desk.document.find(Card, 404) is None
    assert desk.document.find(Card, None) is None


def test_the_same_id_is_not_given_twice_and_a_clash_is_drawn_again() -> None:
    first = MapId(random.Random(3).randint(1, 2**53 - 1))
    document = Document([Map(first, "Map", "V")], source_of_ids=random.Random(3))
    assert document.new_id(Map) != first
    assert document.new_id(Card) != first  # each draw moves on
    with pytest.raises(ValueError, match="is there already"), document.transaction(literal("Add")):
        document.add(Map(first, "Again", "W"))


def test_deleting_takes_what_refers_along_empties_what_may_stay_and_leaves_tombstones(desk: Desk) -> None:
    question = desk.question()
    option = desk.option("A", under=question)
    pro = desk.pro(option, "Cheap")
    note = desk.note("Ask again", under=option)
    argument = desk.link(pro)
    with desk.document.transaction(literal("Delete")):
        desk.document.delete(option)
        desk.document.delete(option)
    assert desk.document.find(Argument, argument.id) is None
    assert desk.document.count(Premise) == 0
    assert desk.now(note).under is None
    gone = {(item.kind, item.record) for item in desk.document.all(Tombstone)}
    assert {("card", option.id), ("argument", argument.id)} <= gone
    assert ("card", pro.id) not in gone


def test_undo_is_the_change_set_swapped_on_the_same_path(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    before = desk.state()
    option = desk.option("A")
    arguments.add_con(desk.document, option.id, "Dear")
    after = desk.state()
    written: list[ChangeSet] = []
    for change_set in reversed(list(heard)):
        desk.document.replay(change_set.inverse(), written.append)
    assert desk.state() == before
    assert [str(change_set.step) for change_set in written] == ["Add con", "Add option"]
    for change_set in (heard[0], heard[1]):
        desk.document.replay(change_set, written.append)
    assert desk.state() == after


def test_a_history_that_does_not_fit_is_refused_and_changes_nothing(desk: Desk) -> None:
    claim = desk.claim("A")
    stale = ChangeSet(literal("Edit"), (Change(Card(claim.id, claim.map, claim.kind, "Other", claim.rank), claim),))
    before = desk.state()
    with pytest.raises(HistoryMismatchError, match="does not fit"):
        desk.document.replay(stale, lambda change_set: None)
    assert desk.state() == before
    cards.set_text(desk.document, claim.id, "still works")


def test_undo_that_cannot_be_written_changes_nothing(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    desk.claim("A")
    before = desk.state()

    def fail(change_set: ChangeSet) -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        desk.document.replay(heard[0].inverse(), fail)
    assert desk.state() == before
    assert len(heard) == 1


def test_undo_may_bring_back_a_loop_that_no_action_may_make(desk: Desk) -> None:
    first = desk.claim("A")
    second = desk.pro(first, "B")
    maps.allow_loops(desk.document, desk.map.id, allowed=True)
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    arguments.link_card(desk.document, first.id, second.id, Stance.SUPPORTS)
    made = heard[0]
    desk.document.replay(made.inverse(), lambda change_set: None)
    maps.allow_loops(desk.document, desk.map.id, allowed=False)
    desk.refuses(lambda: arguments.link_card(desk.document, first.id, second.id, Stance.SUPPORTS), "in a loop")
    desk.document.replay(made, lambda change_set: None)
    assert desk.link(first).target_card == second.id


def test_a_change_set_knows_its_records_by_kind(desk: Desk) -> None:
    heard: list[ChangeSet] = []
    desk.document.subscribe(heard.append)
    option = desk.option("A")
    desk.pro(option, "B")
    change_set = heard[1]
    assert change_set.kinds == {Card, Argument, Premise}
    assert [card_in(change.record).text for change in change_set.of(Card)] == ["B"]
    assert list(change_set.of(Map)) == []
    assert [card_in(change.record).text for change in change_set.inverse().of(Card)] == ["B"]


def test_a_rule_broken_inside_an_edit_rolls_back_its_earlier_parts(desk: Desk) -> None:
    desk.refuses(lambda: desk.claim("x" * 20_001), "20,001 characters; at most 20,000 fit")
