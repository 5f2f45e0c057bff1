"""Making files and names outlast a power cut: flush to the disk, put in place. No SQLite here."""

import os
import sys
from pathlib import Path

from desktop_app.base.replacing import take_place


def flush_file(path: Path) -> None:
    """Waits until the disk holds the file's bytes."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Waits until the disk holds the folder's names; Windows neither has nor needs this."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(part: Path, destination: Path) -> None:
    """Moves a finished file over its destination, which stays whole until then."""
    flush_file(part)
    take_place(part, destination)
    flush_folder(destination.parent)
