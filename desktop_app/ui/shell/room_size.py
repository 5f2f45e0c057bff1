"""Room size: the window fills the screen and the page stands alone, in type that the back row of a room can read.

Nothing here is kept: a program that ends in room size begins in its ordinary window.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from desktop_app.ui.shell.room_bars import LEAVING
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.theme_controller import ThemeController
from desktop_app.ui.shell.window_placement import FILLING
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.legibility import floor_em_px
from desktop_app.wording.sentence import text

_SETTLED_MS: Final = 150  # a window that is being resized is looked at once
LINE_SHOWN_MS: Final = 8000
_PALETTE: Final = "projector"


class RoomSize(QObject):
    """Room size of a window.

    Args:
        window: whose pages are made anew when `themes` says that they look different.
        settings: where the back row sits.
        themes: the palette of the window.
        page: the page of the open workbook; asked anew each time, for one that was let go stays a child of the window
            until Qt deletes it.
    """

    def __init__(
        self, window: QMainWindow, settings: Settings, themes: ThemeController, page: Callable[[], WorkPage | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._themes = themes
        self._page = page
        self._state_before, self._geometry_before = window.windowState(), window.geometry()
        self._widths_before: list[int] | None = None
        self._line_shown = QElapsedTimer()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._on_settled)
        window.installEventFilter(self)

    @property
    def _actions(self) -> list[QAction]:
        """Those whose keys act wherever in the window the keyboard is."""
        actions = self._window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [action for action in actions if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut]

    def room_size(self) -> None:
        """Fills the screen with the page for a room, or shows the window again as it was."""
        if theme.is_room():
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Fills the screen with the page."""
        window = self._window
        page = self._page()
        self._widths_before = page.widths if page is not None else None
        self._state_before, self._geometry_before = window.windowState(), window.geometry()
        # The keys of a menu that is not shown do nothing: they are the window's own meanwhile.
        window.addActions(self._actions)
        window.menuBar().hide()
        window.statusBar().hide()
        window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
        # A window system may take a while to give the whole screen.
        self._show(floor_em_px(self._settings.back_row, window.screen().geometry().height()), _PALETTE)
        # Only now: making the pages takes a while on a slow machine, and nobody can read the line meanwhile.
        self._line_shown.start()
        self._show_line()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, text("room.begun", leaving=LEAVING)))
        self._settle.start()

    def leave(self) -> None:
        """Shows the window as it was."""
        if not theme.is_room():
            return
        window = self._window
        window.setWindowState(self._state_before)
        if not self._state_before & FILLING:
            window.setGeometry(self._geometry_before)
        self._show(None, "")
        for action in self._actions:
            window.removeAction(action)
        # Only now: in type for a room they would widen the window for good.
        window.menuBar().show()
        window.statusBar().show()
        # What was not shown knows nothing of the other size of its type.
        QApplication.sendEvent(window.statusBar(), QEvent(QEvent.Type.LayoutRequest))
        self._settle.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, text("room.over")))

    def look_again(self) -> None:
        """Looks whether the back row sits elsewhere, or the screen is another."""
        if theme.is_room():
            self._settle.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.look_again()
        if event.type() is QEvent.Type.KeyPress and theme.is_room() and _is_escape(event):
            # What had the keyboard left the key over.
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _on_settled(self) -> None:
        page = self._page()
        if page is not None and not theme.is_room():
            # They were set before the window system had given the window its size back.
            page.show_widths(self._widths_before or page.widths)
            self._widths_before = None
        wanted = floor_em_px(self._settings.back_row, self._window.height())
        if theme.is_room() and wanted != theme.floor_px():
            self._show(wanted, _PALETTE)
            # Made anew because the screen came late, the page goes on saying it.
            self._show_line()

    def _show_line(self) -> None:
        left_ms = LINE_SHOWN_MS - self._line_shown.elapsed()
        page = self._page()
        if page is not None and left_ms > 0:
            page.room_line.show_for(left_ms)

    def _show(self, floor_px: float | None, palette: str) -> None:
        """Shows the pages in another size; what had the keyboard keeps it."""
        focused = _named(self._window)
        theme.enlarge(floor_px)
        self._themes.hold(palette)
        if focused is not None:
            _give_keyboard(self._window, *focused)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _named(window: QWidget) -> tuple[type[QWidget], str, int] | None:
    """What has the keyboard, in words that hold for the same thing on a page that is made anew."""
    focused = QApplication.focusWidget()
    if focused is None or not window.isAncestorOf(focused):
        return None
    return (
        type(focused),
        _name_of(focused),
        _alike(window, type(focused), _name_of(focused)).index(focused),
    )


def _give_keyboard(window: QWidget, kind: type[QWidget], name: str, place: int) -> None:
    widget = _alike(window, kind, name)
    if place < len(widget):
        widget[place].setFocus(Qt.FocusReason.OtherFocusReason)


def _alike(window: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(kind)
        if widget.isVisibleTo(window) and type(widget) is kind and _name_of(widget) == name
    ]


def _name_of(widget: QWidget) -> str:
    """What a widget is called, without what it says: a cell says less where there is less room."""
    return widget.accessibleName().partition(":")[0]
