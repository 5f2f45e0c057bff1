"""The only makers of labels: a user's text is plain text, never markup, and hidden direction marks are shown."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

# Embeddings and overrides can make a title read as something else; controls cannot be seen at all.
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

_LONG_WORD: Final = re.compile(r"\w{22}(?=\w{6})")


def visible(text: str) -> str:
    """The text with control characters and direction overrides replaced by a visible mark."""
    return _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str, most: int = 200) -> str:
    """The beginning of a text on one line, for lists, titles and menus."""
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def breakable(text: str) -> str:
    """The text with places at which words too long for a card may be broken; for labels that wrap only."""
    return _LONG_WORD.sub(lambda part: part[0] + "\N{ZERO WIDTH SPACE}", text)


def for_menu(text: str) -> str:
    """A text as a menu entry or button: ampersands do not become shortcuts."""
    return one_line(text, 60).replace("&", "&&")


class PlainLabel(QLabel):
    """A label that shows text as typed.

    Args:
        text: what it says.
        name: object name, which the style sheet knows.
        parent: the widget it lives in.
    """

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if name:
            self.setObjectName(name)
        self.setWordWrap(wraps)

    def say(self, text: str) -> None:
        """Shows a user's text, with hidden marks made visible."""
        self.setText(visible(text))
