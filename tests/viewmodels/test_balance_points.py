"""What stands on a balance, in which order, and what can be done to it."""

from desktop_app.edits import arguments, maps
from desktop_app.model import reads
from desktop_app.model.records import Argument, Stance
from desktop_app.viewmodels.balance import moves
from desktop_app.viewmodels.balance.points import PointOrder, column_of, points_on, subject_for, without_numbers
from tests.viewmodels.opened import Opened


def texts(shown: Opened, option_id: int, stance: Stance, order: PointOrder) -> list[str]:
    points = points_on(shown.document, shown.results, option_id)  # type: ignore[arg-type]  # a card's id
    cards = [point.premises[0] for point in column_of(points, stance, order)]
    return [place.text for place in (reads_card(shown, card) for card in cards)]


def reads_card(shown: Opened, card: int):  # type: ignore[no-untyped-def]  # a card
    from desktop_app.model.records import Card

    return shown.document.get(Card, card)


def test_the_heaviest_point_stands_first_and_what_is_not_weighed_last(shown: Opened) -> None:
    option = shown.option("A")
    for text, importance in (("unweighed", None), ("minor", 0.25), ("decisive", 1.0), ("major", 0.75)):
        shown.point(option, Stance.SUPPORTS, text, importance)
    assert texts(shown, option.id, Stance.SUPPORTS, PointOrder.HEAVIEST) == ["decisive", "major", "minor", "unweighed"]
    assert texts(shown, option.id, Stance.SUPPORTS, PointOrder.OWN) == ["minor", "decisive", "major", "unweighed"]
    assert texts(shown, option.id, Stance.OPPOSES, PointOrder.OWN) == []


def test_a_point_is_put_into_the_other_column_and_moved_past_its_neighbour(shown: Opened) -> None:
    option = shown.option("A")
    first, second = (shown.point(option, Stance.SUPPORTS, text) for text in ("one", "two"))
    moves.shift(shown, option.id, shown.link(second).id, earlier=True)
    assert texts(shown, option.id, Stance.SUPPORTS, PointOrder.OWN) == ["two", "one"]
    moves.shift(shown, option.id, shown.link(second).id, earlier=True)  # the first stays the first
    assert texts(shown, option.id, Stance.SUPPORTS, PointOrder.OWN) == ["two", "one"]
    moves.turn(shown, shown.link(first).id, Stance.OPPOSES)
    assert texts(shown, option.id, Stance.OPPOSES, PointOrder.OWN) == ["one"]
    assert shown.view.last_stance is Stance.OPPOSES


def test_hidden_numbers_are_neither_told_nor_set(shown: Opened) -> None:
    option = shown.option("A")
    pro = shown.point(option, Stance.SUPPORTS, "one", 0.5)
    maps.hide_numbers(shown.document, shown.map_id, hidden=True)
    moves.weigh(shown, shown.link(pro).id, 1.0)
    assert shown.document.get(Argument, shown.link(pro).id).importance == 0.5
    (point,) = points_on(shown.document, shown.results, option.id)
    told = without_numbers(point)
    assert (told.importance, told.points, told.weight_alone) == (None, None, 0.0)
    maps.hide_numbers(shown.document, shown.map_id, hidden=False)
    moves.weigh(shown, shown.link(pro).id, 1.0)
    assert shown.document.get(Argument, shown.link(pro).id).importance == 1.0


def test_deleting_a_point_takes_its_answers_along_or_keeps_them(shown: Opened) -> None:
    option = shown.option("A")
    gone, kept = (shown.point(option, Stance.SUPPORTS, text) for text in ("gone", "kept"))
    for pro in (gone, kept):
        shown.point(pro, Stance.OPPOSES, f"answer to {pro.text}")
    moves.delete(shown, shown.link(gone).id, keeping=False)
    moves.delete(shown, shown.link(kept).id, keeping=True)
    left = {shown.places[card].card for card in shown.places}
    assert {reads_card(shown, card).text for card in left} == {"Which way?", "A", "answer to kept"}


def test_the_balance_of_a_bare_point_is_that_of_what_it_speaks_to(shown: Opened) -> None:
    option = shown.option("A")
    pro = shown.point(option, Stance.SUPPORTS, "one")
    assert subject_for(shown.document, shown.places[pro.id]) == option.id
    answer = shown.point(pro, Stance.OPPOSES, "but")
    assert subject_for(shown.document, shown.places[pro.id]) == pro.id
    undercut = arguments.add_undercut(shown.document, shown.link(answer).id, "not relevant")
    assert subject_for(shown.document, shown.places[undercut.id]) == pro.id
    assert subject_for(shown.document, None) is None
    assert reads.maps(shown.document)
