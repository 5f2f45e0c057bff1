"""Judges what is said of several people: who puts what first, and what they come to together by their results."""

import math
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Criterion, Override, Perspective, PerspectiveKind
from desktop_app.weighing.by_weights import by_weights_sentence, rankings_by_weights
from desktop_app.weighing.comparing import compare
from desktop_app.weighing.group import GroupRule
from desktop_app.weighing.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.room import read_sheets, room
from desktop_app.weighing.together import group_result
from desktop_app.wording.sentence import Sentence
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import must
from tests.sentences.scoring import Scores, ranks_of, read_scores
from tests.sentences.words import FalsehoodError, Read, is_rounded, number
from tests.weighing.maps import MAP

Ends = tuple[Fraction, Fraction]
ANYTHING: Ends = (Fraction(0), Fraction(100))
LEAST_PEOPLE = 2


@dataclass
class Sheet:
    """The numbers in force for one perspective, or for the map itself.

    Attributes:
        shares: of the criteria; None where they are missing.
        says_weights: they were set by somebody, and do not merely count alike.
    """

    name: str
    kind: PerspectiveKind | None
    cells: dict[tuple[str, str], Fraction]
    shares: dict[str, Fraction] | None
    is_somebody: bool
    says_weights: bool

    @property
    def is_person(self) -> bool:
        return self.is_somebody and self.kind in {None, PerspectiveKind.PERSON}

    def ends(self, option: str, criteria: Sequence[str]) -> Ends | None:
        """What an option may come to here; None where nothing is known of it."""
        known = {k: self.cells.get((option, k)) for k in criteria}
        if self.shares is None:
            if all(value is None for value in known.values()):
                return None
            low = min(Fraction(0) if value is None else value for value in known.values())
            return low, max(Fraction(100) if value is None else value for value in known.values())
        counted = {k: w for k, w in self.shares.items() if w > 0}
        if all(known[k] is None for k in counted):
            return None
        low = sum((w * (known[k] or Fraction(0)) for k, w in counted.items()), Fraction(0))
        missing = sum((w for k, w in counted.items() if known[k] is None), Fraction(0))
        return low, low + 100 * missing


def read_people(document: Document) -> tuple[Scores, list[Sheet]]:
    """The map's own sheet, then every perspective, by the rules of who says what."""
    scores = read_scores(document)
    letters = reads.option_letters(document, MAP)
    own = {place: cell.likely for place, cell in scores.cells.items()}
    given: dict[int, dict[tuple[str, str], Fraction | None]] = {}
    raw: dict[int, dict[str, Fraction]] = {}
    for item in document.all(Override):
        name = document.get(Criterion, item.criterion).name
        value = None if item.likely is None else Fraction(item.likely)
        if item.option is None:
            raw.setdefault(item.perspective, {})[name] = value
        else:
            given.setdefault(item.perspective, {})[letters[item.option], name] = value
    people = [p for p in reads.perspectives(document, MAP) if p.kind is PerspectiveKind.PERSON]
    asked = {place for p in people for place in given.get(p.id, {})}
    are_weights_asked = any(p.id in raw for p in people)
    are_weights_set = len({item.weight for item in reads.criteria(document, MAP)}) > 1
    base = scores.shares if are_weights_set or not are_weights_asked else None
    sheets = [Sheet("My numbers", None, own, base, bool(own) or are_weights_set, are_weights_set)]
    for p in reads.perspectives(document, MAP):
        sheets.append(_sheet(p, scores, own, given.get(p.id, {}), raw.get(p.id), asked, are_weights_asked))
        sheets[-1].says_weights = p.id in raw or (are_weights_set and sheets[-1].shares is not None)
    return scores, sheets


def _sheet(
    p: Perspective,
    scores: Scores,
    own: Mapping[tuple[str, str], Fraction],
    given: Mapping[tuple[str, str], Fraction | None],
    raw: Mapping[str, Fraction] | None,
    asked: set[tuple[str, str]],
    are_weights_asked: bool,  # one of the rules
) -> Sheet:
    is_person = p.kind is PerspectiveKind.PERSON
    cells = {place: value for place, value in own.items() if not (is_person and place in asked) and place not in given}
    cells |= {place: value for place, value in given.items() if value is not None}
    if raw is not None:
        shares = {k: w / sum(raw.values()) for k, w in raw.items()}
    else:
        shares = None if is_person and are_weights_asked else scores.shares
    return Sheet(p.name, p.kind, cells, shares, not is_person or bool(given) or raw is not None, says_weights=False)


class Table:
    """Some sheets over the options that any of them knows something of."""

    def __init__(self, scores: Scores, sheets: Sequence[Sheet]) -> None:
        self.sheets = [sheet for sheet in sheets if sheet.is_somebody]
        known = [{a: sheet.ends(a, scores.criteria) for a in scores.options} for sheet in self.sheets]
        self.options = [a for a in scores.options if any(row[a] is not None for row in known)]
        self.outside = [a for a in scores.options if a not in self.options]
        self.known = [{a: row[a] for a in self.options} for row in known]

    def ranks(self, place: int) -> dict[str, tuple[int, int]]:
        return ranks_of({a: ends or ANYTHING for a, ends in self.known[place].items()})

    def firsts(self, places: Sequence[int]) -> tuple[dict[str, int], int, int]:
        """How many put each first alone, how many have several level, and for how many it is open."""
        alone, level, still_open = dict.fromkeys(self.options, 0), 0, 0
        for place in places:
            ranks = self.ranks(place)
            may = [a for a in self.options if ranks[a][0] == 1]
            sure = [a for a in may if ranks[a][1] == 1]
            if not any(self.known[place].values()) or sure != may:
                still_open += 1
            elif len(sure) == 1:
                alone[sure[0]] += 1
            else:
                level += 1
        return alone, level, still_open


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
        if rule in {GroupRule.MEAN_OF_RESULTS, GroupRule.MEDIAN_OF_RESULTS}:
            try:
                _judge_together(scores, own, read, is_median=rule is GroupRule.MEDIAN_OF_RESULTS)
            except FalsehoodError as error:
                raise FalsehoodError(f"{error}\n" + "\n".join(item.text for item in read)) from error
        yield from together
    sentence = by_weights_sentence(document, rankings_by_weights(document, sheets))
    _judge_weights(scores, own, GROUPS.read(str(sentence)))
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


def _judge_weights(scores: Scores, own: Sequence[Sheet], read: Read) -> None:
    """The map's scores under everybody's weights."""
    others = [sheet.shares for sheet in own[1:] if sheet.shares is not None and sheet.shares != scores.shares]
    if read.key == "weights.same":
        must(not others or len(scores.in_play) < LEAST_PEOPLE, f"{len(others)} give other weights")
        return
    counts: dict[tuple[str, ...], int] = {}
    for shares in (scores.shares, *others):
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
    ranks = ranks_of(dict(ends))
    may = [a for a in ends if ranks[a][0] == 1]
    sure = [a for a in may if ranks[a][1] == 1]

    def decides(one: str, other: str) -> bool:
        """Whether those who have a value for both put one ahead of the other."""
        if one not in together or other not in together:
            return True
        both = sorted(set(values[one]) & set(values[other]))
        if len(both) < LEAST_PEOPLE:
            return False
        first, second = (_pool([values[a][place] for place in both], is_median=is_median) for a in (one, other))
        return first - second >= 1

    is_alone = len(may) == 1 and len(sure) == 1 and all(decides(may[0], b) for b in ends if b != may[0])
    must(is_alone == lead.key.startswith("group.first"), f"alone: {is_alone}, {ranks}")
    for option, shown, count, of in re.findall(
        r"([A-Z]+) (?:comes first )?(?:with )?([\d.]+)(?:,| \() ?(\d+) of (\d+)", lead.text
    ):
        if option in together:
            must(is_rounded(shown, together[option]), f"{option} comes to {float(together[option])}")
            must((int(count), int(of)) == (len(values[option]), size), f"{len(values[option])} of {size}")
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
