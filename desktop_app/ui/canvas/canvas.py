"""The canvas: shows the scene of a map, moves over it, and turns keys and clicks into selections and edits."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop_app.drawing import tokens
from desktop_app.drawing.palette import Role
from desktop_app.edits import cards
from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, Stance
from desktop_app.model.tree import reshapes
from desktop_app.ui import theme
from desktop_app.ui.canvas.editor import CardEditor
from desktop_app.ui.canvas.navigation import Direction, neighbour
from desktop_app.ui.canvas.painting import Pictures, paint_scene
from desktop_app.ui.canvas.scene import Scene
from desktop_app.ui.canvas.tween import Layout, Tween
from desktop_app.ui.canvas.window import Window, fitting, step_of
from desktop_app.ui.commands import Commands
from desktop_app.ui.drafts import Draft, commit
from desktop_app.ui.widgets.text import visible
from desktop_app.ui.workspace import Workspace

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_MARGIN: Final = 40  # around the map, in pixels
_RING: Final = 4  # from a card to the ring of the selection
_DRAG_PX: Final = 4
_SETTLE_MS: Final = 150
_WHEEL_NOTCH: Final = 120


class Canvas(QWidget):
    """The map of a workspace.

    Signals:
        menu_asked: where a context menu is wanted, in global pixels.
        zoom_changed: the zoom is another.
    """

    menu_asked = Signal(QPoint)
    zoom_changed = Signal(float)

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self.scene = Scene(workspace.document)
        self.window_on_map = Window()
        self._pictures = Pictures()
        self._tween = Tween(self)
        self._editor = CardEditor(self)
        self._press: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._is_fitted = False
        self.cards_painted = 0

        self.setObjectName("canvas")
        self.setAccessibleName("Map")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)

        self._settle.timeout.connect(self.update)
        self._tween.moved.connect(self.update)
        self._editor.committed.connect(self._on_committed)
        self._editor.cancelled.connect(self._on_cancelled)
        self._editor.grew.connect(self._place_editor)
        self._editor.sign_typed.connect(self._on_sign_typed)
        workspace.changed.connect(self._on_changed)
        workspace.view.map_changed.connect(self._on_map_changed)
        workspace.view.folding_changed.connect(self._on_folding_changed)
        workspace.view.selection_changed.connect(self._on_selection_changed)
        self._show_map()

    # --- moving over the map -------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """Pixels per map unit."""
        return self.window_on_map.zoom

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Zooms in or out around a point of the widget, by default its middle."""
        self._set_zoom(step_of(self.zoom, steps), at)

    def zoom_to(self, zoom: float) -> None:
        """Zooms to a scale around the middle."""
        self._set_zoom(zoom, None)

    def fit(self) -> None:
        """Shows the whole map, at 100 % at the most, in the middle."""
        width, height = self.scene.size
        zoom = fitting(width, height, self.width(), self.height(), _MARGIN)
        left = round((width * zoom - self.width()) / 2)
        top = round((height * zoom - self.height()) / 2)
        self.window_on_map = Window(left, top, zoom, self.devicePixelRatioF())
        self._after_moving()
        self.zoom_changed.emit(zoom)

    def pan(self, dx: int, dy: int) -> None:
        """Moves the map by whole pixels; what stays visible is moved, not painted."""
        moved = self._held(
            replace(self.window_on_map, left=self.window_on_map.left - dx, top=self.window_on_map.top - dy)
        )
        dx, dy = self.window_on_map.left - moved.left, self.window_on_map.top - moved.top
        if dx or dy:
            self.window_on_map = moved
            self.scroll(dx, dy)
            self._settle.start()

    def reveal(self, card: CardId) -> None:
        """Moves as little as needed for a card to be seen whole."""
        position = self.scene.index.get(card)
        if position is None:
            return
        area = self._card_rectangle(position)
        margin = min(_MARGIN, self.width() / 8, self.height() / 8)
        dx = _needed(area.left(), area.right(), self.width(), margin)
        dy = _needed(area.top(), area.bottom(), self.height(), margin)
        if dx or dy:
            self.window_on_map = replace(
                self.window_on_map, left=self.window_on_map.left - dx, top=self.window_on_map.top - dy
            )
            self._after_moving()

    # --- editing in place ----------------------------------------------------------------------------

    @property
    def editor(self) -> CardEditor:
        """The editor in place."""
        return self._editor

    def edit(self, typed: str = "") -> None:
        """Edits the selected card's text in place; a character typed first goes to its end."""
        selected = self._workspace.view.selected
        if selected is None or self._workspace.session.is_read_only:
            return
        self._tween.finish()
        self.reveal(selected)
        text = self._workspace.document.get(Card, selected).text
        self._editor.open(selected, text, typed=typed, size_px=self._editor_size_px())

    def write(self, draft: Draft, typed: str = "") -> None:
        """Opens the editor where a new card will stand."""
        if self._workspace.session.is_read_only:
            return
        self._tween.finish()
        if draft.parent is not None:
            self._workspace.view.fold(draft.parent, folded=False)
        self._editor.open(draft, "", typed=typed, size_px=self._editor_size_px())
        self._editor.setPlaceholderText(draft.label)
        self._editor.setAccessibleName(f"New card: {draft.label}")
        self._reveal_editor()

    def rest(self) -> None:
        """Ends a running animation: what is shown is where it belongs."""
        self._tween.finish()

    # --- events --------------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current()
        window = replace(self.window_on_map, device_ratio=self.devicePixelRatioF())
        arrays = self._tween.arrays or self.scene.arrays
        with QPainter(self) as painter:
            self.cards_painted = 0
            for exposed in cast("Iterable[QRect]", event.region()):
                area = QRectF(exposed)
                self.cards_painted += paint_scene(painter, self.scene, arrays, window, area, palette, self._pictures)
                if not self._tween.is_running:
                    self._paint_folds(painter, area)
                    self._paint_selection(painter)
            if not self.scene.places:
                self._paint_hint(painter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_fitted and self.width() > 300:
            self._is_fitted = True
            self._first_look()
        self._place_editor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
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
            self._pan_from = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        folded = self._fold_at(point)
        if folded is not None:
            self._workspace.view.fold(folded, folded=False)
            return
        self._press = point
        card = self.scene.card_at(*self.window_on_map.to_map(point))
        if card is not None:
            self._workspace.select(card)
        else:
            self._pan_from = point

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is None:
            return
        offset = event.position() - self._pan_from
        if self._press is not None and (event.position() - self._press).manhattanLength() < _DRAG_PX:
            return
        self._press = None
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan(round(offset.x()), round(offset.y()))
        self._pan_from = event.position()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and self._pan_from is not None:
            self._workspace.view.select(None)  # a click beside all cards
        self._press = self._pan_from = None
        self.unsetCursor()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.scene.card_at(*self.window_on_map.to_map(event.position()))
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
                self.zoom_by(1 if notches > 0 else -1, event.position())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not pixels.x():
            self.pan(pixels.y(), 0)
        else:
            self.pan(pixels.x(), pixels.y())
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.scene.card_at(*self.window_on_map.to_map(QPointF(event.pos())))
        if card is not None:
            self._workspace.select(card)
        self.menu_asked.emit(event.globalPos())

    # --- inside: following the workspace -------------------------------------------------------------

    def _show_map(self) -> None:
        workspace = self._workspace
        if workspace.view.map_id is None:
            return
        self._tween.finish()
        self.scene.show(workspace.map_id, workspace.places, workspace.view.folded, workspace.results)
        self._pictures.clear()
        self.update()

    def _first_look(self) -> None:
        """The whole map where it can be read; else at a readable size, beginning with its question."""
        self.fit()
        if self.zoom < 0.6 and self.scene.places:
            self._set_zoom(1.0, None)
            first = self._card_rectangle(0)
            dx = round(_MARGIN - first.left())
            dy = round(self.height() / 2 - first.center().y())
            self.window_on_map = replace(
                self.window_on_map, left=self.window_on_map.left - dx, top=self.window_on_map.top - dy
            )
            self._after_moving()

    def _on_map_changed(self) -> None:
        self._show_map()
        self._first_look()

    def _on_changed(self, change_set: object) -> None:
        assert isinstance(change_set, ChangeSet)
        workspace = self._workspace
        if workspace.view.map_id is None:
            return
        before = Layout(self.scene.places, self.scene.index, self.scene.arrays)
        moved = self.scene.follow(change_set, workspace.places, workspace.view.folded, workspace.results)
        self._pictures.clear()
        if moved:
            self._travel_from(before, animated=reshapes(change_set))
        self.update()

    def _on_folding_changed(self) -> None:
        before = Layout(self.scene.places, self.scene.index, self.scene.arrays)
        workspace = self._workspace
        self.scene.show(workspace.map_id, workspace.places, workspace.view.folded, workspace.results)
        self._travel_from(before, animated=True)
        self.update()

    def _travel_from(self, before: Layout, *, animated: bool) -> None:
        """Goes to a new layout; the selected card stays where it is on the screen and the others move round it."""
        selected = self._workspace.view.selected
        old = before.index.get(selected) if selected is not None else None
        new = self.scene.index.get(selected) if selected is not None else None
        dx = dy = 0.0
        if old is not None and new is not None:
            dx = float(self.scene.arrays.x[new] - before.arrays.x[old])
            dy = float(self.scene.arrays.y[new] - before.arrays.y[old])
        window = self.window_on_map
        self.window_on_map = replace(
            window, left=window.left + round(dx * window.zoom), top=window.top + round(dy * window.zoom)
        )
        if animated:
            self._tween.start(before, self.scene, (dx, dy))

    def _on_selection_changed(self) -> None:
        selected = self._workspace.view.selected
        if self._editor.is_open and self._editor.subject != selected:
            self._commit_open_editor()
        if selected is not None:
            self.reveal(selected)
        self.update()

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
            self._editor.insertPlainText(text)

    # --- inside: the editor --------------------------------------------------------------------------

    def _on_committed(self, text: str, goes_on: object) -> None:
        subject = self._editor.subject
        if subject is None:
            return
        if isinstance(subject, Draft):
            made = self._workspace.run(lambda document: commit(document, subject, text))
            if made is None and text.strip():
                return  # refused: what was typed stays, to be tried again
            self._close_editor()
            if made is not None:
                if subject.stance is not None and subject.undercuts is None:
                    self._workspace.view.last_stance = subject.stance
                self._workspace.select(made)
        else:
            if not self._workspace.attempt(lambda document: cards.set_text(document, subject, text)):
                return
            self._close_editor()
        if goes_on:
            self._commands.add_child()

    def _commit_open_editor(self) -> None:
        self._on_committed(self._editor.toPlainText(), goes_on=False)

    def _on_cancelled(self) -> None:
        self._close_editor()

    def _close_editor(self) -> None:
        self._editor.close_editor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def _on_sign_typed(self, sign: str) -> None:
        subject = self._editor.subject
        if isinstance(subject, Draft):
            draft = subject.signed(sign)
            self._editor.subject = draft
            self._editor.setPlaceholderText(draft.label)
            if draft.stance is not None:
                self._workspace.view.last_stance = draft.stance if draft.stance is Stance.OPPOSES else Stance.SUPPORTS

    def _editor_size_px(self) -> int:
        return max(12, round(theme.TEXT_PX * min(self.zoom, 2.0)))

    def _place_editor(self) -> None:
        subject = self._editor.subject
        if subject is None:
            return
        area = self._draft_rectangle(subject) if isinstance(subject, Draft) else self._text_rectangle(subject)
        width = max(round(area.width()), 180)
        self._editor.resize(width, self._editor.height())
        height = max(self._editor.wanted_height, round(38 * min(1.0, self.zoom)))
        x = min(max(round(area.left()), 4), max(4, self.width() - width - 4))
        y = min(max(round(area.top()), 4), max(4, self.height() - height - 4))
        self._editor.setGeometry(QRect(x, y, width, height))

    def _text_rectangle(self, card: CardId) -> QRectF:
        return self._card_rectangle(self.scene.index[card])

    def _draft_rectangle(self, draft: Draft) -> QRectF:
        """Where a new card will stand: beside its neighbour, or under the last child of its parent."""
        window, arrays = self.window_on_map, self.scene.arrays
        width = tokens.CLAIM_WIDTH
        if draft.neighbour is not None and draft.neighbour in self.scene.index:
            position = self.scene.index[draft.neighbour]
            x, height = float(arrays.x[position]), float(arrays.height[position])
            y = float(arrays.y[position]) + (-40 if draft.is_before else height + 6)
            return window.to_widget(x, y, width, 38)
        if draft.parent is None or draft.parent not in self.scene.index:
            _, bottom = self.scene.size
            return window.to_widget(0, bottom + 24 if self.scene.places else 0, width, 38)
        position = self.scene.index[draft.parent]
        children = [i for i, place in enumerate(self.scene.places) if place.parent == draft.parent]
        x = float(arrays.x[position] + arrays.width[position]) + 48
        if children:
            last = children[-1]
            return window.to_widget(x, float(arrays.y[last] + arrays.height[last]) + 6, width, 38)
        middle = float(arrays.y[position] + arrays.height[position] / 2)
        return window.to_widget(x, middle - 19, width, 38)

    def _reveal_editor(self) -> None:
        subject = self._editor.subject
        if isinstance(subject, Draft):
            area = self._draft_rectangle(subject)
            dx = _needed(area.left(), area.right(), self.width(), 12)
            dy = _needed(area.top(), area.bottom(), self.height(), 12)
            if dx or dy:
                self.window_on_map = replace(
                    self.window_on_map, left=self.window_on_map.left - dx, top=self.window_on_map.top - dy
                )
                self.update()
        self._place_editor()

    # --- inside: places ------------------------------------------------------------------------------

    def _set_zoom(self, zoom: float, at: QPointF | None) -> None:
        if zoom == self.zoom:
            return
        middle = QPointF(self.width() / 2, self.height() / 2)
        self.window_on_map = self._held(self.window_on_map.zoomed(zoom, at if at is not None else middle))
        self._after_moving()
        self.zoom_changed.emit(zoom)

    def _held(self, window: Window) -> Window:
        """A window that still shows a part of the map."""
        width, height = self.scene.size
        keep = 80
        left = min(max(window.left, keep - self.width()), max(round(width * window.zoom) - keep, 0))
        top = min(max(window.top, keep - self.height()), max(round(height * window.zoom) - keep, 0))
        return replace(window, left=left, top=top)

    def _after_moving(self) -> None:
        self._place_editor()
        self.update()

    def _card_rectangle(self, position: int) -> QRectF:
        arrays = self.scene.arrays
        return self.window_on_map.to_widget(
            float(arrays.x[position]),
            float(arrays.y[position]),
            float(arrays.width[position]),
            float(arrays.height[position]),
        )

    # --- inside: what is painted above the cards -----------------------------------------------------

    def _paint_selection(self, painter: QPainter) -> None:
        selected = self._workspace.view.selected
        position = self.scene.index.get(selected) if selected is not None else None
        if position is None:
            return
        ring = self._card_rectangle(position).adjusted(-_RING, -_RING, _RING, _RING)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Role.FOCUS), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, theme.RADIUS + 2, theme.RADIUS + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _fold_rectangle(self, card: CardId, count: int) -> QRectF | None:
        position = self.scene.index.get(card)
        if position is None:
            return None
        area = self._card_rectangle(position)
        words = _folded_words(count)
        width = self.fontMetrics().horizontalAdvance(words) + 18
        return QRectF(area.right() + 8, area.center().y() - 11, width, 22)

    def _paint_folds(self, painter: QPainter, exposed: QRectF) -> None:
        for card, count in self.scene.hidden.items():
            area = self._fold_rectangle(card, count)
            if area is None or not area.intersects(exposed):
                continue
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour(Role.LINE), 1.0))
            painter.setBrush(theme.colour(Role.CARD))
            painter.drawRoundedRect(area, 11, 11)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setFont(theme.interface_font(theme.SMALL_PX))
            painter.setPen(theme.colour(Role.MUTED))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _folded_words(count))

    def _fold_at(self, point: QPointF) -> CardId | None:
        for card, count in self.scene.hidden.items():
            area = self._fold_rectangle(card, count)
            if area is not None and area.contains(point):
                return card
        return None

    def _paint_hint(self, painter: QPainter) -> None:
        if self._editor.is_open:
            return
        painter.setPen(QColor(theme.colour(Role.FAINT)))
        painter.setFont(theme.interface_font(theme.TITLE_PX))
        words = visible("An empty map. Type its question, or paste a text.")
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _needed(low: float, high: float, size: int, margin: float) -> int:
    """How far a span must move to lie inside 0…size; the beginning wins when it is longer."""
    if low < margin or high - low > size - 2 * margin:
        return round(margin - low)
    return round(min(0.0, size - margin - high))


def _folded_words(count: int) -> str:
    return f"{count} folded ▸"


def _is_typed(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and not modifiers
