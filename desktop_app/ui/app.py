"""Starts the window: application object, look, what happens when something unexpected breaks."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.ui import theme
from desktop_app.ui.bug_report import BugReporter
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings

# The desktop entry of packaging/linux: Wayland finds the icon of a window, and groups windows, by this name alone.
DESKTOP_FILE_NAME: Final = "org.steelyard.Steelyard"


def make_application(arguments: list[str]) -> QApplication:
    """The application object, with our look."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments)
    app.setApplicationName("steelyard")
    app.setApplicationDisplayName("Steelyard")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_FILE_NAME)
    settings = Settings()
    theme.apply(app, settings.theme or theme.wanted_by_system())
    return app


def run(path: Path | None, *, example: bool) -> int:
    """Opens the window and stays until it is closed.

    Args:
        path: a workbook to open; None shows the welcome screen.
        example: opens the example instead.

    Returns:
        The exit code.
    """
    app = make_application(sys.argv[:1])
    settings = Settings()
    reporter = BugReporter()
    sys.excepthook = reporter.report
    window = MainWindow(settings)
    window.document_changed.connect(reporter.follow)
    reporter.anew_asked.connect(window.show_anew)
    if example:
        window.open_example()
    elif path is not None:
        window.open_path(path)
    elif settings.reopens_last and settings.left_open is not None and settings.left_open.exists():
        window.open_path(settings.left_open)
    window.show()
    return app.exec()
