"""A show in the program: its keys, and what is shown of the map."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.drawing.palette import Palette
from desktop_app.edits import arguments, cards, deleting, maps, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.records import PerspectiveKind
from desktop_app.session import Session
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.pages.present import show, window
from desktop_app.ui.pages.present.marks import Screen, SlidePage
from desktop_app.ui.pages.present.pages import lay_out
from desktop_app.ui.pages.present.painting import paint_page
from desktop_app.ui.pages.present.window import PresentWindow
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.viewmodels.present.steps import Step, StepKind, steps
from desktop_app.wording.sentence import literal
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands
from tests.ui.desktop import Desktop
from tests.ui.refusing import refusing
from tests.ui.showing import assert_over, audience_of, end_show, jump_to, show_of, spot_of, start_show


@pytest.fixture
def presented(example: Hands) -> PresentWindow:
    return start_show(example)


@pytest.mark.parametrize(
    ("there", "back"),
    [("Right", "Left"), ("Space", "Backspace"), ("PageDown", "PageUp"), ("Down", "Up"), ("Tab", "Left")],
)
def test_keys_lead_on_and_back(example: Hands, presented: PresentWindow, there: str, back: str) -> None:
    steps = show_of(example)
    example.press(Qt.Key[f"Key_{there}"])
    example.press(Qt.Key[f"Key_{there}"])
    assert (steps.number, steps.page) != (1, 0)
    example.press(Qt.Key[f"Key_{back}"])
    example.press(Qt.Key[f"Key_{back}"])
    assert (steps.number, steps.page) == (1, 0)


def test_a_number_and_enter_jump_home_and_end_go_to_the_ends(example: Hands, presented: PresentWindow) -> None:
    steps = show_of(example)
    jump_to(example, 12)
    assert steps.number == 12
    example.press(KEYS.Key_Return)
    assert (steps.number, steps.page) in {(13, 0), (12, 1)}
    example.press(KEYS.Key_End)
    assert steps.number == len(steps.steps)
    example.press(KEYS.Key_Home)
    assert steps.number == 1


@pytest.mark.parametrize("typed", ["0", "99", "12345", "1234567890123"])
def test_a_number_that_is_no_step_is_refused_on_the_laptop_alone(
    example: Hands, presented: PresentWindow, typed: str
) -> None:
    jump_to(example, 5)
    seen = presented.grab().toImage()
    example.type(typed)
    example.press(KEYS.Key_Return)
    assert show_of(example).number == 5
    assert presented.grab().toImage() == seen
    assert example.window.status.message.startswith("There is no step ")


def test_digits_are_forgotten_with_another_key_and_shift_is_none(example: Hands, presented: PresentWindow) -> None:
    example.type("1")
    example.press(KEYS.Key_Shift, SHIFT)
    example.type("2")
    example.press(KEYS.Key_Enter)
    assert show_of(example).number == 12
    example.type("3")
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Enter)
    assert show_of(example).step.id != show_of(example).steps[2].id
    assert show_of(example).number <= 2


def test_a_superscript_is_no_digit(example: Hands, presented: PresentWindow) -> None:
    example.qtbot.keyClick(presented, "2")
    QTest.sendKeyEvent(QTest.KeyAction.Click, presented, KEYS.Key_twosuperior, "²", Qt.KeyboardModifier.NoModifier)
    example.press(KEYS.Key_Home)
    assert show_of(example).number == 1


@pytest.mark.parametrize(("keys", "colour"), [("B", "#000000"), (".", "#000000"), ("W", "#ffffff"), (",", "#ffffff")])
def test_the_screen_goes_black_and_white_and_comes_back(
    example: Hands, presented: PresentWindow, keys: str, colour: str
) -> None:
    before = presented.grab().toImage()
    example.type(keys)
    picture = presented.grab().toImage()
    assert {picture.pixelColor(x, y).name() for x in range(0, 640, 40) for y in range(0, 480, 40)} == {colour}
    assert presented.accessibleName().split()[1] == "screen."
    example.type(keys)
    assert presented.grab().toImage() == before


@pytest.mark.parametrize(
    ("letter", "shown"), [("и", "#000000"), ("ц", "#ffffff"), ("β", "#000000"), ("ص", "#ffffff"), ("נ", "#000000")]
)
def test_its_keys_are_where_they_are_whatever_letters_stand_on_them(
    presented: PresentWindow, letter: str, shown: str
) -> None:
    # As Qt tells of a key of another script; typing such a letter in a test would end the program.
    press = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(presented, press)
    assert presented.presentation.blank is not None
    assert presented.presentation.blank.value == shown


def test_numbers_are_shown_when_they_are_revealed_and_letters_with_ctrl_do_nothing(
    example: Hands, presented: PresentWindow
) -> None:
    example.press(KEYS.Key_R, CTRL)
    example.press(KEYS.Key_B, CTRL)
    assert not show_of(example).reveals_numbers
    assert show_of(example).blank is None
    example.type("r")
    assert show_of(example).reveals_numbers


def test_a_click_moves_the_keyboard_and_does_nothing_else(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example, KEYS.Key_Right, KEYS.Key_B)
    before = spot_of(show_of(example))
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        example.window.activateWindow()
        example.qtbot.waitUntil(example.window.isActiveWindow)
        example.qtbot.mouseClick(audience, button, pos=QPoint(50, 50))
        example.qtbot.waitUntil(audience.isActiveWindow)
        example.qtbot.mouseDClick(audience, button, pos=QPoint(50, 50))
        assert spot_of(show_of(example)) == before
        assert show_of(example).blank is not None
    example.press(KEYS.Key_Right)
    assert spot_of(show_of(example)) != before


def _move_pointer(audience: QWidget, x: int) -> None:
    where = QPointF(x, 40)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, audience.mapToGlobal(where), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(audience, event)


def test_the_pointer_shows_while_it_moves(
    example: Hands, presented: PresentWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    presented._pointer_shown.setInterval(60)
    assert presented.cursor().shape() is Qt.CursorShape.BlankCursor
    for x in (10, 10):
        # Where it was found, and where it is said to be when its shape changes.
        _move_pointer(presented, x)
        assert presented.cursor().shape() is Qt.CursorShape.BlankCursor
    _move_pointer(presented, 30)
    assert presented.cursor().shape() is Qt.CursorShape.ArrowCursor
    example.qtbot.waitUntil(lambda: presented.cursor().shape() is Qt.CursorShape.BlankCursor)


def test_its_accessible_name_says_step_page_and_words(example: Hands, presented: PresentWindow) -> None:
    steps = show_of(example)
    for _ in range(12):
        page = f", page {steps.page + 1} of {steps.pages}" if steps.pages > 1 else ""
        assert presented.accessibleName().startswith(f"Step {steps.number} of {len(steps.steps)}{page}. ")
        assert steps.step.title in presented.accessibleName()
        example.press(KEYS.Key_Right)


def test_it_paints_only_what_has_changed_and_lays_out_what_is_new(
    example: Hands, presented: PresentWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[Step] = []
    painted: list[object] = []

    def counting(step: Step, screen: Screen, *, numbers: bool) -> tuple[SlidePage, ...]:
        laid_out.append(step)
        return lay_out(step, screen, numbers=numbers)

    def painting(painter: QPainter, page: SlidePage, palette: Palette) -> None:
        painted.append(page)
        paint_page(painter, page, palette)

    monkeypatch.setattr(window, "lay_out", counting)
    monkeypatch.setattr(window, "paint_page", painting)
    example.press(KEYS.Key_Right)
    example.press(KEYS.Key_Left)
    example.press(KEYS.Key_Right)
    assert len(laid_out) == len({step.id for step in laid_out})
    laid_out.clear()
    painted.clear()
    elsewhere = cards.add_note(example.document, example.workspace.map_id, "Not for the audience")
    example.workspace.select(elsewhere.id)
    QApplication.processEvents()
    assert not laid_out
    assert not painted
    shown = show_of(example).step.slide.items
    assert shown
    option = reads.options(example.document, example.workspace.map_id)[0]
    cards.set_text(example.document, option.id, "A way that nobody thought of")
    QApplication.processEvents()
    assert laid_out
    assert len(painted) == 1


def test_edits_made_meanwhile_show_at_once_and_the_step_stays(example: Hands, presented: PresentWindow) -> None:
    steps = show_of(example)
    jump_to(example, 7)
    before = steps.step.id
    first = steps.steps[2].id.card
    assert first is not None
    example.workspace.run(lambda document: arguments.add_con(document, first, "Who says so?"))
    assert (steps.step.id, steps.number) == (before, 8)
    assert presented.accessibleName().startswith("Step 8 of ")
    example.workspace.undo()
    assert (steps.step.id, steps.number) == (before, 7)


def test_steps_are_drawn_anew_for_records_alone(
    example: Hands, presented: PresentWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []

    def drawing(*given: Any) -> list[Step]:
        drawn.append(given)
        return steps(*given)

    monkeypatch.setattr(show, "steps", drawing)
    for card in list(example.workspace.places)[:5]:
        example.workspace.select(card)
    example.trigger("show_balance_page")
    example.trigger("show_criteria_page")
    assert not drawn
    cards.set_text(example.document, reads.options(example.document, example.workspace.map_id)[0].id, "Another")
    assert len(drawn) == 1


def test_the_numbers_are_the_maps_own_whoever_is_chosen_in_the_window(example: Hands) -> None:
    document, map_id = example.document, example.workspace.map_id
    person = perspectives.add_perspective(document, map_id, "Esi", PerspectiveKind.STAKEHOLDER)
    option, criterion = reads.options(document, map_id)[0], reads.criteria(document, map_id)[0]
    scores.set_score(document, option.id, criterion.id, 41.0)
    scores.set_score(document, option.id, criterion.id, 87.0, perspective=person.id)
    example.workspace.view.choose_perspective(person.id)
    start_show(example)
    table = next(step.slide.table for step in show_of(example).steps if step.kind is StepKind.MATRIX)
    assert table is not None
    assert table.rows[0].numbers[0] == "41"
    scores.set_score(document, option.id, criterion.id, 42.0)
    table = next(step.slide.table for step in show_of(example).steps if step.kind is StepKind.MATRIX)
    assert table is not None
    assert table.rows[0].numbers[0] == "42"


def test_the_audience_sees_the_same_map_wherever_the_window_turns(example: Hands, presented: PresentWindow) -> None:
    steps = show_of(example)
    jump_to(example, 7)
    shown, before = steps.map_id, steps.step.id
    other = reads.maps(example.document)[0].id
    assert other != shown
    example.workspace.view.show_map(other)
    made = example.workspace.run(lambda document: cards.add_question(document, other, "And then?"))
    assert made is not None
    example.workspace.view.show_map(shown)
    example.workspace.undo()
    assert example.workspace.view.map_id == other
    assert show_of(example) is steps
    assert (steps.map_id, steps.step.id) == (shown, before)
    assert steps.step.title in presented.accessibleName()


def test_when_the_map_is_deleted_the_show_goes_over_to_the_one_in_the_window(example: Hands) -> None:
    audience = start_show(example)
    gone = show_of(example).map_id
    example.workspace.run(lambda document: maps.delete_map(document, gone))
    assert show_of(example).map_id == example.workspace.map_id != gone
    assert audience_of(example) is audience
    assert show_of(example).step.title in audience.accessibleName()


def test_when_undo_leaves_no_map_the_show_ends(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bare.steelyard"
    Session.create(path, title="Bare").close()
    assert window.files.open_path(path)
    hands = Hands(qtbot, window)
    hands.trigger("add_map")
    hands.page.canvas.setFocus()
    start_show(hands)
    hands.workspace.undo()
    assert_over(hands)


def test_an_empty_map_is_shown_by_its_title(hands: Hands) -> None:
    start_show(hands)
    assert [step.kind for step in show_of(hands).steps] == [StepKind.QUESTION]


def test_what_the_disk_does_not_take_changes_nothing_for_the_audience(example: Hands, presented: PresentWindow) -> None:
    jump_to(example, 7)
    before, name = spot_of(show_of(example)), presented.accessibleName()
    first = show_of(example).steps[2].id.card
    assert first is not None
    with refusing(example, DiskFullError(literal("The disk is full."), literal("Make room."))):
        example.workspace.run(lambda document: deleting.delete_branch(document, first))
        assert (spot_of(show_of(example)), presented.accessibleName()) == (before, name)
        end_show(example)
    start_show(example)
    assert spot_of(show_of(example)) == before


def test_numbers_that_are_hidden_meanwhile_are_hidden_from_the_audience(
    example: Hands, presented: PresentWindow
) -> None:
    example.press(KEYS.Key_R)
    example.press(KEYS.Key_End)
    assert show_of(example).step.kind in {StepKind.MATRIX, StepKind.RESULT}
    example.trigger("hide_numbers")
    assert show_of(example).step.kind is StepKind.POINTS
    assert not show_of(example).reveals_numbers
    example.type("r")
    assert not show_of(example).reveals_numbers
