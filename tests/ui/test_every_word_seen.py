"""Every word of a map is seen on the audience's screen: altering it by a swap of two letters alters the picture there.

`HYPOTHESIS_PROFILE=thorough` asks for every text of every map on every screen, from every back row.
"""

import os
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.model.records import Card, Criterion
from tests.present_maps import MAKERS, RoomMap
from tests.present_scripts import SCRIPTS
from tests.ui.audience import HALLS, WORST, Hall, Screen
from tests.ui.seen_words import Finding, can_be_set, last_word_swaps, shown_texts, swaps, unseen, words

IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
EVERYWHERE = HALLS if IS_THOROUGH else WORST
SCRIPT_NAMES = [script.name for script in SCRIPTS]

pytestmark = pytest.mark.usefixtures("qapp")


def _text(record: Card | Criterion) -> str:
    return record.text if isinstance(record, Card) else record.name


def _some(shown: RoomMap, hall: Hall, ordinary: int) -> list[Card | Criterion]:
    """All texts; in an ordinary run about so many, others in each hall."""
    texts = list(shown_texts(shown))
    every = 1 if IS_THOROUGH else max(1, len(texts) // ordinary)
    return texts[HALLS.index(hall) % every :: every]


def _found(shown: RoomMap, hall: Hall, texts: Sequence[Card | Criterion], *, numbers: bool) -> list[Finding]:
    found = []
    for record in texts:
        found += unseen(Screen(), shown, record, last_word_swaps(_text(record)), hall, numbers=numbers)
    return found


def _make(name: str) -> RoomMap:
    shown = MAKERS[name]()
    script = next((script for script in SCRIPTS if script.name == name), None)
    if script is not None and script.needs_system and not can_be_set(script.text):
        pytest.skip(f"no font here has the letters of {name}")
    return shown


@pytest.mark.parametrize("numbers", [False, True], ids=["hidden", "shown"])
@pytest.mark.parametrize("hall", EVERYWHERE, ids=str)
@pytest.mark.parametrize("name", ["example", "example one"])
def test_the_last_word_of_every_text_of_the_example_is_seen(name: str, hall: Hall, numbers: bool) -> None:
    shown = _make(name)
    assert _found(shown, hall, _some(shown, hall, 8), numbers=numbers) == []


@pytest.mark.parametrize("hall", EVERYWHERE, ids=str)
@pytest.mark.parametrize("name", ["large", "long", "deep", "criteria"])
def test_the_last_word_of_every_text_of_a_map_that_is_hard_to_show_is_seen(name: str, hall: Hall) -> None:
    shown = _make(name)
    texts = _some(shown, hall, 4)
    assert _found(shown, hall, texts, numbers=False) == []
    if IS_THOROUGH:
        assert _found(shown, hall, texts, numbers=True) == []


@pytest.mark.parametrize("name", SCRIPT_NAMES)
def test_the_last_word_of_every_text_in_any_script_is_seen(name: str) -> None:
    shown = _make(name)
    for place, hall in enumerate(HALLS if IS_THOROUGH else WORST[1:3]):
        texts = _some(shown, hall, 5)
        assert _found(shown, hall, texts, numbers=bool(place % 2)) == []


@settings(
    max_examples=300 if IS_THOROUGH else 12,
    # A word is as small as it gets.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_word_of_any_text_is_seen(data: st.DataObject) -> None:
    names = [name for name in MAKERS if name not in {"devanagari", "thai"}]
    shown = _make(data.draw(st.sampled_from(names)))
    hall = data.draw(st.sampled_from(EVERYWHERE))
    record = data.draw(st.sampled_from(list(shown_texts(shown))))
    start, end = data.draw(st.sampled_from(words(_text(record))))
    found = swaps(_text(record), start, end)
    assert unseen(Screen(), shown, record, found, hall, numbers=data.draw(st.booleans())) == []
