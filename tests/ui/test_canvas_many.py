"""Cutting and pasting, folding to a level, focus on a branch, selecting many: by keys and actions alone."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop_app.drawing.palette import Role
from desktop_app.edits import arguments
from desktop_app.model.records import Argument, CardKind, Stance
from desktop_app.session import Session
from desktop_app.ui.widgets import theme
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import literal
from tests.ui.conftest import ALT, CTRL, KEYS, SHIFT, Hands


def _build(hands: Hands) -> None:
    """A question, two options, on the first a pro with an answer and a con."""
    hands.press(KEYS.Key_Tab)
    for text in ("Where?", "Old mill", "+ Central", "- Far from the school"):
        hands.write(text)
        hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Escape)
    hands.select("Central")
    hands.press(KEYS.Key_Return)
    hands.write("- Damp")
    hands.select("Old mill")
    hands.press(KEYS.Key_Return)
    hands.write("New hall")
    hands.page.canvas.finish_animation()


def _under(hands: Hands, text: str) -> str:
    place = hands.workspace.place_of(hands.card(text).id)
    assert place is not None
    return next((card for card in hands.texts if hands.card(card).id == place.parent), "")


def _stance(hands: Hands, text: str) -> Stance:
    place = hands.workspace.place_of(hands.card(text).id)
    assert place is not None
    return hands.document.get(Argument, place.argument or 0).stance


# --- cutting and pasting ---------------------------------------------------------------------------------


def test_what_was_cut_stays_until_it_is_pasted_and_keeps_its_stance(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    hands.press(KEYS.Key_X, CTRL)
    assert "- Damp" in QApplication.clipboard().text()
    assert _under(hands, "Damp") == "Old mill"
    hands.page.canvas.grab()
    hands.select("New hall")
    hands.press(KEYS.Key_V, CTRL)
    assert (_under(hands, "Damp"), _stance(hands, "Damp")) == ("New hall", Stance.OPPOSES)
    assert hands.selected == "Damp"
    hands.press(KEYS.Key_Z, CTRL)
    assert _under(hands, "Damp") == "Old mill"


def test_what_was_cut_moves_by_the_first_pasting_only(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    hands.press(KEYS.Key_X, CTRL)
    hands.select("New hall")
    hands.press(KEYS.Key_V, CTRL)
    moved = hands.card("Damp").id
    hands.select("Old mill")
    hands.press(KEYS.Key_V, CTRL)
    assert hands.workspace.above(hands.workspace.places[moved]) >= {hands.card("New hall").id}
    assert hands.texts.count("Damp") == 2


@pytest.mark.parametrize(
    ("action", "kind", "stance"),
    [
        ("paste_as_pro", CardKind.CLAIM, Stance.SUPPORTS),
        ("paste_as_con", CardKind.CLAIM, Stance.OPPOSES),
        ("paste_as_evidence", CardKind.EVIDENCE, Stance.SUPPORTS),
        ("paste_as_note", CardKind.NOTE, None),
    ],
)
def test_what_was_cut_is_pasted_as_what_one_says(
    hands: Hands, action: str, kind: CardKind, stance: Stance | None
) -> None:
    _build(hands)
    hands.select("Damp")
    hands.trigger("cut_cards")
    hands.select("New hall")
    hands.trigger(action)
    assert _under(hands, "Damp") == "New hall"
    assert hands.card("Damp").kind is kind
    if stance is not None:
        assert _stance(hands, "Damp") is stance


def test_a_claim_is_pasted_as_an_option_of_the_question_and_refused_elsewhere(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    hands.trigger("cut_cards")
    hands.select("New hall")
    hands.trigger("paste_as_option")
    assert hands.page.messages.isVisible()
    assert _under(hands, "Damp") == "Old mill"
    hands.select("Where?")
    hands.trigger("paste_as_option")
    assert (_under(hands, "Damp"), hands.card("Damp").kind) == ("Where?", CardKind.OPTION)


def test_what_was_copied_is_used_again_and_drawn_once(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    hands.press(KEYS.Key_C, CTRL)
    hands.select("New hall")
    hands.trigger("link_as_con")
    assert _under(hands, "Damp") == "Old mill"
    assert len(hands.document.referring(Argument, "target_card", hands.card("New hall").id)) == 1
    hands.select("Damp")
    hands.trigger("copy_cards")
    hands.select("Central")
    hands.trigger("paste_as_pro")
    assert len(hands.document.referring(Argument, "target_card", hands.card("Central").id)) == 2
    hands.select("Damp")
    hands.page.canvas.grab()


def test_a_copied_branch_pasted_plainly_is_a_second_one(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_C, CTRL)
    hands.select("New hall")
    hands.press(KEYS.Key_V, CTRL)
    assert hands.texts.count("Central") == 2
    assert hands.texts.count("Far from the school") == 2


def test_text_from_elsewhere_is_pasted_as_what_one_says(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    hands.press(KEYS.Key_X, CTRL)
    QApplication.clipboard().setText("Walls were dried\n\nRoof is new")
    hands.select("New hall")
    hands.trigger("paste_as_con")
    assert _under(hands, "Damp") == "Old mill"
    assert {_under(hands, "Walls were dried"), _under(hands, "Roof is new")} == {"New hall"}
    assert _stance(hands, "Roof is new") is Stance.OPPOSES


def test_escape_and_deleting_let_go_of_what_was_cut(hands: Hands) -> None:
    _build(hands)
    clipboard = hands.page.canvas.commands.clipboard
    hands.select("Damp")
    hands.press(KEYS.Key_X, CTRL)
    assert clipboard.cut
    hands.press(KEYS.Key_Escape)
    assert not clipboard.cut
    assert hands.selected == "Damp"
    hands.press(KEYS.Key_X, CTRL)
    hands.press(KEYS.Key_Delete)
    assert not clipboard.cut
    assert not hands.window.actions_by_name["link_as_pro"].isEnabled()


def test_a_card_and_its_branch_selected_together_are_cut_once(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_Right, SHIFT)
    assert len(hands.workspace.view.chosen) == 2
    hands.press(KEYS.Key_X, CTRL)
    assert [item.card for item in hands.page.canvas.commands.clipboard.cut] == [hands.card("Central").id]


# --- many ------------------------------------------------------------------------------------------------


def test_shift_and_arrows_gather_cards_and_escape_lets_the_others_go(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_Down, SHIFT)
    assert hands.workspace.view.chosen == {hands.card("Central").id, hands.card("Damp").id}
    hands.press(KEYS.Key_Slash, ALT)
    assert (_stance(hands, "Central"), _stance(hands, "Damp")) == (Stance.OPPOSES, Stance.SUPPORTS)
    assert hands.window.actions_by_name["undo"].text() == "Undo Swap pro/con (2 cards)"
    hands.press(KEYS.Key_Escape)
    assert hands.workspace.view.chosen == {hands.card("Damp").id}


def test_keys_say_how_much_a_point_matters(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    place = hands.workspace.place_of(hands.card("Damp").id)
    assert place is not None
    for key, importance in ((KEYS.Key_1, 0.25), (KEYS.Key_2, 0.5), (KEYS.Key_4, 1.0), (KEYS.Key_0, None)):
        hands.press(key, ALT)
        assert hands.document.get(Argument, place.argument or 0).importance == importance


def test_kinds_of_many_change_in_one_step(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.trigger("make_evidence")
    assert hands.card("Central").kind is hands.card("Damp").kind is CardKind.EVIDENCE
    hands.press(KEYS.Key_Z, CTRL)
    assert hands.card("Central").kind is CardKind.CLAIM
    hands.press(KEYS.Key_Delete, CTRL)


# --- folding and focus -----------------------------------------------------------------------------------


def test_folding_to_a_level_hides_what_lies_deeper_and_opening_shows_all(hands: Hands) -> None:
    _build(hands)
    scene = hands.page.canvas.scene
    hands.select("Far from the school")
    for action, shown in (("fold_all", 1), ("fold_to_first", 3), ("fold_to_second", 5), ("open_all", 6)):
        hands.trigger(action)
        hands.page.canvas.finish_animation()
        assert len(scene.places) == shown
        assert hands.workspace.view.selected in scene.index
    hands.trigger("fold_to_third")
    assert len(scene.places) == 6


def test_right_opens_a_folded_branch_and_then_leads_into_it(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_E, CTRL)
    assert hands.card("Far from the school").id not in hands.page.canvas.scene.index
    hands.press(KEYS.Key_Right)
    assert hands.selected == "Central"
    hands.press(KEYS.Key_Right)
    assert hands.selected == "Far from the school"


def test_focus_shows_a_branch_alone_with_the_way_to_it_until_escape(hands: Hands) -> None:
    _build(hands)
    canvas = hands.page.canvas
    hands.select("Central")
    hands.press(KEYS.Key_Return, ALT)
    assert [place.card for place in canvas.scene.places] == [
        hands.card(t).id for t in ("Central", "Far from the school")
    ]
    assert [step.words for step in canvas.frame.trail.steps] == ["Whole map", "Where?", "Old mill", "Central"]
    area = canvas.frame.trail.area
    assert area is not None
    beside_words = area.topLeft().toPoint() + QPoint(4, round(area.height() / 2))
    assert canvas.grab().toImage().pixelColor(beside_words) == theme.colour(Role.CARD)
    hands.press(KEYS.Key_Tab)
    hands.write("+ Near the station")
    assert hands.card("Near the station").id in canvas.scene.index
    hands.press(KEYS.Key_Escape)
    assert len(canvas.scene.places) == len(hands.texts)
    assert canvas.frame.trail.area is None


def test_the_steps_of_the_way_can_be_clicked(hands: Hands) -> None:
    _build(hands)
    canvas = hands.page.canvas
    hands.select("Central")
    hands.trigger("focus_branch")
    hands.click(canvas, canvas.frame.trail.steps[2].area.center().toPoint())
    assert hands.workspace.view.focus == hands.card("Old mill").id
    hands.click(canvas, canvas.frame.trail.steps[0].area.center().toPoint())
    assert hands.workspace.view.focus is None


def test_selecting_or_deleting_outside_a_branch_in_focus_leaves_it(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_Return, ALT)
    hands.select("New hall")
    assert hands.workspace.view.focus is None
    hands.select("Damp")
    hands.press(KEYS.Key_Return, ALT)
    hands.press(KEYS.Key_Delete)
    assert hands.workspace.view.focus is None
    assert "Damp" not in hands.texts


def test_a_large_map_opens_down_to_its_pros_and_cons(hands: Hands) -> None:
    _build(hands)
    with hands.document.transaction(literal("Many")):
        for number in range(220):
            arguments.add_con(hands.document, hands.card("Central").id, f"Answer {number}")
    path = hands.workspace.session.path
    hands.window.files.close()
    with Session.open(path) as session:
        workspace = Workspace(session)
        central = next(place.card for place in workspace.places.values() if place.depth == 2)
        assert central in workspace.view.folded
        assert len(workspace.view.folded) == 1


def test_composing_a_letter_on_the_canvas_begins_to_write(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp")
    composing = QInputMethodEvent("に", [])
    QApplication.sendEvent(hands.page.canvas, composing)
    assert hands.page.canvas.editor.isVisible()
    done = QInputMethodEvent()
    done.setCommitString("日")
    QApplication.sendEvent(hands.page.canvas.editor, done)
    hands.press(KEYS.Key_Return)
    assert "Damp日" in hands.texts
