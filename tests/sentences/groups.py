"""Judges what is said of several people: who puts what first, what they differ about, what their weights do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from desktop_app.model.document import Document
from desktop_app.model.records import PerspectiveKind
from desktop_app.weighing import group
from desktop_app.weighing.by_weights import by_weights_sentence, rankings_by_weights
from desktop_app.weighing.comparing import compare
from desktop_app.weighing.group import GroupRule
from desktop_app.weighing.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.room import read_sheets, room
from desktop_app.weighing.together import group_result
from desktop_app.wording.sentence import Sentence
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import must
from tests.sentences.people import Sheet, Table, read_people
from tests.sentences.scoring import Scores, ranks_of
from tests.sentences.together import judge_together
from tests.sentences.words import FalsehoodError, Read, is_rounded
from tests.weighing.maps import MAP

# Groups beside the room, as the page that compares offers them: whose kinds, and whether they are people.
_OTHERS: tuple[tuple[frozenset[PerspectiveKind | None], bool], ...] = (
    (frozenset({PerspectiveKind.PERSON}), True),
    (frozenset({PerspectiveKind.STAKEHOLDER}), False),
    (frozenset({PerspectiveKind.SCENARIO}), False),
    (frozenset({None, *PerspectiveKind}), False),
)


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
    yield from _judge_groups(document, scores, own, sheets)
    rankings = rankings_by_weights(document, sheets)
    known = [sheet.shares for sheet in own if sheet.is_somebody and sheet.shares is not None]
    is_due = len(scores.in_play) > 1 and any(shares != known[0] for shares in known[1:])
    must(bool(rankings) == is_due, f"of weights is spoken where they differ: {known}")
    if rankings:
        sentence = by_weights_sentence(document, rankings)
        _judge_weights(scores, known, GROUPS.read(str(sentence)))
        yield sentence


def _judge_groups(
    document: Document, scores: Scores, own: Sequence[Sheet], sheets: Sequence[group.Sheet]
) -> Iterator[Sentence]:
    """The room and every other group of at least two, by every rule."""
    people = room(sheets)
    yield from _judge_group(document, scores, own, sheets, people, are_people=True, is_room=True)
    done = [people]
    for kinds, are_people in _OTHERS:
        members = tuple(sheet for sheet in sheets if sheet.kind in kinds and sheet.is_somebody)
        if members not in done:
            done.append(members)
            yield from _judge_group(document, scores, own, sheets, members, are_people=are_people, is_room=False)


def _judge_group(
    document: Document,
    scores: Scores,
    own: Sequence[Sheet],
    sheets: Sequence[group.Sheet],
    members: Sequence[group.Sheet],
    *,
    are_people: bool,
    is_room: bool,
) -> Iterator[Sentence]:
    counted = [mine for mine, sheet in zip(own, sheets, strict=True) if sheet in members]
    for rule in GroupRule if len(members) > 1 else ():
        found = group_result(document, MAP, members, rule)
        said = group_sentences(document, sheets[0].results, found, are_people=are_people, is_room=is_room)
        read = _read(said)
        try:
            judge_together(scores, counted, read, rule, is_room=is_room)
            firsts = [item for item in read if item.key.startswith("group.firsts")]
            _judge_firsts(Table(scores, counted), firsts, are_people=are_people)
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


def _judge_compared(scores: Scores, own: Sequence[Sheet], said: Sequence[Read]) -> None:
    table = Table(scores, own)
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
            _judge_differ(own, read)
    is_compared = len(table.options) > 1
    due = {name for name, place in by_name.items() if is_compared and any(table.known[place].values())}
    must(told == due, f"{told} are told, not {due}")


def _judge_firsts(table: Table, said: Sequence[Read], *, are_people: bool) -> None:
    """Over all that hold numbers, who puts what first; nothing where it is open for every one."""
    size = len(table.sheets)
    alone, level, still_open = table.firsts(range(size))
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
