"""Starts the window: application object, look, what happens when something unexpected breaks."""

import logging
import sys
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from desktop_app import __version__
from desktop_app.ui import theme
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from desktop_app.ui.widgets.text import PlainLabel

_LOG = logging.getLogger(__name__)


def make_application(arguments: list[str]) -> QApplication:
    """The application object, with our look."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(arguments)
    app.setApplicationName("steelyard")
    app.setApplicationDisplayName("Steelyard")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("steelyard")
    settings = Settings()
    theme.apply(app, theme.known(settings.theme))
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
    window = MainWindow(settings)
    sys.excepthook = _report_bug
    window.show()
    # Nothing that is remembered, named or broken may keep the window from showing.
    QTimer.singleShot(0, window, partial(_begin, window, settings, path, example=example))
    return app.exec()


def _begin(window: MainWindow, settings: Settings, path: Path | None, *, example: bool) -> None:
    if example:
        window.open_example()
    elif path is not None:
        window.open_path(path)
    elif settings.reopens_last and settings.left_open is not None:
        window.open_again(settings.left_open)


def _report_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Logs a bug and shows a report that can be copied; the session stays open, as every edit rolls back whole."""
    text = "".join(traceback.format_exception(kind, error, trace))
    _LOG.error("unexpected error\n%s", text)
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    BugReport(text).exec()


class BugReport(QDialog):
    """Says that something unexpected happened, with a report to copy."""

    def __init__(self, text: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self.setWindowTitle("Something unexpected happened")
        report = f"Steelyard {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{text}"
        words = PlainLabel(
            "This is a fault of the program, not yours. Your last action was not carried out; everything before it"
            " is saved. The report below holds no text of your workbook beyond what the fault itself names.",
            wraps=True,
        )
        view = QPlainTextEdit(report)
        view.setReadOnly(True)
        copy, close = QPushButton("Copy the report"), QPushButton("Go on")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(view, 1)
        column.addLayout(buttons)
        self.resize(720, 420)
