"""The house stands as ARCHITECTURE.md draws it: who may know what, and which makers of labels may be used."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_app"
CORE = ("base", "model", "weighing", "layout", "edits", "store", "formats", "session", "samples")


def _modules(room: str) -> list[str]:
    name = f"desktop_app.{room}"
    module = importlib.import_module(name)
    if not hasattr(module, "__path__"):
        return [name]
    return [name, *(found.name for found in pkgutil.walk_packages(module.__path__, f"{name}."))]


def test_the_core_and_the_command_line_and_text_formats_import_without_qt() -> None:
    names = [name for room in (*CORE, "cli", "self_test", "briefing", "viewmodels") for name in _modules(room)]
    script = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_drawing_and_briefing_import_without_widgets() -> None:
    names = [name for room in ("drawing", "briefing") for name in _modules(room)]
    script = (
        "import sys, importlib\n"
        "sys.modules['PySide6.QtWidgets'] = None\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pyside_6_12_is_kept_out_below_python_3_12() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [item for item in project["dependencies"] if item.startswith("PySide6")]
    assert pins == [
        "PySide6-Essentials>=6.11.1,<6.12; python_version < '3.12'",
        "PySide6-Essentials>=6.11.1; python_version >= '3.12'",
    ]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_into_qt_keep_their_references_to_none() -> None:
    from PySide6.QtCore import QObject

    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        subject.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100


# What reads a user's text as HTML unless told otherwise; `widgets/text.py` is the one place that tells it.
_MARKUP = re.compile(
    r"\b(QLabel|QMessageBox|QInputDialog|QProgressDialog|QErrorMessage|QTextBrowser|QTextEdit|QGraphicsTextItem)\("
)


def test_only_one_module_makes_labels_of_text() -> None:
    offenders = []
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        if path.name == "text.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            # A bare QLabel() that gets a pixmap shows no text.
            if _MARKUP.search(line) and "QLabel()" not in line:
                offenders.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert not offenders


def test_nothing_in_the_package_is_left_for_later() -> None:
    unfinished = re.compile(r"TODO|FIXME|XXX|HACK|NotImplementedError")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unfinished.search(line)
    ]
    assert not found


def test_every_module_says_what_lives_there() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sorted(PACKAGE.rglob("*.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_one_class_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_every_edit_can_be_reached_from_the_window_or_the_command_line() -> None:
    names: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]:
            used = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
            used |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
            names.setdefault(f"{path.relative_to(PACKAGE)}:{function.name}", set()).update(used - {function.name})
    edits = {key: key.rpartition(":")[2] for key in names if key.startswith("edits/") and ":_" not in key}
    reached = {name for key, used in names.items() if not key.startswith("edits/") for name in used}
    while True:
        more = {
            name
            for key, used in names.items()
            if key.startswith("edits/") and key.rpartition(":")[2] in reached
            for name in used - reached
        }
        if not more:
            break
        reached |= more
    # The short forms of `add_argument`, which samples, tests and documents speak in.
    short_forms = {"add_con", "add_evidence"}
    assert [name for key, name in edits.items() if name not in reached | short_forms] == []
