"""Reads the numbers of a brief out of each format, by means that the program does not write with."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from docx import Document as WordDocument
from pptx import Presentation
from pptx.chart.plot import BarPlot
from typing_extensions import override

from tests.briefing.expected_numbers import MINUS, Numbers
from tests.briefing.tagged_pdf import structure_of
from tests.sure import sure

_LEANS = re.compile(rf"\b[Ll]eans? (?:for,? |against,? )?([+{MINUS}]\d+|evenly)")
_CELL = re.compile(r"(\d+|[?–])(?: \(?(\d+–\d+)\)?)?")
_WEIGHT = re.compile(r"(\d+) %")


class Reading:
    """What has been read so far; rows and columns are found by their names."""

    def __init__(self, criteria: Sequence[str]) -> None:
        self.criteria = list(criteria)
        self.numbers: Numbers = {}

    def order(self, letters: Sequence[str]) -> None:
        """Options stand in this order."""
        for place, first in enumerate(letters):
            self.numbers |= {("before", first, second): True for second in letters[place + 1 :]}

    def leaning(self, letter: str, text: str) -> None:
        """What the arguments come to, if the text says so; the first time counts."""
        said = _LEANS.search(text)
        if said is not None:
            self.numbers.setdefault(("leaning", letter), "0" if said[1] == "evenly" else said[1])

    def matrix(self, rows: Sequence[Sequence[str]]) -> None:
        """A table of criteria against options, under a row of letters and over a row of totals."""
        letters = [text.strip() for text in rows[0][1:]]
        for criterion, row in zip(self.criteria, rows[1:-1], strict=True):
            # Scripts that run from right to left stand in a PDF in another order; all else begins with the name.
            assert bare(row[0]).startswith(bare(criterion)) or not criterion[:6].isascii(), row[0]
            weight = _WEIGHT.search(row[0].replace(criterion, ""))
            assert weight is not None, row[0]
            self.numbers["weight", criterion] = weight[1]
            for letter, text in zip(letters, row[1:], strict=True):
                cell = _CELL.match(" ".join(text.split()))
                assert cell is not None, text
                self.numbers["score", letter, criterion] = (cell[1], cell[2] or "")
        for letter, text in zip(letters, rows[-1][1:], strict=True):
            self.numbers["matrix total", letter] = " ".join(text.split())

    def options(self, rows: Sequence[Sequence[str]]) -> None:
        """A table of options: letter and name, what the number rests on, "total 71"."""
        self.order([row[0].split()[0] for row in rows])
        for row in rows:
            letter = row[0].split()[0]
            self.numbers["total", letter] = row[-1].removeprefix("total ")
            self.leaning(letter, " ".join(row))

    def tables(self, found: Sequence[Sequence[Sequence[str]]], texts: str) -> None:
        """The tables of a document, known by their heads, and all its text."""
        for rows in found:
            if rows[0][0] == "Option":
                self.options(rows[1:])
            if rows[0][0] == "Criterion" and rows[0][1:2] == ["A"]:
                self.matrix(rows)
        if not any(key[0] == "total" for key in self.numbers):
            self.leaning("", texts)


def bare(text: str) -> str:
    """The letters alone, without where a line may break."""
    return re.sub(r"[\s\u200b]+", "", text)


def read(path: Path, criteria: Sequence[str]) -> Numbers:
    """The numbers that a brief says, by kind, option and row."""
    reading = Reading(criteria)
    {".pdf": _pdf, ".docx": _docx, ".pptx": _pptx, ".html": _html, ".md": _markdown, ".csv": _csv}[path.suffix](
        path, reading
    )
    return reading.numbers


def _pdf(path: Path, reading: Reading) -> None:
    root = structure_of(path)
    for table in root.all("Table"):
        rows = [[cell.text for cell in row.inside if not isinstance(cell, str)] for row in table.all("TR")]
        if rows[0][0].strip() == "Criterion" and len(rows[0]) > 2:
            reading.matrix(rows)
    document = root.all("Document")[0]
    part, said = "", {"": ""}
    for piece in document.inside:
        assert not isinstance(piece, str)
        if piece.kind == "H1":
            part = piece.text
        said[part] = f"{said.get(part, '')}{piece.text}\n"
    if "Options at a glance" not in said:
        reading.leaning("", root.text)
        return
    # A letter in bold before two spaces opens an option; its number stands beside its name.
    opening = re.compile(r"(?:^|\n)([A-Z])  ")
    glance = said["Options at a glance"]
    places = list(opening.finditer(glance))
    reading.order([place[1] for place in places])
    for place, following in zip(places, (*places[1:], None), strict=True):
        text = glance[place.end() : following.start() if following else len(glance)]
        number = re.search(r"(?m) total +(\S+)$", text)
        assert number is not None, text
        reading.numbers["total", place[1]] = number[1]
        reading.leaning(place[1], text)


def _docx(path: Path, reading: Reading) -> None:
    document = WordDocument(path)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    reading.tables(tables, "\n".join(paragraph.text for paragraph in document.paragraphs))


def _pptx(path: Path, reading: Reading) -> None:
    slides = list(Presentation(path).slides)
    matrix: list[list[str]] = []
    texts = []
    for slide in slides:
        notes = slide.notes_slide.notes_text_frame.text.split("\n") if slide.has_notes_slide else []
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if getattr(shape, "has_table", False) and shape.has_table:
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                if rows[0][0] == "Criterion":
                    matrix += rows if not matrix else rows[1:]
            if getattr(shape, "has_chart", False) and shape.has_chart:
                plot = shape.chart.plots[0]
                names = list(plot.categories)
                if not re.match(r"[A-Z]  ", names[0]) or shape.chart.value_axis.maximum_scale != 100:
                    continue
                reading.order([name[0] for name in names])
                for place, name in enumerate(names):
                    reading.numbers["total", name[0]] = _label_of(plot, place)
                    reading.leaning(name[0], next(line for line in notes if line.startswith(name[:3])))
    if matrix:
        reading.matrix(matrix)
    if not any(key[0] == "total" for key in reading.numbers):
        reading.leaning("", "\n".join(texts))


def _label_of(plot: BarPlot, place: int) -> str:
    """What stands at the end of a bar, and that the numbers behind it say the same."""
    ends = [series.values[place] for series in plot.series]
    assert all(value == round(value) for value in ends)
    shown = [int(value) for value in sorted(ends)]
    written: list[str] = plot.series[0]._element.xpath(f"c:dLbls/c:dLbl[c:idx/@val='{place}']//a:t/text()")
    if written:
        assert written == [f"{shown[0]}–{shown[-1]}"]
        return written[0]
    assert len(set(shown)) == 1
    return str(shown[0])


class _Tables(HTMLParser):
    """The texts of all cells, and of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[list[str]]] = []
        self.texts: list[str] = []
        self._inside = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in {"td", "th"}:
            self.found[-1][-1].append("")
            self._inside = True

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._inside = False

    @override
    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._inside:
            self.found[-1][-1][-1] += data


def _html(path: Path, reading: Reading) -> None:
    parser = _Tables()
    parser.feed(path.read_text(encoding="utf-8"))
    reading.tables(parser.found, "\n".join(parser.texts))


def _markdown(path: Path, reading: Reading) -> None:
    text = path.read_text(encoding="utf-8")
    tables = list(_pipe_tables(text))
    opening = re.compile(r"(?m)^- \*\*([A-Z])\*\* .* — total (\S+)$")
    places = list(opening.finditer(text))
    reading.order([place[1] for place in places])
    for place in places:
        reading.numbers["total", place[1]] = place[2]
        reading.leaning(place[1], re.split(r"(?m)^(?:- |## )", text[place.end() :])[0])
    reading.tables(tables, text)


def _pipe_tables(text: str) -> Iterator[list[list[str]]]:
    for block in re.findall(r"(?m)(?:^\|.*\|\n)+", text):
        rows = [
            [cell.strip().replace("\\", "") for cell in line.strip("|").split(" | ")] for line in block.splitlines()
        ]
        yield [row for row in rows if set(row) != {"---"}]


def _csv(path: Path, reading: Reading) -> None:
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    options = [row for row in rows if row["kind"] == "option"]
    reading.order([row["text"][0] for row in options])
    for row in options:
        low, likely, high = row["least"], row["likely"], row["most"]
        assert row["measure"] == "total"
        reading.numbers["total", row["text"][0]] = likely or f"{low}–{high}"
        assert likely in {"", low}
        reading.leaning(row["text"][0], row["details"])
    for row in rows:
        if row["kind"] == "criterion" and row["weight"]:
            reading.numbers["weight", row["text"]] = str(int(row["weight"]))
        if row["kind"] == "score":
            letter, _, criterion = row["text"].partition(" on ")
            absent = {"not known": "?", "not scored": "–"}.get(row["details"], "")
            spread = f"{int(row['low'])}–{int(row['high'])}" if row["low"] != row["high"] else ""
            reading.numbers["score", letter, criterion] = (row["likely"] or absent, spread)
    if not options:
        reading.leaning("", "\n".join(row["text"] for row in rows))


# --- bars ------------------------------------------------------------------------------------------------

Bars = dict[str, list[tuple[str, str]]]
_NUMBER = re.compile(rf"[+{MINUS}]?\d+")


def read_bars(path: Path) -> Bars:
    """The bars of each chart by its title: label and number, as they are written."""
    readers = {
        ".pdf": _pdf_bars, ".docx": _docx_bars, ".pptx": _pptx_bars,
        ".html": _html_bars, ".md": _markdown_bars, ".csv": _csv_bars,
    }  # fmt: skip
    return readers[path.suffix](path)


def _pdf_bars(path: Path) -> Bars:
    found: Bars = {}
    for figure in structure_of(path).all("Figure"):
        pieces = [piece for piece in figure.inside if isinstance(piece, str)]
        label: list[str] = []
        bars: list[tuple[str, str]] = []
        for piece in pieces[1:]:
            if _NUMBER.fullmatch(piece.strip()):
                bars.append((" ".join(label), piece.strip()))
                label = []
            else:
                label.append(piece.strip())
        found.setdefault(pieces[0] if pieces else "", bars)
    return found


def _docx_bars(path: Path) -> Bars:
    found: Bars = {}
    title = ""
    for block in WordDocument(path).iter_inner_content():
        if hasattr(block, "rows"):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            if rows[0] == ["What", "Number"]:
                found[title] = [(label, number) for label, number in rows[1:]]
        else:
            title = block.text
    return found


def _pptx_bars(path: Path) -> Bars:
    found: Bars = {}
    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if not getattr(shape, "has_chart", False) or not shape.has_chart:
                continue
            plot = shape.chart.plots[0]
            series = plot.series[0]
            (code,) = series._element.xpath("c:val//c:formatCode/text()")
            assert all(value == round(value) for value in series.values)
            written = [f"{int(value):+d}" if value and "+" in code else str(int(value)) for value in series.values]
            said = [text.replace("-", MINUS) for text in written]
            labels = [name.strip("\u200b") for name in plot.categories]
            found[series.name.strip("\u200b")] = list(zip(labels, said, strict=True))
    return found


def _html_bars(path: Path) -> Bars:
    found: Bars = {}
    page = path.read_text(encoding="utf-8")
    for block in re.findall(r'<table class="chart".*?</table>', page, re.DOTALL):
        parser = _Tables()
        parser.feed(block)
        title = re.search(r"<caption>(.*?)</caption>", block)
        found[unescape(sure(title)[1])] = [(row[0], row[-1]) for row in parser.found[0]]
    return found


def _markdown_bars(path: Path) -> Bars:
    found: Bars = {}
    text = path.read_text(encoding="utf-8").replace("\\", "")
    for title, block in re.findall(r"(?m)^\*\*(.+)\*\*\n\n((?:- .*\n)+)", text):
        found[title] = [tuple(line[2:].rsplit(": ", 1)) for line in block.splitlines()]
    return found


def _csv_bars(path: Path) -> Bars:
    found: Bars = {}
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
        if row["kind"] == "bar":
            found.setdefault(row["measure"], []).append((row["text"].removeprefix("'"), row["likely"]))
    return found
