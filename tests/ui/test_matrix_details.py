"""Everything about a score, a criterion, an option and a fact can be said on the Criteria page, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, cards, criteria, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Confidence, Criterion, PerspectiveKind, Score, ScoreMode, Stance
from desktop_app.session import Session
from desktop_app.ui.criteria.cell import ScoreCell
from desktop_app.ui.criteria.cell_panel import CellPanel
from desktop_app.ui.criteria.criterion_panel import CriterionPanel
from desktop_app.ui.criteria.grid import MatrixGrid
from desktop_app.ui.criteria.page import CriteriaPage
from desktop_app.ui.view import Page
from tests.ui.conftest import ALT, CTRL, KEYS, Hands


@pytest.fixture
def town(hands: Hands) -> Hands:
    """Two options on two criteria, the first with a scale; the first cell has the keyboard."""
    document, map_id = hands.document, hands.workspace.map_id
    cards.add_question(document, map_id, "What to do with the bridge?")
    for text in ("Leave it", "Repair it"):
        cards.add_option(document, map_id, text)
    cost = criteria.add_criterion(document, map_id, "Cost", question="What is spent?")
    criteria.set_levels(document, cost.id, [(0, "ruinous"), (25, "dear"), (50, "fair"), (75, "cheap"), (100, "free")])
    criteria.add_criterion(document, map_id, "Speed")
    hands.press(KEYS.Key_3, CTRL)
    return hands


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _page(hands: Hands) -> CriteriaPage:
    return hands.page.criteria


def _option(hands: Hands, text: str) -> CardId:
    return hands.card(text).id


def _criterion(hands: Hands, name: str) -> Criterion:
    return next(item for item in hands.document.all(Criterion) if item.name == name)


def _cell(hands: Hands, option: str, criterion: str) -> ScoreCell:
    return _page(hands).cell(_option(hands, option), _criterion(hands, criterion).id)


def _score(hands: Hands, option: str, criterion: str) -> Score | None:
    return reads.score(hands.document, _option(hands, option), _criterion(hands, criterion).id)


def _panel(hands: Hands) -> CellPanel:
    panel = _page(hands).popover.panel
    assert isinstance(panel, CellPanel)
    return panel


def _details(hands: Hands) -> CriterionPanel:
    panel = _page(hands).popover.panel
    assert isinstance(panel, CriterionPanel)
    return panel


def _undo_words(hands: Hands) -> str:
    return hands.window.actions_by_name["undo"].text()


# --- walking and typing ------------------------------------------------------------------------------


def test_arrows_walk_from_cell_to_cell_and_over_the_total(town: Hands) -> None:
    scores.set_fact(town.document, _option(town, "Repair it"), "Season", "winter")
    assert town.focused is _cell(town, "Leave it", "Cost")
    town.press(KEYS.Key_Right)
    town.press(KEYS.Key_Down)
    assert town.focused is _cell(town, "Repair it", "Speed")
    town.press(KEYS.Key_Down)
    assert town.focused is _page(town).table.facts.cell("Season", _option(town, "Repair it"))
    town.press(KEYS.Key_Up)
    town.press(KEYS.Key_Left)
    town.press(KEYS.Key_Left)
    assert town.focused is _page(town).table.heads[_criterion(town, "Speed").id]
    town.press(KEYS.Key_Up)
    town.press(KEYS.Key_Up)
    assert town.focused is _page(town).table.heads[_criterion(town, "Cost").id]


def test_typing_in_a_cell_scores_it_and_enter_leaves_it_there(town: Hands) -> None:
    town.type("60-75-90")
    town.press(KEYS.Key_Return)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert (score.low, score.likely, score.high) == (60, 75, 90)
    cell = _cell(town, "Leave it", "Cost")
    assert town.focused is cell
    assert cell.line.text() == "75"
    assert cell.level == "cheap"
    assert cell.state == "60–90"


def test_escape_restores_what_stood_in_a_cell(town: Hands) -> None:
    scores.set_score(town.document, _option(town, "Leave it"), _criterion(town, "Cost").id, 40)
    town.type("9")
    town.press(KEYS.Key_Escape)
    town.press(KEYS.Key_Escape)
    assert town.focused is _cell(town, "Leave it", "Cost")
    assert _cell(town, "Leave it", "Cost").line.text() == "40"
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 40


def test_a_refused_number_stays_through_other_changes_and_escape_brings_the_old_one_back(town: Hands) -> None:
    scores.set_score(town.document, _option(town, "Leave it"), _criterion(town, "Cost").id, 40)
    town.type("400")
    town.press(KEYS.Key_Return)
    line = _cell(town, "Leave it", "Cost").line
    assert town.page.messages.isVisible()
    assert town.focused is line
    scores.set_score(town.document, _option(town, "Repair it"), _criterion(town, "Cost").id, 10)
    assert line.text() == "400"
    town.press(KEYS.Key_Escape)
    assert line.text() == "40"


def test_a_typed_number_keeps_how_sure_it_is(town: Hands) -> None:
    cost = _criterion(town, "Cost").id
    scores.set_score(town.document, _option(town, "Leave it"), cost, 40, confidence=Confidence.LOW)
    town.type("45")
    town.press(KEYS.Key_Return)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert (score.likely, score.confidence) == (45, Confidence.LOW)


def test_delete_empties_a_cell(town: Hands) -> None:
    town.type("40")
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_Delete)
    assert _score(town, "Leave it", "Cost") is None
    assert _undo_words(town) == "Undo Clear score"


# --- the details of a cell ---------------------------------------------------------------------------


def test_enter_shows_the_levels_and_a_digit_picks_one(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_4)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 75
    assert _panel(town).levels.buttons[3].isChecked()
    assert _cell(town, "Leave it", "Cost").level == "cheap"
    assert _undo_words(town) == "Undo Set score"
    town.press(KEYS.Key_Escape)
    assert _page(town).popover.panel is None
    assert town.focused is _cell(town, "Leave it", "Cost")


def test_a_level_is_picked_by_click_and_stays_down_when_clicked_again(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    button = _panel(town).levels.buttons[1]
    town.click(button)
    town.click(button)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 25
    assert button.isChecked()


def test_levels_work_without_texts_and_arrows_walk_along_them(town: Hands) -> None:
    town.press(KEYS.Key_Down)
    town.press(KEYS.Key_Return, ALT)
    town.press(KEYS.Key_Down)
    town.press(KEYS.Key_Space)
    score = _score(town, "Leave it", "Speed")
    assert score is not None
    assert score.likely == 25


def test_how_sure_gives_a_range_and_a_typed_range_beats_it(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_3)
    panel = _panel(town)
    town.click(panel.sure.button(Confidence.LOW))
    result = town.workspace.results.cells[_option(town, "Leave it"), _criterion(town, "Cost").id]
    assert result.score is not None
    assert (result.score.low, result.score.high) == (20, 80)
    assert _cell(town, "Leave it", "Cost").state == "unsure"
    panel.lines["low"].setFocus()
    town.write("45")
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert (score.low, score.likely, score.confidence) == (45, 50, None)


def test_a_range_out_of_order_is_refused_and_stays_written(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_3)
    low = _panel(town).lines["low"]
    low.setFocus()
    town.write("70")
    assert low.text() == "70"
    assert town.page.messages.isVisible()
    assert _page(town).popover.panel is not None
    town.press(KEYS.Key_Escape)
    assert low.text() == ""


def test_a_range_needs_a_likely_score(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    _panel(town).lines["high"].setFocus()
    town.write("70")
    assert "likely" in town.page.messages.text
    _panel(town).lines["high"].setFocus()
    _panel(town).lines["high"].setText("x")
    town.press(KEYS.Key_Return)
    assert "not a score" in town.page.messages.text


def test_dont_know_is_said_and_taken_back(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(_panel(town).unknown)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely is None
    assert _cell(town, "Leave it", "Cost").state == "don't know"
    town.click(_panel(town).unknown)
    assert _score(town, "Leave it", "Cost") is None


def test_a_note_says_why_once_there_is_a_score(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    assert _panel(town).note.isReadOnly()
    town.press(KEYS.Key_2)
    _panel(town).note.setFocus()
    town.type("two firms have offered")
    town.press(KEYS.Key_Escape)
    assert _panel(town).note.toPlainText() == ""
    town.type("two firms have offered")
    town.press(KEYS.Key_Return, CTRL)
    score = _score(town, "Leave it", "Cost")
    assert score is not None
    assert score.note == "two firms have offered"


def test_a_score_can_be_left_to_its_arguments_and_taken_back(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(_panel(town).mode.button(ScoreMode.ARGUED))
    assert _cell(town, "Leave it", "Cost").state == "nothing weighed"
    _panel(town).adder.setFocus()
    town.write("Costs nothing today [decisive] ~90%")
    assert _cell(town, "Leave it", "Cost").state == "from its arguments"
    assert _cell(town, "Leave it", "Cost").line.isReadOnly()
    town.click(_panel(town).mode.button(ScoreMode.JUDGED))
    assert _score(town, "Leave it", "Cost") is None


def test_pros_and_cons_of_a_cell_are_added_listed_and_shown_on_the_map(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    _panel(town).adder.setFocus()
    town.write("Costs nothing today")
    town.write("- The next flood costs more")
    cost = _criterion(town, "Cost").id
    made = reads.arguments_on(town.document, _option(town, "Leave it"))
    assert [(argument.stance, argument.criterion) for argument in made] == [
        (Stance.SUPPORTS, cost),
        (Stance.OPPOSES, cost),
    ]
    assert _undo_words(town) == "Undo Add con"
    town.type("more")
    town.press(KEYS.Key_Escape)
    assert _panel(town).adder.text() == ""
    town.press(KEYS.Key_Escape)
    cell = _cell(town, "Leave it", "Cost")
    assert cell.counts.words == "＋1  −1"
    town.click(cell.counts)
    con = _panel(town).points[1]
    assert "The next flood costs more" in con.text()
    town.click(con)
    assert town.workspace.view.page is Page.MAP
    assert town.selected == "The next flood costs more"


def test_a_click_elsewhere_closes_the_details(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(_cell(town, "Leave it", "Speed"), QPoint(5, 5))
    assert _page(town).popover.panel is None


def test_tab_goes_round_inside_the_details(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    panel, seen = _panel(town), set()
    for _ in range(30):
        town.press(KEYS.Key_Tab)
        assert panel.isAncestorOf(town.focused)
        seen.add(town.focused)
    assert {panel.adder, panel.lines["low"], panel.unknown} <= seen
    panel.adder.setFocus()
    town.press(KEYS.Key_Backtab)
    assert panel.isAncestorOf(town.focused)
    assert town.focused is not panel.adder


def test_scores_go_to_the_chosen_perspective(town: Hands) -> None:
    made = perspectives.add_perspective(town.document, town.workspace.map_id, "Mayor", PerspectiveKind.PERSON)
    town.workspace.view.choose_perspective(made.id)
    town.type("80")
    town.press(KEYS.Key_Return)
    assert _score(town, "Leave it", "Cost") is None
    assert _cell(town, "Leave it", "Cost").line.text() == "80"
    town.press(KEYS.Key_Delete)
    assert _cell(town, "Leave it", "Cost").line.text() == ""


# --- criteria ----------------------------------------------------------------------------------------


def _to_head(hands: Hands, name: str) -> None:
    _page(hands).table.heads[_criterion(hands, name).id].setFocus()


def test_a_criterion_is_renamed_and_asked_anew_in_place(town: Hands) -> None:
    _to_head(town, "Speed")
    town.press(KEYS.Key_F2)
    town.type("y")
    town.press(KEYS.Key_Return)
    assert _criterion(town, "Speedy").question == ""
    _page(town).table.heads[_criterion(town, "Speedy").id].question.setFocus()
    town.write("When does anybody notice?")
    assert _criterion(town, "Speedy").question == "When does anybody notice?"
    assert _undo_words(town) == "Undo Edit criterion"


def test_a_name_that_is_refused_stays_in_its_editor(town: Hands) -> None:
    _to_head(town, "Speed")
    town.press(KEYS.Key_F2)
    name = _page(town).table.heads[_criterion(town, "Speed").id].name
    name.editor.setPlainText("s" * 20_001)
    town.press(KEYS.Key_Return)
    assert name.is_editing
    assert town.page.messages.isVisible()
    town.press(KEYS.Key_Escape)
    assert not name.is_editing


def test_a_locked_weight_cannot_be_moved(town: Hands) -> None:
    _to_head(town, "Speed")
    town.press(KEYS.Key_L, CTRL)
    speed = _criterion(town, "Speed")
    assert speed.locked
    assert not _page(town).weight_slider(speed.id).isEnabled()
    town.click(_page(town).table.heads[speed.id].lock)
    assert not _criterion(town, "Speed").locked


def test_a_changed_scale_marks_the_weight_until_it_is_confirmed(town: Hands) -> None:
    _to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    label = _details(town).scale.rows[0].label
    label.setFocus()
    label.setPlainText("more than there is")
    town.press(KEYS.Key_Return, CTRL)
    cost = _criterion(town, "Cost")
    assert reads.levels(town.document, cost.id)[0].label == "more than there is"
    head = _page(town).table.heads[cost.id]
    assert head.stale.isVisible()
    town.press(KEYS.Key_Escape)
    assert town.focused is head
    town.click(head.stale)
    assert not _criterion(town, "Cost").stale
    assert not head.stale.isVisible()


def test_levels_are_revalued_added_and_taken_out(town: Hands) -> None:
    _to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    rows = _details(town).scale.rows
    rows[1].value.setFocus()
    rows[1].value.selectAll()
    town.write("30")
    cost = _criterion(town, "Cost").id
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 30, 50, 75, 100]
    rows[1].value.setFocus()
    rows[1].value.selectAll()
    town.write("many")
    assert rows[1].value.text() == "many"
    town.press(KEYS.Key_Escape)
    town.click(_details(town)._add)
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 15, 30, 50, 75, 100]
    town.click(_details(town).scale.rows[1].remove)
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 30, 50, 75, 100]


def test_a_scale_begins_with_five_levels(town: Hands) -> None:
    _to_head(town, "Speed")
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_Space)
    assert [level.value for level in reads.levels(town.document, _criterion(town, "Speed").id)] == [0, 25, 50, 75, 100]
    town.type("never")
    town.press(KEYS.Key_Return, CTRL)
    assert reads.levels(town.document, _criterion(town, "Speed").id)[0].label == "never"


def test_a_red_line_flags_the_score_and_the_total_but_changes_neither(town: Hands) -> None:
    town.type("20")
    town.press(KEYS.Key_Return)
    before = _page(town).total_text(_option(town, "Leave it"))
    _to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    line = _details(town).red_line
    line.setFocus()
    town.write("40")
    assert _criterion(town, "Cost").red_line == 40
    assert "below the red line" in _cell(town, "Leave it", "Cost").mark
    assert _page(town).table.totals[_option(town, "Leave it")].flag == "below 1 red line"
    assert _page(town).total_text(_option(town, "Leave it")) == before
    line.selectAll()
    town.write("no")
    assert line.text() == "no"
    town.press(KEYS.Key_Escape)
    line.selectAll()
    town.press(KEYS.Key_Delete)
    town.press(KEYS.Key_Return)
    assert _criterion(town, "Cost").red_line is None


def test_a_direction_is_written_and_shown(town: Hands) -> None:
    _to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    _details(town).direction.setFocus()
    town.write("less is better")
    assert _criterion(town, "Cost").direction == "less is better"


def test_criteria_and_options_change_places_by_key(town: Hands) -> None:
    town.press(KEYS.Key_Down, ALT)
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Speed", "Cost"]
    assert town.focused is _cell(town, "Leave it", "Cost")
    town.press(KEYS.Key_Up, ALT)
    town.press(KEYS.Key_Right, ALT)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Repair it", "Leave it"]
    assert town.focused is _cell(town, "Leave it", "Cost")
    town.press(KEYS.Key_Left, ALT)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Leave it", "Repair it"]
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Cost", "Speed"]


def test_delete_in_a_head_deletes_and_the_keyboard_stays_in_the_table(town: Hands) -> None:
    _to_head(town, "Cost")
    town.press(KEYS.Key_Delete)
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Speed"]
    assert town.focused is _page(town).table.heads[_criterion(town, "Speed").id]
    _page(town).table.options[_option(town, "Repair it")].setFocus()
    town.press(KEYS.Key_Delete)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Leave it"]
    town.trigger("undo")
    assert len(reads.options(town.document, town.workspace.map_id)) == 2


def test_deleting_a_criterion_from_its_details_closes_them(town: Hands) -> None:
    _to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    town.trigger("delete_criterion")
    assert _page(town).popover.panel is None


# --- options and facts -------------------------------------------------------------------------------


def test_an_option_is_reworded_in_place(town: Hands) -> None:
    _page(town).table.options[_option(town, "Leave it")].setFocus()
    town.press(KEYS.Key_Return)
    town.type(" as it is")
    town.press(KEYS.Key_Return)
    assert town.card("Leave it as it is")
    assert town.focused is _page(town).table.options[_option(town, "Leave it as it is")]
    assert town.selected == "Leave it as it is"


def test_the_menu_of_an_option_opens_at_its_head(town: Hands) -> None:
    head = _page(town).table.options[_option(town, "Repair it")]
    town.click(head.more)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words[0] == "Edit text"
    menu.actions()[1].trigger()
    menu.close()
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Repair it", "Leave it"]


def test_facts_are_named_filled_renamed_and_deleted(town: Hands) -> None:
    town.trigger("add_fact")
    town.type("Season")
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_Right)
    town.type("any")
    town.press(KEYS.Key_Return)
    left = _option(town, "Leave it")
    (fact,) = reads.facts(town.document, left)
    assert (fact.name, fact.value) == ("Season", "any")
    assert _undo_words(town) == "Undo Set fact"
    town.press(KEYS.Key_Left)
    town.press(KEYS.Key_F2)
    town.type(" of work")
    town.press(KEYS.Key_Return)
    assert reads.facts(town.document, left)[0].name == "Season of work"
    assert town.focused is _page(town).table.facts.cell("Season of work")
    town.press(KEYS.Key_Delete)
    assert not reads.facts(town.document, left)
    town.trigger("undo")
    assert reads.facts(town.document, left)


def test_a_fact_without_a_value_can_be_dropped(town: Hands) -> None:
    town.trigger("add_fact")
    town.press(KEYS.Key_Escape)
    rows = len(_page(town).grid.rows)
    town.press(KEYS.Key_Delete)
    assert len(_page(town).grid.rows) == rows - 1


def test_a_fact_keeps_its_amount_when_its_words_change(town: Hands) -> None:
    left = _option(town, "Leave it")
    scores.set_fact(town.document, left, "Price", "3 m", amount=3.0)
    _page(town).table.facts.cell("Price", left).setFocus()
    town.press(KEYS.Key_F2)
    town.type("illion")
    town.press(KEYS.Key_Return)
    assert (reads.facts(town.document, left)[0].value, reads.facts(town.document, left)[0].amount) == ("3 million", 3.0)
    town.press(KEYS.Key_Delete)
    assert not reads.facts(town.document, left)


def test_a_fact_does_not_take_the_name_of_another(town: Hands) -> None:
    left = _option(town, "Leave it")
    scores.set_fact(town.document, left, "Price", "3")
    scores.set_fact(town.document, left, "Season", "any")
    cell = _page(town).table.facts.cell("Season")
    cell.setFocus()
    town.press(KEYS.Key_F2)
    cell.text.editor.setPlainText("Price")
    town.press(KEYS.Key_Return)
    assert cell.text.is_editing
    assert town.page.messages.isVisible()


# --- large, long, locked -----------------------------------------------------------------------------


def _grid(hands: Hands) -> MatrixGrid:
    return _page(hands).grid


def test_eight_options_on_twelve_criteria_scroll_beneath_heads_that_stay(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    for number in range(8):
        cards.add_option(document, map_id, f"Option {number} " + "with many words " * 125)
    for number in range(12):
        criteria.add_criterion(document, map_id, f"Criterion {number}", question="Is it good? " * 20)
    hands.press(KEYS.Key_3, CTRL)
    grid = _grid(hands)
    for _ in range(7):
        hands.press(KEYS.Key_Right)
    for _ in range(11):
        hands.press(KEYS.Key_Down)
    last = grid.rows[12][8]
    assert hands.focused is last
    assert grid.horizontalScrollBar().value() > 0
    assert grid.verticalScrollBar().value() > 0
    view = grid.viewport().rect()
    assert view.contains(last.mapTo(grid.viewport(), QPoint(0, 0)))
    assert grid.rows[12][0].mapTo(grid.viewport(), QPoint(0, 0)).x() == 0
    assert grid.rows[0][8].mapTo(grid.viewport(), QPoint(0, 0)).y() == 0
    for _ in range(7):
        hands.press(KEYS.Key_Left)
    head = grid.rows[12][0]
    assert hands.focused.mapTo(grid.viewport(), QPoint(0, 0)).x() >= head.width()
    assert grid.rows[0][1].height() < 200


def test_in_a_right_to_left_interface_the_heads_stand_at_the_right(hands: Hands, right_to_left: None) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    for number in range(8):
        cards.add_option(document, map_id, f"Option {number}")
    for number in range(2):
        criteria.add_criterion(document, map_id, f"Criterion {number}")
    hands.press(KEYS.Key_3, CTRL)
    grid = _grid(hands)
    for _ in range(7):
        hands.press(KEYS.Key_Left)
    assert hands.focused is grid.rows[1][8]
    view = grid.viewport()
    assert view.rect().contains(grid.rows[1][8].mapTo(view, QPoint(0, 0)))
    head = grid.rows[1][0]
    assert head.mapTo(view, QPoint(0, 0)).x() + head.width() == view.width()
    for _ in range(7):
        hands.press(KEYS.Key_Right)
    first = hands.focused
    assert first is grid.rows[1][1]
    assert first.mapTo(view, QPoint(0, 0)).x() + first.width() <= head.mapTo(view, QPoint(0, 0)).x()


def test_a_workbook_that_cannot_be_written_shows_all_and_changes_nothing(town: Hands, tmp_path: Path) -> None:
    town.type("40")
    town.press(KEYS.Key_Return)
    copy = tmp_path / "copy.steelyard"
    town.workspace.session.save_copy(copy)
    assert town.window._open(lambda: Session.open(copy, read_only=True))
    assert town.workspace.session.is_read_only
    town.workspace.view.show_page(Page.CRITERIA)
    cell = _cell(town, "Leave it", "Cost")
    assert cell.line.text() == "40"
    assert cell.line.isReadOnly()
    cell.setFocus()
    town.press(KEYS.Key_Return)
    assert not _panel(town).levels.isEnabled()
    assert not _panel(town).adder.isEnabled()
    town.press(KEYS.Key_Escape)
    _to_head(town, "Cost")
    town.press(KEYS.Key_F2)
    assert not _page(town).table.heads[_criterion(town, "Cost").id].name.is_editing
    town.press(KEYS.Key_Return)
    assert _details(town).red_line.isReadOnly()
    town.press(KEYS.Key_Escape)
    town.press(KEYS.Key_Delete)
    assert _criterion(town, "Cost")


def test_another_map_shows_its_own_matrix(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.trigger("add_map")
    assert _page(town).popover.panel is None
    assert not _grid(town).isVisible()


def test_scores_that_lack_arguments_are_counted_below(town: Hands) -> None:
    town.type("40")
    town.press(KEYS.Key_Return)
    assert _page(town).counts_text == "1 score has no argument yet"
    option, cost = _option(town, "Leave it"), _criterion(town, "Cost").id
    con = arguments.add_con(town.document, option, "No")
    link = reads.arguments_from(town.document, con.id)[0].id
    arguments.set_criterion(town.document, link, cost)
    assert _page(town).counts_text == ""
