"""What the canvas paints above the cards: selection, cross links, folded branches, what a drag would do, a hint."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop_app.drawing.palette import Role
from desktop_app.model.ids import CardId
from desktop_app.ui.pages.map.canvas.painting import BARS, paint_lines
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.widgets import theme
from desktop_app.viewmodels.canvas.crosslinks import NO_CROSS_LINKS, CrossLinks
from desktop_app.viewmodels.canvas.dropping import Drop
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.viewmodels.canvas.strokes import curve_pieces
from desktop_app.wording.sentence import text

RING: Final = 4  # pixels from a card to the ring of the selection
_CHIP_PX: Final = 22
_END: Final = 3.5  # map units: the dots at the ends of cross links


@dataclass(frozen=True, slots=True)
class OverlayMarks:
    """What is marked on a scene.

    Attributes:
        selected: the card the keyboard acts on.
        others: further selected cards.
        cut: cards that were cut and will move.
        cross: the further uses of the selected card.
    """

    selected: CardId | None = None
    others: frozenset[CardId] = frozenset()
    cut: frozenset[CardId] = frozenset()
    cross: CrossLinks = NO_CROSS_LINKS


def paint_overlay(painter: QPainter, scene: Scene, window: VisibleArea, marks: OverlayMarks, exposed: QRectF) -> None:
    """Paints folded branches, cross links, the selection and what was cut within an exposed rectangle of the widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(marks.cross.controls) and window.zoom >= BARS:
        _paint_cross_links(painter, marks.cross, window)
    for card, count in scene.hidden.items():
        area = fold_area(scene, window, card)
        if area is not None and area.intersects(exposed):
            _paint_chip(painter, area, _folded_words(count))
    if marks.cut or marks.others:
        reach = exposed.adjusted(-RING - 2, -RING - 2, RING + 2, RING + 2)
        for position in scene.visible(*window.to_map_rectangle(reach)).tolist():
            card = scene.places[position].card
            area = card_area(scene, window, position)
            if card in marks.cut:
                _paint_cut(painter, area)
            if card in marks.others:
                _paint_ring(painter, area, 1.0)
    position = scene.index.get(marks.selected) if marks.selected is not None else None
    if position is not None:
        _paint_ring(painter, card_area(scene, window, position), 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_drop(painter: QPainter, window: VisibleArea, point: QPointF, drop: Drop | None, bounds: QRectF) -> None:
    """Marks where dragged cards would go, and says beside the pointer what would happen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = text("canvas.drop.nowhere") if drop is None else drop.words
    can_drop = drop is not None and drop.edit is not None
    if drop is not None:
        area = window.to_widget(*drop.area)
        mark = theme.colour(Role.FOCUS if can_drop else Role.WARNING)
        painter.setPen(QPen(mark, 1.5))
        mark.setAlpha(40)
        painter.setBrush(mark)
        painter.drawRoundedRect(area, min(theme.RADIUS, area.height() / 2), min(theme.RADIUS, area.height() / 2))
    font = theme.interface_font(theme.SMALL_PX)
    width = QFontMetrics(font).horizontalAdvance(words) + 2 * theme.SPACE
    bubble = QRectF(point.x() + 16, point.y() + 18, width, theme.px(26))
    bubble.moveLeft(min(bubble.left(), bounds.right() - width - 4))
    bubble.moveTop(min(bubble.top(), bounds.bottom() - bubble.height() - 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Role.QUESTION))
    painter.drawRoundedRect(bubble, 6, 6)
    painter.setFont(font)
    painter.setPen(theme.colour(Role.QUESTION_INK if can_drop else Role.QUESTION_MUTED))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_band(painter: QPainter, area: QRectF) -> None:
    """The rectangle that is being spanned."""
    colour = theme.colour(Role.FOCUS)
    painter.setPen(QPen(colour, 1.0))
    colour.setAlpha(24)
    painter.setBrush(colour)
    painter.drawRect(area)


def paint_hint(painter: QPainter, area: QRectF) -> None:
    """Says how to begin, on an empty map."""
    painter.setPen(theme.colour(Role.FAINT))
    painter.setFont(theme.interface_font(theme.TITLE_PX))
    words = text("canvas.begin")
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def card_area(scene: Scene, window: VisibleArea, position: int) -> QRectF:
    """A visible card on the widget."""
    arrays = scene.arrays
    return window.to_widget(
        float(arrays.x[position]),
        float(arrays.y[position]),
        float(arrays.width[position]),
        float(arrays.height[position]),
    )


def fold_area(scene: Scene, window: VisibleArea, card: CardId) -> QRectF | None:
    """The chip behind a folded card, where its branch would stand, that says how much it hides; None: not folded."""
    position, count = scene.index.get(card), scene.hidden.get(card)
    if position is None or count is None:
        return None
    area = card_area(scene, window, position)
    metrics = QFontMetrics(theme.interface_font(theme.SMALL_PX))
    width, height = metrics.horizontalAdvance(_folded_words(count)) + theme.px(18), theme.px(_CHIP_PX)
    end, _ = scene.axis.sides(area.right(), area.bottom())
    _, middle = scene.axis.sides(area.center().x() - width / 2, area.center().y() - height / 2)
    return QRectF(*scene.axis.sides(end + 8, middle), width, height)


def fold_at(scene: Scene, window: VisibleArea, point: QPointF) -> CardId | None:
    """The folded card whose chip is under a point of the widget."""
    for card in scene.hidden:
        area = fold_area(scene, window, card)
        if area is not None and area.contains(point):
            return card
    return None


def _paint_ring(painter: QPainter, area: QRectF, thickness: float) -> None:
    painter.setPen(QPen(theme.colour(Role.FOCUS), thickness))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(-RING, -RING, RING, RING), theme.RADIUS + 2, theme.RADIUS + 2)


def _paint_cut(painter: QPainter, area: QRectF) -> None:
    wash = theme.colour(Role.PAPER)
    wash.setAlpha(150)
    painter.setPen(QPen(theme.colour(Role.MUTED), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(wash)
    painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)


def _paint_cross_links(painter: QPainter, cross: CrossLinks, window: VisibleArea) -> None:
    is_dashed = np.array([look.is_dashed for look in cross.looks])
    thickness = np.array([look.thickness for look in cross.looks])
    pieces, curve = curve_pieces(cross.controls, is_dashed, thickness)
    pieces = pieces * window.zoom - (window.left, window.top, window.left, window.top)
    for number, look in enumerate(cross.looks):
        pen = QPen(theme.colour(look.role), look.thickness * window.zoom)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        paint_lines(painter, pieces[curve == number])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.role))
        for x, y in (cross.controls[number][0].tolist(), cross.controls[number][3].tolist()):
            painter.drawEllipse(window.to_widget(x - _END, y - _END, 2 * _END, 2 * _END))


def _paint_chip(painter: QPainter, area: QRectF, words: str) -> None:
    painter.setPen(QPen(theme.colour(Role.LINE), 1.0))
    painter.setBrush(theme.colour(Role.CARD))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setFont(theme.interface_font(theme.SMALL_PX))
    painter.setPen(theme.colour(Role.MUTED))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _folded_words(count: int) -> str:
    return text("canvas.folded.sign", count=count)
