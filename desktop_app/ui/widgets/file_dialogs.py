"""Which file: the only dialogs of the window. They answer with a path, or None when the person thinks otherwise."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.briefing.formats import BY_ENDING, CARRYING, ExportFormat
from desktop_app.wording.sentence import say, text

SUFFIX: Final = ".steelyard"
TEXT_SUFFIXES: Final = frozenset({".txt", ".md", ".markdown", ".text"})
# Pixels a map unit, by the words in the dialog's list of kinds.
_PICTURE_SIZES: Final = (
    (say("files.picture_document"), 2.0),
    (say("files.picture_screen"), 1.0),
    (say("files.picture_print"), 4.0),
)
# What Windows refuses in the name of a file; a colon and slashes, which part words, become dashes.
_DASHED: Final = re.compile(r"[\\/:|]")
_REFUSED: Final = re.compile(r'[?"<>*\x00-\x1f]')
# Names of its devices, also with an ending.
_DEVICE: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def file_name(title: str, otherwise: str, ending: str) -> str:
    """A name for a file after a title, without what one of the three systems does not take in names.

    Args:
        title: any text; questions lose their marks, slashes become dashes.
        otherwise: the name where nothing is left of the title.
        ending: of the file, with its dot.
    """
    dashed = _DASHED.sub("-", one_line(title, 60).replace(": ", " – "))
    kept = _REFUSED.sub("", dashed).strip(" .")
    return f"{kept if kept and not _DEVICE.fullmatch(kept) else otherwise}{ending}"


def ask_workbook_path(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """Asks where a workbook is to be written; its name ends as workbooks do."""
    path, _ = _ask_save_path(parent, title, str(start or ""), _workbooks(), [SUFFIX])
    return path


def ask_file_to_open(parent: QWidget) -> Path | None:
    """Asks which workbook or text is to be opened."""
    texts, exports = sorted(TEXT_SUFFIXES), sorted(CARRYING)
    kinds = (
        _kind(text("files.openable"), [SUFFIX, *texts, *exports]),
        _workbooks(),
        _kind(text("files.texts"), texts),
        _kind(text("files.exports"), exports),
    )
    name, _ = QFileDialog.getOpenFileName(parent, text("files.open"), "", ";;".join(kinds))
    return Path(name) if name else None


def ask_export_path(parent: QWidget, folder: Path, title: str, row: ExportFormat) -> Path | None:
    """Asks where the brief of a map is to be written; offers its title as the name.

    Args:
        parent: of the dialog.
        folder: that is offered.
        title: of the map.
        row: the format; a name without a known ending gets its ending.
    """
    suggested = file_name(title, text("files.brief"), row.ending)
    kinds = _kind(str(row.kind), [row.ending])
    endings = [row.ending, *BY_ENDING]
    path, _ = _ask_save_path(parent, text("files.export_brief"), str(folder / suggested), kinds, endings)
    return path


def ask_picture_path(parent: QWidget, folder: Path, title: str) -> tuple[Path, float] | None:
    """Asks where the picture of a map is to be written, and how large it is to be.

    Returns:
        The path, and how many pixels a map unit is to have.
    """
    sizes = {_kind(str(kind), [".png"]): size for kind, size in _PICTURE_SIZES}
    suggested = file_name(title, text("files.map"), ".png")
    path, chosen = _ask_save_path(parent, text("files.export_map"), str(folder / suggested), ";;".join(sizes), [".png"])
    return (path, sizes.get(chosen, 2.0)) if path is not None else None


def ask_previous_export(parent: QWidget) -> Path | None:
    """Asks which earlier Word export what changed is to be seen against."""
    name, _ = QFileDialog.getOpenFileName(
        parent, text("files.which_export"), "", _kind(text("files.word_documents"), [".docx"])
    )
    return Path(name) if name else None


def ask_logo(parent: QWidget) -> Path | None:
    """Asks which picture is to be the logo of a brief."""
    name, _ = QFileDialog.getOpenFileName(
        parent, text("files.choose_logo"), "", _kind(text("files.pictures"), [".png", ".svg"])
    )
    return Path(name) if name else None


def _ask_save_path(
    parent: QWidget, title: str, start: str, kinds: str, endings: Sequence[str]
) -> tuple[Path | None, str]:
    """Asks where a file is to be written; a name without one of the endings gets the first.

    The dialog asks before a file is replaced, but knows only what was typed: where a file has the name with its ending,
    it is opened again with that name.

    Returns:
        The path, None where the person thinks otherwise; and the kind that was chosen.
    """
    while True:
        name, kind = QFileDialog.getSaveFileName(parent, title, start, kinds)
        if not name:
            return None, kind
        path = Path(name)
        if path.suffix.lower() in endings:
            return path, kind
        path = path.with_name(path.name + endings[0])
        if not path.exists():
            return path, kind
        start = str(path)


def _workbooks() -> str:
    return _kind(text("files.workbooks"), [SUFFIX])


def _kind(words: str, endings: Sequence[str]) -> str:
    """A kind of files, as the dialogs of Qt take it."""
    return f"{words} ({' '.join(f'*{ending}' for ending in endings)})"
