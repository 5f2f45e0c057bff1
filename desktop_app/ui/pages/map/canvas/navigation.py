"""What keys mean on the canvas: where an arrow leads (to what is nearest, never to nowhere), and what is writing."""

from enum import Enum
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.model.ids import CardId
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.scene import Scene


class Direction(Enum):
    """The four arrow keys, as (x, y) steps."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
# Back and ahead, by the coordinate along which a map grows.
_ALONG: Final = ((Direction.LEFT, Direction.RIGHT), (Direction.UP, Direction.DOWN))
# How much dearer a step aside is than a step ahead.
_ASIDE: Final = 2.5


def neighbour(scene: Scene, card: CardId, direction: Direction) -> CardId | None:
    """The card an arrow key leads to.

    Back along the axis of the map is the card above in the tree and ahead its nearest child, which is what the eye
    expects: left and right. Across it, and for whatever has no such relative, distance between the facing edges counts.
    """
    position = scene.index[card]
    arrays = scene.arrays
    parent = int(arrays.parents[position])
    back, ahead = _ALONG[scene.axis.along]
    if direction is back and parent >= 0:
        return scene.places[parent].card
    if direction is ahead:
        children = np.flatnonzero(arrays.parents == position)
        if len(children):
            middles = scene.axis.sides(arrays.x + arrays.width / 2, arrays.y + arrays.height / 2)[1]
            offsets = np.abs(middles[children] - middles[position])
            return scene.places[int(children[int(np.argmin(offsets))])].card
        return None
    return _nearest(scene, position, direction)


def _nearest(scene: Scene, position: int, direction: Direction) -> CardId | None:
    arrays = scene.arrays
    step_x, step_y = direction.value
    middle_x = arrays.x + arrays.width / 2
    middle_y = arrays.y + arrays.height / 2
    offset_x = middle_x - middle_x[position]
    offset_y = middle_y - middle_y[position]
    ahead = offset_x * step_x + offset_y * step_y
    aside = np.abs(offset_x * step_y) + np.abs(offset_y * step_x)
    cost = np.where(ahead > 0, ahead + _ASIDE * aside, np.inf)
    cost[position] = np.inf
    best = int(np.argmin(cost))
    return scene.places[best].card if np.isfinite(cost[best]) else None


def walk(workspace: Workspace, scene: Scene, direction: Direction, *, adds: bool) -> None:
    """Selects the card an arrow key leads to; to the right of a folded card, opens it.

    Args:
        workspace: whose selection moves.
        scene: what can be seen.
        direction: of the arrow.
        adds: whether the cards that were selected stay so.
    """
    view = workspace.view
    if view.selected is None or view.selected not in scene.index:
        walk_home(workspace, scene)
        return
    next_card = neighbour(scene, view.selected, direction)
    if next_card is None:
        if direction is _ALONG[scene.axis.along][1] and view.selected in scene.hidden:
            view.fold(view.selected, folded=False)
    elif adds:
        place = scene.places[scene.index[next_card]]
        view.select(place.card, place.argument, others=view.chosen)
    else:
        workspace.select(next_card)


def walk_home(workspace: Workspace, scene: Scene) -> None:
    """Selects the first card."""
    if scene.places:
        workspace.select(scene.places[0].card)


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes something, with which editing begins."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and not modifiers
