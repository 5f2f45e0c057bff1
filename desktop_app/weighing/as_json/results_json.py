"""Results as JSON, for the command line and exports: stable names, unrounded numbers, null for what has no value."""

from desktop_app.weighing.criteria.matrix import CellKey, CellResult, OptionResult
from desktop_app.weighing.results import ArgumentResult, CardResult, Results

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def results_json(results: Results) -> dict[str, Json]:
    """Everything in `results`, ready for `json.dumps`; ids are numbers, so that they can be looked up in the file."""
    settings = results.settings
    return {
        "map": results.map,
        "perspective": results.perspective,
        "method": settings.method.value,
        "sharpness": settings.sharpness,
        "premise_rule": settings.premise_rule.value,
        "seed": settings.seed,
        "draws": settings.draws,
        "numpy": settings.numpy_version,
        "arguments_weighed": results.weighed,
        "arguments_total": len(results.arguments),
        "has_loops": results.has_loops,
        "cards": [_card(card) for card in results.cards.values()],
        "arguments": [_argument(argument) for argument in results.arguments.values()],
        "criteria": [{"criterion": criterion, "weight": weight} for criterion, weight in results.weights.items()],
        "cells": [_cell(key, cell) for key, cell in results.cells.items()],
        "options": [_option(option) for option in results.options.values()],
        "ranking": [option.option for option in results.ranking],
    }


def _card(card: CardResult) -> Json:
    return {
        "card": card.card,
        "kind": card.kind.value,
        "strength": card.strength,
        "leaning": card.leaning,
        "base_points": card.base_points,
        "locked": card.is_locked,
        "circular": card.is_circular,
        "arguments_weighed": card.weighed,
        "arguments_total": card.total,
    }


def _argument(argument: ArgumentResult) -> Json:
    return {
        "argument": argument.argument,
        "points": argument.points,
        "importance": argument.importance,
        "effective_importance": argument.effective_importance,
        "strength": argument.body,
        "circular": argument.is_circular,
    }


def _cell(key: CellKey, cell: CellResult) -> Json:
    option, criterion = key
    return {
        "option": option,
        "criterion": criterion,
        "state": cell.state.value,
        "low": None if cell.score is None else cell.score.low,
        "likely": None if cell.score is None else cell.score.likely,
        "high": None if cell.score is None else cell.score.high,
        "argued": None if cell.argued is None else cell.argued.likely,
        "pros": cell.pros,
        "cons": cell.cons,
        "disagrees": cell.disagrees,
        "below_red_line": cell.below_red_line,
    }


def _option(option: OptionResult) -> Json:
    total, rank = option.total, option.rank
    return {
        "option": option.option,
        "shows": option.shows.value,
        "total": None
        if total is None
        else {
            "low": total.low,
            "likely": total.likely,
            "high": total.high,
            "least": total.least,
            "most": total.most,
        },
        "leaning": option.leaning,
        "rank": None if rank is None else rank.best,
        "worst_rank": None if rank is None else rank.worst,
    }
