"""Random pros and cons: shared claims, one source cited by many, undercuts, locks, many light against one heavy."""

import random

from desktop_app.model.document import Document
from desktop_app.model.ids import CitationId, SourceId
from desktop_app.model.records import CardKind, Citation, Confidence, Map, Method, PremiseRule, Source
from desktop_app.wording.sentence import literal
from tests.weighing.maps import MAP, MapBuilder

PLAUSIBILITIES = (None, None, 0.1, 0.3, 0.5, 0.7, 0.7, 0.9)
IMPORTANCES = (None, 0.0, 0.25, 0.5, 0.5, 0.75, 1.0)
_MOST_ARGUMENTS = 16


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.built = MapBuilder()
        self.claims: list[str] = []
        self.depth: dict[str, int] = {}
        self.arguments: list[str] = []
        self.is_fine = chance.random() < 0.4
        self.doubt = chance.choice((0, 0, 0.5))
        self.unweighed = chance.choice((0, 0.2, 0.4))

    def plausibility(self) -> float | None:
        if self.chance.random() < self.unweighed:
            return None
        if self.chance.random() < 0.06:
            return float(self.chance.choice((0, 1)))
        return self.chance.randint(1, 99) / 100 if self.is_fine else self.chance.choice(PLAUSIBILITIES)

    def importance(self) -> float | None:
        if self.chance.random() < self.unweighed / 2:
            return None
        return self.chance.randint(0, 100) / 100 if self.is_fine else self.chance.choice(IMPORTANCES)

    def claim(self, depth: int, plausibility: float | None) -> str:
        name = f"claim {len(self.claims) + 1}"
        confidence = self.chance.choice(list(Confidence)) if self.chance.random() < self.doubt else None
        self.built.card(name, plausibility, confidence=confidence if plausibility is not None else None)
        self.claims.append(name)
        self.depth[name] = depth
        return name

    def argue(self, target: str, premises: list[str], sign: str, importance: float | None) -> str:
        name = f"{sign}argument {len(self.arguments) + 1}"
        self.built.argue(name, premises, target, importance)
        self.arguments.append(name)
        return name

    def grow(self, target: str, depth: int, most: int) -> None:
        """Pros and cons of one card, and what is said of them."""
        leaning = self.chance.choice((0.5, 0.5, 0.7, 0.0, 1.0)) if depth == 0 else 0.5
        for _ in range(self.chance.randint(0 if depth else 1, most)):
            if len(self.arguments) >= _MOST_ARGUMENTS:
                return
            deeper = [name for name in self.claims if self.depth[name] > depth]
            if deeper and self.chance.random() < 0.15:
                premises = [self.chance.choice(deeper)]
            else:
                premises = [self.claim(depth + 1, self.plausibility())]
            if self.chance.random() < 0.15:
                premises.append(self.claim(depth + 1, self.plausibility()))
            argument = self.argue(target, premises, "+" if self.chance.random() < leaning else "-", self.importance())
            if depth < 2 and self.chance.random() < 0.35:
                self.grow(premises[-1], self.depth[premises[-1]], 2)
            if depth < 2 and self.chance.random() < 0.15:
                self.argue(argument, [self.claim(depth + 1, self.plausibility())], "-", self.importance())

    def by_number(self, target: str) -> None:
        """Many light points of one side against a heavy one of the other."""
        many, one = self.chance.choice(("+-", "-+"))
        for _ in range(self.chance.randint(3, 10)):
            claim = self.claim(1, self.chance.choice((0.5, 0.7, 0.9)))
            self.argue(target, [claim], many, self.chance.choice((0.2, 0.25, 0.3)))
        self.argue(target, [self.claim(1, self.chance.choice((0.7, 0.9)))], one, self.chance.choice((0.75, 1.0)))

    def saturate(self, target: str) -> None:
        """One side has it all."""
        sign = self.chance.choice("+-")
        for _ in range(self.chance.randint(4, 9)):
            self.argue(target, [self.claim(1, self.chance.choice((0.9, 0.95, 1.0)))], sign, 1.0)


def random_arguments(chance: random.Random) -> Document:
    """A question with one to four options, each with pros and cons of its own kind."""
    maker = _Maker(chance)
    built = maker.built
    built.card("question", kind=CardKind.QUESTION)
    tops = ["question"] if chance.random() < 0.4 else []
    for number in range(chance.choice((1, 2, 3, 4))):
        built.option(f"O{number}")
        tops.append(f"O{number}")
    for top in tops:
        shape = chance.choice(("any", "any", "any", "any", "number", "saturated", "none"))
        if shape == "any":
            maker.grow(top, 0, 4)
        elif shape == "number":
            maker.by_number(top)
        elif shape == "saturated":
            maker.saturate(top)
    _cite(chance, maker)
    document = built.document()
    with document.transaction(literal("Set")):
        document.change(
            document.get(Map, MAP),
            draws=1_000,
            method=chance.choice((*[Method.LOG_ODDS] * 3, *Method)),
            sharpness=chance.choice((1.0, 1.0, 2.0)),
            premise_rule=chance.choice(list(PremiseRule)),
        )
    return document


def _cite(chance: random.Random, maker: _Maker) -> None:
    if chance.random() < 0.5:
        return
    built = maker.built
    for number in range(2):
        built.records.append(Source(SourceId(number + 1), f"source{number + 1}", f"Source {number + 1}"))
    for place, claim in enumerate(maker.claims):
        for number in (1, 2):
            if chance.random() < (0.6 if number == 1 else 0.1):
                built.records.append(Citation(CitationId(2 * place + number), built.card_ids[claim], SourceId(number)))
