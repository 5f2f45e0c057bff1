"""Visible cards and their links as numpy arrays: index i is the i-th visible card. No document, no painter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop_app.drawing.links import LinkLook
from desktop_app.drawing.palette import Role
from desktop_app.layout.axis import Axis
from desktop_app.layout.edges import Links, links

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
ROLES: Final = tuple(Role)
ROLE_NUMBER: Final = {role: number for number, role in enumerate(ROLES)}


class Measured(NamedTuple):
    """What is known of a card before it has a place: its size and colour, and how its link looks."""

    width: float
    height: float
    role: Role
    look: LinkLook


@dataclass(frozen=True, slots=True)
class Arrays:
    """All visible cards; places and sizes in map units, roles as numbers of `ROLES`.

    Attributes:
        parents: position of each card's parent; -1 for a root.
        heads: position of the first card with which each holds only together, or its own.
        link_role: of the link that leads to each card; likewise what follows.
    """

    x: Floats
    y: Floats
    width: Floats
    height: Floats
    role: NDArray[np.uint8]
    parents: Indices
    heads: Indices
    link_role: NDArray[np.uint8]
    thickness: Floats
    is_dashed: Flags
    is_undercut: Flags

    @property
    def right(self) -> Floats:
        """Right edges."""
        return self.x + self.width

    @property
    def bottom(self) -> Floats:
        """Bottom edges."""
        return self.y + self.height

    def links(self, axis: Axis) -> Links:
        """The links between the cards where they are now, laid out along an axis."""
        places = (self.parents, self.x, self.y, self.width, self.height)
        return links(*places, heads=self.heads, undercuts=self.is_undercut, axis=axis)

    def touching(self, left: float, top: float, right: float, bottom: float) -> Indices:
        """Positions of the cards that a rectangle touches, in order."""
        inside = (self.x < right) & (self.right > left) & (self.y < bottom) & (self.bottom > top)
        return np.flatnonzero(inside)

    def put(self, position: int, measured: Measured) -> None:
        """Gives one card another size and look, in place."""
        self.width[position], self.height[position] = measured.width, measured.height
        self.role[position] = ROLE_NUMBER[measured.role]
        look = measured.look
        self.link_role[position], self.thickness[position] = ROLE_NUMBER[look.role], look.thickness
        self.is_dashed[position], self.is_undercut[position] = look.is_dashed, look.is_undercut


def distinct(numbers: NDArray[np.integer]) -> list[int]:
    """The small whole numbers that occur, ascending; `numpy.unique` would load `numpy.ma` before the first frame."""
    return np.flatnonzero(np.bincount(numbers)).tolist()


def new_arrays(measured: Sequence[Measured], parents: Sequence[int], heads: Sequence[int]) -> Arrays:
    """Arrays of cards that have no places yet."""
    count = len(measured)
    widths, heights, roles, looks = zip(*measured, strict=True) if measured else ((), (), (), ())
    link_roles, thicknesses, dashed, undercuts = zip(*looks, strict=True) if measured else ((), (), (), ())
    return Arrays(
        np.zeros(count),
        np.zeros(count),
        np.array(widths, dtype=float),
        np.array(heights, dtype=float),
        np.array([ROLE_NUMBER[role] for role in roles], dtype=np.uint8),
        np.array(parents, dtype=np.intp),
        np.array(heads, dtype=np.intp),
        np.array([ROLE_NUMBER[role] for role in link_roles], dtype=np.uint8),
        np.array(thicknesses, dtype=float),
        np.array(dashed, dtype=bool),
        np.array(undercuts, dtype=bool),
    )


def spliced(arrays: Arrays, first: int, end: int, new: Arrays, heads: Sequence[int]) -> Arrays:
    """Puts other cards in the place of those from `first` up to `end`.

    Args:
        arrays: of all cards before; none of those after `end` hangs on one that goes.
        first: position of the first card that goes.
        end: the position after the last.
        new: the cards that come; their parents are positions in the result.
        heads: of the result.
    """
    grown = len(new.x) - (end - first)
    kept = arrays.parents[end:]
    names = ("x", "y", "width", "height", "role", "link_role", "thickness", "is_dashed", "is_undercut")
    parts = {
        name: np.concatenate((getattr(arrays, name)[:first], getattr(new, name), getattr(arrays, name)[end:]))
        for name in names
    }
    parents = np.concatenate((arrays.parents[:first], new.parents, np.where(kept >= end, kept + grown, kept)))
    return Arrays(**parts, parents=parents, heads=np.array(heads, dtype=np.intp))
