"""Curves as the straight strokes that Qt draws in batches: unbroken, or in dashes where they can be seen."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.drawing import tokens
from desktop_app.layout.edges import flattened

_CURVE_PIECES: Final = 16
_DASHED_PIECES: Final = 32
_BENDS: Final = 2  # straight pieces of a dash
_OVERLAP: Final = 0.3  # map units

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
# Left, top, right, bottom, in map units.
Area = tuple[float, float, float, float]
_EVERYWHERE: Final = (-np.inf, -np.inf, np.inf, np.inf)


def curve_pieces(
    controls: Floats,
    is_dashed: NDArray[np.bool_],
    thickness: Floats,
    area: Area = _EVERYWHERE,
) -> tuple[Floats, Indices]:
    """Straight pieces of curves, with the curve each belongs to; dashes without their gaps.

    Args:
        controls: of n curves, shape (n, 4, 2), in map units.
        is_dashed: of each.
        thickness: of each, in map units.
        area: left, top, right, bottom of what is looked at; dashes far from it may be left out.
    """
    full, dashed = np.flatnonzero(~is_dashed), np.flatnonzero(is_dashed)
    lines = overlapping(flattened(controls[full], _CURVE_PIECES))
    dashes, of_dashes = _dashes(controls[dashed], thickness[dashed], area)
    return (
        np.concatenate((lines, overlapping(dashes))),
        np.concatenate((np.repeat(full, _CURVE_PIECES), dashed[of_dashes])),
    )


def _dashes(controls: Floats, thickness: Floats, area: Area) -> tuple[Floats, Indices]:
    """The dashes of curves as straight pieces, all equally long however the curve bends, and whose each is."""
    if not len(controls):
        return np.empty((0, 4)), np.empty(0, np.intp)
    pieces = flattened(controls, _DASHED_PIECES).reshape(-1, _DASHED_PIECES, 4)
    lengths = np.hypot(pieces[..., 2] - pieces[..., 0], pieces[..., 3] - pieces[..., 1])
    ends = np.cumsum(lengths, axis=1)
    dash, gap = tokens.DASH
    # Of a link that is a hundred screens long, only what can be seen is cut into dashes.
    low, high = _seen(pieces, lengths, ends, area)
    first = np.floor(low / ((dash + gap) * thickness)).astype(np.intp)
    counts = np.maximum(np.ceil(high / ((dash + gap) * thickness)).astype(np.intp) - first, 0)
    owners = np.repeat(np.arange(len(controls)), counts)
    number = first[owners] + np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    starts = number * (dash + gap) * thickness[owners]
    # Each dash is bent a little where its curve is.
    along = starts[:, None] + dash * thickness[owners][:, None] * np.linspace(0, 1, _BENDS + 1)
    along = np.minimum(along, ends[owners, -1][:, None])
    # One sorted list of all lengths, curve after curve, finds the piece on which each point lies.
    base = np.concatenate(([0.0], np.cumsum(ends[:-1, -1])))
    at = np.searchsorted((ends + base[:, None]).ravel(), along + base[owners][:, None])
    piece = np.clip(at - owners[:, None] * _DASHED_PIECES, 0, _DASHED_PIECES - 1)
    of_curve = owners[:, None]
    share = 1 - (ends[of_curve, piece] - along) / np.maximum(lengths[of_curve, piece], 1e-9)
    segments = pieces[of_curve, piece]
    points = segments[..., :2] + (segments[..., 2:] - segments[..., :2]) * share[..., None]
    return np.concatenate((points[:, :-1], points[:, 1:]), axis=2).reshape(-1, 4), np.repeat(owners, _BENDS)


def _seen(pieces: Floats, lengths: Floats, ends: Floats, area: Area) -> tuple[Floats, Floats]:
    """From where to where, along each curve, it may lie between the top and the bottom of an area."""
    _, top, _, bottom = area
    begin, rise = pieces[..., 1], pieces[..., 3] - pieces[..., 1]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        crossings = (np.array([top, bottom])[:, None, None] - begin) / rise
    level = np.abs(rise) < 1e-9
    enters = np.where(level, 0.0, np.clip(crossings.min(axis=0), 0.0, 1.0))
    leaves = np.where(level, 1.0, np.clip(crossings.max(axis=0), 0.0, 1.0))
    touches = (np.minimum(begin, begin + rise) <= bottom) & (np.maximum(begin, begin + rise) >= top)
    curves, last = np.arange(len(pieces)), pieces.shape[1] - 1
    first, final = touches.argmax(axis=1), last - touches[:, ::-1].argmax(axis=1)
    low = ends[curves, first] - lengths[curves, first] * (1 - enters[curves, first])
    high = ends[curves, final] - lengths[curves, final] * (1 - leaves[curves, final])
    return low, np.where(touches.any(axis=1), high, low)


def overlapping(pieces: Floats) -> Floats:
    """Pieces a little longer at both ends, so that no seam shows where two of them meet."""
    along = pieces[:, 2:] - pieces[:, :2]
    lengths = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    reach = along / lengths * _OVERLAP
    return np.concatenate((pieces[:, :2] - reach, pieces[:, 2:] + reach), axis=1)
