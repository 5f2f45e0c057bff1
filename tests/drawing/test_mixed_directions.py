"""Arabic and Hebrew with digits, brackets and Latin words stand in Unicode's order, wherever text is painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import qt_font
from desktop_app.drawing.measure import wrap
from desktop_app.drawing.paint import paint_shapes
from desktop_app.drawing.palette import Role, palette
from desktop_app.drawing.shapes import Text
from tests.bidi_oracle import MIXED, ink, likeness, painted, pieces

LEAST = 0.85  # the other order comes to 0.4 … 0.77


def _line(text: str) -> QImage:
    image = QImage(600, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shapes(painter, (Text(20, 40, text, tokens.CLAIM, Role.INK),), palette("light"))
    return image


@pytest.mark.parametrize("text", MIXED)
def test_a_line_of_a_card(qapp: QApplication, text: str) -> None:
    font = qt_font(tokens.CLAIM)
    assert likeness(ink(_line(text)), painted(pieces(text), font)) > LEAST


def test_each_line_of_a_card_keeps_the_direction_of_its_paragraph(qapp: QApplication) -> None:
    text = "تكلفتها العالية تمنع التوسع المخطط له ولا تسمح EUR 1,200,000 (NATO) بأي استثناء في هذا العام"
    for width in range(120, 300, 12):
        for line in wrap(text, tokens.CLAIM, width):
            shown = painted(pieces(line.strip("\u200f"), "R"), qt_font(tokens.CLAIM))
            assert likeness(ink(_line(line)), shown) > LEAST, line


def test_a_line_of_an_english_paragraph_that_begins_in_arabic_runs_to_the_right(qapp: QApplication) -> None:
    text = "The word that they use for it is ضرائب (taxes) is 30% of it and so on"
    seen = False
    for width in range(120, 300, 12):
        for line in wrap(text, tokens.CLAIM, width):
            seen = seen or line.strip("\u200e").startswith("ضرائب")
            shown = painted(pieces(line.strip("\u200e"), "L"), qt_font(tokens.CLAIM))
            assert likeness(ink(_line(line)), shown) > LEAST, line
    assert seen
