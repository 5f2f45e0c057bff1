"""Whose number is shown: the map's own, one of the chosen perspective's, or the map's where that has none."""

from enum import Enum, auto
from typing import Final

from desktop_app.model.ids import ArgumentId, CardId, CriterionId
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.wording.sentence import say, text

MY_NUMBERS: Final = say("numbers.mine")


class NumberOwner(Enum):
    """Whose a number is."""

    MAPS = auto()  # no perspective is chosen
    THEIRS = auto()  # the chosen perspective's own
    MINE = auto()  # the map's, which the chosen perspective shares

    @property
    def words(self) -> str:
        """As it is marked beside a number; empty where there is nothing to tell apart."""
        return text("numbers.theirs") if self is NumberOwner.THEIRS else ""

    @property
    def back(self) -> str:
        """What taking the number away does, where it is not simply cleared."""
        return "" if self is NumberOwner.MAPS else text("numbers.back_to_mine")


def whose_plausibility(shown: ShownMap, card: CardId) -> NumberOwner:
    """Whose number says how likely a claim is."""
    return _whose(shown, is_own=card in shown.numbers.cards)


def whose_importance(shown: ShownMap, argument: ArgumentId) -> NumberOwner:
    """Whose number says how much an argument matters."""
    return _whose(shown, is_own=argument in shown.numbers.arguments)


def whose_weight(shown: ShownMap, criterion: CriterionId) -> NumberOwner:
    """Whose a weight is; of weights a perspective has all or none."""
    return _whose(shown, is_own=criterion in shown.numbers.weights)


def whose_score(shown: ShownMap, option: CardId, criterion: CriterionId) -> NumberOwner:
    """Whose a score is."""
    return _whose(shown, is_own=(option, criterion) in shown.numbers.scores)


def _whose(shown: ShownMap, *, is_own: bool) -> NumberOwner:
    if shown.view.perspective is None:
        return NumberOwner.MAPS
    return NumberOwner.THEIRS if is_own else NumberOwner.MINE
