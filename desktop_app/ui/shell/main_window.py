"""The main window: welcome, or a workbook; opens, makes, exports. It composes and decides nothing about maps."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu
from typing_extensions import override

from desktop_app import __version__, samples
from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.model import reads
from desktop_app.model.plans import Plan
from desktop_app.samples import Template
from desktop_app.session import Session
from desktop_app.ui.pages.present.show import Show
from desktop_app.ui.pages.present.waiting_bar import WaitingBar, under_bar
from desktop_app.ui.pages.welcome.page import WelcomePage
from desktop_app.ui.shell import actions as action_table
from desktop_app.ui.shell import new_workbook, window_placement
from desktop_app.ui.shell.command_palette.items import (
    action_items,
    beginning_items,
    setting_items,
    source_items,
    workbook_items,
)
from desktop_app.ui.shell.command_palette.palette import CommandPalette
from desktop_app.ui.shell.conditions import conditions
from desktop_app.ui.shell.exporting import Exporting
from desktop_app.ui.shell.file_drops import FileDrops
from desktop_app.ui.shell.layout_direction import mirror_for
from desktop_app.ui.shell.overlay_pages import OverlayPages
from desktop_app.ui.shell.page_stack import PageStack
from desktop_app.ui.shell.room_size import RoomSize
from desktop_app.ui.shell.saved_view import show_as_kept, view_to_keep
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.settings_page import SettingsPage
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.shell.theme_controller import ThemeController
from desktop_app.ui.shell.tutorial import Tutorial
from desktop_app.ui.shell.unsaved_texts import UnsavedTexts
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.widgets import file_dialogs
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.workspace.card_commands import CardCommands
from desktop_app.ui.workspace.pending_texts import PendingTexts
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace


class MainWindow(QMainWindow):
    """The window of the program; one workbook at a time.

    Signals:
        document_changed: the `Document` of the workbook that is open now, or None.
    """

    document_changed = Signal(object)

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._settings = settings or Settings()
        self.workspace: Workspace | None = None
        self.work_page: WorkPage | None = None
        self._commands: CardCommands | None = None
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.looks = ThemeController(self._settings, self)
        self.exporting = Exporting(self.status, self)
        self.exporting.failed.connect(self._say)
        self.presenting = Show(self, self._settings)
        self.presenting.message.connect(self.status.show_message)
        self.pages = PageStack(self)
        self.over = OverlayPages(self.pages, self._settings, self)
        self.looks.applied.connect(self._on_look_applied)
        self.room = RoomSize(self, self._settings, self.looks, lambda: self.work_page)
        self.over.back_row_chosen.connect(self.room.look_again)
        self.actions_by_name = action_table.build(self, self._carrier)
        self.welcome = WelcomePage(self.actions_by_name)
        self.pages.begin_with(self.welcome)
        self.pages.turned.connect(self._on_turned)
        self.over.text_sorted.connect(self._on_sorted)
        self.over.template_asked.connect(self.new_from_template)
        self.over.look_chosen.connect(self.use_theme)
        self.over.failed.connect(self._say)
        self.over.message.connect(self.status.show_message)
        self.setCentralWidget(under_bar(WaitingBar(self.presenting), self.pages))
        self.welcome.open_asked.connect(self.open_path)
        self.welcome.template_asked.connect(self.new_from_template)
        self.unsaved = UnsavedTexts(self)
        self.unsaved.failed.connect(self._say)
        self.unsaved.copy_asked.connect(self.save_copy)
        self.status.retry_asked.connect(self.unsaved.retry)
        self.status.perspectives_asked.connect(self.actions_by_name["edit_perspectives"].trigger)
        self.drops = FileDrops(self)
        self.drops.file_dropped.connect(self.open_path)
        self.drops.text_dropped.connect(self.over.sort_text)
        self.show_welcome()
        window_placement.place(self, self._settings.geometry, QSize(1600, 1000))

    # --- workbooks -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Opens a workbook, an export that carries one, or a text to be sorted; trouble is said on the shown page."""
        path = Path(path)
        if path.suffix.lower() in file_dialogs.TEXT_SUFFIXES:
            return self.over.sort_file(path)
        if path.suffix.lower() in file_dialogs.CARRYING_SUFFIXES:
            to = file_dialogs.where_to(self, f"New workbook from {path.name}")
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
        if made and self.workspace is not None:
            self.workspace.view.show_page(Page(template.page))
        return made

    def make_from_plan(self, path: Path, title: str, plan: Plan) -> bool:
        """Makes a workbook whose one map is what a text asked for, and opens it."""
        return self._open(lambda: new_workbook.workbook_from_text(path, title, plan, self._settings.author))

    def show_welcome(self) -> None:
        """Shows the first screen."""
        self.welcome.show_recent(self._settings.recent)
        self.pages.show_base(None)
        mirror_for("")
        self._refresh()

    # --- actions of the table ------------------------------------------------------------------------

    def new_workbook(self) -> None:
        """Asks where, and makes a new workbook."""
        path = file_dialogs.where_to(self, "New workbook")
        if path is not None:
            self.create_at(path)

    def new_from_template(self, template: Template) -> None:
        """Asks where, and makes a new workbook from a template."""
        path = file_dialogs.where_to(self, f"New workbook: {template.title}")
        if path is not None:
            self.create_from(path, template)

    def open_workbook(self) -> None:
        """Asks which, and opens a workbook or a text."""
        path = file_dialogs.which(self)
        if path is not None:
            self.open_path(path)

    def open_example(self) -> None:
        """Opens the person's copy of the example."""
        self._open(samples.open_example)

    def open_tutorial(self) -> None:
        """Opens the person's copy of the tutorial."""
        self._open(samples.open_tutorial)

    def close_workbook(self) -> None:
        """Closes the workbook; asks first where a text is not in it yet."""
        if self.unsaved.may_leave():
            self._let_go()
            self.show_welcome()

    def save_copy(self) -> bool:
        """Asks where, saves a copy with all that is written, and goes on in it; says whether that was done.

        What the workbook itself would not take goes into the copy; what not even that takes waits on.
        """
        workspace, page = self.workspace, self.work_page
        if workspace is None or page is None:
            return False
        path = file_dialogs.where_to(self, "Save a copy", workspace.session.path.parent)
        if path is None:
            return False
        workspace.pending.commit_written()
        kept = view_to_keep(workspace, page)
        try:
            workspace.session.save_copy(path)
            copy = Session.open(path)
        except AppError as error:
            self._say(error)
            return False
        before = workspace.session.path
        self._let_go()
        self._settings.remember(copy.path)
        self._settings.keep_places_too(before, copy.path)
        self._show_session(copy, kept, workspace.pending)
        self.unsaved.retry()
        self.status.show_message(f"Saved a copy as {one_line(path.name)}. You work in the copy now.")
        return True

    def show_anew(self) -> None:
        """Makes the screens again from the records, as they were."""
        over = self.pages.over
        pending = self.workspace.pending if self.workspace is not None else None
        session = self._leave_session()
        if session is not None:
            self._show_session(session, self._settings.view_of(session.path), pending)
        if isinstance(over, SettingsPage):
            self.over.open_settings()
        self._refresh()

    def paste(self) -> None:
        """Moves cards that were cut, or makes cards of the text on the clipboard; a longer one is sorted first."""
        if self._commands is None or not self._commands.clipping.paste_cut():
            self.over.paste()

    def open_palette(self) -> None:
        """Lists everything there is to go to or to do, to be chosen by a few letters."""
        workspace = self.workspace if self.pages.over is None else None
        items = [
            *workbook_items(workspace),
            *action_items(self.actions_by_name, conditions(workspace, self._commands)),
            *source_items(workspace),
            *beginning_items(self._settings.recent, self.open_path, self.new_from_template),
            *setting_items(self.over.open_settings),
        ]
        palette = CommandPalette(items, self._settings.recent_choices, workspace, self.pages)
        palette.chosen.connect(self._settings.remember_choice)
        palette.left.connect(palette.deleteLater)
        palette.left.connect(self._focus_page)
        palette.open()

    def use_theme(self, name: str) -> None:
        """Uses a palette and remembers it; ``""`` follows the system."""
        self.looks.use(name)

    def about(self) -> None:
        """Says which version this is."""
        self.status.show_message(f"Steelyard {__version__}. Weigh arguments. Licensed under Apache-2.0.")

    def quit(self) -> None:
        """Ends the program."""
        self.close()

    # --- inside --------------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.unsaved.may_leave():
            event.ignore()
            return
        self.exporting.stop()
        self.room.leave()
        self._settings.geometry = self.saveGeometry()
        self._settings.left_open = self.workspace.session.path if self.workspace is not None else None
        self._let_go()
        event.accept()

    @override
    def createPopupMenu(self) -> QMenu | None:
        return None

    def _carrier(self, name: str) -> Callable[[], None]:
        """What carries out an action: here, of the looks, the room, exports, the show, a page or the commands."""
        for owner in (self, self.looks, self.room, self.over, self.exporting, self.presenting):
            if name in type(owner).__dict__:
                own: Callable[[], None] = getattr(owner, name)
                return own

        def carry_out() -> None:
            of_workbook = self.work_page if name in WorkPage.__dict__ else self._commands
            if isinstance(of_workbook, CardCommands):
                of_workbook.carry_out(name)
            elif of_workbook is not None:
                getattr(of_workbook, name)()

        return carry_out

    def _open(self, opener: Callable[[], Session]) -> bool:
        try:
            session = opener()
        except AppError as error:
            self._say(error)
            return False
        if not self.unsaved.may_leave():
            session.close()
            return False
        self._let_go()
        self._settings.remember(session.path)
        self._show_session(session, self._settings.view_of(session.path))
        return True

    def _show_session(self, session: Session, kept: object, pending: PendingTexts | None = None) -> None:
        """Shows a workbook with the view on it that was kept, and with texts that waited elsewhere."""
        workspace = Workspace(session, self)
        if pending is not None:
            workspace.pending.adopt(pending)
        mirror_for(reads.workbook(workspace.document).language)
        self.workspace = self.over.workspace = self.exporting.workspace = workspace
        self.presenting.follow(workspace)
        self._commands = CardCommands(workspace)
        page = WorkPage(workspace, self._commands, self.actions_by_name)
        self.work_page = page
        page.copy_asked.connect(self.save_copy)
        page.canvas.menu_asked.connect(self._on_menu_asked)
        page.zoomed.connect(self.status.show_zoom)
        page.turned.connect(self.status.show_pages)
        workspace.trouble.connect(self._say)
        self.unsaved.follow(workspace.pending)
        workspace.refreshed.connect(self._refresh)
        tutorial = Tutorial(workspace, workspace)
        tutorial.ticked.connect(self.status.show_message)
        page.find_bar.left.connect(partial(tutorial.saw, "find"))
        self.pages.show_base(page)
        show_as_kept(workspace, page, kept)
        page.focus_centre()
        self.document_changed.emit(session.document)
        if (notice := session.take_notice()) is not None:
            page.messages.say(notice, offers_copy=False)
        self._refresh()

    def _let_go(self) -> None:
        """Closes the workbook that is open."""
        self.presenting.end()
        session = self._leave_session()
        if session is not None:
            session.close()

    def _leave_session(self) -> Session | None:
        """Keeps the view on the workbook and lets go of its screens; the session stays open."""
        self.presenting.follow(None)
        workspace, page = self.workspace, self.work_page
        if workspace is None or page is None:
            return None
        workspace.pending.commit_written()
        self.unsaved.follow(None)
        self.document_changed.emit(None)
        self._settings.keep_view(workspace.session.path, view_to_keep(workspace, page))
        page.release()
        workspace.detach()
        self.workspace = self.over.workspace = self.exporting.workspace = None
        self.work_page = self._commands = None
        self.pages.show_base(None)
        workspace.deleteLater()
        return workspace.session

    def _on_turned(self) -> None:
        self._focus_page()
        self._refresh()

    def _focus_page(self) -> None:
        if self.pages.over is not None:
            self.pages.over.setFocus()
        elif self.work_page is not None:
            self.work_page.focus_centre()

    def _on_look_applied(self) -> None:
        """Pictures and colours were made for another palette: the screens are made anew, as they were."""
        self.show_anew()

    def _on_sorted(self, title: str, plan: Plan) -> None:
        if self.workspace is None:
            path = file_dialogs.where_to(self, "New workbook from this text")
            if path is not None:
                self.make_from_plan(path, title, plan)
            return
        made = self.workspace.run(lambda document: new_map_from_plan(document, title, plan))
        if made is not None:
            self.pages.leave()
            self.workspace.view.show_map(made.id)
            self.workspace.view.show_page(Page.MAP)

    def _say(self, error: AppError) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, ColumnPage):
            page.messages.say(error, offers_copy=False)
        elif self.work_page is not None:
            offers_copy = error.code in {"disk-full", "io", "gone", "replaced", "read-only", "damaged"}
            self.work_page.messages.say(error, offers_copy=offers_copy)

    def _on_menu_asked(self, where: QPoint) -> None:
        action_table.card_menu(self, self.actions_by_name).popup(where)

    def _refresh(self) -> None:
        """Brings actions, title and status up to date."""
        workspace, commands = self.workspace, self._commands
        is_working = workspace is not None and self.pages.currentWidget() is self.work_page
        action_table.enable(self.actions_by_name, conditions(*(workspace, commands) if is_working else (None, None)))
        action_table.name_steps(self.actions_by_name, workspace.session if workspace is not None else None)
        self.looks.mark(self.actions_by_name)
        self.status.show_workspace(workspace if is_working else None)
        page = self.work_page
        self.status.show_zoom(page.zoom if is_working and page is not None else None)
        self.setWindowTitle(workspace.window_title if workspace is not None and is_working else "Steelyard")
