"""People who weigh pros and cons: the judgements in force for each, how cards lean for them, and for all as one."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Card, CardKind, Override, Perspective, PerspectiveKind
from desktop_app.weighing.people import group
from desktop_app.weighing.people.group import GroupRule
from desktop_app.weighing.people.group_leaning import group_leaning, group_leaning_sentence
from desktop_app.wording.sentence import Sentence
from tests.sentences.group_words import GROUPS
from tests.sentences.leads import must, must_list
from tests.sentences.leanings import Leaning
from tests.sentences.people import Ends, Somebody, Table, pool
from tests.sentences.strengths import Arguments, Tried
from tests.sentences.together import Together
from tests.sentences.words import Read, is_rounded
from tests.sure import sure
from tests.weighing.maps import MAP

ANY_LEANING: Ends = (Fraction(-100), Fraction(100))
_CLAIMS = {CardKind.CLAIM, CardKind.EVIDENCE}
_MEDIANS = {GroupRule.MEDIAN_OF_INPUTS, GroupRule.MEDIAN_OF_RESULTS}
_DIGITS = 9

K = TypeVar("K")


@dataclass(kw_only=True)
class Speaker(Somebody):
    """The judgements in force for one, where they differ from what is recorded; None is missing."""

    document: Document
    likely: Mapping[CardId, float | None] = field(default_factory=dict)
    matters: Mapping[ArgumentId, float | None] = field(default_factory=dict)

    @cached_property
    def arguments(self) -> Arguments:
        return Arguments(self.document).trying(likely=self.likely, matters=self.matters)

    def leaning(self, card: CardId) -> Fraction | None:
        """Of a card with a weighed argument; None without."""
        if not self.arguments.weighed(card):
            return None
        return Fraction(round(float(self.arguments.leaning(card)), _DIGITS))


def read_speakers(document: Document) -> list[Speaker]:
    """The map itself, then every perspective, by the rules of who says what (ROOM 2.1)."""
    claims = {card.id: card.plausibility for card in document.all(Card) if card.kind in _CLAIMS}
    items = {item.id: item.importance for item in document.all(Argument)}
    given: dict[int, dict[CardId, float | None]] = {}
    weighed: dict[int, dict[ArgumentId, float | None]] = {}
    for item in document.all(Override):
        if item.card is not None:
            given.setdefault(item.perspective, {})[item.card] = item.likely
        else:
            weighed.setdefault(item.perspective, {})[sure(item.argument)] = item.likely
    found = reads.perspectives(document, MAP)
    people = [p.id for p in found if p.kind is PerspectiveKind.PERSON]
    is_somebody = any(value is not None for value in [*claims.values(), *items.values()])
    speakers = [Speaker(name="My numbers", kind=None, is_somebody=is_somebody, document=document)]
    for p in found:
        likely, matters = _in_force(p, people, given), _in_force(p, people, weighed)
        own = given.get(p.id) or weighed.get(p.id)
        speakers.append(
            Speaker(
                name=p.name,
                kind=p.kind,
                is_somebody=bool(own) or (p.kind is PerspectiveKind.SCENARIO and is_somebody),
                share=Fraction(p.share),
                document=document,
                likely=likely,
                matters=matters,
            )
        )
    return speakers


def _in_force(
    p: Perspective, people: Sequence[int], said: Mapping[int, Mapping[K, float | None]]
) -> Mapping[K, float | None]:
    """What one gave; of a person, what any person was asked for and this one did not give is missing."""
    is_person = p.kind is PerspectiveKind.PERSON
    asked = {key for other in people for key in said.get(other, {})} if is_person else set()
    return {**dict.fromkeys(asked), **said.get(p.id, {})}


def leanings_table(document: Document, speakers: Sequence[Speaker]) -> Table:
    """How options lean for all of some that hold numbers."""
    letters = reads.option_letters(document, MAP)
    rows = []
    for speaker in (speaker for speaker in speakers if speaker.is_somebody):
        known = {letter: speaker.leaning(option) for option, letter in letters.items()}
        rows.append((speaker, {a: None if value is None else (value, value) for a, value in known.items()}))
    return Table(rows, ANY_LEANING)


def judge_beside_leanings(table: Table, said: Sequence[Read], suffix: str) -> None:
    """Options of which nobody has weighed anything are named right after the lead; nothing is said of weights."""
    keys = [read.key for read in said]
    outside = f"group.outside.leaning{suffix}"
    must(keys.count(outside) == bool(table.outside), f"{table.outside} are weighed by nobody")
    must(not any(key.startswith("group.weights") for key in keys), "there are no criteria")
    for read in (read for read in said if read.key == outside):
        must(said[1] is read, "who stands outside is said right after the lead")
        must_list(read, "options" if "options" in read.said else "one", table.outside)


def of_judgements(document: Document, table: Table, is_median: bool) -> Together:
    """How options lean by everybody's judgements made one: of log-odds where plausibilities are averaged."""
    speakers = [speaker for speaker in table.sheets if isinstance(speaker, Speaker)]
    likely: dict[CardId, float | None] = {}
    for card in (card for card in document.all(Card) if card.kind in _CLAIMS):
        said = [(float(value), s.share) for s in speakers if (value := s.arguments.given(card)) is not None]
        likely[card.id] = _one_likely(said, is_median=is_median) if said else None
    matters: dict[ArgumentId, float | None] = {}
    for item in document.all(Argument):
        given = [(Fraction(float(v)), s.share) for s in speakers if (v := s.arguments.importance(item)) is not None]
        matters[item.id] = float(pool(given, is_median=is_median)) if given else None
    one = Speaker(name="", kind=None, document=document, likely=likely, matters=matters)
    values = {letter: one.leaning(option) for option, letter in reads.option_letters(document, MAP).items()}
    known = {a: lean for a in table.options if (lean := values[a]) is not None}
    ends = {a: (known[a], known[a]) if a in known else ANY_LEANING for a in table.options}
    counts = {a: sum(row[a] is not None for row in table.known) for a in table.options}
    return Together(ends, known, counts, len(speakers), lambda _one, _other: True)


def _one_likely(said: Sequence[tuple[float, Fraction]], *, is_median: bool) -> float:
    """One likelihood; certainty only where all are as certain."""
    if is_median or len({value for value, _ in said}) == 1:
        return float(pool([(Fraction(value), share) for value, share in said], is_median=True))
    kept = [(min(max(value, 0.01), 0.99), share) for value, share in said]
    odds = pool([(Fraction(math.log(value / (1 - value))), share) for value, share in kept], is_median=False)
    return 1 / (1 + math.exp(-float(odds)))


def said_by(document: Document, own: Sequence[Speaker], subject: str) -> list[list[Fraction]]:
    """What everybody who gave a number says of a claim, or of each argument of that name, 0…100."""
    mine, *others = own
    for card in document.all(Card):
        if card.kind in _CLAIMS and subject == f"how likely “{card.text}” is":
            return [_known([_number(mine.arguments.given(card)), *(other.likely.get(card.id) for other in others)])]
    named = [
        item
        for item in document.all(Argument)
        if subject == f"how much {Leaning(document, item.target_card or CardId(0)).name(item)} matters"
    ]
    must(bool(named), f"{subject!r} is nothing on this map")
    return [
        _known([_number(mine.arguments.importance(item)), *(other.matters.get(item.id) for other in others)])
        for item in named
    ]


def _number(value: Tried | None) -> float | None:
    return None if value is None else float(value)


def _known(said: Sequence[float | None]) -> list[Fraction]:
    return [Fraction(100 * value) for value in said if value is not None]


def judge_leanings(
    document: Document, own: Sequence[Speaker], sheets: Sequence[group.Sheet], rule: GroupRule
) -> Iterator[Sentence]:
    """How every question and option leans for all who hold numbers, by one rule.

    Raises:
        FalsehoodError: something of it is false.
    """
    members = [(mine, sheet) for mine, sheet in zip(own, sheets, strict=True) if mine.is_somebody]
    is_median = rule in _MEDIANS
    for card in [card for card in document.all(Card) if card.kind not in _CLAIMS]:
        said = [(value, mine.share) for mine, _ in members if (value := mine.leaning(card.id)) is not None]
        found = group_leaning([sheet for _, sheet in members], card.id, rule)
        must((found is not None) == (len(said) > 1), f"{card.text}: {len(said)} lean")
        if found is None:
            continue
        sentence = group_leaning_sentence(document, found)
        read = GROUPS.read(str(sentence))
        name = "median" if is_median else "mean"
        by_shares = ", weighted by share" if len({share for _, share in said}) > 1 else ""
        must(read["rule"] == f"{name} of their results{by_shares}", f"{read.text!r}: it is the {name}")
        must((int(read["count"]), int(read["size"])) == (len(said), len(members)), f"{read.text!r}: {len(said)} lean")
        must(read["card"] == f"“{card.text}”", f"{read.text!r} is of {card.text}")
        values = [value for value, _ in said]
        wanted = {"leaning": pool(said, is_median=is_median), "low": min(values), "high": max(values)}
        for key, value in wanted.items():
            must(is_rounded(read[key], value), f"{read.text!r}: {key} is {float(value)}")
        yield sentence
