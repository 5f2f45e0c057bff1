"""How a card stands in a list of results: its kind as a sign, its text, and what is said at the end."""

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.kinds import KINDS, STANCES
from desktop_app.model.reads import Records, arguments_from
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.widgets.result_list import ResultRow
from desktop_app.wording.sentence import text


def card_row(records: Records, card: Card, end: str) -> ResultRow:
    """The row of a card."""
    naming = KINDS[card.kind]
    if card.kind is CardKind.CLAIM:
        link = next(iter(arguments_from(records, card.id)), None)
        if link is not None:
            naming = STANCES[link.stance]
    # A question's own colour is for its card, dark as it is.
    role = Role.INK if card.kind is CardKind.QUESTION else Role(naming.role)
    return ResultRow(one_line(card.text) or text("card.no_text"), end, naming.sign, role)
