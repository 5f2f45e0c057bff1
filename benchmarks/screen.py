"""The canvas of a map on an offscreen screen of 1920 × 1080, and the plain blit its frames are measured against."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from benchmarks.maps import Sample
from benchmarks.measuring import cpu_ms
from desktop_app.session import Session
from desktop_app.ui.pages.map.canvas.canvas import Canvas
from desktop_app.ui.pages.map.canvas.painting import Pictures, paint_scene
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.commands import Commands
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.canvas.arrays import Arrays

WIDTH: Final = 1920
HEIGHT: Final = 1080
BLIT: Final = "a full-screen blit"
_BLITS: Final = 21
_PLACES_TRIED: Final = 400


class Blit:
    """One opaque pixmap copied over the whole screen: the least that a frame can cost."""

    def __init__(self) -> None:
        self._image = new_image()
        self._image.fill(QColor("white"))
        self._pixmap = QPixmap.fromImage(self._image)

    def ms(self) -> float:
        """Median CPU time of a blit in milliseconds."""
        return cpu_ms(self._once, _BLITS)

    def _once(self) -> None:
        with QPainter(self._image) as painter:
            painter.drawPixmap(0, 0, self._pixmap)


class Screen:
    """A map's canvas, shown.

    Attributes:
        workspace: of the opened sample.
        canvas: the widget.
        crowded: the part of the map, at 100 %, where most cards are seen at once (among those tried).
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        # A large map opens folded; what is measured is all of it.
        workspace.view.fold_only(frozenset())
        self.canvas = Canvas(workspace, Commands(workspace))
        self.canvas.resize(WIDTH, HEIGHT)
        self.canvas.show()
        self.refresh()
        self.crowded = self._most_crowded()

    def refresh(self) -> None:
        """Paints what has to be painted."""
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        QApplication.processEvents()

    def repaint(self) -> None:
        """Paints everything once more."""
        self.canvas.update()
        self.refresh()

    def go_to(self, window: VisibleArea) -> None:
        """Shows another part of the map."""
        self.canvas.viewport.go_to(window)
        self.repaint()

    def paint(self, image: QImage, window: VisibleArea, pictures: Pictures, arrays: Arrays | None = None) -> None:
        """Paints a frame as the canvas does, but into a picture, with pictures of cards that can be dropped."""
        scene = self.canvas.scene
        with QPainter(image) as painter:
            area = QRectF(0, 0, WIDTH, HEIGHT)
            paint_scene(painter, scene, arrays or scene.arrays, window, area, theme.current(), pictures)

    def _most_crowded(self) -> VisibleArea:
        scene = self.canvas.scene
        step = max(1, len(scene.places) // _PLACES_TRIED)
        tried = [
            VisibleArea(round(x - WIDTH / 3), round(y - HEIGHT / 2))
            for x, y in zip(scene.arrays.x[::step].tolist(), scene.arrays.y[::step].tolist(), strict=True)
        ]
        seen = QRectF(0, 0, WIDTH, HEIGHT)
        return max(tried, key=lambda window: len(scene.visible(*window.to_map_rectangle(seen))))


@contextmanager
def shown(sample: Sample) -> Iterator[Screen]:
    """Opens a sample and shows its map; edits are not written, so that no disk is measured."""
    session = Session.open(sample.path)
    session.document.connect_store(lambda _: None)
    workspace = Workspace(session)
    screen = Screen(workspace)
    try:
        yield screen
    finally:
        screen.canvas.close()
        screen.canvas.deleteLater()
        workspace.detach()
        session.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def new_image() -> QImage:
    """A picture as large as the screen."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
