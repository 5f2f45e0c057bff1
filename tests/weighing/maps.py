"""Small maps for the tests of weighing, written as what bears on what."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, ArgumentId, CardId, CriterionId, MapId, PremiseId, ScoreId
from desktop_app.model.ranks import ranks_after
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Confidence,
    Criterion,
    Map,
    Premise,
    PremiseRule,
    Record,
    Score,
    ScoreMode,
    Stance,
    WeightFrom,
    Workbook,
)

MAP = MapId(1)
RANKS = ranks_after(None, 7000)


class CardFields(TypedDict, total=False):
    """What else a card may be given."""

    notes: str
    confidence: Confidence | None
    assumption: bool
    under: CardId | None
    tags: tuple[str, ...]
    pin: tuple[float, float] | None
    said: int


class CriterionFields(TypedDict, total=False):
    """What else a criterion may be given."""

    question: str
    direction: str
    red_line: float | None
    locked: bool
    stale: bool
    shared_doubt: bool
    weight_from: WeightFrom


class ScoreFields(TypedDict, total=False):
    """What else a score may be given."""

    mode: ScoreMode
    low: float | None
    high: float | None
    confidence: Confidence | None
    note: str


@dataclass
class MapBuilder:
    """Collects records of one map; cards and arguments are found again by the names they are given."""

    sharpness: float = 1.0
    premise_rule: PremiseRule = PremiseRule.WEAKEST
    loops_allowed: bool = False
    records: list[Record] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    card_ids: dict[str, CardId] = field(default_factory=dict)
    argument_ids: dict[str, ArgumentId] = field(default_factory=dict)
    criterion_ids: dict[str, CriterionId] = field(default_factory=dict)

    def _next(self, name: str) -> int:
        number = len(self.records) + 100
        self.ids[name] = number
        return number

    def card(
        self,
        name: str,
        plausibility: float | None = None,
        kind: CardKind = CardKind.CLAIM,
        **fields: Unpack[CardFields],
    ) -> CardId:
        number = self.card_ids[name] = CardId(self._next(name))
        rank = RANKS[len(self.records)]
        self.records.append(Card(number, MAP, kind, name, rank, plausibility=plausibility, **fields))
        return number

    def option(self, name: str, **fields: Unpack[CardFields]) -> CardId:
        return self.card(name, kind=CardKind.OPTION, **fields)

    def argue(
        self,
        name: str,
        premises: str | Iterable[str],
        target: str,
        importance: float | None = None,
        *,
        criterion: CriterionId | None = None,
        check_again: bool = False,
    ) -> ArgumentId:
        """`name` starting with - opposes; a target that names an argument is undercut."""
        number = self.argument_ids[name] = ArgumentId(self._next(name))
        on_argument = any(isinstance(r, Argument) and r.id == self.ids[target] for r in self.records)
        self.records.append(
            Argument(
                number,
                MAP,
                Stance.OPPOSES if name.startswith("-") or on_argument else Stance.SUPPORTS,
                RANKS[len(self.records)],
                target_card=None if on_argument else self.card_ids[target],
                target_argument=self.argument_ids[target] if on_argument else None,
                importance=importance,
                criterion=criterion,
                check_again=check_again,
            )
        )
        for place, premise in enumerate([premises] if isinstance(premises, str) else premises):
            self.records.append(Premise(PremiseId(number * 1000 + place), number, self.card_ids[premise], RANKS[place]))
        return number

    def criterion(self, name: str, weight: float, **fields: Unpack[CriterionFields]) -> CriterionId:
        number = self.criterion_ids[name] = CriterionId(self._next(name))
        self.records.append(Criterion(number, MAP, name, RANKS[len(self.records)], weight=weight, **fields))
        return number

    def score(self, option: str, criterion: str, likely: float | None = None, **fields: Unpack[ScoreFields]) -> ScoreId:
        number = ScoreId(self._next(f"{option}/{criterion}"))
        self.records.append(
            Score(number, self.card_ids[option], self.criterion_ids[criterion], likely=likely, **fields)
        )
        return number

    def document(self) -> Document:
        own = [
            Workbook(WORKBOOK_ID, "test", "", "en", "2026-01-01T00:00:00Z"),
            Map(
                MAP,
                "test",
                RANKS[0],
                sharpness=self.sharpness,
                premise_rule=self.premise_rule,
                loops_allowed=self.loops_allowed,
            ),
        ]
        return Document([*own, *self.records], source_of_ids=random.Random(0))
