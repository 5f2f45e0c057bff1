"""Puts an exported file in place: written beside, synced, then swapped in, so that the old one is whole until then."""

import os
from pathlib import Path

from desktop_app.briefing.errors import ExportWriteError


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there unchanged.

    Raises:
        ExportWriteError: the place cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or "it cannot be written"
        raise ExportWriteError(f"{path.name} was not written: {reason}.", "Choose another folder or name.") from error
