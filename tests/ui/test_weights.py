"""Weights of criteria are found by swings, by an order or in pairs; a weight under the hand shows what it would do."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.edits import criteria, perspectives
from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Criterion, Judgement, PerspectiveKind, WeightFrom
from desktop_app.ui.pages.criteria.hidden_panel import HiddenPanel
from desktop_app.ui.pages.criteria.weights.pairs import PairWay, ratio_words
from desktop_app.ui.pages.criteria.weights.panel import WeightsPanel
from desktop_app.ui.pages.criteria.weights.ranking import RankWay
from desktop_app.ui.pages.criteria.weights.swing import SwingWay
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from desktop_app.weighing.criteria.swings import swing_question, swings
from desktop_app.weighing.criteria.weights import rank_order_centroid
from desktop_app.wording.rounding import percent, whole
from tests.ui.conftest import ALT, KEYS, Hands


@pytest.fixture
def matrix(example: Hands) -> Hands:
    """The example's matrix."""
    example.workspace.view.show_page(Page.CRITERIA)
    return example


def _criteria(hands: Hands) -> list[Criterion]:
    return reads.criteria(hands.document, hands.workspace.map_id)


def _id(hands: Hands, name: str) -> CriterionId:
    return next(item.id for item in _criteria(hands) if item.name == name)


def _weights(hands: Hands) -> dict[str, int]:
    return {item.name: whole(item.weight) for item in _criteria(hands)}


def _totals(hands: Hands) -> list[str]:
    """What stands in the row of totals."""
    return [hands.page.criteria.total_text(option) for option in hands.workspace.results.options]


def _panel(hands: Hands, action: str) -> WeightsPanel:
    hands.trigger(action)
    panel = hands.page.criteria.popover.panel
    assert isinstance(panel, WeightsPanel)
    return panel


def _pairs(panel: WeightsPanel) -> PairWay:
    way = panel.ways[WeightsWay.PAIRS]
    assert isinstance(way, PairWay)
    return way


def test_swings_are_asked_for_in_words_and_used_in_one_step(matrix: Hands) -> None:
    panel = _panel(matrix, "weigh_by_swings")
    way = panel.way
    assert isinstance(way, SwingWay)
    assert way.first.currentText() == "Credibility"
    found = {swing.name: swing for swing in swings(matrix.document, matrix.workspace.map_id)}
    row = way.rows[_id(matrix, "Scope")]
    assert row.question.text() == swing_question(found["Credibility"], found["Scope"])
    row.number.setFocus()
    matrix.press(KEYS.Key_Delete)
    matrix.type("20")
    matrix.press(KEYS.Key_Return)
    assert row.slider.value() == 20
    proposed = way.proposed()
    assert f"Scope {percent(20 / sum(proposed.values()))}" in panel.preview.words
    before = _weights(matrix)
    panel.use.click()
    assert _weights(matrix) == before | {"Scope": 20, "Credibility": 100}
    assert matrix.page.criteria.popover.panel is None
    assert matrix.window.actions_by_name["undo"].text() == "Undo Weigh by swings"
    matrix.trigger("undo")
    assert _weights(matrix) == before


def test_another_criterion_can_be_lifted_first_and_then_counts_100(matrix: Hands) -> None:
    way = _panel(matrix, "weigh_by_swings").way
    assert isinstance(way, SwingWay)
    scope = _id(matrix, "Scope")
    way.first.show_value(scope)
    way.first.activated.emit(way.first.currentIndex())
    assert not way.rows[scope].isVisible()
    assert way.proposed()[scope] == 100


def test_an_order_alone_gives_weights_and_is_made_by_keys(matrix: Hands) -> None:
    panel = _panel(matrix, "rank_criteria")
    way = panel.way
    assert isinstance(way, RankWay)
    assert matrix.focused is way.list
    order = [item.name for item in sorted(_criteria(matrix), key=lambda item: -item.weight)]
    matrix.press(KEYS.Key_Down, ALT)
    order[0], order[1] = order[1], order[0]
    assert [matrix.document.get(Criterion, item).name for item in way.order] == order
    shares = rank_order_centroid(4)
    panel.use.click()
    assert _weights(matrix) == {name: whole(100 * share / shares[0]) for name, share in zip(order, shares, strict=True)}


def test_pairs_are_answered_in_words_and_kept_at_once(matrix: Hands) -> None:
    panel = _panel(matrix, "compare_criteria")
    way = _pairs(panel)
    assert not panel.use.isEnabled()
    pair = (_id(matrix, "Specificity"), _id(matrix, "Credibility"))
    row = way.rows[pair]
    row.slider.setFocus()
    matrix.press(KEYS.Key_Left)
    matrix.press(KEYS.Key_Left)
    assert row.words.text() == "Specificity matters somewhat more than Credibility (3 : 1)"
    (answer,) = matrix.document.all(Judgement)
    assert (answer.first, answer.second, answer.ratio) == (*pair, 3.0)
    row.equal.click()
    assert row.words.text() == "Specificity matters as much as Credibility"
    row.clear.click()
    assert not matrix.document.all(Judgement)
    assert row.words.text() == "not compared yet"


def test_the_keyboard_begins_at_the_first_pair_that_is_not_answered(matrix: Hands) -> None:
    panel = _panel(matrix, "compare_criteria")
    rows = list(_pairs(panel).rows.values())
    assert matrix.focused is rows[0].slider
    rows[0].equal.click()
    panel.take_keyboard()
    assert matrix.focused is rows[1].slider


def test_answers_that_contradict_each_other_are_named_with_their_ratio(matrix: Hands) -> None:
    names = [item.name for item in _criteria(matrix)]
    for first, second, ratio in ((0, 1, 5.0), (1, 2, 3.0), (0, 2, 1 / 3), (0, 3, 7.0), (1, 3, 2.0), (2, 3, 2.0)):
        criteria.set_judgement(matrix.document, _id(matrix, names[first]), _id(matrix, names[second]), ratio)
    panel = _panel(matrix, "compare_criteria")
    assert "Consistency ratio 0.60" in panel.summary
    assert "look at them again" in panel.summary
    way = _pairs(panel)
    worst = next(row for row in way.rows.values() if "fits the others least" in row.words.text())
    assert worst.words.text().startswith(f"{names[2]} matters somewhat more than {names[0]}")
    way.look_again.click()
    assert matrix.focused is worst.slider
    assert panel.use.isEnabled()


def test_more_than_seven_criteria_are_not_compared_in_pairs(matrix: Hands) -> None:
    for number in range(4):
        criteria.add_criterion(matrix.document, matrix.workspace.map_id, f"Further {number}")
    panel = _panel(matrix, "compare_criteria")
    assert _pairs(panel).rows == {}
    assert not panel.use.isEnabled()


def test_a_locked_weight_stays_and_a_perspective_gets_its_own(matrix: Hands) -> None:
    document = matrix.document
    locked = _id(matrix, "Scope")
    criteria.lock_weight(document, locked, locked=True)
    theirs = perspectives.add_perspective(document, matrix.workspace.map_id, "Them", PerspectiveKind.PERSON)
    matrix.workspace.view.choose_perspective(theirs.id)
    before = _weights(matrix)
    panel = _panel(matrix, "rank_criteria")
    assert "Locked weights stay as they are, though their shares may change: Scope." in panel.summary
    panel.use.click()
    assert _weights(matrix) == before
    numbers = matrix.workspace.numbers
    assert numbers.weight(document.get(Criterion, locked)) == before["Scope"]
    assert numbers.weight(document.get(Criterion, _id(matrix, "Credibility"))) == 100


def test_using_new_weights_clears_the_mark_that_a_scale_changed(matrix: Hands) -> None:
    scope = _id(matrix, "Scope")
    criteria.set_levels(matrix.document, scope, [(0, "none"), (100, "all")])
    assert matrix.document.get(Criterion, scope).stale
    _panel(matrix, "weigh_by_swings").use.click()
    assert not matrix.document.get(Criterion, scope).stale


def test_a_panel_follows_changes_beneath_it(matrix: Hands) -> None:
    panel = _panel(matrix, "weigh_by_swings")
    criteria.rename_criterion(matrix.document, _id(matrix, "Scope"), "Breadth")
    assert "Breadth" in panel.preview.words
    criteria.delete_criterion(matrix.document, _id(matrix, "Breadth"))
    assert "Breadth" not in panel.preview.words


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("weigh_by_swings", WeightFrom.SWINGS),
        ("rank_criteria", WeightFrom.RANK),
        ("compare_criteria", WeightFrom.PAIRS),
    ],
)
def test_a_weight_keeps_the_way_it_was_found_until_it_is_set_by_hand(
    matrix: Hands, action: str, expected: WeightFrom
) -> None:
    found = _criteria(matrix)
    for other in found[1:]:
        criteria.set_judgement(matrix.document, found[0].id, other.id, 3.0)
    # First against second 1, third 3, fourth 9 was refused: its heaviest weight came to a hair above 100.
    criteria.set_judgement(matrix.document, found[0].id, found[1].id, 1.0)
    criteria.set_judgement(matrix.document, found[0].id, found[3].id, 9.0)
    panel = _panel(matrix, action)
    panel.use.click()
    assert {item.weight_from for item in _criteria(matrix)} == {expected}
    criteria.set_weight(matrix.document, found[0].id, 12.0)
    assert [item.weight_from for item in _criteria(matrix)] == [WeightFrom.TYPED, *[expected] * (len(found) - 1)]


def test_a_ratio_reads_from_the_side_that_matters_more() -> None:
    assert ratio_words("Cost", "Speed", 5.0) == "Cost matters strongly more than Speed (5 : 1)"
    assert ratio_words("Cost", "Speed", 1 / 9) == "Speed matters extremely more than Cost (9 : 1)"
    assert ratio_words("Cost", "Speed", 1.0) == "Cost matters as much as Speed"


# --- preview -----------------------------------------------------------------------------------------


def test_a_weight_under_the_hand_shows_what_it_would_do_and_counts_when_let_go(matrix: Hands) -> None:
    page = matrix.page.criteria
    specificity = _id(matrix, "Specificity")
    slider = page.weight_slider(specificity)
    totals = _totals(matrix)
    before = _weights(matrix)
    swept = page.analysis.criterion.currentText()
    slider.setSliderDown(True)
    slider.setValue(0)
    assert page.analysis.criterion.currentText() == swept
    shown = _totals(matrix)
    assert shown != totals
    assert _weights(matrix) == before
    assert page.analysis.trials_box.summary == "Drawn again when the weight is let go."
    trials = page.analysis.trials
    assert not trials.is_running
    slider.setSliderDown(False)
    assert _weights(matrix) == before | {"Specificity": 0}
    assert _totals(matrix) == shown
    matrix.qtbot.waitUntil(lambda: not trials.is_running, timeout=20_000)
    assert "comes first in" in page.analysis.trials_box.summary


def test_a_cell_of_a_map_that_hides_its_numbers_offers_to_weigh(matrix: Hands) -> None:
    matrix.trigger("hide_numbers")
    page = matrix.page.criteria
    option = next(iter(matrix.workspace.results.options))
    cell = page.cell(option, _id(matrix, "Scope"))
    cell.setFocus()
    scored = reads.score(matrix.document, option, _id(matrix, "Scope"))
    matrix.press(KEYS.Key_Delete)
    matrix.type("7")
    assert reads.score(matrix.document, option, _id(matrix, "Scope")) == scored
    matrix.press(KEYS.Key_Return)
    panel = page.popover.panel
    assert isinstance(panel, HiddenPanel)
    assert not cell.line.isVisible()
    assert not page.analysis.isVisible()
    matrix.press(KEYS.Key_Space)
    QApplication.processEvents()
    assert cell.line.isVisible()
    assert page.popover.panel is None


def test_a_mark_on_a_slider_stands_where_the_lead_changes(matrix: Hands) -> None:
    document, specificity = matrix.document, _id(matrix, "Specificity")
    slider = matrix.page.criteria.table.heads[specificity].slider
    # Beside such heavy others no weight of it reaches the share at which the lead changes.
    assert not slider.marks
    for name in ("Credibility", "Enforceability", "Scope"):
        criteria.set_weight(document, _id(matrix, name), _weights(matrix)[name] / 4)
    (mark,) = slider.marks
    assert mark.words == "below 45 % C is on top (weight 51)"
    assert mark.words in slider.accessibleDescription()
    for weight, leader in ((mark.weight - 2, "C"), (mark.weight + 2, "D")):
        criteria.set_weight(document, specificity, weight)
        first = matrix.workspace.results.ranking[0].option
        assert reads.option_letters(document, matrix.workspace.map_id)[first] == leader
