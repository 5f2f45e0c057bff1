"""A person's text as it is shown: on one line, without invisible marks, in its own direction. Never markup."""

import re
from typing import Final
from unicodedata import bidirectional

# Embeddings and overrides can make a title read as something else; controls cannot be seen at all.
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

# Letters and numbers that run to the left, or stand among such.
_RUNS_LEFT: Final = frozenset({"R", "AL", "AN"})

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


def runs_left(text: str) -> bool:
    """Whether any letter of a text is read from the right."""
    return not (text.isascii() or _RUNS_LEFT.isdisjoint(map(bidirectional, text)))


def isolate(text: str) -> str:
    """The text between marks that let it run in its own direction, whatever stands beside it."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
