"""The icon set: shipped SVGs, coloured from the palette in use. Never icons of the desktop's theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.base.resources import resource
from desktop_app.drawing.palette import Palette, Role
from desktop_app.ui.widgets import theme


def icon(name: str, role: Role = Role.INK, size_px: int = 18) -> QIcon:
    """An icon in a colour of the palette in use, with a fainter form for disabled buttons."""
    made = QIcon()
    size_px = theme.px(size_px)
    chosen = theme.current()
    for mode, colour_role in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, Role.LINE)):
        for scale in (1, 2):
            made.addPixmap(_pixmap(name, _colour(chosen, colour_role), size_px, scale), mode)
    return made


def pixmap(name: str, role: Role = Role.INK, size_px: int = 18, scale: float = 2.0) -> QPixmap:
    """An icon as a picture for a label."""
    return _pixmap(name, _colour(theme.current(), role), size_px, scale)


def _colour(chosen: Palette, role: Role) -> str:
    return chosen[role]


@cache
def _pixmap(name: str, colour: str, size_px: int, scale: float) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    picture = QPixmap(QSize(size_px, size_px) * scale)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter)
    picture.setDevicePixelRatio(scale)
    return picture
