"""Weights from orders, pairwise answers and swings; what a look over a matrix finds."""

from collections.abc import Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.edits import criteria as criterion_edits
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Criterion
from desktop_app.weighing.criteria.findings import dominates, finding_sentences, review
from desktop_app.weighing.criteria.swings import first_question, swing_question, swings
from desktop_app.weighing.criteria.weights import (
    PairwiseWeights,
    Ratio,
    judged_weights,
    order_weights,
    pairwise_sentences,
    pairwise_weights,
    rank_order_centroid,
    raw_weights,
)
from desktop_app.weighing.results import weigh
from tests.sure import sure
from tests.weighing.cases import Case
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_criteria import matrix_map

# How many times as much each criterion of a row counts as that of a column.
Answers: TypeAlias = Sequence[Sequence[float]]


def ratios_of(matrix: Answers) -> list[Ratio]:
    return [Ratio(row, column, matrix[row][column]) for row in range(len(matrix)) for column in range(row)]


def fitted(matrix: Answers) -> PairwiseWeights:
    return sure(pairwise_weights(len(matrix), ratios_of(matrix)))


def test_rank_order_centroids_are_those_published(case: Case) -> None:
    published = case("weights-rank-order-centroid")
    for count, weights in published["expected"]["weights"].items():
        assert rank_order_centroid(int(count)) == pytest.approx(weights, abs=published["tolerance"])


@given(st.integers(1, 30))
def test_weights_of_an_order_sum_to_one_and_decrease(count: int) -> None:
    weights = rank_order_centroid(count)
    assert sum(weights) == pytest.approx(1)
    assert list(weights) == sorted(weights, reverse=True)
    assert len(set(weights)) == count


def test_the_drinks_have_the_weights_and_the_consistency_saaty_prints(case: Case) -> None:
    drinks = case("ahp-saaty-drinks")
    found = fitted(drinks["inputs"]["matrix"])
    assert found.weights == pytest.approx(drinks["expected"]["weights"], abs=drinks["tolerance"])
    assert found.lambda_max == pytest.approx(7.17663, abs=1e-5)
    assert found.consistency_ratio == pytest.approx(drinks["expected"]["cr"], abs=drinks["tolerance"])


@pytest.mark.parametrize("name", ["ahp-leader-wikipedia", "ahp-saaty-city"])
def test_hierarchies_of_pairwise_answers_have_their_published_totals(case: Case, name: str) -> None:
    hierarchy = case(name)
    inputs, expected = hierarchy["inputs"], hierarchy["expected"]
    top = fitted(inputs["criteria_matrix"])
    below = [fitted(inputs["option_matrices"][criterion]) for criterion in inputs["criteria"]]
    totals = np.array(top.weights) @ np.array([item.weights for item in below])
    assert totals == pytest.approx(expected["totals"], abs=hierarchy["tolerance"])
    if "criteria_cr" in expected:
        assert top.weights == pytest.approx(expected["criteria_weights"], abs=hierarchy["tolerance"])
        assert top.consistency_ratio == pytest.approx(expected["criteria_cr"], abs=hierarchy["tolerance"])
        for criterion, item in zip(inputs["criteria"], below, strict=True):
            assert item.consistency_ratio == pytest.approx(expected["option_cr"][criterion], abs=hierarchy["tolerance"])


def test_pairwise_answers_about_options_reverse_ranks_which_is_why_they_serve_for_weights_only(case: Case) -> None:
    reversal = case("ahp-belton-gear-rank-reversal")
    for when in ("before", "after"):
        totals = np.mean([fitted(matrix).weights for matrix in reversal["inputs"][when]], axis=0)
        assert totals == pytest.approx(reversal["expected"][when], abs=reversal["tolerance"])


weights_of_four = st.lists(st.floats(0.05, 1), min_size=4, max_size=4)


@given(weights_of_four)
def test_answers_that_fit_together_give_back_the_weights_they_come_from(raw: list[float]) -> None:
    matrix = [[one / other for other in raw] for one in raw]
    found = fitted(matrix)
    assert found.weights == pytest.approx([value / sum(raw) for value in raw], abs=1e-7)
    assert found.consistency_ratio == pytest.approx(0, abs=1e-6)
    assert not found.should_revise


@given(weights_of_four, st.integers(0, 5))
def test_one_missing_answer_is_filled_in_with_what_the_others_say(raw: list[float], left_out: int) -> None:
    ratios = ratios_of([[one / other for other in raw] for one in raw])
    del ratios[left_out]
    found = pairwise_weights(4, ratios)
    assert found is not None
    assert found.weights == pytest.approx([value / sum(raw) for value in raw], abs=1e-6)
    assert (found.missing, found.consistency_ratio) == (1, None)
    assert pairwise_sentences(found, "ABCD")[0] == ("1 pair is not compared yet, so no consistency ratio can be given.")


def test_answers_that_do_not_connect_all_criteria_give_no_weights() -> None:
    assert pairwise_weights(4, [Ratio(0, 1, 2), Ratio(2, 3, 2)]) is None


def test_the_answer_that_fits_least_is_named_the_way_round_in_which_it_says_too_much() -> None:
    # A is twice B, B is twice C, and yet C is four times A.
    found = pairwise_weights(3, [Ratio(0, 1, 2), Ratio(1, 2, 2), Ratio(2, 0, 4)])
    assert found is not None
    assert found.should_revise
    assert (sure(found.worst).first, sure(found.worst).second) in {(0, 1), (1, 2), (2, 0)}
    said = pairwise_sentences(sure(pairwise_weights(4, [*ratios_of([[1] * 4] * 4)[:-1], Ratio(3, 2, 9)])), "ABCD")
    assert said[-1].startswith("The answer that fits least: D against C, 9.0 times as much; the answers together say")
    assert "random indices: Saaty 1980" in said[0]


def test_two_criteria_cannot_contradict_each_other() -> None:
    found = pairwise_weights(2, [Ratio(0, 1, 3)])
    assert found is not None
    assert found.weights == pytest.approx([0.75, 0.25])
    assert (found.consistency_ratio, found.worst) == (None, None)
    assert pairwise_sentences(found, "AB") == ()


def test_one_criterion_has_all_the_weight() -> None:
    assert sure(pairwise_weights(1, [])).weights == (1.0,)


def test_the_pairwise_answers_of_a_map_are_read_in_the_order_of_its_criteria() -> None:
    built = MapBuilder()
    for name in ("Scope", "Cost"):
        built.criterion(name, 50)
    document = built.document()
    assert judged_weights(document, MAP) is None
    criterion_edits.set_judgement(document, built.criterion_ids["Cost"], built.criterion_ids["Scope"], 3.0)
    found = judged_weights(document, MAP)
    assert found is not None
    assert found.weights == pytest.approx([0.25, 0.75])
    ids = [built.criterion_ids[name] for name in ("Scope", "Cost")]
    assert raw_weights(found.weights, ids) == pytest.approx({ids[0]: 100 / 3, ids[1]: 100})
    assert raw_weights((0.0,), ids[:1]) == {ids[0]: 0.0}


# --- swings ----------------------------------------------------------------------------------------------


def test_swings_are_asked_from_the_worst_to_the_best_level_in_words() -> None:
    built = MapBuilder()
    built.criterion("Specificity", 70)
    built.criterion("Cost", 100, stale=True)
    document = built.document()
    levels = [(0.0, "Goodwill only"), (50.0, "Kinds of help named"), (100.0, "Checkable by an outsider.")]
    criterion_edits.set_levels(document, built.criterion_ids["Specificity"], levels)
    specificity, cost = swings(document, MAP)
    assert (specificity.weight, specificity.is_stale, cost.is_stale) == (70, False, True)
    assert swing_question(cost, specificity) == (
        "Lifting Cost from “the worst there is” to “the best there is” counts 100. How much does lifting Specificity "
        "from “Goodwill only” to “Checkable by an outsider” count?"
    )
    assert first_question((specificity, cost)).endswith(
        "Which first: Specificity, from “Goodwill only” to “Checkable by an outsider”; "
        "Cost, from “the worst there is” to “the best there is”?"
    )


# --- findings --------------------------------------------------------------------------------------------


def test_a_look_over_a_matrix_finds_what_stands_out() -> None:
    built = matrix_map(["A", "B", "C"], ["Scope", "Cost"], [50, 50], likely=[[80, 60], [80, 40], [90, 39.6]])
    built.option("D")
    built.score("D", "Cost", None)
    built.card("con", 0.9)
    built.argue("-con", "con", "A", 1.0, criterion=built.criterion_ids["Scope"])
    built.records = [
        record
        if not isinstance(record, Criterion) or record.name != "Cost"
        else Criterion(record.id, record.map, record.name, record.rank, weight=50, red_line=40.0, stale=True)
        for record in built.records
    ]
    document, ids = built.document(), built.ids
    results = weigh(document, MAP)
    found = review(document, results)
    assert [(item.better, item.worse) for item in found.dominances] == [(ids["A"], ids["B"])]
    assert found.below_red_line == ((ids["C"], ids["Cost"]),)
    assert found.not_scored == ((ids["D"], ids["Scope"]), (ids["D"], ids["Cost"]))
    assert found.against_arguments == ((ids["A"], ids["Scope"]),)
    assert (ids["A"], ids["Scope"]) not in found.without_arguments
    assert len(found.without_arguments) == 5
    assert found.stale == (ids["Cost"],)
    assert tuple(map(str, finding_sentences(document, results, found))) == (
        "B is never better than A on any criterion.",
        "C on Cost is below the red line: 39.6, and 40 is the least.",
        "A on Scope: only cons, scored 80.",
        "Among the least supported: A on Cost; no weighed argument speaks to it.",
        "The weight of Cost was given before its scale changed.",
    )


def test_a_score_that_mixed_arguments_contradict_says_so() -> None:
    built = matrix_map(["A"], ["Scope"], [50], likely=[[10]])
    for sign, plausibility in (("+", 0.9), ("-", 0.1)):
        built.card(f"{sign} card", plausibility)
        built.argue(sign, f"{sign} card", "A", 1.0, criterion=built.criterion_ids["Scope"])
    document = built.document()
    results = weigh(document, MAP)
    assert tuple(map(str, finding_sentences(document, results, review(document, results)))) == (
        "A on Scope: its arguments point the other way, scored 10.",
        "Least supported: A on Scope; 2 arguments speak to it.",
    )


def test_of_cells_with_equally_few_arguments_that_of_the_weightiest_criterion_is_least_supported() -> None:
    built = matrix_map(["A"], ["Scope", "Cost"], [30, 70], likely=[[50, 50]])
    document = built.document()
    assert review(document, weigh(document, MAP)).least_supported == (built.ids["A"], built.ids["Cost"])


rows = st.lists(st.integers(0, 4), min_size=3, max_size=3)


@given(rows, rows, rows)
def test_dominance_has_no_circles_and_carries_over(one: list[int], other: list[int], third: list[int]) -> None:
    assert not (dominates(one, other) and dominates(other, one))
    assert not dominates(one, one)
    if dominates(one, other) and dominates(other, third):
        assert dominates(one, third)


def test_no_pairwise_answer_leads_to_a_weight_that_cannot_be_used() -> None:
    ids = (CriterionId(1), CriterionId(2), CriterionId(3))
    ratios = [*(1 / step for step in range(9, 1, -1)), *(float(step) for step in range(1, 10))]
    for first, second, third in product(ratios, repeat=3):
        found = pairwise_weights(3, [Ratio(0, 1, first), Ratio(0, 2, second), Ratio(1, 2, third)])
        assert found is not None
        raw = raw_weights(found.weights, ids)
        assert max(raw.values()) == 100.0
        assert min(raw.values()) > 0


def test_equal_weights_share_what_their_places_in_the_order_get() -> None:
    assert order_weights([50.0, 50.0, 50.0]) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    # Places 2 and 3 of three: 5/18 and 1/9, 7/36 each.
    assert order_weights([20.0, 70.0, 20.0]) == pytest.approx((7 / 36, 11 / 18, 7 / 36))
    assert order_weights([10.0, 30.0, 20.0]) == pytest.approx((1 / 9, 11 / 18, 5 / 18))
    assert order_weights([]) == ()
