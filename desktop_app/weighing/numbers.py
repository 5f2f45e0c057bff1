"""Whose numbers count: those of the map, or of a perspective laid over them. Nothing is added up here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, CriterionId, PerspectiveId, ScoreId
from desktop_app.model.reads import Records
from desktop_app.model.reads import score as read_score
from desktop_app.model.records import Argument, Card, Confidence, Criterion, Override, Score, ScoreMode

# WEIGHING 5.2: how far a value may lie off, in points of 100.
DOUBT: Final[Mapping[Confidence, float]] = {Confidence.HIGH: 5.0, Confidence.MEDIUM: 15.0, Confidence.LOW: 30.0}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A number with the range it may lie in; all three on one scale, ascending."""

    low: float
    likely: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Nothing was said about a range."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Missing:
    """Numbers that somebody was asked for and did not give: the map's own do not stand in for them."""

    cards: frozenset[CardId] = frozenset()
    arguments: frozenset[ArgumentId] = frozenset()
    scores: frozenset[tuple[CardId, CriterionId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a map as one perspective sees them; without overrides, as the map has them.

    Attributes:
        missing: what somebody was asked for and did not give.
        in_play: options that are compared although no score of theirs may be known: some people gave one, but too few.
    """

    cards: Mapping[CardId, Override] = field(default_factory=dict)
    arguments: Mapping[ArgumentId, Override] = field(default_factory=dict)
    weights: Mapping[CriterionId, Override] = field(default_factory=dict)
    scores: Mapping[tuple[CardId, CriterionId], Override] = field(default_factory=dict)
    missing: Missing = Missing()
    in_play: frozenset[CardId] = frozenset()

    def plausibility(self, card: Card) -> float | None:
        """How likely true, 0…1; None: not weighed."""
        if card.id in self.missing.cards:
            return None
        override = self.cards.get(card.id)
        return card.plausibility if override is None or override.likely is None else override.likely

    def plausibility_doubt(self, card: Card) -> Doubt | None:
        """How likely true with the range confidence gives it, 0…1; None: not weighed, so nothing to doubt."""
        likely = self.plausibility(card)
        if likely is None:
            return None
        override = self.cards.get(card.id)
        if override is None:
            return spread(likely, None, None, card.confidence, scale=1.0)
        return spread(likely, override.low, override.high, override.confidence or card.confidence, scale=1.0)

    def importance(self, argument: Argument) -> float | None:
        """How much it matters, 0…1; None: not weighed."""
        if argument.id in self.missing.arguments:
            return None
        override = self.arguments.get(argument.id)
        return argument.importance if override is None or override.likely is None else override.likely

    def weight(self, criterion: Criterion) -> float:
        """The raw weight, 0…100."""
        override = self.weights.get(criterion.id)
        return criterion.weight if override is None or override.likely is None else override.likely

    def score(self, records: Records, option: CardId, criterion: CriterionId) -> Score | None:
        """The score of a cell; an override makes it judged. None: not scored."""
        if (option, criterion) in self.missing.scores:
            return None
        score = read_score(records, option, criterion)
        override = self.scores.get((option, criterion))
        if override is None:
            return score
        # The id stands for nothing: this score is never written.
        own = score or Score(id=ScoreId(0), option=option, criterion=criterion)
        return replace(
            own,
            mode=ScoreMode.JUDGED,
            low=override.low,
            likely=override.likely,
            high=override.high,
            confidence=override.confidence,
        )


def read_numbers(records: Records, perspective: PerspectiveId | None) -> Numbers:
    """The numbers as a perspective has them; None for the map's own."""
    if perspective is None:
        return Numbers()
    overrides = records.referring(Override, "perspective", perspective)
    return Numbers(
        cards={item.card: item for item in overrides if item.card is not None},
        arguments={item.argument: item for item in overrides if item.argument is not None},
        weights={item.criterion: item for item in overrides if item.criterion is not None and item.option is None},
        scores={
            (item.option, item.criterion): item
            for item in overrides
            if item.option is not None and item.criterion is not None
        },
    )


def spread(
    likely: float, low: float | None, high: float | None, confidence: Confidence | None, *, scale: float = 100.0
) -> Doubt:
    """A number with its range: low and high where given, else by confidence, else none; cut off at the scale's ends.

    Args:
        likely: the number, 0…scale.
        low: its least, where a person gave one.
        high: its most, where a person gave one.
        confidence: how sure the person is.
        scale: the largest value there is.
    """
    width = DOUBT[confidence] * scale / 100 if confidence is not None else 0.0
    return Doubt(
        max(0.0, likely - width) if low is None else min(low, likely),
        likely,
        min(scale, likely + width) if high is None else max(high, likely),
    )
