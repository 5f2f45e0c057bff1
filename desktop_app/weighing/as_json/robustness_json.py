"""A robustness report as JSON; options and criteria by their ids. Missing scores are intervals: two numbers."""

from desktop_app.model.ids import CardId
from desktop_app.weighing.as_json.results_json import Json
from desktop_app.weighing.robustness.cost import CostPicture
from desktop_app.weighing.robustness.report import Report
from desktop_app.weighing.robustness.smaa import Simulation
from desktop_app.weighing.robustness.sweep import Stretch, Sweep, Turn
from desktop_app.weighing.robustness.table import ScoreTable
from desktop_app.weighing.robustness.transport import Move


def report_json(report: Report | None) -> Json:
    """Everything in a report; null where no option has a total."""
    if report is None:
        return None
    table, now = report.table, report.standing
    return {
        "outside": [*table.outside],
        "first": table.options[now.first] if now.comes_first else None,
        "ranks": [
            {"option": option, "best": rank.best, "worst": rank.worst}
            for option, rank in zip(table.options, now.ranks, strict=True)
        ],
        "sweeps": [_sweep(item, table) for item in report.sweeps],
        "turns": [_turn(item, table) for item in report.turns],
        "head_to_head": [
            {
                "first": table.options[pair.one],
                "rival": table.options[pair.other],
                "lead": [*pair.lead],
                "points": {
                    str(criterion): [*points] for criterion, points in zip(table.criteria, pair.points, strict=True)
                },
            }
            for pair in report.pairs
        ],
        "tornado": [
            {"criterion": table.criteria[bar.criterion], "low": bar.low, "high": bar.high} for bar in report.bars
        ],
        "score_ties": [
            {
                "option": table.options[item.option],
                "criterion": table.criteria[item.criterion],
                "now": item.now,
                "needed": item.needed,
            }
            for item in report.ties
        ],
        "least_move": _move(report.move, table),
        "simulations": [_simulation(item) for item in report.simulations],
        "in_order": None
        if report.in_order is None
        else {
            "always": None if report.in_order.always is None else table.options[report.in_order.always],
            "may": [table.options[place] for place in report.in_order.may],
        },
        "value_against_cost": [_cost(item) for item in report.costs],
        "sentences": [str(sentence) for sentence in report.sentences],
    }


def _sweep(item: Sweep, table: ScoreTable) -> Json:
    return {
        "criterion": table.criteria[item.criterion],
        "now": item.now,
        "lines": [
            {"option": table.options[line.option], "at_zero": [*line.at_zero], "at_one": [*line.at_one]}
            for line in item.lines
        ],
        "on_top": [
            {"option": option, "certain": _stretch(certain), "possible": _stretch(possible)}
            for option, certain, possible in zip(table.options, item.certain, item.possible, strict=True)
        ],
    }


def _turn(item: Turn, table: ScoreTable) -> Json:
    return {
        "criterion": table.criteria[item.sweep.criterion],
        "options": [table.options[place] for place in item.options],
        "certain": _stretch(item.certain),
        "possible": _stretch(item.possible),
    }


def _stretch(stretch: Stretch | None) -> Json:
    return None if stretch is None else [stretch.low, stretch.high]


def _move(move: Move | None, table: ScoreTable) -> Json:
    if move is None:
        return None
    return {
        "first": table.options[move.leader],
        "rival": table.options[move.rival],
        "share": move.share,
        "to": table.criteria[move.to],
        "from": {str(table.criteria[place]): share for place, share in move.donors},
        "at_worst": move.is_worst,
    }


def _simulation(item: Simulation) -> Json:
    acceptability = item.acceptability
    return {
        "weights": item.knowledge.value,
        "firmness": None if item.firmness is None else item.firmness.value,
        "draws": acceptability.draws,
        "seed": item.seed,
        "numpy": item.numpy_version,
        "options": [
            {
                "option": option,
                "ranks": [*acceptability.ranks[place]],
                "central_weights": None
                if (central := acceptability.central_weights[place]) is None
                else {str(criterion): share for criterion, share in zip(item.criteria, central, strict=True)},
                "confidence": acceptability.confidence[place],
                "wins_against": _wins(item.options, acceptability.winning[place], place),
            }
            for place, option in enumerate(item.options)
        ],
    }


def _wins(options: tuple[CardId, ...], row: tuple[float, ...], own: int) -> Json:
    return {str(option): row[place] for place, option in enumerate(options) if place != own}


def _cost(item: CostPicture) -> Json:
    return {
        "fact": item.name,
        "better": item.better.value,
        "unit": item.unit.shown(1),
        "points": [
            {
                "option": point.option,
                "total": [*point.total],
                "amount": point.amount,
                "beaten_by": point.beaten_by,
            }
            for point in item.points
        ],
        "outside": [*item.outside],
    }
