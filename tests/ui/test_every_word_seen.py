"""Every word of a map is seen on the audience's screen: altering it by a swap of two letters alters the picture there.

`HYPOTHESIS_PROFILE=thorough` asks for all maps on every screen, from every back row.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.model.records import Card, Criterion
from tests.present_maps import MAKERS, RoomMap
from tests.present_scripts import SCRIPTS
from tests.ui.audience import HALLS, WORST, Hall, Screen
from tests.ui.seen_words import Finding, can_be_set, last_word_swaps, shown_texts, swaps, unseen, words

IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
SCRIPT_NAMES = [script.name for script in SCRIPTS]
# Maps of which one text altered lays out half a hundred cards anew: some of their texts are asked for in each hall.
HEAVY = frozenset({"large", "deep", "long"})
# Which maps in which halls, with numbers or without, and about how many of their texts an ordinary run asks for.
ORDINARY = (
    *(("example", hall, hall is WORST[2], 3) for hall in WORST[::2]),
    *(("example one", hall, hall is WORST[3], 3) for hall in WORST[1::2]),
    ("large", WORST[1], False, 1),
    ("large", WORST[4], True, 2),
    ("long", WORST[0], True, 2),
    ("long", WORST[3], False, 1),
    ("deep", WORST[4], True, 2),
    ("criteria", WORST[0], True, 2),
    ("criteria", WORST[3], False, 3),
    *((name, WORST[place % 4], place % 2 == 0, 3) for place, name in enumerate(SCRIPT_NAMES)),
)
EVERYTHING = tuple(
    (name, hall, numbers, 8 if name in HEAVY else 1000)
    for name in MAKERS
    for hall in HALLS
    for numbers in (False, True)
)

pytestmark = pytest.mark.usefixtures("qapp")


def _text(record: Card | Criterion) -> str:
    return record.text if isinstance(record, Card) else record.name


def _some(shown: RoomMap, hall: Hall, count: int) -> list[Card | Criterion]:
    """So many of the texts of a map, others in each hall."""
    texts = list(shown_texts(shown))
    every = max(1, len(texts) // count)
    return texts[HALLS.index(hall) % every :: every][:count]


def _make(name: str) -> RoomMap:
    shown = MAKERS[name]()
    script = next((script for script in SCRIPTS if script.name == name), None)
    if script is not None and script.needs_system and not can_be_set(script.text):
        pytest.skip(f"no font here has the letters of {name}")
    return shown


@pytest.mark.parametrize(
    ("name", "hall", "numbers", "count"),
    EVERYTHING if IS_THOROUGH else ORDINARY,
    ids=lambda part: ("hidden", "shown")[part] if isinstance(part, bool) else str(part),
)
def test_the_last_word_of_every_text_is_seen(name: str, hall: Hall, numbers: bool, count: int) -> None:
    shown = _make(name)
    found: list[Finding] = []
    for record in _some(shown, hall, count):
        found += unseen(Screen(), shown, record, last_word_swaps(_text(record)), hall, numbers=numbers)
    assert found == []


@settings(
    max_examples=300 if IS_THOROUGH else 6,
    # A word is as small as it gets.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_word_of_any_text_is_seen(data: st.DataObject) -> None:
    left_out = {script.name for script in SCRIPTS if script.needs_system} | (set() if IS_THOROUGH else {"deep"})
    shown = _make(data.draw(st.sampled_from([name for name in MAKERS if name not in left_out])))
    hall = data.draw(st.sampled_from(HALLS if IS_THOROUGH else WORST[:3]))
    record = data.draw(st.sampled_from(list(shown_texts(shown))))
    start, end = data.draw(st.sampled_from(words(_text(record))))
    found = swaps(_text(record), start, end)
    numbers = data.draw(st.booleans())
    is_spaced_by_ink = shown.name == "arabic"
    assert unseen(Screen(), shown, record, found, hall, numbers=numbers, lines_may_move=is_spaced_by_ink) == []
