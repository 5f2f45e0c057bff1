"""Comparisons and group results as JSON."""

from collections.abc import Sequence

from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Method
from desktop_app.weighing.as_json.results_json import Json
from desktop_app.weighing.criteria.standing import Interval
from desktop_app.weighing.criteria.totals import Rank
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import Comparison, GroupResult, GroupRule, GroupWeights, Spread, Subject
from desktop_app.weighing.people.group_sentences import comparison_sentences, group_sentences
from desktop_app.weighing.people.room import read_sheets, room
from desktop_app.weighing.people.together import group_result


def group_json(records: Records, map_id: MapId, method: Method) -> Json:
    """Every perspective beside the map's own numbers, and what the people come to; null without perspectives."""
    sheets = read_sheets(records, map_id, method=method)
    if len(sheets) == 1:
        return None
    comparison = compare(records, map_id, sheets)
    people = room(sheets)
    results = [group_result(records, map_id, people, rule) for rule in GroupRule] if len(people) > 1 else []
    sentences = [*comparison_sentences(records, comparison)]
    if results:
        sentences += group_sentences(records, sheets[0].results, results[0])
    return {
        "number": comparison.number.value,
        "sheets": _sheets(comparison),
        "disagreements": [
            {**_subject(subject), **_spread(spread, len(sheets))} for subject, spread in comparison.spreads
        ],
        "room": [sheet.perspective for sheet in people],
        "together": [_result(item) for item in results],
        "sentences": [str(sentence) for sentence in sentences],
    }


def _sheets(comparison: Comparison) -> list[Json]:
    return [
        {
            "perspective": sheet.perspective,
            "name": sheet.name,
            "share": sheet.share,
            "holds_numbers": sheet.is_somebody,
            "has_weights": sheet.has_weights,
            "options": [
                {"option": option, **_ends(ends), **_rank(rank)}
                for option, ends, rank in zip(comparison.options, intervals, ranks, strict=True)
            ],
            "differences": [
                {**_subject(item.subject), "mine": item.mine, "theirs": item.theirs} for item in differences
            ],
        }
        for sheet, intervals, ranks, differences in zip(
            comparison.sheets, comparison.intervals, comparison.ranks, comparison.differences, strict=True
        )
    ]


def _ends(ends: Interval | None) -> dict[str, Json]:
    least, most = ends or (None, None)
    return {"value": least if least == most else None, "least": least, "most": most}


def _rank(rank: Rank | None) -> dict[str, Json]:
    return {"rank": rank.best if rank else None, "worst_rank": rank.worst if rank else None}


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


def _result(group: GroupResult) -> Json:
    options: Sequence[Json] = [
        {
            "option": option,
            "value": group.values[place],
            "n": group.counts[place],
            "stands": group.stands[place],
            "least": ends[0] if (ends := group.possible[place]) else None,
            "most": ends[1] if ends else None,
            **_rank(group.ranks[place]),
            **_spread(group.spreads[place], group.size),
        }
        for place, option in enumerate(group.options)
    ]
    return {
        "rule": group.rule.value,
        "n": group.size,
        "options": [*options],
        "first": [group.options[place] for place in group.first],
        "divided": [[*run] for run in group.divided],
        "not_borne_out": [
            {"option": item.other, "n": item.count, "lead": item.lead} for item in group.unsupported_leads
        ],
        "weights_unset": group.weights is GroupWeights.UNSET,
        "kendall_w": group.kendall_w,
        "rankers": group.rankers,
        "first_choices": {
            "alone": [*group.firsts.alone],
            "tied": [*group.firsts.tied],
            "tying": group.firsts.tying,
            "counted": group.firsts.counted,
        },
    }
