"""Pros, cons, evidence and undercuts: adding them, weighing them, turning them round."""

from desktop_app.edits.perspectives import set_argument_number
from desktop_app.edits.siblings import put_beside, rank_at_end
from desktop_app.edits.step_names import adding_argument, turning
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId, CriterionId, PerspectiveId, PremiseId
from desktop_app.model.kinds import OPPOSITE
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Premise, Stance
from desktop_app.wording.sentence import say


def add_pro(document: Document, to: CardId, text: str) -> Card:
    """Adds a claim that speaks for a card, after the card's other arguments."""
    return add_argument(document, to, Stance.SUPPORTS, text)


def add_con(document: Document, to: CardId, text: str) -> Card:
    """Adds a claim that speaks against a card, after the card's other arguments."""
    return add_argument(document, to, Stance.OPPOSES, text)


def add_evidence(document: Document, to: CardId, text: str) -> Card:
    """Adds evidence that supports a card, after the card's other arguments."""
    return add_argument(document, to, Stance.SUPPORTS, text, kind=CardKind.EVIDENCE)


def add_argument(document: Document, to: CardId, stance: Stance, text: str, *, kind: CardKind = CardKind.CLAIM) -> Card:
    """Adds a new card that speaks for or against another; see the shorter forms above."""
    with document.transaction(adding_argument(stance, kind)):
        target = document.get(Card, to)
        rank = rank_at_end(reads.arguments_on(document, to))
        argument = Argument(_argument_id(document), target.map, stance, rank, target_card=to)
        return _make(document, argument, kind, text)


def add_undercut(document: Document, to: ArgumentId, text: str) -> Card:
    """Adds a claim that an argument, true or not, is not relevant."""
    with document.transaction(say("step.add_not_relevant")):
        target = document.get(Argument, to)
        rank = rank_at_end(reads.undercuts_of(document, to))
        argument = Argument(_argument_id(document), target.map, Stance.OPPOSES, rank, target_argument=to)
        return _make(document, argument, CardKind.CLAIM, text)


def add_premise(document: Document, argument_id: ArgumentId, text: str) -> Card:
    """Adds a claim without which the argument's other premises do not hold ("only together")."""
    with document.transaction(say("step.add_only_together")):
        argument = document.get(Argument, argument_id)
        card = document.add(_new_card(document, argument, CardKind.CLAIM, text))
        _join(document, argument_id, card.id)
        return card


def join_premise(document: Document, argument_id: ArgumentId, card_id: CardId) -> None:
    """Makes an existing card a further premise of an argument."""
    with document.transaction(say("step.join_only_together")):
        _join(document, argument_id, card_id)


def link_card(document: Document, card_id: CardId, to: CardId, stance: Stance) -> Argument:
    """Uses a card again, for or against another one; it is drawn once and marked "used 2×"."""
    with document.transaction(say("step.link_card")):
        target = document.get(Card, to)
        rank = rank_at_end(reads.arguments_on(document, to))
        argument = document.add(Argument(_argument_id(document), target.map, stance, rank, target_card=to))
        _join(document, argument.id, card_id)
        return argument


def link_undercut(document: Document, card_id: CardId, to: ArgumentId) -> Argument:
    """Uses a card again to say that an argument is not relevant."""
    with document.transaction(say("step.link_card")):
        rank = rank_at_end(reads.undercuts_of(document, to))
        target = document.get(Argument, to)
        argument = document.add(Argument(_argument_id(document), target.map, Stance.OPPOSES, rank, target_argument=to))
        _join(document, argument.id, card_id)
        return argument


def set_stance(document: Document, argument_id: ArgumentId, stance: Stance) -> None:
    """Makes an argument a pro or a con.

    Raises:
        RuleError: it speaks about another argument, which it can only call not relevant.
    """
    with document.transaction(turning(stance)):
        document.change(document.get(Argument, argument_id), stance=stance)


def flip_stance(document: Document, argument_id: ArgumentId) -> None:
    """Turns a pro into a con and back."""
    set_stance(document, argument_id, OPPOSITE[document.get(Argument, argument_id).stance])


def set_importance(
    document: Document,
    argument_id: ArgumentId,
    importance: float | None,
    *,
    perspective: PerspectiveId | None = None,
) -> None:
    """Says how much an argument matters, 0…1; None: not weighed. Whoever sets it has checked it.

    Args:
        perspective: whose number it is; None is the base, *My numbers*.
    """
    with document.transaction(say("step.set_importance")):
        if perspective is not None:
            set_argument_number(document, perspective, argument_id, importance)
            return
        document.change(document.get(Argument, argument_id), importance=importance, check_again=False)


def confirm(document: Document, argument_id: ArgumentId) -> None:
    """Takes the "check again" off an argument whose numbers still hold."""
    with document.transaction(say("step.confirm_numbers")):
        document.change(document.get(Argument, argument_id), check_again=False)


def set_criterion(document: Document, argument_id: ArgumentId, criterion: CriterionId | None) -> None:
    """Lets a pro or con of an option speak to a criterion, or to none."""
    with document.transaction(say("step.set_criterion")):
        if criterion is not None:
            document.get(Criterion, criterion)
        document.change(document.get(Argument, argument_id), criterion=criterion)


def move_argument_beside(document: Document, argument_id: ArgumentId, neighbour: ArgumentId, *, before: bool) -> None:
    """Reorders the arguments of one target."""
    with document.transaction(say("step.move")):
        argument = document.get(Argument, argument_id)
        siblings = (
            reads.arguments_on(document, argument.target_card)
            if argument.target_card is not None
            else reads.undercuts_of(document, argument.target_argument or ArgumentId(0))
        )
        put_beside(document, argument_id, siblings, neighbour, before=before)


def put_in_column(
    document: Document,
    argument_id: ArgumentId,
    stance: Stance,
    *,
    beside: ArgumentId | None,
    before: bool,
) -> None:
    """Puts a pro or con among the pros or the cons of its card, in one step.

    Args:
        stance: the column.
        beside: another argument on the same card, next to which it goes; None: it keeps its place in the order.
        before: whether it goes before that one, or after.
    """
    turned = document.get(Argument, argument_id).stance is not stance
    with document.transaction(turning(stance) if turned else say("step.move")):
        set_stance(document, argument_id, stance)
        if beside is not None and beside != argument_id:
            move_argument_beside(document, argument_id, beside, before=before)


def _make(document: Document, argument: Argument, kind: CardKind, text: str) -> Card:
    document.add(argument)
    card = document.add(_new_card(document, argument, kind, text))
    _join(document, argument.id, card.id)
    return card


def _join(document: Document, argument_id: ArgumentId, card_id: CardId) -> None:
    rank = rank_at_end(reads.premises_of(document, argument_id))
    document.add(Premise(PremiseId(document.new_id(Premise)), argument_id, card_id, rank))


def _new_card(document: Document, argument: Argument, kind: CardKind, text: str) -> Card:
    # Should it ever become a root, it stands where its argument stood.
    return Card(CardId(document.new_id(Card)), argument.map, kind, text, argument.rank)


def _argument_id(document: Document) -> ArgumentId:
    return ArgumentId(document.new_id(Argument))
