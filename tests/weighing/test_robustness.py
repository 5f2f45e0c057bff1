"""Sweeps, pairs and smallest changes against published values and brute force."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.model.ids import CardId, CriterionId
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.cost import cost_names, value_against_cost
from desktop_app.weighing.robustness.pairs import (
    head_to_head,
    nearest_turn,
    score_ties,
    smallest_weight_change,
    tornado,
)
from desktop_app.weighing.robustness.report import report
from desktop_app.weighing.robustness.sentences import (
    Names,
    cost_sentence,
    head_to_head_sentence,
    joined,
    of_hundred,
    score_tie_sentence,
    sweep_sentence,
    sweeps_sentence,
    tornado_sentence,
    weight_change_sentence,
)
from desktop_app.weighing.robustness.sweep import Line, sweep, sweeps, tie
from desktop_app.weighing.robustness.table import ScoreTable, read_table
from desktop_app.wording.rounding import whole
from tests.weighing.maps import MAP
from tests.weighing.test_criteria import matrix_map

NAMES = Names(tuple("ABCDEFGH"), tuple(f"c{place}" for place in range(8)))


def table_of(scores, weights, shared=None) -> ScoreTable:
    total = sum(weights)
    return ScoreTable(
        options=tuple(CardId(place) for place in range(len(scores))),
        criteria=tuple(CriterionId(place) for place in range(len(weights))),
        weights=tuple(weight / total for weight in weights),
        cells=tuple(
            tuple(score if isinstance(score, Doubt | None) else Doubt(score, score, score) for score in row)
            for row in scores
        ),
        shared=tuple(shared or [False] * len(weights)),
    )


@pytest.fixture
def office(case):
    found = case("smart-goodwin-wright-office")
    return table_of(found["inputs"]["scores"], found["inputs"]["swing_weights"]), found["expected"]["one_way"]


@pytest.fixture
def seed(case):
    inputs = case("seed-security-guarantees-illustrative")["inputs"]
    points = zip(inputs["low"], inputs["likely"], inputs["high"], strict=True)
    scores = [[Doubt(*three) for three in zip(*rows, strict=True)] for rows in points]
    return table_of(scores, inputs["swing_weights"])


def test_the_sweep_of_turnover_switches_where_goodwin_and_wright_print_it(office):
    table, printed = office
    found = sweep(table, (0, 1, 2))
    elton, addison = found.lines[4], found.lines[0]
    assert 100 * tie(addison, elton) == pytest.approx(printed["switch_at_percent"], abs=0.05)
    assert elton.at_zero == pytest.approx(printed["at_0_percent"], abs=0.05)
    assert elton.at_one == pytest.approx(printed["at_100_percent"], abs=0.05)
    assert [lead.option for lead in found.leads] == [4, 0]
    assert 100 * found.stable.low == pytest.approx(printed["switch_at_percent"], abs=0.05)
    assert found.stable.option == 0


def test_of_the_seed_map_only_specificity_matters(seed):
    names = Names(tuple("ABCD"), ("Specificity", "Credibility", "Enforceability", "Scope"))
    assert sweeps_sentence(sweeps(seed), names) == "Only Specificity matters: above 46 % D leads."
    assert sweep_sentence(sweeps(seed)[0], names) == "Specificity: above 46 % D leads; now 22 %."
    assert sweep_sentence(sweeps(seed)[3], names) == "Scope: C leads whatever it weighs."
    turn = nearest_turn(seed)
    assert whole(turn.shifted) == 17
    assert weight_change_sentence(turn, seed, names).startswith("D draws level with C if 17 of 100 points")


hundred = st.integers(0, 100).map(float)
tables = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        table_of,
        st.lists(st.lists(hundred, min_size=width, max_size=width), min_size=2, max_size=5),
        st.lists(st.floats(1, 100), min_size=width, max_size=width),
    )
)


@given(tables, st.floats(0, 1), st.integers(0, 1))
def test_lines_and_leads_of_a_sweep_are_the_totals_under_those_weights(table, share, place):
    found = sweep(table, (place,))
    rest = 1 - table.weights[place]
    weights = [share if own == place else (1 - share) * weight / rest for own, weight in enumerate(table.weights)]
    totals = table.totals(weights)
    assert [line.at(share) for line in found.lines] == pytest.approx(list(totals), abs=1e-9)
    assert (found.leads[0].low, found.leads[-1].high) == (0, 1)
    for lead, following in zip(found.leads, found.leads[1:], strict=False):
        assert lead.high == following.low
        assert lead.option != following.option
    leader = next(lead.option for lead in found.leads if lead.low <= share <= lead.high)
    assert totals[leader] == pytest.approx(max(totals), abs=1e-9)
    assert table.totals()[found.stable.option] == pytest.approx(max(table.totals()), abs=1e-9)


def test_weights_without_any_weight_count_alike_in_a_sweep():
    table = table_of([[100, 0, 50], [0, 100, 50]], [1, 0, 0])
    assert sweep(table, (0,)).lines[1].at_zero == 75
    assert sweep(table, (1, 2)).lines[1].at_one == 75


def test_there_is_nothing_to_sweep_with_one_criterion_or_one_complete_option():
    assert sweep(table_of([[1], [2]], [1]), (0,)) is None
    assert sweep(table_of([[1, 2], [None, 3]], [1, 1]), (0,)) is None
    assert sweep(table_of([[1, 2], [2, 3]], [1, 1]), ()) is None
    assert sweeps_sentence((), NAMES).startswith("Weights cannot be swept")


def test_parallel_lines_never_tie():
    assert tie(Line(0, 10, 20), Line(1, 5, 15)) is None
    assert tie(Line(0, 10, 20), Line(1, 10, 20)) is None
    assert tie(Line(0, 0, 10), Line(1, 10, 0)) == 0.5


def test_several_weights_that_can_change_the_lead_are_all_named():
    table = table_of([[100, 0, 40], [0, 100, 40], [45, 45, 100]], [50, 30, 20])
    said = sweeps_sentence(sweeps(table), NAMES)
    assert said.startswith("A leads; 3 single weights can change that. c0: below")
    assert "c1: above" in said
    assert sweeps_sentence(sweeps(table_of([[9, 9], [1, 1]], [1, 1])), NAMES) == (
        "No single weight changes the lead: A leads whatever one of them is."
    )


@given(tables)
def test_a_switch_said_of_a_weight_turns_the_lead_half_a_point_beyond_it(table):
    for found in sweeps(table):
        for switch in found.switches:
            before, after = max(switch - 1e-6, 0), min(switch + 1e-6, 1)
            totals = [[line.at(share) for line in found.lines] for share in (before, after)]
            firsts = [row.index(max(row)) for row in totals]
            assert totals[0][firsts[0]] >= totals[0][firsts[1]]
            assert totals[1][firsts[1]] >= totals[1][firsts[0]]


# --- pairs -----------------------------------------------------------------------------------------------


@given(tables)
def test_points_of_a_pair_add_up_to_the_difference_of_their_totals(table):
    found = head_to_head(table, 0, 1)
    totals = table.totals()
    assert sum(found.points) == pytest.approx(found.difference)
    assert found.difference == pytest.approx(totals[0] - totals[1], abs=1e-9)


def test_a_pair_is_said_with_where_it_gains_and_loses():
    table = table_of([[90, 10], [10, 30]], [1, 1])
    assert head_to_head_sentence(head_to_head(table, 0, 1), NAMES) == (
        "A is 30 points ahead of B: it gains most on c0 (+40) and loses most on c1 (−10)."
    )
    assert head_to_head_sentence(head_to_head(table, 1, 0), NAMES).startswith("B is 30 points behind A: it gains")
    assert head_to_head_sentence(head_to_head(table, 0, 0), NAMES) == "A and A are level."
    near = table_of([[50, 50], [49, 49]], [1, 1])
    assert head_to_head_sentence(head_to_head(near, 0, 1), NAMES).startswith("A is 1 point ahead of B")


@given(tables)
def test_the_score_said_to_tie_two_options_ties_them_and_where_none_is_said_none_does(table):
    totals = table.totals()
    for item in score_ties(table, 1, 0):
        weight, row = table.weights[item.criterion], table.likely()[1]

        def total(score, place=item.criterion, row=row):
            changed = [score if own == place else value for own, value in enumerate(row)]
            return sum(share * value for share, value in zip(table.weights, changed, strict=True))

        assert weight > 0
        if item.needed is not None:
            assert total(item.needed) == pytest.approx(totals[0], abs=1e-9)
        else:
            assert (total(0) - totals[0]) * (total(100) - totals[0]) > 0


def test_ties_by_a_single_score_are_said():
    table = table_of([[90, 50], [60, 50]], [1, 1])
    ties = score_ties(table, 1, 0)
    assert [item.needed for item in ties] == pytest.approx([90, 80])
    assert score_tie_sentence(ties, 0, NAMES) in {
        "B draws level with A if its c0 is 90 instead of 60.",
        "B draws level with A if its c1 is 80 instead of 50.",
    }
    far = table_of([[100, 100], [0, 0]], [1, 1])
    assert score_tie_sentence(score_ties(far, 1, 0), 0, NAMES) == "No single score lets B draw level with A."
    weightless = table_of([[90, 0], [60, 0]], [1, 0])
    assert score_ties(weightless, 1, 0)[1].needed is None


doubts = st.tuples(hundred, hundred, hundred).map(lambda three: Doubt(*sorted(three)))


@given(st.lists(st.lists(doubts, min_size=2, max_size=2), min_size=2, max_size=2), st.booleans(), st.floats(0, 1))
def test_a_tornado_spans_what_doubt_about_one_criterion_can_do(scores, shared, part):
    table = table_of(scores, [30, 70], [shared, shared])
    likely = table.likely()
    for bar in tornado(table, 0):
        cell, weight = scores[0][bar.criterion], table.weights[bar.criterion]
        assert bar.low == pytest.approx(weight * (cell.low - cell.likely))
        assert bar.high == pytest.approx(weight * (cell.high - cell.likely))
    lead = table.totals()[0] - table.totals()[1]
    for bar in tornado(table, 0, 1):
        place = bar.criterion
        one, other = scores[0][place], scores[1][place]
        assert bar.low <= 1e-9
        assert bar.high >= -1e-9
        if shared:
            ends = [(one.low, other.low), (one.high, other.high)]
        else:
            ends = [(one.low, other.high), (one.high, other.low), (one.low + part * (one.high - one.low), other.likely)]
        for mine, theirs in ends:
            moved = lead + table.weights[place] * ((mine - theirs) - (likely[0][place] - likely[1][place]))
            assert lead + bar.low - 1e-9 <= moved <= lead + bar.high + 1e-9


def test_doubt_that_could_end_a_lead_is_said(seed):
    names = Names(tuple("ABCD"), ("Specificity", "Credibility", "Enforceability", "Scope"))
    lead = head_to_head(seed, 2, 3).difference
    said = tornado_sentence(tornado(seed, 2, 3), lead, names)
    assert said == (
        "Doubt about Credibility moves the lead most: from −2 to +22. "
        "Doubt about Credibility or Enforceability alone could end it."
    )
    assert tornado_sentence(tornado(seed, 2, 0), 46.0, names).endswith(
        "Doubt about one criterion alone does not end it."
    )
    certain = table_of([[9, 9], [1, 1]], [1, 1])
    assert tornado_sentence(tornado(certain, 0, 1), 8.0, names) == "No score is in doubt."


@given(tables)
def test_the_smallest_weight_change_ties_and_nothing_nearer_does(table):
    leader = table.leader()
    rows = table.likely()
    for rival in range(len(table.options)):
        found = smallest_weight_change(table, leader, rival)
        differences = [mine - theirs for mine, theirs in zip(rows[leader], rows[rival], strict=True)]
        if found is None:
            assert min(differences) > 0 or max(differences) < 0
            continue
        assert sum(found.weights) == pytest.approx(1)
        assert min(found.weights) >= 0
        totals = table.totals(found.weights)
        assert totals[leader] == pytest.approx(totals[rival], abs=1e-6)
        nearest = sum((new - old) ** 2 for new, old in zip(found.weights, table.weights, strict=True))
        # Random weights: none at which the rival is level is nearer than what was found.
        chance = random.Random(7)
        for _ in range(40):
            drawn, step = [chance.expovariate(1) for _ in table.weights], chance.random()
            weights = [old + step * (value / sum(drawn) - old) for old, value in zip(table.weights, drawn, strict=True)]
            others = table.totals(weights)
            if others[rival] >= others[leader]:
                distance = sum((new - old) ** 2 for new, old in zip(weights, table.weights, strict=True))
                assert distance >= nearest - 1e-7


def test_where_no_weights_turn_it_that_is_said():
    table = table_of([[9, 9], [1, 1], [5, None]], [1, 1])
    assert nearest_turn(table.complete()) is None
    assert weight_change_sentence(None, table, NAMES) == "No change of weights lets another option draw level with A."
    assert nearest_turn(table_of([[None]], [1]).complete()) is None
    assert weight_change_sentence(None, table_of([[None]], [1]), NAMES).endswith("level with the leader.")


# --- value against cost ----------------------------------------------------------------------------------


def priced(scores, amounts):
    built = matrix_map([f"o{place}" for place in range(len(scores))], ["Worth"], [50], likely=[[s] for s in scores])
    document = built.document()
    from desktop_app.edits.scores import set_fact

    for place, amount in enumerate(amounts):
        if amount is not None:
            set_fact(document, built.ids[f"o{place}"], "Cost", f"€ {amount}", amount=amount)
    return document, weigh(document, MAP)


@given(st.lists(st.tuples(hundred, hundred), min_size=2, max_size=6))
def test_an_option_is_efficient_when_none_is_at_least_as_good_for_at_most_as_much(pairs):
    document, results = priced(*zip(*pairs, strict=True))
    picture = value_against_cost(document, results, "cost")
    for point, own in zip(picture.points, pairs, strict=True):
        beaten = any(o[0] >= own[0] and o[1] <= own[1] and o != own for o in pairs)
        assert point.is_efficient != beaten
    costs = [point.amount for point in picture.frontier]
    assert costs == sorted(costs)


def test_options_without_the_amount_are_left_out_and_the_rest_is_said():
    document, results = priced([80, 60, 90, 10], [10, 20, 30, None])
    assert cost_names(document, results) == ("Cost",)
    picture = value_against_cost(document, results, "Cost")
    assert len(picture.left_out) == 1
    letters = dict(zip(results.options, "ABCD", strict=True))
    assert cost_sentence(picture, letters) == (
        "For its Cost, A and C give the most value. B: as much or more is to be had for no more."
    )
    assert cost_sentence(value_against_cost(document, results, "Time"), letters) == (
        "No option has both a total and an amount for Time."
    )
    assert cost_names(*priced([1, 2], [3, None])) == ()


# --- the whole report ------------------------------------------------------------------------------------


def test_a_report_says_the_main_things_in_order():
    built = matrix_map(["A", "B"], ["c", "d"], [50, 40], likely=[[90, 40], [20, 80]])
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found.left_out == ()
    assert [sentence.split(" ")[0] for sentence in found.sentences] == ["A", "A", "B", "B", "No", *["A"] * 4]
    assert [item.knowledge.value for item in found.simulations] == ["any", "ranked", "around", "stated"]


def test_a_report_of_options_with_missing_scores_rests_on_draws_alone():
    built = matrix_map(["A", "B"], ["c", "d"], [50, 50], likely=[[90, 40], [20, None]])
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found.left_out == (built.ids["B"],)
    assert (found.sweeps, found.pairs, found.turn) == ((), (), None)
    # Weights that are all alike have no order to speak of.
    assert len(found.sentences) == 3
    assert found.sentences[-1].startswith("A comes first in")


def test_without_totals_there_is_no_report_and_no_table():
    document = matrix_map(["A"], [], [], likely=[[]]).document()
    assert report(document, weigh(document, MAP)) is None
    assert read_table(document, weigh(document, MAP)) is None


def test_shares_of_runs_are_whole_and_never_all_or_none_unless_they_are():
    assert [of_hundred(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [0, 1, 50, 99, 100]
    assert [joined(list(words)) for words in ("A", "AB", "ABC")] == ["A", "A and B", "A, B and C"]


@given(tables)
def test_adding_an_option_never_changes_the_others(table):
    assume(len(table.options) > 2)
    fewer = ScoreTable(table.options[:-1], table.criteria, table.weights, table.cells[:-1], table.shared)
    assert table.totals()[:-1] == fewer.totals()
