"""Opening, making, copying and closing workbooks: one is open at a time, or none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app import samples
from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.briefing.formats import CARRYING
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.model.plans import Plan
from desktop_app.samples import Template
from desktop_app.session import Session
from desktop_app.ui.shell import new_workbook
from desktop_app.ui.shell.actions.menu_tree import ServedActions
from desktop_app.ui.shell.export_runner import ExportRunner
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.unsaved_texts import UnsavedTexts
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.workspace.view import Page
from desktop_app.wording.sentence import text


class WorkbookFiles(QObject):
    """The workbook that is open in a window, and how it comes to be another.

    Args:
        window: the parent of dialogs.
        settings: what is remembered of workbooks.
        unsaved: asks what becomes of texts before a workbook is left.
        runner: runs exports.

    Attributes:
        workbook: the one that is open, or None.
        actions: of the window; set once they are made.

    Signals:
        opened: a workbook has been opened: the `OpenWorkbook`, before the view on it is shown as it was kept.
        shown: it is shown as it was kept.
        closing: the open workbook is about to be closed.
        leaving: its screens are about to go; the workbook may stay open, to be shown anew.
        left: they are gone.
        closed: none is open any more, as the person asked.
        failed: an `AppError`.
        message: what to tell the person, in a sentence.
        text_chosen: the `Path` of a text that is to be sorted.
    """

    opened = Signal(object)
    shown = Signal(object)
    closing = Signal()
    leaving = Signal()
    left = Signal()
    closed = Signal()
    failed = Signal(object)
    message = Signal(str)
    text_chosen = Signal(object)

    actions: ServedActions

    def __init__(self, window: QWidget, settings: Settings, unsaved: UnsavedTexts, runner: ExportRunner) -> None:
        super().__init__(window)
        self.workbook: OpenWorkbook | None = None
        self._window = window
        self._settings = settings
        self._unsaved = unsaved
        self._runner = runner

    # --- opening and making --------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Opens a workbook, an export that carries one, or a text to be sorted; says whether a workbook was opened."""
        path = Path(path)
        if path.suffix.lower() in file_dialogs.TEXT_SUFFIXES:
            self.text_chosen.emit(path)
            return False
        if path.suffix.lower() in CARRYING:
            to = file_dialogs.ask_workbook_path(self._window, text("files.new_from", name=path.name))
            return to is not None and self._open(lambda: new_workbook.workbook_from_export(to, path))
        return self._open(lambda: Session.open(path))

    def open_again(self, path: Path) -> bool:
        """Opens what was open when the program ended; says why where that cannot be."""
        return self._open(lambda: new_workbook.workbook_left_open(path))

    def create_at(self, path: Path) -> bool:
        """Makes a new workbook with one empty map and opens it."""
        return self._open(lambda: new_workbook.empty_workbook(path, self._settings.author))

    def create_from(self, path: Path, template: Template) -> bool:
        """Makes a new workbook from a template and opens it where the template begins."""
        author = self._settings.author
        made = self._open(lambda: samples.create_from_template(path, template, author=author))
        if made and self.workbook is not None:
            self.workbook.workspace.view.show_page(Page(template.page))
        return made

    def make_from_plan(self, path: Path, title: str, plan: Plan) -> bool:
        """Makes a workbook whose one map is what a text asked for, and opens it."""
        return self._open(lambda: new_workbook.workbook_from_text(path, title, plan, self._settings.author))

    def take_plan(self, title: str, plan: Plan) -> bool:
        """Makes a map of what a text asked for: in the open workbook, or in a new one; says whether it was made.

        A new one where none is open, or the open one cannot be changed.
        """
        workbook = self.workbook
        if workbook is None or workbook.is_read_only:
            path = file_dialogs.ask_workbook_path(self._window, text("files.new_from_text"))
            return path is not None and self.make_from_plan(path, title, plan)
        made = workbook.workspace.run(lambda document: new_map_from_plan(document, title, plan))
        if made is None:
            return False
        workbook.workspace.view.show_map(made.id)
        workbook.workspace.view.show_page(Page.MAP)
        return True

    # --- actions -------------------------------------------------------------------------------------

    def new(self) -> None:
        """Asks where, and makes a new workbook."""
        path = file_dialogs.ask_workbook_path(self._window, text("files.new"))
        if path is not None:
            self.create_at(path)

    def new_from_template(self, template: Template) -> None:
        """Asks where, and makes a new workbook from a template."""
        path = file_dialogs.ask_workbook_path(self._window, text("files.new_from_template", title=template.title))
        if path is not None:
            self.create_from(path, template)

    def open(self) -> None:
        """Asks which, and opens a workbook or a text."""
        path = file_dialogs.ask_file_to_open(self._window)
        if path is not None:
            self.open_path(path)

    def open_example(self) -> None:
        """Opens the person's copy of the example."""
        self._open(samples.open_example)

    def open_tutorial(self) -> None:
        """Opens the person's copy of the tutorial."""
        self._open(samples.open_tutorial)

    def close(self) -> bool:
        """Closes the workbook; asks first where a text is not in it yet, and says whether it was closed."""
        if not self._unsaved.may_leave():
            return False
        if self.shut():
            self.closed.emit()
        return True

    def shut(self) -> bool:
        """Closes the workbook without asking, with the view on it kept; says whether one was open."""
        self.closing.emit()
        session = self._leave()
        if session is not None:
            session.close()
        return session is not None

    def save_copy(self) -> bool:
        """Asks where, saves a copy with all that is written, and goes on in it; says whether that was done.

        What the workbook itself would not take goes into the copy; what not even that takes waits on.
        """
        workbook = self.workbook
        if workbook is None:
            return False
        path = file_dialogs.ask_workbook_path(self._window, text("files.save_copy"), workbook.session.path.parent)
        if path is None:
            return False
        workbook.pending.commit_written()
        kept = workbook.view()
        try:
            workbook.session.save_copy(path)
            copy = Session.open(path)
        except AppError as error:
            self.failed.emit(error)
            return False
        before = workbook.session.path
        self.shut()
        self._settings.remember(copy.path)
        self._settings.keep_places_too(before, copy.path)
        self._show(copy, kept, workbook)
        self._unsaved.retry()
        self.message.emit(text("files.copy_saved", name=one_line(path.name)))
        return True

    def show_anew(self) -> None:
        """Makes the screens of the open workbook again from its records, as they were."""
        workbook = self.workbook
        session = self._leave()
        if workbook is not None and session is not None:
            self._show(session, self._settings.view_of(session.path), workbook)

    # --- inside --------------------------------------------------------------------------------------

    def _open(self, opener: Callable[[], Session]) -> bool:
        try:
            session = opener()
        except AppError as error:
            self.failed.emit(error)
            return False
        if not self._unsaved.may_leave():
            session.close()
            return False
        self.shut()
        self._settings.remember(session.path)
        self._show(session, self._settings.view_of(session.path))
        return True

    def _show(self, session: Session, kept: object, before: OpenWorkbook | None = None) -> None:
        """Shows a workbook with the view on it that was kept, and with what was under way in screens that are gone."""
        workbook = OpenWorkbook(session, self._window, self.actions, self._runner, before)
        self.workbook = workbook
        self._unsaved.follow(workbook.pending)
        self.opened.emit(workbook)
        workbook.show_as_kept(kept)
        self.shown.emit(workbook)

    def _leave(self) -> Session | None:
        """Keeps the view on the workbook and lets its screens go; the session stays open."""
        workbook = self.workbook
        if workbook is None:
            return None
        workbook.pending.commit_written()
        self._unsaved.follow(None)
        self.leaving.emit()
        self._settings.keep_view(workbook.session.path, workbook.view())
        session = workbook.leave()
        self.workbook = None
        self.left.emit()
        return session
