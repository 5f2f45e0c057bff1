"""A point or an option as a card on the audience's screen: whole, in pieces on several pages, or repeated above one."""

from typing import Final

from PySide6.QtCore import QRectF

from desktop_app.drawing.palette import Role
from desktop_app.ui.pages.present.marks import Sizes, SlideBar, SlideBox, SlideMark, When, lines_mark
from desktop_app.ui.pages.present.texts import SlideText, TextEdge, bold_line, label, shortened
from desktop_app.viewmodels.present.points import SlideItem

_MORE: Final = "…"
# Shares of the size of running text.
_ABOVE, _BELOW, _GAP = 0.25, 0.25, 0.3
_LEFT, _RIGHT = 0.5, 0.3
_STEP_IN: Final = 0.9
_DEEPEST: Final = 3
_WIDEST_NUMBER: Final = "100"
# In sizes of type: a narrower column steps in by half, and a narrower text has its number above it.
_NARROW_COLUMN: Final = 14
_NARROW_TEXT: Final = 6


class CardBlock:
    """An item laid out in a column.

    Args:
        item: what it says.
        at: its place among the items of its slide.
        width: of the column.
        sizes: of type.
        start: the side from which the page is read.
        lines: how many lines of its text are shown at most; None: all.
    """

    def __init__(
        self, item: SlideItem, at: int, width: float, sizes: Sizes, start: TextEdge, *, lines: int | None = None
    ) -> None:
        self.item, self.at = item, at
        self._sizes = sizes
        size = sizes.text
        step_in = _STEP_IN / 2 if width < _NARROW_COLUMN * size else _STEP_IN
        self._indent = min(item.depth, _DEEPEST) * size * step_in
        self._width = width - self._indent
        inner = self._width - (_LEFT + _RIGHT) * size
        end = TextEdge.LEFT if start is TextEdge.RIGHT else TextEdge.RIGHT
        self._number = bold_line(item.number, sizes.of("number"), end) if item.number else None
        # The same room for every number, and for none: what is hidden must not show in how lines break.
        is_point = item.role is not Role.OPTION
        self._widest = bold_line(_WIDEST_NUMBER, sizes.of("number"), end)
        beside = self._widest.width + 0.4 * size if is_point else 0.0
        has_label = bool(item.label)
        self._letter: SlideText | None = None
        self._more: SlideText | None = None
        self._first_head_height: float | None = None
        indented = 0.0
        if item.role is Role.OPTION:
            self._letter = bold_line(item.sign, size, start)
            indented = self._letter.width + 0.5 * size
        # Beside a label there is room for the number anyway.
        is_narrow = inner - indented - beside < _NARROW_TEXT * size
        self._is_number_above = is_point and (has_label or is_narrow)
        self._head_width, self._start = inner - beside, start
        self._label = self._head(f"{item.sign} {item.label}") if has_label else None
        text_width = inner - indented - (0.0 if self._is_number_above else beside)
        px = sizes.of("answer") if item.depth else size
        self.text = (
            SlideText(item.text, text_width, px) if lines is None else shortened(item.text, text_width, px, lines)
        )
        self._text_left = self._indent + _LEFT * size + indented

    @property
    def line_count(self) -> int:
        """How many lines its text has."""
        return self.text.line_count

    @property
    def gap(self) -> float:
        """What is kept free beneath it, a part of its height."""
        return _GAP * self._sizes.text

    def height(self, first: int = 0, count: int | None = None) -> float:
        """Its height with some lines of its text, with the gap beneath it."""
        return self.frame_height(first) + self.text.height(first, count)

    def frame_height(self, first: int) -> float:
        """What is needed around its lines, from the first one or from a further one on."""
        return self._head_height(first) + (_ABOVE + _BELOW + _GAP) * self._sizes.text

    def marks(
        self, x: float, y: float, first: int, count: int | None = None, shown_with: int | None = None
    ) -> list[SlideMark]:
        """The card or a piece of it.

        Args:
            x: left edge of the column.
            y: upper edge.
            first: the first line of its text.
            count: how many lines; None: all from there.
            shown_with: the place of the item with which it is seen; None: its own.
        """
        size, item = self._sizes.text, self.item
        owner = self.at if shown_with is None else shown_with
        height = self.height(first, count) - _GAP * size
        box = QRectF(x + self._indent, y, self._width, height)
        stripe = QRectF(box.left(), y + 0.2 * size, max(3.0, 0.08 * size), height - 0.4 * size)
        marks: list[SlideMark] = [
            SlideBox(box, Role.LINE, owner, radius=0.25 * size),
            SlideBar(stripe, item.role, owner),
        ]
        if shown_with is None:
            marks.append(
                SlideBox(
                    box.adjusted(-4, -4, 4, 4), Role.FOCUS, owner, When.NEWEST, 0.3 * size, is_filled=False, pen=2.0
                )
            )
        top = y + _ABOVE * size
        left = box.left() + _LEFT * size
        head = self._shown_head(first)
        if head is not None:
            role = item.role if head.text != _MORE else Role.MUTED
            marks.append(lines_mark(head, left, top, role, item=owner))
        if self._letter is not None:
            down = self._head_height(first) + self._letter.drop_to(self.text, first)
            marks.append(lines_mark(self._letter, left, top + down, item.role, item=owner))
        if self._number is not None and first == 0:
            number_left = box.right() - _RIGHT * size - self._number.width
            down = 0.0 if self._is_number_above and head is None else self._number.drop_to(head or self.text)
            marks.append(lines_mark(self._number, number_left, top + down, Role.MUTED, item=owner, when=When.NUMBERS))
        shown = self.line_count - first if count is None else count
        at = top + self._head_height(first)
        marks.append(lines_mark(self.text, x + self._text_left, at, Role.INK, first=first, count=shown, item=owner))
        return marks

    def _shown_head(self, first: int) -> SlideText | None:
        """The label; above a further piece with a mark that it goes on."""
        if not first:
            return self._label
        if self._more is None:
            self._more = self._head(f"{self._label.text} {_MORE}" if self._label is not None else _MORE)
        return self._more

    def _head_height(self, first: int) -> float:
        if first:
            head = self._shown_head(first)
            return head.height() if head is not None else 0.0
        if self._first_head_height is None:
            label_height = self._label.height() if self._label is not None else 0.0
            number = 0.0
            if self._is_number_above:
                number = self._widest.height()
                number += self._widest.drop_to(self._label) if self._label is not None else 0.0
            self._first_head_height = max(label_height, number)
        return self._first_head_height

    def _head(self, words: str) -> SlideText:
        return label(words, self._head_width, self._sizes.of("label"), self._start)
