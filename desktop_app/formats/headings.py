"""The colon at the end of a heading."""

from typing import Final

_COLONS: Final = (":", "\N{FULLWIDTH COLON}")


def has_colon(line: str) -> bool:
    """Whether a line ends as headings of lists do."""
    return line.rstrip().endswith(_COLONS)


def without_colon(line: str) -> str:
    """A heading's words."""
    return line.strip().rstrip("".join(_COLONS)).rstrip()
