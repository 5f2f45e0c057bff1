"""The audience's screen: paints a show full screen, and turns keys into what the show does."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import palette
from desktop_app.ui.pages.present.marks import SlidePage
from desktop_app.ui.pages.present.pages import Screen, lay_out
from desktop_app.ui.pages.present.painting import paint_page
from desktop_app.viewmodels.present.presentation import Blank, Presentation
from desktop_app.viewmodels.present.steps import Step, StepId
from desktop_app.wording.sentence import text

_KEY: Final = Qt.Key
_NEXT: Final = frozenset({_KEY.Key_Right, _KEY.Key_Space, _KEY.Key_PageDown, _KEY.Key_Down, _KEY.Key_Tab})
_BACK: Final = frozenset({_KEY.Key_Left, _KEY.Key_PageUp, _KEY.Key_Up, _KEY.Key_Backspace, _KEY.Key_Backtab})
_ENTER: Final = frozenset({_KEY.Key_Return, _KEY.Key_Enter})
_BLANKS: Final = {
    _KEY.Key_B: Blank.BLACK,
    _KEY.Key_Period: Blank.BLACK,
    _KEY.Key_W: Blank.WHITE,
    _KEY.Key_Comma: Blank.WHITE,
}
# The letters on the keys B, W and R of keyboards for Cyrillic, Greek, Hebrew and Arabic.
_SAME_KEYS: Final = {
    letter: key
    for key, letters in (
        (_KEY.Key_B, ("и", "β", "נ", "لا")),
        (_KEY.Key_W, ("ц", "ς", "ص")),
        (_KEY.Key_R, ("к", "ρ", "ר", "ق")),
    )
    for letter in letters
}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS: Final = frozenset(
    {_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta, _KEY.Key_CapsLock, _KEY.Key_NumLock}
)
_MOST_DIGITS: Final = 9
_MOST_LAID_OUT: Final = 200
_POINTER_MS: Final = 2000


class PresentWindow(QWidget):
    """A show before its audience.

    Keys: next and back by arrows, space and page keys; a number and Enter jumps; B and W blank the screen; R reveals
    numbers; Home begins again; Esc ends.

    Args:
        presentation: the show.
        back_row: how many screen heights away the back row sits.

    Signals:
        ended: the person wants no more of it.
        refused: the number that was asked for is no step.
    """

    ended = Signal()
    refused = Signal(int)

    def __init__(self, presentation: Presentation, back_row: float) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._back_row = back_row
        self._typed = ""
        self._pointer_at: QPoint | None = None
        self._laid_out: dict[tuple[StepId, bool], tuple[Step, QSize, tuple[SlidePage, ...]]] = {}
        self._seen: object = None
        self._area = QRect()
        self._unfollow: Callable[[], None] = lambda: None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(text("present.title"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._palette = palette("projector")
        self._pointer_shown = QTimer(self, singleShot=True, interval=_POINTER_MS)
        self._pointer_shown.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.present(presentation)

    @property
    def presentation(self) -> Presentation:
        """The show that is painted."""
        return self._presentation

    def present(self, presentation: Presentation) -> None:
        """Paints this show from now on."""
        self._unfollow()
        self._presentation = presentation
        presentation.page_count = lambda step, numbers: len(self._pages_of(step, numbers))
        self._unfollow = presentation.follow(self._on_changed)
        self._typed = ""
        self._on_changed()

    def release(self) -> None:
        """Follows its show no longer, and goes."""
        self._unfollow()
        self._unfollow = lambda: None
        self.hide()
        self.deleteLater()

    def show_on(self, screen: QScreen | None, area: QRect, *, takes_keyboard: bool) -> None:
        """Fills a screen.

        Args:
            screen: which one; None: the one at that place.
            area: its place on the desktop.
            takes_keyboard: whether keys go to it from now on.
        """
        if self.isVisible() and area != self._area:
            # Window managers keep a full screen where it is.
            self.hide()
        is_moved, self._area = not self.isVisible(), area
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_keyboard)
        if is_moved:
            if screen is not None:
                self.setScreen(screen)
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setGeometry(area)
        self.showFullScreen()
        if takes_keyboard:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Lets keys go to it."""
        self.raise_()
        self.activateWindow()
        self.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            blank = self._presentation.blank
            if blank is not None:
                painter.fillRect(self.rect(), QColor(blank.value))
            else:
                paint_page(painter, self._page, self._palette)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._on_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEY(event.key())
        if event.modifiers() & _COMMANDS or key in _MODIFIERS:
            # Some keyboards have their digits behind Shift: what was typed stays.
            event.ignore()
            return
        typed, self._typed = self._typed, ""
        # Superscript digits are digits, too, but no number.
        if event.text().isdecimal():
            self._typed = (typed + event.text())[-_MOST_DIGITS:]
        elif key in _ENTER and typed:
            if not self._presentation.go_to(int(typed)):
                self.refused.emit(int(typed))
        else:
            self._turn(_SAME_KEYS.get(event.text().lower(), key))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab is a key of the show.
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_keyboard()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # A pointer that changes its shape is said to move, on some desktops.
        where = event.globalPosition().toPoint()
        if self._pointer_at not in (None, where):
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self._pointer_shown.start()
        self._pointer_at = where

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._typed = ""
        self._pointer_at = None

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.ended.emit()
        event.accept()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange:
            # What was typed elsewhere meanwhile does not belong to it.
            self._typed = ""
        super().changeEvent(event)

    def _turn(self, key: Qt.Key) -> None:
        show = self._presentation
        if key in _NEXT or key in _ENTER:
            show.next()
        elif key in _BACK:
            show.back()
        elif key is _KEY.Key_Home:
            show.go_to(1)
        elif key is _KEY.Key_End:
            show.go_to(len(show.steps))
        elif key in _BLANKS:
            show.toggle_blank(_BLANKS[key])
        elif key is _KEY.Key_R:
            show.toggle_numbers()
        elif key is _KEY.Key_Escape:
            self.close()

    @property
    def _page(self) -> SlidePage:
        show = self._presentation
        return self._pages_of(show.step, show.reveals_numbers)[show.page]

    def _pages_of(self, step: Step, numbers: bool) -> tuple[SlidePage, ...]:  # noqa: FBT001  # as `PageCount` has it
        known = self._laid_out.pop((step.id, numbers), None)
        if known is None or known[:2] != (step, self.size()):
            screen = Screen(max(1, self.width()), max(1, self.height()), self._back_row)
            known = step, self.size(), lay_out(step, screen, numbers=numbers)
            if len(self._laid_out) >= _MOST_LAID_OUT:
                del self._laid_out[next(iter(self._laid_out))]
        # The latest stands last.
        self._laid_out[step.id, numbers] = known
        return known[2]

    def _on_changed(self) -> None:
        show = self._presentation
        seen = show.blank or (show.step, show.page, show.reveals_numbers)
        if (seen, self.size()) != self._seen:
            self._seen = seen, self.size()
            self.update()
        name = self._words()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _words(self) -> str:
        show = self._presentation
        key = "present.step.page" if show.pages > 1 else "present.step"
        where = text(key, step=show.number, steps=len(show.steps), page=show.page + 1, pages=show.pages)
        words = f"{where} {one_line(show.step.spoken, 400)}"
        return words if show.blank is None else f"{text(f'present.screen.{show.blank.name.lower()}')} {words}"
