"""The two sides of a card add up to its leaning, and are counted."""

import math

import pytest

from desktop_app.edits import arguments, cards, maps
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.records import Card, Method
from desktop_app.weighing.arguments.balance import balance, base_sentence, weight_alone
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import spoken
from tests.small_workbooks import Desk, new_desk
from tests.sure import sure


@pytest.fixture
def desk() -> Desk:
    """A claim with two pros and two cons, one of them not weighed, and an answer."""
    made = new_desk()
    claim = made.claim("The bridge holds")
    for add, text, importance in (
        (made.pro, "Steel", 1.0),
        (made.pro, "Built well", 0.5),
        (made.con, "Rust", 0.75),
        (made.con, "Ice", None),
    ):
        add(claim, text, importance)
    return made


def _claim(desk: Desk) -> Card:
    return next(card for card in reads.cards(desk.document, desk.map.id) if card.text == "The bridge holds")


def test_the_sides_and_the_base_make_the_leaning(desk: Desk) -> None:
    claim = _claim(desk)
    cards.set_plausibility(desk.document, claim.id, 0.7)
    weighed = balance(desk.document, weigh(desk.document, desk.map.id), claim.id)
    assert (weighed.pros.total, weighed.pros.weighed) == (2, 2)
    assert (weighed.cons.total, weighed.cons.weighed) == (2, 1)
    together = sure(weighed.base_points) + sure(weighed.pros.points) - sure(weighed.cons.points)
    assert weighed.leaning == pytest.approx(100 * math.tanh(together / 200))
    assert spoken(base_sentence(weighed)) == "By itself it starts at +85 points (70 % likely)."


def test_what_stands_even_by_itself_starts_with_nothing_to_say(desk: Desk) -> None:
    weighed = balance(desk.document, weigh(desk.document, desk.map.id), _claim(desk).id)
    assert weighed.base_points == 0
    assert base_sentence(weighed) == ()


def test_nothing_weighed_adds_nothing(desk: Desk) -> None:
    question = desk.question()
    desk.pro(question, "Why not?")
    weighed = balance(desk.document, weigh(desk.document, desk.map.id), question.id)
    assert weighed.leaning is None
    assert (weighed.pros.points, weighed.pros.weighed, weighed.pros.total) == (0, 0, 1)


def test_a_method_without_points_still_says_how_heavy_each_point_is(desk: Desk) -> None:
    maps.set_method(desk.document, desk.map.id, Method.DF_QUAD)
    results, claim = weigh(desk.document, desk.map.id), _claim(desk)
    assert balance(desk.document, results, claim.id).pros.points is None
    hefts = [weight_alone(results.arguments[item.id]) for item in reads.arguments_on(desk.document, claim.id)]
    assert hefts == pytest.approx([50, 25, 37.5, 0])


def test_a_locked_claim_takes_no_points(desk: Desk) -> None:
    claim = _claim(desk)
    cards.set_plausibility(desk.document, claim.id, 1.0)
    weighed = balance(desk.document, weigh(desk.document, desk.map.id), claim.id)
    assert weighed.base_points is None
    assert base_sentence(weighed) == ()


def test_putting_a_point_in_a_column_turns_and_places_it_in_one_step(desk: Desk) -> None:
    claim = _claim(desk)
    steps: list[ChangeSet] = []
    desk.document.subscribe(steps.append)
    steel, _, rust, ice = reads.arguments_on(desk.document, claim.id)
    arguments.put_in_column(desk.document, steel.id, rust.stance, beside=ice.id, before=False)
    order = reads.arguments_on(desk.document, claim.id)
    assert order[-1].id == steel.id
    assert order[-1].stance is rust.stance
    arguments.put_in_column(desk.document, steel.id, rust.stance, beside=rust.id, before=True)
    assert [str(step.step) for step in steps] == ["Make it a con", "Move"]
