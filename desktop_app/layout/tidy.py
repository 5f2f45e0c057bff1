"""The tidy tree: cards of different sizes, growing along an axis, siblings across it, parents centred on children.

Every card keeps the contour of its branch relative to itself, so that one changed card re-merges only its
ancestors. Nothing here recurses, reorders siblings or knows what a card says.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.layout.axis import RIGHTWARDS, Axis
from desktop_app.layout.contours import Contour, stack

Floats = NDArray[np.float64]
_NO_PARENT: Final = -1
_GONE: Final = -2
# What `_parent` holds for an index that is free.


@dataclass(frozen=True, slots=True)
class Spacing:
    """Gaps in map units (pixels at 100 %).

    Attributes:
        level: between a card and its children, along the axis.
        sibling: between two siblings without children.
        branch: between two siblings of which at least one has children.
        tree: between trees of a forest.
    """

    level: float = 48.0
    sibling: float = 16.0
    branch: float = 24.0
    tree: float = 48.0


@dataclass(frozen=True, slots=True)
class Places:
    """Left and top edge of every card by index, in map units; NaN at indices that were removed."""

    x: Floats
    y: Floats


class TidyTree:
    """A forest that stays tidy while it is edited.

    Cards are named by index: the given ones by their place in `parents`, later ones by what `insert` returns.
    A removed index may be given out again.

    Args:
        parents: index of each card's parent, always smaller than its own; -1 for a root. Siblings stand in
            the order in which they are given.
        widths: of the cards, in map units, positive.
        heights: of the cards, in map units, positive.
        spacing: the gaps.
        axis: which way the tree grows. Inside, widths are sizes along it, and heights sizes across.
    """

    def __init__(
        self,
        parents: Sequence[int],
        widths: Iterable[float],
        heights: Iterable[float],
        spacing: Spacing | None = None,
        axis: Axis = RIGHTWARDS,
    ) -> None:
        self._spacing = spacing or Spacing()
        self._axis = axis
        widths, heights = axis.sides(widths, heights)
        # Arrays instead of lists where `place` reads: numpy sees them without copying.
        self._parent = array("q", parents)
        self._width = array("d", widths)
        self._height = array("d", heights)
        count = len(self._parent)
        if len(self._width) != count or len(self._height) != count:
            raise ValueError("parents, widths and heights differ in length")
        self._children: list[list[int]] = [[] for _ in range(count)]
        self._roots: list[int] = []
        self._depth = [0] * count
        self._levels: list[array[int]] = []
        children, depths, levels = self._children, self._depth, self._levels
        for index, parent in enumerate(self._parent):
            if not _NO_PARENT <= parent < index:
                raise ValueError("a parent must come before its children")
            # Written out instead of calling `_enter`: opening a map and every edit of its shape comes through here.
            if parent == _NO_PARENT:
                self._roots.append(index)
                depth = 0
            else:
                children[parent].append(index)
                depth = depths[parent] + 1
                depths[index] = depth
            if depth == len(levels):
                levels.append(array("q"))
            levels[depth].append(index)
        self._offset = array("d", bytes(8 * count))
        self._free: list[int] = []
        self._leaf_contours: dict[tuple[float, float], Contour] = {}
        self._contours: list[Contour] = [_NOTHING] * count
        self._merge_all()
        self._stack_roots()

    def __len__(self) -> int:
        return len(self._parent) - len(self._free)

    @property
    def capacity(self) -> int:
        """One more than the largest index ever used: the length of the arrays `place` returns."""
        return len(self._parent)

    def children(self, index: int) -> tuple[int, ...]:
        """The children of a card in order."""
        return tuple(self._children[index])

    @property
    def roots(self) -> tuple[int, ...]:
        """The roots in order."""
        return tuple(self._roots)

    def resize(self, index: int, width: float, height: float) -> None:
        """Gives a card another size."""
        self._check(index)
        self._width[index], self._height[index] = self._axis.sides(width, height)
        self._merge_upwards(index)

    def insert(self, parent: int, position: int, width: float, height: float) -> int:
        """Puts a new card before the `position`-th child of `parent` (-1: among the roots); returns its index."""
        if parent != _NO_PARENT:
            self._check(parent)
        index = self._free.pop() if self._free else self._grow()
        self._parent[index] = parent
        self._width[index], self._height[index] = self._axis.sides(width, height)
        self._enter(index, parent)
        self._siblings_under(parent).insert(position, index)
        self._merge_upwards(index)
        return index

    def remove(self, index: int) -> None:
        """Takes a card out, with everything below it."""
        self._check(index)
        parent = self._parent[index]
        self._siblings_under(parent).remove(index)
        pending = [index]
        while pending:
            gone = pending.pop()
            pending.extend(self._children[gone])
            self._children[gone] = []
            self._parent[gone] = _GONE
            self._levels[self._depth[gone]].remove(gone)
            self._free.append(gone)
        if parent == _NO_PARENT:
            self._stack_roots()
        else:
            self._merge_upwards(parent)

    def place(self) -> Places:
        """Where everything is now; across the axis the first edge is at 0, along it the roots are."""
        x = np.full(self.capacity, np.nan)
        y = np.full(self.capacity, np.nan)
        if not self._roots:
            return Places(x, y)
        parents = np.frombuffer(self._parent, dtype=np.int64)
        offsets = np.frombuffer(self._offset)
        steps = np.frombuffer(self._width) + self._spacing.level
        x[self._roots] = 0.0
        y[self._roots] = offsets[self._roots]
        for level in filter(None, self._levels[1:]):
            cards = np.frombuffer(level, dtype=np.int64)
            above = parents[cards]
            x[cards] = x[above] + steps[above]
            y[cards] = y[above] + offsets[cards]
        y -= np.nanmin(y)
        return Places(*self._axis.sides(x, y))

    # --- inside --------------------------------------------------------------------------------------

    def _siblings_under(self, parent: int) -> list[int]:
        return self._roots if parent == _NO_PARENT else self._children[parent]

    def _check(self, index: int) -> None:
        if not 0 <= index < len(self._parent) or self._parent[index] == _GONE:
            message = f"there is no card {index} in this layout"
            raise IndexError(message)

    def _enter(self, index: int, parent: int) -> None:
        depth = 0 if parent == _NO_PARENT else self._depth[parent] + 1
        self._depth[index] = depth
        if depth == len(self._levels):
            self._levels.append(array("q"))
        self._levels[depth].append(index)

    def _grow(self) -> int:
        self._parent.append(_GONE)
        self._width.append(0.0)
        self._height.append(0.0)
        self._children.append([])
        self._depth.append(0)
        self._offset.append(0.0)
        self._contours.append(_NOTHING)
        return len(self._parent) - 1

    def _merge_upwards(self, index: int) -> None:
        while index != _NO_PARENT:
            self._merge(index)
            index = self._parent[index]
        self._stack_roots()

    def _merge_all(self) -> None:
        """Merges every card, children first."""
        # Half of all cards have no children: for them even a call is dear.
        contours, leaf_contours = self._contours, self._leaf_contours
        widths, heights, gap = self._width.tolist(), self._height.tolist(), self._spacing.level
        for index in range(len(contours) - 1, -1, -1):
            if self._children[index]:
                self._merge(index)
                continue
            step, height = widths[index] + gap, heights[index]
            contour = leaf_contours.get((step, height))
            contours[index] = contour if contour is not None else self._leaf_contour(step, height)

    def _merge(self, index: int) -> None:
        """Stacks a card's children, centres it on them and takes the contour of the whole."""
        height = self._height[index]
        # The level gap belongs to the card, so that nothing comes to stand on its links.
        step = self._width[index] + self._spacing.level
        children = self._children[index]
        if not children:
            self._contours[index] = self._leaf_contour(step, height)
            return
        contours, offsets = self._contours, self._offset
        if len(children) == 1:
            child = children[0]
            start = (height - self._height[child]) / 2
            offsets[child] = start
            around = contours[child]
        else:
            stacked = stack([contours[child] for child in children], self._gaps(children))
            start = (height - stacked.offsets[-1] - self._height[children[-1]]) / 2
            for child, offset in zip(children, stacked.offsets, strict=True):
                offsets[child] = start + offset
            around = stacked.contour
        contours[index] = _pushed(around, step, start, height)

    def _leaf_contour(self, step: float, height: float) -> Contour:
        """The contour of a card without children; shared by all of one size, since contours never change."""
        contour = self._leaf_contours.get((step, height))
        if contour is None:
            ends = [step]
            contour = self._leaf_contours[step, height] = Contour(ends, [0.0], ends, [height])
        return contour

    def _gaps(self, children: list[int]) -> list[float]:
        spacing = self._spacing
        gaps = []
        above_branches = False
        for child in children:
            branches = bool(self._children[child])
            gaps.append(spacing.branch if branches or above_branches else spacing.sibling)
            above_branches = branches
        return gaps

    def _stack_roots(self) -> None:
        if not self._roots:
            return
        gaps = [self._spacing.tree] * len(self._roots)
        offsets = stack([self._contours[root] for root in self._roots], gaps).offsets
        for root, offset in zip(self._roots, offsets, strict=True):
            self._offset[root] = offset


def _pushed(around: Contour, step: float, start: float, height: float) -> Contour:
    """The contour of a card with what stands around its children: those move a level deeper and down by `start`."""
    ends = around.upper_ends
    is_even = around.lower_ends is ends  # then one list serves both sides
    if is_even and len(ends) == 1:
        # Most children have no children; spelt out, that is a third of the time.
        ends = [step, ends[0] + step]
        return Contour(ends, [0.0, around.upper[0] + start], ends, [height, around.lower[0] + start])
    upper_ends = [step, *map(step.__add__, ends)]
    lower_ends = upper_ends if is_even else [step, *map(step.__add__, around.lower_ends)]
    upper, lower = [0.0, *map(start.__add__, around.upper)], [height, *map(start.__add__, around.lower)]
    return Contour(upper_ends, upper, lower_ends, lower)


_NOTHING: Final = Contour([], [], [], [])
