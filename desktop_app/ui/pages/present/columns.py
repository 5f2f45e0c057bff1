"""Fills pages with cards, in two columns or one: groups whole where they fit, else broken beneath their parents."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.drawing.palette import Role
from desktop_app.model.kinds import MINUS, PLUS
from desktop_app.ui.pages.present.cards import CardBlock
from desktop_app.ui.pages.present.marks import Sizes, SlideMark, lines_mark
from desktop_app.ui.pages.present.texts import SlideText, TextEdge
from desktop_app.viewmodels.present.points import SlideItem
from desktop_app.viewmodels.present.steps import Slide, StepKind

# Of a parent that stood in full before, at most; fewer where a small screen leaves no room beneath them.
_PARENT_LINES = 3
_COLUMN_GAP = 0.03
# A piece of a card is not begun with less, where the next page has more room.
_LEAST_LINES = 2
_SLACK = 0.5  # px


@dataclass(slots=True)
class _Column:
    left: float
    width: float
    y: float


@dataclass(frozen=True, slots=True)
class Filled:
    """Pages of cards.

    Attributes:
        pages: the marks of each.
        spans: of each item, the first and the last page on which it stands.
        overflow: by how much the fullest page is too full, in px: where not even one line had room.
    """

    pages: tuple[tuple[SlideMark, ...], ...]
    spans: tuple[tuple[int, int], ...]
    overflow: float


def fill(slide: Slide, body: QRectF, sizes: Sizes, most_pages: int | None = None) -> Filled | None:
    """Fills pages with the items of a slide, in their order; None where that takes too many.

    Args:
        slide: whose items; points in columns For and Against if it has both, else one across; options across.
        body: where they have room on every page.
        sizes: of type.
        most_pages: how many are allowed; None: as many as it takes.
    """
    filling = _Filling(slide, body, sizes)
    for _ in filling.filled():
        if most_pages is not None and (filling.page_count > most_pages or filling.overflow > _SLACK):
            return None
    return filling.result


class _Filling:
    def __init__(self, slide: Slide, body: QRectF, sizes: Sizes) -> None:
        self._slide, self._body, self._sizes = slide, body, sizes
        self._start = TextEdge.RIGHT if slide.is_from_right else TextEdge.LEFT
        self._pages: list[list[SlideMark]] = []
        self._spans: dict[int, tuple[int, int]] = {}
        self._blocks: dict[tuple[int, float, int | None], CardBlock] = {}
        # The columns it has in the end: For, Against, or both.
        self._sides = sorted({item.is_against for item in slide.items})
        self._column_width = body.width() if len(self._sides) < 2 else body.width() * (1 - _COLUMN_GAP) / 2
        self._heads: dict[tuple[float, bool], SlideText] = {}
        self._columns: dict[bool, _Column] = {}
        # Items that stand on the page with their beginning, or are repeated on it.
        self._begun: set[int] = set()
        self._is_across = self._is_full = False
        self.overflow = 0.0

    def filled(self) -> Iterator[None]:
        """Fills the pages, and stops after each group."""
        self._turn()
        for group in self._groups():
            # The page before may be of another width.
            height = sum(self._made(at, self._column_width, None).height() for at in group)
            # What is taller than a column has the whole width: the other column would be empty beside it.
            self._is_across = len(self._sides) > 1 and height > self._height(group[0])
            if self._is_full or self._is_across or (height > self._room(group[0]) and not self._is_empty):
                self._turn()
            for at in group:
                self._place(at)
            self._is_full = self._is_across
            self._is_across = False
            yield

    @property
    def page_count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    @property
    def result(self) -> Filled:
        """What was filled."""
        spans = tuple(self._spans[at] for at in range(len(self._items)))
        return Filled(tuple(map(tuple, self._pages)), spans, self.overflow)

    @property
    def _items(self) -> tuple[SlideItem, ...]:
        return self._slide.items

    def _groups(self) -> Iterator[list[int]]:
        """Points, each with all that hangs on it."""
        group: list[int] = []
        for at, item in enumerate(self._items):
            if item.parent is None and group:
                yield group
                group = []
            group.append(at)
        if group:
            yield group

    def _turn(self) -> None:
        """Begins a page; both columns begin anew, so that what came before stands before."""
        body = self._body
        width = body.width() if self._is_across else self._column_width
        self._columns = {
            side: _Column(body.left() if number == 0 else body.right() - width, width, body.top())
            for number, side in enumerate(self._sides)
        }
        if not self._pages or self._pages[-1]:
            self._pages.append([])
        self._begun = set()
        self._is_full = False

    @property
    def _is_empty(self) -> bool:
        """Whether nothing stands in the columns of the page."""
        return all(column.y == self._body.top() for column in self._columns.values())

    def _place(self, at: int) -> None:
        """Places an item beneath what is there, or on further pages beneath its parents."""
        block = self._block(at)
        parent = self._items[at].parent
        if parent is not None and parent not in self._begun:
            # Its parent stands on a page before, or only its end stands on this one.
            self._turn_beneath_parents(at, block)
        if not self._is_empty and block.height() > self._room(at) and self._is_better_next(at, block):
            self._turn_beneath_parents(at, block)
        begins = len(self._pages) - 1
        first = 0
        while True:
            room = self._room(at)
            count = max(1, block.text.lines_within(room - block.frame_height(first), first))
            self._put(block, first, count)
            first += count
            if first >= block.line_count:
                break
            self._turn_beneath_parents(at, block, first)
        self._spans[at] = (begins, len(self._pages) - 1)
        if begins == len(self._pages) - 1:
            self._begun.add(at)
        else:
            # What answers it stands beneath its beginning, not beneath its end.
            self._begun.discard(at)

    def _put(self, block: CardBlock, first: int = 0, count: int | None = None, shown_with: int | None = None) -> None:
        owner = block.at if shown_with is None else shown_with
        column = self._column(owner)
        marks = self._pages[-1]
        if column.y == self._body.top() and self._slide.kind is StepKind.POINTS:
            head = self._head(column.width, is_against=block.item.is_against)
            role = Role.CON if block.item.is_against else Role.PRO
            marks.append(lines_mark(head, column.left, column.y, role, item=owner))
            column.y += self._head_height(column.width)
        marks += block.marks(column.left, column.y, first, count, shown_with)
        column.y += block.height(first, count)
        self.overflow = max(self.overflow, column.y - block.gap - self._body.bottom())

    def _turn_beneath_parents(self, at: int, block: CardBlock, first: int = 0) -> None:
        """Begins a page with the parents of an item, or of a piece of it, repeated."""
        self._turn()
        for parent in self._parents(at, block, first):
            self._put(parent, shown_with=at)
            self._begun.add(parent.at)

    def _is_better_next(self, at: int, block: CardBlock) -> bool:
        """Whether an item that does not fit here is whole on the next page, or has hardly a line here."""
        least = min(_LEAST_LINES, block.line_count)
        if block.height(0, least) > self._room(at):
            return True
        parents = sum(parent.height() for parent in self._parents(at, block, 0))
        return block.height() + parents <= self._height(at)

    def _parents(self, at: int, block: CardBlock, first: int) -> list[CardBlock]:
        """The chain of parents, the farthest first, as much of it as leaves room for some of the item itself."""
        chain: list[int] = []
        parent = self._items[at].parent
        while parent is not None:
            chain.insert(0, parent)
            parent = self._items[parent].parent
        least = min(_LEAST_LINES, block.line_count - first)
        room = self._height(at) - block.height(first, least)
        width = self._column(at).width
        blocks = [self._made(place, width, 1) for place in chain]
        while len(blocks) > 1 and sum(one.height() for one in blocks) > room:
            blocks.pop(0)
        # What room is left goes to the nearest first, a line each in turn.
        for lines in range(2, _PARENT_LINES + 1):
            for number in reversed(range(len(blocks))):
                longer = self._made(blocks[number].at, width, lines)
                others = sum(one.height() for one in blocks) - blocks[number].height()
                if others + longer.height() <= room:
                    blocks[number] = longer
        return blocks

    def _column(self, at: int) -> _Column:
        return self._columns[self._items[at].is_against]

    def _room(self, at: int) -> float:
        """What is left in the column of an item."""
        column = self._column(at)
        head = self._head_height(column.width) if column.y == self._body.top() else 0.0
        return self._body.bottom() - column.y - head

    def _height(self, at: int) -> float:
        """What its column holds on an empty page."""
        return self._body.height() - self._head_height(self._column(at).width)

    def _head_height(self, width: float) -> float:
        if self._slide.kind is not StepKind.POINTS:
            return 0.0
        both = [self._head(width, is_against=side).height() for side in (False, True)]
        return max(both) + 0.15 * self._sizes.text

    def _head(self, width: float, *, is_against: bool) -> SlideText:
        key = width, is_against
        if key not in self._heads:
            words = self._slide.words
            shown = f"{MINUS} {words['cons']}" if is_against else f"{PLUS} {words['pros']}"
            self._heads[key] = SlideText(shown, width, self._sizes.of("head"), bold=True, side=self._start)
        return self._heads[key]

    def _block(self, at: int) -> CardBlock:
        return self._made(at, self._column(at).width, None)

    def _made(self, at: int, width: float, lines: int | None) -> CardBlock:
        """An item in a width, whole or shortened; laid out once."""
        key = at, width, lines
        if key not in self._blocks:
            self._blocks[key] = CardBlock(self._items[at], at, width, self._sizes, self._start, lines=lines)
        return self._blocks[key]
