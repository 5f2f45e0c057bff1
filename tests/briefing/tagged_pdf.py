"""Reads a tagged PDF as a screen reader does: its structure tree, with the text that each element marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, PdfObject, StreamObject, TextStringObject

from tests.sure import sure


@dataclass
class Element:
    """An element of the structure: its kind ("H1", "TD"), and what is in it in reading order."""

    kind: str
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it; pieces are set apart by a space."""
        return " ".join(piece if isinstance(piece, str) else piece.text for piece in self.inside)

    def walk(self) -> Iterator["Element"]:
        """It and everything below it, in reading order."""
        yield self
        for piece in self.inside:
            if isinstance(piece, Element):
                yield from piece.walk()

    def all(self, kind: str) -> list["Element"]:
        """The elements of a kind below it."""
        return [item for item in self.walk() if item.kind == kind]


def dictionary(found: PdfObject | None) -> DictionaryObject:
    """An object of a PDF that is a dictionary."""
    assert isinstance(found, DictionaryObject)
    return found


def root_of(reader: PdfReader) -> DictionaryObject:
    """The dictionary in which everything of a PDF begins."""
    return dictionary(reader.trailer["/Root"])


def structure_of(path: Path) -> Element:
    """The whole document."""
    reader = PdfReader(path)
    texts = {sure(page.indirect_reference).idnum: _texts(page, reader) for page in reader.pages}
    top = dictionary(root_of(reader)["/StructTreeRoot"])
    root = Element("Root")
    _fill(root, top, None, texts)
    return root


def _fill(element: Element, node: DictionaryObject, page: int | None, texts: dict[int, dict[int, str]]) -> None:
    inside = node.get("/K")
    for raw in inside if isinstance(inside, list) else [] if inside is None else [inside]:
        piece = raw.get_object()
        if isinstance(piece, int):
            element.inside.append(texts[sure(page)].get(int(piece), ""))
        elif "/MCID" in piece:
            at = piece.raw_get("/Pg").idnum if "/Pg" in piece else page
            element.inside.append(texts[sure(at)].get(int(piece["/MCID"]), ""))
        elif "/S" in piece:
            below = Element(str(piece["/S"])[1:])
            at = piece.raw_get("/Pg").idnum if "/Pg" in piece else page
            _fill(below, piece, at, texts)
            element.inside.append(below)


def _texts(page: PageObject, reader: PdfReader) -> dict[int, str]:
    """The text of each marked piece of a page."""
    maps = {name: _unicode(font.get_object()) for name, font in dictionary(page["/Resources"]).get("/Font", {}).items()}
    found: dict[int, str] = {}
    marked: list[int | None] = []
    replaced: list[bool] = []
    font: dict[bytes, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            given = operands[1] if operator == b"BDC" and isinstance(operands[1], DictionaryObject) else {}
            marked.append(int(given["/MCID"]) if "/MCID" in given else marked[-1] if marked else None)
            replaced.append("/ActualText" in given or bool(replaced and replaced[-1]))
            if "/ActualText" in given and marked[-1] is not None:
                found[marked[-1]] = found.get(marked[-1], "") + str(given["/ActualText"])
        elif operator == b"EMC":
            marked.pop()
            replaced.pop()
        elif operator == b"Tf":
            font = maps[operands[0]]
        elif operator in {b"Tj", b"TJ"} and marked and marked[-1] is not None and not replaced[-1]:
            shown = operands[0] if operator == b"TJ" else operands
            said = "".join(_decoded(item, font) for item in shown if not isinstance(item, int | float))
            found[marked[-1]] = found.get(marked[-1], "") + said
    return found


def _decoded(shown: bytes | TextStringObject, font: dict[bytes, str]) -> str:
    raw = shown if isinstance(shown, bytes) else shown.original_bytes
    return "".join(font.get(raw[start : start + 2], "") for start in range(0, len(raw), 2))


def _unicode(font: DictionaryObject) -> dict[bytes, str]:
    """What the two-byte codes of a font mean, from the map it carries along."""
    if "/ToUnicode" not in font:
        return {}
    given = font["/ToUnicode"]
    assert isinstance(given, StreamObject)
    program = given.get_data().decode("latin-1")
    found: dict[bytes, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", program, re.DOTALL):
        for code, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", program, re.DOTALL):
        for first, last, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start, text = int(first, 16), bytes.fromhex(meant).decode("utf-16-be")
            for step in range(int(last, 16) - start + 1):
                found[(start + step).to_bytes(2, "big")] = text[:-1] + chr(ord(text[-1]) + step)
    return found
