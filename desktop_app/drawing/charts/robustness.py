"""What a ranking hangs on, as charts: from the records of `weighing.robustness` to the pictures that show them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from desktop_app.drawing.charts.bars import RangeBar, SignedBar, range_bars, signed_bars
from desktop_app.drawing.charts.picture import Chart
from desktop_app.drawing.charts.scatter import ValueAtCost, scatter
from desktop_app.drawing.charts.shares import RankShares, rank_chart
from desktop_app.drawing.charts.sweep import SweepLine, Switch, sweep_chart
from desktop_app.weighing.robustness.cost import CostPicture
from desktop_app.weighing.robustness.pairs import Bar, HeadToHead
from desktop_app.weighing.robustness.sentences import Names
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Sweep
from desktop_app.wording.rounding import percent, signed


def sweep_picture(swept: Sweep, names: Names, width: float, height: float = 220.0) -> Chart:
    """The totals over one weight, with the points where the lead changes."""
    lines = [SweepLine(names.options[line.option], line.at_zero, line.at_one) for line in swept.lines]
    switches = []
    for before, after in pairwise(swept.leads):
        share = after.low
        total = next(line for line in swept.lines if line.option == after.option).at(share)
        said = f"{percent(share)}: {names.options[after.option]} overtakes {names.options[before.option]}"
        switches.append(Switch(share, total, said))
    criterion = " and ".join(names.criteria[place] for place in swept.criteria)
    return sweep_chart(lines, swept.now, switches, criterion, width, height)


def pair_picture(pair: HeadToHead, names: Names, width: float) -> Chart:
    """What each criterion gives one option over another, in points of the total."""
    bars = [SignedBar(name, points, signed(points)) for name, points in zip(names.criteria, pair.points, strict=True)]
    return signed_bars(bars, width)


def tornado_picture(bars: Sequence[Bar], lead: float, names: Names, width: float) -> Chart:
    """How far doubt about each criterion moves a lead."""
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
    return range_bars(ranges, lead, signed(lead), width)


def ranks_picture(found: Simulation, option_names: Sequence[str], width: float) -> Chart:
    """In how many of 100 trials each option has each rank."""
    ranks = found.acceptability.ranks
    return rank_chart([RankShares(name, row) for name, row in zip(option_names, ranks, strict=True)], width)


def cost_chart(picture: CostPicture, letters: Mapping[int, str], width: float, height: float = 240.0) -> Chart:
    """Value against an amount, with the options that none beats on both."""
    points = [
        ValueAtCost(letters[point.option], point.total, point.amount, f"{point.amount:g}", point.is_efficient)
        for point in picture.points
    ]
    return scatter(points, picture.name, width, height)
