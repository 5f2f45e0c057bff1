"""Sweeps, pairs and least changes against published values and brute force."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.edits.deleting import delete_branch
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import Results, weigh
from desktop_app.weighing.robustness.any_weights import MOST_ALIKE, game_value, in_order
from desktop_app.weighing.robustness.cost import Better, cost_names, stated_direction, value_against_cost
from desktop_app.weighing.robustness.cost_sentences import cost_sentences
from desktop_app.weighing.robustness.names import Names, WeightsOf, read_names
from desktop_app.weighing.robustness.pairs import doubt_bars, head_to_head, nearest_tie, score_ties
from desktop_app.weighing.robustness.report import report
from desktop_app.weighing.robustness.sentences import pair_sentence, tie_sentence, weight_sentences
from desktop_app.weighing.robustness.sweep import sweep, sweeps, turns
from desktop_app.weighing.robustness.table import ScoreTable, read_table
from desktop_app.weighing.robustness.transport import least_move, nearest_move, whole_points
from desktop_app.wording.rounding import of_hundred
from desktop_app.wording.sentence import spoken
from tests.full_map import crossing
from tests.sure import sure
from tests.weighing.cases import Case, Inputs
from tests.weighing.maps import MAP
from tests.weighing.test_criteria import matrix_map

NAMES = Names(options=tuple("ABCDEFGH"), outside=(), criteria=tuple(f"c{place}" for place in range(8)))


# A score for each criterion, by option; None where it is missing.
Rows: TypeAlias = Sequence[Sequence[Doubt | float | None]]


def table_of(
    scores: Rows, weights: Sequence[float], shared: Sequence[bool] | None = None, locked: Sequence[bool] | None = None
) -> ScoreTable:
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
        locked=tuple(locked or [False] * len(weights)),
    )


@pytest.fixture
def office(case: Case) -> tuple[ScoreTable, Inputs]:
    found = case("smart-goodwin-wright-office")
    return table_of(found["inputs"]["scores"], found["inputs"]["swing_weights"]), found["expected"]["one_way"]


@pytest.fixture
def seed(case: Case) -> ScoreTable:
    inputs = case("seed-security-guarantees-illustrative")["inputs"]
    points = zip(inputs["low"], inputs["likely"], inputs["high"], strict=True)
    scores = [[Doubt(*three) for three in zip(*rows, strict=True)] for rows in points]
    return table_of(scores, inputs["swing_weights"])


def test_the_sweep_of_turnover_switches_where_goodwin_and_wright_print_it(
    office: tuple[ScoreTable, Inputs],
) -> None:
    table, printed = office
    found = sweep(table, 0, 1, 2)
    assert found is not None
    elton, addison = found.lines[4], found.lines[0]
    assert [addison.is_certain, elton.is_certain] == [True, True]
    assert elton.at_zero[0] == pytest.approx(printed["at_0_percent"], abs=0.05)
    assert elton.at_one[0] == pytest.approx(printed["at_100_percent"], abs=0.05)
    assert [place for place, stretch in enumerate(found.certain) if stretch is not None] == [0, 4]
    assert found.certain == found.possible
    assert 100 * sure(found.certain[0]).low == pytest.approx(printed["switch_at_percent"], abs=0.05)
    assert 100 * sure(found.certain[4]).high == pytest.approx(printed["switch_at_percent"], abs=0.05)
    assert sure(found.certain[0]).holds(found.now)


hundred = st.integers(0, 100).map(float)
tables = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        table_of,
        st.lists(st.lists(hundred, min_size=width, max_size=width), min_size=2, max_size=5),
        st.lists(st.floats(1, 100), min_size=width, max_size=width),
    )
)


# Cells may be missing: the lines are then the ends of a band.
gappy = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        table_of,
        st.lists(
            st.lists(st.one_of(hundred, hundred, st.none()), min_size=width, max_size=width), min_size=2, max_size=5
        ),
        st.lists(st.floats(1, 100), min_size=width, max_size=width),
    )
)


@given(gappy, st.floats(0.001, 0.999), st.integers(0, 1))
def test_who_is_on_top_in_a_sweep_is_so_whatever_the_missing_scores_are(
    table: ScoreTable, share: float, place: int
) -> None:
    found = sweep(table, place)
    assert found is not None
    rest = 1 - table.weights[place]
    weights = [share if own == place else (1 - share) * weight / rest for own, weight in enumerate(table.weights)]
    totals = np.array(table.totals(weights))
    assert np.array([line.at(share) for line in found.lines]) == pytest.approx(totals, abs=1e-9)
    for option, (certain, possible) in enumerate(zip(found.certain, found.possible, strict=True)):
        others = np.delete(totals, option, axis=0)
        is_on_top = totals[option, 0] >= others[:, 1].max() - 1e-7
        may_be = totals[option, 1] >= others[:, 0].max() - 1e-7
        if certain is not None and certain.low <= share <= certain.high:
            assert is_on_top
        elif totals[option, 0] > others[:, 1].max() + 1e-7:
            pytest.fail("on top, and not said to be")
        if possible is not None and possible.low <= share <= possible.high:
            assert may_be
        elif totals[option, 1] > others[:, 0].max() + 1e-7:
            pytest.fail("perhaps on top, and not said to be")


def test_weights_without_any_weight_count_alike_in_a_sweep() -> None:
    table = table_of([[100, 0, 50], [0, 100, 50]], [1, 0, 0])
    assert sure(sweep(table, 0)).lines[1].at_zero == (75, 75)
    assert sure(sweep(table, 1, 2)).lines[1].at_one == (75, 75)


def test_there_is_nothing_to_sweep_with_one_criterion_or_one_option() -> None:
    assert sweep(table_of([[1], [2]], [1]), 0) is None
    assert sweep(table_of([[1, 2]], [1, 1]), 0) is None
    assert sweep(table_of([[1, 2], [2, 3]], [1, 1])) is None


def weights_said(table: ScoreTable) -> str:
    now, swept = table.standing(), sweeps(table)
    found = sorted((turn for item in swept for turn in turns(item, now)), key=lambda turn: turn.distance)
    return spoken(weight_sentences(table, found, swept, now, NAMES))


def test_every_weight_that_turns_the_ranking_is_named_nearest_first() -> None:
    table = table_of([[100, 0, 40], [0, 100, 40], [45, 45, 100]], [50, 30, 20])
    assert weights_said(table) == (
        "c0: from 17 to 48 % C is on top; below 16 % B is on top; now 50 %. c2: above 23 % C is on top; now 20 %. "
        "c1: from 33 to 47 % C is on top; above 48 % B is on top; now 30 %."
    )
    assert weights_said(table_of([[9, 9], [1, 1]], [1, 1])) == "No single weight puts another option on top."


# --- pairs -----------------------------------------------------------------------------------------------


@given(gappy)
def test_points_of_a_pair_add_up_to_the_least_and_the_most_of_its_lead(table: ScoreTable) -> None:
    found = head_to_head(table, 0, 1)
    (least, most), (other_least, other_most) = table.totals()[:2]
    assert [sum(ends) for ends in zip(*found.points, strict=True)] == pytest.approx(list(found.lead))
    assert found.lead == pytest.approx((least - other_most, most - other_least), abs=1e-9)
    assert found.is_certain == (least == most and other_least == other_most)


def test_a_pair_is_said_with_where_it_gains_and_loses() -> None:
    def said(table: ScoreTable, one: int, other: int) -> str:
        return str(pair_sentence(head_to_head(table, one, other), NAMES))

    table = table_of([[90, 10], [10, 30]], [1, 1])
    assert said(table, 0, 1) == "A is 30 points ahead of B: it gains most on c0 (+40) and loses most on c1 (−10)."
    assert said(table, 1, 0) == "B is 30 points behind A: it gains most on c1 (+10) and loses most on c0 (−40)."
    assert said(table, 0, 0) == "A and A are level."
    assert said(table_of([[50, 51], [49, 50]], [1, 1]), 0, 1) == "A is 1 point ahead of B: it gains most on c0 (+1)."
    assert said(table_of([[20, 80], [10, 80]], [1, 1]), 1, 0) == "B is 5 points behind A: it loses most on c0 (−5)."
    open_pair = table_of([[90, None], [10, None]], [1, 1])
    assert said(open_pair, 0, 1) == (
        "A is between 10 points behind and 90 ahead of B: c1 of A and c1 of B are missing."
    )
    behind = table_of([[0, 0], [None, 90]], [1, 9])
    assert said(behind, 0, 1) == "A is between 81 and 91 points behind B: c0 of B is missing."


@given(tables)
def test_the_score_said_to_tie_two_options_ties_them_and_where_none_is_said_none_does(table: ScoreTable) -> None:
    totals = [least for least, _ in table.totals()]
    for item in score_ties(table, 1, 0):
        row = [sure(cell).likely for cell in table.cells[1]]

        def total(score: float, place: int = item.criterion, row: Sequence[float] = row) -> float:
            changed = [score if own == place else value for own, value in enumerate(row)]
            return sum(share * value for share, value in zip(table.weights, changed, strict=True))

        if item.needed is not None:
            assert total(item.needed) == pytest.approx(totals[0], abs=1e-9)
        else:
            assert (total(0) - totals[0]) * (total(100) - totals[0]) > 0


def test_ties_by_a_single_score_are_said_and_hold_literally() -> None:
    def said(table: ScoreTable) -> str:
        return str(tie_sentence(nearest_tie(score_ties(table, 1, 0)), 1, 0, NAMES))

    assert said(table_of([[90, 50], [60, 50]], [2, 1])) == "B draws level with A if its c0 is 90 instead of 60."
    assert said(table_of([[90, 50], [60, 50]], [7, 10])) == "B draws level with A if its c1 is 71 instead of 50."
    assert said(table_of([[100, 0], [0, 0]], [1, 0])) == "B draws level with A if its c0 is 100 instead of 0."
    assert said(table_of([[99.2, 0], [0, 0]], [1, 0])) == "B draws level with A if its c0 is 99.2 instead of 0."
    assert said(table_of([[100, 100], [0, 0]], [1, 1])) == "No single score of its own lets B draw level with A."


doubts = st.tuples(hundred, hundred, hundred).map(lambda three: Doubt(*sorted(three)))


@given(st.lists(st.lists(doubts, min_size=2, max_size=2), min_size=2, max_size=2), st.booleans(), st.floats(0, 1))
def test_a_bar_of_doubt_spans_what_doubt_about_one_criterion_can_do(
    scores: list[list[Doubt]], shared: bool, part: float
) -> None:
    table = table_of(scores, [30, 70], [shared, shared])
    lead = table.totals()[0][0] - table.totals()[1][0]
    for bar in doubt_bars(table, 0, 1):
        place = bar.criterion
        one, other = scores[0][place], scores[1][place]
        assert bar.low <= 1e-9
        assert bar.high >= -1e-9
        if shared:
            ends = [(one.low, other.low), (one.high, other.high)]
        else:
            ends = [(one.low, other.high), (one.high, other.low), (one.low + part * (one.high - one.low), other.likely)]
        for mine, theirs in ends:
            moved = lead + table.weights[place] * ((mine - theirs) - (one.likely - other.likely))
            assert lead + bar.low - 1e-9 <= moved <= lead + bar.high + 1e-9


# --- the least move of weight ----------------------------------------------------------------------------


@given(tables, st.lists(st.booleans(), min_size=4, max_size=4))
def test_the_least_move_draws_level_and_no_random_move_of_less_weight_does(
    table: ScoreTable, locks: list[bool]
) -> None:
    locked = tuple(locks[: len(table.weights)])
    table = ScoreTable(table.options, table.criteria, table.weights, table.cells, table.shared, locked)
    totals = [least for least, _ in table.totals()]
    leader = totals.index(max(totals))
    rows = np.array([[sure(cell).likely for cell in row] for row in table.cells])
    random = np.random.default_rng(7)
    for rival in range(len(totals)):
        if totals[leader] - totals[rival] < 1:
            continue
        found = least_move(table, leader, rival, with_locks=True)
        gains = rows[leader] - rows[rival]
        weights = np.array(table.weights)
        if found is not None:
            moved = weights.copy()
            for place, share in found.donors:
                moved[place] -= share
                moved[found.to] += share
            assert moved.min() >= -1e-12
            assert not any(locked[place] and moved[place] != table.weights[place] for place in range(len(weights)))
            assert moved @ gains == pytest.approx(0, abs=1e-7)
        # Random weights over the unlocked criteria at which the rival is level move no less.
        free = np.flatnonzero(~np.array(locked))
        for _ in range(200 if len(free) else 0):
            other = weights.copy()
            other[free] = random.dirichlet(np.ones(len(free)) * 0.4) * weights[free].sum()
            if other @ gains <= 0:
                assert found is not None
                assert np.abs(other - weights).sum() / 2 >= found.share - 1e-9


def test_points_that_change_hands_are_rounded_up_and_the_parts_add_up() -> None:
    found = least_move(table_of([[100, 90, 0], [0, 0, 5]], [40, 30, 30]), 0, 1, with_locks=True)
    assert found is not None
    points, parts = sure(whole_points(found))
    assert points == sum(share for _, share in parts)
    assert points - 1 < 100 * found.share <= points


def test_no_move_lets_a_rival_draw_level_that_is_behind_everywhere() -> None:
    assert nearest_move(table_of([[9, 9], [1, 1], [5, 2]], [1, 1]), 0) is None


# --- any weights in an order -----------------------------------------------------------------------------


def test_the_published_order_leaves_three_options_that_may_come_first() -> None:
    """DEPTH 5, test P1."""
    found = in_order(table_of([[80, 40, 50], [70, 70, 40], [60, 65, 60], [50, 50, 45]], [50, 30, 20]))
    assert found is not None
    assert (found.always, found.may) == (None, (0, 1, 2))


@given(gappy)
def test_who_may_come_first_in_an_order_is_who_does_under_some_of_many_weights(table: ScoreTable) -> None:
    found = in_order(table)
    if found is None:
        return
    order = np.argsort(-np.array(table.weights), kind="stable")
    random = np.random.default_rng(1)
    drawn = -np.sort(-random.dirichlet(np.ones(len(order)) * 0.5, 300), axis=1)
    ever: set[int] = set()
    always = set(range(len(table.options)))
    for shares in drawn:
        weights = np.empty(len(order))
        weights[order] = shares
        totals = np.array(table.totals(list(weights)))
        for option in range(len(totals)):
            others = np.delete(totals, option, axis=0)
            if (totals[option, 1] - others[:, 0]).min() > -1 + 1e-6:
                ever.add(option)
            if (totals[option, 0] - others[:, 1]).min() < 1 - 1e-6:
                always.discard(option)
    assert ever <= set(found.may)
    if found.always is not None:
        assert found.always in always


def test_the_value_of_a_game_is_that_of_textbooks() -> None:
    assert game_value(np.array([[1.0, -1.0], [-1.0, 1.0]])) == pytest.approx(0)
    assert game_value(np.array([[3.0, 1.0], [0.0, 2.0]])) == pytest.approx(1.5)
    assert game_value(np.array([[0.0, -1, 1], [1, 0, -1], [-1, 1, 0]])) == pytest.approx(0)


def test_an_order_that_says_nothing_is_not_spoken_of() -> None:
    assert in_order(table_of([[1, 2], [2, 1]], [1, 1])) is None
    assert in_order(table_of([[1, 2]], [1, 2])) is None
    wide = table_of([list(range(14)), list(range(14))], [1] * (MOST_ALIKE + 1) + [2])
    assert in_order(wide) is None


# --- value against cost ----------------------------------------------------------------------------------


def priced(
    scores: Sequence[float],
    amounts: Sequence[float | str | None],
    name: str = "Cost (less is better)",
    form: str = "{:f}",
) -> tuple[Document, Results]:
    built = matrix_map([f"o{place}" for place in range(len(scores))], ["Worth"], [50], likely=[[s] for s in scores])
    document = built.document()
    from desktop_app.edits.scores import set_fact

    for place, amount in enumerate(amounts):
        if amount is not None:
            set_fact(document, built.card_ids[f"o{place}"], name, form.format(amount))
    return document, weigh(document, MAP)


@pytest.mark.parametrize("name", ["Colour", "Colour (neither is better)"])
def test_value_is_held_against_nothing_that_does_not_say_which_way_is_better(name: str) -> None:
    document, map_id = crossing()
    with pytest.raises(ValueError, match="which way"):
        value_against_cost(document, weigh(document, map_id), name)


@given(st.lists(st.tuples(hundred, hundred), min_size=2, max_size=6))
def test_an_option_is_on_the_frontier_when_none_is_at_least_as_good_for_at_most_as_much(
    pairs: list[tuple[float, float]],
) -> None:
    document, results = priced([worth for worth, _ in pairs], [cost for _, cost in pairs])
    picture = value_against_cost(document, results, "cost (less is better)")
    for point, own in zip(picture.points, pairs, strict=True):
        beaten = any(o[0] >= own[0] and o[1] <= own[1] and o != own for o in pairs)
        assert (point.beaten_by is not None) == beaten
    costs = [point.amount for point in picture.frontier]
    assert costs == sorted(costs)


def test_the_frontier_names_whom_it_leaves_out_and_what_each_step_costs() -> None:
    """DEPTH 2, test U3, with an option that has no amount."""
    name = "Cost, £m (less is better)"
    document, results = priced([52, 61, 60, 70, 10], [0, 24, 30, 41, None], name, "£{}m")
    assert cost_names(document, results) == (name,)
    letters = dict(zip(results.options, "ABCDE", strict=True))
    assert spoken(cost_sentences(value_against_cost(document, results, name), letters)) == (
        "Against Cost, £m (less is better) nobody gives as much for less than A, B and D; "
        "B gives more than C for less. E has no total or no comparable amount and stands outside. "
        "From A to B +9 points for £24m and from B to D +9 for £17m."
    )


def costs_of(texts: Sequence[str]) -> str:
    """What is said of options with these texts as costs, each worth 10 more than the one before."""
    name = "Cost (less is better)"
    document, results = priced(range(10, 10 + 10 * len(texts), 10), texts, name, "{}")
    letters = dict(zip(results.options, "ABCDE", strict=False))
    return spoken(cost_sentences(value_against_cost(document, results, name), letters))


def test_an_option_whose_amount_compares_with_no_other_stands_outside() -> None:
    outside = "B has no total or no comparable amount and stands outside."
    assert costs_of(["£3m", "€9m", "£5m"]).endswith(f"{outside} From A to C +20 points for £2m.")
    assert costs_of(["3 km", "12 m", "900 km"]).endswith(f"{outside} From A to C +20 points for 897 km.")
    assert costs_of(["5k", "3000", "10k"]).endswith(f"{outside} From A to C +20 points for 5k.")


def test_amounts_are_in_the_unit_that_is_said_when_the_option_that_named_it_is_gone() -> None:
    name = "Cost (less is better)"
    document, results = priced([10, 20, 30], ["£24m", "£0.5bn", "£0.6bn"], name, "{}")
    first, *rest = results.options
    delete_branch(document, first)
    letters = dict(zip(rest, "AB", strict=True))
    picture = value_against_cost(document, weigh(document, MAP), name)
    assert [point.amount for point in picture.points] == [0.5, 0.6]
    assert spoken(cost_sentences(picture, letters)).endswith("From A to B +10 points for £0.1bn.")


def test_a_fact_whose_direction_nobody_stated_is_not_spoken_of() -> None:
    assert cost_names(*priced([80, 60], [10, 20], "Start year")) == ()
    assert cost_names(*priced([1, 2], [3, None])) == ()
    assert stated_direction("Jobs created (More is better)") is Better.MORE
    assert stated_direction("Cost (£m; lower is better)") is Better.LESS
    assert stated_direction("Which of them is better") is None


# --- the whole report ------------------------------------------------------------------------------------


def test_a_report_says_the_main_things_in_order() -> None:
    built = matrix_map(["A", "B"], ["c", "d"], [50, 40], likely=[[90, 40], [20, 80]])
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found is not None
    assert found.table.outside == ()
    assert [sentence.key for sentence in found.sentences] == [
        "lead.alone", "weight.turn", "weight.turn", "pair", "move", "score.tie", "doubt.none", "trials", "info.always",
    ]  # fmt: skip
    assert [sentence.key for sentence in found.opening] == ["lead.alone", "trials", "weight.turn", "move"]
    assert [item.knowledge.value for item in found.simulations] == ["any", "ranked", "around", "stated"]


def test_an_option_that_misses_a_score_is_in_every_number_of_a_report() -> None:
    built = matrix_map(["A", "B"], ["c", "d"], [50, 50], likely=[[90, 40], [20, None]])
    document = built.document()
    found = report(document, weigh(document, MAP))
    assert found is not None
    assert found.table.options == (built.ids["A"], built.ids["B"])
    assert len(found.sweeps) == 2
    assert len(found.pairs) == 1
    # Weights that are all alike have no order to speak of.
    assert found.in_order is None
    assert found.lead[0].key == "lead.sure.rival"


def test_without_totals_there_is_no_report_and_no_table() -> None:
    document = matrix_map(["A"], [], [], likely=[[]]).document()
    assert report(document, weigh(document, MAP)) is None
    assert read_table(document, weigh(document, MAP)) is None


def test_shares_of_trials_are_whole_and_never_all_or_none_unless_they_are() -> None:
    assert [of_hundred(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [0, 1, 50, 99, 100]


@given(tables)
def test_adding_an_option_never_changes_the_others(table: ScoreTable) -> None:
    assume(len(table.options) > 2)
    fewer = ScoreTable(table.options[:-1], table.criteria, table.weights, table.cells[:-1], table.shared, table.locked)
    assert table.totals()[:-1] == fewer.totals()


@pytest.mark.parametrize(("is_room", "whose"), [(False, WeightsOf.OWN), (True, WeightsOf.GIVEN)])
def test_weights_of_a_map_are_its_own_unless_several_people_gave_them(is_room: bool, whose: WeightsOf) -> None:
    document = matrix_map(["A", "B"], ["Scope", "Cost"], [30, 70], likely=[[80, 60], [20, 40]]).document()
    results = weigh(document, MAP)
    found = sure(report(document, results, is_room=is_room)).names
    assert found.weights is whose
    assert read_names(document, MAP, sure(read_table(document, results))).weights is WeightsOf.OWN
