"""The look of the window: Fusion with our palettes, one style sheet made from colour roles and spacing tokens."""

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

_current: list[Palette] = []


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


def known(name: str) -> str:
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


def interface_font(size_px: int, *, bold: bool = False) -> QFont:
    """The sans of the interface."""
    fonts.load()
    font = QFont(list(fonts.SANS))
    font.setPixelSize(size_px)
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
    return template.substitute(values)
