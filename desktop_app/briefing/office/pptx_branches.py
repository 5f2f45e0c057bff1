"""A branch of the map on slides: its head, its points and their answers as shapes with connectors."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from desktop_app.briefing.content.clean import visible
from desktop_app.briefing.content.parts import ArgumentsPart, BriefContent, BriefPoint, MapPart, OutlinePart, PointSide
from desktop_app.drawing.palette import Role, palette

_CARDS_A_SLIDE: Final = 8
_LONGEST: Final = 150
_TOP, _TALL = Inches(1.5), Inches(5.6)
# Left edge and width of the columns: the head, its points, their answers.
_COLUMNS: Final = ((Inches(0.5), Inches(3.0)), (Inches(4.2), Inches(4.2)), (Inches(9.0), Inches(3.85)))
_TALLEST: Final = Inches(1.3)
_SIDES: Final = {
    PointSide.PRO: Role.PRO,
    PointSide.CON: Role.CON,
    PointSide.EVIDENCE: Role.EVIDENCE,
    PointSide.NOTE: Role.NOTE,
}


@dataclass(frozen=True, slots=True)
class Branch:
    """A head with what hangs on it; `points` have depth 1 for what hangs on it directly."""

    title: str
    points: tuple[BriefPoint, ...]

    def slides(self) -> Iterator["Branch"]:
        """The same branch in parts that fit; answers stay with their point where they fit."""
        groups: list[list[BriefPoint]] = []
        for point in self.points:
            if point.depth <= 1 or not groups or len(groups[-1]) >= _CARDS_A_SLIDE:
                groups.append([])
            groups[-1].append(point)
        some: list[BriefPoint] = []
        for group in groups:
            if some and len(some) + len(group) > _CARDS_A_SLIDE:
                yield replace(self, points=tuple(some))
                some = []
            some += group
        if some:
            yield replace(self, points=tuple(some))

    def texts(self) -> list[str]:
        """What is too long for its card, in full."""
        return [point.text for point in self.points if len(point.text) > _LONGEST]

    def sources(self) -> set[int]:
        """The numbers of the sources it cites."""
        return {number for point in self.points for number in point.sources}


def branches(content: BriefContent) -> Iterator[Branch]:
    """The branches of the first level, from the map in words; else what speaks to each option."""
    for part in content.parts:
        points = part.points if isinstance(part, OutlinePart) else part.words if isinstance(part, MapPart) else ()
        if points:
            yield from _of_outline(points, content.title)
            return
    for part in content.parts:
        if isinstance(part, ArgumentsPart):
            below = tuple(replace(point, depth=point.depth + 1) for point in (*part.pros, *part.cons))
            yield Branch(part.title, below)


def _of_outline(points: tuple[BriefPoint, ...], title_of_all: str) -> Iterator[Branch]:
    """A branch for each point below the only root, or for each root where there are several.

    Those on which nothing hangs stand together before them.
    """
    roots = [point for point in points if point.depth == 0]
    top = 1 if len(roots) == 1 else 0
    follows = (*(point.depth for point in points[1:]), 0)
    bare = [point for point, after in zip(points, follows, strict=True) if point.depth == top and after <= top]
    if bare:
        yield Branch(roots[0].text if top else title_of_all, tuple(replace(point, depth=1) for point in bare))
    title, below = "", list[BriefPoint]()
    for point in points:
        if point.depth < top:
            continue
        if point.depth == top:
            if below:
                yield Branch(title, tuple(below))
            sign = point.sign if point.side in {PointSide.PRO, PointSide.CON} else ""
            title, below = " ".join(filter(None, (point.number, sign, point.text))), []
        else:
            below.append(replace(point, depth=point.depth - top))
    if below:
        yield Branch(title, tuple(below))


def add_branch(slide: Slide, branch: Branch) -> None:
    """Draws a branch that fits on a slide: points in rows, answers beside them."""
    rows: list[list[BriefPoint]] = []
    for point in branch.points:
        # An answer begins on the row of its point; further answers take rows of their own.
        if point.depth > 1 and rows and len(rows[-1]) == 1 and rows[-1][0].depth <= 1:
            rows[-1].append(point)
        else:
            rows.append([point])
    pitch = int(_TALL / len(rows))
    height = min(int(pitch * 0.86), int(_TALLEST))
    head = _card(slide, 0, int(_TOP + (_TALL - _TALLEST) / 2), int(_TALLEST), branch.title, Role.OPTION, "")
    above = head
    for index, row in enumerate(rows):
        y = int(_TOP) + index * pitch + (pitch - height) // 2
        for point in row:
            column = 1 if point.depth <= 1 else 2
            label = " ".join(filter(None, (point.number, point.sign, point.label)))
            card = _card(slide, column, y, height, point.text, _SIDES[point.side], label)
            _connect(slide, head if column == 1 else above, card, _SIDES[point.side])
            if column == 1:
                above = card


def _card(slide: Slide, column: int, y: int, height: int, text: str, role: Role, label: str) -> Shape:
    colours = palette("light")
    left, width = _COLUMNS[column]
    card = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, left, Emu(y), width, Emu(height))
    card.adjustments[0] = 0.08
    card.shadow.inherit = False
    card.fill.solid()
    card.fill.fore_color.rgb = _colour(colours[Role.CARD])
    card.line.color.rgb = _colour(colours[role])
    card.line.width = Pt(1.5)
    frame = card.text_frame
    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = Inches(0.04)
    flat = " ".join(text.split())
    shown = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    size = 16 if len(shown) < 70 and height > Inches(0.9) else 13 if height > Inches(0.7) else 11
    first = frame.paragraphs[0]
    if label:
        first.text = visible(label)
        first.font.size, first.font.bold = Pt(10), True
        first.font.color.rgb = _colour(colours[role])
        first = frame.add_paragraph()
    first.text = visible(shown)
    first.font.size = Pt(size)
    first.font.color.rgb = _colour(colours[Role.INK])
    return card


def _connect(slide: Slide, above: Shape, card: Shape, role: Role) -> None:
    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, Emu(0), Emu(0), Emu(0), Emu(0))
    # The sites of a rounded rectangle: 0 top, 1 left, 2 bottom, 3 right.
    line.begin_connect(above, 3)
    line.end_connect(card, 1)
    line.line.color.rgb = _colour(palette("light")[role])
    line.line.width = Pt(1.5)


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper()[:6])
