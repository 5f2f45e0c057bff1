"""Where a step of the history was made: on which map, in whose numbers."""

from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId, PerspectiveId
from desktop_app.model.records import Argument, Card, Criterion, Map, Override, Perspective, Premise, Record, Score


def map_of(document: Document, record: Record) -> MapId | None:
    """The map to which a record belongs; None: to none, or its card is gone."""
    if isinstance(record, Override):
        perspective = document.find(Perspective, record.perspective)
        return perspective.map if perspective is not None else None
    if isinstance(record, Map):
        return record.id
    if isinstance(record, Card | Argument | Criterion | Perspective):
        return record.map
    if isinstance(record, Premise | Score):
        card = document.find(Card, record.card if isinstance(record, Premise) else record.option)
        return card.map if card is not None else None
    return None


def perspective_of(document: Document, change_set: ChangeSet, otherwise: PerspectiveId | None) -> PerspectiveId | None:
    """Whose numbers a step set; None: the map's own; `otherwise` where it set none."""
    for change in change_set.of(Override):
        if isinstance(change.record, Override) and document.find(Perspective, change.record.perspective):
            return change.record.perspective
    return None if sets_own_numbers(change_set) else otherwise


def sets_own_numbers(change_set: ChangeSet) -> bool:
    """Whether a step changed a number of the map itself: plausibility, importance, weight or score."""
    return any(_number(change.before) != _number(change.after) for change in change_set.changes)


def _number(record: Record | None) -> object:
    if isinstance(record, Card):
        return record.plausibility
    if isinstance(record, Argument):
        return record.importance
    if isinstance(record, Criterion):
        return record.weight
    if isinstance(record, Score):
        return (record.low, record.likely, record.high, record.confidence)
    return None
