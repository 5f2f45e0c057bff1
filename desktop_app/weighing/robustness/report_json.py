"""A robustness report as JSON; options and criteria by their ids."""

from desktop_app.weighing.results_json import Json
from desktop_app.weighing.robustness.cost import CostPicture
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Sweep
from desktop_app.weighing.robustness.table import ScoreTable


def report_json(found: Report | None) -> Json:
    """Everything in a report; null where no option has a total."""
    if found is None:
        return None
    table = found.complete
    return {
        "left_out": [*found.left_out],
        "sweeps": [_sweep(item, table) for item in found.sweeps],
        "head_to_head": [
            {
                "leader": table.options[pair.one],
                "rival": table.options[pair.other],
                "difference": pair.difference,
                "points": _by_criterion(table, pair.points),
            }
            for pair in found.pairs
        ],
        "tornado": [
            {"criterion": table.criteria[bar.criterion], "low": bar.low, "high": bar.high} for bar in found.bars
        ],
        "score_ties": [
            {
                "option": table.options[item.option],
                "criterion": table.criteria[item.criterion],
                "now": item.now,
                "needed": item.needed,
            }
            for item in found.ties
        ],
        "smallest_weight_change": None
        if found.turn is None
        else {
            "leader": table.options[found.turn.leader],
            "rival": table.options[found.turn.rival],
            "shifted": found.turn.shifted,
            "weights": _by_criterion(table, found.turn.weights),
        },
        "simulations": [_simulation(item) for item in found.simulations],
        "value_against_cost": [_cost(item) for item in found.costs],
        "sentences": [*found.sentences],
    }


def _sweep(item: Sweep, table: ScoreTable) -> Json:
    return {
        "criteria": [table.criteria[place] for place in item.criteria],
        "now": item.now,
        "lines": [
            {"option": table.options[line.option], "at_zero": line.at_zero, "at_one": line.at_one}
            for line in item.lines
        ],
        "leads": [{"option": table.options[lead.option], "low": lead.low, "high": lead.high} for lead in item.leads],
        "switches": [*item.switches],
        "stable": {"low": item.stable.low, "high": item.stable.high},
    }


def _simulation(item: Simulation) -> Json:
    found = item.acceptability
    return {
        "weights": item.knowledge.value,
        "firmness": None if item.firmness is None else item.firmness.value,
        "draws": found.draws,
        "seed": item.seed,
        "numpy": item.numpy_version,
        "options": [
            {
                "option": option,
                "ranks": [*found.ranks[place]],
                "central_weights": None
                if (central := found.central_weights[place]) is None
                else {str(criterion): share for criterion, share in zip(item.criteria, central, strict=True)},
                "confidence": found.confidence[place],
                "wins_against": {
                    str(other): found.winning[place][rival]
                    for rival, other in enumerate(item.options)
                    if rival != place
                },
            }
            for place, option in enumerate(item.options)
        ],
    }


def _cost(item: CostPicture) -> Json:
    return {
        "fact": item.name,
        "points": [
            {"option": point.option, "total": point.total, "amount": point.amount, "efficient": point.is_efficient}
            for point in item.points
        ],
        "left_out": [*item.left_out],
    }


def _by_criterion(table: ScoreTable, values: tuple[float, ...]) -> Json:
    return {str(criterion): value for criterion, value in zip(table.criteria, values, strict=True)}
