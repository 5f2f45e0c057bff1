"""A text on the audience's screen: laid out once; its very lines are measured, broken over pages and painted."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from desktop_app.base.plain_text import visible
from desktop_app.ui.widgets import theme

_LINE_SEPARATOR: Final = "\N{LINE SEPARATOR}"
_ENDLESS: Final = 1e6
# Of the size of type: the height of a line that is looked at more closely, and what is kept free above and below ink.
_TALL: Final = 1.35
_AIR: Final = 0.06
# Of what another line would hold, at least so much is kept of a text that is shortened at a word.
_LEAST_KEPT: Final = 0.35
_ABSOLUTE: Final = Qt.AlignmentFlag.AlignAbsolute


class TextEdge(Enum):
    """Where the lines of a text stand in its width."""

    NATURAL = auto()  # where its own first letter says
    LEFT = auto()
    RIGHT = auto()


_ALIGNED: Final = {
    TextEdge.LEFT: Qt.AlignmentFlag.AlignLeft | _ABSOLUTE,
    TextEdge.RIGHT: Qt.AlignmentFlag.AlignRight | _ABSOLUTE,
}
# Bidirectional classes of letters, and the side from which they are read.
_STRONG: Final = {"L": TextEdge.LEFT, "R": TextEdge.RIGHT, "AL": TextEdge.RIGHT}


class SlideText:
    """A paragraph in lines.

    Args:
        text: as a person typed it; what cannot be seen in it is made visible.
        width: of its lines, in px.
        px: size of type.
        bold: whether it is set bold.
        side: where its lines stand.

    Attributes:
        width: as given.
        line_count: how many lines it has, at least one.
    """

    def __init__(
        self, text: str, width: float, px: int, *, bold: bool = False, side: TextEdge = TextEdge.NATURAL
    ) -> None:
        self.width = max(width, float(px))
        option = QTextOption(_ALIGNED[natural_side(text) if side is TextEdge.NATURAL else side])
        # An option that is made with an alignment takes the direction of the program.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        shown = _LINE_SEPARATOR.join(visible(text).splitlines())
        self._layout = QTextLayout(shown, _font(px, bold=bold))
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        lines = []
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.width)
            lines.append(line)
        self._layout.endLayout()
        self.line_count = len(lines)
        self._ascents = [line.ascent() for line in lines]
        heights = [line.height() for line in lines]
        if max(heights) > _TALL * px:
            self._ascents, heights = _by_ink(lines, _font(px, bold=bold))
        self._tops = [0.0, *accumulate(heights)]
        for line, top, ascent in zip(lines, self._tops, self._ascents, strict=False):
            line.setPosition(QPointF(0.0, top + ascent - line.ascent()))

    @property
    def natural_width(self) -> float:
        """The width of its widest line, in px."""
        return max(self._layout.lineAt(number).naturalTextWidth() for number in range(self.line_count))

    @property
    def text(self) -> str:
        """What it says."""
        return self._layout.text()

    def height(self, first: int = 0, count: int | None = None) -> float:
        """The height of some of its lines, or of all from the first on."""
        last = self.line_count if count is None else min(first + count, self.line_count)
        return self._tops[last] - self._tops[first]

    def drop_to(self, other: "SlideText", line: int = 0) -> float:
        """How far down it has to stand for its first line to share the baseline of a line of another text."""
        return max(0.0, other.ascent(line) - self.ascent(0))

    def ascent(self, line: int) -> float:
        """From the upper edge of a line to its baseline."""
        return self._ascents[line]

    def lines_within(self, height: float, first: int) -> int:
        """How many lines from `first` on have room in a height."""
        count = 0
        while first + count < self.line_count and self.height(first, count + 1) <= height:
            count += 1
        return count

    def end_of(self, line: int) -> int:
        """The place in the text at which a line ends."""
        text_line = self._layout.lineAt(line)
        return text_line.textStart() + text_line.textLength()

    def paint(self, painter: QPainter, at: QPointF, first: int, count: int) -> None:
        """Paints lines, the first of them with its upper edge at a place, in the painter's pen."""
        shift = at - QPointF(0.0, self._tops[first])
        for number in range(first, min(first + count, self.line_count)):
            self._layout.lineAt(number).draw(painter, shift)


def _by_ink(lines: Sequence[QTextLine], font: QFont) -> tuple[list[float], list[float]]:
    """Ascents and heights of lines whose face asks for much more room than its letters take, as Arabic ones do."""
    metrics = QFontMetricsF(font)
    up, down = metrics.ascent(), metrics.descent()
    air = _AIR * font.pixelSize()
    for line in lines:
        baseline = line.y() + line.ascent()
        for run in line.glyphRuns():
            face = run.rawFont()
            # The rectangle of a run is as tall as its face; only glyphs know their ink.
            for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                ink = face.boundingRect(glyph)
                top, bottom = at.y() + ink.top(), at.y() + ink.bottom()
                up, down = max(up, baseline - top + air), max(down, bottom - baseline + air)
    return [up] * len(lines), [up + down] * len(lines)


def natural_side(text: str) -> TextEdge:
    """The side from which a text is read: that of its first letter."""
    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), TextEdge.LEFT)


@lru_cache(maxsize=512)
def bold_line(text: str, px: int, side: TextEdge) -> SlideText:
    """A short bold text on one line, as wide as it is."""
    return SlideText(text, SlideText(text, _ENDLESS, px, bold=True).natural_width + 1.0, px, bold=True, side=side)


@lru_cache(maxsize=512)
def label(text: str, width: float, px: int, side: TextEdge) -> SlideText:
    """Bold words that many cards have above them."""
    return SlideText(text, width, px, bold=True, side=side)


def shortened(text: str, width: float, px: int, lines: int, *, bold: bool = False) -> SlideText:
    """A text of at most so many lines; one that was longer ends at a word and in "…"."""
    whole = SlideText(text, width, px, bold=bold)
    if whole.line_count <= lines:
        return whole

    def longest(kept: str, *, at_words: bool) -> SlideText:
        while True:
            kept = kept.rstrip()
            shorter = SlideText(f"{kept}…", width, px, bold=bold)
            if shorter.line_count <= lines or not kept:
                return shorter
            head = kept.rpartition(" ")[0] if at_words else ""
            kept = head or kept[:-1]

    cut_at_word = longest(whole.text[: whole.end_of(lines - 1)], at_words=True)
    if len(cut_at_word.text) > _LEAST_KEPT * whole.end_of(lines):
        return cut_at_word
    # A word so long that it left most of the line empty gives way letter by letter.
    return longest(whole.text[: whole.end_of(lines)], at_words=False)


@cache
def _font(px: int, *, bold: bool) -> QFont:
    font = theme.letters(px, bold=bold)
    # Lines are broken once and painted at any scale: on the screen, small for the presenter, on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
