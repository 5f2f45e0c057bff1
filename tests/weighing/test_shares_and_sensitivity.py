"""Shapley shares, sensitivities and turnings against published values and brute force."""

import itertools
import math
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.model.ids import ArgumentId
from desktop_app.model.records import Argument, Card, PremiseRule
from desktop_app.weighing.arguments.explain import removal
from desktop_app.weighing.arguments.graph import Node
from desktop_app.weighing.arguments.methods import COMPARED, DF_QUAD, LOG_ODDS, Semantics, added
from desktop_app.weighing.arguments.sentences import sensitivity_sentence, shares_sentence
from desktop_app.weighing.arguments.shapley import EXACT_PLAYERS, players_of, shapley
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.tipping_points import TurningKind, sensitivities, tipping_points
from desktop_app.weighing.results import weigh
from desktop_app.wording.rounding import whole
from tests.sure import sure
from tests.weighing.cases import Case, Inputs, graph_map
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_explaining import trees
from tests.weighing.test_strength import looped

# The basic model of QBAF-Py: plain sums, on no scale. Not offered, but its tests print contributions.
BASIC = Semantics("basic", added, lambda base, energy: base + energy)
CASE_SEMANTICS = {"basic": BASIC, "dfquad": DF_QUAD}
unit = st.floats(0.02, 0.98)
# Each runs under five methods.
few = settings(max_examples=30, deadline=None)


@pytest.fixture(params=["argstrength-default-logodds-gain1", "argstrength-default-logodds-gain2"])
def worked(case: Case, request: pytest.FixtureRequest) -> Inputs:
    return case(request.param)


def strengths_of(built: MapBuilder, semantics: Semantics | None = None) -> StrengthGraph:
    return StrengthGraph(built.document(), MAP, semantics=semantics)


def worked_map(worked: Inputs) -> MapBuilder:
    return graph_map(worked["inputs"], sharpness=worked["inputs"]["gain"])


def argument_of(built: MapBuilder, source: str) -> ArgumentId:
    return next(number for name, number in built.argument_ids.items() if name[1:].startswith(f"{source}>"))


def test_shares_of_the_worked_map_are_as_expected_and_sum_to_the_result(worked: Inputs) -> None:
    built = worked_map(worked)
    strengths = strengths_of(built)
    found = shapley(strengths, built.card_ids["claim"])
    assert found is not None
    shares = {item.argument: item.leaning for item in found.shares}
    for name, expected in worked["expected"]["contributions"]["mlp"]["shapley"].items():
        assert shares[argument_of(built, name)] / 200 == pytest.approx(expected, abs=worked["tolerance"])
    assert found.permutations is None
    leaning = 100 * (2 * sure(strengths.values[built.ids["claim"]]) - 1)
    assert found.start + math.fsum(shares.values()) == pytest.approx(leaning)


def test_gradients_of_the_worked_map_are_as_expected(worked: Inputs) -> None:
    built = worked_map(worked)
    found = {item.card: item.gradient for item in sensitivities(strengths_of(built), built.card_ids["claim"])}
    for name, expected in worked["expected"]["contributions"]["mlp"]["gradient"].items():
        assert found[built.card_ids[name]] == pytest.approx(expected, abs=worked["tolerance"])


def test_contributions_are_those_the_tests_of_qbaf_py_print(case: Case) -> None:
    printed = case("argcontrib-qbafpy-tests")
    for query in printed["expected"]["queries"]:
        inputs = printed["inputs"]["graphs"][query["graph"]]
        built = graph_map(inputs)
        strengths = strengths_of(built, CASE_SEMANTICS[inputs["semantics"]])
        topic = built.card_ids[query["topic"]]
        if query["method"] == "gradient":
            contributor = built.card_ids[query["contributor"]]
            gradients = {item.card: item.gradient for item in sensitivities(strengths, topic)}
            assert gradients.get(contributor, 0.0) == pytest.approx(query["value"], abs=1e-5)
            continue
        links = [
            number for name, number in built.argument_ids.items() if name[1:].startswith(f"{query['contributor']}>")
        ]
        if query["method"] == "removal":
            value = sum(sure(removal(strengths, topic, link)).difference for link in links) / 200
        else:
            players = list(built.argument_ids.values())
            shares = sure(shapley(strengths, topic, players)).shares
            value = sum(item.leaning for item in shares if item.argument in links) / 200
        assert value == pytest.approx(query["value"], abs=printed["tolerance"]), query


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@few
@given(trees())
def test_exact_shares_are_those_of_every_order_and_sum_to_the_result_under_every_method(
    semantics: Semantics, built: MapBuilder
) -> None:
    strengths = strengths_of(built, semantics)
    top = built.card_ids["top"]
    players = players_of(strengths, top)[:4]
    found = shapley(strengths, top, players)
    assert found is not None
    orders = list(itertools.permutations(players))
    brute = dict.fromkeys(players, 0.0)
    for order in orders:
        out = {-player: None for player in players}
        before = sure(strengths.what_if(top, out) if players else strengths.values[top])
        for player in order:
            del out[-player]
            now = strengths.what_if(top, out) if out else strengths.values[top]
            assert now is not None
            brute[player] += 200 * (now - before) / len(orders)
            before = now
    assert {item.argument: item.leaning for item in found.shares} == pytest.approx(brute, abs=1e-7)
    total = found.start + math.fsum(item.leaning for item in found.shares)
    assert total == pytest.approx(100 * (2 * sure(strengths.values[top]) - 1), abs=1e-7)


def many(count: int) -> MapBuilder:
    built = MapBuilder()
    built.option("A")
    for place in range(count):
        built.card(f"c{place}", 0.3 + 0.4 * (place % 2))
        built.argue(f"{'+-'[place % 2]}{place}", f"c{place}", "A", 0.5)
    built.card("deep", 0.6)
    built.argue("+deep", "deep", "c0", 1.0)
    return built


def test_too_many_players_are_those_on_the_card_and_share_by_their_points_where_points_add_up() -> None:
    built = many(EXACT_PLAYERS + 2)
    strengths, top = strengths_of(built), built.card_ids["A"]
    assert len(players_of(strengths, top)) == EXACT_PLAYERS + 2
    found = shapley(strengths, top)
    assert found is not None
    assert (found.permutations, found.error) == (None, None)
    total = found.start + math.fsum(item.leaning for item in found.shares)
    assert total == pytest.approx(100 * (2 * sure(strengths.values[top]) - 1))
    # Everything adds on the log-odds scale, so that order matters little and shares follow points.
    for item in found.shares:
        assert (item.leaning > 0) == (sure(strengths.points(-item.argument)) > 0)


def weights_on(built: MapBuilder) -> dict[ArgumentId, float]:
    """What each argument on A brings, signed: importance times likelihood; the first claim has a pro of its own."""
    found = {}
    for argument in (record for record in built.records if isinstance(record, Argument)):
        (name,) = (name for name, number in built.ids.items() if number == argument.id)
        if name == "+deep":
            continue
        place = int(name[1:])
        likely = 0.3 + 0.4 * (place % 2)
        if place == 0:
            likely = 1 / (1 + (0.7 / 0.3) * math.exp(-0.6))
        found[argument.id] = (1 if name[0] == "+" else -1) * 0.5 * likely
    return found


def test_shares_by_points_are_the_integral_along_the_way_of_all_growing_together() -> None:
    built = many(14)
    points = weights_on(built)
    together = math.fsum(points.values())
    steps = 20_000
    slopes = []
    for step in range(steps):
        odds = math.exp(together * (step + 0.5) / steps)
        slopes.append(odds / (1 + odds) ** 2)
    slope = math.fsum(slopes) / steps
    found = shapley(strengths_of(built), built.card_ids["A"])
    assert found is not None
    assert found.start == pytest.approx(0)
    assert {item.argument: item.leaning for item in found.shares} == pytest.approx(
        {argument: 200 * slope * each for argument, each in points.items()}, abs=1e-6
    )


def test_shares_by_points_add_up_also_where_pros_and_cons_are_even() -> None:
    built = MapBuilder()
    built.option("A")
    for place in range(14):
        built.card(f"c{place}", 0.6)
        built.argue(f"{'+-'[place % 2]}{place}", f"c{place}", "A", 0.5)
    found = shapley(strengths_of(built), built.card_ids["A"])
    assert found is not None
    assert math.fsum(item.leaning for item in found.shares) == pytest.approx(0)
    assert abs(found.shares[0].leaning) == pytest.approx(200 * 0.3 / 4)


def test_sampled_shares_are_within_their_error_of_those_of_every_coalition() -> None:
    count = EXACT_PLAYERS + 2
    built = MapBuilder()
    built.option("A")
    weights = []
    for place in range(count):
        likely, importance = 0.2 + 0.05 * place, 0.1 + 0.06 * (place % 5)
        built.card(f"c{place}", likely)
        built.argue(f"{'+-'[place % 2]}{place}", f"c{place}", "A", importance)
        weights.append(likely * importance)

    def strength(coalition: int) -> float:
        energy = [1.0, 1.0]
        for place, weight in enumerate(weights):
            if coalition >> place & 1:
                energy[place % 2] *= 1 - weight
        moved = energy[1] - energy[0]
        return 0.5 + moved / 2

    values = [strength(coalition) for coalition in range(1 << count)]
    exact = []
    for place in range(count):
        parts = []
        for coalition in range(1 << count):
            if not coalition >> place & 1:
                size = coalition.bit_count()
                share = math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count)
                parts.append(share * (values[coalition | 1 << place] - values[coalition]))
        exact.append(200 * math.fsum(parts))
    strengths, top = strengths_of(built, DF_QUAD), built.card_ids["A"]
    found = shapley(strengths, top, seed=5)
    assert found is not None
    assert found == shapley(strengths, top, seed=5)
    assert found.permutations == 500
    assert 0 < sure(found.error) < 0.5
    sampled = {item.argument: item.leaning for item in found.shares}
    for place, share in enumerate(exact):
        assert sampled[built.argument_ids[f"{'+-'[place % 2]}{place}"]] == pytest.approx(
            share, abs=4 * sure(found.error)
        ), place
    assert found.start + math.fsum(sampled.values()) == pytest.approx(100 * (2 * sure(strengths.values[top]) - 1))


@pytest.mark.parametrize(("semantics", "orders"), [(LOG_ODDS, None), (DF_QUAD, 25)], ids=["log-odds", "df-quad"])
def test_thousands_of_arguments_on_one_card_take_a_moment(semantics: Semantics, orders: int | None) -> None:
    built = many(2000)
    strengths = strengths_of(built, semantics)
    began = time.process_time()
    found = shapley(strengths, built.card_ids["A"])
    assert found is not None
    # Minutes when every order was tried one argument at a time; about a second now.
    assert time.process_time() - began < 10
    assert found.permutations == orders
    assert len(found.shares) == 2000


def test_shares_report_how_far_they_are_and_end_when_cancelled() -> None:
    built = many(EXACT_PLAYERS + 2)
    strengths, top = strengths_of(built, DF_QUAD), built.card_ids["A"]
    reports = []
    shapley(strengths, top, progress=lambda done, total: reports.append((done, total)))
    assert reports[0] == (0, 500)
    assert reports[-1] == (500, 500)
    assert reports == sorted(reports)
    assert shapley(strengths, top, cancelled=lambda: len(reports) > 3) is None


def test_nothing_has_a_share_in_a_card_without_weighed_arguments() -> None:
    built = MapBuilder()
    built.option("A")
    found = shapley(strengths_of(built), built.card_ids["A"])
    assert found is not None
    assert (found.start, found.shares) == (0, ())
    assert str(shares_sentence(built.document(), found)) == "Nothing below it is weighed."


def test_there_are_no_shares_where_a_coalition_does_not_settle() -> None:
    from tests.weighing.test_methods import restless

    built = restless()
    strengths = strengths_of(built)
    assert shapley(strengths, built.card_ids["A"]) is None
    assert sensitivities(strengths, built.card_ids["A"]) == ()
    assert tipping_points(strengths, built.card_ids["A"]) == ()


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@few
@given(trees())
def test_a_number_said_to_move_a_result_moves_it_as_said_and_the_others_do_not(
    semantics: Semantics, built: MapBuilder
) -> None:
    strengths = strengths_of(built, semantics)
    top = built.card_ids["top"]
    found = {item.card or -sure(item.argument): item for item in sensitivities(strengths, top)}
    now = 100 * (2 * sure(strengths.values[top]) - 1)
    shown = [abs(whole(item.leaning_then) - whole(now)) for item in found.values()]
    assert shown == sorted(shown, reverse=True)
    for node, item in found.items():
        assert strengths.what_if(top, {node: item.tried}) == pytest.approx((item.leaning_then / 100 + 1) / 2)
        assert abs(item.tried - item.now) == pytest.approx(0.1)


def test_only_as_many_sensitivities_are_tried_as_are_wanted() -> None:
    built = many(6)
    strengths = strengths_of(built)
    every = sensitivities(strengths, built.card_ids["A"])
    assert sensitivities(strengths, built.card_ids["A"], most=2) == every[:2]
    assert len(every) > 2


@st.composite
def shared_maps(draw: st.DrawFn) -> MapBuilder:
    """Claims that serve several others, for one and against another, so that a number may act both ways."""
    built = MapBuilder(sharpness=4.0)
    built.option("top")
    names = ["top"]
    for place in range(draw(st.integers(1, 4))):
        built.card(f"c{place}", draw(unit))
        for target in draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)):
            name = f"{draw(st.sampled_from('+-'))}{place}>{target}"
            built.argue(name, f"c{place}", target, draw(st.sampled_from([0.5, 1.0])))
        names.append(f"c{place}")
    return built


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@few
@given(shared_maps(), st.data())
def test_no_single_change_does_it_is_said_only_where_none_does_even_with_claims_used_twice(
    semantics: Semantics, built: MapBuilder, data: st.DataObject
) -> None:
    strengths = strengths_of(built, semantics)
    top = built.card_ids["top"]
    now = strengths.values[top]
    assume(now is not None and abs(now - 0.5) > 1e-6 and strengths.graph.is_moved(top))
    lead = sure(now) - 0.5

    def turned(node: Node, number: float) -> bool:
        strength = strengths.what_if(top, {node: number})
        return strength is not None and abs(strength - 0.5) >= 0.0025 - 1e-9 and (strength - 0.5) * lead < 0

    found = tipping_points(strengths, top)
    for item in found:
        assert turned(sure(item.card) if item.kind is TurningKind.PLAUSIBILITY else -sure(item.argument), item.needed)
    turning = {item.card or -(item.argument or 0) for item in found}
    for node in (strengths.graph.resting_on(top) - turning - {top}) if abs(lead) >= 0.0025 else ():
        assert not any(turned(node, step / 100) for step in range(1, 100, 7))


@pytest.mark.parametrize("semantics", COMPARED, ids=lambda item: item.name)
@few
@given(st.one_of(trees(), shared_maps()), st.sampled_from(list(PremiseRule)))
def test_gradients_are_those_of_small_changes(semantics: Semantics, built: MapBuilder, rule: PremiseRule) -> None:
    built.premise_rule = rule
    strengths = strengths_of(built, semantics)
    top = built.card_ids["top"]
    if not strengths.graph.is_moved(top):
        return
    found = {item.card or -sure(item.argument): item.gradient for item in sensitivities(strengths, top)}
    for node in strengths.graph.resting_on(top) - {top}:
        now = strengths.graph.base[node] if node > 0 else sure(strengths.graph.links[node].importance)
        slopes = []
        for nudge in (1e-6, -1e-6):
            moved = strengths.what_if(top, {node: min(max(now + nudge, 0.0), 1.0)})
            assert moved is not None
            slopes.append((moved - sure(strengths.values[top])) / nudge)
        # At a bend the two sides differ; the gradient is one of them or lies between.
        kinder = 1e-4 + (1 if now in (0.0, 1.0) else 0)
        assert min(slopes) - kinder <= found.get(node, 0.0) <= max(slopes) + kinder


def test_what_a_loop_hangs_on_is_explained_as_well() -> None:
    built = looped()
    strengths = strengths_of(built)
    found = sensitivities(strengths, built.card_ids["A"])
    assert {item.card for item in found if item.card} == {built.ids["one"], built.ids["two"]}
    for item in found:
        node = item.card or -sure(item.argument)
        assert strengths.what_if(built.ids["A"], {node: item.tried}) == pytest.approx((item.leaning_then / 100 + 1) / 2)


def test_sentences_say_what_moves_it_most_and_whose_share_is_largest() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("Names who must act", 0.8)
    built.card("Takes years", 0.95)
    built.argue("+", "Names who must act", "A", 1.0)
    built.argue("-", "Takes years", "A", 0.5)
    document, top = built.document(), built.card_ids["A"]
    results, strengths = weigh(document, MAP), StrengthGraph(document, MAP)
    found = sensitivities(strengths, top)
    assert str(sensitivity_sentence(document, results, top, found)) == (
        "Most sensitive to how likely “Names who must act” is: at 90 % instead of 80 % it would lean +21."
    )
    assert str(sensitivity_sentence(document, results, top, tuple(item for item in found if item.argument))) == (
        "Most sensitive to how much “Takes years” matters: with 60 of 100 instead of 50 it would lean +11."
    )
    assert str(sensitivity_sentence(document, results, top, ())) == "No single number moves it by a point."
    shares = shapley(strengths, built.card_ids["A"])
    assert shares is not None
    assert str(shares_sentence(document, shares)) == (
        "The largest share is that of “Names who must act”: +39 of leaning."
    )
    assert LOG_ODDS is strengths.graph.semantics
    assert weigh(document, MAP).cards[built.card_ids["A"]].leaning == pytest.approx(
        sum(s.leaning for s in shares.shares)
    )
    assert document.count(Argument) + 1 == document.count(Card)
