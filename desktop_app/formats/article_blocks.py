"""The lines of an article as headings, lists and paragraphs, told apart by their shape alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.formats.headings import has_colon, stance_of_heading, without_colon

_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣◦▪·–—]|\d{1,3}[.)])[ \t]+(\S.*)")
_HASHES: Final = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*")
_BOLD_LINE: Final = re.compile(r"(?:\*\*|__)(\S.*?)(?:\*\*|__)(:?)")
_LONGEST_HEADING: Final = 90
_MOST_WORDS: Final = 12
_LONGEST_HEADLINE: Final = 300
# Lines longer than this are paragraphs by themselves; shorter ones that follow each other are one, wrapped.
_WRAPPED_AT: Final = 120
_ENDS_A_SENTENCE: Final = (".", "!", "?", "…", ";", ",", "。", "\N{RIGHT DOUBLE QUOTATION MARK}", '"', "»")


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A list with the line that leads into it ("… must address several key aspects:"), where there is one."""

    lead_in: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its colon or marks; one that is not a chapter's stands within a chapter."""

    text: str
    is_chapter: bool


Block = Heading | ArticleList | str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may be a heading: `level` 1 to 6, from hashes, boldness or shape."""

    text: str
    level: int


def article_blocks(text: str) -> list[Block]:
    """Cuts an article into blocks, in order; nothing but white space, bullets and hashes is dropped."""
    raw: list[str | ArticleList] = []
    for group in _groups(text):
        raw.extend(_cut(group))
    raw = _joined_lists(raw)
    levels = [_heading_level(block, raw[place + 1 : place + 2]) for place, block in enumerate(raw)]
    # The headline is no chapter, whatever it looks like.
    top = min((level for level in levels[1:] if level is not None), default=1)
    blocks: list[Block] = []
    for block, level in zip(raw, levels, strict=True):
        if isinstance(block, str) and level is not None:
            blocks.append(Heading(without_colon(_bare(block)), is_chapter=level == top))
        else:
            blocks.append(block)
    return _with_lead_ins(blocks)


def take_headline(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The headline, and the blocks without it; said twice in a row, it is taken twice.

    Empty when the article begins with a list or a long paragraph.
    """
    headline = _headline_words(blocks[0]) if blocks else ""
    if not headline:
        return "", list(blocks)
    is_repeated = len(blocks) > 1 and _headline_words(blocks[1]) == headline
    return headline, list(blocks[2 if is_repeated else 1 :])


def _headline_words(block: Block) -> str:
    """The words of a block that could be the headline; empty for one that could not."""
    if isinstance(block, ArticleList):
        return ""
    words = block.text if isinstance(block, Heading) else _bare(block)
    return words if len(words) <= _LONGEST_HEADLINE else ""


def _groups(text: str) -> Iterator[list[str]]:
    """Lines between empty ones."""
    group: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield group
            group = []


def _cut(group: list[str]) -> Iterator[str | ArticleList]:
    """Paragraphs and lists of lines that stand together."""
    are_whole = any(len(line) > _WRAPPED_AT for line in group)
    paragraph: list[str] = []
    items: list[str] = []
    for line in group:
        item = _ITEM.fullmatch(line)
        if item is not None:
            if paragraph:
                yield " ".join(paragraph)
                paragraph = []
            items.append(item[1].strip())
        elif items and line[0].isspace():
            items[-1] += f" {line.strip()}"
        else:
            if items:
                yield ArticleList("", tuple(items))
                items = []
            if paragraph and (are_whole or _stands_apart(paragraph, line)):
                yield " ".join(paragraph)
                paragraph = []
            paragraph.append(line.strip())
    if paragraph:
        yield " ".join(paragraph)
    if items:
        yield ArticleList("", tuple(items))


def _stands_apart(paragraph: list[str], line: str) -> bool:
    """Whether a line begins anew although no empty line parts it from those above."""
    if _HASHES.fullmatch(line) is not None:
        return True
    heads = len(paragraph) == 1 and _looks_like_heading(paragraph[0])
    return heads and not line.lstrip()[0].islower()


def _joined_lists(raw: list[str | ArticleList]) -> list[str | ArticleList]:
    """Lists whose items stand apart by empty lines, made one."""
    joined: list[str | ArticleList] = []
    for block in raw:
        last = joined[-1] if joined else None
        if isinstance(block, ArticleList) and isinstance(last, ArticleList):
            joined[-1] = ArticleList("", last.items + block.items)
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


def _heading_level(block: str | ArticleList, following: Sequence[str | ArticleList]) -> int | None:
    """How deep a heading stands; None for what is none. Plain lines stand at 2, those with a colon at 3."""
    if isinstance(block, ArticleList):
        return None
    hashes = _HASHES.fullmatch(block)
    if hashes is not None:
        return len(hashes[1])
    if not _looks_like_heading(block):
        return None
    if not has_colon(block):
        return 2
    # "Three things matter:" leads into its list, but "Pros:" heads it.
    leads_in = bool(following) and isinstance(following[0], ArticleList) and stance_of_heading(block) is None
    return None if leads_in else 3


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
