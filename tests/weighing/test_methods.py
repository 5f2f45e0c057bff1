"""Methods, the loops they run in, and whether they agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.model.records import Method
from desktop_app.weighing.arguments.drawn import drawn_strength
from desktop_app.weighing.arguments.loops import components, settle
from desktop_app.weighing.arguments.method_agreement import Agreement, agreement, agreement_sentence
from desktop_app.weighing.arguments.methods import (
    COMPARED,
    DF_QUAD,
    EULER,
    LOG_ODDS,
    QUADRATIC_ENERGY,
    SEMANTICS,
    SIMPLE,
    Semantics,
)
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.results import LiveResults, weigh
from tests.sure import sure
from tests.weighing.cases import Case, graph_map
from tests.weighing.live import following
from tests.weighing.maps import MAP, MapBuilder

CASE_NAMES = {"dfquad": DF_QUAD, "quadratic_energy": QUADRATIC_ENERGY, "euler": EULER, "mlp": LOG_ODDS}
unit = st.floats(0.01, 0.99)
weights = st.lists(st.floats(0, 1), max_size=6)
graded = pytest.mark.parametrize("semantics", [DF_QUAD, QUADRATIC_ENERGY, LOG_ODDS], ids=lambda item: item.name)


def strengths_under(built: MapBuilder, semantics: Semantics) -> dict[str, float | None]:
    values = StrengthGraph(built.document(), MAP, semantics=semantics).values
    return {name: values[number] for name, number in built.ids.items() if number in values}


@pytest.mark.parametrize("method", CASE_NAMES)
def test_the_e_democracy_debate_has_its_published_strengths(case: Case, method: str) -> None:
    debate = case("argstrength-rago-edemocracy")
    found = strengths_under(graph_map(debate["inputs"]), CASE_NAMES[method])
    for name, strength in debate["expected"]["strengths"][method].items():
        assert found[name] == pytest.approx(strength, abs=debate["tolerance"]), name


@pytest.mark.parametrize("method", CASE_NAMES)
def test_the_stock_example_settles_at_its_converged_strengths(case: Case, method: str) -> None:
    stock = case("argstrength-potyka-stock-cyclic")
    found = strengths_under(graph_map(stock["inputs"]), CASE_NAMES[method])
    for name, strength in stock["expected"]["converged_strengths"][method].items():
        assert found[name] == pytest.approx(strength, abs=5e-5), name


def test_the_cycle_on_which_plain_iteration_swings_settles_at_its_converged_strengths(case: Case) -> None:
    cycle = case("argstrength-potyka-divergence-cycle")
    found = strengths_under(graph_map(cycle["inputs"]), QUADRATIC_ENERGY)
    for name, strength in cycle["expected"]["converged_strengths"]["quadratic_energy"].items():
        assert found[name] == pytest.approx(strength, abs=5e-5), name


@pytest.mark.parametrize(
    ("base", "pros", "cons", "expected"),
    [
        (0.5, [0.9], [], {DF_QUAD: 0.950, EULER: 0.664, QUADRATIC_ENERGY: 0.724, LOG_ODDS: 0.711}),
        (0.5, [0.2] * 5, [], {DF_QUAD: 0.836, EULER: 0.682, QUADRATIC_ENERGY: 0.750, LOG_ODDS: 0.731}),
        (0.5, [0.9] * 3, [0.9], {DF_QUAD: 0.5495, EULER: 0.814, QUADRATIC_ENERGY: 0.882, LOG_ODDS: 0.858}),
        (0.9, [], [0.9] * 10, {DF_QUAD: 0.000, EULER: 0.810, QUADRATIC_ENERGY: 0.011, LOG_ODDS: 0.001}),
        (0.0, [0.9] * 3, [], {DF_QUAD: 0.999, EULER: 0.000, QUADRATIC_ENERGY: 0.879, LOG_ODDS: 0.000}),
    ],
)
def test_methods_behave_as_the_table_of_situations_says(
    base: float, pros: list[float], cons: list[float], expected: dict[Semantics, float]
) -> None:
    for semantics, strength in expected.items():
        assert semantics.strength(base, pros, cons) == pytest.approx(strength, abs=5e-4)


@graded
@given(weights, unit)
def test_equal_pros_and_cons_leave_the_base_under_every_balanced_method(
    semantics: Semantics, side: list[float], base: float
) -> None:
    assert semantics.strength(base, side, side) == pytest.approx(base)


@graded
@given(weights, weights, unit)
def test_pros_and_cons_are_mirror_images_under_every_dual_method(
    semantics: Semantics, pros: list[float], cons: list[float], base: float
) -> None:
    assert semantics.strength(base, pros, cons) == pytest.approx(1 - semantics.strength(1 - base, cons, pros))


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@settings(max_examples=40)
@given(weights, weights, unit, st.floats(0, 1))
def test_another_pro_never_hurts_and_strengths_stay_on_the_scale(
    semantics: Semantics, pros: list[float], cons: list[float], base: float, more: float
) -> None:
    now = semantics.strength(base, pros, cons)
    assert semantics.strength(base, [*pros, more], cons) >= now - 1e-12
    assert semantics.strength(base, pros, [*cons, more]) <= now + 1e-12
    assert -1e-12 <= now <= 1 + 1e-12


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@settings(max_examples=40)
@given(weights, weights, st.floats(0, 1))
def test_methods_on_many_draws_say_what_they_say_of_one(
    semantics: Semantics, pros: list[float], cons: list[float], base: float
) -> None:
    built = MapBuilder()
    built.card("claim", base)
    values = {}
    for sign, side in (("+", pros), ("-", cons)):
        for place, weight in enumerate(side):
            built.card(f"{sign}{place} card", 0.5)
            values[-built.argue(f"{sign}{place}", f"{sign}{place} card", "claim", 1.0)] = np.full(3, weight)
    graph = StrengthGraph(built.document(), MAP, semantics=semantics).graph
    drawn = drawn_strength(graph, np.full(3, base), list(values), values)
    assert drawn == pytest.approx([semantics.strength(base, pros, cons)] * 3)


def test_the_simple_balance_takes_direct_arguments_as_judged_and_passes_nothing_on() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("pro", 0.8)
    built.card("con", 0.4)
    built.card("deeper", 0.9)
    built.argue("+", "pro", "A", 1.0)
    built.argue("-", "con", "A", 0.5)
    built.argue("-deeper", "deeper", "pro", 1.0)
    built.argue("-undercut", "deeper", "-", 0.5)
    results = weigh(built.document(), MAP, method=Method.SIMPLE)
    against = 0.5 * (1 - 0.5 * 0.9) * 0.4
    assert results.cards[built.card_ids["A"]].leaning == pytest.approx(100 * (0.8 - against) / (0.8 + against + 1))
    assert results.cards[built.card_ids["pro"]].strength == 0.8
    assert results.cards[built.card_ids["pro"]].base_points is None
    assert results.arguments[built.argument_ids["+"]].points == pytest.approx(80)
    assert results.settings.method is Method.SIMPLE


def test_a_claim_nobody_judged_shows_its_simple_balance_and_still_counts_as_even_above() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("claim")
    built.card("reason", 0.9)
    built.card("con", 0.5)
    built.argue("+", "claim", "A", 1.0)
    built.argue("-", "con", "A", 1.0)
    built.argue("+deeper", "reason", "claim", 1.0)
    results = weigh(built.document(), MAP, method=Method.SIMPLE)
    assert results.cards[built.card_ids["claim"]].strength == pytest.approx(0.5 + 0.9 / 1.9 / 2)
    assert results.cards[built.card_ids["A"]].leaning == 0


def test_the_simple_balance_knows_no_loops_through_claims() -> None:
    built = MapBuilder(loops_allowed=True)
    for name in ("one", "two"):
        built.card(name, 0.7)
    built.argue("-1", "one", "two", 1.0)
    built.argue("-2", "two", "one", 1.0)
    assert not weigh(built.document(), MAP, method=Method.SIMPLE).has_loops
    assert weigh(built.document(), MAP).has_loops


def test_nothing_that_counts_is_evenly_balanced() -> None:
    assert SIMPLE.strength(0.5, [0.0], []) == 0.5


def test_changing_the_method_of_a_map_weighs_it_anew() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("pro", 0.9)
    built.argue("+", "pro", "A", 1.0)
    document = built.document()
    live = LiveResults(document, MAP)
    document.subscribe(following(live))
    from desktop_app.edits.maps import set_method

    for method, semantics in SEMANTICS.items():
        set_method(document, MAP, method)
        assert live.current == weigh(document, MAP)
        assert live.current.cards[built.card_ids["A"]].strength == pytest.approx(semantics.strength(0.5, [0.9], []))


def test_a_base_at_the_end_of_the_scale_is_locked_only_where_the_method_cannot_move_it() -> None:
    built = MapBuilder()
    built.card("claim", 1.0)
    built.card("con", 0.5)
    built.argue("-", "con", "claim", 1.0)
    document = built.document()
    moved = weigh(document, MAP, method=Method.DF_QUAD)
    assert moved.cards[built.card_ids["claim"]].strength == pytest.approx(0.5)
    assert not moved.cards[built.card_ids["claim"]].is_locked
    assert moved.arguments[built.argument_ids["-"]].points is None
    assert weigh(document, MAP).cards[built.card_ids["claim"]].is_locked


# --- loops -----------------------------------------------------------------------------------------------


def test_a_system_that_never_rests_has_no_stable_result() -> None:
    assert settle([0.0, 1.0], lambda state: [state[0] + state[1], state[1] - state[0]]) is None


def test_a_contraction_settles_where_it_maps_to_itself() -> None:
    (found,) = sure(settle([0.0], lambda state: [0.5 * state[0] + 1]))
    assert found == pytest.approx(2, abs=1e-8)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_components_are_the_sets_of_nodes_that_reach_each_other_in_an_order_that_can_be_computed(
    edges: list[tuple[int, int]],
) -> None:
    rests_on = {node: {source for target, source in edges if target == node} for node in range(10)}

    def reached(node: int) -> set[int]:
        found: set[int] = set()
        pending = [node]
        while pending:
            for source in rests_on[pending.pop()]:
                if source not in found:
                    found.add(source)
                    pending.append(source)
        return found

    below = {node: reached(node) for node in range(10)}
    found = components(range(10), lambda node: rests_on[node])
    seen: set[int] = set()
    for component in found:
        for node in component:
            together = {
                other for other in range(10) if other == node or (other in below[node] and node in below[other])
            }
            assert set(component) == together
        seen |= set(component)
        assert all(rests_on[node] <= seen for node in component)
    assert sorted(node for component in found for node in component) == list(range(10))


def restless() -> MapBuilder:
    """Three claims that oppose each other in a circle, so sharply that each swings from one end to the other."""
    built = MapBuilder(loops_allowed=True, sharpness=400.0)
    built.option("A")
    names = [f"c{place}" for place in range(3)]
    for name, plausibility in zip(names, (0.5, 0.6, 0.4), strict=True):
        built.card(name, plausibility)
    for place, name in enumerate(names):
        built.argue(f"-{name}", name, names[(place + 1) % 3], 1.0)
    built.argue("+A", "c0", "A", 1.0)
    return built


def test_a_loop_that_does_not_settle_shows_no_number_and_neither_does_what_rests_on_it() -> None:
    built = restless()
    document = built.document()
    live = LiveResults(document, MAP)
    for name in ("c0", "c1", "c2", "A"):
        card = live.current.cards[built.card_ids[name]]
        assert (card.strength, card.leaning, card.is_circular) == (None, None, True)
    assert live.current.arguments[built.argument_ids["+A"]].points is None
    assert live.current.arguments[built.argument_ids["+A"]].body is None
    found = agreement(live.strengths, built.card_ids["A"])
    assert found is not None
    assert not found.agrees
    assert "the log-odds balance has no stable result" in str(agreement_sentence(found))


def test_a_loop_that_rests_on_one_that_does_not_settle_has_no_result_either() -> None:
    built = restless()
    for name in ("d0", "d1"):
        built.card(name, 0.5)
    built.argue("+d0", "c0", "d0", 1.0)
    built.argue("-d0", "d1", "d0", 1.0)
    built.argue("-d1", "d0", "d1", 1.0)
    results = weigh(built.document(), MAP)
    assert [results.cards[built.card_ids[name]].strength for name in ("d0", "d1")] == [None, None]


def test_what_rests_on_a_loop_stays_circular_when_only_it_is_weighed_anew() -> None:
    built = MapBuilder(loops_allowed=True)
    built.option("A")
    for name in ("one", "two"):
        built.card(name, 0.7)
    built.argue("-1", "one", "two", 1.0)
    built.argue("-2", "two", "one", 1.0)
    built.argue("+A", "two", "A", 1.0)
    document = built.document()
    live = LiveResults(document, MAP)
    document.subscribe(following(live))
    from desktop_app.edits.arguments import set_importance

    set_importance(document, built.argument_ids["+A"], 0.5)
    assert live.current.cards[built.card_ids["A"]].is_circular
    assert live.current == weigh(document, MAP)


# --- agreement -------------------------------------------------------------------------------------------


def verdict(pros: list[float], cons: list[float], method: Method = Method.LOG_ODDS) -> Agreement | None:
    built = MapBuilder()
    built.option("A")
    for sign, side in (("+", pros), ("-", cons)):
        for place, plausibility in enumerate(side):
            built.card(f"{sign}{place} card", plausibility)
            built.argue(f"{sign}{place}", f"{sign}{place} card", "A", 1.0)
    return agreement(LiveResults(built.document(), MAP, method=method).strengths, built.card_ids["A"])


def test_methods_that_see_a_card_on_the_same_side_agree() -> None:
    found = sure(verdict([0.9, 0.5], [0.3]))
    assert found.agrees
    assert str(agreement_sentence(found)) == "All 5 methods agree: for."


def test_methods_that_see_it_otherwise_are_named() -> None:
    found = sure(verdict([0.5] * 3, [0.9]))
    assert not found.agrees
    assert str(agreement_sentence(found)) == (
        "The methods do not agree: the log-odds balance, the simple balance, quadratic energy and Euler-based say for; "
        "DF-QuAD says against."
    )
    assert str(agreement_sentence(sure(verdict([0.5] * 3, [0.9], Method.DF_QUAD)))) == (
        "The methods do not agree: DF-QuAD says against; "
        "the log-odds balance, the simple balance, quadratic energy and Euler-based say for."
    )


def test_there_is_nothing_to_agree_on_where_nothing_is_weighed() -> None:
    assert verdict([], []) is None


@given(st.lists(unit, max_size=4), st.lists(unit, max_size=4))
def test_agreement_tells_what_each_method_says_when_it_is_the_maps_own(pros: list[float], cons: list[float]) -> None:
    found = verdict(pros, cons)
    if found is None:
        return
    for item in found.leanings:
        semantics = next(one for one in COMPARED if one.name == item.method)
        assert item.leaning == pytest.approx(100 * (2 * semantics.strength(0.5, pros, cons) - 1), abs=1e-9)


@pytest.mark.parametrize("judged", [0.0, 1.0])
@pytest.mark.parametrize(
    ("method", "is_locked"),
    [(Method.LOG_ODDS, True), (Method.SIMPLE, True), (Method.QUADRATIC_ENERGY, False), (Method.DF_QUAD, False)],
)
def test_a_claim_taken_as_given_or_rejected_is_locked_by_the_methods_that_let_nothing_move_it(
    method: Method, judged: float, *, is_locked: bool
) -> None:
    built = MapBuilder()
    built.card("held", judged)
    built.card("doubt", 0.9)
    built.argue("-", "doubt", "held", 1.0)
    result = weigh(built.document(), MAP, method=method).cards[built.card_ids["held"]]
    assert result.is_locked is is_locked
    if is_locked:
        assert result.strength == judged
