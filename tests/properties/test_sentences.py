"""What is said of results is so: every sentence is read back and held against maps weighed another way."""

import re

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card, Criterion, Map, Score
from desktop_app.weighing.agreement import agreement, agreement_sentence
from desktop_app.weighing.explain import explain
from desktop_app.weighing.methods import COMPARED
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from desktop_app.weighing.sentences import removal_sentence, sensitivity_sentence, turning_sentence
from desktop_app.weighing.strength import StrengthGraph
from desktop_app.weighing.turning import sensitivities
from desktop_app.weighing.waterfall import StepUnit, waterfall, waterfall_sentence
from desktop_app.wording.rounding import whole
from tests.weighing.maps import MAP
from tests.weighing.test_criteria import matrix_map
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
        said = removal_sentence(document, removal)
        without = leaning_with(document, top, document.get(Argument, removal.argument), importance=None)
        told = 0 if "evenly" in said else number(re.search(rf"lean ([+{MINUS}]?\d+)\.", said)[1])
        assert told == whole(without)


@given(trees())
@settings(deadline=None)
def test_a_result_turns_beyond_what_is_said_to_turn_it_and_not_before(built) -> None:
    document, top = built.document(), built.ids["top"]
    explanation = explain(StrengthGraph(document, MAP), top)
    assume(explanation.leaning is not None and abs(explanation.leaning) > 1)
    for turning in explanation.turnings:
        said = turning_sentence(document, (turning,))
        if turning.card is not None:
            record, field = document.get(Card, turning.card), "plausibility"
            now, needed = (int(found) / 100 for found in re.search(r"from (\d+) % to (\d+) %", said).groups())
            ends = (0.001, 0.999)
        else:
            record, field = document.get(Argument, turning.argument), "importance"
            needed, now = (int(found) / 100 for found in re.search(r"(\d+) of 100 instead of (\d+)", said).groups())
            ends = (0.0, 1.0)
        way = 1 if turning.needed > turning.now else -1
        assert ("rises" in said or "more" in said) == (way > 0)
        beyond = min(max(needed + 0.011 * way, ends[0]), ends[1])
        assert leaning_with(document, top, record, **{field: beyond}) * explanation.leaning <= 1e-6
        before = needed - 0.011 * way
        if (before - turning.now) * way > 0:
            assert leaning_with(document, top, record, **{field: before}) * explanation.leaning >= -1e-6
        assert abs(now - turning.now) <= 0.01


@given(trees())
@settings(deadline=None)
def test_no_single_change_is_said_only_where_no_number_on_a_grid_turns_it(built) -> None:
    document, top = built.document(), built.ids["top"]
    explanation = explain(StrengthGraph(document, MAP), top)
    assume(explanation.leaning is not None and whole(explanation.leaning) != 0)
    if turning_sentence(document, explanation.turnings) != "No single change turns it.":
        return
    for step in (0.01, 0.25, 0.5, 0.75, 0.99):
        for card in list(document.all(Card)):
            if card.id != top and card.plausibility is not None:
                assert leaning_with(document, top, card, plausibility=step) * explanation.leaning >= -1e-6
        for argument in list(document.all(Argument)):
            if argument.importance is not None:
                assert leaning_with(document, top, argument, importance=step) * explanation.leaning >= -1e-6


@given(trees())
@settings(deadline=None)
def test_what_a_result_is_said_to_be_most_sensitive_to_moves_it_as_said(built) -> None:
    document, top = built.document(), built.ids["top"]
    found = sensitivities(StrengthGraph(document, MAP), top)
    assume(found)
    said = sensitivity_sentence(document, found)
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
    said = waterfall_sentence(document, found)
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
    assert agreement_sentence(found).startswith("All") == (len(shown) == 1)


# --- criteria --------------------------------------------------------------------------------------------

points = st.integers(0, 20).map(lambda value: 5.0 * value)


@st.composite
def matrices(draw):
    """Three options on three criteria, some scores in doubt."""
    likely = draw(st.lists(st.lists(points, min_size=3, max_size=3), min_size=3, max_size=3))
    weights = draw(st.lists(st.integers(1, 100), min_size=3, max_size=3))
    low = [[max(0.0, value - 10) for value in row] for row in likely]
    built = matrix_map("ABC", ["Scope", "Cost", "Time"], weights, low=low, likely=likely, high=likely)
    document = built.document()
    with document.transaction("Fewer draws"):
        document.change(document.get(Map, MAP), draws=400)
    return built, document


def totals_by(document, ids, weights) -> dict[str, float]:
    """Totals by hand: from the records, not from the weighing."""
    found = {}
    for letter in "ABC":
        scores = {score.criterion: score.likely for score in document.all(Score) if score.option == ids[letter]}
        found[letter] = sum(weights[name] * scores[ids[name]] for name in weights) / sum(weights.values())
    return found


@given(matrices())
@settings(deadline=None)
def test_what_is_said_of_a_ranking_is_what_the_scores_and_weights_themselves_give(made) -> None:
    built, document = made
    weights = {item.name: item.weight for item in document.all(Criterion)}
    totals = totals_by(document, built.ids, weights)
    best = max(totals.values())
    for said in report(document, weigh(document, MAP)).sentences:
        if found := re.match(r"(\w) is (\d+) points? ahead of (\w)", said):
            one, points_ahead, other = found.groups()
            assert np.isclose(totals[one], best)
            assert whole(totals[one] - totals[other]) == int(points_ahead)
        elif found := re.match(r"(\w) draws level with (\w) if its (\w+) is (\d+) instead of (\d+)", said):
            rival, leader, name, needed, now = found.groups()
            moved = totals[rival] + (int(needed) - int(now)) * weights[name] / sum(weights.values())
            assert abs(moved - totals[leader]) <= 0.5 + 1e-9
        elif found := re.match(r"(\w) comes first in (\d+) of 100 runs with the weights as given", said):
            # Scores only fall below their likely value, by ten at most.
            assert totals[found[1]] >= best - 10
        for name, way, share, option in re.findall(r"(\w+)(?: matters)?: (above|below) (\d+) % (\w) leads", said):
            nudge = 0.011 if way == "above" else -0.011
            part = min(max(int(share) / 100 + nudge, 0.0), 1.0)
            rest = sum(weight for other, weight in weights.items() if other != name)
            swept = {other: (1 - part) * weight / rest for other, weight in weights.items() if other != name}
            turned = totals_by(document, built.ids, {**swept, name: part})
            now = max(totals, key=totals.get)
            # Where stretches are shorter than the rounding, somebody else may lead already; the old leader does not.
            assert turned[option] >= turned[now] - 1.2 or np.isclose(turned[option], max(turned.values()))
