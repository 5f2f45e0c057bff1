"""One open workbook in the window: its session, the view on it, what can be done to it, its exports and its pages."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.session import Session
from desktop_app.ui.shell.actions.menu_tree import ServedActions
from desktop_app.ui.shell.export_runner import ExportRunner
from desktop_app.ui.shell.exports import Exports
from desktop_app.ui.shell.saved_view import show_as_kept, view_to_keep
from desktop_app.ui.shell.tutorial import Tutorial
from desktop_app.ui.shell.work_page import WorkPage
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.pending_texts import PendingTexts
from desktop_app.ui.workspace.workspace import Workspace


class OpenWorkbook(QObject):
    """A workbook and everything that shows it and acts on it; made when it is opened, gone when it is left.

    Args:
        session: the open workbook.
        window: its parent, and that of dialogs.
        actions: of the window, for its pages.
        runner: runs its exports.
        before: the same workbook in screens that are gone, or that whose copy it is: what was under way goes on here.

    Attributes:
        workspace: session and view, as pages see them.
        commands: what can be done to it.
        exports: what it can be written as.
        page: the page on which it is worked on.
        tutorial: ticks off the tasks of the tutorial.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        actions: ServedActions,
        runner: ExportRunner,
        before: "OpenWorkbook | None" = None,
    ) -> None:
        super().__init__(window)
        self.session = session
        self.workspace = Workspace(session, self)
        self.commands = Commands(self.workspace)
        if before is not None:
            self.workspace.go_on_from(before.workspace)
            self.commands.clipboard.go_on_from(before.commands.clipboard)
        self.exports = Exports(self.workspace, runner, window)
        self.page = WorkPage(self.workspace, self.commands, actions)
        seen = before.tutorial.seen if before is not None else frozenset[str]()
        self.tutorial: Tutorial = Tutorial(self.workspace, self.workspace, seen=seen)
        self.page.find_bar.left.connect(partial(self.tutorial.saw, "find"))

    @property
    def is_read_only(self) -> bool:
        """Whether it cannot be changed."""
        return self.session.is_read_only

    @property
    def pending(self) -> PendingTexts:
        """Texts that the workbook does not hold yet."""
        return self.workspace.pending

    def view(self) -> dict[str, object]:
        """What is to be kept of the view on it."""
        return view_to_keep(self.workspace, self.page)

    def show_as_kept(self, kept: object) -> None:
        """Shows it as it was left, as far as that still fits."""
        show_as_kept(self.workspace, self.page, kept)

    def leave(self) -> Session:
        """Lets its screens go, with the texts handed over that can be; the session stays open."""
        self.page.release()
        self.workspace.detach()
        self.deleteLater()
        return self.session
