"""Judges what is said of single weights: where another option is or may be on top, and where nothing changes."""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tests.sentences.leads import has_number, must, must_be_next
from tests.sentences.scoring import Scores, stretch
from tests.sentences.words import FalsehoodError, Read, is_rounded, listed, number

_LETTERS = r"[A-Z]{1,2}(?:, [A-Z]{1,2})*(?: (?:and|or) (?:[A-Z]{1,2}|\d+ more))?"
_WHERE = r"(?:(?P<side>above|below) (?P<at>[\d.]+) %|from (?P<low>[\d.]+) to (?P<high>[\d.]+) %)"
_CLAUSE = re.compile(rf"{_WHERE}(?: (?P<options>{_LETTERS}) (?P<verb>is on top|are on top|may be on top))?")


def clauses_of(text: str) -> Iterator[re.Match[str]]:
    found = list(_CLAUSE.finditer(text))
    rest = _CLAUSE.sub("", text)
    must(bool(found) and not re.sub(r", | and |; ", "", rest), f"{text!r} cannot be read")
    yield from found


def judge_ends(clause: re.Match[str], where: tuple[Fraction, Fraction], now: Fraction) -> None:
    """The ends said are true and the nearest; in per cents."""
    start, end = 100 * where[0], 100 * where[1]
    if clause["side"] == "above":
        must(end == 100, f"it ends at {float(end)} %")
        must_be_next(clause["at"], start, 100)
    elif clause["side"] == "below":
        must(start == 0, f"it begins at {float(start)} %")
        must_be_next(clause["at"], end, 0, upwards=False)
    else:
        low, high = number(clause["low"]), number(clause["high"])
        step = Fraction(1, 10) if "." in clause["low"] + clause["high"] else Fraction(1)
        must(start <= low < high <= end, f"it runs from {float(start)} to {float(end)} %")
        must(low - step < start and end < high + step, f"it runs from {float(start)} to {float(end)} %")
    must(not start <= 100 * now <= end, "it holds now")


def is_told(where: tuple[Fraction, Fraction]) -> bool:
    """Whether a stretch can be put in numbers."""
    start, end = 100 * where[0], 100 * where[1]
    if end == 100:
        return start > 0 and has_number(start, 100)
    if start == 0:
        return has_number(end, 0, upwards=False)
    return math.ceil(start) < math.floor(end)


def turns_of(scores: Scores) -> dict[tuple[str, str, bool], tuple[Fraction, Fraction]]:
    """Stretches that do not hold now, of options that are not level with who comes first; by criterion, option."""
    found = {}
    for criterion in scores.swept():
        for option in scores.in_play:
            for certain in (True, False):
                where = stretch(scores, option, criterion, certain=certain)
                if where is not None and not where[0] <= scores.shares[criterion] <= where[1]:
                    found[criterion, option, certain] = where
    return found


def judge_weights(scores: Scores, reads: Sequence[Read]) -> None:
    """All that is said of single weights, and what is not."""
    there = turns_of(scores)
    said: set[tuple[str, str, bool]] = set()
    named: list[str] = []
    is_cut: set[tuple[str, bool]] = set()
    for read in reads:
        if read.key in {"weight.none", "weight.rest"}:
            continue
        criterion = read["criterion"]
        if criterion not in named:
            named.append(criterion)
        now = scores.shares[criterion]
        must(is_rounded(read["now"].removesuffix(" %"), 100 * now) or 0 < now < 1, f"now it is {float(now):.2%}")
        parts = [(read["turns"], True)] if "turns" in read.said else [(read["possible"], False)]
        for text, certain in parts:
            for clause in clauses_of(text):
                must(("may" in clause["verb"]) != certain, "what may be is not what is")
                options, more = listed(clause["options"])
                must((len(options) + more == 1) == (clause["verb"] == "is on top") or not certain, "is, are")
                if more:
                    is_cut.add((criterion, certain))
                for option in options:
                    where = there.get((criterion, option, certain))
                    must(where is not None, f"{option} is not on top anywhere new when {criterion} changes")
                    assert where is not None
                    judge_ends(clause, where, now)
                    said.add((criterion, option, certain))
                    is_level = option != scores.first and scores.is_level_now(option, scores.first)
                    must(not is_level, f"{option} is level with {scores.first} now and turns nothing")
                    _judge_certain(read, there, criterion, option, now)
        if "why" in read.said:
            _judge_why(scores, read)
    _judge_silence(scores, reads, there, said, is_cut, named)


def _judge_certain(
    read: Read,
    there: dict[tuple[str, str, bool], tuple[Fraction, Fraction]],
    criterion: str,
    option: str,
    now: Fraction,
) -> None:
    certain, possible = there.get((criterion, option, True)), there.get((criterion, option, False))
    if read.key == "weight.may":
        must(certain is None or not is_told(certain), f"{option} is on top for certain somewhere")
    elif read.key == "weight.may.certain":
        must(certain is not None, f"{option} is nowhere on top for certain")
        assert certain is not None
        for clause in clauses_of(read["certain"]):
            judge_ends(clause, certain, now)
    else:
        must(possible in {None, certain}, f"{option} may be on top on more than that")


def _judge_why(scores: Scores, read: Read) -> None:
    criterion = read["criterion"]
    at_zero = scores.sweep(criterion, Fraction(0))
    assert at_zero is not None
    counting = [k for k, share in at_zero.items() if share]
    lacking = [a for a in scores.in_play if any((a, k) not in scores.cells for k in counting) or scores.missing(a)]
    for pattern, expected in (
        (r"(.*) (?:is|are) not scored on it", [a for a in scores.in_play if (a, criterion) not in scores.cells]),
        (r"(.*) miss(?:es)? (?:a score|scores)", lacking),
    ):
        found = re.fullmatch(pattern, read["why"])
        if found is not None:
            options, more = listed(found[1])
            must(set(options) <= set(expected) and len(options) + more == len(expected), f"it is {expected}")
            return
    raise FalsehoodError(f"{read['why']!r} cannot be read")


def _judge_silence(
    scores: Scores,
    reads: Sequence[Read],
    there: dict[tuple[str, str, bool], tuple[Fraction, Fraction]],
    said: set[tuple[str, str, bool]],
    is_cut: set[tuple[str, bool]],
    named: list[str],
) -> None:
    if len(scores.in_play) < 2:
        must(not reads, "there is nothing to turn")
        return
    for place, where in there.items():
        criterion, option, certain = place
        if not certain or place in said or (criterion, True) in is_cut or (criterion, False) in is_cut:
            continue
        if (criterion, option, False) in said or not is_told(where):
            continue
        must(
            scores.comes_first(option) or scores.is_level_now(option, scores.first),
            f"{option} on top at {place}, {where}: nothing says so",
        )
    keys = [read.key for read in reads]
    must(not scores.uncounted or not {"weight.none", "weight.rest"} & {*keys}, f"{scores.uncounted} may change all")
    is_safe = scores.comes_first(scores.first) and all(
        stretch(scores, scores.first, name, certain=True) == (Fraction(0), Fraction(1)) for name in scores.swept()
    )
    if "weight.none" in keys:
        must(len(keys) == 1, "no weight turns it, and yet some do")
        must(scores.comes_first(scores.first), "nobody comes first")
        for name in scores.swept():
            for end in (Fraction(0), Fraction(1)):
                must(scores.is_on_top(scores.first, name, end, certain=True), f"{name} puts another on top")
    elif is_safe and scores.is_alone and not scores.uncounted and scores.swept() and len(scores.counted) > 1:
        must(False, "no single weight puts another option on top, and nothing says so")
    rest = [read for read in reads if read.key == "weight.rest"]
    if rest:
        others = [name for name in scores.swept() if name not in named]
        must(int(rest[0].said.get("count", 1)) == len(others), f"{others} are the others")
        for (criterion, option, _), where in there.items():
            is_level = scores.is_level_now(option, scores.first)
            is_point = where[0] == where[1]
            must(criterion not in others or is_level or is_point, f"{criterion} puts {option} on top in {where}")
