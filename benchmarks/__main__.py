"""`python -m benchmarks`: measures, prints a table or JSON, and exits with 1 when a limit is passed.

    --json     prints {"results": [{"name", "cards", "ratio", "limit", "against"}, …]}
    --quick    only 100 and 1,000 cards and few repetitions, so that nothing binds
    --cards N  one size only
    NAME …     only these operations

Limits bind at 10,000 cards and are shown at the other sizes.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.maps import Sample, make_sample
from benchmarks.measuring import FULL, QUICK, Effort, Result

BINDING_CARDS: Final = 10_000
SIZES: Final = (100, 1_000, BINDING_CARDS)
_QUICK_SIZES: Final = (100, 1_000)


def main(arguments: Sequence[str]) -> int:
    """Measures and prints; returns the exit code."""
    parsed = _parser().parse_args(arguments)
    effort = QUICK if parsed.quick else FULL
    sizes = (parsed.cards,) if parsed.cards else _QUICK_SIZES if parsed.quick else SIZES
    results: list[Result] = []
    for result in _measured(sizes, effort, frozenset(parsed.names)):
        results.append(result)
        if not parsed.json:
            print(_line(result), flush=True)
    if parsed.json:
        print(json.dumps({"results": [_as_json(result) for result in results]}, indent=2))
    slow = [result for result in results if is_too_slow(result)]
    for result in slow:
        print(f"{result.name} at {result.cards:,} cards is over its limit.", file=sys.stderr)
    return 1 if slow else 0


def is_too_slow(result: Result) -> bool:
    """Whether it is over a limit that binds."""
    return result.cards == BINDING_CARDS and result.ratio > result.limit


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="operations to measure; by default all")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--quick", action="store_true", help="few repetitions, small maps")
    parser.add_argument("--cards", type=int, metavar="N", help="one size of map")
    return parser


def _measured(sizes: Sequence[int], effort: Effort, names: frozenset[str]) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="steelyard-benchmarks-") as folder:
        home = Path(folder)
        _keep_to(home)
        # Imported once the platform is chosen: importing Qt decides it.
        from benchmarks import exports, files, frames, programs, rooms, simulations  # noqa: PLC0415
        from desktop_app.ui.shell.app import make_application  # noqa: PLC0415

        app = make_application(["benchmarks"])
        groups: tuple[tuple[frozenset[str], Callable[[Sample], Iterator[Result]]], ...] = (
            (frozenset({"open"}), lambda sample: files.measure_opening(sample, effort)),
            (frozenset(frames.LIMITS), lambda sample: frames.measure_frames(sample, effort, names)),
            (frozenset(rooms.LIMITS), lambda sample: rooms.measure_room(sample, effort, names)),
            (frozenset({"measure"}), lambda sample: files.measure_text(sample, effort)),
            (frozenset({"export_pdf"}), lambda sample: exports.measure_export(sample, effort)),
            (frozenset({"simulate"}), lambda sample: simulations.measure_simulation(sample, effort)),
            (frozenset({"memory"}), lambda sample: programs.measure_memory(sample, effort, home)),
        )
        for cards in sizes:
            sample = make_sample(home, cards)
            for group, measure in groups:
                if not names or names & group:
                    yield from measure(sample)
        if not names or "start" in names:
            yield from programs.measure_start(sizes, effort, home)
        app.quit()


def _keep_to(home: Path) -> None:
    """Keeps settings, locks and windows away from the person who runs this."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


def _line(result: Result) -> str:
    binds = "" if result.cards == BINDING_CARDS else " (shown)"
    mark = "TOO SLOW" if is_too_slow(result) else ""
    cost = f"{result.cost:,.3f} {result.unit}"
    words = f"{result.name:11}{result.cards:>7,}{cost:>15}{result.ratio:>9.2f} × {result.against}"
    return f"{words}; limit {result.limit:g}{binds} {mark}".rstrip()


def _as_json(result: Result) -> dict[str, str | int | float]:
    return {
        "name": result.name,
        "cards": result.cards,
        "ratio": round(result.ratio, 4),
        "limit": result.limit,
        "against": result.against,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
