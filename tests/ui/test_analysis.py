"""The analysis beneath the matrix says what the ranking hangs on, always of the latest numbers."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.edits import criteria as criteria_edits
from desktop_app.edits import scores
from desktop_app.model import reads
from desktop_app.session import Session
from desktop_app.ui.pages.analysis.panel import AnalysisPanel
from desktop_app.ui.workspace.view import Page
from desktop_app.weighing.criteria.reweighing import reweighed
from desktop_app.weighing.robustness.draws import WeightKnowledge
from tests.ui.conftest import KEYS, Hands


@pytest.fixture
def panel(example: Hands) -> AnalysisPanel:
    return _panel(example)


def _panel(hands: Hands) -> AnalysisPanel:
    hands.workspace.view.show_page(Page.CRITERIA)
    return hands.page.criteria.analysis


def _settled(qtbot: QtBot, panel: AnalysisPanel) -> None:
    qtbot.waitUntil(lambda: not panel.trials.is_running, timeout=20_000)


def test_the_weight_that_turns_the_ranking_soonest_is_shown_first(panel: AnalysisPanel) -> None:
    assert panel.criterion.currentText() == "Specificity"
    assert "above 46 % D is on top" in panel.sweep_box.chart.words
    assert "Specificity" in panel.sweep_box.summary


def test_the_leader_stands_against_its_nearest_rival(panel: AnalysisPanel) -> None:
    assert panel.pair.currentText() == "C against D"
    assert "11 points" in panel.pair_box.summary
    assert panel.pair_box.chart.accessibleName().startswith("One against another, in points of the total.")


def test_another_pair_can_be_compared(panel: AnalysisPanel) -> None:
    panel.pair.setCurrentText("A against B")
    panel.pair.activated.emit(panel.pair.currentIndex())
    assert "A" in panel.pair_box.summary
    assert "B" in panel.pair_box.summary


def test_trials_run_beside_the_window_and_say_how_many_and_with_which_seed(panel: AnalysisPanel, qtbot: QtBot) -> None:
    _settled(qtbot, panel)
    assert "C comes first in" in panel.trials_box.summary
    assert "10,000 trials, seed 1" in panel.trials_box.summary
    panel.knowledge.setCurrentIndex(panel.knowledge.findData(WeightKnowledge.ANY))
    panel.knowledge.activated.emit(panel.knowledge.currentIndex())
    _settled(qtbot, panel)
    assert "with any weights" in panel.trials_box.summary
    assert not panel.firmness.isVisible()


def test_only_the_latest_question_is_answered(panel: AnalysisPanel, example: Hands, qtbot: QtBot) -> None:
    answers: list[object] = []
    panel.trials.done.connect(answers.append)
    criterion = reads.criteria(example.document, example.workspace.map_id)[0]
    for weight in (10.0, 20.0, 30.0, 95.0):
        criteria_edits.set_weight(example.document, criterion.id, weight)
    _settled(qtbot, panel)
    assert len(answers) == 1


def test_while_a_weight_is_moved_the_ranking_is_looked_at_under_it(panel: AnalysisPanel, example: Hands) -> None:
    before = panel.pair_box.summary
    results = example.workspace.results
    moved = dict.fromkeys(results.weights, 0.0) | {next(iter(results.weights)): 100.0}
    panel.preview(reweighed(results, moved))
    assert panel.pair_box.summary != before
    assert panel.trials_box.summary == "Drawn again when the weight is let go."


def test_a_changed_score_changes_every_answer(panel: AnalysisPanel, example: Hands, qtbot: QtBot) -> None:
    _settled(qtbot, panel)
    before = (panel.sweep_box.summary, panel.pair_box.summary, panel.trials_box.summary, panel.doubt_box.summary)
    options = reads.options(example.document, example.workspace.map_id)
    for criterion in reads.criteria(example.document, example.workspace.map_id):
        scores.set_score(example.document, options[0].id, criterion.id, 100.0)
    _settled(qtbot, panel)
    after = (panel.sweep_box.summary, panel.pair_box.summary, panel.trials_box.summary, panel.doubt_box.summary)
    assert [one for one, other in zip(before, after, strict=True) if one == other] == []
    assert panel.pair.currentText().startswith("A against")


def test_a_cost_typed_into_the_matrix_reaches_the_frontier_once_somebody_says_which_way_is_better(
    panel: AnalysisPanel, example: Hands, qtbot: QtBot
) -> None:
    document, map_id = example.document, example.workspace.map_id
    assert not panel.cost_box.isVisible()
    assert not panel.direction_box.isVisible()
    for number, option in enumerate(reads.options(document, map_id)):
        scores.set_fact(document, option.id, "Cost", f"£{10 * number}m")
    # Nobody has said that less is better, so nothing is said of who is worth it.
    assert not panel.cost_box.isVisible()
    buttons = {button.accessibleName(): button for button in panel.direction_box.findChildren(QPushButton)}
    assert list(buttons) == ["Cost: less is better", "Cost: more is better", "Cost: neither"]
    buttons["Cost: less is better"].setFocus()
    qtbot.keyClick(buttons["Cost: less is better"], KEYS.Key_Space)
    assert panel.cost_box.isVisible()
    assert not panel.direction_box.isVisible()
    assert panel.cost_box.summary.startswith("Against Cost (less is better) nobody gives as much for less than A")
    assert "for £" in panel.cost_box.summary
    assert "value 69 at £20m" in panel.cost_box.chart.words
    example.trigger("undo")
    assert panel.direction_box.isVisible()


def test_a_read_only_workbook_is_not_asked_which_way_a_fact_counts(
    example: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    document, map_id = example.document, example.workspace.map_id
    for number, option in enumerate(reads.options(document, map_id)):
        scores.set_fact(document, option.id, "Cost", f"£{10 * number}m")
    copy = tmp_path / "copy.steelyard"
    example.workspace.session.save_copy(copy)
    assert example.window.files._open(lambda: Session.open(copy, read_only=True))
    example.workspace.view.show_map(map_id)
    panel = _panel(example)
    buttons = panel.direction_box.findChildren(QPushButton)
    assert buttons
    assert not any(button.isEnabled() for button in buttons)
    panel.trials.stop()


def test_a_fact_that_is_neither_better_with_less_nor_with_more_is_not_asked_about_again(
    panel: AnalysisPanel, example: Hands
) -> None:
    document, map_id = example.document, example.workspace.map_id
    for number, option in enumerate(reads.options(document, map_id)):
        scores.set_fact(document, option.id, "Start year", str(2027 + number))
    next(b for b in panel.direction_box.findChildren(QPushButton) if b.text() == "Neither").click()
    assert not panel.direction_box.isVisible()
    assert not panel.cost_box.isVisible()


def test_without_two_ranked_options_there_is_no_analysis(panel: AnalysisPanel, example: Hands) -> None:
    for option in reads.options(example.document, example.workspace.map_id)[1:]:
        for criterion in reads.criteria(example.document, example.workspace.map_id):
            scores.clear_score(example.document, option.id, criterion.id)
    assert not panel.isVisible()
