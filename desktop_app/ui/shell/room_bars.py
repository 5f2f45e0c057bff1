"""What room size says beside the page: how to leave it, for a while, and that numbers are hidden, while they are."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.widgets.weigh_button import WeighButton
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import HIDDEN, hides_numbers
from desktop_app.wording.sentence import say, text

LEAVING: Final = say("room.leaving")


class RoomLine(QWidget):
    """A line beneath the page that goes by itself; it never lies over anything.

    Attributes:
        over: ends it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, SPACE)
        column.addWidget(PlainLabel(text("room.line", leaving=LEAVING), "hint", wraps=True))
        self.hide_timer = QTimer(self)
        self.hide_timer.setSingleShot(True)
        self.hide_timer.timeout.connect(self.hide)
        self.hide()

    def show_for(self, time_ms: int) -> None:
        """Shows it for a while."""
        self.show()
        self.hide_timer.start(time_ms)


class WeighNotice(QWidget):
    """Says above the page that the numbers of the map are hidden, and offers to show them."""

    def __init__(self, workspace: Workspace, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("page")
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_WIDE, SPACE, SPACE_WIDE, SPACE)
        line.addWidget(PlainLabel(str(HIDDEN), "hint", wraps=True), 1)
        line.addWidget(WeighButton(workspace, action))
        workspace.refreshed.connect(self._on_refreshed)
        if not hides_numbers(workspace):
            self.hide()

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP):
            self.setVisible(hides_numbers(self._workspace))
