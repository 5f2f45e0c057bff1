"""Shares of arguments in a result by Shapley's value: they add up to how far the card is from where it started.

Players are arguments, each with what rests on it: a player that is out is as if not weighed (WEIGHING 1.7). Up to 12
are exact. More, directly on one card, share in proportion to their points where points add up before they bend (Aumann
and Shapley's value); else orders are drawn, fewer the more players there are.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.arguments.drawn import drawn_strength
from desktop_app.weighing.arguments.graph import Node, argument_node, argument_of
from desktop_app.weighing.arguments.methods import logistic, logit
from desktop_app.weighing.arguments.solving import Changed, SolvingOrder, Values, evaluate, in_order, solve
from desktop_app.weighing.arguments.strength import StrengthGraph

EXACT_PLAYERS: Final = 12
PERMUTATIONS: Final = 500
_LEAST_PERMUTATIONS: Final = 2
# Terms added up in all orders together: about half a second, on arrays and one by one.
_WORK_ON_ARRAYS: Final = 100_000_000
_WORK_ONE_BY_ONE: Final = 5_000_000
# Log-odds apart below which start and end are one place.
_SAME_PLACE: Final = 1e-9
# How many evaluations pass between two reports.
_REPORT_EVERY: Final = 64

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Share:
    """What an argument and what rests on it make of a result: leaning, -200…200."""

    argument: ArgumentId
    leaning: float


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of all players.

    Attributes:
        start: what the card leans without any of them.
        shares: largest first; with the start they add up to the leaning.
        permutations: how many orders were tried; None where nothing was drawn.
        error: the largest standard error of a share, in points of leaning; None where nothing was drawn.
    """

    card: CardId
    start: float
    shares: tuple[Share, ...]
    permutations: int | None
    error: float | None


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    pass


def players_of(strengths: StrengthGraph, card: CardId) -> tuple[ArgumentId, ...]:
    """All weighed arguments below a card; where they are too many for an exact answer, those directly on it."""
    weighed = sorted(node for node in strengths.graph.below(card) if node < 0)
    if len(weighed) > EXACT_PLAYERS:
        weighed = sorted(strengths.graph.inputs(card))
    return tuple(argument_of(node) for node in weighed)


def shapley(
    strengths: StrengthGraph,
    card: CardId,
    players: Sequence[ArgumentId] | None = None,
    *,
    seed: int = 1,
    progress: Progress = _silent,
    cancelled: Cancelled = _never,
) -> Shares | None:
    """The shares of arguments in what a card leans.

    Args:
        strengths: of the map.
        card: whose leaning is shared out.
        players: weighed arguments; by default `players_of`.
        seed: of the permutations that are tried where players are more than `EXACT_PLAYERS`.
        progress: told (done, total) now and then.
        cancelled: asked as often; true ends it.

    Returns:
        None when cancelled, or when some coalition leaves the card without a stable result.
    """
    chosen = [argument_node(argument) for argument in (players_of(strengths, card) if players is None else players)]
    watch = _Watch(progress, cancelled)
    try:
        if len(chosen) <= EXACT_PLAYERS:
            split = _exact(_Game(strengths, card, chosen), watch)
        elif card in strengths.circular or not set(chosen) <= set(strengths.graph.inputs(card)):
            split = _sampled(_one_by_one(_Game(strengths, card, chosen)), len(chosen), watch, seed, _WORK_ONE_BY_ONE)
        elif strengths.graph.semantics.has_gain:
            split = _by_points(strengths, card, chosen)
        else:
            split = _sampled(_on_arrays(strengths, card, chosen), len(chosen), watch, seed, _WORK_ON_ARRAYS)
    except _EndedError:
        return None
    shares = [Share(argument_of(node), 200 * part) for node, part in zip(chosen, split.parts, strict=True)]
    return Shares(
        card=card,
        start=100 * (2 * split.start - 1),
        shares=tuple(sorted(shares, key=lambda item: (-abs(item.leaning), item.argument))),
        permutations=split.permutations,
        error=None if split.error is None else 200 * split.error,
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What each player makes of a strength that is `start` without any of them."""

    start: float
    parts: Sequence[float]
    permutations: int | None = None
    error: float | None = None


class _EndedError(Exception):
    """Cancelled, or a coalition without a stable result."""


@dataclass(frozen=True, slots=True)
class _Watch:
    progress: Progress
    cancelled: Cancelled

    def over(self, total: int) -> Iterator[int]:
        """Counts to `total`, reporting on the way."""
        for done in range(total):
            if done % _REPORT_EVERY == 0:
                if self.cancelled():
                    raise _EndedError
                self.progress(done, total)
            yield done
        self.progress(total, total)


class _Game:
    """The strength of a card with some players in and the others out; a move computes only what it bears on."""

    def __init__(self, strengths: StrengthGraph, card: CardId, players: Sequence[Node]) -> None:
        self._graph = strengths.graph
        self._card = card
        self.players = players
        self._out: dict[Node, float | None] = dict.fromkeys(players)
        self._values: Values = dict(strengths.values)
        among = self._graph.below(card)
        self._orders: list[SolvingOrder] = []
        for player in players:
            above = self._graph.above((player,)) & among if player in among else {player}
            self._orders.append(in_order(self._graph, above))
        touched = self._graph.above(players) & among
        solve(self._graph, touched, strengths.values, self._values, self._out)
        self._coalition = 0

    def value_of(self, coalition: int) -> float:
        """The strength with the players whose bits are set; cheap when few differ from the coalition before."""
        differing = coalition ^ self._coalition
        for place, order in enumerate(self._orders):
            if differing >> place & 1:
                player = self.players[place]
                if coalition >> place & 1:
                    del self._out[player]
                else:
                    self._out[player] = None
                self._move(order, self._out)
        self._coalition = coalition
        value = self._values[self._card]
        if value is None:
            raise _EndedError
        return value

    def _move(self, order: SolvingOrder, changed: Changed) -> None:
        evaluate(self._graph, order, self._values, self._values, changed)


def _exact(game: _Game, watch: _Watch) -> _Parts:
    count = len(game.players)
    values = [0.0] * (1 << count)
    for step in watch.over(1 << count):
        # Gray's order: one player moves at a time.
        coalition = step ^ (step >> 1)
        values[coalition] = game.value_of(coalition)
    weights = [math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count) for size in range(count)]
    parts = [
        math.fsum(
            weights[coalition.bit_count()] * (values[coalition | 1 << place] - values[coalition])
            for coalition in range(1 << count)
            if not coalition >> place & 1
        )
        for place in range(count)
    ]
    return _Parts(values[0], parts)


def _by_points(strengths: StrengthGraph, card: CardId, players: Sequence[Node]) -> _Parts:
    """The way from start to end shared out by points; along it every player grows at its own pace, all together."""
    end = strengths.values[card]
    points = [strengths.points(player) for player in players]
    if end is None or None in points:
        raise _EndedError
    known = [each / 100 for each in points if each is not None]
    together = math.fsum(known)
    if end in {0.0, 1.0}:
        return _Parts(end, [0.0] * len(players))
    start = logistic(logit(end) - together)
    # What a point is worth, from start to end; where they are one place, as the curve runs there.
    worth = (end - start) / together if abs(together) > _SAME_PLACE else end * (1 - end)
    return _Parts(start, [worth * each for each in known])


# From an order of the players: the strength with none, then with the first, the first two … of them.
_Way = Callable[[Sequence[int]], Sequence[float]]


def _one_by_one(game: _Game) -> _Way:
    def way(order: Sequence[int]) -> list[float]:
        coalition, values = 0, [game.value_of(0)]
        for place in order:
            coalition |= 1 << place
            values.append(game.value_of(coalition))
        return values

    return way


def _on_arrays(strengths: StrengthGraph, card: CardId, players: Sequence[Node]) -> _Way:
    """All coalitions of an order at once; for players directly on a card in no loop, where none bears on another."""
    graph = strengths.graph
    values = {node: strengths.values[node] for node in graph.inputs(card)}
    if None in values.values():
        raise _EndedError
    known = {node: value for node, value in values.items() if value is not None}
    steps = np.arange(len(players) + 1)
    base = np.full(len(steps), graph.base[card])
    others = {node: np.full(len(steps), value) for node, value in known.items() if node not in set(players)}

    own = np.array([known[player] for player in players])

    def way(order: Sequence[int]) -> list[float]:
        # A row for each player: nothing until it has joined.
        joined = own[:, None] * (steps > np.argsort(order)[:, None])
        levels: list[float] = drawn_strength(
            graph, base, known, others | dict(zip(players, joined, strict=True))
        ).tolist()
        return levels

    return way


def _sampled(way: _Way, count: int, watch: _Watch, seed: int, work: int) -> _Parts:
    random = np.random.default_rng(seed)
    tried = min(PERMUTATIONS, max(_LEAST_PERMUTATIONS, work // count**2))
    sums, squares, start = np.zeros(count), np.zeros(count), 0.0
    for _ in watch.over(tried):
        order = random.permutation(count)
        values = way(order.tolist())
        start = values[0]
        steps = np.diff(values)
        sums[order] += steps
        squares[order] += steps * steps
    means = sums / tried
    variances = np.maximum(0.0, squares / tried - means * means) / (tried - 1)
    return _Parts(start, means.tolist(), tried, float(np.sqrt(variances.max())))
