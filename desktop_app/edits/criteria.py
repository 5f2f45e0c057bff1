"""Criteria: their names, scales, weights and order, and the pairwise answers behind weights."""

from collections.abc import Mapping, Sequence

from desktop_app.edits.perspectives import set_weights
from desktop_app.edits.siblings import put_beside, rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import CriterionId, JudgementId, LevelId, MapId, PerspectiveId
from desktop_app.model.records import Criterion, Judgement, Level, WeightFrom
from desktop_app.wording.sentence import Sentence, say


def add_criterion(document: Document, map_id: MapId, name: str, *, question: str = "") -> Criterion:
    """Adds a criterion after the others, with the weight every new one has."""
    with document.transaction(say("step.add_criterion")):
        rank = rank_at_end(reads.criteria(document, map_id))
        new_id = CriterionId(document.new_id(Criterion))
        return document.add(Criterion(new_id, map_id, name, rank, question=question))


def rename_criterion(document: Document, criterion_id: CriterionId, name: str) -> None:
    """Gives a criterion another name."""
    with document.transaction(say("step.rename_criterion")):
        document.change(document.get(Criterion, criterion_id), name=name)


def set_question(document: Document, criterion_id: CriterionId, question: str) -> None:
    """Writes the question that the scores of a criterion answer."""
    with document.transaction(say("step.edit_criterion")):
        document.change(document.get(Criterion, criterion_id), question=question)


def set_weight(
    document: Document, criterion_id: CriterionId, weight: float, *, perspective: PerspectiveId | None = None
) -> None:
    """Sets a raw weight, 0…100; the others keep theirs, so that all shares shift.

    Raises:
        RuleError: the weight is locked.
    """
    with document.transaction(say("step.set_weight")):
        criterion = document.get(Criterion, criterion_id)
        if criterion.locked:
            raise RuleError(
                say("error.edits.weight_locked", name=criterion.name), say("remedy.unlock_it_first"), code="locked"
            )
        if perspective is not None:
            set_weights(document, perspective, {criterion_id: weight})
            return
        document.change(criterion, weight=weight, stale=False, weight_from=WeightFrom.TYPED)


def set_all_weights(
    document: Document,
    weights: Mapping[CriterionId, float],
    step: Sentence,
    *,
    weight_from: WeightFrom,
    perspective: PerspectiveId | None = None,
) -> None:
    """Sets raw weights, 0…100, of several criteria in one step of this name; locked ones keep theirs.

    Args:
        document: the workbook.
        weights: by criterion.
        step: its name.
        weight_from: the way they were found; kept with the map's own weights.
        perspective: whose they are; None: the map's own.
    """
    with document.transaction(step):
        criterion_by_id = {criterion: document.get(Criterion, criterion) for criterion in weights}
        free = {criterion: weights[criterion] for criterion, record in criterion_by_id.items() if not record.locked}
        if perspective is not None:
            set_weights(document, perspective, free)
            return
        for criterion, weight in free.items():
            document.change(criterion_by_id[criterion], weight=weight, stale=False, weight_from=weight_from)


def confirm_weight(document: Document, criterion_id: CriterionId) -> None:
    """Says that a weight still holds although the scale changed after it was given."""
    with document.transaction(say("step.confirm_weight")):
        document.change(document.get(Criterion, criterion_id), stale=False)


def lock_weight(document: Document, criterion_id: CriterionId, *, locked: bool) -> None:
    """Keeps a weight from being changed, or lets it be."""
    with document.transaction(say("step.lock_weight" if locked else "step.unlock_weight")):
        document.change(document.get(Criterion, criterion_id), locked=locked)


def set_direction(document: Document, criterion_id: CriterionId, direction: str) -> None:
    """Labels which way the scale runs; 100 is always best."""
    with document.transaction(say("step.edit_criterion")):
        document.change(document.get(Criterion, criterion_id), direction=direction)


def set_red_line(document: Document, criterion_id: CriterionId, red_line: float | None) -> None:
    """Sets the score below which an option is flagged; it never changes a total."""
    with document.transaction(say("step.set_red_line")):
        document.change(document.get(Criterion, criterion_id), red_line=red_line)


def share_doubt(document: Document, criterion_id: CriterionId, *, shared: bool) -> None:
    """Says whether doubt about this criterion's scores touches all options alike."""
    with document.transaction(say("step.set_doubt")):
        document.change(document.get(Criterion, criterion_id), shared_doubt=shared)


def set_levels(document: Document, criterion_id: CriterionId, levels: Sequence[tuple[float, str]]) -> None:
    """Writes a criterion's scale anew as (value 0…100, label); a weight given before is marked stale."""
    with document.transaction(say("step.edit_scale")):
        criterion = document.get(Criterion, criterion_id)
        old = reads.levels(document, criterion_id)
        wanted = sorted(levels)
        if [(level.value, level.label) for level in old] == wanted:
            return
        for level, (value, label) in zip(old, wanted, strict=False):
            document.change(level, value=value, label=label)
        for level in old[len(wanted) :]:
            document.delete(level)
        for value, label in wanted[len(old) :]:
            document.add(Level(LevelId(document.new_id(Level)), criterion_id, value, label))
        if old:
            document.change(criterion, stale=True)


def move_criterion(document: Document, criterion_id: CriterionId, *, beside: CriterionId, before: bool) -> None:
    """Puts a criterion directly before or after another."""
    with document.transaction(say("step.move_criterion")):
        criterion = document.get(Criterion, criterion_id)
        put_beside(document, criterion_id, reads.criteria(document, criterion.map), beside, before=before)


def delete_criterion(document: Document, criterion_id: CriterionId) -> None:
    """Deletes a criterion with its scale and scores; the pros and cons that spoke to it stay, untagged."""
    with document.transaction(say("step.delete_criterion")):
        document.delete(document.get(Criterion, criterion_id))


def set_judgement(document: Document, first: CriterionId, second: CriterionId, ratio: float | None) -> None:
    """Says that one criterion matters `ratio` times as much as another (1/9…9); None takes it back."""
    with document.transaction(say("step.compare_criteria")):
        map_id = document.get(Criterion, first).map
        for judgement in document.referring(Judgement, "map", map_id):
            if {judgement.first, judgement.second} == {first, second}:
                document.delete(judgement)
        if ratio is not None:
            new_id = JudgementId(document.new_id(Judgement))
            document.add(Judgement(new_id, map_id, first, second, ratio))
