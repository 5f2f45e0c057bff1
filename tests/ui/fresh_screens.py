"""What is on the screen, against what the window would paint now: a widget that was not asked to paint again shows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

_SAME = 8  # of 255


def assert_fresh(window: QWidget) -> None:
    """Compares the picture on the screen with a new one, a few times: painting anew may find that something moved."""
    stale = _stale(window)
    for _ in range(4):
        if not len(stale):
            return
        stale = _stale(window)
    (top, left), (bottom, right) = stale.min(axis=0).tolist(), stale.max(axis=0).tolist()
    widget = window.childAt((left + right) // 2, (top + bottom) // 2)
    raise AssertionError(f"{len(stale)} dots of {type(widget).__name__} at {left}, {top} are as they were before")


def _stale(window: QWidget) -> NDArray[np.intp]:
    """Rows and columns of the dots that differ: shape (n, 2)."""
    QApplication.processEvents()
    seen, painted = colours(_seen(window)), colours(window.grab().toImage())
    # A window may reach beyond its screen, of which the rest is not seen.
    height, width = min(seen.shape[0], painted.shape[0]), min(seen.shape[1], painted.shape[1])
    return np.argwhere(np.abs(seen[:height, :width] - painted[:height, :width]).max(axis=2) > _SAME)


def _seen(window: QWidget) -> QImage:
    return window.screen().grabWindow(window.winId()).toImage()


def colours(image: QImage) -> NDArray[np.int16]:
    """Red, green and blue of each dot: shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    dots = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return dots[:, : image.width(), :3].astype(np.int16)
