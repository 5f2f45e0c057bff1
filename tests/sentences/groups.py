"""Judges what is said of several people: who puts what first, what they differ about, what they come to together."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.model.document import Document
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing.criteria.by_each_weights import by_weights_sentence, rankings_by_weights
from desktop_app.weighing.people import group
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import GroupRule
from desktop_app.weighing.people.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.people.room import read_sheets, room
from desktop_app.weighing.people.together import group_result
from desktop_app.wording.sentence import Sentence
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import must
from tests.sentences.people import Sheet, Somebody, Table, read_people, scored_table
from tests.sentences.scored_room import judge_beside_totals, of_scores
from tests.sentences.scoring import Scores, ranks_of
from tests.sentences.speakers import (
    judge_beside_leanings,
    judge_leanings,
    leanings_table,
    of_judgements,
    read_speakers,
    said_by,
)
from tests.sentences.together import Together, judge_together
from tests.sentences.words import FalsehoodError, Read, is_rounded
from tests.sure import sure
from tests.weighing.maps import MAP

# Groups beside the room, as the page that compares offers them: whose kinds, and whether they are people.
_OTHERS: tuple[tuple[frozenset[PerspectiveKind | None], bool], ...] = (
    (frozenset({PerspectiveKind.PERSON}), True),
    (frozenset({PerspectiveKind.STAKEHOLDER}), False),
    (frozenset({PerspectiveKind.SCENARIO}), False),
    (frozenset({None, *PerspectiveKind}), False),
)


@dataclass
class Crowd:
    """The map's own numbers and those of every perspective, in order, and what they are compared by.

    Attributes:
        table: what options come to for some of them.
        of_numbers: what a table's numbers made one come to, as means or as medians.
        judge_beside: judges who is said to stand outside, and what is said of weights.
        said_of: what everybody who gave a number says of each subject of a name, on 0…100.
    """

    own: Sequence[Somebody]
    table: Callable[[Sequence[Somebody]], Table]
    of_numbers: Callable[[Table, bool], Together | None]
    judge_beside: Callable[[Table, Sequence[Read], str], None]
    said_of: Callable[[str], list[list[Fraction]]]


def judge_people(document: Document) -> Iterator[Sentence]:
    """What is said of perspectives side by side, of the people together, and of their weights.

    Raises:
        FalsehoodError: something of it is false.
    """
    scores, own = read_people(document)
    crowd = Crowd(
        own,
        functools.partial(scored_table, scores),
        functools.partial(of_scores, scores),
        functools.partial(judge_beside_totals, scores),
        functools.partial(_said_of, own),
    )
    yield from _judge_crowd(document, crowd)
    sheets = read_sheets(document, MAP)
    rankings = rankings_by_weights(document, sheets)
    known = [sheet.shares for sheet in own if sheet.is_somebody and sheet.shares is not None]
    is_due = len(scores.in_play) > 1 and any(shares != known[0] for shares in known[1:])
    must(bool(rankings) == is_due, f"of weights is spoken where they differ: {known}")
    if rankings:
        sentence = by_weights_sentence(document, rankings)
        _judge_weights(scores, known, GROUPS.read(str(sentence)))
        yield sentence


def judge_speakers(document: Document) -> Iterator[Sentence]:
    """The same of people who weigh pros and cons, with how single cards lean for them.

    Raises:
        FalsehoodError: something of it is false.
    """
    own = read_speakers(document)
    crowd = Crowd(
        own,
        functools.partial(leanings_table, document),
        functools.partial(of_judgements, document),
        judge_beside_leanings,
        functools.partial(said_by, document, own),
    )
    yield from _judge_crowd(document, crowd)
    sheets = read_sheets(document, MAP)
    for rule in GroupRule:
        yield from judge_leanings(document, own, sheets, rule)


def _judge_crowd(document: Document, crowd: Crowd) -> Iterator[Sentence]:
    sheets = read_sheets(document, MAP)
    said = comparison_sentences(document, compare(document, MAP, sheets))
    _judge_compared(crowd, _read(said))
    yield from said
    people = room(sheets)
    own = [sheet.name for sheet in crowd.own if sheet.is_person]
    must([sheet.name for sheet in people] == own, "others are in the room")
    yield from _judge_group(document, crowd, sheets, people, are_people=True, is_room=True)
    done = [people]
    for kinds, are_people in _OTHERS:
        members = tuple(sheet for sheet in sheets if sheet.kind in kinds and sheet.is_somebody)
        if members not in done:
            done.append(members)
            yield from _judge_group(document, crowd, sheets, members, are_people=are_people, is_room=False)


def _judge_group(
    document: Document,
    crowd: Crowd,
    sheets: Sequence[group.Sheet],
    members: Sequence[group.Sheet],
    *,
    are_people: bool,
    is_room: bool,
) -> Iterator[Sentence]:
    """A group of at least two, by every rule."""
    counted = [mine for mine, sheet in zip(crowd.own, sheets, strict=True) if sheet in members]
    for rule in GroupRule if len(members) > 1 else ():
        found = group_result(document, MAP, members, rule)
        said = group_sentences(document, sheets[0].results, found, are_people=are_people, is_room=is_room)
        read, table = _read(said), crowd.table(counted)
        try:
            judge_together(table, read, rule, crowd.of_numbers, crowd.judge_beside, is_room=is_room)
            firsts = [item for item in read if item.key.startswith("group.firsts")]
            _judge_firsts(table, firsts, are_people=are_people)
        except FalsehoodError as error:
            raise FalsehoodError(f"{rule}: {error}\n" + "\n".join(item.text for item in read)) from error
        yield from said


def _read(sentences: Sequence[Sentence]) -> list[Read]:
    found = [GROUPS.read(str(sentence)) for sentence in sentences]
    for sentence, read in zip(sentences, found, strict=True):
        lead = sentence.values.get("lead")
        key = lead.key if isinstance(lead, Sentence) else sentence.key
        must(read.key in {key, key.rpartition(".")[0]}, f"{read.text!r} is {key}")
    return found


def _judge_compared(crowd: Crowd, said: Sequence[Read]) -> None:
    table = crowd.table(crowd.own)
    firsts = [read for read in said if read.key.startswith("group.firsts")]
    _judge_firsts(table, firsts, are_people=False)
    for read in firsts:
        is_own = any(sheet.kind is None for sheet in table.sheets)
        must(
            (read.key == "group.firsts.own") == is_own, f"{read.text!r}: the map's own numbers are among them: {is_own}"
        )
        must(read.said.get("own", read["size"]) == read["size"], f"{read.text!r} counts twice")
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
            _judge_differ(crowd.said_of(read["subject"]), read)
    is_compared = len(table.options) > 1
    due = {name for name, place in by_name.items() if is_compared and any(table.known[place].values())}
    must(told == due, f"{told} are told, not {due}")


def _judge_firsts(table: Table, said: Sequence[Read], *, are_people: bool) -> None:
    """Over all that hold numbers, who puts what first; nothing where it is open for every one."""
    size = len(table.sheets)
    alone, level, still_open = table.firsts()
    is_due = size > 1 and still_open < size
    must(len(said) == is_due, f"{alone}, level {level}, open {still_open}")
    for read in said:
        told = {a: int(n) for a, n in _counts(read.text)}
        must((" people " in read.text) == are_people, f"{read.text!r}: they are people: {are_people}")
        must(int(read["size"]) == size, f"{read.text!r}: there are {size}")
        must(told == {a: n for a, n in alone.items() if n}, f"{read.text!r}: {alone}")
        for word, count in (("level", level), ("open", still_open)):
            must(int(read.said.get(word, "0")) == count, f"{read.text!r}: {word} {count}")


def _counts(text: str) -> Iterator[tuple[str, str]]:
    whole = re.search(r"(?:([A-Z]+) comes first in each of (\d+)|Each of (\d+) people puts ([A-Z]+) first)", text)
    if whole is not None:
        yield whole[1] or whole[4], whole[2] or whole[3]
    for pattern in (r"([A-Z]+) comes first in (\d+) of", r", ([A-Z]+) in (\d+)"):
        yield from re.findall(pattern, text)
    for pattern in (r"(\d+) of \d+ people puts? ([A-Z]+) first", r", (\d+) puts? ([A-Z]+) first"):
        yield from ((a, n) for n, a in re.findall(pattern, text))


def _judge_differ(said: Sequence[Sequence[Fraction]], read: Read) -> None:
    is_so = any(
        values
        and is_rounded(read["low"], min(values))
        and is_rounded(read["high"], max(values))
        and int(read["count"]) == len(values)
        for values in said
    )
    must(is_so, f"{read.text!r}: {[sorted(map(float, values)) for values in said]}")


def _said_of(own: Sequence[Sheet], subject: str) -> list[list[Fraction]]:
    """What those who gave a score or a weight say of it; what is only the map’s is said once."""
    found = re.fullmatch(r"the (?:score of ([A-Z]+) on (K\d+)|weight of (K\d+))", subject)
    if found is None:
        raise FalsehoodError(f"{subject!r} is something else")
    if found[3]:
        return [[100 * sure(s.shares)[found[3]] for s in own if s.says_weights and s.gave_weights]]
    return [[s.cells[found[1], found[2]] for s in own if (found[1], found[2]) in s.gave]]


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
