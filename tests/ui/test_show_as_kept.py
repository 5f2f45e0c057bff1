"""Every page that a room sees of the map with everything, kept as a small picture of `show` beside this one."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop_app.drawing.palette import palette
from desktop_app.ui.pages.present.marks import Screen
from desktop_app.ui.pages.present.pages import lay_out
from desktop_app.ui.pages.present.painting import paint_page
from desktop_app.viewmodels.present.steps import steps
from desktop_app.weighing.results import weigh
from tests.full_map import crossing
from tests.ui.kept_pictures import assert_looks_kept

KEPT = Path(__file__).parent / "show"
SCREENS = {"wide": Screen(1280, 720, 8), "near": Screen(1024, 768, 4)}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("numbers", [False, True])
def test_a_page_of_the_show_looks_as_it_did(screen: str, *, numbers: bool) -> None:
    document, map_id = crossing()
    pages = [
        page
        for step in steps(document, map_id, weigh(document, map_id))
        if step.is_last
        for page in lay_out(step, SCREENS[screen], numbers=numbers)
    ]
    width, height = int(SCREENS[screen].width), int(SCREENS[screen].height)
    # Beside each other, so that one picture shows a whole show.
    image = QImage(width * 4, height * ((len(pages) + 3) // 4), QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        for place, page in enumerate(pages):
            painter.save()
            painter.translate(place % 4 * width, place // 4 * height)
            painter.setClipRect(0, 0, width, height)
            paint_page(painter, page, palette("projector"))
            painter.restore()
    assert_looks_kept(KEPT / f"{screen}, {'numbers' if numbers else 'no numbers'}.png", image)
