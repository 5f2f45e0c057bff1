"""What pytest is told in a copy of the tree: which tests to run in which order, and to note what becomes of them.

Loaded by `-p tests.planting.plugin`, it is steered by a file of JSON that the variable `PLANTING_ORDERS` names.
"""

import faulthandler
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import coverage
import pytest

VARIABLE = "PLANTING_ORDERS"
HANG = "Timeout ("  # what faulthandler writes
_REAL_STDERR = os.dup(2)  # before pytest puts another in its place


@dataclass(frozen=True)
class Orders:
    """What one run of pytest shall do."""

    notes: str
    """The file to which a line of JSON is added for each test that starts and each phase that ends."""
    tests: list[str] | None = None
    """The tests to run, in this order; None for all that are collected."""
    patience: dict[str, float] | None = None
    """After how many seconds a test counts as hanging; a test without patience is waited for."""

    def write(self, path: Path) -> dict[str, str]:
        """Writes the orders to a file; returns the environment that names it."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")
        return {VARIABLE: str(path)}


@dataclass(frozen=True)
class Note:
    """What became of one phase of a test."""

    test: str
    phase: str
    """`start` when the test begins, else pytest's `setup`, `call` or `teardown`, `hang`, or `collect` for a file."""
    outcome: str = ""
    seconds: float = 0.0


def read_notes(path: Path) -> list[Note]:
    """All whole notes of a run; the last line may be torn off by a crash."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [Note(**json.loads(line)) for line in lines[:-1]]


def _orders() -> Orders:
    return Orders(**json.loads(Path(os.environ[VARIABLE]).read_text(encoding="utf-8")))


def _note(note: Note) -> None:
    line = json.dumps(asdict(note)) + "\n"
    with Path(_orders().notes).open("a", encoding="utf-8") as file:
        file.write(line)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keeps only the wanted tests, the likeliest to notice the fault first."""
    wanted = _orders().tests
    if wanted is None:
        return
    rank = {test: place for place, test in enumerate(wanted)}
    dropped = [item for item in items if item.nodeid not in rank]
    items[:] = sorted((item for item in items if item.nodeid in rank), key=lambda item: rank[item.nodeid])
    config.hook.pytest_deselected(items=dropped)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Gives the test a name in the measurement, and ends the interpreter when it hangs."""
    measuring = coverage.Coverage.current()
    if measuring is not None:
        measuring.switch_context(item.nodeid)
    _note(Note(item.nodeid, "start"))
    patience = (_orders().patience or {}).get(item.nodeid)
    if patience is not None:
        faulthandler.dump_traceback_later(patience, exit=True, file=_REAL_STDERR)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
        if measuring is not None:
            measuring.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Notes how a phase ended; under xdist in the workers and again in the one that gathers, which does no harm."""
    _note(Note(report.nodeid, report.when, report.outcome, report.duration))


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Notes a file that cannot even be imported."""
    if report.failed:
        _note(Note(report.nodeid, "collect", report.outcome))
