"""A show of a map in the program: it begins, follows the workbook, keeps its place, and outlives its screen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.model.ids import MapId
from desktop_app.model.records import Map
from desktop_app.ui.pages.present import displays
from desktop_app.ui.pages.present.displays import Display, DisplayChanges
from desktop_app.ui.pages.present.window import PresentWindow
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.present.places import PlaceMemory, go_to_kept, place_to_keep, step_of_card
from desktop_app.viewmodels.present.presentation import Presentation
from desktop_app.viewmodels.present.steps import Step, StepId, steps
from desktop_app.wording.sentence import text


class Show(QObject):
    """The show of one main window: of one map at a time, whatever the window turns to meanwhile.

    It runs on another screen than the window where there is one. When that screen is gone it waits, unseen, until
    the screen is back.

    Args:
        main: the window whose workbook is shown.
        settings: where the place is kept.

    Attributes:
        presentation: what is shown; None: nothing is.
        window: the audience's; None as long as nothing is shown.
        screens: tells when screens come and go.

    Signals:
        changed: it began, ended, waits, goes on, or stands elsewhere.
        message: something the person is to know, and the audience is not.
    """

    changed = Signal()
    message = Signal(str)

    def __init__(self, main: QWidget, settings: PlaceMemory) -> None:
        super().__init__(main)
        self.presentation: Presentation | None = None
        self.window: PresentWindow | None = None
        self.screens = DisplayChanges(self)
        self._main = main
        self._settings = settings
        self._workspace: Workspace | None = None
        # Where it runs; None while it waits.
        self._at: Display | None = None
        # The audience's own screen, to which it comes back.
        self._home: Display | None = None
        # How many displays there were: two that no longer mirror each other are one more.
        self._count = 0
        self._covers_main = False
        self._had_keyboard = False
        self.screens.removed.connect(self._on_screen_removed)
        self.screens.settled.connect(self._on_screens_settled)

    @property
    def waits(self) -> bool:
        """Whether it has lost its screen."""
        return self.window is not None and self._at is None

    def follow(self, workspace: Workspace | None) -> None:
        """Follows an open workbook: a show that runs goes on only in the same one. None: no longer."""
        if self._workspace is not None:
            self._workspace.refreshed.disconnect(self._on_refreshed)
        self._workspace = workspace
        if workspace is not None:
            workspace.refreshed.connect(self._on_refreshed)

    # --- actions of the table ------------------------------------------------------------------------

    def present(self) -> None:
        """Shows the map to a room, step by step, from where it was left; gives a running show the keyboard."""
        if self.waits:
            self.show_here()
        elif self.window is not None:
            self.window.take_keyboard()
        elif self._workspace is not None and self._workspace.view.map_id is not None:
            self._begin(self._workspace.map_id)

    def present_from_card(self) -> None:
        """Shows the map from the step of the selected card; with nothing selected, from where it was left."""
        workspace = self._workspace
        if workspace is None or workspace.view.map_id is None:
            return
        if self.presentation is not None and self.presentation.map_id != workspace.map_id:
            # What is selected is asked for, and it is on another map.
            self._keep_place()
            self._turn_to(workspace.map_id)
        self.present()
        step = self._selected_step()
        if step is not None and self.presentation is not None:
            self.presentation.go_to_step(step)

    # --- while it runs -------------------------------------------------------------------------------

    def show_here(self) -> None:
        """Shows a show that waits on the main window's screen."""
        own = displays.display_of(self._main, displays.displays())
        if own is not None:
            self._covers_main = True
            self._run_on(own, takes_keyboard=True)

    def end(self) -> None:
        """Ends the show and keeps the place."""
        window, self.window = self.window, None
        if window is None:
            return
        self._keep_place()
        window.release()
        self.presentation = self._at = self._home = None
        self._main.activateWindow()
        self.changed.emit()

    # --- inside --------------------------------------------------------------------------------------

    def _begin(self, map_id: MapId) -> None:
        self.presentation = self._made(map_id)
        window = self.window = PresentWindow(self.presentation, self._settings.back_row)
        window.ended.connect(self.end)
        window.refused.connect(self._on_refused)
        self.presentation.follow(self.changed.emit)
        all_displays = displays.displays()
        own = displays.display_of(self._main, all_displays)
        others = [display for display in all_displays if display is not own]
        self._count = len(all_displays)
        self._home = chosen = next(iter(others), own)
        self._covers_main = not others
        if chosen is not None:
            self._run_on(chosen, takes_keyboard=True)

    def _made(self, map_id: MapId) -> Presentation:
        workspace = self._workspace
        assert workspace is not None
        made = Presentation(map_id, self._steps(map_id), hides_numbers=self._hides_numbers(map_id))
        kept = self._settings.place_of(workspace.session.path, map_id)
        go_to_kept(made, kept)
        return made

    def _turn_to(self, map_id: MapId) -> None:
        """Shows another map from now on."""
        assert self.window is not None
        self.presentation = self._made(map_id)
        self.window.present(self.presentation)
        self.presentation.follow(self.changed.emit)
        self.changed.emit()

    def _steps(self, map_id: MapId) -> list[Step]:
        workspace = self._workspace
        assert workspace is not None
        # Always the map's own numbers: whose are chosen in the window is nothing for the audience.
        return steps(workspace.document, map_id, workspace.session.results(map_id, None))

    def _hides_numbers(self, map_id: MapId) -> bool:
        return self._workspace is not None and self._workspace.document.get(Map, map_id).numbers_hidden

    def _selected_step(self) -> StepId | None:
        workspace, show = self._workspace, self.presentation
        if workspace is None or show is None or workspace.view.selected is None:
            return None
        view = workspace.view
        return step_of_card(workspace.document, show.steps, workspace.view.selected, view.link)

    def _keep_place(self) -> None:
        if self._workspace is not None and self.presentation is not None:
            path, place = self._workspace.session.path, place_to_keep(self.presentation)
            self._settings.keep_place(path, self.presentation.map_id, place)

    def _on_refreshed(self, parts: RefreshPart) -> None:
        show, workspace = self.presentation, self._workspace
        if show is None or workspace is None or not parts & RefreshPart.RECORDS:
            return
        if workspace.document.find(Map, show.map_id) is None:
            self._keep_place()
            if workspace.view.map_id is None:
                self.end()
            else:
                self._turn_to(workspace.view.map_id)
        else:
            hides = self._hides_numbers(show.map_id)
            show.show_steps(self._steps(show.map_id), hides_numbers=hides)

    def _on_refused(self, number: int) -> None:
        if self.presentation is not None:
            self.message.emit(text("present.no_step", step=number, count=len(self.presentation.steps)))

    # --- screens -------------------------------------------------------------------------------------

    def _run_on(self, display: Display, *, takes_keyboard: bool) -> None:
        assert self.window is not None
        self._at = display
        self.window.show_on(display.screen, display.area, takes_keyboard=takes_keyboard)
        self.changed.emit()

    def _wait(self) -> None:
        assert self.window is not None
        self._had_keyboard = self.window.isActiveWindow()
        self._at = None
        # Before the desktop puts it on the screen that is left, over what the facilitator works with.
        self.window.hide()
        self._keep_place()
        self._main.activateWindow()
        self.changed.emit()

    def _on_screen_removed(self) -> None:
        """At once: what has lost its screen is hidden."""
        is_elsewhere = self.window is not None and self._at is not None and not self._covers_main
        if is_elsewhere and self._home_among(displays.displays()) is None:
            self._wait()

    def _on_screens_settled(self, has_come: bool) -> None:  # noqa: FBT001  # a signal's
        """Goes back to the audience's screen, or follows it to where it is now."""
        all_displays = displays.displays()
        own = displays.display_of(self._main, all_displays)
        if self.window is None or own is None:
            return
        has_come, self._count = has_come or len(all_displays) > self._count, len(all_displays)
        if has_come and (self._at is None or self._covers_main):
            others = [display for display in all_displays if display is not own]
            back = self._home_among(others) or (others[0] if len(others) == 1 else None)
            if back is not None:
                self._go_back_to(back)
                return
        self._follow_screen(all_displays, own)

    def _go_back_to(self, display: Display) -> None:
        window = self.window
        assert window is not None
        takes = window.isActiveWindow() if self._at is not None else self._had_keyboard and not _is_writing()
        self._home = display
        self._covers_main = False
        self._run_on(display, takes_keyboard=takes)

    def _follow_screen(self, all_displays: list[Display], own: Display) -> None:
        at, window = self._at, self.window
        if at is None or window is None:
            return
        now = own if self._covers_main else self._home_among(all_displays)
        if now is None:
            self._wait()
        elif now.area != at.area:
            self._run_on(now, takes_keyboard=window.isActiveWindow())

    def _home_among(self, all_displays: list[Display]) -> Display | None:
        home = self._home
        return next((display for display in all_displays if home is not None and display.is_same(home)), None)


def _is_writing() -> bool:
    """Whether letters go into a text: they must not go to the audience's screen instead."""
    focused = QApplication.focusWidget()
    return focused is not None and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
