"""Hanging cards elsewhere: under a card as what one says, again under another, or between two siblings."""

from collections.abc import Sequence
from enum import StrEnum

from desktop_app.edits import arguments, cards, moving
from desktop_app.edits.many import Hanging
from desktop_app.edits.siblings import put_beside
from desktop_app.edits.step_names import of_several
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.wording.sentence import say


class HangAs(StrEnum):
    """What a card is to the card it hangs on."""

    PRO = "pro"
    CON = "con"
    EVIDENCE = "evidence"
    NOTE = "note"
    OPTION = "option"


def part_of(document: Document, hanging: Hanging, loose: HangAs = HangAs.PRO) -> HangAs:
    """What a card is where it hangs now; of one that hangs on nothing, `loose`, unless its kind says it."""
    card = document.get(Card, hanging.card)
    if card.kind is CardKind.OPTION:
        return HangAs.OPTION
    if card.kind is CardKind.NOTE:
        return HangAs.NOTE
    argument = document.find(Argument, hanging.link)
    if argument is None:
        return HangAs.EVIDENCE if card.kind is CardKind.EVIDENCE else loose
    if argument.stance is Stance.OPPOSES:
        return HangAs.CON
    return HangAs.EVIDENCE if card.kind is CardKind.EVIDENCE else HangAs.PRO


def hang(document: Document, moved: Sequence[Hanging], to: Card, part: HangAs) -> None:
    """Hangs cards under another one, last among what hangs there.

    Args:
        document: the workbook.
        moved: the cards where they hang now, in the order in which they are to stand.
        to: what they are to hang on.
        part: what they are to be there; they become claims, evidence, notes or options accordingly.

    Raises:
        RuleError: one of them can't hang there, or can't be that; nothing is changed.
    """
    with document.transaction(of_several(say("step.move"), moved)):
        for item in moved:
            _hang(document, item, to, part)


def hang_again(document: Document, used: Sequence[Hanging], to: Card, part: HangAs) -> None:
    """Uses cards once more, as pros or cons of another one; each stays where it is drawn.

    Raises:
        RuleError: one of them can't serve there.
    """
    if part not in {HangAs.PRO, HangAs.CON, HangAs.EVIDENCE}:
        raise RuleError(say("error.edits.use_again"), say("remedy.paste_as_what_it_is_to_be"))
    stance = Stance.OPPOSES if part is HangAs.CON else Stance.SUPPORTS
    with document.transaction(of_several(say("step.link"), used)):
        for card, _ in used:
            arguments.link_card(document, card, to.id, stance)


def hang_beside(document: Document, moved: Sequence[Hanging], neighbour: Hanging, *, before: bool) -> None:
    """Puts cards directly before or after another one, in their order, under what that one hangs on.

    Raises:
        RuleError: one of them can't hang there; nothing is changed.
    """
    with document.transaction(of_several(say("step.move"), moved)):
        at, comes_before = neighbour, before
        for item in moved:
            if item.card == at.card:
                continue
            at, comes_before = _hang_beside(document, item, at, before=comes_before), False


def _hang(document: Document, item: Hanging, to: Card, part: HangAs) -> None:
    card = document.get(Card, item.card)
    if part is HangAs.NOTE or part is HangAs.OPTION:
        kind = CardKind.NOTE if part is HangAs.NOTE else CardKind.OPTION
        if part is HangAs.OPTION and to.kind is not CardKind.QUESTION:
            raise RuleError(say("error.rule.option_under_question"), say("remedy.choose_question_first"))
        cards.set_kind(document, card.id, kind)
        moving.hang_under(document, card.id, to.id)
        return
    stance = Stance.OPPOSES if part is HangAs.CON else Stance.SUPPORTS
    moving.move_under(document, card.id, to.id, stance, link=item.link)
    kind = document.get(Card, card.id).kind
    if part is HangAs.EVIDENCE and kind is not CardKind.EVIDENCE:
        cards.set_kind(document, card.id, CardKind.EVIDENCE)
    elif part is HangAs.PRO and kind is CardKind.EVIDENCE:
        cards.set_kind(document, card.id, CardKind.CLAIM)


def _hang_beside(document: Document, item: Hanging, neighbour: Hanging, *, before: bool) -> Hanging:
    """Hangs one card beside another; returns where it hangs then."""
    card = document.get(Card, item.card)
    if neighbour.link is None:
        _join_group(document, item, document.get(Card, neighbour.card))
        moving.move_root_beside(document, card.id, neighbour.card, before=before)
        return Hanging(card.id, None)
    beside = document.get(Argument, neighbour.link)
    if item.link == neighbour.link:
        _reorder_premises(document, item, neighbour, before=before)
        return item
    current = document.find(Argument, item.link)
    targets = None if current is None else (current.target_card, current.target_argument)
    if targets != (beside.target_card, beside.target_argument) or _is_joined(document, item):
        if beside.target_card is None:
            raise RuleError(say("error.edits.only_not_relevant_here"), say("remedy.add_it_as_not_relevant_instead"))
        stance = current.stance if current is not None else beside.stance
        current = moving.move_under(document, card.id, beside.target_card, stance, link=item.link)
    assert current is not None
    arguments.move_argument_beside(document, current.id, beside.id, before=before)
    return Hanging(card.id, current.id)


def _join_group(document: Document, item: Hanging, beside: Card) -> None:
    """Brings a card among the roots, options or notes to which another one belongs."""
    card = document.get(Card, item.card)
    if beside.under is None:
        if card.under is not None or item.link is not None:
            moving.make_root(document, card.id, link=item.link)
        return
    if beside.kind is CardKind.OPTION and card.kind is not CardKind.OPTION:
        raise RuleError(say("error.edits.options_beside_options"), say("remedy.change_it_to_option_first"))
    if beside.kind is CardKind.NOTE and card.kind is not CardKind.NOTE:
        raise RuleError(say("error.edits.notes_beside_notes"), say("remedy.change_it_to_note_first"))
    if card.under != beside.under:
        moving.hang_under(document, card.id, beside.under)


def _is_joined(document: Document, item: Hanging) -> bool:
    """Whether a card is a further premise, which leaves the others to stand alone; the first takes them along."""
    return item.link is not None and reads.premises_of(document, item.link)[0].card != item.card


def _reorder_premises(document: Document, item: Hanging, neighbour: Hanging, *, before: bool) -> None:
    premises = reads.premises_of(document, item.link) if item.link is not None else []
    by_card = {premise.card: premise.id for premise in premises}
    put_beside(document, by_card[item.card], premises, by_card[neighbour.card], before=before)
