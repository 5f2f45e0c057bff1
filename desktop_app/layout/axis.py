"""Which way a map grows: a tree is laid out along and across, and one row a style says what these are on screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.model.records import LayoutStyle

Floats = NDArray[np.float64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Axis:
    """The direction in which children stand after their parents.

    Attributes:
        along: that coordinate: 0 is x, 1 is y. Siblings stand beside one another across it.
    """

    along: int

    def sides(self, widths: T, heights: T) -> tuple[T, T]:
        """Sizes along and across, of widths and heights; places along and across, of x and y; and back again."""
        return (widths, heights) if self.along == 0 else (heights, widths)

    def turned(self, points: Floats) -> Floats:
        """Points (along, across) as (x, y), and back again; shape (…, 2), a view where nothing is to be turned."""
        return points if self.along == 0 else points[..., ::-1]


RIGHTWARDS: Final = Axis(along=0)
AXES: Final[Mapping[LayoutStyle, Axis]] = MappingProxyType({LayoutStyle.RIGHT: RIGHTWARDS})
