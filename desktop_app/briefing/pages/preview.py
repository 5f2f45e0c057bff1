"""The pages of a brief as pictures, from the same input as the PDF and by the same engine; nothing is written."""

import json
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.briefing.content.clean import Cleaner
from desktop_app.briefing.content.logo import PNG_SIGNATURE
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.formats import Cancelled, Progress, never, silent
from desktop_app.briefing.pages.payload import payload
from desktop_app.briefing.pages.pdf import read_report, run_worker, write_job
from desktop_app.drawing.fonts import has_glyph

# Says where each heading came to stand: its words, its page from 1, how far down in points. It prints nothing.
_WHERE: Final = """
#let plain_text(it) = {
  if it.has("text") { it.text } else if it.has("children") { it.children.map(plain_text).join("") }
  else if it.has("body") { plain_text(it.body) } else { " " }
}
#context [#metadata(query(heading).map(it => {
  let at = it.location().position()
  (plain_text(it.body), at.page, at.y.pt())
})) <headings>]
"""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page.

    Attributes:
        png: the picture.
        width_px: of it.
        height_px: of it.
    """

    png: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """Where a heading stands.

    Attributes:
        words: of the heading.
        page: counted from 0.
        down_px: from the top of the page's picture.
    """

    words: str
    page: int
    down_px: float


@dataclass(frozen=True, slots=True)
class Preview:
    """All pages of a brief."""

    pages: tuple[PagePicture, ...]
    headings: tuple[HeadingPlace, ...]


def draw_pages(
    content: BriefContent, pixels_per_inch: int, *, cancelled: Cancelled = never, progress: Progress = silent
) -> Preview:
    """Draws the pages that an export as PDF would write.

    Args:
        content: of the brief, composed with its map drawn.
        pixels_per_inch: how fine.
        cancelled: asked many times a second; True stops it.
        progress: told a share 0…1 and what is being done.

    Raises:
        ExportCancelledError: it was stopped.
        TypesettingError: the document cannot be made.
    """
    cleaned = Cleaner(has_glyph).everything(payload(content))
    assert isinstance(cleaned, dict)
    with tempfile.TemporaryDirectory(prefix="steelyard-pages-", ignore_cleanup_errors=True) as folder:
        root = Path(folder).resolve()
        write_job(root, cleaned, logo=content.logo, pixels_per_inch=pixels_per_inch)
        with (root / "main.typ").open("a", encoding="utf-8") as template:
            template.write(_WHERE)
        run_worker(root, cancelled, progress)
        read_report(root)
        report = json.loads((root / "report.json").read_text(encoding="utf-8"))
        count = len(list(root.glob("page-*.png")))
        pages = tuple(_picture((root / f"page-{number}.png").read_bytes()) for number in range(count))
    headings = (
        HeadingPlace(str(words), int(page) - 1, float(down) * pixels_per_inch / 72)
        for words, page, down in report["headings"]
    )
    return Preview(pages, tuple(headings))


def _picture(png: bytes) -> PagePicture:
    assert png.startswith(PNG_SIGNATURE)
    width, height = struct.unpack(">II", png[16:24])
    return PagePicture(png, width, height)
