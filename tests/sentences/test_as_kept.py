"""What is printed of random maps, kept as lines of `kept` beside this one; that it is true is tried by the others."""

import random
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import MapPart, OutlinePart
from desktop_app.model.document import Document
from desktop_app.weighing.results import weigh
from tests.kept import assert_kept, lines_of, with_names
from tests.sentences.random_arguments import random_arguments
from tests.sentences.random_maps import found_by_ways, random_map, random_wide_map
from tests.sentences.random_people import random_people, random_speakers
from tests.weighing.maps import MAP

KEPT = Path(__file__).parent / "kept"
AT_ONCE = 5


def _weights_found(chance: random.Random) -> Document:
    return found_by_ways(chance, random_map(chance))


def _printed(document: Document) -> Iterator[str]:
    content = compose(document, MAP, weigh(document, MAP), preset="options", draw=False)
    yield from lines_of(content.leads, "leads")
    for part in content.parts:
        if not isinstance(part, MapPart | OutlinePart):
            yield from lines_of(part)


@pytest.mark.parametrize(
    ("made", "block"),
    [
        *product((random_map, _weights_found, random_arguments, random_people, random_speakers), range(8)),
        (random_wide_map, 0),
    ],
)
def test_what_is_printed_of_a_map_is_what_it_was(made: Callable[[random.Random], Document], block: int) -> None:
    def lines() -> Iterator[str]:
        for seed in range(AT_ONCE * block, AT_ONCE * (block + 1)):
            yield f"== {seed}"
            document = made(random.Random(seed))
            yield from with_names(document, _printed(document))

    assert_kept(KEPT / f"{made.__name__.strip('_')}-{block}.txt", lines())
