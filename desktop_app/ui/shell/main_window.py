"""The main window: composes its parts, and shows the welcome screen or the workbook that is open. Decides nothing."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from typing_extensions import override

from desktop_app import __version__
from desktop_app.base.errors import AppError
from desktop_app.model import reads
from desktop_app.model.plans import Plan
from desktop_app.store.errors import StoreError
from desktop_app.ui.pages.present.show import Show
from desktop_app.ui.pages.present.waiting_bar import WaitingBar, under_bar
from desktop_app.ui.pages.welcome.page import WelcomePage
from desktop_app.ui.shell import window_placement
from desktop_app.ui.shell.actions.action_table import ACTIONS
from desktop_app.ui.shell.actions.cheat_sheet import key_groups
from desktop_app.ui.shell.actions.context import ActionContext
from desktop_app.ui.shell.actions.context_menu import Under
from desktop_app.ui.shell.actions.menus import Menus
from desktop_app.ui.shell.command_palette.items import (
    action_items,
    beginning_items,
    setting_items,
    source_items,
    workbook_items,
)
from desktop_app.ui.shell.command_palette.palette import CommandPalette
from desktop_app.ui.shell.export_runner import ExportRunner
from desktop_app.ui.shell.file_drops import FileDrops
from desktop_app.ui.shell.layout_direction import mirror_for
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.overlay_pages import OverlayPages
from desktop_app.ui.shell.page_stack import PageStack
from desktop_app.ui.shell.room_size import RoomSize
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.shell.theme_controller import ThemeController
from desktop_app.ui.shell.unsaved_texts import UnsavedTexts
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.shell.workbook_files import WorkbookFiles
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text


class MainWindow(QMainWindow):
    """The window of the program; one workbook at a time.

    Attributes:
        files: the open workbook, and opening others.
        actions_by_name: every action, by its stable name.

    Signals:
        document_changed: the `Document` of the workbook that is open now, or None.
    """

    document_changed = Signal(object)

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self._settings = settings or Settings()
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.pages = PageStack(self)
        self.themes = ThemeController(self._settings, self)
        self.export_runner = ExportRunner(self.status, self)
        self.presenting = Show(self, self._settings)
        self.unsaved = UnsavedTexts(self)
        self.files = WorkbookFiles(self, self._settings, self.unsaved, self.export_runner)
        self.overlays = OverlayPages(self.pages, self._settings, self)
        self.room = RoomSize(self, self._settings, self.themes, lambda: self.work_page)
        self._context = ActionContext(self, self.files, self.overlays, self.themes, self.room, self.presenting)
        self.menus = Menus(self, ACTIONS, self._context)
        self.files.actions = self.menus
        self.actions_by_name = self.menus.by_id
        self.welcome = WelcomePage(self.actions_by_name)
        self.pages.begin_with(self.welcome)
        self.setCentralWidget(under_bar(WaitingBar(self.presenting), self.pages))
        self.drops = FileDrops(self)
        self._connect()
        self.show_welcome()
        window_placement.place(self, self._settings.geometry, QSize(1600, 1000))

    @property
    def workbook(self) -> OpenWorkbook | None:
        """The workbook that is open."""
        return self.files.workbook

    @property
    def workspace(self) -> Workspace | None:
        """Session and view of the workbook that is open."""
        return self.workbook.workspace if self.workbook is not None else None

    @property
    def work_page(self) -> WorkPage | None:
        """The page of the workbook that is open."""
        return self.workbook.page if self.workbook is not None else None

    def show_welcome(self) -> None:
        """Shows the first screen."""
        self.welcome.show_recent(self._settings.recent)
        self.pages.show_base(None)
        mirror_for("")
        self._refresh()

    def show_anew(self) -> None:
        """Makes the screens again from the records, as they were: after a bug, or in another look.

        A page that is laid over the workbook stays, with all that was done on it.
        """
        with self.pages.keeping_over():
            self.files.show_anew()
        self.overlays.show_anew()
        self._refresh()

    # --- actions -------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Moves cards that were cut, or makes cards of the text on the clipboard; a longer one is sorted first."""
        if self.workbook is None or not self.workbook.commands.clipboard.paste_cut():
            self.overlays.paste()

    def open_palette(self) -> None:
        """Lists everything there is to go to or to do, to be chosen by a few letters."""
        workbook = self._worked_on()
        workspace = workbook.workspace if workbook is not None else None
        items = [
            *workbook_items(workspace),
            *action_items(ACTIONS, self.actions_by_name, workbook),
            *source_items(workspace),
            *beginning_items(self._settings.recent, self.files.open_path, self.files.new_from_template),
            *setting_items(self.overlays.open_settings),
        ]
        palette = CommandPalette(items, self._settings.recent_choices, workspace, self.pages)
        palette.chosen.connect(self._settings.remember_choice)
        palette.left.connect(palette.deleteLater)
        palette.left.connect(self._focus_page)
        palette.open()

    def open_menus(self) -> None:
        """Gives the keyboard to the menu bar."""
        self.menus.open_first()

    def show_keys(self) -> None:
        """Shows every key there is."""
        self.overlays.show_keys(key_groups(ACTIONS))

    def about(self) -> None:
        """Says which version this is."""
        self.status.show_message(text("about.steelyard", version=__version__))

    def quit(self) -> None:
        """Ends the program."""
        self.close()

    # --- inside --------------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.unsaved.may_leave():
            event.ignore()
            return
        self.export_runner.stop()
        # Before the view on the workbook is kept, which is that of the ordinary window.
        self.room.leave()
        self._settings.geometry = self.saveGeometry()
        self._settings.left_open = self.workspace.session.path if self.workspace is not None else None
        self.files.shut()
        event.accept()

    @override
    def createPopupMenu(self) -> QMenu | None:
        return None

    def _connect(self) -> None:
        self.files.opened.connect(self._on_opened)
        self.files.shown.connect(self._on_shown)
        self.files.closing.connect(self.presenting.end)
        self.files.leaving.connect(self._on_leaving)
        self.files.left.connect(self._on_left)
        self.files.closed.connect(self.show_welcome)
        self.files.text_chosen.connect(self.overlays.sort_file)
        self.overlays.text_sorted.connect(self._on_sorted)
        self.overlays.template_asked.connect(self.files.new_from_template)
        self.overlays.look_chosen.connect(self.themes.use)
        self.overlays.back_row_chosen.connect(self.room.look_again)
        self.welcome.open_asked.connect(self.files.open_path)
        self.welcome.template_asked.connect(self.files.new_from_template)
        self.drops.file_dropped.connect(self.files.open_path)
        self.drops.text_dropped.connect(self.overlays.sort_text)
        self.themes.applied.connect(self.show_anew)
        self.pages.turned.connect(self._on_turned)
        self.unsaved.copy_asked.connect(self.files.save_copy)
        self.status.retry_asked.connect(self.unsaved.retry)
        self.status.perspectives_asked.connect(self.actions_by_name["edit_perspectives"].trigger)
        for part in (self.files, self.overlays, self.export_runner, self.unsaved):
            part.failed.connect(self._say)
        for speaker in (self.files, self.overlays, self.presenting):
            speaker.message.connect(self.status.show_message)

    def _on_opened(self, workbook: OpenWorkbook) -> None:
        workspace, page = workbook.workspace, workbook.page
        mirror_for(reads.workbook(workspace.document).language)
        self.overlays.workspace = workspace
        self.presenting.follow(workspace)
        page.copy_asked.connect(self.files.save_copy)
        page.menu_asked.connect(self._on_menu_asked)
        page.zoomed.connect(self.status.show_zoom)
        page.turned.connect(self.status.show_pages)
        workspace.trouble.connect(self._say)
        workspace.refreshed.connect(self._refresh)
        workbook.tutorial.ticked.connect(self.status.show_message)
        self.pages.show_base(page)

    def _on_shown(self, workbook: OpenWorkbook) -> None:
        self._focus_page()
        self.document_changed.emit(workbook.session.document)
        if (notice := workbook.session.take_notice()) is not None:
            workbook.page.messages.say(notice, offers_copy=False)
        self._refresh()

    def _on_leaving(self) -> None:
        self.presenting.follow(None)
        self.document_changed.emit(None)

    def _on_left(self) -> None:
        self.overlays.workspace = None
        self.pages.show_base(None)

    def _on_turned(self) -> None:
        self._focus_page()
        self._refresh()

    def _on_sorted(self, title: str, plan: Plan) -> None:
        is_new = self.workbook is None
        if self.files.take_plan(title, plan) and not is_new:
            self.pages.leave()

    def _on_menu_asked(self, under: Under, where: QPoint) -> None:
        self.menus.pop_up(under, where)

    def _focus_page(self) -> None:
        over, focused = self.pages.over, QApplication.focusWidget()
        if over is not None:
            if focused is None or not over.isAncestorOf(focused):
                over.setFocus()
        elif self.work_page is not None:
            self.work_page.focus_centre()

    def _say(self, error: AppError) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, ColumnPage):
            page.messages.say(error, offers_copy=False)
        elif self.work_page is not None:
            self.work_page.messages.say(error, offers_copy=isinstance(error, StoreError) and error.is_helped_by_copy)

    def _worked_on(self) -> OpenWorkbook | None:
        """The open workbook, unless another page lies over it."""
        workbook = self.workbook
        return workbook if workbook is not None and self.pages.currentWidget() is workbook.page else None

    def _refresh(self) -> None:
        """Brings actions, title and status up to date."""
        workbook = self._worked_on()
        workspace = workbook.workspace if workbook is not None else None
        self.menus.enable(workbook)
        self.menus.name_steps(self.workspace.session if self.workspace is not None else None)
        self.themes.mark(self.actions_by_name)
        self.status.show_workspace(workspace)
        self.status.show_zoom(workbook.page.zoom if workbook is not None else None)
        self.setWindowTitle(workspace.window_title if workspace is not None else "Steelyard")
