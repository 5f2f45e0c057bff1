"""Finding cards over all maps: by keys alone, into folded branches, and back to where one was."""

from desktop_app.edits import arguments, cards, maps
from desktop_app.model import reads
from desktop_app.model.records import Card, Map
from desktop_app.ui.pages.find.bar import FindBar
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands


def _bar(hands: Hands) -> FindBar:
    hands.press(KEYS.Key_F, CTRL)
    assert hands.focused is hands.page.find_bar.line
    return hands.page.find_bar


def _build(hands: Hands) -> None:
    """A question with a folded branch on the shown map, and a second map."""
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "Which way?")
    flat = arguments.add_pro(document, question.id, "It is flat by the river")
    arguments.add_con(document, flat.id, "The river floods in spring")
    other = maps.add_map(document, "Another map")
    cards.add_question(document, other.id, "Who pays for the river?")
    hands.workspace.select(question.id)
    hands.workspace.view.fold(flat.id, folded=True)


def test_results_of_all_maps_show_while_typing_those_of_the_shown_map_first(hands: Hands) -> None:
    _build(hands)
    bar = _bar(hands)
    hands.type("RIVER")
    assert [card.text for card in bar._hits] == [
        "It is flat by the river",
        "The river floods in spring",
        "Who pays for the river?",
    ]
    assert bar.count.text() == "1 of 3"
    assert hands.selected == "Which way?"


def test_enter_and_shift_enter_walk_and_open_what_is_folded_on_the_way(hands: Hands) -> None:
    _build(hands)
    bar = _bar(hands)
    hands.type("river")
    hands.press(KEYS.Key_Return)
    assert hands.selected == "It is flat by the river"
    hands.press(KEYS.Key_Return)
    assert hands.selected == "The river floods in spring"
    assert not hands.workspace.view.folded
    hands.press(KEYS.Key_Return)
    assert hands.selected == "Who pays for the river?"
    assert hands.document.get(Map, hands.workspace.map_id).title == "Another map"
    hands.press(KEYS.Key_Return, SHIFT)
    assert hands.selected == "The river floods in spring"
    assert bar.count.text() == "2 of 3"


def test_only_what_leads_to_the_card_that_is_shown_stays_open(hands: Hands) -> None:
    _build(hands)
    _bar(hands)
    hands.type("river")
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Return, SHIFT)
    assert hands.selected == "It is flat by the river"
    assert hands.workspace.view.folded == {hands.card("It is flat by the river").id}


def test_escape_goes_back_to_the_map_the_selection_and_the_folding_of_before(hands: Hands) -> None:
    _build(hands)
    before, shown = set(hands.workspace.view.folded), hands.workspace.map_id
    bar = _bar(hands)
    hands.type("river")
    for _ in range(3):
        hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Escape)
    assert not bar.isVisible()
    assert (hands.workspace.map_id, hands.selected) == (shown, "Which way?")
    assert hands.workspace.view.folded == before
    assert hands.focused is hands.page.canvas


def test_ctrl_enter_stays_at_the_card_that_was_found(hands: Hands) -> None:
    _build(hands)
    bar = _bar(hands)
    hands.type("spring")
    hands.press(KEYS.Key_Return, CTRL)
    assert not bar.isVisible()
    assert hands.selected == "The river floods in spring"


def test_what_cannot_be_found_is_said_and_walking_does_nothing(hands: Hands) -> None:
    _build(hands)
    bar = _bar(hands)
    hands.type("desert")
    assert bar.count.text() == "Nothing found"
    hands.press(KEYS.Key_Return)
    hands.press(KEYS.Key_Down)
    assert hands.selected == "Which way?"
    hands.press(KEYS.Key_Escape)
    assert hands.selected == "Which way?"


def test_a_card_deleted_since_it_was_found_is_passed_over(hands: Hands) -> None:
    _build(hands)
    _bar(hands)
    hands.type("river")
    hands.document.get(Card, hands.card("It is flat by the river").id)
    hands.workspace.undo()
    hands.workspace.undo()
    for _ in range(3):
        hands.press(KEYS.Key_Return)
    assert hands.document.find(Card, hands.workspace.view.selected) is not None


def test_a_click_on_a_result_shows_it_and_the_words_stay_for_the_next_time(hands: Hands) -> None:
    _build(hands)
    bar = _bar(hands)
    hands.type("river")
    results = bar.results
    hands.click(results.viewport(), results.visualRect(results.results.index(1)).center())
    assert hands.selected == "The river floods in spring"
    bar.stay()
    _bar(hands)
    assert bar.line.selectedText() == "river"
    assert len(bar._hits) == 3


def test_the_page_turns_to_the_map_and_back(hands: Hands) -> None:
    _build(hands)
    hands.trigger("show_criteria_page")
    page = hands.workspace.view.page
    _bar(hands)
    hands.type("flat")
    hands.press(KEYS.Key_Return)
    assert hands.workspace.view.page is not page
    hands.press(KEYS.Key_Escape)
    assert hands.workspace.view.page is page
    assert len(reads.maps(hands.document)) == 2
