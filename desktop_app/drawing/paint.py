"""Paints shapes with QPainter: cards on the canvas at rest, and pictures for export. Decides nothing about looks."""

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from desktop_app.drawing.fonts import qt_font
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Palette
from desktop_app.drawing.per_thread import remembered_per_thread
from desktop_app.drawing.registers import clear_upper_halves
from desktop_app.drawing.shapes import Anchor, Box, Curve, Dot, Shape, Text
from desktop_app.drawing.tokens import TypeStyle

_NO_PEN: Final = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH: Final = QBrush(Qt.BrushStyle.NoBrush)
_WIDEST: Final = 1e6  # map units
# Left means left, also for text that runs to the left.
_one_line: Final = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
# A line runs as its own letters do, whichever way the program runs.
_one_line.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
_one_line.setWrapMode(QTextOption.WrapMode.NoWrap)


def paint_shapes(painter: QPainter, shapes: tuple[Shape, ...], palette: Palette) -> None:
    """Paints shapes in their order."""
    is_after_fill = True
    for shape in shapes:
        if isinstance(shape, Text):
            if is_after_fill:
                clear_upper_halves()
                is_after_fill = False
            _paint_text(painter, shape, palette)
            continue
        is_after_fill = True
        if isinstance(shape, Box):
            _set_ink(painter, shape, palette)
            rectangle = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.drawRoundedRect(rectangle, shape.radius, shape.radius)
        elif isinstance(shape, Dot):
            _set_ink(painter, shape, palette)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        else:
            _paint_curve(painter, shape, palette)


@cache
def colour(value: str) -> QColor:
    """The Qt colour of `#rrggbb`."""
    return QColor(value)


@cache
def _pen(value: str, thickness: float) -> QPen:
    return QPen(QColor(value), thickness)


@cache
def _brush(value: str) -> QBrush:
    return QBrush(QColor(value))


def _set_ink(painter: QPainter, shape: Box | Dot, palette: Palette) -> None:
    thickness = shape.thickness if isinstance(shape, Box) else 1.0
    painter.setPen(_NO_PEN if shape.stroke is None else _pen(palette[shape.stroke], thickness))
    painter.setBrush(_NO_BRUSH if shape.fill is None else _brush(palette[shape.fill]))


def _paint_text(painter: QPainter, shape: Text, palette: Palette) -> None:
    painter.setPen(_pen(palette[shape.role], 1.0))
    x = shape.x - text_width(shape.text, shape.style) if shape.anchor is Anchor.END else shape.x
    runs, ascent = _glyphs(shape.text, shape.style)
    for run in runs:
        painter.drawGlyphRun(QPointF(x, shape.y - ascent), run)


@remembered_per_thread(most=4096)
def _glyphs(text: str, style: TypeStyle) -> tuple[tuple[QGlyphRun, ...], float]:
    """The glyphs of a line and its ascent: choosing and placing them takes as long as painting them.

    They do not depend on the zoom, since the fonts are not hinted.
    """
    layout = QTextLayout(text, qt_font(style))
    layout.setTextOption(_one_line)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return (), 0.0
    line.setLineWidth(_WIDEST)
    layout.endLayout()
    return tuple(layout.glyphRuns()), line.ascent()


def _paint_curve(painter: QPainter, shape: Curve, palette: Palette) -> None:
    pen = QPen(colour(palette[shape.role]), shape.thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if shape.dash:
        pen.setDashPattern(list(shape.dash))
    x1, y1, x2, y2, x3, y3, x4, y4 = shape.points
    path = QPainterPath(QPointF(x1, y1))
    path.cubicTo(x2, y2, x3, y3, x4, y4)
    painter.strokePath(path, pen)
