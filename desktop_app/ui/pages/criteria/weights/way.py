"""What every way to the weights of criteria has in common. Knows no numbers."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Criterion, WeightFrom
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say


class Way(QWidget):
    """A way to the weights: it asks and proposes.

    Attributes:
        step: what its use is called in the history.
        weight_from: what is kept of it with each weight.

    Signals:
        answered: it proposes other weights now.
    """

    answered = Signal()
    step = say("step.set_weights")
    weight_from = WeightFrom.NOT_RECORDED

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE - 2)

    @property
    def criteria(self) -> list[Criterion]:
        """The criteria of the shown map, in order."""
        return reads.criteria(self.workspace.document, self.workspace.map_id)

    def refresh(self) -> None:
        """Follows a change of the map; what was answered stays where it still means something."""

    def proposed(self) -> Mapping[CriterionId, float] | None:
        """Raw weights, 0…100; None while too little has been answered."""
        return None

    def summary(self) -> str:
        """What is to be said of the answers; may be empty."""
        return ""

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first thing to answer."""
        self.setFocus()
