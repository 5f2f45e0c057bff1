"""One workbook after another in the same window, in any look: what is done to one never breaks the next."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QMetaMethod, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.session import Session
from desktop_app.ui.shell.actions.action_table import ACTIONS
from desktop_app.ui.shell.main_window import MainWindow
from tests.full_map import crossing
from tests.ui.conftest import CTRL, KEYS, Hands
from tests.ui.reader import Listening, read_all, switched_on

THEMES = ("dark_theme", "high_contrast_theme", "projector_theme", "light_theme", "system_theme")

# They ask in a dialog of the system, end the program, or leave the window.
_ASKING = {row.id for row in ACTIONS if row.id.startswith("export_")} | {
    "new_workbook",
    "open_workbook",
    "print_brief",
    "quit",
    "save_copy",
}
FREE = sorted({row.id for row in ACTIONS} - _ASKING)


def settle() -> None:
    """Lets everything go that Qt deletes later, as it would between two keys."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def followers_of(senders: list[QObject]) -> Counter[str]:
    """How many receivers each signal of these objects has."""
    found: Counter[str] = Counter()
    for number, sender in enumerate(senders):
        meta = sender.metaObject()
        for at in range(meta.methodCount()):
            method = meta.method(at)
            if method.methodType() is not QMetaMethod.MethodType.Signal:
                continue
            signature = bytes(method.methodSignature().data()).decode()
            count = sender.receivers(SIGNAL(signature))
            # Style sheets connect to the end of each widget that they polish.
            if count and not signature.startswith("destroyed"):
                found[f"{number} {meta.className()} {sender.objectName()} {signature}"] = count
    return found


def _what_stays(window: MainWindow) -> list[QObject]:
    app = QApplication.instance()
    assert app is not None
    outliving: list[QObject] = [app, QGuiApplication.styleHints(), QGuiApplication.clipboard(), window]
    outliving += [window.themes, window.overlays, window.export_runner, window.status, window.pages, window.presenting]
    return outliving + list(window.actions_by_name.values())


@pytest.fixture
def two(window: MainWindow, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Two workbooks, both closed: an empty one, and one on which everything is used."""
    paths = (tmp_path / "first.steelyard", tmp_path / "second.steelyard")
    assert window.files.create_at(paths[0])
    window.files.close()
    Session.create_from(paths[1], crossing()[0].records()).close()
    settle()
    yield paths
    window.themes.use("light")


def test_a_second_workbook_takes_a_question_and_an_option(hands: Hands, tmp_path: Path) -> None:
    for name in ("second", "third"):
        assert hands.window.files.create_at(tmp_path / f"{name}.steelyard")
        settle()
        hands.press(KEYS.Key_Tab)
        hands.write("Which way?")
        hands.press(KEYS.Key_Tab)
        hands.write("By the river")
        assert hands.texts == ["Which way?", "By the river"]
        hands.press(KEYS.Key_Z, CTRL)
        assert hands.texts == ["Which way?"]


@pytest.mark.parametrize("look", THEMES)
def test_a_workbook_goes_on_in_any_look(hands: Hands, look: str) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    hands.trigger(look)
    settle()
    hands.press(KEYS.Key_Z, CTRL)
    assert hands.texts == []
    hands.press(KEYS.Key_Y, CTRL)
    assert hands.texts == ["Which way?"]
    hands.trigger("light_theme")


def test_the_tutorial_can_be_begun_after_a_look_at_the_example(example: Hands) -> None:
    example.trigger("open_tutorial")
    settle()
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Tab)
    example.write("A first answer")
    assert "A first answer" in example.texts


def test_nothing_that_stays_follows_a_workbook_that_was_closed(window: MainWindow, two: tuple[Path, Path]) -> None:
    before = followers_of(_what_stays(window))
    for path in two:
        window.files.open_path(path)
        for page in ("balance", "criteria", "compare", "brief", "map"):
            window.actions_by_name[f"show_{page}_page"].trigger()
        window.themes.use("dark")
        window.files.close()
        settle()
    assert followers_of(_what_stays(window)) == before


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("seed", range(4))
def test_no_action_on_one_workbook_breaks_the_next(
    qtbot: QtBot, window: MainWindow, two: tuple[Path, Path], seed: int
) -> None:
    """Any action that needs no dialog, in any order, over two workbooks, in every look, with a reader that asks all."""
    choose = random.Random(seed)
    hands = Hands(qtbot, window)
    window.files.open_path(two[0])
    done: list[str] = []
    listening = Listening(window)
    try:
        with switched_on():
            for _ in range(50):
                listening.attach()
                _act(hands, choose, two, done)
                read_all(window)
    except BaseException as error:
        error.add_note(f"after {done}")
        raise
    for path in two:
        if window.workspace is not None:
            window.workspace.pending.clear()
        window.files.open_path(path)
        settle()
        assert hands.workspace.session.path == path
        # The window still draws what is written.
        hands.window.pages.leave()
        hands.trigger("show_map_page")
        if hands.workspace.view.map_id is None:
            hands.trigger("add_map")
        card = _write_a_note(hands)
        assert card in hands.texts


def _act(hands: Hands, choose: random.Random, two: tuple[Path, Path], done: list[str]) -> None:
    window = hands.window
    kind = choose.random()
    if not 0.12 <= kind < 0.2 and window.workspace is not None:
        # What was typed into a line and not entered would be asked about on closing; another look keeps it.
        window.workspace.pending.clear()
    if kind < 0.12:
        path = choose.choice(two)
        if window.workspace is None or window.workspace.session.path != path:
            done.append(f"open {path.stem}")
            window.files.open_path(path)
    elif kind < 0.2:
        look = choose.choice(THEMES)
        done.append(look)
        hands.trigger(look)
    elif kind < 0.5 and window.workspace is not None:
        name = choose.choice(("add_child", "add_pro", "add_con", "add_option", "add_criterion", "undo", "redo"))
        done.append(name)
        hands.trigger(name)
    else:
        name = choose.choice([name for name in FREE if window.actions_by_name[name].isEnabled()])
        done.append(name)
        hands.trigger(name)
    settle()
    if choose.random() < 0.8:
        # Else it runs on while the next things are done.
        window.presenting.end()
    _take_the_keyboard(window)
    if choose.random() < 0.5 and QApplication.focusWidget() is not None:
        # Not a word that the list of everything has: an export would ask in a dialog of the system.
        hands.type("qqq")
        hands.press(choose.choice((KEYS.Key_Return, KEYS.Key_Escape, KEYS.Key_Tab)))
        settle()
    settle()


def _take_the_keyboard(window: MainWindow) -> None:
    """No window manager gives the keyboard back here when another window has gone."""
    if QApplication.activeWindow() is not window:
        window.activateWindow()
        settle()


def _write_a_note(hands: Hands) -> str:
    hands.workspace.view.focus_on(None)
    hands.workspace.view.select(None)
    hands.page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    _take_the_keyboard(hands.window)
    hands.trigger("add_note")
    hands.write("Written at last")
    settle()
    return "Written at last"
