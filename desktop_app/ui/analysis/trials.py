"""Random trials beside the window: always of the latest numbers, never an outdated picture."""

import threading

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from desktop_app.weighing.robustness.draws import Firmness, WeightKnowledge
from desktop_app.weighing.robustness.smaa import Simulation, simulate
from desktop_app.weighing.robustness.table import ScoreTable


class Trials(QObject):
    """Runs simulations one after another; asking again cancels the one that runs.

    Signals:
        done: the `Simulation` of the latest question.
        progressed: the share 0…1 that is done.
    """

    done = Signal(object)
    progressed = Signal(float)
    _came = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = 0
        self._running: threading.Event | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._came.connect(self._on_came)

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None

    def ask(self, table: ScoreTable, knowledge: WeightKnowledge, firmness: Firmness, *, seed: int, draws: int) -> None:
        """Asks how often each option has each rank; `done` answers, unless something else is asked meanwhile."""
        self.cancel()
        self._latest += 1
        self._running = threading.Event()
        self._pool.start(_Trial(self, self._latest, self._running, table, knowledge, firmness, seed, draws))

    def cancel(self) -> None:
        """Lets go of what is running."""
        if self._running is not None:
            self._running.set()
            self._running = None

    def stop(self) -> None:
        """Lets go of what is running and waits until it has ended."""
        self.cancel()
        self._pool.waitForDone()

    def _on_came(self, number: int, found: Simulation | None) -> None:
        if number == self._latest and found is not None:
            self._running = None
            self.done.emit(found)


class _Trial(QRunnable):
    """One simulation, of a snapshot of the numbers."""

    def __init__(
        self,
        owner: Trials,
        number: int,
        cancelled: threading.Event,
        table: ScoreTable,
        knowledge: WeightKnowledge,
        firmness: Firmness,
        seed: int,
        draws: int,
    ) -> None:
        super().__init__()
        self._owner = owner
        self._number = number
        self._cancelled = cancelled
        self._table = table
        self._knowledge = knowledge
        self._firmness = firmness
        self._seed = seed
        self._draws = draws

    @override
    def run(self) -> None:
        found = simulate(
            self._table,
            self._knowledge,
            seed=self._seed,
            draws=self._draws,
            firmness=self._firmness,
            progress=lambda done, total: self._owner.progressed.emit(done / total),
            cancelled=self._cancelled.is_set,
        )
        self._owner._came.emit(self._number, found)  # noqa: SLF001  # its own worker
