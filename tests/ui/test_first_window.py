"""The window lies inside its screen: the first time, and when it was left on a larger one, at any scale.

Each screen is one of the offscreen platform, in a process of its own: Qt reads screens and scale once.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.own_process import run_script

_PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop_app.ui.shell.app import make_application
from desktop_app.ui.shell.main_window import MainWindow

app = make_application(["steelyard"])
window = MainWindow()
seen = []

def look(page):
    app.processEvents()
    frame, room = window.frameGeometry(), window.screen().availableGeometry()
    seen.append([page, frame.getRect(), room.getRect(), room.contains(frame)])

window.show()
window.activateWindow()
look("welcome")
window.files.open_example()
for page in ("map", "balance", "criteria", "compare", "brief"):
    window.actions_by_name[f"show_{page}_page"].trigger()
    look(page)
bar = window.work_page.layout().itemAt(0).widget()
reachable = all(
    window.rect().contains(button.mapTo(window, button.rect().bottomRight()))
    for button in bar.findChildren(type(window.status._cancel)) if button.isVisible()
)
window.close()
print(json.dumps({"seen": seen, "reachable": reachable}))
"""

# Pixels of the screen, scale: a small laptop, a Full HD one at 140 %, an old projector, Full HD at 200 %.
SCREENS = {
    "1280x720": (1280, 720, 1.0),
    "1371x771": (1920, 1080, 1.4),
    "1024x768": (1024, 768, 1.0),
    "960x540": (1920, 1080, 2.0),
}


def _start(folder: Path, width: int, height: int, scale: float) -> dict[str, object]:
    screen = {"name": "S", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96}
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [{**screen, "dpr": 1.0}]}), encoding="utf-8")
    place = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": str(scale)}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=os.environ | place,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("was_left_on_a_larger_one", [False, True])
def test_the_window_lies_inside_its_screen(tmp_path: Path, screen: str, was_left_on_a_larger_one: bool) -> None:
    if was_left_on_a_larger_one:
        _start(tmp_path, 3840, 2160, 1.0)
    found = _start(tmp_path, *SCREENS[screen])
    seen = found["seen"]
    assert isinstance(seen, list)
    assert len(seen) == 6
    for page, frame, room, is_inside in seen:
        assert is_inside, f"{page}: {frame} on {room}"
        assert min(room[2:]) > 500, "the screen is not the one that was asked for"
    assert found["reachable"], "a button of the top bar lies outside"


_FIRST_FONT = """
from PySide6.QtGui import QFontInfo
from desktop_app.drawing import fonts
from desktop_app.ui.widgets import theme
from desktop_app.ui.shell.app import make_application

app = make_application(["steelyard"])
print(QFontInfo(theme.interface_font(14)).family() == fonts.SANS[0])
"""


def test_the_very_first_words_are_set_in_the_shipped_letters() -> None:
    assert run_script(_FIRST_FONT).stdout.split() == ["True"]
