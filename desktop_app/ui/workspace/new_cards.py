"""Where the text of a new card goes: the one way in which canvas, outline, balance and matrix make what was written."""

from collections.abc import Callable

from desktop_app.edits.drafts import Draft, commit
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.ui.workspace.pasting import ends_as_pasted
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import text


def new_card_target(
    workspace: Workspace,
    draft: Draft,
    where: str,
    *,
    on_leaving: bool = True,
    then: Callable[[CardId], None] | None = None,
) -> TextTarget:
    """Where a new card goes; a sign typed first and the marks of the text grammar that are typed last count.

    The side of a pro or con is remembered for the next one.

    Args:
        workspace: of which workbook.
        draft: what the card will be.
        where: in which field it is written; two that are being written in different fields are different texts.
        on_leaving: whether leaving the field makes it; else only Enter does.
        then: told of the card, once it is made.
    """

    def make(document: Document, text: str) -> CardId | None:
        drafted, words = draft.with_sign(text.strip())
        return commit(document, drafted, words, reads_marks=not ends_as_pasted(words))

    def made(card: object) -> None:
        if not isinstance(card, int):
            return  # nothing was written, and nothing made
        argument = next(iter(reads.arguments_from(workspace.document, CardId(card))), None)
        if argument is not None and draft.undercuts is None:
            workspace.view.last_stance = argument.stance
        if then is not None:
            then(CardId(card))

    # Not the kind and side: a sign that is typed first changes those of what is being written.
    key = ("new card", where, draft.map_id, draft.parent, draft.undercuts)
    return workspace.target(key, text("target.new_card", label=draft.label), make, then=made, on_leaving=on_leaving)
