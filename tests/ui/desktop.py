"""A desktop whose screens come and go as a test has them."""

from PySide6.QtCore import QRect

from desktop_app.ui.pages.present import displays
from desktop_app.ui.pages.present.displays import Display, distinct_displays
from desktop_app.ui.pages.present.show import Show

RIGHT = QRect(800, 0, 640, 480)


class Desktop:
    """A desktop whose screens come and go as a test has them."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self.laptop = displays.displays()[0]
        self.projector = Display(frozenset({("HDMI-1", "42")}), RIGHT)
        self.there = [self.laptop, self.projector]

    def displays(self) -> list[Display]:
        return distinct_displays(self.there)

    def pull(self, display: Display) -> None:
        self.there = [item for item in self.there if not item.is_same(display)]
        self._show.screens.removed.emit()

    def plug(self, *plugged: Display) -> None:
        self.there += plugged
        self._show.screens.settled.emit(True)

    def settle(self) -> None:
        self._show.screens.settled.emit(False)
