"""Loops: which nodes rest on each other, and where a system that runs in circles settles (WEIGHING 1.6).

Pure graph and number work, on single numbers and on arrays of draws alike.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Number = TypeVar("Number", float, Floats)

STEP: Final = 0.2
MOST_STEPS: Final = 5_000
SETTLED: Final = 1e-9
ROUNDS: Final = 200
STILL: Final = 1e-13


def components(nodes: Iterable[int], inputs: Callable[[int], Iterable[int]]) -> list[list[int]]:
    """The strongly connected components, each after those it rests on (Tarjan 1972, without recursion).

    Args:
        nodes: in an order that decides nothing but the order of independent components.
        inputs: what a node rests on; others than `nodes` are passed over.
    """
    pending = list(nodes)
    among = set(pending)
    index: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    groups: list[list[int]] = []
    for root in pending:
        if root in index:
            continue
        walk = [(root, iter([node for node in inputs(root) if node in among]))]
        index[root] = lowest[root] = len(index)
        open_nodes.append(root)
        is_open.add(root)
        while walk:
            node, rest = walk[-1]
            for source in rest:
                if source not in index:
                    index[source] = lowest[source] = len(index)
                    open_nodes.append(source)
                    is_open.add(source)
                    walk.append((source, iter([other for other in inputs(source) if other in among])))
                    break
                if source in is_open:
                    lowest[node] = min(lowest[node], index[source])
            else:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == index[node]:
                    component = [open_nodes.pop()]
                    while component[-1] != node:
                        component.append(open_nodes.pop())
                    is_open.difference_update(component)
                    groups.append(component)
    return groups


def settle(start: Sequence[Number], target: Callable[[list[Number]], list[Number]]) -> list[Number] | None:
    """Where s' = target(s) − s comes to rest from `start`, by Runge and Kutta's fourth order.

    Beyond Σ|weights| = 4 on some card there may be several such places; the start then decides.

    Returns:
        None when it has not come to rest after `MOST_STEPS` steps.
    """

    def drift(state: list[Number]) -> list[Number]:
        return [there - here for there, here in zip(target(state), state, strict=True)]

    def moved(state: list[Number], slope: list[Number], by: float) -> list[Number]:
        return [here + by * change for here, change in zip(state, slope, strict=True)]

    state = list(start)
    for _ in range(MOST_STEPS):
        first = drift(state)
        if all(_size(change) < SETTLED for change in first):
            return state
        second = drift(moved(state, first, STEP / 2))
        third = drift(moved(state, second, STEP / 2))
        fourth = drift(moved(state, third, STEP))
        state = [
            here + STEP / 6 * (a + 2 * b + 2 * c + d)
            for here, a, b, c, d in zip(state, first, second, third, fourth, strict=True)
        ]
    return None


def iterate(start: Sequence[float], target: Callable[[list[float]], list[float]]) -> list[float]:
    """Where repeating `target` comes to rest, for a target that brings any two states nearer to each other.

    With distances shrinking to three quarters each time, `ROUNDS` bring any state there to the last digit.
    """
    state = list(start)
    for _ in range(ROUNDS):
        following = target(state)
        moved = max(abs(there - here) for there, here in zip(following, state, strict=True))
        state = following
        if moved < STILL:
            break
    return state


def _size(change: float | Floats) -> float:
    return float(np.abs(change).max()) if isinstance(change, np.ndarray) else abs(change)
