"""Writes a drawn map as SVG: real, selectable text in the shipped sans, a title for every card. Escapes everything."""

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.drawing.display import DisplayList, DrawnCard, placed_shapes
from desktop_app.drawing.fonts import SANS
from desktop_app.drawing.measure import is_right_to_left
from desktop_app.drawing.palette import Palette, Role
from desktop_app.drawing.shapes import Anchor, Box, Curve, Dot, Shape, Text

# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")
# What the shipped sans is called on machines that do not have it.
_NEAREST: Final = "Inter"
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def svg(drawn: DisplayList, palette: Palette, *, description: str = "") -> str:
    """The map as an SVG document, one map unit a pixel; the same map gives the same text.

    Args:
        drawn: the map.
        palette: its colours.
        description: carried along unseen, such as how its numbers came about.
    """
    return "\n".join(_document(drawn, palette, description)) + "\n"


def escaped(text: str) -> str:
    """Text fit for XML content and quoted attributes; what XML refuses, or what disguises text, shows as a sign."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


def _document(drawn: DisplayList, palette: Palette, description: str) -> Iterator[str]:
    size = f'width="{_n(drawn.width)}" height="{_n(drawn.height)}" viewBox="0 0 {_n(drawn.width)} {_n(drawn.height)}"'
    # Without quotation marks, which not every reader of SVG takes off.
    families = ", ".join((SANS[0], _NEAREST, *SANS[1:]))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{families}, sans-serif" role="img">'
    yield f"<title>{escaped(drawn.title)}</title>"
    if description:
        yield f"<desc>{escaped(description)}</desc>"
    yield f'<rect width="{_n(drawn.width)}" height="{_n(drawn.height)}" fill="{palette[Role.PAPER]}"/>'
    for mark in drawn.marks:
        yield _shape(mark, palette)
    yield '<g fill="none">'
    for link in drawn.links:
        yield _shape(link, palette)
    yield "</g>"
    for card in drawn.cards:
        yield f"<g><title>{escaped(_spoken(card))}</title>"
        for shape in placed_shapes(card):
            yield _shape(shape, palette)
        yield "</g>"
    yield "</svg>"


def _spoken(card: DrawnCard) -> str:
    face = card.picture.face
    return f"{face.label}: {face.text}"


def _shape(shape: Shape, palette: Palette) -> str:
    if isinstance(shape, Text):
        return _text(shape, palette)
    if isinstance(shape, Curve):
        return _curve(shape, palette)
    ink = f'fill="{"none" if shape.fill is None else palette[shape.fill]}"'
    if shape.stroke is not None:
        thickness = shape.thickness if isinstance(shape, Box) else 1.0
        ink += f' stroke="{palette[shape.stroke]}" stroke-width="{_n(thickness)}"'
    if isinstance(shape, Dot):
        return f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}" {ink}/>'
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    return f'<rect {place} rx="{_n(shape.radius)}" {ink}/>'


def _text(shape: Text, palette: Palette) -> str:
    look = f'font-size="{shape.style.size}" font-weight="{shape.style.weight}" fill="{palette[shape.role]}"'
    rtl = is_right_to_left(shape.text)
    if rtl:
        look += ' direction="rtl"'
    # In a line that runs from right to left, its start is the right end.
    if (shape.anchor is Anchor.END) != rtl:
        look += ' text-anchor="end"'
    return f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" {look}>{escaped(shape.text)}</text>'


def _curve(shape: Curve, palette: Palette) -> str:
    x1, y1, x2, y2, x3, y3, x4, y4 = map(_n, shape.points)
    look = f'stroke="{palette[shape.role]}" stroke-width="{_n(shape.thickness)}"'
    if shape.dash:
        look += f' stroke-dasharray="{" ".join(_n(part * shape.thickness) for part in shape.dash)}"'
    return f'<path d="M{x1} {y1}C{x2} {y2} {x3} {y3} {x4} {y4}" {look}/>'


def _n(value: float) -> str:
    """A number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
