"""Where actions stand and where their keys act."""

from collections.abc import Mapping
from enum import Enum, Flag, auto
from typing import Final, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.wording.sentence import text


class Menu(Enum):
    """The menus in their order."""

    FILE = "file"
    EDIT = "edit"
    INSERT = "insert"
    CARD = "card"
    WEIGH = "weigh"
    CRITERIA = "criteria"
    BRIEF = "brief"
    VIEW = "view"
    HELP = "help"

    @property
    def label(self) -> str:
        """Its title in the menu bar; the letter after ``&`` opens it with Alt."""
        return text(f"menu.{self.value}")

    @property
    def title(self) -> str:
        """The title without the mark of its letter."""
        return self.label.replace("&", "")


class Scope(Enum):
    """What has to have the keyboard for the keys of an action to act."""

    WINDOW = auto()  # anything
    CARDS = auto()  # a map or an outline; text fields keep their keys
    MATRIX = auto()  # something in the matrix
    SECTIONS = auto()  # the sections of the brief
    WORDS = auto()  # the editor of own words of the brief


class Under(Flag):
    """What was under the pointer when a context menu was asked for."""

    NOTHING = 0
    MAP = auto()  # no card
    CARD = auto()  # a card that is no pro or con
    ARGUMENT = auto()  # a pro, a con or evidence
    MAP_LIST = auto()  # a map in the list of maps


ANY_CARD: Final = Under.CARD | Under.ARGUMENT


class ServedActions(Protocol):
    """The actions of a window, as its pages use them.

    Attributes:
        by_id: each by its stable name.
    """

    by_id: Mapping[str, QAction]

    def serve(self, widget: QWidget, scope: Scope) -> None:
        """Lets the keys of a scope act while this widget has the keyboard."""
