"""Reads pages back that were painted to a PDF: every letter with its place, its type size and its font.

Two readers that share nothing: poppler (`pdftotext -bbox`), where it is installed, and one that walks the PDF's own
text operators by pypdf. A pixel of the screen is a point of the paper, so places are pixels from the upper left.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QRawFont

from desktop_app.base.resources import resource
from tests.ui.audience import Hall, Projector

# Ink above and below the line in ems: capitals and descenders. Fonts claim far more (Noto Sans Arabic 1.4 and 0.7), and
# what they claim overlaps from line to line in any well set text.
ABOVE, BELOW = 0.73, 0.2
# Between letters of one word there is no more than this, in ems; between words of Qt's there is a space besides.
GAP = 0.12


@dataclass(frozen=True, slots=True)
class Letter:
    """One glyph: what it says, where it begins and ends on its line, how large it is set, in which font."""

    text: str
    left: float
    right: float
    baseline: float
    px: float
    font: str


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap between them, with the room that their ink takes at most."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """A page read back.

    Attributes:
        letters: in the order in which they were painted.
        seen_by_poppler: its words; None where it is not installed.
    """

    letters: tuple[Letter, ...]
    seen_by_poppler: tuple[Word, ...] | None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Letters put together by their places alone."""
        lines: dict[float, list[Letter]] = {}
        for letter in self.letters:
            if not unicodedata.category(letter.text[0]).startswith("M"):
                lines.setdefault(round(letter.baseline, 1), []).append(letter)
        return tuple(word for line in lines.values() for word in _words(sorted(line, key=lambda each: each.left)))

    @cached_property
    def boxes(self) -> tuple[Word, ...]:
        """Each letter that has ink of its own, in the order of painting; spaces and marks above or below are none."""
        plain = (letter for letter in self.letters if unicodedata.category(letter.text[0])[0] in "LNPS")
        return tuple(_word([letter]) for letter in plain)

    @cached_property
    def painted(self) -> str:
        """All letters in the order in which they were painted, folded, without spaces."""
        return "".join(fold(letter.text) for letter in self.letters)

    def place_of(self, words: str) -> Letter | None:
        """The first letter of some words painted one after the other; None where they are not."""
        return self.place_of_folded(fold(words))

    def place_of_folded(self, words: str) -> Letter | None:
        """Likewise, of words that are folded already."""
        at = self.painted.find(words)
        if at < 0 or not words:
            return None
        for letter in self.letters:
            at -= len(fold(letter.text))
            if at < 0:
                return letter
        return None


def print_pages(projector: Projector, pages: Iterable[Any], hall: Hall, folder: Path) -> Path:
    """Paints pages to a PDF of the screen's size."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(hall.width, hall.height), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with QPainter(writer) as painter:
        for number, page in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            projector.paint(painter, page)
            painter.restore()
    made = folder / "pages.pdf"
    made.write_bytes(bytes(buffer.data().data()))
    return made


def read_pages(path: Path) -> list[Paper]:
    """Reads a PDF that Qt made."""
    by_poppler = _by_poppler(path)
    reader = PdfReader(path)
    found = []
    for number, page in enumerate(reader.pages):
        seen = None if by_poppler is None else by_poppler[number]
        found.append(Paper(tuple(_letters(page)), seen))
    return found


# Radicals that a Chinese face draws with the glyph of the sign itself; Unicode holds them to be other letters.
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "母民虎西见角车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟"
)


def has_poppler() -> bool:
    """Whether there is a reader that is not ours."""
    return shutil.which("pdftotext") is not None


@cache
def fold(text: str) -> str:
    """A text as a PDF may give it back: letters and digits alone, composed alike, and letters of one glyph are one.

    Qt writes beside each glyph one of the letters it stands for, which need not be the one that was typed; beside a
    sign that the face sets otherwise among capitals ("+ For") it writes nothing. Vowel signs and tones of Thai and
    Devanagari are left out, because they come back in another order.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_RADICALS)
    return "".join(_same_look(letter) for letter in plain if unicodedata.category(letter)[0] in "LN")


@cache
def _same_look(letter: str) -> str:
    if letter.isascii():
        return letter
    # Glyphs of the interface's face beyond Unicode, so that none is taken for a letter.
    glyph = _raw_font("SteelyardSans-Regular").glyphIndexesForString(letter)[0]
    for ascii_letter in _ascii_glyphs().get(glyph, ()):
        return ascii_letter
    return chr(0xF0000 + glyph) if glyph else letter


@cache
def _ascii_glyphs() -> dict[int, str]:
    font = _raw_font("SteelyardSans-Regular")
    return {font.glyphIndexesForString(chr(code))[0]: chr(code) for code in range(0x21, 0x7F)}


@cache
def _raw_font(name: str) -> QRawFont:
    (path,) = resource("fonts").glob(f"{name}.[ot]tf")
    return QRawFont(str(path), 1000.0)


@cache
def x_height(font: str) -> float:
    """The x-height of a font of a PDF in ems.

    Of the interface's faces, what their own files say (OS/2 `sxHeight`); of a script that has no such height, that of
    the interface's upright: the floor sets the em.
    """
    face = font if font.startswith("SteelyardSans") else "SteelyardSans-Regular"
    (path,) = resource("fonts").glob(f"{face}.[ot]tf")
    data = path.read_bytes()
    count = int.from_bytes(data[4:6], "big")
    tables = {data[at : at + 4]: int.from_bytes(data[at + 8 : at + 12], "big") for at in range(12, 12 + 16 * count, 16)}
    head, os2 = tables[b"head"], tables[b"OS/2"]
    units = int.from_bytes(data[head + 18 : head + 20], "big")
    return int.from_bytes(data[os2 + 86 : os2 + 88], "big", signed=True) / units


# --- by the PDF's own operators ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Face:
    name: str
    texts: dict[int, str]
    widths: dict[int, float]
    usual: float


Matrix = tuple[float, float, float, float, float, float]
_NO_CHANGE: Matrix = (1, 0, 0, 1, 0, 0)
_TOKEN = re.compile(r"/[^\s/<>\[\]()]+|<[0-9A-Fa-f]*>|[-+.\d]+|[A-Za-z'\"][A-Za-z0-9*'\"]*|[\[\](]")
# Other ways to set type, and pictures amid the text: Qt uses none of them.
_NOT_OF_QT = frozenset({"TJ", "T", "T*", "'", '"', "Tz", "Tc", "Tw", "Ts", "TL", "TD", "BI"})


def _letters(page: Any) -> Iterator[Letter]:
    faces = {f"/{str(name).lstrip('/')}": _face(font.get_object()) for name, font in _fonts(page)}
    tall = float(page.mediabox.height)
    matrix, text_matrix, kept = _NO_CHANGE, _NO_CHANGE, list[Matrix]()
    face, size = _Face("", {}, {}, 0), 0.0
    for operator, operands in _operations(page):
        if operator == "q":
            kept.append(matrix)
        elif operator == "Q":
            matrix = kept.pop()
        elif operator == "cm":
            matrix = _times(_matrix(operands), matrix)
        elif operator == "Tf":
            face, size = faces[operands[0]], float(operands[1])
        elif operator == "Tm":
            text_matrix = _matrix(operands)
        elif operator == "Td":
            text_matrix = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), text_matrix)
        elif operator == "Tj":
            yield from _shown(bytes.fromhex(operands[0][1:-1]), face, size, _times(text_matrix, matrix), tall)
        else:
            assert operator not in _NOT_OF_QT, operator


def _fonts(page: Any) -> Iterable[tuple[Any, Any]]:
    found: Iterable[tuple[Any, Any]] = page["/Resources"].get("/Font", {}).items()
    return found


def _operations(page: Any) -> Iterator[tuple[str, list[str]]]:
    """The operators of a page with what stands before each; Qt writes texts as hexadecimal numbers only."""
    content = page.get_contents()
    operands: list[str] = []
    for token in _TOKEN.findall("" if content is None else content.get_data().decode("latin-1")):
        assert token[0] != "(", token
        if token[0].isalpha() or token[0] in "'\"":
            yield token, operands
            operands = []
        else:
            operands.append(token)


def _shown(codes: bytes, face: _Face, size: float, matrix: Matrix, tall: float) -> Iterator[Letter]:
    scale = abs(matrix[0])
    left = matrix[4]
    for at in range(0, len(codes), 2):
        code = int.from_bytes(codes[at : at + 2], "big")
        right = left + face.widths.get(code, face.usual) / 1000 * size * scale
        yield Letter(face.texts.get(code, "\N{REPLACEMENT CHARACTER}"), left, right, tall - matrix[5],
                     size * abs(matrix[3]), face.name)  # fmt: skip
        left = right


def _matrix(operands: Sequence[str]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    assert b == c == 0, "text stands upright"
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    return (
        first[0] * second[0], 0, 0, first[3] * second[3],
        first[4] * second[0] + second[4], first[5] * second[3] + second[5],
    )  # fmt: skip


def _face(font: Any) -> _Face:
    below = font["/DescendantFonts"][0].get_object()
    name = str(font["/BaseFont"]).lstrip("/").split("+")[-1]
    widths: dict[int, float] = {}
    given = list(below.get("/W", []))
    while given:
        first, second, *rest = (entry.get_object() for entry in given)
        if isinstance(second, list):
            widths.update({int(first) + number: float(width) for number, width in enumerate(second)})
            given = given[2:]
        else:
            widths.update(dict.fromkeys(range(int(first), int(second) + 1), float(rest[0])))
            given = given[3:]
    return _Face(name, _texts(font["/ToUnicode"].get_data().decode("ascii")), widths, float(below.get("/DW", 1000)))


def _texts(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, target in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<\w+>)", block):
            start, texts = int(first, 16), re.findall(r"<(\w+)>", target)
            for code in range(start, int(last, 16) + 1):
                given = texts[code - start] if target.startswith("[") else texts[0]
                text = bytes.fromhex(given).decode("utf-16-be", "replace")
                if not target.startswith("["):
                    text = text[:-1] + chr(ord(text[-1]) + code - start)
                found[code] = text
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code_text, target in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code_text, 16)] = bytes.fromhex(target).decode("utf-16-be", "replace")
    return found


def _words(line: list[Letter]) -> Iterator[Word]:
    """Words from the letters of one baseline, left to right."""
    current: list[Letter] = []
    for letter in line:
        is_space = not letter.text.strip("\x00 \t\N{NO-BREAK SPACE}")
        if current and (is_space or letter.left - current[-1].right > GAP * letter.px):
            yield _word(current)
            current = []
        if not is_space:
            current.append(letter)
    if current:
        yield _word(current)


def _word(letters: list[Letter]) -> Word:
    px, baseline = max(letter.px for letter in letters), letters[0].baseline
    return Word(
        "".join(letter.text for letter in letters),
        letters[0].left,
        baseline - ABOVE * px,
        max(letter.right for letter in letters),
        baseline + BELOW * px,
    )


# --- by poppler ----------------------------------------------------------------------------------------------------

_POPPLER_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def _by_poppler(path: Path) -> list[tuple[Word, ...]] | None:
    if not has_poppler():
        return None
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", str(path), "-"]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    found = []
    for page in read.split("<page ")[1:]:
        words = []
        for left, top, right, bottom, text in _POPPLER_WORD.findall(page):
            tall = float(bottom) - float(top)
            # The box is the font's own ascent and descent (Inter: 1.21 em, the line at four fifths of it). Its middle
            # from the height of small letters to the line is what is surely ink, whatever the font.
            words.append(
                Word(unescape(text), float(left), float(top) + 0.4 * tall, float(right), float(top) + 0.8 * tall)
            )
        found.append(tuple(words))
    return found
