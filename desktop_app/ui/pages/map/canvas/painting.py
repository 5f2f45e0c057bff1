"""Paints a scene: cards as cached pictures when they can be read, boxes when they cannot; links in batches.

Batches go to Qt as numpy memory (see `buffers`), never as paths: a wide pen on an antialiased path is 30–70 times
slower. Every painter gets an explicit clip for the same reason.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from desktop_app.drawing import tokens
from desktop_app.drawing.cards import CardFace, CardPicture, content_shapes, frame_shapes
from desktop_app.drawing.paint import paint_shapes
from desktop_app.drawing.palette import Palette, Role
from desktop_app.drawing.shapes import Shape
from desktop_app.layout.edges import Links, link_curves
from desktop_app.model.ids import CardId
from desktop_app.ui.pages.map.canvas.buffers import LINES, RECTANGLES
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.viewmodels.canvas.arrays import ROLES, Arrays, distinct
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.viewmodels.canvas.strokes import Area, curve_pieces, overlapping

# Below this zoom text is drawn as bars, below the next not at all.
READABLE: Final = 0.5
BARS: Final = 0.12

_DOUBTED: Final = -1  # no change has this number
_PICTURES_BYTES: Final = 64 << 20
_MOST_EMPTIES: Final = 48
_AA: Final = QPainter.RenderHint.Antialiasing
_NO_PEN: Final = QPen(Qt.PenStyle.NoPen)
_BAR_HEIGHT: Final = 8.0

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(slots=True)
class _Kept:
    """A card's picture, what it shows, and at which change that was last looked at."""

    face: CardFace
    pixmap: QPixmap
    seen_at: int


class Pictures:
    """Cards as pixmaps at one zoom in one palette, the least recently shown dropped first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[CardId, _Kept] = OrderedDict()
        self._empties: dict[tuple[Role, float, float], QPixmap] = {}
        self._bytes = 0
        self._scale, self._device_ratio = 0.0, 1.0
        self._palette: Palette | None = None
        self._changes = 0

    def clear(self) -> None:
        """Forgets everything."""
        self._kept.clear()
        self._empties.clear()
        self._bytes = 0

    def invalidate(self, cards: Iterable[CardId] | None = None) -> None:
        """Something changed: before a picture is shown again, it is seen whether its card still says the same.

        Args:
            cards: what may look different now; None: anything.
        """
        if cards is None:
            self._changes += 1
            return
        for card in cards:
            kept = self._kept.get(card)
            if kept is not None:
                kept.seen_at = _DOUBTED

    def get(self, scene: Scene, position: int, window: VisibleArea, palette: Palette) -> QPixmap:
        """The picture of a visible card, in the pixels of the device.

        Args:
            scene: what is shown.
            position: of the card in the scene.
            window: which part of the map is shown, how large.
            palette: the colours.
        """
        scale = window.zoom * window.device_ratio
        if (scale, window.device_ratio) != (self._scale, self._device_ratio) or palette is not self._palette:
            self.clear()
            self._scale, self._device_ratio, self._palette = scale, window.device_ratio, palette
        card = scene.places[position].card
        kept = self._kept.get(card)
        if kept is not None:
            self._kept.move_to_end(card)
            if kept.seen_at == self._changes:
                return kept.pixmap
            if kept.face == scene.face(position):
                kept.seen_at = self._changes
                return kept.pixmap
            self._drop(card)
        return self._draw(scene, position, palette)

    def _draw(self, scene: Scene, position: int, palette: Palette) -> QPixmap:
        picture = scene.picture(position)
        pixmap = QPixmap(self._empty(picture, self._scale, palette))
        _paint_on(pixmap, content_shapes(picture), self._scale, palette)
        pixmap.setDevicePixelRatio(self._device_ratio)
        self._kept[scene.places[position].card] = _Kept(picture.face, pixmap, self._changes)
        self._bytes += _size_of(pixmap)
        while self._bytes > _PICTURES_BYTES:
            self._drop(next(iter(self._kept)))
        return pixmap

    def _empty(self, picture: CardPicture, scale: float, palette: Palette) -> QPixmap:
        """The card without what stands on it. Round corners are a quarter of the work, and a copy is nothing."""
        kind = (picture.face.role, picture.width, picture.height)
        pixmap = self._empties.get(kind)
        if pixmap is None:
            if len(self._empties) == _MOST_EMPTIES:
                self._empties.clear()
            pixmap = self._empties[kind] = _empty_card(picture, scale, palette)
        return pixmap

    def _drop(self, card: CardId) -> None:
        self._bytes -= _size_of(self._kept.pop(card).pixmap)


def paint_scene(
    painter: QPainter,
    scene: Scene,
    arrays: Arrays,
    window: VisibleArea,
    exposed: QRectF,
    palette: Palette,
    pictures: Pictures,
) -> int:
    """Paints the part of a scene that an exposed rectangle of the widget shows.

    Args:
        painter: of the widget.
        scene: what is shown.
        arrays: where its cards are at this moment of an animation; at rest, the scene's own.
        window: which part of the map the widget shows.
        exposed: in widget pixels.
        palette: the colours.
        pictures: kept between calls.

    Returns:
        How many cards were painted.
    """
    painter.setClipRect(exposed)
    painter.fillRect(exposed, QColor(palette[Role.PAPER]))
    # Links and the ring of the selection reach a little beyond a card.
    left, top, right, bottom = window.to_map_rectangle(exposed.adjusted(-8, -8, 8, 8))
    area = (left, top, right, bottom)
    links = scene.links if arrays is scene.arrays else arrays.links(scene.axis)
    paint_links(painter, arrays, links, links.touching(*area), window, palette)
    shown = arrays.touching(*area)
    if window.zoom >= READABLE:
        _paint_pictures(painter, scene, arrays, shown, window, palette, pictures)
    else:
        _paint_boxes(painter, arrays, shown, window, palette)
        if window.zoom >= BARS:
            _paint_bars(painter, arrays, shown, window, palette)
    return len(shown)


def _paint_pictures(
    painter: QPainter,
    scene: Scene,
    arrays: Arrays,
    shown: NDArray[np.intp],
    window: VisibleArea,
    palette: Palette,
    pictures: Pictures,
) -> None:
    # Whole device pixels, so that a card looks the same wherever it stands.
    xs = np.round((arrays.x[shown] * window.zoom - window.left) * window.device_ratio) / window.device_ratio
    ys = np.round((arrays.y[shown] * window.zoom - window.top) * window.device_ratio) / window.device_ratio
    for position, x, y in zip(shown.tolist(), xs.tolist(), ys.tolist(), strict=True):
        painter.drawPixmap(QRectF(x, y, 0, 0).topLeft(), pictures.get(scene, position, window, palette))


def _empty_card(picture: CardPicture, scale: float, palette: Palette) -> QPixmap:
    pixmap = QPixmap(int(np.ceil(picture.width * scale)), int(np.ceil((picture.height + 1) * scale)))
    pixmap.fill(QColor(palette[Role.PAPER]))  # opaque: showing it is then a plain copy
    _paint_on(pixmap, frame_shapes(picture), scale, palette)
    return pixmap


def _paint_on(pixmap: QPixmap, shapes: tuple[Shape, ...], scale: float, palette: Palette) -> None:
    with QPainter(pixmap) as painter:
        painter.setRenderHint(_AA)
        painter.scale(scale, scale)
        paint_shapes(painter, shapes, palette)


def _size_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _paint_boxes(
    painter: QPainter, arrays: Arrays, shown: NDArray[np.intp], window: VisibleArea, palette: Palette
) -> None:
    painter.setPen(_NO_PEN)
    roles = arrays.role[shown]
    for number in distinct(roles):
        cards = shown[roles == number]
        rows = _on_screen(arrays.x[cards], arrays.y[cards], arrays.width[cards], arrays.height[cards], window)
        if window.zoom >= BARS and ROLES[number] is not Role.QUESTION:
            paint_rectangles(painter, rows, palette[Role.CARD])
            # The coloured edge, as on a card that can be read.
            rows = rows.copy()
            rows[:, 2] = np.maximum(tokens.BAR_WIDTH * window.zoom, 2.0)
        paint_rectangles(painter, rows, palette[ROLES[number]])


def _paint_bars(
    painter: QPainter, arrays: Arrays, shown: NDArray[np.intp], window: VisibleArea, palette: Palette
) -> None:
    """Grey bars where the lines of text are."""
    line = tokens.CLAIM.line
    rows: list[Floats] = []
    most = int(np.max((arrays.height[shown] - tokens.TEXT_TOP) // line, initial=0))
    for number in range(min(most, 6)):
        top = tokens.TEXT_TOP + number * line + (line - _BAR_HEIGHT) / 2
        cards = shown[arrays.height[shown] > top + line]
        x, y = arrays.x[cards] + tokens.PADDING, arrays.y[cards] + top
        width = arrays.width[cards] - tokens.PADDING - tokens.PADDING_END - (number % 3) * 24
        rows.append(_on_screen(x, y, width, np.full(len(cards), _BAR_HEIGHT), window))
    if rows:
        paint_rectangles(painter, np.concatenate(rows), palette[Role.TRACK])


def _on_screen(x: Floats, y: Floats, width: Floats, height: Floats, window: VisibleArea) -> Floats:
    """Rectangles of the map in widget pixels, at least one pixel each way."""
    zoom = window.zoom
    return np.column_stack(
        (
            x * zoom - window.left,
            y * zoom - window.top,
            np.maximum(width * zoom, 1.0),
            np.maximum(height * zoom, 1.0),
        )
    )


def paint_rectangles(painter: QPainter, rows: Floats, colour: str) -> None:
    """Filled rectangles without a border; rows of x, y, width, height in the painter's units."""
    painter.setBrush(QBrush(QColor(colour)))
    while len(rows):
        count = RECTANGLES.fill(rows)
        painter.drawRects(RECTANGLES.pointer, count)
        rows = rows[count:]


def paint_links(
    painter: QPainter, arrays: Arrays, links: Links, shown: Indices, window: VisibleArea, palette: Palette
) -> None:
    """Paints links: curves with dashes and brackets where cards can be read, hairlines where they cannot.

    Args:
        painter: of the widget, with a clip.
        arrays: how the links look.
        links: where they are.
        shown: which of them.
        window: which part of the map the widget shows.
        palette: the colours.
    """
    if not len(shown):
        return
    readable = window.zoom >= READABLE
    area = window.to_map_rectangle(painter.clipBoundingRect().adjusted(-8, -8, 8, 8))
    pieces, owners = _pieces(arrays, links, shown, area) if readable else _hairlines(links, shown)
    cards = links.children[owners]
    pieces = pieces * window.zoom - (window.left, window.top, window.left, window.top)
    painter.setRenderHint(_AA, on=readable)
    looks = arrays.link_role[cards].astype(np.int64) * 1000 + np.round(arrays.thickness[cards] * 100).astype(np.int64)
    for look in distinct(looks):
        role, thickness = ROLES[look // 1000], (look % 1000) / 100
        # Hairlines where nothing can be read: thousands of them cost what a few wide ones do.
        pen = QPen(QColor(palette[role]), thickness * window.zoom if readable else 0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        paint_lines(painter, pieces[looks == look])
    if readable:
        _paint_attacks(painter, arrays, links, shown, window, palette)
    painter.setRenderHint(_AA, on=False)


def _paint_attacks(
    painter: QPainter, arrays: Arrays, links: Links, shown: Indices, window: VisibleArea, palette: Palette
) -> None:
    """Dots where undercuts meet the links they attack."""
    undercuts = shown[~np.isnan(links.bends[shown, 0])]
    painter.setPen(_NO_PEN)
    for child, (x, y) in zip(links.children[undercuts].tolist(), links.starts[undercuts].tolist(), strict=True):
        painter.setBrush(QBrush(QColor(palette[ROLES[arrays.link_role[child]]])))
        radius = tokens.ATTACK_RADIUS
        painter.drawEllipse(window.to_widget(x - radius, y - radius, 2 * radius, 2 * radius))


def _hairlines(links: Links, shown: Indices) -> tuple[Floats, Indices]:
    """Straight lines instead of curves; undercuts in two, round their parents."""
    starts, bends, ends = links.starts[shown], links.bends[shown], links.ends[shown]
    bent = ~np.isnan(bends[:, 0])
    lines = np.column_stack((np.where(bent[:, None], bends, starts), ends))
    if not bent.any():
        return lines, shown
    return np.concatenate((np.column_stack((starts[bent], bends[bent])), lines)), np.concatenate((shown[bent], shown))


def _pieces(arrays: Arrays, links: Links, shown: Indices, area: Area) -> tuple[Floats, Indices]:
    """Straight pieces of curved links and of brackets, with the link each belongs to."""
    controls, owners = link_curves(links, shown)
    cards = links.children[owners]
    pieces, curve = curve_pieces(controls, arrays.is_dashed[cards], arrays.thickness[cards], area)
    if not len(links.braces):
        return pieces, owners[curve]
    is_shown = np.zeros(len(links.children), dtype=bool)
    is_shown[shown] = True
    braces = is_shown[links.brace_owners]
    every = np.concatenate((pieces, overlapping(links.braces[braces])))
    return every, np.concatenate((owners[curve], links.brace_owners[braces]))


def paint_lines(painter: QPainter, rows: Floats) -> None:
    """Straight lines with the painter's pen; rows of x1, y1, x2, y2 in widget pixels."""
    while len(rows):
        count = LINES.fill(rows)
        painter.drawLines(LINES.pointer, count)
        rows = rows[count:]
