"""What a leaning rests on that a reader would want to know: many light points against a heavy one, one source alone.

Pros and cons are taken to be independent; these are the two signs that they may not be (DEPTH 1.5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.model.ids import ArgumentId, CardId, SourceId
from desktop_app.model.reads import Records, arguments_on, citations_of, premises_of
from desktop_app.model.records import Argument, Stance
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.results import ArgumentResult, Results

_FEW = 3
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an argument directly on the card adds: log-odds · 100; all of a card add up with its base points."""

    argument: ArgumentId
    points: float


@dataclass(frozen=True, slots=True)
class ByNumber:
    """The heaviest point loses to many lighter ones.

    Attributes:
        heaviest: on the losing side, at least twice as heavy as any on the winning one.
        needed: how many of the winning side's heaviest it takes to outweigh it; three or more.
    """

    heaviest: ArgumentId
    needed: int


@dataclass(frozen=True, slots=True)
class OneSource:
    """Two or more arguments, with at least half the weight of their side, that cite one source alone.

    Attributes:
        stance: their side.
        source: all that is cited for them and for what they rest on.
        count: how many they are.
        total: how many there are on that side.
    """

    stance: Stance
    source: SourceId
    count: int
    total: int


def by_number(contributions: Sequence[Contribution], leaning: float) -> ByNumber | None:
    """Whether one side wins by the number of its points.

    Args:
        contributions: of all weighed arguments on a card; none under methods without points.
        leaning: of the card, -100…100; half a point or more shows a side.
    """
    if abs(leaning) < 0.5 or not contributions:
        return None
    side = 1 if leaning > 0 else -1
    winning = sorted((side * item.points for item in contributions if side * item.points > 0), reverse=True)
    losing = [item for item in contributions if side * item.points < 0]
    if not losing or not winning:
        return None
    heaviest = max(losing, key=lambda item: (abs(item.points), -item.argument))
    if abs(heaviest.points) < _TWICE * winning[0] - NOISE:
        return None
    together, needed = 0.0, 0
    while needed < len(winning) and together <= abs(heaviest.points) + NOISE:
        together += winning[needed]
        needed += 1
    if together <= abs(heaviest.points) + NOISE or needed < _FEW:
        return None
    return ByNumber(heaviest.argument, needed)


def one_source(records: Records, results: Results, card: CardId) -> Iterator[OneSource]:
    """For each side of a card, whether half of it or more rests on one source alone."""
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        side = [results.arguments[item.id] for item in arguments_on(records, card) if item.stance is stance]
        # Those that nobody has weighed weigh nothing; they are counted like the others.
        weights = {item.argument: _weight(item) for item in side}
        alone: dict[SourceId, list[ArgumentId]] = {}
        for argument in weights:
            cited = _cited(records, argument)
            if len(cited) == 1:
                alone.setdefault(cited.pop(), []).append(argument)
        whole = sum(weights.values())
        for source, arguments in alone.items():
            share = sum(weights[argument] for argument in arguments)
            if len(arguments) > 1 and whole > 0 and share >= whole / 2 - NOISE:
                yield OneSource(stance, source, len(arguments), len(weights))


def _weight(argument: ArgumentResult) -> float:
    if argument.importance is None or argument.effective_importance is None or argument.body is None:
        return 0.0
    return argument.effective_importance * argument.body


def _cited(records: Records, argument: ArgumentId) -> set[SourceId]:
    """Every source cited in an argument's subtree: by its premises, and by all that bears on them or on it."""
    sources: set[SourceId] = set()
    seen: set[ArgumentId] = set()
    pending = [argument]
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        pending += [item.id for item in records.referring(Argument, "target_argument", current)]
        for premise in premises_of(records, current):
            sources |= {citation.source for citation in citations_of(records, premise.card)}
            pending += [item.id for item in records.referring(Argument, "target_card", premise.card)]
    return sources
