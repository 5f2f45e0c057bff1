"""When screens refresh: once for an action of a person, when everything is as it will be."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Flag, auto

from PySide6.QtCore import QObject, Signal


class RefreshPart(Flag):
    """What can be other than before: what screens look at to know whether they show it."""

    RECORDS = auto()
    MAP = auto()
    SELECTION = auto()
    PERSPECTIVE = auto()
    PAGE = auto()
    CELL = auto()
    SECTION = auto()
    TEXTS = auto()  # how many wait that were refused


class Refreshing(QObject):
    """Gathers what an action changes.

    Signals:
        refreshed: the `RefreshPart`s that are other than before the action.
    """

    refreshed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._depth = 0
        self._parts = RefreshPart(0)

    @contextmanager
    def action(self) -> Iterator[None]:
        """Holds `refreshed` back until everything that belongs to one action of a person is done."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth and self._parts:
                parts, self._parts = self._parts, RefreshPart(0)
                self.refreshed.emit(parts)

    def mark(self, parts: RefreshPart) -> None:
        """Something is other than before: screens hear of it when the action is over."""
        with self.action():
            self._parts |= parts
