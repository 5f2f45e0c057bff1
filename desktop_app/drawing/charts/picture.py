"""What a chart is: shapes between 0, 0 and its size, and the same said in words; and the parts charts are made of."""

from dataclasses import dataclass
from typing import Final

from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import baseline_offset
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Curve, Shape, Text
from desktop_app.drawing.tokens import Style

CAPTION: Final = tokens.CAPTION
NUMBER: Final = tokens.NUMBER
ROW: Final = 26.0  # from one bar to the next
BAR: Final = 11.0
GAP: Final = 8.0
# Options are told apart by letter and line, never by the colours of stance.
LINES: Final[tuple[tuple[float, ...], ...]] = ((), (5.0, 3.0), (1.5, 2.5), (8.0, 3.0, 1.5, 3.0), (3.0, 3.0))


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        shapes: from back to front, between 0, 0 and width, height.
        words: all it shows, in sentences, for who cannot see it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    words: str


def line_of(position: int) -> tuple[float, ...]:
    """The dashes of the option at this position, in multiples of the thickness."""
    return LINES[position % len(LINES)]


def straight(
    x1: float, y1: float, x2: float, y2: float, role: Role, thickness: float = 1.0, dash: tuple[float, ...] = ()
) -> Curve:
    """A straight line."""
    points = (x1, y1, x1 + (x2 - x1) / 3, y1 + (y2 - y1) / 3, x1 + (x2 - x1) * 2 / 3, y1 + (y2 - y1) * 2 / 3, x2, y2)
    return Curve(points, role, thickness, dash)


def words(
    x: float, middle: float, text: str, role: Role = Role.INK, style: Style = CAPTION, anchor: Anchor = Anchor.START
) -> Text:
    """A line of text whose letters are centred on a height."""
    return Text(x, middle - style.line / 2 + baseline_offset(style), text, style, role, anchor)
