"""Moving cards: under another card with a stance, beside it, up and down, in and out."""

from desktop_app.edits.cards import remove_premise
from desktop_app.edits.siblings import carrier_of, hanging_cards, put_beside, rank_at_end, roots, siblings_of
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import ArgumentId, CardId, PremiseId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.records import Argument, Card, CardKind, Premise, Stance
from desktop_app.wording.sentence import say


def move_under(
    document: Document, card_id: CardId, to: CardId, stance: Stance, *, link: ArgumentId | None = None
) -> Argument:
    """Makes a card a pro or a con of another one, last among its arguments.

    Its numbers go with it, marked "check again". A note becomes a claim; a premise that held only together with
    others leaves them.

    Args:
        link: the argument by which it hangs now; None when it hangs by none.

    Raises:
        RuleError: the card can't serve there, or would bear on itself.
    """
    with document.transaction(say("step.move")):
        card = _as_premise(document, document.get(Card, card_id))
        target = document.get(Card, to)
        rank = rank_at_end(reads.arguments_on(document, to))
        current = document.find(Argument, link)
        if current is not None and len(reads.premises_of(document, current.id)) == 1:
            keeps_criterion = target.kind is CardKind.OPTION
            moved = current.target_card != to
            return document.change(
                current,
                stance=stance,
                target_card=to,
                target_argument=None,
                criterion=current.criterion if keeps_criterion else None,
                check_again=current.check_again or moved,
                rank=rank,
            )
        if current is not None:
            _leave(document, card_id, current.id)
        argument = document.add(
            Argument(ArgumentId(document.new_id(Argument)), target.map, stance, rank, target_card=to)
        )
        premise_id = PremiseId(document.new_id(Premise))
        document.add(Premise(premise_id, argument.id, card.id, rank_at_end([])))
        return argument


def make_root(document: Document, card_id: CardId, *, link: ArgumentId | None = None) -> None:
    """Takes a card off what it hangs on, so that it stands by itself, last among the roots."""
    with document.transaction(say("step.move")):
        card = document.get(Card, card_id)
        if link is not None:
            _leave(document, card_id, link)
        document.change(card, under=None, rank=rank_at_end(roots(document, card.map)))


def hang_under(document: Document, card_id: CardId, to: CardId) -> None:
    """Moves an option under another question, or a note under another card."""
    with document.transaction(say("step.move")):
        card = document.get(Card, card_id)
        beside = [item for item in document.referring(Card, "under", to) if item.kind is card.kind]
        document.change(card, under=to, rank=rank_at_end(reads.by_rank(beside)))


def move_up(document: Document, card_id: CardId, *, link: ArgumentId | None = None) -> bool:
    """Puts a card before the sibling above it; says whether there was one."""
    return _shift(document, card_id, link, -1)


def move_down(document: Document, card_id: CardId, *, link: ArgumentId | None = None) -> bool:
    """Puts a card after the sibling below it; says whether there was one."""
    return _shift(document, card_id, link, +1)


def promote(document: Document, card_id: CardId, *, link: ArgumentId) -> bool:
    """Moves a pro or con from its card to the card above that one, right after it; says whether it could."""
    argument = document.get(Argument, link)
    if argument.target_card is None:
        return False
    parents = reads.arguments_from(document, argument.target_card)
    if not parents or parents[0].target_card is None:
        return False
    above = parents[0]
    with document.transaction(say("step.promote")):
        moved = move_under(document, card_id, above.target_card or CardId(0), argument.stance, link=link)
        siblings = reads.arguments_on(document, above.target_card or CardId(0))
        put_beside(document, moved.id, siblings, above.id, before=False)
    return True


def demote(document: Document, card_id: CardId, *, link: ArgumentId) -> bool:
    """Moves a pro or con under the sibling above it, with the same stance; says whether there was one."""
    argument = document.get(Argument, link)
    if argument.target_card is None:
        return False
    siblings = reads.arguments_on(document, argument.target_card)
    position = next(place for place, item in enumerate(siblings) if item.id == link)
    if position == 0:
        return False
    with document.transaction(say("step.demote")):
        target = reads.premises_of(document, siblings[position - 1].id)[0].card
        move_under(document, card_id, target, argument.stance, link=link)
    return True


def move_root_beside(document: Document, card_id: CardId, neighbour: CardId, *, before: bool) -> None:
    """Puts a root, an option or a note directly before or after another of its group."""
    with document.transaction(say("step.move")):
        beside = document.get(Card, neighbour)
        put_beside(document, card_id, hanging_cards(document, beside), neighbour, before=before)


def _shift(document: Document, card_id: CardId, link: ArgumentId | None, step: int) -> bool:
    card = document.get(Card, card_id)
    siblings = siblings_of(document, card, link)
    carrier = carrier_of(document, card_id, link)
    position = next(place for place, item in enumerate(siblings) if item.id == carrier.id)
    neighbour = position + step
    if not 0 <= neighbour < len(siblings):
        return False
    with document.transaction(say("step.move_up" if step < 0 else "step.move_down")):
        put_beside(document, carrier.id, siblings, siblings[neighbour].id, before=step < 0)
    return True


def _leave(document: Document, card_id: CardId, link: ArgumentId) -> None:
    for premise in document.referring(Premise, "argument", link):
        if premise.card == card_id:
            remove_premise(document, premise)


def _as_premise(document: Document, card: Card) -> Card:
    if card.kind is CardKind.NOTE:
        return document.change(card, kind=CardKind.CLAIM, under=None)
    if card.kind not in STATEMENTS:
        raise RuleError(say("error.edits.cannot_serve"), say("remedy.make_it_claim_first"))
    return card
