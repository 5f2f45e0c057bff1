"""Links between placed cards as numbers: ends, curves, and curves cut into straight segments, all at once in numpy.

What a link means (stance, importance) and how it is painted is not known here.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

SEGMENTS_OF_A_CURVE: Final = 12


@dataclass(frozen=True, slots=True)
class Links:
    """One link per card that has a parent, from the middle of the parent's right edge to the child's left edge.

    Attributes:
        children: shape (n,), the index of the card each link leads to, ascending.
        starts: shape (n, 2), x and y at the parent.
        ends: shape (n, 2), x and y at the child.
    """

    children: Indices
    starts: Floats
    ends: Floats

    @property
    def middles(self) -> Floats:
        """Shape (n, 2): the middle of each curve, where an undercut of that link is attached."""
        return (self.starts + self.ends) / 2


def links(parents: Indices, x: Floats, y: Floats, widths: Floats, heights: Floats) -> Links:
    """The links of placed cards.

    Args:
        parents: shape (n,), index of each card's parent, negative for none.
        x: left edges; cards at NaN (removed or hidden) get no link.
        y: top edges.
        widths: of the cards.
        heights: of the cards.
    """
    children = np.flatnonzero((parents >= 0) & ~np.isnan(x))
    above = parents[children]
    starts = np.column_stack((x[above] + widths[above], y[above] + heights[above] / 2))
    ends = np.column_stack((x[children], y[children] + heights[children] / 2))
    return Links(children, starts, ends)


def curves(starts: Floats, ends: Floats) -> Floats:
    """Shape (n, 4, 2): control points of one cubic Bézier a link, leaving and arriving level."""
    middle = (starts[:, 0] + ends[:, 0]) / 2
    controls = np.empty((len(starts), 4, 2))
    controls[:, 0] = starts
    controls[:, 1, 0] = middle
    controls[:, 1, 1] = starts[:, 1]
    controls[:, 2, 0] = middle
    controls[:, 2, 1] = ends[:, 1]
    controls[:, 3] = ends
    return controls


def flattened(controls: Floats, segments: int = SEGMENTS_OF_A_CURVE) -> Floats:
    """Shape (n · segments, 4): x1, y1, x2, y2 of straight pieces; those of one curve follow one another.

    Painters draw thousands of such pieces many times faster than curves or merged paths.
    """
    t = np.linspace(0.0, 1.0, segments + 1)
    weights = np.stack(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3), axis=1)
    points = np.einsum("tk,nkd->ntd", weights, controls)
    return np.concatenate((points[:, :-1], points[:, 1:]), axis=2).reshape(-1, 4)


def elbows(starts: Floats, ends: Floats) -> Floats:
    """Shape (n · 3, 4): each link as three level or upright pieces, x1, y1, x2, y2."""
    middle = (starts[:, 0] + ends[:, 0]) / 2
    points = np.empty((len(starts), 4, 2))
    points[:, 0] = starts
    points[:, 1] = np.column_stack((middle, starts[:, 1]))
    points[:, 2] = np.column_stack((middle, ends[:, 1]))
    points[:, 3] = ends
    return np.concatenate((points[:, :-1], points[:, 1:]), axis=2).reshape(-1, 4)
