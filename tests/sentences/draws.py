"""Judges what is said of trials, by draws of its own, and of any weights in an order, by its own corners."""

import itertools
import math
import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.sentences.leads import must, must_list
from tests.sentences.scoring import Scores
from tests.sentences.words import Read, is_rounded

FIRMNESS = 40
DRAWS = 4_000


def firsts(scores: Scores, kind: str, chance: np.random.Generator, draws: int = DRAWS) -> dict[str, float]:
    """How often each option has the highest total, in hundredths; ties share."""
    counted = list(scores.criteria) if kind in {"trials.any", "trials.order"} else scores.counted
    shares = np.array([float(scores.shares[k]) for k in counted])
    if kind == "trials.scores":
        weights = np.tile(shares, (draws, 1))
    elif kind in {"trials", "trials.doubt"}:
        weights = chance.gamma(FIRMNESS * shares, size=(draws, len(shares)))
        weights /= weights.sum(axis=1, keepdims=True)
    else:
        weights = chance.exponential(size=(draws, len(shares)))
        weights /= weights.sum(axis=1, keepdims=True)
        if kind == "trials.order":
            weights = _in_order(weights, shares, chance)
    totals = np.zeros((draws, len(scores.in_play)))
    for place, k in enumerate(counted):
        same = chance.uniform(size=draws)
        for row, a in enumerate(scores.in_play):
            is_shared = k in scores.shared and (a, k) in scores.cells
            drawn = same if is_shared else chance.uniform(size=draws)
            totals[:, row] += weights[:, place] * _drawn(scores, a, k, drawn)
    best = totals >= totals.max(axis=1, keepdims=True) - 1e-9
    return dict(zip(scores.in_play, 100 * (best / best.sum(axis=1, keepdims=True)).mean(axis=0), strict=True))


def _in_order(weights: np.ndarray, shares: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    found = np.empty_like(weights)
    descending = -np.sort(-weights, axis=1)
    for row, values in enumerate(descending):
        found[row, np.lexsort((chance.random(len(shares)), -shares))] = values
    return found


def _drawn(scores: Scores, option: str, k: str, quantiles: np.ndarray) -> np.ndarray:
    known = scores.cells.get((option, k))
    if known is None:
        return 100 * quantiles
    low, likely, high = float(known.low), float(known.likely), float(known.high)
    if low == high:
        return np.full_like(quantiles, likely)
    split = (likely - low) / (high - low)
    rising = low + np.sqrt(quantiles * (high - low) * (likely - low))
    falling = high - np.sqrt((1 - quantiles) * (high - low) * (high - likely))
    return np.where(quantiles < split, rising, falling)


def judge_trials(scores: Scores, read: Read, draws: int, seed: int) -> None:
    """Counts within what chance allows; the shares around the heaviest weight as they follow from it."""
    key = read.key.removesuffix(".only")
    key = key.removesuffix(".equal").removesuffix(".given")
    is_around = key in {"trials", "trials.doubt"}
    whose = scores.whose_weights or (".equal" if len(set(scores.shares.values())) == 1 else "")
    must(not is_around or read.key.removesuffix(".only") == f"{key}{whose}", "weights are called somebody else's")
    kind = key if is_around else key.removesuffix(".doubt")
    mine = firsts(scores, kind, np.random.default_rng(seed))
    others = dict(re.findall(r"([A-Z]{1,2}) in (\d+)", read.said.get("others", "")))
    told = {read["first"]: int(read["count"])} | {a: int(count) for a, count in others.items()}
    rest = re.sub(r"[A-Z]{1,2} in \d+|, |; | and |\d+ more", "", read.said.get("others", ""))
    must(not rest, f"{rest!r} cannot be read")
    must(len(told) == 1 + len(others), "somebody is named twice")
    for a, count in told.items():
        must(a in mine, f"{a} is not in play")
        share = mine[a] / 100
        noise = 4.5 * 100 * math.sqrt(max(share * (1 - share), 0.0002) * (1 / draws + 1 / DRAWS))
        must(abs(count - mine[a]) <= noise + 1, f"{a} comes first in {mine[a]:.1f} of 100")
    must("more" in read.said.get("others", "") or sum(told.values()) >= 100 - len(mine), f"{told} do not make 100")
    is_doubtful = any(
        (a, k) not in scores.cells or scores.cells[a, k].low != scores.cells[a, k].high
        for a in scores.in_play
        for k in scores.counted
    )
    must(kind == "trials.scores" or key.endswith(".doubt") == is_doubtful, "whether a score is in doubt")
    if is_around:
        heaviest = float(max(scores.shares.values()))
        spread = math.sqrt(heaviest * (1 - heaviest) / (FIRMNESS + 1))
        for name, value in (("share", heaviest), ("low", heaviest - spread), ("high", heaviest + spread)):
            near = min(max(value, 0.01), 0.99) if value < 1 else 1.0
            is_so = is_rounded(read[name], 100 * near) or is_rounded(read[name], 100 * value)
            must(is_so, f"{name} is {100 * value:.2f}")
    if kind == "trials.scores":
        must(is_doubtful, "no score is in doubt")


def _corners(scores: Scores) -> np.ndarray:
    """Corners of all weights in the order of those given: equal ones may come in any order."""
    groups: dict[Fraction, list[int]] = {}
    for place, k in enumerate(scores.counted):
        groups.setdefault(scores.shares[k], []).append(place)
    found: list[np.ndarray] = []
    before: tuple[int, ...] = ()
    for share in sorted(groups, reverse=True):
        for count in range(1, len(groups[share]) + 1):
            for some in itertools.combinations(groups[share], count):
                corner = np.zeros(len(scores.counted))
                corner[[*before, *some]] = 1 / (len(before) + count)
                found.append(corner)
        before = (*before, *groups[share])
    return np.array(found)


def may_come_first(scores: Scores, option: str, corners: np.ndarray) -> bool | None:
    """Whether some weights in the order leave nobody a full point ahead at best; None: too close to tell.

    A game of corners against rivals, played until its value lies for certain on one side of −1.
    """
    others = [b for b in scores.in_play if b != option]
    leads = np.array(
        [[float(scores.most(option, k) - scores.least(b, k)) for b in others] for k in scores.counted], dtype=float
    )
    payoffs = corners @ leads
    mine, theirs = np.zeros(len(payoffs)), np.zeros(len(others))
    row, most, least = 0, math.inf, -math.inf
    for _turn in range(20_000):
        theirs += payoffs[row]
        column = int(theirs.argmin())
        mine += payoffs[:, column]
        row = int(mine.argmax())
        least, most = max(least, theirs.min() / (_turn + 1)), min(most, mine.max() / (_turn + 1))
        if least > -1 + 1e-9:
            return True
        if most < -1 - 1e-9:
            return False
    return None


def judge_order(scores: Scores, reads: Sequence[Read]) -> None:
    """Who may come first with any weights in the order of those given."""
    must(len(reads) <= 1, "any weights are spoken of twice")
    if len(scores.in_play) < 2:
        must(not reads, "there is nothing to compare")
        return
    if len(scores.counted) < len(scores.criteria):
        must(not reads, "a criterion without weight may have some in that order")
        return
    if not reads:
        return
    corners = _corners(scores)
    always = []
    for a in scores.in_play:
        leads = [[scores.least(a, k) - scores.most(b, k) for k in scores.counted] for b in scores.in_play if b != a]
        if all((corners @ np.array(row, dtype=float)).min() >= 1 - 1e-9 for row in leads):
            always.append(a)
    read = reads[0]
    must((".given" in read.key) == (scores.whose_weights == ".given"), "the order is somebody else's")
    is_doubtful = any(cell.low < cell.high for (_, k), cell in scores.cells.items() if k in scores.counted)
    must(read.key.endswith(".likely") == is_doubtful, "whether scores are doubted is another thing")
    if read.key.startswith("info.always"):
        must(always == [read["first"]], f"{always} come first with any weights in the order")
        return
    must(not always, f"{always} come first with any weights in the order")
    able = {a: may_come_first(scores, a, corners) for a in scores.in_play}
    if None in able.values():
        return
    must_list(read, "may", [a for a, may in able.items() if may])
    never = [a for a, may in able.items() if not may]
    if never:
        must_list(read, "one" if "one" in read.said else "never", never)
    else:
        must(read.key.startswith("info.may"), "nobody never comes first")
