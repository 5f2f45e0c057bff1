"""Everything `robustness` says of one map at once, for the command line and the brief; windows ask for its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.model.reads import Records, criteria, option_letters
from desktop_app.model.records import Map
from desktop_app.weighing.criteria.lead import lead_sentence, outside_sentence
from desktop_app.weighing.criteria.matrix import CellState
from desktop_app.weighing.criteria.standing import Standing, standing
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness import sentences
from desktop_app.weighing.robustness.any_weights import InAnyOrder, in_order
from desktop_app.weighing.robustness.cost import CostPicture, cost_names, value_against_cost
from desktop_app.weighing.robustness.cost_sentences import cost_sentences
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.names import Names, read_names
from desktop_app.weighing.robustness.pairs import (
    DoubtBar,
    HeadToHead,
    ScoreTie,
    doubt_bars,
    head_to_head,
    holds_at_worst,
    nearest_tie,
    score_ties,
    worst_doubts,
)
from desktop_app.weighing.robustness.smaa import Simulation, simulate
from desktop_app.weighing.robustness.sweep import Sweep, Turn, sweeps, turns
from desktop_app.weighing.robustness.table import ScoreTable, read_table
from desktop_app.weighing.robustness.transport import Move, nearest_move
from desktop_app.wording.sentence import Listed, Sentence, say


@dataclass(frozen=True, slots=True)
class Report:
    """What the ranking of a map hangs on; missing scores are intervals throughout.

    Attributes:
        table: of the options in play, with those that stand outside.
        standing: how they stand.
        names: of options, criteria and who stands outside.
        sweeps: of every criterion.
        turns: of all sweeps, nearest first.
        pairs: the first against every other, in the order of the table.
        bars: doubt about the lead over the rival; empty with fewer than two options.
        ties: scores at which the rival draws level; empty unless somebody comes first and the pair misses no score.
        move: the least move of weight that ends the lead; None without one, or where nobody comes first.
        simulations: with any weights, in their order, around those given, and exactly those.
        in_order: under any weights in the order of those given; None where that says nothing.
        costs: by every fact with a stated direction of which two options or more have an amount and a total.
        lead: who comes first and who stands outside.
        sentences: the lead, then all the others, in the order of DEPTH 1.3.
        opening: what the first paragraph of a brief says of it.
    """

    table: ScoreTable
    standing: Standing
    names: Names
    sweeps: tuple[Sweep, ...]
    turns: tuple[Turn, ...]
    pairs: tuple[HeadToHead, ...]
    bars: tuple[DoubtBar, ...]
    ties: tuple[ScoreTie, ...]
    move: Move | None
    simulations: tuple[Simulation, ...]
    in_order: InAnyOrder | None
    costs: tuple[CostPicture, ...]
    lead: tuple[Sentence, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    opening: tuple[Sentence, ...] = ()


def report(records: Records, results: Results, *, is_room: bool = False) -> Report | None:
    """Looks at the ranking from every side, with the seed and draws of the map; None when no option has a total.

    Args:
        records: the workbook.
        results: what its map adds up to.
        is_room: the numbers are those of several people as one.
    """
    table = read_table(records, results)
    if table is None:
        return None
    settings = records.get(Map, results.map)
    now = table.standing()
    swept = sweeps(table)
    rival = now.rival
    has_rival = rival is not None
    pairs = tuple(
        head_to_head(table, now.first, other) for other in range(len(table.options)) if has_rival and other != now.first
    )
    ties: tuple[ScoreTie, ...] = ()
    if rival is not None and now.comes_first and not (table.missing(now.first) or table.missing(rival)):
        ties = score_ties(table, rival, now.first)
    drawn = (simulate(table, known, seed=settings.seed, draws=settings.draws) for known in WeightKnowledge)
    draft = Report(
        table=table,
        standing=now,
        names=read_names(records, results.map, table, is_room=is_room),
        sweeps=swept,
        turns=all_turns(swept, now),
        pairs=pairs,
        bars=doubt_bars(table, now.first, rival) if rival is not None else (),
        ties=ties,
        move=nearest_move(table, now.first) if now.is_alone else None,
        simulations=tuple(item for item in drawn if item is not None),
        in_order=in_order(table),
        costs=tuple(
            picture
            for name in cost_names(records, results)
            if len((picture := value_against_cost(records, results, name)).points) > 1
        ),
    )
    return _with_sentences(records, results, draft, is_room=is_room)


def all_turns(swept: Sequence[Sweep], now: Standing) -> tuple[Turn, ...]:
    """The turns of several sweeps together, nearest first."""
    every_turn = [turn for item in swept for turn in turns(item, now)]
    return tuple(sorted(every_turn, key=lambda turn: (turn.distance, turn.sweep.criterion)))


def _with_sentences(records: Records, results: Results, report: Report, *, is_room: bool) -> Report:
    table, now, names = report.table, report.standing, report.names
    lead = lead_sentence(now, names)
    if now.rival is None:
        return replace(report, lead=(lead,), sentences=(lead,), opening=(lead,))
    outside = outside_sentence(names)
    red = tuple(_red_sentence(records, results, report))
    by_weights = sentences.weight_sentences(table, report.turns, report.sweeps, now, names)
    move = [least_move_sentence(table, now, names)] if now.is_alone and len(table.criteria) > 1 else []
    trials = {item.knowledge: sentences.trials_sentence(item, table, names) for item in report.simulations}
    around, stated = trials.get(WeightKnowledge.AROUND), trials.get(WeightKnowledge.STATED)
    argued = tuple(_argued(results, report))
    # Neither people who are taken together nor arguments give a score beyond doubt.
    doubts = [sentence for sentence in _doubts(report) if sentence.key != "doubt.none" or not (is_room or argued)]
    opening = [around, _nearest(report, by_weights), *move]
    body = [
        *red,
        *sentences.missing_sentences(table, now, names),
        *by_weights,
        *_pair(report),
        *move,
        *_tie(report),
        *doubts,
        around,
        stated,
        *sentences.order_sentences(report.in_order, table, names),
        *argued,
        *(sentence for item in report.costs for sentence in cost_sentences(item, option_letters(records, results.map))),
    ]
    return replace(
        report,
        lead=(lead, *outside),
        sentences=(lead, *outside, *(item for item in body if item is not None)),
        opening=(lead, *outside, *(item for item in opening if item is not None)),
    )


def least_move_sentence(table: ScoreTable, now: Standing, names: Names) -> Sentence | None:
    """The least move of weight that ends the lead of who is ahead of everybody, or that there is none."""
    move = nearest_move(table, now.first)
    if move is None and any(not table.locked[place] for place in table.uncounted):
        return None  # somebody outside would be in play with some weight there
    is_locked = move is None and nearest_move(table, now.first, with_locks=False) is not None
    return sentences.move_sentence(move, now.first, names, is_locked=is_locked)


def _nearest(report: Report, by_weights: Sequence[Sentence]) -> Sentence | None:
    """The nearest turn by a single weight, or that there is none."""
    if not report.turns:
        return by_weights[0] if by_weights else None
    turn_sentences = (
        sentences.turn_sentence(report.table, group, report.names) for group in sentences.grouped(report.turns)
    )
    return next((sentence for sentence in turn_sentences if sentence is not None), None)


def _pair(report: Report) -> Iterator[Sentence]:
    """The first against the rival; where they are level, only what tells them apart."""
    pair = next(item for item in report.pairs if item.other == report.standing.rival)
    sentence = sentences.pair_sentence(pair, report.names)
    if sentence.key != "pair.level.plain":
        yield sentence


def _tie(report: Report) -> Iterator[Sentence]:
    now = report.standing
    if report.ties and now.is_alone and now.rival is not None:
        yield sentences.tie_sentence(nearest_tie(report.ties), now.rival, now.first, report.names)


def _doubts(report: Report) -> tuple[Sentence, ...]:
    first = report.standing.first
    return sentences.doubt_sentences(
        report.table,
        worst_doubts(report.table, first),
        report.standing,
        report.names,
        holds_at_worst=holds_at_worst(report.table, first),
    )


def _red_sentence(records: Records, results: Results, report: Report) -> Iterator[Sentence]:
    """Who comes first of the options above every red line, where the first of all is under one.

    Nothing where a score that a red line asks for is missing: it may be under it.
    """
    lines = [item.id for item in criteria(records, results.map) if item.red_line is not None]
    places = range(len(report.table.options))

    def is_under(place: int) -> bool:
        return any(results.cells[report.table.options[place], line].below_red_line for line in lines)

    if not report.standing.comes_first or not is_under(report.standing.first):
        return
    above = [place for place in places if not is_under(place)]
    if any(results.cells[report.table.options[place], line].score is None for place in above for line in lines):
        return
    rest = standing([report.standing.intervals[place] for place in above])
    names = [report.names.options[place] for place in above]
    # Whoever is not scored may be above them, too.
    among = ".scored" if report.table.outside else ""
    if rest is None:
        yield say(f"red.none{among}")
    elif rest.rival is None:
        yield say(f"red.single{among}", first=names[0])
    elif rest.is_alone:
        yield say("red", first=names[rest.first])
    else:
        yield _red_shared(rest, names)


def _red_shared(rest: Standing, names: Sequence[str]) -> Sentence:
    """Nobody above every red line comes first alone: who shares first place, or that it is open."""
    sure = tuple(names[place] for place in rest.may if rest.ranks[place].worst == 1)
    others = tuple(names[place] for place in rest.may if rest.ranks[place].worst > 1)
    if not sure:
        return say("red.open")
    if not others:
        return say("red.level", options=Listed(sure))
    return say("red.least", first=Listed(sure), others=Listed(others), count=len(sure))


def _argued(results: Results, report: Report) -> Iterator[Sentence]:
    """How many of the scores behind the totals are argued."""
    counted = [report.table.criteria[place] for place in report.table.counted]
    cells = [results.cells[option, criterion] for option in report.table.options for criterion in counted]
    argued = sum(cell.state is CellState.ARGUED for cell in cells)
    if argued:
        yield say("argued", count=argued, total=sum(cell.score is not None for cell in cells))
