"""Starts the window: application object, look, what happens when something unexpected breaks."""

import logging
import sys
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.base.log_tail import keep_log_tail
from desktop_app.ui.shell.bug_report import BugReporter
from desktop_app.ui.shell.garbage_collection import collect_between_events
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.widgets import theme

_LOG = logging.getLogger(__name__)
# The desktop entry of packaging/linux: Wayland finds the icon of a window, and groups windows, by this name alone.
DESKTOP_FILE_NAME: Final = "org.steelyard.Steelyard"


def make_application(arguments: list[str]) -> QApplication:
    """The application object, with our look."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(arguments)
    app.setApplicationName("steelyard")
    app.setApplicationDisplayName("Steelyard")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_FILE_NAME)
    settings = Settings()
    theme.apply(app, theme.known_theme(settings.theme))
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
    collect_between_events()
    settings = Settings()
    reporter = BugReporter(log=keep_log_tail())
    _LOG.info("Steelyard %s began on %s", __version__, sys.platform)
    sys.excepthook = reporter.report
    window = MainWindow(settings)
    window.document_changed.connect(reporter.follow)
    reporter.anew_asked.connect(window.show_anew)
    window.show()
    # Nothing that is remembered, named or broken may keep the window from showing.
    QTimer.singleShot(0, window, partial(_begin, window, settings, path, example=example))
    return app.exec()


def _begin(window: MainWindow, settings: Settings, path: Path | None, *, example: bool) -> None:
    if example:
        window.files.open_example()
    elif path is not None:
        window.files.open_path(path)
    elif settings.reopens_last and settings.left_open is not None:
        window.files.open_again(settings.left_open)
