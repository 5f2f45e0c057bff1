"""Numpy arrays handed to Qt without copying: thousands of lines or rectangles in one painter call.

PySide6 exposes the C++ overloads `drawLines(QLineF *, n)` and `drawRects(QRectF *, n)`. A buffer is made once and
never freed, because a wrapper made twice at one address would be the old one.
"""

from typing import Final, Generic, TypeVar, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF

T = TypeVar("T", QLineF, QRectF)
_CAPACITY: Final = 1 << 16


class Buffer(Generic[T]):
    """Room for a batch of four-number shapes that C++ reads in place."""

    def __init__(self, kind: type[T]) -> None:
        self._numbers = np.zeros((_CAPACITY, 4))
        self.pointer: T = cast(T, shiboken6.wrapInstance(self._numbers.ctypes.data, kind))

    def fill(self, rows: NDArray[np.float64]) -> int:
        """Copies rows (n, 4) in; at most a full batch is taken.

        Returns:
            How many were taken; call again with the rest.
        """
        count = min(len(rows), _CAPACITY)
        self._numbers[:count] = rows[:count]
        return count


LINES: Final = Buffer(QLineF)
RECTANGLES: Final = Buffer(QRectF)
