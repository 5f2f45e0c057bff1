"""The Compare page: what each perspective comes to, together and apart, where they differ, and who they are."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from desktop_app.edits import cards, criteria, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.records import Perspective, PerspectiveKind
from desktop_app.ui.pages.compare.page import ComparePage
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.compare.sheets import Who
from desktop_app.weighing.people.group import GroupRule, SubjectKind
from desktop_app.weighing.results import weigh
from desktop_app.wording.rounding import signed, whole
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands
from tests.ui.screens_shown import SCREENS, settled

SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def compare(example: Hands) -> ComparePage:
    """The page over the example's second map."""
    example.press(KEYS.Key_4, CTRL)
    return example.page.compare


def _perspective(hands: Hands, name: str) -> Perspective:
    found = reads.perspectives(hands.document, hands.workspace.map_id)
    return next(item for item in found if item.name == name)


def _cell(page: ComparePage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    assert item is not None
    return str(item.data(SAID))


def test_the_tab_is_there_only_while_the_map_has_perspectives(hands: Hands) -> None:
    tab = next(tab for tab in hands.page.findChildren(QToolButton) if tab.accessibleName() == "Compare page")
    assert tab.isHidden()
    map_id = hands.workspace.map_id
    perspectives.add_perspective(hands.document, map_id, "Anna", PerspectiveKind.PERSON)
    assert not tab.isHidden()


def test_every_total_and_place_of_the_table_is_that_perspectives_own(example: Hands, compare: ComparePage) -> None:
    document, map_id = example.document, example.workspace.map_id
    known = [None, *(item.id for item in reads.perspectives(document, map_id))]
    for column, perspective in enumerate(known):
        results = weigh(document, map_id, perspective)
        for row, option in enumerate(reads.options(document, map_id)):
            total = results.options[option.id].total
            rank = results.options[option.id].rank
            assert total is not None
            assert total.likely is not None
            assert rank is not None
            place = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}[rank.best]
            assert _cell(compare, row, column).endswith(f": {whole(total.likely)}, {place}")


def test_questions_stand_with_their_leaning_in_each_perspective(example: Hands, compare: ComparePage) -> None:
    document = example.document
    first = reads.maps(document)[0].id
    example.workspace.view.show_map(first)
    question = next(card for card in reads.cards(document, first) if card.kind.value == "question")
    for column, perspective in enumerate([None, *(item.id for item in reads.perspectives(document, first))]):
        leaning = weigh(document, first, perspective).cards[question.id].leaning
        assert leaning is not None
        assert _cell(compare, 0, column).endswith(f": {signed(leaning)}")
    assert "My numbers" in compare.panel.summary


def test_enter_in_a_column_and_a_click_on_its_head_choose_the_perspective(example: Hands, compare: ComparePage) -> None:
    assert example.focused is compare.table
    example.press(KEYS.Key_Right)
    example.press(KEYS.Key_Return)
    chosen = example.workspace.view.perspective
    assert chosen == _perspective(example, "If things go well").id
    head = compare.table.horizontalHeader()
    example.click(head.viewport(), QPoint(head.sectionViewportPosition(0) + 20, 20))
    assert example.workspace.view.perspective is None
    assert example.focused is compare.table


def test_tab_leaves_the_table(example: Hands, compare: ComparePage) -> None:
    example.press(KEYS.Key_Tab)
    assert example.focused is not compare.table


@pytest.mark.parametrize("rule", list(GroupRule))
def test_what_they_come_to_together_stands_with_how_far_they_are_apart(compare: ComparePage, rule: GroupRule) -> None:
    box = compare.together
    box.rule.setCurrentIndex(box.rule.findData(rule))
    box.rule.activated.emit(box.rule.currentIndex())
    assert box.box.summary.startswith("Stakeholders, 2 of 2 · ")
    assert " C comes first with " in box.box.summary
    assert "C comes first in each of 2 perspectives." in box.box.summary
    assert box.box.chart.words.count("±") == 4
    assert _cell(compare, 2, compare.table.columnCount() - 1).endswith("1st")


def test_outlooks_can_be_taken_together_instead_of_stakeholders(example: Hands, compare: ComparePage) -> None:
    box = compare.together
    # Nobody is in the room but the map's own numbers.
    known = [box.who.itemData(number) for number in range(box.who.count())]
    assert known == [Who.STAKEHOLDERS, Who.OUTLOOKS, Who.ALL]
    box.who.setFocus()
    example.press(KEYS.Key_Down)
    assert box.who.currentData() is Who.OUTLOOKS
    assert "C comes first in 2 of 3 perspectives" in box.box.summary
    assert {card.title.accessibleName().partition(":")[2].split()[0] for card in compare.spreads.cards} == {"2", "3"}


def test_a_difference_leads_to_the_cell_in_that_perspective(example: Hands, compare: ComparePage) -> None:
    button = next(item for item in compare.differences.buttons if item.accessibleName().startswith("The score of A"))
    button.setFocus()
    example.press(KEYS.Key_Space)
    view = example.workspace.view
    assert view.page is Page.CRITERIA
    assert view.perspective == _perspective(example, "If things go slowly").id
    assert view.option == reads.options(example.document, example.workspace.map_id)[0].id
    assert example.page.criteria.cell(view.option, view.criterion).state == "theirs"  # type: ignore[arg-type]
    assert example.focused is example.page.criteria.cell(view.option, view.criterion)  # type: ignore[arg-type]


def test_a_difference_about_a_claim_leads_to_its_card(example: Hands, compare: ComparePage) -> None:
    button = next(item for item in compare.differences.buttons if item.accessibleName().startswith("How likely"))
    example.click(button)
    assert example.workspace.view.page is Page.MAP
    assert example.selected == "Ratification may fail or take years in several parliaments"
    assert example.page.inspector.plausibility_field.word.endswith("30 % · theirs")


def test_a_difference_about_an_argument_leads_to_its_card_and_link(example: Hands, compare: ComparePage) -> None:
    example.workspace.view.show_map(reads.maps(example.document)[0].id)
    button = next(item for item in compare.differences.buttons if "A deal made past" in item.accessibleName())
    assert button.accessibleName().startswith("How likely")
    button = next(item for item in compare.differences.buttons if item.accessibleName().startswith("How much"))
    example.click(button)
    assert example.selected == "Success would raise the mediator’s standing, so he has reason to try"
    assert example.workspace.view.link is not None
    assert example.page.inspector.importance_field.word == "not relevant · theirs"


def test_no_more_than_five_differences_of_each_are_listed(compare: ComparePage) -> None:
    cards = [card for card in compare.differences.findChildren(QFrame) if card.objectName() == "card"]
    assert max(len(card.findChildren(QPushButton)) for card in cards) == 5


def test_what_they_differ_about_comes_widest_first_and_by_kind(example: Hands, compare: ComparePage) -> None:
    box = compare.together
    box.who.setCurrentIndex(box.who.findData(Who.ALL))
    box.who.activated.emit(box.who.currentIndex())
    first = compare.spreads.cards[0]
    assert first.title.accessibleName().startswith("“Ratification may fail")
    assert "If things go slowly very likely, 90 %" in first.chart.words
    assert "My numbers likely, 70 %" in first.chart.words
    assert "3 say · middle: likely, 70 %" in first.summary
    shown = len(compare.spreads.cards)
    example.click(compare.spreads.more)
    assert len(compare.spreads.cards) > shown
    assert example.focused is compare.spreads.cards[shown].title
    compare.kind.setFocus()
    example.press(KEYS.Key_End)
    assert compare.kind.currentData() == SubjectKind.WEIGHT
    assert all("Weight of" in card.title.accessibleName() for card in compare.spreads.cards)


def test_the_ranking_by_each_ones_weights_says_whether_weights_divide_them(compare: ComparePage) -> None:
    assert "By everybody’s weights C comes first" in compare.weights.summary
    assert "European allies: C 70" in compare.weights.chart.words
    assert "If things go well" not in compare.weights.chart.words


def test_who_puts_what_first_is_counted(compare: ComparePage) -> None:
    assert compare.panel.firsts == "C first: 5, D first: 1"
    assert "If things go badly: D first." in compare.panel.summary


def test_hidden_numbers_are_hidden_here_too(example: Hands, compare: ComparePage) -> None:
    example.trigger("hide_numbers")
    assert not compare.table.isVisible()
    assert not compare.together.isVisible()
    assert compare.panel.firsts == ""


def test_perspectives_are_added_named_coloured_weighted_ordered_and_removed_with_undo(
    example: Hands, compare: ComparePage
) -> None:
    example.trigger("edit_perspectives")
    field = compare.panel.field
    assert example.focused is field.line
    example.write("Anna")
    added = _perspective(example, "Anna")
    chosen = example.workspace.view.perspective
    assert chosen == added.id
    # As the last one of the map was.
    assert added.kind is PerspectiveKind.STAKEHOLDER
    row = field.rows[-1]
    row.name.setFocus()
    row.name.selectAll()
    example.write("Anna B")
    row.share.setFocus()
    row.share.selectAll()
    example.write("2.5")
    row.menu.actions()[1].trigger()
    row.kind.setFocus()
    example.press(KEYS.Key_End)
    changed = _perspective(example, "Anna B")
    assert (changed.share, changed.colour, changed.kind) == (2.5, "#0072b2", PerspectiveKind.SCENARIO)
    example.click(row.up)
    assert [item.name for item in reads.perspectives(example.document, example.workspace.map_id)][-2] == "Anna B"
    example.press(KEYS.Key_Z, CTRL)
    assert [item.name for item in reads.perspectives(example.document, example.workspace.map_id)][-1] == "Anna B"
    example.click(field.rows[-1].remove)
    assert example.document.find(Perspective, added.id) is None
    assert example.workspace.view.perspective is None
    example.trigger("undo")
    assert example.document.find(Perspective, added.id) is not None


def test_a_share_that_is_no_number_is_refused_and_said(example: Hands, compare: ComparePage) -> None:
    row = compare.panel.field.rows[0]
    row.share.setFocus()
    row.share.selectAll()
    example.write("much")
    assert example.refusal
    assert reads.perspectives(example.document, example.workspace.map_id)[0].share == 1.0


def test_without_perspectives_the_page_says_what_to_do(hands: Hands) -> None:
    hands.trigger("edit_perspectives")
    page = hands.page.compare
    assert hands.focused is page.panel.field.line
    assert not page.table.isVisible()
    hands.write("Anna")
    assert page.spreads.isVisible()
    # My numbers are nobody's yet: there is nothing to differ from.
    assert not page.differences.isVisible()


def test_keys_go_through_the_perspectives_and_back_to_mine(example: Hands) -> None:
    names = []
    for _ in range(6):
        example.press(KEYS.Key_P, CTRL | SHIFT)
        found = example.document.find(Perspective, example.workspace.view.perspective)
        names.append(found.name if found is not None else "mine")
    assert names[0] == "If things go well"
    assert names[-1] == "mine"
    example.press(KEYS.Key_P, CTRL | SHIFT)
    example.press(KEYS.Key_M, CTRL | SHIFT)
    assert example.workspace.view.perspective is None


def test_a_question_without_options_has_a_result_together_with_its_disagreement(
    example: Hands, compare: ComparePage
) -> None:
    example.workspace.view.show_map(reads.maps(example.document)[0].id)
    box = compare.together.box
    assert "leaning −" in box.summary
    assert "from −40 to −6" in box.summary
    assert "±" in box.chart.words
    said = compare.table.item(0, compare.table.columnCount() - 1)
    assert said is not None
    assert f"leaning {said.text()}," in box.summary


def test_totals_that_missing_scores_leave_open_are_shown_as_ranges(example: Hands, compare: ComparePage) -> None:
    option = reads.options(example.document, example.workspace.map_id)[0]
    criterion = reads.criteria(example.document, example.workspace.map_id)[0]
    scores.clear_score(example.document, option.id, criterion.id)
    total = example.workspace.results.options[option.id].total
    assert total is not None
    assert _cell(compare, 0, 0).endswith(f": {whole(total.least)}–{whole(total.most)}, open")
    assert "Together they rank nothing yet" not in compare.together.box.summary


# --- a room of people ------------------------------------------------------------------------------------


@pytest.fixture
def workshop(hands: Hands) -> Hands:
    """Three options, two criteria, four people; the facilitator set nothing, and the last left a score empty."""
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "Which shelter?")
    options = [cards.add_option(document, map_id, name, under=question.id) for name in ("Annex", "Station", "Boat")]
    rows = [criteria.add_criterion(document, map_id, name) for name in ("Distance", "Cost")]
    for number in range(4):
        person = perspectives.add_perspective(document, map_id, f"Participant {number + 1}", PerspectiveKind.PERSON)
        for place, option in enumerate(options):
            for row in rows:
                if (number, place, row.name) != (3, 1, "Cost"):
                    scores.set_score(document, option.id, row.id, 80.0 - 20 * place, perspective=person.id)
    perspectives.add_perspective(document, map_id, "Late", PerspectiveKind.PERSON)
    hands.press(KEYS.Key_4, CTRL)
    return hands


def test_the_room_is_taken_together_though_the_facilitator_set_nothing(workshop: Hands) -> None:
    compare = workshop.page.compare
    assert compare.together.who.currentData() is Who.ROOM
    said = compare.together.box.summary
    assert said.startswith("The room, 4 of 4 · mean of their numbers.")
    assert "A comes first with 80 (4 of 4), ahead of B with 60 (3 of 4)." in said
    assert "3 of 4 people put A first; open for 1." in said
    assert "Nobody in the room has set a weight: all criteria count alike." in said
    last = compare.table.columnCount() - 1
    assert _cell(compare, 0, last).endswith(": 80, 1st")
    assert _cell(compare, 1, last).endswith(": 60 (3 of 4), 2nd")
    assert compare.panel.firsts == "A first: 3, open: 1"


def test_an_option_few_have_scored_is_open_in_the_room(workshop: Hands) -> None:
    compare, document = workshop.page.compare, workshop.document
    option = reads.options(document, workshop.workspace.map_id)[1].id
    row = reads.criteria(document, workshop.workspace.map_id)[0].id
    for person in reads.perspectives(document, workshop.workspace.map_id)[:3]:
        perspectives.set_score_number(document, person.id, option, row, likely=None)
    assert (
        "A comes first or is level with B, whatever the missing numbers are; B: a score is given by only 1 of 4."
        in compare.together.box.summary
    )
    assert _cell(compare, 1, compare.table.columnCount() - 1).endswith(": 30–80 (1 of 4), open")


def test_points_of_places_are_rounded_alike_in_cell_strip_and_sentence(workshop: Hands) -> None:
    compare, document = workshop.page.compare, workshop.document
    map_id = workshop.workspace.map_id
    people = reads.perspectives(document, map_id)
    # The fourth weighs 13 of 16 and puts B first: 4 · (3 · 1 + 13 · 2) / 16 = 7.25 points for B.
    perspectives.set_share(document, people[3].id, 13.0)
    for option, value in zip(reads.options(document, map_id), (50.0, 90.0, 10.0), strict=True):
        for row in reads.criteria(document, map_id):
            perspectives.set_score_number(document, people[3].id, option.id, row.id, likely=value)
    box = compare.together
    box.rule.setCurrentIndex(box.rule.findData(GroupRule.BORDA))
    box.rule.activated.emit(box.rule.currentIndex())
    assert "B comes first with 7.3 points" in box.box.summary
    assert ": 7.3 pts, 1st" in _cell(compare, 1, compare.table.columnCount() - 1)
    assert "7.3 points" in box.box.chart.words


@pytest.mark.parametrize("are_own_set", [True, False])
def test_the_panel_counts_whom_the_sentence_beneath_counts(workshop: Hands, *, are_own_set: bool) -> None:
    compare, document = workshop.page.compare, workshop.document
    map_id = workshop.workspace.map_id
    if are_own_set:
        for option, value in zip(reads.options(document, map_id), (10.0, 90.0, 20.0), strict=True):
            for row in reads.criteria(document, map_id):
                scores.set_score(document, option.id, row.id, value)
    counts = [int(part.rpartition(": ")[2]) for part in compare.panel.firsts.split(", ")]
    assert sum(counts) == (5 if are_own_set else 4)
    assert f"A comes first in 3 of {sum(counts)} perspectives" in compare.panel.summary
    assert ("the map’s own numbers are one of the 5." in compare.panel.summary) is are_own_set
    assert compare.panel.firsts == ("A first: 3, B first: 1, open: 1" if are_own_set else "A first: 3, open: 1")


def test_a_perspective_added_to_people_is_a_person(workshop: Hands) -> None:
    field = workshop.page.compare.panel.field
    assert field.kind.currentText() == "Person"
    field.line.setFocus()
    workshop.write("Amina")
    added = reads.perspectives(workshop.document, workshop.workspace.map_id)[-1]
    assert (added.name, added.kind) == ("Amina", PerspectiveKind.PERSON)


def test_the_first_perspective_of_a_map_is_a_person_unless_another_kind_is_chosen(hands: Hands) -> None:
    hands.trigger("edit_perspectives")
    field = hands.page.compare.panel.field
    assert field.kind.currentText() == "Person"
    field.kind.setFocus()
    hands.press(KEYS.Key_End)
    field.line.setFocus()
    hands.write("If it rains")
    assert reads.perspectives(hands.document, hands.workspace.map_id)[-1].kind is PerspectiveKind.SCENARIO
    assert field.kind.currentText() == "Outlook"


def test_an_open_choice_shows_all_its_words(example: Hands, compare: ComparePage) -> None:
    field = compare.panel.field
    for choice in (field.kind, field.rows[0].kind, compare.together.who, compare.together.rule):
        choice.showPopup()
        shown = choice.view().viewport().rect()
        last = choice.view().visualRect(choice.model().index(choice.count() - 1, 0))
        assert last.bottom() <= shown.bottom(), choice.accessibleName()
        assert choice.view().sizeHintForColumn(0) <= shown.width(), choice.accessibleName()
        choice.hidePopup()


@pytest.mark.parametrize("width", [960, 1280, 1600])
def test_the_page_never_scrolls_sideways(example: Hands, width: int) -> None:
    example.window.resize(width, 600)
    SCREENS["crossing, compare"](example)
    settled(example)
    assert example.page.compare.scrolling.horizontalScrollBar().maximum() == 0
