"""Judges what is said of a leaning: where it stands, what it hangs on, what would turn it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Card, Citation, Method, Source, Stance
from tests.sentences.leads import must
from tests.sentences.strengths import Arguments, below, claims_of
from tests.sentences.words import FalsehoodError, Read, is_rounded, number, whole
from tests.sure import sure

_RISES = re.compile(r"(“[^”]*”) (rises|falls) from (\d+) % to (\d+) % likely true")
_MATTERS = re.compile(r"(“[^”]*”(?: \(its \w+ use\))?) matters (more|less): (\d+) of 100 instead of (\d+)")
NOISE = 1e-7


@dataclass(frozen=True)
class Lever:
    """A number below a card that could be changed: of a claim, or of an argument; in hundredths.

    Attributes:
        subject: the claim it belongs to.
    """

    kind: str
    record: int
    name: str
    subject: int
    now: float


@dataclass
class Leaning:
    """One card, with everything its leaning hangs on."""

    document: Document
    card: CardId

    def __post_init__(self) -> None:
        self.own = Arguments(self.document)

    @cached_property
    def value(self) -> float:
        return float(self.own.leaning(self.card))

    @cached_property
    def direct(self) -> list[Argument]:
        return self.own.weighed(self.card)

    @cached_property
    def part(self) -> list[Argument]:
        """Weighed arguments that take part: reached by weighed ones alone, and not beneath a claim nothing moves."""
        simple = self.own.method == Method.SIMPLE.value
        found: dict[int, Argument] = {}
        waiting = list(self.direct)
        while waiting:
            argument = waiting.pop()
            if argument.id in found:
                continue
            found[argument.id] = argument
            under = reads.undercuts_of(self.document, argument.id)
            for claim in claims_of(self.document, argument) if not simple else []:
                if claim.plausibility not in self.locks:
                    under = under + reads.arguments_on(self.document, claim.id)
            waiting += [item for item in under if item.importance is not None]
        return list(found.values())

    @cached_property
    def claims(self) -> list[Card]:
        found = {card.id: card for argument in self.part for card in claims_of(self.document, argument)}
        return list(found.values())

    def name(self, argument: Argument) -> str:
        """An argument by the words of its premises, as `tests.sentences` has it."""
        premises = reads.premises_of(self.document, argument.id)
        name = f"“{' & '.join(self.document.get(Card, item.card).text for item in premises)}”"
        if argument.target_card is None:
            return name
        same = [
            item.id
            for item in reads.arguments_on(self.document, argument.target_card)
            if {p.card for p in reads.premises_of(self.document, item.id)} == {p.card for p in premises}
        ]
        if len(same) < 2:
            return name
        place = same.index(argument.id) + 1
        return f"{name} (its {place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place, 'th') } use)"

    @cached_property
    def locks(self) -> set[float]:
        """Plausibilities that arguments cannot move; where energies count they can move all."""
        return {0.0, 1.0} if self.own.method in {Method.LOG_ODDS.value, Method.SIMPLE.value} else set()

    @cached_property
    def evens(self) -> list[Lever]:
        """Claims that nobody has weighed: they count as even."""
        return [
            Lever("likely", card.id, f"“{card.text}”", card.id, 50) for card in self.claims if card.plausibility is None
        ]

    @cached_property
    def levers(self) -> list[Lever]:
        found = [
            Lever("likely", card.id, f"“{card.text}”", card.id, 100 * card.plausibility)
            for card in self.claims
            if card.plausibility is not None and card.plausibility not in self.locks
        ]
        for argument in self.part:
            first = reads.premises_of(self.document, argument.id)[0].card
            found.append(Lever("matters", argument.id, self.name(argument), first, 100 * sure(argument.importance)))
        return found

    def tried(self, lever: Lever, values: np.ndarray | float) -> np.ndarray:
        """The leaning with other hundredths."""
        hundredths = np.asarray(values) / 100
        if lever.kind == "likely":
            tried = self.own.trying(likely={CardId(lever.record): hundredths})
        else:
            tried = self.own.trying(matters={ArgumentId(lever.record): hundredths})
        leanings: np.ndarray = np.asarray(tried.leaning(self.card)) + np.zeros_like(values, dtype=float)
        return leanings

    def without(self, argument: Argument) -> float:
        return float(self.own.trying(matters={argument.id: 0.0}).leaning(self.card))

    @cached_property
    def turning(self) -> dict[Lever, int]:
        """The nearest whole hundredth at which the other side shows, for each lever that has one."""
        found = {}
        side = 1 if whole(self.value) > 0 else -1
        for lever in self.levers:
            values = np.arange(1, 100) if lever.kind == "likely" else np.arange(0, 101)
            there = values[-side * self.tried(lever, values) >= 0.5 - NOISE]
            if len(there):
                found[lever] = int(min(there, key=lambda value: abs(value - lever.now)))
        return found


def judge_explanation(leaning: Leaning, said: Sequence[Read]) -> None:
    """Everything that is said of why a card leans as it does."""
    total = reads.arguments_on(leaning.document, leaning.card)
    if not leaning.direct:
        must([read.key for read in said] == ["lean.unweighed" if total else "lean.nothing"], "nothing is weighed")
        return
    _judge_lean(leaning, said[0])
    must(said[1].key == "weighed", "how much is weighed comes second")
    must((said[1]["weighed"], said[1]["total"]) == (str(len(leaning.direct)), str(len(total))), "not that many")
    by_key = {read.key.split(".")[0]: read for read in said[2:] if not read.key.startswith("source")}
    even = next((read["argument"] for read in said if read.key == "turn.even"), "")
    _judge_without(leaning, by_key.get("without"), even)
    turns = [read for read in said if read.key.startswith("turn")]
    must(len(turns) == (whole(leaning.value) != 0), "turns are said of what is not even")
    for read in turns:
        _judge_turn(leaning, read)
    _judge_number(leaning, by_key.get("number"))
    _judge_sources(leaning, [read for read in said if read.key.startswith("source")])


def _judge_lean(leaning: Leaning, read: Read) -> None:
    shown = whole(leaning.value)
    side = "for" if shown > 0 else "against" if shown < 0 else "even"
    must(read.key.removesuffix(".counted") == f"lean.{side}", f"it leans {leaning.value}")
    must(is_rounded(read.said.get("leaning", "0"), leaning.value), f"it leans {leaning.value}")
    evens = sum(card.plausibility is None for card in leaning.claims)
    told = read.said.get("count", read.said.get("one", "0"))
    must(int(told) == evens and ("one" in read.said) == (evens == 1), f"{evens} claims count as even")


def _judge_without(leaning: Leaning, read: Read | None, even: str) -> None:
    """The weightiest of those on the card; not where it is said already that without it all would stand even."""
    changes = {item.id: abs(leaning.without(item) - leaning.value) for item in leaning.direct}
    largest = max(changes.values())
    if read is None:
        weightiest = {leaning.name(i) for i in leaning.direct if changes[i.id] >= largest - NOISE}
        must(whole(largest) == 0 or even in weightiest, "what it would be without the weightiest is not said")
        return
    named = [item for item in leaning.direct if leaning.name(item) == read["argument"]]
    fit = [item for item in named if is_rounded(read.said.get("leaning", "0"), leaning.without(item))]
    must(bool(fit), f"{read['argument']}: {[leaning.without(item) for item in named]}")
    must(any(changes[item.id] >= largest - NOISE for item in fit), f"another changes more: {changes}")


def _judge_turn(leaning: Leaning, read: Read) -> None:
    if read.key in {"turn.none", "turn.even"}:
        must(not leaning.turning, f"{leaning.turning} turn it")
        even = [item for item in leaning.direct if whole(leaning.without(item)) == 0]
        must(bool(even) == (read.key == "turn.even"), f"{even} leave it even")
        if even:
            must(read["argument"] in {leaning.name(item) for item in even}, f"{even} leave it even")
        return
    changes = {lever: abs(value - lever.now) for lever, value in leaning.turning.items()}
    told = [_told_turn(leaning, read[name]) for name in ("change", "other") if name in read.said]
    nearest: dict[int, float] = {}
    for lever, change in changes.items():
        nearest[lever.subject] = min(change, nearest.get(lever.subject, 1000))
    order = sorted(nearest.values())
    must(len({lever.subject for lever in told}) == len(told), "one claim is named twice")
    must(len(told) == min(2, len(order)), f"{nearest} turn it")
    for lever, change in zip(told, order, strict=False):
        must(abs(changes[lever] - change) < NOISE, f"another is nearer: {changes}")


def _told_turn(leaning: Leaning, text: str) -> Lever:
    for pattern, kind in ((_RISES, "likely"), (_MATTERS, "matters")):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        now, needed = (found[3], found[4]) if kind == "likely" else (found[4], found[3])
        upwards = found[2] in {"rises", "more"}
        named = [lever for lever in leaning.levers if lever.kind == kind and lever.name == found[1]]
        for lever in named:
            is_now = is_rounded(now, lever.now)
            if is_now and leaning.turning.get(lever) == int(needed) and upwards == (int(needed) > lever.now):
                return lever
        raise FalsehoodError(f"{text}: turns are at {[(lever, leaning.turning.get(lever)) for lever in named]}")
    raise FalsehoodError(f"{text!r} cannot be read")


def _judge_number(leaning: Leaning, read: Read | None) -> None:
    """Many light points against a heavy one; of methods whose points add up."""
    if leaning.own.method == Method.DF_QUAD.value:
        must(read is None, "nothing adds up")
        return
    pros = sorted(
        (abs(float(leaning.own.points(i))) for i in leaning.direct if i.stance is Stance.SUPPORTS), reverse=True
    )
    cons = sorted(
        (abs(float(leaning.own.points(i))) for i in leaning.direct if i.stance is Stance.OPPOSES), reverse=True
    )
    winners, losers = (pros, cons) if leaning.value > 0 else (cons, pros)
    needed = next((k for k in range(1, len(winners) + 1) if losers and sum(winners[:k]) > losers[0] + NOISE), 0)
    is_many = bool(losers and winners) and losers[0] >= 2 * winners[0] - NOISE and needed >= 3
    is_due = is_many and whole(leaning.value) != 0
    must((read is not None) == is_due, f"by number: {winners} against {losers}")
    if read is None:
        return
    must(read.key == ("number.pros" if leaning.value > 0 else "number.cons"), "the other side wins")
    must(int(read["count"]) == needed, f"it takes {needed}")
    heaviest = {leaning.name(i) for i in leaning.direct if abs(abs(float(leaning.own.points(i))) - losers[0]) < NOISE}
    must(read["heaviest"] in heaviest, f"the heaviest is {heaviest}")


def _judge_sources(leaning: Leaning, said: Sequence[Read]) -> None:
    expected = {}
    for stance, key in ((Stance.SUPPORTS, "source.pros"), (Stance.OPPOSES, "source.cons")):
        side = [item for item in reads.arguments_on(leaning.document, leaning.card) if item.stance is stance]
        cited = {item.id: _cited(leaning.document, item) for item in side}
        weight = {item.id: float(leaning.own.effective(item) * leaning.own.body(item)) for item in side}
        for source in {name for names in cited.values() for name in names}:
            alone = [item for item in side if cited[item.id] == {source}]
            carried = sum(weight[item.id] for item in alone)
            if len(alone) >= 2 and 2 * carried >= sum(weight.values()) - NOISE and any(weight.values()):
                expected[key, source] = (len(alone), len(side))
    told = {(read.key, read["source"]): (int(read["count"]), int(read["total"])) for read in said}
    must(told == expected, f"{expected} rest on one source")


def _cited(document: Document, argument: Argument) -> set[str]:
    arguments = [argument, *reads.undercuts_of(document, argument.id)]
    for claim in claims_of(document, argument):
        arguments += below(document, claim.id)
    for undercut in reads.undercuts_of(document, argument.id):
        for claim in claims_of(document, undercut):
            arguments += below(document, claim.id)
    cards = {card.id for item in arguments for card in claims_of(document, item)}
    return {document.get(Source, citation.source).key for citation in document.all(Citation) if citation.card in cards}


def told_leaning(read: Read) -> int:
    return int(number(read.said.get("leaning", "0")))
