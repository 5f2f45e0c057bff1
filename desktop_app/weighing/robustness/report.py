"""Everything `robustness` says of one map at once, for the command line and the brief; windows ask for its parts."""

from dataclasses import dataclass, replace

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Map
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness import sentences
from desktop_app.weighing.robustness.cost import CostPicture, cost_names, value_against_cost
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.pairs import (
    Bar,
    HeadToHead,
    ScoreTie,
    WeightChange,
    head_to_head,
    nearest_turn,
    score_ties,
    tornado,
)
from desktop_app.weighing.robustness.smaa import Simulation, simulate
from desktop_app.weighing.robustness.sweep import Sweep, sweeps
from desktop_app.weighing.robustness.table import ScoreTable, read_table


@dataclass(frozen=True, slots=True)
class Report:
    """What the ranking of a map hangs on.

    Attributes:
        table: of options with a total; what `simulations` count by.
        complete: of those without a missing score; what everything else counts by.
        sweeps: of every criterion.
        pairs: the leader against every other, in the order of the table.
        bars: of the lead over the second; empty with fewer than two complete options.
        ties: scores at which the second draws level with the leader.
        turn: the smallest change of weights that ends the lead.
        simulations: with any weights, in their order, around those given, and exactly those.
        costs: by every fact with amounts.
        sentences: the main ones, in this order.
    """

    table: ScoreTable
    complete: ScoreTable
    sweeps: tuple[Sweep, ...]
    pairs: tuple[HeadToHead, ...]
    bars: tuple[Bar, ...]
    ties: tuple[ScoreTie, ...]
    turn: WeightChange | None
    simulations: tuple[Simulation, ...]
    costs: tuple[CostPicture, ...]
    sentences: tuple[str, ...]

    @property
    def left_out(self) -> tuple[CardId, ...]:
        """Options with a total that miss a score: only draws can rank them."""
        return tuple(option for option in self.table.options if option not in self.complete.options)


def report(records: Records, results: Results) -> Report | None:
    """Looks at the ranking from every side, with the seed and draws of the map; None when no option has a total."""
    table = read_table(records, results)
    if table is None:
        return None
    settings = records.get(Map, results.map)
    complete = table.complete()
    swept = sweeps(complete)
    leader = complete.leader() if len(complete.options) > 1 else None
    pairs: tuple[HeadToHead, ...] = ()
    bars: tuple[Bar, ...] = ()
    ties: tuple[ScoreTie, ...] = ()
    if leader is not None:
        pairs = tuple(
            head_to_head(complete, leader, rival) for rival in range(len(complete.options)) if rival != leader
        )
        second = min(pairs, key=lambda pair: (pair.difference, pair.other)).other
        bars, ties = tornado(complete, leader, second), score_ties(complete, second, leader)
    drawn = (simulate(table, known, seed=settings.seed, draws=settings.draws) for known in WeightKnowledge)
    found = Report(
        table=table,
        complete=complete,
        sweeps=swept,
        pairs=pairs,
        bars=bars,
        ties=ties,
        turn=nearest_turn(complete) if leader is not None else None,
        simulations=tuple(item for item in drawn if item is not None),
        costs=tuple(value_against_cost(records, results, name) for name in cost_names(records, results)),
        sentences=(),
    )
    return _with_sentences(records, results, found)


def _with_sentences(records: Records, results: Results, found: Report) -> Report:
    names = sentences.read_names(records, results.map, found.complete)
    said = []
    if found.pairs:
        nearest = min(found.pairs, key=lambda pair: (pair.difference, pair.other))
        said += [
            sentences.head_to_head_sentence(nearest, names),
            sentences.sweeps_sentence(found.sweeps, names),
            sentences.weight_change_sentence(found.turn, found.complete, names),
            sentences.score_tie_sentence(found.ties, nearest.one, names),
            sentences.tornado_sentence(found.bars, nearest.difference, names),
        ]
    every = sentences.read_names(records, results.map, found.table)
    if len(found.table.options) > 1:
        # Where all weights are alike their order says nothing.
        has_order = len(set(found.table.weights)) > 1
        said += [
            sentences.simulation_sentence(item, every)
            for item in found.simulations
            if has_order or item.knowledge is not WeightKnowledge.RANKED
        ]
    letters = {int(option): letter for option, letter in option_letters(records, results.map).items()}
    said += [sentences.cost_sentence(picture, letters) for picture in found.costs]
    return replace(found, sentences=tuple(said))
