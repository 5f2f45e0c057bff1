"""The canvas for screen readers: a tree of which they see the current card, its parent, siblings and children.

While a card is being written, its editor is the last child: readers speak the letters of what they find in the tree.

Not every card is a child: thousands of flat children help nobody, and the outline is the full equivalent. What a
reader was given must stay alive until Qt has been told that it is gone, or the next question crashes the program.
"""

from functools import cache
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

from desktop_app.drawing.cards import CardFace
from desktop_app.model.ids import CardId
from desktop_app.ui.pages.map.canvas.canvas import Canvas
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.wording.sentence import text

# So many cards are kept for a reader that may still ask about them; beyond, those it saw first go.
_MOST_KEPT: Final = 500
# A canvas that goes without a word, as when the program is interrupted, leaves its cards registered: they stay.
_asked: "Final[set[CanvasInterface]]" = set()


class CardInterface(QAccessibleInterface):
    """One card of a canvas."""

    def __init__(self, tree: "CanvasInterface", card: CardId) -> None:
        super().__init__()
        self._tree = tree
        self.card = card

    @override
    def isValid(self) -> bool:
        # A reader asks while the screens are still being told of a change, too: then the card may be gone.
        is_there = shiboken6.isValid(self._tree) and self._tree.isValid()
        return is_there and self._tree.canvas.scene.holds(self.card)

    @override
    def object(self) -> QObject | None:  # type: ignore[override]  # there is no object behind a card
        return None

    @override
    def window(self) -> QWindow | None:  # type: ignore[override]  # no window before it is shown
        return self._tree.window() if shiboken6.isValid(self._tree) else None

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # its canvas may have gone before it
        return self._tree if shiboken6.isValid(self._tree) else None

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        canvas = self._tree.canvas
        area = card_area(canvas.scene, canvas.viewport.window, canvas.scene.index[self.card]).toRect()
        return area.translated(canvas.mapToGlobal(area.topLeft()) - area.topLeft())

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.TreeItem

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            setattr(state, "invalid", True)  # noqa: B010  # its type says otherwise
            return state
        view = self._tree.canvas.workspace.view
        has_keyboard = self._tree.canvas.hasFocus() and view.selected == self.card
        for name, holds in (
            ("focusable", True),
            ("selectable", True),
            ("selected", self.card in view.chosen),
            ("focused", has_keyboard),
            ("expandable", self.card in self._tree.canvas.scene.hidden),
            ("collapsed", self.card in self._tree.canvas.scene.hidden),
        ):
            setattr(state, name, holds)
        return state

    @override
    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        scene = self._tree.canvas.scene
        face = scene.face(scene.index[self.card])
        if kind is QAccessible.Text.Name:
            return spoken(face)
        if kind is QAccessible.Text.Description:
            hidden = scene.hidden.get(self.card)
            return text("canvas.folded", count=hidden) if hidden else ""
        return ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Cards are edited in their editor."""


class CanvasInterface(QAccessibleWidget):
    """A canvas as a tree."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.Tree, text("canvas.map"))
        self.canvas = canvas
        self._kept: dict[CardId, tuple[CardInterface, int]] = {}
        canvas.left.connect(self._forget)
        _asked.add(self)
        canvas.workspace.view.selection_changed.connect(self._tell)

    @override
    def childCount(self) -> int:
        return len(self._near()) + self._is_written_on

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        near = self._near()
        if index == len(near) and self._is_written_on:
            return QAccessible.queryAccessibleInterface(self.canvas.editor)
        return self.of(near[index]) if 0 <= index < len(near) else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        near = self._near()
        if isinstance(child, CardInterface):
            return near.index(child.card) if child.card in near else -1
        return len(near) if self._is_written_on and child.object() is self.canvas.editor else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.canvas.mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        if self._is_written_on and self.canvas.editor.geometry().contains(point):
            return QAccessible.queryAccessibleInterface(self.canvas.editor)
        card = self.canvas.scene.card_at(*self.canvas.viewport.window.to_map(point.toPointF()))
        return self.of(card) if card is not None else None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if self._is_written_on and self.canvas.editor.hasFocus():
            return QAccessible.queryAccessibleInterface(self.canvas.editor)
        selected = self.canvas.workspace.view.selected
        is_here = self.canvas.hasFocus() and selected in self.canvas.scene.index
        return self.of(selected) if is_here and selected is not None else None

    def of(self, card: CardId) -> CardInterface:
        """The interface of a card, always the same one as long as it may be asked for."""
        known = self._kept.get(card)
        if known is None:
            made = CardInterface(self, card)
            known = self._kept[card] = (made, QAccessible.registerAccessibleInterface(made))
            while len(self._kept) > _MOST_KEPT:
                self._drop(next(iter(self._kept)))
        return known[0]

    # --- inside --------------------------------------------------------------------------------------

    @property
    def _is_written_on(self) -> bool:
        return self.canvas.editor.is_open and not self.canvas.editor.isHidden()

    def _near(self) -> list[CardId]:
        """The current card with its parent, siblings and children, in the order of the tree; without one, the roots."""
        scene = self.canvas.scene
        position = scene.index.get(self.canvas.workspace.view.selected or CardId(0))
        parents = scene.arrays.parents
        if position is None:
            wanted = parents < 0
        else:
            above = parents[position]
            wanted = (parents == above) | (parents == position)
            if above >= 0:
                wanted[above] = True
        return [scene.places[at].card for at in wanted.nonzero()[0].tolist()]

    def _tell(self) -> None:
        """Says where the keyboard went: readers speak at each move."""
        selected = self.canvas.workspace.view.selected if shiboken6.isValid(self.canvas) else None
        if selected is not None and self.canvas.hasFocus() and selected in self.canvas.scene.index:
            QAccessible.updateAccessibility(QAccessibleEvent(self.of(selected), QAccessible.Event.Focus))

    def _drop(self, card: CardId) -> None:
        _, number = self._kept[card]
        # Qt lets go of it first; only then may it go.
        QAccessible.deleteAccessibleInterface(number)
        del self._kept[card]

    def _forget(self) -> None:
        # While the canvas is there: Qt asks each of them once more when it tells readers that it goes.
        for card in list(self._kept):
            self._drop(card)
        _asked.discard(self)


def _interface_for(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    return CanvasInterface(of) if isinstance(of, Canvas) else None


@cache
def install() -> None:
    """Lets Qt know of it; once for the program."""
    QAccessible.installFactory(_interface_for)


def spoken(face: CardFace) -> str:
    """A card in words: what it does to the card above, its text, its numbers."""
    parts = [face.label, face.text or text("canvas.empty_card"), *face.badges]
    if face.shows_pips:
        parts.append(text("canvas.not_weighed") if face.pips is None else text("canvas.matters", count=face.pips))
    if face.strength is not None:
        parts.append(text("canvas.strength", value=face.strength.text))
    if face.total is not None:
        parts.append(text("canvas.total", value=face.total.text))
    if face.leaning is not None:
        parts.append(f"{face.leaning.words} {face.leaning.value}".strip())
    if face.criterion:
        parts.append(text("canvas.speaks_to", criterion=face.criterion))
    return ", ".join(parts)
