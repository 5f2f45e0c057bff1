"""Lines of an article in which nothing heads anything: code between fences, comments, what a file says of itself."""

import re
from collections.abc import Sequence
from typing import Final

FENCE: Final = re.compile(r"[ \t]*(?:(`{3,})[^`]*|(~{3,}).*)")
FRONT_MATTER: Final = ("---", "+++")
_META_LINE: Final = re.compile(r"[\w-]+[ \t]*[:=].*")
_COMMENT: Final = ("<!--", "-->")
_BARE_FENCE: Final = re.compile(r"[ \t]*(`{3,}|~{3,})")
_SHORTEST_FENCE: Final = 3


class QuotedLines:
    """Finds what is quoted in the lines of one text, each without white space behind it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._last_comment = max((at for at, line in enumerate(lines) if _COMMENT[1] in line), default=-1)
        # How long the longest fence is that could end what begins on the line above, for each sign.
        self._ends: list[dict[str, int]] = [{}] * (len(lines) + 1)
        for at in range(len(lines) - 1, -1, -1):
            fence = _BARE_FENCE.fullmatch(lines[at])
            below = self._ends[at + 1]
            if fence is not None and len(fence[1]) > below.get(fence[1][0], 0):
                below = {**below, fence[1][0]: len(fence[1])}
            self._ends[at] = below

    def end_of(self, place: int) -> int | None:
        """The place behind what is quoted from this line on; None when the line begins nothing that ends."""
        lines, line = self._lines, self._lines[place]
        if place == 0 and line in FRONT_MATTER and len(lines) > 1 and _META_LINE.fullmatch(lines[1]) is not None:
            return next((at + 1 for at in range(1, len(lines)) if lines[at] == line), None)
        fence = FENCE.fullmatch(line)
        if fence is not None and not self._underlines(place):
            return self._end_of_fence(place, fence[1] or fence[2])
        if line.lstrip().startswith(_COMMENT[0]) and place <= self._last_comment:
            return next(at + 1 for at in range(place, len(lines)) if _COMMENT[1] in lines[at])
        return None

    def _underlines(self, place: int) -> bool:
        """Whether what looks like a fence underlines the title above it, as in reStructuredText."""
        bare = _BARE_FENCE.fullmatch(self._lines[place])
        if bare is None or place == 0 or not self._lines[place - 1]:
            return False
        return bare[1][0] == "~" or len(bare[1]) > _SHORTEST_FENCE

    def _end_of_fence(self, place: int, opening: str) -> int | None:
        if self._ends[place + 1].get(opening[0], 0) < len(opening):
            return None
        return next(
            at + 1
            for at in range(place + 1, len(self._lines))
            if (match := _BARE_FENCE.fullmatch(self._lines[at])) is not None and match[1].startswith(opening)
        )
