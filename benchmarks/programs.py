"""The program as a process of its own: how long it takes to start and how much memory it holds, against a bare window.

Memory is read from /proc, so this runs on Linux only.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.maps import Sample
from benchmarks.measuring import Effort, Result, best, cpu_ms_with_children

START_LIMIT: Final = 1.6
MEMORY_LIMIT: Final = 1.6
AGAINST: Final = "a bare window with its imports"

_RESIDENT = """
import os
with open("/proc/self/statm") as counts:
    print(int(counts.read().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
"""
# What the program imports that others wrote, and a window with nothing in it.
_BARE = """
import sys
import filelock, numpy, platformdirs, sqlite_utils
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1920, 1080)
window.show()
app.processEvents()
"""
_OURS = """
import sys
from pathlib import Path
from desktop_app.ui.app import make_application
from desktop_app.ui.main_window import MainWindow
app = make_application(sys.argv[:1])
window = MainWindow()
for name in sys.argv[1:]:
    assert window.open_path(Path(name))
window.resize(1920, 1080)
window.show()
app.processEvents()
"""


def measure_start(sizes: Sequence[int], effort: Effort, home: Path) -> Iterator[Result]:
    """Measures from the start of the process to the first frame of the welcome screen; no map bears on it."""

    def start(script: str) -> float:
        return cpu_ms_with_children(lambda: _run(script, home), max(2, effort.runs))

    _run(_OURS, home)
    ratio, cost = best(effort.rounds, START_LIMIT, lambda: (start(_OURS), start(_BARE)))
    for cards in sizes:
        yield Result("start", cards, ratio, START_LIMIT, AGAINST, cost)


def measure_memory(sample: Sample, effort: Effort, home: Path) -> Iterator[Result]:
    """Measures the memory that the window holds with a sample open and shown."""

    def resident(script: str, *arguments: str) -> float:
        return int(_run(script + _RESIDENT, home, *arguments)) / 1e6

    ratio, cost = best(
        min(2, effort.rounds), MEMORY_LIMIT, lambda: (resident(_OURS, str(sample.path)), resident(_BARE))
    )
    yield Result("memory", sample.cards, ratio, MEMORY_LIMIT, AGAINST, cost, "MB")


def _run(script: str, home: Path, *arguments: str) -> str:
    """Runs a script whose settings, locks, recent files and compiled modules are its own."""
    environment = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    # An installed program is compiled; the first run does it here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout
