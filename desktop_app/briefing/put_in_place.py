"""Puts an exported file in place: written beside, synced, then swapped in, so that the old one is whole until then."""

import os
from pathlib import Path

from desktop_app.base.replacing import new_file_beside, take_place
from desktop_app.briefing.errors import ExportWriteError
from desktop_app.wording.sentence import say


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there unchanged.

    Where `path` is a link, the file it points to is replaced and the link stays, as editors do.

    Raises:
        ExportWriteError: the place cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        with new_file_beside(target) as part:
            with part.open("r+b") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            take_place(part, target)
    except OSError as error:
        reason = error.strerror or str(error) or say("reason.not_writable")
        raise ExportWriteError(
            say("error.export.not_written", name=path.name, reason=reason), say("remedy.choose_another_folder_or_name")
        ) from error
