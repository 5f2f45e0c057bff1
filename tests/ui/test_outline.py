"""The outline is the full twin of the canvas: a map is built and changed in it by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.edits import cards
from desktop_app.model.records import Argument, Premise, Stance
from desktop_app.ui.pages.map.outline.model import SIGN_ROLE, OutlineModel
from tests.ui.conftest import ALT, CTRL, KEYS, SHIFT, Hands


def _build(hands: Hands) -> None:
    hands.page.side.outline.setFocus()
    hands.press(KEYS.Key_Tab)
    hands.write("Build the bridge?")
    hands.press(KEYS.Key_Tab)
    hands.write("+ Shorter way to school")
    hands.press(KEYS.Key_Return)
    hands.write("- Costs a third of the reserve [decisive]")
    hands.press(KEYS.Key_Tab)
    hands.write("- A grant pays half")


def _shown_as_selected(hands: Hands) -> set[str]:
    return {index.data() for index in hands.page.side.outline.selectionModel().selectedRows()}


def _stance(hands: Hands, text: str) -> Stance:
    place = hands.workspace.place_of(hands.card(text).id)
    assert place is not None
    return hands.document.get(Argument, place.argument or 0).stance


def test_a_map_grows_in_the_outline_by_keys_alone(hands: Hands) -> None:
    _build(hands)
    assert hands.texts == [
        "Build the bridge?",
        "Shorter way to school",
        "Costs a third of the reserve",
        "A grant pays half",
    ]
    premise = hands.document.referring(Premise, "card", hands.card("Costs a third of the reserve").id)[0]
    argument = hands.document.get(Argument, premise.argument)
    assert argument.stance is Stance.OPPOSES
    assert argument.importance == 1.0
    assert hands.focused is hands.page.side.outline


def test_outline_and_canvas_share_the_selection(hands: Hands) -> None:
    _build(hands)
    outline = hands.page.side.outline
    hands.press(KEYS.Key_Home)
    assert hands.selected == "Build the bridge?"
    hands.press(KEYS.Key_Down)
    assert hands.selected == "Shorter way to school"
    hands.select("A grant pays half")
    assert outline.currentIndex().data() == "A grant pays half"


def test_a_row_is_drawn_anew_when_its_text_is_changed_elsewhere(hands: Hands) -> None:
    _build(hands)
    outline = hands.page.side.outline
    told: list[str] = []
    outline.model().dataChanged.connect(lambda first, _last: told.append(first.data()))
    card = hands.card("A grant pays half").id
    hands.workspace.run(lambda document: cards.set_text(document, card, "A grant pays a third"))
    assert told == ["A grant pays a third"]


def test_rows_are_edited_in_place_and_escape_restores(hands: Hands) -> None:
    _build(hands)
    hands.select("Shorter way to school")
    hands.press(KEYS.Key_F2)
    hands.type(" and to work")
    hands.press(KEYS.Key_Return)
    assert "Shorter way to school and to work" in hands.texts
    hands.press(KEYS.Key_F2)
    hands.type("XXX")
    hands.press(KEYS.Key_Escape)
    assert "Shorter way to school and to work" in hands.texts


def test_typing_on_a_row_goes_on_at_its_end(hands: Hands) -> None:
    _build(hands)
    hands.select("A grant pays half")
    hands.type(", says the county")
    hands.press(KEYS.Key_Return)
    assert "A grant pays half, says the county" in hands.texts


def test_folding_in_the_outline_folds_the_canvas(hands: Hands) -> None:
    _build(hands)
    hands.select("Costs a third of the reserve")
    hands.press(KEYS.Key_Left)
    assert hands.card("A grant pays half").id not in hands.page.canvas.scene.index
    hands.press(KEYS.Key_Right)
    assert hands.card("A grant pays half").id in hands.page.canvas.scene.index


def test_delete_and_undo_work_in_the_outline(hands: Hands) -> None:
    _build(hands)
    hands.select("Costs a third of the reserve")
    hands.press(KEYS.Key_Delete)
    assert hands.texts == ["Build the bridge?", "Shorter way to school"]
    hands.press(KEYS.Key_Z, CTRL)
    assert len(hands.texts) == 4


def test_every_row_says_what_it_is_to_who_cannot_see_it(hands: Hands) -> None:
    _build(hands)
    outline = hands.page.side.outline
    hands.select("A grant pays half")
    index = outline.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Answers the con, not weighed, A grant pays half"
    assert index.data(SIGN_ROLE) == "−"


def test_escape_in_the_new_line_leaves_no_trace(hands: Hands) -> None:
    _build(hands)
    before = set(hands.document.records())
    hands.press(KEYS.Key_Return)
    hands.type("never")
    hands.press(KEYS.Key_Escape)
    assert set(hands.document.records()) == before
    assert not hands.page.side.outline.editor.isVisible()


def test_every_selected_card_is_shown_as_selected(hands: Hands) -> None:
    _build(hands)
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_A, CTRL)
    assert _shown_as_selected(hands) == set(hands.texts)
    hands.press(KEYS.Key_Escape)
    assert _shown_as_selected(hands) == {"A grant pays half"}
    hands.press(KEYS.Key_Escape)
    assert _shown_as_selected(hands) == set()


def test_shift_and_arrows_gather_rows_and_a_plain_arrow_lets_the_others_go(hands: Hands) -> None:
    _build(hands)
    hands.select("Shorter way to school")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    gathered = {"Shorter way to school", "Costs a third of the reserve", "A grant pays half"}
    assert hands.workspace.view.chosen == {hands.card(text).id for text in gathered}
    assert _shown_as_selected(hands) == gathered
    assert hands.selected == hands.page.side.outline.currentIndex().data() == "A grant pays half"
    hands.press(KEYS.Key_Up)
    assert hands.workspace.view.chosen == {hands.card("Costs a third of the reserve").id}
    assert _shown_as_selected(hands) == {"Costs a third of the reserve"}
    hands.press(KEYS.Key_Up, SHIFT)
    assert _shown_as_selected(hands) == {"Costs a third of the reserve", "Shorter way to school"}


def test_escape_in_the_outline_backs_out_one_step_at_a_time(hands: Hands) -> None:
    _build(hands)
    hands.select("Shorter way to school")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_X, CTRL)
    hands.press(KEYS.Key_Escape)
    assert not hands.page.canvas.commands.clipboard.cut
    assert len(hands.workspace.view.chosen) == 2
    hands.press(KEYS.Key_Escape)
    assert _shown_as_selected(hands) == {hands.selected} == {"Costs a third of the reserve"}


def test_what_is_done_with_many_works_from_the_outline_in_one_step(hands: Hands) -> None:
    _build(hands)
    hands.select("Shorter way to school")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Slash, ALT)
    assert _stance(hands, "Shorter way to school") is Stance.OPPOSES
    assert _stance(hands, "Costs a third of the reserve") is Stance.SUPPORTS
    assert _shown_as_selected(hands) == {"Shorter way to school", "Costs a third of the reserve"}
    hands.press(KEYS.Key_2, ALT)
    for text in ("Shorter way to school", "Costs a third of the reserve"):
        premise = hands.document.referring(Premise, "card", hands.card(text).id)[0]
        assert hands.document.get(Argument, premise.argument).importance == 0.5
    hands.press(KEYS.Key_X, CTRL)
    assert "Shorter way to school" in QApplication.clipboard().text()
    assert "Costs a third of the reserve" in QApplication.clipboard().text()
    hands.press(KEYS.Key_Delete)
    assert hands.texts == ["Build the bridge?"]
    hands.press(KEYS.Key_Z, CTRL)
    assert len(hands.texts) == 4


def test_a_click_with_control_or_shift_selects_one_more_row_and_a_plain_one_that_row_alone(hands: Hands) -> None:
    _build(hands)
    outline = hands.page.side.outline
    model = outline.model()
    assert isinstance(model, OutlineModel)
    rows = {text: outline.visualRect(model.index_of(hands.card(text).id)).center() for text in hands.texts}

    def click(text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        hands.qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, modifiers, rows[text])

    click("Shorter way to school")
    click("A grant pays half", CTRL)
    click("Build the bridge?", SHIFT)
    assert _shown_as_selected(hands) == {"Build the bridge?", "Shorter way to school", "A grant pays half"}
    click("A grant pays half", CTRL)
    assert _shown_as_selected(hands) == {"Build the bridge?", "Shorter way to school"}
    click("Build the bridge?")
    assert _shown_as_selected(hands) == {hands.selected} == {"Build the bridge?"}
