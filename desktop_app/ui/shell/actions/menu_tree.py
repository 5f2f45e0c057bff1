"""Where actions stand and where their keys act."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.wording.sentence import text


class Menu(Enum):
    """The menus in their order, each before those inside it."""

    FILE = "file"
    EXPORT = "export"
    EDIT = "edit"
    PASTE = "paste"
    INSERT = "insert"
    CARD = "card"
    WEIGH = "weigh"
    CRITERIA = "criteria"
    BRIEF = "brief"
    VIEW = "view"
    FOLD = "fold"
    ZOOM = "zoom"
    THEME = "theme"
    HELP = "help"

    @property
    def parent(self) -> "Menu | None":
        """The menu inside which it stands; None: it stands in the menu bar."""
        return _PARENTS.get(self)

    @property
    def label(self) -> str:
        """Its title; the letter after ``&`` opens it, with Alt where it stands in the menu bar."""
        return text(f"menu.{self.value}")

    @property
    def title(self) -> str:
        """The title without the mark of its letter."""
        return self.label.replace("&", "")


_PARENTS: Final[Mapping[Menu, Menu]] = MappingProxyType(
    {
        Menu.EXPORT: Menu.FILE,
        Menu.PASTE: Menu.EDIT,
        Menu.FOLD: Menu.VIEW,
        Menu.ZOOM: Menu.VIEW,
        Menu.THEME: Menu.VIEW,
    }
)


class Scope(Enum):
    """What has to have the keyboard for the keys of an action to act."""

    WINDOW = auto()  # anything
    CARDS = auto()  # a map or an outline; text fields keep their keys
    MATRIX = auto()  # something in the matrix
    SECTIONS = auto()  # the sections of the brief
    WORDS = auto()  # the editor of own words of the brief


class ServedActions(Protocol):
    """The actions of a window, as its pages use them.

    Attributes:
        by_id: each by its stable name.
    """

    by_id: Mapping[str, QAction]

    def serve(self, widget: QWidget, scope: Scope) -> None:
        """Lets the keys of a scope act while this widget has the keyboard."""
