"""Gestures of the mouse on the canvas, one object each: it moves what it shows while it lasts and ends in one act."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF

from desktop_app.viewmodels.canvas.dropping import Drop

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


class DropGesture:
    """Drags cards: says what dropping them would do, and does it when the button is let go.

    Args:
        start: where the button was pressed.
        find: what dropping at a point of the widget would do.
        follow: is told whenever that may be something else.
        carry_out: does it.
        click: what a click without moving does.

    Attributes:
        point: where the pointer is.
        drop: what dropping here would do; None: nothing.
    """

    def __init__(
        self,
        start: QPointF,
        find: Callable[[QPointF], Drop | None],
        follow: Callable[[], None],
        carry_out: Callable[[Drop], None],
        click: Callable[[], None],
    ) -> None:
        self._start = self.point = start
        self._find = find
        self._follow = follow
        self._carry_out = carry_out
        self._click = click
        self._has_begun = False
        self.drop: Drop | None = None

    @property
    def has_begun(self) -> bool:
        """Whether the cards are being dragged."""
        return self._has_begun

    def move(self, point: QPointF) -> None:
        """Looks what dropping here would do."""
        if self._has_begun or (point - self._start).manhattanLength() >= _DRAG_PX:
            self._has_begun = True
            self.point, self.drop = point, self._find(point)
            self._follow()

    def release(self, point: QPointF) -> None:
        """Drops the cards."""
        self.move(point)
        if not self._has_begun:
            self._click()
        elif self.drop is not None and self.drop.edit is not None:
            self._carry_out(self.drop)

    def cancel(self) -> None:
        """Leaves the cards where they are: nothing was moved yet."""
        self.drop = None


class BandGesture:
    """Spans a rectangle; the cards that it touches are selected.

    Args:
        start: where the button was pressed.
        span: is told the rectangle whenever it changes, and an empty one when the gesture is given up.

    Attributes:
        area: the rectangle.
    """

    def __init__(self, start: QPointF, span: Callable[[QRectF], None]) -> None:
        self._start = start
        self._span = span
        self.area = QRectF(start, start)

    @property
    def has_begun(self) -> bool:
        """Whether there is a rectangle to be seen."""
        return max(self.area.width(), self.area.height()) >= _DRAG_PX

    def move(self, point: QPointF) -> None:
        """Spans it up to another point."""
        self.area = QRectF(self._start, point).normalized()
        self._span(self.area)

    def release(self, point: QPointF) -> None:
        """Leaves the cards selected."""
        self.move(point)

    def cancel(self) -> None:
        """Selects what was selected before."""
        self.area = QRectF(self._start, self._start)
        self._span(QRectF())


class SteerGesture:
    """Moves the view from the first press on, as the minimap asks.

    Args:
        start: where the button was pressed.
        steer: goes to where a point of the widget leads.
        back: returns to where the view was.
    """

    has_begun = True

    def __init__(self, start: QPointF, steer: Callable[[QPointF], None], back: Callable[[], None]) -> None:
        self._steer = steer
        self._back = back
        steer(start)

    def move(self, point: QPointF) -> None:
        """Goes where the pointer leads."""
        self._steer(point)

    def release(self, point: QPointF) -> None:
        """Stays there."""
        self._steer(point)

    def cancel(self) -> None:
        """Goes back."""
        self._back()
