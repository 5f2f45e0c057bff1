r"""The fixed subset of Markdown that sections are written in, read into runs. Whatever is not in the subset is text.

Paragraphs between empty lines, bullets (`- `), `**bold**`, `*italics*`, `[words](https://…)` and `[@key]`, with `\\`
before a sign to keep it as text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Bounded, so that a text of nothing but stars is read in linear time.
_INLINE: Final = re.compile(
    r"""\\(?P<kept>[\\*\[\]@_-])
    | \*\*(?=\S)(?P<bold>[^\n]{1,2000}?)(?<=\S)\*\*(?!\*)
    | \*(?=[^\s*])(?P<italic>[^\n*]{1,2000}?)(?<=\S)\*
    | \[@(?P<key>[^\s\],]{1,100})(?:,\ *(?P<locator>[^\]\n]{1,200}))?\]
    | \[(?P<words>[^\]\n]{1,500})\]\((?P<url>[^\s()]{1,2000})\)""",
    re.VERBOSE,
)
_BULLET: Final = re.compile(r"\s*[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look.

    Attributes:
        url: where it leads, empty for nowhere; not checked here.
        source: key of the source it cites; then `text` is the place in it, or empty.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    url: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set as one paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one paragraph."""

    items: tuple[tuple[Run, ...], ...]


Block = Paragraph | Bullets


def parse_body(text: str) -> tuple[Block, ...]:
    """Reads the body of a section. Never fails: what it does not know stays text."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip("\n")):
        blocks += _blocks(chunk)
    return tuple(blocks)


def _blocks(chunk: str) -> Iterator[Block]:
    """Paragraphs and lists of a chunk without empty lines; a line without a bullet continues what is above it."""
    paragraph: list[str] = []
    items: list[list[str]] = []
    for line in filter(str.strip, chunk.split("\n")):
        bullet = _BULLET.match(line)
        if bullet is not None:
            if paragraph:
                yield Paragraph(_inline(" ".join(paragraph)))
                paragraph = []
            items.append([line[bullet.end() :].strip()])
        elif items:
            items[-1].append(line.strip())
        else:
            paragraph.append(line.strip())
    if paragraph:
        yield Paragraph(_inline(" ".join(paragraph)))
    if items:
        yield Bullets(tuple(_inline(" ".join(item)) for item in items))


def _inline(text: str, *, bold: bool = False, italic: bool = False) -> tuple[Run, ...]:
    runs: list[Run] = []
    plain: list[str] = []

    def flush() -> None:
        if passed := "".join(plain):
            runs.append(Run(passed, bold, italic))
        plain.clear()

    end = 0
    for found in _INLINE.finditer(text):
        plain.append(text[end : found.start()])
        end = found.end()
        if (kept := found["kept"]) is not None:
            plain.append(kept)
            continue
        if (inner := found["bold"]) is not None and not bold:
            flush()
            runs += _inline(inner, bold=True, italic=italic)
        elif (inner := found["italic"]) is not None and not italic:
            flush()
            runs += _inline(inner, bold=bold, italic=True)
        elif (key := found["key"]) is not None:
            flush()
            runs.append(Run(found["locator"] or "", bold, italic, source=key))
        elif (words := found["words"]) is not None:
            flush()
            runs.append(Run(words, bold, italic, url=found["url"]))
        else:
            plain.append(found[0])
    plain.append(text[end:])
    flush()
    return tuple(runs)
