"""What can go wrong with a workbook file, each with its own code, sentence and remedy; SQLite's errors in words."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

from desktop_app.base.errors import AppError


class StoreError(AppError):
    """Trouble with a workbook file. The command line answers all of these with exit code 3."""

    default_code: ClassVar[str] = "store"


class MissingFileError(StoreError):
    """There is no such file."""

    default_code = "missing"


class FileExistsAlreadyError(StoreError):
    """A new workbook would stand where a file is already."""

    default_code = "exists"


class NotAFileError(StoreError):
    """A folder, device or pipe was named instead of a file."""

    default_code = "not-a-file"


class NoPermissionError(StoreError):
    """The system refuses access to the file or its folder."""

    default_code = "no-permission"


class EmptyFileError(StoreError):
    """The file has no bytes."""

    default_code = "empty"


class NotAWorkbookError(StoreError):
    """The file is no SQLite database, or one of another program."""

    default_code = "not-a-workbook"


class NewerFormatError(StoreError):
    """A later version of the program wrote the file."""

    default_code = "newer"


class CutOffError(StoreError):
    """The file is shorter than its first bytes say."""

    default_code = "cut-off"


class TooLargeError(StoreError):
    """The file, a value in it, or the work to check it exceeds what is opened."""

    default_code = "too-large"


class DamagedError(StoreError):
    """The content of the file is not as it was written."""

    default_code = "damaged"


class ForeignSchemaError(StoreError):
    """The file has parts this program never writes: triggers, views, other tables."""

    default_code = "foreign-schema"


class AlreadyOpenError(StoreError):
    """This very process has the file open."""

    default_code = "already-open"


class StrayJournalError(StoreError):
    """Something that can be no journal lies beside the file under a journal's name."""

    default_code = "stray-journal"


class JournalNotBelieved(StoreError):  # noqa: N818  # said, not raised
    """Said when a workbook opens: a journal beside it was not believed. Nothing is wrong with the workbook."""

    default_code = "journal-not-believed"


class ReadOnlyError(StoreError):
    """The workbook was opened for reading, or the place refuses writing."""

    default_code = "read-only"


class DiskFullError(StoreError):
    """No room is left."""

    default_code = "disk-full"


class BusyError(StoreError):
    """Another program holds the file at this moment."""

    default_code = "busy"


class StorageError(StoreError):
    """The disk, stick or network reported an error."""

    default_code = "io"


class FileGoneError(StoreError):
    """The file was moved or deleted while it was open."""

    default_code = "gone"


class FileReplacedError(StoreError):
    """Another file stands where the open one was."""

    default_code = "replaced"


class ConflictError(StoreError):
    """The file no longer holds what the change expects."""

    default_code = "conflict"


class HistoryDamagedError(StoreError):
    """The undo history cannot be read or does not fit."""

    default_code = "bad-history"


_SAVE_A_COPY: Final = "Save a copy elsewhere to keep your work."
_RETRY: Final = "Free some space and try again, or save a copy elsewhere."

# By the beginning of SQLite's own error name; the first that fits counts.
_BY_NAME: Final[tuple[tuple[str, type[StoreError], str, str], ...]] = (
    ("SQLITE_FULL", DiskFullError, "The disk is full, so nothing was written to {name}.", _RETRY),
    ("SQLITE_BUSY", BusyError, "Another program is using {name} at this moment.", "Try again in a moment."),
    ("SQLITE_LOCKED", BusyError, "Another program is using {name} at this moment.", "Try again in a moment."),
    ("SQLITE_READONLY", ReadOnlyError, "{name} cannot be written where it lies.", _SAVE_A_COPY),
    ("SQLITE_CANTOPEN", NoPermissionError, "{name} or its folder cannot be written or read.", _SAVE_A_COPY),
    ("SQLITE_PERM", NoPermissionError, "There is no permission to use {name}.", _SAVE_A_COPY),
    ("SQLITE_IOERR", StorageError, "The disk or the network failed while using {name}.", _SAVE_A_COPY),
    ("SQLITE_CORRUPT", DamagedError, "{name} is damaged.", "Open a backup or another copy of it."),
    ("SQLITE_NOTADB", DamagedError, "{name} is damaged.", "Open a backup or another copy of it."),
    ("SQLITE_TOOBIG", TooLargeError, "A value in {name} is larger than this program opens.", ""),
    ("SQLITE_INTERRUPT", TooLargeError, "{name} asks for more work than its size explains, so it is not opened.", ""),
    ("SQLITE_NOMEM", TooLargeError, "There is not enough memory to use {name}.", "Close other programs."),
    ("SQLITE_AUTH", ForeignSchemaError, "{name} asks for something this program does not allow.", ""),
    ("SQLITE_CONSTRAINT", ConflictError, "{name} no longer holds what this change expects.", _SAVE_A_COPY),
)


@contextmanager
def translate_sqlite_errors(name: str) -> Iterator[None]:
    """Turns what the sqlite3 module raises into a `StoreError` about the file of this name.

    Damaged bytes can also end up in SQLite's own messages, which then fail to decode.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise to_store_error(error, name) from error


def to_store_error(error: sqlite3.Error | UnicodeError, name: str) -> StoreError:
    """An error of SQLite as one a person can act on.

    Args:
        error: what the sqlite3 module raised.
        name: the file's name, without its folder.
    """
    quoted = f'"{name}"'
    error_name = getattr(error, "sqlite_errorname", "")
    for beginning, kind, sentence, remedy in _BY_NAME:
        if error_name.startswith(beginning):
            return kind(sentence.format(name=quoted), remedy)
    words = str(error).lower()
    if "utf-8" in words:
        return DamagedError(f"{quoted} is damaged: a text in it is not readable.", "Open a backup or another copy.")
    if "malformed" in words or "not a database" in words:
        return DamagedError(f"{quoted} is damaged.", "Open a backup or another copy of it.")
    return StoreError(f"{quoted} cannot be used: {error}.", _SAVE_A_COPY)


def os_in_words(error: OSError, name: str) -> StoreError:
    """An error of the operating system as one a person can act on."""
    quoted = f'"{name}"'
    if isinstance(error, FileNotFoundError):
        return MissingFileError(f"{quoted} is not there.", "Check its name and folder.")
    if isinstance(error, FileExistsError):
        return FileExistsAlreadyError(f"{quoted} is there already.", "Choose another name.")
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return NotAFileError(f"{quoted} is not an ordinary file.", "Choose a workbook file.")
    if isinstance(error, PermissionError):
        return NoPermissionError(f"There is no permission to use {quoted}.", "Choose another folder.")
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(f"The disk is full, so nothing was written to {quoted}.", _RETRY)
    if error.errno == errno.ENAMETOOLONG:
        return StorageError(f"The name {quoted} is too long for this disk.", "Choose a shorter name.")
    if error.errno == errno.ELOOP:
        return NotAFileError(f"{quoted} is a link that leads to itself.", "Choose the workbook file itself.")
    return StorageError(f"{quoted} cannot be used: {error.strerror or error}.", _SAVE_A_COPY)
