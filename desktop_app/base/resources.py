"""Finds the files that ship with the program, in a checkout, a wheel and a frozen build alike."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    message = f"no resources folder beside {package}: the installation is incomplete"
    raise FileNotFoundError(message)


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, for example ``resource("fonts", "SteelyardSans-Regular.otf")``.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        message = f"{'/'.join(parts)} is missing from the installation"
        raise FileNotFoundError(message)
    return path
