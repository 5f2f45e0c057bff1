"""The outline is the full twin of the canvas: a map is built and changed in it by keys alone."""

from PySide6.QtCore import Qt

from desktop_app.model.records import Argument, Premise, Stance
from desktop_app.ui.outline.model import SIGN_ROLE
from tests.ui.conftest import CTRL, KEYS, Hands


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
    assert not hands.page.side.outline.draft_line.isVisible()
