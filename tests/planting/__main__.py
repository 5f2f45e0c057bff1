"""The command line of the planting of faults."""

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from tests.planting.copies import ROOT, Copy
from tests.planting.measuring import Measurement, key_of, measure
from tests.planting.mutants import Mutant
from tests.planting.named import NAMED, located
from tests.planting.planting import drawn, files_of, size_of
from tests.planting.report import line_of, report, share
from tests.planting.trials import Trials, Verdict

_NAMED = "named"


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Plants what was asked for and prints who survives; returns the exit code."""
    options = _parser().parse_args(arguments)
    commit = commit_of(root, options.seed)
    try:
        chosen = {room: drawn(room, root, count=options.count, commit=commit) for room in options.rooms}
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if options.named:
        chosen[_NAMED] = [located(fault, root) for fault in NAMED if options.named in {"all", fault.where}]
    if options.only:
        chosen = {
            room: [one for one in mutants if f"{one.file}:{one.line}".endswith(tuple(options.only))]
            for room, mutants in chosen.items()
        }
    if options.list:
        for room, mutants in chosen.items():
            _print_list(room, mutants, root)
        return 0
    folder = root / "build" / "planting" / key_of(root)
    print("Measuring which tests run which lines, where they are new …", flush=True)
    measurement = measure(root, folder, jobs=options.jobs, only=options.tests)
    print(
        f"{len(measurement.seconds)} tests pass; {len(measurement.not_passing)} do not and catch nothing.", flush=True
    )
    is_low = False
    for room, mutants in chosen.items():
        verdicts = try_all(mutants, measurement, root, options=options)
        (folder / f"{room.replace('/', '-')}-{commit[:12]}.md").write_text(
            report(room, verdicts, root, commit=commit), encoding="utf-8"
        )
        print(f"\n{report(room, verdicts, root, commit=commit)}", flush=True)
        is_low = is_low or share(verdicts) < options.least
    return 1 if is_low else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.planting", description=__doc__)
    parser.add_argument(
        "rooms", nargs="*", help="folders or files below the package, or `core` for all that know no Qt"
    )
    parser.add_argument("--count", type=int, default=60, help="how many mutants in each room (60)")
    parser.add_argument("--seed", default="HEAD", help="the commit that decides which (HEAD)")
    parser.add_argument("--list", action="store_true", help="only prints them")
    parser.add_argument(
        "--named", nargs="?", const="all", choices=["all", "ui", "core"], help="also the faults by name"
    )
    parser.add_argument("--only", nargs="+", help="of these mutants those whose `file:line` ends so")
    parser.add_argument("--tests", nargs="*", default=(), help="only these files or folders of tests are asked")
    parser.add_argument("--cap", type=float, default=90.0, help="seconds of tests for each mutant (90)")
    parser.add_argument("--patience", type=float, default=20.0, help="after how many seconds a test hangs (20)")
    parser.add_argument("--jobs", type=int, default=1, help="how many copies work at once (1)")
    parser.add_argument("--least", type=float, default=0.0, help="fails where fewer percent are caught")
    return parser


def commit_of(root: Path, revision: str) -> str:
    """The full name of a commit; what was said, where git does not know it."""
    command = ["git", "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.strip() or revision


def try_all(
    mutants: Sequence[Mutant], measurement: Measurement, root: Path, *, options: argparse.Namespace
) -> list[Verdict]:
    """Tries all mutants, each worker in a copy of its own, and prints each verdict as it falls."""
    with TemporaryDirectory(prefix="planting-") as temporary:
        free: SimpleQueue[Trials] = SimpleQueue()
        noticed: Counter[str] = Counter()
        for number in range(options.jobs):
            copy = Copy.make(root, Path(temporary) / str(number))
            free.put(Trials(copy, measurement, noticed, cap=options.cap, patience=options.patience))

        def attempt(mutant: Mutant) -> Verdict:
            trials = free.get()
            try:
                verdict = trials.run(mutant)
            finally:
                free.put(trials)
            print(line_of(verdict), flush=True)
            return verdict

        with ThreadPoolExecutor(options.jobs) as pool:
            return list(pool.map(attempt, mutants))


def _print_list(room: str, mutants: Sequence[Mutant], root: Path) -> None:
    if room != _NAMED:
        statements, changes = size_of(room, root)
        print(f"{room}: {len(files_of(room, root))} files, {changes} changes of {statements} statements")
    for mutant in mutants:
        print(f"{mutant.file}:{mutant.line} [{mutant.operator}]")
        print(mutant.difference((root / mutant.file).read_bytes()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
