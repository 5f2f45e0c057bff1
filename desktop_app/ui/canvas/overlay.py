"""What the canvas paints above the cards: the ring of the selection, folded branches, a hint on an empty map."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop_app.drawing.palette import Role
from desktop_app.model.ids import CardId
from desktop_app.ui import theme
from desktop_app.ui.canvas.scene import Scene
from desktop_app.ui.canvas.window import Window

RING: Final = 4  # pixels from a card to the ring of the selection
_CHIP_PX: Final = 22


def paint_overlay(painter: QPainter, scene: Scene, window: Window, selected: CardId | None, exposed: QRectF) -> None:
    """Paints folded branches and the selection within an exposed rectangle of the widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for card, count in scene.hidden.items():
        area = fold_area(scene, window, card)
        if area is not None and area.intersects(exposed):
            _paint_chip(painter, area, _folded_words(count))
    position = scene.index.get(selected) if selected is not None else None
    if position is not None:
        painter.setPen(QPen(theme.colour(Role.FOCUS), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = card_area(scene, window, position).adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(ring, theme.RADIUS + 2, theme.RADIUS + 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_hint(painter: QPainter, area: QRectF) -> None:
    """Says how to begin, on an empty map."""
    painter.setPen(theme.colour(Role.FAINT))
    painter.setFont(theme.interface_font(theme.TITLE_PX))
    words = "An empty map. Type its question, or paste a text."
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def card_area(scene: Scene, window: Window, position: int) -> QRectF:
    """A visible card on the widget."""
    arrays = scene.arrays
    return window.to_widget(
        float(arrays.x[position]),
        float(arrays.y[position]),
        float(arrays.width[position]),
        float(arrays.height[position]),
    )


def fold_area(scene: Scene, window: Window, card: CardId) -> QRectF | None:
    """The chip beside a folded card that says how much it hides; None where nothing is folded there."""
    position, count = scene.index.get(card), scene.hidden.get(card)
    if position is None or count is None:
        return None
    area = card_area(scene, window, position)
    metrics = QFontMetrics(theme.interface_font(theme.SMALL_PX))
    width = metrics.horizontalAdvance(_folded_words(count)) + 18
    return QRectF(area.right() + 8, area.center().y() - _CHIP_PX / 2, width, _CHIP_PX)


def fold_at(scene: Scene, window: Window, point: QPointF) -> CardId | None:
    """The folded card whose chip is under a point of the widget."""
    for card in scene.hidden:
        area = fold_area(scene, window, card)
        if area is not None and area.contains(point):
            return card
    return None


def _paint_chip(painter: QPainter, area: QRectF, words: str) -> None:
    painter.setPen(QPen(theme.colour(Role.LINE), 1.0))
    painter.setBrush(theme.colour(Role.CARD))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setFont(theme.interface_font(theme.SMALL_PX))
    painter.setPen(theme.colour(Role.MUTED))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _folded_words(count: int) -> str:
    return f"{count} folded ▸"
