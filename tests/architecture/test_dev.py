"""`dev.py test ROOM` takes the rooms that are there, runs what concerns them, and lists them for an unknown name."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would be run, each without its folder, and `WITHOUT_QT` before those that cannot import it."""
    ran: list[list[str]] = []

    def call(command: Sequence[str], _otherwise: str, *, environment: dict[str, str] | None = None) -> None:
        hidden = ["WITHOUT_QT"] if "STEELYARD_WITHOUT_QT" in (environment or {}) else []
        ran.append([*hidden, Path(command[0]).stem, *command[1:]])

    monkeypatch.delenv("STEELYARD_WITHOUT_QT", raising=False)
    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "setup", lambda _lock: None)
    return ran


def test_the_rooms_are_the_folders_with_tests_and_the_files_beside_them() -> None:
    tests = ROOT / "tests"
    folders = {path.name for path in tests.iterdir() if path.is_dir() and any(path.rglob("test_*.py"))}
    files = {path.stem.removeprefix("test_") for path in tests.glob("test_*.py")}
    assert {name for name in dev.rooms() if "/" not in name} == folders | files
    assert {"model", "ui", "session"} <= set(dev.rooms())


def test_every_room_whose_coverage_counts_has_tests_of_its_own() -> None:
    assert set(dev.FLOORS) <= set(dev.rooms())


def test_every_core_room_is_there() -> None:
    assert {folder.removeprefix("tests/") for folder in dev.CORE_TESTS} <= set(dev.rooms())


def test_a_folder_inside_a_room_is_a_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("ui/canvas/test_keys.py", "ui/test_window.py", "cases/plain.json", "test_session.py"):
        path = tmp_path / "tests" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert list(dev.rooms()) == ["session", "ui", "ui/canvas"]


def test_a_room_of_the_core_is_checked_and_tested_where_qt_cannot_be_imported(commands: list[list[str]]) -> None:
    assert dev.main(["test", "model"]) == 0
    assert commands == [
        ["ruff", "format", "--check", "desktop_app/model", "tests/model"],
        ["ruff", "check", "desktop_app/model", "tests/model"],
        ["mypy", "desktop_app/model"],
        ["WITHOUT_QT", "python", "-m", "pytest", "-q", "-n", "auto", "tests/model", "-p", "no:pytest-qt"],
    ]


def test_rooms_with_and_without_qt_are_tested_apart(commands: list[list[str]]) -> None:
    assert dev.main(["test", "ui", "store", "session", "properties"]) == 0
    assert ["mypy", "desktop_app/ui", "desktop_app/store", "desktop_app/session.py"] in commands
    tested = [command for command in commands if "pytest" in command]
    assert [command[command.index("auto") + 1 :] for command in tested] == [
        ["tests/store", "tests/properties", "-p", "no:pytest-qt"],
        ["tests/ui", "tests/test_session.py"],
    ]
    assert [command[0] for command in tested] == ["WITHOUT_QT", "python"]


def test_a_room_about_no_one_place_is_tested_without_types(commands: list[list[str]]) -> None:
    assert dev.main(["test", "architecture"]) == 0
    assert [command[0] for command in commands] == ["ruff", "ruff", "python"]


def test_an_unknown_room_is_refused_with_the_rooms_there_are(
    commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["test", "model", "cellar"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("No room is called cellar.")
    assert ", ".join(dev.rooms()) in said
    assert commands == []


@pytest.mark.parametrize("arguments", [[], ["run", "model"], ["setup", "model"], ["model"], ["--help"]])
def test_what_is_no_command_gets_the_help(
    arguments: list[str], commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert "test ROOM ..." in capsys.readouterr().out
    assert commands == []


def test_tests_write_in_memory_where_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "ROOM_FOR_TESTS", 0)
    assert dev.in_memory() == {"TMPDIR": str(tmp_path)}
    monkeypatch.setattr(dev, "ROOM_FOR_TESTS", 2**80)
    assert dev.in_memory() == {}
    monkeypatch.setattr(dev, "MEMORY", tmp_path / "none")
    assert dev.in_memory() == {}


def test_without_a_room_every_check_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(dev, "setup", ran.append)
    for name in ("tool", "pytest", "call"):
        monkeypatch.setattr(dev, name, lambda *arguments, **_: ran.append(" ".join(map(str, arguments))))
    for name in ("coverage", "wheel", "core_tests", "qt_tests"):
        monkeypatch.setattr(dev, name, lambda name=name: ran.append(name))
    assert dev.main(["test"]) == 0
    assert ran[:-1] == [
        *("dev", "ruff format --check .", "ruff check .", "mypy", "lint-imports"),
        *("core_tests", "qt_tests", "coverage", "wheel"),
    ]
    assert "benchmarks" in ran[-1]
