"""Pasting a short text: its lines become cards at once, under the selected card where there is one."""

from desktop_app.edits.pasting import paste_plan
from desktop_app.formats.text import read_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.plans import Plan
from desktop_app.model.records import Card
from desktop_app.ui.workspace import Workspace


def paste_short(workspace: Workspace, text: str) -> str:
    """Makes cards of a text in the grammar, as one step, and selects the first.

    Returns:
        What to tell the person of it: the first notice, or nothing.
    """
    map_id, selected = workspace.map_id, workspace.view.selected

    def paste(document: Document) -> tuple[Plan, list[CardId]]:
        plan = read_text(
            text,
            known_sources=[source.key for source in reads.sources(document)],
            known_criteria=[criterion.name for criterion in reads.criteria(document, map_id)],
            on=None if selected is None else document.get(Card, selected).kind,
        )
        return plan, paste_plan(document, map_id, plan, under=selected)

    pasted = workspace.run(paste)
    if pasted is None:
        return ""
    plan, made = pasted
    if made:
        workspace.select(made[0])
    return plan.notices[0] if plan.notices else ""
