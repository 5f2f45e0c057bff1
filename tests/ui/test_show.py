"""A show in the program: its keys, its place, the map it is of, and what it does when screens come and go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.edits import arguments, cards, deleting, maps, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.records import PerspectiveKind
from desktop_app.presenting.presentation import Presentation
from desktop_app.presenting.steps import Step, StepKind
from desktop_app.session import Session
from desktop_app.store.errors import DiskFullError
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.present import displays, show, window
from desktop_app.ui.present.displays import Display, united
from desktop_app.ui.present.show import Show
from desktop_app.ui.present.waiting_bar import WaitingBar
from desktop_app.ui.present.window import PresentWindow
from desktop_app.ui.settings import Settings
from tests.ui.conftest import CTRL, KEYS, SHIFT, Hands
from tests.ui.refusing import refusing

RIGHT = QRect(800, 0, 640, 480)


class Desk:
    """A desktop whose screens come and go as a test has them."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self.laptop = displays.displays()[0]
        self.projector = Display(frozenset({("HDMI-1", "42")}), RIGHT)
        self.there = [self.laptop, self.projector]

    def displays(self) -> list[Display]:
        return united(self.there)

    def pull(self, display: Display) -> None:
        self.there = [item for item in self.there if not item.is_same(display)]
        self._show.screens.removed.emit()

    def plug(self, *plugged: Display) -> None:
        self.there += plugged
        self._show.screens.settled.emit(True)

    def settle(self) -> None:
        self._show.screens.settled.emit(False)


@pytest.fixture
def desk(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(window.presenting)
    monkeypatch.setattr(displays, "displays", made.displays)
    return made


@pytest.fixture
def bar(window: MainWindow) -> WaitingBar:
    (found,) = window.findChildren(WaitingBar)
    return found


def _area(audience: PresentWindow) -> QRect:
    """The part of the desktop it fills; the offscreen platform gives every full screen the size of its only screen."""
    return audience._area


def _shown(hands: Hands) -> Presentation:
    found = hands.window.presenting.presentation
    assert found is not None
    return found


def _audience(hands: Hands) -> PresentWindow:
    found = hands.window.presenting.window
    assert found is not None
    return found


def _start(hands: Hands, *keys: Qt.Key) -> PresentWindow:
    hands.press(KEYS.Key_F5)
    audience = _audience(hands)
    hands.qtbot.waitUntil(audience.isActiveWindow)
    for key in keys:
        hands.press(key)
    return audience


def _end(hands: Hands) -> None:
    hands.press(KEYS.Key_Escape)
    _is_over(hands)


def _is_over(hands: Hands) -> None:
    """The show has ended, and the main window has the keyboard again."""
    assert hands.window.presenting.window is None
    hands.qtbot.waitUntil(lambda: hands.window.isActiveWindow() and QApplication.focusWidget() is not None)


def _jump(hands: Hands, number: int) -> None:
    hands.type(str(number))
    hands.press(KEYS.Key_Return)


@pytest.fixture
def presented(example: Hands) -> PresentWindow:
    return _start(example)


# --- keys and mouse --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "back"),
    [("Right", "Left"), ("Space", "Backspace"), ("PageDown", "PageUp"), ("Down", "Up"), ("Tab", "Left")],
)
def test_keys_lead_on_and_back(example: Hands, presented: PresentWindow, there: str, back: str) -> None:
    steps = _shown(example)
    example.press(KEYS[f"Key_{there}"])
    example.press(KEYS[f"Key_{there}"])
    assert (steps.number, steps.page) != (1, 0)
    example.press(KEYS[f"Key_{back}"])
    example.press(KEYS[f"Key_{back}"])
    assert (steps.number, steps.page) == (1, 0)


def test_a_number_and_enter_jump_home_and_end_go_to_the_ends(example: Hands, presented: PresentWindow) -> None:
    steps = _shown(example)
    _jump(example, 12)
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
    _jump(example, 5)
    seen = presented.grab().toImage()
    example.type(typed)
    example.press(KEYS.Key_Return)
    assert _shown(example).number == 5
    assert presented.grab().toImage() == seen
    assert example.window.status.said.startswith("There is no step ")


def test_digits_are_forgotten_with_another_key_and_shift_is_none(example: Hands, presented: PresentWindow) -> None:
    example.type("1")
    example.press(KEYS.Key_Shift, SHIFT)
    example.type("2")
    example.press(KEYS.Key_Enter)
    assert _shown(example).number == 12
    example.type("3")
    example.press(KEYS.Key_Home)
    example.press(KEYS.Key_Enter)
    assert _shown(example).spot != _shown(example).steps[2].id
    assert _shown(example).number <= 2


def test_a_superscript_is_no_digit(example: Hands, presented: PresentWindow) -> None:
    example.qtbot.keyClick(presented, "2")
    QTest.sendKeyEvent(QTest.KeyAction.Click, presented, KEYS.Key_twosuperior, "²", Qt.KeyboardModifier.NoModifier)
    example.press(KEYS.Key_Home)
    assert _shown(example).number == 1


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
    assert not _shown(example).reveals_numbers
    assert _shown(example).blank is None
    example.type("r")
    assert _shown(example).reveals_numbers


def test_a_click_moves_the_keyboard_and_does_nothing_else(example: Hands, desk: Desk) -> None:
    audience = _start(example, KEYS.Key_Right, KEYS.Key_B)
    before = _shown(example).spot
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        example.window.activateWindow()
        example.qtbot.waitUntil(example.window.isActiveWindow)
        example.qtbot.mouseClick(audience, button, pos=QPoint(50, 50))
        example.qtbot.waitUntil(audience.isActiveWindow)
        example.qtbot.mouseDClick(audience, button, pos=QPoint(50, 50))
        assert _shown(example).spot == before
        assert _shown(example).blank is not None
    example.press(KEYS.Key_Right)
    assert _shown(example).spot != before


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
    steps = _shown(example)
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
    lay_out, paint = window.lay_out, window.paint_page

    def counting(step: Step, screen: window.Screen, *, numbers: bool) -> tuple[window.Page, ...]:
        laid_out.append(step)
        return lay_out(step, screen, numbers=numbers)

    monkeypatch.setattr(window, "lay_out", counting)
    monkeypatch.setattr(window, "paint_page", lambda *given: (painted.append(given[1]), paint(*given)))
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
    shown = _shown(example).step.slide.items
    assert shown
    option = reads.options(example.document, example.workspace.map_id)[0]
    cards.set_text(example.document, option.id, "A way that nobody thought of")
    QApplication.processEvents()
    assert laid_out
    assert len(painted) == 1


# --- what is shown ---------------------------------------------------------------------------------------------


def test_edits_made_meanwhile_show_at_once_and_the_step_stays(example: Hands, presented: PresentWindow) -> None:
    steps = _shown(example)
    _jump(example, 7)
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
    steps = show.steps
    monkeypatch.setattr(show, "steps", lambda *given: (drawn.append(given), steps(*given))[1])
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
    _start(example)
    table = next(step.slide.table for step in _shown(example).steps if step.kind is StepKind.MATRIX)
    assert table is not None
    assert table.rows[0].numbers[0] == "41"
    scores.set_score(document, option.id, criterion.id, 42.0)
    table = next(step.slide.table for step in _shown(example).steps if step.kind is StepKind.MATRIX)
    assert table is not None
    assert table.rows[0].numbers[0] == "42"


def test_the_audience_sees_the_same_map_wherever_the_window_turns(example: Hands, presented: PresentWindow) -> None:
    steps = _shown(example)
    _jump(example, 7)
    shown, before = steps.map_id, steps.step.id
    other = reads.maps(example.document)[0].id
    assert other != shown
    example.workspace.view.show_map(other)
    made = example.workspace.run(lambda document: cards.add_question(document, other, "And then?"))
    assert made is not None
    example.workspace.view.show_map(shown)
    example.workspace.undo()
    assert example.workspace.view.map_id == other
    assert _shown(example) is steps
    assert (steps.map_id, steps.step.id) == (shown, before)
    assert steps.step.title in presented.accessibleName()


def test_when_the_map_is_deleted_the_show_goes_over_to_the_one_in_the_window(example: Hands) -> None:
    audience = _start(example)
    gone = _shown(example).map_id
    example.workspace.run(lambda document: maps.delete_map(document, gone))
    assert _shown(example).map_id == example.workspace.map_id != gone
    assert _audience(example) is audience
    assert _shown(example).step.title in audience.accessibleName()


def test_when_undo_leaves_no_map_the_show_ends(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bare.steelyard"
    Session.create(path, title="Bare").close()
    assert window.open_path(path)
    hands = Hands(qtbot, window)
    hands.trigger("add_map")
    hands.page.canvas.setFocus()
    _start(hands)
    hands.workspace.undo()
    _is_over(hands)


def test_an_empty_map_is_shown_by_its_title(hands: Hands) -> None:
    _start(hands)
    assert [step.kind for step in _shown(hands).steps] == [StepKind.QUESTION]


def test_what_the_disk_does_not_take_changes_nothing_for_the_audience(example: Hands, presented: PresentWindow) -> None:
    _jump(example, 7)
    before, name = _shown(example).spot, presented.accessibleName()
    first = _shown(example).steps[2].id.card
    assert first is not None
    with refusing(example, DiskFullError("The disk is full.", "Make room.")):
        example.workspace.run(lambda document: deleting.delete_branch(document, first))
        assert (_shown(example).spot, presented.accessibleName()) == (before, name)
        _end(example)
    _start(example)
    assert _shown(example).spot == before


def test_numbers_that_are_hidden_meanwhile_are_hidden_from_the_audience(
    example: Hands, presented: PresentWindow
) -> None:
    example.press(KEYS.Key_R)
    example.press(KEYS.Key_End)
    assert _shown(example).step.kind in {StepKind.MATRIX, StepKind.RESULT}
    example.trigger("hide_numbers")
    assert _shown(example).step.kind is StepKind.POINTS
    assert not _shown(example).reveals_numbers
    example.type("r")
    assert not _shown(example).reveals_numbers


# --- the place -------------------------------------------------------------------------------------------------


def test_escape_and_f5_go_on_at_the_place_and_home_begins_again(example: Hands) -> None:
    for number in (7, 12):
        _start(example)
        _jump(example, number)
        spot = _shown(example).spot
        _end(example)
        _start(example)
        assert _shown(example).spot == spot
        _end(example)
    _start(example, KEYS.Key_Home)
    assert _shown(example).number == 1


def test_the_place_is_kept_when_the_window_is_closed_and_between_runs(example: Hands, qapp: QApplication) -> None:
    path = example.workspace.session.path
    audience = _start(example)
    _jump(example, 7)
    spot = _shown(example).spot
    audience.close()
    _is_over(example)
    _start(example, KEYS.Key_Right)
    further = _shown(example).spot
    example.window.close()
    QApplication.processEvents()
    again = MainWindow(Settings())
    try:
        again.show()
        assert again.open_path(path)
        assert again.workspace is not None
        again.presenting.present()
        assert again.presenting.presentation is not None
        assert again.presenting.presentation.spot == further != spot
    finally:
        again.close()
        again.deleteLater()


def test_the_place_is_kept_when_the_workbook_is_closed(example: Hands) -> None:
    path = example.workspace.session.path
    _start(example)
    _jump(example, 7)
    spot, shown = _shown(example).spot, _shown(example).map_id
    example.window.close_workbook()
    _is_over(example)
    example.window.open_path(path)
    example.workspace.view.show_map(shown)
    example.page.canvas.setFocus()
    _start(example)
    assert _shown(example).spot == spot


def test_each_map_has_a_place_of_its_own(example: Hands) -> None:
    spots = {}
    for number, found in enumerate(reads.maps(example.document), 2):
        example.workspace.view.show_map(found.id)
        _start(example)
        _jump(example, number)
        spots[found.id] = _shown(example).spot
        _end(example)
    for map_id, spot in spots.items():
        example.workspace.view.show_map(map_id)
        _start(example)
        assert _shown(example).spot == spot
        _end(example)


def test_the_step_before_is_shown_when_that_of_the_place_is_gone(example: Hands) -> None:
    _start(example)
    _jump(example, 7)
    before, gone = _shown(example).steps[5].id, _shown(example).step.id.card
    assert gone is not None
    _end(example)
    example.workspace.run(lambda document: deleting.delete_branch(document, gone))
    _start(example)
    assert _shown(example).step.id == before


def test_places_of_many_maps_and_workbooks_stay_few(example: Hands) -> None:
    settings = Settings()
    path = example.workspace.session.path
    for number in range(100):
        settings.keep_place(path, number, {"page": number})
        settings.keep_place(path.with_name(f"{number}.steelyard"), 1, {"page": number})
    assert settings.place_of(path, 99) == {"page": 99}
    assert settings.place_of(path, 3) is None
    assert settings.place_of(path.with_name("99.steelyard"), 1) == {"page": 99}
    assert settings.place_of(path.with_name("3.steelyard"), 1) is None


@pytest.mark.parametrize("kept", ["no json", "[]", '{"%d": 3}', '{"%d": {"trail": [[1]], "page": "x"}}', "[" * 9999])
def test_a_place_that_cannot_be_read_counts_as_none(example: Hands, kept: str) -> None:
    settings, path = Settings(), example.workspace.session.path
    settings.keep_place(path, 1, {})
    (name,) = (key for key in settings._store.allKeys() if key.startswith("places/"))
    settings._store.setValue(name, kept % example.workspace.map_id if "%" in kept else kept)
    settings._store.sync()
    _start(example)
    assert _shown(example).number == 1


def test_shift_f5_starts_from_the_selected_card(example: Hands) -> None:
    _start(example)
    sixth = _shown(example).steps[5].id
    _end(example)
    assert sixth.card is not None
    example.workspace.select(sixth.card)
    example.press(KEYS.Key_F5, SHIFT)
    assert _shown(example).step.id == sixth
    _end(example)
    option = reads.options(example.document, example.workspace.map_id)[1]
    example.workspace.select(option.id)
    example.press(KEYS.Key_F5, SHIFT)
    assert _shown(example).step.id.subject in {option.id, None}
    assert _shown(example).step.id == next(
        (step.id for step in _shown(example).steps if step.id.subject == option.id), _shown(example).steps[1].id
    )
    _end(example)
    question = example.card(_shown_title(example))
    example.workspace.select(question.id)
    example.press(KEYS.Key_F5, SHIFT)
    assert _shown(example).number == 1


def _shown_title(example: Hands) -> str:
    _start(example)
    title = _shown(example).steps[0].title
    _end(example)
    return title


def test_shift_f5_with_nothing_selected_goes_on_at_the_place(example: Hands) -> None:
    _start(example)
    _jump(example, 9)
    spot = _shown(example).spot
    _end(example)
    example.workspace.select(None)
    example.press(KEYS.Key_F5, SHIFT)
    assert _shown(example).spot == spot


def test_shift_f5_turns_a_running_show_to_the_selected_card_even_of_another_map(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    _jump(example, 4)
    left = _shown(example)
    spot = left.spot
    other = reads.maps(example.document)[0]
    example.window.activateWindow()
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.workspace.view.show_map(other.id)
    root = next(iter(example.workspace.places))
    example.workspace.select(root)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5, SHIFT)
    assert _audience(example) is audience
    assert _shown(example).map_id == other.id
    example.qtbot.waitUntil(audience.isActiveWindow)
    _end(example)
    example.workspace.view.show_map(left.map_id)
    _start(example)
    assert _shown(example).spot == spot


def test_f5_gives_a_running_show_the_keyboard_and_costs_no_place(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    _jump(example, 7)
    example.window.activateWindow()
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5)
    example.qtbot.waitUntil(audience.isActiveWindow)
    assert _audience(example) is audience
    assert _shown(example).number == 7


def test_another_look_goes_on_with_the_show(example: Hands) -> None:
    audience = _start(example)
    _jump(example, 7)
    spot = _shown(example).spot
    example.window.use_theme("dark")
    try:
        assert _audience(example) is audience
        assert _shown(example).spot == spot
        first = _shown(example).steps[2].id.card
        assert first is not None
        example.workspace.run(lambda document: arguments.add_con(document, first, "Who says so?"))
        assert _shown(example).number == 8
    finally:
        example.window.use_theme("light")


# --- screens ---------------------------------------------------------------------------------------------------


def test_it_runs_on_another_screen_than_the_main_windows(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    audience = _start(example)
    assert _area(audience) == RIGHT
    assert audience.isFullScreen()
    assert not bar.isVisible()
    assert example.window.isVisible()


def test_with_one_screen_it_covers_the_main_window(example: Hands, desk: Desk) -> None:
    desk.there = [desk.laptop]
    assert _area(_start(example)) == desk.laptop.area


def test_screens_that_mirror_each_other_are_one(example: Hands, desk: Desk) -> None:
    desk.there = [desk.laptop, Display(frozenset({("HDMI-1", "42")}), desk.laptop.area)]
    assert _area(_start(example)) == desk.laptop.area
    smaller = QRect(0, 0, 640, 480)
    (found,) = united([desk.laptop, Display(frozenset({("HDMI-1", "42")}), smaller)])
    assert found.area == smaller
    assert len(united([desk.laptop, desk.projector])) == 2


def test_a_lost_screen_hides_the_show_and_the_bar_says_where_it_waits(
    example: Hands, desk: Desk, bar: WaitingBar
) -> None:
    audience = _start(example)
    _jump(example, 6)
    spot = _shown(example).spot
    desk.pull(desk.projector)
    assert not audience.isVisible()
    assert bar.isVisible()
    assert bar.text == "The projector is gone – the show waits at step 6."
    assert bar.accessibleName() == bar.text
    example.qtbot.waitUntil(example.window.isActiveWindow)
    desk.settle()
    assert not audience.isVisible()
    desk.plug(desk.projector)
    assert audience.isVisible()
    assert _area(audience) == RIGHT
    assert _shown(example).spot == spot
    assert not bar.isVisible()


def test_a_show_that_waits_follows_the_map(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    audience = _start(example)
    _jump(example, 6)
    desk.pull(desk.projector)
    first = _shown(example).steps[2].id.card
    assert first is not None
    example.workspace.run(lambda document: arguments.add_con(document, first, "Who says so?"))
    assert bar.text.endswith("waits at step 7.")
    desk.plug(desk.projector)
    assert audience.accessibleName().startswith("Step 7 of ")


def test_another_projector_gets_it_where_it_is_the_only_other_screen(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    other = Display(frozenset({("DP-2", "")}), QRect(800, 0, 320, 240))
    desk.plug(other)
    assert audience.isVisible()
    assert _area(audience) == other.area


def test_among_several_only_the_same_screen_gets_it(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    others = [Display(frozenset({(name, "")}), QRect(x, 0, 320, 240)) for name, x in (("DP-2", 1600), ("DP-3", 2000))]
    desk.plug(*others)
    assert not audience.isVisible()
    assert bar.isVisible()
    desk.plug(Display(desk.projector.screens, QRect(3000, 0, 640, 480)))
    assert _area(audience) == QRect(3000, 0, 640, 480)


def test_show_here_shows_it_on_the_laptop_until_the_projector_is_back(
    example: Hands, desk: Desk, bar: WaitingBar
) -> None:
    audience = _start(example)
    _jump(example, 6)
    desk.pull(desk.projector)
    example.click(bar.show_here)
    assert audience.isVisible()
    assert _area(audience) == desk.laptop.area
    assert not bar.isVisible()
    example.qtbot.waitUntil(audience.isActiveWindow)
    desk.settle()
    assert _area(audience) == desk.laptop.area
    desk.plug(desk.projector)
    assert _area(audience) == RIGHT
    assert _shown(example).number == 6


def test_end_on_the_bar_ends_the_show_and_keeps_the_place(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    _start(example)
    _jump(example, 6)
    desk.pull(desk.projector)
    example.click(bar.end)
    assert example.window.presenting.window is None
    assert not bar.isVisible()
    desk.plug(desk.projector)
    _is_over(example)
    _start(example)
    assert _shown(example).number == 6


def test_f5_shows_a_show_that_waits_here(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5)
    assert _area(audience) == desk.laptop.area
    assert audience.isVisible()


def test_a_show_that_comes_back_takes_no_letters_from_a_text(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.trigger("find_cards")
    example.type("ra")
    desk.plug(desk.projector)
    assert audience.isVisible()
    assert example.window.isActiveWindow()
    example.type("b")
    assert _shown(example).blank is None


def test_a_show_that_comes_back_has_the_keyboard_again(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    desk.plug(desk.projector)
    example.qtbot.waitUntil(audience.isActiveWindow)
    example.press(KEYS.Key_End)
    assert _shown(example).number == len(_shown(example).steps)


def test_it_follows_its_screen_to_another_size_and_place(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    _jump(example, 6)
    desk.there[1] = Display(desk.projector.screens, QRect(900, 0, 320, 240))
    desk.settle()
    assert _area(audience) == QRect(900, 0, 320, 240)
    assert _shown(example).number == 6


def test_mirroring_meanwhile_leaves_the_show_before_the_audience(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    audience = _start(example)
    desk.there[1] = Display(desk.projector.screens, desk.laptop.area)
    desk.settle()
    assert audience.isVisible()
    assert _area(audience) == desk.laptop.area
    assert not bar.isVisible()
    desk.there[1] = desk.projector
    desk.settle()
    assert _area(audience) == RIGHT


def test_a_show_on_the_laptop_goes_to_a_projector_that_is_plugged_in(example: Hands, desk: Desk) -> None:
    desk.there = [desk.laptop]
    audience = _start(example)
    desk.plug(desk.projector)
    assert _area(audience) == RIGHT


def test_a_third_screen_that_comes_and_goes_moves_nothing(example: Hands, desk: Desk, bar: WaitingBar) -> None:
    audience = _start(example)
    third = Display(frozenset({("DP-9", "")}), QRect(1600, 0, 320, 240))
    desk.plug(third)
    desk.pull(third)
    desk.settle()
    assert _area(audience) == RIGHT
    assert audience.isVisible()
    assert not bar.isVisible()


def test_the_screens_of_the_desktop_are_told_of_at_once_and_once_they_have_settled(
    example: Hands, qapp: QApplication
) -> None:
    screens = example.window.presenting.screens
    screen = qapp.primaryScreen()
    told: list[object] = []
    screens.removed.connect(lambda: told.append("removed"))
    screens.settled.connect(told.append)
    screens._on_removed(screen)
    assert told == ["removed"]
    screens._on_added(screen)
    screens._on_changed()
    example.qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["removed", True]
    screens._on_changed()
    example.qtbot.waitUntil(lambda: len(told) == 3)
    assert told[2] is False


def test_closing_the_main_window_ends_a_show_that_waits(example: Hands, desk: Desk) -> None:
    audience = _start(example)
    desk.pull(desk.projector)
    example.window.close()
    assert example.window.presenting.window is None
    assert not audience.isVisible()


def test_a_window_that_may_not_close_goes_on_with_the_show(
    example: Hands, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    audience = _start(example)
    monkeypatch.setattr(example.window.unsaved, "may_leave", lambda: False)
    example.window.close()
    assert audience.isVisible()
    monkeypatch.undo()
