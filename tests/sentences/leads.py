"""Judges what is said of who comes first, red lines and missing scores."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from tests.sentences.scoring import Scores, ranks_of
from tests.sentences.words import FalsehoodError, Read, is_rounded, number

HUNDRED = Fraction(100)


def must(is_so: bool, what: str) -> None:
    """Raises a falsehood where something is not so."""
    if not is_so:
        raise FalsehoodError(what)


def must_list(read: Read, name: str, expected: Sequence[str]) -> None:
    """A list names those it should, in their order, and counts the others."""
    named, more = read.listed(name)
    must(len(set(named)) == len(named), f"{named} names one twice")
    must(len(named) + more == len(expected), f"{name}: of {list(expected)} it names {named} and {more}")
    must(set(named) <= set(expected), f"{name} should be {list(expected)}")
    must(not more or len(named) == 3, "a list names three and counts the others")


def must_be_next(shown: str, exact: Fraction, end: int, *, upwards: bool = True, at_end: bool = False) -> None:
    """A threshold is the next number at which the thing holds, a tenth only where the whole one is the end."""
    said = number(shown)
    if not upwards:
        said, exact, end = -said, -exact, -end
    must(said >= exact, f"at {shown} it does not hold yet, only at {float(exact)}")
    step = Fraction(1, 10) if "." in shown else Fraction(1)
    must(said - step < exact, f"it holds before {shown}, at {float(exact)} already")
    must("." not in shown or math.ceil(exact) >= end, f"{shown} could be whole")
    must(said < end or (at_end and said == end), f"{shown} is the end of the scale")


def has_number(exact: Fraction, end: int, *, upwards: bool = True, at_end: bool = False) -> bool:
    """Whether a threshold can be said: some tenth before the end is beyond it."""
    if not upwards:
        exact, end = -exact, -end
    return Fraction(math.ceil(10 * exact), 10) < end or (at_end and exact <= end)


def lead_key(scores: Scores) -> str:
    """Which sentence must be said of the lead."""
    if not scores.in_play:
        return "lead.none"
    if len(scores.in_play) == 1:
        return "lead.single"
    ranks = scores.ranks
    able = [a for a in scores.in_play if ranks[a][0] == 1]
    sure = [a for a in able if ranks[a][1] == 1]
    if scores.is_alone:
        return "lead.sure" if any(map(scores.missing, scores.in_play)) else "lead.alone"
    if not sure:
        return "lead.open"
    return "lead.level" if sure == able else "lead.least"


def judge_lead(scores: Scores, read: Read) -> None:
    wanted = lead_key(scores)
    must(read.key == wanted or read.key.startswith(f"{wanted}."), f"{wanted} should be said")
    _LEADS[wanted](scores, read)


def _single(scores: Scores, read: Read) -> None:
    must([read["first"]] == scores.in_play, "somebody else is scored")
    must((read.key == "lead.single") == (not scores.uncounted), "somebody else has a score, though none that counts")


def _alone(scores: Scores, read: Read) -> None:
    first, rival = read["first"], read["rival"]
    must(first == scores.first and rival == scores.rival, f"{scores.first} leads before {scores.rival}")
    for totals in scores.completions(scores.in_play):
        must(all(totals[first] - totals[b] >= 1 for b in totals if b != first), "somebody is less than a point behind")
    must(is_rounded(read["total"], scores.totals[first][0]), "the total is another")
    must(is_rounded(read["points"], scores.totals[first][0] - scores.totals[rival][1]), "the lead is another")
    must(("." in read["total"]) == ("." in read["points"]), "all numbers have a decimal or none")


def _sure(scores: Scores, read: Read) -> None:
    first, rival = read["first"], read["rival"]
    must(first == scores.first and rival == scores.rival, f"{scores.first} leads before {scores.rival}")
    misses = bool(scores.missing(first)), bool(scores.missing(rival))
    end = {(True, True): "both", (True, False): "first", (False, True): "rival", (False, False): "others"}[misses]
    must(read.key == f"lead.sure.{end}", "at least, at most: only where that option misses a score")
    for totals in scores.completions(scores.in_play):
        must(all(totals[first] - totals[b] >= 1 for b in totals if b != first), "somebody is less than a point behind")
    least, most = scores.totals[first][0], scores.totals[rival][1]
    if misses[0]:
        must(0 <= least - read.number("own") < 1, "it may have less, or has more for certain")
    else:
        must(is_rounded(read["own"], least), "the total is another")
    if misses[1]:
        must(0 <= read.number("other") - most < 1, "it may have more, or has less for certain")
    else:
        must(is_rounded(read["other"], most), "the total is another")
    must(read.number("own") > read.number("other"), "the numbers shown do not tell who is ahead")


def _level(scores: Scores, read: Read) -> None:
    level = [a for a in scores.in_play if scores.ranks[a] == (1, 1)]
    must_list(read, "options", level)
    for totals in scores.completions(scores.in_play):
        top = max(totals.values())
        must(all(top - totals[a] < 1 for a in level), "one of them may be a point behind")
    if read.key == "lead.level.same":
        must(all(is_rounded(read["total"], end) for a in level for end in scores.totals[a]), "not all have that total")
        return
    named, _ = read.listed("options")
    for name, shown in zip(named, read.listed("totals")[0], strict=True):
        _must_show(shown, scores.totals[name])


def _must_show(shown: str, ends: tuple[Fraction, Fraction]) -> None:
    said = shown.split("–")
    if len(said) == 1:
        must(all(is_rounded(shown, end) for end in ends), f"{shown} is {float(ends[0])} to {float(ends[1])}")
    else:
        for text, end, is_low in zip(said, ends, (True, False), strict=True):
            off = end - number(text) if is_low else number(text) - end
            step = Fraction(1, 10) if "." in text else Fraction(1)
            must(is_rounded(text, end) or 0 <= off < step, f"{shown} is {float(ends[0])} to {float(ends[1])}")


def _least(scores: Scores, read: Read) -> None:
    sure = [a for a in scores.in_play if scores.ranks[a] == (1, 1)]
    others = [a for a in scores.in_play if scores.ranks[a][0] == 1 and a not in sure]
    must_list(read, "first", sure)
    must_list(read, "others", others)
    corners = list(scores.completions(scores.in_play))
    must(all(max(totals.values()) - totals[a] < 1 for totals in corners for a in sure), "somebody may be ahead")
    for b in others:
        must(any(max(totals.values()) - totals[b] < 1 for totals in corners), f"{b} is never level")


def _open(scores: Scores, read: Read) -> None:
    able = [a for a in scores.in_play if scores.ranks[a][0] == 1]
    cannot = [a for a in scores.in_play if a not in able]
    named = re.findall(r"([A-Z]{1,2}) \(([^)]*)\)", read["candidates"])
    more = re.search(r"and (\d+) more$", read["candidates"])
    rest = re.sub(r"[A-Z]{1,2} \([^)]*\)|, | or | and |\d+ more", "", read["candidates"])
    must(not rest, f"{rest!r} is no option")
    must(len(named) + (int(more[1]) if more else 0) == len(able), f"{able} may come first")
    must({a for a, _ in named} <= set(able), f"{able} may come first")
    for name, shown in named:
        _must_show(shown, scores.totals[name])
    if cannot:
        must_list(read, "others", cannot)
    has_ranges = any(
        scores.cells[a, k].low != scores.cells[a, k].high
        for a in scores.in_play
        for k in scores.counted
        if (a, k) in scores.cells
    )
    wanted = ("lead.open.cannot.likely" if has_ranges else "lead.open.cannot") if cannot else "lead.open"
    must(read.key == wanted, "who cannot come first is said")
    corners = list(scores.completions(scores.in_play))
    for a in able:
        must(any(max(t.values()) - t[a] < 1 for t in corners), f"{a} cannot come first")
        must(any(max(t.values()) - t[a] >= 1 for t in corners), f"{a} comes first for certain")


_LEADS: Mapping[str, Callable[[Scores, Read], None]] = {
    "lead.none": lambda _scores, _read: None,
    "lead.single": _single,
    "lead.alone": _alone,
    "lead.sure": _sure,
    "lead.level": _level,
    "lead.least": _least,
    "lead.open": _open,
}


def judge_outside(scores: Scores, read: Read) -> None:
    must((read.key == "outside") == (not scores.uncounted), "whether somebody outside is scored")
    must_list(read, "one" if "one" in read.said else "options", scores.outside)


def judge_red(scores: Scores, reads: Sequence[Read]) -> None:
    """Said exactly when somebody comes first who is under a red line."""
    under = [
        a
        for a in scores.in_play
        if any((a, k) in scores.cells and scores.cells[a, k].likely < line for k, line in scores.red_lines.items())
    ]
    is_due = len(scores.in_play) > 1 and scores.comes_first(scores.first) and scores.first in under
    unknown = [(a, k) for a in scores.in_play if a not in under for k in scores.red_lines if (a, k) not in scores.cells]
    must(len(reads) <= 1, "red lines are spoken of twice")
    above = {a: ends for a, ends in scores.totals.items() if a not in under}
    ranks = ranks_of(above)
    firsts = [a for a, (_, worst) in ranks.items() if worst == 1]
    able = [a for a, (best, _) in ranks.items() if best == 1]
    if not reads:
        must(not is_due or bool(unknown), "first place is under a red line, and nothing is said of it")
        return
    must(is_due, "first place is not under a red line")
    must(not unknown, f"{unknown} may be under a red line")
    read = reads[0]
    must(read.key.endswith(".scored") == (bool(scores.outside) and len(above) < 2), f"{scores.outside} are not scored")
    if read.key.startswith("red.none"):
        must(not above, f"{list(above)} are above every line")
    elif read.key.startswith("red.single"):
        must(list(above) == [read["first"]], f"{list(above)} are above every line")
    elif read.key == "red":
        must(firsts == [read["first"]] and able == firsts, f"{firsts} come first of those above")
    else:
        must(len(able) > 1, f"{able} is above every line, alone")
        wanted = "red.open" if not firsts else "red.level" if firsts == able else "red.least"
        must(read.key == wanted, f"{wanted} should be said")
        for name, options in (("options", able), ("first", firsts), ("others", [a for a in able if a not in firsts])):
            if name in read.said:
                must_list(read, name, options)


def judge_missing(scores: Scores, reads: Sequence[Read]) -> None:
    """Whoever's missing scores could put it on top, and from where on; not of one that comes first anyhow."""
    wanted = {}
    for a in scores.in_play:
        gaps = scores.missing(a)
        others = [scores.totals[b][1] for b in scores.in_play if b != a]
        if gaps and others and not scores.comes_first(a):
            needed = (max(others) - scores.totals[a][0]) / sum(scores.shares[k] for k in gaps)
            if 0 < needed < 100 and has_number(needed, 100):
                wanted[a] = needed
    said = [read["option"] for read in reads]
    must(len(set(said)) == len(said) and set(said) <= set(wanted), f"{list(wanted)} could come on top, not {said}")
    must(len(said) == len(wanted), f"{list(wanted)} could come on top, of {said} alone it is said")
    for read in reads:
        gaps = scores.missing(read["option"])
        if "criterion" in read.said:
            must(gaps == [read["criterion"]], f"{gaps} are missing")
        else:
            must(read.number("count") == len(gaps) > 1, f"{gaps} are missing")
        must_be_next(read["score"], wanted[read["option"]], 100)
