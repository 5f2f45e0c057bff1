import math
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.records import CardKind, PremiseRule
from desktop_app.weighing.arguments.explain import explain, removal
from desktop_app.weighing.arguments.strength import StrengthGraph, logistic, logit
from desktop_app.weighing.arguments.tipping_points import TurningKind
from desktop_app.weighing.results import LiveResults, weigh
from desktop_app.wording.sentence import literal
from tests.sure import sure
from tests.weighing.cases import Case, Inputs
from tests.weighing.live import following
from tests.weighing.maps import MAP, MapBuilder

unit = st.floats(0.01, 0.99)
weight = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
sides = st.lists(st.tuples(unit, weight), max_size=8)
# How likely a claim is true, and how much it matters.
Point: TypeAlias = tuple[float, float]


def case_map(worked: Inputs) -> MapBuilder:
    inputs = worked["inputs"]
    built = MapBuilder(sharpness=inputs["gain"])
    for name, base in inputs["base"].items():
        built.card(name, base)
    for sign, pairs in (("-", inputs["attacks"]), ("+", inputs["supports"])):
        for source, target in pairs:
            built.argue(f"{sign}{source}", source, target, inputs["importance"][f"{source}->{target}"])
    return built


@pytest.fixture(params=["argstrength-default-logodds-gain1", "argstrength-default-logodds-gain2"])
def worked(case: Case, request: pytest.FixtureRequest) -> Inputs:
    return case(request.param)


def test_the_worked_map_has_the_expected_strengths_and_leaning(worked: Inputs) -> None:
    built = case_map(worked)
    results = weigh(built.document(), MAP)
    for name, strength in worked["expected"]["strengths"]["mlp"].items():
        assert results.cards[built.card_ids[name]].strength == pytest.approx(strength, abs=worked["tolerance"])
    leaning = results.cards[built.card_ids["claim"]].leaning
    assert leaning == pytest.approx(worked["expected"]["leaning_minus100_to_100"], abs=1e-3)


def test_points_of_the_worked_map_are_as_expected_and_add_up(worked: Inputs) -> None:
    built = case_map(worked)
    explanation = explain(StrengthGraph(built.document(), MAP), built.card_ids["claim"])
    points = {item.argument: item.points for item in explanation.contributions}
    for name, expected in worked["expected"]["log_odds_points_of_direct_arguments"].items():
        argument = built.argument_ids.get(f"+{name}") or built.argument_ids[f"-{name}"]
        assert points[argument] == pytest.approx(100 * expected, abs=100 * worked["tolerance"])
    assert math.fsum(points.values()) == pytest.approx(100 * worked["expected"]["log_odds_total"], abs=1e-3)


def test_removing_an_argument_of_the_worked_map_makes_the_expected_difference(worked: Inputs) -> None:
    built = case_map(worked)
    strengths = StrengthGraph(built.document(), MAP)
    for name, expected in worked["expected"]["contributions"]["mlp"]["removal"].items():
        argument = built.argument_ids.get(f"+{name}") or built.argument_ids[f"-{name}"]
        found = removal(strengths, built.card_ids["claim"], argument)
        assert found is not None
        assert found.difference / 200 == pytest.approx(expected, abs=worked["tolerance"])


def test_turning_values_of_the_worked_map_are_as_expected_and_the_rest_cannot_turn_it(worked: Inputs) -> None:
    built = case_map(worked)
    explanation = explain(StrengthGraph(built.document(), MAP), built.card_ids["claim"])
    needed = {item.card: item.needed for item in explanation.tipping_points if item.kind is TurningKind.PLAUSIBILITY}
    for name, expected in worked["expected"]["contributions"]["mlp"]["plausibility_that_balances"].items():
        found = needed.get(built.card_ids[name])
        if found is None:
            # From 99 % on there is nothing left to turn it.
            assert expected is None or expected > 0.985, name
        else:
            # Half a point beyond even, at the next whole percent.
            assert 0 < abs(found - expected) <= 0.025, name


def flat(pros: list[Point], cons: list[Point], base: float = 0.5, sharpness: float = 1.0) -> float:
    built = MapBuilder(sharpness=sharpness)
    built.card("claim", base)
    for sign, side in (("+", pros), ("-", cons)):
        for place, (plausibility, importance) in enumerate(side):
            built.card(f"{sign}{place} card", plausibility)
            built.argue(f"{sign}{place}", f"{sign}{place} card", "claim", importance)
    strength = weigh(built.document(), MAP).cards[built.card_ids["claim"]].strength
    assert strength is not None
    return strength


@given(sides, unit)
def test_equal_pros_and_cons_leave_the_base(side: list[Point], base: float) -> None:
    assert flat(side, side, base) == pytest.approx(base)


@given(sides, sides, unit)
def test_pros_and_cons_are_mirror_images(pros: list[Point], cons: list[Point], base: float) -> None:
    assert flat(pros, cons, base) == pytest.approx(1 - flat(cons, pros, 1 - base))


@given(sides, sides, unit, st.tuples(unit, weight))
def test_another_pro_never_hurts_and_another_con_never_helps(
    pros: list[Point], cons: list[Point], base: float, more: Point
) -> None:
    now = flat(pros, cons, base)
    assert flat([*pros, more], cons, base) >= now - 1e-12
    assert flat(pros, [*cons, more], base) <= now + 1e-12


@given(sides, sides)
def test_a_flat_list_leans_to_the_side_with_more_weight(pros: list[Point], cons: list[Point]) -> None:
    net = math.fsum(p * w for p, w in pros) - math.fsum(p * w for p, w in cons)
    leaning = flat(pros, cons) - 0.5
    assert (leaning > 1e-9) == (net > 1e-8) or abs(net) < 1e-7


@given(sides, sides, unit)
def test_base_points_and_points_add_up_to_the_log_odds_of_the_strength(
    pros: list[Point], cons: list[Point], base: float
) -> None:
    built = MapBuilder()
    built.card("claim", base)
    for sign, side in (("+", pros), ("-", cons)):
        for place, (plausibility, importance) in enumerate(side):
            built.card(f"{sign}{place} card", plausibility)
            built.argue(f"{sign}{place}", f"{sign}{place} card", "claim", importance)
    results = weigh(built.document(), MAP)
    card = results.cards[built.card_ids["claim"]]
    points = [sure(argument.points) for argument in results.arguments.values()]
    assert card.base_points is not None
    assert math.fsum([card.base_points, *points]) == pytest.approx(100 * logit(sure(card.strength)))


def test_an_argument_that_is_not_weighed_stays_out_and_is_counted() -> None:
    built = MapBuilder()
    built.option("A")
    for name, importance in (("one", 1.0), ("two", None), ("three", None)):
        built.card(name, 0.9)
        built.argue(f"+{name}", name, "A", importance)
    results = weigh(built.document(), MAP)
    card = results.cards[built.card_ids["A"]]
    assert (card.weighed, card.total) == (1, 3)
    assert (results.weighed, len(results.arguments)) == (1, 3)
    assert card.strength == pytest.approx(logistic(0.9))
    assert results.arguments[built.argument_ids["+two"]].points is None


def test_a_claim_without_plausibility_counts_as_even_and_says_so() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("claim")
    built.argue("+", "claim", "A", 1.0)
    results = weigh(built.document(), MAP)
    claim = results.cards[built.card_ids["claim"]]
    assert (claim.strength, claim.is_plausibility_weighed) == (0.5, False)
    assert results.arguments[built.argument_ids["+"]].points == pytest.approx(50)


@pytest.mark.parametrize("base", [0.0, 1.0])
def test_a_locked_card_is_not_moved_and_its_arguments_give_no_points(base: float) -> None:
    built = MapBuilder()
    built.card("claim", base)
    built.card("con", 0.9)
    built.argue("-", "con", "claim", 1.0)
    results = weigh(built.document(), MAP)
    claim = results.cards[built.card_ids["claim"]]
    assert (claim.strength, claim.is_locked, claim.base_points) == (base, True, None)
    assert results.arguments[built.argument_ids["-"]].points is None
    assert explain(StrengthGraph(built.document(), MAP), built.card_ids["claim"]).leaning is None


def test_an_option_without_weighed_arguments_has_no_leaning() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("claim", 0.9)
    built.argue("+", "claim", "A")
    assert weigh(built.document(), MAP).cards[built.card_ids["A"]].leaning is None


def test_notes_have_no_result() -> None:
    built = MapBuilder()
    note = built.card("note", kind=CardKind.NOTE)
    assert note not in weigh(built.document(), MAP).cards


def undercut_map(levels: int) -> MapBuilder:
    """A pro of a claim, undercut, the undercut undercut and so on; every importance .8, every plausibility .5."""
    built = MapBuilder()
    built.card("claim", 0.5)
    built.card("pro", 0.5)
    built.argue("+0", "pro", "claim", 0.8)
    for level in range(1, levels + 1):
        built.card(f"u{level}", 0.5)
        built.argue(f"+{level}", f"u{level}", f"+{level - 1}", 0.8)
    return built


@pytest.mark.parametrize(
    ("levels", "expected"),
    [(0, 0.8), (1, 0.8 * (1 - 0.4)), (2, 0.8 * (1 - 0.8 * (1 - 0.4) * 0.5))],
)
def test_undercuts_lower_the_importance_recursively(levels: int, expected: float) -> None:
    built = undercut_map(levels)
    results = weigh(built.document(), MAP)
    assert results.arguments[built.argument_ids["+0"]].effective_importance == pytest.approx(expected)
    assert results.arguments[built.argument_ids["+0"]].points == pytest.approx(100 * expected * 0.5)
    if levels:
        assert results.arguments[built.argument_ids["+1"]].points is None


def test_an_undercut_that_is_not_weighed_lowers_nothing() -> None:
    built = undercut_map(0)
    built.card("u", 0.9)
    built.argue("+u", "u", "+0")
    assert weigh(built.document(), MAP).arguments[built.argument_ids["+0"]].effective_importance == 0.8


@pytest.mark.parametrize(("rule", "body"), [(PremiseRule.WEAKEST, 0.4), (PremiseRule.PRODUCT, 0.32)])
def test_premises_that_hold_only_together_are_as_strong_as_their_weakest_or_their_product(
    rule: PremiseRule, body: float
) -> None:
    built = MapBuilder(premise_rule=rule)
    built.card("claim")
    built.card("one", 0.8)
    built.card("two", 0.4)
    built.argue("+", ["one", "two"], "claim", 1.0)
    argument = weigh(built.document(), MAP).arguments[built.argument_ids["+"]]
    assert argument.body == pytest.approx(body)
    assert argument.points == pytest.approx(100 * body)


def test_a_card_used_twice_counts_on_every_path() -> None:
    built = MapBuilder()
    built.option("A")
    built.option("B")
    built.card("claim", 0.8)
    built.argue("+A", "claim", "A", 1.0)
    built.argue("-B", "claim", "B", 1.0)
    results = weigh(built.document(), MAP)
    assert results.cards[built.card_ids["A"]].leaning == pytest.approx(
        -sure(results.cards[built.card_ids["B"]].leaning)
    )


def looped() -> MapBuilder:
    built = MapBuilder(loops_allowed=True)
    built.option("A")
    built.option("B")
    for name in ("one", "two", "apart"):
        built.card(name, 0.7)
    built.argue("-1", "one", "two", 1.0)
    built.argue("-2", "two", "one", 1.0)
    built.argue("+A", "two", "A", 1.0)
    built.argue("+B", "apart", "B", 1.0)
    return built


def test_cards_in_a_loop_and_what_rests_on_them_are_circular_and_have_their_settled_numbers() -> None:
    built = looped()
    results = weigh(built.document(), MAP)
    circular = {name for name in ("A", "B", "one", "two", "apart") if results.cards[built.card_ids[name]].is_circular}
    assert circular == {"A", "one", "two"}
    assert results.has_loops
    assert results.arguments[built.argument_ids["+A"]].is_circular
    assert not results.arguments[built.argument_ids["+B"]].is_circular
    one, two = (results.cards[built.card_ids[name]].strength for name in ("one", "two"))
    assert one is not None
    assert two is not None
    assert one == pytest.approx(two)
    assert logit(one) == pytest.approx(logit(0.7) - one, abs=1e-7)
    assert results.cards[built.card_ids["A"]].strength == pytest.approx(logistic(two))


def test_a_loop_through_undercuts_settles_strengths_and_importances_together() -> None:
    built = MapBuilder(loops_allowed=True)
    built.card("claim")
    built.card("pro", 0.7)
    built.argue("+", "pro", "claim", 1.0)
    built.argue("undercut", "claim", "+", 1.0)
    results = weigh(built.document(), MAP)
    claim, argument = results.cards[built.card_ids["claim"]], results.arguments[built.argument_ids["+"]]
    assert claim.is_circular
    assert not results.cards[built.card_ids["pro"]].is_circular
    assert argument.effective_importance == pytest.approx(1 - sure(claim.strength), abs=1e-8)
    assert logit(sure(claim.strength)) == pytest.approx(sure(argument.effective_importance) * 0.7, abs=1e-7)


def test_a_loop_through_a_link_that_is_not_weighed_is_none() -> None:
    built = MapBuilder(loops_allowed=True)
    built.card("one", 0.7)
    built.card("two", 0.7)
    built.argue("-1", "one", "two", 1.0)
    built.argue("-2", "two", "one")
    assert not weigh(built.document(), MAP).has_loops


def test_breaking_a_loop_gives_its_cards_their_numbers_back() -> None:
    built = looped()
    document = built.document()
    live = LiveResults(document, MAP)
    document.subscribe(following(live))
    with document.transaction(literal("Break")):
        document.delete(next(r for r in document.records() if r.id == built.ids["-2"]))
    assert not live.current.has_loops
    assert live.current.cards[built.card_ids["one"]].strength == pytest.approx(0.7)


def test_very_strong_arguments_saturate_without_overflow() -> None:
    assert flat([(0.99, 1.0)] * 8, [], 0.99, sharpness=4.0) < 1
    assert logistic(-1000) == 0
    assert logistic(1000) == 1
