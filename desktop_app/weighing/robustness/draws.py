"""Random weights and scores for `smaa`, in chunks, each from a stream of its own: the same seed, the same draws."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.weighing.arguments.loops import Floats
from desktop_app.weighing.robustness.table import ScoreTable

CHUNK: Final = 2_000


class WeightKnowledge(StrEnum):
    """What is taken to be known of the weights."""

    ANY = "any"  # nothing: all weights alike
    RANKED = "ranked"  # only which matters more
    AROUND = "around"  # near those stated
    STATED = "stated"  # exactly those stated; only scores are in doubt


class Firmness(StrEnum):
    """How near, where weights lie around those stated."""

    ROUGH = "rough"
    REASONABLE = "reasonable"
    FIRM = "firm"


# K of the Dirichlet distribution around stated weights (WEIGHING 2.5): sd = √(w(1−w) / (K+1)).
CONCENTRATION: Final = {Firmness.ROUGH: 10.0, Firmness.REASONABLE: 40.0, Firmness.FIRM: 160.0}


class Draws(Protocol):
    """Where `smaa` has its draws from; the same chunk is the same whenever it is asked for."""

    def weights(self, chunk: int, draws: int) -> Floats:
        """Weights that sum to 1: draws × criteria."""

    def scores(self, chunk: int, draws: int) -> Floats:
        """Scores 0…100: draws × options × criteria."""


@dataclass(frozen=True, slots=True)
class _Triangles:
    """The doubted cells, flat: their places and what the inverse of their distribution needs."""

    places: NDArray[np.intp]
    low: Floats
    high: Floats
    turn: Floats  # the quantile of the likely value
    rise: Floats  # width · (likely − low)
    fall: Floats  # width · (high − likely)


class TableDraws:
    """Draws around a table: triangles where a score has a range, anything where it is missing."""

    def __init__(
        self, table: ScoreTable, knowledge: WeightKnowledge, *, firmness: Firmness = Firmness.REASONABLE, seed: int
    ) -> None:
        self._stated = np.array(table.weights)
        self._knowledge = knowledge
        self._firmness = firmness
        self._seed = seed
        self._shape = (len(table.options), len(table.criteria))
        flat = [score for row in table.cells for score in row]
        self._fixed = np.array([0.0 if score is None else score.likely for score in flat])
        self._missing = np.array([place for place, score in enumerate(flat) if score is None], dtype=np.intp)
        self._triangles = _triangles(table)
        shared = np.array([place for place, is_shared in enumerate(table.shared) if is_shared], dtype=np.intp)
        column = self._triangles.places % max(1, len(table.criteria))
        self._shared_at = np.flatnonzero(np.isin(column, shared))
        self._shared_from = np.searchsorted(shared, column[self._shared_at])
        self._shared_count = len(shared)

    def weights(self, chunk: int, draws: int) -> Floats:
        """As `Draws` says."""
        if self._knowledge is WeightKnowledge.STATED:
            return np.tile(self._stated, (draws, 1))
        random = np.random.default_rng((self._seed, chunk, 0))
        if self._knowledge is WeightKnowledge.AROUND:
            drawn = random.standard_gamma(CONCENTRATION[self._firmness] * self._stated, (draws, len(self._stated)))
        else:
            drawn = random.standard_exponential((draws, len(self._stated)))
        if self._knowledge is WeightKnowledge.RANKED:
            drawn = self._ranked(drawn, random)
        shares: Floats = drawn / drawn.sum(axis=1, keepdims=True)
        return shares

    def scores(self, chunk: int, draws: int) -> Floats:
        """As `Draws` says."""
        random = np.random.default_rng((self._seed, chunk, 1))
        scores = np.empty((draws, len(self._fixed)))
        scores[:] = self._fixed
        triangles = self._triangles
        if len(triangles.places):
            quantiles = random.random((draws, len(triangles.places)))
            if self._shared_count:
                common = np.random.default_rng((self._seed, chunk, 2)).random((draws, self._shared_count))
                quantiles[:, self._shared_at] = common[:, self._shared_from]
            drawn = _inverse(triangles, quantiles)
            if len(triangles.places) == len(self._fixed):
                scores = drawn
            else:
                scores[:, triangles.places] = drawn
        if len(self._missing):
            scores[:, self._missing] = 100 * random.random((draws, len(self._missing)))
        return scores.reshape(draws, *self._shape)

    def _ranked(self, drawn: Floats, random: np.random.Generator) -> Floats:
        """Weights in the order of those stated; among equal ones any order is as good."""
        order = np.argsort(-self._stated, kind="stable")
        descending = -np.sort(-drawn, axis=1)
        ranked = np.empty_like(drawn)
        start = 0
        while start < len(order):
            end = start + int(np.count_nonzero(self._stated[order] == self._stated[order[start]]))
            group = descending[:, start:end]
            ranked[:, order[start:end]] = random.permuted(group, axis=1) if end - start > 1 else group
            start = end
        return ranked


def _triangles(table: ScoreTable) -> _Triangles:
    flat = [score for row in table.cells for score in row]
    doubted = [(place, score) for place, score in enumerate(flat) if score is not None and not score.is_certain]
    low, likely, high = (np.array([getattr(score, name) for _, score in doubted]) for name in ("low", "likely", "high"))
    width = high - low
    return _Triangles(
        places=np.array([place for place, _ in doubted], dtype=np.intp),
        low=low,
        high=high,
        turn=(likely - low) / width,
        rise=width * (likely - low),
        fall=width * (high - likely),
    )


def _inverse(triangles: _Triangles, quantiles: Floats) -> Floats:
    """Scores at these quantiles; one root for both sides of the likely value, and no array more than needed."""
    is_below = quantiles < triangles.turn
    squares = np.where(is_below, quantiles * triangles.rise, (1 - quantiles) * triangles.fall)
    np.sqrt(squares, out=squares)
    np.negative(squares, out=squares, where=~is_below)
    squares += np.where(is_below, triangles.low, triangles.high)
    return squares
