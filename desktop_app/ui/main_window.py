"""The main window: welcome, paste or a workbook; opens, makes, exports. It composes and decides nothing about maps."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMenu, QStackedWidget
from typing_extensions import override

from desktop_app import __version__, samples
from desktop_app.base.errors import AppError
from desktop_app.edits import maps
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.model import reads
from desktop_app.model.plans import Plan
from desktop_app.model.records import Map
from desktop_app.session import Session
from desktop_app.ui import actions as action_table
from desktop_app.ui import theme
from desktop_app.ui.commands import Commands
from desktop_app.ui.exporting import Exporting
from desktop_app.ui.pasting import paste_short
from desktop_app.ui.settings import Settings
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.view import Page
from desktop_app.ui.welcome.page import WelcomePage
from desktop_app.ui.welcome.paste_page import PastePage
from desktop_app.ui.widgets.text import for_menu, one_line
from desktop_app.ui.work_page import WorkPage
from desktop_app.ui.workspace import Workspace

_FILTER = "Steelyard workbooks (*.steelyard)"
_SUFFIX = ".steelyard"
# A pasted text longer than this is sorted on a page of its own before it becomes cards.
_PREVIEW_LINES = 12


class MainWindow(QMainWindow):
    """The window of the program; one workbook at a time."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._settings = settings or Settings()
        self.workspace: Workspace | None = None
        self.work_page: WorkPage | None = None
        self._commands: Commands | None = None
        self._paste_page: PastePage | None = None
        self.actions_by_name = action_table.build(self, self._carrier)
        self._stack = QStackedWidget()
        self.welcome = WelcomePage(self.actions_by_name)
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._stack)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.welcome.open_asked.connect(self.open_path)
        self.welcome.paste_asked.connect(self.paste)
        self.exporting = Exporting(self.status)
        self.exporting.failed.connect(self._say)
        self.resize(1600, 1000)
        geometry = self._settings.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.show_welcome()

    # --- workbooks -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Opens a workbook; trouble is said on the page that is shown."""
        return self._open(lambda: Session.open(Path(path)))

    def create_at(self, path: Path) -> bool:
        """Makes a new workbook with one empty map and opens it."""
        return self._open(
            lambda: Session.make(path, lambda document: maps.add_map(document, path.stem), title=path.stem)
        )

    def open_example(self) -> None:
        """Opens the person's copy of the example."""
        self._open(samples.open_example)

    def show_welcome(self) -> None:
        """Shows the first screen."""
        self.welcome.show_recent(self._settings.recent)
        self._stack.setCurrentWidget(self.welcome)
        self._refresh()

    def close_workbook(self) -> None:
        """Closes the workbook; everything is on disk already."""
        self._let_go()
        self.show_welcome()

    # --- actions of the table ------------------------------------------------------------------------

    def new_workbook(self) -> None:
        """Asks where, and makes a new workbook."""
        name, _ = QFileDialog.getSaveFileName(self, "New workbook", "", _FILTER)
        if name:
            self.create_at(_with_suffix(Path(name)))

    def open_workbook(self) -> None:
        """Asks which, and opens a workbook."""
        name, _ = QFileDialog.getOpenFileName(self, "Open", "", _FILTER)
        if name:
            self.open_path(Path(name))

    def save_copy(self) -> None:
        """Asks where, and saves a copy of what is in memory."""
        if self.workspace is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, "Save a copy", "", _FILTER)
        if name:
            session = self.workspace.session
            path = _with_suffix(Path(name))
            self._try(lambda: session.save_copy(path), done=f"Saved a copy as {one_line(path.name)}.")

    def export_brief(self) -> None:
        """Asks where, and exports the brief of the shown map."""
        workspace = self.workspace
        if workspace is None or self.exporting.is_running:
            return
        title = workspace.document.get(Map, workspace.map_id).title
        suggested = f"{one_line(title, 60) or 'Brief'}.pdf".replace("/", "-")
        start = str(workspace.session.path.parent / suggested)
        name, _ = QFileDialog.getSaveFileName(self, "Export brief", start, "PDF (*.pdf)")
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Exports the brief of the shown map beside the window, with progress and Cancel."""
        if self.workspace is not None:
            self.exporting.start(self.workspace, path)

    def paste(self) -> None:
        """Makes cards of the text on the clipboard; a longer one is sorted first."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self.status.export_over("There is no text on the clipboard.")
        elif self.workspace is None or len(text.strip().splitlines()) > _PREVIEW_LINES:
            self.sort_text(text)
        else:
            self.status.export_over(paste_short(self.workspace, text))

    def sort_text(self, text: str) -> None:
        """Shows where each part of a text will go, before anything is made."""
        known = [] if self.workspace is None else reads.sources(self.workspace.document)
        try:
            page = PastePage(text, [source.key for source in known])
        except AppError as error:
            self._say(error)
            return
        page.accepted.connect(self._on_sorted)
        page.cancelled.connect(self._leave_paste)
        self._drop_paste_page()
        self._paste_page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.question.setFocus()
        self._refresh()

    def light_theme(self) -> None:
        """Uses the light palette."""
        self.use_theme("light")

    def dark_theme(self) -> None:
        """Uses the dark palette."""
        self.use_theme("dark")

    def use_theme(self, name: str) -> None:
        """Uses a palette and remembers it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, name)
        self._settings.theme = name
        if self.workspace is not None:
            page = self.workspace.view.page
            self._show_workspace(self.workspace)
            self.workspace.view.show_page(page)

    def full_screen(self) -> None:
        """Fills the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def about(self) -> None:
        """Says which version this is."""
        self.status.export_over(f"Steelyard {__version__}. Weigh arguments. Licensed under Apache-2.0.")

    def quit(self) -> None:
        """Ends the program."""
        self.close()

    # --- inside --------------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.exporting.stop()
        self._settings.geometry = self.saveGeometry()
        self._let_go()
        event.accept()

    @override
    def createPopupMenu(self) -> QMenu | None:
        return None

    def _carrier(self, name: str) -> Callable[[], None]:
        """What carries out an action: a method here, of the page of the open workbook, or of its commands."""
        if name in type(self).__dict__:
            own: Callable[[], None] = getattr(self, name)
            return own
        if name in WorkPage.__dict__:

            def of_page() -> None:
                if self.work_page is not None:
                    getattr(self.work_page, name)()

            return of_page

        def of_commands() -> None:
            if self._commands is not None:
                getattr(self._commands, name)()

        return of_commands

    def _open(self, opener: Callable[[], Session]) -> bool:
        previous = self.workspace.session if self.workspace is not None else None
        try:
            session = opener()
        except AppError as error:
            self._say(error)
            return False
        if previous is not None:
            self._let_go()
        self._settings.remember(session.path)
        self._show_workspace(Workspace(session, self))
        return True

    def _show_workspace(self, workspace: Workspace) -> None:
        self._drop_work_page()
        self.workspace = workspace
        self._commands = Commands(workspace)
        page = WorkPage(workspace, self._commands, self.actions_by_name)
        self.work_page = page
        page.copy_asked.connect(self.save_copy)
        page.canvas.menu_asked.connect(self._on_menu_asked)
        page.canvas.viewport.zoomed.connect(self.status.show_zoom)
        workspace.trouble.connect(self._say)
        workspace.changed.connect(lambda _: self._refresh())
        workspace.view.selection_changed.connect(self._refresh)
        workspace.view.map_changed.connect(self._refresh)
        workspace.view.page_changed.connect(self._refresh)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_centre()
        self.status.show_zoom(page.canvas.viewport.zoom)
        self._refresh()

    def _let_go(self) -> None:
        self._drop_paste_page()
        self._drop_work_page()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace.deleteLater()
        self.workspace = None
        self._commands = None

    def _drop_work_page(self) -> None:
        if self.workspace is not None:
            for signal in (self.workspace.changed, self.workspace.trouble):
                signal.disconnect()
            for signal in (
                self.workspace.view.selection_changed,
                self.workspace.view.map_changed,
                self.workspace.view.folding_changed,
                self.workspace.view.page_changed,
            ):
                signal.disconnect()
        if self.work_page is not None:
            self._stack.removeWidget(self.work_page)
            self.work_page.deleteLater()
            self.work_page = None

    def _drop_paste_page(self) -> None:
        if self._paste_page is not None:
            self._stack.removeWidget(self._paste_page)
            self._paste_page.deleteLater()
            self._paste_page = None

    def _leave_paste(self) -> None:
        self._drop_paste_page()
        self._stack.setCurrentWidget(self.work_page if self.work_page is not None else self.welcome)
        if self.work_page is not None:
            self.work_page.focus_centre()
        self._refresh()

    def _on_sorted(self, title: str, plan: Plan) -> None:
        if self.workspace is None:
            name, _ = QFileDialog.getSaveFileName(self, "New workbook from this text", "", _FILTER)
            if not name:
                return
            self.make_from_plan(_with_suffix(Path(name)), title, plan)
            return
        made = self.workspace.run(lambda document: new_map_from_plan(document, title, plan))
        if made is not None:
            self._leave_paste()
            self.workspace.view.show_map(made.id)
            self.workspace.view.show_page(Page.MAP)

    def make_from_plan(self, path: Path, title: str, plan: Plan) -> bool:
        """Makes a workbook whose one map is what a text asked for, and opens it."""
        return self._open(
            lambda: Session.make(path, lambda document: new_map_from_plan(document, title, plan), title=path.stem)
        )

    def _say(self, error: AppError) -> None:
        if self.work_page is not None and self._stack.currentWidget() is self.work_page:
            offers_copy = error.code in {"disk-full", "io", "gone", "replaced", "read-only", "damaged"}
            self.work_page.messages.say(error, offers_copy=offers_copy)
        elif self._paste_page is not None and self._stack.currentWidget() is self._paste_page:
            self._paste_page.messages.say(error, offers_copy=False)
        else:
            self.welcome.messages.say(error, offers_copy=False)

    def _try(self, act: Callable[[], object], *, done: str) -> None:
        try:
            act()
        except AppError as error:
            self._say(error)
            return
        self.status.export_over(done)

    def _on_menu_asked(self, where: QPoint) -> None:
        menu = QMenu(self)
        for spec in action_table.ACTIONS:
            if spec.menu in {"Insert", "Card"} or spec.name in {
                "edit_text",
                "delete_branch",
                "delete_keeping_children",
            }:
                if spec.starts_group:
                    menu.addSeparator()
                menu.addAction(self.actions_by_name[spec.name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _refresh(self) -> None:
        """Brings actions, title and status up to date."""
        workspace, commands = self.workspace, self._commands
        is_working = workspace is not None and self._stack.currentWidget() is self.work_page
        has_map = is_working and workspace is not None and workspace.view.map_id is not None
        can_write = is_working and workspace is not None and not workspace.session.is_read_only
        has = {"": True, "has_workbook": is_working, "has_map": has_map}
        for need in ("has_card", "has_argument", "can_undo", "can_redo"):
            has[need] = is_working and commands is not None and bool(getattr(commands, need))
        action_table.enable(self.actions_by_name, has, can_write=can_write)
        session = workspace.session if workspace is not None else None
        self._name_step("undo", session.undo_label if session is not None else None)
        self._name_step("redo", session.redo_label if session is not None else None)
        self.status.show_workspace(workspace if is_working else None)
        page = self.work_page
        self.status.show_zoom(page.canvas.viewport.zoom if is_working and page is not None else None)
        title = reads.workbook(workspace.document).title if workspace is not None and is_working else ""
        read_only = " (read only)" if session is not None and session.is_read_only else ""
        # "[*]" in a title would be read as a mark of unsaved changes.
        shown = one_line(title, 80).replace("[*]", "[ * ]")
        self.setWindowTitle(f"{shown}{read_only} – Steelyard" if shown else "Steelyard")

    def _name_step(self, name: str, label: str | None) -> None:
        words = name.capitalize()
        self.actions_by_name[name].setText(f"{words} {for_menu(label)}" if label else words)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
