"""Comparisons and results of a group in words; disagreement, and how many are counted, always beside the result."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Card, Criterion
from desktop_app.weighing.arguments.sentences import argument_name, quoted
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.totals import is_ahead
from desktop_app.weighing.people.group import (
    Comparison,
    Difference,
    FirstChoices,
    GroupResult,
    GroupRule,
    GroupWeights,
    Subject,
    SubjectKind,
)
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Letter, Listed, Sentence, Signed, Tenth, Value, Whole, say

_SAID: Final = 3
_PAIRS: Final = 2
_NOISE: Final = 1e-9
_RULES: Final[Mapping[GroupRule, str]] = {
    GroupRule.MEAN_OF_INPUTS: "group.rule.numbers.mean",
    GroupRule.MEDIAN_OF_INPUTS: "group.rule.numbers.median",
    GroupRule.MEAN_OF_RESULTS: "group.rule.results.mean",
    GroupRule.MEDIAN_OF_RESULTS: "group.rule.results.median",
    GroupRule.BORDA: "group.rule.places",
}
_OF_INPUTS: Final = frozenset({GroupRule.MEAN_OF_INPUTS, GroupRule.MEDIAN_OF_INPUTS})
_OF_WEIGHTS: Final = {GroupWeights.UNSET: "group.weights", GroupWeights.MISSING: "group.weights.missing"}
# Up to which Kendall's W rankings have so much in common.
_ACCORDS: Final = ((0.2, "none"), (0.5, "little"), (0.8, "much"))


def rule_words(rule: GroupRule, *, by_shares: bool = False) -> Sentence:
    """How numbers are taken together, as a clause: "mean of their numbers"; by shares where they are."""
    return say("group.rule.shares", rule=say(_RULES[rule])) if by_shares else say(_RULES[rule])


def difference_sentence(records: Records, results: Results, difference: Difference) -> Sentence:
    """Where somebody differs: "The weight of Scope: 40 instead of 20."."""
    subject = difference.subject
    numbers = {"theirs": Whole(difference.theirs), "mine": Whole(difference.mine)}
    return say(f"difference.{subject.kind}", **numbers, **_names_of(records, results, subject))


def comparison_sentences(records: Records, comparison: Comparison) -> tuple[Sentence, ...]:
    """What comes first in how many perspectives, for whom, and what they disagree about most."""
    if len(comparison.sheets) < 2:
        return (say("group.one"),)
    letters = option_letters(records, comparison.sheets[0].results.map)
    names = [letters[option] for option in comparison.options]
    sentences = list(perspectives_sentence(names, comparison))
    is_compared = sum(any(row[place] for row in comparison.ranks) for place in range(len(names))) > 1
    for sheet, ranks in zip(comparison.sheets, comparison.ranks, strict=True) if is_compared else ():
        may = [name for name, rank in zip(names, ranks, strict=True) if rank is not None and rank.best == 1]
        sure = [name for name, rank in zip(names, ranks, strict=True) if rank is not None and rank.worst == 1]
        if may and sheet.is_somebody:
            key = "group.sheet" if sure == may else "group.sheet.open"
            sentences.append(say(key, name=sheet.name, options=Listed(tuple(may), is_choice=sure != may)))
    return (*sentences, *disagreement_sentences(records, comparison))


def disagreement_sentences(records: Records, comparison: Comparison) -> tuple[Sentence, ...]:
    """What people disagree about most, and how many say something of it."""
    sentences = []
    for subject, spread in comparison.spreads[:_SAID]:
        known = [value for value in spread.values if value is not None]
        results = comparison.sheets[0].results
        words = say(f"subject.{subject.kind}", **_names_of(records, results, subject))
        low, high = Whole(min(known)), Whole(max(known))
        sentences.append(say("group.differ", subject=words, low=low, high=high, count=spread.count))
    return tuple(sentences)


def perspectives_sentence(names: Sequence[str], comparison: Comparison) -> tuple[Sentence, ...]:
    """What comes first in how many perspectives, and that the map's own numbers are one of them where they are."""
    is_own_counted = any(sheet.perspective is None and sheet.is_somebody for sheet in comparison.sheets)
    return _firsts_sentence(names, comparison.firsts, are_people=False, is_own_counted=is_own_counted)


def _firsts_sentence(
    names: Sequence[str], firsts: FirstChoices, *, are_people: bool, is_own_counted: bool = False
) -> tuple[Sentence, ...]:
    """As “A comes first in 11 of 14 perspectives, B in 2; level in 1.”; nothing where nobody says anything.

    Args:
        names: of the options.
        firsts: what comes first for whom.
        are_people: people of a room, else perspectives of any kind.
        is_own_counted: the map's own numbers are one of them, and that is said.
    """
    if firsts.size < 2 or not firsts.counted:
        return ()
    group, suffix = ("people", ".people") if are_people else ("perspectives", "")
    counted = sorted((-count, place) for place, count in enumerate(firsts.alone) if count)
    if not counted:
        so_far = say(f"group.firsts.{group}.none", size=firsts.size)
    else:
        count, option = -counted[0][0], names[counted[0][1]]
        key = f"group.firsts.{group}.all" if count == firsts.size else f"group.firsts.{group}"
        so_far = say(key, option=option, count=count, size=firsts.size)
    for negative, place in counted[1:]:
        so_far = say(f"group.firsts.next{suffix}", said=so_far, option=names[place], count=-negative)
    if firsts.tying:
        so_far = say(f"group.firsts.level{suffix}", said=so_far, count=firsts.tying)
    if firsts.open:
        so_far = say(f"group.firsts.open{suffix}", said=so_far, count=firsts.open)
    if is_own_counted:
        return (say("group.firsts.own", said=so_far, size=firsts.size),)
    return (say("group.firsts", said=so_far),)


def group_sentences(
    records: Records, results: Results, group: GroupResult, *, are_people: bool = True, is_room: bool = True
) -> tuple[Sentence, ...]:
    """What a group comes to, for whom too little is said, what each puts first, and how far they agree.

    Args:
        records: the workbook.
        results: of its map.
        group: what they come to.
        are_people: people of a room, else perspectives of any kind.
        is_room: everybody in the room, so that others who said something are none of them.
    """
    letters = option_letters(records, results.map)
    names = [letters[option] for option in group.options]
    return (
        *lead_sentences(names, group, is_room=is_room),
        *_firsts_sentence(names, group.firsts, are_people=are_people),
        *_accord(group),
    )


def lead_sentences(names: Sequence[str], group: GroupResult, *, is_room: bool = True) -> tuple[Sentence, ...]:
    """What a group comes to: the options too few have a value for are named with it, those nobody scored after it.

    Args:
        names: of the options.
        group: what they come to.
        is_room: everybody in the room, else others.
    """
    suffix = ".room" if is_room else ""
    in_play = [place for place, ends in enumerate(group.possible) if ends is not None]
    is_leaning = group.number is NumberKind.LEANING
    if not names:
        return ()
    if not in_play:
        return (say(f"group.none{'.leaning' if is_leaning else ''}{suffix}", size=group.size),)
    if len(in_play) == 1:
        return (say("group.single", option=names[in_play[0]]),)
    if group.weights is GroupWeights.NONE:
        return (say("group.weightless", rule=_rule_of(group)),)
    lead = _by_places(names, group) if group.rule is GroupRule.BORDA else _lead(names, group, in_play)
    short = [_short(names[place], group, place) for place in in_play if _is_short(group, place)]
    sentences = [
        say("group.said.short", lead=lead, short=Listed(tuple(short))) if short else say("group.said", lead=lead)
    ]
    outside = [place for place in range(len(names)) if place not in in_play]
    if outside:
        options = Listed(tuple(names[place] for place in outside))
        is_weightless = any(group.scored[place] for place in outside)
        key = f"group.outside{'.leaning' if is_leaning else '.weightless' if is_weightless else ''}"
        sentences.append(say(f"{key}{suffix}", options=options, count=len(outside), size=group.size))
    sentences += unsupported_lead_sentences(names, group)
    if group.weights in _OF_WEIGHTS and not is_leaning:
        sentences.append(say(f"{_OF_WEIGHTS[group.weights]}{suffix}", size=group.size))
    return tuple(sentences)


def unsupported_lead_sentences(names: Sequence[str], group: GroupResult) -> tuple[Sentence, ...]:
    """Whom those who have a value for both put ahead of what comes first, or level with it; the widest first.

    Args:
        names: of the options.
        group: what they come to.
    """
    if len(group.first) != 1:
        return ()
    first, suffix = Letter(names[group.first[0]]), ".leaning" if group.number is NumberKind.LEANING else ""
    sentences = []
    for item in sorted(group.unsupported_leads, key=lambda item: -(item.lead if item.lead is not None else -1.0)):
        values: dict[str, Value] = {"first": first, "other": Letter(names[group.options.index(item.other)])}
        if item.lead is None:
            of_whom = {"count": item.count} if item.count else {}
            sentences.append(
                say(f"group.pair.{'few' if item.count else 'none'}{suffix}", size=group.size, **of_whom, **values)
            )
        elif is_ahead(item.lead, 0.0):
            sentences.append(say(f"group.pair{suffix}", count=item.count, points=Whole(item.lead), **values))
        else:
            sentences.append(say(f"group.pair.level{suffix}", count=item.count, **values))
    return tuple(sentences[:_PAIRS])


def whose_sentence(whose: str, group: GroupResult) -> Sentence:
    """Whose numbers stand in a table: "The room, 36 of 38 · mean of their results"."""
    return say("group.whose", whose=whose, count=group.counted, size=group.size, rule=_rule_of(group))


def _rule_of(group: GroupResult) -> Sentence:
    return rule_words(group.rule, by_shares=group.has_shares)


def _lead(names: Sequence[str], group: GroupResult, in_play: Sequence[int]) -> Sentence:
    rule = _rule_of(group)
    first = group.first
    if not first:
        may = [place for place in in_play if (rank := group.ranks[place]) is not None and rank.best == 1]
        sure = [place for place in may if (rank := group.ranks[place]) is not None and rank.worst == 1]
        if sure and group.rule in _OF_INPUTS:
            # One set of numbers, of which this is known; over those who are counted it would name somebody first.
            options, others = (
                Listed(tuple(names[place] for place in may if (place in sure) is is_sure)) for is_sure in (True, False)
            )
            return say("group.least", rule=rule, options=options, others=others, count=len(sure))
        candidates = Listed(tuple(_candidate(names[place], group, place) for place in may), is_choice=True, most=None)
        return say("group.open", rule=rule, candidates=candidates)
    if len(first) > 1:
        is_divided = any(group.options[place] in run for place in first for run in group.divided)
        values = Listed(tuple(_candidate(names[place], group, place, exact=True) for place in first), most=None)
        options = Listed(tuple(names[place] for place in first))
        return say("group.divided" if is_divided else "group.level", rule=rule, options=options, values=values)
    place = first[0]
    rival = max((other for other in in_play if other != place), key=lambda other: _most(group, other))
    common: dict[str, Value] = {"rule": rule, "option": names[place], "rival": names[rival]}
    if not group.stands[place]:
        return _sure(group, place, rival, common)
    common |= {"value": _value(group, group.values[place]), "count": group.counts[place], "size": group.size}
    if not group.stands[rival]:
        _, most = _apart(group, group.values[place] or 0.0, _most(group, rival))
        return say("group.first.open", most=most, **common)
    other = _value(group, group.values[rival])
    return say("group.first", other=other, others=group.counts[rival], **common)


def _sure(group: GroupResult, place: int, rival: int, common: Mapping[str, Value]) -> Sentence:
    """An option that misses numbers and still comes first, against one that does not or at most."""
    low = _ends(group, place)[0]
    if not group.stands[rival]:
        least, most = _apart(group, low, _most(group, rival))
        return say("group.first.sure", least=least, most=most, **common)
    value = _most(group, rival)
    tells_apart = math.floor(low + _NOISE) > whole(value)
    return say(
        "group.first.sure.rival",
        least=_value(group, math.floor(low + _NOISE)) if tells_apart else Tenth(math.floor(10 * low + _NOISE) / 10),
        other=_value(group, value) if tells_apart else Tenth(value),
        others=group.counts[rival],
        size=group.size,
        **common,
    )


def _by_places(names: Sequence[str], group: GroupResult) -> Sentence:
    first, rankings = group.first, say("group.rule.rankings")
    rule = say("group.rule.shares", rule=rankings) if group.has_shares else rankings
    if not first:
        return say("group.places.open", rule=rule)
    gained = [(value, place) for place, value in enumerate(group.values) if value is not None]
    best = max(gained)[0]
    common: dict[str, Value] = {"rule": rule, "value": points(best), "count": group.rankers, "size": group.size}
    if len(first) > 1:
        return say("group.places.level", options=Listed(tuple(names[place] for place in first)), **common)
    others = [(value, place) for value, place in gained if place != first[0]]
    if not others:
        return say("group.places.single", rule=rule, option=names[first[0]])
    value, rival = max(others)
    return say("group.places", option=names[first[0]], rival=names[rival], other=points(value), **common)


def _is_short(group: GroupResult, place: int) -> bool:
    """Whether too few say of an option what is needed; of numbers, its scores: missing weights are said once."""
    if group.rule in _OF_INPUTS and group.number is NumberKind.TOTAL:
        return not group.stands[place] and 2 * group.counts[place] < group.size
    return not group.stands[place]


def _short(name: str, group: GroupResult, place: int) -> Sentence:
    suffix = ".leaning" if group.number is NumberKind.LEANING else ""
    count = group.counts[place]
    if group.rule in _OF_INPUTS and not suffix:
        key = "group.short.number" if count else "group.short.number.none"
        return say(key, option=name, count=count, size=group.size)
    key = f"group.short{suffix}" if count else f"group.short.none{suffix}"
    return say(key, option=name, count=count, size=group.size)


def _accord(group: GroupResult) -> tuple[Sentence, ...]:
    w = group.kendall_w
    if w is None or 2 * group.rankers < group.size:
        return ()  # what few have in common says nothing of all
    word = next((word for most, word in _ACCORDS if w < most), "near")
    measure = say("group.accord.measure", w=Tenth(w), count=group.rankers, size=group.size)
    return (say(f"group.accord.{word}", measure=measure),)


def _candidate(name: str, group: GroupResult, place: int, *, exact: bool = False) -> Sentence:
    common: dict[str, Value] = {"option": name, "count": group.counts[place], "size": group.size}
    value = group.values[place]
    if group.stands[place] and value is not None:
        is_total = exact and group.number is NumberKind.TOTAL
        return say("group.value", value=Tenth(value) if is_total else _value(group, value), **common)
    least, most = _ends(group, place)
    return say("group.value.range", least=_value(group, least), most=_value(group, most), **common)


def _ends(group: GroupResult, place: int) -> tuple[float, float]:
    ends = group.possible[place]
    assert ends is not None
    return ends


def _most(group: GroupResult, place: int) -> float:
    """What an option comes to, or at most may."""
    value = group.values[place]
    return value if group.stands[place] and value is not None else _ends(group, place)[1]


def _value(group: GroupResult, value: float | None) -> Value:
    number = 0.0 if value is None else value
    return Signed(number) if group.number is NumberKind.LEANING else Whole(number)


def _apart(group: GroupResult, least: float, most: float) -> tuple[Value, Value]:
    """The least of one and the most of another as they may be said: rounded so that both stay true."""
    low, high = math.floor(least + _NOISE), math.ceil(most - _NOISE)
    if low > high:
        return _value(group, low), _value(group, high)
    return Tenth(math.floor(10 * least + _NOISE) / 10), Tenth(math.ceil(10 * most - _NOISE) / 10)


def points(value: float) -> Whole | Tenth:
    """What somebody's places add up to: whole, or with one decimal where places are shared."""
    return Whole(value) if math.isclose(value, whole(value), abs_tol=_NOISE) else Tenth(value)


def _names_of(records: Records, results: Results, subject: Subject) -> dict[str, Value]:
    """What a number is about, by the names of its patterns."""
    if subject.kind is SubjectKind.PLAUSIBILITY and subject.card is not None:
        return {"claim": quoted(records.get(Card, subject.card).text)}
    if subject.kind is SubjectKind.IMPORTANCE and subject.argument is not None:
        return {"argument": argument_name(records, subject.argument)}
    assert subject.criterion is not None
    name = records.get(Criterion, subject.criterion).name
    if subject.card is None:
        return {"criterion": name}
    return {"criterion": name, "option": option_letters(records, results.map)[subject.card]}
