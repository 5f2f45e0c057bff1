"""From where a card starts to where it comes out, argument by argument, in steps that add up exactly.

Under the default the steps are points. Other methods bend what arguments do together; there the steps are Shapley's
shares of the arguments directly on the card, in leaning.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records
from desktop_app.weighing.arguments.graph import argument_of
from desktop_app.weighing.arguments.sentences import argument_name, lean_sentence
from desktop_app.weighing.arguments.shapley import shapley
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Listed, Sentence, Signed, Value, say

_NAMED = 3


class StepUnit(StrEnum):
    """What steps are counted in."""

    POINTS = "points"
    LEANING = "leaning"


@dataclass(frozen=True, slots=True)
class WaterfallPart:
    """What one argument directly on the card does, with what rests on it; from `before` to `after`."""

    argument: ArgumentId
    before: float
    after: float

    @property
    def change(self) -> float:
        """Signed; all changes with the start make the end."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The way from start to end.

    Attributes:
        unit: points (log-odds · 100), or leaning -100…100.
        start: before any argument: the claim by itself.
        steps: largest first; each begins where the one before ends.
        end: with all of them.
        leaning: what the card leans at the end, whatever the unit.
    """

    card: CardId
    unit: StepUnit
    start: float
    steps: tuple[WaterfallPart, ...]
    end: float
    leaning: float


def waterfall(strengths: StrengthGraph, card: CardId, seed: int = 1) -> Waterfall | None:
    """The steps of a card; None without a weighed argument that moves it, or without a stable result.

    Args:
        strengths: of the map.
        card: any card.
        seed: for shares among more arguments than can be tried in every order.
    """
    strength = strengths.values[card]
    direct = list(strengths.graph.inputs(card))
    if strength is None or not direct:
        return None
    base = strengths.base_points(card)
    if strengths.graph.semantics.has_gain:
        assert base is not None
        unit, start = StepUnit.POINTS, base
        changes = {argument_of(node): strengths.points(node) or 0.0 for node in direct}
    else:
        shares = shapley(strengths, card, [argument_of(node) for node in sorted(direct)], seed=seed)
        if shares is None:
            return None
        unit, start = StepUnit.LEANING, shares.start
        changes = {item.argument: item.leaning for item in shares.shares}
    steps: list[WaterfallPart] = []
    level = start
    for argument, change in sorted(changes.items(), key=lambda item: (-abs(item[1]), item[0])):
        steps.append(WaterfallPart(argument, level, level + change))
        level += change
    return Waterfall(card, unit, start, tuple(steps), level, 100 * (2 * strength - 1))


def waterfall_sentences(records: Records, waterfall: Waterfall) -> tuple[Sentence, ...]:
    """The way in words: "It starts at 0 points. “X” adds +80, “Y” takes −54. Together +43 points: Leans for, +21."."""
    is_points = waterfall.unit is StepUnit.POINTS
    sentences = [say("way.start" if is_points else "way.start.leaning", start=Signed(waterfall.start))]
    shown = [step for step in waterfall.steps if whole(step.change)]
    named: list[Value] = [
        say(
            "way.adds" if step.change > 0 else "way.takes",
            argument=argument_name(records, step.argument),
            change=Signed(step.change),
        )
        for step in shown[:_NAMED]
    ]
    rest = len(shown) - _NAMED
    if rest > 0:
        others = sum(step.change for step in waterfall.steps) - sum(step.change for step in shown[:_NAMED])
        named.append(say("way.rest", count=rest, change=Signed(others)))
    if named:
        sentences.append(say("way.steps", steps=Listed(tuple(named), most=None)))
    result = lean_sentence(waterfall.leaning, evens=0)
    sentences.append(say("way.end" if is_points else "way.end.leaning", end=Signed(waterfall.end), result=result))
    return tuple(sentences)
