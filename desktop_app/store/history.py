"""The undo history in the file: steps of changed columns as JSON. Data, checked like any input; never SQL.

Ids of steps ascend and are never used twice; the cursor is the id of the last step that is done.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NoReturn

from sqlite_utils import Database

from desktop_app.model.changes import Change, ChangeSet
from desktop_app.model.ids import LARGEST_ID
from desktop_app.model.log import LogEntry
from desktop_app.model.records import Record, Workbook
from desktop_app.model.tables import TABLE_NAMED
from desktop_app.store.codec import CODECS, Codec, Row
from desktop_app.store.errors import HistoryDamagedError
from desktop_app.store.history_sum import COLUMNS, Tally
from desktop_app.store.reading import format_of
from desktop_app.store.step_name_codec import NO_ARGS, from_file, is_readable, to_file
from desktop_app.store.versions import OLDEST, lacking
from desktop_app.wording.sentence import Sentence, say, text

MOST_STEPS: Final = 1000
MOST_BYTES: Final = 5_000_000

Find = Callable[[type[Record], int], Record | None]


@dataclass(frozen=True, slots=True)
class Position:
    """Where undo stands: the last step done (0: none) and the id the next step gets."""

    cursor: int
    next_step: int

    def as_rows(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The rows of the table `state` that say so."""
        return ("cursor", str(self.cursor)), ("next_step", str(self.next_step))


@dataclass(frozen=True, slots=True)
class NamedStep:
    """A step that can be undone or redone, with its name ("Add pro")."""

    id: int
    name: Sentence


@dataclass(frozen=True, slots=True)
class HistoryMarks:
    """The last step done and the one after it, as far as they are kept."""

    undo: NamedStep | None
    redo: NamedStep | None


NO_MARKS: Final = HistoryMarks(None, None)


@dataclass(frozen=True, slots=True)
class _Image:
    """One recorded change as it lies in the file."""

    kind: str
    record: int
    before: str | None
    after: str | None


def now() -> str:
    """The time as the file keeps it: ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_position(db: Database) -> Position:
    """Where undo stands.

    Raises:
        HistoryDamagedError: the file says something impossible.
    """
    state = dict(db.execute("SELECT key, value FROM state"))
    try:
        cursor, next_step = int(state["cursor"]), int(state["next_step"])
    except (KeyError, ValueError):
        _refuse()
    (newest,) = db.execute("SELECT max(id) FROM step").fetchone()
    if not 0 <= cursor < next_step <= LARGEST_ID or (newest or 0) >= next_step:
        _refuse()
    return Position(cursor, next_step)


def write_position(db: Database, before: Position, after: Position, tally: Tally) -> None:
    """Moves the cursor, inside a running transaction."""
    for old, new in zip(before.as_rows(), after.as_rows(), strict=True):
        tally.remove("state", old)
        tally.add("state", new)
        db.execute("UPDATE state SET value = ? WHERE key = ?", (new[1], new[0]))


def read_marks(db: Database) -> HistoryMarks:
    """What can be undone and redone.

    Raises:
        HistoryDamagedError: the file says something impossible.
    """
    cursor = (read_position(db).cursor,)
    select = f"SELECT id, label, {_args(db)} FROM step"  # noqa: S608  # from our own list
    undo = db.execute(f"{select} WHERE id <= ? ORDER BY id DESC LIMIT 1", cursor).fetchone()
    redo = db.execute(f"{select} WHERE id > ? ORDER BY id LIMIT 1", cursor).fetchone()
    return HistoryMarks(*(None if row is None else NamedStep(row[0], from_file(*row[1:])) for row in (undo, redo)))


def step_before(db: Database, step_id: int) -> int:
    """The id of the step before this one, 0 when it is the first."""
    (previous,) = db.execute("SELECT max(id) FROM step WHERE id < ?", (step_id,)).fetchone()
    return previous or 0


def record_step(db: Database, change_set: ChangeSet, step_id: int, tally: Tally) -> None:
    """Writes a step and its changes, inside a running transaction."""
    images = [_image(change) for change in change_set.changes]
    size = sum(len(text.encode()) for image in images for text in (image.before, image.after) if text is not None)
    label, args = to_file(change_set.step)
    step = (step_id, label, now(), size, args)
    db.execute("INSERT INTO step (id, label, at, size, args) VALUES (?, ?, ?, ?, ?)", step)
    tally.add("step", step)
    for seq, image in enumerate(images):
        row = (step_id, seq, image.kind, image.record, image.before, image.after)
        db.execute("INSERT INTO change (step, seq, kind, record, before, after) VALUES (?, ?, ?, ?, ?, ?)", row)
        tally.add("change", row)


def drop_undone(db: Database, cursor: int, tally: Tally) -> None:
    """Takes away what could have been redone, inside a running transaction."""
    _drop(db, ">", cursor, tally)


def _drop(db: Database, side: str, step_id: int, tally: Tally) -> None:
    """Takes away the steps on one side of a step."""
    for table, key in (("change", "step"), ("step", "id")):
        columns = ", ".join(COLUMNS[table])
        where = f"FROM {table} WHERE {key} {side} ?"
        tally.remove_all(table, db.execute(f"SELECT {columns} {where}", (step_id,)))
        db.execute(f"DELETE {where}", (step_id,))


def trim(db: Database, tally: Tally) -> None:
    """Keeps the last 1,000 steps or 5 MB, and always the newest step, inside a running transaction."""
    count, size = db.execute("SELECT count(*), total(size) FROM step").fetchone()
    if count <= MOST_STEPS and size <= MOST_BYTES:
        return
    kept_bytes = oldest = 0
    newest_first = db.execute("SELECT id, size FROM step ORDER BY id DESC")
    for kept_steps, (step_id, step_bytes) in enumerate(newest_first):
        kept_bytes += step_bytes
        if kept_steps and (kept_steps == MOST_STEPS or kept_bytes > MOST_BYTES):
            break
        oldest = step_id
    _drop(db, "<", oldest, tally)


def read_log(db: Database) -> tuple[LogEntry, ...]:
    """The minutes from the beginning; lines that hold no text are left out."""
    rows = db.execute(f"SELECT at, label, {_args(db)} FROM log ORDER BY id")  # noqa: S608  # from our own list
    texts = ((at, label, args) for at, label, args in rows if isinstance(at, str) and isinstance(label, str))
    return tuple(LogEntry(at, from_file(label, args)) for at, label, args in texts)


def write_log(db: Database, step: Sentence, step_id: int, tally: Tally) -> None:
    """Adds a line to the minutes, inside a running transaction."""
    label, args = to_file(step)
    row = (now(), label, step_id, args)
    added = db.execute("INSERT INTO log (at, label, step, args) VALUES (?, ?, ?, ?)", row)
    tally.add("log", (added.lastrowid, *row[:3], None, args))


def rebuild(db: Database, step: NamedStep, find: Find, *, backwards: bool) -> ChangeSet:
    """A recorded step as a change set that leads on from the records as they are.

    Args:
        db: the connection.
        step: which step.
        find: the record of a type with an id as it is now, or None.
        backwards: whether to take the step back instead of doing it again.

    Raises:
        HistoryDamagedError: the step is not readable, or does not fit the records.
    """
    rows = db.execute("SELECT kind, record, before, after FROM change WHERE step = ? ORDER BY seq", (step.id,))
    changes = [_change(_Image(*row), find, backwards=backwards) for row in rows]
    if not changes:
        _refuse()
    return ChangeSet(step.name, tuple(reversed(changes) if backwards else changes))


def check_steps(db: Database) -> Iterable[str]:
    """A sentence for every step that cannot be read; whether it fits the records shows when it is undone."""
    for step_id, kind, record, before, after in db.execute(
        "SELECT step, kind, record, before, after FROM change ORDER BY step, seq"
    ):
        try:
            codec = _codec(_Image(kind, record, before, after))
            for image in (before, after):
                _values(codec, image, is_whole=before is None or after is None)
        except HistoryDamagedError:
            yield text("check.step", step_id=step_id, kind=kind, record=record)
    if _args(db) == "args":
        for step_id, label, args in db.execute("SELECT id, label, args FROM step ORDER BY id"):
            if not is_readable(label, args):
                yield text("check.step_name", step_id=step_id)


def _args(db: Database) -> str:
    """The column with the values of names, or what a file that lacks it means."""
    return f"'{NO_ARGS}'" if lacking("step", format_of(db)) else "args"


def _image(change: Change) -> _Image:
    codec = CODECS[type(change.record)]
    before = codec.encode(change.before) if change.before is not None else None
    after = codec.encode(change.after) if change.after is not None else None
    names = codec.names[1:]
    if before is not None and after is not None:
        names = tuple(column.name for column, old, new in zip(codec.columns, before, after, strict=True) if old != new)
    return _Image(codec.table.name, change.record.id, _as_json(codec, before, names), _as_json(codec, after, names))


def _as_json(codec: Codec, row: Row | None, names: Iterable[str]) -> str | None:
    if row is None:
        return None
    values = dict(zip(codec.names, row, strict=True))
    chosen = {name: values[name] for name in names}
    return json.dumps(chosen, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _codec(image: _Image) -> Codec:
    table = TABLE_NAMED.get(image.kind)
    if table is None or not 1 <= image.record <= LARGEST_ID or (image.before is None and image.after is None):
        _refuse()
    return CODECS[table.record]


def _values(codec: Codec, text: str | None, *, is_whole: bool) -> dict[str, object]:
    """The values of an image as fields of a record.

    An image of a whole record must name them all; a step from before a column came does not name it.
    """
    if text is None:
        return {}
    try:
        values = json.loads(text, parse_constant=_refuse)
        if is_whole and type(values) is dict:
            values = lacking(codec.table.name, OLDEST) | values
        if type(values) is not dict or (is_whole and set(values) != set(codec.names[1:])):
            _refuse()
        if "id" in values:
            _refuse()
        return {name: codec.by_name[name].decode(value) for name, value in values.items()}
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise does_not_fit() from error


def _change(image: _Image, find: Find, *, backwards: bool) -> Change:
    codec = _codec(image)
    kind = codec.table.record
    is_whole = image.before is None or image.after is None
    if kind is Workbook and is_whole:
        # No action adds or deletes the record about the file.
        _refuse()
    old, new = (image.after, image.before) if backwards else (image.before, image.after)
    current = find(kind, image.record)
    old_values = _values(codec, old, is_whole=is_whole)
    if (current is None) is not (old is None) or any(
        getattr(current, name) != value for name, value in old_values.items()
    ):
        raise does_not_fit()
    if new is None:
        return Change(current, None)
    new_values = _values(codec, new, is_whole=is_whole)
    if current is not None:
        values = {name: getattr(current, name) for name in codec.names[1:]}
        new_values = values | new_values
    return Change(current, codec.build(image.record, new_values))


def does_not_fit() -> HistoryDamagedError:
    """What is said of a history that is not readable or leads where no rule allows."""
    return HistoryDamagedError(
        say("error.store.history_unreadable"),
        say("remedy.save_copy_without_history"),
    )


def _refuse(_constant: object = None) -> NoReturn:
    raise does_not_fit()
