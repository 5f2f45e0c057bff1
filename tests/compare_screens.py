"""Perspectives for the screenshots: compared, chosen, and a crowd of them with odd names."""

from collections.abc import Callable

from desktop_app.edits import perspectives
from desktop_app.model import reads
from desktop_app.model.records import PerspectiveKind
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.workspace.view import Page

CROWD = 24


def shoot_compare(window: MainWindow, shoot: Callable[[str], None]) -> None:
    """Renders the comparison of the example from top to bottom, and its pages in a perspective."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    known = {item.name: item.id for item in reads.perspectives(workspace.document, workspace.map_id)}
    workspace.view.show_page(Page.COMPARE)
    shoot("compare")
    bar = page.compare.scrolling.verticalScrollBar()
    for name, share in (("middle", 0.5), ("end", 1.0)):
        bar.setValue(round(bar.maximum() * share))
        shoot(f"compare-{name}")
    bar.setValue(0)
    workspace.view.choose_perspective(known["European allies"])
    workspace.view.show_page(Page.CRITERIA)
    shoot("criteria-theirs")
    workspace.view.choose_perspective(known["If things go badly"])
    option = reads.options(workspace.document, workspace.map_id)[2].id
    page.criteria.cell(option, reads.criteria(workspace.document, workspace.map_id)[1].id).opened.emit()
    shoot("criteria-cell-theirs")
    page.criteria.popover.close_panel()
    workspace.view.choose_perspective(None)


def shoot_crowd(window: MainWindow, shoot: Callable[[str], None]) -> None:
    """Renders a map that many compare, some of them with names that are long or in another script."""
    workspace = window.workspace
    assert workspace is not None
    document, map_id = workspace.document, workspace.map_id
    options, criteria = reads.options(document, map_id), reads.criteria(document, map_id)
    for number in range(CROWD):
        name = ("Participant", "Учасниця", "مشاركة", "A delegation with a name that nobody ever shortened")[number % 4]
        kind = PerspectiveKind.PERSON if number % 5 else PerspectiveKind.STAKEHOLDER
        added = perspectives.add_perspective(document, map_id, f"{name} {number}", kind)
        perspectives.set_weights(document, added.id, {criteria[number % len(criteria)].id: 5.0 + 3 * number})
        place = options[number % 3].id, criteria[number % 2].id
        perspectives.set_score_number(document, added.id, *place, likely=float(number * 37 % 101))
    workspace.view.show_page(Page.COMPARE)
    shoot("compare-crowd")
    page = window.work_page
    assert page is not None
    bar = page.compare.scrolling.verticalScrollBar()
    bar.setValue(round(bar.maximum() * 0.1))
    shoot("compare-crowd-apart")
