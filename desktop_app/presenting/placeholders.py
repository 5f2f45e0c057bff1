"""What a template put on a card to be written over. A room does not see it until somebody has."""

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, arguments_from, arguments_on, premises_of, undercuts_of
from desktop_app.model.records import Card, Citation, Score
from desktop_app.samples import placeholder_texts


def is_placeholder(records: Records, card: Card) -> bool:
    """Whether a card still says what its template said, and nothing was added to it: no score, answer or source."""
    texts = placeholder_texts()
    seen: set[CardId] = set()
    waiting = [card]
    while waiting:
        item = waiting.pop()
        if item.text not in texts or _has_own(records, item):
            # What hangs on it is shown too: an answer without what it answers would say nothing.
            return False
        if item.id not in seen:
            seen.add(item.id)
            links = arguments_on(records, item.id)
            links += [under for link in arguments_from(records, item.id) for under in undercuts_of(records, link.id)]
            waiting += [records.get(Card, premise.card) for link in links for premise in premises_of(records, link.id)]
    return True


def _has_own(records: Records, card: Card) -> bool:
    return records.has_referring(Score, "option", card.id) or records.has_referring(Citation, "card", card.id)
