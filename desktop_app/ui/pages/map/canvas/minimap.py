"""The whole map in a corner of the canvas, with a frame round the part that is shown. Painted, never a widget.

A widget above the canvas would make every scrolled frame a full repaint.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop_app.drawing.palette import Palette, Role
from desktop_app.ui.pages.map.canvas.painting import paint_rectangles
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.widgets import theme
from desktop_app.viewmodels.canvas.arrays import ROLES, Floats, distinct
from desktop_app.viewmodels.canvas.scene import Scene

_WIDTH: Final = 150
_HEIGHT: Final = 96
_FROM_EDGE: Final = 16
_PADDING: Final = 9
_RADIUS: Final = 8.0
_LEAST_VIEW: Final = QSize(480, 360)  # in a smaller view it would hide more than it shows


class Minimap:
    """The picture of a scene in the corner of a view."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._pixmap: QPixmap | None = None
        self._shown: tuple[object, ...] = ()

    def area(self, window: VisibleArea, view: QSize) -> QRectF | None:
        """Where it is painted; None while the whole map can be seen, or the view is small."""
        width, height = self._scene.size
        # In type for a room a view shows as little as a small one.
        is_small = view.width() < theme.px(_LEAST_VIEW.width()) or view.height() < theme.px(_LEAST_VIEW.height())
        if not self._scene.places or is_small:
            return None
        seen = QRectF(0, 0, view.width(), view.height())
        if seen.contains(window.to_widget(0, 0, width, height)):
            return None
        return self.corner(view)

    def corner(self, view: QSize) -> QRectF:
        """The corner that belongs to it, painted or not."""
        return QRectF(view.width() - _WIDTH - _FROM_EDGE, view.height() - _HEIGHT - _FROM_EDGE, _WIDTH, _HEIGHT)

    def paint(self, painter: QPainter, window: VisibleArea, view: QSize, palette: Palette, exposed: QRectF) -> None:
        """Paints it where it is exposed; the painter has a clip."""
        area = self.area(window, view)
        if area is None or not area.intersects(exposed):
            return
        painter.drawPixmap(area.topLeft(), self._picture(palette, window.device_ratio))
        left, top = window.to_map(QPointF(0, 0))
        right, bottom = window.to_map(QPointF(view.width(), view.height()))
        scale, origin = self._fit(area)
        frame = QRectF(
            QPointF(origin.x() + left * scale, origin.y() + top * scale),
            QPointF(origin.x() + right * scale, origin.y() + bottom * scale),
        )
        inside = area.adjusted(3, 3, -3, -3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette[Role.FOCUS]), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.intersected(inside), 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def window_at(self, point: QPointF, window: VisibleArea, view: QSize) -> VisibleArea:
        """The window whose middle is the place of the map under a point of the minimap."""
        scale, origin = self._fit(self.corner(view))
        x, y = (point.x() - origin.x()) / scale, (point.y() - origin.y()) / scale
        left = round(x * window.zoom - view.width() / 2)
        return replace(window, left=left, top=round(y * window.zoom - view.height() / 2))

    # --- inside --------------------------------------------------------------------------------------

    def _fit(self, area: QRectF) -> tuple[float, QPointF]:
        """Pixels per map unit, and where the map's corner lies."""
        width, height = (max(length, 1.0) for length in self._scene.size)
        inner = area.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        scale = min(inner.width() / width, inner.height() / height)
        return scale, QPointF(
            inner.left() + (inner.width() - width * scale) / 2, inner.top() + (inner.height() - height * scale) / 2
        )

    def _picture(self, palette: Palette, device_ratio: float) -> QPixmap:
        """The cards without the frame, kept until something moves or turns another colour."""
        shown = (self._scene.version, palette.name, device_ratio)
        if self._pixmap is None or shown != self._shown:
            self._shown = shown
            self._pixmap = self._draw(palette, device_ratio)
        return self._pixmap

    def _draw(self, palette: Palette, device_ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(_WIDTH, _HEIGHT) * device_ratio)
        pixmap.setDevicePixelRatio(device_ratio)
        pixmap.fill(QColor(palette[Role.PAPER]))
        area = QRectF(0, 0, _WIDTH, _HEIGHT)
        arrays = self._scene.arrays
        scale, origin = self._fit(area)
        rows = np.column_stack(
            (
                origin.x() + arrays.x * scale,
                origin.y() + arrays.y * scale,
                np.maximum(arrays.width * scale, 1.0),
                np.maximum(arrays.height * scale, 1.0),
            )
        )
        roles = arrays.role
        if max(np.max(arrays.width, initial=0.0), np.max(arrays.height, initial=0.0)) * scale <= 1:
            rows, roles = _without_twins(rows, roles)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette[Role.LINE]), 1.0))
            painter.setBrush(QColor(palette[Role.CARD]))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setClipRect(area)
            painter.setPen(Qt.PenStyle.NoPen)
            for number in distinct(roles):
                paint_rectangles(painter, rows[roles == number], palette[ROLES[number]])
        return pixmap


def _without_twins(rows: Floats, roles: NDArray[np.uint8]) -> tuple[Floats, NDArray[np.uint8]]:
    """Rectangles of a pixel, one for all of a colour that fall on the same: ten thousand cards cover a few hundred."""
    taken = np.zeros((len(ROLES), _HEIGHT, _WIDTH), dtype=bool)
    taken[roles, rows[:, 1].astype(np.intp), rows[:, 0].astype(np.intp)] = True
    kept, lines, columns = np.nonzero(taken)
    one = np.ones(len(kept))
    return np.column_stack((columns, lines, one, one)), kept.astype(np.uint8)
