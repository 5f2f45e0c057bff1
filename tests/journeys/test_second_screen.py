"""A projector that drops out and comes back, on a real display: the show waits unseen, and goes on at its step."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.journeys.real_desktop import Desktop, desktop, need_a_desktop, program, wait_for

LEFT, RIGHT = (0, 0, 1920, 1080), (1920, 0, 1920, 1080)
SMALLER = (1920, 0, 1280, 720)
AUDIENCE = "Steelyard – presentation"
MAIN = "Summit seminar – Steelyard"
WAITS = "The projector is gone – the show waits at step 6."


@pytest.fixture
def two_screens(tmp_path: Path) -> Iterator[Desktop]:
    need_a_desktop()
    with desktop(tmp_path, (3840, 1080)) as made:
        made.plug("L", LEFT)
        made.plug("R", RIGHT)
        yield made


def _audience(screen: Desktop) -> list[tuple[int, int, int, int]]:
    return list(screen.windows(f"{AUDIENCE} — Steelyard").values())


def _wait_audience(screen: Desktop, *places: tuple[int, int, int, int]) -> None:
    wait_for(
        lambda: _audience(screen) == list(places), lambda: f"the audience at {places}, it is at {_audience(screen)}"
    )


def _main_place(screen: Desktop) -> tuple[int, int, int, int]:
    return next(iter(screen.windows(MAIN).values()))


def _standing_at(screen: Desktop, step: int) -> AbstractContextManager[None]:
    """What is done inside gives the keyboard to the audience's screen, and that is where it stands."""
    return screen.hearing("object:state-changed:focused", f"Step {step} of ")


@pytest.mark.slow
def test_a_lost_projector_hides_the_show_and_gets_it_back_at_its_step(two_screens: Desktop, tmp_path: Path) -> None:
    screen, errors = two_screens, tmp_path / "errors"
    with program(screen, errors, "--example") as running:
        screen.wait_title(MAIN)
        wait_for(lambda: _main_place(screen)[0] < LEFT[2], "the main window on the laptop")
        with _standing_at(screen, 1):
            screen.press("F5")
        _wait_audience(screen, RIGHT)
        screen.press("6", "Return")
        for _ in range(2):
            screen.pull("R")
            _wait_audience(screen)
            screen.wait_shown(WAITS)
            screen.wait_title(MAIN)
            assert _main_place(screen)[0] < LEFT[2]
            with _standing_at(screen, 6):
                screen.plug("R", RIGHT)
            _wait_audience(screen, RIGHT)
        screen.pull("R")
        screen.wait_shown(WAITS)
        with _standing_at(screen, 6):
            screen.click("Show here")
        # Where one screen is left, this window manager gives a full screen the whole display.
        wait_for(lambda: [place[:2] for place in _audience(screen)] == [LEFT[:2]], "the audience on the laptop")
        screen.plug("R", RIGHT)
        _wait_audience(screen, RIGHT)
        screen.press("Escape")
        _wait_audience(screen)
        screen.wait_title(MAIN)
        with _standing_at(screen, 6):
            screen.press("F5")
        _wait_audience(screen, RIGHT)
        screen.press("Escape")
        screen.wait_title(MAIN)
        screen.press("ctrl+q")
        assert running.wait(60) == 0


@pytest.mark.slow
def test_a_show_that_waits_comes_back_on_a_screen_of_another_size(two_screens: Desktop, tmp_path: Path) -> None:
    screen = two_screens
    with program(screen, tmp_path / "errors", "--example"):
        screen.wait_title(MAIN)
        screen.press("F5")
        _wait_audience(screen, RIGHT)
        screen.pull("R")
        _wait_audience(screen)
        screen.plug("R", SMALLER)
        _wait_audience(screen, SMALLER)
