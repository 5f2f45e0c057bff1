"""The button that shows the numbers of a map that hides them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.wording.sentence import text


class WeighButton(QPushButton):
    """Shows the numbers of a map; to be seen only while they are hidden."""

    def __init__(self, workspace: Workspace, action: QAction) -> None:
        super().__init__(text("weigh"))
        self._workspace = workspace
        self._action = action
        self.setObjectName("weigh")
        self.setAccessibleName(text("weigh.spoken"))
        self.setToolTip(text("weigh.tip"))
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        workspace.refreshed.connect(self._on_refreshed)
        self.follow()

    def follow(self) -> None:
        """Shows itself where it is needed."""
        self.setVisible(hides_numbers(self._workspace))
        self.setEnabled(self._action.isEnabled())

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP):
            self.follow()
