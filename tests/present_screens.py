"""The audience's screen: the steps of the example, with and without numbers."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.ui.pages.present.window import PresentWindow
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings
from desktop_app.viewmodels.present.presentation import Presentation
from desktop_app.viewmodels.present.steps import steps

# By their numbers, from 1; negative ones count from the end.
_STEPS = {"question": 1, "options": 2, "point": 4, "matrix": -2, "result": -1}


def shoot_present(window: MainWindow, folder: Path, suffix: str) -> None:
    """Shows the map that is open to a room, and saves a picture of each kind of step."""
    assert window.workspace is not None
    workspace = window.workspace
    results = workspace.session.results(workspace.map_id)
    show = Presentation(workspace.map_id, steps(workspace.document, workspace.map_id, results))
    shown = PresentWindow(show, Settings().back_row)
    shown.resize(window.size())
    shown.show()
    last = len(show.steps)
    for name, place in _STEPS.items():
        show.go_to(place if place > 0 else last + 1 + place)
        QApplication.processEvents()
        shown.grab().save(str(folder / f"present-{name}{suffix}.png"))
    shown.release()
