"""What is said where Qt cannot be loaded: one line with the packages by name, in place of a traceback or an abort."""

from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.base.qt_libraries import FOR_DRAWING, FOR_WINDOWS, missing_libraries, named_library, packages_of
from desktop_app.wording.sentence import say

_PACKAGES: Final = frozenset({"PySide6", "shiboken6"})


class QtMissingError(AppError):
    """Qt, or a library of the system that it needs, is not there."""

    default_code = "qt-missing"


def qt_trouble(error: ImportError, *, window: bool) -> QtMissingError | None:
    """What a failed import says about Qt; None where it failed for another reason.

    Args:
        error: as Python raised it.
        window: whether a window is wanted, which needs more than drawing does.
    """
    package = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError):
        if package not in _PACKAGES:
            return None
        return QtMissingError(say("error.qt.not_installed", package=package), say("remedy.install_program_again"))
    # Of a compiled module that cannot be loaded, Python gives the last part of the name alone, and where it lies.
    if error.path is not None and not _PACKAGES.intersection(Path(error.path).parts):
        return None
    library = named_library(str(error))
    return None if library is None else library_missing(library, window=window)


def library_missing(library: str, *, window: bool) -> QtMissingError:
    """The trouble of a library that Qt cannot load; names whatever else is missing, so that one remedy is enough.

    Args:
        library: that the loader asked for.
        window: whether a window is wanted, which needs more than drawing does.
    """
    needed = [*FOR_DRAWING, *FOR_WINDOWS] if window else [*FOR_DRAWING]
    missing = sorted({library, *missing_libraries(needed)})
    packages = " ".join(sorted(names[-1] for names in packages_of(missing)))
    remedy = say("remedy.install_packages", packages=packages) if packages else say("remedy.install_package")
    return QtMissingError(say("error.qt.library_missing", missing=", ".join(missing)), remedy)
