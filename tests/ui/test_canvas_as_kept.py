"""Where the cards of the map with everything stand, kept as lines of `canvas` beside this one, and what a drop does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.edits.many import Hanging
from desktop_app.model.records import Card, LayoutStyle, Map
from desktop_app.model.tree import places
from desktop_app.viewmodels.canvas.crosslinks import cross_links
from desktop_app.viewmodels.canvas.dropping import drop_at
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.full_map import crossing
from tests.kept import assert_kept, lines_of

KEPT = Path(__file__).parent / "canvas"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("style", LayoutStyle)
def test_cards_stand_where_they_did_and_can_be_dropped_there(style: LayoutStyle) -> None:
    document, map_id = crossing()
    with document.transaction(literal("Turn the map")):
        document.change(document.get(Map, map_id), layout=style)
    scene, all_places = Scene(document), {place.card: place for place in places(document, map_id)}
    scene.show(map_id, all_places, set(), weigh(document, map_id))

    def name(card: int) -> str:
        return document.get(Card, card).text[:30]

    def values() -> Iterator[tuple[str, object]]:
        arrays = scene.arrays
        for position, place in enumerate(scene.places):
            sides = (arrays.x, arrays.y, arrays.width, arrays.height, arrays.thickness)
            yield name(place.card), [round(float(side[position])) for side in sides]
        for place in all_places.values():
            found = cross_links(document, scene, all_places, place.card)
            if found.looks:
                yield f"links of {name(place.card)}", (found.controls.round().tolist(), found.looks)
        moved = next(place for place in scene.places if name(place.card).startswith("Fog"))
        for position, place in enumerate(scene.places):
            for part, whole in ((0.25, 0.5), (0.75, 0.5), (0.5, 0.02), (0.5, 0.98)):
                x = float(arrays.x[position] + part * arrays.width[position])
                y = float(arrays.y[position] + whole * arrays.height[position])
                drop = drop_at(scene, document, [Hanging(moved.card, moved.argument)], x, y)
                told = None if drop is None else (drop.words, list(map(round, drop.area)), drop.edit is not None)
                yield f"drop on {name(place.card)} at {part}, {whole}", told

    assert_kept(KEPT / f"{style.value}.txt", (line for key, value in values() for line in lines_of(value, key)))
