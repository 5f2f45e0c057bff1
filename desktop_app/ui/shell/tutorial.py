"""The tutorial: tasks on a map that tick themselves off. What is done is read from the workbook, never stored in it.

A task is a card with a tag that names what it waits for. A workbook without such cards has no tutorial.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Argument, Card, CardKind, Citation, Criterion, Premise, Score, Stance
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text


def _argued(document: Document, map_id: MapId) -> list[Argument]:
    return document.referring(Argument, "map", map_id)


def _is_answered(document: Document, map_id: MapId) -> bool:
    """Whether something speaks for or against a card that is itself a pro or con."""
    return any(
        argument.target_card is not None and document.has_referring(Premise, "card", argument.target_card)
        for argument in _argued(document, map_id)
    )


def _has_score(document: Document, map_id: MapId) -> bool:
    return any(
        document.has_referring(Score, "criterion", criterion.id) for criterion in reads.criteria(document, map_id)
    )


def _is_cited(document: Document, map_id: MapId) -> bool:
    return any(document.has_referring(Citation, "card", card.id) for card in reads.cards(document, map_id))


_IN_WORKBOOK: Final[Mapping[str, Callable[[Document, MapId], bool]]] = {
    "add-pro": lambda document, map_id: any(
        argument.stance is Stance.SUPPORTS for argument in _argued(document, map_id)
    ),
    "add-con": lambda document, map_id: any(
        argument.stance is Stance.OPPOSES for argument in _argued(document, map_id)
    ),
    "answer": _is_answered,
    "importance": lambda document, map_id: any(
        argument.importance is not None for argument in _argued(document, map_id)
    ),
    "likely": lambda document, map_id: any(card.plausibility is not None for card in reads.cards(document, map_id)),
    "source": _is_cited,
    "option": lambda document, map_id: len(reads.options(document, map_id)) > 1,
    "criterion": lambda document, map_id: document.has_referring(Criterion, "map", map_id),
    "score": _has_score,
}
# What leaves no trace in the workbook: the window says when it was done.
IN_WINDOW: Final = frozenset({"undo", "fold", "find"})


class Tutorial(QObject):
    """Follows a workspace and marks the cards of tasks that are done (`View.done`).

    Args:
        workspace: the workbook.
        parent: as Qt has it.
        seen: what of `IN_WINDOW` was done before.

    Signals:
        ticked: how many tasks are done and what the next one says, in words.
    """

    ticked = Signal(str)

    def __init__(
        self, workspace: Workspace, parent: QObject | None = None, *, seen: AbstractSet[str] = frozenset()
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._seen = set(seen)
        self._tasks: dict[CardId, str] = {}
        workspace.changed.connect(self._on_changed)
        workspace.view.folding_changed.connect(self._on_folding_changed)
        workspace.view.map_changed.connect(self._on_map_changed)
        self._on_map_changed()

    @property
    def seen(self) -> frozenset[str]:
        """What of `IN_WINDOW` was done."""
        return frozenset(self._seen)

    def saw(self, what: str) -> None:
        """Something of `IN_WINDOW` was done."""
        self._seen.add(what)
        self._look()

    def _on_changed(self, change_set: ChangeSet) -> None:
        # Maps without tasks are many and may be large: they are not read again for every change.
        tagged = (record for change in change_set.of(Card) for record in (change.before, change.after))
        if any(isinstance(record, Card) and record.tags for record in tagged):
            self._tasks = self._find_tasks()
        self._look()

    def _on_map_changed(self) -> None:
        self._tasks = self._find_tasks()
        self._look()

    def _on_folding_changed(self) -> None:
        if self._workspace.view.folded:
            self.saw("fold")

    def _look(self) -> None:
        workspace = self._workspace
        if workspace.session.redo_label is not None:
            self._seen.add("undo")
        tasks = self._tasks
        done = frozenset(card for card, task in tasks.items() if self._is_done(task))
        if done != workspace.view.done:
            workspace.view.mark_done(done)
            following = next((card for card in tasks if card not in done), None)
            words = text("tutorial.all_done")
            if following is not None:
                next_one = one_line(workspace.document.get(Card, following).text)
                words = text("tutorial.done", done=len(done), count=len(tasks), next=next_one)
            self.ticked.emit(words)

    def _find_tasks(self) -> dict[CardId, str]:
        """The tasks of the shown map, in their order, each with what it waits for."""
        map_id = self._workspace.view.map_id
        if map_id is None:
            return {}
        notes = (card for card in reads.cards(self._workspace.document, map_id) if card.kind is CardKind.NOTE)
        tagged = [card for card in notes if card.tags and (card.tags[0] in _IN_WORKBOOK or card.tags[0] in IN_WINDOW)]
        return {card.id: card.tags[0] for card in reads.by_rank(tagged)}

    def _is_done(self, task: str) -> bool:
        check = _IN_WORKBOOK.get(task)
        return check(self._workspace.document, self._workspace.map_id) if check is not None else task in self._seen
