"""What a show does when screens come and go."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments
from desktop_app.ui.pages.present.displays import Display, distinct_displays
from desktop_app.ui.pages.present.waiting_bar import WaitingBar
from tests.ui.conftest import KEYS, Hands
from tests.ui.desktop import RIGHT, Desktop
from tests.ui.showing import area_of, assert_over, jump_to, show_of, spot_of, start_show


def test_it_runs_on_another_screen_than_the_main_windows(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    audience = start_show(example)
    assert area_of(audience) == RIGHT
    assert audience.isFullScreen()
    assert not waiting_bar.isVisible()
    assert example.window.isVisible()


def test_with_one_screen_it_covers_the_main_window(example: Hands, desktop: Desktop) -> None:
    desktop.there = [desktop.laptop]
    assert area_of(start_show(example)) == desktop.laptop.area


def test_screens_that_mirror_each_other_are_one(example: Hands, desktop: Desktop) -> None:
    desktop.there = [desktop.laptop, Display(frozenset({("HDMI-1", "42")}), desktop.laptop.area)]
    assert area_of(start_show(example)) == desktop.laptop.area
    smaller = QRect(0, 0, 640, 480)
    (found,) = distinct_displays([desktop.laptop, Display(frozenset({("HDMI-1", "42")}), smaller)])
    assert found.area == smaller
    assert len(distinct_displays([desktop.laptop, desktop.projector])) == 2


def test_a_lost_screen_hides_the_show_and_the_bar_says_where_it_waits(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    audience = start_show(example)
    jump_to(example, 6)
    spot = spot_of(show_of(example))
    desktop.pull(desktop.projector)
    assert not audience.isVisible()
    assert waiting_bar.isVisible()
    assert waiting_bar.text == "The projector is gone – the show waits at step 6."
    assert waiting_bar.accessibleName() == waiting_bar.text
    example.qtbot.waitUntil(example.window.isActiveWindow)
    desktop.settle()
    assert not audience.isVisible()
    desktop.plug(desktop.projector)
    assert audience.isVisible()
    assert area_of(audience) == RIGHT
    assert spot_of(show_of(example)) == spot
    assert not waiting_bar.isVisible()


def test_a_show_that_waits_follows_the_map(example: Hands, desktop: Desktop, waiting_bar: WaitingBar) -> None:
    audience = start_show(example)
    jump_to(example, 6)
    desktop.pull(desktop.projector)
    first = show_of(example).steps[2].id.card
    assert first is not None
    example.workspace.run(lambda document: arguments.add_con(document, first, "Who says so?"))
    assert waiting_bar.text.endswith("waits at step 7.")
    desktop.plug(desktop.projector)
    assert audience.accessibleName().startswith("Step 7 of ")


def test_another_projector_gets_it_where_it_is_the_only_other_screen(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    other = Display(frozenset({("DP-2", "")}), QRect(800, 0, 320, 240))
    desktop.plug(other)
    assert audience.isVisible()
    assert area_of(audience) == other.area


def test_among_several_only_the_same_screen_gets_it(example: Hands, desktop: Desktop, waiting_bar: WaitingBar) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    others = [Display(frozenset({(name, "")}), QRect(x, 0, 320, 240)) for name, x in (("DP-2", 1600), ("DP-3", 2000))]
    desktop.plug(*others)
    assert not audience.isVisible()
    assert waiting_bar.isVisible()
    desktop.plug(Display(desktop.projector.screens, QRect(3000, 0, 640, 480)))
    assert area_of(audience) == QRect(3000, 0, 640, 480)


def test_show_here_shows_it_on_the_laptop_until_the_projector_is_back(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    audience = start_show(example)
    jump_to(example, 6)
    desktop.pull(desktop.projector)
    example.click(waiting_bar.show_here)
    assert audience.isVisible()
    assert area_of(audience) == desktop.laptop.area
    assert not waiting_bar.isVisible()
    example.qtbot.waitUntil(audience.isActiveWindow)
    desktop.settle()
    assert area_of(audience) == desktop.laptop.area
    desktop.plug(desktop.projector)
    assert area_of(audience) == RIGHT
    assert show_of(example).number == 6


def test_end_on_the_bar_ends_the_show_and_keeps_the_place(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    start_show(example)
    jump_to(example, 6)
    desktop.pull(desktop.projector)
    example.click(waiting_bar.end)
    assert example.window.presenting.window is None
    assert not waiting_bar.isVisible()
    desktop.plug(desktop.projector)
    assert_over(example)
    start_show(example)
    assert show_of(example).number == 6


def test_f5_shows_a_show_that_waits_here(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.page.canvas.setFocus()
    example.press(KEYS.Key_F5)
    assert area_of(audience) == desktop.laptop.area
    assert audience.isVisible()


def test_a_show_that_comes_back_takes_no_letters_from_a_text(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    example.trigger("find_cards")
    example.type("ra")
    desktop.plug(desktop.projector)
    assert audience.isVisible()
    assert example.window.isActiveWindow()
    example.type("b")
    assert show_of(example).blank is None


def test_a_show_that_comes_back_has_the_keyboard_again(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    example.qtbot.waitUntil(example.window.isActiveWindow)
    desktop.plug(desktop.projector)
    example.qtbot.waitUntil(audience.isActiveWindow)
    example.press(KEYS.Key_End)
    assert show_of(example).number == len(show_of(example).steps)


def test_it_follows_its_screen_to_another_size_and_place(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    jump_to(example, 6)
    desktop.there[1] = Display(desktop.projector.screens, QRect(900, 0, 320, 240))
    desktop.settle()
    assert area_of(audience) == QRect(900, 0, 320, 240)
    assert show_of(example).number == 6


def test_mirroring_meanwhile_leaves_the_show_before_the_audience(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    audience = start_show(example)
    desktop.there[1] = Display(desktop.projector.screens, desktop.laptop.area)
    desktop.settle()
    assert audience.isVisible()
    assert area_of(audience) == desktop.laptop.area
    assert not waiting_bar.isVisible()
    desktop.there[1] = desktop.projector
    desktop.settle()
    assert area_of(audience) == RIGHT


def test_a_show_on_the_laptop_goes_to_a_projector_that_is_plugged_in(example: Hands, desktop: Desktop) -> None:
    desktop.there = [desktop.laptop]
    audience = start_show(example)
    desktop.plug(desktop.projector)
    assert area_of(audience) == RIGHT


def test_a_third_screen_that_comes_and_goes_moves_nothing(
    example: Hands, desktop: Desktop, waiting_bar: WaitingBar
) -> None:
    audience = start_show(example)
    third = Display(frozenset({("DP-9", "")}), QRect(1600, 0, 320, 240))
    desktop.plug(third)
    desktop.pull(third)
    desktop.settle()
    assert area_of(audience) == RIGHT
    assert audience.isVisible()
    assert not waiting_bar.isVisible()


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


def test_closing_the_main_window_ends_a_show_that_waits(example: Hands, desktop: Desktop) -> None:
    audience = start_show(example)
    desktop.pull(desktop.projector)
    example.window.close()
    assert example.window.presenting.window is None
    assert not audience.isVisible()


def test_a_window_that_may_not_close_goes_on_with_the_show(
    example: Hands, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    audience = start_show(example)
    monkeypatch.setattr(example.window.unsaved, "may_leave", lambda: False)
    example.window.close()
    assert audience.isVisible()
    monkeypatch.undo()
