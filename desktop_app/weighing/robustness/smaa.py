"""Which option comes first how often, over many draws of weights and scores (SMAA-2: Lahdelma & Salminen 2001).

acceptability    share of draws in which an option has a rank
central weights  the mean of the weights with which it comes first
confidence       share of score draws in which it comes first under its central weights
winning          share of draws in which one option beats another
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import CardId, CriterionId
from desktop_app.weighing.arguments.loops import Floats
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.robustness.draws import CHUNK, Draws, Firmness, TableDraws, WeightKnowledge
from desktop_app.weighing.robustness.table import ScoreTable

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
# Drawn scores are kept for the second round up to this many numbers (64 MB); beyond, they are drawn again.
_KEPT: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares of draws, 0…1; options and criteria in the order of the table.

    Attributes:
        ranks: for each option, the share of draws in which it has each rank, best first; k options that tie exactly
            have 1/k of each place they take up. Rows and columns sum to 1.
        central_weights: for each option; None when it never comes first.
        confidence: for each option; None when it never comes first.
        winning: `winning[a][b]`: a has more than b; a tie counts half; with `winning[b][a]` it makes 1.
            On the diagonal 0.
        draws: how many.
    """

    ranks: tuple[tuple[float, ...], ...]
    central_weights: tuple[tuple[float, ...] | None, ...]
    confidence: tuple[float | None, ...]
    winning: tuple[tuple[float, ...], ...]
    draws: int

    @property
    def firsts(self) -> tuple[float, ...]:
        """For each option, the share of draws in which it comes first."""
        return tuple(row[0] for row in self.ranks)


@dataclass(frozen=True, slots=True)
class Simulation:
    """The acceptability of a map's options, with all that is needed to have it again."""

    options: tuple[CardId, ...]
    criteria: tuple[CriterionId, ...]
    acceptability: Acceptability
    knowledge: WeightKnowledge
    firmness: Firmness | None
    seed: int
    numpy_version: str


def _silent(_done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


def simulate(
    table: ScoreTable,
    knowledge: WeightKnowledge,
    *,
    seed: int,
    draws: int,
    firmness: Firmness = Firmness.REASONABLE,
    progress: Progress = _silent,
    cancelled: Cancelled = _never,
) -> Simulation | None:
    """Draws weights and scores around a table.

    Args:
        table: missing scores are drawn from the whole scale.
        knowledge: what is taken to be known of the weights.
        seed: of the map.
        draws: at least 1.
        firmness: how near to the stated weights, where they lie around them.
        progress: told (draws done, draws in all) after each chunk.
        cancelled: asked after each chunk; true ends it.

    Returns:
        None when cancelled.
    """
    source = TableDraws(table, knowledge, firmness=firmness, seed=seed)
    acceptability = accept(
        source, len(table.options), len(table.criteria), draws, progress=progress, cancelled=cancelled
    )
    if acceptability is None:
        return None
    return Simulation(
        options=table.options,
        criteria=table.criteria,
        acceptability=acceptability,
        knowledge=knowledge,
        firmness=firmness if knowledge is WeightKnowledge.AROUND else None,
        seed=seed,
        numpy_version=np.__version__,
    )


def accept(
    source: Draws,
    options: int,
    criteria: int,
    draws: int,
    *,
    progress: Progress = _silent,
    cancelled: Cancelled = _never,
) -> Acceptability | None:
    """Ranks the options in every draw; None when cancelled."""
    rank_counts = np.zeros((options, options))
    wins = np.zeros((options, options))
    weight_sums = np.zeros((options, criteria))
    keeps = draws * options * criteria <= _KEPT
    kept: list[Floats] = []
    done = 0
    for chunk, size in _chunks(draws):
        weights, scores = source.weights(chunk, size), source.scores(chunk, size)
        if keeps:
            kept.append(scores)
        totals = np.matmul(scores, weights[:, :, None])[:, :, 0]
        beats = totals[:, :, None] > totals[:, None, :] + NOISE
        level = ~beats & ~beats.transpose(0, 2, 1)  # of each with itself, too
        wins += beats.sum(axis=0) + (level.sum(axis=0) - size * np.eye(options)) / 2
        ahead, alike = beats.sum(axis=1), level.sum(axis=2)
        shares = 1 / alike
        for step in range(int(alike.max())):
            # Options that tie share the places they take up.
            tied = alike > step
            flat = (ahead + step + options * np.arange(options))[tied]
            counted = np.bincount(flat, weights=shares[tied], minlength=options * options)
            rank_counts += counted.reshape(options, options)
        weight_sums += np.where(ahead == 0, shares, 0.0).T @ weights
        done += size
        progress(done, draws)
        if cancelled():
            return None
    firsts = rank_counts[:, 0]
    central = weight_sums / np.where(firsts > 0, firsts, 1)[:, None]
    confident = np.zeros(options)
    for chunk, size in _chunks(draws):
        scores = kept[chunk] if keeps else source.scores(chunk, size)
        confident += _firsts_under(scores, central)
        if cancelled():
            return None
    return Acceptability(
        ranks=_rows(rank_counts / draws),
        central_weights=tuple(
            tuple(row) if first else None for row, first in zip(central.tolist(), firsts.tolist(), strict=True)
        ),
        confidence=tuple(
            share / draws if first else None for share, first in zip(confident.tolist(), firsts.tolist(), strict=True)
        ),
        winning=_rows(wins / draws),
        draws=draws,
    )


def _chunks(draws: int) -> Iterator[tuple[int, int]]:
    for chunk, start in enumerate(range(0, draws, CHUNK)):
        yield chunk, min(CHUNK, draws - start)


def _firsts_under(scores: Floats, central: Floats) -> Floats:
    """How often each option comes first under its own central weights; options that tie share it."""
    totals = np.matmul(scores, central.T)  # draws × options × whose weights
    own = np.diagonal(totals, axis1=1, axis2=2)
    firsts: Floats = (own >= totals.max(axis=1)).sum(axis=0, dtype=np.float64)
    return firsts


def _rows(matrix: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in matrix.tolist())
