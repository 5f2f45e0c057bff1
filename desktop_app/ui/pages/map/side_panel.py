"""The panel at the left: the maps of the workbook, and the outline of the one that is shown."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.ids import MapId
from desktop_app.ui.pages.map.outline.outline import Outline
from desktop_app.ui.widgets.text import PlainLabel, isolated
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text

_ROW_PX = 30


class SidePanel(QWidget):
    """Maps and outline of a workspace.

    Signals:
        menu_asked: where a context menu of the shown map is wanted, in global pixels.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self.maps = QListWidget()
        self.maps.setObjectName("maps")
        self.maps.setAccessibleName(text("side.maps"))
        self.maps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline = Outline(workspace, commands)
        new_map = QPushButton(text("side.new_map"))
        new_map.setObjectName("quiet")
        new_map.setEnabled(not workspace.session.is_read_only)
        new_map.clicked.connect(commands.maps.add_map)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE + 6, SPACE, SPACE)
        column.setSpacing(SPACE - 2)
        for widget in (
            _heading(text("side.maps.heading")),
            self.maps,
            new_map,
            _heading(text("side.outline.heading")),
            self.outline,
        ):
            column.addWidget(widget, 1 if widget is self.outline else 0)
        self.maps.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.maps.customContextMenuRequested.connect(self._on_menu_wanted)
        self.maps.currentItemChanged.connect(self._on_chosen)
        workspace.refreshed.connect(self._on_refreshed)
        self.refresh()

    def refresh(self) -> None:
        """Shows what maps there are."""
        self.maps.blockSignals(True)  # noqa: FBT003
        self.maps.clear()
        for a_map in reads.maps(self._workspace.document):
            item = QListWidgetItem(isolated(one_line(a_map.title, 80) or text("map.no_title")))
            item.setData(Qt.ItemDataRole.UserRole, a_map.id)
            item.setToolTip("")
            self.maps.addItem(item)
            if a_map.id == self._workspace.view.map_id:
                self.maps.setCurrentItem(item)
        self.maps.setFixedHeight(min(6, max(1, self.maps.count())) * _ROW_PX + 4)
        self.maps.blockSignals(False)  # noqa: FBT003

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP):
            self.refresh()

    def _on_menu_wanted(self, at: QPoint) -> None:
        item = self.maps.itemAt(at)
        if item is not None:
            self.maps.setCurrentItem(item)
            self.menu_asked.emit(self.maps.viewport().mapToGlobal(at))

    def _on_chosen(self, item: QListWidgetItem | None, _previous: QListWidgetItem | None) -> None:
        if item is not None:
            self._workspace.view.show_map(MapId(item.data(Qt.ItemDataRole.UserRole)))


def _heading(text: str) -> PlainLabel:
    label = PlainLabel(text, "heading")
    label.setContentsMargins(6, SPACE - 2, 0, 2)
    return label
