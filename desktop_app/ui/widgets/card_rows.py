"""How a card stands in a list of results: its kind as a sign, its text, and what is said at the end."""

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.reads import Records, arguments_from
from desktop_app.model.records import Card, CardKind, Stance
from desktop_app.model.words import MINUS, PLUS, QUOTE
from desktop_app.ui.widgets.result_list import ResultRow

_SIGNS = {
    CardKind.QUESTION: ("?", Role.INK),
    CardKind.OPTION: ("◆", Role.OPTION),
    CardKind.CLAIM: ("•", Role.MUTED),
    CardKind.EVIDENCE: (QUOTE, Role.EVIDENCE),
    CardKind.NOTE: ("·", Role.NOTE),
}


def card_row(records: Records, card: Card, end: str) -> ResultRow:
    """The row of a card."""
    sign, role = _SIGNS[card.kind]
    if card.kind is CardKind.CLAIM:
        link = next(iter(arguments_from(records, card.id)), None)
        if link is not None:
            sign, role = (PLUS, Role.PRO) if link.stance is Stance.SUPPORTS else (MINUS, Role.CON)
    return ResultRow(one_line(card.text) or "(no text)", end, sign, role)
