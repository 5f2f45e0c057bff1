"""What the actions of the window do: each method is one thing a person can ask for, on the selected card.

Texts are written in whichever editor has the keyboard: the commands ask for one by signal and never open it.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.edits import many, maps, moving
from desktop_app.edits.drafts import Draft, child_draft, root_draft, sibling_draft
from desktop_app.edits.many import Hanging
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Card, CardKind, Stance
from desktop_app.model.tree import Place
from desktop_app.ui.workspace.brief_commands import BriefCommands
from desktop_app.ui.workspace.card_clipboard import CardClipboard
from desktop_app.ui.workspace.fold_commands import FoldCommands
from desktop_app.ui.workspace.matrix_commands import MatrixCommands
from desktop_app.ui.workspace.perspective_commands import PerspectiveCommands
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeighingCommands
from desktop_app.ui.workspace.workspace import Workspace


class CardCommands(QObject):
    """The actions on a workspace.

    Attributes:
        clipping: those that cut and paste cards.
        branches: those that fold and focus.
        brief: those on the sections of the brief.
        matrix: those on options and criteria.
        perspectives: those on whose numbers are shown.
        weighing: those on the numbers of the map.

    Signals:
        draft_asked: a `Draft` whose text is to be written.
        edit_asked: the selected card's text is to be edited; carries the first typed character, or nothing.
    """

    draft_asked = Signal(object)
    edit_asked = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view
        self.clipping = CardClipboard(workspace)
        self.branches = FoldCommands(workspace)
        self.brief = BriefCommands(workspace)
        self.matrix = MatrixCommands(workspace)
        self.perspectives = PerspectiveCommands(workspace)
        self.weighing = WeighingCommands(workspace)

    def carry_out(self, name: str) -> None:
        """Carries out an action of the table by its name."""
        carrier = next(
            part
            for part in (self, self.clipping, self.branches, self.brief, self.matrix, self.perspectives, self.weighing)
            if hasattr(part, name)
        )
        getattr(carrier, name)()

    # --- what there is to act on ---------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Where the selected card hangs; for a card that serves twice, by the link it was selected by."""
        selected = self._view.selected
        place = self._workspace.place_of(selected) if selected is not None else None
        if place is None or self._view.link in {None, place.argument}:
            return place
        return replace(place, argument=self._view.link)

    @property
    def chosen(self) -> list[Hanging]:
        """The selected cards where they hang, in the order of the tree."""
        place = self.place
        if place is not None and not self._view.others:
            return [Hanging(place.card, place.argument)]
        return [Hanging(item.card, item.argument) for item in self._workspace.chosen]

    @property
    def has_clipboard(self) -> bool:
        """Whether cards were cut or copied, and there is one under which to paste them."""
        return self.has_card and self.clipping.has_clipboard

    @property
    def has_option(self) -> bool:
        """Whether the keyboard is on an option of the matrix."""
        return self.matrix.has_option

    @property
    def has_criterion(self) -> bool:
        """Whether the keyboard is on a criterion of the matrix."""
        return self.matrix.has_criterion

    @property
    def has_card(self) -> bool:
        """Whether a card is selected."""
        return self.place is not None

    @property
    def has_argument(self) -> bool:
        """Whether any selected card is a pro, a con or evidence."""
        return any(item.link is not None for item in self.chosen)

    @property
    def can_weigh(self) -> bool:
        """Whether it can be said how much a selected pro or con matters."""
        return self.has_argument and self.weighing.numbers_shown

    @property
    def can_share_out(self) -> bool:
        """Whether a card that can be argued about is selected, and numbers show."""
        found = self._workspace.document.find(Card, self._view.selected)
        return found is not None and found.kind is not CardKind.NOTE and self.weighing.numbers_shown

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._workspace.session.undo_label is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self._workspace.session.redo_label is not None

    def _map_to_write_on(self) -> MapId:
        """The shown map; where the workbook has none, a new one."""
        if self._view.map_id is None:
            self.add_map()
        return self._workspace.map_id

    # --- adding --------------------------------------------------------------------------------------

    def add_child(self) -> None:
        """Writes a new card under the selected one, or a first card."""
        place = self.place
        self.draft_asked.emit(
            child_draft(self._workspace.document, place, self._view.last_stance) if place else self._first_draft()
        )

    def add_sibling(self) -> None:
        """Writes a new card after the selected one."""
        self._draft_sibling(before=False)

    def add_sibling_before(self) -> None:
        """Writes a new card before the selected one."""
        self._draft_sibling(before=True)

    def add_pro(self) -> None:
        """Writes a pro of the selected card."""
        self._draft_on_selected("+")

    def add_con(self) -> None:
        """Writes a con of the selected card."""
        self._draft_on_selected("-")

    def add_evidence(self) -> None:
        """Writes evidence for the selected card."""
        self._draft_on_selected(">")

    def add_note(self) -> None:
        """Writes a note under the selected card, or a loose one."""
        self._draft_on_selected("?")

    def add_option(self) -> None:
        """Writes an option under the map's question."""
        question = next((place for place in self._workspace.places.values() if self._is_question(place)), None)
        parent = question.card if question is not None else None
        self.draft_asked.emit(Draft(self._map_to_write_on(), CardKind.OPTION, parent=parent))

    def add_undercut(self) -> None:
        """Writes why the selected pro or con is not relevant."""
        place = self.place
        if place is not None and place.argument is not None:
            draft = Draft(
                self._workspace.map_id, CardKind.CLAIM, place.card, stance=Stance.OPPOSES, undercuts=place.argument
            )
            self.draft_asked.emit(draft)

    def add_criterion(self) -> None:
        """Shows the matrix and asks there for the name of a new criterion."""
        self._map_to_write_on()
        self._view.show_page(Page.CRITERIA)
        self.matrix.criterion_asked.emit()

    def add_map(self) -> None:
        """Adds an empty map and turns to it."""
        added = self._workspace.run(lambda document: maps.add_map(document, "New map"))
        if added is not None:
            self._view.show_map(added.id)

    # --- changing ------------------------------------------------------------------------------------

    def edit_text(self) -> None:
        """Edits the text of the selected card."""
        if self.has_card:
            self.edit_asked.emit("")

    def make_pro(self) -> None:
        """Makes the selected cards pros."""
        self._set_stance(Stance.SUPPORTS)

    def make_con(self) -> None:
        """Makes the selected cards cons."""
        self._set_stance(Stance.OPPOSES)

    def flip_stance(self) -> None:
        """Turns the selected pros into cons and back."""
        chosen = self.chosen
        if self.has_argument:
            self._workspace.attempt(lambda document: many.flip_stances(document, chosen))

    def set_minor(self) -> None:
        """Lets the selected pros and cons matter a little."""
        self._set_importance(0.25)

    def set_moderate(self) -> None:
        """Lets the selected pros and cons matter moderately."""
        self._set_importance(0.5)

    def set_major(self) -> None:
        """Lets the selected pros and cons matter much."""
        self._set_importance(0.75)

    def set_decisive(self) -> None:
        """Lets the selected pros and cons be decisive."""
        self._set_importance(1.0)

    def set_not_weighed(self) -> None:
        """Takes back how much the selected pros and cons matter."""
        self._set_importance(None)

    def move_up(self) -> None:
        """Moves the selected card before the sibling above."""
        place = self.place
        if place is not None:
            self._workspace.run(lambda document: moving.move_up(document, place.card, link=place.argument))

    def move_down(self) -> None:
        """Moves the selected card after the sibling below."""
        place = self.place
        if place is not None:
            self._workspace.run(lambda document: moving.move_down(document, place.card, link=place.argument))

    def promote(self) -> None:
        """Moves the selected pro or con one level up."""
        place = self.place
        if place is not None and place.argument is not None:
            link = place.argument
            self._workspace.run(lambda document: moving.promote(document, place.card, link=link))

    def demote(self) -> None:
        """Moves the selected pro or con under the sibling above."""
        place = self.place
        if place is not None and place.argument is not None:
            link = place.argument
            self._workspace.run(lambda document: moving.demote(document, place.card, link=link))

    def make_claim(self) -> None:
        """Makes the selected card a claim."""
        self._set_kind(CardKind.CLAIM)

    def make_evidence(self) -> None:
        """Makes the selected card evidence."""
        self._set_kind(CardKind.EVIDENCE)

    def make_option(self) -> None:
        """Makes the selected card an option."""
        self._set_kind(CardKind.OPTION)

    def make_note(self) -> None:
        """Makes the selected card a note."""
        self._set_kind(CardKind.NOTE)

    def delete_branch(self) -> None:
        """Deletes the selected cards with their branches and selects what is nearest."""
        self._delete(many.delete_branches)

    def delete_keeping_children(self) -> None:
        """Deletes the selected cards only; what hangs on them moves up."""
        self._delete(many.delete_keeping_children)

    def select_all(self) -> None:
        """Selects every card of the branch in focus, or of the map; the current one stays current."""
        places, focus = self._workspace.places, self._view.focus
        every = {
            place.card
            for place in places.values()
            if focus is None or place.card == focus or focus in self._workspace.above(place)
        }
        current = self.place or next((place for place in places.values() if place.card in every), None)
        if current is not None:
            self._view.select(current.card, current.argument, others=every)

    def step_back(self, *, keeps_selection: bool = False) -> bool:
        """Takes back one thing: what was cut, the further selected cards, the focus, the selection; says if it did."""
        view = self._view
        if self.clipping.cut:
            self.clipping.clear()
        elif view.others:
            view.select(view.selected, view.link)
        elif view.focus is not None:
            view.focus_on(None)
        elif keeps_selection:
            return False
        else:
            view.select(None)
        return True

    def undo(self) -> None:
        """Takes the last step back."""
        self._workspace.undo()

    def redo(self) -> None:
        """Makes the step again that was taken back."""
        self._workspace.redo()

    # --- looking -------------------------------------------------------------------------------------

    def show_map_page(self) -> None:
        """Turns to the map."""
        self._view.show_page(Page.MAP)

    def show_balance_page(self) -> None:
        """Turns to the pros and cons of one card."""
        self._view.show_page(Page.BALANCE)

    def show_criteria_page(self) -> None:
        """Turns to the matrix."""
        self._view.show_page(Page.CRITERIA)

    # --- inside --------------------------------------------------------------------------------------

    def _first_draft(self) -> Draft:
        """On an empty map the first card is its question."""
        map_id = self._map_to_write_on()
        return root_draft(map_id) if self._workspace.places else Draft(map_id, CardKind.QUESTION)

    def _draft_sibling(self, *, before: bool) -> None:
        place = self.place
        if place is None:
            self.draft_asked.emit(self._first_draft())
            return
        draft = sibling_draft(self._workspace.document, place, before=before, last_stance=self._view.last_stance)
        self.draft_asked.emit(draft)

    def _draft_on_selected(self, sign: str) -> None:
        place = self.place
        if place is not None:
            draft = Draft(self._workspace.map_id, CardKind.CLAIM, parent=place.card, stance=Stance.SUPPORTS)
            self.draft_asked.emit(draft.signed(sign))
        elif sign == "?":
            self.draft_asked.emit(Draft(self._map_to_write_on(), CardKind.NOTE))

    def _set_stance(self, stance: Stance) -> None:
        chosen = self.chosen
        if self.has_argument:
            self._view.last_stance = stance
            self._workspace.attempt(lambda document: many.set_stances(document, chosen, stance))

    def _set_importance(self, importance: float | None) -> None:
        chosen, perspective = self.chosen, self._view.perspective
        if self.can_weigh:
            self._workspace.attempt(
                lambda document: many.set_importances(document, chosen, importance, perspective=perspective)
            )

    def _delete(self, delete: Callable[[Document, list[Hanging]], object]) -> None:
        place, chosen = self.place, self.chosen
        if place is not None:
            successor = self._successor(place)
            with self._workspace.action():
                if self._workspace.attempt(lambda document: delete(document, chosen)):
                    self._workspace.select(successor)

    def _set_kind(self, kind: CardKind) -> None:
        chosen = self.chosen
        if chosen:
            self._workspace.attempt(lambda document: many.set_kinds(document, chosen, kind))

    def _is_question(self, place: Place) -> bool:
        return self._workspace.document.get(Card, place.card).kind is CardKind.QUESTION

    def _successor(self, place: Place) -> CardId | None:
        """Where the selection goes when cards go: the next sibling, the one before, or the parent, that stays."""
        gone, places = self._view.chosen, self._workspace.places
        while place.parent is not None and self._workspace.above(place) & gone:
            place = places[place.parent]
        siblings = [item.card for item in places.values() if item.parent == place.parent]
        position = siblings.index(place.card)
        neighbours = siblings[position + 1 :] + siblings[:position][::-1]
        return next((card for card in neighbours if card not in gone), place.parent)
