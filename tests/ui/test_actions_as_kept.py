"""What each action does where it can be used, kept as lines of `actions` beside this one.

Each is triggered in a window over the map with everything; where it opens a line to write in, a word is written. What
it changed in the workbook, what the window shows then and what is said are kept; then all of it is taken back.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.model.changes import ChangeSet
from desktop_app.model.records import Record, SectionKind
from desktop_app.ui.shell.actions.action_table import ACTIONS
from desktop_app.ui.workspace.view import Page
from tests.kept import assert_kept
from tests.ui import screens_shown
from tests.ui.conftest import KEYS, Hands
from tests.ui.test_many_workbooks import FREE, settle

KEPT = Path(__file__).parent / "actions"

# Other windows, other workbooks, other looks: they have tests of their own.
_ELSEWHERE = {
    *(
        "choose_template",
        "close_workbook",
        "open_example",
        "open_tutorial",
        "paste_text",
        "present",
        "present_from_card",
    ),
    *("room_size", *(f"{look}_theme" for look in ("dark", "high_contrast", "light", "projector", "system"))),
}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="keys and dialogs are named differently elsewhere")


def _copied(hands: Hands) -> None:
    screens_shown._card(hands)
    hands.trigger("copy_cards")
    screens_shown._option(hands)


STATES: dict[str, Callable[[Hands], None]] = {
    "card": screens_shown._card,
    "option": screens_shown._option,
    "copied": _copied,
    "several": screens_shown._several,
    "balance": screens_shown._balance,
    "criterion": screens_shown._criterion,
    "compare": screens_shown._compare,
    "section": screens_shown._section(SectionKind.ARGUMENTS),
}
_OF_TEXTS = (
    "cut_",
    "copy_",
    "paste",
    "link_as",
    "make_",
    "set_",
    "add_",
    "delete_",
    "merge",
    "move_",
    "promote",
    "demote",
)


def _is_tried(action: str, state: str) -> bool:
    """What does not depend on where one is, is tried once."""
    return state == "card" or action.startswith(_OF_TEXTS) or state in action


def _changed(change_sets: list[ChangeSet]) -> str:
    counts: Counter[str] = Counter()
    for change_set in change_sets:
        for change in change_set.changes:
            kind = type(change.record).__name__
            if change.before is None:
                counts[f"+{kind}"] += 1
            elif change.after is None:
                counts[f"-{kind}"] += 1
            else:
                for field in _differing(change.before, change.after):
                    counts[f"{kind}.{field}"] += 1
    return " ".join(f"{name}×{count}" for name, count in sorted(counts.items()))


def _differing(before: Record, after: Record) -> Iterator[str]:
    for field in before.__dataclass_fields__:
        if getattr(before, field) != getattr(after, field):
            yield field


def _keyboard(widget: QWidget | None) -> str:
    return "nowhere" if widget is None else f"{type(widget).__name__} {widget.accessibleName()[:60]!r}"


def _told(hands: Hands, change_sets: list[ChangeSet], action: str) -> Iterator[str]:
    window, workspace = hands.window, hands.workspace
    yield f"{action}: {workspace.session.undo_label} [{_changed(change_sets)}]"
    yield f"  page {workspace.view.page.name}; card {hands.selected[:40]!r}; {len(workspace.places)} cards"
    view, canvas = workspace.view, hands.page.canvas
    canvas.finish_animation()
    chosen = (len(view.others), len(view.folded), view.focus is not None, view.option is not None)
    also = (view.criterion is not None, view.section and view.section[0].name, view.perspective is not None)
    yield f"  chosen {chosen} {also}; zoom {canvas.viewport.zoom:.2f}; draft {view.last_stance.name}"
    yield f"  over it {type(window.pages.currentWidget()).__name__}; keyboard {_keyboard(QApplication.focusWidget())}"
    yield f"  title {window.windowTitle()!r}; says {window.status.message!r}"


def _take_back(hands: Hands, before: set[Record]) -> None:
    window, view = hands.window, hands.workspace.view
    if QApplication.focusWidget() is not None:
        hands.press(KEYS.Key_Escape)
    window.pages.leave()
    hands.trigger("open_all")
    hands.trigger("zoom_actual")
    hands.workspace.pending.clear()
    while set(hands.document.records()) != before:
        assert hands.workspace.session.undo() is not None
    view.focus_on(None)
    view.choose_perspective(None)
    view.show_page(Page.MAP)


@pytest.mark.parametrize("state", STATES)
def test_each_action_does_what_it_did(hands: Hands, state: str) -> None:
    assert len(FREE) < len(ACTIONS)
    # What another test copied.
    QApplication.clipboard().clear()
    screens_shown._of_crossing(STATES[state])(hands)
    before = set(hands.document.records())
    change_sets: list[ChangeSet] = []
    hands.document.subscribe(change_sets.append)

    def lines() -> Iterator[str]:
        usable = [name for name in FREE if hands.window.actions_by_name[name].isEnabled()]
        yield f"can be used: {' '.join(usable)}"
        for name in usable:
            if name in _ELSEWHERE or not _is_tried(name, state):
                continue
            change_sets.clear()
            hands.window.status.show_message("")
            hands.trigger(name)
            settle()
            if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
                # No word that the list of everything has: an export would ask in a dialog of the system.
                hands.type("qqq")
                hands.press(KEYS.Key_Return)
                settle()
            yield from _told(hands, change_sets, name)
            _take_back(hands, before)
            STATES[state](hands)
            settle()

    assert_kept(KEPT / f"{state}.txt", lines())
