"""What stands on a page for a room: lines of text, boxes and bars with their places in px; and the sizes of type."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.drawing.palette import Role
from desktop_app.ui.pages.present.texts import SlideText
from desktop_app.ui.widgets.legibility import aim_em_px, floor_em_px

_TRIES: Final = 8
_MARGIN: Final = 0.04  # of the screen's width
# What the shares below relate to is the size of running text.
_SHARES: Final = {
    "title": 1.25,
    "kicker": 0.55,
    "answer": 0.82,
    "label": 0.58,
    "number": 0.7,
    "head": 0.7,
    "foot": 0.55,
}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a room looks.

    Attributes:
        width: in px.
        height: in px.
        back_row: how many screen heights away the last row sits.
    """

    width: float
    height: float
    back_row: float

    @property
    def floor_px(self) -> int:
        """The smallest type the back row reads."""
        return max(1, math.ceil(floor_em_px(self.back_row, self.height)))

    @property
    def aim_px(self) -> int:
        """The type it reads with ease."""
        return max(self.floor_px, round(aim_em_px(self.back_row, self.height)))

    @property
    def inside(self) -> QRectF:
        """The screen within its margins."""
        margin = self.width * _MARGIN
        return QRectF(0.0, 0.0, self.width, self.height).adjusted(margin, margin, -margin, -margin)

    def tries(self) -> "list[Sizes]":
        """Sizes from the aim down to the floor, in equal ratios."""
        ratio = self.floor_px / self.aim_px
        return [
            Sizes(max(self.floor_px, round(self.aim_px * ratio ** (number / (_TRIES - 1)))), self.floor_px)
            for number in range(_TRIES)
        ]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type on a page, in px. Nothing that is meant to be read is smaller than the floor."""

    text: int
    floor: int

    def of(self, role: str) -> int:
        """The size of a role of text: "title", "kicker", "answer", "label", "number", "head" or "foot"."""
        return max(self.floor, round(_SHARES[role] * self.text))


class When(Enum):
    """When a mark is seen."""

    ALWAYS = auto()
    NUMBERS = auto()  # once they are revealed
    SUMMED = auto()  # then, and once everything they are summed up from has been shown
    GOES_ON = auto()  # where the step has a further page
    NEWEST = auto()  # on what came with the step


@dataclass(frozen=True, slots=True)
class SlideMark:
    """Something painted.

    Attributes:
        area: its place.
        role: its colour: of the text, the line of a box, or what fills it.
        item: the place of the item it belongs to; it is seen once that is shown. None: with the page.
    """

    area: QRectF
    role: Role
    item: int | None = None
    when: When = When.ALWAYS

    def mirrored(self, width: float) -> "SlideMark":
        """The mark on a page that is read from the right."""
        area = QRectF(width - self.area.right(), self.area.top(), self.area.width(), self.area.height())
        return replace(self, area=area)


@dataclass(frozen=True, slots=True)
class Lines(SlideMark):
    """Lines of a text; the width of the area is that of the text."""

    text: SlideText | None = None
    first: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class SlideBox(SlideMark):
    """A rectangle with round corners: a card with a line around it, or only the line."""

    radius: float = 0.0
    is_filled: bool = True
    pen: float = 1.0


@dataclass(frozen=True, slots=True)
class SlideBar(SlideMark):
    """A filled rectangle, or a hollow one."""

    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class SlidePage:
    """One page of a step.

    Attributes:
        screen: for which it was laid out.
        marks: in the order of painting.
        type_px: the size of its running text, to be compared with what the room needs.
    """

    screen: Screen
    marks: tuple[SlideMark, ...]
    type_px: int

    @property
    def texts(self) -> Iterator[str]:
        """What can be read on it, in order."""
        for mark in self.marks:
            if isinstance(mark, Lines) and mark.text is not None:
                ends = [mark.text.end_of(mark.first + number) for number in range(mark.count)]
                begins = mark.text.end_of(mark.first - 1) if mark.first else 0
                yield mark.text.text[begins : ends[-1]] if ends else ""


def lines_mark(
    text: SlideText,
    x: float,
    y: float,
    role: Role,
    *,
    first: int = 0,
    count: int | None = None,
    item: int | None = None,
    when: When = When.ALWAYS,
) -> Lines:
    """Lines of a text with their upper left corner at a place."""
    shown = text.line_count - first if count is None else count
    return Lines(QRectF(x, y, text.width, text.height(first, shown)), role, item, when, text, first, shown)


def seen(
    marks: Sequence[SlideMark], newest: int | None, *, numbers: bool, goes_on: bool, is_last: bool
) -> Iterator[SlideMark]:
    """The marks of a page that are seen at a step.

    Args:
        marks: of a page on which everything has been shown.
        newest: the place of the item that came last; None: all have.
        numbers: whether numbers are revealed.
        goes_on: whether the step has a further page.
        is_last: whether no further step shows more.
    """
    for mark in marks:
        is_shown = mark.item is None or newest is None or mark.item <= newest
        is_time = {
            When.ALWAYS: True,
            When.NUMBERS: numbers,
            When.SUMMED: numbers and is_last,
            When.GOES_ON: goes_on,
            When.NEWEST: newest is not None and mark.item == newest,
        }[mark.when]
        if is_shown and is_time:
            yield mark
