"""Maps: adding, naming, ordering, deleting, and how they are weighed."""

from desktop_app.edits.siblings import put_beside, rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import MapId
from desktop_app.model.records import Map, Method, PremiseRule
from desktop_app.wording.sentence import say


def add_map(document: Document, title: str) -> Map:
    """Adds an empty map after the others."""
    with document.transaction(say("step.add_map")):
        rank = rank_at_end(reads.maps(document))
        return document.add(Map(MapId(document.new_id(Map)), title, rank))


def rename_map(document: Document, map_id: MapId, title: str) -> None:
    """Gives a map another title; its question stays as it is."""
    with document.transaction(say("step.rename_map")):
        document.change(document.get(Map, map_id), title=title)


def move_map(document: Document, map_id: MapId, *, beside: MapId, before: bool) -> None:
    """Puts a map directly before or after another in the list."""
    with document.transaction(say("step.move_map")):
        put_beside(document, map_id, reads.maps(document), beside, before=before)


def delete_map(document: Document, map_id: MapId) -> None:
    """Deletes a map with everything on it; sources stay, as other maps may cite them.

    Raises:
        RuleError: it is the only one.
    """
    with document.transaction(say("step.delete_map")):
        if document.count(Map) == 1:
            raise RuleError(say("error.edits.last_map"), say("remedy.add_another_map_first"))
        document.delete(document.get(Map, map_id))


def set_method(document: Document, map_id: MapId, method: Method) -> None:
    """Sets how strengths spread through a map."""
    with document.transaction(say("step.set_method")):
        document.change(document.get(Map, map_id), method=method)


def set_sharpness(document: Document, map_id: MapId, sharpness: float) -> None:
    """Sets how strongly points move a leaning: 1 normal, 2 sharp."""
    with document.transaction(say("step.set_sharpness")):
        document.change(document.get(Map, map_id), sharpness=sharpness)


def allow_loops(document: Document, map_id: MapId, *, allowed: bool) -> None:
    """Lets arguments of a map run in loops, or no longer lets new ones."""
    with document.transaction(say("step.allow_loops" if allowed else "step.refuse_loops")):
        document.change(document.get(Map, map_id), loops_allowed=allowed)


def set_premise_rule(document: Document, map_id: MapId, rule: PremiseRule) -> None:
    """Sets how strong premises are that hold only together."""
    with document.transaction(say("step.set_premise_rule")):
        document.change(document.get(Map, map_id), premise_rule=rule)


def hide_numbers(document: Document, map_id: MapId, *, hidden: bool) -> None:
    """Hides all numbers of a map until people weigh, or shows them."""
    with document.transaction(say("step.hide_numbers" if hidden else "step.show_numbers")):
        document.change(document.get(Map, map_id), numbers_hidden=hidden)


def set_simulation(document: Document, map_id: MapId, *, seed: int, draws: int) -> None:
    """Sets what makes simulated results repeatable."""
    with document.transaction(say("step.set_simulation")):
        document.change(document.get(Map, map_id), seed=seed, draws=draws)
