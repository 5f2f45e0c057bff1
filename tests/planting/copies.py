"""Private copies of the tree, in which faults are planted and tests run; nobody's own tree is ever touched."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.planting.plugin import Note, Orders, read_notes

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "desktop_app"

_OWN_TESTS = "tests/planting"
_OUTSIDE = "shared"  # tests/conftest.py reads published cases from beside the tree


@dataclass(frozen=True)
class Run:
    """How one run of pytest ended."""

    exit_code: int
    """Negative where a signal ended it."""
    notes: list[Note]
    said: str
    was_stopped: bool = False
    """Whether it was ended from outside, since it took too long as a whole."""


@dataclass(frozen=True)
class Copy:
    """A copy of a tree in a folder of its own."""

    tree: Path

    @classmethod
    def make(cls, source: Path, folder: Path) -> "Copy":
        """Copies what git knows of a tree or would add to it, as it lies there now."""
        tree = folder / "tree"
        tree.mkdir(parents=True)
        for name in listed(source):
            if (source / name).is_file():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / name, tree / name)
        if (source.parent / _OUTSIDE).is_dir():
            (folder / _OUTSIDE).symlink_to(source.parent / _OUTSIDE, target_is_directory=True)
        return cls(tree)

    def pytest(
        self,
        arguments: Sequence[str],
        orders: Orders,
        *,
        environment: Mapping[str, str],
        longest: float | None = None,
    ) -> Run:
        """Runs pytest in the copy, in a process group of its own, of which nothing is left behind."""
        notes = Path(orders.notes)
        notes.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.planting.plugin", "-p", "no:cacheprovider"]
        # What this very run was started with must not reach a run within.
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV"))}
        with subprocess.Popen(
            [*command, "-p", "no:faulthandler", f"--ignore={_OWN_TESTS}", *arguments],
            cwd=self.tree,
            env={
                **inherited,
                "QT_QPA_PLATFORM": "offscreen",
                **orders.write(notes.with_suffix(".orders")),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                said, _ = process.communicate(timeout=longest)
                was_stopped = False
            except subprocess.TimeoutExpired:
                _end(process.pid)
                said, _ = process.communicate()
                was_stopped = True
        _end(process.pid)  # children that it left behind
        return Run(process.returncode, read_notes(notes), said, was_stopped)


def listed(source: Path) -> list[str]:
    """The files of a tree: those that git knows, or would add, and where git is not at home all that lie there."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return sorted({name for name in done.stdout.split("\0") if name})
    return sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())


def _end(group: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
