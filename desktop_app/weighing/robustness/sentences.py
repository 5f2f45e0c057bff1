"""What the ranking hangs on, in words; options by their letters, criteria by their names, numbers whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Criterion
from desktop_app.weighing.robustness.cost import CostPicture
from desktop_app.weighing.robustness.draws import WeightKnowledge
from desktop_app.weighing.robustness.pairs import Bar, HeadToHead, ScoreTie, WeightChange
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Sweep
from desktop_app.weighing.robustness.table import ScoreTable
from desktop_app.wording.rounding import percent, signed, whole

_WEIGHTS = {
    WeightKnowledge.ANY: "with any weights",
    WeightKnowledge.RANKED: "with any weights in this order",
    WeightKnowledge.AROUND: "with weights around those given",
    WeightKnowledge.STATED: "with the weights as given",
}
_SAID = 3


@dataclass(frozen=True, slots=True)
class Names:
    """What options and criteria of a table are called, by their places."""

    options: tuple[str, ...]
    criteria: tuple[str, ...]


def read_names(records: Records, map_id: MapId, table: ScoreTable) -> Names:
    """The letters of the options and the names of the criteria of a table."""
    letters = option_letters(records, map_id)
    return Names(
        options=tuple(letters[option] for option in table.options),
        criteria=tuple(records.get(Criterion, criterion).name for criterion in table.criteria),
    )


def sweep_sentence(swept: Sweep, names: Names) -> str:
    """Who leads on which stretch of one weight: "Scope: D leads above 39 %, C below."."""
    what = joined([names.criteria[place] for place in swept.criteria])
    if len(swept.leads) == 1:
        return f"{what}: {names.options[swept.leads[0].option]} leads whatever it weighs."
    return f"{what}: {joined(_turns(swept, names))}; now {percent(swept.now)}."


def sweeps_sentence(found: Sequence[Sweep], names: Names) -> str:
    """Which single weights decide who leads."""
    if not found:
        return "Weights cannot be swept: two options with all their scores are needed."
    deciding = [item for item in found if len(item.leads) > 1]
    leader = names.options[found[0].stable.option]
    if not deciding:
        return f"No single weight changes the lead: {leader} leads whatever one of them is."
    said = [f"{names.criteria[item.criteria[0]]}: {joined(_turns(item, names))}" for item in deciding]
    if len(deciding) == 1:
        return f"Only {names.criteria[deciding[0].criteria[0]]} matters: {joined(_turns(deciding[0], names))}."
    return f"{leader} leads; {len(deciding)} single weights can change that. {'. '.join(said)}."


def head_to_head_sentence(pair: HeadToHead, names: Names) -> str:
    """By how much one option leads another, and where it gains and loses most."""
    one, other = names.options[pair.one], names.options[pair.other]
    lead = whole(pair.difference)
    first = f"{one} and {other} are level" if lead == 0 else f"{one} is {_points(abs(lead))} {_side(lead)} {other}"
    gains = max(range(len(pair.points)), key=pair.points.__getitem__)
    losses = min(range(len(pair.points)), key=pair.points.__getitem__)
    said = []
    if whole(pair.points[gains]) > 0:
        said.append(f"it gains most on {names.criteria[gains]} ({signed(pair.points[gains])})")
    if whole(pair.points[losses]) < 0:
        said.append(f"loses most on {names.criteria[losses]} ({signed(pair.points[losses])})")
    return f"{first}: {' and '.join(said)}." if said else f"{first}."


def tornado_sentence(bars: Sequence[Bar], lead: float, names: Names) -> str:
    """Doubt about which criterion moves a lead most, and whether it could end it."""
    if not bars or whole(bars[0].span) == 0:
        return "No score is in doubt."
    first = bars[0]
    ends = lead + first.low, lead + first.high
    turns = [bar for bar in bars if lead + bar.low < 0]
    where = names.criteria[first.criterion]
    said = f"Doubt about {where} moves the lead most: from {signed(ends[0])} to {signed(ends[1])}."
    if not turns:
        return f"{said} Doubt about one criterion alone does not end it."
    return f"{said} Doubt about {joined([names.criteria[bar.criterion] for bar in turns], 'or')} alone could end it."


def score_tie_sentence(ties: Sequence[ScoreTie], leader: int, names: Names) -> str:
    """The smallest change of a single score that lets an option draw level with the leader."""
    option, first = names.options[ties[0].option], names.options[leader]
    reachable = [(abs(item.needed - item.now), item, item.needed) for item in ties if item.needed is not None]
    if not reachable:
        return f"No single score lets {option} draw level with {first}."
    _, nearest, needed = min(reachable, key=lambda found: (found[0], found[1].criterion))
    where = names.criteria[nearest.criterion]
    return f"{option} draws level with {first} if its {where} is {whole(needed)} instead of {whole(nearest.now)}."


def weight_change_sentence(change: WeightChange | None, table: ScoreTable, names: Names) -> str:
    """How many points of weight would have to move for another option to draw level."""
    leader = table.complete().leader()
    if change is None:
        who = "the leader" if leader is None else names.options[table.options.index(table.complete().options[leader])]
        return f"No change of weights lets another option draw level with {who}."
    moved = [new - old for new, old in zip(change.weights, table.weights, strict=True)]
    order = sorted(range(len(moved)), key=moved.__getitem__)
    source = [names.criteria[place] for place in order if whole(100 * moved[place]) < 0][:_SAID]
    sink = [names.criteria[place] for place in reversed(order) if whole(100 * moved[place]) > 0][:_SAID]
    rival, first = names.options[change.rival], names.options[change.leader]
    how = f" from {joined(source)} to {joined(sink)}" if source and sink else ""
    return f"{rival} draws level with {first} if {whole(change.shifted)} of 100 points of weight move{how}."


def simulation_sentence(found: Simulation, names: Names) -> str:
    """How often each option comes first: "C comes first in 76 of 100 runs with any weights; D in 18."."""
    firsts = found.acceptability.firsts
    order = sorted(range(len(firsts)), key=lambda place: (-firsts[place], place))
    first, others = order[0], [place for place in order[1:] if whole(100 * firsts[place]) > 0]
    said = f"{names.options[first]} comes first in {of_hundred(firsts[first])} of 100 runs {_WEIGHTS[found.knowledge]}"
    rest = [f"{names.options[place]} in {of_hundred(firsts[place])}" for place in others[:_SAID]]
    return f"{said}; {', '.join(rest)}." if rest else f"{said}."


def cost_sentence(picture: CostPicture, letters: dict[int, str]) -> str:
    """Which options are worth what they cost."""
    if not picture.points:
        return f"No option has both a total and an amount for {picture.name}."
    worth = [letters[point.option] for point in picture.frontier]
    beaten = [letters[point.option] for point in picture.points if not point.is_efficient]
    said = f"For its {picture.name}, {joined(worth)} {'gives' if len(worth) == 1 else 'give'} the most value."
    if beaten:
        said += f" {joined(beaten)}: as much or more is to be had for no more."
    return said


def of_hundred(share: float) -> int:
    """A share as a count of 100 runs; 0 and 100 only where it is exactly that."""
    count = whole(100 * share)
    return min(max(count, 1), 99) if 0 < share < 1 else count


def joined(words: Sequence[str], last: str = "and") -> str:
    """Words as a list: "A, B and C"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _turns(swept: Sweep, names: Names) -> list[str]:
    """Where somebody else than the leader leads, nearest stretches first: "above 39 % D leads"."""
    here = swept.leads.index(swept.stable)
    above = [f"above {percent(lead.low)} {names.options[lead.option]} leads" for lead in swept.leads[here + 1 :]]
    below = [f"below {percent(lead.high)} {names.options[lead.option]} leads" for lead in reversed(swept.leads[:here])]
    return [*above, *below]


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"


def _side(lead: int) -> str:
    return "ahead of" if lead > 0 else "behind"
