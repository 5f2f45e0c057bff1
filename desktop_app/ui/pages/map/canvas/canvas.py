"""The canvas: shows the scene of a map, moves over it, and turns keys and clicks into selections and edits."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.drawing import tokens
from desktop_app.edits.drafts import Draft
from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId
from desktop_app.model.tree import reshapes
from desktop_app.ui.pages.map.canvas.editor import CardEditor
from desktop_app.ui.pages.map.canvas.frame import Frame
from desktop_app.ui.pages.map.canvas.navigation import ARROWS, is_typed, walk, walk_home
from desktop_app.ui.pages.map.canvas.overlay import card_area, paint_hint
from desktop_app.ui.pages.map.canvas.pointing import Pointing
from desktop_app.ui.pages.map.canvas.tween import Layout, Tween
from desktop_app.ui.pages.map.canvas.viewport import Viewport
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.pages.map.canvas.writing import DRAFT_HEIGHT, Writing
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.wording.sentence import text

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_EDITOR_MARGIN: Final = 12  # pixels around the editor in place
_SETTLE_MS: Final = 150
_WHEEL_NOTCH: Final = 120


class Canvas(QWidget):
    """The map of a workspace.

    Attributes:
        workspace: what is worked on.
        commands: what can be asked for.
        scene: what can be seen of its map.
        viewport: the part of it that is shown.
        frame: what is painted.
        pointing: the gestures of the mouse.
        cards_painted: how many cards the last frame took.

    Signals:
        menu_asked: where a context menu is wanted, in global pixels.
        left: it is about to go.
    """

    menu_asked = Signal(QPoint)
    left = Signal()

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.commands = commands
        self.scene = Scene(workspace.document)
        self.viewport = Viewport(self.scene, self)
        self.cards_painted = 0
        self._tween = Tween(self)
        self._writing = Writing(CardEditor(self), self.scene, workspace, commands)
        frame = self.frame = Frame(workspace, commands.clipboard, self.scene, self.viewport, self._tween)
        self.pointing = Pointing(self, workspace, self.scene, self.viewport, frame.minimap, frame.trail, self.pan)
        self._focus = workspace.view.focus
        self._settle = QTimer(self)
        self.setObjectName("canvas")
        self.setAccessibleName(text("canvas.map"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._connect()
        self._show_map()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._on_settled)
        self._tween.moved.connect(self.update)
        self.viewport.jumped.connect(self._on_jumped)
        self._writing.ended.connect(self._on_writing_ended)
        self.editor.grew.connect(self._on_editor_grew)
        self.commands.clipboard.changed.connect(self.update)
        self.workspace.changed.connect(self._on_changed)
        view = self.workspace.view
        view.map_changed.connect(self._on_map_changed)
        view.folding_changed.connect(self._on_folding_changed)
        view.selection_changed.connect(self._on_selection_changed)
        view.done_changed.connect(self._on_done_changed)

    # --- moving over the map -------------------------------------------------------------------------

    def pan(self, dx: int, dy: int) -> None:
        """Moves the map by whole pixels; what stays visible is moved, not painted."""
        before = list(self.frame.fixed_areas(self.size()))
        dx, dy = self.viewport.pan(dx, dy)
        if not dx and not dy:
            return
        if self.frame.snapshot.is_held or self.pointing.is_painted:
            self.update()
        else:
            self.scroll(dx, dy)
            # What does not move with the map is painted where it belongs, and over where it was moved to.
            for area in {*before, *self.frame.fixed_areas(self.size())}:
                self.update(area)
                self.update(area.translated(dx, dy))
        self._place_editor()
        self._settle.start()

    def show_at(self, window: VisibleArea) -> None:
        """Shows a part of the map that was shown before, in place of a first look."""
        self.viewport.go_to(window)
        self.viewport.zoomed.emit(window.zoom)

    def release(self) -> None:
        """Lets those go who follow it, before it goes."""
        self.left.emit()

    def finish_animation(self) -> None:
        """Ends a running animation: what is shown is where it belongs."""
        self._tween.finish()

    # --- editing in place ----------------------------------------------------------------------------

    @property
    def editor(self) -> CardEditor:
        """The editor in place."""
        return self._writing.editor

    def edit(self, typed: str = "") -> None:
        """Edits the selected card's text in place; a character typed first goes to its end."""
        selected = self.workspace.view.selected
        if selected is None or self.workspace.session.is_read_only:
            return
        if self.editor.subject == selected:
            self.editor.insertPlainText(typed)
            return
        self.finish_animation()
        self.viewport.reveal(selected)
        self._writing.open(selected, typed, self.viewport.zoom)
        self._place_editor()

    def write(self, draft: Draft) -> None:
        """Opens the editor where a new card will stand."""
        if self.workspace.session.is_read_only:
            return
        self.finish_animation()
        if draft.parent is not None:
            self.workspace.view.fold(draft.parent, folded=False)
            self.finish_animation()
        before = self._layout()
        self.scene.make_room(draft.parent, draft.neighbour, tokens.CLAIM_WIDTH, DRAFT_HEIGHT, before=draft.is_before)
        self._travel_from(before, animated=True)
        self._writing.open(draft, "", self.viewport.zoom)
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
        with QPainter(self) as painter:
            self.cards_painted = self.frame.paint(painter, event.region(), self.size(), self.devicePixelRatioF())
            self.pointing.paint(painter)
            if not self.scene.places and not self.editor.is_open:
                paint_hint(painter, QRectF(self.rect()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """A canvas that comes into a visible window gets its size before it counts as visible, and no other after."""
        super().showEvent(event)
        self._look_first()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport.resize(event.size())
        self.frame.invalidate(self.width())
        if self.isVisible() or theme.is_room():
            self._look_first()
        self._place_editor()

    def _look_first(self) -> None:
        if self.viewport.is_at_first:
            self.viewport.first_look(self.workspace.view.selected)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = ARROWS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if direction is not None and modifiers in {_PLAIN, Qt.KeyboardModifier.ShiftModifier}:
            walk(self.workspace, self.scene, direction, adds=modifiers != _PLAIN)
        elif event.key() == Qt.Key.Key_Home:
            walk_home(self.workspace, self.scene)
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self._escape())
        elif is_typed(event):
            self._on_typed(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Writing begins with the first composed letter; the editor goes on composing."""
        if event.commitString() or event.preeditString():
            self._on_typed("")
            if self.editor.is_open:
                QCoreApplication.sendEvent(self.editor, event)
        event.accept()

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        position = self.scene.index.get(self.workspace.view.selected or CardId(0))
        if query is Qt.InputMethodQuery.ImCursorRectangle and position is not None:
            return card_area(self.scene, self.viewport.window, position).toRect()
        return super().inputMethodQuery(query)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointing.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointing.move(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointing.release(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event.position())
        if card is not None:
            self.workspace.select(card)
            self.commands.cards.edit_text()
        elif not self.scene.places:
            self.commands.cards.add_child()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _WHEEL_NOTCH
            if notches:
                self.finish_animation()
                self.frame.hold(self.size(), self.devicePixelRatioF())
                self._settle.start()
                self.viewport.zoom_by(1 if notches > 0 else -1, event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not pixels.x():
            self.pan(pixels.y(), 0)
        else:
            self.pan(pixels.x(), pixels.y())
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        selected = self.workspace.view.selected
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            card = self._card_at(QPointF(event.pos()))
            if card is None or card not in self.workspace.view.chosen:
                self.workspace.select(card)
            self.menu_asked.emit(event.globalPos())
            return
        position = self.scene.index.get(selected) if selected is not None else None
        area = card_area(self.scene, self.viewport.window, position) if position is not None else QRectF(self.rect())
        self.menu_asked.emit(self.mapToGlobal(area.center().toPoint()))

    # --- inside: following the workspace -------------------------------------------------------------

    def _show_map(self) -> None:
        workspace = self.workspace
        self.finish_animation()
        if workspace.view.map_id is None:
            self.scene.clear()
        else:
            self._show_scene()
        self.frame.pictures.clear()
        self._refresh()

    def _show_scene(self) -> None:
        workspace, view = self.workspace, self.workspace.view
        self.scene.show(workspace.map_id, workspace.places, view.folded, workspace.results, view.focus)

    def _refresh(self) -> None:
        """Paints anew what stands on the scene and the view."""
        self.frame.invalidate(self.width())
        self.update()

    def _on_map_changed(self) -> None:
        self._focus = self.workspace.view.focus
        self._show_map()
        self.viewport.first_look()

    def _on_changed(self, change_set: ChangeSet) -> None:
        workspace = self.workspace
        if workspace.view.map_id is None:
            return
        before = self._layout()
        view = workspace.view
        moved = self.scene.follow(change_set, workspace.places, view.folded, workspace.results, view.focus)
        self.frame.pictures.invalidate(self.scene.invalidated)
        if not before.places:
            self.viewport.first_look()
        elif moved:
            self._travel_from(before, animated=reshapes(change_set))
        self._refresh()

    def _on_done_changed(self) -> None:
        self.scene.done = self.workspace.view.done
        self.frame.pictures.invalidate()
        self.update()

    def _on_folding_changed(self) -> None:
        if self.workspace.view.map_id is None:
            return
        before, focus = self._layout(), self.workspace.view.focus
        self._show_scene()
        if focus != self._focus:
            self._focus = focus
            self.finish_animation()
            self.viewport.first_look()
            self._reveal_selected()
        else:
            self._travel_from(before, animated=True)
        self._refresh()

    def _layout(self) -> Layout:
        return Layout(self.scene.places, self.scene.index, self.scene.arrays)

    def _travel_from(self, before: Layout, *, animated: bool) -> None:
        """Goes to a new layout; the selected card stays where it is on the screen and the others move round it."""
        shift = self.viewport.keep_still(before, self.workspace.view.selected)
        if animated:
            self._tween.start(before, self.scene, shift)

    def _on_selection_changed(self) -> None:
        self._writing.close_if_left(self.workspace.view.selected)
        if not self.pointing.is_busy:
            self._reveal_selected()
        self.frame.invalidate_marks()
        self.update()

    def _reveal_selected(self) -> None:
        if self.workspace.view.selected is not None:
            self.viewport.reveal(self.workspace.view.selected)

    def _on_settled(self) -> None:
        self.frame.snapshot.drop()
        self.update()

    def _on_writing_ended(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        before = self._layout()
        if self.scene.close_room():
            self._travel_from(before, animated=True)
        self.update()

    # --- inside: keys --------------------------------------------------------------------------------

    def _escape(self) -> bool:
        """Takes back one thing at a time, a gesture first; says whether there was one."""
        if not self.pointing.is_busy:
            return self.commands.cards.step_back(keeps_selection=theme.is_room())
        self.pointing.cancel()
        return True

    def _on_typed(self, text: str) -> None:
        if self.workspace.view.selected is not None:
            self.edit(text)
        elif not self.scene.places:
            self.commands.cards.add_child()
            self.editor.insertPlainText(text)

    # --- inside: places ------------------------------------------------------------------------------

    def _on_jumped(self) -> None:
        self._writing.rescale(self.viewport.zoom)
        self._place_editor()
        self.update()

    def _on_editor_grew(self) -> None:
        height = self.editor.wanted_height / self.viewport.zoom
        if self.scene.room is not None and height > DRAFT_HEIGHT:
            before = self._layout()
            self.scene.grow_room(tokens.CLAIM_WIDTH, height)
            self._travel_from(before, animated=False)
            self.update()
        self._place_editor()
        if self.editor.is_open:
            self.viewport.bring_in(QRectF(self.editor.geometry()), _EDITOR_MARGIN)

    def _place_editor(self) -> None:
        self._writing.place(self.viewport.window)

    def _card_at(self, point: QPointF) -> CardId | None:
        return self.scene.card_at(*self.viewport.window.to_map(point))
