"""Which file: the only dialogs of the window. They answer with a path, or None when the person thinks otherwise."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.widgets.text import one_line

SUFFIX: Final = ".steelyard"
TEXT_SUFFIXES: Final = frozenset({".txt", ".md", ".markdown", ".text"})
_FORMATS: Final = {
    ".pdf": "PDF",
    ".docx": "Word document",
    ".pptx": "Slides",
    ".html": "Web page",
    ".md": "Markdown",
    ".svg": "Drawing",
    ".png": "Picture",
    ".csv": "Table",
    ".json": "Everything as JSON",
}
_WORKBOOKS: Final = "Steelyard workbooks (*.steelyard)"
_TEXTS: Final = "Texts (*.txt *.md *.markdown *.text)"
_BOTH: Final = "Workbooks and texts (*.steelyard *.txt *.md *.markdown *.text)"


def where_to(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """Asks where a workbook is to be written; its name ends as workbooks do."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start or ""), _WORKBOOKS)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def which(parent: QWidget) -> Path | None:
    """Asks which workbook or text is to be opened."""
    name, _ = QFileDialog.getOpenFileName(parent, "Open or import", "", f"{_BOTH};;{_WORKBOOKS};;{_TEXTS}")
    return Path(name) if name else None


def where_to_export(parent: QWidget, folder: Path, title: str, ending: str = ".pdf") -> Path | None:
    """Asks where the brief of a map is to be written; offers its title as the name.

    Args:
        parent: of the dialog.
        folder: that is offered.
        title: of the map.
        ending: of the format, with its dot; a name without a known ending gets it.
    """
    suggested = f"{one_line(title, 60) or 'Brief'}{ending}".replace("/", "-")
    kinds = f"{_FORMATS[ending]} (*{ending})"
    name, _ = QFileDialog.getSaveFileName(parent, "Export brief", str(folder / suggested), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() in _FORMATS else path.with_name(path.name + ending)


def which_logo(parent: QWidget) -> Path | None:
    """Asks which picture is to be the logo of a brief."""
    name, _ = QFileDialog.getOpenFileName(parent, "Choose logo", "", "Pictures (*.png *.svg)")
    return Path(name) if name else None
