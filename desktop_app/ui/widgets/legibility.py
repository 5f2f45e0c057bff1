"""How large letters have to be for the last row of a room, after published rules for projected text.

A small letter, an x, is to be read at 1/50 of the screen's height at eight screen heights, and comfortably at 1/150 of
the viewing distance (ROOM.md 3.1).
"""

from functools import cache
from typing import Final

from PySide6.QtGui import QFontMetricsF

from desktop_app.ui.widgets import theme

_FLOOR: Final = 400  # x-heights that lie one over another on a screen, seen from one screen height away
_AIM: Final = 150
_MEASURED_PX: Final = 1000


def floor_em_px(back_row: float, height_px: float) -> float:
    """The least size of type that is read.

    Args:
        back_row: how many screen heights away the last row sits.
        height_px: of the screen.
    """
    return back_row * height_px / (_FLOOR * x_height())


def aim_em_px(back_row: float, height_px: float) -> float:
    """The size of type that is read with ease; likewise."""
    return back_row * height_px / (_AIM * x_height())


@cache
def x_height() -> float:
    """The height of a small letter of the interface's face, in ems."""
    return QFontMetricsF(theme.letters(_MEASURED_PX)).xHeight() / _MEASURED_PX
