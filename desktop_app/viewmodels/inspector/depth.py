"""How much lies below a card, looked at no further than it takes to know."""

from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.weighing.arguments.graph import Graph, Node

# What would turn a result is looked for in all that bears on it; with more than this only when somebody asks.
MOST_UNASKED: Final = 1_500


def has_answers(graph: Graph, card: CardId) -> bool:
    """Whether anything weighed speaks to a pro or con of a card, not only to the card itself."""
    for argument in graph.inputs(card):
        if argument < 0:
            for source in graph.inputs(argument):
                if source < 0 or any(node < 0 for node in graph.inputs(source)):
                    return True
    return False


def has_at_most(graph: Graph, card: CardId, most: int) -> bool:
    """Whether no more than `most` cards and arguments bear on a card."""
    reached: set[Node] = {card}
    pending: list[Node] = [card]
    while pending:
        for source in graph.inputs(pending.pop()):
            if source not in reached:
                reached.add(source)
                pending.append(source)
        if len(reached) > most + 1:
            return False
    return True
