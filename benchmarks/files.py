"""Opening a workbook, against reading the same rows with nothing but SQLite; breaking lines, against Qt."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextLayout, QTextOption

from benchmarks.maps import Sample
from benchmarks.measuring import Effort, Result, best, cpu_ms
from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import qt_font
from desktop_app.drawing.measure import wrap
from desktop_app.model.records import Card
from desktop_app.model.tables import TABLES
from desktop_app.session import Session

OPEN_LIMIT: Final = 40.0
MEASURE_LIMIT: Final = 0.2
_MOST_TEXTS: Final = 2_000


def measure_opening(sample: Sample, effort: Effort) -> Iterator[Result]:
    """Measures opening a sample: every check, every record, nothing on screen."""

    def open_and_close() -> None:
        Session.open(sample.path).close()

    def select() -> None:
        connection = sqlite3.connect(sample.path)
        for table in TABLES:
            connection.execute(f"SELECT * FROM {table.name}").fetchall()  # noqa: S608  # from our own list
        connection.close()

    ratio, cost = best(
        effort.rounds, OPEN_LIMIT, lambda: (cpu_ms(open_and_close, effort.runs), cpu_ms(select, max(3, effort.runs)))
    )
    yield Result("open", sample.cards, ratio, OPEN_LIMIT, "a raw SELECT of the same rows", cost)


def measure_text(sample: Sample, effort: Effort) -> Iterator[Result]:
    """Measures how long the lines of a sample's cards take to break, words known."""
    with Session.open(sample.path, read_only=True) as session:
        texts = [card.text for card in session.document.all(Card)][:_MOST_TEXTS]
    width = tokens.CLAIM_WIDTH - tokens.PADDING - tokens.PADDING_END
    font = qt_font(tokens.CLAIM)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def ours() -> None:
        for text in texts:
            wrap(text, tokens.CLAIM, width)

    def theirs() -> None:
        for text in texts:
            layout = QTextLayout(text, font)
            layout.setTextOption(option)
            layout.beginLayout()
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(width)
                line = layout.createLine()
            layout.endLayout()

    runs = max(3, effort.runs)
    ratio, cost = best(effort.rounds, MEASURE_LIMIT, lambda: (cpu_ms(ours, runs), cpu_ms(theirs, runs)))
    yield Result("measure", sample.cards, ratio, MEASURE_LIMIT, "QTextLayout on the same texts", cost)
