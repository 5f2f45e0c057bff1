"""The canvas: shows the scene of a map, moves over it, and turns keys and clicks into selections and edits."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId
from desktop_app.model.tree import reshapes
from desktop_app.ui import theme
from desktop_app.ui.canvas.editor import CardEditor
from desktop_app.ui.canvas.gestures import Gesture, PanGesture
from desktop_app.ui.canvas.navigation import Direction, neighbour
from desktop_app.ui.canvas.overlay import fold_at, paint_hint, paint_overlay
from desktop_app.ui.canvas.painting import Pictures, paint_scene
from desktop_app.ui.canvas.scene import Scene
from desktop_app.ui.canvas.tween import Layout, Tween
from desktop_app.ui.canvas.viewport import Viewport
from desktop_app.ui.canvas.window import Window
from desktop_app.ui.canvas.writing import Writing
from desktop_app.ui.commands import Commands
from desktop_app.ui.drafts import Draft
from desktop_app.ui.workspace import Workspace

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_EDITOR_MARGIN: Final = 12  # pixels around the editor in place
_SETTLE_MS: Final = 150
_WHEEL_NOTCH: Final = 120


class Canvas(QWidget):
    """The map of a workspace.

    Signals:
        menu_asked: where a context menu is wanted, in global pixels.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self.scene = Scene(workspace.document)
        self.viewport = Viewport(self.scene, self)
        self.cards_painted = 0
        self._pictures = Pictures()
        self._tween = Tween(self)
        self._writing = Writing(CardEditor(self), self.scene, workspace, commands)
        self._gesture: Gesture | None = None
        self._settle = QTimer(self)
        self._is_fitted = False
        self.setObjectName("canvas")
        self.setAccessibleName("Map")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._connect()
        self._show_map()

    def _connect(self) -> None:
        self._settle.timeout.connect(self.update)
        self._tween.moved.connect(self.update)
        self.viewport.jumped.connect(self._on_jumped)
        self._writing.ended.connect(self._on_writing_ended)
        self.editor.grew.connect(self._place_editor)
        self._workspace.changed.connect(self._on_changed)
        view = self._workspace.view
        view.map_changed.connect(self._on_map_changed)
        view.folding_changed.connect(self._on_folding_changed)
        view.selection_changed.connect(self._on_selection_changed)

    # --- moving over the map -------------------------------------------------------------------------

    def pan(self, dx: int, dy: int) -> None:
        """Moves the map by whole pixels; what stays visible is moved, not painted."""
        dx, dy = self.viewport.pan(dx, dy)
        if dx or dy:
            self.scroll(dx, dy)
            self._settle.start()

    def show_at(self, window: Window) -> None:
        """Shows a part of the map that was shown before, in place of a first look."""
        self._is_fitted = True
        self.viewport.go_to(window)
        self.viewport.zoomed.emit(window.zoom)

    def rest(self) -> None:
        """Ends a running animation: what is shown is where it belongs."""
        self._tween.finish()

    @property
    def tween(self) -> Tween:
        """The animation between layouts."""
        return self._tween

    # --- editing in place ----------------------------------------------------------------------------

    @property
    def editor(self) -> CardEditor:
        """The editor in place."""
        return self._writing.editor

    def edit(self, typed: str = "") -> None:
        """Edits the selected card's text in place; a character typed first goes to its end."""
        selected = self._workspace.view.selected
        if selected is None or self._workspace.session.is_read_only:
            return
        if self.editor.subject == selected:
            self.editor.insertPlainText(typed)
            return
        self.rest()
        self.viewport.reveal(selected)
        self._writing.open(selected, typed, self.viewport.zoom)
        self._place_editor()

    def write(self, draft: Draft, typed: str = "") -> None:
        """Opens the editor where a new card will stand."""
        if self._workspace.session.is_read_only:
            return
        self.rest()
        if draft.parent is not None:
            self._workspace.view.fold(draft.parent, folded=False)
            self.rest()
        self._writing.open(draft, typed, self.viewport.zoom)
        area = self._writing.area(self.viewport.window)
        if area is not None:
            self.viewport.bring_in(area, _EDITOR_MARGIN)
        self._place_editor()

    # --- events --------------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        window = replace(self.viewport.window, device_ratio=self.devicePixelRatioF())
        arrays = self._tween.arrays or self.scene.arrays
        selected = self._workspace.view.selected
        self.cards_painted = 0
        with QPainter(self) as painter:
            for exposed in cast("Iterable[QRect]", event.region()):
                area = QRectF(exposed)
                self.cards_painted += paint_scene(painter, self.scene, arrays, window, area, palette, self._pictures)
                if not self._tween.is_running:
                    paint_overlay(painter, self.scene, window, selected, area)
            if not self.scene.places and not self.editor.is_open:
                paint_hint(painter, QRectF(self.rect()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport.resize(event.size())
        if not self._is_fitted and self.isVisible():
            self._is_fitted = True
            self.viewport.first_look()
        self._place_editor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gesture is not None and event.key() == Qt.Key.Key_Escape:
            self._gesture.cancel()
            self._end_gesture()
            return
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move_selection(direction)
        elif event.key() == Qt.Key.Key_Home:
            self._select_first()
        elif event.key() == Qt.Key.Key_Escape:
            self._workspace.view.select(None)
        elif _is_typed(event):
            self._on_typed(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._on_typed(event.commitString())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._gesture = PanGesture(point, self.pan, lambda: None, threshold_px=0)
        elif event.button() is Qt.MouseButton.LeftButton:
            folded = fold_at(self.scene, self.viewport.window, point)
            card = self._card_at(point)
            if folded is not None:
                self._workspace.view.fold(folded, folded=False)
            elif card is not None:
                self._workspace.select(card)
            else:
                self._gesture = PanGesture(point, self.pan, lambda: self._workspace.view.select(None))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            self._gesture.move(event.position())
            if self._gesture.has_begun:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            self._gesture.release(event.position())
            self._end_gesture()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event.position())
        if card is not None:
            self._workspace.select(card)
            self._commands.edit_text()
        elif not self.scene.places:
            self._commands.add_child()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _WHEEL_NOTCH
            if notches:
                self.viewport.zoom_by(1 if notches > 0 else -1, event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not pixels.x():
            self.pan(pixels.y(), 0)
        else:
            self.pan(pixels.x(), pixels.y())
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self._card_at(QPointF(event.pos()))
        if card is not None:
            self._workspace.select(card)
        self.menu_asked.emit(event.globalPos())

    # --- inside: following the workspace -------------------------------------------------------------

    def _show_map(self) -> None:
        workspace = self._workspace
        self.rest()
        if workspace.view.map_id is None:
            self.scene.clear()
        else:
            self.scene.show(workspace.map_id, workspace.places, workspace.view.folded, workspace.results)
        self._pictures.clear()
        self.update()

    def _on_map_changed(self) -> None:
        self._show_map()
        self.viewport.first_look()

    def _on_changed(self, change_set: ChangeSet) -> None:
        workspace = self._workspace
        if workspace.view.map_id is None:
            return
        before = self._layout()
        moved = self.scene.follow(change_set, workspace.places, workspace.view.folded, workspace.results)
        self._pictures.doubt()
        if not before.places:
            self.viewport.first_look()
        elif moved:
            self._travel_from(before, animated=reshapes(change_set))
        self.update()

    def _on_folding_changed(self) -> None:
        before = self._layout()
        workspace = self._workspace
        self.scene.show(workspace.map_id, workspace.places, workspace.view.folded, workspace.results)
        self._travel_from(before, animated=True)
        self.update()

    def _layout(self) -> Layout:
        return Layout(self.scene.places, self.scene.index, self.scene.arrays)

    def _travel_from(self, before: Layout, *, animated: bool) -> None:
        """Goes to a new layout; the selected card stays where it is on the screen and the others move round it."""
        shift = self.viewport.keep_still(before, self._workspace.view.selected)
        if animated:
            self._tween.start(before, self.scene, shift)

    def _on_selection_changed(self) -> None:
        selected = self._workspace.view.selected
        self._writing.commit_if_left(selected)
        if selected is not None:
            self.viewport.reveal(selected)
        self.update()

    def _on_writing_ended(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def _end_gesture(self) -> None:
        self._gesture = None
        self.unsetCursor()

    # --- inside: keys --------------------------------------------------------------------------------

    def _move_selection(self, direction: Direction) -> None:
        selected = self._workspace.view.selected
        if selected is None or selected not in self.scene.index:
            self._select_first()
            return
        found = neighbour(self.scene, selected, direction)
        if found is not None:
            self._workspace.select(found)

    def _select_first(self) -> None:
        if self.scene.places:
            self._workspace.select(self.scene.places[0].card)

    def _on_typed(self, text: str) -> None:
        if self._workspace.view.selected is not None:
            self.edit(text)
        elif not self.scene.places:
            self._commands.add_child()
            self.editor.insertPlainText(text)

    # --- inside: places ------------------------------------------------------------------------------

    def _on_jumped(self) -> None:
        self._place_editor()
        self.update()

    def _place_editor(self) -> None:
        self._writing.place(self.viewport.window, self.rect())

    def _card_at(self, point: QPointF) -> CardId | None:
        return self.scene.card_at(*self.viewport.window.to_map(point))


def _is_typed(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and not modifiers
