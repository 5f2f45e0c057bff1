"""What is said of results is so: every sentence is read back and held against maps weighed another way."""

import re

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card
from desktop_app.weighing.agreement import agreement, agreement_sentence
from desktop_app.weighing.explain import explain
from desktop_app.weighing.methods import COMPARED
from desktop_app.weighing.results import weigh
from desktop_app.weighing.sentences import removal_sentence, sensitivity_sentence
from desktop_app.weighing.strength import StrengthGraph
from desktop_app.weighing.turning import sensitivities
from desktop_app.weighing.waterfall import StepUnit, waterfall, waterfall_sentences
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import spoken
from tests.weighing.maps import MAP
from tests.weighing.test_explaining import trees

MINUS = "−"


def number(text: str) -> int:
    return int(text.replace(MINUS, "-"))


def leaning_with(document: Document, card: int, record: Card | Argument, **changes: float | None) -> float:
    """What a card would lean with a number changed in the document itself, weighed afresh."""
    with document.transaction("Change"):
        document.change(record, **changes)
    strength = weigh(document, MAP).cards[card].strength
    with document.transaction("Back"):
        document.change(document.get(type(record), record.id), **{name: getattr(record, name) for name in changes})
    return 100 * (2 * strength - 1)


@given(trees())
@settings(deadline=None)
def test_what_is_said_without_an_argument_is_what_the_map_leans_without_it(built) -> None:
    document, top = built.document(), built.ids["top"]
    for removal in explain(StrengthGraph(document, MAP), top).removals:
        said = str(removal_sentence(document, removal))
        without = leaning_with(document, top, document.get(Argument, removal.argument), importance=None)
        told = 0 if "evenly" in said else number(re.search(rf"lean ([+{MINUS}]?\d+)\.", said)[1])
        assert told == whole(without)


@given(trees())
@settings(deadline=None)
def test_what_a_result_is_said_to_be_most_sensitive_to_moves_it_as_said(built) -> None:
    document, top = built.document(), built.ids["top"]
    results, found = weigh(document, MAP), sensitivities(StrengthGraph(document, MAP), top)
    said = str(sensitivity_sentence(document, results, top, found))
    assume(results.cards[top].leaning is not None and said != "No single number moves it by a point.")
    told = 0 if "evenly" in said else number(re.search(rf"lean ([+{MINUS}]?\d+)\.", said)[1])
    first = found[0]
    if first.card is not None:
        record, field = document.get(Card, first.card), "plausibility"
    else:
        record, field = document.get(Argument, first.argument), "importance"
    assert told == whole(leaning_with(document, top, record, **{field: first.tried}))


@given(trees(), st.sampled_from(COMPARED))
@settings(deadline=None)
def test_the_steps_of_a_waterfall_lead_from_the_start_to_the_result(built, semantics) -> None:
    document, top = built.document(), built.ids["top"]
    strengths = StrengthGraph(document, MAP, semantics=semantics)
    found = waterfall(strengths, top)
    if found is None:
        assert not list(strengths.graph.inputs(top))
        return
    level = found.start
    for step in found.steps:
        assert step.before == level
        level = step.after
    end = 100 * np.tanh(level / 200) if found.unit is StepUnit.POINTS else level
    assert np.isclose(end, found.leaning, atol=1e-6)
    said = spoken(waterfall_sentences(document, found))
    assert number(re.search(rf"Together ([+{MINUS}]?\d+)", said)[1]) == whole(found.end)


@given(trees())
@settings(deadline=None)
def test_methods_are_said_to_agree_exactly_when_all_show_the_same_side(built) -> None:
    document, top = built.document(), built.ids["top"]
    found = agreement(StrengthGraph(document, MAP), top)
    assume(found is not None)
    shown = set()
    for semantics in COMPARED:
        strength = StrengthGraph(document, MAP, semantics=semantics).values[top]
        shown.add(np.sign(whole(100 * (2 * strength - 1))))
    assert str(agreement_sentence(found)).startswith("All") == (len(shown) == 1)
