"""What the actions of weighing do: numbers shown or hidden, and the ways to the weights of criteria."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from desktop_app.edits import maps
from desktop_app.model import reads
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.wording.sentence import text


class WeightsWay(Enum):
    """A way to the weights of criteria."""

    SWINGS = "swings"
    RANKS = "ranks"
    PAIRS = "pairs"

    @property
    def label(self) -> str:
        """The name of its tab."""
        return text(f"weights.way.{self.value}")


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

    def hide(self, *, hidden: bool) -> None:
        """Hides all numbers of the map, or shows them."""
        map_id = self._workspace.map_id
        self._workspace.attempt(lambda document: maps.hide_numbers(document, map_id, hidden=hidden))

    def find_weights(self, way: WeightsWay) -> None:
        """Asks for the weights of the criteria in another way than by numbers."""
        self._workspace.view.show_page(Page.CRITERIA)
        self.weights_asked.emit(way)
