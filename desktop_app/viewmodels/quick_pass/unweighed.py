"""What of a map is not weighed yet, in the order of the tree. Knows no widgets."""

from dataclasses import dataclass

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import premises_of
from desktop_app.model.records import Argument, Card
from desktop_app.viewmodels.shown_map import ShownMap


@dataclass(frozen=True, slots=True)
class MissingNumber:
    """A number to be given: how much an argument matters, or where there is none, how likely a card is true.

    Attributes:
        card: what is asked about; for an argument its first premise.
        argument: which is asked how much it matters.
    """

    card: CardId
    argument: ArgumentId | None = None


def unweighed(shown: ShownMap) -> list[MissingNumber]:
    """Every number that nobody has given yet, in the chosen perspective."""
    document, arguments = shown.document, shown.results.arguments
    numbers: list[MissingNumber] = []
    for place in shown.places.values():
        if place.argument is not None and not place.is_joined:
            numbers.append(MissingNumber(place.card, place.argument))
        if document.get(Card, place.card).kind in STATEMENTS:
            numbers.append(MissingNumber(place.card))
    # Cards that serve twice are drawn once: their other arguments come last.
    drawn = {item.argument for item in numbers}
    further = sorted(argument for argument in arguments if argument not in drawn)
    numbers += [MissingNumber(premises_of(document, argument)[0].card, argument) for argument in further]
    return [item for item in numbers if not is_weighed(shown, item)]


def is_there(shown: ShownMap, item: MissingNumber) -> bool:
    """Whether what is asked about still exists on the shown map."""
    if item.argument is not None:
        return item.argument in shown.results.arguments
    return item.card in shown.places


def is_weighed(shown: ShownMap, item: MissingNumber) -> bool:
    """Whether the number has been given."""
    document = shown.document
    if item.argument is not None:
        return shown.numbers.importance(document.get(Argument, item.argument)) is not None
    return shown.numbers.plausibility(document.get(Card, item.card)) is not None
