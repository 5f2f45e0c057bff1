"""What can go wrong with a workbook file, each with its own code, sentence and remedy; SQLite's errors in words."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

from desktop_app.base.errors import AppError
from desktop_app.wording.sentence import Sentence, say


class StoreError(AppError):
    """Trouble with a workbook file. The command line answers all of these with exit code 3.

    Attributes:
        is_helped_by_copy: whether saving the open workbook elsewhere gets round it.
    """

    default_code: ClassVar[str] = "store"
    is_helped_by_copy: ClassVar[bool] = False


class UnusableFileError(StoreError):
    """SQLite refuses the file for a reason we know no better words for."""

    is_helped_by_copy = True


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
    is_helped_by_copy = True


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
    is_helped_by_copy = True


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
    is_helped_by_copy = True


class DiskFullError(StoreError):
    """No room is left."""

    default_code = "disk-full"
    is_helped_by_copy = True


class BusyError(StoreError):
    """Another program holds the file at this moment."""

    default_code = "busy"


class StorageError(StoreError):
    """The disk, stick or network reported an error."""

    default_code = "io"
    is_helped_by_copy = True


class FileGoneError(StoreError):
    """The file was moved or deleted while it was open."""

    default_code = "gone"
    is_helped_by_copy = True


class FileReplacedError(StoreError):
    """Another file stands where the open one was."""

    default_code = "replaced"
    is_helped_by_copy = True


class ConflictError(StoreError):
    """The file no longer holds what the change expects."""

    default_code = "conflict"
    is_helped_by_copy = True


class HistoryDamagedError(StoreError):
    """The undo history cannot be read or does not fit."""

    default_code = "bad-history"


_SAVE_A_COPY: Final = say("remedy.save_copy_elsewhere")
_OPEN_A_BACKUP: Final = say("remedy.open_backup_or_another_copy_of_it")
_RETRY: Final = say("remedy.free_some_space")

# By the beginning of SQLite's own error name; the first that fits counts.
_BY_NAME: Final[tuple[tuple[str, type[StoreError], Callable[[str], Sentence], Sentence | None], ...]] = (
    ("SQLITE_FULL", DiskFullError, lambda name: say("error.store.disk_full", name=name), _RETRY),
    ("SQLITE_BUSY", BusyError, lambda name: say("error.store.in_use", name=name), say("remedy.try_again_in_moment")),
    ("SQLITE_LOCKED", BusyError, lambda name: say("error.store.in_use", name=name), say("remedy.try_again_in_moment")),
    ("SQLITE_READONLY", ReadOnlyError, lambda name: say("error.store.not_writable", name=name), _SAVE_A_COPY),
    ("SQLITE_CANTOPEN", NoPermissionError, lambda name: say("error.store.folder", name=name), _SAVE_A_COPY),
    ("SQLITE_PERM", NoPermissionError, lambda name: say("error.store.no_permission", name=name), _SAVE_A_COPY),
    ("SQLITE_IOERR", StorageError, lambda name: say("error.store.device", name=name), _SAVE_A_COPY),
    ("SQLITE_CORRUPT", DamagedError, lambda name: say("error.store.damaged", name=name), _OPEN_A_BACKUP),
    ("SQLITE_NOTADB", DamagedError, lambda name: say("error.store.damaged", name=name), _OPEN_A_BACKUP),
    ("SQLITE_TOOBIG", TooLargeError, lambda name: say("error.store.value_too_large", name=name), None),
    ("SQLITE_INTERRUPT", TooLargeError, lambda name: say("error.store.too_much_work", name=name), None),
    ("SQLITE_NOMEM", TooLargeError, lambda name: say("error.store.memory", name=name), say("remedy.close_others")),
    ("SQLITE_AUTH", ForeignSchemaError, lambda name: say("error.store.not_allowed", name=name), None),
    ("SQLITE_CONSTRAINT", ConflictError, lambda name: say("error.store.not_as_expected", name=name), _SAVE_A_COPY),
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
    error_name = getattr(error, "sqlite_errorname", "")
    for beginning, kind, sentence, remedy in _BY_NAME:
        if error_name.startswith(beginning):
            return kind(sentence(name), remedy)
    words = str(error).lower()
    if "utf-8" in words:
        return DamagedError(say("error.store.unreadable_text", name=name), say("remedy.open_backup_or_another_copy"))
    if "malformed" in words or "not a database" in words:
        return DamagedError(say("error.store.damaged", name=name), say("remedy.open_backup_or_another_copy_of_it"))
    reason = str(error)
    return UnusableFileError(say("error.store.unusable", name=name, reason=reason), _SAVE_A_COPY)


def os_in_words(error: OSError, name: str) -> StoreError:
    """An error of the operating system as one a person can act on."""
    if isinstance(error, FileNotFoundError):
        return MissingFileError(say("error.store.missing", name=name), say("remedy.check_its_name_and_folder"))
    if isinstance(error, FileExistsError):
        return FileExistsAlreadyError(say("error.store.exists", name=name), say("remedy.choose_another_name"))
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return NotAFileError(say("error.store.no_file", name=name), say("remedy.choose_workbook_file"))
    if isinstance(error, PermissionError):
        return NoPermissionError(say("error.store.no_permission", name=name), say("remedy.choose_another_folder"))
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(say("error.store.disk_full", name=name), _RETRY)
    if error.errno == errno.ENAMETOOLONG:
        return StorageError(say("error.store.name_too_long", name=name), say("remedy.choose_shorter_name"))
    if error.errno == errno.ELOOP:
        return NotAFileError(say("error.store.link_to_itself", name=name), say("remedy.choose_workbook_file_itself"))
    reason = error.strerror or str(error)
    return StorageError(say("error.store.unusable", name=name, reason=reason), _SAVE_A_COPY)
