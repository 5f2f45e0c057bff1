"""What a chart is: shapes between 0, 0 and its size, and the same said in words; and the parts charts are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import baseline_offset
from desktop_app.drawing.measure import elide, text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Curve, Shape, Text
from desktop_app.drawing.tokens import TypeStyle

CAPTION: Final = tokens.CAPTION
NUMBER: Final = tokens.NUMBER
ROW: Final = 26.0  # from one bar to the next
BAR: Final = 11.0
GAP: Final = 8.0
# Options are told apart by letter and line, never by the colours of stance.
LINES: Final[tuple[tuple[float, ...], ...]] = ((), (5.0, 3.0), (1.5, 2.5), (8.0, 3.0, 1.5, 3.0), (3.0, 3.0))


@dataclass(frozen=True, slots=True)
class DrawnChart:
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
    x: float, middle: float, text: str, role: Role = Role.INK, style: TypeStyle = CAPTION, anchor: Anchor = Anchor.START
) -> Text:
    """A line of text whose letters are centred on a height."""
    return Text(x, middle - style.line / 2 + baseline_offset(style), text, style, role, anchor)


@dataclass(frozen=True, slots=True)
class NamedRows:
    """Rows with a name each.

    Attributes:
        left: where what belongs to the names begins.
        middles: the height of each row, there.
        height: where the last row ends.
        shapes: the names.
        are_above: whether names stand above what belongs to them.
    """

    left: float
    middles: tuple[float, ...]
    height: float
    shapes: tuple[Shape, ...]
    are_above: bool = False

    def stretches(self, top: float, row: float) -> list[tuple[float, float]]:
        """From where to where a line goes down all rows, from `top` on; none strikes out a name above its row."""
        if not self.are_above:
            return [(top, self.height)]
        return [(middle - row / 2, middle + row / 2) for middle in self.middles]


def named_rows(
    names: Sequence[tuple[str, TypeStyle]],
    width: float,
    share: float,
    heights: Sequence[float],
    *,
    whole_names: bool,
    top: float = 0.0,
) -> NamedRows:
    """Names in rows: at the left, cut to their share of the width; or whole, above their rows where they are longer.

    Args:
        names: each with its style of type.
        width: of the chart.
        share: of it that names have at the left.
        heights: of the rows.
        whole_names: whether no name may be cut.
        top: where the first row begins.
    """
    room = width * share
    is_long = any(text_width(name, style) > room - GAP for name, style in names)
    shapes: list[Shape] = []
    middles = []
    for (name, style), height in zip(names, heights, strict=True):
        if whole_names and is_long:
            for line in wrap(name, style, width):
                shapes.append(words(0, top + style.line / 2, line, Role.INK, style))
                top += style.line
        else:
            shapes.append(words(0, top + height / 2, elide(name, style, room - GAP), Role.INK, style))
        middles.append(top + height / 2)
        top += height
    are_above = whole_names and is_long
    return NamedRows(0.0 if are_above else room, tuple(middles), top, tuple(shapes), are_above)
