"""What the inspector offers for several selected cards: one number or one stance for all, in one step of undo."""

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.drawing.palette import Role
from desktop_app.edits import arguments, cards
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import STATEMENTS, kind_counted
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.widgets.weighing import ImportanceField, PlausibilityField
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_owner import NumberOwner, whose_importance, whose_plausibility
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.wording.sentence import say, text


class ManyCards(QWidget):
    """The selected cards together."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = PlainLabel("", "stanceTitle", wraps=True)
        self._counts = PlainLabel("", "hint", wraps=True)
        self.importance = ImportanceField()
        self.plausibility = PlausibilityField()
        self._hint = PlainLabel(text("many.hint"), "hint", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for widget in (self._title, self._counts, self.importance, self.plausibility, self._hint):
            column.addWidget(widget)
        self.importance.chosen.connect(self._on_importance)
        self.plausibility.chosen.connect(self._on_plausibility)

    def refresh(self) -> None:
        """Shows what is selected now."""
        workspace = self._workspace
        document, chosen = workspace.document, self._chosen()
        self._title.setText(text("many.selected", count=len(chosen)))
        counted = Counter(document.get(Card, card).kind for card in chosen)
        kinds = (str(kind_counted(kind, counted[kind])) for kind in CardKind if counted[kind])
        self._counts.setText(", ".join(kinds))
        can_edit = not workspace.session.is_read_only
        is_hidden = hides_numbers(workspace)
        links, claims = ([], []) if is_hidden else (self._links(), self._claims())
        self.importance.setVisible(bool(links))
        if links:
            importances = {workspace.results.arguments[link].importance for link in links}
            whose = _of_all([whose_importance(workspace, link) for link in links])
            common = importances.pop() if len(importances) == 1 else None
            self.importance.show_importance(common, Role.INK, enabled=can_edit, whose=whose.words, back=whose.back)
        self.plausibility.setVisible(bool(claims))
        if claims:
            numbers = {workspace.numbers.plausibility(document.get(Card, card)) for card in claims}
            whose = _of_all([whose_plausibility(workspace, card) for card in claims])
            likely = numbers.pop() if len(numbers) == 1 else None
            self.plausibility.show_plausibility(likely, enabled=can_edit, whose=whose.words, back=whose.back)
        self._hint.setVisible(bool(links or claims) and can_edit)

    def _chosen(self) -> list[CardId]:
        return [card for card in self._workspace.view.chosen if self._workspace.document.find(Card, card) is not None]

    def _links(self) -> list[ArgumentId]:
        """The arguments by which the selected cards hang; those that hold only together count once."""
        current = self._workspace.selected_place
        others = (self._workspace.place_of(card) for card in self._chosen() if current is None or card != current.card)
        places = (current, *others)
        links = {place.argument for place in places if place is not None and place.argument is not None}
        return sorted(links)

    def _claims(self) -> list[CardId]:
        return [card for card in self._chosen() if self._workspace.document.get(Card, card).kind in STATEMENTS]

    def _on_importance(self, importance: float | None) -> None:
        links, perspective = self._links(), self._workspace.view.perspective

        def weigh(document: Document) -> None:
            with document.transaction(say("step.weigh_several")):
                for link in links:
                    arguments.set_importance(document, link, importance, perspective=perspective)

        self._workspace.attempt(weigh)

    def _on_plausibility(self, plausibility: float | None) -> None:
        claims, perspective = self._claims(), self._workspace.view.perspective

        def weigh(document: Document) -> None:
            with document.transaction(say("step.set_plausibility_of_several")):
                for card in claims:
                    cards.set_plausibility(document, card, plausibility, perspective=perspective)

        self._workspace.attempt(weigh)


def _of_all(owners: list[NumberOwner]) -> NumberOwner:
    """Theirs, where any of the numbers is: all can then go back."""
    return NumberOwner.THEIRS if NumberOwner.THEIRS in owners else owners[0]
