"""Who comes first, in sentences that are true of every option or name who stands outside (DEPTH 1.1–1.3)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Override, Perspective
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.criteria.standing import Interval, Standing, standing
from desktop_app.weighing.criteria.totals import is_ahead
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import tenth, whole
from desktop_app.wording.sentence import Letter, Listed, Sentence, Signed, Tenth, Value, Whole, say
from desktop_app.wording.thresholds import least, least_tenth, most, most_tenth

_NOTHING_TO_COMPARE: Final = frozenset({"lead.none", "lead.weightless", "lead.single", "lead.single.uncounted"})


@dataclass(frozen=True, slots=True)
class Field:
    """Whom a sentence about a lead speaks of, and whom it cannot speak of.

    Attributes:
        options: letters of the options in play, in the order of the map.
        outside: letters of those of which nothing that counts is known.
        has_ranges: some score that counts has a range, so that totals are the likely ones.
        is_outside_scored: somebody outside has a score, though on a criterion without weight.
    """

    options: tuple[str, ...]
    outside: tuple[str, ...]
    has_ranges: bool = field(default=False, kw_only=True)
    is_outside_scored: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Lead:
    """How the options of a map stand.

    Attributes:
        options: those that are ranked, in the order of the map; `standing` and `field` speak of them by place.
        standing: None when no option is.
        number: what they are ranked by.
        is_weightless: nothing is ranked although there are scores, since none is on a criterion that has a weight.
    """

    options: tuple[CardId, ...]
    standing: Standing | None
    field: Field
    number: NumberKind
    is_weightless: bool

    @property
    def first(self) -> CardId | None:
        """Who comes first for certain, alone or level with others; None where that is open."""
        return self.options[self.standing.first] if self.standing is not None and self.standing.comes_first else None

    def sentences(self) -> tuple[Sentence, ...]:
        """Who comes first, and who stands outside."""
        if self.is_weightless:
            return (say("lead.weightless"),)
        by_leaning = self.number is NumberKind.LEANING
        sentence = (leaning_sentence if by_leaning else lead_sentence)(self.standing, self.field)
        if self.standing is None or self.standing.rival is None:
            # "Only A is scored" names everybody else.
            return (sentence,)
        return (sentence, *outside_sentence(self.field, by_leaning=by_leaning))


def read_lead(results: Results, letters: Mapping[CardId, str]) -> Lead:
    """How the options of a map stand: by totals where one has any, else by leanings."""
    ranked = [option for option in results.options.values() if option.rank is not None]
    names = [option.option for option in ranked]
    outside = [Letter(letters[option.option]) for option in results.options.values() if option.rank is None]
    by_total = any(option.total is not None for option in ranked)
    scored = {place: cell.score for place, cell in results.cells.items() if cell.score is not None}
    return Lead(
        options=tuple(names),
        standing=standing([option.interval for option in ranked]),
        field=Field(
            tuple(Letter(letters[option]) for option in names),
            tuple(outside),
            has_ranges=any(
                not score.is_certain
                for (option, criterion), score in scored.items()
                if option in names and results.weights[criterion] > 0
            ),
            is_outside_scored=any(option not in names for option, _ in scored),
        ),
        number=NumberKind.TOTAL if by_total or (not ranked and results.cells) else NumberKind.LEANING,
        is_weightless=bool(scored) and not ranked,
    )


def as_own(records: Records, results: Results, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The same, but that nothing can be compared is said of the map's own numbers where a perspective holds scores.

    Args:
        records: the workbook.
        results: of the map's own numbers or of a perspective, not of people who are taken together.
        sentences: what is said of the lead.
    """
    others = records.referring(Perspective, "map", results.map) if results.perspective is None else ()
    is_scored = any(
        override.option is not None and override.likely is not None
        for other in others
        for override in records.referring(Override, "perspective", other.id)
    )
    if not is_scored:
        return tuple(sentences)
    return tuple(
        say(f"{item.key}.own", **item.values) if item.key in _NOTHING_TO_COMPARE else item for item in sentences
    )


def lead_sentence(ranking: Standing | None, field: Field) -> Sentence:
    """Who comes first by totals."""
    if ranking is None:
        return say("lead.none")
    names = field.options
    first = names[ranking.first]
    if ranking.rival is None:
        return say("lead.single.uncounted" if field.is_outside_scored else "lead.single", first=first)
    if ranking.is_alone:
        if ranking.is_certain:
            total, lead = ranking.intervals[ranking.first][0], ranking.lead(ranking.first, ranking.rival)[0]
            return say("lead.alone", first=first, total=Whole(total), points=Whole(lead), rival=names[ranking.rival])
        return _sure(ranking, names)
    may = ranking.may
    sure = [place for place in may if ranking.ranks[place].worst == 1]
    if len(sure) == len(may):
        return _level(ranking, names, sure)
    if sure:
        others = [place for place in may if place not in sure]
        return say("lead.least", first=_names(names, sure), others=_names(names, others), count=len(sure))
    candidates = Listed(tuple(_candidate(names[place], ranking.intervals[place]) for place in may), is_choice=True)
    cannot = [place for place in range(len(names)) if place not in may]
    if not cannot:
        return say("lead.open", candidates=candidates)
    key = "lead.open.cannot.likely" if field.has_ranges else "lead.open.cannot"
    return say(key, candidates=candidates, others=_names(names, cannot))


def leaning_sentence(ranking: Standing | None, field: Field) -> Sentence:
    """Who leans furthest for, where options are not scored."""
    if ranking is None:
        return say("leaning.none")
    first = field.options[ranking.first]
    if ranking.rival is None:
        return say("leaning.single", first=first)
    leaning, lead = ranking.intervals[ranking.first][0], ranking.lead(ranking.first, ranking.rival)[0]
    if not is_ahead(lead, 0.0):
        level = ranking.may
        shown = Listed(tuple(Signed(ranking.intervals[place][0], decimals=1) for place in level))
        return say("leaning.level", options=_names(field.options, level), leanings=shown)
    key = "leaning.for" if leaning >= 0.5 else "leaning.against" if leaning <= -0.5 else "leaning.even"
    rival = field.options[ranking.rival]
    return say(key, first=first, leaning=Signed(leaning), points=Whole(lead), rival=rival)


def outside_sentence(field: Field, *, by_leaning: bool = False) -> tuple[Sentence, ...]:
    """Who stands outside; nothing where nobody does."""
    if not field.outside:
        return ()
    key = "leaning.outside" if by_leaning else "outside.uncounted" if field.is_outside_scored else "outside"
    return (say(key, options=Listed(field.outside), count=len(field.outside)),)


def _sure(ranking: Standing, names: Sequence[str]) -> Sentence:
    rival = ranking.rival
    assert rival is not None
    (low, high), (other_low, other_high) = ranking.intervals[ranking.first], ranking.intervals[rival]
    misses, other_misses = low < high, other_low < other_high
    shown: tuple[Value, Value] = (
        least(low) if misses else Whole(low),
        most(other_high) if other_misses else Whole(other_high),
    )
    if (math.floor(low) if misses else whole(low)) <= (math.ceil(other_high) if other_misses else whole(other_high)):
        # Whole numbers would hide the lead.
        shown = (
            least_tenth(low) if misses else Tenth(low),
            most_tenth(other_high) if other_misses else Tenth(other_high),
        )
    key = {
        (True, True): "lead.sure.both",
        (True, False): "lead.sure.first",
        (False, True): "lead.sure.rival",
        (False, False): "lead.sure.others",
    }[misses, other_misses]
    return say(key, first=names[ranking.first], least=shown[0], most=shown[1], rival=names[rival])


def _level(ranking: Standing, names: Sequence[str], places: Sequence[int]) -> Sentence:
    values = [ranking.intervals[place] for place in places]
    if len({(tenth(low), tenth(high)) for low, high in values}) == 1 and values[0][0] == values[0][1]:
        value = values[0][0]
        total: Value = Whole(value) if tenth(value).endswith(".0") else Tenth(value)
        return say("lead.level.same", options=_names(names, places), total=total)
    return say("lead.level", options=_names(names, places), totals=Listed(tuple(_exact(value) for value in values)))


def _exact(value: Interval) -> Value:
    low, high = value
    return Tenth(low) if tenth(low) == tenth(high) else say("number.range", least=Tenth(low), most=Tenth(high))


def _candidate(name: str, value: Interval) -> Sentence:
    low, high = value
    if whole(low) == whole(high):
        return say("lead.candidate", option=name, total=Whole(low))
    return say("lead.candidate.range", option=name, least=Whole(low), most=Whole(high))


def _names(names: Sequence[str], places: Sequence[int]) -> Listed:
    return Listed(tuple(names[place] for place in places))
