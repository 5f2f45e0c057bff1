"""What the actions of weighing do: numbers shown or hidden, and the ways to the weights of criteria."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop_app.edits import maps
from desktop_app.model import reads
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers


class WeightsWay(Enum):
    """A way to the weights of criteria, by the name of its tab."""

    SWINGS = "By swings"
    RANKS = "By rank"
    PAIRS = "In pairs"


class WeighingCommands(QObject):
    """The actions on the numbers of the shown map.

    Signals:
        weights_asked: a `WeightsWay` is to be shown.
    """

    weights_asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    @property
    def numbers_hidden(self) -> bool:
        """Whether the shown map hides its numbers."""
        return hides_numbers(self._workspace)

    @property
    def numbers_shown(self) -> bool:
        """Whether there is a map that shows its numbers."""
        return self._workspace.view.map_id is not None and not self.numbers_hidden

    @property
    def can_weigh_criteria(self) -> bool:
        """Whether there are criteria to be weighed against each other."""
        return self.numbers_shown and len(reads.criteria(self._workspace.document, self._workspace.map_id)) > 1

    def show_numbers(self) -> None:
        """Shows all numbers of the map."""
        self._hide(hidden=False)

    def hide_numbers(self) -> None:
        """Hides all numbers of the map."""
        self._hide(hidden=True)

    def weigh_by_swings(self) -> None:
        """Asks what the step from worst to best is worth on each criterion."""
        self._ask(WeightsWay.SWINGS)

    def rank_criteria(self) -> None:
        """Asks for the order of the criteria only."""
        self._ask(WeightsWay.RANKS)

    def compare_criteria(self) -> None:
        """Asks for each pair of criteria which matters more."""
        self._ask(WeightsWay.PAIRS)

    def _hide(self, *, hidden: bool) -> None:
        map_id = self._workspace.map_id
        self._workspace.attempt(lambda document: maps.hide_numbers(document, map_id, hidden=hidden))

    def _ask(self, way: WeightsWay) -> None:
        self._workspace.view.show_page(Page.CRITERIA)
        self.weights_asked.emit(way)
