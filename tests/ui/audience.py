"""The one place where the oracles of the audience's screen touch the screen: its steps, its pages, its painting.

The oracles know of a step only what is listed here, and of a page nothing but that it can be painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from typing_extensions import override

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.weighing.results import Results
from tests.present_maps import RoomMap

Picture = NDArray[np.uint32]
"""Colours, row by row."""


@dataclass(frozen=True, slots=True)
class Hall:
    """A screen and how far the back row sits, in screen heights."""

    width: int
    height: int
    back_row: int

    @property
    def floor(self) -> float:
        """The least x-height in pixels: a letter is 1/50 of the height tall for each eight screen heights."""
        return self.height * self.back_row / 400

    @property
    def aim(self) -> float:
        """The x-height in pixels that published rules ask for."""
        return self.height * self.back_row / 150

    @override
    def __str__(self) -> str:
        return f"{self.width}×{self.height}/{self.back_row}"


SIZES = ((1280, 720), (1366, 768), (1280, 800), (1600, 1000), (1920, 1080), (3840, 2160), (1024, 768))
BACK_ROWS = (4, 6, 8, 10, 12)
HALLS = tuple(Hall(width, height, row) for width, height in SIZES for row in BACK_ROWS)
# The default; the two at which the old screen lost most; the narrowest at the farthest; a near row; the widest.
WORST = (
    Hall(1920, 1080, 8),
    Hall(1280, 720, 10),
    Hall(1024, 768, 8),
    Hall(1024, 768, 12),
    Hall(1366, 768, 4),
    Hall(1280, 800, 12),
)


class Projector(Protocol):
    """What shows a map: the program's own, or another to try the oracles on."""

    def steps(self, records: Records, map_id: MapId, results: Results) -> Sequence[Any]:
        """The steps of a map, in order."""

    def pages(self, step: Any, hall: Hall, *, numbers: bool) -> Sequence[Any]:
        """The pages that a step shows, in turn."""

    def paint(self, painter: QPainter, page: Any) -> None:
        """Paints a page from the upper left corner."""


class Screen:
    """The program's own screen."""

    def steps(self, records: Records, map_id: MapId, results: Results) -> Sequence[Any]:
        from desktop_app.viewmodels.present.steps import steps

        return steps(records, map_id, results)

    def pages(self, step: Any, hall: Hall, *, numbers: bool) -> Sequence[Any]:
        from desktop_app.ui.pages.present.pages import Screen as Size
        from desktop_app.ui.pages.present.pages import lay_out

        return lay_out(step, Size(float(hall.width), float(hall.height), float(hall.back_row)), numbers=numbers)

    def paint(self, painter: QPainter, page: Any) -> None:
        from desktop_app.drawing.palette import palette
        from desktop_app.ui.pages.present.painting import paint_page

        paint_page(painter, page, palette("projector"))


def kind(step: Any) -> str:
    """``question``, ``options``, ``points``, ``matrix`` or ``result``."""
    return str(step.kind.name).lower()


def title(step: Any) -> str:
    """The subject's text, as typed."""
    return str(step.title)


def newest(step: Any) -> str | None:
    """The text of the point that came with a step; None where none did."""
    return None if step.newest is None else str(step.newest.text)


def label(step: Any) -> str:
    """What the newest point does to the one above it, in words; empty for a plain pro or con."""
    return "" if step.newest is None else str(getattr(step.newest, "label", ""))


def steps_of(projector: Projector, shown: RoomMap) -> list[Any]:
    """The steps of a map with its own numbers."""
    return list(projector.steps(shown.document, shown.map_id, shown.results))


def pictures(projector: Projector, step: Any, hall: Hall, *, numbers: bool) -> list[Picture]:
    """The pages of a step as they look."""
    return [picture(projector, page, hall) for page in projector.pages(step, hall, numbers=numbers)]


def picture(projector: Projector, page: Any, hall: Hall) -> Picture:
    """A page as it looks."""
    image = QImage(hall.width, hall.height, QImage.Format.Format_RGB32)
    # What a page leaves unpainted is no white.
    image.fill(Qt.GlobalColor.magenta)
    with QPainter(image) as painter:
        projector.paint(painter, page)
    return colours(image)


def colours(image: QImage) -> Picture:
    """The pixels of a picture."""
    return np.frombuffer(bytes(image.constBits()), np.uint32).reshape(image.height(), image.width())
