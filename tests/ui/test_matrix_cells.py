"""Everything about a score can be said on the Criteria page, by keys alone."""

from PySide6.QtCore import QPoint

from desktop_app.edits import perspectives, scores
from desktop_app.model import reads
from desktop_app.model.records import Confidence, PerspectiveKind, ScoreMode, Stance
from desktop_app.ui.workspace.scoring import CellScoring
from desktop_app.ui.workspace.view import Page
from tests.ui.conftest import ALT, CTRL, KEYS, Hands
from tests.ui.matrix_hands import cell_of, criterion_of, option_of, page_of, panel_of, score_of, undo_words

# --- walking and typing ------------------------------------------------------------------------------


def test_arrows_walk_from_cell_to_cell_and_over_the_total(town: Hands) -> None:
    scores.set_fact(town.document, option_of(town, "Repair it"), "Season", "winter")
    assert town.has_keyboard(cell_of(town, "Leave it", "Cost"))
    town.press(KEYS.Key_Right)
    town.press(KEYS.Key_Down)
    assert town.has_keyboard(cell_of(town, "Repair it", "Speed"))
    town.press(KEYS.Key_Down)
    assert town.has_keyboard(page_of(town).table.facts.cell("Season", option_of(town, "Repair it")))
    town.press(KEYS.Key_Up)
    town.press(KEYS.Key_Left)
    town.press(KEYS.Key_Left)
    assert town.focused is page_of(town).table.heads[criterion_of(town, "Speed").id]
    town.press(KEYS.Key_Up)
    town.press(KEYS.Key_Up)
    assert town.focused is page_of(town).table.heads[criterion_of(town, "Cost").id]


def test_typing_in_a_cell_scores_it_and_enter_leaves_it_there(town: Hands) -> None:
    town.type("60-75-90")
    town.press(KEYS.Key_Return)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert (score.low, score.likely, score.high) == (60, 75, 90)
    cell = cell_of(town, "Leave it", "Cost")
    assert town.focused is cell
    assert cell.line.text() == "75"
    assert cell.level == "cheap"
    assert cell.state == "60–90"


def test_escape_restores_what_stood_in_a_cell(town: Hands) -> None:
    scores.set_score(town.document, option_of(town, "Leave it"), criterion_of(town, "Cost").id, 40)
    town.type("9")
    town.press(KEYS.Key_Escape)
    town.press(KEYS.Key_Escape)
    assert town.focused is cell_of(town, "Leave it", "Cost")
    assert cell_of(town, "Leave it", "Cost").line.text() == "40"
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 40


def test_a_refused_number_stays_through_other_changes_and_escape_brings_the_old_one_back(town: Hands) -> None:
    scores.set_score(town.document, option_of(town, "Leave it"), criterion_of(town, "Cost").id, 40)
    town.type("400")
    town.press(KEYS.Key_Return)
    line = cell_of(town, "Leave it", "Cost").line
    assert town.refusal
    assert "smaller number" in town.refusal
    assert town.focused is line
    scores.set_score(town.document, option_of(town, "Repair it"), criterion_of(town, "Cost").id, 10)
    assert line.text() == "400"
    town.press(KEYS.Key_Escape)
    assert line.text() == "40"


def test_a_typed_range_out_of_order_is_refused_with_an_example_and_stays_written(town: Hands) -> None:
    town.type("60-75-70")
    town.press(KEYS.Key_Return)
    assert "60-75-90" in town.refusal
    assert cell_of(town, "Leave it", "Cost").line.text() == "60-75-70"
    assert score_of(town, "Leave it", "Cost") is None


def test_a_typed_number_keeps_how_sure_it_is(town: Hands) -> None:
    cost = criterion_of(town, "Cost").id
    scores.set_score(town.document, option_of(town, "Leave it"), cost, 40, confidence=Confidence.LOW)
    town.type("45")
    town.press(KEYS.Key_Return)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert (score.likely, score.confidence) == (45, Confidence.LOW)


def test_how_sure_is_said_of_a_number_only(town: Hands) -> None:
    scoring = CellScoring(town.workspace, option_of(town, "Leave it"), criterion_of(town, "Cost").id)
    assert not scoring.set_confidence(Confidence.LOW)
    assert scoring.set_unknown()
    assert not scoring.set_confidence(Confidence.LOW)
    assert scoring.set_likely(40)
    assert scoring.set_confidence(Confidence.LOW)
    assert scoring.score is not None
    assert scoring.score.confidence is Confidence.LOW


def test_delete_empties_a_cell(town: Hands) -> None:
    town.type("40")
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_Delete)
    assert score_of(town, "Leave it", "Cost") is None
    assert undo_words(town) == "Undo Clear score"


# --- the details of a cell ---------------------------------------------------------------------------


def test_enter_shows_the_levels_and_a_digit_picks_one(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_4)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 75
    assert panel_of(town).levels.buttons[3].isChecked()
    assert cell_of(town, "Leave it", "Cost").level == "cheap"
    assert undo_words(town) == "Undo Set score"
    town.press(KEYS.Key_Escape)
    assert page_of(town).popover.panel is None
    assert town.focused is cell_of(town, "Leave it", "Cost")


def test_a_level_is_picked_by_click_and_stays_down_when_clicked_again(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    button = panel_of(town).levels.buttons[1]
    town.click(button)
    town.click(button)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely == 25
    assert button.isChecked()


def test_levels_work_without_texts_and_arrows_walk_along_them(town: Hands) -> None:
    town.press(KEYS.Key_Down)
    town.press(KEYS.Key_Return, ALT)
    town.press(KEYS.Key_Down)
    town.press(KEYS.Key_Space)
    score = score_of(town, "Leave it", "Speed")
    assert score is not None
    assert score.likely == 25


def test_how_sure_gives_a_range_and_a_typed_range_beats_it(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_3)
    panel = panel_of(town)
    town.click(panel.sure.button(Confidence.LOW))
    result = town.workspace.results.cells[option_of(town, "Leave it"), criterion_of(town, "Cost").id]
    assert result.score is not None
    assert (result.score.low, result.score.high) == (20, 80)
    assert cell_of(town, "Leave it", "Cost").state == "unsure"
    panel.lines["low"].setFocus()
    town.write("45")
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert (score.low, score.likely, score.confidence) == (45, 50, None)


def test_a_range_out_of_order_is_refused_and_stays_written(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_3)
    low = panel_of(town).lines["low"]
    low.setFocus()
    town.write("70")
    assert low.text() == "70"
    assert town.refusal
    assert page_of(town).popover.panel is not None
    town.press(KEYS.Key_Escape)
    assert low.text() == ""


def test_a_range_needs_a_likely_score(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    panel_of(town).lines["high"].setFocus()
    town.write("70")
    assert "likely" in town.refusal
    panel_of(town).lines["high"].setFocus()
    panel_of(town).lines["high"].setText("x")
    town.press(KEYS.Key_Return)
    assert "not a score" in town.refusal


def test_dont_know_is_said_and_taken_back(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(panel_of(town).unknown)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert score.likely is None
    assert cell_of(town, "Leave it", "Cost").state == "don't know"
    town.click(panel_of(town).unknown)
    assert score_of(town, "Leave it", "Cost") is None


def test_a_note_says_why_once_there_is_a_score(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    assert panel_of(town).note.isReadOnly()
    town.press(KEYS.Key_2)
    panel_of(town).note.setFocus()
    town.type("two firms have offered")
    town.press(KEYS.Key_Escape)
    assert panel_of(town).note.toPlainText() == ""
    town.type("two firms have offered")
    town.press(KEYS.Key_Return, CTRL)
    score = score_of(town, "Leave it", "Cost")
    assert score is not None
    assert score.note == "two firms have offered"


def test_a_score_can_be_left_to_its_arguments_and_taken_back(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(panel_of(town).mode.button(ScoreMode.ARGUED))
    assert cell_of(town, "Leave it", "Cost").state == "nothing weighed"
    panel_of(town).adder.setFocus()
    town.write("Costs nothing today [decisive] ~90%")
    assert cell_of(town, "Leave it", "Cost").state == "from its arguments"
    assert cell_of(town, "Leave it", "Cost").line.isReadOnly()
    town.click(panel_of(town).mode.button(ScoreMode.JUDGED))
    assert score_of(town, "Leave it", "Cost") is None


def test_pros_and_cons_of_a_cell_are_added_listed_and_shown_on_the_map(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    panel_of(town).adder.setFocus()
    town.write("Costs nothing today")
    town.write("- The next flood costs more")
    cost = criterion_of(town, "Cost").id
    made = reads.arguments_on(town.document, option_of(town, "Leave it"))
    assert [(argument.stance, argument.criterion) for argument in made] == [
        (Stance.SUPPORTS, cost),
        (Stance.OPPOSES, cost),
    ]
    assert undo_words(town) == "Undo Add con"
    town.type("more")
    town.press(KEYS.Key_Escape)
    assert panel_of(town).adder.text() == ""
    town.press(KEYS.Key_Escape)
    cell = cell_of(town, "Leave it", "Cost")
    assert cell.counts.words == "+1  −1"
    town.click(cell.counts)
    con = panel_of(town).points[1]
    assert "The next flood costs more" in con.text()
    town.click(con)
    assert town.workspace.view.page is Page.MAP
    assert town.selected == "The next flood costs more"


def test_a_click_elsewhere_closes_the_details(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.click(cell_of(town, "Leave it", "Speed"), QPoint(5, 5))
    assert page_of(town).popover.panel is None


def test_tab_goes_round_inside_the_details(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    panel, seen = panel_of(town), set()
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
    assert score_of(town, "Leave it", "Cost") is None
    assert cell_of(town, "Leave it", "Cost").line.text() == "80"
    town.press(KEYS.Key_Delete)
    assert cell_of(town, "Leave it", "Cost").line.text() == ""
