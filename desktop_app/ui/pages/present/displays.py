"""The screens of the desktop as a room sees them: those that mirror each other are one. Tells when they change."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

# A projector that is plugged in comes and goes a few times before it stays.
_SETTLING_MS: Final = 300


@dataclass(frozen=True)
class Display:
    """What can show something of its own.

    Attributes:
        screens: name and serial number of each screen that shows it.
        area: its place on the desktop; where screens of several sizes mirror each other, what all of them show.
        screen: one of them, for Qt.
    """

    screens: frozenset[tuple[str, str]]
    area: QRect
    screen: QScreen | None = field(default=None, compare=False, repr=False)

    def is_same(self, other: "Display") -> bool:
        """Whether they have a screen in common."""
        return bool(self.screens & other.screens)


def displays() -> list[Display]:
    """What there is now; the first is the desktop's main one."""
    return distinct_displays(
        [
            Display(frozenset({_identity(screen)}), screen.geometry(), screen)
            for screen in QGuiApplication.screens()
            # Where there is no screen at all, Qt makes up one of no size.
            if not screen.geometry().isEmpty()
        ]
    )


def distinct_displays(screens: list[Display]) -> list[Display]:
    """Takes those of which one shows all that the other does for one."""
    distinct: list[Display] = []
    for screen in screens:
        twin = next((item for item in distinct if _mirror(item.area, screen.area)), None)
        if twin is None:
            distinct.append(screen)
            continue
        smaller = screen if twin.area.contains(screen.area) else twin
        distinct[distinct.index(twin)] = Display(twin.screens | screen.screens, smaller.area, smaller.screen)
    return distinct


def display_of(window: QWidget, among: list[Display]) -> Display | None:
    """On which of them a window is; the first one where that cannot be told."""
    identity = _identity(window.screen())
    return next((display for display in among if identity in display.screens), among[0] if among else None)


class DisplayChanges(QObject):
    """Tells when screens come, go or change.

    Signals:
        removed: one is gone, just now.
        settled: a moment after the last change; carries whether one came.
    """

    removed = Signal()
    settled = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_come = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._on_settled)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._has_come = True
        self._settling.start()

    def _on_removed(self, _screen: QScreen) -> None:
        self.removed.emit()
        self._settling.start()

    def _on_changed(self) -> None:
        self._settling.start()

    def _on_settled(self) -> None:
        has_come, self._has_come = self._has_come, False
        self.settled.emit(has_come)


def _identity(screen: QScreen) -> tuple[str, str]:
    return screen.name(), screen.serialNumber()


def _mirror(one: QRect, other: QRect) -> bool:
    return one.contains(other) or other.contains(one)
