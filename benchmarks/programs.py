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

_AGAINST: Final = "a bare window with its imports"

# Everything the program imports, in a window with nothing in it.
_BARE = """
import gc, sys
gc.disable()
from PySide6.QtWidgets import QApplication, QWidget
import desktop_app.ui.shell.app
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1920, 1080)
window.show()
app.processEvents()
{last}
"""
# The program itself; in place of waiting for a person, it paints its first frame and ends.
_OURS = """
import sys
from PySide6.QtWidgets import QApplication
def paint_and_end(app):
    for window in app.topLevelWidgets():
        if window.isVisible():
            window.resize(1920, 1080)
    app.processEvents()
    {last}
    return 0
QApplication.exec = paint_and_end
from desktop_app.__main__ import main
sys.exit(main())
"""
_RESIDENT = "print(int(open('/proc/self/statm').read().split()[1]) * __import__('os').sysconf('SC_PAGE_SIZE'))"


def measure_start(sizes: Sequence[int], effort: Effort, home: Path) -> Iterator[Result]:
    """Measures from the start of the process to the first frame of the welcome screen; no map bears on it.

    What importing costs is in the reference too: `tests/architecture` counts what may be imported at the start.
    """

    def start(script: str) -> float:
        return cpu_ms_with_children(lambda: _run(script, home), max(2, effort.runs))

    ours, bare = _OURS.format(last=""), _BARE.format(last="")
    _run(ours, home)
    ratio, cost = best(effort.rounds, START_LIMIT, lambda: (start(ours), start(bare)))
    for cards in sizes:
        yield Result("start", cards, ratio, START_LIMIT, _AGAINST, cost)


def measure_memory(sample: Sample, effort: Effort, home: Path) -> Iterator[Result]:
    """Measures the memory that the window holds with a sample open and shown, against one with all imports."""

    def resident(script: str, *arguments: str) -> float:
        return int(_run(script, home, *arguments)) / 1e6

    ours, bare = _OURS.format(last=_RESIDENT), _BARE.format(last=_RESIDENT)
    rounds = min(2, effort.rounds)
    ratio, cost = best(rounds, MEMORY_LIMIT, lambda: (resident(ours, str(sample.path)), resident(bare)))
    yield Result("memory", sample.cards, ratio, MEMORY_LIMIT, _AGAINST, cost, "MB")


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
