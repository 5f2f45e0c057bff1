"""What actions act upon: the parts of the window, and the workbook that is open."""

from dataclasses import dataclass
from typing import Protocol

from desktop_app.ui.pages.present.show import Show
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.overlay_pages import OverlayPages
from desktop_app.ui.shell.room_size import RoomSize
from desktop_app.ui.shell.theme_controller import ThemeController
from desktop_app.ui.shell.workbook_files import WorkbookFiles


class ActionWindow(Protocol):
    """What actions ask of the window itself."""

    def paste(self) -> None:
        """Moves cards that were cut, or makes cards of the text on the clipboard."""

    def open_palette(self) -> None:
        """Lists everything there is to go to or to do."""

    def open_menus(self) -> None:
        """Gives the keyboard to the menu bar."""

    def show_keys(self) -> None:
        """Shows every key there is."""

    def about(self) -> None:
        """Says which version this is."""

    def quit(self) -> None:
        """Ends the program."""


@dataclass(frozen=True, slots=True)
class ActionContext:
    """The parts of a window.

    Attributes:
        window: the window itself.
        files: the workbook that is open, and opening others.
        overlays: pages laid over for a while.
        themes: how everything looks.
        room: room size.
        show: the audience's screen.
    """

    window: ActionWindow
    files: WorkbookFiles
    overlays: OverlayPages
    themes: ThemeController
    room: RoomSize
    show: Show

    @property
    def workbook(self) -> OpenWorkbook | None:
        """The workbook that is open."""
        return self.files.workbook
