"""Fills pages with a table: as many columns and rows as a page has room for, names repeated; the order stays."""

import math
from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.drawing.palette import Role
from desktop_app.ui.pages.present.marks import Sizes, SlideBar, SlideMark, When, lines_mark
from desktop_app.ui.pages.present.texts import SlideText, TextEdge, bold_line
from desktop_app.viewmodels.present.rows import SlideRow, SlideTable
from desktop_app.viewmodels.present.steps import Slide
from desktop_app.wording.rounding import percent

# Shares of the size of running text.
_PAD: Final = 0.3
_COLUMN_GAP: Final = 0.7
_BAR: Final = 0.5
_BAR_HEIGHT: Final = 0.16
_LETTER_GAP: Final = 0.5
# A name has at least this much of the width, or so many sizes of type.
_NAME_SHARE: Final = 0.3
_NAME_SIZES: Final = 7


def fill_table(slide: Slide, table: SlideTable, body: QRectF, sizes: Sizes) -> tuple[list[list[SlideMark]], float]:
    """Fills pages with a table: first the options that have room, then the others, each with all rows.

    Returns:
        The marks of each page, and by how much the fullest is too full, in px: where not even one line had room.
    """
    filling = _TableFilling(slide, table, body, sizes)
    return filling.filled(), filling.overflow


class _TableFilling:
    def __init__(self, slide: Slide, table: SlideTable, body: QRectF, sizes: Sizes) -> None:
        self._table, self._body, self._sizes = table, body, sizes
        self._start = TextEdge.RIGHT if slide.is_from_right else TextEdge.LEFT
        self._end = TextEdge.LEFT if slide.is_from_right else TextEdge.RIGHT
        self._gap = _COLUMN_GAP * sizes.text
        self._widths = self._column_widths()
        # As wide whatever they are: a wider column would tell of numbers that are hidden.
        weights = [table.weight_head, percent(1.0), *(row.weight for row in table.rows)]
        self._weight_width = max(map(self._width_of, weights)) + self._gap if table.weight_head else 0.0
        letters = [row.letter for row in table.rows if row.letter]
        self._letter_width = max(map(self._width_of, letters), default=-_LETTER_GAP * sizes.text)
        self._letter_width += _LETTER_GAP * sizes.text
        self._pages: list[list[SlideMark]] = []
        # Where the next row begins, and where the first one of the page does.
        self._y = self._top = 0.0
        self.overflow = 0.0

    def filled(self) -> list[list[SlideMark]]:
        for columns in self._column_sets():
            self._turn(columns)
            for row in self._table.rows:
                self._place(row, columns)
        return self._pages

    def _column_sets(self) -> list[range]:
        """The columns of each page: all, or in the results, which have no heads, always all."""
        count = len(self._widths)
        least_name = min(_NAME_SHARE * self._body.width(), _NAME_SIZES * self._sizes.text)
        room = self._body.width() - self._letter_width - least_name - self._weight_width
        if not self._table.heads or sum(self._widths) <= room:
            return [range(count)]
        # As many on each page, so that names have the same room on all.
        pages = math.ceil(count / max(1, int(room // max(self._widths))))
        a_page = math.ceil(count / pages)
        return [range(first, min(first + a_page, count)) for first in range(0, count, a_page)]

    def _turn(self, columns: range) -> None:
        self._pages.append([])
        self._y = self._top = self._body.top()
        heads = self._table.heads
        if not heads:
            return
        size = self._sizes.text
        weight = self._number(self._table.weight_head)
        weight_left = self._weight_right(columns) - weight.width
        self._pages[-1].append(lines_mark(weight, weight_left, self._y, Role.MUTED, when=When.NUMBERS))
        height = weight.height()
        for column, right in self._rights(columns):
            head = self._number(heads[column])
            down = head.drop_to(weight)
            self._pages[-1].append(lines_mark(head, right - head.width, self._y + down, Role.OPTION))
            height = max(height, down + head.height())
        self._y += height + _PAD * size
        self._top = self._y

    def _place(self, row: SlideRow, columns: range) -> None:
        size, body = self._sizes.text, self._body
        width = self._weight_right(columns) - self._weight_width - body.left() - self._letter_width
        name = SlideText(row.name, width, size)
        bar = _BAR * size if self._table.has_bars else 0.0
        around = 2 * _PAD * size + bar
        numbers = [self._number(row.numbers[column]) for column in columns]
        tallest = max((number.height() for number in numbers), default=0.0)
        if body.bottom() - self._y < around + max(name.height(), tallest) and not self._is_top():
            self._turn(columns)
        first = 0
        while first < name.line_count:
            room = body.bottom() - self._y - around
            count = max(1, name.lines_within(room, first))
            height = max(name.height(first, count), tallest if first == 0 else 0.0)
            marks = self._pages[-1]
            marks.append(SlideBar(QRectF(body.left(), self._y, body.width(), 1.0), Role.LINE))
            top = self._y + _PAD * size
            letter_top = top + (height - name.height(first, count)) / 2
            if row.letter:
                letter = self._number(row.letter)
                left = body.left() + self._letter_width - _LETTER_GAP * size - letter.width
                marks.append(lines_mark(letter, left, letter_top + letter.drop_to(name, first), Role.OPTION))
            marks.append(
                lines_mark(name, body.left() + self._letter_width, letter_top, Role.INK, first=first, count=count)
            )
            if first == 0:
                self._put_numbers(row, columns, numbers, top, height)
            first += count
            if first >= name.line_count and row.share is not None:
                self._put_bar(row, width, top + height + 0.2 * size)
            self._y += around + height
            self.overflow = max(self.overflow, self._y - body.bottom())
            if first < name.line_count:
                self._turn(columns)

    def _put_numbers(self, row: SlideRow, columns: range, numbers: list[SlideText], top: float, height: float) -> None:
        marks = self._pages[-1]
        shown = [(number, right, Role.INK) for number, (_, right) in zip(numbers, self._rights(columns), strict=True)]
        if row.weight:
            shown.append((self._number(row.weight), self._weight_right(columns), Role.MUTED))
        for text, right, role in shown:
            y = top + (height - text.height()) / 2
            marks.append(lines_mark(text, right - text.width, y, role, when=When.NUMBERS))

    def _put_bar(self, row: SlideRow, width: float, y: float) -> None:
        assert row.share is not None
        left, height = self._body.left() + self._letter_width, _BAR_HEIGHT * self._sizes.text
        marks = self._pages[-1]
        marks.append(SlideBar(QRectF(left, y, width, height), Role.TRACK, when=When.NUMBERS))
        marks.append(SlideBar(QRectF(left, y, width * row.share, height), Role.OPTION, when=When.NUMBERS))
        if row.reach is not None:
            # What a missing score leaves open, hollow from the least to the most.
            open_part = QRectF(left + width * row.share, y, width * (row.reach - row.share), height)
            marks.append(SlideBar(open_part, Role.OPTION, when=When.NUMBERS, is_hollow=True))

    def _rights(self, columns: range) -> list[tuple[int, float]]:
        """Each column with its right edge."""
        edges = []
        right = self._body.right()
        for column in reversed(columns):
            edges.append((column, right))
            right -= self._widths[column]
        return edges[::-1]

    def _weight_right(self, columns: range) -> float:
        return self._body.right() - sum(self._widths[column] for column in columns)

    def _column_widths(self) -> list[float]:
        table = self._table
        count = max((len(row.numbers) for row in table.rows), default=0)
        widths = []
        for column in range(count):
            texts = [row.numbers[column] for row in table.rows]
            texts += [table.heads[column]] if table.heads else []
            texts += [table.widest[column]] if table.widest else []
            widths.append(max(map(self._width_of, texts)) + self._gap)
        return [max(widths, default=0.0)] * count if table.heads else widths

    def _number(self, text: str) -> SlideText:
        return bold_line(text, self._sizes.text, self._end)

    def _width_of(self, text: str) -> float:
        return self._number(text).width

    def _is_top(self) -> bool:
        return self._y <= self._top
