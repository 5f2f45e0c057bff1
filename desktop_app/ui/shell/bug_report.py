"""What is said when something unexpected breaks: whether the last action is saved, and a report to copy."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.base.log_tail import LogTail
from desktop_app.model.document import Document
from desktop_app.model.errors import ChangeNotFollowedError
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.wording.sentence import say, spoken

_LOG = logging.getLogger(__name__)
_FAULT = say("bug_report.fault")
_NOT_DONE = say("bug_report.not_done")
_SAVED = say("bug_report.saved")
_BESIDE = say("bug_report.beside")
_PRIVACY = say("bug_report.privacy")


class BugReporter(QObject):
    """Logs unexpected errors and shows them, once what is going on is over; the session stays open.

    Whether an action was written is read off the document: its revision when the event loop last woke, and now. Errors
    come from any thread and are shown by the reporter's own, the only one in which workbooks are written.

    Args:
        parent: as Qt has it.
        log: whose last lines go into the report; None for a report without.

    Signals:
        anew_asked: the screens are to be made again from the records.
    """

    anew_asked = Signal()
    _reported = Signal(str, object)  # what is to be shown, and whether the action was written

    def __init__(self, parent: QObject | None = None, *, log: LogTail | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._document: Document | None = None
        self._revision = 0
        self._waiting: list[str] = []
        self._is_saved: bool | None = None
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._on_awake)

    def follow(self, document: Document | None) -> None:
        """From now on this is the document of which it is said whether it is saved."""
        self._document = document
        self._on_awake()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes an error that nobody caught, in any thread; serves as `sys.excepthook`."""
        text = "".join(traceback.format_exception(kind, error, trace))
        # What an error says may quote the workbook: it is shown, and the log gets its kind alone.
        _LOG.error("unexpected error: %s", kind.__name__)
        if sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(text)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        is_saved: bool | None = None
        if QThread.currentThread() is self.thread():
            is_saved = isinstance(error, ChangeNotFollowedError) or self._was_written()
        self._reported.emit(text, is_saved)

    def _was_written(self) -> bool:
        return self._document is not None and self._document.revision != self._revision

    def _on_awake(self) -> None:
        if self._document is not None:
            self._revision = self._document.revision

    def _on_reported(self, text: str, is_saved: bool | None) -> None:  # noqa: FBT001
        self._waiting.append(text)
        if is_saved is not None:
            self._is_saved = self._is_saved or is_saved
        if len(self._waiting) == 1:
            # A dialog runs events: whoever else follows the same change must have been told before.
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        text, is_saved = "\n".join(self._waiting), self._is_saved
        if self._log is not None:
            text = "\n".join((text, str(say("bug_report.log")), *self._log.lines))
        self._waiting, self._is_saved = [], None
        dialog = BugReport(text, is_saved=is_saved, has_workbook=self._document is not None)
        dialog.anew_asked.connect(self.anew_asked)
        dialog.exec()
        dialog.deleteLater()


class BugReport(QDialog):
    """Says that something unexpected happened, with a report to copy.

    Args:
        text: the tracebacks, and the last lines of the log.
        is_saved: whether the last action is on disk; None: the fault has nothing to do with one.
        has_workbook: whether there is one to speak of.

    Signals:
        anew_asked: the screens are to be made again from the records.
    """

    anew_asked = Signal()

    def __init__(self, text: str, *, is_saved: bool | None, has_workbook: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setWindowTitle(str(say("bug_report.title")))
        report = f"Steelyard {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{text}"
        known = [_BESIDE if is_saved is None else _SAVED if is_saved else _NOT_DONE] if has_workbook else []
        self.words = PlainLabel(spoken([_FAULT, *known, _PRIVACY]), wraps=True)
        view = QPlainTextEdit(report)
        view.setReadOnly(True)
        view.setAccessibleName(str(say("bug_report.report")))
        copy, close = QPushButton(str(say("bug_report.copy"))), QPushButton(str(say("bug_report.close")))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        if is_saved and has_workbook:
            anew = QPushButton(str(say("bug_report.anew")))
            anew.clicked.connect(self.accept)
            anew.clicked.connect(self.anew_asked)
            buttons.addWidget(anew)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(view, 1)
        column.addLayout(buttons)
        self.resize(720, 420)
