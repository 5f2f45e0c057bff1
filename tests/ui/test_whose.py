"""While a perspective is chosen its numbers are shown and set everywhere, marked as theirs, and can go back to mine."""

from PySide6.QtWidgets import QPushButton

from desktop_app.edits import cards, criteria, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.records import Argument, CardKind, Override, PerspectiveKind, Premise, ScoreMode
from desktop_app.ui.pages.balance.page import BalancePage
from desktop_app.ui.pages.criteria.cell_panel import CellPanel
from desktop_app.ui.workspace.view import Page
from tests.ui.conftest import KEYS, Hands

CON = "Ratification may fail or take years in several parliaments"


def _choose(hands: Hands, name: str) -> None:
    found = reads.perspectives(hands.document, hands.workspace.map_id)
    hands.workspace.view.choose_perspective(next(item for item in found if item.name == name).id)


def _own(hands: Hands) -> list[Override]:
    perspective = hands.workspace.view.perspective
    assert perspective is not None
    return hands.document.referring(Override, "perspective", perspective)


def _argument(hands: Hands, text: str) -> Argument:
    (premise,) = hands.document.referring(Premise, "card", hands.card(text).id)
    return hands.document.get(Argument, premise.argument)


def _cell(hands: Hands, option: int, criterion: str) -> tuple[CardId, CriterionId]:
    found = reads.criterion_named(hands.document, hands.workspace.map_id, criterion)
    assert found is not None
    return reads.options(hands.document, hands.workspace.map_id)[option].id, found.id


def test_a_plausibility_of_theirs_is_marked_and_goes_back_to_mine(example: Hands) -> None:
    example.select(CON)
    field = example.page.inspector.plausibility_field
    assert field.word == "likely · 70 %"
    _choose(example, "If things go well")
    assert field.word == "unlikely · 30 % · theirs"
    assert field.clear.text() == "back to mine"
    example.click(field.clear)
    assert field.word == "likely · 70 %"
    assert not field.clear.isVisible()
    assert example.card(CON).plausibility == 0.7


def test_pips_set_in_a_perspective_are_theirs_on_the_card_and_in_the_inspector(example: Hands) -> None:
    argument = _argument(example, CON)
    example.select(CON)
    _choose(example, "European allies")
    field = example.page.inspector.importance_field
    assert "theirs" not in field.word
    field.pips.setFocus()
    example.press(KEYS.Key_1)
    assert field.word == "minor · theirs"
    assert _argument(example, CON).importance == argument.importance
    assert example.workspace.results.arguments[argument.id].importance == 0.25
    field.pips.setFocus()
    example.press(KEYS.Key_Delete)
    assert example.workspace.results.arguments[argument.id].importance == argument.importance


def test_cards_of_the_canvas_show_the_strengths_of_the_chosen_perspective(example: Hands) -> None:
    card = example.card(CON).id
    mine = example.page.canvas.scene.face(example.page.canvas.scene.index[card])
    _choose(example, "If things go badly")
    theirs = example.page.canvas.scene.face(example.page.canvas.scene.index[card])
    assert mine.strength is not None
    assert theirs.strength is not None
    strength = example.workspace.results.cards[card].strength
    assert theirs.strength.share == strength != mine.strength.share


def test_the_balance_marks_how_much_a_point_matters_to_them(example: Hands) -> None:
    example.workspace.view.show_map(reads.maps(example.document)[0].id)
    example.workspace.view.show_page(Page.BALANCE)
    _choose(example, "European allies")
    page: BalancePage = example.page.balance
    point = page.point(_argument(example, "A deal made past the allies would split them").id)
    assert "decisive, theirs" in point.accessibleName()
    other = page.point(_argument(example, "A new mediator may break the deadlock").id)
    assert "theirs" not in other.accessibleName()


def test_a_score_of_theirs_is_marked_typed_and_given_back(example: Hands) -> None:
    example.workspace.view.show_page(Page.CRITERIA)
    _choose(example, "If things go badly")
    option, criterion = _cell(example, 2, "Credibility")
    cell = example.page.criteria.cell(option, criterion)
    assert cell.state == "theirs"
    cell.setFocus()
    example.type("30")
    example.press(KEYS.Key_Return)
    score = reads.score(example.document, option, criterion)
    assert score is not None
    assert score.likely == 75
    assert example.workspace.results.cells[option, criterion].score is not None
    example.page.criteria.table.cells[option, criterion].opened.emit()
    panel = example.page.criteria.popover.panel
    assert isinstance(panel, CellPanel)
    assert panel.clear.text() == "Back to mine"
    assert panel.width() <= example.page.criteria.popover.width()
    example.click(panel.clear)
    assert cell.state == "fairly sure"
    assert cell.line.text() == "75"


def test_weights_of_theirs_are_marked_and_all_go_back_at_once(example: Hands) -> None:
    example.workspace.view.show_page(Page.CRITERIA)
    heads = example.page.criteria.table.heads
    assert "those of" not in example.page.criteria.hint_text
    assert not any(head.theirs.isVisible() for head in heads.values())
    _choose(example, "European allies")
    assert "those of European allies" in example.page.criteria.hint_text
    assert all(head.theirs.isVisible() for head in heads.values())
    example.click(next(iter(heads.values())).theirs)
    assert not any(head.theirs.isVisible() for head in heads.values())
    assert _own(example) == []
    example.trigger("undo")
    assert len(_own(example)) == 4


def test_a_weight_moved_in_a_perspective_leaves_the_maps_as_it_is(example: Hands) -> None:
    example.workspace.view.show_page(Page.CRITERIA)
    _choose(example, "If things go well")
    criterion = _cell(example, 0, "Scope")[1]
    before = reads.criterion_named(example.document, example.workspace.map_id, "Scope")
    slider = example.page.criteria.weight_slider(criterion)
    slider.setFocus()
    example.press(KEYS.Key_PageUp)
    assert reads.criterion_named(example.document, example.workspace.map_id, "Scope") == before
    assert len([item for item in _own(example) if item.criterion is not None and item.option is None]) == 4


def test_a_perspective_may_judge_a_cell_that_arguments_decide_on_the_map(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    option = cards.add_option(document, map_id, "One")
    criterion = criteria.add_criterion(document, map_id, "Cost")
    scores.set_score_mode(document, option.id, criterion.id, ScoreMode.ARGUED)
    anna = perspectives.add_perspective(document, map_id, "Anna", PerspectiveKind.PERSON)
    hands.workspace.view.show_page(Page.CRITERIA)
    cell = hands.page.criteria.cell(option.id, criterion.id)
    assert cell.line.isReadOnly()
    hands.workspace.view.choose_perspective(anna.id)
    cell.setFocus()
    hands.type("40")
    hands.press(KEYS.Key_Return)
    assert cell.state == "theirs"
    assert hands.workspace.results.options[option.id].total is not None


def test_a_perspective_says_a_range_instead_of_leaving_a_score_open(example: Hands) -> None:
    example.workspace.view.show_page(Page.CRITERIA)
    _choose(example, "If things go well")
    cell = example.page.criteria.cell(*_cell(example, 0, "Scope"))
    cell.setFocus()
    example.press(KEYS.Key_F2)
    cell.line.selectAll()
    example.type("?")
    example.press(KEYS.Key_Return)
    assert example.refusal
    assert cell.state == "fairly sure"


def test_the_chooser_in_the_status_bar_lists_all_and_leads_to_the_comparison(example: Hands) -> None:
    button = example.window.status.perspective
    button.menu().aboutToShow.emit()
    entries = {action.text(): action for action in button.menu().actions()}
    entries["European allies"].trigger()
    assert "European allies" in button.accessibleName()
    entries["Compare, add or change…"].trigger()
    assert example.workspace.view.page is Page.COMPARE
    assert isinstance(button, QPushButton)
    assert CardKind.OPTION in {card.kind for card in reads.cards(example.document, example.workspace.map_id)}


def test_several_cards_are_theirs_where_one_is_and_all_go_back_in_one_step(example: Hands) -> None:
    _choose(example, "If things go well")
    names = (CON, "A phased entry into force would bridge the time", "Can be signed within weeks")
    first, *others = (example.card(name).id for name in names)
    example.workspace.select(first)
    for card in others:
        example.workspace.select_also(card)
    field = example.page.inspector.many.plausibility
    assert field.word.endswith("theirs")
    example.click(field.clear)
    assert not any(item.card is not None for item in _own(example))
    assert "theirs" not in field.word
    example.trigger("undo")
    assert len([item for item in _own(example) if item.card is not None]) == 2
