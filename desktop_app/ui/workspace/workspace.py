"""One workbook in one window: runs edits, says when they fail, and tells the screens what changed."""

import logging
import sys
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.errors import ChangeNotFollowedError
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.placing import PlacedMap
from desktop_app.model.reads import premises_of
from desktop_app.model.records import Card, Map, Perspective, Premise
from desktop_app.model.tree import Place, reshapes
from desktop_app.session import Session
from desktop_app.store.errors import StoreError
from desktop_app.ui.workspace.pending_texts import Edit, PendingTexts, TextTarget
from desktop_app.ui.workspace.refreshing import Refreshing, RefreshPart
from desktop_app.ui.workspace.view import Page, View
from desktop_app.viewmodels.first_folding import folded_at_first
from desktop_app.viewmodels.step_places import map_of, perspective_of
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import say, text

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


class Workspace(QObject):
    """A session with the view on it.

    Two ways to follow it. `changed` hands each change set to who keeps a picture in step with the records (canvas,
    outline); selection and view are put in order after that. `refreshed` comes once for each action of a person, when
    records, selection and view are all as they will be: for screens that read everything anew.

    Attributes:
        session: the open workbook.
        view: what the person is looking at.
        pending: texts that the workbook does not hold yet.
        refreshed: the signal of `Refreshing`.
        action: its scope.
        write_error: what the store said of the last write; None: it is on disk.
        seen: the maps that were shown.
    """

    changed = Signal(object)  # ChangeSet, once it is on disk
    trouble = Signal(object)  # AppError, to be said inline
    _posted = Signal()  # another thread posted an edit

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._refreshing = Refreshing(self)
        self.refreshed = self._refreshing.refreshed
        self.action = self._refreshing.action
        self.view = View(self, self.action)
        self.pending = PendingTexts(self._carry_out, self.action)
        self.pending.setParent(self)
        self.pending.changed.connect(lambda _: self._on_waiting_changed())
        self.pending.committed.connect(lambda _key, _text: self._on_waiting_changed())
        self.write_error: StoreError | None = None
        self._waiting = 0
        self._placed: PlacedMap | None = None
        self._places: dict[CardId, Place] | None = None
        self.seen: set[MapId] = set()
        self._unsubscribe = session.document.subscribe(self._on_changed)
        session.document.report_failures(_report_bug)
        self._posted.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)
        session.wake_by(self._posted.emit)
        self._posted.emit()  # what was posted while nobody followed
        first = next(iter(reads.maps(self.document)), None)
        if first is not None:
            self.view.show_map(first.id)
            self._fold_at_first()
        self._follow_view()

    @property
    def document(self) -> Document:
        """The records, to be read."""
        return self.session.document

    @property
    def map_id(self) -> MapId:
        """The map that is shown."""
        assert self.view.map_id is not None
        return self.view.map_id

    @property
    def window_title(self) -> str:
        """What a window over it is called."""
        # "[*]" in a title would be read as a mark of unsaved changes.
        shown = one_line(reads.workbook(self.document).title, 80).replace("[*]", "[ * ]")
        if not shown:
            return "Steelyard"
        return text("title.workbook", title=say("title.read_only", title=shown) if self.session.is_read_only else shown)

    @property
    def map_title(self) -> str:
        """The title of the map that is shown; empty where there is none."""
        a_map = self.document.find(Map, self.view.map_id)
        return a_map.title if a_map is not None else ""

    @property
    def results(self) -> Results:
        """What the shown map adds up to, in the chosen perspective."""
        return self.session.results(self.map_id, self.view.perspective)

    @property
    def numbers(self) -> Numbers:
        """The numbers people gave, as the chosen perspective has them."""
        return self.session.live_results(self.map_id, self.view.perspective).strengths.graph.numbers

    @property
    def places(self) -> Mapping[CardId, Place]:
        """Every card of the shown map with its place, in the order of the tree, folded or not."""
        if self.view.map_id is None:
            return {}
        if self._places is None:
            if self._placed is None:
                self._placed = PlacedMap(self.document, self.map_id)
            self._places = {place.card: place for place in self._placed.places()}
        return self._places

    def place_of(self, card: CardId) -> Place | None:
        """Where a card is drawn on the shown map."""
        return self.places.get(card)

    @property
    def selected_place(self) -> Place | None:
        """Where the selected card hangs; for a card that serves twice, by the link it was selected by."""
        selected, link = self.view.selected, self.view.link
        place = self.place_of(selected) if selected is not None else None
        if place is None or link is None or link == place.argument:
            return place
        is_joined = premises_of(self.document, link)[0].card != place.card
        return replace(place, argument=link, is_joined=is_joined)

    def run(self, edit: Callable[[Document], T]) -> T | None:
        """Runs an edit; expected trouble is told by `trouble` and changes nothing.

        What is being written elsewhere is handed over first: this action may be about the same card.

        Returns:
            What the edit returns, or None when it failed.
        """
        with self.action():
            self.pending.commit_written()
            try:
                return self._carry_out(edit)
            except AppError as error:
                self.trouble.emit(error)
                return None

    def attempt(self, edit: Callable[[Document], object]) -> bool:
        """Runs an edit like `run`; says whether it was done."""
        was_done = False

        def marked(document: Document) -> None:
            nonlocal was_done
            edit(document)
            was_done = True

        self.run(marked)
        return was_done

    def target(
        self,
        key: Hashable,
        name: str,
        edit: Edit,
        *,
        then: Callable[[object], None] | None = None,
        on_leaving: bool = True,
    ) -> TextTarget:
        """Where a text of this workbook goes (`TextTarget`)."""
        return TextTarget(self.pending, key, name, edit, on_leaving, then or _nothing)

    def undo(self) -> None:
        """Takes the last step back and shows the map in which it was made."""
        self._travel(self.session.undo)

    def redo(self) -> None:
        """Makes the step again that was taken back last."""
        self._travel(self.session.redo)

    def select(self, card: CardId | None) -> None:
        """Selects a card where it is drawn; what is folded above it opens."""
        if card is None:
            self.view.select(None)
            return
        place = self.place_of(card)
        if place is not None:
            with self.action():
                self.show_place(place)
                self.view.select(card, place.argument)

    def select_also(self, card: CardId) -> None:
        """Adds a card to what is selected and makes it the current one; a selected one leaves."""
        view = self.view
        place = self.place_of(card)
        if place is None:
            return
        if card not in view.chosen:
            view.select(card, place.argument, others=view.chosen)
            return
        left = view.chosen - {card}
        current = view.selected if view.selected != card else next((c for c in self.places if c in left), None)
        current_place = self.place_of(current) if current is not None else None
        view.select(current, current_place.argument if current_place is not None else None, others=left)

    def show_place(self, place: Place) -> None:
        """Opens what is folded above a place, and leaves a branch in focus to which it does not belong."""
        above = self.above(place)
        if self.view.focus not in above | {None, place.card}:
            self.view.focus_on(None)
        self.view.unfold_all(above)

    @property
    def chosen(self) -> list[Place]:
        """The places of all selected cards, in the order of the tree."""
        chosen = self.view.chosen
        if len(chosen) < 2:
            return [place for place in (self.place_of(card) for card in chosen) if place is not None]
        return [place for place in self.places.values() if place.card in chosen]

    def show_card(self, card: CardId) -> None:
        """Shows a card of any map where it is drawn, and selects it."""
        record = self.document.find(Card, card)
        if record is not None:
            with self.action():
                self.view.show_map(record.map)
                self.view.focus_on(None)
                self.view.show_page(Page.MAP)
                self.select(card)

    def above(self, place: Place) -> set[CardId]:
        """The cards between a place and its root."""
        cards: set[CardId] = set()
        step: Place | None = place
        while step is not None and step.parent is not None:
            cards.add(step.parent)
            step = self.places.get(step.parent)
        return cards

    def go_on_from(self, before: "Workspace") -> None:
        """Takes over what no record holds from a workspace that is gone: on this workbook, or that whose copy it is."""
        self.pending.adopt(before.pending)
        self.seen |= before.seen
        if before.session is self.session:
            self.write_error = before.write_error

    def detach(self) -> None:
        """Follows the session no longer; it stays open."""
        self.session.wake_by(None)
        self._unsubscribe()

    def _carry_out(self, edit: Callable[[Document], T]) -> T:
        """Runs an edit and remembers what the store said of it.

        Raises:
            AppError: it was refused; nothing is changed.
        """
        before = self.document.revision
        try:
            result = edit(self.document)
        except AppError as error:
            _LOG.warning("an edit was refused: %s", error.code)
            if isinstance(error, StoreError):
                self._set_write_error(error)
            raise
        if self.document.revision != before:
            self._set_write_error(None)
        return result

    def _run_posted(self) -> None:
        """Edits of other threads are seen as one's own are; what is being written here goes on being written."""
        with self.action():
            self.session.run_posted(self._carry_out)

    def _set_write_error(self, error: StoreError | None) -> None:
        if error is not self.write_error:
            self.write_error = error
            self._refreshing.mark(RefreshPart.RECORDS)

    def _travel(self, step: Callable[[], ChangeSet | None]) -> None:
        with self.action():
            try:
                change_set = self._carry_out(lambda _: step())
            except AppError as error:
                self.trouble.emit(error)
                return
            if change_set is not None:
                self._show_where(change_set)

    def _show_where(self, change_set: ChangeSet) -> None:
        for change in change_set.changes:
            record = change.record
            map_id = map_of(self.document, record)
            if map_id is not None and self.document.find(Map, map_id) is not None:
                self.view.show_map(map_id)
                self.view.choose_perspective(perspective_of(self.document, change_set, self.view.perspective))
                break
        for change in change_set.changes:
            if isinstance(change.record, Card) and self.document.find(Card, change.record.id) is not None:
                self.select(change.record.id)
                return

    def _on_map_changed(self) -> None:
        self._placed = self._places = None
        self._fold_at_first()
        self._refreshing.mark(RefreshPart.MAP)

    def _fold_at_first(self) -> None:
        """Folds a large map when it is shown for the first time, unless some of it is folded already."""
        map_id, view = self.view.map_id, self.view
        if map_id is not None and map_id not in self.seen:
            self.seen.add(map_id)
            if not view.folded & self.places.keys():
                # Nobody has drawn this map yet, so nobody needs to be told.
                view.folded |= folded_at_first(self.places)

    def _follow_view(self) -> None:
        view = self.view
        view.leaving.connect(self._on_leaving)
        view.map_changed.connect(self._on_map_changed)
        view.perspective_changed.connect(self._on_perspective_changed)
        view.selection_changed.connect(lambda: self._refreshing.mark(RefreshPart.SELECTION))
        view.page_changed.connect(lambda: self._refreshing.mark(RefreshPart.PAGE))
        view.cell_changed.connect(lambda: self._refreshing.mark(RefreshPart.CELL))
        view.section_changed.connect(lambda: self._refreshing.mark(RefreshPart.SECTION))

    def _on_waiting_changed(self) -> None:
        waiting = len(self.pending.not_taken)
        if waiting != self._waiting:
            self._waiting = waiting
            self._refreshing.mark(RefreshPart.TEXTS)

    def _on_leaving(self) -> None:
        """The person turns to something else: what is being written goes where it was begun."""
        if not self.document.is_publishing:
            self.pending.commit_written()

    def _on_changed(self, change_set: ChangeSet) -> None:
        with self.action():
            self._refreshing.mark(RefreshPart.RECORDS)
            if reshapes(change_set):
                self._places = None
                if self._placed is not None:
                    self._placed.follow(change_set)
            self._keep_map_valid()
            self.changed.emit(change_set)
            self._keep_selection_valid()

    def _on_perspective_changed(self) -> None:
        # No record changed, but every number that is shown may have: pictures follow as after an edit.
        with self.action():
            self._refreshing.mark(RefreshPart.PERSPECTIVE)
            self.changed.emit(ChangeSet(say("step.choose_perspective"), ()))

    def _keep_map_valid(self) -> None:
        """Before the pictures follow: they are of a map, a perspective and a branch that are there."""
        view, document = self.view, self.document
        if document.find(Perspective, view.perspective) is None:
            view.choose_perspective(None)
        if view.map_id is None or document.find(Map, view.map_id) is None:
            first = next(iter(reads.maps(document)), None)
            view.show_map(first.id if first is not None else None)
        if view.focus is not None and view.focus not in self.places:
            view.focus_on(None)

    def _keep_selection_valid(self) -> None:
        """After the pictures followed: who is told of a selection asks them for what is selected."""
        view, document = self.view, self.document
        if view.selected is None:
            return
        place = self.place_of(view.selected) if document.find(Card, view.selected) else None
        link: ArgumentId | None = place.argument if place is not None else None
        # A card that serves twice may have been selected by the link under which it is not drawn.
        if link is not None and any(
            item.argument == view.link for item in document.referring(Premise, "card", view.selected)
        ):
            link = view.link
        view.select(place.card if place is not None else None, link, others=view.others & self.places.keys())


def _nothing(_result: object) -> None:
    pass


def _report_bug(error: ChangeNotFollowedError) -> None:
    """A screen could not follow what is saved: reported as any bug is, and the action goes on."""
    sys.excepthook(type(error), error, error.__traceback__)
