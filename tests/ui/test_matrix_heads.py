"""Everything about a criterion, an option and a fact can be said on the Criteria page, by keys alone."""

from PySide6.QtWidgets import QApplication

from desktop_app.edits import criteria, deleting, scores
from desktop_app.model import reads
from desktop_app.wording.sentence import literal
from tests.ui.conftest import ALT, CTRL, KEYS, Hands
from tests.ui.matrix_hands import cell_of, criterion_of, details_of, option_of, page_of, to_head, undo_words

# --- criteria ----------------------------------------------------------------------------------------


def test_a_criterion_is_renamed_and_asked_anew_in_place(town: Hands) -> None:
    to_head(town, "Speed")
    town.press(KEYS.Key_F2)
    town.type("y")
    town.press(KEYS.Key_Return)
    assert criterion_of(town, "Speedy").question == ""
    page_of(town).table.heads[criterion_of(town, "Speedy").id].question.setFocus()
    town.write("When does anybody notice?")
    assert criterion_of(town, "Speedy").question == "When does anybody notice?"
    assert undo_words(town) == "Undo Edit criterion"


def test_a_name_that_is_refused_stays_in_its_editor(town: Hands) -> None:
    to_head(town, "Speed")
    town.press(KEYS.Key_F2)
    name = page_of(town).table.heads[criterion_of(town, "Speed").id].name
    name.editor.setPlainText("s" * 20_001)
    town.press(KEYS.Key_Return)
    assert name.is_editing
    assert town.refusal
    town.press(KEYS.Key_Escape)
    assert not name.is_editing


def test_a_locked_weight_cannot_be_moved(town: Hands) -> None:
    to_head(town, "Speed")
    town.press(KEYS.Key_L, CTRL)
    speed = criterion_of(town, "Speed")
    assert speed.locked
    assert not page_of(town).weight_slider(speed.id).isEnabled()
    town.click(page_of(town).table.heads[speed.id].lock)
    assert not criterion_of(town, "Speed").locked


def test_a_changed_scale_marks_the_weight_until_it_is_confirmed(town: Hands) -> None:
    to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    label = details_of(town).scale.rows[0].label
    label.setFocus()
    label.setPlainText("more than there is")
    town.press(KEYS.Key_Return, CTRL)
    cost = criterion_of(town, "Cost")
    assert reads.levels(town.document, cost.id)[0].label == "more than there is"
    head = page_of(town).table.heads[cost.id]
    assert head.stale.isVisible()
    town.press(KEYS.Key_Escape)
    assert town.focused is head
    town.click(head.stale)
    assert not criterion_of(town, "Cost").stale
    assert not head.stale.isVisible()


def test_levels_are_revalued_added_and_taken_out(town: Hands) -> None:
    to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    rows = details_of(town).scale.rows
    rows[1].value.setFocus()
    rows[1].value.selectAll()
    town.write("30")
    cost = criterion_of(town, "Cost").id
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 30, 50, 75, 100]
    rows[1].value.setFocus()
    rows[1].value.selectAll()
    town.write("many")
    assert rows[1].value.text() == "many"
    town.press(KEYS.Key_Escape)
    town.click(details_of(town)._add)
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 15, 30, 50, 75, 100]
    town.click(details_of(town).scale.rows[1].remove)
    assert [level.value for level in reads.levels(town.document, cost)] == [0, 30, 50, 75, 100]


def test_a_scale_begins_with_five_levels(town: Hands) -> None:
    to_head(town, "Speed")
    town.press(KEYS.Key_Return)
    town.press(KEYS.Key_Space)
    assert [level.value for level in reads.levels(town.document, criterion_of(town, "Speed").id)] == [
        0,
        25,
        50,
        75,
        100,
    ]
    town.type("never")
    town.press(KEYS.Key_Return, CTRL)
    assert reads.levels(town.document, criterion_of(town, "Speed").id)[0].label == "never"


def test_a_red_line_flags_the_score_and_the_total_but_changes_neither(town: Hands) -> None:
    town.type("20")
    town.press(KEYS.Key_Return)
    before = page_of(town).total_text(option_of(town, "Leave it"))
    to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    line = details_of(town).red_line
    line.setFocus()
    town.write("40")
    assert criterion_of(town, "Cost").red_line == 40
    assert "below the red line" in cell_of(town, "Leave it", "Cost").mark
    assert page_of(town).table.totals[option_of(town, "Leave it")].flag == "below 1 red line"
    assert page_of(town).total_text(option_of(town, "Leave it")) == before
    line.selectAll()
    town.write("no")
    assert line.text() == "no"
    town.press(KEYS.Key_Escape)
    line.selectAll()
    town.press(KEYS.Key_Delete)
    town.press(KEYS.Key_Return)
    assert criterion_of(town, "Cost").red_line is None


def test_a_direction_is_written_and_shown(town: Hands) -> None:
    to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    details_of(town).direction.setFocus()
    town.write("less is better")
    assert criterion_of(town, "Cost").direction == "less is better"


def test_criteria_and_options_change_places_by_key(town: Hands) -> None:
    town.press(KEYS.Key_Down, ALT)
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Speed", "Cost"]
    assert town.focused is cell_of(town, "Leave it", "Cost")
    town.press(KEYS.Key_Up, ALT)
    town.press(KEYS.Key_Right, ALT)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Repair it", "Leave it"]
    assert town.focused is cell_of(town, "Leave it", "Cost")
    town.press(KEYS.Key_Left, ALT)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Leave it", "Repair it"]
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Cost", "Speed"]


def test_delete_in_a_head_deletes_and_the_keyboard_stays_in_the_table(town: Hands) -> None:
    to_head(town, "Cost")
    town.press(KEYS.Key_Delete)
    assert [item.name for item in reads.criteria(town.document, town.workspace.map_id)] == ["Speed"]
    assert town.focused is page_of(town).table.heads[criterion_of(town, "Speed").id]
    page_of(town).table.options[option_of(town, "Repair it")].setFocus()
    town.press(KEYS.Key_Delete)
    assert [item.text for item in reads.options(town.document, town.workspace.map_id)] == ["Leave it"]
    town.trigger("undo")
    assert len(reads.options(town.document, town.workspace.map_id)) == 2


def test_the_keyboard_goes_to_what_stands_where_something_was_deleted(town: Hands) -> None:
    for name in ("Noise", "Looks"):
        criteria.add_criterion(town.document, town.workspace.map_id, name)
    QApplication.processEvents()
    for deleted, now in (("Speed", "Noise"), ("Looks", "Noise"), ("Noise", "Cost")):
        to_head(town, deleted)
        town.press(KEYS.Key_Delete)
        assert town.focused is page_of(town).table.heads[criterion_of(town, now).id], deleted
    table = page_of(town).table
    last = option_of(town, "Repair it")
    table.cells[last, criterion_of(town, "Cost").id].setFocus()
    with town.document.transaction(literal("Delete an option")):
        deleting.delete_branch(town.document, last)
    QApplication.processEvents()
    assert town.focused is table.cells[option_of(town, "Leave it"), criterion_of(town, "Cost").id]


def test_deleting_a_criterion_from_its_details_closes_them(town: Hands) -> None:
    to_head(town, "Cost")
    town.press(KEYS.Key_Return)
    town.trigger("delete_criterion")
    assert page_of(town).popover.panel is None


# --- options and facts -------------------------------------------------------------------------------


def test_an_option_is_reworded_in_place(town: Hands) -> None:
    page_of(town).table.options[option_of(town, "Leave it")].setFocus()
    town.press(KEYS.Key_Return)
    town.type(" as it is")
    town.press(KEYS.Key_Return)
    assert town.card("Leave it as it is").text == "Leave it as it is"
    assert town.focused is page_of(town).table.options[option_of(town, "Leave it as it is")]
    assert town.selected == "Leave it as it is"


def test_the_menu_of_an_option_opens_at_its_head(town: Hands) -> None:
    head = page_of(town).table.options[option_of(town, "Repair it")]
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
    left = option_of(town, "Leave it")
    (fact,) = reads.facts(town.document, left)
    assert (fact.name, fact.value) == ("Season", "any")
    assert undo_words(town) == "Undo Set fact"
    town.press(KEYS.Key_Left)
    town.press(KEYS.Key_F2)
    town.type(" of work")
    town.press(KEYS.Key_Return)
    assert reads.facts(town.document, left)[0].name == "Season of work"
    assert town.focused is page_of(town).table.facts.cell("Season of work")
    town.press(KEYS.Key_Delete)
    assert not reads.facts(town.document, left)
    town.trigger("undo")
    assert reads.facts(town.document, left)


def test_a_fact_without_a_value_can_be_dropped(town: Hands) -> None:
    town.trigger("add_fact")
    town.press(KEYS.Key_Escape)
    rows = len(page_of(town).grid.rows)
    town.press(KEYS.Key_Delete)
    assert len(page_of(town).grid.rows) == rows - 1


def test_an_amount_is_read_when_a_fact_is_typed_and_goes_with_a_text_that_is_none(town: Hands) -> None:
    left = option_of(town, "Leave it")

    def typed(text: str) -> tuple[str, float | None]:
        page_of(town).table.facts.cell("Price", left).setFocus()
        town.press(KEYS.Key_F2)
        town.type(text)
        town.press(KEYS.Key_Return)
        (fact,) = reads.facts(town.document, left)
        return fact.value, fact.amount

    scores.set_fact(town.document, left, "Price", "3 m")
    assert typed("illion") == ("3 million", 3.0)
    assert typed(" or more") == ("3 million or more", None)
    town.press(KEYS.Key_Delete)
    assert not reads.facts(town.document, left)


def test_a_fact_does_not_take_the_name_of_another(town: Hands) -> None:
    left = option_of(town, "Leave it")
    scores.set_fact(town.document, left, "Price", "3")
    scores.set_fact(town.document, left, "Season", "any")
    cell = page_of(town).table.facts.cell("Season")
    cell.setFocus()
    town.press(KEYS.Key_F2)
    cell.text.editor.setPlainText("Price")
    town.press(KEYS.Key_Return)
    assert cell.text.is_editing
    assert town.refusal
