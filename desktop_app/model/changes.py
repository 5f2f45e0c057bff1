"""Change sets: what one action did, as records before and after. Storage, undo, results and views live off them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.model.records import Record
from desktop_app.wording.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before is an insertion, None after a deletion. Never both None."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record after, or for a deletion the one before."""
        present = self.after if self.after is not None else self.before
        assert present is not None
        return present

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True)
class ChangeSet:
    """All that one action changed, at most one change a record, named for undo ("Add pro")."""

    step: Sentence
    changes: tuple[Change, ...]

    def inverse(self) -> "ChangeSet":
        """The change set that takes this one back."""
        return ChangeSet(self.step, tuple(change.inverse() for change in reversed(self.changes)))

    def of(self, kind: type[Record]) -> Iterator[Change]:
        """Its changes of one record type."""
        return iter(self._by_kind.get(kind, ()))

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """The record types it touches."""
        return frozenset(self._by_kind)

    @cached_property
    def _by_kind(self) -> dict[type[Record], list[Change]]:
        grouped: dict[type[Record], list[Change]] = {}
        for change in self.changes:
            grouped.setdefault(type(change.record), []).append(change)
        return grouped


@dataclass(slots=True)
class ChangeRecorder:
    """Collects the net changes of a running transaction; change after change of one record becomes one."""

    _first: dict[tuple[type[Record], int], Record | None] = field(default_factory=dict)

    def note(self, kind: type[Record], record_id: int, before: Record | None) -> None:
        """Remembers what a record was before its first change."""
        self._first.setdefault((kind, record_id), before)

    def befores(self) -> Iterator[tuple[type[Record], int, Record | None]]:
        """Every record touched, with what it was before the transaction (None: not there)."""
        for (kind, record_id), before in self._first.items():
            yield kind, record_id, before
