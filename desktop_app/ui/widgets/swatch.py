"""A dot in a perspective's colour, and the colours there are to choose from."""

import tomllib
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop_app.base.resources import resource
from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme

_SIZE_PX = 48  # many times what is shown, for dense screens


@cache
def perspective_colours() -> Mapping[str, str]:
    """The colours on offer (`#rrggbb`) by the last part of their key: "colour.blue"."""
    colours: dict[str, str] = tomllib.loads(resource("themes", "perspective-colours.toml").read_text(encoding="utf-8"))
    return colours


def swatch(colour: str) -> QIcon:
    """A dot in a colour; an empty one is drawn as a ring."""
    picture = QPixmap(_SIZE_PX, _SIZE_PX)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(theme.colour(Role.FAINT) if not colour else QColor(colour))
        pen.setWidth(4)
        painter.setPen(pen)
        if colour:
            painter.setBrush(QColor(colour))
        painter.drawEllipse(picture.rect().adjusted(6, 6, -6, -6))
    return QIcon(picture)
