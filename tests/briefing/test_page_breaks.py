"""Where pages end: no heading stands alone at a foot, whatever the length of what precedes it."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.briefing.content.compose import compose
from desktop_app.edits import sections
from desktop_app.model.reads import sections as read_sections
from desktop_app.weighing.results import weigh
from tests.briefing.papers import export_pdf
from tests.sample_maps import seminar

HEADINGS = ("Pros and cons", "Context and background", "Notes and open points", "The map in words", "Sources", "Method")


@pytest.mark.parametrize("lines", range(0, 54, 3))
def test_no_heading_is_the_last_thing_on_a_page(lines: int, tmp_path: Path) -> None:
    document, map_id = seminar()
    filler = sections.add_section(document, map_id, "Filler", body="\n\n".join(["One line of text."] * (lines + 1)))
    first = read_sections(document, map_id)[0]
    sections.move_section(document, filler.id, beside=first.id, before=True)
    path = tmp_path / "brief.pdf"
    export_pdf(compose(document, map_id, weigh(document, map_id), draw=False), path)
    for page in PdfReader(path).pages:
        *body, last, _ = [line for line in page.extract_text().splitlines() if line.strip()]
        assert body
        assert not last.startswith((*HEADINGS, "+ For", "− Against", "Leans"))
