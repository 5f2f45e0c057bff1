"""Links between placed cards as numbers: ends, curves, and curves cut into straight segments, all at once in numpy.

What a link means (stance, importance) and how it is painted is not known here.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.layout.axis import RIGHTWARDS, Axis

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

SEGMENTS_OF_A_CURVE: Final = 12
_BRACE: Final = 10.0  # from a bracket to its cards, in map units
_LANE: Final = 8.0  # from a card to an undercut that goes round it: half the gap between siblings


@dataclass(frozen=True)
class Links:
    """The links between placed cards, one for each card that has a parent; cards that hold only together share one.

    Attributes:
        children: shape (n,), the index of the card each link leads to (of cards that share one, the first), ascending.
        starts: shape (n, 2), x and y at the parent; of an undercut, the middle of the link it attacks.
        bends: shape (n, 2), the lower or upper right corner of the parent, round which an undercut goes; else NaN.
        ends: shape (n, 2), x and y at the child, or at the bracket of those that share the link.
        braces: shape (m, 4), x1, y1, x2, y2 of the lines of which brackets consist.
        brace_owners: shape (m,), which link each of these belongs to.
        axis: which way the tree grows.
    """

    children: Indices
    starts: Floats
    bends: Floats
    ends: Floats
    braces: Floats
    brace_owners: Indices
    axis: Axis = RIGHTWARDS

    @property
    def middles(self) -> Floats:
        """Shape (n, 2): where an undercut of each link is attached, which is its middle in the gap before the child."""
        before = np.where(np.isnan(self.bends), self.starts, self.bends)
        return (before + self.ends) / 2

    def touching(self, left: float, top: float, right: float, bottom: float) -> Indices:
        """Which links lie, with their box, within a rectangle."""
        lefts, tops, rights, bottoms = self._boxes
        return np.flatnonzero((lefts < right) & (rights > left) & (tops < bottom) & (bottoms > top))

    @cached_property
    def _boxes(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Left, top, right and bottom of each link: asked for at every step of a pan, so kept, each in one piece."""
        lowest = np.fmin(np.fmin(self.starts, self.ends), self.bends)
        highest = np.fmax(np.fmax(self.starts, self.ends), self.bends)
        return lowest[:, 0].copy(), lowest[:, 1].copy(), highest[:, 0].copy(), highest[:, 1].copy()


def links(
    parents: Indices,
    x: Floats,
    y: Floats,
    widths: Floats,
    heights: Floats,
    *,
    heads: Indices | None = None,
    undercuts: NDArray[np.bool_] | None = None,
    axis: Axis = RIGHTWARDS,
) -> Links:
    """The links of placed cards.

    Args:
        parents: shape (n,), index of each card's parent, negative for none.
        x: left edges; cards at NaN (removed or hidden) get no link.
        y: top edges.
        widths: of the cards.
        heights: of the cards.
        heads: shape (n,), the first of the siblings with which each card holds only together, or itself.
        undercuts: shape (n,), which cards speak against the link that leads to their parent.
        axis: which way the tree grows.
    """
    # Reckoned along and across; turned into x and y at the end.
    x, y = axis.sides(x, y)
    widths, heights = axis.sides(widths, heights)
    indices = np.arange(len(parents))
    heads = indices if heads is None else heads
    placed = (parents >= 0) & ~np.isnan(x)
    children = np.flatnonzero(placed & (heads == indices))
    above = parents[children]
    middles = y + heights / 2
    starts = np.column_stack((x[above] + widths[above], middles[above]))
    ends = np.column_stack((x[children], middles[children]))
    braces, owners = _braces(children, np.flatnonzero(placed & (heads != indices)), heads, x, middles, ends)
    bends = np.full_like(starts, np.nan)
    if undercuts is not None and undercuts.any():
        against = np.flatnonzero(undercuts[children] & (parents[above] >= 0))
        attacked = above[against]
        under = ends[against, 1] >= middles[attacked]
        lane = np.where(under, y[attacked] + heights[attacked] + _LANE, y[attacked] - _LANE)
        bends[against] = np.column_stack((x[attacked] + widths[attacked], lane))
        # What is attacked may itself be an undercut: the middles come after all bends and before all such starts.
        before = np.where(np.isnan(bends), starts, bends)
        starts[against] = ((before + ends) / 2)[np.searchsorted(children, heads[attacked])]
    braces = axis.turned(braces.reshape(-1, 2, 2)).reshape(-1, 4)
    return Links(children, axis.turned(starts), axis.turned(bends), axis.turned(ends), braces, owners, axis)


def _braces(
    children: Indices, joined: Indices, heads: Indices, x: Floats, middles: Floats, ends: Floats
) -> tuple[Floats, Indices]:
    """Brackets at the left of cards that hold only together; their links then end at the bracket."""
    if not len(joined):
        return np.empty((0, 4)), np.empty(0, np.intp)
    is_first = np.zeros(len(heads), dtype=bool)
    is_first[heads[joined]] = True
    first = np.flatnonzero(is_first)
    owners = np.searchsorted(children, first)
    lowest = middles.copy()
    np.maximum.at(lowest, heads[joined], middles[joined])
    spine = x[first] - _BRACE
    ends[owners] = np.column_stack((spine, (middles[first] + lowest[first]) / 2))
    members = np.concatenate((first, joined))
    ticks = np.column_stack((x[members] - _BRACE, middles[members], x[members], middles[members]))
    lines = np.concatenate((np.column_stack((spine, middles[first], spine, lowest[first])), ticks))
    return lines, np.concatenate((owners, np.searchsorted(children, heads[members])))


def link_curves(links: Links, chosen: Indices | None = None) -> tuple[Floats, Indices]:
    """The curves of links: one for each, two for an undercut, which first goes round its parent.

    Args:
        links: of a map.
        chosen: which of them; all when None.

    Returns:
        Control points, shape (m, 4, 2), and for each curve the index of its link, shape (m,).
    """
    chosen = np.arange(len(links.children)) if chosen is None else chosen
    bends = links.bends[chosen]
    bent = ~np.isnan(bends[:, 0])
    controls = curves(np.where(bent[:, None], bends, links.starts[chosen]), links.ends[chosen], links.axis)
    if not bent.any():
        return controls, chosen
    starts, corners = links.axis.turned(links.starts[chosen][bent]), links.axis.turned(bends[bent])
    round_parent = np.empty((len(starts), 4, 2))
    round_parent[:, 0] = starts
    # Straight across in the gap, then along the parent's edge.
    round_parent[:, 1] = round_parent[:, 2] = np.column_stack((starts[:, 0], corners[:, 1]))
    round_parent[:, 3] = corners
    return np.concatenate((links.axis.turned(round_parent), controls)), np.concatenate((chosen[bent], chosen))


def curves(starts: Floats, ends: Floats, axis: Axis = RIGHTWARDS) -> Floats:
    """Shape (n, 4, 2): control points of one cubic Bézier a link, leaving and arriving along the axis."""
    starts, ends = axis.turned(starts), axis.turned(ends)
    middle = (starts[:, 0] + ends[:, 0]) / 2
    controls = np.empty((len(starts), 4, 2))
    controls[:, 0] = starts
    controls[:, 1, 0] = middle
    controls[:, 1, 1] = starts[:, 1]
    controls[:, 2, 0] = middle
    controls[:, 2, 1] = ends[:, 1]
    controls[:, 3] = ends
    return axis.turned(controls)


def flattened(controls: Floats, segments: int = SEGMENTS_OF_A_CURVE) -> Floats:
    """Shape (n · segments, 4): x1, y1, x2, y2 of straight pieces; those of one curve follow one another.

    Painters draw thousands of such pieces many times faster than curves or merged paths.
    """
    t = np.linspace(0.0, 1.0, segments + 1)
    weights = np.stack(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3), axis=1)
    points = np.einsum("tk,nkd->ntd", weights, controls)
    return np.concatenate((points[:, :-1], points[:, 1:]), axis=2).reshape(-1, 4)
