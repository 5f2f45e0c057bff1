"""Whose numbers are shown and set: a button with a menu of the perspectives of the shown map. Makes none itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.ids import PerspectiveId
from desktop_app.model.records import Perspective, PerspectiveKind
from desktop_app.ui.widgets.swatch import swatch
from desktop_app.ui.widgets.text import for_menu
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_owner import MY_NUMBERS
from desktop_app.wording.sentence import say, text

KIND_WORDS = {
    PerspectiveKind.PERSON: say("perspective.person"),
    PerspectiveKind.STAKEHOLDER: say("perspective.stakeholder"),
    PerspectiveKind.SCENARIO: say("perspective.outlook"),
}


class PerspectiveButton(QPushButton):
    """Names the chosen perspective and lets another be chosen.

    Signals:
        editing_asked: perspectives are to be compared, added or changed.
    """

    editing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self._workspace: Workspace | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(text("perspective.menu"))
        self._group = QActionGroup(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.hide()

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Names the perspective in which a workspace is shown; None: there is none."""
        if workspace is not self._workspace:
            # What a screen reader finds in the menu is not of a workbook that was closed.
            self._empty()
        self._workspace = workspace
        self.setVisible(workspace is not None)
        if workspace is None:
            return
        perspective = workspace.document.find(Perspective, workspace.view.perspective)
        name = perspective.name if perspective is not None else str(MY_NUMBERS)
        self.setText(text("perspective.chosen", name=for_menu(name)))
        self.setAccessibleName(text("perspective.chosen", name=one_line(name, 60)))
        self.setIcon(swatch(perspective.colour) if perspective is not None and perspective.colour else QIcon())

    def _fill(self) -> None:
        menu, workspace = self._menu, self._workspace
        self._empty()
        if workspace is None or workspace.view.map_id is None:
            return
        self._add(workspace, str(MY_NUMBERS), None)
        kind: PerspectiveKind | None = None
        for perspective in reads.perspectives(workspace.document, workspace.map_id):
            if perspective.kind is not kind:
                kind = perspective.kind
                menu.addSeparator()
            self._add(workspace, perspective.name or text("perspective.no_name"), perspective.id)
        menu.addSeparator()
        edit = menu.addAction(text("perspective.edit"))
        edit.triggered.connect(self.editing_asked)

    def _empty(self) -> None:
        self._menu.clear()
        self._group.deleteLater()
        self._group = QActionGroup(self._menu)

    def _add(self, workspace: Workspace, name: str, perspective: PerspectiveId | None) -> None:
        action = QAction(for_menu(name), self._group)
        action.setCheckable(True)
        action.setChecked(workspace.view.perspective == perspective)
        record = workspace.document.find(Perspective, perspective)
        if record is not None and record.colour:
            action.setIcon(swatch(record.colour))
        action.triggered.connect(lambda: workspace.view.choose_perspective(perspective))
        self._menu.addAction(action)
