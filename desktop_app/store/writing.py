"""One change set, one transaction: rows, undo step, cursor, log line and both sums, all of them or none."""

from sqlite_utils import Database

from desktop_app.model.changes import Change, ChangeSet
from desktop_app.model.tables import TABLE_OF
from desktop_app.store import history
from desktop_app.store.changed_outside import conflict, require_same_version
from desktop_app.store.checksum import as_text
from desktop_app.store.codec import CODECS
from desktop_app.store.connection import write_transaction
from desktop_app.store.history import HistoryMarks, NamedStep, Position
from desktop_app.store.history_sum import Tally
from desktop_app.store.migrating import migrate
from desktop_app.store.reading import kept_sum
from desktop_app.store.rows import hash_of, one_row, write_row
from desktop_app.wording.sentence import say


def write_edit(db: Database, change_set: ChangeSet, expected_version: int) -> HistoryMarks:
    """Writes an action as a new step; what could have been redone is dropped.

    Args:
        db: a connection that writes.
        change_set: what the action changed.
        expected_version: the `data_version` under which the records were read.

    Returns:
        What can be undone and redone from here.

    Raises:
        ConflictError: the file holds something else than the records before.
        sqlite3.Error: nothing was written.
    """
    with write_transaction(db):
        require_same_version(db, expected_version)
        migrate(db)
        position, tally = history.read_position(db), Tally(db)
        step_id = position.next_step
        history.drop_undone(db, position.cursor, tally)
        _apply(db, change_set)
        history.record_step(db, change_set, step_id, tally)
        history.write_position(db, position, Position(step_id, step_id + 1), tally)
        history.write_log(db, change_set.step, step_id, tally)
        history.trim(db, tally)
        tally.write()
        # Before the commit: whatever fails after it must not look like a failed write.
        return history.read_marks(db)


def write_move(
    db: Database, change_set: ChangeSet, step: NamedStep, expected_version: int, *, backwards: bool
) -> HistoryMarks:
    """Writes a recorded step played back or forth, and moves the cursor.

    Returns:
        What can be undone and redone from here.

    Raises:
        ConflictError: the file holds something else than the records before.
        sqlite3.Error: nothing was written.
    """
    with write_transaction(db):
        require_same_version(db, expected_version)
        migrate(db)
        position, tally = history.read_position(db), Tally(db)
        cursor = history.step_before(db, step.id) if backwards else step.id
        _apply(db, change_set)
        history.write_position(db, position, Position(cursor, position.next_step), tally)
        history.write_log(db, say("step.undo" if backwards else "step.redo", step=step.name), step.id, tally)
        tally.write()
        return history.read_marks(db)


def _apply(db: Database, change_set: ChangeSet) -> None:
    """Writes the rows and adjusts the content sum by them."""
    total = kept_sum(db)
    if total is None:
        raise conflict()
    for change in change_set.changes:
        total += _apply_one(db, change)
    db.execute("UPDATE state SET value = ? WHERE key = 'sum'", (as_text(total),))


def _apply_one(db: Database, change: Change) -> int:
    """Writes one row after comparing the one there; by how much the content sum changes."""
    kind = type(change.record)
    codec, table = CODECS[kind], TABLE_OF[kind]
    before = codec.encode(change.before) if change.before is not None else None
    after = codec.encode(change.after) if change.after is not None else None
    if one_row(db, table, change.record.id) != before:
        raise conflict()
    write_row(db, table, before, after)
    return hash_of(table, after) - hash_of(table, before)
