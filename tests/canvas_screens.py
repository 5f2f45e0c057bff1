"""States of the canvas for the screenshots: attacked, joined, used twice, dragged, cut, in focus, folded, large."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Stance
from desktop_app.model.tree import Place
from desktop_app.ui.pages.map.canvas.overlay import card_area
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.wording.sentence import literal

WIDE, DEEP = 12, 5


def shoot_canvas(window: MainWindow, shoot: Callable[[str], None]) -> None:
    """Renders the shown map of the example in many states, then undoes what that took; then a map of 300 cards."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    document, canvas = workspace.document, page.canvas
    options = [place for place in workspace.places.values() if place.depth == 1]
    points = [place for place in workspace.places.values() if place.argument is not None and place.depth == 2]
    steps = _knot(document, points, options)
    workspace.select(points[0].card)
    shoot("map-attacked")
    workspace.select(points[4].card)
    shoot("map-used-twice")
    workspace.view.select(points[0].card, points[0].argument, others={points[1].card, points[2].card})
    window.actions_by_name["cut_cards"].trigger()
    shoot("map-cut")
    canvas.commands.clipboard.clear()
    workspace.select(points[1].card)
    canvas.finish_animation()
    start = card_area(canvas.scene, canvas.viewport.window, canvas.scene.index[points[1].card]).center().toPoint()
    target = card_area(canvas.scene, canvas.viewport.window, canvas.scene.index[points[2].card])
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, target.center().toPoint() + QPoint(40, 0))
    shoot("map-dragging")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    workspace.select(options[2].card)
    window.actions_by_name["focus_branch"].trigger()
    shoot("map-focus")
    window.actions_by_name["focus_branch"].trigger()
    for _ in range(steps):
        workspace.undo()
    shown = workspace.map_id
    workspace.view.show_map(_large(document))
    shoot("map-large")
    window.actions_by_name["open_all"].trigger()
    shoot("map-large-open")
    canvas.viewport.fit()
    shoot("map-large-whole")
    workspace.undo()
    workspace.view.show_map(shown)


def _knot(document: Document, points: list[Place], options: list[Place]) -> int:
    """Joins, undercuts and links; returns in how many steps."""
    joined, used = points[0].argument, points[4].card
    assert joined is not None
    arguments.add_premise(document, joined, "The states concerned go on paying as they do now")
    arguments.add_undercut(document, joined, "How fast it can go on says nothing about whether it protects")
    arguments.link_card(document, used, options[0].card, Stance.OPPOSES)
    arguments.link_card(document, used, options[3].card, Stance.SUPPORTS)
    return 4


def _large(document: Document) -> MapId:
    """A map of 300 cards: options, points and answers to them."""
    with document.transaction(literal("Make a large map")):
        made = maps.add_map(document, "A large map")
        question = cards.add_question(document, made.id, "Which of many ways?")
        for number in range(WIDE):
            option = cards.add_option(document, made.id, f"Way {number + 1}", under=question.id)
            for point in range(DEEP):
                add = arguments.add_pro if point % 2 else arguments.add_con
                claim = add(document, option.id, f"Reason {point + 1} for or against way {number + 1}")
                for answer in range(4):
                    arguments.add_con(document, claim.id, f"Answer {answer + 1}, which goes on for a second line")
    return made.id
