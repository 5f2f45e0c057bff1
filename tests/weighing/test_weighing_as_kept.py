"""What the map with everything adds up to, kept as lines of `results` beside this one, ids replaced by texts.

That the numbers are right is tried by other algorithms elsewhere; here every number and sentence is asked for at once.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.edits import arguments, cards, criteria, maps, scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Argument, Card, CardKind, Confidence, Criterion, Map, Method
from desktop_app.store.interchange import workbook_from_json
from desktop_app.weighing.as_json.weigh_json import weigh_json
from desktop_app.weighing.results import LiveResults
from tests.full_map import crossing
from tests.kept import assert_kept, lines_of, with_names
from tests.small_maps import MAPS, small_map

KEPT = Path(__file__).parent / "results"
WORKBOOKS = Path(__file__).parents[1] / "briefing" / "workbooks"


def _words(document: Document, map_id: MapId, *without: str) -> Iterator[str]:
    live = LiveResults(document, map_id, method=document.get(Map, map_id).method)
    weighed = weigh_json(document, live)
    told = {key: item for key, item in weighed.items() if key not in {"texts", *without}}
    yield from with_names(document, lines_of(told))


def _with_other_numbers(document: Document, map_id: MapId, seed: int) -> None:
    """Other numbers on the same map, some of them missing."""
    chance = random.Random(seed)
    for card in list(document.all(Card)):
        if card.kind in {CardKind.CLAIM, CardKind.EVIDENCE}:
            cards.set_plausibility(document, card.id, chance.choice((None, 0, 0.1, 0.35, 0.5, 0.65, 0.9, 1)))
    for argument in list(document.all(Argument)):
        arguments.set_importance(document, argument.id, chance.choice((None, 0, 0.25, 0.5, 0.75, 1)))
    for criterion in list(document.all(Criterion)):
        if not criterion.locked:
            criteria.set_weight(document, criterion.id, chance.choice((0, 10, 40, 70, 100)))
        for option in list(document.all(Card)):
            if option.kind is CardKind.OPTION:
                likely = chance.choice((None, 0, 20, 40, 50, 60, 80, 100))
                scores.set_score(
                    document, option.id, criterion.id, likely, confidence=chance.choice((None, *Confidence))
                )


@pytest.mark.parametrize("method", Method)
def test_each_method_makes_of_a_map_what_it_did(method: Method) -> None:
    document, map_id = crossing()
    maps.set_method(document, map_id, method)
    # Nothing that people or criteria say depends on the method.
    same = () if method is Method.LOG_ODDS else ("criteria", "findings", "robustness", "group", "weights_from")
    assert_kept(KEPT / f"{method.value}.txt", _words(document, map_id, *same))


@pytest.mark.parametrize("seed", range(3))
def test_other_numbers_come_out_as_they_did(seed: int) -> None:
    document, map_id = crossing()
    _with_other_numbers(document, map_id, seed)
    assert_kept(KEPT / f"numbers-{seed}.txt", _words(document, map_id))


@pytest.mark.parametrize("name", sorted(path.stem for path in WORKBOOKS.glob("*.json")))
def test_what_the_ranking_of_a_workbook_hangs_on_is_as_it_was(name: str) -> None:
    text = (WORKBOOKS / f"{name}.json").read_text(encoding="utf-8")
    document = Document(workbook_from_json(text, name))
    told = {"criteria", "findings", "robustness", "weights_from"}
    live = LiveResults(document, reads.maps(document)[0].id)
    others = set(weigh_json(document, live)) - told
    assert_kept(KEPT / f"{name}.txt", _words(document, live.current.map, *others))


@pytest.mark.parametrize("name", MAPS)
def test_a_small_map_comes_out_as_it_did(name: str) -> None:
    assert_kept(KEPT / "small" / f"{name}.txt", _words(*small_map(name)))
