"""The last sharp frame, shown larger or smaller while the wheel zooms; the canvas paints sharply once at the end."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_app.drawing.palette import Palette, Role
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea


class Snapshot:
    """A frame that stands for the map while it is zoomed."""

    def __init__(self) -> None:
        self._frame: QPixmap | None = None
        self._window = VisibleArea()

    @property
    def is_held(self) -> bool:
        """Whether it is to be shown instead of the map."""
        return self._frame is not None

    def take(self, window: VisibleArea, view: QSize, paint: Callable[[QPainter], None]) -> None:
        """Takes the frame, unless one is held already.

        Args:
            window: what the frame shows.
            view: the size of the canvas in pixels.
            paint: paints the map as it is now.
        """
        if self._frame is None:
            frame = QPixmap(view * window.device_ratio)
            frame.setDevicePixelRatio(window.device_ratio)
            with QPainter(frame) as painter:
                paint(painter)
            self._frame, self._window = frame, window

    def drop(self) -> None:
        """Forgets the frame: the map is painted sharply again."""
        self._frame = None

    def paint(self, painter: QPainter, window: VisibleArea, exposed: QRectF, palette: Palette) -> None:
        """Paints the frame as if it were the map in another window; pixels are copied, not smoothed."""
        assert self._frame is not None
        painter.setClipRect(exposed)
        painter.fillRect(exposed, QColor(palette[Role.PAPER]))
        scale = window.zoom / self._window.zoom
        corner = QPointF(self._window.left * scale - window.left, self._window.top * scale - window.top)
        size = self._frame.deviceIndependentSize() * scale
        painter.drawPixmap(QRectF(corner, size), self._frame, QRectF(self._frame.rect()))
