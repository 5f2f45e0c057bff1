"""Explanations as JSON: points, removals, turnings, sensitivities, shares, agreement of methods, sentences."""

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Map
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.method_agreement import Agreement, agreement, agreement_sentence
from desktop_app.weighing.arguments.runs import leaning_runs, runs_sentence
from desktop_app.weighing.arguments.sentences import explanation_sentences, sensitivity_sentence, shares_sentence
from desktop_app.weighing.arguments.shapley import Shares, shapley
from desktop_app.weighing.arguments.tipping_points import Sensitivity, TippingPoint, sensitivities
from desktop_app.weighing.arguments.waterfall import Waterfall, waterfall, waterfall_sentences
from desktop_app.weighing.as_json.results_json import Json
from desktop_app.weighing.results import LiveResults


def explanation_json(records: Records, live: LiveResults, card: CardId) -> dict[str, Json]:
    """Why a card comes out as it does, with the draws and the seed of the map."""
    strengths, settings = live.strengths, records.get(Map, live.current.map)
    seed, draws = settings.seed, settings.draws
    explanation = explain(strengths, card)
    sentences = list(explanation_sentences(records, live.current, explanation))
    is_weighed = explanation.leaning is not None
    sensitive = sensitivities(strengths, card) if is_weighed else ()
    shares = shapley(strengths, card, seed=seed) if is_weighed else None
    agreed = agreement(strengths, card)
    steps = waterfall(strengths, card, seed)
    if steps is not None:
        sentences += waterfall_sentences(records, steps)
    if is_weighed:
        sentences.append(sensitivity_sentence(records, live.current, card, sensitive))
    if shares is not None and shares.shares:
        sentences.append(shares_sentence(records, shares))
    doubted = leaning_runs(records, strengths, card, seed=seed, draws=draws)
    if doubted is not None:
        sentences.append(runs_sentence(doubted))
    if agreed is not None:
        sentences.append(agreement_sentence(agreed))
    return {
        "card": card,
        "leaning": explanation.leaning,
        "base_points": live.current.cards[card].base_points,
        "points": [{"argument": item.argument, "points": item.points} for item in explanation.contributions],
        "waterfall": _waterfall(steps),
        "removals": [
            {"argument": item.argument, "leaning_without": item.leaning_without, "difference": item.difference}
            for item in explanation.removals
        ],
        "turnings": [_turning(item) for item in explanation.tipping_points],
        "sensitivities": [_sensitivity(item) for item in sensitive],
        "shares": _shares(shares),
        "runs": None
        if doubted is None
        else {"draws": doubted.draws, "for": doubted.share_for, "low": doubted.low, "high": doubted.high},
        "methods": _agreement(agreed),
        "sentences": [str(sentence) for sentence in sentences],
    }


def _waterfall(chart: Waterfall | None) -> Json:
    if chart is None:
        return None
    return {
        "unit": chart.unit.value,
        "start": chart.start,
        "steps": [{"argument": step.argument, "before": step.before, "after": step.after} for step in chart.steps],
        "end": chart.end,
    }


def _turning(item: TippingPoint) -> Json:
    return {
        "kind": item.kind.value,
        "card": item.card,
        "argument": item.argument,
        "now": item.now,
        "needed": item.needed,
    }


def _sensitivity(item: Sensitivity) -> Json:
    return {
        "kind": item.kind.value,
        "card": item.card,
        "argument": item.argument,
        "now": item.now,
        "gradient": item.gradient,
        "tried": item.tried,
        "leaning_then": item.leaning_then,
    }


def _shares(shares: Shares | None) -> Json:
    if shares is None:
        return None
    return {
        "start": shares.start,
        "permutations": shares.permutations,
        "error": shares.error,
        "shares": [{"argument": item.argument, "leaning": item.leaning} for item in shares.shares],
    }


def _agreement(methods: Agreement | None) -> Json:
    if methods is None:
        return None
    return {"agree": methods.agrees, "leanings": {item.method: item.leaning for item in methods.leanings}}
