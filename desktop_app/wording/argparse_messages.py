"""What argparse says by itself (usage, headings, wrong use) through our catalogs."""

import argparse
from typing import Final

from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.sentence import text

_KEYS: Final = (
    "argparse.ambiguous",
    "argparse.argument",
    "argparse.bad_choice",
    "argparse.bad_value",
    "argparse.error",
    "argparse.excluded",
    "argparse.explicit",
    "argparse.help",
    "argparse.lacks_value",
    "argparse.options",
    "argparse.positionals",
    "argparse.required",
    "argparse.unknown",
    "argparse.usage",
)
_KEYS_BY_ENGLISH: Final = {PATTERNS[key].text: key for key in _KEYS}


def translate_argparse() -> None:
    """Lets argparse, from here on, speak the language of the program."""
    # It looks its messages up by their English, in a gettext domain of the whole process, by this name.
    argparse._ = _translated  # type: ignore[attr-defined]  # typeshed leaves it out


def _translated(message: str | None) -> str | None:
    """A message of argparse in the active language; one that the catalogs do not know stays as it is."""
    stem = (message or "").rstrip()
    key = _KEYS_BY_ENGLISH.get(stem)
    return message if message is None or key is None else text(key) + message[len(stem) :]
