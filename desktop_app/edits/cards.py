"""Cards: adding what hangs without a stance, changing what a card says, is and holds."""

from desktop_app.edits import step_names
from desktop_app.edits.perspectives import set_card_number
from desktop_app.edits.siblings import rank_at_end, roots
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import CardId, MapId, PerspectiveId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Confidence,
    Fact,
    Override,
    Premise,
    Score,
)
from desktop_app.wording.sentence import say


def add_question(document: Document, map_id: MapId, text: str) -> Card:
    """Adds a question at the root of a map."""
    return _add_root(document, map_id, CardKind.QUESTION, text)


def add_claim(document: Document, map_id: MapId, text: str) -> Card:
    """Adds a claim that stands by itself."""
    return _add_root(document, map_id, CardKind.CLAIM, text)


def add_option(document: Document, map_id: MapId, text: str, *, under: CardId | None = None) -> Card:
    """Adds an option under a question, by default under the map's first one; loose where there is none."""
    with document.transaction(say("step.add_option")):
        if under is None:
            questions = [card for card in roots(document, map_id) if card.kind is CardKind.QUESTION]
            under = questions[0].id if questions else None
        if under is None:
            return _add_root(document, map_id, CardKind.OPTION, text)
        beside = reads.cards_under(document, under, CardKind.OPTION)
        return document.add(Card(_card_id(document), map_id, CardKind.OPTION, text, rank_at_end(beside), under=under))


def add_note(document: Document, map_id: MapId, text: str, *, under: CardId | None = None) -> Card:
    """Parks an idea without stance, under a card or by itself."""
    if under is None:
        return _add_root(document, map_id, CardKind.NOTE, text)
    with document.transaction(say("step.add_note")):
        beside = reads.cards_under(document, under, CardKind.NOTE)
        return document.add(Card(_card_id(document), map_id, CardKind.NOTE, text, rank_at_end(beside), under=under))


def set_text(document: Document, card_id: CardId, text: str) -> None:
    """Words a card anew; its numbers stay."""
    with document.transaction(say("step.edit_text")):
        document.change(document.get(Card, card_id), text=text)


def set_notes(document: Document, card_id: CardId, notes: str) -> None:
    """Writes the notes beneath a card's text."""
    with document.transaction(say("step.edit_notes")):
        document.change(document.get(Card, card_id), notes=notes)


def set_plausibility(
    document: Document, card_id: CardId, plausibility: float | None, *, perspective: PerspectiveId | None = None
) -> None:
    """Says how likely true a claim is by itself, 0…1; None: not weighed. Questions and options have none.

    Args:
        perspective: whose number it is; None is the base, *My numbers*.
    """
    with document.transaction(say("step.set_plausibility")):
        card = document.get(Card, card_id)
        if card.kind not in STATEMENTS:
            raise RuleError(say("error.edits.no_plausibility"), say("remedy.weigh_its_pros_and_cons_instead"))
        if perspective is not None:
            set_card_number(document, perspective, card_id, plausibility)
        else:
            document.change(card, plausibility=plausibility)


def set_confidence(document: Document, card_id: CardId, confidence: Confidence | None) -> None:
    """Says how sure one is of a claim's plausibility."""
    with document.transaction(say("step.set_confidence")):
        document.change(document.get(Card, card_id), confidence=confidence)


def set_assumption(document: Document, card_id: CardId, *, assumption: bool) -> None:
    """Marks a claim as an unstated premise, or as stated."""
    with document.transaction(say("step.mark_as_assumption" if assumption else "step.mark_as_stated")):
        document.change(document.get(Card, card_id), assumption=assumption)


def tags_in(text: str) -> tuple[str, ...]:
    """The tags that a person wrote with commas between; each once, in their order."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := " ".join(part.split()))))


def set_tags(document: Document, card_id: CardId, tags: tuple[str, ...]) -> None:
    """Sets a card's tags."""
    with document.transaction(say("step.set_tags")):
        document.change(document.get(Card, card_id), tags=tags)


def set_kind(document: Document, card_id: CardId, kind: CardKind) -> None:
    """Makes a card something else; what only the old kind can hold is dropped in the same step.

    Raises:
        RuleError: a note was asked for but the card has pros or cons.
    """
    with document.transaction(step_names.changing_to(kind)):
        card = document.get(Card, card_id)
        if card.kind is kind:
            return
        if kind is CardKind.NOTE and document.has_referring(Argument, "target_card", card_id):
            raise RuleError(say("error.rule.note_takes_no_arguments"), say("remedy.move_or_delete_its_pros_and_cons"))
        if card.kind is CardKind.OPTION:
            _drop_judgements(document, card)
        if card.kind is CardKind.QUESTION:
            for option in document.referring(Card, "under", card_id):
                if option.kind is CardKind.OPTION:
                    document.change(option, under=None)
        serves = kind in STATEMENTS
        under = card.under if kind is CardKind.NOTE else None
        if not serves:
            for premise in document.referring(Premise, "card", card_id):
                remove_premise(document, premise)
        changed = document.change(card, kind=kind, under=under)
        if not serves:
            document.change(changed, plausibility=None, confidence=None)


def remove_premise(document: Document, premise: Premise) -> None:
    """Takes a card out of an argument; an argument without premises goes as well."""
    with document.transaction(say("step.unlink")):
        others = [item for item in document.referring(Premise, "argument", premise.argument) if item.id != premise.id]
        if others:
            document.delete(premise)
        else:
            document.delete(document.get(Argument, premise.argument))


def _add_root(document: Document, map_id: MapId, kind: CardKind, text: str) -> Card:
    with document.transaction(step_names.adding(kind)):
        rank = rank_at_end(roots(document, map_id))
        return document.add(Card(_card_id(document), map_id, kind, text, rank))


def _drop_judgements(document: Document, option: Card) -> None:
    for score in document.referring(Score, "option", option.id):
        document.delete(score)
    for fact in document.referring(Fact, "option", option.id):
        document.delete(fact)
    for override in document.referring(Override, "option", option.id):
        document.delete(override)
    for argument in document.referring(Argument, "target_card", option.id):
        document.change(argument, criterion=None)


def _card_id(document: Document) -> CardId:
    return CardId(document.new_id(Card))
