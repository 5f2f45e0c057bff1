"""The bar at the top: name of the workbook, pages, undo and redo, export. It asks; it does nothing itself."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.records import Map
from desktop_app.ui.widgets import icons
from desktop_app.ui.widgets.text import PlainLabel, ShortLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.widgets.weigh_button import WeighButton
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text

# Below this, in pixels, its buttons say what they do by a sign and in the tooltip.
_ROOM_FOR_WORDS_PX: Final = 1180
_LEAST_PX: Final = 772


class TopBar(QWidget):
    """The bar of one workspace."""

    def __init__(self, workspace: Workspace, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        self._crumb = ShortLabel("", "crumb")
        self._here = ShortLabel("", "crumbHere")
        self._brand = PlainLabel("Steelyard", "brand")
        self._tabs: dict[Page, QToolButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(SPACE)
        logo = QLabel()
        logo.setPixmap(icons.pixmap("logo", size_px=24))
        line.addWidget(logo)
        line.addWidget(self._brand)
        line.addSpacing(SPACE)
        line.addWidget(self._crumb)
        line.addWidget(PlainLabel("›", "crumb"))
        line.addWidget(self._here)
        line.addStretch(1)
        line.addWidget(self._make_tabs())
        line.addStretch(1)
        line.addWidget(WeighButton(workspace, actions["show_numbers"]))
        for name in ("undo", "redo"):
            line.addWidget(_IconButton(actions[name], name))
        self._buttons: list[tuple[QPushButton, str, str]] = []
        for name, picture, words, short, spoken in (
            ("find_cards", icons.icon("search"), text("top_bar.find"), "", text("top_bar.find.spoken")),
            ("present", QIcon(), text("top_bar.present"), "▷", text("top_bar.present.spoken")),
            ("export_brief", QIcon(), text("top_bar.export"), text("top_bar.export.short"), text("top_bar.export")),
        ):
            button = QPushButton(picture, words)
            button.setAccessibleName(spoken)
            button.clicked.connect(actions[name].trigger)
            self._buttons.append((button, words, short))
            line.addWidget(button)
        self._buttons[-1][0].setObjectName("primary")
        workspace.refreshed.connect(self._on_refreshed)
        self.refresh()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _ROOM_FOR_WORDS_PX
        self._brand.setVisible(is_wide)
        for button, words, short in self._buttons:
            button.setText(words if is_wide else short)
            button.setToolTip("" if is_wide else button.accessibleName())

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.PAGE):
            self.refresh()

    def refresh(self) -> None:
        """Shows where the person is."""
        workspace = self._workspace
        self._crumb.say(one_line(reads.workbook(workspace.document).title, 40))
        shown_map = workspace.document.find(Map, workspace.view.map_id)
        self._here.say(one_line(shown_map.title, 48) if shown_map is not None else "")
        self._tabs[workspace.view.page].setChecked(True)
        compares = shown_map is not None and bool(reads.perspectives(workspace.document, shown_map.id))
        self._tabs[Page.COMPARE].setVisible(compares or workspace.view.page is Page.COMPARE)

    def _make_tabs(self) -> QWidget:
        tabs = QWidget()
        tabs.setObjectName("tabs")
        tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs.setFixedHeight(34)
        line = QHBoxLayout(tabs)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(2)
        group = QButtonGroup(tabs)
        for page in Page:
            tab = QToolButton()
            tab.setText(page.label)
            tab.setCheckable(True)
            tab.setAccessibleName(text("top_bar.page", page=page.label))
            tab.clicked.connect(lambda _checked, page=page: self._workspace.view.show_page(page))
            group.addButton(tab)
            line.addWidget(tab)
            self._tabs[page] = tab
        return tabs


class _IconButton(QToolButton):
    """Triggers an action and looks as it does.

    Actions outlive the bar. Qt ends the connection to a method of a widget with the widget, to a function never.
    """

    def __init__(self, action: QAction, icon: str) -> None:
        super().__init__()
        self.setObjectName("icon")
        self.setIcon(icons.icon(icon))
        self.setIconSize(QSize(18, 18))
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.text().replace("&&", "&"))
        self.setAccessibleName(self._action.text())
