"""One action on several cards at once: each is one step of undo. Cards that it does not suit are left as they are."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop_app.edits import arguments, cards, deleting
from desktop_app.edits.step_names import changing_to, of_several, turning
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId, CardId, PerspectiveId
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.wording.sentence import Sentence, say


class Hanging(NamedTuple):
    """A card where it hangs: by an argument, or by none."""

    card: CardId
    link: ArgumentId | None


def delete_branches(document: Document, chosen: Sequence[Hanging]) -> None:
    """Deletes cards with their branches; one that hangs on another of them goes with it."""
    _each(document, chosen, say("step.delete"), deleting.delete_branch)


def delete_keeping_children(document: Document, chosen: Sequence[Hanging]) -> None:
    """Deletes cards; what hangs on each moves to what it hung on."""
    _each(document, chosen, say("step.delete_keeping_children"), deleting.delete_keeping_children)


def set_stances(document: Document, chosen: Sequence[Hanging], stance: Stance) -> None:
    """Makes arguments pros or cons; those about another argument stay, since they can only oppose."""
    with document.transaction(of_several(turning(stance), chosen)):
        for link in _links(chosen):
            if len(chosen) == 1 or document.get(Argument, link).target_argument is None:
                arguments.set_stance(document, link, stance)


def flip_stances(document: Document, chosen: Sequence[Hanging]) -> None:
    """Turns pros into cons and back."""
    with document.transaction(of_several(say("step.swap_pro_con"), chosen)):
        for link in _links(chosen):
            if len(chosen) == 1 or document.get(Argument, link).target_argument is None:
                arguments.flip_stance(document, link)


def set_importances(
    document: Document,
    chosen: Sequence[Hanging],
    importance: float | None,
    *,
    perspective: PerspectiveId | None = None,
) -> None:
    """Says how much each argument matters, 0…1; None: not weighed."""
    with document.transaction(of_several(say("step.set_importance"), chosen)):
        for link in _links(chosen):
            arguments.set_importance(document, link, importance, perspective=perspective)


def set_kinds(document: Document, chosen: Sequence[Hanging], kind: CardKind) -> None:
    """Makes cards something else.

    Raises:
        RuleError: one of them can't be that.
    """
    with document.transaction(of_several(changing_to(kind), chosen)):
        for card, _ in chosen:
            cards.set_kind(document, card, kind)


def _each(document: Document, chosen: Sequence[Hanging], step: Sentence, delete: Callable[..., None]) -> None:
    with document.transaction(of_several(step, chosen)):
        for card, link in chosen:
            # An earlier one may have taken it along, or its link.
            if document.find(Card, card) is not None:
                delete(document, card, link=link if document.find(Argument, link) is not None else None)


def _links(chosen: Sequence[Hanging]) -> list[ArgumentId]:
    """Each argument once, although cards that hold only together share one."""
    return list(dict.fromkeys(link for _, link in chosen if link is not None))
