"""The tutorial's tasks tick themselves off when they are done, and go back when they are taken back."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.edits import arguments, cards, criteria, scores, sources
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind
from desktop_app.session import Session
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands


@pytest.fixture
def tutorial(qtbot: QtBot, window: MainWindow) -> Hands:
    """A window over the tutorial."""
    window.files.open_tutorial()
    made = Hands(qtbot, window)
    made.page.canvas.finish_animation()
    made.page.canvas.setFocus()
    return made


def _done(hands: Hands) -> set[str]:
    return {hands.document.get(Card, card).tags[0] for card in hands.workspace.view.done}


def test_a_pro_written_by_keys_ticks_its_task_off_on_map_and_outline(tutorial: Hands) -> None:
    tutorial.select("Continue as now")
    tutorial.press(KEYS.Key_Tab)
    tutorial.write("Pupils would sleep longer")
    assert _done(tutorial) == {"add-pro"}
    assert tutorial.window.status.message.startswith("1 of 12 done. Next: 2. Add a con")
    (card,) = tutorial.workspace.view.done
    scene = tutorial.page.canvas.scene
    assert (scene.face(scene.index[card]).sign, scene.face(scene.index[card]).label) == ("✓", "Done")
    assert tutorial.document.get(Card, card).kind is CardKind.NOTE


def test_undo_unticks_what_it_takes_back_and_ticks_its_own_task(tutorial: Hands) -> None:
    tutorial.select("Continue as now")
    tutorial.press(KEYS.Key_Tab)
    tutorial.write("Pupils would sleep longer")
    tutorial.press(KEYS.Key_Z, CTRL)
    assert _done(tutorial) == {"undo"}
    tutorial.press(KEYS.Key_Z, CTRL | SHIFT)
    assert _done(tutorial) == {"undo", "add-pro"}


def test_every_task_can_be_done_and_the_last_says_so(tutorial: Hands) -> None:
    document, map_id = tutorial.document, tutorial.workspace.map_id
    question = tutorial.card("Should school start an hour later?")
    pro = arguments.add_pro(document, question.id, "Pupils would sleep longer")
    con = arguments.add_con(document, question.id, "Buses run at the old times")
    arguments.add_con(document, con.id, "They are moved every year anyway")
    (link,) = reads.arguments_from(document, pro.id)
    arguments.set_importance(document, link.id, 0.75)
    cards.set_plausibility(document, pro.id, 0.7)
    sources.cite(document, pro.id, sources.add_source(document, "study", "A study").id)
    option = cards.add_option(document, map_id, "Start at nine", under=question.id)
    criterion = criteria.add_criterion(document, map_id, "Sleep")
    scores.set_score(document, option.id, criterion.id, 80.0)
    tutorial.workspace.view.fold(con.id, folded=True)
    tutorial.workspace.undo()
    tutorial.workspace.redo()
    assert "find" not in _done(tutorial)
    tutorial.page.canvas.setFocus()
    tutorial.press(KEYS.Key_F, CTRL)
    tutorial.type("sleep")
    tutorial.press(KEYS.Key_Escape)
    assert len(tutorial.workspace.view.done) == 12
    assert tutorial.window.status.message == "All done. Well weighed!"


def test_what_is_done_is_read_anew_from_the_workbook_and_never_stored(tutorial: Hands) -> None:
    question = tutorial.card("Should school start an hour later?")
    arguments.add_pro(tutorial.document, question.id, "Pupils would sleep longer")
    records = set(tutorial.document.records())
    path = tutorial.workspace.session.path
    tutorial.window.files.close()
    with Session.open(path) as session:
        assert set(session.document.records()) == records
    tutorial.window.files.open_tutorial()
    assert _done(tutorial) == {"add-pro"}


def test_other_workbooks_have_no_tutorial(example: Hands) -> None:
    assert example.workspace.view.done == frozenset()
    example.workspace.view.fold(next(iter(example.workspace.places)), folded=True)
    assert example.workspace.view.done == frozenset()
