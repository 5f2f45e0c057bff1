"""The shipped fonts, loaded once, as Qt fonts. Nothing here falls back to a font of the machine unasked.

Qt is imported with the first text that is measured, so that briefs in text formats are written where it cannot be.
"""

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.base.errors import AppError
from desktop_app.base.resources import resource
from desktop_app.drawing.per_thread import remembered_per_thread
from desktop_app.drawing.tokens import TypeStyle
from desktop_app.wording.sentence import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QRawFont

# The first is Inter under a name of its own: Qt prefers a font of the machine that has the same name, and another
# version of it would give cards another size.
SANS: Final = ("Steelyard Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", "Noto Sans Symbols2")
SERIF: Final = ("Noto Serif", *SANS)

# An application object without a window, kept for as long as the process measures text.
_application: "list[QGuiApplication]" = []


class FontMissingError(AppError):
    """A shipped font cannot be loaded."""

    default_code = "font-missing"


def load() -> None:
    """Makes the shipped fonts known to Qt; costs nothing when done before.

    A window makes its own QApplication first. Where there is none (command line, export), an offscreen one
    is made, because Qt measures text only with an application object.

    Raises:
        FontMissingError: a font file is damaged.
    """
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    if QGuiApplication.instance() is None:
        # Said here and not in the environment, which may name a platform that needs a screen.
        _application.append(QGuiApplication([*sys.argv[:1], "-platform", "offscreen"]))
        _load_files.cache_clear()
    _load_files()


@cache
def _load_files() -> None:
    from PySide6.QtCore import QLoggingCategory  # noqa: PLC0415
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415

    # Qt says on stderr, script by script, which fonts cannot set it. Exports name the characters themselves.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for path in _files():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontMissingError(say("error.drawing.font", name=path.name), say("remedy.install_program_again"))


def _files() -> list[Path]:
    return sorted(resource("fonts").glob("*.[ot]tf"))


@remembered_per_thread()
def qt_font(style: TypeStyle) -> "QFont":
    """The sans in a style of type, one pixel a map unit, unhinted so that it scales with the zoom."""
    from PySide6.QtGui import QFont  # noqa: PLC0415

    load()
    font = QFont(list(SANS))
    font.setPixelSize(style.size)
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@remembered_per_thread()
def metrics(style: TypeStyle) -> "QFontMetricsF":
    """Widths and heights of a style of type."""
    from PySide6.QtGui import QFontMetricsF  # noqa: PLC0415

    return QFontMetricsF(qt_font(style))


@cache
def baseline_offset(style: TypeStyle) -> float:
    """From the top of a line of text to its baseline, with the letters centred in the line."""
    font_metrics = metrics(style)
    return (style.line + font_metrics.capHeight()) / 2


@cache
def has_glyph(character: str) -> bool:
    """Whether any shipped font can show a character."""
    return any(font.supportsCharacter(ord(character)) for font in _raw_fonts())


@remembered_per_thread()
def _raw_fonts() -> "tuple[QRawFont, ...]":
    from PySide6.QtGui import QRawFont  # noqa: PLC0415

    load()
    return tuple(QRawFont(str(path), 16.0) for path in _files())
