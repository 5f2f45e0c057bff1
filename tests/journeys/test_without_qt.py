"""What works where Qt cannot be loaded, and the one line that is said of the rest; each in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.briefing.formats import FORMATS, ExportFormat
from desktop_app.cli import main

ROOT = Path(__file__).resolve().parents[2]

# Before the program: an interpreter in which Qt is not installed, or one in whose system a library of Qt is missing.
NOT_INSTALLED = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None"
LIBRARY_MISSING = """
import importlib.abc, sys
class Loader(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "PySide6.QtGui":
            words = "libEGL.so.1: cannot open shared object file: No such file or directory"
            # As Python says it of a compiled module: the last part of its name, and where it lies.
            raise ImportError(words, name="QtGui", path="/lib/PySide6/QtGui.abi3.so")
sys.meta_path.insert(0, Loader())
"""
RUN = "from desktop_app.__main__ import main; sys.exit(main())"


def run(before: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"{before}\n{RUN}", *arguments]
    everywhere = {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=everywhere)


def assert_one_line(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    assert done.returncode == 3, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("steelyard: Qt ")
    for part in parts:
        assert part in line


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    path = tmp_path_factory.mktemp("without-qt") / "example.steelyard"
    assert main(["new", str(path), "--example"]) == 0
    return path


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.id)
@pytest.mark.parametrize(
    ("before", "missing"),
    [(NOT_INSTALLED, ("PySide6",)), (LIBRARY_MISSING, ("libEGL.so.1", "apt-get install libegl1"))],
    ids=["not installed", "library missing"],
)
def test_without_qt_a_format_is_written_as_it_is_with_it_or_what_is_missing_is_named(
    workbook: Path, row: ExportFormat, before: str, missing: tuple[str, ...]
) -> None:
    usual, without = (workbook.with_name(f"{name}{row.ending}") for name in ("usual", "without"))
    done = run(before, "export", str(workbook), str(without), "--map", "2")
    if row.id in {"pptx", "md", "csv", "json"}:
        assert main(["export", str(workbook), str(usual), "--map", "2"]) == 0
        assert (done.returncode, done.stderr) == (0, "")
        assert without.read_bytes() == usual.read_bytes()
    else:
        assert_one_line(done, *missing)
        assert not without.exists()


def test_the_window_names_the_package_whose_library_is_missing() -> None:
    assert_one_line(run(LIBRARY_MISSING, "--example", QT_QPA_PLATFORM="offscreen"), "apt-get install", "libegl1")


def test_the_self_test_names_the_package_whose_library_is_missing() -> None:
    assert_one_line(run(LIBRARY_MISSING, "--self-test"), "apt-get install libegl1")


def test_another_import_that_fails_stays_a_fault_of_the_program() -> None:
    before = "import sys; sys.modules['desktop_app.briefing.exporting'] = None"
    done = run(before, "--self-test")
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_a_workbook_is_made_again_from_a_brief_without_qt(workbook: Path) -> None:
    brief, again = workbook.with_name("brief.pdf"), workbook.with_name("again.steelyard")
    assert main(["export", str(workbook), str(brief), "--attach"]) == 0
    done = run(NOT_INSTALLED, "new", str(again), "--from", str(brief))
    assert (done.returncode, done.stderr) == (0, "")
    assert again.exists()


def test_a_program_without_a_console_exports(workbook: Path) -> None:
    out = workbook.with_name("windowed.md")
    before = "import sys; sys.stdin = sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None"
    done = run(before, "export", str(workbook), str(out))
    assert done.returncode == 0
    assert out.stat().st_size


# --- the plugin through which Qt reaches the screen ----------------------------------------------------------


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """Qt's plugins and libraries, with an xcb plugin one of whose libraries no system has."""
    from PySide6.QtCore import QLibraryInfo

    real = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    (tmp_path / "Qt" / "plugins" / "platforms").mkdir(parents=True)
    (tmp_path / "Qt" / "lib").symlink_to(real.parent / "lib")
    folder = tmp_path / "Qt" / "plugins"
    shutil.copy(real / "platforms" / "libqoffscreen.so", folder / "platforms")
    plugin = (real / "platforms" / "libqoffscreen.so").read_bytes()
    assert b"\0libc.so.6\0" in plugin
    (folder / "platforms" / "libqxcb.so").write_bytes(plugin.replace(b"\0libc.so.6\0", b"\0libq.so.6\0"))
    return folder


def open_window(plugins: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Starts the window with Qt looking for its plugins in a folder; it ends as soon as it is shown."""
    before = (
        "import sys\n"
        "from PySide6.QtCore import QLibraryInfo\n"
        f"QLibraryInfo.path = staticmethod(lambda _: {str(plugins)!r})\n"
        "import desktop_app.ui.shell.app as app\n"
        "app.run = lambda path, *, example: 0\n"
    )
    return run(before, "--example", **{"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", **environment})


@pytest.mark.skipif(sys.platform != "linux", reason="Qt finds its libraries otherwise there")
def test_a_library_that_the_screen_needs_is_named_before_qt_would_abort(plugins: Path) -> None:
    assert_one_line(open_window(plugins, DISPLAY=":0"), "libq.so.6")
    assert_one_line(open_window(plugins, QT_QPA_PLATFORM="xcb"), "libq.so.6")


@pytest.mark.skipif(sys.platform != "linux", reason="Qt finds its libraries otherwise there")
def test_one_plugin_that_can_be_loaded_is_enough(plugins: Path) -> None:
    assert open_window(plugins, QT_QPA_PLATFORM="xcb;offscreen").returncode == 0
    assert open_window(plugins, QT_QPA_PLATFORM="offscreen").returncode == 0
