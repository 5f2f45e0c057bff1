import json
from collections.abc import Mapping
from typing import Any, TypedDict

import pytest

from desktop_app.model.ids import OverrideId, PerspectiveId
from desktop_app.model.records import Card, Confidence, Override, Perspective, PerspectiveKind
from desktop_app.weighing.as_json.results_json import results_json
from desktop_app.weighing.criteria.matrix import CellState
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import LiveResults, weigh
from desktop_app.wording.sentence import literal
from tests.sure import sure
from tests.weighing.live import following
from tests.weighing.maps import MAP, RANKS, MapBuilder

THEIRS = PerspectiveId(7)


class Given(TypedDict, total=False):
    """A number of theirs, and by name what it is of."""

    card: str
    argument: str
    criterion: str
    option: str
    likely: float
    low: float
    high: float
    confidence: Confidence | None


def overlaid(*overrides: Given) -> MapBuilder:
    built = MapBuilder()
    built.option("A")
    built.card("claim", 0.9)
    built.argue("+", "claim", "A", 1.0)
    built.criterion("Scope", 50)
    built.criterion("Cost", 50)
    built.score("A", "Scope", 80)
    built.score("A", "Cost", 20)
    built.records.append(Perspective(THEIRS, MAP, "Theirs", PerspectiveKind.PERSON, RANKS[0]))
    for place, given in enumerate(overrides):
        built.records.append(
            Override(
                OverrideId(place + 1),
                THEIRS,
                card=built.card_ids[given["card"]] if "card" in given else None,
                argument=built.argument_ids[given["argument"]] if "argument" in given else None,
                criterion=built.criterion_ids[given["criterion"]] if "criterion" in given else None,
                option=built.card_ids[given["option"]] if "option" in given else None,
                likely=given.get("likely"),
                low=given.get("low"),
                high=given.get("high"),
                confidence=given.get("confidence"),
            )
        )
    return built


def test_a_perspective_replaces_single_numbers_and_leaves_the_map_alone() -> None:
    built = overlaid({"card": "claim", "likely": 0.1}, {"argument": "+", "likely": 0.5})
    document = built.document()
    theirs, ours = weigh(document, MAP, THEIRS), weigh(document, MAP)
    assert theirs.arguments[built.argument_ids["+"]].points == pytest.approx(100 * 0.5 * 0.1)
    assert ours.arguments[built.argument_ids["+"]].points == pytest.approx(90)


def test_an_override_without_a_number_replaces_nothing() -> None:
    built = overlaid({"card": "claim", "confidence": None}, {"argument": "+"}, {"criterion": "Scope"})
    document = built.document()
    assert weigh(document, MAP, THEIRS).arguments == weigh(document, MAP).arguments
    assert weigh(document, MAP, THEIRS).weights == weigh(document, MAP).weights


def test_raw_weights_are_overlaid_and_then_normalised() -> None:
    built = overlaid({"criterion": "Scope", "likely": 100}, {"criterion": "Cost", "likely": 25})
    results = weigh(built.document(), MAP, THEIRS)
    assert list(results.weights.values()) == pytest.approx([0.8, 0.2])
    assert sure(results.options[built.card_ids["A"]].total).likely == pytest.approx(68)


def test_a_score_of_a_perspective_is_judged_with_its_own_range() -> None:
    built = overlaid({"option": "A", "criterion": "Cost", "likely": 60, "low": 50, "high": 90})
    results = weigh(built.document(), MAP, THEIRS)
    cell = results.cells[built.card_ids["A"], built.criterion_ids["Cost"]]
    assert (cell.state, cell.score) == (CellState.JUDGED, Doubt(50, 60, 90))


def test_a_perspective_can_score_what_the_map_has_not() -> None:
    built = overlaid()
    built.option("B")
    built.records.append(
        Override(OverrideId(1), THEIRS, option=built.card_ids["B"], criterion=built.criterion_ids["Cost"], likely=60)
    )
    cells = weigh(built.document(), MAP, THEIRS).cells
    assert cells[built.card_ids["B"], built.criterion_ids["Cost"]].score == Doubt(60, 60, 60)


def test_confidence_of_a_perspective_spreads_a_plausibility() -> None:
    built = overlaid({"card": "claim", "likely": 0.5, "low": 0.2, "high": 0.6})
    document = built.document()
    numbers = LiveResults(document, MAP, THEIRS).strengths.graph.numbers
    claim = document.get(Card, built.card_ids["claim"])
    assert numbers.plausibility_doubt(claim) == Doubt(0.2, 0.5, 0.6)


def test_results_follow_a_number_of_their_perspective_and_no_other() -> None:
    built = overlaid({"card": "claim", "likely": 0.1})
    document = built.document()
    theirs, ours = LiveResults(document, MAP, THEIRS), LiveResults(document, MAP)
    document.subscribe(following(theirs))
    document.subscribe(following(ours))
    with document.transaction(literal("Change")):
        document.change(document.get(Override, 1), likely=0.3)
    assert theirs.current.cards[built.card_ids["claim"]].strength == pytest.approx(0.3)
    assert ours.current.cards[built.card_ids["claim"]].strength == pytest.approx(0.9)


def test_results_as_json_carry_the_settings_they_were_computed_with() -> None:
    built = overlaid()
    written = json.loads(json.dumps(results_json(weigh(built.document(), MAP))))
    assert written["method"] == "log-odds"
    assert (written["sharpness"], written["seed"], written["draws"]) == (1.0, 1, 2000)
    assert written["options"][0]["total"]["likely"] == pytest.approx(50)
    assert written["ranking"] == [built.ids["A"]]
    assert written["arguments_weighed"] == written["arguments_total"] == 1


def test_results_as_json_have_null_where_there_is_no_value() -> None:
    built = MapBuilder()
    built.option("A")
    built.criterion("Scope", 50)
    written: Mapping[str, Any] = results_json(weigh(built.document(), MAP))
    assert sure(sure(written["options"])[0])["total"] is None
    assert sure(sure(written["options"])[0])["rank"] is None
    assert sure(sure(written["cells"])[0])["likely"] is None
