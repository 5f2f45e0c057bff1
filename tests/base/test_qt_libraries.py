"""Which libraries of the system Qt needs, and what is said where one is missing."""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from desktop_app.base.qt_libraries import (
    FOR_DRAWING,
    FOR_WINDOWS,
    missing_libraries,
    named_library,
    packages_of,
)
from desktop_app.base.qt_trouble import library_missing, qt_trouble

ROOT = Path(__file__).resolve().parents[2]
NO_EGL = "libEGL.so.1: cannot open shared object file: No such file or directory"


def test_the_list_is_read_before_any_package_is_installed() -> None:
    command = [sys.executable, "-S", "-c", "import desktop_app.base.qt_libraries"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("library", [*FOR_DRAWING, *FOR_WINDOWS])
def test_a_package_has_the_library_for_which_it_is_named(library: str) -> None:
    if shutil.which("dpkg") is None:
        pytest.skip("the packages of this system are not Debian's")
    done = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"{library} is not installed")
    owners = {line.split(":")[0] for line in done.stdout.splitlines() if "diversion" not in line}
    assert owners & set({**FOR_DRAWING, **FOR_WINDOWS}[library])


def test_the_readme_lists_every_package_that_qt_needs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = [part for part in text.split("```") if "apt-get install" in part]
    # Brought along by another one of the list.
    implied = {"libxkbcommon0", "libxcb1"}
    for names in packages_of([*FOR_DRAWING, *FOR_WINDOWS]):
        assert set(names) & ({*command.split()} | implied), names


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring what Qt needs")
def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    assert missing_libraries(["libc.so.6", "libnone.so.7"]) == ["libnone.so.7"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring what Qt needs")
def test_of_a_library_that_is_there_the_one_that_it_lacks_is_missing(tmp_path: Path) -> None:
    real = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    (tmp_path / "Qt" / "plugins" / "platforms").mkdir(parents=True)
    (tmp_path / "Qt" / "lib").symlink_to(real.parent / "lib")
    there = tmp_path / "Qt" / "plugins" / "platforms" / "libthere.so"
    needy = (real / "platforms" / "libqoffscreen.so").read_bytes()
    there.write_bytes(needy.replace(b"\0libc.so.6\0", b"\0libq.so.6\0"))
    assert missing_libraries(["libc.so.6", str(there), str(there)]) == ["libq.so.6"]


class _FrozenCDLL(ctypes.CDLL):
    """As PyInstaller loads libraries: the words of the loader become the cause of an error of its own."""

    def __init__(self, name: str) -> None:
        try:
            super().__init__(name)
        except OSError as error:
            raise OSError(f"Failed to load dynlib/dll {name!r}.") from error


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring what Qt needs")
def test_a_frozen_program_finds_out_too_which_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", _FrozenCDLL)
    assert missing_libraries(["libc.so.6", "libnone.so.7"]) == ["libnone.so.7"]


def test_the_words_of_the_loader_name_the_library() -> None:
    assert named_library(NO_EGL) == "libEGL.so.1"
    assert named_library("libglib-2.0.so.0: cannot open shared object file: No such file") == "libglib-2.0.so.0"
    assert named_library("/lib/libc.so.6: version `GLIBC_2.38' not found") is None


def test_a_library_without_a_known_package_is_named_all_the_same() -> None:
    assert packages_of(["libnone.so.7", "libGL.so.1"]) == [("libgl1",)]
    trouble = library_missing("libnone.so.7", window=False)
    assert "libnone.so.7" in trouble.sentence
    assert trouble.remedy


def test_one_line_says_which_library_and_which_package() -> None:
    trouble = qt_trouble(ImportError(NO_EGL, name="QtGui", path="/lib/PySide6/QtGui.abi3.so"), window=False)
    assert trouble is not None
    assert "libEGL.so.1" in trouble.sentence
    assert "apt-get install" in trouble.remedy
    assert "libegl1" in trouble.remedy.split()
    assert "\n" not in str(trouble)


def test_qt_that_is_not_installed_is_said_to_be_so() -> None:
    trouble = qt_trouble(ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), window=True)
    assert trouble is not None
    assert "PySide6" in trouble.sentence


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'desktop_app.more'", name="desktop_app.more"),
        ImportError("cannot import name 'QMore'", name="PySide6.QtGui"),
        ImportError("libgfortran.so.5: cannot open shared object file", name="_core", path="/lib/numpy/_core.so"),
    ],
    ids=["ours", "a name", "of numpy"],
)
def test_an_import_that_fails_otherwise_is_no_trouble_of_qt(error: ImportError) -> None:
    assert qt_trouble(error, window=True) is None
