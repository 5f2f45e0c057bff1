"""The fixed subset of Markdown in sections of the brief: paragraphs, bullets, bold, italics, links, `[@key]`.

Everything else is plain text. What comes out are runs of text, never markup for another program.
"""

import re
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style.

    Attributes:
        link: where it leads (http, https or mailto); empty for none.
        cites: key of the source it cites; the text is then the key as well.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str = ""
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is running text."""

    items: tuple[tuple[Run, ...], ...]


Block = Paragraph | Bullets

_BULLET: Final = re.compile(r"[-*] +(\S.*)")
_SPECIAL: Final = r"\\*_\[\]"
_TOKEN: Final = re.compile(
    rf"\\(?P<escaped>[{_SPECIAL}-])"
    r"|\[@(?P<cites>[^\s\]]+)\]"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<link>(?:https?://|mailto:)[^\s()]+)\)"
    r"|(?P<bold>\*\*)|(?P<italic>[*_])"
)
_ESCAPING: Final = re.compile(rf"[{_SPECIAL}]")
_WORD: Final = re.compile(r"\w")


def parse_body(body: str) -> tuple[Block, ...]:
    """Reads the body of a section; single line breaks are spaces, empty lines part paragraphs."""
    blocks: list[Block] = []
    lines: list[str] = []
    items: list[str] = []

    def close() -> None:
        if lines:
            blocks.append(Paragraph(parse_runs(" ".join(lines))))
        if items:
            blocks.append(Bullets(tuple(parse_runs(item) for item in items)))
        lines.clear()
        items.clear()

    for line in map(str.strip, body.splitlines()):
        bullet = _BULLET.fullmatch(line)
        if not line:
            close()
        elif bullet is not None:
            if lines:
                close()
            items.append(bullet[1])
        elif items:
            # A line below a bullet goes on with it.
            items[-1] += f" {line}"
        else:
            lines.append(line)
    close()
    return tuple(blocks)


def parse_runs(text: str) -> tuple[Run, ...]:
    """Reads running text; stars and underscores that pair with nothing are text."""
    pieces = _Pieces()
    place = 0
    for token in _TOKEN.finditer(text):
        pieces.add(text[place : token.start()])
        place = token.end()
        if token["escaped"]:
            pieces.add(token["escaped"])
        elif token["cites"]:
            pieces.add_run(Run(token["cites"], pieces.is_bold, pieces.is_italic, cites=token["cites"]))
        elif token["link"]:
            pieces.add_run(Run(token["words"], pieces.is_bold, pieces.is_italic, link=token["link"]))
        else:
            pieces.switch(token[0], text, token)
    pieces.add(text[place:])
    return tuple(pieces.runs)


def escape_markup(text: str) -> str:
    """Plain text so that it reads as itself in a body."""
    escaped = _ESCAPING.sub(r"\\\g<0>", " ".join(text.split()))
    return f"\\{escaped}" if escaped.startswith("- ") else escaped


@dataclass(slots=True)
class _Pieces:
    """Runs so far, and the style in which the text goes on."""

    runs: list[Run] = field(default_factory=list)
    is_bold: bool = False
    is_italic: bool = False

    def add(self, text: str) -> None:
        """Adds text in the style of the moment, to the last run where that has the same."""
        if not text:
            return
        last = self.runs[-1] if self.runs else None
        run = Run(text, self.is_bold, self.is_italic)
        if last is not None and (last.is_bold, last.is_italic, last.link, last.cites) == (
            run.is_bold,
            run.is_italic,
            "",
            "",
        ):
            self.runs[-1] = Run(last.text + text, run.is_bold, run.is_italic)
        else:
            self.runs.append(run)

    def add_run(self, run: Run) -> None:
        """Adds a link or a citation."""
        self.runs.append(run)

    def switch(self, marker: str, text: str, token: re.Match[str]) -> None:
        """Turns bold or italic on or off, where the marker pairs; else it is text."""
        is_on = self.is_bold if marker == "**" else self.is_italic
        if not (_closes(text, token.start()) if is_on else _opens(marker, text, token)):
            self.add(marker)
        elif marker == "**":
            self.is_bold = not self.is_bold
        else:
            self.is_italic = not self.is_italic


def _opens(marker: str, text: str, token: re.Match[str]) -> bool:
    """Whether a marker stands before a word, not inside one, and something further on closes it."""
    rest = text[token.end() :]
    if not rest or rest[0].isspace() or (token.start() > 0 and _WORD.match(text[token.start() - 1])):
        return False
    closing = re.search(rf"(?<=[^\s\\]){re.escape(marker)}(?!\w)", rest)
    return closing is not None


def _closes(text: str, place: int) -> bool:
    return place > 0 and not text[place - 1].isspace()
