"""A chart on the screen: paints its shapes, and says the same in words to who cannot see it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.drawing.charts.picture import Chart
from desktop_app.drawing.paint import paint_shapes
from desktop_app.ui import theme


class ChartView(QWidget):
    """Shows a chart as wide as it is given room.

    Args:
        name: what the chart is about, said before its words.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._draw: Callable[[float], Chart] | None = None
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What the chart shows, in sentences."""
        return self._chart.words if self._chart is not None else ""

    def show_chart(self, draw: Callable[[float], Chart] | None) -> None:
        """Shows what `draw` makes of a width in pixels; None shows nothing."""
        self._draw = draw
        self._redraw()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, round(self._chart.height) if self._chart is not None else 0)

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
                paint_shapes(painter, self._chart.shapes, theme.current())

    def _redraw(self) -> None:
        self._chart = self._draw(max(float(self.width()), 240.0)) if self._draw is not None else None
        self.setFixedHeight(round(self._chart.height) if self._chart is not None else 0)
        self.setAccessibleName(f"{self._name}. {self.words}")
        self.update()
