"""What the ranking hangs on, in sentences; options by their letters, criteria by their names (DEPTH 1.3).

Each is true of every option in play; who stands outside is said by `lead.outside_sentence`, which goes with them.
"""

import math
from collections.abc import Sequence

from desktop_app.weighing.criteria.standing import Standing
from desktop_app.weighing.criteria.totals import NOISE, is_ahead
from desktop_app.weighing.robustness.any_weights import InAnyOrder
from desktop_app.weighing.robustness.draws import CONCENTRATION, WeightKnowledge
from desktop_app.weighing.robustness.names import Names, WeightsOf
from desktop_app.weighing.robustness.pairs import Doubted, HeadToHead, ScoreTie
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Stretch, Sweep, Turn
from desktop_app.weighing.robustness.table import ScoreTable
from desktop_app.weighing.robustness.transport import Move, whole_points
from desktop_app.wording.rounding import hundreds, whole
from desktop_app.wording.sentence import Listed, Percent, Sentence, Signed, Tenth, Value, Whole, say
from desktop_app.wording.thresholds import downwards, upwards

_Threshold = Whole | Tenth | None


# --- scores that are missing ------------------------------------------------------------------------------


def missing_sentences(table: ScoreTable, now: Standing, names: Names) -> tuple[Sentence, ...]:
    """From where on its missing scores put an option on top that does not come first for certain."""
    sentences = []
    for option in now.may:
        places = table.missing(option)
        if not places or now.ranks[option].worst == 1:
            continue
        weight = sum(table.weights[place] for place in places)
        rivals = (most for place, (_, most) in enumerate(now.intervals) if place != option)
        needed = (max(rivals, default=0.0) - now.intervals[option][0]) / weight
        score = upwards(needed, 100) if 0 < needed < 100 else None
        if score is not None:
            criterion = names.criteria[places[0]]
            sentences.append(
                say("missing", option=names.options[option], criterion=criterion, count=len(places), score=score)
            )
    return tuple(sentences)


# --- single weights ---------------------------------------------------------------------------------------


def turn_sentence(table: ScoreTable, turns: Sequence[Turn], names: Names) -> Sentence | None:
    """Who is on top where, of the turns of one criterion that are of one kind: certain ones, or a possible one.

    None where no number below the end of the scale can be given.
    """
    first = turns[0]
    criterion, now = names.criteria[first.sweep.criterion], Percent(first.sweep.now)
    if first.possible is not None:
        return _may_sentence(table, first, names)
    clauses = [clause for turn in turns if (clause := certain_clause(turn, names)) is not None]
    return (
        say("weight.turn", criterion=criterion, turns=Listed(tuple(clauses), is_clauses=True), now=now)
        if clauses
        else None
    )


def certain_clause(turn: Turn, names: Names) -> Sentence | None:
    """Where its options are on top for certain: "above 46 % D is on top"; None where nothing can be said."""
    if turn.certain is None:
        return None
    options, count = _letters(names, turn.options), len(turn.options)
    return _stretch_clause("weight", turn.certain, turn.sweep, options=options, count=count)


def possible_clause(turn: Turn, names: Names) -> Sentence | None:
    """Where its options may be on top, if that is more; None where nothing can be said."""
    if turn.possible is None:
        return None
    return _stretch_clause("weight.may", turn.possible, turn.sweep, options=_letters(names, turn.options))


def weight_sentences(
    table: ScoreTable, turns: Sequence[Turn], swept: Sequence[Sweep], now: Standing, names: Names
) -> tuple[Sentence, ...]:
    """What single weights decide, the nearest turn first."""
    if not swept:
        return ()
    is_whole = len(swept) == len(table.criteria)
    rest = [item for item in swept if item.criterion not in {turn.sweep.criterion for turn in turns}]
    rest_holds = is_whole and now.comes_first and all(item.is_always_on_top(now.first) for item in rest)
    if not turns:
        return (say("weight.none"),) if rest_holds and now.is_alone else ()
    groups = grouped(turns)
    sentences = [sentence for group in groups if (sentence := turn_sentence(table, group, names)) is not None]
    # Where a turn cannot be put in numbers, "the others" would count it among those that change nothing.
    if rest and rest_holds and all(turn_sentence(table, [turn], names) is not None for turn in turns):
        sentences.append(say("weight.rest", count=len(rest)))
    return tuple(sentences)


def grouped(turns: Sequence[Turn]) -> list[list[Turn]]:
    """The certain turns of one criterion together, each possible one by itself; in the order of the nearest."""
    groups: list[list[Turn]] = []
    for turn in turns:
        own = next(
            (
                group
                for group in groups
                if group[0].sweep.criterion == turn.sweep.criterion
                and group[0].possible is None
                and turn.possible is None
            ),
            None,
        )
        if own is None:
            groups.append([turn])
        else:
            own.append(turn)
    return groups


def _may_sentence(table: ScoreTable, turn: Turn, names: Names) -> Sentence | None:
    possible = possible_clause(turn, names)
    if possible is None:
        return None
    values: dict[str, Value] = {
        "criterion": names.criteria[turn.sweep.criterion],
        "possible": possible,
        "why": _why(table, turn, names),
        "now": Percent(turn.sweep.now),
    }
    certain = None if turn.certain is None else _stretch_clause("weight.certain", turn.certain, turn.sweep)
    if certain is None:
        return say("weight.may", **values) if turn.certain is None else None
    return say("weight.may.certain", certain=certain, **values)


def _why(table: ScoreTable, turn: Turn, names: Names) -> Sentence:
    """Which missing scores leave it open."""
    places = range(len(table.options))
    swept = [option for option in places if table.cells[option][turn.sweep.criterion] is None]
    key, who = "weight.why.swept", swept
    if not swept:
        key, who = "weight.why.other", [option for option in places if not turn.sweep.lines[option].is_certain]
    return say(key, options=_letters(names, who), count=len(who))


def _stretch_clause(kind: str, where: Stretch, swept: Sweep, **values: Value) -> Sentence | None:
    """Where on the weight, in percents that hold literally; None where no percent does."""
    low, high = 100 * where.low, 100 * where.high
    bounds: tuple[_Threshold, _Threshold]
    if where.high == 1 and where.low > swept.now:
        low_shown = upwards(low, 100)
        return None if low_shown is None else say(f"{kind}.above", low=low_shown, **values)
    if where.low == 0 and where.high < swept.now:
        high_shown = downwards(high, 0)
        return None if high_shown is None else say(f"{kind}.below", high=high_shown, **values)
    bounds = Whole(math.ceil(low - NOISE)), Whole(math.floor(high + NOISE))
    if bounds[0].value >= bounds[1].value:
        bounds = Tenth(math.ceil(10 * (low - NOISE)) / 10), Tenth(math.floor(10 * (high + NOISE)) / 10)
    if bounds[0].value >= bounds[1].value:
        return None
    return say(f"{kind}.between", low=bounds[0], high=bounds[1], **values)


# --- all weights together ---------------------------------------------------------------------------------


def move_sentence(move: Move | None, leader: int, names: Names, *, is_locked: bool) -> Sentence | None:
    """How many points of weight would have to change hands for another option to draw level.

    Args:
        move: the least; None where there is none.
        leader: who comes first.
        names: of options and criteria.
        is_locked: whether unlocking a weight would allow a move.

    Returns:
        None where no number that can be said does it.
    """
    first = names.options[leader]
    if move is None:
        return say("move.none.unlocked" if is_locked else "move.none", first=first)
    whole_move = whole_points(move)
    if whole_move is None:
        return None
    points, parts = whole_move
    key = "move.worst" if move.is_worst else "move"
    values: dict[str, Value] = {
        "first": first,
        "rival": names.options[move.rival],
        "points": _points(points),
        "to": names.criteria[move.to],
    }
    if len(parts) == 1:
        return say(key, donor=names.criteria[parts[0][0]], **values)
    shown = tuple(say("move.part", points=_points(share), criterion=names.criteria[place]) for place, share in parts)
    return say(f"{key}.several", parts=Listed(shown), **values)


def _points(number: float) -> Value:
    return Whole(number) if float(number).is_integer() else Tenth(number)


# --- one against another ----------------------------------------------------------------------------------


def pair_sentence(pair: HeadToHead, names: Names) -> Sentence:
    """By how much one option is ahead of another or behind it, and where it gains and loses most."""
    low, high = pair.lead
    if not pair.is_certain and whole(low) != whole(high):
        return _open_pair(pair, names)
    values: dict[str, Value] = {"one": names.options[pair.one], "other": names.options[pair.other]}
    gain = max(range(len(pair.points)), key=lambda place: pair.points[place])
    loss = min(range(len(pair.points)), key=lambda place: pair.points[place])
    gains, loses = whole(pair.points[gain][0]) > 0, whole(pair.points[loss][0]) < 0
    if gains:
        values |= {"gain": names.criteria[gain], "gained": Signed(pair.points[gain][0])}
    if loses:
        values |= {"loss": names.criteria[loss], "lost": Signed(pair.points[loss][0])}
    if not (is_ahead(high, 0.0) or is_ahead(-low, 0.0)):
        return say("pair.level" if gains and loses else "pair.level.plain", **values)
    key = "pair" if low > 0 else "pair.behind"
    if not (gains and loses):
        key = {"pair": "pair.gains" if gains else "pair.plain"}.get(
            key, "pair.behind.losses" if loses else "pair.behind.plain"
        )
    return say(key, points=Whole(abs(low)), **values)


def _open_pair(pair: HeadToHead, names: Names) -> Sentence:
    low, high = whole(pair.lead[0]), whole(pair.lead[1])
    own, theirs = pair.missing
    if theirs:
        cells = [(place, pair.one) for place in own] + [(place, pair.other) for place in theirs]
        shown = tuple(
            say("pair.cell", criterion=names.criteria[place], option=names.options[option]) for place, option in cells
        )
        missing = say("pair.cells", cells=Listed(shown), count=len(cells))
    else:
        missing = say("pair.its", criteria=Listed(tuple(names.criteria[place] for place in own)), count=len(own))
    values: dict[str, Value] = {
        "one": names.options[pair.one],
        "other": names.options[pair.other],
        "missing": missing,
    }
    if low >= 0:
        return say("pair.open", low=low, high=high, **values)
    if high <= 0:
        return say("pair.open.behind", low=-high, high=-low, **values)
    return say("pair.open.across", low=-low, high=high, **values)


# --- single scores ----------------------------------------------------------------------------------------


def tie_sentence(tie: ScoreTie | None, rival: int, leader: int, names: Names) -> Sentence:
    """The smallest change of a single score that lets the rival draw level with who comes first."""
    first, other = names.options[leader], names.options[rival]
    if tie is None or tie.needed is None:
        return say("score.none", rival=other, first=first)
    rises = tie.needed > tie.now
    needed = (upwards if rises else downwards)(tie.needed, 100 if rises else 0, holds_at_end=True)
    assert needed is not None
    return say(
        "score.tie",
        rival=other,
        first=first,
        criterion=names.criteria[tie.criterion],
        needed=needed,
        now=Whole(tie.now),
    )


def doubt_sentences(
    table: ScoreTable, doubts: Sequence[Doubted], now: Standing, names: Names, *, holds_at_worst: bool
) -> tuple[Sentence, ...]:
    """Whether doubt about scores could put another option on top; said of one that comes first."""
    is_whole = not any(table.missing(option) for option in range(len(table.options)))
    if not table.has_doubt() and is_whole:
        return (say("doubt.none"),)
    if not now.comes_first:
        return ()
    sentences = []
    first = names.options[now.first]
    # Who is level with the first already cannot be said to be put on top.
    turning = [item for item in doubts if item.puts_on_top and not now.is_level(now.first, item.rival)]
    if turning and table.has_doubt():
        criteria = tuple(names.criteria[place] for place in sorted({item.criterion for item in turning}))
        rivals = tuple(names.options[place] for place in sorted({item.rival for item in turning}))
        sentences.append(
            say("doubt.turns", criteria=Listed(criteria, is_choice=True), rivals=Listed(rivals, is_choice=True))
        )
    elif table.has_doubt() and doubts[0].lead >= -NOISE:
        nearest = doubts[0]
        key = "doubt.holds" if is_ahead(nearest.lead, 0.0) else "doubt.holds.level"
        sentences.append(
            say(
                key,
                criterion=names.criteria[nearest.criterion],
                first=first,
                points=Whole(nearest.lead),
                rival=names.options[nearest.rival],
            )
        )
    if holds_at_worst:
        sentences.append(say("doubt.all", first=first))
    return tuple(sentences)


# --- trials -----------------------------------------------------------------------------------------------

_KEYS = {WeightKnowledge.ANY: "trials.any", WeightKnowledge.RANKED: "trials.order"}


def trials_sentence(simulation: Simulation, table: ScoreTable, names: Names) -> Sentence | None:
    """How often each option comes first; None where nothing varies."""
    firsts = simulation.acceptability.firsts
    counts = hundreds(firsts)
    order = sorted(range(len(firsts)), key=lambda place: (-firsts[place], place))
    others = [place for place in order[1:] if counts[place] > 0]
    varies = table.has_doubt() or any(table.missing(option) for option in range(len(table.options)))
    values: dict[str, Value] = {"first": names.options[order[0]], "count": counts[order[0]]}
    if simulation.knowledge is not WeightKnowledge.STATED and len(table.counted) < 2:
        return None  # one weight alone cannot vary
    if simulation.knowledge is WeightKnowledge.STATED:
        if not varies:
            return None
        key = "trials.scores"
    elif simulation.knowledge is WeightKnowledge.AROUND:
        assert simulation.firmness is not None
        share = max(table.weights)
        off = math.sqrt(share * (1 - share) / (CONCENTRATION[simulation.firmness] + 1))
        low, high = (Whole(100 * end) for end in (max(0.0, share - off), min(1.0, share + off)))
        values |= {"share": Whole(100 * share), "low": low, "high": high}
        key = f"{'trials.doubt' if varies else 'trials'}{names.weights.value}"
    else:
        key = f"{_KEYS[simulation.knowledge]}{'.doubt' if varies else ''}"
    if not others:
        return say(f"{key}.only", **values)
    clauses = tuple(say("trials.other", option=names.options[place], count=counts[place]) for place in others)
    return say(key, others=Listed(clauses), **values)


# --- any weights, and costs -------------------------------------------------------------------------------


def order_sentences(order: InAnyOrder | None, table: ScoreTable, names: Names) -> tuple[Sentence, ...]:
    """Who may come first under any weights in the order of those given, and who never does, by the likely scores."""
    if order is None or names.weights is WeightsOf.NOBODYS:
        return ()
    of_whom = f"{names.weights.value}{'.likely' if table.has_doubt() else ''}"
    if order.always is not None:
        return (say(f"info.always{of_whom}", first=names.options[order.always]),)
    never = [place for place in range(len(names.options)) if place not in order.may]
    may = Listed(tuple(names.options[place] for place in order.may), is_choice=True)
    if not never:
        return (say(f"info.may{of_whom}", may=may),)
    return (say(f"info{of_whom}", may=may, never=_letters(names, never), count=len(never)),)


def _letters(names: Names, places: Sequence[int]) -> Listed:
    return Listed(tuple(names.options[place] for place in places))
