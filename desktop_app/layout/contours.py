"""Outlines of stacked subtrees: how far down a branch reaches, depth by depth, and how close two may stand.

A contour is a staircase along the depth axis: piece *j* ends at ``ends[j]`` and stands at ``sides[j]`` across it.
Both are relative to the card the contour belongs to, so that a branch can be moved without touching its contour.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Contour(NamedTuple):
    """The two sides of a branch, relative to the left top corner of its first card.

    Attributes:
        upper_ends: where the pieces of the upper side end, ascending.
        upper: the smallest y over each of those pieces.
        lower_ends: where the pieces of the lower side end, ascending.
        lower: the largest y over each of those pieces.
    """

    upper_ends: list[float]
    upper: list[float]
    lower_ends: list[float]
    lower: list[float]


class Stack(NamedTuple):
    """Branches under one another: the offset of each from the first, and the contour around them all."""

    offsets: list[float]
    contour: Contour


def stack(branches: Sequence[Contour], gaps: Sequence[float]) -> Stack:
    """Puts branches under one another as closely as their contours allow, never changing their order.

    Args:
        branches: at least one, from top to bottom.
        gaps: the least distance of each branch from all above it; the first is not used.
    """
    first = branches[0]
    offsets = [0.0]
    upper_ends, upper, lower_ends, lower = first
    for place in range(1, len(branches)):
        branch = branches[place]
        # A card without children, as wide as its neighbour, touches it with its only piece: nearly half of all that
        # is stacked, and nothing to compare.
        if len(branch.lower_ends) == 1 and branch.lower_ends[0] == lower_ends[0]:
            offset = lower[0] - branch.upper[0] + gaps[place]
            offsets.append(offset)
            lower = [branch.lower[0] + offset, *lower[1:]]
            continue
        offset = _clearance(lower_ends, lower, branch.upper_ends, branch.upper) + gaps[place]
        offsets.append(offset)
        # What shows from below: this branch, then whatever above it reaches deeper.
        if lower_ends[-1] > branch.lower_ends[-1]:
            beyond = _first_beyond(lower_ends, branch.lower_ends[-1])
            lower_ends = branch.lower_ends + lower_ends[beyond:]
            lower = [side + offset for side in branch.lower] + lower[beyond:]
        else:
            lower_ends = branch.lower_ends
            lower = [side + offset for side in branch.lower]
        # What shows from above: those before it, then whatever of this branch reaches deeper.
        if branch.upper_ends[-1] > upper_ends[-1]:
            beyond = _first_beyond(branch.upper_ends, upper_ends[-1])
            upper_ends = upper_ends + branch.upper_ends[beyond:]
            upper = upper + [side + offset for side in branch.upper[beyond:]]
    return Stack(offsets, Contour(upper_ends, upper, lower_ends, lower))


def _clearance(lower_ends: list[float], lower: list[float], upper_ends: list[float], upper: list[float]) -> float:
    """How far down a branch must move so that it just touches what is above it."""
    i = j = 0
    needed = lower[0] - upper[0]
    last_i, last_j = len(lower_ends), len(upper_ends)
    while i < last_i and j < last_j:
        distance = lower[i] - upper[j]
        if distance > needed:  # noqa: PLR1730 - `max` costs a third of the whole layout here
            needed = distance
        end_i, end_j = lower_ends[i], upper_ends[j]
        if end_i <= end_j:
            i += 1
        if end_j <= end_i:
            j += 1
    return needed


def _first_beyond(ends: list[float], depth: float) -> int:
    place = 0
    while ends[place] <= depth:
        place += 1
    return place
