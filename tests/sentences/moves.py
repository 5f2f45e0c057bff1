"""Judges what is said of two options, of moves of weight and of single scores that would draw them level."""

import itertools
import math
import re
from collections.abc import Sequence
from fractions import Fraction

from tests.sentences.leads import must, must_be_next
from tests.sentences.scoring import Scores
from tests.sentences.words import FalsehoodError, Read, is_rounded, listed, number, whole

HALF = Fraction(1, 2)
_PART = re.compile(r"([\d.]+) from (K\d+)")


def gains(scores: Scores, one: str, other: str) -> dict[str, Fraction]:
    """What each criterion adds to the lead of one over another, at its least, over shares; on all criteria."""
    return {k: scores.least(one, k) - scores.most(other, k) for k in scores.criteria}


def cheapest_move(scores: Scores, one: str, other: str, free: Sequence[str]) -> Fraction | None:
    """The least weight that must change hands until the lead is gone: every corner of what can be moved is tried.

    At a corner, one criterion takes all, some give all they have, and at most one gives a part.
    """
    gain = gains(scores, one, other)
    lead = sum((scores.shares[k] * d for k, d in gain.items()), Fraction(0))
    best: Fraction | None = None
    for taker in free:
        worth = {k: gain[k] - gain[taker] for k in free if gain[k] > gain[taker] and scores.shares[k] > 0}
        for count in range(len(worth) + 1):
            for emptied in itertools.combinations(worth, count):
                given = sum((scores.shares[k] for k in emptied), Fraction(0))
                left = lead - sum((scores.shares[k] * worth[k] for k in emptied), Fraction(0))
                parts = [given] if left <= 0 else []
                if left > 0:
                    parts += [
                        given + left / worth[k]
                        for k in worth
                        if k not in emptied and left / worth[k] <= scores.shares[k]
                    ]
                for cost in parts:
                    best = cost if best is None else min(best, cost)
    return best


def _most_gained(
    scores: Scores, one: str, other: str, free: Sequence[str], points: Fraction | int, step: Fraction | int
) -> Fraction:
    """How far beyond level the rival comes at most, when parts of one size move; negative: it does not draw level."""
    gain = gains(scores, one, other)
    lead = sum((scores.shares[k] * d for k, d in gain.items()), Fraction(0))
    taker = min(free, key=lambda k: gain[k])
    pieces = sorted(
        (gain[k] - gain[taker] for k in free for _ in range(math.floor(100 * scores.shares[k] / step))), reverse=True
    )
    moved = pieces[: int(points / step)]
    return sum((worth * step / 100 for worth in moved if worth > 0), Fraction(0)) - lead


def _lead_after(scores: Scores, one: str, other: str, parts: Sequence[tuple[Fraction, str]], to: str) -> Fraction:
    gain = gains(scores, one, other)
    shares = dict(scores.shares)
    for points, donor in parts:
        shares[donor] -= points / 100
        shares[to] += points / 100
    return sum((shares[k] * d for k, d in gain.items()), Fraction(0))


def judge_move(scores: Scores, reads: Sequence[Read]) -> None:
    """The least move of weight over all rivals, or that there is none."""
    is_due = len(scores.in_play) > 1 and scores.is_alone and len(scores.criteria) > 1
    must(len(reads) <= is_due, "a move of weight is said exactly when somebody comes first")
    if not is_due:
        return
    first = scores.first
    free = [k for k in scores.criteria if k not in scores.locked]
    costs = {b: cheapest_move(scores, first, b, free) for b in scores.in_play if b != first}
    known = {b: cost for b, cost in costs.items() if cost is not None}
    if not reads:
        nearest = min(known, key=lambda b: known[b], default="")
        if not nearest and scores.uncounted & {*free}:
            return  # with some weight there somebody outside would be in play
        must(bool(nearest), "no move of weight does it, and nothing says so")
        # The whole weight of all that can give would have to move: the end of the scale is not said.
        must(_most_gained(scores, first, nearest, free, 100, HALF / 5) < 0, f"{nearest} could draw level")
        return
    read = reads[0]
    must(read["first"] == first, f"{first} comes first")
    if read.key.startswith("move.none"):
        must(not known, f"{known} can draw level")
        must(not scores.uncounted & {*free}, f"with a weight on {scores.uncounted} others are in play")
        unlocked = [cheapest_move(scores, first, b, scores.criteria) for b in costs]
        would = any(cost is not None for cost in unlocked)
        must(would == (read.key == "move.none.unlocked"), "whether locks stand in the way is another matter")
        return
    rival, to = read["rival"], read["to"]
    must(rival in known, f"{rival} cannot draw level")
    must(known[rival] == min(known.values()), f"another draws level before {rival}: {known}")
    misses = {k for a in (first, rival) for k in scores.criteria if (a, k) not in scores.cells}
    must("worst" in read.key or not misses & {*scores.counted, to}, "the pair misses a score that matters")
    must("worst" not in read.key or bool(misses & {*scores.counted, *free}), "the pair misses no score")
    total = read.number("points" if "points" in read.said else "one")
    step = Fraction(1) if total.denominator == 1 else Fraction(1, 10)
    must(total >= 100 * known[rival], f"it takes {float(100 * known[rival])}")
    must(_most_gained(scores, first, rival, free, total - step, step) < 0, f"{float(total - step)} would do it")
    must(step == 1 or _most_gained(scores, first, rival, free, 100, 1) < 0, "whole points would do it")
    if "donor" in read.said:
        parts = [(total, read["donor"])]
    else:
        rest = re.sub(r", | and ", "", _PART.sub("", read["parts"]))
        must(not rest or re.fullmatch(r"\d+ more", rest) is not None, f"{read['parts']!r} cannot be read")
        parts = [(number(points), donor) for points, donor in _PART.findall(read["parts"])]
        if rest:
            return
        must(len(parts) > 1, "one donor is no list")
        must(sum(points for points, _ in parts) == total, "the parts are not the whole")
    must(not {to, *(donor for _, donor in parts)} & scores.locked, "a locked weight moves")
    for points, donor in parts:
        must(points > 0 and 100 * scores.shares[donor] >= points, f"{donor} has not that much to give")
    must(_lead_after(scores, first, rival, parts, to) <= 0, "the move said does not draw them level")


def judge_pair(scores: Scores, read: Read) -> None:
    """One option against another, as the numbers of both stand."""
    one, other = read["one"], read["other"]
    gain = {k: (scores.least(one, k) - scores.most(other, k)) * scores.shares[k] for k in scores.counted}
    most = {k: (scores.most(one, k) - scores.least(other, k)) * scores.shares[k] for k in scores.counted}
    low, high = sum(gain.values(), Fraction(0)), sum(most.values(), Fraction(0))
    is_complete = not scores.missing(one) and not scores.missing(other)
    must(not (is_complete and read.key.startswith("pair.open")), "no score of the pair is missing")
    if is_complete or (whole(low) == whole(high) and not read.key.startswith("pair.open")):
        _judge_complete(read, gain, (low, high))
        return
    must(read.key.startswith("pair.open"), "a score of the pair is missing")
    ends = {
        "pair.open": (low, high),
        "pair.open.behind": (-high, -low),
        "pair.open.across": (-low, high),
    }[read.key]
    if read.key == "pair.open":
        must(low > -HALF, "it may be behind")
    elif read.key == "pair.open.behind":
        must(high < HALF, "it may be ahead")
    else:
        must(low <= 0 <= high, "it is on one side for certain")
    for name, end in zip(("low", "high"), ends, strict=True):
        must(is_rounded(read[name], end), f"{name} is {float(end)}")
    cells = [(a, k) for a in (one, other) for k in scores.missing(a)]
    _judge_cells(read["missing"], cells, one)


def _judge_cells(text: str, cells: list[tuple[str, str]], one: str) -> None:
    found = re.fullmatch(r"its (.*) (is|are)", text)
    if found is not None:
        named, more = listed(found[1])
        told = [(one, k) for k in named]
        must(all(a == one for a, _ in cells), "scores of both are missing")
    else:
        found = re.fullmatch(r"(.*) (is|are)", text)
        if found is None:
            raise FalsehoodError(f"{text!r} cannot be read")
        named, more = listed(found[1])
        told = [(part.split(" of ")[1], part.split(" of ")[0]) for part in named]
    must(set(told) <= set(cells) and len(told) + more == len(cells), f"{cells} are missing")
    must((len(cells) == 1) == (found[2] == "is"), "one and many are mixed up")


def _judge_complete(read: Read, gain: dict[str, Fraction], ends: tuple[Fraction, Fraction]) -> None:
    """The lead as it is shown, which is the same at both ends where a score is missing."""
    lead = ends[0]
    if max(map(abs, ends)) < 1:
        must(read.key.startswith("pair.level"), "they are level")
        must(read.said.get("again", read["one"]) == read["one"], "it speaks of the other")
    else:
        must(min(map(abs, ends)) >= 1, "they may be level")
        behind = read.key.startswith("pair.behind")
        must(not read.key.startswith("pair.level") and behind == (lead < 0), f"the lead is {float(lead)}")
        must(is_rounded(read["points"], abs(lead)), f"the lead is {float(lead)}")
    for name, value, best in (("gain", "gained", max(gain.values())), ("loss", "lost", min(gain.values()))):
        if name in read.said:
            must(abs(gain[read[name]] - best) < Fraction(1, 10**9), f"{name}: another matters more, {gain}")
            must(is_rounded(read[value], best), f"{name} is {float(best)}")
            must(best > 0 if name == "gain" else best < 0, f"there is no {name}")
    if "gain" not in read.said and "loss" not in read.said and abs(lead) >= 1:
        must(max(map(abs, gain.values())) < 1, "what makes the difference is not said")


def judge_score(scores: Scores, reads: Sequence[Read]) -> None:
    """The nearest score of the rival that draws it level."""
    first, rival = scores.first, scores.rival
    is_due = rival is not None and scores.is_alone and not scores.missing(first) and not scores.missing(rival)
    must(len(reads) == (1 if is_due else 0), "one score is said exactly when somebody comes first")
    if not reads or rival is None:
        return
    read = reads[0]
    must(read["first"] == first and read["rival"] == rival, f"{first} leads before {rival}")
    lead = scores.totals[first][0] - scores.totals[rival][0]
    needed = {k: scores.cells[rival, k].likely + lead / scores.shares[k] for k in scores.counted}
    able = {k: value for k, value in needed.items() if value <= 100}
    if read.key == "score.none":
        must(not able, f"{able} would do it")
        return
    k = read["criterion"]
    now = scores.cells[rival, k].likely
    must(k in able, f"no {k} on the scale does it")
    least = min(value - scores.cells[rival, name].likely for name, value in able.items())
    must(abs(able[k] - now - least) < Fraction(1, 10**9), f"another score is nearer: {able}")
    must(is_rounded(read["now"], now), f"it is {float(now)}")
    must_be_next(read["needed"], Fraction(round(able[k], 12)), 100, at_end=True)
    must(read["needed"] != read["now"], "nothing changes")


def _shift(scores: Scores, k: str, first: str, rival: str) -> Fraction:
    """How much doubt about one criterion can take from a lead, never more than nothing."""
    own, other = scores.cells.get((first, k)), scores.cells.get((rival, k))
    changes = []
    for own_end, other_end in (("low", "low"), ("high", "high")) if k in scores.shared else (("low", "high"),):
        mine = getattr(own, own_end) - own.likely if own else Fraction(0)
        theirs = getattr(other, other_end) - other.likely if other else Fraction(0)
        changes.append(scores.shares[k] * (mine - theirs))
    return min(Fraction(0), *changes)


def judge_doubt(scores: Scores, reads: Sequence[Read]) -> None:
    """What doubt about scores could change."""
    keys = [read.key for read in reads]
    first = scores.first
    others = [b for b in scores.in_play if b != first]
    if not others:
        must(not reads, "there is nothing to compare")
        return
    is_sharp = all(
        (a, k) in scores.cells and scores.cells[a, k].low == scores.cells[a, k].high
        for a in scores.in_play
        for k in scores.counted
    )
    if scores.whose_weights or any(a in scores.in_play and k in scores.counted for a, k in scores.argued):
        # What arguments come to, or people taken together, is never said to be beyond doubt.
        must("doubt.none" not in keys, "a score is argued, or that of several people")
        if is_sharp:
            must(not keys, f"{keys}: nothing is in doubt")
            return
    must(("doubt.none" in keys) == is_sharp, "whether a score is in doubt")
    if is_sharp or not scores.comes_first(first):
        must(len(keys) == is_sharp, f"{keys}: nobody comes first, or nothing is in doubt")
        return
    left = {
        (k, b): scores.totals[first][0] - scores.totals[b][1] + _shift(scores, k, first, b)
        for k in scores.counted
        for b in others
    }
    lows = sum((scores.shares[k] * _end(scores, first, k, "low") for k in scores.counted), Fraction(0))
    highs = [sum((scores.shares[k] * _end(scores, b, k, "high") for k in scores.counted), Fraction(0)) for b in others]
    must(("doubt.all" in keys) == all(lows >= high for high in highs) or not scores.is_alone, "doubt about all")
    has_ranges = any(
        cell.low < cell.high for (a, k), cell in scores.cells.items() if a in scores.in_play and k in scores.counted
    )
    is_told = any(key.startswith(("doubt.holds", "doubt.turns")) for key in keys)
    must(is_told or not scores.is_alone or not has_ranges, "nothing is said of doubt about one criterion")
    for read in reads:
        if read.key == "doubt.all":
            must(read["first"] == read["again"] == first and all(lows >= high for high in highs), "at worst it is not")
        elif read.key.startswith("doubt.holds"):
            least = min(left.values())
            must(least >= 0, f"doubt turns it: {left}")
            must(abs(left[read["criterion"], read["rival"]] - least) < Fraction(1, 10**9), f"another is nearer: {left}")
            must(read["first"] == first, f"{first} comes first")
            must((read.key == "doubt.holds.level") == (least < 1), f"less than a point is level: {float(least)}")
            must("points" not in read.said or is_rounded(read["points"], least), f"{float(least)} are left")
        elif read.key == "doubt.turns":
            _judge_turns(read, _turning(scores, left))
    if has_ranges:
        must(("doubt.turns" in keys) == bool(_turning(scores, left)), f"{_turning(scores, left)} could turn it")


def _turning(scores: Scores, left: dict[tuple[str, str], Fraction]) -> set[tuple[str, str]]:
    """Criteria of which doubt alone could put another option on top; not one that is level with the first now."""
    return {
        (k, b)
        for (k, b), value in left.items()
        if value < 0
        and _shift(scores, k, scores.first, b) < 0
        and not scores.is_level_now(scores.first, b)
        and _could_be_on_top(scores, k, b)
    }


def _judge_turns(read: Read, turning: set[tuple[str, str]]) -> None:
    for name, expected in (("criteria", {k for k, _ in turning}), ("rivals", {b for _, b in turning})):
        named, more = read.listed(name)
        must(set(named) <= expected and len(named) + more == len(expected), f"{name} should be {expected}")


def _could_be_on_top(scores: Scores, k: str, option: str) -> bool:
    """Whether at some ends of the ranges on one criterion nobody has more; all ends of all options are tried."""
    options = scores.in_play
    if k in scores.shared:
        tries = [dict.fromkeys(options, end) for end in ("low", "likely", "high")]
    else:
        tries = [
            dict(zip(options, ends, strict=True)) for ends in itertools.product(("low", "high"), repeat=len(options))
        ]
    for ends in tries:
        moved = {a: _moved(scores, k, a, end) for a, end in ends.items()}
        mine = scores.totals[option][1] + moved[option]
        if all(mine >= scores.totals[b][0] + moved[b] for b in options if b != option):
            return True
    return False


def _moved(scores: Scores, k: str, option: str, end: str) -> Fraction:
    known = scores.cells.get((option, k))
    return scores.shares[k] * (getattr(known, end) - known.likely) if known else Fraction(0)


def _end(scores: Scores, option: str, k: str, end: str) -> Fraction:
    known = scores.cells.get((option, k))
    if known is None:
        return Fraction(0) if end == "low" else Fraction(100)
    found: Fraction = getattr(known, end)
    return found
