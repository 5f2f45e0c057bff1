"""Weights of criteria from other answers than numbers: from an order, from pairwise judgements (WEIGHING 2.1)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import CriterionId, MapId
from desktop_app.model.reads import Records, criteria
from desktop_app.model.records import Judgement
from desktop_app.wording.sentence import text

# Random indices differ from table to table, so the one in use is named wherever a ratio is printed.
RANDOM_INDICES_NAME: Final = "Saaty 1980"
RANDOM_INDICES: Final = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
REVISE_ABOVE: Final = 0.10
MOST_COMPARED: Final = 7
_ROUNDS: Final = 10_000
_STILL: Final = 1e-14


@dataclass(frozen=True, slots=True)
class Ratio:
    """A pairwise answer by place: `first` matters `ratio` times as much as `second`."""

    first: int
    second: int
    ratio: float


@dataclass(frozen=True, slots=True)
class PairwiseWeights:
    """Weights that fit pairwise answers best.

    Attributes:
        weights: that sum to 1, in the order asked.
        lambda_max: principal eigenvalue; as many as criteria when the answers fit together exactly.
        consistency_index: (λmax − n) / (n − 1).
        consistency_ratio: index by random index; None for fewer than three or more than ten, or when answers are
            missing.
        worst: the answer that fits the others least, turned so that it says too much; None when all fit.
        worst_implied: the ratio that the weights give in its place.
        missing: how many pairs have no answer.
    """

    weights: tuple[float, ...]
    lambda_max: float
    consistency_index: float
    consistency_ratio: float | None
    worst: Ratio | None
    worst_implied: float | None
    missing: int

    @property
    def should_revise(self) -> bool:
        """Whether the answers contradict each other too much to go by."""
        return self.consistency_ratio is not None and self.consistency_ratio > REVISE_ABOVE


def rank_order_centroid(count: int) -> tuple[float, ...]:
    """Weights of criteria of which only the order is known, heaviest first; the mean of all weights in that order."""
    return tuple(math.fsum(1 / place for place in range(rank, count + 1)) / count for rank in range(1, count + 1))


def order_weights(weights: Sequence[float]) -> tuple[float, ...]:
    """Rank-order centroids for the order of some weights, in their place; equal ones share the mean of theirs."""
    centroids = rank_order_centroid(len(weights))
    heaviest_first = sorted(weights, reverse=True)
    shared = {
        weight: math.fsum(share for share, own in zip(centroids, heaviest_first, strict=True) if own == weight)
        / heaviest_first.count(weight)
        for weight in weights
    }
    return tuple(shared[weight] for weight in weights)


def pairwise_weights(count: int, ratios: Sequence[Ratio]) -> PairwiseWeights | None:
    """The principal eigenvector of pairwise answers; pairs without an answer are filled in as Harker (1987) does.

    Args:
        count: of criteria, at least 1.
        ratios: one per pair at most.

    Returns:
        None when the answers do not connect all criteria.
    """
    matrix = np.zeros((count, count))
    for answer in ratios:
        matrix[answer.first, answer.second] = answer.ratio
        matrix[answer.second, answer.first] = 1 / answer.ratio
    if not _is_connected(count, ratios):
        return None
    # Each pair without an answer counts as what the weights themselves say, which adds 1 on the diagonal.
    np.fill_diagonal(matrix, count - np.count_nonzero(matrix, axis=1))
    weights = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        turned = matrix @ weights
        turned /= turned.sum()
        # Both halves, so that a matrix that swings between two vectors comes to rest as well.
        stepped = (turned + weights) / 2
        is_still = np.abs(stepped - weights).max() < _STILL
        weights = stepped
        if is_still:
            break
    lambda_max = float((matrix @ weights).sum())
    index = max(0.0, (lambda_max - count) / (count - 1)) if count > 1 else 0.0
    missing = count * (count - 1) // 2 - len(ratios)
    random_index = RANDOM_INDICES.get(count)
    worst, implied = _worst(weights.tolist(), ratios)
    return PairwiseWeights(
        weights=tuple(weights.tolist()),
        lambda_max=lambda_max,
        consistency_index=index,
        consistency_ratio=None if missing or random_index is None else index / random_index,
        worst=worst,
        worst_implied=implied,
        missing=missing,
    )


def judged_weights(records: Records, map_id: MapId) -> PairwiseWeights | None:
    """The weights behind the pairwise answers of a map, in the order of its criteria; None when they do not suffice."""
    places = {criterion.id: place for place, criterion in enumerate(criteria(records, map_id))}
    answers = records.referring(Judgement, "map", map_id)
    if not answers:
        return None
    ratios = [Ratio(places[item.first], places[item.second], item.ratio) for item in sorted(answers, key=_by_id)]
    return pairwise_weights(len(places), ratios)


def pairwise_sentences(pairwise: PairwiseWeights, names: Sequence[str]) -> tuple[str, ...]:
    """How well pairwise answers fit together, and which fits least."""
    sentences = []
    if pairwise.consistency_ratio is not None:
        ratio = f"{pairwise.consistency_ratio:.2f}"
        key = "pairs.inconsistent" if pairwise.should_revise else "pairs.consistent"
        sentences.append(text(key, ratio=ratio, indices=RANDOM_INDICES_NAME))
    elif pairwise.missing:
        sentences.append(text("pairs.missing", count=pairwise.missing))
    if pairwise.worst is not None and pairwise.worst_implied is not None:
        first, second = names[pairwise.worst.first], names[pairwise.worst.second]
        times = {"ratio": f"{pairwise.worst.ratio:.1f}", "implied": f"{pairwise.worst_implied:.1f}"}
        sentences.append(text("pairs.worst", first=first, second=second, **times))
    return tuple(sentences)


def raw_weights(shares: Iterable[float], criteria_ids: Iterable[CriterionId]) -> dict[CriterionId, float]:
    """Shares as raw weights with the heaviest at 100, as people see them on the sliders."""
    pairs = list(zip(criteria_ids, shares, strict=True))
    heaviest = max((share for _, share in pairs), default=0.0)
    return {criterion: 100 * (share / heaviest) if heaviest else 0.0 for criterion, share in pairs}


def _by_id(judgement: Judgement) -> int:
    return judgement.id


def _worst(weights: Sequence[float], ratios: Sequence[Ratio]) -> tuple[Ratio | None, float | None]:
    """The answer with the largest a_ij · w_j / w_i, either way round; none where all are met."""
    turned = [one for item in ratios for one in (item, Ratio(item.second, item.first, 1 / item.ratio))]
    worst = max(turned, key=lambda item: item.ratio * weights[item.second] / weights[item.first], default=None)
    if worst is None or worst.ratio * weights[worst.second] / weights[worst.first] < 1 + 1e-6:
        return None, None
    return worst, weights[worst.first] / weights[worst.second]


def _is_connected(count: int, ratios: Sequence[Ratio]) -> bool:
    reached, pending = {0}, [0]
    while pending:
        here = pending.pop()
        for item in ratios:
            for one, other in ((item.first, item.second), (item.second, item.first)):
                if one == here and other not in reached:
                    reached.add(other)
                    pending.append(other)
    return len(reached) == count
