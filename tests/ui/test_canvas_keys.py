"""A map is built and changed on the canvas by keys alone."""

from pathlib import Path

from desktop_app.model.records import Argument, Card, CardKind, Premise, Stance
from desktop_app.session import Session
from tests.ui.conftest import ALT, CTRL, KEYS, SHIFT, Hands


def _stance(hands: Hands, text: str) -> Stance:
    premise = hands.document.referring(Premise, "card", hands.card(text).id)[0]
    return hands.document.get(Argument, premise.argument).stance


def _build(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Where should the library go?")
    hands.press(KEYS.Key_Tab)
    hands.write("Old mill")
    hands.press(KEYS.Key_Tab)
    hands.write("+ Central [major] ~70%")
    hands.press(KEYS.Key_Return)
    hands.write("- Damp walls")
    hands.press(KEYS.Key_Tab)
    hands.write("- The walls were dried in 2019")


def test_a_map_grows_from_an_empty_canvas_by_keys_alone(hands: Hands) -> None:
    _build(hands)
    assert hands.texts == [
        "Where should the library go?",
        "Old mill",
        "Central",
        "Damp walls",
        "The walls were dried in 2019",
    ]
    assert hands.card("Old mill").kind is CardKind.OPTION
    assert _stance(hands, "Central") is Stance.SUPPORTS
    assert _stance(hands, "Damp walls") is Stance.OPPOSES
    assert hands.card("Central").plausibility == 0.7
    argument = hands.document.get(
        Argument, hands.document.referring(Premise, "card", hands.card("Central").id)[0].argument
    )
    assert argument.importance == 0.75


def test_what_was_typed_is_in_the_file_before_anything_is_closed(hands: Hands) -> None:
    _build(hands)
    copy = hands.workspace.session.path.with_name("copy.steelyard")
    copy.write_bytes(hands.workspace.session.path.read_bytes())
    with Session.open(copy, read_only=True) as reader:
        assert {card.text for card in reader.document.all(Card)} == set(hands.texts)


def test_each_new_card_is_one_step_of_undo_with_a_name(hands: Hands) -> None:
    _build(hands)
    undo = hands.window.actions_by_name["undo"]
    assert undo.text() == "Undo Add con"
    hands.press(KEYS.Key_Z, CTRL)
    assert "The walls were dried in 2019" not in hands.texts
    hands.press(KEYS.Key_Z, CTRL | SHIFT)
    assert "The walls were dried in 2019" in hands.texts
    for _ in range(5):
        hands.press(KEYS.Key_Z, CTRL)
    assert hands.texts == []


def test_escape_leaves_no_trace_of_a_card_being_written(hands: Hands) -> None:
    _build(hands)
    before = set(hands.document.records())
    hands.press(KEYS.Key_Tab)
    hands.type("never")
    hands.press(KEYS.Key_Escape)
    assert set(hands.document.records()) == before
    assert hands.page.canvas.hasFocus()


def test_typing_on_a_card_goes_on_at_its_end(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.type(" and dry")
    hands.press(KEYS.Key_Return)
    assert "Central and dry" in hands.texts


def test_escape_restores_the_text_of_an_edited_card(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_F2)
    hands.type("XXX")
    hands.press(KEYS.Key_Escape)
    assert "Central" in hands.texts


def test_arrows_lead_through_the_map_and_home_to_its_question(hands: Hands) -> None:
    _build(hands)
    hands.page.canvas.finish_animation()
    hands.press(KEYS.Key_Home)
    assert hands.selected == "Where should the library go?"
    hands.press(KEYS.Key_Right)
    assert hands.selected == "Old mill"
    hands.press(KEYS.Key_Right)
    first = hands.selected
    assert first in {"Central", "Damp walls"}
    hands.press(KEYS.Key_Down if first == "Central" else KEYS.Key_Up)
    assert {first, hands.selected} == {"Central", "Damp walls"}
    hands.press(KEYS.Key_Left)
    assert hands.selected == "Old mill"


def test_deleting_a_branch_selects_what_is_nearest(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp walls")
    hands.press(KEYS.Key_Delete)
    assert hands.texts == ["Where should the library go?", "Old mill", "Central"]
    assert hands.selected == "Central"


def test_deleting_selects_the_next_sibling_and_after_the_last_the_one_before(hands: Hands) -> None:
    _build(hands)
    hands.select("Old mill")
    for text in ("New hall", "Tent"):
        hands.press(KEYS.Key_Return)
        hands.write(text)
    hands.press(KEYS.Key_Return)
    hands.write("Barn")
    hands.select("New hall")
    hands.press(KEYS.Key_Delete)
    assert hands.selected == "Tent"
    hands.select("Barn")
    hands.press(KEYS.Key_Delete)
    assert hands.selected == "Tent"


def test_deleting_one_card_turns_the_con_of_a_con_into_a_pro(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp walls")
    hands.press(KEYS.Key_Delete, CTRL)
    assert _stance(hands, "The walls were dried in 2019") is Stance.SUPPORTS


def test_stance_keys_turn_pros_and_cons_round(hands: Hands) -> None:
    _build(hands)
    hands.select("Central")
    hands.press(KEYS.Key_Minus, ALT)
    assert _stance(hands, "Central") is Stance.OPPOSES
    hands.press(KEYS.Key_Slash, ALT)
    assert _stance(hands, "Central") is Stance.SUPPORTS


def test_cards_are_reordered_promoted_and_demoted_by_keys(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp walls")
    hands.press(KEYS.Key_Up, CTRL)
    assert hands.texts.index("Damp walls") < hands.texts.index("Central")
    hands.select("The walls were dried in 2019")
    hands.press(KEYS.Key_Left, CTRL)
    place = hands.workspace.place_of(hands.card("The walls were dried in 2019").id)
    assert place is not None
    assert place.parent == hands.card("Old mill").id
    hands.press(KEYS.Key_Right, CTRL)
    place = hands.workspace.place_of(hands.card("The walls were dried in 2019").id)
    assert place is not None
    assert place.parent == hands.card("Damp walls").id


def test_folding_hides_a_branch_and_writing_below_opens_it(hands: Hands) -> None:
    _build(hands)
    hands.select("Damp walls")
    hands.press(KEYS.Key_E, CTRL)
    hands.page.canvas.finish_animation()
    answer = hands.card("The walls were dried in 2019").id
    assert answer not in hands.page.canvas.scene.index
    assert hands.page.canvas.scene.hidden == {hands.card("Damp walls").id: 1}
    hands.press(KEYS.Key_Tab)
    hands.press(KEYS.Key_Escape)
    assert answer in hands.page.canvas.scene.index


def test_tab_in_the_editor_commits_and_writes_the_next_card_below(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.type("Question?")
    hands.press(KEYS.Key_Tab)
    hands.write("First option")
    assert hands.texts == ["Question?", "First option"]
    place = hands.workspace.place_of(hands.card("First option").id)
    assert place is not None
    assert place.parent == hands.card("Question?").id


def test_f6_leads_out_of_the_canvas_and_round(hands: Hands) -> None:
    _build(hands)
    seen = []
    for _ in range(4):
        hands.press(KEYS.Key_F6)
        seen.append(hands.focused)
    assert hands.page.canvas in seen
    assert hands.page.side.outline in seen
    assert len(set(seen)) == 4


def test_a_read_only_workbook_cannot_be_typed_into(hands: Hands, tmp_path: Path) -> None:
    _build(hands)
    path = hands.workspace.session.path
    hands.window.files.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert hands.window.files.open_path(path)
        if not hands.workspace.session.is_read_only:
            return  # root may write anywhere
        before = hands.texts
        hands.page.canvas.setFocus()
        hands.press(KEYS.Key_Home)
        hands.type("x")
        assert hands.texts == before
        assert "read only" in hands.window.windowTitle()
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


def test_the_hint_bar_adds_to_the_selected_card_with_the_mouse(hands: Hands) -> None:
    _build(hands)
    hands.select("Old mill")
    hands.trigger("add_evidence")
    hands.write("A survey of 2021")
    assert hands.card("A survey of 2021").kind is CardKind.EVIDENCE


def test_cards_make_room_for_one_that_is_being_written_and_close_up_when_it_is_not(hands: Hands) -> None:
    _build(hands)
    canvas = hands.page.canvas
    canvas.finish_animation()
    before = canvas.scene.arrays
    hands.select("Old mill")
    hands.press(KEYS.Key_Tab)
    canvas.finish_animation()
    room = canvas.scene.room
    assert room is not None
    height = canvas.scene.size[1]
    left, top, right, bottom = room[0], room[1], room[0] + 236, room[1] + 38
    assert len(canvas.scene.visible(left, top, right, bottom)) == 0
    hands.type("a text so long that it needs several lines of the card in which it will stand, and then some more")
    assert canvas.scene.size[1] >= height
    assert len(canvas.scene.visible(left, top, right, room[1] + canvas.editor.height())) == 0
    hands.press(KEYS.Key_Escape)
    canvas.finish_animation()
    assert canvas.scene.room is None
    assert (canvas.scene.arrays.y == before.y).all()
