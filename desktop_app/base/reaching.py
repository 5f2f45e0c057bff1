"""Whether files can be reached, asked so that a dead network drive keeps nobody waiting."""

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.wording.sentence import say

# Holds the sentence: `str()` gives its words when somebody asks.
NO_ANSWER: Final = TimeoutError(say("reason.no_answer"))

PATIENCE_S: Final = 0.3
"""How long a list of files waits for what is said of them, in seconds: disks answer at once."""


class NotReachableError(AppError):
    """A file cannot be looked at where it was."""

    default_code = "not-reachable"


def trouble_with(paths: Iterable[Path], within_s: float) -> Mapping[Path, OSError | None]:
    """What keeps files from being reached.

    Args:
        paths: any paths, also such as no system could have made.
        within_s: how long to wait for all of them together, in seconds.

    Returns:
        For each path what the system says against it, `NO_ANSWER` when it has said nothing yet, or None.
    """
    asked = list(dict.fromkeys(paths))
    trouble_by_path: dict[Path, OSError | None] = {}

    def ask() -> None:
        for path in asked:
            trouble_by_path[path] = _trouble_with(path)

    # A thread that hangs in the system cannot be stopped; it is left behind and ends with the program.
    asking = threading.Thread(target=ask, name="reaching", daemon=True)
    asking.start()
    asking.join(within_s)
    return {path: trouble_by_path.get(path, NO_ANSWER) for path in asked} if asking.is_alive() else trouble_by_path


def is_gone(trouble: OSError | None) -> bool:
    """Whether a file is surely not there; one that could not be looked at may be, and opening it says more."""
    return trouble is not None and trouble is not NO_ANSWER and not isinstance(trouble, PermissionError)


def _trouble_with(path: Path) -> OSError | None:
    try:
        path.stat()
    except OSError as error:
        return error
    except ValueError as error:
        # A name with a null in it.
        return OSError(str(error))
    return None
