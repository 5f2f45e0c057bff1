"""The last lines of the program's log, kept in memory for the report of a fault and written nowhere.

What is logged is codes, counts, ids and sizes, never a person's words nor the names of their files.
"""

import logging
import time
from collections import deque
from typing import Final

from typing_extensions import override

_PROGRAM: Final = "desktop_app"
_MOST_LINES: Final = 200
_LONGEST_LINE: Final = 300


class LogTail(logging.Handler):
    """Keeps the last lines that were logged; may be logged to and read from any thread.

    Tracebacks are left out: what an error says may quote a person's words.

    Args:
        most: so many lines are kept, the latest.
        longest: so many characters of a line are kept; what is cut off ends in "…".
    """

    def __init__(self, most: int = _MOST_LINES, longest: int = _LONGEST_LINE) -> None:
        super().__init__(logging.INFO)
        self._kept: deque[str] = deque(maxlen=most)
        self._longest = longest

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            words = " ".join(record.getMessage().split())
        except Exception:  # noqa: BLE001  # as all handlers do: a line that cannot be formed stops nothing
            self.handleError(record)
            return
        at = time.strftime("%H:%M:%S", time.localtime(record.created))
        line = f"{at} {record.levelname} {record.name.removeprefix(f'{_PROGRAM}.')}: {words}"
        # Whoever calls this holds the handler's lock.
        self._kept.append(line if len(line) <= self._longest else f"{line[: self._longest - 1]}…")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are kept, the earliest first, each "HH:MM:SS LEVEL module: words" in local time."""
        self.acquire()
        try:
            return tuple(self._kept)
        finally:
            self.release()


def keep_log_tail() -> LogTail:
    """Begins to keep what the program logs from level INFO on; called once, when the window starts."""
    tail = LogTail()
    log = logging.getLogger(_PROGRAM)
    log.addHandler(tail)
    log.setLevel(logging.INFO)
    return tail
