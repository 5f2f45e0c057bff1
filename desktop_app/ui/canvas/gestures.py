"""Gestures of the mouse on the canvas, one object each: it moves what it shows while it lasts and ends in one act."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF

_DRAG_PX: Final = 4


class Gesture(Protocol):
    """What happens between pressing and releasing a button."""

    @property
    def has_begun(self) -> bool:
        """Whether it shows; a press that never moved is a click."""

    def move(self, point: QPointF) -> None:
        """The pointer is at another point of the widget."""

    def release(self, point: QPointF) -> None:
        """The button was let go: the gesture is carried out."""

    def cancel(self) -> None:
        """The gesture is given up: everything is as before."""


class PanGesture:
    """Drags the map along; a mere click lets go of the selection.

    Args:
        start: where the button was pressed.
        pan: moves the map by whole pixels.
        click: what a click without moving does.
        threshold_px: how far the pointer must move for it to be no click.
    """

    def __init__(
        self,
        start: QPointF,
        pan: Callable[[int, int], None],
        click: Callable[[], None],
        *,
        threshold_px: int = _DRAG_PX,
    ) -> None:
        self._start = start
        self._at = start
        self._pan = pan
        self._click = click
        self._threshold_px = threshold_px
        self._has_begun = False

    @property
    def has_begun(self) -> bool:
        """Whether the map has moved."""
        return self._has_begun

    def move(self, point: QPointF) -> None:
        """Moves the map with the pointer."""
        if not self._has_begun and (point - self._start).manhattanLength() < self._threshold_px:
            return
        self._has_begun = True
        # Whole pixels only; what is left over stays for the next move.
        offset = (point - self._at).toPoint()
        self._pan(offset.x(), offset.y())
        self._at += QPointF(offset)

    def release(self, point: QPointF) -> None:
        """Leaves the map where it is."""
        self.move(point)
        if not self._has_begun:
            self._click()

    def cancel(self) -> None:
        """Puts the map back."""
        back = (self._start - self._at).toPoint()
        self._pan(back.x(), back.y())
