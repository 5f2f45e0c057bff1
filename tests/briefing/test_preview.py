"""Pages as pictures: as many as the PDF has, of the wanted fineness, with where headings stand; stopped when asked."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.logo import PNG_SIGNATURE
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.briefing.pages.preview import Preview, draw_pages
from desktop_app.weighing.results import weigh
from tests.briefing.papers import export_pdf
from tests.sample_maps import seminar


@pytest.fixture(scope="module")
def content() -> BriefContent:
    document, map_id = seminar()
    return compose(document, map_id, weigh(document, map_id))


@pytest.fixture(scope="module")
def preview(content: BriefContent) -> Preview:
    return draw_pages(content, 72)


def test_there_are_as_many_pages_as_in_the_pdf(content: BriefContent, preview: Preview, tmp_path: Path) -> None:
    export_pdf(content, tmp_path / "brief.pdf")
    pages = PdfReader(tmp_path / "brief.pdf").pages
    assert len(preview.pages) == len(pages)
    for picture, page in zip(preview.pages, pages, strict=True):
        assert picture.png.startswith(PNG_SIGNATURE)
        # At 72 pixels an inch a pixel is a point.
        assert picture.width_px == pytest.approx(float(page.mediabox.width), abs=1.5)
        assert picture.height_px == pytest.approx(float(page.mediabox.height), abs=1.5)


def test_every_heading_is_found_on_its_page_from_top_to_bottom(preview: Preview) -> None:
    assert preview.headings
    places = [(heading.page, heading.down_px) for heading in preview.headings]
    assert places == sorted(places)
    for heading in preview.headings:
        assert heading.words
        assert 0 <= heading.page < len(preview.pages)
        assert 0 < heading.down_px < preview.pages[heading.page].height_px


def test_finer_pages_have_more_pixels_and_headings_move_along(content: BriefContent, preview: Preview) -> None:
    fine = draw_pages(content, 144)
    assert fine.pages[0].width_px == pytest.approx(2 * preview.pages[0].width_px, abs=2)
    assert fine.headings[0].down_px == pytest.approx(2 * preview.headings[0].down_px)


def test_drawing_stops_when_nobody_wants_it_any_more(content: BriefContent) -> None:
    with pytest.raises(ExportCancelledError):
        draw_pages(content, 72, cancelled=lambda: True)
