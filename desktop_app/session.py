"""One open workbook: its file, its document, undo and redo, results, search. What windows and commands hold; no Qt."""

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from desktop_app.base.errors import AppError
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.edit_queue import Edit, EditQueue
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import WORKBOOK_ID, MapId, PerspectiveId
from desktop_app.model.log import LogEntry
from desktop_app.model.records import Card, Map, Perspective, Record, Workbook
from desktop_app.model.rules import Soundness
from desktop_app.model.search import CardSearch
from desktop_app.store.copying import CopyReport, refuse_as_destination
from desktop_app.store.history import does_not_fit
from desktop_app.store.opening import Opened, create_workbook, open_workbook
from desktop_app.store.read_only import CHANGED, ReadOnlyReason
from desktop_app.store.workbook_file import RecordedStep
from desktop_app.weighing.results import LiveResults, Results

_LOG = logging.getLogger(__name__)
T = TypeVar("T")


class Session:
    """An open workbook. Use `create` or `open`, then `close`, or a `with` block.

    Attributes:
        document: its records; changed by the functions of `edits` alone. Read-only sessions refuse there.
        soundness: what was unusual but allowed when it was opened.
    """

    def __init__(self, opened: Opened) -> None:
        self.document: Document = opened.document
        self.soundness: Soundness = opened.soundness
        self._notice = opened.notice
        self._file = opened.file
        self._search: CardSearch | None = None
        self._live: dict[tuple[MapId, PerspectiveId | None], LiveResults] = {}
        self._posted = EditQueue(self.document)
        self.document.connect_store(self._file.write)
        # First of all subscribers: whoever is told of a change finds the results up to date.
        self.document.subscribe(self._follow)

    @classmethod
    def create(cls, path: Path, *, title: str, author: str = "", language: str = "en") -> Self:
        """Makes a new workbook file without maps and opens it.

        Raises:
            StoreError: there is a file of this name, or it cannot be written.
        """
        with _refusals_logged("making a workbook"):
            return cls(create_workbook(path, [_new_workbook(title, author, language)]))

    @classmethod
    def make(
        cls,
        path: Path,
        fill: Callable[[Document], object],
        *,
        title: str,
        author: str = "",
        language: str = "en",
    ) -> Self:
        """Makes a new workbook file that is filled from the start: its history begins after that.

        Args:
            path: where to.
            fill: makes what the file holds to begin with; not a step, so undo never takes it away.
            title: of the workbook.
            author: of the workbook.
            language: of the workbook, as BCP 47 names it.

        Raises:
            StoreError: there is a file of this name, or it cannot be written.
            AppError: whatever `fill` raises; no file is made then.
        """
        beginning = Document([_new_workbook(title, author, language)])
        with _refusals_logged("making a workbook"):
            fill(beginning)
            return cls(create_workbook(path, beginning.records()))

    @classmethod
    def create_from(cls, path: Path, records: Iterable[Record]) -> Self:
        """Makes a workbook file of the records of another, such as one that came along with an export, and opens it.

        Args:
            path: where to.
            records: all of a workbook, checked (`store.interchange`).

        Raises:
            StoreError: there is a file of this name, or it cannot be written.
        """
        with _refusals_logged("making a workbook"):
            return cls(create_workbook(path, records))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Opens a workbook file.

        Args:
            path: the file.
            read_only: never writes, and lets other programs edit meanwhile.

        Raises:
            StoreError: which of its kinds says what is wrong with the file.
        """
        with _refusals_logged("opening a workbook"):
            return cls(open_workbook(path, read_only=read_only))

    def post(self, edit: Callable[[Document], T]) -> "Future[T]":
        """Hands an edit of another thread to the thread of this session; see `EditQueue.post`."""
        return self._posted.post(edit)

    def wake_by(self, wake: Callable[[], None] | None) -> None:
        """Calls `wake`, in the other thread, whenever an edit was posted; `run_posted` is due then."""
        self._posted.wake_by(wake)

    def run_posted(self, run: Callable[[Edit], object] | None = None) -> None:
        """Runs what other threads posted; see `EditQueue.run_all`."""
        self._posted.run_all(run)

    def close(self) -> None:
        """Lets the file go. Nothing needs saving: every action is on disk."""
        self._posted.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file lies, links followed."""
        return self._file.path

    @property
    def is_read_only(self) -> bool:
        """Whether writing is refused."""
        return self._file.is_read_only

    @property
    def read_only_reason(self) -> ReadOnlyReason | None:
        """Why writing is refused, or None."""
        return self._file.read_only_reason

    def take_notice(self) -> AppError | None:
        """What is to be said about the opening, the first time it is asked for; later None."""
        notice, self._notice = self._notice, None
        return notice

    @property
    def is_changed_outside(self) -> bool:
        """Whether the file's own content sum does not confirm its records: another tool changed it, or damage."""
        return self._file.read_only_reason is CHANGED

    @property
    def is_outdated(self) -> bool:
        """Whether another program has written to the file since it was opened here."""
        return self._file.is_outdated

    @property
    def undo_label(self) -> str | None:
        """What undo would take back ("Add pro"), or None."""
        return self._file.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        return self._file.redo_label

    def log(self) -> tuple[LogEntry, ...]:
        """The minutes: what was done, from the beginning.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._file.log()

    def undo(self) -> ChangeSet | None:
        """Takes the last step back, also one made before the workbook was last closed.

        Returns:
            What changed by it; None when there is nothing to undo.

        Raises:
            AppError: the history does not fit or the file cannot be written; nothing is changed.
        """
        return self._play(self._file.recorded_undo(self._find))

    def redo(self) -> ChangeSet | None:
        """Does the step that was last taken back again.

        Returns:
            What changed by it; None when there is nothing to redo.

        Raises:
            AppError: the history does not fit or the file cannot be written; nothing is changed.
        """
        return self._play(self._file.recorded_redo(self._find))

    def save_copy(self, path: Path, *, with_history: bool = True) -> CopyReport:
        """Writes a copy of what is in memory; works also when the file is gone or its disk is full.

        Args:
            path: where to; a file there is replaced once the copy is whole.
            with_history: whether undo steps and minutes go along; without, deleted text is not in the copy.

        Raises:
            StoreError: the copy cannot be written.
        """
        with _refusals_logged("saving a copy"):
            return self._file.save_copy(path, self.document.records(), with_history=with_history)

    def refuse_as_destination(self, path: Path) -> None:
        """Nothing is exported over the open workbook or its journal, whatever name leads there.

        Raises:
            StoreError: that is where this path leads.
        """
        refuse_as_destination(self.path, path)

    def results(self, map_id: MapId, perspective: PerspectiveId | None = None) -> Results:
        """What a map adds up to, kept up to date after each change.

        Args:
            map_id: the map.
            perspective: whose numbers count; None for the map's own.
        """
        return self.live_results(map_id, perspective).current

    def live_results(self, map_id: MapId, perspective: PerspectiveId | None = None) -> LiveResults:
        """The results of a map with the graph behind them, which explanations ask what-ifs."""
        live = self._live.get((map_id, perspective))
        if live is None:
            live = self._live[map_id, perspective] = LiveResults(self.document, map_id, perspective)
        return live

    def search(self, text: str, *, most: int | None = None) -> list[Card]:
        """The cards of all maps that hold every word of `text`, whatever its case (`model.search`).

        Args:
            text: words, or parts of them; with none the words of all cards are read, so that the next search is quick.
            most: how many are wanted; None for all.
        """
        if self._search is None:
            self._search = CardSearch(self.document)
        return self._search.find(text, most=most)

    def search_loosely(self, text: str, *, most: int) -> list[Card]:
        """Cards of all maps that hold the letters of `text` in order and near each other."""
        if self._search is None:
            self._search = CardSearch(self.document)
        return self._search.find_loosely(text, most=most)

    def _follow(self, change_set: ChangeSet) -> None:
        """Keeps results and words that were asked for up to date.

        Results of what is gone are forgotten; so are those that fail to follow, which are then computed from nothing
        when somebody asks again.
        """
        failures: list[Exception] = []
        search, self._search = self._search, None
        if search is not None:
            try:
                search.follow(change_set)
                self._search = search
            except Exception as error:  # noqa: BLE001  # raised below, once the rest has followed
                failures.append(error)
        for (map_id, perspective), live in tuple(self._live.items()):
            del self._live[map_id, perspective]
            is_gone = self.document.find(Map, map_id) is None or (
                perspective is not None and self.document.find(Perspective, perspective) is None
            )
            if is_gone:
                continue
            try:
                live.update(change_set)
                self._live[map_id, perspective] = live
            except Exception as error:  # noqa: BLE001
                failures.append(error)
        if failures:
            _LOG.error("results or search could not follow: %s", ", ".join(type(item).__name__ for item in failures))
            raise ExceptionGroup("results or search could not follow", failures)

    def _play(self, step: RecordedStep | None) -> ChangeSet | None:
        if step is None:
            return None
        try:
            self.document.replay(step.change_set, step.write)
        except RuleError as error:
            # The file's history is a stranger's word: it may lead where no action can.
            raise does_not_fit() from error
        return step.change_set

    def _find(self, kind: type[Record], record_id: int) -> Record | None:
        return self.document.find(kind, record_id)


@contextmanager
def _refusals_logged(doing: str) -> Iterator[None]:
    """Logs why something was refused, by the code alone: the sentence names files."""
    try:
        yield
    except AppError as error:
        _LOG.warning("%s was refused: %s", doing, error.code)
        raise


def _new_workbook(title: str, author: str, language: str) -> Workbook:
    created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Workbook(WORKBOOK_ID, title, author, language, created)
