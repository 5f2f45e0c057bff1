"""The planting itself, over a program of a few lines: what is planted, what is caught, and who survives."""

import shutil
from pathlib import Path
from shutil import which

import pytest

from tests.planting.__main__ import main
from tests.planting.copies import ROOT
from tests.planting.mutants import Source
from tests.planting.named import NAMED, FaultGoneError, NamedFault, located
from tests.planting.planting import candidates, drawn, files_of

pytestmark = pytest.mark.skipif(which("git") is None, reason="faults are drawn by commit and files listed by git")

_PROGRAM = '''"""Counts."""

def is_full(count: int, most: int = 3) -> bool:
    """Whether no more fit."""
    assert count >= 0
    return count >= most


def waited(count: int) -> int:
    while count > 0:
        count -= 1
    return count


def untested(first: int, second: int) -> int:
    return max(first, second)


class Bell:
    def __repr__(self) -> str:
        return "Bell" if self else ""

    def ring(self, log: list[str]) -> None:
        log.append("rung")
        self.is_rung = True

def sound() -> str:
    from desktop_app.counting.loud import IS_LOUD
    return "BONG" if IS_LOUD else "bong"
'''
_TESTS = """
from desktop_app.counting.counts import Bell, is_full, sound, waited

def test_the_room_can_be_entered():
    import desktop_app.counting.loud

def test_a_bell_is_loud():
    assert sound() == "BONG"

def test_three_are_full():
    assert is_full(3) and not is_full(2)

def test_nothing_is_left_after_waiting():
    assert waited(2) == 0

def test_a_bell_can_be_rung():
    log = []
    Bell().ring(log)
    assert log == ["rung"]
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A tree with a program of one room, tests of it, and what the planting needs there."""
    tree = tmp_path / "program"
    for name, text in {
        "desktop_app/__init__.py": "",
        "desktop_app/counting/__init__.py": "",
        "desktop_app/counting/counts.py": _PROGRAM,
        "desktop_app/counting/loud.py": "IS_LOUD = True\n",
        "desktop_app/window.py": "from PySide6 import QtCore\n\nWIDTH = QtCore.Qt.AlignmentFlag.AlignLeft or 1\n",
        "tests/__init__.py": "",
        "tests/test_counts.py": _TESTS,
    }.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    (tree / "tests/planting").mkdir()
    for name in ("__init__.py", "plugin.py"):
        shutil.copy(ROOT / "tests/planting" / name, tree / "tests/planting" / name)
    return tree


@pytest.mark.slow
def test_faults_are_caught_by_the_tests_that_run_their_line_and_survivors_are_told(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in program.rglob("*") if path.is_file()}
    asked = ["counting", "--count", "99", "--seed", "one", "--patience", "1"]
    wanted = ["--only", "counts.py:6", "counts.py:11", "counts.py:16", "counts.py:25", "loud.py:1"]
    assert main([*asked, *wanted, "--least", "100"], program) == 1
    assert {path: path.read_bytes() for path in before} == before
    said = capsys.readouterr().out
    assert (
        "caught      desktop_app/counting/counts.py:6 [boundary] by tests/test_counts.py::test_three_are_full" in said
    )
    assert "hang        desktop_app/counting/counts.py:11" in said
    assert "by tests/test_counts.py::test_nothing_is_left_after_waiting" in said
    assert "not covered desktop_app/counting/counts.py:16" in said
    assert "survived    desktop_app/counting/counts.py:25 [assignment removed], after 1 of 1 tests" in said
    assert "-        self.is_rung = True" in said
    assert (
        "caught      desktop_app/counting/loud.py:1 [True ↔ False] by tests/test_counts.py::test_a_bell_is_loud" in said
    )
    assert main([*asked, "--only", "counts.py:6", "--least", "100"], program) == 0


def test_the_same_commit_draws_the_same_faults_and_another_one_others(program: Path) -> None:
    room = "counting"
    assert drawn(room, program, count=3, commit="one") == drawn(room, program, count=3, commit="one")
    choices = {tuple(drawn(room, program, count=2, commit=str(commit))) for commit in range(20)}
    assert len(choices) > 5
    statements = {mutant.line for mutant in drawn(room, program, count=99, commit="one")}
    assert len(statements) == len(drawn(room, program, count=99, commit="one"))


def test_what_is_only_asserted_or_shown_to_developers_is_left_alone(program: Path) -> None:
    every = candidates(Source(program, "desktop_app/counting/counts.py"))
    assert {mutant.line for mutant in every} == {3, 6, 10, 11, 16, 24, 25, 29}
    changed = {mutant.applied(_PROGRAM.encode()).decode() for mutant in every}
    assert _PROGRAM.replace("return count >= most", "return count > most") in changed
    assert _PROGRAM.replace("max(first, second)", "min(first, second)") in changed


def test_the_core_is_every_room_in_which_nobody_imports_qt(program: Path) -> None:
    assert files_of("core", program) == [f"desktop_app/counting/{name}.py" for name in ("__init__", "counts", "loud")]
    assert files_of("window", program) == ["desktop_app/window.py"]
    with pytest.raises(ValueError, match="no room 'cellar'"):
        files_of("cellar", program)


@pytest.mark.parametrize("fault", NAMED, ids=lambda fault: fault.name)
def test_each_named_fault_can_still_be_planted(fault: NamedFault) -> None:
    mutant = located(fault, ROOT)
    changed = mutant.applied((ROOT / mutant.file).read_bytes())
    compile(changed, mutant.file, "exec")


def test_a_named_fault_whose_source_is_gone_is_told_of(program: Path) -> None:
    with pytest.raises(FaultGoneError, match="stands 0 times in is_full"):
        located(NamedFault("gone", "core", "is_full", "count == most", "count"), program)
