"""The pages of a step: heading, body and foot, as large as the back row needs and the screen has room for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.drawing.palette import Role
from desktop_app.ui.pages.present.columns import fill
from desktop_app.ui.pages.present.marks import Screen, Sizes, SlideMark, SlidePage, When, lines_mark, seen
from desktop_app.ui.pages.present.tables import fill_table
from desktop_app.ui.pages.present.texts import SlideText, TextEdge, bold_line, natural_side, shortened
from desktop_app.viewmodels.present.steps import Slide, Step, StepKind

__all__ = ["Screen", "SlidePage", "SlidePages", "lay_out", "lay_out_slide"]

_GOES_ON: Final = "\N{RIGHTWARDS ARROW}"
_GOES_ON_LEFT: Final = "\N{LEFTWARDS ARROW}"
_QUESTION: Final = 1.6  # of the size of running text
_TITLE_SHARE: Final = 0.4  # of the height; a longer title has a page of its own first
_TITLE_LINES: Final = (3, 2, 1)
_KICKER_LINES: Final = 2
_LEAST_BODY: Final = 0.5  # of the height, for a title of several lines to stand above it
_SLACK: Final = 0.5  # px
_MOST_SOUGHT: Final = 150
_KEPT: Final = 24  # slides; a step forward or back lays nothing out again
# Of the height, and in letters of the closing sentences of a table or of a subject: what is longer has its own pages.
_FOOT_SHARE: Final = 0.25
_CLOSING_LETTERS: Final = (150, 55)
_LETTER: Final = 0.56  # of the size of type, the width of a letter


@dataclass(frozen=True, slots=True)
class SlidePages:
    """A slide laid out at its fullest, so that nothing moves while points come in.

    Attributes:
        pages: the marks of each page: the title's own ones, then the body's.
        spans: of each item, the first and the last page on which it stands.
        titles: how many pages the title has of its own, before the others.
        closing: pages of the closing sentences, seen once numbers are revealed.
        type_px: the size of running text.
        overflow: by how much the fullest page is too full, in px; 0 but on screens too small for the back row.
    """

    screen: Screen
    pages: tuple[tuple[SlideMark, ...], ...]
    spans: tuple[tuple[int, int], ...]
    titles: int
    closing: tuple[tuple[SlideMark, ...], ...]
    type_px: int
    overflow: float

    @property
    def size(self) -> tuple[float, int, int, int]:
        """How much is too full, and how much has to be turned: pages, items that are broken, pages for sentences."""
        return (
            max(0.0, self.overflow - _SLACK),
            len(self.pages),
            sum(last - first for first, last in self.spans),
            len(self.closing),
        )

    def of_step(self, step: Step, *, numbers: bool) -> tuple[SlidePage, ...]:
        """The pages that a step of the slide shows, in turn."""
        if step.newest_at is None:
            chosen = list(self.pages)
        else:
            first, last = self.spans[step.newest_at]
            chosen = list(self.pages[first : last + 1])
            if step.newest_at == 0:
                chosen = [*self.pages[: self.titles], *chosen]
        if numbers and step.is_last:
            chosen += self.closing
        return tuple(
            SlidePage(
                self.screen,
                tuple(
                    seen(
                        marks,
                        step.newest_at,
                        numbers=numbers,
                        goes_on=number < len(chosen) - 1,
                        is_last=step.is_last,
                    )
                ),
                self.type_px,
            )
            for number, marks in enumerate(chosen)
        )


def lay_out(step: Step, screen: Screen, *, numbers: bool) -> tuple[SlidePage, ...]:
    """The pages of a step.

    Args:
        step: what is shown.
        screen: where.
        numbers: whether numbers are revealed; they and the closing sentence have their room anyway.

    Returns:
        At least one page.
    """
    return lay_out_slide(step.slide, screen).of_step(step, numbers=numbers)


@lru_cache(maxsize=_KEPT)
def lay_out_slide(slide: Slide, screen: Screen) -> SlidePages:
    """Lays out a slide at its fullest, in the largest type that needs no more pages than the smallest."""
    sizes = screen.tries()
    # So many points fill many pages at any size; looking for the best would keep the room waiting.
    is_endless = len(slide.items) > _MOST_SOUGHT
    for size in () if is_endless else sizes:
        pages = _Laying(slide, screen, size, is_tried=True).laid()
        if pages is not None:
            return pages
    best = smallest = _in_pages(slide, screen, sizes[-1])
    if smallest.overflow > _SLACK:
        # A small screen with a far back row: less is repeated above and beneath.
        tight = _in_pages(slide, screen, sizes[-1], is_tight=True)
        return min(smallest, tight, key=lambda pages: pages.overflow)
    low, high = 0, 0 if is_endless else len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        pages = _in_pages(slide, screen, sizes[middle])
        if pages.size <= smallest.size:
            best, high = pages, middle
        else:
            low = middle + 1
    return best


def _in_pages(slide: Slide, screen: Screen, sizes: Sizes, *, is_tight: bool = False) -> SlidePages:
    pages = _Laying(slide, screen, sizes, is_tried=False, is_tight=is_tight).laid()
    assert pages is not None
    return pages


@dataclass(frozen=True, slots=True)
class _Body:
    pages: Sequence[Sequence[SlideMark]]
    spans: tuple[tuple[int, int], ...]
    overflow: float


class _Laying:
    """One try at a size.

    Args:
        is_tried: whether only a single page will do, with the whole title above it.
        is_tight: whether less is repeated: one line of the title, no question; closing sentences have their own pages.
    """

    def __init__(self, slide: Slide, screen: Screen, sizes: Sizes, *, is_tried: bool, is_tight: bool = False) -> None:
        self._is_tight = is_tight
        self._slide, self._screen, self._sizes, self._is_tried = slide, screen, sizes, is_tried
        self._inside = screen.inside
        self._start = TextEdge.RIGHT if slide.is_from_right else TextEdge.LEFT
        self._end = TextEdge.LEFT if slide.is_from_right else TextEdge.RIGHT
        px = sizes.of("foot")
        arrow = _GOES_ON_LEFT if slide.is_from_right else _GOES_ON
        self._goes_on = bold_line(f"{slide.words['room.goes_on']} {arrow}", px, self._end)
        # Beside the mark that the page goes on, whether it is needed or not.
        width = self._inside.width() - self._goes_on.width - px
        self._closing = SlideText(slide.closing, width, px, side=self._start) if slide.closing else None
        self._whose = SlideText(slide.whose, width, px, side=self._start) if slide.whose else None

    def laid(self) -> SlidePages | None:
        if self._slide.kind is StepKind.QUESTION:
            return self._question()
        heading, bottom, is_whole = self._heading()
        if self._is_tried and not is_whole:
            return None
        titles = [] if is_whole else self._title_pages()
        if titles and self._is_bare:
            return self._pages(titles)
        closing = self._closing_pages(heading, bottom)
        body = self._body(bottom, goes_on=False)
        if body is None:
            return None
        is_broken = any(first < last for first, last in body.spans) if self._is_stepwise else len(body.pages) > 1
        if is_broken or closing:
            body = self._body(bottom, goes_on=True)
            if body is None:
                return None
        foot = self._foot(goes_on=is_broken or bool(closing))
        whole = [*titles, *([*heading, *marks, *foot] for marks in body.pages)]
        shifted = tuple((first + len(titles), last + len(titles)) for first, last in body.spans)
        return self._pages(whole, shifted, len(titles), closing, max(0.0, body.overflow))

    @property
    def _is_stepwise(self) -> bool:
        """Whether its items come one by one, each with a step of its own."""
        return self._slide.kind is StepKind.POINTS

    @property
    def _is_bare(self) -> bool:
        """Whether nothing stands beneath the title."""
        return not self._slide.items and self._slide.table is None

    def _pages(
        self,
        pages: Sequence[Sequence[SlideMark]],
        spans: tuple[tuple[int, int], ...] = (),
        titles: int = 0,
        closing: Sequence[Sequence[SlideMark]] = (),
        overflow: float = 0.0,
    ) -> SlidePages:
        whole, end = ([self._turned(marks) for marks in group] for group in (pages, closing))
        return SlidePages(self._screen, tuple(whole), spans, titles, tuple(end), self._sizes.text, overflow)

    def _turned(self, marks: Sequence[SlideMark]) -> tuple[SlideMark, ...]:
        """The marks as they are, or mirrored for a language that is read from the right."""
        if not self._slide.is_from_right:
            return tuple(marks)
        return tuple(mark.mirrored(self._screen.width) for mark in marks)

    # --- the question -------------------------------------------------------------------------------

    def _question(self) -> SlidePages | None:
        inside, sizes = self._inside, self._sizes
        # A question stands alone: it may shrink to the floor itself.
        largest = round(_QUESTION * sizes.text)
        least = largest if self._is_tried else sizes.floor
        for px in range(largest, least - 1, -max(1, largest // 20)):
            text = SlideText(self._slide.title, inside.width(), px, bold=True)
            if text.height() <= inside.height():
                return self._pages([[lines_mark(text, inside.left(), inside.top(), Role.INK)]])
        if self._is_tried:
            return None
        text = SlideText(self._slide.title, inside.width(), sizes.floor, bold=True)
        return self._pages(self._in_lines(text, inside.top(), Role.INK))

    def _in_lines(self, text: SlideText, top: float, role: Role, when: When = When.ALWAYS) -> list[list[SlideMark]]:
        """A text on as many pages as it needs; each after the first begins with a mark that it goes on."""
        foot = self._goes_on_mark()
        more = bold_line("…", self._sizes.of("label"), self._start)
        pages: list[list[SlideMark]] = []
        first = 0
        while first < text.line_count:
            y = top
            page: list[SlideMark] = [foot]
            if first:
                page.append(lines_mark(more, self._inside.left(), y, Role.MUTED, when=when))
                y += more.height()
            count = max(1, text.lines_within(foot.area.top() - y, first))
            page.append(lines_mark(text, self._inside.left(), y, role, first=first, count=count, when=when))
            pages.append(page)
            first += count
        return pages

    # --- heading ------------------------------------------------------------------------------------

    def _heading(self) -> tuple[list[SlideMark], float, bool]:
        """Kicker and title, where they end, and whether the title stands there whole."""
        inside, size = self._inside, self._sizes.text
        whole = self._titled(None)
        # A title of one line is never too long; where nothing stands beneath it, it may fill the page.
        is_short = whole[2].line_count == 1 or (self._is_bare and whole[1] <= inside.bottom() and not self._is_tried)
        height = whole[2].height()
        body = inside.bottom() - whole[1] - self._foot_height(goes_on=not self._is_tried)
        has_room = (body >= _LEAST_BODY * inside.height() and not self._is_tight) or self._is_tried
        if is_short or (height <= _TITLE_SHARE * inside.height() and has_room):
            return whole[0], whole[1] + 0.3 * size, True
        cut = whole
        for lines in (1,) if self._is_tight else _TITLE_LINES:
            cut = self._titled(lines)
            if inside.bottom() - cut[1] - self._foot_height(goes_on=True) >= _LEAST_BODY * inside.height():
                break
        return cut[0], cut[1] + 0.3 * size, False

    def _titled(self, lines: int | None) -> tuple[list[SlideMark], float, SlideText]:
        inside, sizes, slide = self._inside, self._sizes, self._slide
        y = inside.top()
        marks: list[SlideMark] = []
        if slide.kicker and not self._is_tight:
            px = sizes.of("kicker")
            kicker = shortened(slide.kicker, inside.width(), px, _KICKER_LINES)
            marks.append(lines_mark(kicker, inside.left(), y, Role.MUTED))
            y += kicker.height() + 0.2 * px
        px = sizes.of("title")
        left = inside.left()
        letter = bold_line(slide.letter, px, self._start)
        if slide.letter:
            left += letter.width + 0.6 * px
        width = inside.right() - left
        title = (
            SlideText(slide.title, width, px, bold=True)
            if lines is None
            else shortened(slide.title, width, px, lines, bold=True)
        )
        if slide.letter:
            marks.append(lines_mark(letter, inside.left(), y + letter.drop_to(title), Role.INK))
        marks.append(lines_mark(title, left, y, Role.INK))
        return marks, y + title.height(), title

    def _title_pages(self) -> list[list[SlideMark]]:
        """A long title, whole, before what is said about it."""
        inside, sizes, slide = self._inside, self._sizes, self._slide
        shown = f"{slide.letter}   {slide.title}" if slide.letter else slide.title
        text = SlideText(shown, inside.width(), sizes.of("title"), bold=True, side=natural_side(slide.title))
        return self._in_lines(text, inside.top(), Role.INK)

    # --- body ---------------------------------------------------------------------------------------

    def _body(self, top: float, *, goes_on: bool) -> "_Body | None":
        """The pages of the body; None for more than one, or one that is too full, where that will not do."""
        most_pages = 1 if self._is_tried else None
        inside, slide = self._inside, self._slide
        body = QRectF(inside.left(), top, inside.width(), inside.bottom() - self._foot_height(goes_on=goes_on) - top)
        if slide.table is not None:
            pages, overflow = fill_table(slide, slide.table, body, self._sizes)
            is_bad = most_pages is not None and (len(pages) > most_pages or overflow > _SLACK)
            return None if is_bad else _Body(pages, (), overflow)
        if not slide.items:
            return _Body([[]], (), 0.0)
        filled = fill(slide, body, self._sizes, most_pages)
        return None if filled is None else _Body(filled.pages, filled.spans, filled.overflow)

    # --- foot ---------------------------------------------------------------------------------------

    @property
    def _closing_room(self) -> float:
        """What is kept for the closing sentences at the foot. Their length would tell of numbers that are hidden."""
        if self._closing is None or self._is_tight:
            return 0.0
        letters = _CLOSING_LETTERS[self._is_stepwise] * _LETTER * self._sizes.of("foot")
        lines = math.ceil(letters / self._closing.width)
        return min(lines * self._closing.height(0, 1), _FOOT_SHARE * self._inside.height())

    @property
    def _has_closing_at_foot(self) -> bool:
        return self._closing is not None and self._closing.height() <= self._closing_room + _SLACK

    def _foot_height(self, *, goes_on: bool) -> float:
        height = self._closing_room + (self._whose.height() if self._whose is not None else 0.0)
        height = max(height, self._goes_on.height() if goes_on else 0.0)
        return height + 0.3 * self._sizes.text if height else 0.0

    def _foot(self, *, goes_on: bool) -> list[SlideMark]:
        """From below: that the page goes on, what numbers come to, whose they are."""
        inside = self._inside
        y = inside.bottom()
        marks: list[SlideMark] = [self._goes_on_mark()] if goes_on else []
        closing = self._closing if self._has_closing_at_foot else None
        for text, when in ((closing, When.SUMMED), (self._whose, When.NUMBERS)):
            if text is not None:
                y -= text.height()
                marks.append(lines_mark(text, inside.left(), y, Role.MUTED, when=when))
        return marks

    def _goes_on_mark(self) -> SlideMark:
        text, inside = self._goes_on, self._inside
        return lines_mark(
            text, inside.right() - text.width, inside.bottom() - text.height(), Role.MUTED, when=When.GOES_ON
        )

    def _closing_pages(self, heading: Sequence[SlideMark], bottom: float) -> list[list[SlideMark]]:
        """Closing sentences that are too long for a foot."""
        if self._closing is None or self._has_closing_at_foot:
            return []
        return [[*heading, *page] for page in self._in_lines(self._closing, bottom, Role.INK, When.NUMBERS)]
