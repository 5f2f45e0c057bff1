"""How something looked once, kept as a small picture beside a test: each dot is the mean of a few of the screen.

Small differences, such as another machine draws at the edges of letters, stay below what is told apart; another
colour, a line that is gone or words that stand elsewhere do not.
"""

import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.fresh_screens import colours

_DOTS = 5  # of the screen along each side of a dot of the picture
_SAME = 8  # of 255


def assert_looks_kept(case: Path, image: QImage) -> None:
    """Compares a picture with a file; the small one that differs is left beside it as `….new.png`, for eyes."""
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        image.width() // _DOTS,
        image.height() // _DOTS,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    if os.environ.get("STEELYARD_WRITE_CASES"):
        case.parent.mkdir(exist_ok=True)
        assert small.save(str(case))
    kept, new = colours(QImage(str(case))), colours(small)
    is_same = kept.shape == new.shape and np.abs(kept - new).max() <= _SAME
    if not is_same:
        small.save(str(case.with_suffix(".new.png")))
    assert is_same, f"{case.name} looks different"
