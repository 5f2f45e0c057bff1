"""Whatever a person does and whatever fails: memory = file after every step, and undo leads exactly back.

The truth is a plain list of sets of records. Failures are injected at the n-th question SQLite asks, the disk is
filled by a page limit, and crashes are files and journals copied as they lie inside a transaction.
"""

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlite_utils import Database
from typing_extensions import override

from desktop_app.edits import maps, workbooks
from desktop_app.model.changes import ChangeSet
from desktop_app.model.records import Record
from desktop_app.model.tables import TABLES
from desktop_app.session import Session
from desktop_app.store.codec import CODECS
from desktop_app.store.connection import authorize, unguarded
from desktop_app.store.errors import ConflictError, DiskFullError, StoreError
from desktop_app.store.reading import content_sum, kept_sum
from desktop_app.store.rows import all_rows
from desktop_app.wording.sentence import literal
from tests.random_edits import RandomEdit

_IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
_FAST_FOLDER = "/dev/shm" if Path("/dev/shm").is_dir() else None
_NO_LIMIT = 1_073_741_823

State = frozenset[Record]


class Workbooks(RuleBasedStateMachine):
    """A session against a list of states: those to undo to, the present one, those to redo to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=_FAST_FOLDER))
        self.path = self.folder / "a.steelyard"
        self.past: list[State] = []
        self.future: list[State] = []
        self.present: State = frozenset()

    @initialize()
    def create(self) -> None:
        self.adopt(Session.create(self.path, title="Test"))
        self.present = self.in_memory()
        self.followed(lambda: maps.add_map(self.session.document, "First"))

    def adopt(self, session: Session) -> None:
        self.session = session
        assert not session.is_read_only
        # The same ids in every run, so that Hypothesis can replay and shrink.
        session.document._random = random.Random(1)
        with unguarded(self.db):
            # Whether an edit survives a power cut is another test's business; this one wants many of them.
            self.db.execute("PRAGMA synchronous = off")

    @property
    def db(self) -> Database:
        return self.session._file._db

    def in_memory(self) -> State:
        return frozenset(self.session.document.records())

    def in_file(self) -> State:
        return frozenset(CODECS[table.record].decode(row) for table in TABLES for row in all_rows(self.db, table))

    def followed(self, act: Callable[[], object]) -> None:
        """Runs an action and notes what it did."""
        seen: list[ChangeSet] = []
        end = self.session.document.subscribe(seen.append)
        try:
            act()
        finally:
            end()
        assert len(seen) <= 1
        if seen:
            self.past.append(self.present)
            self.future.clear()
            self.present = self.in_memory()

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.followed(lambda: RandomEdit(self.session.document, data.draw).act())

    @rule(data=st.data())
    def edit_again(self, data: st.DataObject) -> None:
        self.edit(data)

    @rule()
    def undo(self) -> None:
        change_set = self.session.undo()
        assert (change_set is None) == (not self.past)
        if change_set is not None:
            self.future.append(self.present)
            self.present = self.past.pop()

    @rule()
    def redo(self) -> None:
        change_set = self.session.redo()
        assert (change_set is None) == (not self.future)
        if change_set is not None:
            self.past.append(self.present)
            self.present = self.future.pop()

    @rule(back=st.integers(1, 6), forth=st.integers(0, 6))
    def walk_back_and_forth(self, back: int, forth: int) -> None:
        """Undo and redo hardly meet by chance."""
        for _ in range(back):
            self.undo()
            self.memory_equals_file()
        for _ in range(forth):
            self.redo()
            self.memory_equals_file()

    @rule()
    def reopen(self) -> None:
        self.session.close()
        assert list(self.folder.iterdir()) == [self.path]
        self.adopt(Session.open(self.path))

    @rule(nth=st.integers(1, 120), data=st.data())
    def fail_at_the_nth_question(self, nth: int, data: st.DataObject) -> None:
        asked = 0

        def deny(action: int, first: str | None, second: str | None, database: str | None, asker: str | None) -> int:
            nonlocal asked
            asked += 1
            return sqlite3.SQLITE_DENY if asked == nth else authorize(action, first, second, database, asker)

        action = data.draw(st.sampled_from(["edit", "undo", "redo"]))
        self.db.conn.set_authorizer(deny)
        try:
            {"edit": lambda: self.edit(data), "undo": self.undo, "redo": self.redo}[action]()
        except StoreError:
            assert asked >= nth
        finally:
            self.db.conn.set_authorizer(authorize)

    @rule(room=st.integers(0, 3))
    def fill_the_disk(self, room: int) -> None:
        with unguarded(self.db):
            (pages,) = self.db.execute("PRAGMA page_count").fetchone()
            self.db.execute(f"PRAGMA max_page_count = {pages + room}")
        with pytest.raises(DiskFullError):
            self.write_much()
        with unguarded(self.db):
            self.db.execute(f"PRAGMA max_page_count = {_NO_LIMIT}")

    def write_much(self) -> None:
        with self.session.document.transaction(literal("Big")) as document:
            for _ in range(10):
                maps.add_map(document, "y" * 20_000)

    @rule()
    def find_the_file_not_as_remembered(self) -> None:
        """Another program's edit slipped in: refused, nothing changed, and its traces taken away again."""
        (title,) = self.db.execute("SELECT value FROM workbook WHERE key = 'title'").fetchone()
        self.db.execute("UPDATE workbook SET value = ? WHERE key = 'title'", (title + "?",))
        with pytest.raises(ConflictError):
            workbooks.rename_workbook(self.session.document, "lost update")
        self.db.execute("UPDATE workbook SET value = ? WHERE key = 'title'", (title,))

    @rule(rows=st.integers(1, 60))
    def crash_inside_a_transaction(self, rows: int) -> None:
        with unguarded(self.db):
            self.db.execute("PRAGMA cache_size = 1")
            self.db.execute("BEGIN IMMEDIATE")
            for row in range(rows):
                self.db.execute("INSERT INTO tombstone VALUES (?, ?, 1)", (2**53 + row, "x" * 3000))
            crashed = self.folder / "crashed.steelyard"
            for ending in ("", "-journal"):
                source = self.path.with_name(self.path.name + ending)
                if source.exists():
                    shutil.copy(source, crashed.with_name(crashed.name + ending))
            self.db.execute("ROLLBACK")
            self.db.execute("PRAGMA cache_size = -2000")
        with Session.open(crashed) as session:
            assert not session.is_read_only
            assert frozenset(session.document.records()) == self.present
        crashed.unlink()

    @precondition(lambda self: self.present)
    @rule(with_history=st.booleans())
    def copy(self, with_history: bool) -> None:
        copy = self.folder / "copy.steelyard"
        assert self.session.save_copy(copy, with_history=with_history).has_history is with_history
        with Session.open(copy) as session:
            assert frozenset(session.document.records()) == self.present
            assert session.undo_label == (self.session.undo_label if with_history else None)
        copy.unlink()

    @invariant()
    def memory_equals_file(self) -> None:
        if not self.present:
            return
        assert self.in_memory() == self.present
        assert self.in_file() == self.present
        assert kept_sum(self.db) == content_sum(self.db)
        assert not self.db.conn.in_transaction
        assert (self.session.undo_label is None) == (not self.past)
        assert (self.session.redo_label is None) == (not self.future)

    @override
    def teardown(self) -> None:
        try:
            if self.present:
                assert self.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert self.db.execute("PRAGMA foreign_key_check").fetchall() == []
                while self.past:
                    self.undo()
                self.memory_equals_file()
                self.session.close()
                assert list(self.folder.iterdir()) == [self.path]
        finally:
            shutil.rmtree(self.folder)


TestWorkbooks = Workbooks.TestCase
TestWorkbooks.settings = settings(
    max_examples=500 if _IS_THOROUGH else 25,
    stateful_step_count=60 if _IS_THOROUGH else 30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture],
)
