"""What can be under the pointer, and the menu that opens there: what can be done with that now."""

from collections.abc import Mapping, Sequence
from enum import Flag, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.shell.actions.menu_tree import Menu

# These stand by themselves, where they are many.
_SUBMENUS: Final = frozenset({Menu.INSERT, Menu.CARD})
_MOST_INLINE: Final = 3


class Under(Flag):
    """What was under the pointer when a context menu was asked for."""

    NOTHING = 0
    MAP = auto()  # no card
    CARD = auto()  # a card that is no pro or con
    ARGUMENT = auto()  # a pro, a con or evidence
    MAP_LIST = auto()  # a map in the list of maps


ANY_CARD: Final = Under.CARD | Under.ARGUMENT


def context_menu(parent: QWidget, actions_by_menu: Mapping[Menu, Sequence[QAction]]) -> QMenu:
    """A menu of actions, which goes when it is closed.

    Args:
        parent: the window.
        actions_by_menu: those that can be done, by the menu of the window in which they stand, in order.
    """
    shown = QMenu(parent)
    for menu, actions in actions_by_menu.items():
        if menu in _SUBMENUS and len(actions) > _MOST_INLINE:
            shown.addMenu(menu.label).addActions(actions)
        else:
            shown.addSeparator()
            shown.addActions(actions)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return shown
