"""The page on which a workbook is worked on: top bar, maps and outline, canvas or matrix, inspector."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.edits.drafts import Draft
from desktop_app.model.ids import CardId, CriterionId, MapId
from desktop_app.model.records import CardKind
from desktop_app.ui.pages.balance.page import BalancePage
from desktop_app.ui.pages.brief.page import BriefPage
from desktop_app.ui.pages.brief.pages_view import PagesView
from desktop_app.ui.pages.compare.page import ComparePage
from desktop_app.ui.pages.criteria.page import CriteriaPage
from desktop_app.ui.pages.find.bar import FindBar
from desktop_app.ui.pages.map.canvas import accessible
from desktop_app.ui.pages.map.canvas.canvas import Canvas
from desktop_app.ui.pages.map.canvas.viewport import Viewport
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.pages.map.inspector.inspector import Inspector
from desktop_app.ui.pages.map.side_panel import SidePanel
from desktop_app.ui.pages.quick_pass.bar import QuickPass
from desktop_app.ui.shell.actions.context_menu import Under
from desktop_app.ui.shell.actions.menu_tree import Scope, ServedActions
from desktop_app.ui.shell.room_bars import RoomLine, WeighNotice
from desktop_app.ui.shell.top_bar import TopBar
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.text import ShortLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text

_SIDE_PX, _INSPECTOR_PX = 262, 316


@dataclass(frozen=True, slots=True)
class Ordinary:
    """Which part of a map, or of the branch in focus, the ordinary window showed."""

    map: MapId | None
    focus: CardId | None
    window: VisibleArea


class WorkPage(QWidget):
    """Everything that shows one workspace; in room size the page alone.

    Attributes:
        is_for_room: whether it was made in room size.
        ordinary: in room size, what the canvas shows when that is over.

    Signals:
        copy_asked: the person wants to save a copy.
        menu_asked: a context menu is wanted: `Under` what, and where in global pixels.
        zoomed: by how much the map, or the pages of the brief, are magnified; the one that is shown.
        turned: the page of the brief in view, from 1, and how many there are.
    """

    copy_asked = Signal()
    menu_asked = Signal(object, QPoint)
    zoomed = Signal(float)
    turned = Signal(int, int)

    def __init__(
        self,
        workspace: Workspace,
        commands: Commands,
        actions: ServedActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.is_for_room = theme.is_room()
        self.ordinary: Ordinary | None = None
        self._commands = commands
        self._actions = actions
        self.setObjectName("page")
        accessible.install()
        self.canvas = Canvas(workspace, commands)
        self.side = SidePanel(workspace, commands)
        self.inspector = Inspector(workspace)
        self.balance = BalancePage(workspace)
        self.criteria = CriteriaPage(workspace, commands)
        self.find_bar = FindBar(workspace)
        self.find_bar.left.connect(self.focus_centre)
        self.quick_pass = QuickPass(workspace)
        self.quick_pass.left.connect(self.focus_centre)
        self.messages = MessageBar()
        self.messages.copy_asked.connect(self.copy_asked)
        self._pages = _PageStack()
        self._map_page = QWidget()
        column = QVBoxLayout(self._map_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        if not self.is_for_room:
            column.addWidget(_add_bar(actions.by_id))
        self._pages.addWidget(self._map_page)
        self._pages.addWidget(self.balance)
        self._pages.addWidget(self.criteria)
        self.room_line = RoomLine()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for widget in (self.side, self._pages, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.show_widths([_SIDE_PX, 1000, _INSPECTOR_PX])
        self._lay_out()
        actions.serve(self.canvas, Scope.CARDS)
        actions.serve(self.side.outline, Scope.CARDS)
        actions.serve(self.criteria, Scope.MATRIX)
        self.canvas.menu_asked.connect(self._on_card_menu_asked)
        self.side.outline.menu_asked.connect(self._on_card_menu_asked)
        self.side.menu_asked.connect(self._on_map_menu_asked)
        self.canvas.viewport.zoomed.connect(self._on_zoomed)
        commands.cards.draft_asked.connect(self._on_draft_asked)
        commands.cards.edit_asked.connect(self._on_edit_asked)
        workspace.view.page_changed.connect(self._on_page_changed)
        workspace.changed.connect(lambda _: self.messages.hide())

    # Many workbooks are closed again without a look at these two.

    @cached_property
    def compare(self) -> ComparePage:
        """The perspectives side by side."""
        page = ComparePage(self.workspace)
        page.cell_asked.connect(self._on_cell_asked)
        self._pages.addWidget(page)
        return page

    @cached_property
    def brief(self) -> BriefPage:
        """Sections and pages of the brief."""
        page = BriefPage(self.workspace, self._commands.brief, self._actions.by_id)
        self._actions.serve(page.sections, Scope.SECTIONS)
        self._actions.serve(page.section_form.words, Scope.WORDS)
        page.pages.zoomed.connect(self._on_zoomed)
        page.pages.turned.connect(lambda: self.turned.emit(page.pages.current, page.pages.count))
        self._pages.addWidget(page)
        return page

    def next_pane(self) -> None:
        """Gives the keyboard to the next pane, so that Tab's own meaning traps nobody."""
        panes: list[QWidget] = [self.side.maps, self.side.outline, self._centre]
        if self.is_for_room:
            panes = [self._centre]
        forms: QWidget = self.inspector
        if self.workspace.view.page is Page.BRIEF and not self.is_for_room:
            panes, forms = self.brief.panes, self.brief.forms
        elif forms.isVisible():
            panes.append(forms)
        focused = QApplication.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), -1
        )
        target = panes[(here + 1) % len(panes)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if target is forms:
            target.focusNextChild()

    @property
    def widths(self) -> list[int]:
        """How wide the panels are while all of them are shown, in pixels."""
        return self.splitter.sizes() if self.inspector.isVisible() else self._widths

    def show_widths(self, widths: list[int]) -> None:
        """Makes the panels as wide as they were."""
        self._widths = widths
        self.splitter.setSizes(widths)

    @property
    def ordinary_window(self) -> VisibleArea | None:
        """In room size: what the canvas shows when that is over; None where another part of the map is shown now."""
        kept, view = self.ordinary, self.workspace.view
        return kept.window if kept is not None and (kept.map, kept.focus) == (view.map_id, view.focus) else None

    def find_cards(self) -> None:
        """Finds cards by their words, over all maps."""
        self.find_bar.open()

    def weigh_rest(self) -> None:
        """Asks for each number that nobody has given yet, one after the other."""
        self.quick_pass.open()

    def break_down(self) -> None:
        """Breaks down what the selected card comes to among everything that rests on it."""
        self.workspace.view.show_page(Page.MAP)
        self.inspector.break_down()

    def edit_perspectives(self) -> None:
        """Shows the map's perspectives side by side and lets one be added."""
        self.workspace.view.show_page(Page.COMPARE)
        self.compare.edit_perspectives()

    def release(self) -> None:
        """Keeps what was being written and ends what runs beside the window."""
        self.canvas.release()
        if "brief" in vars(self):
            self.brief.release()

    def zoom_in(self) -> None:
        """Zooms the canvas, or the pages of the brief, in."""
        if (view := self._zoomed) is not None:
            view.zoom_by(1)

    def zoom_out(self) -> None:
        """Zooms the canvas, or the pages of the brief, out."""
        if (view := self._zoomed) is not None:
            view.zoom_by(-1)

    def zoom_actual(self) -> None:
        """Shows the canvas, or the pages of the brief, at 100 %."""
        if (view := self._zoomed) is not None:
            view.zoom_to(1.0)

    def zoom_fit(self) -> None:
        """Shows the whole map, or the pages of the brief as wide as there is room."""
        if (view := self._zoomed) is not None:
            view.fit()

    def focus_centre(self) -> None:
        """Gives the keyboard to the page that is shown."""
        self._centre.setFocus()

    @property
    def zoom(self) -> float | None:
        """How large the map, or the brief, is shown; None where another page is."""
        return self._zoomed.zoom if self._zoomed is not None else None

    @property
    def _zoomed(self) -> Viewport | PagesView | None:
        match self.workspace.view.page:
            case Page.MAP:
                return self.canvas.viewport
            case Page.BRIEF:
                return self.brief.pages
            case _:
                return None

    def _on_zoomed(self) -> None:
        if (zoom := self.zoom) is not None:
            self.zoomed.emit(zoom)

    @property
    def _centre(self) -> QWidget:
        """What fills the middle and takes the keyboard."""
        match self.workspace.view.page:
            case Page.MAP:
                return self.canvas
            case Page.BALANCE:
                return self.balance
            case Page.CRITERIA:
                return self.criteria
            case Page.COMPARE:
                return self.compare
            case Page.BRIEF:
                return self.brief

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # What is over it may stay until it is made again.
        self._widths = self.widths
        super().hideEvent(event)

    def _lay_out(self) -> None:
        workspace, actions = self.workspace, self._actions.by_id
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            WeighNotice(workspace, actions["show_numbers"]) if self.is_for_room else TopBar(workspace, actions)
        )
        whole.addWidget(self.messages)
        whole.addWidget(self.find_bar)
        whole.addWidget(self.quick_pass)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.room_line)
        if self.is_for_room:
            self.side.hide()
            self.inspector.hide()

    def _outline_has_keyboard(self) -> bool:
        outline = self.side.outline
        focused = QApplication.focusWidget()
        return focused is not None and (focused is outline or outline.isAncestorOf(focused))

    def _on_draft_asked(self, draft: Draft) -> None:
        if self._outline_has_keyboard():
            self.side.outline.write(draft)
            return
        if self.workspace.view.page is Page.BALANCE and self.balance.write(draft):
            return
        if self.workspace.view.page is Page.CRITERIA and draft.kind is CardKind.OPTION:
            self.criteria.write_option(draft)
            return
        self.workspace.view.show_page(Page.MAP)
        self.canvas.setFocus()
        self.canvas.write(draft)

    def _on_edit_asked(self, typed: str) -> None:
        if self._outline_has_keyboard():
            self.side.outline.edit_selected(typed)
        elif self.workspace.view.page is Page.BALANCE:
            self.balance.edit_selected(typed)
        elif self.workspace.view.page is Page.CRITERIA:
            self.criteria.edit_selected(typed)
        else:
            self.workspace.view.show_page(Page.MAP)
            self.canvas.setFocus()
            self.canvas.edit(typed)

    def _on_card_menu_asked(self, where: QPoint) -> None:
        cards = self._commands.cards
        under = Under.ARGUMENT if cards.has_argument else Under.CARD if cards.has_card else Under.MAP
        self.menu_asked.emit(under, where)

    def _on_map_menu_asked(self, where: QPoint) -> None:
        self.menu_asked.emit(Under.MAP_LIST, where)

    def _on_cell_asked(self, option: CardId | None, criterion: CriterionId | None) -> None:
        self.workspace.view.show_page(Page.CRITERIA)
        self.criteria.go_to(option, criterion)

    def _on_page_changed(self) -> None:
        page = self.workspace.view.page
        self._widths = self.widths
        self._pages.setCurrentWidget(self._map_page if page is Page.MAP else self._centre)
        # Balance and matrix need the width, and edit in place what they show.
        self.inspector.setVisible(page is Page.MAP and not self.is_for_room)
        # The brief has its own panels at both sides.
        self.side.setVisible(page is not Page.BRIEF and not self.is_for_room)
        self.focus_centre()


class _PageStack(QStackedWidget):
    """Pages of which only the one that is shown asks for room: the brief is wider than there is beside the panels."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


def _add_bar(actions: Mapping[str, QAction]) -> QWidget:
    bar = QWidget()
    bar.setObjectName("addBar")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar.setFixedHeight(44)
    line = QHBoxLayout(bar)
    line.setContentsMargins(20, 0, 16, 0)
    line.setSpacing(SPACE)
    for name, words, role in (
        ("add_pro", text("adders.add_pro"), Role.PRO),
        ("add_con", text("adders.add_con"), Role.CON),
        ("add_evidence", text("adders.add_evidence"), Role.EVIDENCE),
        ("add_option", text("adders.add_option"), Role.OPTION),
        ("add_note", text("adders.add_note"), Role.NOTE),
    ):
        line.addWidget(_AddButton(words, role, actions[name]))
    line.addStretch()
    line.addWidget(ShortLabel(text("adders.hint"), "hint"))
    return bar


class _AddButton(QPushButton):
    """Adds a card to the selected one; the keyboard stays where it was."""

    def __init__(self, words: str, role: Role, action: QAction) -> None:
        super().__init__(words)
        self.setObjectName("adder")
        self.setProperty("role", role.value)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text(f"adders.{action.objectName()}.spoken"))
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
