"""The menus of the window, made from the rows; and which of them can be chosen now."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from desktop_app.session import Session
from desktop_app.ui.shell.actions.action import Action
from desktop_app.ui.shell.actions.context import ActionContext
from desktop_app.ui.shell.actions.context_menu import Under, context_menu
from desktop_app.ui.shell.actions.menu_tree import Menu, Scope
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.widgets.text import for_menu
from desktop_app.wording.sentence import text

_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    # Not "with children": an editor inside the canvas keeps its own Tab and Return.
    Scope.CARDS: Qt.ShortcutContext.WidgetShortcut,
    Scope.SECTIONS: Qt.ShortcutContext.WidgetShortcut,
    Scope.WORDS: Qt.ShortcutContext.WidgetShortcut,
    Scope.MATRIX: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


class Menus:
    """The menu bar of a window, and every row as an action of Qt.

    Attributes:
        by_id: each action of Qt by the id of its row.
    """

    def __init__(self, window: QMainWindow, rows: Sequence[Action], context: ActionContext) -> None:
        self._window = window
        self._rows = rows
        self._context = context
        self.by_id: Mapping[str, QAction] = {row.id: self._make(row) for row in rows}
        for menu in Menu:
            if menu.parent is None:
                self._fill(window.menuBar().addMenu(menu.label), menu)

    def enable(self, workbook: OpenWorkbook | None) -> None:
        """Enables what can be done now; None: no workbook is worked on."""
        for row in self._rows:
            self.by_id[row.id].setEnabled(row.is_possible(workbook))

    def name_steps(self, session: Session | None) -> None:
        """Names the steps that undo and redo would play ("Undo Add pro")."""
        labels = (session.undo_label, session.redo_label) if session is not None else (None, None)
        for name, label in zip(("undo", "redo"), labels, strict=True):
            words = text(f"action.{name}.named", step=for_menu(label)) if label else text(f"action.{name}")
            self.by_id[name].setText(words)

    def open_first(self) -> None:
        """Gives the keyboard to the menu bar."""
        # The bar remembers by itself what had the keyboard, and gives it back on Esc; not where it is handed the focus.
        bar = self._window.menuBar()
        bar.setActiveAction(bar.actions()[0])

    def pop_up(self, under: Under, where: QPoint) -> QMenu:
        """The context menu of what is under the pointer; it goes when it is closed.

        Args:
            under: what that is.
            where: the point, in global pixels.
        """
        possible = [row for row in self._rows if row.under & under and self.by_id[row.id].isEnabled()]
        actions: dict[Menu, list[QAction]] = {}
        for row in possible:
            actions.setdefault(row.menu, []).append(self.by_id[row.id])
        menu = context_menu(self._window, actions)
        menu.popup(where)
        return menu

    def serve(self, widget: QWidget, scope: Scope) -> None:
        """Lets the keys of a scope act while this widget has the keyboard."""
        widget.addActions([self.by_id[row.id] for row in self._rows if row.scope is scope])

    def _make(self, row: Action) -> QAction:
        action = QAction(row.text, self._window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(_CONTEXTS[row.scope])
        action.triggered.connect(lambda _checked: row.run(self._context))
        return action

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        """Puts the rows of a menu into it; a menu inside it stands where the first of its own rows does."""
        shown.setObjectName(menu.value)
        inside: set[Menu] = set()
        for row in self._rows:
            if row.menu is menu:
                if row.starts_group:
                    shown.addSeparator()
                shown.addAction(self.by_id[row.id])
            elif row.menu.parent is menu and row.menu not in inside:
                inside.add(row.menu)
                self._fill(shown.addMenu(row.menu.label), row.menu)
