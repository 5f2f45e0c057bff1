"""A drawn map as a PNG picture, painted offscreen. Large maps are reduced, and that is said."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter

from desktop_app.base.errors import AppError
from desktop_app.drawing.display import DisplayList
from desktop_app.drawing.fonts import load
from desktop_app.drawing.paint import colour, paint_shapes
from desktop_app.drawing.palette import Palette, Role
from desktop_app.wording.sentence import say

LARGEST_SIDE_PX: Final = 12_000
LARGEST_AREA_PX: Final = 80_000_000
_DOTS_PER_METRE: Final = 3_780  # 96 dots per inch, at which a map unit is a pixel


class PictureTooLargeError(AppError):
    """There is not enough memory for the picture."""

    default_code = "picture-too-large"


@dataclass(frozen=True, slots=True)
class PngPicture:
    """An encoded picture.

    Attributes:
        scale: pixels a map unit.
        is_reduced: it has fewer pixels than asked for, because the map is large.
    """

    data: bytes
    width_px: int
    height_px: int
    scale: float
    is_reduced: bool


def png(drawn: DisplayList, palette: Palette, *, scale: float = 2.0, description: str = "") -> PngPicture:
    """Paints a map.

    Args:
        drawn: the map.
        palette: its colours.
        scale: pixels a map unit that are wanted.
        description: carried along unseen, such as how its numbers came about.

    Raises:
        PictureTooLargeError: not even the reduced picture fits into memory.
    """
    load()
    width, height = max(drawn.width, 1.0), max(drawn.height, 1.0)
    fitting = min(LARGEST_SIDE_PX / max(width, height), (LARGEST_AREA_PX / (width * height)) ** 0.5, scale)
    width_px, height_px = max(round(width * fitting), 1), max(round(height * fitting), 1)
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    if image.isNull():
        raise PictureTooLargeError(say("error.drawing.memory"), say("remedy.export_it_as_svg_or_pdf"))
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * fitting))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * fitting))
    image.setText("Title", drawn.title)
    if description:
        image.setText("Description", description)
    image.fill(colour(palette[Role.PAPER]))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(fitting, fitting)
        paint_shapes(painter, tuple(drawn.shapes()), palette)
    return PngPicture(_encoded(image), width_px, height_px, fitting, is_reduced=fitting < scale)


def _encoded(image: QImage) -> bytes:
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes for the format
    return bytes(stored.data())
