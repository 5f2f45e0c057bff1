"""What the actions of the window do: each method is one thing a person can ask for, on the selected card.

Texts are written in whichever editor has the keyboard: the commands ask for one by signal and never open it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.edits import cards, many, merging, moving
from desktop_app.edits.drafts import Draft, child_draft, premise_draft, root_draft, sibling_draft
from desktop_app.edits.many import Hanging
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.records import Card, CardKind, Stance
from desktop_app.model.tree import Place
from desktop_app.ui.workspace.card_clipboard import CardClipboard
from desktop_app.ui.workspace.map_commands import MapCommands
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers


class CardCommands(QObject):
    """The commands on the selected cards.

    Signals:
        draft_asked: a `Draft` whose text is to be written.
        edit_asked: the selected card's text is to be edited; carries the first typed character, or nothing.
    """

    draft_asked = Signal(object)
    edit_asked = Signal(str)

    def __init__(self, workspace: Workspace, maps: MapCommands, clipboard: CardClipboard) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view
        self._maps = maps
        self._clipboard = clipboard

    # --- what there is to act on ---------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Where the selected card hangs."""
        return self._workspace.selected_place

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
        return self.has_card and self._clipboard.has_clipboard

    @property
    def has_card(self) -> bool:
        """Whether a card is selected."""
        return self.place is not None

    @property
    def has_claim(self) -> bool:
        """Whether a claim or evidence is selected, for which there are reasons to believe it."""
        card = self._workspace.document.find(Card, self._view.selected)
        return card is not None and card.kind in STATEMENTS

    @property
    def can_merge(self) -> bool:
        """Whether several claims, or pieces of evidence, are selected."""
        kinds = [self._workspace.document.get(Card, item.card).kind for item in self.chosen]
        return len(kinds) > 1 and STATEMENTS.issuperset(kinds)

    @property
    def can_join(self) -> bool:
        """Whether a card was cut or copied that could be a further premise of the selected pro or con."""
        place = self.place
        return place is not None and place.argument is not None and self._clipboard.has_clipboard

    @property
    def has_argument(self) -> bool:
        """Whether any selected card is a pro, a con or evidence."""
        return any(item.link is not None for item in self.chosen)

    @property
    def is_argument(self) -> bool:
        """Whether the selected card, of several the current one, is a pro, a con or evidence."""
        return self.place is not None and self.place.argument is not None

    @property
    def can_weigh(self) -> bool:
        """Whether it can be said how much a selected pro or con matters."""
        return self.has_argument and not hides_numbers(self._workspace)

    @property
    def can_break_down(self) -> bool:
        """Whether a card that can be argued about is selected, and numbers show."""
        card = self._workspace.document.find(Card, self._view.selected)
        return card is not None and card.kind is not CardKind.NOTE and not hides_numbers(self._workspace)

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

    def add_option(self) -> None:
        """Writes an option under the map's question."""
        question = next((place for place in self._workspace.places.values() if self._is_question(place)), None)
        parent = question.card if question is not None else None
        self.draft_asked.emit(Draft(self._maps.map_to_write_on(), CardKind.OPTION, parent=parent))

    def add_premise(self) -> None:
        """Writes a claim without which the selected pro or con does not hold."""
        place = self.place
        if place is not None and place.argument is not None:
            self.draft_asked.emit(premise_draft(self._workspace.document, place))

    def add_undercut(self) -> None:
        """Writes why the selected pro or con is not relevant."""
        place = self.place
        if place is not None and place.argument is not None:
            draft = Draft(
                self._workspace.map_id, CardKind.CLAIM, place.card, stance=Stance.OPPOSES, undercuts=place.argument
            )
            self.draft_asked.emit(draft)

    def draft_on_selected(self, sign: str) -> None:
        """Writes a card on the selected one; its sign in the text grammar says as what. A note may hang on nothing."""
        place = self.place
        if place is not None:
            draft = Draft(self._workspace.map_id, CardKind.CLAIM, parent=place.card, stance=Stance.SUPPORTS)
            self.draft_asked.emit(draft.signed(sign))
        elif sign == "?":
            self.draft_asked.emit(Draft(self._maps.map_to_write_on(), CardKind.NOTE))

    # --- changing ------------------------------------------------------------------------------------

    def edit_text(self) -> None:
        """Edits the text of the selected card."""
        if self.has_card:
            self.edit_asked.emit("")

    def flip_stance(self) -> None:
        """Turns the selected pros into cons and back."""
        chosen = self.chosen
        if self.has_argument:
            self._workspace.attempt(lambda document: many.flip_stances(document, chosen))

    def set_stance(self, stance: Stance) -> None:
        """Makes the selected cards pros or cons."""
        chosen = self.chosen
        if self.has_argument:
            self._view.last_stance = stance
            self._workspace.attempt(lambda document: many.set_stances(document, chosen, stance))

    def set_kind(self, kind: CardKind) -> None:
        """Makes the selected cards something else."""
        chosen = self.chosen
        if chosen:
            self._workspace.attempt(lambda document: many.set_kinds(document, chosen, kind))

    def set_importance(self, importance: float | None) -> None:
        """Says how much the selected pros and cons matter, 0…1; None takes it back."""
        chosen, perspective = self.chosen, self._view.perspective
        if self.can_weigh:
            self._workspace.attempt(
                lambda document: many.set_importances(document, chosen, importance, perspective=perspective)
            )

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

    def merge_cards(self) -> None:
        """Makes one card of the selected ones that say the same: the wording of the current one stands."""
        kept = self._view.selected
        others = [item.card for item in self.chosen if item.card != kept]
        if kept is not None and self.can_merge:
            with self._workspace.action():
                if self._workspace.attempt(lambda document: merging.merge_cards(document, kept, others)):
                    self._workspace.select(kept)

    def toggle_assumption(self) -> None:
        """Marks the selected claim as a premise that nobody stated, or as stated."""
        card = self._workspace.document.find(Card, self._view.selected)
        if card is not None and self.has_claim:
            unstated = not card.assumption
            self._workspace.attempt(lambda document: cards.set_assumption(document, card.id, assumption=unstated))

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
        if self._clipboard.cut:
            self._clipboard.clear()
        elif view.others:
            view.select(view.selected, view.link)
        elif view.focus is not None:
            view.focus_on(None)
        elif keeps_selection:
            return False
        else:
            view.select(None)
        return True

    # --- inside --------------------------------------------------------------------------------------

    def _first_draft(self) -> Draft:
        """On an empty map the first card is its question."""
        map_id = self._maps.map_to_write_on()
        return root_draft(map_id) if self._workspace.places else Draft(map_id, CardKind.QUESTION)

    def _draft_sibling(self, *, before: bool) -> None:
        place = self.place
        if place is None:
            self.draft_asked.emit(self._first_draft())
            return
        draft = sibling_draft(self._workspace.document, place, before=before, last_stance=self._view.last_stance)
        self.draft_asked.emit(draft)

    def _delete(self, delete: Callable[[Document, list[Hanging]], object]) -> None:
        place, chosen = self.place, self.chosen
        if place is not None:
            successor = self._successor(place)
            with self._workspace.action():
                if self._workspace.attempt(lambda document: delete(document, chosen)):
                    self._workspace.select(successor)

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
