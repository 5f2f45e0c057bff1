"""Full stops behind words that somebody typed."""

from typing import Final

_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟")


def ended(text: str) -> str:
    """A text with a full stop, unless it ends in a mark of its own: "1,2 Mio.", "Who pays?"."""
    words = text.rstrip()
    return words if not words or words.endswith(_ENDS) else f"{words}."
