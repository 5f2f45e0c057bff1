"""The audience's screen: shows the steps of a map full screen, on the second screen where there is one."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.drawing.palette import palette
from desktop_app.ui.hidden import hides_numbers
from desktop_app.ui.present.frames import legibility, paint_step
from desktop_app.ui.present.steps import Step, StepKind, steps
from desktop_app.ui.refreshing import Part
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace

_KEY: Final = Qt.Key
_NEXT: Final = frozenset({_KEY.Key_Right, _KEY.Key_Space, _KEY.Key_PageDown, _KEY.Key_Down, _KEY.Key_Tab})
_BACK: Final = frozenset({_KEY.Key_Left, _KEY.Key_PageUp, _KEY.Key_Up, _KEY.Key_Backspace})
_OF_NUMBERS: Final = frozenset({StepKind.MATRIX, StepKind.RESULT})
_BLANKS: Final = {_KEY.Key_B: "#000000", _KEY.Key_Period: "#000000", _KEY.Key_W: "#ffffff", _KEY.Key_Comma: "#ffffff"}


class PresentWindow(QWidget):
    """A presentation of the shown map.

    Keys: next and back by arrows, space and page keys; a number and Enter jumps; B and W blank the screen; R reveals
    numbers; Home begins again; Esc ends.

    Args:
        workspace: what is presented; edits made meanwhile show at once.
        back_row: how many screen heights away the back row sits.

    Signals:
        ended: the window was closed.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, back_row: float) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._workspace = workspace
        self._back_row = back_row
        self._steps: list[Step] = []
        self._at = 0
        self._blank: str | None = None
        self._typed = ""
        self.shows_numbers = False
        self.text_px = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle("Steelyard – presentation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._palette = palette("projector")
        self._refresh()
        workspace.refreshed.connect(self._on_refreshed)

    @property
    def step(self) -> Step:
        """What is shown."""
        return self._steps[self._at]

    @property
    def position(self) -> tuple[int, int]:
        """The number of the shown step, from 1, and how many there are."""
        return self._at + 1, len(self._steps)

    @property
    def is_blank(self) -> bool:
        """Whether the screen is black or white."""
        return self._blank is not None

    def open_on(self, main: QWidget) -> None:
        """Fills a screen: another one than the main window's, where there is one."""
        screens = QGuiApplication.screens()
        others = [screen for screen in screens if screen is not main.screen()]
        chosen = others[0] if others else main.screen()
        self.setScreen(chosen)
        self.setGeometry(chosen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def go_to(self, position: int) -> None:
        """Shows a step by its number from 1; beyond the ends, the nearest."""
        self._at = min(max(position - 1, 0), len(self._steps) - 1)
        self._blank = None
        self._announce()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._blank is not None:
                painter.fillRect(area, QColor(self._blank))
                return
            need = legibility(self.height(), self._back_row)
            self.text_px = paint_step(painter, self.step, area, self._palette, need, numbers=self.shows_numbers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEY(event.key())
        if key in _NEXT or (key in {_KEY.Key_Return, _KEY.Key_Enter} and not self._typed):
            self.go_to(self._at + 2)
        elif key in _BACK:
            self.go_to(self._at)
        elif key in {_KEY.Key_Return, _KEY.Key_Enter}:
            self.go_to(int(self._typed))
        elif key is _KEY.Key_Home:
            self.go_to(1)
        elif key is _KEY.Key_End:
            self.go_to(len(self._steps))
        elif key in _BLANKS:
            self._blank = None if self._blank == _BLANKS[key] else _BLANKS[key]
            self.update()
        elif key is _KEY.Key_R:
            self.shows_numbers = not self.shows_numbers and not hides_numbers(self._workspace)
            self.update()
        elif key is _KEY.Key_Escape:
            self.close()
        self._typed = self._typed + event.text() if event.text().isdigit() and len(self._typed) < 4 else ""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        forward = event.button() is Qt.MouseButton.LeftButton
        self.go_to(self._at + 2 if forward else self._at)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._workspace.refreshed.disconnect(self._on_refreshed)
        self.ended.emit()
        event.accept()

    def _on_refreshed(self, parts: Part) -> None:
        if parts & (Part.RECORDS | Part.PERSPECTIVE):
            self._refresh()

    def _refresh(self) -> None:
        """Follows the map; stays at the step with the same subject where it can."""
        workspace = self._workspace
        if workspace.view.map_id is not None:
            self._steps = steps(workspace.document, workspace.map_id, workspace.results)
            if hides_numbers(workspace):
                # A room that has not weighed yet sees the structure alone.
                self._steps = [step for step in self._steps if step.kind not in _OF_NUMBERS]
                self.shows_numbers = False
            self._at = min(self._at, len(self._steps) - 1)
            self._announce()
            self.update()

    def _announce(self) -> None:
        number, count = self.position
        self.setAccessibleName(f"Step {number} of {count}. {one_line(self.step.spoken, 400)}")
