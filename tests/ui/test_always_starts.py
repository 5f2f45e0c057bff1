"""The program always starts: nothing that it remembers, however broken, keeps the window from showing."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.session import Session
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.settings import Settings, _key_of
from desktop_app.ui.shell.theme_controller import ThemeController
from desktop_app.ui.widgets import theme
from tests.ui.own_process import run_script

KEYS = (
    "recent",
    "theme",
    "author",
    "reopens_last",
    "left_open",
    "back_row",
    "geometry",
    "recent_choices",
    "view_order",
)

_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=20), inner, max_size=4)),
    max_leaves=8,
)
_PATHS = st.sampled_from(
    ["/" + "n" * 300, "a\0b", "/proc/1/root/x", "relative", "", "/dev/zero", "//server/share", "~", "\ud800"]
)
_RECENT = st.dictionaries(_PATHS, _JSON, max_size=3).map(json.dumps)
GARBAGE = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    _PATHS.filter(lambda path: path.isprintable()),
    _JSON.map(json.dumps),
    _RECENT,
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.binary(max_size=80).map(QByteArray),
    st.lists(st.text(alphabet="abc", max_size=5), max_size=3),
    st.just("[" * 10_000),
)
# What is kept of a view, with each part something else.
_SIZES = st.lists(st.one_of(st.integers(), st.integers(-5, 3000), st.floats()), min_size=3, max_size=3)
VIEW = st.fixed_dictionaries(
    {},
    optional={
        name: st.one_of(_JSON, _SIZES)
        for name in ("map", "page", "selected", "balance", "perspective", "folded", "focus", "window", "splitter")
    },
)
# The wildest lines by which a settings file can say that a value has a type of Qt's.
LINES = (
    "geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0)",
    "geometry=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\xbnonsense)",
    "theme=@Size(1 2 3)",
    "recent=@Invalid()",
    "left_open=@Rect(9 9)",
    "reopens_last=@Variant()",
    "[views]",
    "%%%=;;;\\x",
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "work.steelyard"
    Session.create(path, title="Kept").close()
    return path


def _starts(qtbot: QtBot, workbook: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with qtbot.captureExceptions() as unexpected:
        kept = Settings()
        theme.apply(app, theme.known_theme(kept.theme))
        window = MainWindow(kept)
        try:
            window.show()
            assert window.isVisible()
            if kept.reopens_last and kept.left_open is not None:
                window.files.open_again(kept.left_open)
            assert window.files.open_path(workbook)
            window.open_palette()
            window.overlays.open_settings()
            QApplication.processEvents()
        finally:
            window.close()
            window.deleteLater()
    assert not unexpected


@pytest.fixture
def settings_file(tmp_path: Path, qapp: QApplication) -> Path:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    return tmp_path / "settings" / "steelyard" / "steelyard.ini"


@pytest.mark.usefixtures("unmeasured")
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(kept=st.dictionaries(st.sampled_from(KEYS), GARBAGE, min_size=1, max_size=4), view=VIEW)
def test_the_window_shows_whatever_the_settings_hold(
    qtbot: QtBot, settings_file: Path, workbook: Path, kept: dict[str, object], view: dict[str, object]
) -> None:
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "steelyard", "steelyard")
    store.clear()
    for name, value in kept.items():
        store.setValue(name, value)
    store.setValue(f"views/{_key_of(workbook)}", json.dumps(view))
    store.sync()
    _starts(qtbot, workbook)


# Qt says of a value that it cannot read it.
@pytest.mark.qt_log_ignore("QVariant::load", extend=True)
@pytest.mark.parametrize("line", LINES)
def test_the_window_shows_whatever_the_file_says_of_types(
    qtbot: QtBot, settings_file: Path, workbook: Path, line: str
) -> None:
    settings_file.parent.mkdir(parents=True)
    settings_file.write_text(f"[General]\n{line}\n", encoding="utf-8")
    _starts(qtbot, workbook)


def test_a_look_that_is_not_shipped_any_more_is_that_of_the_desktop(settings_file: Path, qapp: QApplication) -> None:
    kept = Settings()
    kept.theme = "sepia"
    ThemeController(kept, qapp)._apply()
    assert theme.current().name in {"light", "dark"}


_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.ui.shell import app as program
from desktop_app.ui.shell.main_window import MainWindow

program.make_application(["steelyard"])
looks = 0

def look():
    global looks
    looks += 1
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
    if windows and (windows[0].workspace is not None or windows[0].welcome.messages.text) or looks > 200:
        print("shown" if windows else "not shown", flush=True)
        print(windows[0].welcome.messages.text if windows else "")
        QApplication.closeAllWindows()
        QApplication.quit()

timer = QTimer(interval=25)
timer.timeout.connect(look)
timer.start()
sys.exit(program.run(Path(sys.argv[1]) if sys.argv[1:] else None, example=False))
"""


def _run(*arguments: str) -> tuple[str, str, str]:
    done = run_script(_RUN, *arguments)
    state, message, *_ = [*done.stdout.splitlines(), "", ""]
    return state, message, done.stderr


@pytest.mark.parametrize("case", ["gone", "long", "circle", "folder", "pipe", "under a file", "another's"])
def test_what_was_left_open_never_keeps_the_window_from_showing(tmp_path: Path, case: str) -> None:
    path = tmp_path / "left.steelyard"
    if case == "long":
        path = tmp_path / ("n" * 300)
    elif case == "circle":
        path.symlink_to(path)
    elif case == "folder":
        path.mkdir()
    elif case == "pipe":
        os.mkfifo(path)
    elif case == "under a file":
        path.write_bytes(b"")
        path = path / "inside"
    elif case == "another's":
        path.write_text("Dear Sir or Madam, " * 40, encoding="utf-8")
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "steelyard"
    folder.mkdir(parents=True)
    (folder / "steelyard.ini").write_text(f"[General]\nreopens_last=true\nleft_open={path}\n", encoding="utf-8")
    state, message, _ = _run()
    assert state == "shown"
    assert message, "nothing was said of it"


def test_the_window_shows_where_the_settings_are_a_folder(tmp_path: Path) -> None:
    (Path(os.environ["XDG_CONFIG_HOME"]) / "steelyard" / "steelyard.ini").mkdir(parents=True)
    state, _, errors = _run(str(tmp_path / "not there.steelyard"))
    assert state == "shown"
    assert "Traceback" not in errors
