"""Folding and focus: how much of the map the canvas shows. The person's view, never an edit."""

from PySide6.QtCore import QObject

from desktop_app.model.ids import CardId
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.first_folding import folded_from


class FoldCommands(QObject):
    """The actions that fold and focus."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view

    def toggle_fold(self) -> None:
        """Folds the branches of the selected cards, or opens them where the current one is folded."""
        chosen = self._view.chosen
        selected = self._view.selected
        if selected is not None:
            opens = selected in self._view.folded
            self._view.fold_only(self._view.folded - chosen if opens else self._view.folded | chosen)

    def open_all(self) -> None:
        """Opens every folded branch of the map."""
        self._view.fold_only(self._view.folded - self._workspace.places.keys())

    def focus_branch(self) -> None:
        """Shows the selected card's branch alone; on the same card again, the whole map."""
        selected = self._view.selected
        self._view.focus_on(None if selected == self._view.focus else selected)

    def fold_to(self, depth: int) -> None:
        """Folds everything at a depth or deeper: 0 leaves the roots, 1 what speaks directly to the question."""
        folded = folded_from(self._workspace.places, depth)
        elsewhere = self._view.folded - self._workspace.places.keys()
        self._keep_selection_visible(folded)
        self._view.fold_only(elsewhere | folded)

    def _keep_selection_visible(self, folded: set[CardId]) -> None:
        """Selects the nearest card above the selected one that will not be hidden."""
        places = self._workspace.places
        place = places.get(self._view.selected) if self._view.selected is not None else None
        if place is None:
            return
        hiding = self._workspace.above(place) & folded
        if hiding:
            top = min((places[card] for card in hiding), key=lambda item: item.depth)
            self._view.select(top.card, top.argument)
