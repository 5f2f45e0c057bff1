"""How often a card leans which way when the doubt people have about its claims is drawn at random (WEIGHING 5.2)."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.weighing.arguments.graph import EVEN
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.criteria.argued import drawn_below
from desktop_app.wording.rounding import of_hundred
from desktop_app.wording.sentence import Sentence, Signed, say

_PERCENTILES: Final = (5.0, 95.0)


@dataclass(frozen=True, slots=True)
class LeaningRuns:
    """A card over all draws.

    Attributes:
        draws: how many.
        share_for: of them that lean for it, 0…1; an even draw counts half.
        low: 5th percentile of the leaning, -100…100.
        high: 95th percentile.
    """

    card: CardId
    draws: int
    share_for: float
    low: float
    high: float


def leaning_runs(
    records: Records, strengths: StrengthGraph, card: CardId, *, seed: int, draws: int
) -> LeaningRuns | None:
    """Draws every doubted claim below a card from the triangle of its range.

    Returns:
        None when nothing on the card is weighed, no claim below it is doubted, or a loop does not settle in every
        draw.
    """
    if strengths.values[card] is None or not list(strengths.graph.inputs(card)):
        return None
    drawn = drawn_below(records, strengths.graph, [card], seed, draws)
    if not drawn:
        return None
    values = drawn[card]
    low, high = np.percentile(100 * (2 * values - 1), _PERCENTILES)
    leans_for = float(np.mean(values > EVEN) + np.mean(values == EVEN) / 2)
    return LeaningRuns(card, draws, leans_for, float(low), float(high))


def runs_sentence(runs: LeaningRuns) -> Sentence:
    """Which way it leans how often: "… it leans for in 83 of 100 trials, from −6 to +41 in 90 of them."."""
    is_for = runs.share_for >= EVEN
    return say(
        "leaning.trials.for" if is_for else "leaning.trials.against",
        count=of_hundred(runs.share_for if is_for else 1 - runs.share_for),
        low=Signed(runs.low),
        high=Signed(runs.high),
    )
