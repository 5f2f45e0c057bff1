"""Nothing that is said of results is false: every sentence is read back from its words and held against the records.

The checker has a reference of its own, written from the formulas and not from the program. It reads thousands of
sentences over random maps rich in gaps, ties and zero weights; a sentence that it cannot read fails as well, and so
does one that is due and not said. `HYPOTHESIS_PROFILE=thorough` reads ten times as many.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.model.document import Document
from desktop_app.wording.sentence import Sentence
from tests.kept import assert_kept
from tests.sentences.arguments import judge_arguments
from tests.sentences.figures import judge_claims, judge_figures
from tests.sentences.groups import judge_people, judge_speakers
from tests.sentences.notes import judge_notes
from tests.sentences.random_arguments import random_arguments
from tests.sentences.random_maps import found_by_ways, random_map
from tests.sentences.random_people import random_people, random_speakers
from tests.sentences.totals import judge_totals
from tests.sentences.words import TOTALS, FalsehoodError

# It draws so many that measuring what they reach would take most of the time; other tests reach it as well.
pytestmark = pytest.mark.usefixtures("unmeasured")

IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
# Maps in which the trials are drawn as often as a map usually has it; elsewhere they are only read.
TRIALS_IN = 5
_KEPT_MAPS = 60
MAPS, ARGUMENT_MAPS, ROOMS = (3_000, 1_400, 1_400) if IS_THOROUGH else (200, 100, 60)
# How often each kind of sentence is read at least when all are read; by the beginnings of their keys.
OFTEN = 50
TOTALS_KEYS = (
    *(
        "lead.none",
        "lead.weightless",
        "lead.single",
        "lead.alone",
        "lead.sure",
        "lead.level",
        "lead.least",
        "lead.open",
        "outside",
        "red",
        "missing",
    ),
    *(
        "weight.none",
        "weight.turn",
        "weight.may",
        "weight.may.certain",
        "weight.rest",
        "pair",
        "pair.level",
        "pair.open",
    ),
    *("move", "move.several", "move.worst", "move.none", "move.none.unlocked", "score.tie", "score.none"),
    *("doubt.none", "doubt.holds", "doubt.turns", "doubt.all", "trials", "trials.doubt", "trials.scores"),
    *("trials.order", "trials.any", "info", "info.always", "info.may", "argued", "red.none"),
    *("cost.less", "cost.more", "cost.steps", "cost.outside"),
)
ARGUMENT_KEYS = (
    *("lean.for", "lean.against", "lean.even", "lean.for.counted", "lean.against.counted", "lean.nothing", "weighed"),
    *("without", "turn", "turn.two", "turn.even", "turn.none", "number.pros", "number.cons", "source.pros"),
    *("source.cons", "sensitive.likely", "sensitive.matters", "sensitive.none", "shares", "methods.agree"),
    *("methods.differ", "leaning.trials", "way.start", "way.steps", "way.end", "leaning.for", "leaning.against"),
    *("leaning.single", "leaning.outside", "leaning.none"),
)


SPEAKER_KEYS = (
    *("group.first", "group.level", "group.open", "group.places", "group.places.open"),
    *("group.single", "group.none.leaning", "group.outside.leaning", "group.outside.leaning.room", "group.leaning"),
    *("group.firsts", "group.firsts.own", "group.sheet", "group.sheet.open", "group.differ", "group.accord"),
)
GROUP_KEYS = (
    *("group.first", "group.first.open", "group.first.sure", "group.first.sure.rival", "group.level", "group.divided"),
    *("group.least", "group.open", "group.places", "group.places.level", "group.places.open"),
    *("group.firsts", "group.firsts.own", "group.sheet", "group.sheet.open", "group.differ", "group.outside"),
    *("group.weights", "group.accord", "weights.differ"),
)


def _read(
    name: str,
    maps: int,
    made: Callable[[random.Random, int], Document],
    judged: Callable[[Document, int], Iterator[Sentence | str]],
) -> Counter[str]:
    found: Counter[str] = Counter()
    kept: list[str] = []
    for seed in range(maps):
        document = made(random.Random(seed), seed)
        try:
            read = list(judged(document, seed))
        except FalsehoodError as error:
            raise AssertionError(f"map {seed}: {error}") from error
        found.update(_key(sentence) for sentence in read)
        if seed < _KEPT_MAPS:
            kept += [f"== {seed}", *map(str, read)]
    # Much could be said that is true: it is what was said before.
    assert_kept(Path(__file__).parent / "kept" / f"true-{name}.txt", kept)
    return found


def _key(sentence: Sentence | str) -> str:
    """Of a sentence that only joins clauses, the key of its first; of words, nothing."""
    if isinstance(sentence, str):
        return ""
    lead = sentence.values.get("lead")
    return lead.key if isinstance(lead, Sentence) else sentence.key


def _assert_often(found: Counter[str], keys: tuple[str, ...]) -> None:
    for key in keys if IS_THOROUGH else ():
        count = sum(times for other, times in found.items() if other == key or other.startswith(f"{key}."))
        assert count >= OFTEN, f"{key} was read {count} times: {found}"


def test_every_sentence_about_totals_is_true_and_none_that_is_due_is_left_out() -> None:
    found = _read(
        "totals",
        MAPS,
        lambda chance, seed: random_map(chance, draws=1_000 if seed % TRIALS_IN == 0 else 100),
        lambda document, seed: judge_totals(document, with_trials=seed % TRIALS_IN == 0),
    )
    assert found.total() >= (15_000 if IS_THOROUGH else 1_000)
    _assert_often(found, TOTALS_KEYS)
    assert not IS_THOROUGH or found["red"] >= OFTEN


def test_every_sentence_about_pros_and_cons_is_true_and_none_that_is_due_is_left_out() -> None:
    found = _read(
        "arguments",
        ARGUMENT_MAPS,
        lambda chance, _seed: random_arguments(chance),
        lambda document, _seed: judge_arguments(document),
    )
    assert found.total() >= (15_000 if IS_THOROUGH else 1_000)
    _assert_often(found, ARGUMENT_KEYS)


def test_every_sentence_about_several_people_is_true_and_none_that_is_due_is_left_out() -> None:
    found = _read(
        "people", ROOMS, lambda chance, _seed: random_people(chance), lambda document, _seed: judge_people(document)
    )
    assert found.total() >= (15_000 if IS_THOROUGH else 600)
    _assert_often(found, GROUP_KEYS)


def test_every_sentence_about_people_who_judge_pros_and_cons_is_true_and_none_that_is_due_is_left_out() -> None:
    found = _read(
        "speakers",
        ROOMS,
        lambda chance, _seed: random_speakers(chance),
        lambda document, _seed: judge_speakers(document),
    )
    assert found.total() >= (15_000 if IS_THOROUGH else 600)
    _assert_often(found, SPEAKER_KEYS)


def test_every_number_of_an_option_a_cell_and_a_claim_is_said_as_it_is() -> None:
    def judged(document: Document, seed: int) -> Iterator[Sentence]:
        yield from judge_figures(document)
        yield from judge_claims(random_arguments(random.Random(seed)))

    found = _read("figures", 2 * MAPS, lambda chance, _seed: random_map(chance), judged)
    assert found.total() >= 20 * MAPS


def test_every_note_of_how_numbers_came_about_is_true() -> None:
    def made(chance: random.Random, seed: int) -> Document:
        return random_arguments(chance) if seed % 3 == 0 else found_by_ways(chance, random_map(chance))

    found = _read("notes", MAPS, made, lambda document, _seed: judge_notes(document))
    assert found.total() >= 4 * MAPS


@pytest.mark.parametrize(
    "text", ["A comes first with 69 of 100, 1 points ahead of B.", "A leads.", "A draws level with B if it is better."]
)
def test_what_nobody_can_read_is_no_sentence(text: str) -> None:
    with pytest.raises(FalsehoodError):
        TOTALS.read(text)
