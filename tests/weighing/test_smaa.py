"""Random draws of weights and scores: published shares, sums that hold, draws that can be had again."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.weighing.arguments.loops import Floats
from desktop_app.weighing.criteria.argued import triangular
from desktop_app.weighing.criteria.weights import rank_order_centroid
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.robustness import smaa
from desktop_app.weighing.robustness.draws import CONCENTRATION, Firmness, TableDraws, WeightKnowledge
from desktop_app.weighing.robustness.sentences import trials_sentence
from desktop_app.weighing.robustness.smaa import accept, simulate
from desktop_app.weighing.robustness.table import ScoreTable
from tests.sure import sure
from tests.weighing.cases import Case, Inputs
from tests.weighing.test_robustness import NAMES, doubts, seed, table_of  # noqa: F401  (seed is a fixture)

DRAWS = 10_000


class NormalDraws:
    """The thrombolytics of the R package: normal scores, weights fixed or anything."""

    def __init__(self, inputs: Inputs, weights: Sequence[float] | None = None) -> None:
        self.mean, self.sd, self.fixed = np.array(inputs["mean"]), np.array(inputs["sd"]), weights

    def weights(self, chunk: int, draws: int) -> Floats:
        if self.fixed is not None:
            return np.tile(self.fixed, (draws, 1))
        return np.random.default_rng((1, chunk)).dirichlet(np.ones(3), draws)

    def scores(self, chunk: int, draws: int) -> Floats:
        return np.random.default_rng((2, chunk)).normal(self.mean, self.sd, (draws, *self.mean.shape))


def test_the_thrombolytics_have_the_acceptabilities_the_r_package_prints(case: Case) -> None:
    published = case("smaa-rsmaa-thrombolytics")
    inputs, expected, tolerance = published["inputs"], published["expected"], published["tolerance"]
    found = accept(NormalDraws(inputs), 2, 3, 5 * DRAWS)
    assert found is not None
    assert np.array(found.ranks) == pytest.approx(np.array(expected["rank_acceptability"]), abs=tolerance)
    assert np.array(found.central_weights) == pytest.approx(np.array(expected["central_weights"]), abs=tolerance)
    for fixed in expected["fixed_weights"]:
        firsts = sure(accept(NormalDraws(inputs, fixed["weights"]), 2, 3, DRAWS)).firsts
        assert firsts[fixed["option_index"]] == pytest.approx(fixed["first_rank"], abs=tolerance)
    confidence = [fixed["first_rank"] for fixed in expected["fixed_weights"][1:]]
    assert list(found.confidence) == pytest.approx(confidence, abs=tolerance)


def test_the_seed_map_has_its_expected_shares_of_first_places(case: Case, seed: ScoreTable) -> None:  # noqa: F811
    expected = case("seed-security-guarantees-illustrative")["expected"]
    stated = simulate(seed, WeightKnowledge.STATED, seed=1, draws=DRAWS)
    assert stated is not None
    assert list(stated.acceptability.firsts) == pytest.approx(expected["first_rank_stated_weights"], abs=0.015)
    anything = simulate(seed, WeightKnowledge.ANY, seed=1, draws=DRAWS)
    assert anything is not None
    assert list(anything.acceptability.firsts) == pytest.approx(expected["first_rank_any_weights"], abs=0.015)
    said = str(trials_sentence(stated, seed, NAMES))
    assert said == "C comes first in 95 of 100 trials that vary the doubtful scores; D in 5."


small = st.lists(
    st.lists(st.one_of(st.none(), doubts, st.just(Doubt(50, 50, 50))), min_size=3, max_size=3), min_size=2, max_size=4
)


@given(small, st.sampled_from(list(WeightKnowledge)), st.sampled_from(list(Firmness)), st.booleans())
@settings(max_examples=40, deadline=None)
def test_shares_of_ranks_sum_to_one_for_options_and_for_places(
    scores: list[list[Doubt | None]], knowledge: WeightKnowledge, firmness: Firmness, shared: bool
) -> None:
    table = table_of(scores, [50, 30, 0], [shared, False, shared])
    found = sure(simulate(table, knowledge, firmness=firmness, seed=3, draws=300)).acceptability
    ranks, winning = np.array(found.ranks), np.array(found.winning)
    assert ranks.sum(axis=0) == pytest.approx(np.ones(len(scores)))
    assert ranks.sum(axis=1) == pytest.approx(np.ones(len(scores)))
    assert winning + winning.T + np.eye(len(scores)) == pytest.approx(np.ones_like(winning))
    for first, central, confidence in zip(found.firsts, found.central_weights, found.confidence, strict=True):
        assert (central is None) == (confidence is None) == (first == 0)
        if central is not None:
            assert sum(central) == pytest.approx(1)
            assert 0 <= sure(confidence) <= 1


def test_the_same_seed_gives_the_same_shares_and_another_gives_others(seed: ScoreTable) -> None:  # noqa: F811
    shares = [simulate(seed, WeightKnowledge.ANY, seed=number, draws=3_000) for number in (1, 1, 2)]
    assert shares[0] == shares[1]
    assert sure(shares[0]).acceptability != sure(shares[2]).acceptability


def test_ranked_weights_are_drawn_in_their_order_and_around_their_centroid() -> None:
    table = table_of([[1, 2, 3], [3, 2, 1]], [20, 70, 50])
    drawn = TableDraws(table, WeightKnowledge.RANKED, seed=1).weights(0, DRAWS)
    assert (drawn[:, 1] >= drawn[:, 2]).all()
    assert (drawn[:, 2] >= drawn[:, 0]).all()
    heaviest, middle, lightest = rank_order_centroid(3)
    assert drawn.mean(axis=0) == pytest.approx([lightest, heaviest, middle], abs=0.01)


def test_weights_ranked_alike_are_drawn_alike() -> None:
    table = table_of([[1, 2, 3], [3, 2, 1]], [50, 50, 20])
    drawn = TableDraws(table, WeightKnowledge.RANKED, seed=1).weights(0, DRAWS)
    assert (drawn[:, :2].min(axis=1) >= drawn[:, 2]).all()
    assert drawn[:, 0].mean() == pytest.approx(drawn[:, 1].mean(), abs=0.01)


@pytest.mark.parametrize("firmness", list(Firmness))
def test_weights_around_those_given_spread_as_dirichlet_says(firmness: Firmness) -> None:
    table = table_of([[1, 2], [2, 1]], [40, 60])
    drawn = TableDraws(table, WeightKnowledge.AROUND, firmness=firmness, seed=1).weights(0, DRAWS)
    assert drawn.mean(axis=0) == pytest.approx([0.4, 0.6], abs=0.01)
    expected = np.sqrt(0.4 * 0.6 / (CONCENTRATION[firmness] + 1))
    assert drawn[:, 0].std() == pytest.approx(expected, rel=0.05)


def test_scores_are_drawn_from_their_triangles_and_missing_ones_from_the_whole_scale() -> None:
    doubt = Doubt(20, 30, 70)
    table = table_of([[doubt, None], [Doubt(40, 40, 40), Doubt(10, 10, 90)]], [1, 1])
    drawn = TableDraws(table, WeightKnowledge.ANY, seed=1).scores(0, DRAWS)
    assert np.quantile(drawn[:, 0, 0], [0.1, 0.5, 0.9]) == pytest.approx(
        triangular(doubt, np.array([0.1, 0.5, 0.9])), abs=1
    )
    assert np.quantile(drawn[:, 0, 1], [0.1, 0.5, 0.9]) == pytest.approx([10, 50, 90], abs=2)
    assert (drawn[:, 1, 0] == 40).all()
    assert drawn[:, 1, 1].min() >= 10


def test_shared_doubt_moves_all_options_together_and_leaves_the_order_alone() -> None:
    scores = [[Doubt(20, 50, 80)], [Doubt(15, 45, 75)]]
    together = simulate(table_of(scores, [1], [True]), WeightKnowledge.ANY, seed=1, draws=2_000)
    assert together is not None
    apart = simulate(table_of(scores, [1], [False]), WeightKnowledge.ANY, seed=1, draws=2_000)
    assert apart is not None
    assert together.acceptability.firsts == (1.0, 0.0)
    assert 0.5 < apart.acceptability.firsts[0] < 0.8


def test_one_weight_alone_cannot_vary_so_that_no_trials_of_weights_are_spoken_of() -> None:
    alone = table_of([[80], [60]], [1])
    assert trials_sentence(sure(simulate(alone, WeightKnowledge.ANY, seed=1, draws=100)), alone, NAMES) is None
    both = table_of([[80, 80], [60, 60]], [1, 1])
    said = trials_sentence(sure(simulate(both, WeightKnowledge.ANY, seed=1, draws=100)), both, NAMES)
    assert str(said) == "A comes first in 100 of 100 trials with any weights."


def test_options_alike_in_every_score_share_their_places() -> None:
    found = simulate(table_of([[50, 50], [50, 50], [0, 0]], [1, 1]), WeightKnowledge.ANY, seed=1, draws=4_000)
    assert found is not None
    assert found.acceptability.ranks[0][:2] == pytest.approx((0.5, 0.5))
    assert found.acceptability.ranks[2] == pytest.approx((0, 0, 1))


def test_draws_report_how_far_they_are_and_end_when_cancelled(seed: ScoreTable) -> None:  # noqa: F811
    reports: list[tuple[int, int]] = []
    simulate(seed, WeightKnowledge.ANY, seed=1, draws=5_000, progress=lambda done, total: reports.append((done, total)))
    assert reports == [(2_000, 5_000), (4_000, 5_000), (5_000, 5_000)]
    assert simulate(seed, WeightKnowledge.ANY, seed=1, draws=5_000, cancelled=lambda: True) is None
    asked = iter([False, False, False, True])
    assert simulate(seed, WeightKnowledge.ANY, seed=1, draws=5_000, cancelled=lambda: next(asked)) is None


def test_tables_too_large_to_keep_are_drawn_again_and_come_out_the_same(
    seed: ScoreTable,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = simulate(seed, WeightKnowledge.ANY, seed=1, draws=3_000)
    monkeypatch.setattr(smaa, "_KEPT", 0)
    assert simulate(seed, WeightKnowledge.ANY, seed=1, draws=3_000) == kept


def test_a_simulation_says_what_it_was_made_with(seed: ScoreTable) -> None:  # noqa: F811
    found = simulate(seed, WeightKnowledge.AROUND, firmness=Firmness.FIRM, seed=9, draws=100)
    assert found is not None
    assert (found.seed, found.firmness, found.numpy_version) == (9, Firmness.FIRM, np.__version__)
    assert sure(simulate(seed, WeightKnowledge.ANY, seed=9, draws=100)).firmness is None
    assert found.acceptability.draws == 100
