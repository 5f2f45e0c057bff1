"""Options are judged on the Criteria page: scores and weights are typed, totals show."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.edits import cards, criteria, scores
from desktop_app.model import reads
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.ui.pages.criteria.naming import NamingPanel
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.criteria.typed import ScoreNotReadError, TypedScore, read_score
from desktop_app.wording.sentence import text
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.matrix_hands import page_of
from tests.ui.test_many_workbooks import settle


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("75", TypedScore(75.0)),
        (" 62.5 ", TypedScore(62.5)),
        ("60-75-90", TypedScore(75.0, 60.0, 90.0)),
        ("60 75 90", TypedScore(75.0, 60.0, 90.0)),
        ("?", TypedScore()),
        ("", None),
    ],
)
def test_scores_are_read_as_people_type_them(typed: str, score: TypedScore | None) -> None:
    assert read_score(typed) == score


@pytest.mark.parametrize("typed", ["good", "101", "90-75-60", "1e3", "-5", "60-75"])
def test_what_is_no_score_is_refused_with_a_remedy(typed: str) -> None:
    with pytest.raises(ScoreNotReadError) as refused:
        read_score(typed)
    assert refused.value.remedy


def _first(hands: Hands) -> tuple[CardId, CriterionId]:
    option = reads.options(hands.document, hands.workspace.map_id)[0]
    criterion = reads.criteria(hands.document, hands.workspace.map_id)[0]
    return option.id, criterion.id


def test_a_typed_score_changes_the_total(example: Hands) -> None:
    example.press(KEYS.Key_3, CTRL)
    assert example.workspace.view.page is Page.CRITERIA
    option, criterion = _first(example)
    page = example.page.criteria
    before = page.total_text(option)
    line = page.cell(option, criterion).line
    line.setFocus()
    line.selectAll()
    example.write("95")
    score = reads.score(example.document, option, criterion)
    assert score is not None
    assert score.likely == 95
    assert page.total_text(option) != before


def test_a_missing_score_makes_the_total_a_range(example: Hands) -> None:
    option, criterion = _first(example)
    example.trigger("show_criteria_page")
    line = example.page.criteria.cell(option, criterion).line
    line.setFocus()
    line.selectAll()
    example.press(KEYS.Key_Delete)
    example.press(KEYS.Key_Return)
    assert reads.score(example.document, option, criterion) is None
    assert "–" in example.page.criteria.total_text(option)


def test_a_refused_score_says_why_and_keeps_what_was_typed(example: Hands) -> None:
    option, criterion = _first(example)
    example.trigger("show_criteria_page")
    line = example.page.criteria.cell(option, criterion).line
    line.setFocus()
    line.selectAll()
    example.write("lots")
    assert example.refusal
    assert "lots" in example.refusal
    assert line.text() == "lots"


def test_weights_shift_by_key_in_one_step_each(example: Hands) -> None:
    _, criterion = _first(example)
    example.trigger("show_criteria_page")
    slider = example.page.criteria.weight_slider(criterion)
    slider.setFocus()
    example.press(KEYS.Key_Right)
    assert next(item for item in reads.criteria(example.document, example.workspace.map_id)).weight == 71
    assert example.window.actions_by_name["undo"].text() == "Undo Set weight"


def test_criteria_and_options_can_be_added_from_the_page(example: Hands) -> None:
    example.trigger("show_criteria_page")
    count = len(reads.criteria(example.document, example.workspace.map_id))
    example.trigger("add_criterion")
    assert len(reads.criteria(example.document, example.workspace.map_id)) == count
    (panel,) = example.page.criteria.findChildren(NamingPanel)
    assert text("criteria.new_criterion") in [label.text() for label in panel.findChildren(QLabel)]
    example.write("Cost")
    assert reads.criteria(example.document, example.workspace.map_id)[-1].name == "Cost"
    assert _undo_words(example) == "Undo Add criterion"
    example.press(KEYS.Key_Escape)
    example.trigger("add_option")
    example.write("A fifth way")
    assert reads.options(example.document, example.workspace.map_id)[-1].text == "A fifth way"
    assert example.workspace.view.page is Page.CRITERIA
    assert _undo_words(example) == "Undo Add option"


def _undo_words(hands: Hands) -> str:
    return hands.window.actions_by_name["undo"].text()


def test_cells_mark_scores_without_arguments_and_against_them(example: Hands) -> None:
    example.trigger("show_criteria_page")
    marks = [cell.mark for cell in example.page.criteria.table.cells.values()]
    assert marks.count("no argument yet") >= 3
    assert "≠ only cons, scored high" in marks


def test_the_page_says_what_is_missing_before_anything_can_be_judged(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    hands.press(KEYS.Key_3, CTRL)
    assert hands.page.criteria.hint_text == "Add options to judge them here."
    cards.add_option(document, map_id, "Repair it")
    assert hands.page.criteria.hint_text == "Add criteria to judge the options on."
    criteria.add_criterion(document, map_id, "Cost")
    assert hands.page.criteria.hint_text.startswith("100 is best.")


def test_facts_are_shown_again_after_a_map_without_options(town: Hands) -> None:
    document, first = town.document, town.workspace.map_id
    scores.set_fact(document, reads.options(document, first)[0].id, "Cost", "12 m")
    town.trigger("add_map")
    settle()
    town.workspace.view.show_map(first)
    settle()
    assert page_of(town).table.facts.cell("Cost").text.text == "Cost"


def test_totals_are_shown_again_after_all_criteria_were_deleted(town: Hands) -> None:
    document, map_id = town.document, town.workspace.map_id
    for criterion in reads.criteria(document, map_id):
        criteria.delete_criterion(document, criterion.id)
    settle()
    criteria.add_criterion(document, map_id, "New")
    settle()
    assert page_of(town).total_text(reads.options(document, map_id)[0].id) == "–"
