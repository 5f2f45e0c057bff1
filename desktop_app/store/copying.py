"""Copies of an open workbook: finished beside the destination, checked, then put in its place."""

import logging
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from desktop_app.base.replacing import new_file_beside
from desktop_app.model.records import Record
from desktop_app.store.building import build_file, content_sum_of
from desktop_app.store.connection import Access, connect, unguarded
from desktop_app.store.durable import put_in_place
from desktop_app.store.errors import AlreadyOpenError, StoreError, os_in_words, translate_sqlite_errors
from desktop_app.store.journal import JOURNAL, WRITE_AHEAD_LOG, names_beside
from desktop_app.store.lock import file_key, links_followed, refuse_if_open_here
from desktop_app.store.reading import load
from desktop_app.store.recovery import set_aside
from desktop_app.wording.sentence import say

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What a copy holds; `has_history` is False when undo steps and minutes were unwanted or not readable."""

    path: Path
    has_history: bool


def copy_workbook(
    db: Database | None, source: Path, destination: Path, records: list[Record], *, with_history: bool
) -> CopyReport:
    """Writes a copy; works also when the source is gone, overwritten or on a full disk.

    Args:
        db: the connection to the open workbook, perhaps failed; None when it must not be used.
        source: the open workbook; refused as a destination.
        destination: where the copy goes; a file there is replaced once the copy is whole.
        records: what is in memory, which the copy must hold.
        with_history: whether undo steps and minutes go along. Without, deleted text is not in the copy.

    Raises:
        StoreError: the copy cannot be written; the destination is as it was.
    """
    refuse_as_destination(source, destination)
    destination = links_followed(destination)
    try:
        beside = names_beside(destination)
        with new_file_beside(destination) as part:
            has_history = with_history and db is not None and _copied_whole(db, source, part, content_sum_of(records))
            if not has_history:
                part.unlink()
                build_file(part, records)
            put_in_place(part, destination)
    except OSError as error:
        raise os_in_words(error, destination.name) from error
    # They were those of the file that was replaced.
    set_aside(beside)
    _LOG.info("saved a copy: %d records, %s history", len(records), "with" if has_history else "without")
    return CopyReport(destination, has_history)


def refuse_as_destination(source: Path, destination: Path) -> None:
    """Nothing is written over an open workbook or its journal, whatever name leads there.

    Args:
        source: the open workbook.
        destination: where something is to be written.

    Raises:
        AlreadyOpenError: that is the workbook, by this or another name, or what SQLite keeps beside it.
        StoreError: the place cannot be looked at.
    """
    source, destination = links_followed(source), links_followed(destination)
    refusal = AlreadyOpenError(
        say("error.store.is_open_workbook", name=destination.name), say("remedy.choose_another_name")
    )
    beside = {source.with_name(source.name + ending) for ending in ("", JOURNAL, WRITE_AHEAD_LOG)}
    try:
        if destination in beside:
            raise refusal
        if destination.exists():
            refuse_if_open_here(file_key(destination), destination.name)
            if source.exists() and destination.samefile(source):
                raise refusal
    except OSError as error:
        raise os_in_words(error, destination.name) from error


def _copied_whole(db: Database, source: Path, part: Path, wanted_sum: int) -> bool:
    """Copies through the connection; whether that gave what is in memory, history included."""
    try:
        with translate_sqlite_errors(source.name), unguarded(db, attached=1):
            db.execute("VACUUM main INTO ?", (str(part),))
        with translate_sqlite_errors(part.name):
            copy = connect(part, Access.READ)
        try:
            loaded = load(copy, part.name)
        finally:
            copy.conn.close()
    except StoreError:
        # A failed connection or a source that was overwritten: the records in memory are the truth.
        return False
    return loaded.sum_is_right and content_sum_of(loaded.document.records()) == wanted_sum
