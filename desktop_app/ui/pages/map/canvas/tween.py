"""The short animation between two layouts. It moves arrays only; the scene is already where it belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop_app.model.ids import CardId
from desktop_app.model.tree import Place
from desktop_app.viewmodels.canvas.arrays import Arrays
from desktop_app.viewmodels.canvas.scene import Scene

DURATION_MS: Final = 200
_FRAME_MS: Final = 16
# Beyond this many cards there is nothing to follow with the eye.
_MOST_CARDS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that was left: its cards, where each stands in the arrays, and the arrays."""

    places: Sequence[Place]
    index: Mapping[CardId, int]
    arrays: Arrays


class Tween(QObject):
    """Cards on their way from where they were.

    Attributes:
        arrays: where they are at this moment; None at rest.

    Signals:
        moved: they are somewhere else than a moment ago.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrays: Arrays | None = None
        self._from: Arrays | None = None
        self._to: Arrays | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    @property
    def is_running(self) -> bool:
        """Whether cards are on their way."""
        return self.arrays is not None

    def start(self, before: Layout, scene: Scene, shift: tuple[float, float] = (0.0, 0.0)) -> None:
        """Begins to move cards from an earlier layout to the scene's; new cards come out of their parent.

        Args:
            before: the earlier layout.
            scene: with the new one.
            shift: by how much the view moved meanwhile, in map units.
        """
        if not before.places or not scene.places or len(scene.places) > _MOST_CARDS:
            self.finish()
            return
        known = np.array([before.index.get(place.card, -1) for place in scene.places], dtype=np.intp)
        target = scene.arrays
        x, y = target.x.copy(), target.y.copy()
        is_known = known >= 0
        x[is_known], y[is_known] = (
            before.arrays.x[known[is_known]] + shift[0],
            before.arrays.y[known[is_known]] + shift[1],
        )
        for position in np.flatnonzero(~is_known).tolist():
            parent = int(target.parents[position])
            if parent >= 0:
                x[position], y[position] = x[parent], y[parent]
        if np.array_equal(x, target.x) and np.array_equal(y, target.y):
            self.finish()
            return
        self._from, self._to = replace(target, x=x, y=y), target
        self.arrays = self._from
        self._clock.start()
        self._timer.start()

    def at(self, share: float) -> Arrays:
        """Where the cards are when `share` (0…1) of the way is done, slowing down towards the end."""
        assert self._from is not None
        assert self._to is not None
        eased = 1 - (1 - share) ** 3
        return replace(
            self._to,
            x=self._from.x + (self._to.x - self._from.x) * eased,
            y=self._from.y + (self._to.y - self._from.y) * eased,
        )

    def finish(self) -> None:
        """Ends the animation at once."""
        if self.is_running:
            self._timer.stop()
            self.arrays = self._from = self._to = None
            self.moved.emit()

    def _on_frame(self) -> None:
        share = self._clock.elapsed() / DURATION_MS
        if share >= 1:
            self.finish()
            return
        self.arrays = self.at(share)
        self.moved.emit()
