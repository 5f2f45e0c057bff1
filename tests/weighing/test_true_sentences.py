"""What may be said of a lead: the reference cases of the design (DEPTH 1.7), by name.

Inputs are raw weights and scores, None where nothing is scored; what is expected was computed by hand or by brute
force when the design was made, never by this program.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

import pytest

from desktop_app.weighing.criteria.totals import ranks
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.report import Report, report
from desktop_app.weighing.robustness.sweep import Stretch
from desktop_app.weighing.robustness.transport import least_move, whole_points
from tests.sure import sure
from tests.weighing.about import about
from tests.weighing.cases import Case
from tests.weighing.maps import MAP, MapBuilder

# A score; None where it is missing, low, likely and high where it is a range.
Cell: TypeAlias = float | tuple[float, float, float] | None


def reported(
    weights: Sequence[float],
    rows: Sequence[Sequence[Cell]],
    *,
    names: Sequence[str] | None = None,
    locked: Collection[str] = (),
    red_lines: Mapping[str, float] | None = None,
) -> Report:
    """Options A, B, C … with a row of scores each: None missing, (low, likely, high) a range."""
    built = MapBuilder()
    names = names or [f"K{number}" for number in range(1, len(weights) + 1)]
    for name, weight in zip(names, weights, strict=True):
        built.criterion(name, weight, locked=name in locked, red_line=(red_lines or {}).get(name))
    for letter, row in zip("ABCDEFGH", rows, strict=False):
        built.option(letter)
        for name, score in zip(names, row, strict=True):
            if isinstance(score, tuple):
                low, likely, high = score
                built.score(letter, name, likely, low=low, high=high)
            elif score is not None:
                built.score(letter, name, score)
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found is not None
    return found


def said(found: Report, *keys: str) -> list[str]:
    """The sentences whose key begins with one of these."""
    return [str(item) for item in found.sentences if item.key.startswith(keys)]


CASE_1: tuple[list[float], list[list[Cell]]] = ([50, 50, 5], [[95, 95, None], [60, 50, 50], [40, 60, 50]])


def test_case_1_the_leader_misses_a_score() -> None:
    found = reported(*CASE_1)
    assert [pytest.approx(total, abs=0.005) for total in found.table.totals()] == [
        (90.48, 95.24),
        (54.76, 54.76),
        (50, 50),
    ]
    assert said(found, "lead") == ["A comes first whatever the missing scores are: at least 90 against 55 for B."]
    third = found.sweeps[2]
    assert third.certain[0] == Stretch(0, about(0.444, within=5e-4))
    assert third.possible[1] == Stretch(about(0.444, within=5e-4), 1)
    assert third.certain[1] is None
    assert said(found, "weight.may") == [
        "K3: above 45 % B may be on top (A is not scored on it), never for certain; now 5 %."
    ]
    assert sure(found.move).share == pytest.approx(0.376, abs=5e-4)
    assert said(found, "move") == ["At worst for A, B draws level if 38 of 100 points of weight move from K2 to K3."]
    assert said(found, "pair") == ["A is between 36 and 40 points ahead of B: its K3 is missing."]
    assert not [sentence for sentence in map(str, found.sentences) if sentence.startswith("B ")]


def test_case_1_where_the_third_criterion_has_no_weight_it_makes_nothing_incomplete_but_its_own_sweep() -> None:
    found = reported([50, 50, 0], CASE_1[1])
    assert said(found, "lead") == ["A comes first with 95 of 100, 40 points ahead of B."]
    assert said(found, "weight.may") == [
        "K3: above 45 % B may be on top (A is not scored on it), never for certain; now 0 %."
    ]


def test_case_2_an_option_without_any_score_stands_outside() -> None:
    found = reported([1, 1], [[80, 75], [None, None], [20, None]])
    assert [str(item) for item in found.lead] == [
        "A comes first whatever the missing scores are: 78 against at most 60 for C.",
        "B is not scored and stands outside.",
    ]
    assert said(found, "missing") == []


def test_case_3_it_is_open_who_comes_first() -> None:
    found = reported([60, 40], [[70, 60], [90, None], [30, 20]])
    assert [(rank.best, rank.worst) for rank in found.standing.ranks] == [(1, 2), (1, 2), (3, 3)]
    assert said(found, "lead") == ["Who comes first is open: B (54–94) or A (66); C cannot."]
    assert said(found, "missing") == ["B is on top if its missing K2 is above 30."]
    assert found.sweeps[0].certain[1] == Stretch(about(0.75), 1)
    assert found.sweeps[0].possible[0] == Stretch(0, about(0.75))
    assert said(found, "weight") == [
        "K1: above 75 % B is on top; now 60 %.",
        "K2: below 25 % B is on top; now 40 %.",
    ]
    assert said(found, "move", "score", "doubt") == []


@pytest.mark.parametrize(
    ("totals", "places"),
    [
        ([51.7, 50.6, 50.4, 40], [1, 2, 2, 4]),
        ([51.8, 50.9, 50], [1, 1, 2]),
        ([50.4, 50.6], [1, 1]),
        ([50.6, 51.4], [1, 1]),
        ([60, 59], [1, 2]),
    ],
)
def test_case_4_level_is_a_distance_and_no_rounding_border(totals: list[float], places: list[int]) -> None:
    found = ranks([(total, total) for total in totals])
    assert [rank.best for rank in found] == [rank.worst for rank in found] == places


def test_case_5_options_alike_share_first_place_and_nothing_turns() -> None:
    found = reported([50, 50], [[50, 50]] * 3)
    assert said(found, "lead") == ["A, B and C share first place with 50: less than a point apart."]
    assert said(found, "weight", "move", "score", "pair") == []
    around = next(item for item in found.simulations if item.knowledge is WeightKnowledge.AROUND)
    assert around.acceptability.firsts == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_case_6_doubt_about_a_third_option_counts() -> None:
    found = reported([1, 1], [[60, 60], [58, 60], [(10, 50, 100), 60]])
    assert said(found, "lead") == ["A comes first with 60 of 100, 1 point ahead of B."]
    assert said(found, "doubt.turns") == ["Doubt about K1 alone could put C on top."]
    stated = next(item for item in found.simulations if item.knowledge is WeightKnowledge.STATED)
    assert stated.acceptability.firsts == pytest.approx((29 / 45, 0, 16 / 45), abs=0.015)
    assert said(found, "trials.scores")[0].startswith("A comes first in 6")


CASE_7 = ([10, 10, 40], [[0, 0, 75], [25, 0, 0]])


def test_case_7_the_least_move_of_weight_and_locks() -> None:
    found = reported(*CASE_7)
    assert sure(found.move).share == pytest.approx(0.4583, abs=5e-5)
    assert said(found, "move") == ["B draws level with A if 46 of 100 points of weight move from K3 to K1."]
    first = reported(*CASE_7, locked={"K1"})
    assert sure(first.move).share == pytest.approx(0.6111, abs=5e-5)
    assert said(first, "move") == ["B draws level with A if 62 of 100 points of weight move from K3 to K2."]
    third = reported(*CASE_7, locked={"K3"})
    assert said(third, "move") == ["No change of the unlocked weights lets another option draw level with A."]


def test_case_7_after_the_move_the_rival_is_ahead_by_what_rounding_up_leaves() -> None:
    moved = [1 / 6 + 0.46, 1 / 6, 4 / 6 - 0.46]
    totals = [sum(w * x for w, x in zip(moved, row, strict=True)) for row in CASE_7[1]]
    assert totals == pytest.approx([15.50, 15.67], abs=0.005)


def security(case: Case, locked: Collection[str] = ()) -> Report:
    given = case("seed-security-guarantees-illustrative")["inputs"]
    rows = [list(zip(*row, strict=True)) for row in zip(given["low"], given["likely"], given["high"], strict=True)]
    return reported(given["swing_weights"], rows, names=given["criteria"], locked=locked)


def test_case_8_the_security_guarantees(case: Case) -> None:
    found = security(case)
    assert said(found, "lead") == ["C comes first with 69 of 100, 11 points ahead of D."]
    assert said(found, "weight") == [
        "Specificity: above 46 % D is on top; now 22 %.",
        "The other 3 weights change nothing.",
    ]
    assert said(found, "pair") == [
        "C is 11 points ahead of D: it gains most on Scope (+10) and loses most on Specificity (−6)."
    ]
    assert said(found, "move") == ["D draws level with C if 15 of 100 points of weight move from Scope to Specificity."]
    assert said(found, "score") == ["D draws level with C if its Enforceability is 90 instead of 50."]
    assert said(found, "doubt") == ["Doubt about Credibility or Enforceability alone could put D on top."]
    trials = said(found, "trials.doubt")[0]
    assert "(32 %: two times in three 24–39 %) and the doubtful scores within their ranges" in trials
    firsts = {item.knowledge: item.acceptability.firsts for item in found.simulations}
    assert firsts[WeightKnowledge.AROUND][2:] == pytest.approx((0.91, 0.09), abs=0.015)
    assert firsts[WeightKnowledge.STATED][2:] == pytest.approx((0.95, 0.05), abs=0.015)


def test_case_8_with_specificity_locked_two_criteria_give(case: Case) -> None:
    found = security(case, locked={"Specificity"})
    move = sure(found.move)
    assert move.share == pytest.approx(0.2381, abs=5e-5)
    points, parts = sure(whole_points(move))
    assert points == 24
    assert [(found.names.criteria[place], share) for place, share in parts] == [("Scope", 19), ("Enforceability", 5)]
    (sentence,) = said(found, "move")
    assert sentence == (
        "D draws level with C if 24 of 100 points of weight move to Credibility: "
        "19 from Scope and 5 from Enforceability."
    )


def test_the_least_move_is_that_of_the_linear_programme(case: Case) -> None:
    found = security(case)
    every = [least_move(found.table, 2, rival, with_locks=True) for rival in (0, 1, 3)]
    assert min(move.share for move in every if move is not None) == sure(found.move).share


def test_some_come_first_or_are_level_with_others_whatever_is_missing() -> None:
    found = reported([50, 50, 2], [[80, 80, 80], [80, 80, None], [10, 10, 10]])
    assert said(found, "lead") == ["A comes first or is level with B, whatever the missing scores are."]


def test_a_lead_that_whole_numbers_would_hide_is_given_to_a_tenth() -> None:
    found = reported([98, 2], [[62.15, None], [58.97, None]])
    assert said(found, "lead") == [
        "A comes first whatever the missing scores are: at least 60.9 against at most 59.8 for B."
    ]


def test_red_lines_are_kept_apart_from_the_lead() -> None:
    rows = [[90, 90], [20, 60], [80, 70]]
    found = reported([1, 1], [[90, 10], [20, 60], [60, 55]], red_lines={"K2": 50})
    assert said(found, "lead", "red") == [
        "C comes first with 58 of 100, 8 points ahead of A.",
    ]
    first_is_under = reported([3, 1], [[90, 10], [20, 60], [60, 55]], red_lines={"K2": 50})
    assert said(first_is_under, "lead", "red") == [
        "A comes first with 70 of 100, 11 points ahead of C.",
        "Of the options above every red line, C comes first.",
    ]
    assert said(reported([3, 1], [[90, 10], [20, 20], [60, 55]], red_lines={"K2": 50}), "red") == [
        "Only C is above every red line."
    ]
    # A score that a red line asks for and nobody has given may lie under it.
    assert said(reported([3, 1], [[90, 10], [20, 60], [60, None]], red_lines={"K2": 50}), "red") == []
    assert said(reported([1, 1], rows), "red") == []


def test_a_turn_whose_number_only_the_end_of_the_scale_would_give_is_not_said() -> None:
    # K2 has to weigh more than 99.96 %.
    found = reported([50, 50], [[100, 49.98], [0, 50.02]])
    assert said(found, "weight") == []
    # Nor can "the other weight" then be said to change nothing.
    near = reported([50, 50], [[100, 49.9], [0, 50.5]])
    assert said(near, "weight") == [
        "K1: below 0.5 % B is on top; now 50 %.",
        "K2: above 99.5 % B is on top; now 50 %.",
    ]


def test_an_option_level_with_the_first_turns_nothing() -> None:
    found = reported([50, 50], [[60, 50], [50, 59.5], [0, 0]])
    assert said(found, "lead") == ["A and B share first place (55.0 and 54.8): less than a point apart."]
    assert said(found, "weight", "move", "score") == []


def test_a_fully_locked_table_has_no_move_of_the_unlocked_weights() -> None:
    found = reported([50, 50], [[80, 20], [20, 60]], locked={"K1", "K2"})
    assert said(found, "move") == ["No change of the unlocked weights lets another option draw level with A."]
