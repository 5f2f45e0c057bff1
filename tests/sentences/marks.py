"""Judges the marks on the sliders of weights: each stands where its clause begins or ceases to hold."""

import math
import re
from collections.abc import Sequence
from fractions import Fraction

from tests.sentences.leads import must
from tests.sentences.scoring import Scores
from tests.sentences.turns import clauses_of, is_told, judge_ends, turns_of
from tests.sentences.words import FalsehoodError, listed

MOST = 100
_WORDS = re.compile(r"(?P<clause>.+) \(weight (?P<weight>\d+)\)")
Place = tuple[str, bool]


def judge_marks(scores: Scores, criterion: str, marks: Sequence[tuple[float, str]]) -> None:
    """The marks of one slider: where they stand, what is said there, and that none is left out.

    Args:
        scores: of the map.
        criterion: whose weight the slider sets, while the raw weights of all others stay.
        marks: where each stands, and what is said of it.

    Raises:
        FalsehoodError: something of it is not so.
    """
    others = sum((raw for name, raw in scores.raw.items() if name != criterion), Fraction(0))
    there = {
        (option, certain): where for (name, option, certain), where in turns_of(scores).items() if name == criterion
    }
    told: dict[Place, set[Fraction]] = {}
    is_cut = False
    must([place for place, _ in marks] == sorted(place for place, _ in marks), "marks ascend")
    for place, words in marks:
        found = _WORDS.fullmatch(words)
        if found is None:
            raise FalsehoodError(f"{words!r} cannot be read")
        for clause in clauses_of(found["clause"]):
            options, more = listed(clause["options"])
            is_cut |= more > 0
            certain = "may" not in clause["verb"]
            for option in options:
                where = there.get((option, certain))
                must(where is not None, f"{words!r}: {option} is on top nowhere new when {criterion} changes")
                assert where is not None
                judge_ends(clause, where, scores.shares[criterion])
                end = _end_at(where, place, others)
                must(end is not None, f"{words!r} stands at {place}, where nothing begins or ends: {where}")
                assert end is not None
                told.setdefault((option, certain), set()).add(end)
                _judge_weight(scores, criterion, option, int(found["weight"]), others, is_certain=certain, end=end)
    _judge_silence(scores, there, told, others, is_cut=is_cut)


def _weight(share: Fraction, others: Fraction) -> Fraction | None:
    """The raw weight that gives a share; None where no weight does, or none that the slider reaches."""
    if share == 1 or not others:
        return None
    weight = others * share / (1 - share)
    return weight if 0 < weight <= MOST else None


def _end_at(where: tuple[Fraction, Fraction], place: float, others: Fraction) -> Fraction | None:
    ends = [share for share in where if (weight := _weight(share, others)) is not None and abs(weight - place) < 1e-6]
    return ends[0] if ends else None


def _judge_weight(
    scores: Scores, criterion: str, option: str, said: int, others: Fraction, *, is_certain: bool, end: Fraction
) -> None:
    """At the weight said it holds; one weight nearer to where it does not it holds no longer."""
    exact = _weight(end, others)
    assert exact is not None
    must(abs(said - exact) < 1, f"it is at {float(exact)}")
    share = said / (others + said)
    must(
        scores.is_on_top(option, criterion, share, certain=is_certain),
        f"with a weight of {said}, that is {float(share):.2%}, {option} is not on top",
    )


def _judge_silence(
    scores: Scores,
    there: dict[Place, tuple[Fraction, Fraction]],
    told: dict[Place, set[Fraction]],
    others: Fraction,
    *,
    is_cut: bool,
) -> None:
    """Every end of a stretch that can be said and reached has its mark; of lists that are cut not all is known."""
    for (option, certain), where in there.items():
        if is_cut or not is_told(where) or not others or len(scores.in_play) < 2:
            continue
        if scores.comes_first(option) or scores.is_level_now(option, scores.first):
            continue
        if not certain and there.get((option, True)) == where:
            continue
        reached = {share for share in where if _weight(share, others) is not None}
        low, high = (_weight(share, others) for share in where)
        if where[0] == where[1] or (low is not None and high is not None and math.ceil(low) > math.floor(high)):
            continue
        must(told.get((option, certain), set()) == reached, f"{option}: {where}, and marks only at {told}")
