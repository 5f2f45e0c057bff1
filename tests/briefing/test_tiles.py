"""Posters cut into tiles."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.map_on_paper.tiles import OVERLAP, tiles_of
from desktop_app.briefing.content.parts import MapPart
from desktop_app.drawing.display import DisplayList
from desktop_app.weighing.results import weigh
from tests.briefing.test_sheets import wide_map
from tests.sample_maps import seminar
from tests.sure import sure

WIDEST, TALLEST = 700.0, 500.0
# Left and upper edge of a card, its width and its height.
Box = tuple[int, int, int, int]


def drawing(cards: Sequence[Box]) -> DisplayList:
    """As much of a drawing as tiles are cut by."""
    shown = [
        SimpleNamespace(x=x, y=y, picture=SimpleNamespace(width=width, height=height)) for x, y, width, height in cards
    ]
    drawn = SimpleNamespace(
        cards=shown,
        width=max((x + width for x, _, width, _ in cards), default=0) + 20,
        height=max((y + height for _, y, _, height in cards), default=0) + 20,
    )
    return cast(DisplayList, drawn)


@st.composite
def columns(draw: st.DrawFn) -> list[Box]:
    """Cards as the layout puts them: in columns, one below the other with gaps."""
    cards: list[Box] = []
    for column in range(draw(st.integers(1, 8))):
        y = draw(st.integers(0, 400))
        for _ in range(draw(st.integers(1, 12))):
            height = draw(st.integers(40, 160))
            cards.append((20 + column * 300, 20 + y, 240, height))
            y += height + draw(st.integers(8, 120))
    return cards


@given(columns())
def test_every_card_is_whole_on_some_tile_or_repeated_at_a_cut_and_no_tile_is_too_large(cards: Sequence[Box]) -> None:
    tiles = tiles_of(drawing(cards), WIDEST, TALLEST)
    assert all(tile.width <= WIDEST + 1e-6 and tile.height <= TALLEST + 1e-6 for tile in tiles)
    assert len({tile.place for tile in tiles}) == len(tiles)
    for x, y, width, height in cards:
        shown = [
            tile
            for tile in tiles
            if x < tile.x + tile.width and x + width > tile.x and y < tile.y + tile.height and y + height > tile.y
        ]
        assert shown
        # Columns have free lines between them, so no card is ever cut across.
        assert all(tile.x <= x and x + width <= tile.x + tile.width for tile in shown)


@given(st.lists(st.integers(40, 200), min_size=1, max_size=40))
def test_a_single_column_is_cut_between_its_cards(heights: list[int]) -> None:
    cards: list[Box] = []
    y = 20
    for height in heights:
        cards.append((20, y, 240, height))
        y += height + 10
    for tile in tiles_of(drawing(cards), WIDEST, TALLEST):
        for _, top, _, height in cards:
            for cut in (tile.y, tile.y + tile.height):
                assert not top + 1e-6 < cut < top + height - 1e-6


def test_a_poster_shows_every_card_and_its_tiles_are_pages() -> None:
    document, map_id = wide_map(60, 3)
    content = compose(document, map_id, weigh(document, map_id), preset="poster")
    sheets = sure(next(part for part in content.parts if isinstance(part, MapPart)).sheets)
    assert sheets.pages == len(sheets.tiles) > 1
    for card in sheets.sheets[0].cards:
        assert any(
            tile.x - OVERLAP <= card.x
            and card.x + card.picture.width <= tile.x + tile.width + OVERLAP
            and tile.y - OVERLAP <= card.y
            and card.y + card.picture.height <= tile.y + tile.height + OVERLAP
            for tile in sheets.tiles
        )


def test_a_small_map_is_a_poster_on_one_page() -> None:
    document, map_id = seminar()
    part = compose(document, map_id, weigh(document, map_id), preset="poster").parts[0]
    assert isinstance(part, MapPart)
    small = sure(part.sheets)
    assert small.pages >= 1
    assert len(small.sheets) == 1
