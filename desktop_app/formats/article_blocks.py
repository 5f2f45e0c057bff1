"""The lines of an article as headings, lists and paragraphs, told apart by their shape alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.formats.headings import has_colon, without_colon
from desktop_app.formats.quoted_lines import FENCE, FRONT_MATTER, QuotedLines
from desktop_app.formats.sides import Weight, side_of
from desktop_app.formats.text.lines import indent_of

_ITEM: Final = re.compile(r"[ \t]*(?:([-*+•‣◦▪·–—])|(\d{1,3})[.)])[ \t]+(\S.*)")
_HASHES: Final = re.compile(r"(#{1,6})[ \t]+(\S(?:.*[^ \t#])?)[ \t#]*")
_BOLD_LINE: Final = re.compile(r"(?:\*\*|__)(\S.*?)(?:\*\*|__)(:?)")
_LONGEST_HEADING: Final = 90
_MOST_WORDS: Final = 12
_LONGEST_HEADLINE: Final = 300
# Lines longer than this are paragraphs by themselves; shorter ones that follow each other are one, wrapped.
_WRAPPED_AT: Final = 120
# A line shorter than this was not wrapped: a line below it that begins with a capital begins anew.
_SHORT: Final = 60
_RULE: Final = re.compile(r"[ \t]*(?:[-=~_*`^][ \t]*){3,}")
_UNDERLINE: Final = re.compile(r"={2,}|-{2,}")
ASKING: Final = ("?", "？", "؟", "\N{GREEK QUESTION MARK}")
"""How a question ends."""
# Level of a heading that has no hashes: a bold line, a line by its shape, one that ends in a colon.
_BOLD_LEVEL, _SHAPE_LEVEL, _COLON_LEVEL = 7, 8, 9
_ENDS_A_SENTENCE: Final = (".", "!", "?", "…", ";", ",", "。", "\N{RIGHT DOUBLE QUOTATION MARK}", '"', "»")


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A list with the line that leads into it ("… must address several key aspects:"), where there is one.

    Attributes:
        nested: places of items that stand deeper than the list.
        outside: the first place of an item that stands less deep than the first one, or below a line like "Cons:" in
            the list, so that it may not belong to what the list is about; None where there is none.
        is_mixed: whether some items of the list itself have a "+" and others a "-"; before a number the sign stays.
    """

    lead_in: str
    items: tuple[str, ...]
    nested: frozenset[int] = frozenset()
    outside: int | None = None
    is_mixed: bool = False

    @property
    def whole_items(self) -> list[tuple[int, str]]:
        """The items of the list itself, each with its place, and with the items below it on lines of their own."""
        items: list[tuple[int, str]] = []
        for place, item in enumerate(self.items):
            if items and place in self.nested:
                items[-1] = items[-1][0], f"{items[-1][1]}\n{item}"
            else:
                items.append((place, item))
        return items


@dataclass(frozen=True, slots=True)
class ArticleHeading:
    """A heading without its colon or marks; one that is not a chapter's stands within a chapter.

    Attributes:
        level: 1 to 6 by its hashes, 7 a bold line, 8 a line that heads by its shape, 9 one that ends in a colon.
    """

    text: str
    is_chapter: bool
    level: int


Block = ArticleHeading | ArticleList | str


@dataclass(frozen=True, slots=True)
class _Item:
    """An item; its `number` is None after a bullet. `says_side`: a line like "Cons:" that stands deeper in the list."""

    indent: int
    number: int | None
    text: str
    says_side: bool = False
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class _Items:
    """A list while the text is cut."""

    items: tuple[_Item, ...]

    def goes_on_with(self, other: "_Items") -> bool:
        """Whether another list, below an empty line, is more of this one.

        "5. Finance" below bullets, or below item 2, is a heading; no reader of lists can be sure of it.
        """
        base, first = min(item.indent for item in self.items), other.items[0]
        if first.indent > base + 1:
            return True
        last = next(item for item in reversed(self.items) if item.indent <= base + 1)
        if first.number is None or last.number is None:
            return first.number is last.number
        return first.number in {last.number, last.number + 1}

    def as_list(self) -> ArticleList:
        """The list, with the places of items that stand deeper or less deep than it."""
        base = first = self.items[0].indent
        nested, outside = [], None
        for place, item in enumerate(self.items):
            base = min(base, item.indent)
            if item.indent > base + 1:
                nested.append(place)
            if (item.indent < first or item.says_side) and outside is None:
                outside = place
        texts = [item.text for item in self.items]
        is_mixed = {"+", "-"} <= {item.bullet for place, item in enumerate(self.items) if place not in nested}
        if is_mixed:
            # "+ 12" and "- 3" may be temperatures, or sums.
            texts = [
                f"{item.bullet} {item.text}" if item.bullet and item.text[0].isdigit() else item.text
                for item in self.items
            ]
        return ArticleList("", tuple(texts), frozenset(nested), outside, is_mixed)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Lines in which nothing heads anything: code, comments, what a file says of itself at its top."""

    text: str


_Raw = str | _Items | _Quoted


def article_blocks(text: str) -> list[Block]:
    """Cuts an article into blocks, in order; nothing but white space, bullets, hashes and rules is dropped."""
    raw: list[_Raw] = []
    for group in _groups(text):
        raw.extend([group] if isinstance(group, _Quoted) else _cut(group))
    raw = _joined_lists(raw)
    levels = [_chapter_level(block, raw[place + 1 : place + 2]) for place, block in enumerate(raw)]
    # The headline is no chapter, whatever it looks like.
    headline = 1 if raw and _is_front_matter(raw[0]) else 0
    top = min((level for level in levels[headline + 1 :] if level is not None), default=1)
    blocks: list[Block] = []
    for block, level in zip(raw, levels, strict=True):
        if isinstance(block, _Items):
            blocks.append(block.as_list())
        elif isinstance(block, _Quoted):
            blocks.append(block.text)
        elif level is not None:
            blocks.append(ArticleHeading(without_colon(_bare(block)), is_chapter=level == top, level=_level(block)))
        else:
            blocks.append(block)
    return _with_lead_ins(blocks)


def take_headline(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The headline, and the blocks without it; said twice in a row, it is taken twice.

    Empty when the article begins with a list or a long paragraph. What a file says of itself above it is left standing.
    """
    above = list(blocks[:1]) if blocks and _is_front_matter(blocks[0]) else []
    rest = list(blocks[len(above) :])
    headline = _headline_words(rest[0]) if rest else ""
    if not headline:
        return "", list(blocks)
    is_repeated = len(rest) > 1 and _headline_words(rest[1]) == headline
    return headline, [*above, *rest[2 if is_repeated else 1 :]]


def without_bullet(line: str) -> str:
    """A line without the bullet or number of a list."""
    item = _ITEM.fullmatch(line)
    return line.strip() if item is None else item[3].strip()


def says_markdown(line: str) -> bool:
    """Whether a line is one of Markdown's that the grammar has not: a heading, a bold line, a fence, a rule."""
    return any(pattern.fullmatch(line.strip()) for pattern in (_HASHES, _BOLD_LINE, FENCE, _RULE, _UNDERLINE))


def _is_front_matter(block: Block | _Raw) -> bool:
    text = block.text if isinstance(block, _Quoted) else block
    return isinstance(text, str) and text.startswith(FRONT_MATTER)


def _headline_words(block: Block) -> str:
    """The words of a block that could be the headline; empty for one that could not."""
    if isinstance(block, ArticleList):
        return ""
    words = block.text if isinstance(block, ArticleHeading) else _bare(block)
    return words if len(words) <= _LONGEST_HEADLINE else ""


def _groups(text: str) -> Iterator[list[str] | _Quoted]:
    """Lines between empty ones or rules, and what is quoted."""
    lines = [line.rstrip() for line in text.splitlines()]
    quoted = QuotedLines(lines)
    group: list[str] = []
    place = 0
    while place < len(lines):
        line, end = lines[place], quoted.end_of(place)
        if end is not None:
            if group:
                yield group
                group = []
            yield _Quoted(" ".join(kept for kept in (item.strip() for item in lines[place:end]) if kept))
            place = end
            continue
        place += 1
        if group and _UNDERLINE.fullmatch(line) is not None and _may_be_underlined(group):
            group[-1] = f"{'#' if line[0] == '=' else '##'} {group[-1].strip()}"
        elif line and _RULE.fullmatch(line) is None:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _may_be_underlined(group: Sequence[str]) -> bool:
    """Whether the last line of a group is one by itself, no item and no last line of a paragraph."""
    if _ITEM.fullmatch(group[-1]) is not None or group[-1][0].isspace():
        return False
    return len(group) == 1 or _ITEM.fullmatch(group[-2]) is not None or _HASHES.fullmatch(group[-2]) is not None


def _cut(group: list[str]) -> Iterator[str | _Items]:
    """Paragraphs and lists of lines that stand together."""
    are_whole = any(len(line) > _WRAPPED_AT for line in group)
    paragraph: list[str] = []
    items: list[_Item] = []
    base = 0
    for place, line in enumerate(group):
        item = _ITEM.fullmatch(line)
        if item is not None:
            if paragraph:
                yield " ".join(paragraph)
                paragraph = []
            base = min(base, indent_of(line)) if items else indent_of(line)
            items.append(
                _Item(indent_of(line), int(item[2]) if item[2] else None, item[3].strip(), bullet=item[1] or "")
            )
        elif items and _says_side_within(group, place, base):
            items.append(_Item(indent_of(line), None, line.strip(), says_side=True))
        elif items and _carries_on(items[-1].indent, group[place - 1], line):
            items[-1] = replace(items[-1], text=f"{items[-1].text} {line.strip()}")
        else:
            if items:
                yield _Items(tuple(items))
                items = []
            heads_list = _heads_list_in(group, place)
            if paragraph and (are_whole or heads_list or _stands_apart(paragraph, line)):
                yield " ".join(paragraph)
                paragraph = []
            paragraph.append(line.strip())
    if paragraph:
        yield " ".join(paragraph)
    if items:
        yield _Items(tuple(items))


def _says_side_within(group: Sequence[str], place: int, indent: int) -> bool:
    """Whether a line like "Cons:" stands deeper in a list, with its own items, if it has any, deeper as well."""
    if indent_of(group[place]) <= indent or side_of(group[place]) is None:
        return False
    below = group[place + 1] if place + 1 < len(group) else ""
    return not (_heads_list_in(group, place) and indent_of(below) <= indent)


def _carries_on(indent: int, above: str, line: str) -> bool:
    """Whether a line below an item of a list goes on with it."""
    if indent_of(line) > indent and side_of(line) is None:
        return True
    if line[0].isspace() or _HASHES.fullmatch(line) is not None or has_colon(line) or side_of(line) is not None:
        return False
    is_wrapped = _SHORT <= len(above) <= _WRAPPED_AT and not above.endswith(_ENDS_A_SENTENCE)
    return line[0].islower() or is_wrapped


def _heads_list_in(group: Sequence[str], place: int) -> bool:
    """Whether a line says the side of a list directly below it."""
    if place + 1 == len(group) or _ITEM.fullmatch(group[place + 1]) is None or group[place].lstrip()[0].islower():
        return False
    side = side_of(group[place])
    return side is not None and (has_colon(group[place]) or side.weight is Weight.STRONG)


def _stands_apart(paragraph: list[str], line: str) -> bool:
    """Whether a line begins anew although no empty line parts it from those above."""
    if _HASHES.fullmatch(line) is not None:
        return True
    if len(paragraph) != 1:
        return False
    if _HASHES.fullmatch(paragraph[0]) is not None:
        return True
    is_unwrapped = len(paragraph[0]) < _SHORT or paragraph[0].endswith(ASKING)
    return (is_unwrapped or _looks_like_heading(paragraph[0])) and not line.lstrip()[0].islower()


def _joined_lists(raw: list[_Raw]) -> list[_Raw]:
    """Lists whose items stand apart by empty lines, made one."""
    joined: list[_Raw] = []
    for block in raw:
        last = joined[-1] if joined else None
        if isinstance(block, _Items) and isinstance(last, _Items) and last.goes_on_with(block):
            joined[-1] = _Items(last.items + block.items)
        else:
            joined.append(block)
    return joined


def _with_lead_ins(blocks: list[Block]) -> list[Block]:
    """A paragraph that ends in a colon goes with the list below it."""
    led: list[Block] = []
    for block in blocks:
        last = led[-1] if led else None
        if isinstance(block, ArticleList) and isinstance(last, str) and has_colon(last) and len(led) > 1:
            led[-1] = replace(block, lead_in=last)
        else:
            led.append(block)
    return led


def _chapter_level(block: _Raw, following: Sequence[_Raw]) -> int | None:
    """How deep the chapter below a heading stands; None for what heads none.

    Plain lines stand at 2, those with a colon at 3.
    """
    if not isinstance(block, str):
        return None
    hashes = _HASHES.fullmatch(block)
    if hashes is not None:
        return len(hashes[1])
    is_above_list = bool(following) and isinstance(following[0], _Items)
    says_side = has_colon(block) and is_above_list and side_of(block) is not None
    if not says_side and not _looks_like_heading(block):
        return None
    if not has_colon(block):
        return 2
    # "Three things matter:" leads into its list, but "Pros:" heads it.
    return None if is_above_list and not says_side else 3


def _level(heading: str) -> int:
    """The level of a line that is a heading."""
    hashes = _HASHES.fullmatch(heading)
    if hashes is not None:
        return len(hashes[1])
    if _BOLD_LINE.fullmatch(heading) is not None:
        return _BOLD_LEVEL
    return _COLON_LEVEL if has_colon(heading) else _SHAPE_LEVEL


def _looks_like_heading(line: str) -> bool:
    if _HASHES.fullmatch(line) is not None or _BOLD_LINE.fullmatch(line) is not None:
        return True
    return (
        len(line) <= _LONGEST_HEADING
        and len(line.split()) <= _MOST_WORDS
        and not line.endswith(_ENDS_A_SENTENCE)
        and not line[0].islower()
    )


def _bare(line: str) -> str:
    """A line without the hashes or stars of Markdown."""
    hashes = _HASHES.fullmatch(line)
    line = hashes[2] if hashes is not None else line
    bold = _BOLD_LINE.fullmatch(line)
    return bold[1] + bold[2] if bold is not None else line
