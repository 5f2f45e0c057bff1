"""How wide text is and where its lines break, measured once for canvas, SVG, PNG and PDF. Breaks only, no painting.

Ordinary text goes a fast way: the widths of its words, each measured once, are added up greedily. Whatever has other
rules (scripts without spaces, right to left, a word wider than the line) is broken by Qt, which is imported then.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from desktop_app.drawing.fonts import metrics, qt_font
from desktop_app.drawing.tokens import TypeStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QTextOption

ELLIPSIS: Final = "…"

# A word of Latin, Greek or Cyrillic letters, digits and punctuation that Unicode breaks only at the spaces around it:
# nothing closes at its start, opens at its end, or stops inside it.
_ORDINARY_WORD: Final = re.compile(
    r"""(?![)\]!?.,:;])(?!.*[(\[]$)(?!.*(?:[!?)\]%€£°][^!?.,:;)\]'"’”]|[^(\[][€£(\[]))"""
    r"""[0-9A-Za-zÀ-ÖØ-öø-\u024F\u0386-\u03FF\u0400-\u0481\u048A-\u052F.,;:!?'"‘’“”&+=#@*_()\[\]€£%§°·×−…]+"""
)
# No break stands between a closing quote and a bracket, even with a space.
_QUOTE_AND_BRACKET: Final = re.compile(r"""['"‘’“”] [(\[]""")

_widths: dict[TypeStyle, dict[str, float]] = {}
# Ordinary words only, so that one look-up answers both questions about a word.
_word_widths: dict[TypeStyle, dict[str, float]] = {}


def text_width(text: str, style: TypeStyle) -> float:
    """Width of a text on one line, in map units."""
    known = _widths.setdefault(style, {})
    width = known.get(text)
    if width is None:
        width = known[text] = metrics(style).horizontalAdvance(text)
    return width


def wrap(text: str, style: TypeStyle, width: float, most: int | None = None) -> tuple[str, ...]:
    """The lines of a text set in a column.

    Args:
        text: any text; its line ends stay line ends.
        style: the style of type.
        width: of the column, in map units.
        most: how many lines are wanted at the most; the last then ends with an ellipsis. None: all.

    Returns:
        At least one line, without the spaces at which they were broken. Each may be painted by itself: one that
        begins in the other direction than its paragraph runs in has an invisible mark before it.
    """
    lines: list[str] = []
    for paragraph in text.split("\n") if "\n" in text else (text,):
        broken = _greedy(paragraph, style, width)
        lines += _directed(paragraph, _by_qt(paragraph, style, width)) if broken is None else broken
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [elide(f"{lines[most - 1]} {ELLIPSIS}", style, width)]
    return tuple(lines)


def elide(text: str, style: TypeStyle, width: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if text_width(text, style) <= width:
        return text
    kept = text.removesuffix(ELLIPSIS).rstrip()
    shortest, longest = 0, len(kept)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if metrics(style).horizontalAdvance(kept[:middle].rstrip() + ELLIPSIS) <= width:
            shortest = middle
        else:
            longest = middle - 1
    return kept[:shortest].rstrip() + ELLIPSIS


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    return next((kind in {"R", "AL"} for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), False)


def _directed(paragraph: str, lines: list[str]) -> list[str]:
    """Lines that run as their paragraph does, also where the first letter of one would have it otherwise."""
    if len(lines) < 2:
        return lines
    runs_left = is_right_to_left(paragraph)
    mark = "\N{RIGHT-TO-LEFT MARK}" if runs_left else "\N{LEFT-TO-RIGHT MARK}"
    return [line if is_right_to_left(line) is runs_left else mark + line for line in lines]


def _greedy(text: str, style: TypeStyle, width: float) -> list[str] | None:
    """Lines broken at spaces; None where that would not be how Unicode breaks them."""
    if ("(" in text or "[" in text) and _QUOTE_AND_BRACKET.search(text) is not None:
        return None
    known = _word_widths.setdefault(style, {})
    space = text_width(" ", style)
    lines: list[str] = []
    words = text.split(" ")
    first = 0
    used = -space
    for position, word in enumerate(words):
        wide = known.get(word)
        if wide is None:
            if _ORDINARY_WORD.fullmatch(word) is None:
                return None
            wide = known[word] = text_width(word, style)
        used += space + wide
        if used > width:
            if wide > width:
                return None
            lines.append(" ".join(words[first:position]))
            first, used = position, wide
    lines.append(" ".join(words[first:]))
    return lines


@cache
def _wrap_option() -> "QTextOption":
    from PySide6.QtGui import QTextOption  # noqa: PLC0415

    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _by_qt(text: str, style: TypeStyle, width: float) -> list[str]:
    from PySide6.QtGui import QTextLayout  # noqa: PLC0415

    layout = QTextLayout(text, qt_font(style))
    layout.setTextOption(_wrap_option())
    layout.beginLayout()
    lines = []
    # Qt counts in UTF-16 units: a character beyond the basic plane is two.
    units = text.encode("utf-16-le", "surrogatepass")
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        start = line.textStart()
        piece = units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace")
        lines.append(piece.strip(" "))
        line = layout.createLine()
    layout.endLayout()
    return lines or [""]
