"""Perspectives: chosen in the status bar, made in the inspector, honoured wherever numbers are shown or set."""

from desktop_app.edits import arguments, cards, maps, perspectives
from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, Override, Perspective, PerspectiveKind
from desktop_app.session import Session
from tests.ui.conftest import CTRL, KEYS, Hands


def _choose(hands: Hands, name: str) -> None:
    menu = hands.window.status.perspective.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()


def _map_with_a_pro(hands: Hands) -> tuple[Card, Argument]:
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "Which way?")
    pro = arguments.add_pro(document, question.id, "It is flat")
    (link,) = reads.arguments_from(document, pro.id)
    arguments.set_importance(document, link.id, 0.5)
    cards.set_plausibility(document, pro.id, 0.5)
    return pro, link


def test_the_status_bar_names_the_perspective_and_offers_the_others(example: Hands) -> None:
    button = example.window.status.perspective
    assert button.text() == "Perspective: My numbers"
    _choose(example, "If things go badly")
    assert button.text() == "Perspective: If things go badly"
    _choose(example, "My numbers")
    assert example.workspace.view.perspective is None


def test_totals_on_the_map_and_in_the_inspector_are_those_of_the_perspective(example: Hands) -> None:
    treaty = example.card("Ratified mutual-defence treaty clause")
    scene = example.page.canvas.scene
    own = scene.face(scene.index[treaty.id]).total
    assert own is not None
    _choose(example, "If things go badly")
    theirs = scene.face(scene.index[treaty.id]).total
    assert theirs is not None
    assert theirs.share < own.share


def test_a_number_set_in_a_perspective_stays_there_and_the_inspector_shows_it(hands: Hands) -> None:
    pro, link = _map_with_a_pro(hands)
    added = perspectives.add_perspective(hands.document, pro.map, "Anna", PerspectiveKind.PERSON)
    hands.select("It is flat")
    _choose(hands, "Anna")
    inspector = hands.page.inspector
    inspector.importance_field.chosen.emit(1.0)
    inspector.plausibility_field.chosen.emit(0.9)
    assert hands.document.get(Card, pro.id).plausibility == 0.5
    assert hands.document.get(Argument, link.id).importance == 0.5
    assert {item.likely for item in hands.document.referring(Override, "perspective", added.id)} == {1.0, 0.9}
    assert hands.workspace.numbers.plausibility(hands.document.get(Card, pro.id)) == 0.9
    scene = hands.page.canvas.scene
    assert scene.face(scene.index[pro.id]).pips == 4
    thick = scene.arrays.thickness[scene.index[pro.id]]
    _choose(hands, "My numbers")
    assert scene.face(scene.index[pro.id]).pips == 2
    assert scene.arrays.thickness[scene.index[pro.id]] < thick


def test_undo_shows_the_perspective_in_which_the_step_was_made(hands: Hands) -> None:
    pro, _ = _map_with_a_pro(hands)
    added = perspectives.add_perspective(hands.document, pro.map, "Anna", PerspectiveKind.PERSON)
    hands.select("It is flat")
    _choose(hands, "Anna")
    hands.page.inspector.plausibility_field.chosen.emit(0.9)
    _choose(hands, "My numbers")
    hands.page.inspector.plausibility_field.chosen.emit(0.3)
    _choose(hands, "Anna")
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Z, CTRL)
    chosen = hands.workspace.view.perspective
    assert chosen is None
    hands.press(KEYS.Key_Z, CTRL)
    chosen = hands.workspace.view.perspective
    assert chosen == added.id
    hands.press(KEYS.Key_Z, CTRL)
    assert hands.document.find(Perspective, added.id) is None
    assert hands.workspace.view.perspective is None


def test_a_perspective_that_is_added_in_the_inspector_is_chosen_at_once(hands: Hands) -> None:
    hands.trigger("edit_perspectives")
    assert hands.focused.accessibleName() == "Add a perspective"
    hands.write("Slow road")
    (made,) = reads.perspectives(hands.document, hands.workspace.map_id)
    assert (made.name, made.kind) == ("Slow road", PerspectiveKind.PERSON)
    assert hands.workspace.view.perspective == made.id


def test_an_empty_name_adds_nothing(hands: Hands) -> None:
    hands.trigger("edit_perspectives")
    hands.write("  ")
    assert reads.perspectives(hands.document, hands.workspace.map_id) == []


def test_the_status_bar_says_why_a_workbook_is_read_only(hands: Hands) -> None:
    path = hands.workspace.session.path
    assert hands.window.status._saved.text() == "✓ Every change saved"
    hands.window.files.close()
    hands.window.files._open(lambda: Session.open(path, read_only=True))
    assert hands.window.status._saved.text().startswith("Read only. This workbook was opened for reading only.")


def test_another_map_is_shown_by_its_own_numbers(hands: Hands) -> None:
    pro, _ = _map_with_a_pro(hands)
    perspectives.add_perspective(hands.document, pro.map, "Anna", PerspectiveKind.PERSON)
    _choose(hands, "Anna")
    other = maps.add_map(hands.document, "Another")
    hands.workspace.view.show_map(other.id)
    assert hands.workspace.view.perspective is None
    assert hands.window.status.perspective.text() == "Perspective: My numbers"
