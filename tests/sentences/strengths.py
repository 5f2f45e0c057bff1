"""How strong cards come out, computed from the records by the formulas of the literature, one card after another.

Whatever is tried may be an array: then all its values are tried at once.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Card, CardKind, Confidence, Map, Method, Premise, PremiseRule, Stance
from tests.weighing.maps import MAP

EULER = "euler"
WIDTH = {Confidence.HIGH: 5, Confidence.MEDIUM: 15, Confidence.LOW: 30}
Tried = float | np.ndarray


@dataclass
class Arguments:
    """Pros and cons of one map as they were given, with what is tried instead.

    Attributes:
        likely: of claims, instead of what is recorded; None is not weighed.
        matters: of arguments, instead of what is recorded; 0 is the same as taking the argument away.
    """

    document: Document
    method: str = ""
    likely: Mapping[CardId, Tried | None] = field(default_factory=dict)
    matters: Mapping[ArgumentId, Tried | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.map = self.document.get(Map, MAP)
        self.method = self.method or self.map.method.value
        self._known: dict[int, Tried] = {}

    def trying(
        self,
        *,
        likely: Mapping[CardId, Tried | None] | None = None,
        matters: Mapping[ArgumentId, Tried | None] | None = None,
    ) -> "Arguments":
        return Arguments(self.document, self.method, likely or {}, matters or {})

    def importance(self, argument: Argument) -> Tried | None:
        return self.matters.get(argument.id, argument.importance)

    def given(self, card: Card) -> Tried | None:
        """How likely true it is judged to be."""
        return self.likely.get(card.id, card.plausibility)

    def base(self, card: Card) -> Tried:
        given = self.given(card)
        if given is None or (card.kind in {CardKind.QUESTION, CardKind.OPTION} and card.id not in self.likely):
            return 0.5
        return given

    def body(self, argument: Argument) -> Tried:
        """What an argument rests on: its weakest premise, or all of them together."""
        cards = [self.document.get(Card, item.card) for item in reads.premises_of(self.document, argument.id)]
        simple = self.method == Method.SIMPLE.value
        values = [self.base(card) if simple else self.strength(card) for card in cards]
        is_weakest = self.map.premise_rule is PremiseRule.WEAKEST
        return functools.reduce(np.minimum if is_weakest else np.multiply, values)

    def effective(self, argument: Argument) -> Tried:
        """Importance after what is said against the argument itself."""
        given = self.importance(argument)
        left = 0.0 if given is None else given
        for undercut in reads.undercuts_of(self.document, argument.id):
            if self.importance(undercut) is not None:
                left = left * (1 - self.effective(undercut) * self.body(undercut))
        return left

    def weighed(self, card: CardId, criterion: int | None = None) -> list[Argument]:
        found = [item for item in reads.arguments_on(self.document, card) if self.importance(item) is not None]
        return [item for item in found if criterion is None or item.criterion == criterion]

    def strength(self, card: Card) -> Tried:
        if card.id not in self._known:
            # By simple balance, what was judged stays as it was judged.
            is_kept = self.method == Method.SIMPLE.value and self.given(card) is not None
            arguments = [] if is_kept else self.weighed(card.id)
            self._known[card.id] = self._strength(self.base(card), arguments)
        return self._known[card.id]

    def leaning(self, card: CardId) -> Tried:
        """-100 to 100."""
        return 200 * self.strength(self.document.get(Card, card)) - 100

    def on_cell(self, option: CardId, criterion: int) -> Tried | None:
        """Strength of what speaks to one cell; None: nothing weighed does."""
        speaking = self.weighed(option, criterion)
        return self._strength(0.5, speaking) if speaking else None

    def points(self, argument: Argument) -> Tried:
        """Log-odds times 100."""
        sign = 1 if argument.stance is Stance.SUPPORTS else -1
        return 100 * sign * self.map.sharpness * self.effective(argument) * self.body(argument)

    def _strength(self, base: Tried, arguments: list[Argument]) -> Tried:
        pros = [self.effective(item) * self.body(item) for item in arguments if item.stance is Stance.SUPPORTS]
        cons = [self.effective(item) * self.body(item) for item in arguments if item.stance is not Stance.SUPPORTS]
        energy = sum(pros, 0.0) - sum(cons, 0.0)
        if self.method == Method.LOG_ODDS.value:
            odds = np.exp(-self.map.sharpness * energy)
            return base / (base + (1 - base) * odds)
        if self.method == Method.SIMPLE.value:
            return (1 + energy / (sum(pros, 0.0) + sum(cons, 0.0) + 1)) / 2 if arguments else base
        if self.method == EULER:
            return 1 - (1 - base**2) / (1 + base * np.exp(energy))
        if self.method == Method.DF_QUAD.value:
            energy = _rest(cons) - _rest(pros)
        else:
            energy = np.sign(energy) * energy**2 / (1 + energy**2)
        return base + np.where(energy > 0, 1 - base, base) * energy


def _rest(parts: list[Tried]) -> Tried:
    left: Tried = 1.0
    for part in parts:
        left = np.multiply(left, 1 - part)
    return left


def argued_score(document: Document, option: CardId, criterion: int) -> Fraction | None:
    """100 times the strength of the pros and cons that speak to a cell."""
    strength = Arguments(document).on_cell(option, criterion)
    return None if strength is None else Fraction(round(float(100 * strength), 12))


def argued_ends(document: Document, option: CardId, criterion: int) -> tuple[float, float] | None:
    """Where 90 of 100 draws of the doubt about its claims leave an argued score; None without doubt."""
    chance = np.random.default_rng(option)
    claims = {
        card.id: card for item in Arguments(document).weighed(option, criterion) for card in claims_of(document, item)
    }
    drawn = {}
    for card in claims.values():
        if card.confidence is not None and card.plausibility not in {None, 0, 1}:
            width = WIDTH[card.confidence] / 100
            low, high = max(0, card.plausibility - width), min(1, card.plausibility + width)
            drawn[card.id] = chance.triangular(low, card.plausibility, high, size=4_000)
    values = Arguments(document).trying(likely=drawn).on_cell(option, criterion)
    if values is None or not np.ndim(values):
        return None
    low, high = np.percentile(100 * values, (5, 95))
    return low, high


def below(document: Document, card: CardId) -> Iterator[Argument]:
    """Every argument a card's strength may hang on, each once."""
    seen: set[int] = set()
    waiting = reads.arguments_on(document, card)
    while waiting:
        argument = waiting.pop(0)
        if argument.id in seen:
            continue
        seen.add(argument.id)
        yield argument
        waiting += reads.undercuts_of(document, argument.id)
        for premise in reads.premises_of(document, argument.id):
            waiting += reads.arguments_on(document, premise.card)


def claims_of(document: Document, argument: Argument) -> list[Card]:
    return [document.get(Card, item.card) for item in document.referring(Premise, "argument", argument.id)]
