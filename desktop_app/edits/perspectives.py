"""Perspectives: other people's numbers over the same map. Text and structure always belong to the map."""

from desktop_app.edits.siblings import put_beside, rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId, OverrideId, PerspectiveId
from desktop_app.model.records import Confidence, Override, Perspective, PerspectiveKind
from desktop_app.wording.sentence import say


def add_perspective(document: Document, map_id: MapId, name: str, kind: PerspectiveKind) -> Perspective:
    """Adds a perspective that holds no numbers yet: all are the map's own."""
    with document.transaction(say("step.add_perspective")):
        rank = rank_at_end(reads.perspectives(document, map_id))
        return document.add(Perspective(PerspectiveId(document.new_id(Perspective)), map_id, name, kind, rank))


def rename_perspective(document: Document, perspective_id: PerspectiveId, name: str) -> None:
    """Gives a perspective another name."""
    with document.transaction(say("step.rename_perspective")):
        document.change(document.get(Perspective, perspective_id), name=name)


def set_kind(document: Document, perspective_id: PerspectiveId, kind: PerspectiveKind) -> None:
    """Says whose numbers a perspective holds: a person's, a stakeholder's, or those of an outlook."""
    with document.transaction(say("step.change_perspective")):
        document.change(document.get(Perspective, perspective_id), kind=kind)


def move_perspective(document: Document, perspective_id: PerspectiveId, step: int) -> None:
    """Moves a perspective among those of its map by as many places; at either end it stays."""
    with document.transaction(say("step.move_perspective")):
        moved = document.get(Perspective, perspective_id)
        beside = reads.perspectives(document, moved.map)
        target = min(max(beside.index(moved) + step, 0), len(beside) - 1)
        put_beside(document, moved.id, beside, beside[target].id, before=step < 0)


def set_share(document: Document, perspective_id: PerspectiveId, share: float) -> None:
    """Sets how much a perspective counts in the result of a group, relative to the others."""
    with document.transaction(say("step.set_share")):
        document.change(document.get(Perspective, perspective_id), share=share)


def set_colour(document: Document, perspective_id: PerspectiveId, colour: str) -> None:
    """Sets the colour a perspective is shown in, as ``#rrggbb``."""
    with document.transaction(say("step.set_colour")):
        document.change(document.get(Perspective, perspective_id), colour=colour)


def delete_perspective(document: Document, perspective_id: PerspectiveId) -> None:
    """Deletes a perspective with its numbers; the map's own stay."""
    with document.transaction(say("step.delete_perspective")):
        document.delete(document.get(Perspective, perspective_id))


def set_card_number(document: Document, perspective: PerspectiveId, card: CardId, likely: float | None) -> None:
    """Sets a perspective's plausibility of a claim, 0…1; None goes back to the map's own."""
    _put(document, perspective, likely, card=card)


def set_argument_number(
    document: Document, perspective: PerspectiveId, argument: ArgumentId, likely: float | None
) -> None:
    """Sets a perspective's importance of an argument, 0…1; None goes back to the map's own."""
    _put(document, perspective, likely, argument=argument)


def set_weights(document: Document, perspective: PerspectiveId, weights: dict[CriterionId, float]) -> None:
    """Sets a perspective's raw weights, 0…100: of all criteria of its map, or none.

    Criteria that are not named get the map's own raw weight, so that all are overlaid (MODEL "Override"). Without any,
    all go back to the map's own.
    """
    with document.transaction(say("step.set_weights")):
        map_id = document.get(Perspective, perspective).map
        for criterion in reads.criteria(document, map_id):
            override = _find(document, perspective, criterion=criterion.id)
            known = override.likely if override is not None and override.likely is not None else criterion.weight
            value = weights.get(criterion.id, known) if weights else None
            _put(document, perspective, value, criterion=criterion.id)


def set_score_number(
    document: Document,
    perspective: PerspectiveId,
    option: CardId,
    criterion: CriterionId,
    *,
    likely: float | None,
    low: float | None = None,
    high: float | None = None,
    confidence: Confidence | None = None,
) -> None:
    """Sets a perspective's score of an option on a criterion, 0…100; None goes back to the map's own."""
    with document.transaction(say("step.set_score")):
        _put(
            document, perspective, likely, option=option, criterion=criterion, low=low, high=high, confidence=confidence
        )


def _put(
    document: Document,
    perspective: PerspectiveId,
    likely: float | None,
    *,
    card: CardId | None = None,
    argument: ArgumentId | None = None,
    criterion: CriterionId | None = None,
    option: CardId | None = None,
    low: float | None = None,
    high: float | None = None,
    confidence: Confidence | None = None,
) -> None:
    with document.transaction(say("step.set_number")):
        override = _find(document, perspective, card=card, argument=argument, criterion=criterion, option=option)
        if likely is None:
            if override is not None:
                document.delete(override)
        elif override is not None:
            document.change(override, likely=likely, low=low, high=high, confidence=confidence)
        else:
            new_id = OverrideId(document.new_id(Override))
            document.add(
                Override(new_id, perspective, card, argument, criterion, option, likely, low, high, confidence)
            )


def _find(
    document: Document,
    perspective: PerspectiveId,
    *,
    card: CardId | None = None,
    argument: ArgumentId | None = None,
    criterion: CriterionId | None = None,
    option: CardId | None = None,
) -> Override | None:
    wanted = (card, argument, criterion, option)
    for override in document.referring(Override, "perspective", perspective):
        if (override.card, override.argument, override.criterion, override.option) == wanted:
            return override
    return None
