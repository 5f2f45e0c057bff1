"""Results: everything a map adds up to, as one frozen value; `weigh` makes it, `LiveResults` keeps it up to date.

Results are never stored in the workbook; exports carry them with method, settings, seed, draws and numpy version.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import ArgumentId, CardId, CriterionId, MapId, PerspectiveId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card, CardKind, Criterion, Map, Method, Override, PremiseRule, Score
from desktop_app.weighing.arguments.graph import Node, argument_of
from desktop_app.weighing.arguments.methods import SEMANTICS
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.criteria.argued import DRAWS
from desktop_app.weighing.criteria.matrix import CellKey, CellResult, Matrix, OptionResult, option_results, read_matrix
from desktop_app.weighing.numbers import Doubt, Numbers

# Options, and the questions whose order is part of theirs.
_ORDERING_OPTIONS: Final = frozenset({CardKind.OPTION, CardKind.QUESTION})


@dataclass(frozen=True, slots=True)
class CardResult:
    """What a card adds up to.

    Attributes:
        strength: 0…1; None without a stable result: a loop below it does not settle.
        is_circular: it is in a loop or rests on one.
        is_locked: taken as given or rejected (plausibility 1 or 0): arguments cannot move it.
        is_plausibility_weighed: somebody said how likely true it is; else it counts as even.
        base_points: log-odds · 100 before its own arguments (0 under other methods than the default); None when
            arguments cannot move it.
        weighed: how many arguments directly on it are weighed.
        total: how many arguments are directly on it.
    """

    card: CardId
    kind: CardKind
    strength: float | None
    is_circular: bool
    is_locked: bool
    is_plausibility_weighed: bool
    base_points: float | None
    weighed: int
    total: int

    @property
    def leaning(self) -> float | None:
        """-100…100 from even; None when no argument on it is weighed, or it has no stable result."""
        if self.strength is None or not self.weighed:
            return None
        return 100 * (2 * self.strength - 1)


@dataclass(frozen=True, slots=True)
class ArgumentResult:
    """What an argument adds.

    Attributes:
        points: log-odds · 100, signed; with the base points and the others of its card they add up exactly.
            Under other methods energy · 100. None when it is not weighed, has no stable result, undercuts, its
            card is not moved by arguments, or the method's energy is no sum.
        importance: as given, 0…1; None: not weighed.
        effective_importance: what undercuts leave of it, 0…1.
        body: strength of what it rests on, 0…1; None without a stable result.
    """

    argument: ArgumentId
    points: float | None
    importance: float | None
    effective_importance: float | None
    body: float | None
    is_circular: bool


@dataclass(frozen=True, slots=True)
class WeighingSettings:
    """What a result was computed with."""

    method: Method
    sharpness: float
    premise_rule: PremiseRule
    seed: int
    draws: int
    numpy_version: str


@dataclass(frozen=True, slots=True)
class Results:
    """All results of one map in one perspective.

    Attributes:
        cards: every card but notes.
        arguments: every argument.
        options: in the order of the map.
        cells: every option on every criterion.
        weights: normalised weight of each criterion, in order.
    """

    map: MapId
    perspective: PerspectiveId | None
    settings: WeighingSettings
    cards: Mapping[CardId, CardResult]
    arguments: Mapping[ArgumentId, ArgumentResult]
    options: Mapping[CardId, OptionResult]
    cells: Mapping[CellKey, CellResult]
    weights: Mapping[CriterionId, float]

    @property
    def weighed(self) -> int:
        """How many arguments of the map are weighed."""
        return sum(1 for argument in self.arguments.values() if argument.importance is not None)

    @property
    def has_loops(self) -> bool:
        """Whether arguments run in a loop somewhere, so that some results are circular."""
        return any(card.is_circular for card in self.cards.values())

    @property
    def firsts(self) -> tuple[CardId, ...]:
        """The options that come first or may, likeliest first; one where somebody is ahead of everybody for certain."""
        return tuple(option.option for option in self.ranking if option.rank is not None and option.rank.best == 1)

    @property
    def ranking(self) -> tuple[OptionResult, ...]:
        """The ranked options, best first; of those with one best place the likeliest, then in the order of the map."""
        ranked = [(option.rank, option) for option in self.options.values() if option.rank is not None]
        return tuple(option for _, option in sorted(ranked, key=lambda pair: (pair[0].best, -sum(pair[1].interval))))


def weigh(
    records: Records, map_id: MapId, perspective: PerspectiveId | None = None, method: Method | None = None
) -> Results:
    """Weighs a map.

    Args:
        records: the workbook.
        map_id: the map.
        perspective: whose numbers count; None for the map's own.
        method: None for the map's own.
    """
    return LiveResults(records, map_id, perspective, method).current


class LiveResults:
    """The results of a map, kept up to date change set by change set; not where it was given other numbers.

    Attributes:
        current: the results as of the last update.
        strengths: the weighing graph behind them; `explain` asks it what-ifs.
    """

    def __init__(
        self,
        records: Records,
        map_id: MapId,
        perspective: PerspectiveId | None = None,
        method: Method | None = None,
        numbers: Numbers | None = None,
    ) -> None:
        self._records = records
        self._map_id = map_id
        self._perspective = perspective
        self._method = method
        semantics = None if method is None else SEMANTICS[method]
        self.strengths = StrengthGraph(records, map_id, perspective, semantics, numbers)
        self._cards: dict[CardId, CardResult] = {}
        self._arguments: dict[ArgumentId, ArgumentResult] = {}
        for node in self.strengths.values:
            self._refresh(node)
        self._matrix = self._read_matrix({})
        self.current = self._snapshot()

    def update(self, change_set: ChangeSet) -> Results:
        """Follows an action that the records already show; what does not rest on it is not computed again.

        Raises:
            RecordMissingError: the map or the perspective is gone.
        """
        affected = self.strengths.update(change_set)
        bears_on_matrix = self._bears_on_matrix(change_set, affected)
        if not affected and not bears_on_matrix:
            return self.current
        for node in affected:
            self._refresh(node)
        if bears_on_matrix:
            self._matrix = self._read_matrix(self._kept_cells(change_set, affected))
        self.current = self._snapshot()
        return self.current

    # --- inside --------------------------------------------------------------------------------------

    def _refresh(self, node: Node) -> None:
        if node < 0:
            self._refresh_argument(node)
            return
        card_id = CardId(node)
        before = self._cards.pop(card_id, None)
        if node not in self.strengths.values:
            return
        now = self._cards[card_id] = self._card_result(card_id)
        if before is not None and (before.base_points is None) != (now.base_points is None):
            # A card that arguments no longer move takes the points of all of them, or gives them back.
            for argument in self.strengths.graph.arguments_on(node):
                self._refresh_argument(argument)

    def _card_result(self, card_id: CardId) -> CardResult:
        graph = self.strengths.graph
        card = self._records.get(Card, card_id)
        on = graph.arguments_on(card_id)
        is_locked = graph.is_locked(card_id)
        return CardResult(
            card=card_id,
            kind=card.kind,
            strength=self.strengths.values[card_id],
            is_circular=card_id in self.strengths.circular,
            is_locked=is_locked,
            is_plausibility_weighed=card_id in graph.given,
            base_points=self.strengths.base_points(card_id),
            weighed=sum(1 for argument in on if graph.links[argument].importance is not None),
            total=sum(1 for _ in on),
        )

    def _refresh_argument(self, node: Node) -> None:
        strengths, argument_id = self.strengths, argument_of(node)
        if node not in strengths.values:
            self._arguments.pop(argument_id, None)
            return
        self._arguments[argument_id] = ArgumentResult(
            argument=argument_id,
            points=strengths.points(node),
            importance=strengths.graph.links[node].importance,
            effective_importance=strengths.effective_importance(node),
            body=strengths.body(node),
            is_circular=node in strengths.circular,
        )

    def _bears_on_matrix(self, change_set: ChangeSet, affected: set[Node]) -> bool:
        if change_set.kinds & {Criterion, Score, Override, Map}:
            return True
        if any(option in affected for option in self._matrix.totals):
            return True
        return any(
            isinstance(record, Card) and record.kind in _ORDERING_OPTIONS
            for change in change_set.of(Card)
            for record in (change.before, change.after)
        )

    def _kept_cells(self, change_set: ChangeSet, affected: set[Node]) -> dict[CellKey, Doubt | None]:
        """Argued scores of options that nothing changed for: draws are dear."""
        if Map in change_set.kinds:
            return {}
        return {key: cell.argued for key, cell in self._matrix.cells.items() if key[0] not in affected}

    def _read_matrix(self, kept: Mapping[CellKey, Doubt | None]) -> Matrix:
        seed = self._records.get(Map, self._map_id).seed
        return read_matrix(self._records, self._map_id, self.strengths, seed, kept)

    def _snapshot(self) -> Results:
        settings = self._records.get(Map, self._map_id)
        leanings = {option: self._cards[option].leaning for option in self._matrix.totals}
        return Results(
            map=self._map_id,
            perspective=self._perspective,
            settings=WeighingSettings(
                method=self._method or settings.method,
                sharpness=settings.sharpness,
                premise_rule=settings.premise_rule,
                seed=settings.seed,
                draws=DRAWS,
                numpy_version=np.__version__,
            ),
            cards=MappingProxyType(dict(self._cards)),
            arguments=MappingProxyType(dict(self._arguments)),
            options=MappingProxyType(option_results(self._matrix, leanings)),
            cells=MappingProxyType(dict(self._matrix.cells)),
            weights=MappingProxyType(dict(self._matrix.weights)),
        )
