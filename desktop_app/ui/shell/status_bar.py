"""The line at the bottom: that every change is saved, what the map holds, the zoom, and a running export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from desktop_app.model import reads
from desktop_app.model.records import CardKind
from desktop_app.ui.widgets.perspective_button import PerspectiveButton
from desktop_app.ui.widgets.text import PlainLabel, ShortLabel
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.wording.sentence import text


class StatusBar(QStatusBar):
    """The status of the window.

    Signals:
        cancel_asked: the running export is to stop.
        perspectives_asked: perspectives are to be added or renamed.
        retry_asked: texts that were refused are to be handed over once more.
    """

    cancel_asked = Signal()
    perspectives_asked = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = ShortLabel("")
        self.retry = QPushButton(text("field.retry"))
        self.retry.setObjectName("quiet")
        self.retry.clicked.connect(self.retry_asked)
        self._counts = PlainLabel("")
        self._pages = PlainLabel("")
        self._message = ShortLabel("")
        self._step = PlainLabel("")
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName(text("status.progress"))
        self._cancel = QPushButton(text("status.cancel"))
        self._cancel.setObjectName("quiet")
        self._cancel.clicked.connect(self.cancel_asked)
        self.perspective = PerspectiveButton()
        self.perspective.editing_asked.connect(self.perspectives_asked)
        self.zoom = PlainLabel("")
        # What is said takes the room that is left, and asks for none.
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._saved)
        self.addWidget(self.retry)
        self.addWidget(self._counts)
        self.addWidget(self._pages)
        self.addWidget(self._message, 1)
        for widget in (self._step, self._progress, self._cancel, self.perspective, self.zoom):
            self.addPermanentWidget(widget)
        self.end_progress()

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Says how things stand with a workbook, or nothing."""
        has_map = workspace is not None and workspace.view.map_id is not None
        is_brief = workspace is not None and workspace.view.page is Page.BRIEF
        self._pages.setVisible(is_brief)
        self._counts.setVisible(not is_brief)
        self.perspective.show_workspace(workspace if has_map else None)
        self._show_saved(workspace)
        if workspace is None and self._progress.isHidden():
            # What was said of a workbook is not said of the next.
            self._message.say("")
        if workspace is None or not has_map:
            self._counts.setText("")
            return
        document = workspace.document
        cards = reads.cards(document, workspace.map_id)
        options = sum(1 for card in cards if card.kind is CardKind.OPTION)
        criteria = len(reads.criteria(document, workspace.map_id))
        counted = [
            text("status.cards", count=len(cards)),
            text("status.criteria", count=criteria),
            text("status.options", count=options),
        ]
        results = workspace.results
        if results.arguments and not hides_numbers(workspace):
            counted.append(text("status.weighed", weighed=results.weighed, count=len(results.arguments)))
        self._counts.setText(" · ".join(counted))

    def _show_saved(self, workspace: Workspace | None) -> None:
        """Says what the last write said, and whether texts wait that were refused."""
        words, details = _saved_words(workspace) if workspace is not None else ("", "")
        self._saved.setText(words)
        # What to do about it is said where there is room.
        self._saved.setAccessibleDescription(details)
        is_trouble = workspace is not None and (workspace.write_error is not None or bool(workspace.pending.not_taken))
        if self._saved.objectName() != ("warning" if is_trouble else ""):
            self._saved.setObjectName("warning" if is_trouble else "")
            self._saved.style().unpolish(self._saved)
            self._saved.style().polish(self._saved)
        waiting = workspace.pending.not_taken if workspace is not None else []
        self.retry.setVisible(any(pending.can_be_retried for pending in waiting))

    @property
    def saved(self) -> str:
        """What is said of the last write."""
        return self._saved.text()

    def show_pages(self, current: int, count: int) -> None:
        """Says which page of the brief is in view, from 0; shown in place of what the map holds."""
        self._pages.setText(text("brief.page", page=current + 1, count=count) if count else "")

    def show_zoom(self, zoom: float | None) -> None:
        """Shows the zoom of the canvas or of the pages."""
        self.zoom.setText(f"{round(zoom * 100)} %" if zoom is not None else "")

    def show_progress(self, share: float, step: str) -> None:
        """Shows how far an export is: a share 0…1, and what is being done."""
        self._progress.setValue(round(share * 100))
        self._step.say(step)
        for widget in (self._step, self._progress, self._cancel):
            widget.show()

    def end_progress(self) -> None:
        """No export runs any more."""
        for widget in (self._step, self._progress, self._cancel):
            widget.hide()

    def show_message(self, words: str) -> None:
        """Says something in a sentence; the progress of an export stays."""
        self._message.say(words)

    @property
    def message(self) -> str:
        """The last message."""
        return self._message.text()


def _saved_words(workspace: Workspace) -> tuple[str, str]:
    """What is said of the last write, and in more words."""
    reason, error, waiting = workspace.session.read_only_reason, workspace.write_error, workspace.pending.not_taken
    if reason is not None:
        return text("status.read_only", reason=reason.sentence), str(reason)
    if error is not None:
        return text("field.not_saved", error=error.sentence), str(error)
    if waiting:
        names = ", ".join(pending.target.name for pending in waiting)
        return text("status.texts_not_saved", count=len(waiting)), text("status.not_saved", names=names)
    return text("status.saved"), ""
