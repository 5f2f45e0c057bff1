"""A chart on the screen: paints its shapes, and says the same in words to who cannot see it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.drawing import tokens
from desktop_app.drawing.charts.picture import DrawnChart
from desktop_app.drawing.paint import paint_shapes
from desktop_app.ui.widgets import theme

_LEAST_WIDTH: Final = 240.0  # of what is drawn, before it is enlarged


class ChartView(QWidget):
    """Shows a chart as wide as it is given room.

    Args:
        name: what the chart is about, said before its words.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._draw: Callable[[float], DrawnChart] | None = None
        self._chart: DrawnChart | None = None
        self._scale = theme.drawn_scale(tokens.CAPTION.size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What the chart shows, in sentences."""
        return self._chart.words if self._chart is not None else ""

    def show_chart(self, draw: Callable[[float], DrawnChart] | None) -> None:
        """Shows what `draw` makes of a width in pixels; None shows nothing."""
        self._draw = draw
        self._redraw()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), self._height_px)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redraw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(self._scale, self._scale)
                paint_shapes(painter, self._chart.shapes, theme.current())

    @property
    def _height_px(self) -> int:
        return round(self._chart.height * self._scale) if self._chart is not None else 0

    def _redraw(self) -> None:
        self._chart = self._draw(max(self.width() / self._scale, _LEAST_WIDTH)) if self._draw is not None else None
        self.setFixedHeight(self._height_px)
        self.setAccessibleName(f"{self._name}. {self.words}")
        self.update()
