"""Which libraries of the system Qt loads on Linux, and the Debian packages that have them.

Only the standard library is imported: `dev.py` reads this before anything is installed.
"""

import ctypes
import re
from collections.abc import Iterable, Mapping
from typing import Final

# The package that has each library, by all its names, the newest first.
FOR_DRAWING: Final[Mapping[str, tuple[str, ...]]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libxkbcommon.so.0": ("libxkbcommon0",),
}
# Beside those, where there is a screen.
FOR_WINDOWS: Final[Mapping[str, tuple[str, ...]]] = {
    "libxcb.so.1": ("libxcb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}
_KNOWN: Final = {**FOR_DRAWING, **FOR_WINDOWS}
# How the loader of Linux puts it: "libEGL.so.1: cannot open shared object file: No such file or directory".
_MISSING: Final = re.compile(r"(lib[\w.+-]+): cannot open shared object file")


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    """Those of some libraries that cannot be loaded here, in their order, once each.

    Where one is there and another that it needs is not, as beside a frozen program, the other one is listed.
    """
    return list(dict.fromkeys(missing for library in libraries if (missing := lacking(library)) is not None))


def named_library(words: str) -> str | None:
    """The library that the loader says it cannot find; None where its words are about something else."""
    named = _MISSING.search(words)
    return None if named is None else named[1]


def packages_of(libraries: Iterable[str]) -> list[tuple[str, ...]]:
    """The packages that have these libraries, each by all its names; libraries that are not known here are left out."""
    return [_KNOWN[library] for library in libraries if library in _KNOWN]


def lacking(library: str) -> str | None:
    """What the system lacks to load a library: itself, or another one that it needs; None where nothing is missing.

    Args:
        library: its name, or the path of its file.
    """
    try:
        ctypes.CDLL(library)
    except OSError as error:
        # In a frozen program, the loader's own words are the cause of the error.
        return named_library(str(error.__cause__ or error))
    return None
