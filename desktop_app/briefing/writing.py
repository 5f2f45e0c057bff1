"""Puts an exported file in place: written beside, synced, then swapped in, so that the old one is whole until then."""

import os
from pathlib import Path

from desktop_app.briefing.errors import ExportWriteError


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there unchanged. Where `path` is a link, what it points to is replaced.

    Raises:
        ExportWriteError: the place cannot be written.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        _forget(part)
        reason = error.strerror or "it cannot be written"
        raise ExportWriteError(f"{path.name} was not written: {reason}.", "Choose another folder or name.") from error


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the place is what was at fault; that is said already
