"""The actions on perspectives: whose numbers the window shows, and the page that compares them."""

from PySide6.QtCore import QObject

from desktop_app.model import reads
from desktop_app.ui.workspace.workspace import Workspace


class PerspectiveCommands(QObject):
    """The actions on the perspectives of the shown map."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view

    @property
    def has_perspectives(self) -> bool:
        """Whether there are other numbers than the map's own."""
        map_id = self._view.map_id
        return map_id is not None and bool(reads.perspectives(self._workspace.document, map_id))

    def next_perspective(self) -> None:
        """Shows the numbers of the next perspective, after the last one the map's own."""
        known = [None, *(item.id for item in reads.perspectives(self._workspace.document, self._workspace.map_id))]
        self._view.choose_perspective(known[(known.index(self._view.perspective) + 1) % len(known)])

    def own_numbers(self) -> None:
        """Shows the map's own numbers again."""
        self._view.choose_perspective(None)
