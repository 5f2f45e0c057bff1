"""Judges what is said of several people: who puts what first, and what they come to together by their results."""

import math
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from desktop_app.model.document import Document
from desktop_app.weighing.by_weights import by_weights_sentence, rankings_by_weights
from desktop_app.weighing.comparing import compare
from desktop_app.weighing.group import GroupRule
from desktop_app.weighing.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.room import read_sheets, room
from desktop_app.weighing.together import group_result
from desktop_app.wording.sentence import Sentence
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import must
from tests.sentences.people import ANYTHING, Ends, Sheet, Table, read_people
from tests.sentences.scoring import Scores, ranks_of
from tests.sentences.words import FalsehoodError, Read, is_rounded, number
from tests.weighing.maps import MAP

LEAST_PEOPLE = 2


def judge_people(document: Document) -> Iterator[Sentence]:
    """What is said of perspectives side by side, of the people together, and of their weights.

    Raises:
        FalsehoodError: something of it is false.
    """
    scores, own = read_people(document)
    sheets = read_sheets(document, MAP)
    said = comparison_sentences(document, compare(document, MAP, sheets))
    _judge_compared(scores, own, _read(said))
    yield from said
    people = room(sheets)
    must([sheet.name for sheet in people] == [sheet.name for sheet in own if sheet.is_person], "others are in the room")
    for rule in GroupRule if len(people) > 1 else ():
        together = group_sentences(document, sheets[0].results, group_result(document, MAP, people, rule))
        read = _read(together)
        try:
            if rule in {GroupRule.MEAN_OF_RESULTS, GroupRule.MEDIAN_OF_RESULTS}:
                _judge_together(scores, own, read, is_median=rule is GroupRule.MEDIAN_OF_RESULTS)
            elif rule in {GroupRule.MEAN_OF_INPUTS, GroupRule.MEDIAN_OF_INPUTS}:
                _judge_inputs(scores, own, read, is_median=rule is GroupRule.MEDIAN_OF_INPUTS)
            else:
                _judge_places(scores, own, read[0])
        except FalsehoodError as error:
            raise FalsehoodError(f"{error}\n" + "\n".join(item.text for item in read)) from error
        yield from together
    rankings = rankings_by_weights(document, sheets)
    known = [sheet.shares for sheet in own if sheet.is_somebody and sheet.shares is not None]
    is_due = len(scores.in_play) > 1 and any(shares != known[0] for shares in known[1:])
    must(bool(rankings) == is_due, f"of weights is spoken where they differ: {known}")
    if rankings:
        sentence = by_weights_sentence(document, rankings)
        _judge_weights(scores, known, GROUPS.read(str(sentence)))
        yield sentence


def _read(sentences: Sequence[Sentence]) -> list[Read]:
    found = [GROUPS.read(str(sentence)) for sentence in sentences]
    for sentence, read in zip(sentences, found, strict=True):
        is_lead = sentence.key in {"group.said", "group.said.short"}
        must(is_lead or sentence.key.split(".")[:2] == read.key.split(".")[:2], f"{read.text!r} is {sentence.key}")
    return found


def _judge_compared(scores: Scores, own: Sequence[Sheet], said: Sequence[Read]) -> None:
    table = Table(scores, own)
    others = [place for place, sheet in enumerate(table.sheets) if sheet.kind is not None]
    _judge_firsts(table, others, [read for read in said if read.key.startswith("group.firsts")])
    by_name = {sheet.name: place for place, sheet in enumerate(table.sheets)}
    told = set()
    for read in said:
        if read.key.startswith("group.sheet"):
            must(read["name"] in by_name, f"{read['name']} says nothing")
            told.add(read["name"])
            ranks = table.ranks(by_name[read["name"]])
            may = [a for a in table.options if ranks[a][0] == 1]
            sure = [a for a in may if ranks[a][1] == 1]
            named, more = read.listed("options")
            must(set(named) <= set(may) and len(named) + more == len(may), f"{read.text!r}: {may} may come first")
            must((sure == may) == (read.key == "group.sheet"), f"{read.text!r}: for certain {sure}")
        elif read.key == "group.differ":
            _judge_differ(own, read)
    must(told == {name for name, place in by_name.items() if any(table.known[place].values())}, f"{told} are told")


def _judge_firsts(table: Table, places: Sequence[int], said: Sequence[Read]) -> None:
    alone, level, still_open = table.firsts(places)
    is_due = len(places) > 1 and still_open < len(places)
    must(len(said) == is_due, f"{alone}, level {level}, open {still_open}")
    for read in said:
        told = {a: int(n) for a, n in _counts(read.text)}
        size = int(re.search(r"of (\d+) (?:people|perspectives)", read.text)[1])
        must(size == len(places), f"{read.text!r}: there are {len(places)}")
        must(told == {a: n for a, n in alone.items() if n}, f"{read.text!r}: {alone}")
        for word, count in (("level", level), ("open", still_open)):
            found = re.search(rf"{word} (?:in|for) (\d+)", read.text)
            must((int(found[1]) if found else 0) == count, f"{read.text!r}: {word} {count}")


def _counts(text: str) -> Iterator[tuple[str, str]]:
    whole = re.search(r"(?:([A-Z]+) comes first in each of (\d+)|Each of (\d+) people puts ([A-Z]+) first)", text)
    if whole is not None:
        yield whole[1] or whole[4], whole[2] or whole[3]
    for pattern in (r"([A-Z]+) comes first in (\d+) of", r", ([A-Z]+) in (\d+)"):
        yield from re.findall(pattern, text)
    for pattern in (r"(\d+) of \d+ people puts? ([A-Z]+) first", r", (\d+) put ([A-Z]+) first"):
        yield from ((a, n) for n, a in re.findall(pattern, text))


def _judge_differ(own: Sequence[Sheet], read: Read) -> None:
    found = re.fullmatch(r"the (?:score of ([A-Z]+) on (K\d+)|weight of (K\d+))", read["subject"])
    must(found is not None, f"{read.text!r} speaks of something else")
    assert found is not None
    if found[3]:
        values = [100 * s.shares[found[3]] for s in own if s.says_weights and s.is_somebody]
    else:
        values = [s.cells[found[1], found[2]] for s in own if (found[1], found[2]) in s.cells and s.is_somebody]
    must(bool(values) and is_rounded(read["low"], min(values)), f"{read.text!r}: {sorted(map(float, values))}")
    must(is_rounded(read["high"], max(values)), f"{read.text!r}: {sorted(map(float, values))}")
    must(int(read["count"]) == len(values), f"{read.text!r}: {len(values)} say something")


def _judge_weights(scores: Scores, known: Sequence[Mapping[str, Fraction]], read: Read) -> None:
    """The map's scores under everybody's weights; everybody counts once, whoever has the same."""
    counts: dict[tuple[str, ...], int] = {}
    for shares in known:
        ranks = ranks_of({a: (scores.low(a, shares), scores.high(a, shares)) for a in scores.in_play})
        firsts = tuple(a for a in scores.in_play if ranks[a][1] == 1)
        counts[firsts] = counts.get(firsts, 0) + 1
    if read.key.startswith("weights.agree"):
        must(list(counts) == [tuple(read.listed("options")[0])], f"{read.text!r}: {counts}")
        return
    told: dict[tuple[str, ...], int] = {}
    for options, count in re.findall(r"((?:[A-Z]+(?:, | and )?)+|open) by (\d+)", read["firsts"]):
        names = () if options == "open" else tuple(re.split(r", | and ", options))
        told[names] = int(count)
    must(told == counts and int(read["count"]) == sum(counts.values()), f"{read.text!r}: {counts}")


def _pool(values: Sequence[Fraction], *, is_median: bool) -> Fraction:
    return statistics.median(values) if is_median else sum(values, Fraction(0)) / len(values)


def _judge_together(scores: Scores, own: Sequence[Sheet], said: Sequence[Read], *, is_median: bool) -> None:
    table = Table(scores, [sheet for sheet in own if sheet.is_person])
    size = len(table.sheets)
    lead = said[0]
    _judge_firsts(table, range(size), [read for read in said if read.key.startswith("group.firsts")])
    outside = [read for read in said if read.key == "group.outside"]
    if len(table.options) < LEAST_PEOPLE:
        must(lead.key in {"group.none", "group.single"}, "there is nothing to compare")
        return
    must(len(outside) == bool(table.outside), f"{table.outside} are scored by nobody")
    for read in outside:
        named = read.listed("options" if "options" in read.said else "one")
        must(len(named[0]) + named[1] == len(table.outside) and said[1] is read, f"{table.outside} stand outside")
    values = {
        a: {place: ends[0] for place, row in enumerate(table.known) if (ends := row[a]) and ends[0] == ends[1]}
        for a in table.options
    }
    stands = [a for a in table.options if len(values[a]) >= max(LEAST_PEOPLE, math.ceil(size / 2))]
    together = {a: _pool(list(values[a].values()), is_median=is_median) for a in stands}
    possible = {
        a: tuple(_pool([(row[a] or ANYTHING)[end] for row in table.known], is_median=is_median) for end in (0, 1))
        for a in table.options
    }
    ends = {a: (together[a], together[a]) if a in together else possible[a] for a in table.options}
    _judge_short(lead, values, stands, size)
    _judge_lead(lead, ends, values, together, size, is_median=is_median)


def _judge_inputs(scores: Scores, own: Sequence[Sheet], said: Sequence[Read], *, is_median: bool) -> None:
    """The results of everybody's numbers made one; a score that fewer than half gave is missing."""
    table = Table(scores, [sheet for sheet in own if sheet.is_person])
    if len(table.options) < LEAST_PEOPLE:
        return
    size = len(table.sheets)
    given = [sheet.shares for sheet in table.sheets if sheet.shares is not None]
    raw = {k: _pool([shares[k] for shares in given], is_median=is_median) for k in scores.criteria}
    shares = {k: w / sum(raw.values()) for k, w in raw.items() if w > 0}
    ends, counts = {}, {}
    for a in table.options:
        low, high = Fraction(0), Fraction(0)
        for k, w in shares.items():
            values = [sheet.cells[a, k] for sheet in table.sheets if (a, k) in sheet.cells]
            is_known = len(values) >= math.ceil(size / 2)
            low += w * (_pool(values, is_median=is_median) if is_known else 0)
            high += w * (_pool(values, is_median=is_median) if is_known else 100)
            counts[a] = min(counts.get(a, size), len(values))
        ends[a] = (low, high)
    together = {a: low for a, (low, high) in ends.items() if low == high}
    _judge_pooled(said[0], ends, together, counts, size, lambda _one, _other: True)


def _judge_places(scores: Scores, own: Sequence[Sheet], lead: Read) -> None:
    """Points by places, of people who rank all that stand: one for each option behind, a half for each level."""
    table = Table(scores, [sheet for sheet in own if sheet.is_person])
    if len(table.options) < LEAST_PEOPLE or not lead.key.startswith("group.places") or "value" not in lead.said:
        return
    size = len(table.sheets)
    known = [{a: ends[0] for a, ends in row.items() if ends and ends[0] == ends[1]} for row in table.known]
    stands = [a for a in table.options if sum(a in row for row in known) >= max(LEAST_PEOPLE, math.ceil(size / 2))]
    rankers = [row for row in known if all(a in row for a in stands)]
    points = dict.fromkeys(stands, Fraction(0))
    for row in rankers:
        for a in stands:
            others = [row[a] - row[b] for b in stands if b != a]
            points[a] += sum(Fraction(1) if ahead >= 1 else Fraction(1, 2) if ahead > -1 else 0 for ahead in others)
    must((int(lead["n"]), int(lead["size"])) == (len(rankers), size), f"{len(rankers)} rank all")
    best = max(points.values())
    must(is_rounded(lead["value"], best), f"{points}")
    first = [a for a in stands if points[a] == best]
    named = lead.listed("options")[0] if "options" in lead.said else [lead["option"]]
    must(named == first, f"{points}")
    if "other" in lead.said:
        must(points[lead["rival"]] == max(value for a, value in points.items() if a not in first), f"{points}")
        must(is_rounded(lead["other"], points[lead["rival"]]), f"{points}")


def _judge_short(lead: Read, values: Mapping[str, Mapping[int, Fraction]], stands: Sequence[str], size: int) -> None:
    """Options too few have a value for are named in the same sentence."""
    told = {}
    for option, count, of in re.findall(r"([A-Z]+): (?:only (\d+)|none) of (\d+) ha(?:s|ve) a total", lead.text):
        must(int(of) == size, f"there are {size} people")
        told[option] = int(count or 0)
    short = {a: len(values[a]) for a in values if a not in stands}
    cut = re.search(r"and (\d+) more\.$", lead.text)
    must(told.items() <= short.items() and len(told) + (int(cut[1]) if cut else 0) == len(short), f"short are {short}")


def _judge_lead(
    lead: Read,
    ends: Mapping[str, Ends],
    values: Mapping[str, Mapping[int, Fraction]],
    together: Mapping[str, Fraction],
    size: int,
    *,
    is_median: bool,
) -> None:

    def decides(one: str, other: str) -> bool:
        """Whether those who have a value for both put one ahead of the other."""
        if one not in together or other not in together:
            return True
        both = sorted(set(values[one]) & set(values[other]))
        if len(both) < LEAST_PEOPLE:
            return False
        first, second = (_pool([values[a][place] for place in both], is_median=is_median) for a in (one, other))
        return first - second >= 1

    counts = {a: len(found) for a, found in values.items()}
    _judge_pooled(lead, ends, together, counts, size, decides)


def _judge_pooled(
    lead: Read,
    ends: Mapping[str, Ends],
    together: Mapping[str, Fraction],
    counts: Mapping[str, int],
    size: int,
    decides: Callable[[str, str], bool],
) -> None:
    ranks = ranks_of(dict(ends))
    may = [a for a in ends if ranks[a][0] == 1]
    sure = [a for a in may if ranks[a][1] == 1]
    is_alone = len(may) == 1 and len(sure) == 1 and all(decides(may[0], b) for b in ends if b != may[0])
    must(is_alone == lead.key.startswith("group.first"), f"alone: {is_alone}, {ranks}, {ends}")
    for option, shown, count, of in re.findall(
        r"([A-Z]+) (?:comes first )?(?:with )?([\d.]+)(?:,| \() ?(\d+) of (\d+)", lead.text
    ):
        if option in together:
            must(is_rounded(shown, together[option]), f"{option} comes to {float(together[option])}")
            must((int(count), int(of)) == (counts[option], size), f"{option}: {counts[option]} of {size}")
    if not is_alone:
        _judge_shared(lead, _with_undecided(may, together, decides), sure == may)
        return
    must(lead["option"] == may[0], f"{may} comes first")
    rest = {b: ends[b][1] for b in ends if b != may[0]}
    must(rest[lead["rival"]] == max(rest.values()), f"the next is another: {rest}")
    if "value" in lead.said:
        must(is_rounded(lead["value"], together[may[0]]), f"it comes to {float(together[may[0]])}")
    if "least" in lead.said:
        must(0 <= ends[may[0]][0] - number(lead["least"]) < 1, f"it comes to {float(ends[may[0]][0])} at least")
    if "most" in lead.said:
        must(0 <= number(lead["most"]) - max(rest.values()) < 1, f"at most {float(max(rest.values()))}")


def _with_undecided(
    may: Sequence[str], together: Mapping[str, Fraction], decides: Callable[[str, str], bool]
) -> set[str]:
    """Those that may come first, with all of which it depends on who is counted whether they are behind."""
    order = sorted(together, key=lambda a: -together[a])
    found = set(may)
    for _ in order:
        for first, above in enumerate(order):
            for last in range(first + 1, len(order)):
                run = order[first : last + 1]
                if (
                    found & set(run)
                    and together[above] - together[order[last]] >= 1
                    and not decides(above, order[last])
                ):
                    found |= set(run)
    return found


def _judge_shared(lead: Read, may: set[str], is_certain: bool) -> None:  # read as it is called
    if lead.key == "group.open":
        named = re.findall(r"(?:^|, | or )([A-Z]+) [\d.–]+, \d+ of \d+", lead["candidates"])
        must(set(named) == may and not is_certain, f"{may} may come first")
    elif lead.key in {"group.level", "group.divided"}:
        named, more = lead.listed("options")
        must(set(named) <= may and len(named) + more == len(may) and is_certain, f"{may} are level")
    else:
        raise FalsehoodError(f"{lead.key} is said where {may} may come first")
