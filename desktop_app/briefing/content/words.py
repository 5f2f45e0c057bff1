"""What the brief says by itself: headings and labels in the language of the document, from files of strings."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from desktop_app.base.resources import resource

LANGUAGES: Final = ("en", "de", "uk", "ar")
_FROM_RIGHT: Final = frozenset({"ar", "he", "fa", "ur"})
_FALLBACK: Final = "en"


class Words:
    """The strings of one language; what it lacks is said in English.

    Attributes:
        language: two letters, of the strings; not always that of the document.
    """

    def __init__(self, language: str, strings: Mapping[str, str]) -> None:
        self.language = language
        self._strings = strings

    def __getitem__(self, key: str) -> str:
        return self._strings[key]

    def say(self, key: str, **values: object) -> str:
        """A string with values put in its places."""
        return self._strings[key].format(**values)


def words_in(language: str) -> Words:
    """The strings for a document.

    Args:
        language: an IETF tag ("de-AT"); a language without a file is served in English.
    """
    primary = language.partition("-")[0].lower()
    return _read(primary if primary in LANGUAGES else _FALLBACK)


def is_from_right(language: str) -> bool:
    """Whether a language, an IETF tag, is written from the right."""
    return language.partition("-")[0].lower() in _FROM_RIGHT


@cache
def _read(language: str) -> Words:
    strings = _strings(_FALLBACK)
    return Words(language, strings | _strings(language))


def _strings(language: str) -> dict[str, str]:
    text_by_key = json.loads(resource("briefing", "words", f"{language}.json").read_text(encoding="utf-8"))
    return {str(key): str(text) for key, text in text_by_key.items()}
