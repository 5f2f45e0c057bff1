"""The mouse on the canvas: which gesture a press begins, where it leads, and how the pointer looks over what."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.model.ids import CardId
from desktop_app.ui.pages.map.canvas.gestures import BandGesture, DropGesture, Gesture, PanGesture, SteerGesture
from desktop_app.ui.pages.map.canvas.minimap import Minimap
from desktop_app.ui.pages.map.canvas.overlay import fold_at, paint_band, paint_drop
from desktop_app.ui.pages.map.canvas.trail import Trail
from desktop_app.ui.pages.map.canvas.viewport import Viewport
from desktop_app.ui.workspace.card_clipboard import tops
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.dropping import Drop, drop_at
from desktop_app.viewmodels.canvas.scene import Scene

_SHAPE: Final = Qt.CursorShape
# Cards that are dragged to the edge take the map along: within so many pixels, so many pixels a frame.
_EDGE_PX: Final = 28
_EDGE_STEP_PX: Final = 10
_FRAME_MS: Final = 16


class Pointing:
    """Gestures on one canvas.

    Args:
        canvas: gets the cursor, and is repainted while a gesture shows.
        workspace: what is worked on.
        viewport: the view of the canvas on its scene.
        minimap: painted in its corner.
        trail: painted at its top.
        pan: moves the map by whole pixels.

    Attributes:
        gesture: what a held button does; None between gestures.
    """

    def __init__(
        self,
        canvas: QWidget,
        workspace: Workspace,
        scene: Scene,
        viewport: Viewport,
        minimap: Minimap,
        trail: Trail,
        pan: Callable[[int, int], None],
    ) -> None:
        self._canvas = canvas
        self._workspace = workspace
        self._scene = scene
        self._viewport = viewport
        self._minimap = minimap
        self._trail = trail
        self._pan = pan
        self.gesture: Gesture | None = None
        self._at_edge = QTimer(canvas, interval=_FRAME_MS)
        self._at_edge.timeout.connect(self._pan_at_edge)

    @property
    def is_busy(self) -> bool:
        """Whether a button is held for a gesture."""
        return self.gesture is not None

    @property
    def is_painted(self) -> bool:
        """Whether the gesture is to be seen above the map."""
        return isinstance(self.gesture, DropGesture | BandGesture) and self.gesture.has_begun

    def press(self, event: QMouseEvent) -> None:
        """Begins what a press of a button begins."""
        point = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self.gesture = PanGesture(point, self._pan, lambda: None, threshold_px=0)
        elif event.button() is Qt.MouseButton.LeftButton and not self._press_above_map(point):
            self._press_map(point, event.modifiers())

    def move(self, point: QPointF) -> None:
        """Goes on with the gesture, or shows what is under the pointer."""
        if self.gesture is None:
            self._canvas.setCursor(_SHAPE.PointingHandCursor if self._is_live(point) else _SHAPE.ArrowCursor)
            return
        self.gesture.move(point)
        if self.gesture.has_begun:
            self._canvas.setCursor(self._cursor())
        if isinstance(self.gesture, DropGesture) and self._beyond_edge(point) != (0, 0):
            self._at_edge.start()

    def release(self, point: QPointF) -> None:
        """Carries the gesture out."""
        gesture = self.gesture
        if gesture is not None:
            self._end()
            gesture.release(point)

    def cancel(self) -> None:
        """Gives the gesture up: everything is as before."""
        gesture = self.gesture
        if gesture is not None:
            self._end()
            gesture.cancel()

    def paint(self, painter: QPainter) -> None:
        """Paints what the gesture shows above the map."""
        gesture = self.gesture
        if isinstance(gesture, DropGesture) and gesture.has_begun:
            paint_drop(painter, self._viewport.window, gesture.point, gesture.drop, QRectF(self._canvas.rect()))
        elif isinstance(gesture, BandGesture) and gesture.has_begun:
            paint_band(painter, gesture.area)

    # --- inside --------------------------------------------------------------------------------------

    def _press_above_map(self, point: QPointF) -> bool:
        """Whether the press was meant for what is painted above the map."""
        step = self._trail.step_at(point)
        if step is not None:
            self._workspace.view.focus_on(step.card)
            return True
        view = self._canvas.size()
        area = self._minimap.area(self._viewport.window, view)
        if area is not None and area.contains(point):
            before = self._viewport.window

            def steer(to: QPointF) -> None:
                self._viewport.move_to(self._minimap.window_at(to, self._viewport.window, view))

            self.gesture = SteerGesture(point, steer, lambda: self._viewport.move_to(before))
            return True
        folded = fold_at(self._scene, self._viewport.window, point)
        if folded is not None:
            self._workspace.view.fold(folded, folded=False)
            return True
        return False

    def _press_map(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        view = self._workspace.view
        card = self._card_at(point)
        adds = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        if card is None:
            if adds:
                self.gesture = BandGesture(point, self._band(view.chosen))
            else:
                self.gesture = PanGesture(point, self._pan, lambda: view.select(None))
            return
        if adds:
            self._workspace.select_also(card)
            return
        if card not in view.chosen:
            self._workspace.select(card)
        if not self._workspace.session.is_read_only:
            self.gesture = DropGesture(
                point, self._find_drop, self._canvas.update, self._drop, lambda: self._workspace.select(card)
            )

    def _band(self, before: frozenset[CardId]) -> Callable[[QRectF], None]:
        """Selects what a rectangle touches beside what was selected before."""
        places, view = self._scene.places, self._workspace.view
        current = view.selected

        def span(area: QRectF) -> None:
            touched = (
                self._scene.visible(*self._viewport.window.to_map_rectangle(area)).tolist()
                if not area.isEmpty()
                else []
            )
            selection = before | {places[position].card for position in touched}
            first = (
                current
                if current is not None
                else next((place.card for place in places if place.card in selection), None)
            )
            place = self._workspace.place_of(first) if first is not None else None
            view.select(first, place.argument if place is not None else None, others=selection)
            self._canvas.update()

        return span

    def _find_drop(self, point: QPointF) -> Drop | None:
        moved = tops(self._workspace)
        return drop_at(self._scene, self._workspace.document, moved, *self._viewport.window.to_map(point))

    def _drop(self, drop: Drop) -> None:
        edit = drop.edit
        if edit is not None and self._workspace.attempt(edit):
            selected = self._workspace.view.selected
            place = self._workspace.place_of(selected) if selected is not None else None
            if place is not None:
                self._workspace.show_place(place)
                self._workspace.view.select(place.card, place.argument, others=self._workspace.view.others)

    def _beyond_edge(self, point: QPointF) -> tuple[int, int]:
        """By how much the map is to move so that what lies beyond the near edges comes into view."""
        across, down = self._canvas.width() - point.x(), self._canvas.height() - point.y()
        dx = _EDGE_STEP_PX if point.x() < _EDGE_PX else -_EDGE_STEP_PX if across < _EDGE_PX else 0
        dy = _EDGE_STEP_PX if point.y() < _EDGE_PX else -_EDGE_STEP_PX if down < _EDGE_PX else 0
        return dx, dy

    def _pan_at_edge(self) -> None:
        gesture = self.gesture
        step = self._beyond_edge(gesture.point) if isinstance(gesture, DropGesture) else (0, 0)
        if step == (0, 0) or not isinstance(gesture, DropGesture):
            self._at_edge.stop()
            return
        self._pan(*step)
        gesture.move(gesture.point)

    def _end(self) -> None:
        self.gesture = None
        self._at_edge.stop()
        self._canvas.unsetCursor()
        self._canvas.update()

    def _cursor(self) -> Qt.CursorShape:
        if isinstance(self.gesture, DropGesture):
            can_drop = self.gesture.drop is not None and self.gesture.drop.edit is not None
            return _SHAPE.DragMoveCursor if can_drop else _SHAPE.ForbiddenCursor
        return _SHAPE.CrossCursor if isinstance(self.gesture, BandGesture) else _SHAPE.ClosedHandCursor

    def _is_live(self, point: QPointF) -> bool:
        """Whether a click on a point does something of its own."""
        window = self._viewport.window
        minimap = self._minimap.area(window, self._canvas.size())
        return (
            self._trail.step_at(point) is not None
            or (minimap is not None and minimap.contains(point))
            or self._card_at(point) is not None
            or fold_at(self._scene, window, point) is not None
        )

    def _card_at(self, point: QPointF) -> CardId | None:
        return self._scene.card_at(*self._viewport.window.to_map(point))
