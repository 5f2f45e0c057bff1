"""Deleting cards: with their branch, or keeping what hangs on them."""

from desktop_app.edits.cards import remove_premise
from desktop_app.edits.siblings import rank_at_end
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Argument, Card, CardKind, Premise, Stance
from desktop_app.wording.sentence import say


def delete_branch(document: Document, card_id: CardId, *, link: ArgumentId | None = None) -> None:
    """Deletes a card and what serves only it.

    Args:
        link: the argument by which the card hangs where it was deleted. A card that also serves elsewhere
            survives there and only loses this link; None deletes the card everywhere.
    """
    with document.transaction(say("step.delete")):
        if link is not None and _serves_elsewhere(document, card_id, link):
            _unlink(document, card_id, link)
            return
        for card in _doomed(document, card_id):
            for premise in document.referring(Premise, "card", card):
                # An earlier deletion may have taken the argument with it.
                if document.find(Premise, premise.id) is not None:
                    remove_premise(document, premise)
            for argument in document.referring(Argument, "target_card", card):
                document.delete(argument)
            existing = document.find(Card, card)
            if existing is not None:
                document.delete(existing)


def delete_keeping_children(document: Document, card_id: CardId, *, link: ArgumentId | None = None) -> None:
    """Deletes one card; what hangs on it moves to what it hung on.

    Stances multiply (a con of a con becomes a pro) and the moved arguments are marked "check again"; what would
    then support an argument, or speak to nothing, becomes a note or stands by itself (MODEL "Deleting").
    """
    with document.transaction(say("step.delete_keeping_children")):
        if link is not None and _serves_elsewhere(document, card_id, link):
            _unlink(document, card_id, link)
            return
        card = document.get(Card, card_id)
        above = document.find(Argument, link) or _hanging_argument(document, card_id)
        for argument in reads.arguments_on(document, card_id):
            _lift(document, argument, card, above)
        if above is not None and len(reads.premises_of(document, above.id)) == 1:
            for undercut in reads.undercuts_of(document, above.id):
                _to_notes(document, undercut, _anchor(document, above))
        parent = _anchor(document, above) if above is not None else card.under
        for hanging in document.referring(Card, "under", card_id):
            kept_under = parent if hanging.kind is CardKind.NOTE else None
            document.change(hanging, under=kept_under)
        for premise in document.referring(Premise, "card", card_id):
            if document.find(Premise, premise.id) is not None:
                remove_premise(document, premise)
        document.delete(document.get(Card, card_id))


def _serves_elsewhere(document: Document, card_id: CardId, link: ArgumentId) -> bool:
    return any(premise.argument != link for premise in document.referring(Premise, "card", card_id))


def _unlink(document: Document, card_id: CardId, link: ArgumentId) -> None:
    for premise in document.referring(Premise, "argument", link):
        if premise.card == card_id:
            remove_premise(document, premise)


def _doomed(document: Document, card_id: CardId) -> list[CardId]:
    """The card, and the cards that serve or hang on doomed ones only, parents before children."""
    doomed: dict[CardId, None] = {card_id: None}
    lost: set[ArgumentId] = set()
    pending = [card_id]
    while pending:
        current = pending.pop()
        arguments = [item.id for item in document.referring(Argument, "target_card", current)]
        for premise in document.referring(Premise, "card", current):
            premises = document.referring(Premise, "argument", premise.argument)
            if all(other.card in doomed for other in premises):
                arguments.append(premise.argument)
        freed = _lose(document, arguments, lost)
        freed += [hanging.id for hanging in document.referring(Card, "under", current)]
        for card in freed:
            served = document.referring(Premise, "card", card)
            if card not in doomed and all(premise.argument in lost for premise in served):
                doomed[card] = None
                pending.append(card)
    return list(doomed)


def _lose(document: Document, arguments: list[ArgumentId], lost: set[ArgumentId]) -> list[CardId]:
    """Marks arguments and the undercuts of them as lost; returns the cards that served them."""
    freed: list[CardId] = []
    pending = [argument for argument in arguments if argument not in lost]
    while pending:
        argument = pending.pop()
        if argument in lost:
            continue
        lost.add(argument)
        freed += [premise.card for premise in document.referring(Premise, "argument", argument)]
        pending += [undercut.id for undercut in document.referring(Argument, "target_argument", argument)]
    return freed


def _hanging_argument(document: Document, card_id: CardId) -> Argument | None:
    served = reads.arguments_from(document, card_id)
    return served[0] if served else None


def _anchor(document: Document, argument: Argument) -> CardId:
    """The card under which notes about an argument are parked: its target, or its target's first premise."""
    if argument.target_card is not None:
        return argument.target_card
    assert argument.target_argument is not None
    return reads.premises_of(document, argument.target_argument)[0].card


def _lift(document: Document, argument: Argument, card: Card, above: Argument | None) -> None:
    """Retargets a child of a card that goes to what the card hung on."""
    if above is None:
        if card.under is not None:
            _retarget(document, argument, argument.stance, target_card=card.under)
        else:
            document.delete(argument)  # its premises stand by themselves
        return
    stance = Stance.SUPPORTS if argument.stance is above.stance else Stance.OPPOSES
    if above.target_card is not None:
        _retarget(document, argument, stance, target_card=above.target_card)
    elif stance is Stance.OPPOSES:
        _retarget(document, argument, stance, target_argument=above.target_argument)
    else:
        _to_notes(document, argument, _anchor(document, above))


def _retarget(
    document: Document,
    argument: Argument,
    stance: Stance,
    *,
    target_card: CardId | None = None,
    target_argument: ArgumentId | None = None,
) -> None:
    target = document.find(Card, target_card)
    on_option = target is not None and target.kind is CardKind.OPTION
    siblings = (
        reads.arguments_on(document, target_card)
        if target_card is not None
        else reads.undercuts_of(document, target_argument or ArgumentId(0))
    )
    document.change(
        argument,
        stance=stance,
        target_card=target_card,
        target_argument=target_argument,
        criterion=argument.criterion if on_option else None,
        check_again=True,
        rank=rank_at_end(siblings),
    )


def _to_notes(document: Document, argument: Argument, under: CardId) -> None:
    """Parks the premises of an argument as notes, unless they serve elsewhere or carry pros and cons."""
    cards = [premise.card for premise in reads.premises_of(document, argument.id)]
    document.delete(argument)
    for card_id in cards:
        serves = document.has_referring(Premise, "card", card_id)
        if serves or document.has_referring(Argument, "target_card", card_id):
            continue
        rank = rank_at_end(reads.cards_under(document, under, CardKind.NOTE))
        card = document.get(Card, card_id)
        document.change(card, kind=CardKind.NOTE, under=under, rank=rank, plausibility=None, confidence=None)
