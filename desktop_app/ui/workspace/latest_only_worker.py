"""Long work beside the window, of which only the latest answer counts: never an outdated picture."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
# It works on copies, says how far it is as done of total, and ends early once it is cancelled.
Work = Callable[[Progress, Cancelled], object]


class LatestOnlyWorker(QObject):
    """Does one piece of work after another in a thread; asking again cancels the one that runs.

    Signals:
        done: what the work asked for last came to.
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

    def ask(self, work: Work) -> None:
        """Asks for something; `done` answers, unless something else is asked meanwhile."""
        self.cancel()
        number, cancelled = self._latest, threading.Event()
        self._running = cancelled

        def run() -> None:
            answer = work(lambda done, total: self._moved.emit(number, done / total), cancelled.is_set)
            self._came.emit(number, answer)

        self._pool.start(_Task(run))

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

    def _on_came(self, number: int, answer: object) -> None:
        if number == self._latest:
            self._running = None
            self.done.emit(answer)

    def _on_moved(self, number: int, share: float) -> None:
        if number == self._latest:
            self.progressed.emit(share)


class _Task(QRunnable):
    """Runs a function in the pool."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    @override
    def run(self) -> None:
        self._run()
