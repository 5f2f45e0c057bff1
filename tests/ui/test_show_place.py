"""Where a show goes on when it is started again."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, deleting
from desktop_app.model import reads
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from tests.ui.conftest import KEYS, SHIFT, Hands
from tests.ui.desktop import Desktop
from tests.ui.showing import assert_over, audience_of, end_show, jump_to, show_of, spot_of, start_show


def test_escape_and_f5_go_on_at_the_place_and_home_begins_again(example: Hands) -> None:
    for number in (7, 12):
        start_show(example)
        jump_to(example, number)
        spot = spot_of(show_of(example))
        end_show(example)
        start_show(example)
        assert spot_of(show_of(example)) == spot
        end_show(example)
    start_show(example, KEYS.Key_Home)
    assert show_of(example).number == 1


def test_the_place_is_kept_when_the_window_is_closed_and_between_runs(example: Hands, qapp: QApplication) -> None:
    path = example.workspace.session.path
    audience = start_show(example)
    jump_to(example, 7)
    spot = spot_of(show_of(example))
    audience.close()
    assert_over(example)
    start_show(example, KEYS.Key_Right)
    further = spot_of(show_of(example))
    example.window.close()
    QApplication.processEvents()
    again = MainWindow(Settings())
    try:
        again.show()
        assert again.files.open_path(path)
        assert again.workspace is not None
        again.presenting.present()
        assert again.presenting.presentation is not None
        assert spot_of(again.presenting.presentation) == further != spot
    finally:
        again.close()
        again.deleteLater()


def test_the_place_is_kept_when_the_workbook_is_closed(example: Hands) -> None:
    path = example.workspace.session.path
    start_show(example)
    jump_to(example, 7)
    spot, shown = spot_of(show_of(example)), show_of(example).map_id
    example.window.files.close()
    assert_over(example)
    example.window.files.open_path(path)
    example.workspace.view.show_map(shown)
    example.page.canvas.setFocus()
    start_show(example)
    assert spot_of(show_of(example)) == spot


def test_each_map_has_a_place_of_its_own(example: Hands) -> None:
    spots = {}
    for number, found in enumerate(reads.maps(example.document), 2):
        example.workspace.view.show_map(found.id)
        start_show(example)
        jump_to(example, number)
        spots[found.id] = spot_of(show_of(example))
        end_show(example)
    for map_id, spot in spots.items():
        example.workspace.view.show_map(map_id)
        start_show(example)
        assert spot_of(show_of(example)) == spot
        end_show(example)


def test_the_step_before_is_shown_when_that_of_the_place_is_gone(example: Hands) -> None:
    start_show(example)
    jump_to(example, 7)
    before, gone = show_of(example).steps[5].id, show_of(example).step.id.card
    assert gone is not None
    end_show(example)
    example.workspace.run(lambda document: deleting.delete_branch(document, gone))
    start_show(example)
    assert show_of(example).step.id == before


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
    start_show(example)
    assert show_of(example).number == 1


def test_shift_f5_starts_from_the_selected_card(example: Hands) -> None:
    start_show(example)
    sixth = show_of(example).steps[5].id
    end_show(example)
    assert sixth.card is not None
    example.workspace.select(sixth.card)
    example.press(KEYS.Key_F5, SHIFT)
    assert show_of(example).step.id == sixth
    end_show(example)
    option = reads.options(example.document, example.workspace.map_id)[1]
    example.workspace.select(option.id)
    example.press(KEYS.Key_F5, SHIFT)
    assert show_of(example).step.id.subject in {option.id, None}
    assert show_of(example).step.id == next(
        (step.id for step in show_of(example).steps if step.id.subject == option.id), show_of(example).steps[1].id
    )
    end_show(example)
    question = example.card(_shown_title(example))
    example.workspace.select(question.id)
    example.press(KEYS.Key_F5, SHIFT)
    assert show_of(example).number == 1


def _shown_title(example: Hands) -> str:
    start_show(example)
    title = show_of(example).steps[0].title
    end_show(example)
    return title


def test_shift_f5_with_nothing_selected_goes_on_at_the_place(example: Hands) -> None:
    start_show(example)
    jump_to(example, 9)
    spot = spot_of(show_of(example))
    end_show(example)
    example.workspace.select(None)
    example.press(KEYS.Key_F5, SHIFT)
    assert spot_of(show_of(example)) == spot


def test_shift_f5_turns_a_running_show_to_the_selected_card_even_of_another_map(
    example: Hands, desktop: Desktop
) -> None:
    audience = start_show(example)
    jump_to(example, 4)
    left = show_of(example)
    spot = spot_of(left)
    other = reads.maps(example.document)[0]
    example.window.activateWindow()
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.workspace.view.show_map(other.id)
    root = next(iter(example.workspace.places))
    example.workspace.select(root)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5, SHIFT)
    assert audience_of(example) is audience
    assert show_of(example).map_id == other.id
    example.qtbot.waitUntil(audience.isActiveWindow)
    end_show(example)
    example.workspace.view.show_map(left.map_id)
    start_show(example)
    assert spot_of(show_of(example)) == spot


def test_f5_gives_a_running_show_the_keyboard_and_costs_no_place(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    jump_to(example, 7)
    example.window.activateWindow()
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5)
    example.qtbot.waitUntil(audience.isActiveWindow)
    assert audience_of(example) is audience
    assert show_of(example).number == 7


def test_another_look_goes_on_with_the_show(example: Hands) -> None:
    audience = start_show(example)
    jump_to(example, 7)
    spot = spot_of(show_of(example))
    example.window.themes.use("dark")
    try:
        assert audience_of(example) is audience
        assert spot_of(show_of(example)) == spot
        first = show_of(example).steps[2].id.card
        assert first is not None
        example.workspace.run(lambda document: arguments.add_con(document, first, "Who says so?"))
        assert show_of(example).number == 8
    finally:
        example.window.themes.use("light")
