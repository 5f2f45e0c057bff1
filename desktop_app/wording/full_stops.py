"""Full stops behind words that somebody typed."""

from typing import Final

_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟")


def ended(text: str) -> str:
    """A text with a full stop, unless it ends in a mark of its own: "1,2 Mio.", "Who pays?"."""
    said = text.rstrip()
    return said if not said or said.endswith(_ENDS) else f"{said}."
