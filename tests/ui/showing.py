"""Hands on a show."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.pages.present.window import PresentWindow
from desktop_app.viewmodels.present.presentation import Presentation
from desktop_app.viewmodels.present.steps import StepId
from tests.ui.conftest import KEYS, Hands


def area_of(audience: PresentWindow) -> QRect:
    """The part of the desktop it fills; the offscreen platform gives every full screen the size of its only screen."""
    return audience._area


def show_of(hands: Hands) -> Presentation:
    found = hands.window.presenting.presentation
    assert found is not None
    return found


def spot_of(show: Presentation) -> tuple[StepId, int]:
    """The shown step and its page."""
    return show.step.id, show.page


def audience_of(hands: Hands) -> PresentWindow:
    found = hands.window.presenting.window
    assert found is not None
    return found


def start_show(hands: Hands, *keys: Qt.Key) -> PresentWindow:
    hands.press(KEYS.Key_F5)
    audience = audience_of(hands)
    hands.qtbot.waitUntil(audience.isActiveWindow)
    for key in keys:
        hands.press(key)
    return audience


def end_show(hands: Hands) -> None:
    hands.press(KEYS.Key_Escape)
    assert_over(hands)


def assert_over(hands: Hands) -> None:
    """The show has ended, and the main window has the keyboard again."""
    assert hands.window.presenting.window is None
    hands.qtbot.waitUntil(lambda: hands.window.isActiveWindow() and QApplication.focusWidget() is not None)


def jump_to(hands: Hands, number: int) -> None:
    hands.type(str(number))
    hands.press(KEYS.Key_Return)
