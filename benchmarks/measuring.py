"""Times as ratios: CPU time of the process, medians, the best of some rounds, each with its own reference beside it.

Milliseconds differ from machine to machine and from minute to minute; how often an operation takes as long as a plain
one beside it does not.
"""

import gc
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Act = Callable[[], object]
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Effort:
    """How often things are repeated.

    Attributes:
        rounds: ratios taken, of which the best counts.
        frames: repetitions of short operations, of which the median counts.
        runs: repetitions of operations that take a good part of a second.
    """

    rounds: int
    frames: int
    runs: int


FULL = Effort(rounds=3, frames=24, runs=3)
QUICK = Effort(rounds=1, frames=8, runs=1)


@dataclass(frozen=True, slots=True)
class Result:
    """One measured ratio.

    Attributes:
        name: of the operation.
        cards: on the map it was measured with.
        ratio: to the reference; smaller is better.
        limit: that binds at `BINDING_CARDS` cards.
        against: the reference, in words.
        cost: the operation's own share of the ratio, in the reference's unit; shown, never judged.
        unit: of `cost`: ms of CPU time, or MB.
    """

    name: str
    cards: int
    ratio: float
    limit: float
    against: str
    cost: float
    unit: str = "ms"


def cpu_ms(act: Act, repeats: int) -> float:
    """Median CPU time of the process in milliseconds, all its threads together; once more runs first, untimed."""
    act()
    return statistics.median(_once(act, time.process_time) for _ in range(repeats))


def cpu_ms_with_children(act: Act, repeats: int) -> float:
    """Median CPU time in milliseconds of this process and of the children that ended meanwhile."""
    return statistics.median(_once(act, _time_of_family) for _ in range(repeats))


def best(rounds: int, limit: float, measure: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    """The best of some rounds as (ratio, cost).

    Args:
        rounds: how many; where the best of them passes the limit, as many again are tried, twice. What else runs on the
            machine can only make an operation slower.
        limit: of the ratio.
        measure: gives cost and reference of one round, in the same unit.
    """
    found: list[tuple[float, float]] = []
    for _ in range(_TRIES):
        for _ in range(rounds):
            # What was allocated for the measuring shall not be walked in the middle of it.
            gc.collect()
            cost, reference = measure()
            found.append((cost / reference, cost))
        if min(found)[0] <= limit:
            break
    return min(found)


def between(reference: Callable[[], float], measure: Callable[[], float]) -> tuple[float, float]:
    """Cost, and the reference as the mean of once before and once after it."""
    before = reference()
    cost = measure()
    return cost, (before + reference()) / 2


def _once(act: Act, clock: Callable[[], float]) -> float:
    started = clock()
    act()
    return 1000 * (clock() - started)


def _time_of_family() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
