"""What a ranking hangs on, as charts: from the records of `weighing.robustness` to the pictures that show them."""

from collections.abc import Mapping, Sequence

from desktop_app.drawing.charts.bars import RangeBar, SignedBar, range_bars, signed_bars
from desktop_app.drawing.charts.picture import DrawnChart
from desktop_app.drawing.charts.scatter import ValueAtCost, scatter
from desktop_app.drawing.charts.shares import RankShares, rank_chart
from desktop_app.drawing.charts.sweep import SweepLine, SweepSwitch, sweep_chart
from desktop_app.model.ids import CardId
from desktop_app.weighing.robustness.cost import CostPicture
from desktop_app.weighing.robustness.names import Names
from desktop_app.weighing.robustness.pairs import DoubtBar, HeadToHead
from desktop_app.weighing.robustness.sentences import certain_clause, possible_clause
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Sweep, Turn
from desktop_app.wording.rounding import signed, whole
from desktop_app.wording.sentence import Signed, text


def sweep_picture(swept: Sweep, turns: Sequence[Turn], names: Names, width: float, height: float = 220.0) -> DrawnChart:
    """The totals over one weight, with the points where another option comes on top, for certain or perhaps."""
    lines = [SweepLine(names.options[line.option], line.at_zero, line.at_one) for line in swept.lines]
    switches = []
    for turn in turns:
        line = swept.lines[turn.options[0]]
        for stretch, end, clause in (
            (turn.possible, 1, possible_clause(turn, names)),
            (turn.certain, 0, certain_clause(turn, names)),
        ):
            if stretch is not None and clause is not None:
                share = stretch.low if stretch.low > swept.now else stretch.high
                switches.append(SweepSwitch(share, line.at(share)[end], str(clause)))
    return sweep_chart(lines, swept.now, switches, names.criteria[swept.criterion], width, height)


def pair_picture(pair: HeadToHead, names: Names, width: float, *, whole_names: bool = False) -> DrawnChart:
    """What each criterion gives one option over another, in points of the total; hollow where a score is missing."""
    bars = []
    for name, (low, high) in zip(names.criteria, pair.points, strict=True):
        is_open = whole(low) != whole(high)
        shown = text("chart.range", low=Signed(low), high=Signed(high)) if is_open else signed(high)
        bars.append(SignedBar(name, high, shown, low if is_open else None))
    return signed_bars(bars, width, whole_names=whole_names)


def doubt_picture(
    bars: Sequence[DoubtBar], pair: HeadToHead, names: Names, width: float, *, whole_names: bool = False
) -> DrawnChart:
    """How far doubt about each criterion moves a lead; where scores of the pair are missing, the lead at its worst."""
    lead = pair.lead[0]
    ranges = [
        RangeBar(
            names.criteria[bar.criterion],
            lead + bar.low,
            lead + bar.high,
            signed(lead + bar.low),
            signed(lead + bar.high),
        )
        for bar in bars
    ]
    now = text("chart.now" if pair.is_certain else "chart.now.missing", lead=Signed(lead))
    return range_bars(ranges, lead, now, width, whole_names=whole_names)


def ranks_picture(
    simulation: Simulation, option_names: Sequence[str], width: float, *, whole_names: bool = False
) -> DrawnChart:
    """In how many of 100 trials each option has each rank."""
    ranks = simulation.acceptability.ranks
    rows = [RankShares(name, row) for name, row in zip(option_names, ranks, strict=True)]
    return rank_chart(rows, width, whole_names=whole_names)


def cost_chart(picture: CostPicture, letters: Mapping[CardId, str], width: float, height: float = 240.0) -> DrawnChart:
    """Value against an amount, with the options that none beats on both."""
    points = [
        ValueAtCost(
            letters[point.option], point.total, point.amount, picture.unit.shown(point.amount), point.beaten_by is None
        )
        for point in picture.points
    ]
    return scatter(points, picture.name, width, height)
