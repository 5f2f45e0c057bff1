"""How often a card leans which way, drawn from the doubt about its claims."""

import pytest

from desktop_app.model.records import Confidence, Method
from desktop_app.weighing.arguments.methods import SEMANTICS
from desktop_app.weighing.arguments.runs import LeaningRuns, leaning_runs, runs_sentence
from desktop_app.weighing.arguments.strength import StrengthGraph
from tests.sure import sure
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_methods import restless


def contested(confidence: Confidence | None, *, con: float = 0.6) -> MapBuilder:
    built = MapBuilder()
    built.option("A")
    for sign, plausibility in (("+", 0.6), ("-", con)):
        built.card(f"{sign} card", plausibility, confidence=confidence)
        built.argue(sign, f"{sign} card", "A", 1.0)
    return built


def runs_of(built: MapBuilder, method: Method = Method.LOG_ODDS) -> LeaningRuns | None:
    document = built.document()
    return leaning_runs(
        document, StrengthGraph(document, MAP, semantics=SEMANTICS[method]), built.card_ids["A"], seed=1, draws=2_000
    )


@pytest.mark.parametrize("method", list(Method))
def test_what_stands_alike_on_either_side_leans_each_way_in_half_the_runs(method: Method) -> None:
    found = runs_of(contested(Confidence.LOW), method)
    assert found is not None
    assert found.share_for == pytest.approx(0.5, abs=0.04)
    assert found.low < 0 < found.high
    assert found == runs_of(contested(Confidence.LOW), method)


def test_more_confidence_narrows_the_range_and_settles_the_side() -> None:
    wide, narrow = (runs_of(contested(confidence, con=0.4)) for confidence in (Confidence.LOW, Confidence.HIGH))
    assert narrow is not None
    assert wide is not None
    assert narrow.high - narrow.low < wide.high - wide.low
    assert 0.5 < wide.share_for < narrow.share_for == 1
    assert str(runs_sentence(narrow)).startswith(
        "With the doubt about its claims it leans for in 100 of 100 trials, from +"
    )


def test_a_card_that_leans_against_is_said_to() -> None:
    said = str(runs_sentence(sure(runs_of(contested(Confidence.LOW, con=0.8)))))
    assert "it leans against in " in said


def test_there_are_no_runs_without_doubt_weighed_arguments_or_a_stable_result() -> None:
    assert runs_of(contested(None)) is None
    empty = MapBuilder()
    empty.option("A")
    assert runs_of(empty) is None
    assert runs_of(restless()) is None
