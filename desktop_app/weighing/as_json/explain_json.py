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
    said = list(explanation_sentences(records, live.current, explanation))
    is_weighed = explanation.leaning is not None
    sensitive = sensitivities(strengths, card) if is_weighed else ()
    shares = shapley(strengths, card, seed=seed) if is_weighed else None
    agreed = agreement(strengths, card)
    steps = waterfall(strengths, card, seed)
    if steps is not None:
        said += waterfall_sentences(records, steps)
    if is_weighed:
        said.append(sensitivity_sentence(records, live.current, card, sensitive))
    if shares is not None and shares.shares:
        said.append(shares_sentence(records, shares))
    doubted = leaning_runs(records, strengths, card, seed=seed, draws=draws)
    if doubted is not None:
        said.append(runs_sentence(doubted))
    if agreed is not None:
        said.append(agreement_sentence(agreed))
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
        "sentences": [str(sentence) for sentence in said],
    }


def _waterfall(found: Waterfall | None) -> Json:
    if found is None:
        return None
    return {
        "unit": found.unit.value,
        "start": found.start,
        "steps": [{"argument": step.argument, "before": step.before, "after": step.after} for step in found.steps],
        "end": found.end,
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


def _shares(found: Shares | None) -> Json:
    if found is None:
        return None
    return {
        "start": found.start,
        "permutations": found.permutations,
        "error": found.error,
        "shares": [{"argument": item.argument, "leaning": item.leaning} for item in found.shares],
    }


def _agreement(found: Agreement | None) -> Json:
    if found is None:
        return None
    return {"agree": found.agrees, "leanings": {item.method: item.leaning for item in found.leanings}}
