"""Paints a page for a room, in any painter: on the screen, small for the presenter, on paper."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.drawing.palette import Palette, Role
from desktop_app.ui.pages.present.marks import Lines, SlideBar, SlideBox, SlideMark, SlidePage


def paint_page(painter: QPainter, page: SlidePage, palette: Palette) -> None:
    """Paints a page, with what is behind it, from the origin of the painter to the size of the page's screen."""
    painter.fillRect(QRectF(0.0, 0.0, page.screen.width, page.screen.height), QColor(palette[Role.PAPER]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in page.marks:
        _paint(painter, mark, palette)


def _paint(painter: QPainter, mark: SlideMark, palette: Palette) -> None:
    colour = QColor(palette[mark.role])
    if isinstance(mark, Lines) and mark.text is not None:
        painter.setPen(colour)
        mark.text.paint(painter, mark.area.topLeft(), mark.first, mark.count)
    elif isinstance(mark, SlideBox):
        painter.setPen(QPen(colour, mark.pen))
        painter.setBrush(QColor(palette[Role.CARD]) if mark.is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.area, mark.radius, mark.radius)
    elif isinstance(mark, SlideBar) and mark.is_hollow:
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(mark.area)
    else:
        painter.fillRect(mark.area, colour)
