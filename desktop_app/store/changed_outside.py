"""Whether the open file is still what was read: another program may have changed, moved or replaced it."""

from pathlib import Path

from sqlite_utils import Database

from desktop_app.store.errors import ConflictError, FileGoneError, FileReplacedError, os_in_words
from desktop_app.store.reading import data_version
from desktop_app.wording.sentence import say


def require_still_there(path: Path, key: tuple[int, int]) -> None:
    """Before SQLite is asked: it would write into a deleted file, or say "read-only" of a replaced one.

    Args:
        path: of the open file.
        key: its device and inode when it was opened.

    Raises:
        FileGoneError: nothing has this name any more.
        FileReplacedError: another file has it.
        StoreError: the system does not say.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise FileGoneError(say("error.store.gone", name=path.name), say("remedy.save_copy")) from None
    except OSError as error:
        raise os_in_words(error, path.name) from error
    if (status.st_dev, status.st_ino) != key:
        raise FileReplacedError(say("error.store.replaced", name=path.name), say("remedy.save_copy"))


def require_same_version(db: Database, version: int) -> None:
    """Inside a transaction, before the first row is written.

    Args:
        db: a connection that writes.
        version: the `data_version` under which the records were read.

    Raises:
        ConflictError: another connection has written since.
    """
    if data_version(db) != version:
        raise conflict()


def conflict() -> ConflictError:
    """That the file holds something else than what was read from it."""
    return ConflictError(say("error.store.changed_meanwhile"), say("remedy.save_copy_then_open_again"))
