"""Renders the Brief page: the example, a section in own words, another form, a missing recommendation."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop_app.model.records import SectionKind
from desktop_app.ui.pages.brief.page import BriefPage
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.workspace.view import Page

Shoot = Callable[[str], None]
_PATIENCE_S = 30.0
_WORDS = """Choose **C**, the ratified treaty clause, and open talks *now* [@nat].

- Ask the parliaments
- See [the draft](https://example.org)"""


def shoot_brief(window: MainWindow, shoot: Shoot) -> None:
    """The Brief page of the open workbook; the window shows its map when this ends."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    commands = page.brief.commands
    workspace.view.show_page(Page.BRIEF)
    _wait(window)
    shoot("brief")
    commands.use_preset("memo")
    recommendation = next(item for item in commands.sections if item.kind is SectionKind.RECOMMENDATION)
    assert commands.section_target(recommendation, "body").commit(_WORDS) is None
    commands.choose(next(item for item in commands.sections if item.kind is SectionKind.RECOMMENDATION))
    _wait(window)
    shoot("brief-memo")
    commands.choose(next(item for item in commands.sections if item.kind is SectionKind.MATRIX))
    commands.use_preset("poster")
    _wait(window)
    shoot("brief-poster")
    for _ in range(3):
        workspace.undo()
    workspace.view.show_page(Page.MAP)


def is_drawn(page: BriefPage) -> bool:
    """Whether the pages show the workbook as it is."""
    return not page.preview._is_outdated and page.preview._job is None


def _wait(window: MainWindow) -> None:
    page = window.work_page
    assert page is not None
    until = time.monotonic() + _PATIENCE_S
    QApplication.processEvents()
    while not is_drawn(page.brief) and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.02)
