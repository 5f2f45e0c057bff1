"""A drawn map as the JSON that the page template reads: shapes with their places, whole sheets or tiles of a poster."""

from collections.abc import Iterator

from desktop_app.briefing.content.clean import Json
from desktop_app.briefing.content.map_on_paper.records import MapSheets, Tile
from desktop_app.briefing.content.map_on_paper.tiles import OVERLAP
from desktop_app.briefing.content.parts import MapPart
from desktop_app.briefing.content.words import Words
from desktop_app.briefing.pages.payload_parts import point
from desktop_app.briefing.pages.payload_shapes import rounded, shape_json
from desktop_app.drawing.display import DisplayList, placed_shapes
from desktop_app.drawing.shapes import Curve, Dot


def map_part(part: MapPart, title: str, words: Words) -> Json:
    """The pages of the map and the map in words."""
    sheets = part.sheets
    return {
        "kind": "map",
        "title": title,
        "alt": part.alt,
        "landscape": sheets is not None and sheets.is_landscape,
        "drawn": sheets is not None,
        "pages": [] if sheets is None else list(_pages(sheets, words)),
        "words": [point(item) for item in part.words],
    }


def _pages(sheets: MapSheets, words: Words) -> Iterator[Json]:
    if sheets.tiles:
        whole = sheets.sheets[0]
        for number, tile in enumerate(sheets.tiles, start=1):
            caption = words.say("tile", place=tile.place, number=number, count=len(sheets.tiles))
            yield {**_tile(whole, tile), "scale": sheets.scale, "caption": caption}
        return
    count = len(sheets.sheets)
    for index, sheet in enumerate(sheets.sheets):
        is_branch = index > 0 and sheets.branch_scale > 0
        if sheets.is_overview and index == 0:
            caption = words["overview"]
        else:
            caption = f"{words['sheet']} {index + 1} / {count}" if count > 1 else ""
        yield {
            "w": rounded(sheet.width),
            "h": rounded(sheet.height),
            "cut": None,
            "shapes": [shape_json(shape) for shape in sheet.shapes()],
            "scale": sheets.branch_scale if is_branch else sheets.scale,
            "caption": caption,
        }


def _tile(whole: DisplayList, tile: Tile) -> dict[str, Json]:
    """What shows on a tile: a strip of its neighbours too, outside the marks at which it is cut."""
    left, top = tile.x - OVERLAP, tile.y - OVERLAP
    right, bottom = tile.x + tile.width + OVERLAP, tile.y + tile.height + OVERLAP
    shapes: list[Json] = [shape_json(link) for link in whole.links if _touches(link, left, top, right, bottom)]
    for card in whole.cards:
        is_inside = (
            card.x < right
            and card.y < bottom
            and card.x + card.picture.width > left
            and card.y + card.picture.height > top
        )
        if is_inside:
            shapes += [shape_json(shape) for shape in placed_shapes(card)]
    return {
        "w": rounded(right - left),
        "h": rounded(bottom - top),
        "cut": {
            "x": rounded(left),
            "y": rounded(top),
            "by": OVERLAP,
            "w": rounded(whole.width),
            "h": rounded(whole.height),
        },
        "shapes": shapes,
    }


def _touches(link: Curve | Dot, left: float, top: float, right: float, bottom: float) -> bool:
    if isinstance(link, Dot):
        return left <= link.x <= right and top <= link.y <= bottom
    across, down = link.points[::2], link.points[1::2]
    return min(across) <= right and max(across) >= left and min(down) <= bottom and max(down) >= top
