"""Maps as SVG and PNG."""

from contextlib import suppress
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desktop_app.drawing import png as png_module
from desktop_app.drawing.display import DisplayList, display_list
from desktop_app.drawing.palette import Role, palette
from desktop_app.drawing.png import png
from desktop_app.drawing.svg import svg
from desktop_app.edits import cards, maps
from desktop_app.model.errors import RuleError
from desktop_app.weighing.results import weigh
from tests.sample_maps import empty, seminar

SVG = "{http://www.w3.org/2000/svg}"


def drawn_seminar() -> DisplayList:
    document, map_id = seminar()
    return display_list(document, map_id, weigh(document, map_id))


def test_an_svg_holds_real_text_and_a_title_for_every_card() -> None:
    root = ET.fromstring(svg(drawn_seminar(), palette("light")))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "+ PRO" in texts
    assert "and with what" in texts
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles[0] == "Security guarantees"
    assert "Con: Ratification can fail or take years in several parliaments" in titles


def test_the_same_map_gives_the_same_svg() -> None:
    assert svg(drawn_seminar(), palette("dark")) == svg(drawn_seminar(), palette("dark"))


def test_an_svg_names_nothing_outside_itself() -> None:
    text = svg(drawn_seminar(), palette("light"))
    assert "href" not in text
    assert "<script" not in text


@given(st.text(min_size=1, max_size=40))
def test_any_text_gives_well_formed_svg(text: str) -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    with suppress(RuleError):  # what the model refuses never comes to be drawn
        cards.add_claim(document, map_id, text)
    ET.fromstring(svg(display_list(document, map_id), palette("light")))


def test_text_from_right_to_left_starts_at_the_right() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    cards.add_claim(document, map_id, "مرحبا بالعالم")
    root = ET.fromstring(svg(display_list(document, map_id), palette("light")))
    line = next(element for element in root.iter(f"{SVG}text") if element.get("direction") == "rtl")
    assert line.get("text-anchor") is None
    assert float(line.attrib["x"]) > 200


def test_a_png_has_two_pixels_a_unit_and_the_ground_of_its_palette() -> None:
    drawn = drawn_seminar()
    picture = png(drawn, palette("dark"))
    image = QImage.fromData(picture.data)
    assert (image.width(), image.height()) == (picture.width_px, picture.height_px)
    assert picture.width_px == round(drawn.width * 2)
    assert not picture.is_reduced
    assert image.pixelColor(2, 2) == QColor(palette("dark")[Role.PAPER])


def test_a_large_map_is_reduced_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png_module, "LARGEST_SIDE_PX", 500)
    picture = png(drawn_seminar(), palette("light"))
    assert max(picture.width_px, picture.height_px) == 500
    assert picture.is_reduced


def test_an_empty_drawing_is_still_a_picture() -> None:
    assert png(DisplayList("", 0, 0, (), ()), palette("light")).data.startswith(b"\x89PNG")
