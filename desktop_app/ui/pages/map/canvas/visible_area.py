"""Which part of a map a canvas shows, and from one system of coordinates to the other."""

import math
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

# Zoom goes in quarters of an octave, so that pictures of cards can be kept per step.
STEP: Final = 2 ** (1 / 4)
_STEPS_OUT: Final = 32
MOST_ZOOM: Final = STEP**8
_KEPT_PX: Final = 80


@dataclass(frozen=True, slots=True)
class VisibleArea:
    """The visible part of a map.

    Attributes:
        left: of the map, in widget pixels at this zoom; whole, so that scrolling moves whole pixels.
        top: likewise.
        zoom: widget pixels per map unit.
        device_ratio: device pixels per widget pixel.
    """

    left: int = 0
    top: int = 0
    zoom: float = 1.0
    device_ratio: float = 1.0

    def to_map(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget on the map."""
        return (point.x() + self.left) / self.zoom, (point.y() + self.top) / self.zoom

    def to_map_rectangle(self, area: QRectF) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a widget's rectangle on the map."""
        left, top = self.to_map(area.topLeft())
        right, bottom = self.to_map(area.bottomRight())
        return left, top, right, bottom

    def to_widget(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle of the map on the widget."""
        zoom = self.zoom
        return QRectF(x * zoom - self.left, y * zoom - self.top, width * zoom, height * zoom)

    def zoomed(self, zoom: float, at: QPointF) -> "VisibleArea":
        """Another zoom, with the point of the map under `at` staying there."""
        x, y = self.to_map(at)
        return replace(self, zoom=zoom, left=round(x * zoom - at.x()), top=round(y * zoom - at.y()))


def step_of(zoom: float, by: int, most: float = MOST_ZOOM) -> float:
    """The zoom `by` steps in (or out, when negative) from the step nearest to a zoom, `most` at the most."""
    step = 0
    while STEP**step < zoom * STEP**-0.5:
        step += 1
    while STEP**step > zoom * STEP**0.5:
        step -= 1
    return min(most, float(STEP ** max(-_STEPS_OUT, step + by)))


def zoom_to_fit(
    width: float, height: float, view_width: float, view_height: float, margin: float, most: float = 1.0
) -> float:
    """The largest step, `most` at the most, at which a map fits a view."""
    zoom = most
    step = math.ceil(math.log(most, STEP))
    while step > -_STEPS_OUT and (width * zoom + 2 * margin > view_width or height * zoom + 2 * margin > view_height):
        step -= 1
        zoom = float(STEP**step)
    return zoom


def keep_visible(window: VisibleArea, width: float, height: float, view_width: int, view_height: int) -> VisibleArea:
    """The window, moved so that some of a map of this size stays visible however far one pans."""
    left = min(max(window.left, _KEPT_PX - view_width), max(round(width * window.zoom) - _KEPT_PX, 0))
    top = min(max(window.top, _KEPT_PX - view_height), max(round(height * window.zoom) - _KEPT_PX, 0))
    return replace(window, left=left, top=top)


def scroll_needed(low: float, high: float, size: int, margin: float) -> int:
    """How far a span must move to lie inside 0…size; the beginning wins when it is longer."""
    if low < margin or high - low > size - 2 * margin:
        return round(margin - low)
    return round(min(0.0, size - margin - high))
