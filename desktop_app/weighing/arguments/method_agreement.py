"""Do the methods agree? A card under every method: on which side of even it stands, and whether all say the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.weighing.arguments.methods import COMPARED, Semantics
from desktop_app.weighing.arguments.solving import Values, solve
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Listed, Sentence, say, text

_NAMES: Final[Mapping[str, str]] = {
    "log-odds": "methods.log_odds",
    "simple": "methods.simple",
    "quadratic-energy": "methods.quadratic_energy",
    "df-quad": "methods.df_quad",
    "euler": "methods.euler",
}
_SIDES: Final[Mapping[int, str]] = {1: "side.for", -1: "side.against", 0: "side.neither"}


@dataclass(frozen=True, slots=True)
class MethodLeaning:
    """What a card leans under one method: -100…100; None without a stable result."""

    method: str
    leaning: float | None

    @property
    def side(self) -> int | None:
        """+1 for, -1 against, 0 even; of the leaning as it is shown, whole."""
        if self.leaning is None:
            return None
        return (whole(self.leaning) > 0) - (whole(self.leaning) < 0)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A card under every method.

    Attributes:
        method: that of the map.
        leanings: under that and every other method.
    """

    card: CardId
    method: str
    leanings: tuple[MethodLeaning, ...]

    @property
    def agrees(self) -> bool:
        """Whether all methods see the card on the same side, none without a stable result."""
        return len({item.side for item in self.leanings}) == 1 and self.leanings[0].side is not None


def agreement(strengths: StrengthGraph, card: CardId) -> Agreement | None:
    """A card under every method; None when nothing on it is weighed."""
    own = strengths.graph.semantics
    if not any(strengths.graph.links[node].importance is not None for node in strengths.graph.arguments_on(card)):
        return None
    leanings = [MethodLeaning(method.name, _leaning(strengths, card, method)) for method in COMPARED]
    return Agreement(card, own.name, tuple(leanings))


def agreement_sentence(agreement: Agreement, option: str = "") -> Sentence:
    """Whether the methods agree, else what each says; with the letter of an option beside other things."""
    of_whom, named = (".option", {"option": option}) if option else ("", {})
    own = next(item for item in agreement.leanings if item.method == agreement.method)
    if agreement.agrees:
        return say(f"methods.agree{of_whom}", count=len(agreement.leanings), side=say(_SIDES[own.side or 0]), **named)
    sides: dict[int | None, list[str]] = {own.side: [text(_NAMES[own.method])]}
    for item in agreement.leanings:
        if item is not own:
            sides.setdefault(item.side, []).append(text(_NAMES[item.method]))
    clauses = [_side(names, side) for side, names in sides.items()]
    return say(f"methods.differ{of_whom}", sides=Listed(tuple(clauses), is_clauses=True), **named)


def _side(names: list[str], side: int | None) -> Sentence:
    """Who says what: “DF-QuAD says against”, “quadratic energy and Euler-based say for”."""
    who = Listed(tuple(names), most=None)
    if side is None:
        return say("methods.unstable", methods=who, count=len(names))
    return say("methods.side", methods=who, side=say(_SIDES[side]), count=len(names))


def _leaning(strengths: StrengthGraph, card: CardId, method: Semantics) -> float | None:
    if method is strengths.graph.semantics:
        strength = strengths.values[card]
    else:
        graph = strengths.graph.under(method)
        solution: Values = {}
        solve(graph, graph.below(card), {}, solution)
        strength = solution[card]
    return None if strength is None else 100 * (2 * strength - 1)
