"""One frame of the canvas from back to front: map, marks, what is painted at fixed places. Takes no events."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QRegion

from desktop_app.ui.pages.map.canvas.minimap import Minimap
from desktop_app.ui.pages.map.canvas.overlay import OverlayMarks, paint_overlay
from desktop_app.ui.pages.map.canvas.painting import Pictures, paint_scene
from desktop_app.ui.pages.map.canvas.snapshot import Snapshot
from desktop_app.ui.pages.map.canvas.trail import Trail
from desktop_app.ui.pages.map.canvas.tween import Tween
from desktop_app.ui.pages.map.canvas.viewport import Viewport
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.card_clipboard import CardClipboard
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.crosslinks import CrossLinks, cross_links
from desktop_app.viewmodels.canvas.scene import Scene

_REACH: Final = 32  # pixels round the minimap that are painted together with it


class Frame:
    """What a canvas shows at a moment.

    Attributes:
        pictures: of cards, kept between frames.
        minimap: in the corner.
        trail: the way to the branch in focus, at the top.
        snapshot: stands for the map while it is zoomed.
    """

    def __init__(
        self, workspace: Workspace, clipboard: CardClipboard, scene: Scene, viewport: Viewport, tween: Tween
    ) -> None:
        self._workspace = workspace
        self._clipboard = clipboard
        self._scene = scene
        self._viewport = viewport
        self._tween = tween
        self._cross: CrossLinks | None = None
        self.pictures = Pictures()
        self.minimap = Minimap(scene)
        self.trail = Trail(workspace)
        self.snapshot = Snapshot()

    def paint(self, painter: QPainter, region: QRegion, view: QSize, device_ratio: float) -> int:
        """Paints the exposed region of a view of some size; returns how many cards that took."""
        palette, scene = theme.current(), self._scene
        window = replace(self._viewport.window, device_ratio=device_ratio)
        arrays = self._tween.arrays or scene.arrays
        painted = 0
        for exposed in self._parts(region, view):
            area = QRectF(exposed)
            if self.snapshot.is_held:
                self.snapshot.paint(painter, window, area, palette)
            else:
                painted += paint_scene(painter, scene, arrays, window, area, palette, self.pictures)
            if not self._tween.is_running:
                paint_overlay(painter, scene, window, self._marks(), area)
            self.minimap.paint(painter, window, view, palette, area)
            self.trail.paint(painter, area)
        painter.setClipRegion(region)
        return painted

    def hold(self, view: QSize, device_ratio: float) -> None:
        """Takes the frame that stands for the map until `snapshot` is dropped."""
        window = replace(self._viewport.window, device_ratio=device_ratio)
        self.snapshot.take(window, view, lambda painter: self._paint_map(painter, window, view))

    def invalidate(self, width: int) -> None:
        """Something changed: what was kept of the last frame is not true any more."""
        self.snapshot.drop()
        self.invalidate_marks()
        self.trail.refresh(width)

    def invalidate_marks(self) -> None:
        """Another card is selected."""
        self._cross = None

    def fixed_areas(self, view: QSize) -> Iterator[QRect]:
        """What is painted at a fixed place, whatever part of the map is shown."""
        for area in (self.minimap.area(self._viewport.window, view), self.trail.area):
            if area is not None:
                yield area.toAlignedRect()

    # --- inside --------------------------------------------------------------------------------------

    def _parts(self, region: QRegion, view: QSize) -> Iterator[QRect]:
        """The rectangles of a region; what a pan exposes in the corner of the minimap counts as one."""
        if region.rectCount() > 1:
            corner = self.minimap.corner(view).toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
            inside = region.intersected(corner).boundingRect()
            region = region.subtracted(QRegion(corner))
            if not inside.isEmpty():
                yield inside
        yield from cast("Iterable[QRect]", region)

    def _paint_map(self, painter: QPainter, window: VisibleArea, view: QSize) -> None:
        area = QRectF(0, 0, view.width(), view.height())
        scene = self._scene
        paint_scene(painter, scene, scene.arrays, window, area, theme.current(), self.pictures)

    def _marks(self) -> OverlayMarks:
        view = self._workspace.view
        if self._cross is None:
            self._cross = cross_links(self._workspace.document, self._scene, self._workspace.places, view.selected)
        return OverlayMarks(
            view.selected, view.others, frozenset(item.card for item in self._clipboard.cut), self._cross
        )
