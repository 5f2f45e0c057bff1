"""Renders what belongs to weighing: settings of a map, shares, hidden numbers, the quick pass, ways to the weights."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desktop_app.edits import arguments, criteria, maps
from desktop_app.model import reads
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay

Shoot = Callable[[str], None]
_ANSWERS = ((0, 1, 5.0), (1, 2, 3.0), (0, 2, 1 / 3), (0, 3, 7.0), (1, 3, 2.0), (2, 3, 2.0))


def shoot_weighing(window: MainWindow, shoot: Shoot) -> None:
    """All of it, on the map that is shown; everything is taken back afterwards."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    document, map_id = workspace.document, workspace.map_id
    workspace.view.show_page(Page.MAP)
    workspace.select(None)
    shoot("weighing-map")
    for option in workspace.results.options:
        workspace.select(option)
        if not page.inspector.strength_box.shares.isHidden():
            break
    page.inspector.break_down()
    while page.inspector.strength_box.shares.sharing.is_running:
        QApplication.processEvents()
    shoot("weighing-shares")
    steps = 0
    found = reads.criteria(document, map_id)
    for first, second, ratio in _ANSWERS:
        criteria.set_judgement(document, found[first].id, found[second].id, ratio)
        steps += 1
    workspace.view.show_page(Page.CRITERIA)
    for way in WeightsWay:
        page.criteria.find_weights(way)
        shoot(f"weights-{way.name.lower()}")
    page.criteria.popover.close_panel()
    maps.hide_numbers(document, map_id, hidden=True)
    steps += 1
    for shown in (Page.CRITERIA, Page.BALANCE, Page.MAP):
        workspace.view.show_page(shown)
        shoot(f"hidden-{shown.name.lower()}")
    maps.hide_numbers(document, map_id, hidden=False)
    link = next(place.argument for place in workspace.places.values() if place.argument is not None)
    arguments.set_importance(document, link, None)
    steps += 2
    page.weigh_rest()
    shoot("weighing-pass")
    page.quick_pass.close_bar()
    for _ in range(steps):
        workspace.undo()
