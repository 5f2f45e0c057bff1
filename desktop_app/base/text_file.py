"""Reads a file that a person names or drops. What it means is for others."""

import errno
import stat
from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.wording.sentence import say, text

# The text of a long book; more than any map can hold.
_MOST_BYTES: Final = 20_000_000
_MOST_BYTES_OF_EXPORTS: Final = 300_000_000


class TextUnreadableError(AppError):
    """A text file cannot be read."""

    default_code = "text-unreadable"


class FileUnreadableError(AppError):
    """A file that is no text cannot be read."""

    default_code = "file-unreadable"


def read_file(path: Path) -> bytes:
    """The bytes of a file, such as an earlier export.

    Raises:
        FileUnreadableError: it is not there, no ordinary file, or far too large.
    """
    try:
        content = _read(path, _MOST_BYTES_OF_EXPORTS)
    except OSError as error:
        reason = error.strerror or say("reason.unknown")
        raise FileUnreadableError(
            say("error.file.unreadable", path=str(path), reason=reason), say("remedy.check_its_name_and_place")
        ) from None
    if content is None:
        raise FileUnreadableError(say("error.file.too_large", path=str(path)), say("remedy.name_another_file"))
    return content


def read_text_file(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        TextUnreadableError: it is not there, no ordinary file, not a text, or far too long.
    """
    try:
        content = _read(path, _MOST_BYTES)
        if content is None:
            raise TextUnreadableError(
                say("error.file.text_too_large", path=str(path)), say("remedy.take_part_that_matters")
            )
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise TextUnreadableError(say("error.file.no_utf_8", path=str(path)), say("remedy.save_as_utf_8")) from None
    except OSError as error:
        reason = error.strerror or say("reason.unknown")
        raise TextUnreadableError(
            say("error.file.unreadable", path=str(path), reason=reason), say("remedy.check_its_name_and_place")
        ) from None


def _read(path: Path, most: int) -> bytes | None:
    """The bytes of an ordinary file, None when there are more than `most`. A pipe would be waited for without end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, text("reason.no_file"))
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    return content if len(content) <= most else None
