"""Maps of a workbook: which page of the shown one is looked at, undo, adding, ordering and deleting maps."""

from PySide6.QtCore import QObject

from desktop_app.edits import maps
from desktop_app.model import reads
from desktop_app.model.ids import MapId
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text


class MapCommands(QObject):
    """The commands on the maps of a workspace, and on the workbook as a whole."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._view = workspace.view

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._workspace.session.undo_label is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return self._workspace.session.redo_label is not None

    @property
    def has_map(self) -> bool:
        """Whether a map is shown."""
        return self._view.map_id is not None

    @property
    def has_several(self) -> bool:
        """Whether there is another map than the shown one."""
        return self.has_map and len(reads.maps(self._workspace.document)) > 1

    def undo(self) -> None:
        """Takes the last step back."""
        self._workspace.undo()

    def redo(self) -> None:
        """Makes the step again that was taken back."""
        self._workspace.redo()

    def map_to_write_on(self) -> MapId:
        """The shown map; where the workbook has none, a new one."""
        if self._view.map_id is None:
            self.add_map()
        return self._workspace.map_id

    def add_map(self) -> None:
        """Adds an empty map and turns to it."""
        added = self._workspace.run(lambda document: maps.add_map(document, text("new.map")))
        if added is not None:
            self._view.show_map(added.id)

    def move_map_up(self) -> None:
        """Moves the shown map before the one above it in the list of maps."""
        self._move(-1)

    def move_map_down(self) -> None:
        """Moves the shown map after the one below it in the list of maps."""
        self._move(1)

    def delete_map(self) -> None:
        """Deletes the shown map with all that is on it, and turns to the next one."""
        map_id = self._view.map_id
        if map_id is not None:
            order = [item.id for item in reads.maps(self._workspace.document)]
            place = order.index(map_id)
            rest = [*order[place + 1 :], *order[:place][::-1]]
            with self._workspace.action():
                if self._workspace.attempt(lambda document: maps.delete_map(document, map_id)):
                    self._view.show_map(rest[0] if rest else None)

    def show_page(self, page: Page) -> None:
        """Turns to a page of the map."""
        self._view.show_page(page)

    def _move(self, by: int) -> None:
        map_id = self._view.map_id
        order = [item.id for item in reads.maps(self._workspace.document)]
        place = order.index(map_id) + by if map_id is not None else -1
        if map_id is not None and 0 <= place < len(order):
            beside = order[place]
            self._workspace.attempt(lambda document: maps.move_map(document, map_id, beside=beside, before=by < 0))
