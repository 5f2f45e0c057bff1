"""The words by which headings say a side, language by language, and words as they are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from desktop_app.base.resources import resource

_QUOTES: Final = re.compile('["«»„“”‹›]')
# Soft hyphens, zero-width spaces, marks of direction: nobody sees them.
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")
"""One word, folded."""


@cache
def languages() -> Mapping[str, Mapping[str, object]]:
    """All that the file of words says, by language."""
    read: dict[str, dict[str, object]] = tomllib.loads(resource("incoming", "sides.toml").read_text(encoding="utf-8"))
    return read


def strings(items: object) -> tuple[str, ...]:
    """A list of the file."""
    assert isinstance(items, list)
    return tuple(str(item) for item in items)


def is_of(word: str, kind: str, language: str) -> bool:
    """Whether a folded word is of a kind in a language."""
    whole, begun = _kind(kind, language)
    return word in whole or word.startswith(begun)


def is_of_any(word: str, kind: str) -> bool:
    """Whether a folded word is of a kind in any language."""
    return any(is_of(word, kind, language) for language in languages())


@cache
def _kind(kind: str, language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a kind, and the beginnings of words."""
    words = [folded(word) for word in strings(languages()[language].get(kind, []))]
    begun = tuple(word.removesuffix("-") for word in words if word.endswith("-"))
    return frozenset(word for word in words if not word.endswith("-")), begun


def is_one_of(word: str, known: Sequence[str]) -> bool:
    """Whether a word is known, or begins as a known beginning does ("d'", "ل-")."""
    begun = tuple(item.rstrip("-") for item in known if item.endswith(("-", "'")))
    return word in known or any(word.startswith(item) and len(word) > len(item) + 1 for item in begun)


def folded(text: str) -> str:
    """A text without case, styles of letters, quotes and what is not seen."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _INVISIBLE.sub("", _QUOTES.sub("", plain))


def words_in(text: str) -> Iterator[str]:
    """The words of a text, folded."""
    return (match[0] for match in WORD.finditer(folded(text)))
