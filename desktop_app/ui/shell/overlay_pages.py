"""The pages that are laid over the window for a while: sorting a text, settings, keys. Each goes when it is left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.base.errors import AppError
from desktop_app.base.text_file import read_text_file
from desktop_app.model import reads
from desktop_app.ui.pages.welcome.paste_page import PastePage
from desktop_app.ui.pages.welcome.templates import TemplatesPage
from desktop_app.ui.shell.keys_page import KeyGroup, KeysPage
from desktop_app.ui.shell.page_stack import PageStack
from desktop_app.ui.shell.settings import Settings
from desktop_app.ui.shell.settings_page import Setting, SettingsPage
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.workspace.pasting import are_lines, paste_short
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say

# A pasted text longer than this is sorted on a page of its own before it becomes cards.
_MOST_PASTED_LINES = 12


class OverlayPages(QObject):
    """Lays pages over.

    Attributes:
        workspace: the open workbook, if there is one; the window keeps it right.

    Signals:
        text_sorted: the title of the map and the `Plan` that a text became.
        template_asked: the `Template` to begin with.
        look_chosen: the name of a palette, or ``""`` to follow the system.
        back_row_chosen: the back row of a room sits elsewhere.
        message: what to tell the person, in a sentence.
        failed: the `AppError` for which a page cannot be shown.
    """

    text_sorted = Signal(str, object)
    template_asked = Signal(object)
    look_chosen = Signal(str)
    back_row_chosen = Signal()
    failed = Signal(object)
    message = Signal(str)

    def __init__(self, pages: PageStack, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._settings = settings
        self.workspace: Workspace | None = None

    def show_anew(self) -> None:
        """Shows the page that is laid over in the look that holds now, beside the workbook as it is shown now."""
        page = self._pages.over
        if isinstance(page, ColumnPage):
            page.restyle()
        if isinstance(page, SettingsPage):
            page.show_workspace(self.workspace)

    def paste(self) -> None:
        """Makes cards of the text on the clipboard; a longer one is sorted first."""
        clipboard = QApplication.clipboard()
        text = clipboard.text()
        if text.strip() and self.workspace is not None and len(text.strip().splitlines()) <= _MOST_PASTED_LINES:
            self.message.emit(paste_short(self.workspace, text, as_lines=are_lines(clipboard.mimeData())))
        else:
            self.paste_text()

    def paste_text(self) -> None:
        """Sorts the text on the clipboard for a new map."""
        clipboard = QApplication.clipboard()
        text = clipboard.text()
        if text.strip():
            self.sort_text(text, as_lines=are_lines(clipboard.mimeData()))
        else:
            self.message.emit(str(say("paste.no_text")))

    def sort_file(self, path: Path) -> bool:
        """Sorts the text of a file for a new map; says whether there is one."""
        try:
            text = read_text_file(path)
        except AppError as error:
            self.failed.emit(error)
            return False
        self.sort_text(text)
        return True

    def sort_text(self, text: str, *, as_lines: bool | None = None) -> None:
        """Shows where each part of a text will go, before anything is made.

        Args:
            text: any text.
            as_lines: whether it is read as lines with signs at first; None lets the text say.
        """
        known = [] if self.workspace is None else reads.sources(self.workspace.document)
        try:
            page = PastePage(
                text, [source.key for source in known], makes_workbook=self.workspace is None, as_lines=as_lines
            )
        except AppError as error:
            self.failed.emit(error)
            return
        page.accepted.connect(self.text_sorted)
        page.cancelled.connect(self._pages.leave)
        self._pages.lay_over(page)
        page.question.setFocus()

    def choose_template(self) -> None:
        """Offers the templates for a new workbook."""
        page = TemplatesPage()
        page.chosen.connect(self.template_asked)
        page.left.connect(self._pages.leave)
        self._pages.lay_over(page)
        page.cards.cards[0].setFocus()

    def open_settings(self, setting: Setting = Setting.LOOK) -> None:
        """Shows the few settings there are, with the keyboard at one of them."""
        page = SettingsPage(self._settings, self.workspace)
        page.look_chosen.connect(self.look_chosen)
        page.back_row_chosen.connect(self.back_row_chosen)
        page.left.connect(self._pages.leave)
        self._pages.lay_over(page)
        page.show_setting(setting)

    def show_keys(self, groups: Sequence[KeyGroup]) -> None:
        """Shows every key there is."""
        page = KeysPage(groups)
        page.left.connect(self._pages.leave)
        self._pages.lay_over(page)
        page.setFocus()
