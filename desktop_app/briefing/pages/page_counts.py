"""How many pages a map will take on paper in each form, said before anything is printed."""

from dataclasses import dataclass

from desktop_app.briefing.content.map_on_paper.cutting import map_sheets
from desktop_app.briefing.content.numbering import outline_numbers
from desktop_app.briefing.content.presets import MapForm
from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Paper
from desktop_app.model.tree import places
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import text


@dataclass(frozen=True, slots=True)
class MapPages:
    """Pages of the drawing alone, without the map in words; 0 where the map cannot be drawn in that form."""

    pages: int
    is_overview: bool

    @property
    def sentence(self) -> str:
        """The same in words."""
        if self.pages == 0:
            return text("pages.too_large")
        is_overview = self.is_overview and self.pages > 1
        return text("pages.with_overview" if is_overview else "pages", count=self.pages)


def map_pages(records: Records, map_id: MapId, results: Results | None, paper: Paper, form: MapForm) -> MapPages:
    """Lays the map out for paper and counts; a second for a map of a thousand cards.

    Args:
        records: the workbook.
        map_id: the map.
        results: what it adds up to, as it changes the size of cards; None for no numbers.
        paper: of the brief.
        form: how it is put on pages.
    """
    placed = places(records, map_id)
    if not placed:
        return MapPages(0, is_overview=False)
    sheets = map_sheets(records, map_id, placed, results, paper, form, outline_numbers(placed))
    return MapPages(sheets.pages, sheets.is_overview)
