"""With accessibility switched on nothing breaks: whatever is asked, at whatever moment, of records that may be gone."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.random_edits import RandomEdit
from tests.ui.conftest import KEYS, Hands
from tests.ui.reader import Listening, read_all, switched_on

PAGES = ("map", "balance", "criteria", "compare", "brief")
ADDING = ("add_child", "add_sibling", "add_pro", "add_con", "add_option", "add_note")


@pytest.fixture
def listening(window: MainWindow) -> Iterator[Listening]:
    with switched_on():
        yield Listening(window)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("action", ["delete_branch", "delete_keeping_children"])
def test_deleting_and_taking_it_back_is_read_without_a_fault(
    example: Hands, listening: Listening, page: str, action: str
) -> None:
    listening.attach()
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Right)
    example.trigger(f"show_{page}_page")
    before = example.texts
    example.trigger(action)
    assert example.texts != before
    example.trigger("undo")
    assert example.texts == before
    example.trigger("redo")
    assert example.texts != before
    assert listening.walks > 6


def test_a_new_card_that_is_undone_is_read_without_a_fault(example: Hands, listening: Listening) -> None:
    listening.attach()
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Tab)
    example.write("Another answer")
    example.trigger("undo")
    assert "Another answer" not in example.texts
    example.trigger("redo")
    assert any("Another answer" in name for name in read_all(example.window))


@pytest.mark.usefixtures("unmeasured")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_random_edits_are_read_without_a_fault(
    qtbot: QtBot, window: MainWindow, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The random edits of the state machines, on a workbook in the real window, with every page shown."""
    path = tmp_path_factory.mktemp("read") / "work.steelyard"
    with switched_on(), qtbot.captureExceptions() as unexpected:
        assert window.files.create_at(path)
        hands = Hands(qtbot, window)
        # The same ids in every run, so that Hypothesis can replay and shrink.
        hands.document._random = random.Random(1)
        listening = Listening(window)
        listening.attach()
        for _ in range(data.draw(st.integers(5, 30))):
            step = data.draw(st.sampled_from(["edit"] * 6 + ["undo", "redo", "select", "page", "fold", "write"]))
            _take(hands, data, step)
            QApplication.processEvents()
            read_all(window)
            assert not unexpected, step
        # What was refused, since the edits go past the window, would be asked about.
        hands.workspace.pending.clear()
        window.files.close()
    assert not unexpected


def _take(hands: Hands, data: st.DataObject, step: str) -> None:
    workspace = hands.workspace
    if step == "edit":
        RandomEdit(hands.document, data.draw).act()
    elif step == "undo":
        workspace.undo()
    elif step == "redo":
        workspace.redo()
    elif step == "page":
        hands.trigger(f"show_{data.draw(st.sampled_from(PAGES))}_page")
    elif step == "write":
        hands.trigger(data.draw(st.sampled_from(ADDING)))
        hands.type("word")
        hands.press(data.draw(st.sampled_from([KEYS.Key_Return, KEYS.Key_Escape, KEYS.Key_Tab])))
    elif workspace.places:
        card = data.draw(st.sampled_from(sorted(workspace.places)))
        if step == "fold":
            workspace.view.fold(card, folded=card not in workspace.view.folded)
        elif data.draw(st.booleans()):
            workspace.select_also(card)
        else:
            workspace.select(card)
