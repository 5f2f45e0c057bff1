"""Comparisons and group results as JSON."""

from collections.abc import Sequence

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Method
from desktop_app.weighing.group import (
    PEOPLE,
    Comparison,
    GroupResult,
    GroupRule,
    Spread,
    Subject,
    compare,
    group_result,
    read_sheets,
)
from desktop_app.weighing.group_sentences import comparison_sentences, group_sentence
from desktop_app.weighing.results_json import Json


def group_json(records: Records, map_id: MapId, method: Method) -> Json:
    """Every perspective beside the map's own numbers, and what the people come to; null without perspectives."""
    sheets = read_sheets(records, map_id, method=method)
    if len(sheets) == 1:
        return None
    comparison = compare(records, map_id, sheets)
    people = [sheet for sheet in sheets if sheet.perspective is None or sheet.kind in PEOPLE]
    results = [group_result(records, map_id, people, rule) for rule in GroupRule] if len(people) > 1 else []
    said = [*comparison_sentences(records, comparison)]
    if results:
        said.append(group_sentence(records, sheets[0].results, results[0]))
    return {
        "number": comparison.number.value,
        "sheets": _sheets(comparison),
        "disagreements": [
            {**_subject(subject), **_spread(spread, len(sheets))} for subject, spread in comparison.spreads
        ],
        "together": [_result(item, len(people)) for item in results],
        "sentences": [*said],
    }


def _sheets(comparison: Comparison) -> list[Json]:
    return [
        {
            "perspective": sheet.perspective,
            "name": sheet.name,
            "share": sheet.share,
            "options": _options(comparison.options, values, ranks),
            "differences": [
                {**_subject(item.subject), "mine": item.mine, "theirs": item.theirs} for item in differences
            ],
        }
        for sheet, values, ranks, differences in zip(
            comparison.sheets, comparison.values, comparison.ranks, comparison.differences, strict=True
        )
    ]


def _options(options: Sequence[int], values: Sequence[float | None], ranks: Sequence[int | None]) -> Json:
    return [
        {"option": option, "value": value, "rank": rank}
        for option, value, rank in zip(options, values, ranks, strict=True)
    ]


def _subject(subject: Subject) -> dict[str, Json]:
    return {
        "kind": subject.kind.value,
        "card": subject.card,
        "argument": subject.argument,
        "criterion": subject.criterion,
    }


def _spread(spread: Spread | None, sheets: int) -> dict[str, Json]:
    if spread is None:
        return {"values": [None] * sheets, "mean": None, "median": None, "sd": None, "polarisation": None, "a": None}
    return {
        "values": [*spread.values],
        "mean": spread.mean,
        "median": spread.median,
        "sd": spread.deviation,
        "polarisation": spread.polarisation,
        "a": spread.agreement,
    }


def _result(found: GroupResult, people: int) -> Json:
    return {
        "rule": found.rule.value,
        "options": [
            {"option": option, "value": value, "rank": rank, **_spread(spread, people)}
            for option, value, rank, spread in zip(found.options, found.values, found.ranks, found.spreads, strict=True)
        ],
        "kendall_w": found.kendall_w,
        "winner_spread": found.winner_spread,
    }
