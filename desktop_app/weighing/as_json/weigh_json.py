"""Everything `weighing` knows of one map as JSON, for `steelyard weigh --json`; described in docs/weigh-json.md."""

from typing import Final

from desktop_app.model.reads import Records, cards, criteria
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.weighing.as_json.explain_json import explanation_json
from desktop_app.weighing.as_json.group_json import group_json
from desktop_app.weighing.as_json.results_json import Json, results_json
from desktop_app.weighing.as_json.robustness_json import report_json
from desktop_app.weighing.criteria.findings import finding_sentences, review
from desktop_app.weighing.criteria.matrix import CellKey
from desktop_app.weighing.criteria.weights import (
    RANDOM_INDICES_NAME,
    judged_weights,
    order_weights,
    pairwise_sentences,
)
from desktop_app.weighing.results import LiveResults
from desktop_app.weighing.robustness.report import report

FORMAT: Final = 2


def weigh_json(records: Records, live: LiveResults) -> dict[str, Json]:
    """One map: results, explanations of its questions and options, findings, weights, robustness, group."""
    results = live.current
    settings = records.get(Map, results.map)
    leaning = [card for card in results.cards if _leans(records.get(Card, card))]
    return {
        **results_json(results),
        "title": settings.title,
        "texts": {str(card.id): card.text for card in cards(records, results.map)},
        "criterion_names": {str(item.id): item.name for item in criteria(records, results.map)},
        "explanations": [explanation_json(records, live, card) for card in leaning],
        "findings": _findings(records, live),
        "weights_from": _weights(records, live),
        "robustness": report_json(report(records, results)),
        "group": group_json(records, results.map, results.settings.method),
    }


def _leans(card: Card) -> bool:
    return card.kind in {CardKind.QUESTION, CardKind.OPTION}


def _findings(records: Records, live: LiveResults) -> Json:
    findings = review(records, live.current)
    return {
        "dominances": [{"better": item.better, "worse": item.worse} for item in findings.dominances],
        "below_red_line": _cells(findings.below_red_line),
        "not_scored": _cells(findings.not_scored),
        "without_arguments": _cells(findings.without_arguments),
        "least_supported": None if findings.least_supported is None else _cell(findings.least_supported),
        "against_arguments": _cells(findings.against_arguments),
        "stale_weights": [*findings.stale],
        "sentences": [str(sentence) for sentence in finding_sentences(records, live.current, findings)],
    }


def _cells(keys: tuple[CellKey, ...]) -> Json:
    return [_cell(key) for key in keys]


def _cell(key: CellKey) -> Json:
    return {"option": key[0], "criterion": key[1]}


def _weights(records: Records, live: LiveResults) -> Json:
    """What weights would be if only their order counted, or the pairwise answers."""
    columns = criteria(records, live.current.map)
    if not columns:
        return None
    by_rank = dict(live.current.weights)
    by_rank = dict(zip(by_rank, order_weights(list(by_rank.values())), strict=True))
    judged = judged_weights(records, live.current.map)
    return {
        "order": {str(item.id): by_rank[item.id] for item in columns},
        "pairwise": None
        if judged is None
        else {
            "weights": {str(item.id): share for item, share in zip(columns, judged.weights, strict=True)},
            "lambda_max": judged.lambda_max,
            "consistency_index": judged.consistency_index,
            "consistency_ratio": judged.consistency_ratio,
            "random_indices": RANDOM_INDICES_NAME,
            "missing": judged.missing,
            "worst": None
            if judged.worst is None
            else {
                "first": columns[judged.worst.first].id,
                "second": columns[judged.worst.second].id,
                "ratio": judged.worst.ratio,
                "implied": judged.worst_implied,
            },
            "sentences": [*pairwise_sentences(judged, [item.name for item in columns])],
        },
    }
