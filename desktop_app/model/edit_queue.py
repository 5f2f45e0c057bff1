"""The one door by which other threads change a document: edits wait here for the thread that owns it."""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from desktop_app.model.document import Document

T = TypeVar("T")

Edit = Callable[[Document], Any]


class EditQueue:
    """Edits in the order in which they were posted.

    Args:
        document: that they change; the thread that makes the queue is the one that runs them.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._owner = threading.get_ident()
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Edit, Future[Any]]] = deque()
        self._wake: Callable[[], None] | None = None
        self._is_closed = False

    def post(self, edit: Callable[[Document], T]) -> "Future[T]":
        """Hands an edit to the owner of the document; from any thread. In the owner's own thread it runs at once.

        Returns:
            What the edit will return or raise; cancelled where the document is closed first.
        """
        future: Future[T] = Future()
        if threading.get_ident() == self._owner:
            self.run_all()
            if self._is_closed:
                future.cancel()
            else:
                _run(edit, future, self._apply)
            return future
        with self._lock:
            if self._is_closed:
                future.cancel()
                return future
            self._waiting.append((edit, future))
            wake = self._wake
        if wake is not None:
            wake()
        return future

    def wake_by(self, wake: Callable[[], None] | None) -> None:
        """Calls `wake` whenever an edit was posted, in the thread that posted it; None: nobody is called any more."""
        with self._lock:
            self._wake = wake

    def run_all(self, run: Callable[[Edit], object] | None = None) -> None:
        """Runs what waits; in the owner's thread only.

        Args:
            run: runs one edit on the document, and returns or raises what it does; None: nothing besides.
        """
        assert threading.get_ident() == self._owner, "only the owner of a document runs what was posted"
        while (item := self._next()) is not None:
            _run(*item, run or self._apply)

    def close(self) -> None:
        """Nothing runs any more; who waits is told that it was cancelled."""
        with self._lock:
            self._is_closed = True
            self._wake = None
            waiting, self._waiting = self._waiting, deque()
        for _, future in waiting:
            future.cancel()

    def _next(self) -> "tuple[Edit, Future[Any]] | None":
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def _apply(self, edit: Edit) -> object:
        return edit(self._document)


def _run(edit: Edit, future: "Future[Any]", run: Callable[[Edit], object]) -> None:
    """Runs an edit; whatever it raises is for who posted it."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(run(edit))
    except BaseException as error:
        future.set_exception(error)
        if not isinstance(error, Exception):
            raise
