"""Shares of arguments in a result by Shapley's value: they add up to how far the card is from where it started.

Players are arguments, each with what rests on it: a player that is out is as if not weighed (WEIGHING 1.7).
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.graph import Node, argument_node, argument_of
from desktop_app.weighing.solving import Changed, Order, Values, evaluate, in_order, solve
from desktop_app.weighing.strength import StrengthGraph

EXACT_PLAYERS: Final = 12
PERMUTATIONS: Final = 500
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
        permutations: how many orders were tried; None when every coalition was.
    """

    card: CardId
    start: float
    shares: tuple[Share, ...]
    permutations: int | None


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
    game = _Game(strengths, card, chosen)
    try:
        watch = _Watch(progress, cancelled)
        is_exact = len(chosen) <= EXACT_PLAYERS
        parts = _exact(game, watch) if is_exact else _sampled(game, watch, seed)
        start = game.value_of(0)
    except _EndedError:
        return None
    shares = [Share(argument_of(node), 200 * part) for node, part in zip(chosen, parts, strict=True)]
    return Shares(
        card=card,
        start=100 * (2 * start - 1),
        shares=tuple(sorted(shares, key=lambda item: (-abs(item.leaning), item.argument))),
        permutations=None if is_exact else PERMUTATIONS,
    )


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
        self._orders: list[Order] = []
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

    def _move(self, order: Order, changed: Changed) -> None:
        evaluate(self._graph, order, self._values, self._values, changed)


def _exact(game: _Game, watch: _Watch) -> list[float]:
    count = len(game.players)
    values = [0.0] * (1 << count)
    for step in watch.over(1 << count):
        # Gray's order: one player moves at a time.
        coalition = step ^ (step >> 1)
        values[coalition] = game.value_of(coalition)
    weights = [math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count) for size in range(count)]
    return [
        math.fsum(
            weights[coalition.bit_count()] * (values[coalition | 1 << place] - values[coalition])
            for coalition in range(1 << count)
            if not coalition >> place & 1
        )
        for place in range(count)
    ]


def _sampled(game: _Game, watch: _Watch, seed: int) -> list[float]:
    count = len(game.players)
    random = np.random.default_rng(seed)
    sums = [0.0] * count
    for _ in watch.over(PERMUTATIONS):
        coalition, before = 0, game.value_of(0)
        for place in random.permutation(count).tolist():
            coalition |= 1 << place
            now = game.value_of(coalition)
            sums[place] += now - before
            before = now
    return [total / PERMUTATIONS for total in sums]
