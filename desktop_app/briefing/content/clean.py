"""Makes people's text fit for print: controls and disguises become a visible sign, as does what has no glyph."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_LONGEST: Final = 20_000
_LONGEST_URL: Final = 2_000
# Embeddings and overrides make text read otherwise than it is; marks and isolates stay.
_DISGUISES: Final = re.compile("[\u202a-\u202e\ufff9-\ufffb]")
_MARK: Final = "\ufeff"  # of byte order: says nothing inside a text
# What XML, HTML and readers of plain text cannot take: controls but tab and line feed, surrogates, non-characters.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("[\t\r\n\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN: Final = frozenset({"Cc", "Cs", "Co", "Cn"})  # controls, surrogates, private use, unassigned
_SAFE_URL: Final = re.compile(r"(?i)(?:https?://|mailto:)[^\s<>\"]+")
# A word too long for a narrow column may be broken after so many characters; addresses stay whole.
_ENDLESS: Final = re.compile(r"\S{29,}")
_PIECE: Final = re.compile(r"(\S{14})(?=\S)")
_ADDRESS_KEYS: Final = frozenset({"u", "url"})
# Every printed line ends up here; most are of nothing but these.
_HARMLESS: Final = re.compile(r"[ -~]*")


class Cleaner:
    """Cleans strings and remembers what had no glyph.

    Args:
        has_glyph: whether a shipped font can show a character.

    Attributes:
        missing: characters that were replaced.
    """

    def __init__(self, has_glyph: Callable[[str], bool]) -> None:
        self._has_glyph = has_glyph
        self.missing: set[str] = set()

    def text(self, text: str) -> str:
        """A text on one line, fit for print."""
        if len(text) <= _LONGEST and _HARMLESS.fullmatch(text) is not None:
            return text
        told = _DISGUISES.sub(REPLACEMENT, text.replace(_MARK, ""))
        flat = unicodedata.normalize("NFC", _LINE_ENDS.sub(" ", told))[:_LONGEST]
        return "".join(self._shown(character) for character in flat)

    def everything(self, value: Json) -> Json:
        """The same structure with every text in it cleaned; keys are ours and stay."""
        if isinstance(value, str):
            return _ENDLESS.sub(_breakable, self.text(value))
        if isinstance(value, list):
            return [self.everything(item) for item in value]
        if isinstance(value, dict):
            return {
                key: self.text(item) if key in _ADDRESS_KEYS and isinstance(item, str) else self.everything(item)
                for key, item in value.items()
            }
        return value

    def _shown(self, character: str) -> str:
        if " " <= character <= "~":
            return character
        kind = unicodedata.category(character)
        if kind in _UNSEEN:
            return REPLACEMENT
        is_invisible = kind == "Cf" or "\ufe00" <= character <= "\ufe0f"
        if is_invisible or self._has_glyph(character):
            return character
        self.missing.add(character)
        return REPLACEMENT


def _breakable(word: re.Match[str]) -> str:
    """A word with places where it may be broken, none of them seen or read."""
    return _PIECE.sub("\\1\N{ZERO WIDTH SPACE}", word[0])


def visible(text: str) -> str:
    """A text with a sign in place of everything that would be unseen, read otherwise than it is, or refused.

    For formats that set their own type: no character is replaced for want of a glyph, and line feeds stay.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(_MARK, "")
    return _UNFIT.sub(REPLACEMENT, lines)


def safe_url(url: str) -> str | None:
    """The address if it may become a link: web or mail, of reasonable length; else None."""
    return url if len(url) <= _LONGEST_URL and _SAFE_URL.fullmatch(url) is not None else None


def as_marking(classification: str) -> str:
    """A classification as it is marked at head and foot of pages: in capitals, on one line."""
    return " ".join(classification.split()).upper()
