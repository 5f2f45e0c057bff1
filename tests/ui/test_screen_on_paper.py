"""The audience's screen painted to a PDF and read back: every word there, none over another, none below the floor.

What poppler is asked is skipped where it is not installed; the rest is read by pypdf. `HYPOTHESIS_PROFILE=thorough`
reads all maps on every screen, from every back row.
"""

import os
from functools import cache

import pytest

from tests.present_maps import MAKERS, RoomMap, swapped_numbers
from tests.present_scripts import SCRIPTS
from tests.ui import paper_oracle, paper_order
from tests.ui.audience import HALLS, WORST, Hall, Screen, kind, pictures, steps_of
from tests.ui.painted_words import has_poppler
from tests.ui.paper_oracle import Sheaf, on_paper
from tests.ui.seen_words import can_be_set, changed_box

IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
# Which maps in which halls, with numbers or without, an ordinary run reads; of the large one, every so manieth point.
ORDINARY = (
    ("example", WORST[0], False),
    ("example", WORST[2], True),
    ("example one", WORST[1], True),
    ("example one", WORST[5], False),
    ("large", WORST[4], True),
    ("long", WORST[3], True),
    ("deep", WORST[0], False),
    ("criteria", WORST[3], False),
    ("criteria", WORST[0], True),
    *((script.name, WORST[number % 6], number % 2 == 0) for number, script in enumerate(SCRIPTS)),
)
EVERYTHING = tuple((name, hall, numbers) for name in MAKERS for hall in HALLS for numbers in (False, True))
CASES = EVERYTHING if IS_THOROUGH else ORDINARY

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def _map(name: str) -> RoomMap:
    return MAKERS[name]()


@pytest.fixture(
    scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}-{'shown' if case[2] else 'hidden'}"
)
def sheaf(request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Sheaf:
    """All steps of a map in one hall, read back."""
    name, hall, numbers = request.param
    script = next((script for script in SCRIPTS if script.name == name), None)
    if script is not None and script.needs_system and not can_be_set(script.text):
        pytest.skip(f"no font here has the letters of {name}")
    every = 1 if name != "large" else 6 if IS_THOROUGH else 12
    return on_paper(Screen(), _map(name), hall, tmp_path_factory.mktemp("paper"), numbers=numbers, every=every)


def test_every_text_stands_whole_on_the_pages_of_its_step(sheaf: Sheaf) -> None:
    assert paper_oracle.missing_words(sheaf) == []


@pytest.mark.skipif(not has_poppler(), reason="poppler's pdftotext is not installed")
def test_poppler_finds_every_word_of_a_step_on_its_pages(sheaf: Sheaf) -> None:
    assert paper_oracle.missing_by_poppler(sheaf) == []


def test_no_text_of_a_map_is_left_out(sheaf: Sheaf) -> None:
    if len(sheaf.steps) < sheaf.count:
        pytest.skip("some steps were left out to save time")
    assert paper_oracle.never_shown(sheaf) == []


def test_every_score_stands_in_the_matrix_once_it_is_revealed_and_none_before(sheaf: Sheaf) -> None:
    assert paper_oracle.missing_scores(sheaf) == []


def test_no_word_reaches_beyond_the_edge_of_the_screen(sheaf: Sheaf) -> None:
    assert paper_oracle.outside(sheaf) == []


def test_no_letter_is_painted_over_another(sheaf: Sheaf) -> None:
    assert paper_oracle.overlaps(sheaf) == []


@pytest.mark.skipif(not has_poppler(), reason="poppler's pdftotext is not installed")
def test_poppler_sees_no_word_over_another(sheaf: Sheaf) -> None:
    assert paper_oracle.overlaps_by_poppler(sheaf) == []


def test_no_letter_is_smaller_than_the_back_row_can_read(sheaf: Sheaf) -> None:
    assert paper_oracle.too_small(sheaf) == []


def test_no_answer_stands_on_a_page_without_what_it_answers_above_it(sheaf: Sheaf) -> None:
    assert paper_order.orphans(sheaf) == []


def test_every_page_of_points_is_headed_by_what_they_are_about(sheaf: Sheaf) -> None:
    assert paper_order.headless(sheaf) == []


def test_options_stand_in_the_order_of_the_map_before_and_after_numbers_are_shown(sheaf: Sheaf) -> None:
    assert paper_order.unordered_options(sheaf) == []


@pytest.mark.parametrize("hall", HALLS if IS_THOROUGH else WORST[1:2], ids=str)
@pytest.mark.parametrize("name", ["example", "criteria", "hebrew"])
def test_exchanging_the_numbers_of_two_options_changes_no_page_that_hides_numbers(name: str, hall: Hall) -> None:
    first, second = _map(name), swapped_numbers(_map(name))
    assert _changed(first, second, hall, numbers=False) == []


@pytest.mark.parametrize("name", ["example", "criteria"] if IS_THOROUGH else ["criteria"])
def test_exchanging_the_numbers_of_two_options_changes_what_is_shown_once_they_are_revealed(name: str) -> None:
    first, second = _map(name), swapped_numbers(_map(name))
    assert {"matrix", "result"} <= set(_changed(first, second, WORST[0], numbers=True))


def _changed(first: RoomMap, second: RoomMap, hall: Hall, *, numbers: bool) -> list[str]:
    """The kinds of the steps that look otherwise, but for how an edge falls between two pixels."""
    pairs = zip(steps_of(Screen(), first), steps_of(Screen(), second), strict=True)
    return [
        kind(step)
        for step, other in pairs
        if any(
            changed_box(old, new) is not None
            for old, new in zip(
                pictures(Screen(), step, hall, numbers=numbers),
                pictures(Screen(), other, hall, numbers=numbers),
                strict=True,
            )
        )
    ]
