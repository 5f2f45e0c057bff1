"""The look of the window: Fusion with our palettes, one style sheet made from colour roles and spacing tokens.

Sizes are those of the ordinary window. In room size (`enlarge`) type grows until the back row can read the least of it,
and what holds type grows with it.
"""

import math
import re
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.base.resources import resource
from desktop_app.drawing import fonts
from desktop_app.drawing.palette import NAMES, Palette, Role, contrast, mixed, palette

TEXT_PX: Final = 13
SMALL_PX: Final = 12
TITLE_PX: Final = 16
SPACE: Final = 8
SPACE_WIDE: Final = 16
RADIUS: Final = 8
_HAIRLINE_PX: Final = 2
_PADS: Final = ("padding", "margin", "spacing")

_current: list[Palette] = []
# The least size of type in a room, in pixels of its em; empty outside room size.
_floor: list[float] = []

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DECLARATION: Final = re.compile(r"([\w-]+)(\s*:[^;]*)")
_PIXELS: Final = re.compile(r"(?<![\d.])(-?\d+)px")


def current() -> Palette:
    """The palette in use."""
    return _current[0] if _current else palette("light")


def colour(role: Role) -> QColor:
    """A colour of the palette in use."""
    return QColor(current()[role])


def wanted_by_system() -> str:
    """``dark`` where the desktop asks for it, else ``light``."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def known_theme(name: str) -> str:
    """The name of a shipped palette that was chosen; what the desktop asks for where there is none of this name."""
    return name if name in NAMES else wanted_by_system()


def apply(app: QApplication, name: str) -> None:
    """Gives every window a palette.

    Args:
        app: the application.
        name: of a shipped palette, such as ``light`` or ``dark``.
    """
    chosen = palette(name)
    _current[:] = [chosen]
    app.setStyle("Fusion")
    app.setFont(interface_font(TEXT_PX))
    app.setPalette(_qt_palette(chosen))
    app.setStyleSheet(_style_sheet(chosen))


def enlarge(floor_px: float | None) -> None:
    """Begins or ends room size; `apply` brings it to what is there.

    Args:
        floor_px: the em, in pixels, below which the back row cannot read; None: the ordinary window.
    """
    _floor[:] = [] if floor_px is None else [floor_px]


def floor_px() -> float | None:
    """The least em of type in pixels; None outside room size."""
    return _floor[0] if _floor else None


def is_room() -> bool:
    """Whether the window has room size."""
    return bool(_floor)


def scale() -> float:
    """By how much what holds text is enlarged: 1.0 outside room size."""
    return max(1.0, _floor[0] / TEXT_PX) if _floor else 1.0


def px(length: float) -> int:
    """A length that holds text, or is taken hold of, in pixels of the window as it is now."""
    return round(length * scale())


def type_px(size_px: int) -> int:
    """A size of type in pixels of the window as it is now, never below the floor.

    In a room, titles stand out by less than they do in a window: what is to be read needs the place.
    """
    if not _floor:
        return size_px
    least = math.ceil(_floor[0])
    grown = max(least, TEXT_PX) + (size_px - TEXT_PX) * (1 + scale()) / 2
    return max(least, round(grown))


def drawn_scale(least_px: float) -> float:
    """By how much a drawing is enlarged whose smallest type has this em: 1.0 outside room size."""
    return max(1.0, _floor[0] / least_px) if _floor else 1.0


def interface_font(size_px: int, *, bold: bool = False) -> QFont:
    """The sans of the interface, by its size in the ordinary window."""
    return letters(type_px(size_px), bold=bold)


def letters(em_px: int, *, bold: bool = False) -> QFont:
    """The sans of the interface in just this size, whatever room it is shown in."""
    fonts.load()
    font = QFont(list(fonts.SANS))
    font.setPixelSize(em_px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _qt_palette(chosen: Palette) -> QPalette:
    made = QPalette()
    group = QPalette.ColorRole
    for qt_role, role in (
        (group.Window, Role.PANEL),
        (group.WindowText, Role.INK),
        (group.Base, Role.CARD),
        (group.AlternateBase, Role.PAPER),
        (group.Text, Role.INK),
        (group.Button, Role.CARD),
        (group.ButtonText, Role.INK),
        (group.ToolTipBase, Role.QUESTION),
        (group.ToolTipText, Role.QUESTION_INK),
        (group.PlaceholderText, Role.FAINT),
        (group.Highlight, Role.TRACK),
        (group.HighlightedText, Role.INK),
        (group.Link, Role.PRO),
        (group.Accent, Role.FOCUS),
    ):
        made.setColor(qt_role, QColor(chosen[role]))
    for qt_role in (group.WindowText, group.Text, group.ButtonText, group.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, QColor(chosen[Role.FAINT]))
    return made


def _style_sheet(chosen: Palette) -> str:
    template = Template(resource("themes", "window.qss").read_text(encoding="utf-8"))
    values = {role.value: value for role, value in chosen.colours.items()}
    values["hover"] = mixed(chosen[Role.PANEL], chosen[Role.TRACK], 0.55)
    # A style sheet cannot colour an icon: one is shipped for each ground.
    is_dark = contrast(chosen[Role.CARD], "#ffffff") > contrast(chosen[Role.CARD], "#000000")
    for name, icon in (("chevron", "chevron-down"), ("check", "check")):
        values[name] = resource("icons", f"{icon}{'-on-dark' if is_dark else ''}.svg").as_posix()
    sheet = template.substitute(values)
    return _RULE.sub(_enlarged_rule, sheet) if _floor else sheet


def _enlarged_rule(rule: re.Match[str]) -> str:
    """A rule of the style sheet in room size: hairlines stay, what pads text grows by less than the text."""
    selector, body = rule[1], rule[2]
    is_handle = "QSlider" in selector

    def grown(declaration: re.Match[str]) -> str:
        name = declaration[1]

        def length(match: re.Match[str]) -> str:
            value = int(match[1])
            if name == "font-size":
                return f"{type_px(value)}px"
            if name.endswith("radius"):
                return f"{math.floor(value * (scale() if is_handle else math.sqrt(scale())))}px"
            if is_handle:
                return f"{px(value)}px"
            if "QScrollBar" in selector:
                return f"{round(value * math.sqrt(scale()))}px"
            if abs(value) <= _HAIRLINE_PX or name.startswith("border"):
                return match[0]
            return f"{round(value * math.sqrt(scale())) if name.startswith(_PADS) else px(value)}px"

        return name + _PIXELS.sub(length, declaration[2])

    return f"{selector}{{{_DECLARATION.sub(grown, body)}}}"
