"""Cuts a drawn map into the tiles of a poster, along lines that cross no card where there are any."""

from collections.abc import Sequence
from typing import Final

from desktop_app.briefing.content.map_on_paper.records import Tile
from desktop_app.drawing.display import DisplayList
from desktop_app.model.reads import letter

# What is drawn beyond a cut, in map units, so that neighbours can be laid over one another.
OVERLAP: Final = 24.0
# A tile is not cut shorter than this share of the page in search of a free line.
_LEAST_SHARE: Final = 0.4

Span = tuple[float, float]


def tiles_of(drawn: DisplayList, widest: float, tallest: float) -> tuple[Tile, ...]:
    """The tiles from the top of each column of tiles, columns from the left.

    Columns are cut where no card is crossed, then each column by itself. A card is cut only where a page cannot hold
    what stands between two free lines; then the overlap repeats a strip of it.

    Args:
        drawn: the whole map.
        widest: of a tile without its overlap, in map units.
        tallest: the same downwards.
    """
    across = [(card.x, card.x + card.picture.width) for card in drawn.cards]
    tiles: list[Tile] = []
    for column, (left, right) in enumerate(_cuts(across, drawn.width, widest)):
        inside = [
            (card.y, card.y + card.picture.height)
            for card in drawn.cards
            if card.x < right and card.x + card.picture.width > left
        ]
        if not inside:
            continue
        top, bottom = min(low for low, _ in inside), max(high for _, high in inside)
        shifted = [(low - top, high - top) for low, high in inside]
        for row, (start, end) in enumerate(_cuts(shifted, bottom - top, tallest)):
            place = f"{letter(column)}{row + 1}"
            tiles.append(Tile(place, left, top + start, right - left, end - start))
    return tuple(tiles)


def _cuts(spans: Sequence[Span], length: float, longest: float) -> list[Span]:
    """Parts of 0…length, each at most `longest`, ending where no span is crossed if there is such a place."""
    ordered = sorted(spans)
    parts: list[Span] = []
    start = 0.0
    while length - start > longest:
        end = _free_line(ordered, start + longest, start + _LEAST_SHARE * longest)
        parts.append((start, end))
        start = end
    parts.append((start, length))
    return parts


def _free_line(spans: Sequence[Span], wanted: float, least: float) -> float:
    """The last place up to `wanted` that no span crosses, not before `least`; `wanted` itself where there is none."""
    line = wanted
    for low, high in reversed(spans):
        # Spans are ordered by their beginnings; what begins after the line cannot cross it.
        if low < line < high:
            line = low
    if line < least or any(low < line < high for low, high in spans):
        return _settled(spans, wanted, least)
    return line


def _settled(spans: Sequence[Span], wanted: float, least: float) -> float:
    """The slow way: tries the beginning of every span."""
    for low, _ in reversed(spans):
        if least <= low <= wanted and not any(start < low < end for start, end in spans):
            return low
    return wanted
