"""Who has a file open: this process (a set of ids) or another program of this user (a kept lock).

Locks lie in the user's own folder, keyed by device and inode: beside the file they would travel with it.
"""

import errno
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from desktop_app.store.errors import AlreadyOpenError, StoreError, os_in_words
from desktop_app.wording.sentence import say

_LOG = logging.getLogger(__name__)
APPLICATION: Final = "steelyard"

FileKey = tuple[int, int]
_open_here: Final[set[FileKey]] = set()


def links_followed(path: Path) -> Path:
    """The file that a path means, whatever links lead there; it need not exist.

    Raises:
        StoreError: the links lead nowhere.
    """
    try:
        return path.resolve()
    except RuntimeError:
        # Before Python 3.13 links in a circle are said so.
        raise os_in_words(OSError(errno.ELOOP, os.strerror(errno.ELOOP)), path.name) from None
    except OSError as error:
        raise os_in_words(error, path.name) from error


def file_key(path: Path) -> FileKey:
    """Device and inode, which stay the same under another name.

    Raises:
        StoreError: the file cannot be reached.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise os_in_words(error, path.name) from error
    return status.st_dev, status.st_ino


def is_anothers(path: Path, key: FileKey) -> bool:
    """Whether another file stands where the one with this key was opened.

    SQLite finds a journal by name alone: reading through the old connection, or closing it tidily, would then
    play back or delete the journal of that other file.
    """
    try:
        return file_key(path) != key
    except StoreError:
        return False


def refuse_if_open_here(key: FileKey, name: str) -> None:
    """Checked before a file is opened in any way: a second open and close would drop SQLite's own locks (POSIX).

    Raises:
        AlreadyOpenError: this process has it open.
    """
    if key in _open_here:
        raise AlreadyOpenError(say("error.store.open_already", name=name), say("remedy.go_to_its_window"))


@dataclass(slots=True)
class OpenHere:
    """This process has a file open, until `release`."""

    key: FileKey

    def __post_init__(self) -> None:
        _open_here.add(self.key)

    def release(self) -> None:
        """The file is no longer open here."""
        _open_here.discard(self.key)


class NoLockFolderError(OSError):
    """The user's folder for locks cannot be used."""


def claim(key: FileKey) -> FileLock | None:
    """The lock on a file, or None when another program has it; ends with the process, however that ends.

    Raises:
        NoLockFolderError: the user's folder for locks cannot be written.
    """
    folder = user_state_path(APPLICATION, appauthor=False) / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / f"{key[0]:x}-{key[1]:x}.lock", blocking=False)
        lock.acquire()
    except Timeout:
        _LOG.info("another program has the lock")
        return None
    except OSError as error:
        _LOG.warning("no lock: system error %s", error.errno)
        raise NoLockFolderError(str(folder)) from error
    return lock


def release(lock: FileLock) -> None:
    """Gives a claim back."""
    with suppress(OSError):
        lock.release()
