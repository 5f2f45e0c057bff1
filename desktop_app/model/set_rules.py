"""What several records may not be together: twins, shared keys, notes in a circle. Each is looked at once."""

from collections.abc import Iterable
from typing import Final

from desktop_app.model.errors import RuleError
from desktop_app.model.reads import Records
from desktop_app.model.records import Brief, Card, Premise, Record, Score, Source
from desktop_app.wording.sentence import Sentence, say

# Of the records that refer to one owner, no two are the same in this: kind, owner, what, and what is said.
_TWINS: Final[tuple[tuple[type[Record], str, str, Sentence], ...]] = (
    (Premise, "argument", "card", say("error.rule.premise_twice")),
    (Score, "option", "criterion", say("error.rule.score_twice")),
    (Brief, "map", "map", say("error.rule.brief_twice")),
)


def check_sets(records: Records, touched: Iterable[Record]) -> None:
    """Checks the records that were touched together with those beside them, in time linear in all of these.

    Args:
        records: the document; what each record refers to is checked already.
        touched: which records are new or changed; all of them for a whole workbook.

    Raises:
        RuleError: a rule is broken.
    """
    every = list(touched)
    _check_hanging(records, (record for record in every if isinstance(record, Card)))
    for kind, owner, twin, sentence in _TWINS:
        for owner_id in {getattr(record, owner) for record in every if isinstance(record, kind)}:
            siblings = records.referring(kind, owner, owner_id)
            if len({getattr(record, twin) for record in siblings}) < len(siblings):
                raise RuleError(sentence)
    if any(isinstance(record, Source) for record in every):
        _check_keys(records.all(Source))


def _check_hanging(records: Records, cards: Iterable[Card]) -> None:
    """Whether notes hang from each other in a circle."""
    sound: set[int] = set()
    for card in cards:
        passed: set[int] = set()
        step: Card | None = card
        while step is not None and step.id not in sound:
            if step.id in passed:
                raise RuleError(say("error.rule.note_under_itself"))
            passed.add(step.id)
            step = records.find(Card, step.under)
        sound |= passed


def _check_keys(sources: Iterable[Source]) -> None:
    keys: set[str] = set()
    for source in sources:
        if source.key in keys:
            raise RuleError(say("error.rule.source_key_twice", key=source.key), say("remedy.choose_another_key"))
        keys.add(source.key)
