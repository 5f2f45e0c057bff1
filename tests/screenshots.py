"""Renders every screen of the program offscreen: `python -m tests.screenshots [FOLDER] [--docs]`.

Run it after anything visible changed and look at the pictures; `--docs` renews those the documents show.
"""

import os
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

from desktop_app.edits import arguments, cards  # noqa: E402
from desktop_app.model import reads  # noqa: E402
from desktop_app.model.records import CardKind  # noqa: E402
from desktop_app.ui.app import make_application  # noqa: E402
from desktop_app.ui.main_window import MainWindow  # noqa: E402
from desktop_app.ui.view import Page  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
SIZES = {"": QSize(1600, 1000), "-small": QSize(1280, 800), "-wide": QSize(1920, 1080)}
LONG = "This claim goes on and on, as claims in real texts do when nobody shortens them. " * 25
ARTICLE = """How a small town might spend its reserve

The council meets next week, and three groups have sent their views on what should be done with the money.

Background

The reserve has grown over ten years. Nobody planned it; costs were lower than feared in most of them, and the town has
put off repairs to the bridge and the library for as long. A choice is due because a grant runs out in the spring.

Pros:
  • Safer bridge: Repairs now cost a third of what they will cost after another hard winter.
  • Local work: Two firms in the town could do most of it and would hire.

Cons:
  • No cushion left: Another flood would find the town without means.
  • Late start: The bridge would be closed through the tourist season.

For any plan to be worth it, it must answer some plain tests:
  • Cost: What is spent, and by whom?
  • Speed: When does anybody notice?
"""


def main(arguments: list[str]) -> None:
    """Renders everything into a folder."""
    named = [argument for argument in arguments if not argument.startswith("--")]
    folder = Path(named[0]) if named else ROOT / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(["steelyard"])
    for theme in ("light", "dark"):
        for suffix, size in SIZES.items():
            _render(app, folder, f"{suffix}{'-dark' if theme == 'dark' else ''}", theme, size)
    if "--docs" in arguments:
        for source, target in (("map", "map"), ("criteria", "criteria"), ("paste", "paste")):
            (folder / f"{source}.png").replace(ROOT / "docs" / "pictures" / f"{target}.png")


def _render(app: QApplication, folder: Path, suffix: str, theme: str, size: QSize) -> None:
    window = MainWindow()
    window.use_theme(theme)
    window.resize(size)
    window.show()

    def shoot(name: str) -> None:
        if window.work_page is not None:
            window.work_page.canvas.rest()
        app.processEvents()
        app.processEvents()
        window.grab().save(str(folder / f"{name}{suffix}.png"))

    shoot("welcome")
    window.over.sort_text(ARTICLE)
    shoot("paste")
    window.open_example()
    _example(window, shoot)
    window.close_workbook()
    path = Path(_HOME) / f"odd{suffix}.steelyard"
    path.unlink(missing_ok=True)
    window.create_at(path)
    shoot("map-empty")
    _odd_texts(window)
    shoot("map-odd-texts")
    window.close()
    window.deleteLater()
    app.processEvents()


def _example(window: MainWindow, shoot: Callable[[str], None]) -> None:
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    shoot("map-summit")
    workspace.view.show_map(reads.maps(workspace.document)[-1].id)
    page.canvas.rest()
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
    workspace.view.show_page(Page.CRITERIA)
    shoot("criteria")
    workspace.view.show_page(Page.MAP)


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
