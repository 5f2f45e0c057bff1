"""Whose number is shown: the map's own, one of the chosen perspective's, or the map's where that has none."""

from enum import Enum, auto

from desktop_app.model.ids import ArgumentId, CardId, CriterionId
from desktop_app.ui.workspace import Workspace


class Whose(Enum):
    """Whose a number is."""

    MAPS = auto()  # no perspective is chosen
    THEIRS = auto()  # the chosen perspective's own
    MINE = auto()  # the map's, which the chosen perspective shares

    @property
    def words(self) -> str:
        """As it is marked beside a number; empty where there is nothing to tell apart."""
        return "theirs" if self is Whose.THEIRS else ""

    @property
    def back(self) -> str:
        """What taking the number away does, where it is not simply cleared."""
        return "" if self is Whose.MAPS else "back to mine"


def whose_plausibility(workspace: Workspace, card: CardId) -> Whose:
    """Whose number says how likely a claim is."""
    return _whose(workspace, is_own=card in workspace.numbers.cards)


def whose_importance(workspace: Workspace, argument: ArgumentId) -> Whose:
    """Whose number says how much an argument matters."""
    return _whose(workspace, is_own=argument in workspace.numbers.arguments)


def whose_weight(workspace: Workspace, criterion: CriterionId) -> Whose:
    """Whose a weight is; of weights a perspective has all or none."""
    return _whose(workspace, is_own=criterion in workspace.numbers.weights)


def whose_score(workspace: Workspace, option: CardId, criterion: CriterionId) -> Whose:
    """Whose a score is."""
    return _whose(workspace, is_own=(option, criterion) in workspace.numbers.scores)


def _whose(workspace: Workspace, *, is_own: bool) -> Whose:
    if workspace.view.perspective is None:
        return Whose.MAPS
    return Whose.THEIRS if is_own else Whose.MINE
