"""Which tests run which line, and how long each takes: measured once, kept, and renewed for files of tests that change.

A context of coverage stands for a test. In the processes that a test starts, which know nothing of it, pytest's own
variable with the name of the running test becomes their context.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import coverage

from tests.planting.copies import PACKAGE, Copy, listed
from tests.planting.plugin import Note, Orders

_CONFIGURATION = """\
[run]
branch = False
parallel = True
data_file = {data}
source = {source}
context = ${{PYTEST_CURRENT_TEST-}}
disable_warnings = no-data-collected, module-not-imported, module-not-measured, dynamic-conflict
"""


@dataclass
class Measurement:
    """What is kept in a folder."""

    folder: Path
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each test took that passed; others cannot catch anything."""
    not_passing: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    """Of each file of tests, as it was when it was measured."""
    batches: list[tuple[str, str]] = field(default_factory=list)
    """Files of coverage, and the tree of each."""

    @classmethod
    def read(cls, folder: Path) -> "Measurement":
        """What was kept in a folder; nothing where there is none."""
        kept = folder / "measurement.json"
        if not kept.exists():
            return cls(folder)
        return cls(folder, **json.loads(kept.read_text(encoding="utf-8")))

    def write(self) -> None:
        """Keeps it for the next time."""
        known = asdict(self)
        del known["folder"]
        (self.folder / "measurement.json").write_text(json.dumps(known, indent=0), encoding="utf-8")

    def tests_by_line(self, file: str) -> dict[int, set[str]]:
        """For each line of a file the tests that run it and pass without a fault."""
        return _tests_by_line(tuple(tuple(batch) for batch in self.batches), self.folder, file, frozenset(self.seconds))


@lru_cache(maxsize=64)
def _tests_by_line(
    batches: tuple[tuple[str, str], ...], folder: Path, file: str, known: frozenset[str]
) -> dict[int, set[str]]:
    tests: dict[int, set[str]] = defaultdict(set)
    for data_file, tree in batches:
        data = coverage.CoverageData(str(folder / data_file))
        data.read()
        for line, contexts in data.contexts_by_lineno(str(Path(tree) / file)).items():
            tests[line].update(name for name in map(_test, contexts) if name in known)
    return tests


def _test(context: str) -> str:
    name = context.rpartition("|")[2]
    for phase in (" (setup)", " (call)", " (teardown)"):
        name = name.removesuffix(phase)
    return name


def measure(source: Path, folder: Path, *, jobs: int, only: Sequence[str] = ()) -> Measurement:
    """Runs the files of tests that are new or changed since the last time; a change of the program is not looked for.

    Args:
        source: the tree, of which a copy is measured.
        folder: where the measurement is kept.
        jobs: in how many processes.
        only: files or folders of tests; all when there are none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    measurement = Measurement.read(folder)
    digests = {name: _digest(source / name) for name in _files_of_tests(source, only)}
    due = [name for name, digest in digests.items() if measurement.digests.get(name) != digest]
    if not due:
        return measurement
    number = len(measurement.batches)
    with TemporaryDirectory(prefix="planting-") as temporary:
        copy = Copy.make(source, Path(temporary))
        raw = Path(temporary) / "raw"
        raw.mkdir()
        configuration = Path(temporary) / "coverage.ini"
        words = _CONFIGURATION.format(data=raw / ".coverage", source=copy.tree / PACKAGE)
        configuration.write_text(words, encoding="utf-8")
        workers = ["-n", str(jobs)] if jobs > 1 else []
        notes = Orders(str(Path(temporary) / "notes"))
        run = copy.pytest([*workers, *due], notes, environment={"COVERAGE_PROCESS_START": str(configuration)})
        (folder / f"measured-{number}.txt").write_text(run.said, encoding="utf-8")
        gathered = coverage.Coverage(data_file=str(folder / f"{number}.coverage"), config_file=str(configuration))
        gathered.combine([str(path) for path in raw.iterdir()])
        gathered.save()
        measurement.batches.append((f"{number}.coverage", str(copy.tree)))
    for kept in (measurement.seconds, measurement.not_passing):
        for test in [test for test in kept if test.partition("::")[0] in due]:
            del kept[test]
    _take(measurement, run.notes)
    measurement.digests.update((name, digests[name]) for name in due)
    measurement.write()
    return measurement


def _take(measurement: Measurement, notes: Iterable[Note]) -> None:
    took: dict[str, float] = defaultdict(float)
    passed: dict[str, bool] = {}
    for note in {(note.test, note.phase): note for note in notes}.values():
        if note.phase in {"setup", "call", "teardown"}:
            took[note.test] += note.seconds
            if note.outcome != "passed":
                measurement.not_passing[note.test] = f"{note.phase} {note.outcome}"
            passed[note.test] = passed.get(note.test, True) and note.outcome == "passed"
    measurement.seconds.update((test, took[test]) for test, is_passed in passed.items() if is_passed)


def _files_of_tests(source: Path, only: Sequence[str]) -> list[str]:
    return [
        name
        for name in listed(source)
        if name.startswith("tests/")
        and Path(name).name.startswith("test_")
        and name.endswith(".py")
        and not name.startswith("tests/planting/")
        and (not only or any(name == one or name.startswith(one.rstrip("/") + "/") for one in only))
        and (source / name).exists()
    ]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def key_of(source: Path) -> str:
    """Names the state of the program in a tree; a measurement holds for this state only."""
    state = hashlib.sha256()
    for name in listed(source):
        if name.startswith((f"{PACKAGE}/", "resources/")) and (source / name).exists():
            state.update(f"{name}\0{_digest(source / name)}\0".encode())
    return state.hexdigest()[:16]
