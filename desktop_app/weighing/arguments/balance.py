"""The pros and cons of one card as two loads on a beam: what each side adds, and how much of it is weighed."""

from dataclasses import dataclass

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, arguments_on
from desktop_app.model.records import Stance
from desktop_app.weighing.arguments.strength import logistic
from desktop_app.weighing.results import ArgumentResult, Results
from desktop_app.wording.sentence import Percent, Sentence, Signed, say


@dataclass(frozen=True, slots=True)
class BalanceSide:
    """The pros or the cons of a card.

    Attributes:
        points: what they add together, log-odds · 100, never negative; None under a method without points.
        total: how many there are.
        weighed: how many of them are weighed.
    """

    points: float | None
    total: int
    weighed: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands on either side of a card.

    Attributes:
        leaning: -100…100; None when nothing on it is weighed or there is no stable result.
        base_points: what it brings before its pros and cons; None when they cannot move it.
            With the points of the pros, less those of the cons, it makes the leaning.
    """

    card: CardId
    leaning: float | None
    base_points: float | None
    pros: BalanceSide
    cons: BalanceSide


def balance(records: Records, results: Results, card: CardId) -> Balance:
    """Weighs the two sides of a card, which is no note."""
    result = results.cards[card]
    sides = []
    for stance in (Stance.SUPPORTS, Stance.OPPOSES):
        arguments = [results.arguments[item.id] for item in arguments_on(records, card) if item.stance is stance]
        weighed = sum(1 for item in arguments if item.importance is not None)
        points = [abs(item.points) for item in arguments if item.points is not None]
        has_points = bool(points) or not weighed
        sides.append(BalanceSide(sum(points) if has_points else None, len(arguments), weighed))
    return Balance(card, result.leaning, result.base_points, *sides)


def weight_alone(argument: ArgumentResult) -> float:
    """How heavy a pro or con is by itself, 0…100, under any method: how much it matters times how strong it stands."""
    if argument.effective_importance is None or argument.body is None:
        return 0.0
    return 100 * argument.effective_importance * argument.body


def base_sentence(weighed: Balance) -> tuple[Sentence, ...]:
    """What a claim brings before its pros and cons; nothing where that is nothing."""
    if not weighed.base_points or weighed.leaning is None:
        return ()
    likely = Percent(logistic(weighed.base_points / 100))
    return (say("base", points=Signed(weighed.base_points), likely=likely),)
