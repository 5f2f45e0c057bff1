"""Plants one mutant after the other in a copy of the tree and runs the tests that could notice it."""

import ast
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.planting.copies import PACKAGE, Copy, Run, listed
from tests.planting.measuring import Measurement
from tests.planting.mutants import Mutant
from tests.planting.plugin import HANG, Orders

_TIMES = 10.0
_START_S = 120.0
# Nothing compiled is kept, so that no run meets what was compiled from another mutant.
_ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1"}


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    outcome: str
    """`caught`, `hang`, `crash`, `import` (nothing can be collected any more), `survived` or `not covered`."""
    by: str = ""
    """The test that noticed it."""
    run: int = 0
    """How many tests were to be run."""
    covering: int = 0

    @property
    def is_caught(self) -> bool:
        """Whether a test noticed the mutant."""
        return self.outcome in {"caught", "hang", "crash", "import"}


class Trials:
    """The trials in one copy."""

    def __init__(
        self, copy: Copy, measurement: Measurement, noticed: Counter[str], *, cap: float, patience: float
    ) -> None:
        """Takes a copy of its own.

        Args:
            copy: the copy, which nobody else writes to.
            measurement: which tests run which lines.
            noticed: how many mutants each function of tests has noticed so far, whoever tried them.
            cap: for how many seconds of tests, as measured, a mutant is tried at the most.
            patience: for how many seconds, besides ten times what it took, a test is waited for.
        """
        self._copy = copy
        self._measurement = measurement
        self._noticed = noticed
        self._cap = cap
        self._patience = patience

    def run(self, mutant: Mutant) -> Verdict:
        """Plants a mutant, runs tests until one notices, and takes it out again."""
        covering = tests_of(mutant, self._measurement, self._copy.tree, self._noticed)
        if not covering:
            return Verdict(mutant, "not covered")
        wanted = within(covering, self._measurement.seconds, self._cap)
        path = self._copy.tree / mutant.file
        before = path.read_bytes()
        path.write_bytes(mutant.applied(before))
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
            compiled.unlink()
        try:
            outcome, by = self._try(wanted)
        finally:
            path.write_bytes(before)
        if by:
            self._noticed[_function(by)] += 1
        return Verdict(mutant, outcome, by, len(wanted), len(covering))

    def _try(self, wanted: list[str]) -> tuple[str, str]:
        """Runs tests; one that fails is run once more, since it may be one that fails now and then."""
        outcome, by = self._judged(self._pytest(wanted), wanted)
        while outcome == "caught":
            if self._judged(self._pytest([by]), [by])[0] != "survived":
                return outcome, by
            wanted = wanted[wanted.index(by) + 1 :]
            if not wanted:
                return "survived", ""
            outcome, by = self._judged(self._pytest(wanted), wanted)
        return outcome, by

    def _pytest(self, wanted: list[str]) -> Run:
        patience = {test: self._patience + _TIMES * self._measurement.seconds[test] for test in wanted}
        notes = self._copy.tree.parent / "notes"
        longest = _START_S + sum(patience.values())
        files = sorted({test.partition("::")[0] for test in wanted})
        orders = Orders(str(notes), wanted, patience)
        return self._copy.pytest(["-x", *files], orders, environment=_ENVIRONMENT, longest=longest)

    def _judged(self, run: Run, wanted: list[str]) -> tuple[str, str]:
        failed = [note for note in run.notes if note.outcome == "failed"]
        if failed:
            first = failed[0]
            return ("import" if first.phase == "collect" else "caught"), first.test
        if run.exit_code in {0, 5}:  # passed; or none is left of tests whose names come from what was changed
            return "survived", ""
        last = next((note.test for note in reversed(run.notes) if note.phase == "start"), "")
        if run.was_stopped or HANG in run.said:
            return "hang", last
        if not last and run.exit_code in {2, 3, 4}:
            return "import", wanted[0].partition("::")[0]
        return "crash", last


def within(tests: Iterable[str], seconds: dict[str, float], cap: float) -> list[str]:
    """The first tests that take no longer than the cap together; at least one."""
    chosen: list[str] = []
    spent = 0.0
    for test in tests:
        spent += seconds[test]
        if chosen and spent > cap:
            break
        chosen.append(test)
    return chosen


def tests_of(mutant: Mutant, measurement: Measurement, tree: Path, noticed: Mapping[str, int]) -> list[str]:
    """The tests that run what is changed, the likeliest to notice it in the shortest time first.

    A test is likely to notice that runs lines of the same function and file that few others run, and that has noticed
    other mutants. What runs when a module is imported belongs to no test; there, those count that run a function in
    which its name is used.
    """
    by_line = measurement.tests_by_line(mutant.file)
    # A module runs in whichever test is the first to import it, which may have nothing to do with what it binds.
    covering = set() if mutant.function else _tests_naming(mutant.name, measurement, tree)
    for line in mutant.lines:
        covering = covering or by_line.get(line, set())
    if not covering and not mutant.function:
        covering = set().union(*by_line.values())
    scores: Counter[str] = Counter()
    for line, tests in by_line.items():
        for test in tests & covering:
            scores[test] += (5.0 if line in mutant.function else 1.0) / len(tests)  # type: ignore[assignment]
    seconds = measurement.seconds

    def order(test: str) -> tuple[float, float, str]:
        likely = scores[test] * (1 + noticed.get(_function(test), 0))
        return (-likely / (0.3 + seconds[test]), seconds[test], test)

    return sorted(covering, key=order)


def _function(test: str) -> str:
    return test.partition("[")[0]


def _tests_naming(name: str, measurement: Measurement, tree: Path) -> set[str]:
    found: set[str] = set()
    if not name:
        return found
    for file in listed(tree):
        if not file.startswith(f"{PACKAGE}/") or not file.endswith(".py"):
            continue
        text = (tree / file).read_bytes()
        if name.encode() not in text:
            continue
        by_line = measurement.tests_by_line(file)
        for node in ast.walk(ast.parse(text)):
            if (isinstance(node, ast.Name) and node.id == name) or (
                isinstance(node, ast.Attribute) and node.attr == name
            ):
                found |= by_line.get(node.lineno, set())
            elif isinstance(node, ast.FunctionDef) and node.name == name:
                for line in range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1):
                    found |= by_line.get(line, set())
    return found
