"""Shares of deep arguments, worked out beside the window: always of the latest numbers, never an outdated picture."""

import threading

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.weighing.graph import argument_of
from desktop_app.weighing.shapley import players_of, shapley
from desktop_app.weighing.strength import StrengthGraph

# With more arguments than this below a card, those directly on it share the result, each with all that rests on it.
_MOST_PLAYERS = 100


def sharers(strengths: StrengthGraph, card: CardId) -> tuple[ArgumentId, ...]:
    """The arguments among which a result is shared out: all that are weighed, where those are not too many."""
    weighed = sorted(node for node in strengths.graph.below(card) if node < 0)
    if len(weighed) > _MOST_PLAYERS:
        return players_of(strengths, card)
    return tuple(argument_of(node) for node in weighed)


class Sharing(QObject):
    """Shares results out one after another; asking again cancels what runs.

    Signals:
        done: the `Shares` asked for last, or None where some arguments left out leave no stable result.
        progressed: the share 0…1 that is done.
    """

    done = Signal(object)
    progressed = Signal(float)
    _came = Signal(int, object)
    _moved = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = 0
        self._running: threading.Event | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._came.connect(self._on_came)
        self._moved.connect(self._on_moved)

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None

    def ask(self, strengths: StrengthGraph, card: CardId, seed: int) -> None:
        """Asks for the shares in what a card leans now; later changes of the map do not reach the answer."""
        self.cancel()
        self._running = threading.Event()
        self._pool.start(_Work(self, self._latest, self._running, strengths.copied(), card, seed))

    def cancel(self) -> None:
        """Lets go of what is running; it answers no more."""
        self._latest += 1
        if self._running is not None:
            self._running.set()
            self._running = None

    def stop(self) -> None:
        """Lets go of what is running and waits until it has ended."""
        self.cancel()
        self._pool.waitForDone()

    def _on_came(self, number: int, found: object) -> None:
        if number == self._latest:
            self._running = None
            self.done.emit(found)

    def _on_moved(self, number: int, share: float) -> None:
        if number == self._latest:
            self.progressed.emit(share)


class _Work(QRunnable):
    """One sharing out, of a copy of the numbers."""

    def __init__(
        self, owner: Sharing, number: int, cancelled: threading.Event, strengths: StrengthGraph, card: CardId, seed: int
    ) -> None:
        super().__init__()
        self._owner = owner
        self._number = number
        self._cancelled = cancelled
        self._strengths = strengths
        self._card = card
        self._seed = seed

    @override
    def run(self) -> None:
        owner, number = self._owner, self._number
        found = shapley(
            self._strengths,
            self._card,
            sharers(self._strengths, self._card),
            seed=self._seed,
            progress=lambda done, total: owner._moved.emit(number, done / total),  # noqa: SLF001  # its own worker
            cancelled=self._cancelled.is_set,
        )
        owner._came.emit(number, found)  # noqa: SLF001
