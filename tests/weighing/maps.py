"""Small maps for the tests of weighing, written as what bears on what."""

import random
from dataclasses import dataclass, field

from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.ranks import ranks_after
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Criterion,
    Map,
    Premise,
    PremiseRule,
    Record,
    Score,
    Stance,
    Workbook,
)

MAP = MapId(1)
RANKS = ranks_after(None, 7000)


@dataclass
class MapBuilder:
    """Collects records of one map; cards and arguments are found again by the names they are given."""

    sharpness: float = 1.0
    premise_rule: PremiseRule = PremiseRule.WEAKEST
    loops_allowed: bool = False
    records: list[Record] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)

    def _next(self, name: str) -> int:
        number = len(self.records) + 100
        self.ids[name] = number
        return number

    def card(self, name: str, plausibility: float | None = None, kind: CardKind = CardKind.CLAIM, **fields) -> int:
        number = self._next(name)
        rank = RANKS[len(self.records)]
        self.records.append(Card(number, MAP, kind, name, rank, plausibility=plausibility, **fields))
        return number

    def option(self, name: str, **fields) -> int:
        return self.card(name, kind=CardKind.OPTION, **fields)

    def argue(self, name: str, premises, target: str, importance: float | None = None, **fields) -> int:
        """`name` starting with - opposes; a target that names an argument is undercut."""
        number = self._next(name)
        on_argument = any(isinstance(r, Argument) and r.id == self.ids[target] for r in self.records)
        self.records.append(
            Argument(
                number,
                MAP,
                Stance.OPPOSES if name.startswith("-") or on_argument else Stance.SUPPORTS,
                RANKS[len(self.records)],
                target_card=None if on_argument else self.ids[target],
                target_argument=self.ids[target] if on_argument else None,
                importance=importance,
                **fields,
            )
        )
        for place, premise in enumerate([premises] if isinstance(premises, str) else premises):
            self.records.append(Premise(number * 1000 + place, number, self.ids[premise], RANKS[place]))
        return number

    def criterion(self, name: str, weight: float, **fields) -> int:
        number = self._next(name)
        self.records.append(Criterion(number, MAP, name, RANKS[len(self.records)], weight=weight, **fields))
        return number

    def score(self, option: str, criterion: str, likely: float | None = None, **fields) -> int:
        number = self._next(f"{option}/{criterion}")
        self.records.append(Score(number, self.ids[option], self.ids[criterion], likely=likely, **fields))
        return number

    def document(self) -> Document:
        own = [
            Workbook(1, "test", "", "en", "2026-01-01T00:00:00Z"),
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
