"""What a person can do to the points of a balance: each function is one step of undo, and says trouble inline."""

from desktop_app.edits import arguments, deleting
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Stance
from desktop_app.viewmodels.balance.points import PointOrder, column_of, points_on
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.viewmodels.shown_map import EditableMap


def weigh(shown: EditableMap, argument: ArgumentId, importance: float | None) -> None:
    """Says how much a point matters, 0…1, in the chosen perspective; None: not weighed. Not on hidden numbers."""
    if hides_numbers(shown):
        return
    perspective = shown.view.perspective
    shown.attempt(lambda document: arguments.set_importance(document, argument, importance, perspective=perspective))


def turn(shown: EditableMap, argument: ArgumentId, stance: Stance) -> None:
    """Makes a point a pro or a con."""
    if shown.document.get(Argument, argument).stance is not stance:
        shown.view.last_stance = stance
        put(shown, argument, stance, beside=None, before=False)


def put(shown: EditableMap, argument: ArgumentId, stance: Stance, *, beside: ArgumentId | None, before: bool) -> None:
    """Puts a point into a column, next to another one of it where one is named."""
    shown.attempt(lambda document: arguments.put_in_column(document, argument, stance, beside=beside, before=before))


def shift(shown: EditableMap, subject: CardId, argument: ArgumentId, *, earlier: bool) -> None:
    """Moves a point past its neighbour in the map's own order of its column."""
    stance = shown.document.get(Argument, argument).stance
    points = points_on(shown.document, shown.results, subject)
    order = [point.argument for point in column_of(points, stance, PointOrder.OWN)]
    row = order.index(argument) + (-1 if earlier else 1)
    if 0 <= row < len(order):
        put(shown, argument, stance, beside=order[row], before=earlier)


def delete(shown: EditableMap, argument: ArgumentId, *, keeping: bool) -> None:
    """Deletes a point with its answers, or keeps those."""
    card = reads.premises_of(shown.document, argument)[0].card
    take = deleting.delete_keeping_children if keeping else deleting.delete_branch
    shown.attempt(lambda document: take(document, card, link=argument))
