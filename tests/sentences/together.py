"""Judges what several people come to together, by every rule, over those who have said something (ROOM 2.2).

Options are compared by totals or by leanings.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desktop_app.weighing.people.group import GroupRule
from tests.sentences.leads import must, must_list
from tests.sentences.people import Ends, Table, pool
from tests.sentences.scoring import ranks_of
from tests.sentences.words import FalsehoodError, Read, is_rounded, number

LEAST_PEOPLE = 2
_RULES = {
    GroupRule.MEAN_OF_INPUTS: "mean of their numbers",
    GroupRule.MEDIAN_OF_INPUTS: "median of their numbers",
    GroupRule.MEAN_OF_RESULTS: "mean of their results",
    GroupRule.MEDIAN_OF_RESULTS: "median of their results",
    GroupRule.BORDA: "their rankings",
}
_MEDIANS = {GroupRule.MEDIAN_OF_INPUTS, GroupRule.MEDIAN_OF_RESULTS}
_OF_NUMBERS = {GroupRule.MEAN_OF_INPUTS, GroupRule.MEDIAN_OF_INPUTS}
_ACCORDS = (
    (Fraction(1, 5), "almost nothing in common"),
    (Fraction(1, 2), "little in common"),
    (Fraction(4, 5), "much in common"),
    (Fraction(2), "nearly the same"),
)


@dataclass
class Together:
    """What options come to.

    Attributes:
        ends: the least and the most of each option in play.
        known: of those that stand, their number.
        counts: over how many each is reckoned; of numbers, how many gave the rarest.
        decides: whether those who have a value for both of two that stand put the one ahead of the other.
    """

    ends: Mapping[str, Ends]
    known: Mapping[str, Fraction]
    counts: Mapping[str, int]
    size: int
    decides: Callable[[str, str], bool]


def judge_together(
    table: Table,
    said: Sequence[Read],
    rule: GroupRule,
    of_numbers: Callable[[Table, bool], "Together | None"],
    judge_beside: Callable[[Table, Sequence[Read], str], None],
    *,
    is_room: bool,
) -> None:
    """What a group is said to come to by one rule, and who is named beside it.

    Args:
        table: what options come to for each of them.
        said: of them together, in order.
        rule: how they are taken together.
        of_numbers: what everybody's numbers made one come to, as means or as medians.
        judge_beside: judges who is said to stand outside, and what is said of weights.
        is_room: they are all that there are in the room.

    Raises:
        FalsehoodError: something of it is false, or left out.
    """
    lead = said[0]
    size = len(table.sheets)
    suffix = ".room" if is_room else ""
    for read in said:
        if "size" in read.said:
            must(int(read["size"]) == size, f"{read.text!r}: they are {size}")
    if len(table.options) < LEAST_PEOPLE:
        none = f"group.none{'.leaning' if table.is_of_leanings else ''}{suffix}"
        must(lead.key == ("group.single" if table.options else none), "nothing is compared")
        must(not table.options or lead["option"] == table.options[0], f"{table.options} is scored")
        return
    by_shares = ", weighted by share" if len({sheet.share for sheet in table.sheets}) > 1 else ""
    must(lead["rule"] == _RULES[rule] + by_shares, f"it is the {_RULES[rule]}{by_shares}")
    values = values_of(table)
    is_of_numbers = rule in _OF_NUMBERS
    found = of_numbers(table, rule in _MEDIANS) if is_of_numbers else _of_results(table, values, rule)
    if found is None:
        must(lead.key == "group.weightless", "together no criterion has a weight")
        return
    judge_beside(table, said, suffix)
    _judge_short(lead, found, is_of_numbers=is_of_numbers, is_of_leanings=table.is_of_leanings)
    if rule is GroupRule.BORDA:
        _judge_places(table, values, found, lead)
    else:
        _judge_pooled(lead, found, is_of_numbers=is_of_numbers)
    pairs = [read for read in said if read.key.startswith("group.pair")]
    for read in pairs:
        must((" has " in read.text) <= (read.said.get("count", "0") in {"0", "1"}), f"{read.text!r} is no English")
    first = lead["option"] if is_of_numbers and lead.key.startswith("group.first") else ""
    if first in found.known:
        judge_pairs(table, values, found, first, pairs, lambda among: of_numbers(among, rule in _MEDIANS))
    else:
        must(not pairs, "nobody's lead by mean numbers is known")
    _judge_accord(table, values, list(found.known), [read for read in said if read.key == "group.accord"])


def judge_pairs(
    table: Table,
    values: Mapping[str, Mapping[int, Fraction]],
    found: Together,
    first: str,
    said: Sequence[Read],
    of_numbers: Callable[[Table], "Together | None"],
) -> None:
    """Whom those who have a value for both do not put behind the first, though the numbers of all do."""
    due: dict[str, tuple[int, Fraction | None]] = {}
    for b in found.known:
        both = sorted(set(values[first]) & set(values[b]))
        if b == first or len(both) == found.size:
            continue
        if len(both) < LEAST_PEOPLE:
            due[b] = len(both), None
            continue
        together = of_numbers(Table([(table.sheets[p], table.known[p]) for p in both], table.anything))
        if together is not None and first in together.known and b in together.known:
            lead = together.known[b] - together.known[first]
            if lead > -1:
                due[b] = len(both), lead
    told = {read["other"]: read for read in said}
    must(set(told) <= set(due) and len(told) == len(said) == min(len(due), 2), f"{due} are not behind {first}")
    for b, read in told.items():
        count, ahead = due[b]
        must(
            read["first"] == first and int(read.said.get("count", "0")) == count,
            f"{count} have a value for {first} and {b}",
        )
        kind = ("few" if count else "none") if ahead is None else "level" if ahead < 1 else ""
        must(read.key.removesuffix(".leaning") == f"group.pair.{kind}".rstrip("."), f"{read.text!r}: it is {due[b]}")
        must(read.key.endswith(".leaning") == table.is_of_leanings, "totals are no leanings")
        must(not kind or "points" not in read.said, "a lead is said of one that is ahead")
        must(
            bool(kind) or is_rounded(read["points"], ahead or Fraction(0)), f"{read.text!r}: {b} is {float(ahead or 0)}"
        )
    kept = [due[b][1] for b in told]
    left = [lead for b, (_, lead) in due.items() if b not in told]
    order = [float(lead) if lead is not None else -1.0 for lead in kept]
    must(all(min(order) >= (float(lead) if lead is not None else -1.0) - 1e-9 for lead in left), "the widest are told")


def values_of(table: Table) -> dict[str, dict[int, Fraction]]:
    """By option, what it comes to for each who leaves nothing of it open."""
    return {
        a: {place: ends[0] for place, row in enumerate(table.known) if (ends := row[a]) and ends[0] == ends[1]}
        for a in table.options
    }


def _of_results(table: Table, values: Mapping[str, Mapping[int, Fraction]], rule: GroupRule) -> Together:
    shares = [sheet.share for sheet in table.sheets]
    size, is_median = len(shares), rule in _MEDIANS

    def together(option: str, among: Sequence[int]) -> Fraction:
        return pool([(values[option][place], shares[place]) for place in among], is_median=is_median)

    def at_end(option: str, end: Literal[0, 1]) -> Fraction:
        said = [((row[option] or table.anything)[end], shares[p]) for p, row in enumerate(table.known)]
        return pool(said, is_median=is_median)

    def decides(one: str, other: str) -> bool:
        if one not in known or other not in known:
            return True
        both = sorted(set(values[one]) & set(values[other]))
        return len(both) >= LEAST_PEOPLE and together(one, both) - together(other, both) >= 1

    known = {
        a: together(a, sorted(found))
        for a, found in values.items()
        if len(found) >= max(LEAST_PEOPLE, math.ceil(size / 2))
    }
    ends = {a: (known[a], known[a]) if a in known else (at_end(a, 0), at_end(a, 1)) for a in table.options}
    return Together(ends, known, {a: len(found) for a, found in values.items()}, size, decides)


def _judge_short(lead: Read, found: Together, *, is_of_numbers: bool, is_of_leanings: bool) -> None:
    """Options too few have a value for are named in the same sentence, with how many have."""
    is_of_scores = is_of_numbers and not is_of_leanings
    end = "()" if is_of_scores else rf" (has|have) a {'leaning' if is_of_leanings else 'full total'}"
    start = "a score is given by " if is_of_scores else ""
    words = rf"([A-Z]+): {start}(?:only (\d+)|none) of (\d+){end}"
    text = lead.said.get("short", "")
    told = {}
    for option, count, of, verb in re.findall(words, text):
        must(int(of) == found.size, f"there are {found.size} people")
        must(count != "0" and verb != ("have" if count in {"", "1"} else "has"), f"{text!r}: none, one and many")
        told[option] = int(count or 0)
    cut = re.search(r"and (\d+) more$", text)
    rest = re.sub(rf"{words}|, | and |\d+ more", "", text)
    must(not rest, f"{rest!r} cannot be read")
    short = {a: found.counts[a] for a in found.ends if a not in found.known}
    if is_of_scores:
        short = {a: count for a, count in short.items() if count < math.ceil(found.size / 2)}
    must(told.items() <= short.items() and len(told) + (int(cut[1]) if cut else 0) == len(short), f"short are {short}")


def _judge_pooled(lead: Read, found: Together, *, is_of_numbers: bool) -> None:
    ends = found.ends
    ranks = ranks_of(dict(ends))
    may = [a for a in ends if ranks[a][0] == 1]
    sure = [a for a in may if ranks[a][1] == 1]
    is_alone = len(may) == 1 and len(sure) == 1 and all(found.decides(may[0], b) for b in ends if b != may[0])
    must(is_alone == lead.key.startswith("group.first"), f"alone: {is_alone}, {ranks}, {ends}")
    if not is_alone:
        _judge_shared(lead, found, may, sure, is_of_numbers=is_of_numbers)
        return
    first = may[0]
    must(lead["option"] == first, f"{may} comes first")
    rest = {b: ends[b][1] for b in ends if b != first}
    rival = lead["rival"]
    must(rest.get(rival) == max(rest.values()), f"the next is another: {rest}")
    is_known = first in found.known, rival in found.known
    wanted = {
        (True, True): "group.first",
        (True, False): "group.first.open",
        (False, False): "group.first.sure",
        (False, True): "group.first.sure.rival",
    }[is_known]
    must(lead.key == wanted, f"{wanted} should be said")
    if is_known[0]:
        _judge_value(found, first, lead["value"], lead["n"])
    else:
        must(0 <= ends[first][0] - number(lead["least"]) < 1, f"it comes to {float(ends[first][0])} at least")
    if is_known[1]:
        _judge_value(found, rival, lead["other"], lead["others"])
    else:
        must(0 <= number(lead["most"]) - rest[rival] < 1, f"at most {float(rest[rival])}")
    own = number(lead["value" if is_known[0] else "least"])
    must(own > number(lead["other" if is_known[1] else "most"]), "the numbers shown do not tell who is ahead")


def _judge_value(found: Together, option: str, shown: str, count: str) -> None:
    must(is_rounded(shown, found.known[option]), f"{option} comes to {float(found.known[option])}")
    must(int(count) == found.counts[option], f"{option}: {found.counts[option]} of {found.size}")


def _judge_shared(lead: Read, found: Together, may: Sequence[str], sure: Sequence[str], *, is_of_numbers: bool) -> None:
    """Several may come first: level, or open, or one of them for certain or level with the others."""
    every = _with_undecided(may, found)
    undecided = any(
        found.known[one] - found.known[other] >= 1 and not found.decides(one, other)
        for one in every & set(found.known)
        for other in every & set(found.known)
    )
    if sure and sure != may and is_of_numbers:
        must(lead.key == "group.least", f"{sure} come first or are level")
        must_list(lead, "option" if "option" in lead.said else "options", sure)
        must_list(lead, "rest", [a for a in may if a not in sure])
        return
    must(lead.key != "group.least", "of results it is open, or they are level")
    if lead.key == "group.open":
        told = _judge_candidates(lead["candidates"], found)
        must(set(told) == every and sure != may, f"{every} may come first")
        return
    must(sure == may, f"{may} may come first, for certain {sure}")
    must(lead.key == ("group.divided" if undecided else "group.level"), f"{every} share first place: {found.known}")
    must_list(lead, "options", sorted(every))
    told = _judge_candidates(lead["values"], found)
    must(set(told) == every, f"{every} share first place")


def _judge_candidates(text: str, found: Together) -> list[str]:
    """Options with what they come to and over how many, all named."""
    pattern = r"([A-Z]+) ([+−]?[\d.]+)(?:–([+−]?[\d.]+))?, (\d+) of (\d+)"
    rest = re.sub(rf"{pattern}|, | and | or ", "", text)
    must(not rest, f"{rest!r} cannot be read")
    told = []
    for option, low, high, count, size in re.findall(pattern, text):
        told.append(option)
        must(int(size) == found.size and int(count) == found.counts[option], f"{option}: {found.counts[option]}")
        must(bool(high) == (option not in found.known), f"{option} has one number, or a range")
        must(is_rounded(low, found.ends[option][0]), f"{option}: {found.ends[option]}")
        must(is_rounded(high or low, found.ends[option][1]), f"{option}: {found.ends[option]}")
    return told


def _with_undecided(may: Sequence[str], found: Together) -> set[str]:
    """Those that may come first, with all of which it depends on who is counted whether they are behind."""
    known = found.known
    order = sorted(known, key=lambda a: -known[a])
    every = set(may)
    for _ in order:
        for first, above in enumerate(order):
            for last in range(first + 1, len(order)):
                run = order[first : last + 1]
                is_apart = known[above] - known[order[last]] >= 1
                if every & set(run) and is_apart and not found.decides(above, order[last]):
                    every |= set(run)
    return every


def _rankers(table: Table, values: Mapping[str, Mapping[int, Fraction]], among: Sequence[str]) -> list[int]:
    """Who has a value for all of some options."""
    return [p for p in range(len(table.sheets)) if among and all(p in values[a] for a in among)]


def _behind(values: Mapping[str, Mapping[int, Fraction]], place: int, option: str, among: Sequence[str]) -> Fraction:
    """How many options are behind one for somebody; a half for each that is level."""
    others = [values[option][place] - values[b][place] for b in among if b != option]
    return sum((Fraction(1) if by >= 1 else Fraction(1, 2) if by > -1 else Fraction(0) for by in others), Fraction(0))


def _judge_places(table: Table, values: Mapping[str, Mapping[int, Fraction]], found: Together, lead: Read) -> None:
    """Points by places, of people who rank all that stand: one for each option behind, a half for each level."""
    stands = list(found.known)
    rankers = _rankers(table, values, stands)
    shares = [table.sheets[p].share for p in rankers]
    points = {
        a: len(rankers)
        * pool(
            [(_behind(values, p, a, stands), share) for p, share in zip(rankers, shares, strict=True)], is_median=False
        )
        for a in stands
        if rankers
    }
    best = max(points.values(), default=Fraction(0))
    first = [a for a in points if points[a] == best]
    reach = [a for a in found.ends if a not in stands and any(found.known[b] - found.ends[a][1] < 1 for b in first)]
    if lead.key == "group.places.single":
        must(stands == first == [lead["option"]] and not reach, f"{stands} are ranked by {len(rankers)}")
        return
    if lead.key == "group.places.open":
        must(not first or bool(reach), f"{points}, and {reach} may come to as much")
        return
    must(bool(first) and not reach, f"{reach} may come to as much as {first}")
    must((int(lead["n"]), int(lead["size"])) == (len(rankers), found.size), f"{len(rankers)} rank all")
    must(is_rounded(lead["value"], best), f"{points}")
    must((lead.key == "group.places") == (len(first) == 1), f"{first} come first by {points}")
    must_list(lead, "options" if "options" in lead.said else "option", first)
    if "other" in lead.said:
        must(points[lead["rival"]] == max(value for a, value in points.items() if a not in first), f"{points}")
        must(is_rounded(lead["other"], points[lead["rival"]]), f"{points}")


def _judge_accord(
    table: Table, values: Mapping[str, Mapping[int, Fraction]], stands: Sequence[str], said: Sequence[Read]
) -> None:
    """Kendall's W of the places that people give to all that stand, with its correction for ties."""
    rankers = _rankers(table, values, stands)
    places = [[len(stands) - _behind(values, p, a, stands) for a in stands] for p in rankers]
    people, things = len(rankers), len(stands)
    ties = sum(row.count(rank) ** 2 - 1 for row in places for rank in row)
    most = people * people * (things**3 - things) - people * ties
    is_due = people >= LEAST_PEOPLE and things >= LEAST_PEOPLE and most > 0
    is_due = is_due and 2 * people >= len(table.sheets)
    must(len(said) == is_due, f"{people} rank {things} things")
    for read in said:
        sums = [sum(row[at] for row in places) for at in range(things)]
        middle = Fraction(sum(sums), things)
        w = 12 * sum((total - middle) ** 2 for total in sums) / Fraction(most)
        must(is_rounded(read["w"], w), f"W is {float(w)}")
        must(int(read["count"]) == people, f"{people} rank all")
        word = next(word for most, word in _ACCORDS if w < most)
        if word not in read.text:
            raise FalsehoodError(f"{read.text!r}: W is {float(w)}")
