"""The Criteria page with many options, from the right, read-only and on another map."""

from pathlib import Path

from PySide6.QtCore import QPoint

from desktop_app.edits import arguments, cards, criteria
from desktop_app.model import reads
from desktop_app.session import Session
from desktop_app.ui.workspace.view import Page
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.matrix_hands import cell_of, criterion_of, details_of, grid_of, option_of, page_of, panel_of, to_head

# --- large, long, locked -----------------------------------------------------------------------------


def test_eight_options_on_twelve_criteria_scroll_beneath_heads_that_stay(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    for number in range(8):
        cards.add_option(document, map_id, f"Option {number} " + "with many words " * 125)
    for number in range(12):
        criteria.add_criterion(document, map_id, f"Criterion {number}", question="Is it good? " * 20)
    hands.press(KEYS.Key_3, CTRL)
    grid = grid_of(hands)
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
    grid = grid_of(hands)
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
    assert town.window.files._open(lambda: Session.open(copy, read_only=True))
    assert town.workspace.session.is_read_only
    town.workspace.view.show_page(Page.CRITERIA)
    cell = cell_of(town, "Leave it", "Cost")
    assert cell.line.text() == "40"
    assert cell.line.isReadOnly()
    cell.setFocus()
    town.press(KEYS.Key_Return)
    assert not panel_of(town).levels.isEnabled()
    assert not panel_of(town).adder.isEnabled()
    town.press(KEYS.Key_Escape)
    to_head(town, "Cost")
    town.press(KEYS.Key_F2)
    assert not page_of(town).table.heads[criterion_of(town, "Cost").id].name.is_editing
    town.press(KEYS.Key_Return)
    assert details_of(town).red_line.isReadOnly()
    town.press(KEYS.Key_Escape)
    town.press(KEYS.Key_Delete)
    assert criterion_of(town, "Cost").name == "Cost"


def test_another_map_shows_its_own_matrix(town: Hands) -> None:
    town.press(KEYS.Key_Return)
    town.trigger("add_map")
    assert page_of(town).popover.panel is None
    assert not grid_of(town).isVisible()


def test_scores_that_lack_arguments_are_counted_below(town: Hands) -> None:
    town.type("40")
    town.press(KEYS.Key_Return)
    assert page_of(town).counts_text == "1 score has no argument yet"
    option, cost = option_of(town, "Leave it"), criterion_of(town, "Cost").id
    con = arguments.add_con(town.document, option, "No")
    link = reads.arguments_from(town.document, con.id)[0].id
    arguments.set_criterion(town.document, link, cost)
    assert page_of(town).counts_text == ""
