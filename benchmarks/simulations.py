"""Simulating a ranking, against the draws and the matrix product alone in bare numpy; the same at every size of map."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from benchmarks.maps import Sample
from benchmarks.measuring import Effort, Result, best, between, cpu_ms
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.robustness.draws import CHUNK, WeightKnowledge
from desktop_app.weighing.robustness.smaa import simulate
from desktop_app.weighing.robustness.table import ScoreTable

LIMIT: Final = 3.0
OPTIONS, CRITERIA, DRAWS = 20, 12, 10_000


def measure_simulation(sample: Sample, effort: Effort) -> Iterator[Result]:
    """Measures 10,000 draws of 20 options on 12 criteria, every score and every weight in doubt."""
    low, likely, high = np.sort(np.random.default_rng(1).uniform(0, 100, (3, OPTIONS, CRITERIA)), axis=0)
    table = ScoreTable(
        options=tuple(CardId(place) for place in range(OPTIONS)),
        criteria=tuple(CriterionId(place) for place in range(CRITERIA)),
        weights=(1 / CRITERIA,) * CRITERIA,
        cells=tuple(tuple(Doubt(*three) for three in row) for row in np.stack((low, likely, high), axis=2).tolist()),
        shared=(False,) * CRITERIA,
        locked=(False,) * CRITERIA,
    )

    def ours() -> None:
        simulate(table, WeightKnowledge.ANY, seed=1, draws=DRAWS)

    def bare() -> None:
        random = np.random.default_rng(1)
        for _ in range(DRAWS // CHUNK):
            weights = random.dirichlet(np.ones(CRITERIA), CHUNK)
            scores = random.triangular(low, likely, high, (CHUNK, OPTIONS, CRITERIA))
            np.matmul(scores, weights[:, :, None])

    ratio, cost = best(
        effort.rounds,
        LIMIT,
        lambda: between(lambda: cpu_ms(bare, effort.runs), lambda: cpu_ms(ours, effort.runs)),
    )
    yield Result("simulate", sample.cards, ratio, LIMIT, "the draws and the product alone", cost)
