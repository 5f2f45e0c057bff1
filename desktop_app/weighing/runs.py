"""How often a card leans which way when the doubt people have about its claims is drawn at random (WEIGHING 5.2)."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.weighing.argued import DRAWS, drawn_below
from desktop_app.weighing.graph import EVEN
from desktop_app.weighing.robustness.sentences import of_hundred
from desktop_app.weighing.strength import StrengthGraph
from desktop_app.wording.rounding import signed

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


def leaning_runs(records: Records, strengths: StrengthGraph, card: CardId, seed: int) -> LeaningRuns | None:
    """Draws every doubted claim below a card from the triangle of its range.

    Returns:
        None when nothing on the card is weighed, no claim below it is doubted, or a loop does not settle in every
        draw.
    """
    if strengths.values[card] is None or not list(strengths.graph.inputs(card)):
        return None
    drawn = drawn_below(records, strengths.graph, [card], seed)
    if not drawn:
        return None
    values = drawn[card]
    low, high = np.percentile(100 * (2 * values - 1), _PERCENTILES)
    leans_for = float(np.mean(values > EVEN) + np.mean(values == EVEN) / 2)
    return LeaningRuns(card, DRAWS, leans_for, float(low), float(high))


def runs_sentence(found: LeaningRuns) -> str:
    """Which way it leans how often: "… it leans for in 83 of 100 runs, from −6 to +41 in 90 of them."."""
    side, share = ("for", found.share_for) if found.share_for >= EVEN else ("against", 1 - found.share_for)
    ends = f"from {signed(found.low)} to {signed(found.high)}"
    return f"With the doubt about its claims it leans {side} in {of_hundred(share)} of 100 runs, {ends} in 90 of them."
