"""Ranks for new and moved siblings. A sibling is a record with a rank among others of its kind."""

from collections.abc import Sequence
from typing import TypeVar

from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.ranks import rank_between
from desktop_app.model.reads import Ranked, Records, by_rank, cards, premises_of
from desktop_app.model.records import Argument, Card, CardKind, Criterion, Map, Perspective, Premise, Section
from desktop_app.wording.sentence import say

Sibling = Argument | Card | Criterion | Map | Perspective | Premise | Section
S = TypeVar("S", bound=Ranked)


def rank_at_end(siblings: Sequence[Ranked]) -> str:
    """A rank after all siblings, which are in order."""
    return rank_between(siblings[-1].rank if siblings else None, None)


def rank_beside(siblings: Sequence[S], neighbour_id: int, *, before: bool) -> str:
    """A rank directly before or after one of the siblings, which are in order.

    Siblings may share a rank after two copies were merged; then the new rank clears all that share it.
    """
    position = next(place for place, item in enumerate(siblings) if item.id == neighbour_id)
    pivot = siblings[position].rank
    if before:
        lower = [item.rank for item in siblings[:position] if item.rank < pivot]
        return rank_between(lower[-1] if lower else None, pivot)
    higher = [item.rank for item in siblings[position + 1 :] if item.rank > pivot]
    return rank_between(pivot, higher[0] if higher else None)


def put_beside(
    document: Document, moved_id: int, siblings: Sequence[Sibling], neighbour_id: int, *, before: bool
) -> None:
    """Puts one of some siblings, which are in order, directly before or after another; beside itself it stays.

    Raises:
        RuleError: one of the two is not among the siblings.
    """
    moved, neighbour = (
        next((item for item in siblings if item.id == wanted), None) for wanted in (moved_id, neighbour_id)
    )
    if moved is None or neighbour is None:
        raise RuleError(say("error.edits.change_places"), say("remedy.move_it_there_first"))
    if moved is not neighbour:
        others = [item for item in siblings if item is not moved]
        document.change(moved, rank=rank_beside(others, neighbour_id, before=before))


def siblings_of(records: Records, card: Card, argument_id: ArgumentId | None) -> Sequence[Card | Argument | Premise]:
    """The ordered group in which a card stands where it hangs by this argument (None: under a card, or a root).

    The group holds what carries the order there: arguments on one target, premises of one argument, options or
    notes of one card, roots of the map.
    """
    if argument_id is None:
        return hanging_cards(records, card)
    premises = premises_of(records, argument_id)
    if premises[0].card != card.id:
        return premises
    argument = records.get(Argument, argument_id)
    if argument.target_card is not None:
        return by_rank(records.referring(Argument, "target_card", argument.target_card))
    return by_rank(records.referring(Argument, "target_argument", argument.target_argument or 0))


def hanging_cards(records: Records, card: Card) -> list[Card]:
    """The options or notes beside a card under the same card, or the roots of its map."""
    if card.under is not None:
        beside = records.referring(Card, "under", card.under)
        return by_rank(item for item in beside if (item.kind is CardKind.NOTE) == (card.kind is CardKind.NOTE))
    return roots(records, card.map)


def roots(records: Records, map_id: MapId) -> list[Card]:
    """The cards of a map that hang on nothing, in order."""
    return by_rank(
        card
        for card in cards(records, map_id)
        if card.under is None and not records.has_referring(Premise, "card", card.id)
    )


def carrier_of(records: Records, card_id: CardId, argument_id: ArgumentId | None) -> Card | Argument | Premise:
    """What carries a card's place in its group: itself, its argument, or its premise when it is joined."""
    if argument_id is None:
        return records.get(Card, card_id)
    premises = premises_of(records, argument_id)
    if premises[0].card == card_id:
        return records.get(Argument, argument_id)
    return next(premise for premise in premises if premise.card == card_id)
