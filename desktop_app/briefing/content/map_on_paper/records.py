"""A drawn map on paper, as records: a page, a few, an overview with branches, or the tiles of a poster."""

from dataclasses import dataclass

from desktop_app.drawing.display import DisplayList


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a poster on one page.

    Attributes:
        place: its column and row ("B3").
        x: left edge of what is cut out, in map units; top, width and height likewise.
    """

    place: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MapSheets:
    """A map on one or more pages.

    Attributes:
        sheets: one drawing a page; empty when the map is too large to be drawn on paper at all.
        scale: points a map unit, the same on all pages but an overview before branches.
        is_landscape: the pages lie on their side.
        is_overview: the first page is too small to be read in print, or shows the upper levels only.
        branch_scale: of the pages after an overview; 0 where there are none.
        tiles: the pages of a poster, cut from the one sheet; empty for none.
    """

    sheets: tuple[DisplayList, ...]
    scale: float
    is_landscape: bool
    is_overview: bool
    branch_scale: float = 0.0
    tiles: tuple[Tile, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.tiles) or len(self.sheets)
