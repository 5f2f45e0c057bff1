"""The display list of a map: every card and link with its place, once for SVG, PNG and PDF. Built, never edited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isnan
from types import MappingProxyType
from typing import Final

import numpy as np

from desktop_app.drawing import tokens
from desktop_app.drawing.cards import CardPicture, card_picture, card_shapes
from desktop_app.drawing.faces import card_faces
from desktop_app.drawing.fonts import baseline_offset
from desktop_app.drawing.links import LinkLook, heads, link_look
from desktop_app.drawing.measure import text_width
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Box, Curve, Dot, Shape, Text
from desktop_app.layout.axis import AXES
from desktop_app.layout.edges import Links, link_curves, links
from desktop_app.layout.tidy import TidyTree
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Map
from desktop_app.model.tree import Place, places
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import text

MARGIN: Final = 20.0


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card at its place: x, y is its top left corner; `parent` the card it hangs on."""

    card: CardId
    parent: CardId | None
    x: float
    y: float
    picture: CardPicture


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A drawn map, or a part of one. Everything lies between 0, 0 and width, height; `marks` in the margins."""

    title: str
    width: float
    height: float
    links: tuple[Curve | Dot, ...]
    cards: tuple[DrawnCard, ...]
    marks: tuple[Text, ...] = ()

    def shapes(self) -> Iterator[Shape]:
        """All shapes from back to front: marks and links first, then card by card."""
        yield from self.marks
        yield from self.links
        for card in self.cards:
            yield from placed_shapes(card)


def display_list(records: Records, map_id: MapId, results: Results | None = None) -> DisplayList:
    """Draws a whole map, nothing folded.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to; None draws the structure without any number.
    """
    return arranged(records, map_id, places(records, map_id), results)


def arranged(
    records: Records,
    map_id: MapId,
    placed: list[Place],
    results: Results | None,
    folded: Mapping[CardId, int] = MappingProxyType({}),
    numbers: Mapping[CardId, str] = MappingProxyType({}),
) -> DisplayList:
    """Draws some cards of a map as if there were no others.

    Args:
        records: the workbook.
        map_id: the map.
        placed: the cards, parents before children; a card whose parent is not among them is a root.
        results: what the map adds up to, or None.
        folded: how many cards below a card are left out; it then says so.
        numbers: of cards in an outline beside the drawing; a card without one shows none.
    """
    faces = card_faces(records, map_id, placed, results)
    for position, place in enumerate(placed if numbers else ()):
        if place.card in numbers:
            faces[position] = replace(faces[position], number=numbers[place.card])
    for position, place in enumerate(placed if folded else ()):
        if place.card in folded:
            face = faces[position]
            faces[position] = replace(face, badges=(*face.badges, text("badge.hidden_below", count=folded[place.card])))
    pictures = [card_picture(face) for face in faces]
    index = {place.card: position for position, place in enumerate(placed)}
    parents = [-1 if place.parent is None else index.get(place.parent, -1) for place in placed]
    widths = [picture.width for picture in pictures]
    heights = [picture.height for picture in pictures]
    axis = AXES[records.get(Map, map_id).layout]
    spots = TidyTree(parents, widths, heights, axis=axis).place()
    x, y = spots.x + MARGIN, spots.y + MARGIN
    shown = None if records.get(Map, map_id).numbers_hidden else results
    looks = [link_look(records, place, shown) for place in placed]
    geometry = links(
        np.array(parents, dtype=np.intp),
        x,
        y,
        np.array(widths),
        np.array(heights),
        heads=np.array(heads(placed), dtype=np.intp),
        undercuts=np.array([look.is_undercut for look in looks], dtype=bool),
        axis=axis,
    )
    cards = tuple(
        DrawnCard(place.card, place.parent, left, top, picture)
        for place, left, top, picture in zip(placed, x.tolist(), y.tolist(), pictures, strict=True)
    )
    return DisplayList(
        title=records.get(Map, map_id).title,
        width=max((card.x + card.picture.width for card in cards), default=0.0) + MARGIN,
        height=max((card.y + card.picture.height for card in cards), default=0.0) + MARGIN,
        links=tuple(_drawn(geometry, looks)),
        cards=cards,
    )


def marked(drawn: DisplayList, marking: str) -> DisplayList:
    """The drawing with a line in bold at its head and foot; as it is where the line is empty."""
    if not marking:
        return drawn
    long = text_width(marking, tokens.NUMBER)
    width = max(drawn.width, long + 2 * MARGIN)
    height = max(drawn.height, 4 * MARGIN)
    letters = baseline_offset(tokens.NUMBER) - tokens.NUMBER.line / 2
    head, foot = (
        Text((width - long) / 2, middle + letters, marking, tokens.NUMBER, Role.INK)
        for middle in (MARGIN / 2, height - MARGIN / 2)
    )
    return replace(drawn, width=width, height=height, marks=(head, foot))


def placed_shapes(card: DrawnCard) -> Iterator[Shape]:
    """The shapes of a card at its place."""
    for shape in card_shapes(card.picture):
        yield _moved(shape, card.x, card.y)


def _drawn(geometry: Links, looks: list[LinkLook]) -> Iterator[Curve | Dot]:
    """Curves, brackets, and a dot where an undercut meets what it attacks."""
    children = geometry.children.tolist()
    controls, owners = link_curves(geometry)
    for (x1, y1, x2, y2, x3, y3, x4, y4), owner in zip(controls.reshape(-1, 8).tolist(), owners.tolist(), strict=True):
        role, thickness, is_dashed, _ = looks[children[owner]]
        yield Curve((x1, y1, x2, y2, x3, y3, x4, y4), role, thickness, tokens.DASH if is_dashed else ())
    for (x1, y1, x2, y2), owner in zip(geometry.braces.tolist(), geometry.brace_owners.tolist(), strict=True):
        look = looks[children[owner]]
        yield Curve((x1, y1, x1, y1, x2, y2, x2, y2), look.role, look.thickness)
    for child, (x, y), bend in zip(children, geometry.starts.tolist(), geometry.bends.tolist(), strict=True):
        if not isnan(bend[0]):
            yield Dot(x, y, tokens.ATTACK_RADIUS, fill=looks[child].role)


def _moved(shape: Shape, x: float, y: float) -> Shape:
    # Written out: `dataclasses.replace` takes ten times as long, and a poster has a hundred thousand shapes.
    if isinstance(shape, Text):
        return Text(shape.x + x, shape.y + y, shape.text, shape.style, shape.role, shape.anchor)
    if isinstance(shape, Box):
        return Box(
            shape.x + x, shape.y + y, shape.width, shape.height, shape.radius, shape.fill, shape.stroke, shape.thickness
        )
    if isinstance(shape, Dot):
        return Dot(shape.x + x, shape.y + y, shape.radius, shape.fill, shape.stroke)
    return shape
