"""Pros and cons of one card are weighed on the Balance page, with keys alone or with the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desktop_app.edits import arguments, cards, maps
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Card, Stance
from desktop_app.session import Session
from desktop_app.ui.pages.balance.page import BalancePage
from desktop_app.ui.pages.balance.point import PointCard
from desktop_app.ui.widgets import editable
from desktop_app.ui.widgets.fields import AdderLine
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.balance.points import PointOrder
from desktop_app.wording.sentence import literal
from tests.ui.conftest import ALT, CTRL, KEYS, Hands

PRO, CON = Stance.SUPPORTS, Stance.OPPOSES


@pytest.fixture
def town(hands: Hands) -> Hands:
    """A question with two pros, two cons and an answer, on its balance."""
    document = hands.document
    question = cards.add_question(document, hands.workspace.map_id, "Repair the bridge?")
    for stance, text, importance in (
        (PRO, "Safer", 0.5),
        (CON, "Dear", 0.75),
        (PRO, "Cheaper now than later", 1.0),
        (CON, "Closed in summer", None),
    ):
        made = arguments.add_argument(document, question.id, stance, text)
        arguments.set_importance(document, reads.arguments_from(document, made.id)[0].id, importance)
    arguments.add_con(document, hands.card("Dear").id, "The grant pays half")
    hands.press(KEYS.Key_2, CTRL)
    return hands


def _page(hands: Hands) -> BalancePage:
    return hands.page.balance


def _column(hands: Hands, stance: Stance) -> list[str]:
    return [_says(hands, card.argument) for card in _page(hands).columns[stance].points]


def _says(hands: Hands, argument: ArgumentId) -> str:
    return hands.document.get(Card, reads.premises_of(hands.document, argument)[0].card).text


def _argument(hands: Hands, text: str) -> Argument:
    return reads.arguments_from(hands.document, hands.card(text).id)[0]


def _point(hands: Hands, text: str) -> PointCard:
    return _page(hands).point(_argument(hands, text).id)


def _go_to(hands: Hands, text: str) -> PointCard:
    found = _point(hands, text)
    found.setFocus()
    return found


def _undo_words(hands: Hands) -> str:
    return hands.window.actions_by_name["undo"].text()


def test_the_heaviest_point_comes_first_and_what_is_not_weighed_is_counted_apart(town: Hands) -> None:
    assert town.workspace.view.page is Page.BALANCE
    assert _column(town, PRO) == ["Cheaper now than later", "Safer"]
    assert _column(town, CON) == ["Dear", "Closed in summer"]
    assert _page(town).columns[CON].count_words == "1 weighed · 1 not yet"
    assert _point(town, "Closed in summer").number.text() == ""


def test_a_heavier_point_is_a_bigger_card(town: Hands) -> None:
    assert _point(town, "Cheaper now than later").height() > _point(town, "Safer").height()


def test_the_beam_sinks_on_the_heavier_side_and_says_why(town: Hands) -> None:
    beam = _page(town).beam
    assert beam.degrees < 0
    assert "Leans for, +" in beam.words
    assert "3 of 4 weighed" in beam.words
    assert "It turns if" in beam.words
    assert beam.pans == ("Pros 75", "Cons 38")


def test_without_weights_the_beam_stands_level(hands: Hands) -> None:
    question = cards.add_question(hands.document, hands.workspace.map_id, "Why?")
    arguments.add_pro(hands.document, question.id, "Because")
    hands.press(KEYS.Key_2, CTRL)
    assert _page(hands).beam.degrees == 0
    assert "Not weighed yet" in _page(hands).beam.words


def test_answers_stand_beneath_their_point_and_open_its_own_balance(town: Hands) -> None:
    (answer,) = _point(town, "Dear").answer_buttons
    assert "Answers the con: The grant pays half" in answer.text()
    town.click(answer)
    assert _page(town).subject == town.card("Dear").id
    assert _column(town, CON) == ["The grant pays half"]
    town.click(_page(town).bar.up)
    assert _page(town).subject == town.card("Repair the bridge?").id


def test_a_long_answer_makes_the_page_no_wider_than_its_window(town: Hands) -> None:
    arguments.add_con(
        town.document, town.card("Safer").id, "The old bridge has carried more than it was built for " * 2
    )
    town.window.resize(960, 540)
    QApplication.processEvents()
    assert _page(town).horizontalScrollBar().maximum() == 0
    widths = {point.width() for column in _page(town).columns.values() for point in column.points}
    assert max(widths) - min(widths) <= 2


class MeasuredLabel(PlainLabel):
    times = 0

    @override
    def heightForWidth(self, width: int) -> int:
        MeasuredLabel.times += 1
        return super().heightForWidth(width)


def test_hundreds_of_points_are_not_all_laid_out_anew_for_each_of_them(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editable, "PlainLabel", MeasuredLabel)
    with hands.document.transaction(literal("Much")):
        question = cards.add_question(hands.document, hands.workspace.map_id, "All of it?")
        for number in range(100):
            arguments.add_pro(hands.document, question.id, f"Reason {number}")
    hands.select("All of it?")
    hands.workspace.view.show_page(Page.BALANCE)
    QApplication.processEvents()
    assert len(_page(hands).columns[PRO].points) == 100
    assert MeasuredLabel.times <= 60 * 100


def test_typing_and_enter_adds_a_point_with_the_marks_of_the_grammar(town: Hands) -> None:
    adder = _page(town).columns[CON].adder
    adder.setFocus()
    town.write("Late start [decisive] ~90%")
    added = _argument(town, "Late start")
    assert (added.stance, added.importance) == (CON, 1.0)
    assert town.card("Late start").plausibility == 0.9
    assert _column(town, CON)[0] == "Late start"
    assert adder.text() == ""
    assert town.focused is adder
    assert _undo_words(town) == "Undo Add con"


def test_a_sign_typed_first_sets_the_side(town: Hands) -> None:
    _page(town).columns[PRO].adder.setFocus()
    town.write("- Noisy")
    assert "Noisy" in _column(town, CON)


def test_a_refused_point_stays_in_its_line(town: Hands) -> None:
    adder = _page(town).columns[PRO].adder
    adder.setFocus()
    adder.setText("x" * 20_001)
    town.press(KEYS.Key_Return)
    assert len(adder.text()) == 20_001
    assert town.refusal


def test_digits_weigh_a_point_and_backspace_takes_it_back(town: Hands) -> None:
    _go_to(town, "Closed in summer")
    town.press(KEYS.Key_3)
    assert _argument(town, "Closed in summer").importance == 0.75
    assert town.focused is _point(town, "Closed in summer")
    town.press(KEYS.Key_Backspace)
    assert _argument(town, "Closed in summer").importance is None


def test_a_pip_weighs_by_click(town: Hands) -> None:
    pips = _point(town, "Safer").pips
    town.click(pips, QPoint(pips.width() - 6, 8))
    assert _argument(town, "Safer").importance == 1.0


@pytest.mark.parametrize(
    ("text", "key", "modifiers", "stance"),
    [
        ("Safer", KEYS.Key_Right, CTRL, CON),
        ("Dear", KEYS.Key_Left, CTRL, PRO),
        ("Safer", KEYS.Key_Minus, ALT, CON),
        ("Dear", KEYS.Key_Plus, ALT, PRO),
        ("Dear", KEYS.Key_Slash, ALT, PRO),
    ],
)
def test_keys_move_a_point_to_the_other_side_in_one_step(
    town: Hands, text: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, stance: Stance
) -> None:
    before = _argument(town, text)
    _go_to(town, text)
    town.press(key, modifiers)
    assert _argument(town, text).stance is stance
    assert text in _column(town, stance)
    assert town.focused is _point(town, text)
    town.trigger("undo")
    assert _argument(town, text) == before


def test_menus_turn_the_focused_point_too(town: Hands) -> None:
    _go_to(town, "Safer")
    town.trigger("make_con")
    assert "Safer" in _column(town, CON)


def test_arrows_walk_through_both_columns(town: Hands) -> None:
    _go_to(town, "Cheaper now than later")
    town.press(KEYS.Key_Down)
    assert town.focused is _point(town, "Safer")
    town.press(KEYS.Key_Down)
    assert isinstance(town.focused, AdderLine)
    town.press(KEYS.Key_Up)
    assert town.focused is _point(town, "Safer")
    town.press(KEYS.Key_Up)
    town.press(KEYS.Key_Right)
    assert town.focused is _point(town, "Dear")
    town.press(KEYS.Key_Left)
    assert town.focused is _point(town, "Cheaper now than later")


def test_ctrl_and_arrows_reorder_a_column_which_then_shows_its_own_order(town: Hands) -> None:
    _go_to(town, "Cheaper now than later")
    town.press(KEYS.Key_Up, CTRL)
    assert _column(town, PRO) == ["Cheaper now than later", "Safer"]
    assert _page(town).columns[PRO].sorting.currentData() is PointOrder.OWN
    town.press(KEYS.Key_Down, CTRL)
    assert _column(town, PRO) == ["Safer", "Cheaper now than later"]
    assert town.focused is _point(town, "Cheaper now than later")


def test_a_column_is_sorted_by_choice(town: Hands) -> None:
    sorting = _page(town).columns[PRO].sorting
    sorting.setFocus()
    town.press(KEYS.Key_Down)
    assert _column(town, PRO) == ["Safer", "Cheaper now than later"]


def test_enter_edits_a_point_and_escape_restores_it(town: Hands) -> None:
    _go_to(town, "Safer")
    town.press(KEYS.Key_Return)
    town.type(" for all")
    town.press(KEYS.Key_Escape)
    assert town.card("Safer").text == "Safer"
    assert town.focused is _point(town, "Safer")
    town.type(" by far")
    town.press(KEYS.Key_F2)
    town.press(KEYS.Key_Return)
    assert town.card("Saferby far").text == "Saferby far"
    assert _undo_words(town) == "Undo Edit text"


def test_a_refused_wording_stays_in_its_editor(town: Hands) -> None:
    point = _go_to(town, "Safer")
    town.press(KEYS.Key_F2)
    _, text = point.texts[0]
    text.editor.setPlainText("y" * 20_001)
    town.press(KEYS.Key_Return)
    was_editing = text.is_editing
    assert was_editing
    assert len(text.editor.toPlainText()) == 20_001
    assert town.refusal
    town.press(KEYS.Key_Escape)
    assert not text.is_editing
    assert text.text == "Safer"


def test_delete_takes_a_point_with_its_answers_and_moves_on(town: Hands) -> None:
    _go_to(town, "Dear")
    town.press(KEYS.Key_Delete)
    assert _column(town, CON) == ["Closed in summer"]
    assert "The grant pays half" not in town.texts
    assert town.focused is _point(town, "Closed in summer")


def drag_point(hands: Hands, text: str, to: QPoint, *, drop: bool = True) -> None:
    point = _point(hands, text)
    start = QPoint(8, point.height() // 2)
    hands.qtbot.mousePress(point, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 1.0):
        target = point.mapFromGlobal(to)
        hands.qtbot.mouseMove(point, start + (target - start) * share)
        QApplication.processEvents()
    if drop:
        hands.qtbot.mouseRelease(point, Qt.MouseButton.LeftButton, pos=point.mapFromGlobal(to))


def test_dragging_to_the_other_column_turns_a_point_round(town: Hands) -> None:
    target = _point(town, "Closed in summer")
    drag_point(town, "Safer", target.mapToGlobal(target.rect().center()))
    assert "Safer" in _column(town, CON)
    assert _undo_words(town) == "Undo Make it a con"


def test_dragging_within_a_column_reorders_it(town: Hands) -> None:
    _page(town).columns[PRO].order_chosen.emit(PointOrder.OWN)
    QApplication.processEvents()
    first = _point(town, "Safer")
    drag_point(town, "Cheaper now than later", first.mapToGlobal(QPoint(20, 2)))
    assert _column(town, PRO) == ["Cheaper now than later", "Safer"]


def test_escape_ends_a_drag_without_a_change(town: Hands) -> None:
    target = _point(town, "Dear")
    _go_to(town, "Safer")
    drag_point(town, "Safer", target.mapToGlobal(target.rect().center()), drop=False)
    town.press(KEYS.Key_Escape)
    town.qtbot.mouseRelease(_point(town, "Safer"), Qt.MouseButton.LeftButton)
    assert "Safer" in _column(town, PRO)


def test_a_chosen_card_of_the_outline_shows_its_balance(town: Hands) -> None:
    town.workspace.select(town.card("Dear").id)
    assert _page(town).subject == town.card("Dear").id
    town.workspace.select(town.card("Safer").id)
    assert _page(town).subject == town.card("Repair the bridge?").id


def test_another_card_can_be_chosen_by_key(town: Hands) -> None:
    chooser = _page(town).bar.chooser
    chooser.setFocus()
    town.press(KEYS.Key_Down)
    assert _page(town).subject == town.card("Dear").id


def test_a_card_that_serves_twice_is_turned_where_it_is_shown(town: Hands) -> None:
    other = cards.add_claim(town.document, town.workspace.map_id, "The town can pay")
    first = _argument(town, "Safer")
    link = arguments.link_card(town.document, town.card("Safer").id, other.id, PRO)
    _page(town).show_subject(other.id)
    _page(town).point(link.id).setFocus()
    town.trigger("make_con")
    assert town.document.get(Argument, link.id).stance is CON
    assert town.document.get(Argument, first.id).stance is PRO


def test_what_holds_only_together_is_one_point_of_two_texts(town: Hands) -> None:
    dear = _argument(town, "Dear")
    arguments.add_premise(town.document, dear.id, "The budget is spent")
    point = _point(town, "Dear")
    assert [text.text for _, text in point.texts] == ["Dear", "The budget is spent"]
    assert "Dear and The budget is spent" in point.accessibleName()
    point.texts[1][1].begin()
    town.type(" twice")
    town.press(KEYS.Key_Return)
    assert town.card("The budget is spent twice").text == "The budget is spent twice"
    assert town.focused is _point(town, "Dear")


def test_hidden_numbers_stay_hidden(town: Hands) -> None:
    maps.hide_numbers(town.document, town.workspace.map_id, hidden=True)
    assert _page(town).beam.degrees == 0
    assert _page(town).beam.pans == ("Pros", "Cons")
    assert not _point(town, "Safer").number.isVisible()


def test_a_claim_says_what_it_starts_with(town: Hands) -> None:
    dear = town.card("Dear").id
    cards.set_plausibility(town.document, dear, 0.7)
    arguments.set_importance(town.document, _argument(town, "The grant pays half").id, 0.5)
    _page(town).show_subject(dear)
    assert "By itself it starts at +85 points (70 % likely)." in _page(town).beam.words


def test_insert_pro_goes_to_the_line_of_the_column(town: Hands) -> None:
    town.select("Repair the bridge?")
    town.trigger("add_con")
    assert town.focused is _page(town).columns[CON].adder


def test_an_empty_map_begins_with_its_question_on_the_balance(hands: Hands) -> None:
    hands.press(KEYS.Key_2, CTRL)
    page = _page(hands)
    subject = page.subject
    assert subject is None
    assert hands.has_keyboard(page.beginning)
    hands.write("Repair the bridge?")
    assert page.subject == hands.card("Repair the bridge?").id
    assert hands.focused is page.columns[PRO].adder
    hands.write("Safer")
    hands.press(KEYS.Key_Tab)
    assert _column(hands, PRO) == ["Safer"]
    assert not page.beginning.isVisible()


def test_a_long_text_is_shown_in_part_and_edited_whole(town: Hands) -> None:
    text = "word " * 400
    question: CardId = town.card("Repair the bridge?").id
    arguments.add_pro(town.document, question, text.strip())
    point = _go_to(town, text.strip())
    assert point.height() < 400
    town.press(KEYS.Key_F2)
    assert len(point.texts[0][1].editor.toPlainText()) == 1999


def test_a_read_only_workbook_is_only_shown(town: Hands, tmp_path: Path) -> None:
    copy = tmp_path / "copy.steelyard"
    town.workspace.session.save_copy(copy)
    assert town.window.files._open(lambda: Session.open(copy, read_only=True))
    town.workspace.view.show_page(Page.BALANCE)
    before = _argument(town, "Safer")
    _go_to(town, "Safer")
    for key, modifiers in ((KEYS.Key_Right, CTRL), (KEYS.Key_4, Qt.KeyboardModifier.NoModifier)):
        town.press(key, modifiers)
    assert _argument(town, "Safer") == before
    assert not _page(town).columns[PRO].adder.isEnabled()
