"""Tries what Qt needs to reach a screen before Qt does, because Qt aborts the whole program where it is missing."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

from desktop_app.base.qt_libraries import lacking
from desktop_app.base.qt_trouble import library_missing


def check_screen_plugin() -> None:
    """Loads the plugin through which Qt will reach the screen; one that can be loaded is enough.

    Raises:
        QtMissingError: the system lacks a library of each plugin that Qt may choose.
    """
    if not sys.platform.startswith("linux"):
        return
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    files = [path for name in platform_names(os.environ) for path in sorted(folder.glob(f"libq{name}*.so"))]
    missing = [library for path in files if (library := lacking(str(path))) is not None]
    if missing and len(missing) == len(files):
        raise library_missing(missing[0], window=True)


def platform_names(environment: Mapping[str, str]) -> list[str]:
    """The platforms among which Qt chooses, by the environment: those that are asked for, or those of the session."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";") if name]
    session = (("WAYLAND_DISPLAY", "wayland"), ("DISPLAY", "xcb"))
    return [name for variable, name in session if environment.get(variable)]
