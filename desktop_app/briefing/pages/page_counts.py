"""How many pages the map of a brief takes, in words."""

from desktop_app.briefing.content.map_on_paper.records import MapSheets
from desktop_app.wording.sentence import text


def pages_sentence(sheets: MapSheets) -> str:
    """How many pages a map takes that was cut for paper."""
    if not sheets.pages:
        return text("pages.too_large")
    is_overview = sheets.is_overview and sheets.pages > 1
    return text("pages.with_overview" if is_overview else "pages", count=sheets.pages)
