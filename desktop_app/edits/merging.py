"""Merging cards that say the same: one wording is chosen, nothing else is lost."""

from collections.abc import Sequence

from desktop_app.edits.siblings import rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import CardId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.records import Argument, Card, Citation, Override, Premise
from desktop_app.wording.sentence import say, text


def merge_cards(document: Document, chosen: CardId, others: Sequence[CardId]) -> None:
    """Merges cards into one, in one step.

    The chosen wording stands; the others are kept in its notes, with how often it was said. Links, citations and
    other people's numbers are united; where numbers clash the chosen card's hold and the arguments are marked
    "check again" (MODEL "Merging cards").

    Raises:
        RuleError: they are not all claims or evidence of one map, or merging would make a card bear on itself.
    """
    with document.transaction(say("step.merge_cards")):
        kept = document.get(Card, chosen)
        for other_id in others:
            if other_id != chosen:
                kept = _merge_one(document, kept, document.get(Card, other_id))


def _merge_one(document: Document, kept: Card, other: Card) -> Card:
    if kept.map != other.map or kept.kind not in STATEMENTS or other.kind not in STATEMENTS:
        raise RuleError(say("error.edits.merge_claims"), say("remedy.choose_other_cards"))
    clash = None not in {kept.plausibility, other.plausibility} and kept.plausibility != other.plausibility
    _move_premises(document, kept, other, clash=clash)
    rank_from = reads.arguments_on(document, kept.id)
    for argument in reads.arguments_on(document, other.id):
        moved = document.change(argument, target_card=kept.id, rank=rank_at_end(rank_from))
        rank_from.append(moved)
    _move_citations(document, kept, other)
    _move_numbers(document, kept, other)
    for note in document.referring(Card, "under", other.id):
        document.change(note, under=kept.id)
    times_said = kept.said + other.said
    merged = document.change(
        kept,
        notes=_notes(kept, other),
        said=times_said,
        plausibility=kept.plausibility if kept.plausibility is not None else other.plausibility,
        confidence=kept.confidence if kept.confidence is not None else other.confidence,
        tags=tuple(dict.fromkeys((*kept.tags, *other.tags))),
        under=kept.under,
    )
    document.delete(document.get(Card, other.id))
    return merged


def _move_premises(document: Document, kept: Card, other: Card, *, clash: bool) -> None:
    mine = {premise.argument: premise for premise in document.referring(Premise, "card", kept.id)}
    twins = {_role(document.get(Argument, argument_id)): argument_id for argument_id in mine}
    for premise in document.referring(Premise, "card", other.id):
        argument = document.get(Argument, premise.argument)
        alone = len(document.referring(Premise, "argument", argument.id)) == 1
        twin = document.find(Argument, twins.get(_role(argument))) if alone else None
        if premise.argument in mine:
            document.delete(premise)
        elif twin is not None and len(document.referring(Premise, "argument", twin.id)) == 1:
            _unite(document, twin, argument)
        else:
            document.change(premise, card=kept.id)
            if clash:
                document.change(argument, check_again=True)


def _unite(document: Document, twin: Argument, argument: Argument) -> None:
    """Two arguments that now say the same of the same target become one."""
    for undercut in document.referring(Argument, "target_argument", argument.id):
        document.change(undercut, target_argument=twin.id)
    for override in document.referring(Override, "argument", argument.id):
        theirs = {item.perspective for item in document.referring(Override, "argument", twin.id)}
        if override.perspective not in theirs:
            document.change(override, argument=twin.id)
    clash = None not in {twin.importance, argument.importance} and twin.importance != argument.importance
    document.change(
        twin,
        importance=twin.importance if twin.importance is not None else argument.importance,
        criterion=twin.criterion if twin.criterion is not None else argument.criterion,
        check_again=twin.check_again or clash,
    )
    document.delete(document.get(Argument, argument.id))


def _move_citations(document: Document, kept: Card, other: Card) -> None:
    mine = {(item.source, item.locator, item.quote) for item in document.referring(Citation, "card", kept.id)}
    for citation in document.referring(Citation, "card", other.id):
        if (citation.source, citation.locator, citation.quote) not in mine:
            document.change(citation, card=kept.id)


def _move_numbers(document: Document, kept: Card, other: Card) -> None:
    mine = {item.perspective for item in document.referring(Override, "card", kept.id)}
    for override in document.referring(Override, "card", other.id):
        if override.perspective not in mine:
            document.change(override, card=kept.id)


def _role(argument: Argument) -> tuple[object, ...]:
    return argument.stance, argument.target_card, argument.target_argument


def _notes(kept: Card, other: Card) -> str:
    suffix = f" ({text('badge.said', count=other.said)})" if other.said > 1 else ""
    parts = [kept.notes]
    if other.text.strip() and other.text.strip().casefold() != kept.text.strip().casefold():
        parts.append(text("merging.also", text=other.text) + suffix)
    parts.append(other.notes)
    return "\n".join(part for part in parts if part.strip())
