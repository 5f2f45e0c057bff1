"""Every lead that a brief prints, in its head, beneath its charts and in its pictures, over maps made at random."""

import os
import random

import pytest

from tests.sentences.papers import judge_brief
from tests.sentences.random_arguments import random_arguments
from tests.sentences.random_maps import random_map, random_wide_map
from tests.sentences.random_people import random_people
from tests.sentences.room_papers import judge_room_brief
from tests.sentences.words import FalsehoodError

# It draws so many that measuring what they reach would take most of the time; other tests reach it as well.
pytestmark = pytest.mark.usefixtures("unmeasured")

BRIEFS = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 200


def test_a_brief_says_of_a_lead_only_what_holds_and_who_stands_outside_right_after_it() -> None:
    said = 0
    for seed in range(BRIEFS):
        chance = random.Random(seed)
        made = random_wide_map(chance) if seed % 10 == 0 else random_map(chance, draws=100)
        try:
            said += len(list(judge_brief(made)))
        except FalsehoodError as error:
            raise AssertionError(f"map {seed}: {error}") from error
    assert said >= 7 * BRIEFS


def test_the_chart_of_what_pros_and_cons_add_is_of_all_of_them() -> None:
    said = 0
    for seed in range(BRIEFS):
        try:
            said += len(list(judge_brief(random_arguments(random.Random(seed)))))
        except FalsehoodError as error:
            raise AssertionError(f"map {seed}: {error}") from error
    assert said >= 2 * BRIEFS


def test_a_brief_of_a_room_says_whose_numbers_it_prints_and_prints_theirs() -> None:
    said = 0
    for seed in range(BRIEFS // 2):
        try:
            said += len(list(judge_room_brief(random_people(random.Random(seed)))))
        except FalsehoodError as error:
            raise AssertionError(f"map {seed}: {error}") from error
    assert said >= 3 * BRIEFS
