"""What a template put on a card to be written over. A room does not see it until somebody has."""

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records, arguments_from, arguments_on, premises_of, undercuts_of
from desktop_app.model.records import Argument, Card, Citation, Override, Premise, Score
from desktop_app.samples import placeholder_texts


def is_placeholder(records: Records, card: Card) -> bool:
    """Whether a card still says what its template said, and nothing was added to it: no number, answer or source."""
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
    """Whether somebody said something of it: a number, whosever, or a source. A result that counts it names it."""
    return (
        card.plausibility is not None
        or records.has_referring(Score, "option", card.id)
        or records.has_referring(Citation, "card", card.id)
        or any(records.has_referring(Override, field, card.id) for field in ("card", "option"))
        or any(_is_weighed(records, premise.argument) for premise in records.referring(Premise, "card", card.id))
    )


def _is_weighed(records: Records, argument: ArgumentId) -> bool:
    weighed = records.get(Argument, argument).importance is not None
    return weighed or records.has_referring(Override, "argument", argument)
