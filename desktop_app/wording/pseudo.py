"""A language made of English: accented letters and 40 % more of them, so that one sees which texts are translated.

Left alone is what is no word: values in braces, the key of a mnemonic (`&F`), format signs (`%d`, `%(prog)s`), tags and
entities of HTML, code between backticks, switches (`--json`), addresses.
"""

import re
from gettext import NullTranslations
from typing import Final

from typing_extensions import override

_GROWTH: Final = 0.4
_ACCENTED: Final = str.maketrans(
    "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz",
    "ÅÇĐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçđéĝĥîĵķļñöŕšţûŵýž",
)
_VOWELS: Final = "ÅÉÎÖÛÝåéîöûý"
_LEFT_ALONE: Final = re.compile(
    r"\{\{|\}\}|\{[^{}]*\}"  # braces and values
    r"|`[^`]*`"  # code
    r"|</?\w[^<>]*>|&#?\w+;"  # tags and entities
    r"|&&|&\w"  # mnemonics
    r"|%(?:\(\w+\))?[a-zA-Z%]|%n\b"  # format signs
    r"|\w+://\S+|(?<!\w)--?[a-z][\w-]*"  # addresses, switches
)
_PARTS: Final = re.compile(rf"({_LEFT_ALONE.pattern})")


class PseudoTranslations(NullTranslations):
    """English in disguise, made where it is asked for."""

    @override
    def pgettext(self, context: str, message: str) -> str:
        """The text of a key, disguised."""
        return disguised(message)

    @override
    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The text of a key for a count, disguised."""
        return disguised(msgid1 if n == 1 else msgid2)


def disguised(text: str) -> str:
    """An English text with accents, grown by repeated vowels, or by a tail where it has none."""
    parts: list[str] = _PARTS.split(text)
    words = parts[::2]
    letters = sum(character.isalpha() for part in words for character in part)
    if not letters:
        return text
    accented = [part.translate(_ACCENTED) for part in words]
    vowels = sum(character in _VOWELS for part in accented for character in part)
    wanted = max(1, round(letters * _GROWTH))
    if vowels:
        parts[::2] = _stretched(accented, wanted, vowels)
        return "".join(parts)
    parts[::2] = accented
    return "".join(parts) + "~" * wanted


def _stretched(words: list[str], wanted: int, vowels: int) -> list[str]:
    """The parts with so many further vowels, spread evenly over those there are."""
    each, rest = divmod(wanted, vowels)
    seen = 0
    stretched = []
    for part in words:
        grown = ""
        for character in part:
            if character not in _VOWELS:
                grown += character
                continue
            seen += 1
            grown += character + character.lower() * (each + (seen <= rest))
        stretched.append(grown)
    return stretched
