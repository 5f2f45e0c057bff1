"""Renders every screen of the program offscreen: `python -m tests.screenshots [FOLDER] [--docs]`.

Run it after anything visible changed and look at the pictures; `--docs` renews only those the documents show;
`--double` makes only those at 200 % scale, and needs QT_SCALE_FACTOR=2.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_HOME = tempfile.mkdtemp(prefix="steelyard-screens-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME) / _name.lower())
os.environ["XDG_RUNTIME_DIR"] = _HOME

from PySide6.QtCore import QSize  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop_app.edits import arguments, cards, criteria, scores  # noqa: E402
from desktop_app.model import reads  # noqa: E402
from desktop_app.model.ids import CardId  # noqa: E402
from desktop_app.model.records import CardKind  # noqa: E402
from desktop_app.ui.shell.app import make_application  # noqa: E402
from desktop_app.ui.shell.main_window import MainWindow  # noqa: E402
from desktop_app.ui.workspace.view import Page  # noqa: E402
from tests.brief_screens import shoot_brief  # noqa: E402
from tests.canvas_screens import shoot_canvas  # noqa: E402
from tests.comfort_screens import shoot_comfort, shoot_looks, shoot_welcome  # noqa: E402
from tests.compare_screens import shoot_compare, shoot_crowd  # noqa: E402
from tests.present_screens import shoot_present  # noqa: E402
from tests.ui.texts import ARTICLE  # noqa: E402
from tests.weighing_screens import shoot_weighing  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"": QSize(1600, 1000), "-small": QSize(1280, 800), "-wide": QSize(1920, 1080)}
LONG = "This claim goes on and on, as claims in real texts do when nobody shortens them. " * 25


def main(arguments: list[str]) -> None:
    """Renders everything into a folder."""
    named = [argument for argument in arguments if not argument.startswith("--")]
    folder = Path(named[0]) if named else ROOT / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(["steelyard"])
    if "--double" in arguments:
        _render(app, folder, "-double", "light", SIZES[""])
        return
    if "--docs" in arguments:
        _render(app, folder, "", "light", SIZES[""])
        for name in ("map", "balance", "criteria", "paste", "brief", "compare"):
            (folder / f"{name}.png").replace(ROOT / "docs" / "pictures" / f"{name}.png")
        return
    for theme in ("light", "dark"):
        for suffix, size in SIZES.items():
            _render(app, folder, f"{suffix}{'-dark' if theme == 'dark' else ''}", theme, size)
    # How many pixels a point has is settled when the program starts.
    double = [sys.executable, "-m", "tests.screenshots", str(folder), "--double"]
    subprocess.run(double, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


def _render(app: QApplication, folder: Path, suffix: str, theme: str, size: QSize) -> None:
    window = MainWindow()
    window.themes.use(theme)
    window.show()
    app.processEvents()
    # A window fits itself to the screen when it is first shown; that of the offscreen platform is small.
    window.resize(size)

    def shoot(name: str) -> None:
        if window.work_page is not None:
            window.work_page.canvas.finish_animation()
        app.processEvents()
        app.processEvents()
        window.grab().save(str(folder / f"{name}{suffix}.png"))

    shoot("welcome")
    shoot_welcome(window, Path(_HOME), shoot)
    window.overlays.sort_text(ARTICLE)
    shoot("paste")
    window.files.open_example()
    _example(window, shoot)
    shoot_present(window, folder, suffix)
    shoot_looks(window, theme, shoot)
    window.files.close()
    path = Path(_HOME) / f"odd{suffix}.steelyard"
    path.unlink(missing_ok=True)
    window.files.create_at(path)
    shoot("map-empty")
    _odd_texts(window)
    shoot("map-odd-texts")
    _large_matrix(window, shoot)
    window.close()
    window.deleteLater()
    app.processEvents()


def _example(window: MainWindow, shoot: Callable[[str], None]) -> None:
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    workspace.view.show_map(reads.maps(workspace.document)[0].id)
    page.canvas.finish_animation()
    shoot("map-summit")
    workspace.view.show_map(reads.maps(workspace.document)[-1].id)
    page.canvas.finish_animation()
    pro = next(place for place in workspace.places.values() if place.argument is not None and place.depth == 2)
    workspace.select(pro.card)
    shoot("map")
    page.canvas.viewport.zoom_by(-5)
    shoot("map-far")
    page.canvas.viewport.zoom_by(5)
    option = next(place for place in workspace.places.values() if place.depth == 1)
    workspace.select(option.card)
    workspace.view.fold(option.card, folded=True)
    shoot("map-folded")
    workspace.view.fold(option.card, folded=False)
    assert window.work_page is not None
    window.actions_by_name["add_child"].trigger()
    shoot("map-writing")
    page.canvas.editor.cancelled.emit()
    shoot_canvas(window, shoot)
    shoot_comfort(window, shoot)
    _weighing_pages(window, option.card, shoot)
    shoot_brief(window, shoot)
    workspace.view.show_page(Page.MAP)


def _weighing_pages(window: MainWindow, option: CardId, shoot: Callable[[str], None]) -> None:
    """Balance and Criteria, with what opens beside a cell and a criterion."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    workspace.select(option)
    workspace.view.show_page(Page.BALANCE)
    shoot("balance-option")
    maps = reads.maps(workspace.document)
    workspace.view.show_map(maps[0].id)
    shoot("balance")
    workspace.view.show_map(maps[-1].id)
    workspace.view.show_page(Page.CRITERIA)
    shoot("criteria")
    criterion = reads.criteria(workspace.document, workspace.map_id)[1].id
    page.criteria.cell(option, criterion).opened.emit()
    shoot("criteria-cell")
    page.criteria.table.heads[criterion].opened.emit()
    shoot("criteria-scale")
    page.criteria.popover.close_panel()
    shoot_compare(window, shoot)
    shoot_weighing(window, shoot)


def _large_matrix(window: MainWindow, shoot: Callable[[str], None]) -> None:
    """Eight options on twelve criteria, some with long names; marks, locks and facts of all kinds."""
    workspace = window.workspace
    assert workspace is not None
    document, map_id = workspace.document, workspace.map_id
    for number in range(7):
        added = cards.add_option(document, map_id, f"Option {number + 2}" + " that goes on for a while" * number)
        scores.set_fact(document, added.id, "Вартість", f"{number} млн")
    for number in range(12):
        criterion = criteria.add_criterion(document, map_id, f"Criterion {number + 1}", question="Is it so? " * number)
        criteria.set_levels(document, criterion.id, [(0, "worst"), (50, LONG[:160]), (100, "best")])
        criteria.set_red_line(document, criterion.id, 30 if number % 3 else None)
        criteria.lock_weight(document, criterion.id, locked=number % 4 == 1)
        if number % 5 == 2:
            criteria.set_levels(document, criterion.id, [(0, "worst"), (100, "best")])
        for place, option in enumerate(reads.options(document, map_id)):
            if (number + place) % 4:
                scores.set_score(document, option.id, criterion.id, (number * 17 + place * 29) % 101)
    workspace.view.show_page(Page.CRITERIA)
    shoot("criteria-large")
    workspace.view.show_page(Page.BALANCE)
    shoot("balance-odd-texts")
    shoot_crowd(window, shoot)


def _odd_texts(window: MainWindow) -> None:
    """A long claim, other scripts, markup that must stay text."""
    workspace = window.workspace
    assert workspace is not None
    document, map_id = workspace.document, workspace.map_id
    question = cards.add_question(document, map_id, "Чи варто підтримати гарантії безпеки — і які саме?")
    option = cards.add_option(document, map_id, "معاهدة دفاع مشترك تصادق عليها البرلمانات")
    arguments.add_pro(document, option.id, "一项经过批准的条约会约束以后的政府,因此更可信。")
    arguments.add_con(document, option.id, LONG)
    arguments.add_con(document, question.id, "a < b and <b>bold</b> & #eval <img src=x> stay as typed")
    arguments.add_pro(
        document, question.id, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    )
    kinds = {card.kind for card in reads.cards(document, map_id)}
    assert CardKind.OPTION in kinds


if __name__ == "__main__":
    main(sys.argv[1:])
