"""Pasting a short text: its parts become cards at once, under the selected card where there is one."""

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication

from desktop_app.edits.pasting import paste_plan
from desktop_app.formats.any_text import read_any, read_beneath
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.plans import Plan
from desktop_app.model.records import Card
from desktop_app.ui.workspace.workspace import Workspace

_LINES_FORMAT = "application/x-steelyard-lines"
_LONGEST_MARGIN = 200  # blanks and line ends that writing takes out


def mime_of_lines(text: str) -> QMimeData:
    """Lines in the grammar for the clipboard: text for every program, and known here for what it is."""
    # The clipboard outlives Python when the program ends, and deleting an object made in Python crashes then. This one
    # is therefore made by Qt, of an item that is taken out again.
    item = QStringListModel([""])
    mime = item.mimeData([item.index(0)])
    for kind in mime.formats():
        mime.removeFormat(kind)
    mime.setText(text)
    mime.setData(_LINES_FORMAT, b"")
    return mime


def are_lines(mime: QMimeData | None) -> bool | None:
    """Whether what was copied is lines in the grammar; None when the text has to say, or nothing was copied."""
    return True if mime is not None and mime.hasFormat(_LINES_FORMAT) else None


def ends_as_pasted(text: str) -> bool:
    """Whether a text that was written ends as what was copied elsewhere does: its last words were pasted, not typed.

    "Cuts traffic by ~30%", pasted into the field of a new card, says nothing of how likely it is.
    """
    clipboard = QGuiApplication.clipboard()
    # Without a text there may be nothing at all to ask for its formats.
    copied = clipboard.text()
    if not copied.strip() or len(copied) > len(text) + _LONGEST_MARGIN or are_lines(clipboard.mimeData()):
        return False
    return " ".join(text.split()).endswith(" ".join(copied.split()))


def paste_short(workspace: Workspace, text: str, *, as_lines: bool | None = None) -> str:
    """Makes cards of a text, as one step, and selects the first.

    Args:
        workspace: the open workbook.
        text: lines with signs, or any other text: that has sides only where a heading says so.
        as_lines: whether it is read as lines with signs; None lets the text say.

    Returns:
        What to tell the person of it: the first notice, or nothing.
    """
    map_id, selected = workspace.map_id, workspace.view.selected

    def paste(document: Document) -> tuple[Plan, list[CardId]]:
        sources = [source.key for source in reads.sources(document)]
        criteria = [criterion.name for criterion in reads.criteria(document, map_id)]
        if selected is None:
            plan = read_any(text, known_sources=sources, known_criteria=criteria, as_lines=as_lines)
        else:
            card = document.get(Card, selected)
            plan = read_beneath(
                text, card.kind, below=card.text, known_sources=sources, known_criteria=criteria, as_lines=as_lines
            )
        return plan, paste_plan(document, map_id, plan, under=selected)

    pasted = workspace.run(paste)
    if pasted is None:
        return ""
    plan, made = pasted
    if made:
        workspace.select(made[0])
    return str(plan.notices[0]) if plan.notices else ""
