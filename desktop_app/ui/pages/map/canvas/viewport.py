"""The canvas's view on its scene: where it is, at which zoom, and how it moves. Paints nothing."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Signal

from desktop_app.drawing import tokens
from desktop_app.model.ids import CardId
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.ui.pages.map.canvas.tween import Layout
from desktop_app.ui.pages.map.canvas.visible_area import (
    MOST_ZOOM,
    VisibleArea,
    keep_visible,
    scroll_needed,
    step_of,
    zoom_to_fit,
)
from desktop_app.ui.widgets import theme
from desktop_app.viewmodels.canvas.scene import Scene

MARGIN: Final = 40  # pixels around the map
# Below this zoom the whole map is no good first look: nothing could be read.
_READABLE_FIT: Final = 0.6
_MOST_ROOM_FIT: Final = 2.5
_LEAST_TYPE: Final = min(style.size for style in (tokens.LABEL, tokens.TAG, tokens.NUMBER, tokens.NOTE))


class Viewport(QObject):
    """Which part of the scene a view of some size shows.

    Attributes:
        window: the part that is shown.
        is_at_first: nobody moved it since the first look.

    Signals:
        jumped: everything is somewhere else; paint it all.
        zoomed: the zoom is another.
    """

    jumped = Signal()
    zoomed = Signal(float)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._size = QSize()
        self.window = VisibleArea()
        self.is_at_first = True

    def resize(self, size: QSize) -> None:
        """The view has another size, in pixels."""
        self._size = size

    @property
    def zoom(self) -> float:
        """Pixels per map unit."""
        return self.window.zoom

    @property
    def room_zoom(self) -> float:
        """The zoom at which the back row can read all that stands on a card; 1 outside room size."""
        return theme.drawn_scale(_LEAST_TYPE)

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Zooms in or out around a point of the view, by default its middle."""
        self.zoom_to(step_of(self.zoom, steps, max(MOST_ZOOM, self.room_zoom)), at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zooms to a scale around a point of the view, by default its middle."""
        if zoom != self.zoom:
            middle = QPointF(self._size.width() / 2, self._size.height() / 2)
            self.go_to(self._held(self.window.zoomed(zoom, at if at is not None else middle)))
            self.zoomed.emit(zoom)

    def fit(self) -> None:
        """Shows the whole map in the middle, at 100 % at the most; in a room, as large as the back row needs it."""
        width, height = self._scene.size
        most = max(_MOST_ROOM_FIT, self.room_zoom) if theme.is_room() else 1.0
        zoom = zoom_to_fit(width, height, self._size.width(), self._size.height(), MARGIN, most)
        left = round((width * zoom - self._size.width()) / 2)
        top = round((height * zoom - self._size.height()) / 2)
        self.go_to(VisibleArea(left, top, zoom))
        self.zoomed.emit(zoom)

    def first_look(self, about: CardId | None = None) -> None:
        """The whole map where it can be read; else at 100 %, beginning with its first root.

        Args:
            about: with what to begin in a room, where little of a map is seen at once.
        """
        self.fit()
        if self.zoom < (self.room_zoom if theme.is_room() else _READABLE_FIT) and self._scene.places:
            self.zoom_to(self.room_zoom)
            begins_with = about if theme.is_room() and about is not None else CardId(0)
            first = card_area(self._scene, self.window, self._scene.index.get(begins_with, 0))
            axis, middle = self._scene.axis, QRectF(QPointF(), self._size.toSizeF()).center()
            along, _ = axis.sides(MARGIN - first.left(), MARGIN - first.top())
            _, across = axis.sides(middle.x() - first.center().x(), middle.y() - first.center().y())
            by_x, by_y = axis.sides(along, across)
            self.go_to(replace(self.window, left=self.window.left - round(by_x), top=self.window.top - round(by_y)))
        elif len(self._scene.places) == 1:
            # Room for what will grow out of the only card.
            _, stays = self._scene.axis.sides(self.window.left, self.window.top)
            left, top = self._scene.axis.sides(-2 * MARGIN, stays)
            self.go_to(replace(self.window, left=left, top=top))
        self.is_at_first = True

    def pan(self, dx: int, dy: int) -> tuple[int, int]:
        """Moves the map by whole pixels, as far as some of it stays visible; returns by how much it moved."""
        before = self.window
        self.is_at_first = False
        self.window = self._held(replace(before, left=before.left - dx, top=before.top - dy))
        return before.left - self.window.left, before.top - self.window.top

    def reveal(self, card: CardId) -> None:
        """Moves as little as needed for a card to be seen whole."""
        position = self._scene.index.get(card)
        if position is not None:
            self.bring_in(card_area(self._scene, self.window, position), MARGIN)

    def bring_in(self, area: QRectF, most_margin: float) -> None:
        """Moves as little as needed for a rectangle of the view to lie inside it."""
        margin = min(most_margin, self._size.width() / 8, self._size.height() / 8)
        dx = scroll_needed(area.left(), area.right(), self._size.width(), margin)
        dy = scroll_needed(area.top(), area.bottom(), self._size.height(), margin)
        if dx or dy:
            self.go_to(replace(self.window, left=self.window.left - dx, top=self.window.top - dy))

    def keep_still(self, before: Layout, card: CardId | None) -> tuple[float, float]:
        """Moves with the new layout so that a card stays where it is on the screen.

        Args:
            before: the layout that was left.
            card: what is to stay; without it, or when it is new or gone, the root that was first.

        Returns:
            By how much the view moved, in map units.
        """
        index = self._scene.index
        if card not in before.index or card not in index:
            card = next((place.card for place in before.places if place.card in index), None)
        if card is None:
            return 0.0, 0.0
        old, new = before.index[card], index[card]
        dx = float(self._scene.arrays.x[new] - before.arrays.x[old])
        dy = float(self._scene.arrays.y[new] - before.arrays.y[old])
        window = self.window
        left, top = window.left + round(dx * window.zoom), window.top + round(dy * window.zoom)
        self.window = replace(window, left=left, top=top)
        self.is_at_first = False
        return dx, dy

    def move_to(self, window: VisibleArea) -> None:
        """Shows another part at the same zoom, as far as some of the map stays visible."""
        self.go_to(self._held(window))

    def go_to(self, window: VisibleArea) -> None:
        """Shows another part of the map."""
        self.window = window
        self.is_at_first = False
        self.jumped.emit()

    def _held(self, window: VisibleArea) -> VisibleArea:
        return keep_visible(window, *self._scene.size, self._size.width(), self._size.height())
