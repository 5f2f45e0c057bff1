"""On a screen with two pixels to a point, the canvas shows the same map at the same places, only finer."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from desktop_app.drawing.palette import palette
from desktop_app.ui.pages.map.canvas.painting import Pictures, paint_scene
from tests.ui.conftest import Hands

VIEW = QSize(900, 700)
# Edges of letters and links are blurred by halving; a card at another size or place is off by far more.
MOST_OFF = 6.0


def _painted(hands: Hands, zoom: float, device_ratio: float, pictures: Pictures) -> np.ndarray:
    """Grey values at one pixel to a point."""
    canvas = hands.page.canvas
    window = replace(canvas.viewport.window, zoom=zoom, left=-40, top=-40, device_ratio=device_ratio)
    image = QImage(VIEW * device_ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(device_ratio)
    with QPainter(image) as painter:
        area = QRectF(0, 0, VIEW.width(), VIEW.height())
        paint_scene(painter, canvas.scene, canvas.scene.arrays, window, area, palette("light"), pictures)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(bytes(grey.constBits()), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    ratio = int(device_ratio)
    fine = rows[:, : grey.width()].astype(float)
    grey_values: np.ndarray = fine.reshape(VIEW.height(), ratio, VIEW.width(), ratio).mean(axis=(1, 3))
    return grey_values


@pytest.mark.parametrize("zoom", [1.0, 0.75, 0.1])
def test_cards_are_as_large_on_a_fine_screen_as_on_a_coarse_one(example: Hands, zoom: float) -> None:
    off = np.abs(_painted(example, zoom, 2.0, Pictures()) - _painted(example, zoom, 1.0, Pictures()))
    assert off.mean() < MOST_OFF


def test_a_window_that_moves_to_another_screen_draws_its_cards_anew(example: Hands) -> None:
    pictures = Pictures()
    before = _painted(example, 1.0, 1.0, pictures)
    # As many pixels to a map unit, but not to a point.
    _painted(example, 0.5, 2.0, pictures)
    assert np.array_equal(_painted(example, 1.0, 1.0, pictures), before)
