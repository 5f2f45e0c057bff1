"""Who comes first under any weights that keep the order of those given: always, perhaps, or never (DEPTH 5).

The weights in an order are all mixes of a few corners, so that the best case of an option is the value of a matrix
game between the corners and its rivals, solved exactly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Final

import numpy as np

from desktop_app.weighing.arguments.loops import Floats
from desktop_app.weighing.criteria.totals import LEVEL, NOISE
from desktop_app.weighing.robustness.table import ScoreTable

# So many criteria of one weight may stand in any order among themselves: 4,095 corners.
MOST_ALIKE: Final = 12


@dataclass(frozen=True, slots=True)
class InAnyOrder:
    """Options by their places in the table.

    Attributes:
        always: who comes first by a point whatever the weights are; None where it depends.
        may: who is level with the best, or better, under some of them.
    """

    always: int | None
    may: tuple[int, ...]


def in_order(table: ScoreTable) -> InAnyOrder | None:
    """Who may come first under any weights in the order of the table's; missing scores may be anything.

    Returns:
        None where the order says nothing (fewer than two different weights), with fewer than two options, with
        more than `MOST_ALIKE` criteria of one weight, or with one of no weight: in that order it may have some, and
        nothing else that is said counts its scores.
    """
    counted = table.counted
    sizes = [len(group) for group in _by_weight(table)]
    if len(counted) < len(table.criteria):
        return None
    if len(sizes) < 2 or max(sizes) > MOST_ALIKE or len(table.options) < 2:
        return None
    corners = np.array(list(_corners(table)))
    bounds = np.array([[table.bounds(option, place) for place in counted] for option in range(len(table.options))])
    least, most = bounds[:, :, 0] @ corners.T, bounds[:, :, 1] @ corners.T
    always, may = None, []
    for option in range(len(table.options)):
        rivals = [place for place in range(len(table.options)) if place != option]
        if (least[option] - most[rivals]).min() >= LEVEL - NOISE:
            always = option
        if game_value((most[option] - least[rivals]).T) > -LEVEL + NOISE:
            may.append(option)
    return InAnyOrder(always, tuple(may))


def game_value(payoffs: Floats) -> float:
    """What the player of the rows wins at least in a zero-sum game, with the best mix of rows.

    The linear programme of the player of the columns (von Neumann 1928; Dantzig 1951), by the simplex method with
    Bland's rule.

    Args:
        payoffs: rows × columns.
    """
    shift = 1.0 - float(payoffs.min())
    rows, columns = payoffs.shape
    # Maximise Σ y with (payoffs + shift) · y ≤ 1: its value is 1 / (value of the game + shift).
    tableau = np.hstack([payoffs + shift, np.eye(rows), np.ones((rows, 1))])
    goal = np.concatenate([-np.ones(columns), np.zeros(rows + 1)])
    basis = np.arange(columns, columns + rows)
    while (entering := np.flatnonzero(goal[:-1] < -NOISE)).size:
        column = int(entering[0])
        rising = np.flatnonzero(tableau[:, column] > NOISE)
        ratios = tableau[rising, -1] / tableau[rising, column]
        nearest = rising[ratios <= ratios.min() + NOISE]
        row = int(nearest[np.argmin(basis[nearest])])
        tableau[row] /= tableau[row, column]
        others = np.arange(rows) != row
        tableau[others] -= np.outer(tableau[others, column], tableau[row])
        goal -= goal[column] * tableau[row]
        basis[row] = column
    return 1 / float(goal[-1]) - shift


def _by_weight(table: ScoreTable) -> list[list[int]]:
    """The criteria that count, by their places among these, heaviest first, those of one weight together."""
    weights = [table.weights[place] for place in table.counted]
    order = sorted(range(len(weights)), key=lambda place: -weights[place])
    return [list(group) for _, group in groupby(order, key=lambda place: round(weights[place], 9))]


def _corners(table: ScoreTable) -> Iterator[Sequence[float]]:
    """The corners of all weights in the order: the heaviest criteria alike, the rest without weight."""
    count = len(table.counted)
    heavier: list[int] = []
    for group in _by_weight(table):
        for size in range(1, len(group) + 1):
            for chosen in combinations(group, size):
                held = {*heavier, *chosen}
                yield [1 / len(held) if place in held else 0.0 for place in range(count)]
        heavier += group
