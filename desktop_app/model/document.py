"""The document: all records in memory, indexed by what they refer to, written only inside transactions.

The path of one action: an edit changes records inside `transaction`; rules are checked; the change set goes to
`write` (the store), then to the subscribers. When rules or the store refuse, the document is as it was before. Once
the store has it, nothing takes it back: a subscriber that fails is told of last, and keeps nobody else from following.
"""

import random
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from desktop_app.model.changes import Change, ChangeRecorder, ChangeSet
from desktop_app.model.errors import (
    ChangeNotFollowedError,
    HistoryMismatchError,
    OutsideTransactionError,
    RecordMissingError,
    WrongThreadError,
)
from desktop_app.model.ids import LARGEST_ID
from desktop_app.model.records import Record, Tombstone
from desktop_app.model.rules import check_changes
from desktop_app.model.tables import REFERRERS, TABLE_OF, TABLES, OnDelete
from desktop_app.wording.sentence import Sentence, say

R = TypeVar("R", bound=Record)
Write = Callable[[ChangeSet], None]
Subscriber = Callable[[ChangeSet], None]
ReportFailure = Callable[[ChangeNotFollowedError], None]

# Who refers to a record by a field: one id, or several as the keys of a dictionary. Most records have one referrer
# at the most, and a dictionary for each would take a tenth of a large workbook's memory.
_Referrers = int | dict[int, None]


class Document:
    """The records of one workbook.

    Attributes:
        revision: how many change sets were carried out; one more as soon as one is on disk, before anybody is told.
        is_publishing: whether subscribers are being told of one now.

    Args:
        records: what it holds to begin with; not checked here (`rules.check_all` does).
        source_of_ids: a random source, given by tests that want the same ids every time.
    """

    def __init__(self, records: Iterable[Record] = (), *, source_of_ids: random.Random | None = None) -> None:
        self._random = source_of_ids or random.SystemRandom()
        self._tables: dict[type[Record], dict[int, Record]] = {table.record: {} for table in TABLES}
        self._index: dict[tuple[type[Record], str], dict[int, _Referrers]] = {
            (table.record, reference.field): {} for table in TABLES for reference in table.references
        }
        self._recorder: ChangeRecorder | None = None
        self._write: Write | None = None
        self._subscribers: list[Subscriber] = []
        self._report_failure: ReportFailure = _raise
        self.revision = 0
        self.is_publishing = False
        self._owner = threading.get_ident()
        for record in records:
            self._place(record)

    # --- reading -------------------------------------------------------------------------------------

    def get(self, kind: type[R], record_id: int) -> R:
        """The record with this id.

        Raises:
            RecordMissingError: it is not there.
        """
        record = self.find(kind, record_id)
        if record is None:
            raise RecordMissingError(
                say("error.model.missing_record", kind=TABLE_OF[kind].spoken),
                say("remedy.it_may_have_been_deleted_or_undone"),
            )
        return record

    def find(self, kind: type[R], record_id: int | None) -> R | None:
        """The record with this id, or None."""
        if record_id is None:
            return None
        record = self._tables[kind].get(record_id)
        assert record is None or isinstance(record, kind)
        return record

    def all(self, kind: type[R]) -> Iterable[R]:
        """Every record of one type, in no particular order."""
        return self._tables[kind].values()  # type: ignore[return-value]  # each table holds its own type

    def count(self, kind: type[Record]) -> int:
        """How many records of one type there are."""
        return len(self._tables[kind])

    def referring(self, kind: type[R], field: str, record_id: int) -> list[R]:
        """The records of one type whose `field` holds this id, in no particular order."""
        table: dict[int, Any] = self._tables[kind]
        referrers = self._index[kind, field].get(record_id)
        if referrers is None:
            return []
        return [table[referrers]] if isinstance(referrers, int) else [table[key] for key in referrers]

    def has_referring(self, kind: type[Record], field: str, record_id: int) -> bool:
        """Whether any record of one type refers to this id by `field`."""
        return record_id in self._index[kind, field]

    def records(self) -> Iterator[Record]:
        """Every record, table by table in the order of `TABLES`."""
        for table in TABLES:
            yield from self._tables[table.record].values()

    # --- writing -------------------------------------------------------------------------------------

    def connect_store(self, write: Write) -> None:
        """Sends every change set to `write` before anybody else; an exception there rolls back."""
        self._write = write

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Calls `subscriber` with every change set that is on disk, in the order of subscribing.

        Returns:
            What ends that.
        """
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def report_failures(self, report: ReportFailure) -> None:
        """Hands subscribers' failures to `report` instead of raising them out of the action that was carried out."""
        self._report_failure = report

    @contextmanager
    def transaction(self, step: Sentence) -> Iterator["Document"]:
        """Makes all changes inside one action, or none. Inside another transaction it joins that one.

        Args:
            step: its name for undo and the log ("Add pro"), by its key; only the outermost counts.

        Raises:
            RuleError: the result would break a rule of the model.
            AppError: whatever the store says when it cannot write.
            ChangeNotFollowedError: the action is on disk, but a subscriber failed (unless `report_failures` takes it).
            WrongThreadError: another thread than the one that made the document asks.
        """
        self._check_thread()
        if self._recorder is not None:
            yield self
            return
        self._recorder = ChangeRecorder()
        try:
            yield self
            change_set = self._net_changes(step)
            if change_set.changes:
                check_changes(self, change_set)
                if self._write is not None:
                    self._write(change_set)
        except BaseException:
            self._roll_back()
            raise
        self._recorder = None
        self._publish(change_set)

    def replay(self, change_set: ChangeSet, write: Write) -> None:
        """Plays a recorded change set (undo, redo): the same path as an edit, with its own way of writing.

        Raises:
            RuleError: the history does not fit the records; nothing is changed.
            AppError: the store cannot write; nothing is changed.
            ChangeNotFollowedError: it was played, but a subscriber failed (unless `report_failures` takes it).
        """
        self._check_thread()
        assert self._recorder is None, "replay inside a transaction"
        self._recorder = ChangeRecorder()
        try:
            for change in change_set.changes:
                self._play(change)
            check_changes(self, change_set, new_loops=True)
            write(change_set)
        except BaseException:
            self._roll_back()
            raise
        self._recorder = None
        self._publish(change_set)

    def _check_thread(self) -> None:
        if threading.get_ident() != self._owner:
            raise WrongThreadError("a document is changed by the thread that made it; others post their edits")

    def new_id(self, kind: type[Record]) -> int:
        """A random id that no record of this type has."""
        while True:
            candidate = self._random.randint(1, LARGEST_ID)
            if candidate not in self._tables[kind]:
                return candidate

    def add(self, record: R) -> R:
        """Puts a new record in."""
        if self._tables[type(record)].get(record.id) is not None:
            message = f"{TABLE_OF[type(record)].name} {record.id} is there already"
            raise ValueError(message)
        self._note(type(record), record.id)
        self._place(record)
        return record

    def change(self, record: R, **fields: object) -> R:
        """Replaces fields of a record; returns the new record, or the old one when nothing differs."""
        current = self.get(type(record), record.id)
        changed = replace(current, **fields)
        if changed == current:
            return current
        self._note(type(record), record.id)
        self._remove(current)
        self._place(changed)
        return changed

    def delete(self, record: Record) -> None:
        """Takes a record out, with whatever refers to it (or only empties their field, as `tables` says)."""
        pending: list[Record] = [record]
        while pending:
            current = pending.pop()
            kind = type(current)
            existing = self.find(kind, current.id)
            if existing is None:
                continue
            self._note(kind, existing.id)
            self._remove(existing)
            tombstone = Tombstone(self.new_id(Tombstone), TABLE_OF[kind].name, existing.id)  # type: ignore[arg-type]
            self.add(tombstone)
            for referring_kind, reference in REFERRERS[kind]:
                for referring in self.referring(referring_kind, reference.field, existing.id):
                    if reference.on_delete is OnDelete.CLEAR:
                        self.change(referring, **{reference.field: None})
                    else:
                        pending.append(referring)

    # --- inside --------------------------------------------------------------------------------------

    def _note(self, kind: type[Record], record_id: int) -> None:
        if self._recorder is None:
            message = "a record was written outside a transaction"
            raise OutsideTransactionError(message)
        self._recorder.note(kind, record_id, self._tables[kind].get(record_id))

    def _place(self, record: Record) -> None:
        kind = type(record)
        self._tables[kind][record.id] = record
        for reference in TABLE_OF[kind].references:
            target = getattr(record, reference.field)
            if target is None:
                continue
            index = self._index[kind, reference.field]
            referrers = index.get(target)
            if referrers is None:
                index[target] = record.id
            elif isinstance(referrers, int):
                index[target] = {referrers: None, record.id: None}
            else:
                referrers[record.id] = None

    def _remove(self, record: Record) -> None:
        kind = type(record)
        del self._tables[kind][record.id]
        for reference in TABLE_OF[kind].references:
            target = getattr(record, reference.field)
            if target is None:
                continue
            index = self._index[kind, reference.field]
            referrers = index[target]
            if isinstance(referrers, int):
                del index[target]
            else:
                del referrers[record.id]
                if len(referrers) == 1:
                    index[target] = next(iter(referrers))

    def _play(self, change: Change) -> None:
        kind, record_id = type(change.record), change.record.id
        current = self._tables[kind].get(record_id)
        if current != change.before:
            raise HistoryMismatchError(
                say("error.model.history_mismatch"),
                say("remedy.history_can_be_dropped"),
            )
        self._note(kind, record_id)
        if current is not None:
            self._remove(current)
        if change.after is not None:
            self._place(change.after)

    def _net_changes(self, step: Sentence) -> ChangeSet:
        assert self._recorder is not None
        changes = [
            Change(before, after)
            for kind, record_id, before in self._recorder.befores()
            if (after := self._tables[kind].get(record_id)) != before
        ]
        return ChangeSet(step, tuple(changes))

    def _roll_back(self) -> None:
        assert self._recorder is not None
        for kind, record_id, before in self._recorder.befores():
            current = self._tables[kind].get(record_id)
            if current is not None:
                self._remove(current)
            if before is not None:
                self._place(before)
        self._recorder = None

    def _publish(self, change_set: ChangeSet) -> None:
        if not change_set.changes:
            return
        self.revision += 1
        was_publishing, self.is_publishing = self.is_publishing, True
        failures: list[Exception] = []
        try:
            for subscriber in tuple(self._subscribers):
                try:
                    subscriber(change_set)
                except Exception as error:  # noqa: BLE001  # the change is on disk: everybody is told of it
                    failures.append(error)
        finally:
            self.is_publishing = was_publishing
        if failures:
            self._report_failure(ChangeNotFollowedError(change_set.step, failures))


def _raise(error: ChangeNotFollowedError) -> None:
    raise error
