"""The points on a balance: each pro and con of a card with what answers it, in the order they are shown. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records, arguments_on, premises_of, undercuts_of
from desktop_app.model.records import Argument, Card, Stance
from desktop_app.model.tree import Place
from desktop_app.model.words import link_words
from desktop_app.weighing.arguments.balance import weight_alone
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import text


class PointOrder(Enum):
    """How a column is sorted."""

    HEAVIEST = "heaviest"
    OWN = "own"

    @property
    def label(self) -> str:
        """What the order is called."""
        return text(f"balance.order.{self.value}")


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """What speaks to a point: its sign and words ("−", "Answers the con"), and what it says."""

    card: CardId
    argument: ArgumentId
    sign: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class BalancePoint:
    """A pro or a con.

    Attributes:
        premises: what it says; more than one hold only together.
        importance: 0…1 in the chosen perspective; None: not weighed.
        points: what it adds, log-odds · 100, never negative; None where nothing can be said.
        weight_alone: how heavy it is by itself, 0…100: how large it is drawn.
    """

    argument: ArgumentId
    stance: Stance
    premises: tuple[CardId, ...]
    importance: float | None
    points: float | None
    weight_alone: float
    check_again: bool
    answers: tuple[PointAnswer, ...]


def points_on(records: Records, results: Results, card: CardId) -> list[BalancePoint]:
    """The pros and cons of a card in the order of the map."""
    points = []
    for argument in arguments_on(records, card):
        result = results.arguments[argument.id]
        premises = tuple(premise.card for premise in premises_of(records, argument.id))
        points.append(
            BalancePoint(
                argument=argument.id,
                stance=argument.stance,
                premises=premises,
                importance=result.importance,
                points=abs(result.points) if result.points is not None else None,
                weight_alone=weight_alone(result),
                check_again=argument.check_again,
                answers=tuple(_answers(records, argument, premises)),
            )
        )
    return points


def without_numbers(point: BalancePoint) -> BalancePoint:
    """A point as a map shows it that hides its numbers: as large as every other."""
    return replace(point, importance=None, points=None, weight_alone=0.0)


def column_of(points: Sequence[BalancePoint], stance: Stance, order: PointOrder) -> list[BalancePoint]:
    """One side as it is shown: what is not weighed yet comes last, where it is counted apart."""
    column = [point for point in points if point.stance is stance]
    if order is PointOrder.HEAVIEST:
        # Sorting keeps the order of the map among equals.
        column.sort(key=lambda point: -point.weight_alone)
    return sorted(column, key=lambda point: point.importance is None)


def can_be_weighed(records: Records, card: CardId) -> bool:
    """Whether a card has pros or cons."""
    return records.has_referring(Argument, "target_card", card)


def subject_for(records: Records, place: Place | None) -> CardId | None:
    """Whose balance shows a placed card: its own where it has pros or cons, else that of what it speaks to."""
    if place is None or place.argument is None or can_be_weighed(records, place.card):
        return place.card if place is not None else None
    above = records.get(Argument, place.argument)
    while above.target_card is None:
        above = records.get(Argument, above.target_argument or ArgumentId(0))
    return above.target_card


def _answers(records: Records, argument: Argument, premises: Sequence[CardId]) -> list[PointAnswer]:
    spoken = [item for card in premises for item in arguments_on(records, card)]
    answers = []
    for answer in (*spoken, *undercuts_of(records, argument.id)):
        words = link_words(records, answer)
        serving = premises_of(records, answer.id)
        text = " & ".join(records.get(Card, premise.card).text for premise in serving)
        answers.append(PointAnswer(serving[0].card, answer.id, words.sign, words.words, text))
    return answers
