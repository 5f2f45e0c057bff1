"""The JSON of `weigh`: everything documented, everything plain, the same every time."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from desktop_app.edits import criteria, perspectives, scores
from desktop_app.model.document import Document
from desktop_app.model.records import Confidence, PerspectiveKind
from desktop_app.weighing.as_json.results_json import Json, results_json
from desktop_app.weighing.as_json.weigh_json import FORMAT, weigh_json
from desktop_app.weighing.results import LiveResults
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_criteria import matrix_map
from tests.weighing.test_methods import restless

DOCUMENTED = Path(__file__).parents[2] / "docs" / "weigh-json.md"


@pytest.fixture
def everything() -> tuple[Document, MapBuilder]:
    """A small map that has something to say under every key."""
    built = matrix_map(
        ["A", "B", "C"],
        ["Scope", "Cost", "Time"],
        [50, 30, 20],
        low=[[60, 20, 50], [10, 40, 40], [0, 0, 0]],
        likely=[[80, 40, 60], [20, 90, 50], [10, 20, 30]],
        high=[[90, 60, 70], [60, 95, 60], [20, 30, 40]],
    )
    for sign, plausibility in (("+", 0.9), ("-", 0.4)):
        built.card(f"{sign} card", plausibility, confidence=Confidence.LOW)
        built.argue(sign, f"{sign} card", "A", 0.75)
    document = built.document()
    criteria.set_judgement(document, built.criterion_ids["Scope"], built.criterion_ids["Cost"], 2.0)
    criteria.set_judgement(document, built.criterion_ids["Cost"], built.criterion_ids["Time"], 3.0)
    criteria.set_judgement(document, built.criterion_ids["Scope"], built.criterion_ids["Time"], 2.0)
    for name, amount in (("A", 10.0), ("B", 20.0)):
        scores.set_fact(document, built.card_ids[name], "Price (less is better)", f"€ {amount}")
    person = perspectives.add_perspective(document, MAP, "Anna", PerspectiveKind.PERSON)
    perspectives.set_card_number(document, person.id, built.card_ids["+ card"], 0.2)
    return document, built


def keys_of(value: Json) -> set[str]:
    if isinstance(value, dict):
        return {key for key in value if not key.isdigit()}.union(*(keys_of(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_of(item) for item in value))
    return set()


def written(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(weigh_json(document, LiveResults(document, MAP)), allow_nan=False))
    return found


def test_every_key_that_is_written_is_documented_and_every_part_is_written(
    everything: tuple[Document, MapBuilder],
) -> None:
    document, _ = everything
    words = DOCUMENTED.read_text(encoding="utf-8")
    keys = keys_of(written(document))
    assert {key for key in keys if f"`{key}`" not in words} == set()
    assert f'"format": {FORMAT}' in words
    for key in ("explanations", "findings", "weights_from", "robustness", "group"):
        assert written(document)[key] is not None


def test_the_same_map_is_written_the_same_every_time(everything: tuple[Document, MapBuilder]) -> None:
    document, _ = everything
    assert written(document) == written(document)


def test_the_parts_of_an_explanation_add_up(everything: tuple[Document, MapBuilder]) -> None:
    document, built = everything
    (option,) = (item for item in written(document)["explanations"] if item["card"] == built.card_ids["A"])
    total = option["base_points"] + math.fsum(item["points"] for item in option["points"])
    assert 100 * math.tanh(total / 200) == pytest.approx(option["leaning"])
    shares = option["shares"]
    assert shares["start"] + sum(item["leaning"] for item in shares["shares"]) == pytest.approx(option["leaning"])
    assert option["methods"]["agree"]
    assert option["methods"]["leanings"]["log-odds"] == pytest.approx(option["leaning"])
    assert any(said.startswith("Most sensitive to") for said in option["sentences"])
    assert "All 5 methods agree: for." in option["sentences"]


def test_robustness_and_group_speak_of_the_maps_own_ids(everything: tuple[Document, MapBuilder]) -> None:
    document, built = everything
    found = written(document)
    options = {built.card_ids[name] for name in "ABC"}
    robust = found["robustness"]
    assert {item["rival"] for item in robust["head_to_head"]} < options
    for pair in robust["head_to_head"]:
        ends = zip(*pair["points"].values(), strict=True)
        assert [sum(end) for end in ends] == pytest.approx(pair["lead"])
    for simulated in robust["simulations"]:
        assert sum(item["ranks"][0] for item in simulated["options"]) == pytest.approx(1)
    assert robust["value_against_cost"][0]["outside"] == [built.card_ids["C"]]
    assert found["findings"]["dominances"] == [
        {"better": built.card_ids[name], "worse": built.card_ids["C"]} for name in "AB"
    ]
    assert found["weights_from"]["pairwise"]["worst"] is not None
    assert [item["name"] for item in found["group"]["sheets"]] == ["My numbers", "Anna"]


def test_a_map_without_criteria_perspectives_or_arguments_has_null_in_their_place() -> None:
    built = MapBuilder()
    built.option("A")
    found = written(built.document())
    assert (found["weights_from"], found["robustness"], found["group"]) == (None, None, None)
    (option,) = found["explanations"]
    assert (option["leaning"], option["shares"], option["methods"]) == (None, None, None)
    assert option["sentences"] == ["Nothing is said for or against it yet."]


def test_what_does_not_settle_is_written_without_a_number() -> None:
    built = restless()
    found = written(built.document())
    card = next(item for item in found["cards"] if item["card"] == built.ids["A"])
    assert (card["strength"], card["circular"]) == (None, True)
    (option,) = found["explanations"]
    assert option["leaning"] is None
    assert not option["methods"]["agree"]


def test_results_alone_are_a_part_of_what_weigh_writes(everything: tuple[Document, MapBuilder]) -> None:
    document, _ = everything
    live = LiveResults(document, MAP)
    assert results_json(live.current).items() <= weigh_json(document, live).items()
