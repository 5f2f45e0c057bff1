"""A new file beside the one it will replace: under a name of nobody else's, made so that no link can be followed."""

import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop_app.wording.sentence import text

_OURS: Final = re.compile(r"\.steelyard-[0-9a-f]{16}\.part(-journal)?")
_STALE_SECONDS: Final = 24 * 3600


@contextmanager
def new_file_beside(destination: Path) -> Iterator[Path]:
    """Makes an empty file in the folder of another, to be written and then renamed; what is left of it goes.

    What a killed program left of this kind more than a day ago is removed as well.

    Args:
        destination: what it will replace, links followed already; it need not exist.

    Raises:
        OSError: the folder cannot be written, or there stands something else than a regular file.
    """
    _mode_of(destination)
    _sweep(destination.parent)
    part = destination.parent / f".steelyard-{secrets.token_hex(8)}.part"
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(part, flags, 0o666))
    try:
        yield part
    finally:
        # After the renaming there is none; where removing fails, the place is at fault, which is said already.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def take_place(part: Path, destination: Path) -> None:
    """Renames a finished file to its destination, with the permissions of what was there or those of any new file.

    Raises:
        OSError: that is not possible; what was there stays.
    """
    mode = _mode_of(destination)
    if mode is not None:
        part.chmod(mode)
    part.replace(destination)


def _mode_of(destination: Path) -> int | None:
    try:
        status = destination.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(text("reason.folder", name=destination.name))
    if not stat.S_ISREG(status.st_mode):
        raise NotADirectoryError(text("reason.name_no_file", name=destination.name))
    return stat.S_IMODE(status.st_mode)


def _sweep(folder: Path) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _OURS.fullmatch(entry.name):
                continue
            status = entry.stat(follow_symlinks=False)
            is_mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if stat.S_ISREG(status.st_mode) and is_mine and time.time() - status.st_mtime > _STALE_SECONDS:
                Path(entry.path).unlink(missing_ok=True)
